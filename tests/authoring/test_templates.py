from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.draft.marks import own_numbers
from quiz.authoring.material import material
from quiz.authoring.numbering import is_numbered, numbered
from quiz.authoring.selecting import EVERY, chosen
from quiz.authoring.templates import EXAMPLES, blank_on, editor_lines, new_bank, title_from
from quiz.bank import paragraphs
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from quiz.authoring.writing import Entry
    from quiz.card import Bank

TEXT = {1: "The lake lies in Geneva. It was founded in 1949, on 4 April.", 2: "Nine planets were counted."}


def sound(text: str, document: Mapping[int, str] = TEXT, *, but: Collection[str] = ()) -> Bank:
    """Return a bank in which no rule that is on finds anything, ``but`` for these."""
    made = material(text.encode(), "b.yaml", "b", lambda _name: document)
    assert made.problems == ()
    assert [one for one in check([made], chosen(EVERY)) if one.code not in but] == []
    assert made.bank is not None
    return made.bank


def uncommented(text: str) -> str:
    """Return a bank with its examples put to use."""
    head, more, examples = text.partition("# More kinds of question")
    return head + more + re.sub("(?m)^# (?=  )", "", examples)


@pytest.mark.parametrize("kind", Kind)
def test_a_new_bank_holds_one_question_that_is_not_asked(kind: Kind) -> None:
    bank = sound(new_bank("A title: with a colon", [kind], head=["# schema"]))
    assert [(one.kind, one.draft) for one in bank.questions] == [(kind, True)]
    assert bank.title == "A title: with a colon"
    assert bank.source is None


FIRST: Entry = {
    "id": "p1-geneva",
    "ask": "Where does the great lake lie?",
    "answer": "Geneva",
    "source": {"paragraph": "1", "quote": "The lake lies in Geneva."},
}


def test_a_bank_with_a_text_begins_with_what_was_drafted_from_it() -> None:
    bank = sound(new_bank("T", [Kind.TEXT], source="no", first=("A draft.", FIRST)))
    (question,) = bank.questions
    assert bank.source == "no"
    assert (question.id, question.draft, question.right("")) == ("p1-geneva", True, "Geneva")
    assert question.source is not None
    assert (question.source.paragraph, question.source.quote) == (1, "The lake lies in Geneva.")


def test_a_text_that_gives_no_draft_gives_a_question_to_be_filled_in() -> None:
    about, entry = blank_on(TEXT)
    (question,) = sound(new_bank("T", [], source="no", first=(about, entry))).questions
    assert (question.id, question.draft) == ("p1-first", True)
    assert question.source is not None
    assert (question.source.paragraph, question.source.quote) == (1, "The lake lies in Geneva.")


@pytest.mark.parametrize(("text", "quote"), [("a" * 400, None), ("bell\x07.", None), ("no stop", "no stop")])
def test_only_a_sentence_that_can_be_read_is_quoted(text: str, quote: str | None) -> None:
    _, entry = blank_on({4: text})
    assert entry["source"] == {"paragraph": "4", **({"quote": quote} if quote else {})}


def test_editors_find_the_schema_from_the_bank() -> None:
    assert editor_lines(Path("a/b/c.yaml"), Path("a")) == (
        "# yaml-language-server: $schema=../.quiz-schema.json",
        "# $schema: ../.quiz-schema.json",
    )
    assert editor_lines(Path("c.yaml"), Path())[1] == "# $schema: ./.quiz-schema.json"


def test_the_examples_are_questions_of_all_kinds_once_their_signs_are_gone() -> None:
    text = new_bank("T", list(Kind))
    assert text.startswith("quiz: 1\n")
    bank = sound(uncommented(text))
    assert [one.kind for one in bank.questions] == [*Kind]
    assert [one.id for one in bank.questions] == [f"{kind}-1" for kind in Kind]
    assert len(sound(text).questions) == 1


def test_the_examples_of_a_bank_with_a_text_are_sound_and_say_how_to_cite_it() -> None:
    text = new_bank("T", list(Kind), source="no", first=("A draft.", FIRST))
    assert "# `source` names the paragraph and its words that prove the answer" in text
    assert "`source` names" not in new_bank("T", list(Kind))
    bank = sound(uncommented(text), but={"no-source"})
    assert len(bank.questions) == len(Kind) + 1


@pytest.mark.parametrize("kind", Kind)
def test_each_example_is_sound_alone(kind: Kind) -> None:
    text = new_bank("T", list(Kind), source="no", first=("A draft.", FIRST))
    head, more, examples = text.partition("# More kinds of question")
    one = next(part for part in examples.split("\n#\n") if f"- id: {kind}-1\n" in f"{part}\n")
    bank = sound(head + more + "\n" + re.sub("(?m)^# (?=  )", "", one) + "\n", but={"no-source"})
    assert [question.kind for question in bank.questions][1:] == [kind]


def test_each_example_is_explained_in_the_line_above() -> None:
    lines = new_bank("T", list(Kind), source="t.md", first=("A draft.", FIRST)).splitlines()
    for kind in Kind:
        assert lines[lines.index(f"#   - id: {kind}-1") - 1] == f"#   # {EXAMPLES[kind][0]}"


def test_without_kinds_there_are_no_examples() -> None:
    assert "More kinds" not in new_bank("T", [])


def test_a_name_becomes_a_title() -> None:
    assert title_from("nato-talks_2021") == "Nato talks 2021"
    assert title_from("été") == "Été"


PROSE = (
    "# Head\n\nOne one\nmore one.\n\n  Two two.\n***\nThree\n\n<!-- four\nfour -->\n\nHead\n====\n\n5. five\n"
)


def test_paragraphs_get_numbers_and_the_rest_stays() -> None:
    expected = PROSE.replace("One one", "1. One one").replace("  Two", "2. Two")
    assert numbered(PROSE) == expected.replace("Three", "3. Three").replace("5. five", "4. 5. five")


def test_line_breaks_stay_as_they_are() -> None:
    assert numbered("a\r\nb\r\n\r\nc") == "1. a\r\nb\r\n\r\n2. c"


def test_a_comment_with_the_words_of_a_paragraph_is_not_numbered() -> None:
    text = "<!--\nsame words\n-->\n\nsame words\n"
    assert paragraphs(numbered(text)) == {1: "same words"}
    assert numbered(text) == "1. same words\n"


def test_a_text_knows_whether_it_has_numbers_of_its_own() -> None:
    assert is_numbered("# Head\n\n7. a\n\n9. b\n")
    assert is_numbered(numbered(PROSE))
    assert not is_numbered("7. a\n\nb\n")
    assert not is_numbered("1. a\n\n1. b\n")
    assert not is_numbered("# Head\n")
    assert not is_numbered(PROSE)


_lines = st.sampled_from(
    (
        "a",
        "a b",
        "# h",
        "",
        "",
        "***",
        "----",
        "<!-- c",
        "-->",
        "1. x",
        "2. y",
        "- item",
        " b  c",
        "<!-- d -->",
    )
)


@given(st.lists(_lines, max_size=14).map("\n".join))
def test_any_text_keeps_its_paragraphs_under_numbers(text: str) -> None:
    counted = list(paragraphs(f"x\n\n{text}").values())[1:]
    assert list(paragraphs(numbered(text)).values()) == counted
    # Whoever numbers a text that has numbers of its own gets them twice, and that is no numbered text.
    assert not counted or own_numbers(counted) or is_numbered(numbered(text))


@given(st.lists(_lines, max_size=14).map("\n".join))
def test_numbers_stay_when_a_paragraph_is_put_in_before(text: str) -> None:
    before = paragraphs(numbered(text))
    assert paragraphs(f"999. new\n\n{numbered(text)}") == {999: "new", **before}
