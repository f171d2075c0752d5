"""``checked:``: read, written, renewed, and never a part of the question."""

from __future__ import annotations

import textwrap

import pytest
from grounded import HEAD, bank
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.digests import digest
from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.rules.grounding import RULES
from quiz.authoring.stamps import stamp_edits
from quiz.bank import paragraphs, read_text

TEXT = "The lake is 73 km long.\n\nGeneva lies at its western end.\n"
LONG, GENEVA = (digest(one) for one in paragraphs(TEXT).values())
CURE = "take `checked` away; `quiz check --stamp` writes it"
ASK = "- ask: Which city lies there?\n  answer: Geneva\n"


def stamped(body: str, text: str = TEXT) -> str:
    """Return the questions after stamping; a second time changes nothing, and no question is another."""
    before = bank(body, text)
    after = applied(HEAD + body, stamp_edits(before))
    again = bank(after.removeprefix(HEAD), text)
    assert stamp_edits(again) == ()
    assert again.problems == before.problems
    assert [one.question.source for one in again.written] == [one.question.source for one in before.written]
    assert [one.code for one in check([again], RULES) if one.code == "text-changed"] == []
    return after.removeprefix(HEAD)


def test_a_digest_tells_words_apart_and_nothing_else() -> None:
    assert len(digest("")) == 8
    assert digest("a \u201cb\u201d \u2013 c") == digest('a  "b"\n- c')
    assert digest("caf\u00e9") == digest("cafe\u0301")
    assert digest("a b") != digest("a B")
    assert digest("a b") != digest("a b.")


@given(st.text())
def test_every_text_has_a_digest(text: str) -> None:
    assert len(digest(text)) == 8
    assert set(digest(text)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("source: {paragraph: 2}", "source: {paragraph: 2, checked: DIGEST}"),
        ("source: { paragraph: 2 }", "source: { paragraph: 2, checked: DIGEST }"),
        (
            "source: {paragraph: '2', quote: Geneva lies}",
            "source: {paragraph: '2', checked: DIGEST, quote: Geneva lies}",
        ),
        (
            "source: {quote: Geneva lies, paragraph: 2} # why",
            "source: {quote: Geneva lies, paragraph: 2, checked: DIGEST} # why",
        ),
        (
            "source: {\n    paragraph: 2, # two\n    quote: Geneva lies,\n  }",
            "source: {\n    paragraph: 2, checked: DIGEST, # two\n    quote: Geneva lies,\n  }",
        ),
        ("source:\n    paragraph: 2", "source:\n    paragraph: 2\n    checked: DIGEST"),
        (
            "source: # why\n\n    # no\n    paragraph: 2  # 2\n\n    quote: Geneva lies",
            "source: # why\n\n    # no\n    paragraph: 2  # 2\n    checked: DIGEST\n\n    quote: Geneva lies",
        ),
        (
            "source:\n    quote: >-\n      Geneva\n      lies\n\n    paragraph: 2",
            "source:\n    quote: >-\n      Geneva\n      lies\n\n    paragraph: 2\n    checked: DIGEST",
        ),
        (
            "source:\n      paragraph:\n        2",
            "source:\n      paragraph:\n        2\n      checked: DIGEST",
        ),
        (
            'source: {"paragraph": 2, "quote": "Geneva lies"}',
            'source: {"paragraph": 2, "checked": "DIGEST", "quote": "Geneva lies"}',
        ),
        ('source:\n    "paragraph": "2"', 'source:\n    "paragraph": "2"\n    checked: DIGEST'),
        (
            "source:\n    quote: Geneva lies\n    paragraph: |\n      2\n\n  why: So.",
            "source:\n    checked: DIGEST\n    quote: Geneva lies\n    paragraph: |\n      2\n\n  why: So.",
        ),
        ("source:\n    ? paragraph\n    : 2", "source:\n    ? paragraph\n    : 2\n    checked: DIGEST"),
        ("source: {paragraph: 2, checked: 00000000}", "source: {paragraph: 2, checked: DIGEST}"),
        (
            "source:\n    checked: '00000000' # old\n    paragraph: 2",
            "source:\n    checked: 'DIGEST' # old\n    paragraph: 2",
        ),
        (
            'source:\n    checked: "00000000"\n    paragraph: 2',
            'source:\n    checked: "DIGEST"\n    paragraph: 2',
        ),
        (
            "source:\n    paragraph: 2\n    checked: |\n\n      00000000\n  why: So.",
            "source:\n    paragraph: 2\n    checked: |\n\n      DIGEST\n  why: So.",
        ),
        ('source: {paragraph: 2, checked: "\\x300000000"}', 'source: {paragraph: 2, checked: "DIGEST"}'),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_stamp_is_written_in_the_layout_of_the_file(before: str, after: str, line_end: str) -> None:
    before, after = (
        f"{ASK}  {one}\n".replace("\n", line_end).replace("DIGEST", GENEVA) for one in (before, after)
    )
    if line_end == "\n":
        assert stamped(before) == after
    else:
        head = HEAD.replace("\n", line_end)
        made = bank(before, TEXT, head=head)
        assert applied(head + before, stamp_edits(made)) == head + after


def test_the_last_line_needs_no_line_feed() -> None:
    assert (
        stamped(f"{ASK}  source:\n    paragraph: 2")
        == f"{ASK}  source:\n    paragraph: 2\n    checked: {GENEVA}"
    )


def test_a_whole_question_may_stand_in_braces() -> None:
    body = "- {ask: Which city?, answer: Geneva, source: {paragraph: 2}, why: So.}\n"
    assert stamped(body) == body.replace("paragraph: 2", f"paragraph: 2, checked: {GENEVA}")


@pytest.mark.parametrize(
    "source",
    [
        "{paragraph: 9}",
        "{quote: Geneva lies}",
        "{paragraph: 1, quote: Geneva lies}",
        "{paragraph: 2, quote: Geneva lay at its western end}",
        "{paragraph: 2, quote: Bern is not there at all}",
        "{paragraph: 2, document: other.md}",
        "{paragraph: two}",
        "{paragraph: 2, checked: today}",
        "{paragraph: 2, checked: [today]}",
        "{paragraph: 2, when: today}",
        "2",
    ],
)
def test_what_does_not_stand_on_its_paragraph_is_not_stamped(source: str) -> None:
    assert stamp_edits(bank(f"{ASK}  source: {source}\n", TEXT)) == ()


def test_an_answer_that_is_not_there_is_not_stamped() -> None:
    body = "- ask: How long is it?\n  number: 75\n  unit: km\n  source: {paragraph: 1}\n"
    assert stamp_edits(bank(body.replace("How long", "Of which length"), TEXT)) == ()
    assert len(stamp_edits(bank(body.replace("75", "73"), TEXT))) == 1


@pytest.mark.parametrize("word", ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"])
def test_digits_alone_are_put_in_quotes(word: str) -> None:
    text = next(f"{word} {number}." for number in range(1000) if digest(f"{word} {number}.").isdecimal())
    body = "- {front: What?, back: That, source: {paragraph: 1}}\n"
    assert f'checked: "{digest(text)}"' in stamped(body, text)
    assert f'checked: "{digest(text)}"' in stamped(body.replace("1}", "1, checked: abcdefab}"), text)


def test_all_questions_of_a_bank_are_stamped_at_once() -> None:
    long = "- ask: Of which length?\n  number: 73\n  source:\n    paragraph: 1\n"
    body = f"{ASK}  source: {{paragraph: 2}}\n{long}"
    assert stamped(body).count("checked: ") == 2
    assert f"checked: {LONG}" in stamped(body) or f'checked: "{LONG}"' in stamped(body)


@given(
    st.lists(
        st.sampled_from(["paragraph: 2", "quote: Geneva lies", "document: text.md"]), unique=True, min_size=1
    ),
    st.sampled_from(["", " # note", "   #: x, }"]),
    st.sampled_from(["", "\n"]),
    st.integers(0, 9),
)
def test_only_lines_of_stamps_are_new(keys: list[str], comment: str, blank: str, indent: int) -> None:
    flow = indent < 3
    if flow:
        source = f"  source: {{{', '.join(keys)}}}{comment}\n"
    else:
        source = "  source:\n" + "".join(f"{' ' * indent}{key}{comment}\n{blank}" for key in keys)
    body = f"{ASK}{source}  why: So.\n"
    after = stamped(body)
    added = f", checked: {GENEVA}" if flow else f"{' ' * indent}checked: {GENEVA}\n"
    assert after.replace(added, "") == body
    assert (after != body) is ("paragraph: 2" in keys)


def test_a_stamp_is_no_part_of_the_question() -> None:
    body = f"{ASK}  source: {{paragraph: 2, checked: 0a1b2c3D}}\n"
    with_it, without = (
        read_text((HEAD + one).encode(), "b", "b") for one in (body, body.replace(", checked: 0a1b2c3D", ""))
    )
    assert with_it.problems == ()
    assert with_it.bank == without.bank


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "today",
            "`checked` is not 8 hexadecimal digits; take `checked` away; `quiz check --stamp` writes it",
        ),
        (
            "0a1b2c3",
            "`checked` is not 8 hexadecimal digits; take `checked` away; `quiz check --stamp` writes it",
        ),
        ("''", "`checked` is empty; write a value or take the key away"),
        ("{a: b}", "`checked` holds a mapping; write one text, in quotes where it has brackets or `: `"),
    ],
)
def test_another_value_is_a_fault(value: str, message: str) -> None:
    body = f"{ASK}  source: {{paragraph: 2, checked: {value}}}\n"
    (problem,) = read_text((HEAD + body).encode(), "b", "b").problems
    assert str(problem) == f"b:7:35: {message}"


def test_a_file_with_a_byte_order_mark_is_stamped_in_its_place() -> None:
    body = textwrap.dedent(f"{HEAD}{ASK}  source: {{paragraph: 2}}\n")
    made = material(b"\xef\xbb\xbf" + body.encode(), "b", "b", lambda _: paragraphs(TEXT))
    assert applied(made.text, stamp_edits(made)).removeprefix("\ufeff") == body.replace(
        "2}", f"2, checked: {GENEVA}}}"
    )
