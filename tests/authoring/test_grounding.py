"""Rules on sources: what is cited, whether it exists, whether quote and answer stand in it."""

from __future__ import annotations

import pytest
from grounded import HEAD, bank, codes, found, mended

from quiz.authoring.check import check
from quiz.authoring.digests import digest
from quiz.authoring.material import material
from quiz.authoring.rules.grounding import RULES
from quiz.bank import find_banks

TEXT = (
    "1. The lake is 73 km long.\n\n2. Geneva lies at its western end.\n\n4. The river leaves it at its end.\n"
)
ASK = "- ask: Which city lies there?\n  answer: Geneva\n"
PLAIN = "quiz: 1\ntitle: T\nquestions:\n"


def cited(source: str) -> str:
    """Return a question with this source in braces."""
    return f"{ASK}  source: {{{source}}}\n"


def test_questions_without_a_source_are_found_where_others_have_one() -> None:
    assert codes(
        cited("paragraph: 2") + ASK.replace("there", "here") + ASK.replace("city", "town"), TEXT
    ) == [
        "8:3 no-source",
        "10:3 no-source",
    ]
    assert codes(
        cited("paragraph: 2, document: text.md") + ASK.replace("there", "here"), TEXT, head=PLAIN
    ) == ["7:3 no-source"]


def test_a_text_that_nobody_cites_is_told_once() -> None:
    assert codes(ASK + ASK.replace("there", "here"), TEXT) == ["3:1 no-source"]


def test_plain_flashcards_are_left_alone() -> None:
    body = "- {front: Bern, back: Aare}\n- {front: Basel, back: Rhine}\n"
    assert codes(body, head=PLAIN) == []
    assert codes("[]", head=PLAIN.rstrip() + " ") == []
    notes = check([bank(body, head=PLAIN)], [rule for rule in RULES if not rule.on])
    assert [(one.code, one.location.line) for one in notes] == [("ungrounded-bank", 2)]
    assert check([bank(ASK, TEXT), bank(cited("paragraph: 2"), TEXT, head=PLAIN)], notes_only()) == []
    assert check([bank("", head="nothing at all")], RULES) == []


def notes_only() -> list[object]:
    return [rule for rule in RULES if not rule.on]


def test_a_source_without_a_paragraph_is_told_where_its_quote_stands() -> None:
    (one,) = found(cited("quote: Geneva lies"), TEXT)
    assert (one.code, one.location.line, one.location.column) == ("no-source", 7, 3)
    assert one.cure == "add `paragraph: 2`, where the quote stands"
    (other,) = found(cited("document: text.md"), TEXT)
    assert other.cure == "add `paragraph:` with its number"


def test_paragraphs_of_no_text_are_told_once() -> None:
    body = cited("paragraph: 2") + cited("quote: a b, paragraph: 1").replace("city", "town")
    (one,) = found(body, TEXT, head=PLAIN)
    assert (one.code, one.location.line, one.location.column) == ("no-text", 6, 3)
    assert "`2` is cited" in one.message


def test_a_text_that_is_not_there_is_told_for_the_bank_and_for_the_question() -> None:
    assert codes(cited("paragraph: 2"), head=HEAD.replace("text.md", "txet.md")) == ["3:9 missing-text"]
    body = cited("document: annex.md, paragraph: 2") + cited("paragraph: 2").replace("city", "town")
    assert codes(body, TEXT) == ["7:22 missing-text"]


def test_a_text_without_paragraphs_is_of_no_use() -> None:
    (one,) = found(cited("paragraph: 1"), "# Only a heading\n")
    assert one.code == "missing-text"
    assert one.message == "the text `text.md` has no paragraph"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEXT, "`text.md` has paragraphs 1 to 4, with gaps, and no paragraph 3"),
        ("One.\n\nTwo.\n", "`text.md` has paragraphs 1 to 2, and no paragraph 3"),
        ("One.\n", "`text.md` has paragraph 1 alone, and no paragraph 3"),
    ],
)
def test_a_paragraph_that_does_not_exist_is_told_with_those_that_do(text: str, message: str) -> None:
    (one,) = found(cited("paragraph: 3"), text)
    assert (one.code, one.location.column) == ("missing-paragraph", 23)
    assert one.message == message
    assert one.cure == "cite one that it has"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("paragraph: 3, quote: Geneva lies", "paragraph: 2, quote: Geneva lies"),
        ("paragraph: 1, quote: Geneva lies", "paragraph: 2, quote: Geneva lies"),
        ("paragraph: '1', quote: Geneva lies", "paragraph: '2', quote: Geneva lies"),
        ('quote: Geneva lies, paragraph: "1"', 'quote: Geneva lies, paragraph: "2"'),
        ("paragraph: 1, quote: its", "paragraph: 1, quote: its"),
        ("paragraph: 4, quote: it at its western end", "paragraph: 4, quote: it at its western end"),
    ],
)
def test_the_number_is_mended_where_one_paragraph_alone_has_the_quote(before: str, after: str) -> None:
    assert mended(cited(before), TEXT) == cited(after)


def test_a_number_in_a_block_is_not_touched() -> None:
    body = f"{ASK}  source:\n    paragraph: |-\n      1\n    quote: Geneva lies\n"
    assert codes(body, TEXT) == ["8:16 quote-moved"]
    assert mended(body, TEXT) == body


def test_a_number_is_not_mended_where_the_paragraph_nearly_has_the_quote() -> None:
    text = "The old bridge was built of stone.\n\nThe old bridge was built of wood."
    body = "- ask: Of what?\n  answer: stone\n  source: {paragraph: 1, quote: old bridge was built of wood}\n"
    (one,) = found(body, text)
    assert (one.code, one.cure, one.edits) == ("quote-moved", "cite paragraph 2", ())


def test_a_quote_that_has_moved_is_told_with_the_paragraphs_that_have_it() -> None:
    (one,) = found(cited("paragraph: 2, quote: lake"), TEXT)
    assert (one.code, one.location.column) == ("quote-moved", 23)
    assert one.message == "the quote `lake` does not stand in paragraph 2, but in paragraph 1"
    text = "\n\n".join(["Geneva.", *(f"A lake, {number}." for number in range(2, 4))])
    (one,) = found(cited("paragraph: 1, quote: A lake"), text)
    assert one.message.endswith("but in 2 and 3")
    assert one.cure == "cite the one that proves the answer"
    text = "\n\n".join(["Geneva.", *(f"A lake, {number}." for number in range(2, 9))])
    (one,) = found(cited("paragraph: 1, quote: A lake"), text)
    assert one.message.endswith("but in 7 others")


@pytest.mark.parametrize(
    ("quote", "told", "cure"),
    [
        ("Geneva lay at its western end", "`lies` for `lay`", "quote `Geneva lies at its western end`"),
        ("Geneva at its western end", "`lies` is left out", "quote `Geneva lies at its western end`"),
        ("Geneva lies right at its western", "`right` is not there", "quote `Geneva lies at its western`"),
        (
            "geneva lies at the western",
            "`Geneva` for `geneva`, `its` for `the`",
            "quote `Geneva lies at its western`",
        ),
    ],
)
def test_a_quote_that_differs_is_told_with_the_difference(quote: str, told: str, cure: str) -> None:
    (one,) = found(cited(f"paragraph: 2, quote: {quote}"), TEXT)
    assert (one.code, one.location.column) == ("quote-differs", 33)
    assert one.message == f"paragraph 2 says it otherwise: {told}"
    assert one.cure == cure


def test_many_differences_are_cut_short() -> None:
    text = "Geneva lies at the western end of the long lake and the river leaves it there again."
    quote = "Geneva lay at the Western end of a long lake and a river left it there again"
    (one,) = found(cited(f"paragraph: 1, quote: {quote}"), text)
    assert one.message.endswith("`lies` for `lay`, `western` for `Western`, `the` for `a`, and more")


def test_a_quote_that_differs_and_has_moved_is_told_with_both() -> None:
    (one,) = found(cited("paragraph: 1, quote: Geneva lays at its western end"), TEXT)
    assert one.code == "quote-differs"
    assert one.cure == "quote `Geneva lies at its western end`, and cite paragraph 2"


def test_a_quote_that_stands_nowhere_is_told() -> None:
    assert codes(cited("paragraph: 2, quote: Bern is the seat of all"), TEXT) == ["7:33 quote-missing"]


def test_an_answer_that_does_not_stand_is_told_where_it_is_written() -> None:
    text = "In 1862 Anna Berger built a bridge of stone."
    body = (
        "- ask: In which year?\n  number: 1826\n  source: {paragraph: 1}\n"
        "- ask: Which people?\n  answers: [Anna Berger, Carl Dorn]\n  wrong: [Eva Fuchs]\n"
        "  source: {paragraph: 1, quote: Anna Berger}\n"
        "- cloze: 'The bridge was built by {Carl Dorn} then.'\n  source: {paragraph: 1}\n"
        "- ask: Who did what?\n  match: {built: Anna Berger, crossed: Carl Dorn}\n  source: {paragraph: 1}\n"
    ).replace("Which people", "Who were the people")
    assert codes(body, text) == [
        "6:11 unsupported-answer",
        "9:26 unsupported-answer",
        "12:10 unsupported-answer",
        "15:40 unsupported-answer",
    ]
    messages = [one.message for one in found(body, text)]
    assert messages[0] == "the answer `1826` does not stand in paragraph 1 of `text.md`"
    assert messages[1].startswith("the answer `Carl Dorn` stands neither in the quote nor in paragraph 1")


def test_a_table_of_a_thousand_lines_is_not_searched() -> None:
    body = "- ask: In which year?\n  number: 1862\n  source: {paragraph: 1}\n"
    assert codes(body, "1826 " * 10) != []
    assert codes(body, "1826 " * 5000) == []


def test_a_quote_of_another_paragraph_proves_an_answer_as_well() -> None:
    text = "In 1862 it was built.\n\nLater it was made wider."
    body = "- ask: In which year?\n  number: 1862\n  source: {paragraph: 2, quote: In 1862}\n"
    assert codes(body, text) == ["7:23 quote-moved"]


def test_questions_with_faults_are_looked_at_as_far_as_they_go() -> None:
    body = (
        "- ask: Who?\n  answer: Carl Dorn\n  sorce: x\n  source: {paragraph: 9, quote: nothing of the sort}\n"
        "- ask: Who?\n  answer: Carl Dorn\n  sorce: x\n  source: {paragraph: no}\n"
        "- cloze: 'No hole, but a { brace.'\n  source: {paragraph: 9}\n"
    )
    assert codes(body, TEXT) == ["8:23 missing-paragraph", "8:33 quote-missing"]


@pytest.mark.parametrize("written", ["{}", "'{}'", '"{}"'])
def test_a_text_that_has_changed_is_told(written: str) -> None:
    stamp = written.format(digest("Geneva lies at its western end."))
    assert codes(cited(f"paragraph: 2, checked: {stamp}"), TEXT) == []
    assert codes(cited(f"paragraph: 2, checked: {stamp.upper()}"), TEXT) == []
    assert codes(cited(f"paragraph: 2, checked: {stamp}"), TEXT.replace("lies at", "lies  \nat")) == []
    (one,) = found(cited(f"paragraph: 2, checked: {stamp}"), TEXT.replace("western", "eastern"))
    assert (one.code, one.location.column) == ("text-changed", 35)
    assert "`quiz check --stamp`" in one.cure


def test_what_cannot_be_compared_has_not_changed() -> None:
    assert codes(cited("paragraph: 7, checked: 00000000"), TEXT) == ["7:23 missing-paragraph"]
    assert codes(cited("paragraph: 2, checked: today"), TEXT) == []


def test_the_banks_of_this_house_stand_on_their_text(pytestconfig: pytest.Config) -> None:
    paths = find_banks(pytestconfig.rootpath / "questions")
    banks = [material(path.read_bytes(), str(path), path.stem) for path in paths]
    assert len(banks) == 4
    assert [str(one) for one in check(banks, [rule for rule in RULES if rule.on])] == []
