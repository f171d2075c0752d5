from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from entries import entries
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.authoring.layout import CannotAppend, FaultyEntry, NameTaken, appended
from quiz.authoring.writing import Style, entry_text, flow_text
from quiz.bank import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.authoring.writing import Entry
    from quiz.question import Question

BANKS = sorted((Path(__file__).parents[2] / "questions").rglob("*.yaml"))
NEW: Entry = {"id": "new-one", "front": "New", "back": "one"}
HEAD = "quiz: 1\ntitle: T\n"


def read(text: str) -> tuple[Question, ...]:
    """Return the questions of a bank without their places."""
    bank = read_text(text.encode(), "b", "b").bank
    assert bank is not None
    return tuple(replace(one, location=bank.questions[0].location) for one in bank.questions)


def added(before: str, after: str) -> str:
    """Return what was put into a text at one place; nothing else may differ."""
    pairs = enumerate(zip(before, after, strict=False))
    start = next((place for place, (old, new) in pairs if old != new), len(before))
    assert after.endswith(before[start:])
    return after[start : len(after) - len(before[start:])]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.name)
@pytest.mark.parametrize("feed", ["\n", "\r\n"])
def test_our_banks_grow_by_whole_lines_at_their_end(path: Path, feed: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", feed)
    after = appended(text, [NEW, {"ask": "Why?", "answer": "no"}])
    assert after == text + feed.join(
        (
            "",
            "  - id: new-one",
            "    front: New",
            "    back: one",
            "",
            "  - ask: Why?",
            '    answer: "no"',
            "",
        )
    )
    assert read(after)[:-2] == read(text)
    assert [one.ask for one in read(after)[-2:]] == ["New", "Why?"]


CASES = {
    "no blank lines, dashes under the key": """\
questions:
- front: a
  back: b
- front: c
  back: d
«- id: new-one
  front: New
  back: one
»""",
    "four columns and a wide dash": """\
questions:
    -   front: a
        back: b
«
    -   id: new-one
        front: New
        back: one
»""",
    "two blank lines": """\
questions:
  - front: a
    back: b


  - front: c
    back: d
«

  - id: new-one
    front: New
    back: one
»""",
    "no line break at the end": """\
questions:
  - front: a
    back: b«

  - id: new-one
    front: New
    back: one»""",
    "a comment at the end without a line break": """\
questions:
  - front: a
    back: b # why«

  - id: new-one
    front: New
    back: one»""",
    "blank lines at the end": """\
questions:
  - front: a
    back: b

«  - id: new-one
    front: New
    back: one

»
""",
    "comments of the last question, of the list, of the file": """\
questions:
  - front: a
    back: b # x
    # of a

  # of the list

«  - id: new-one
    front: New
    back: one

»# of the file
""",
    "a comment at the dashes, which stand under the key": """\
questions:
- front: a
  back: b
  # of a
«
- id: new-one
  front: New
  back: one
»# of the file
""",
    "keys behind the list": """\
questions:
  - front: a
    back: b

«  - id: new-one
    front: New
    back: one

»# tags
tags: [x]
""",
    "an end of the document": """\
questions:
  - front: a
    back: b
«
  - id: new-one
    front: New
    back: one
»...
""",
    "a block of text at the end": """\
questions:
  - front: a
    back: |+
      b

      # c

«  - id: new-one
    front: New
    back: one

»
tags: x
""",
    "lists inside that stand under their keys": """\
questions:
- ask: a
  answer: b
  wrong:
  - c
«
- id: new-one
  front: New
  back: one
»""",
    "a dash on a line of its own": """\
questions:
  -
    front: a
    back: b
«
  - id: new-one
    front: New
    back: one
»""",
    "a tab before the comment": """\
questions:
  - front: a
    back: b\t# x
«
  - id: new-one
    front: New
    back: one
»""",
    "questions in braces": """\
questions:
  - {front: a, back: b} # x
  - {front: c,
     back: d, }
«  - {id: new-one, front: New, back: one}
»""",
    "no list yet": """\
questions:
«  - id: new-one
    front: New
    back: one
»""",
    "no list yet, and no line break": """\
questions:«
  - id: new-one
    front: New
    back: one»""",
    "comments where the list will be": """\
questions: # here
  # - front: a
«  - id: new-one
    front: New
    back: one
»# end
""",
    "an empty list in lines": """\
questions: [«{id: new-one, front: New, back: one}»
  # none
]
""",
    "brackets on one line": """\
questions: [{front: a, back: b«}, {id: new-one, front: New, back: one»}] # x
""",
    "brackets with a last comma": """\
questions: [{front: a, back: b , «}, {id: new-one, front: New, back: one»}, ]
""",
    "brackets over lines": """\
questions: [
    {front: a, back: b}, # x
    {front: c, back: d}«,» # y
  «  {id: new-one, front: New, back: one}
  »]
""",
    "brackets over lines with a last comma": """\
questions: [
  {front: a, back: b}, # x
«  {id: new-one, front: New, back: one},
»]
""",
    "brackets that close on the line": """\
questions: [
  {front: a, back: b«},
  {id: new-one, front: New, back: one»}]
""",
}
"""What is put in stands in « »."""


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("feed", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_style_of_the_file_is_kept(case: str, feed: str, mark: str) -> None:
    marked = (mark + HEAD + CASES[case]).replace("\n", feed)
    after = marked.replace("«", "").replace("»", "")
    assert appended(re.sub("«[^»]*»", "", marked), [NEW]) == after


@pytest.mark.parametrize(
    ("before", "first"),
    [("questions: []\n", "questions:\n"), ("questions:  [ ] # none\ntags: x\n", "questions: # none\n")],
)
def test_an_empty_list_in_brackets_becomes_one_in_lines(before: str, first: str) -> None:
    rest = before.partition("\n")[2]
    after = f"{first}  - id: new-one\n    front: New\n    back: one\n{rest}"
    assert appended(HEAD + before, [NEW]) == HEAD + after


def test_a_bank_in_json_stays_json() -> None:
    bank = {"quiz": 1, "title": "T", "questions": [{"front": "a", "back": "b"}]}
    entry: Entry = {"ask": 'Say "x": \x7f é', "answer": "no", "wrong": ["a", {"b": "c"}], "draft": True}
    for indent in (None, 2):
        after = json.loads(appended(json.dumps(bank, indent=indent), [NEW]))
        assert after["questions"] == [{"front": "a", "back": "b"}, NEW]
    with pytest.raises(FaultyEntry, match=r"U\+007F"):
        appended(json.dumps(bank), [entry])
    sound = {**entry, "ask": 'Say "x": é'}
    assert json.loads(appended(json.dumps({**bank, "questions": []}), [sound]))["questions"] == [sound]


def test_a_bank_in_braces_stays_in_braces() -> None:
    before = "{quiz: 1, title: T, questions: []}\n"
    assert (
        appended(before, [NEW]) == "{quiz: 1, title: T, questions: [{id: new-one, front: New, back: one}]}\n"
    )


def test_a_long_question_among_short_ones_in_braces_has_lines() -> None:
    after = appended(
        f"{HEAD}questions:\n  - {{front: a, back: b}}\n", [{"front": "c " * 60 + "d", "back": "e"}]
    )
    assert "  - front: >-\n" in after


def test_old_line_breaks_of_macs_are_kept() -> None:
    before = f"{HEAD}questions:\n- front: a\n  back: b\n".replace("\n", "\r")
    assert appended(before, [NEW]) == before + "\r- id: new-one\r  front: New\r  back: one\r"


def test_mixed_line_breaks_are_followed_where_the_question_comes() -> None:
    before = "quiz: 1\ntitle: T\nquestions:\n  - front: a\r\n    back: b\r\n"
    assert added(before, appended(before, [NEW])).count("\r\n") == 4


def test_a_list_in_the_last_line_gets_line_feeds() -> None:
    assert "\n  - id: new-one\n" in appended(f"{HEAD}questions:", [NEW])


def test_nothing_to_add_changes_nothing() -> None:
    assert appended("no bank at all: [", []) == "no bank at all: ["


def test_faults_elsewhere_do_not_hinder() -> None:
    before = f"{HEAD}colour: red\nquestions:\n  - ask: no answer\n  - front: a\n    back: b\n  - just text\n"
    assert added(before, appended(before, [NEW])) == "  - id: new-one\n    front: New\n    back: one\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("title: T\nquestions: []\n", "`quiz: 1` is missing"),
        (f"{HEAD}questions:\n  - front: 'a\n", "quote"),
        (f"{HEAD}", "add a line `questions:`"),
        (f"{HEAD}questions: none\n", "holds no list"),
        ("quiz: 2\ntitle: T\nquestions: []\n", "it cannot be read"),
        (f"{HEAD}questions:\n  a: b\n", "holds no list"),
        (f"{HEAD}questions: &all\n  - front: a\n    back: b\n", "an anchor or a tag"),
        ("{quiz: 1, title: T, questions: }\n", "holds no list"),
        (f"{HEAD}questions:\n  - front: a\x01\n    back: b\n", r"line 4: the character U\+0001"),
        (f"{HEAD}questions:\n  - front: a\udcff\n    back: b\n", "save the file as UTF-8|line 4"),
    ],
)
def test_where_nothing_can_be_added_soundly_it_is_refused(text: str, said: str) -> None:
    with pytest.raises(CannotAppend, match=said) as raised:
        appended(text, [NEW])
    assert str(raised.value).startswith("Nothing can be added to this bank: ")


def test_what_would_not_be_read_is_refused() -> None:
    with (
        mock.patch("quiz.bank.reader.MAX_QUESTIONS", 1),
        pytest.raises(CannotAppend, match="would not be read"),
    ):
        appended(f"{HEAD}questions:\n  - {{front: a, back: b}}\n  - {{front: c, back: d}}\n", [NEW])


def test_unusual_line_breaks_are_not_copied() -> None:
    before = "quiz: 1\x85title: T\x85questions:\x85- front: a\x85  back: b\x85"
    assert appended(before, [NEW]) == before + "\n- id: new-one\n  front: New\n  back: one\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"ask": "Why?"}, "the question has no answer"),
        ({"ask": "Why?", "answer": "a", "wrong": ["a"]}, "stands here a second time"),
        ({"cloze": "no hole"}, "the sentence has no hole"),
        ({"front": "x", "back": "y", "id": "a"}, "the id `a` stands here a second time"),
        ({"front": "x", "colour": "y", "back": "z"}, "`colour`"),
    ],
)
def test_a_faulty_question_is_not_added(entry: Entry, said: str) -> None:
    with pytest.raises(FaultyEntry, match=said) as raised:
        appended(f"{HEAD}questions:\n  - id: a\n    front: a\n    back: b\n", [entry])
    assert said in raised.value.problems[0].message


@pytest.mark.parametrize("entry", [{"front": "What is a?", "back": "c"}, {**NEW, "id": "what-is-a"}])
def test_a_name_made_from_a_prompt_is_not_taken_away(entry: Entry) -> None:
    with pytest.raises(NameTaken):
        appended(f"{HEAD}questions:\n  - front: What is a?\n    back: b\n", [entry])


STYLES = st.sampled_from((Style(), Style(0, 2, 0), Style(4, 4, 2), Style(1, 3, 1)))
COMMENTS = st.sampled_from(("", "# x\n", "  # y: [z\n", "\n", "\n# 'quote\n\n", "      # deep\n"))


@st.composite
def banks(draw: Callable[..., str]) -> str:
    """Return banks with comments, odd spaces, blocks, braces, and every usual line break."""
    style: Style = draw(STYLES)  # type: ignore[assignment]
    body = ""
    for entry in draw(st.lists(entries, min_size=1, max_size=4)):
        flow = draw(st.booleans())
        dashed = f"{' ' * style.dash}-{' ' * (style.gap - 1)}{flow_text(entry)}\n"  # type: ignore[arg-type]
        body += draw(COMMENTS) + (dashed if flow else entry_text(entry, 0, style))  # type: ignore[arg-type]
    tail = draw(st.sampled_from(("", "tags: [a]\n", "...\n", "description: >\n  a\n\n  b\n")))
    text = f"quiz: 1\ntitle: T\nquestions: # all\n{body}{draw(COMMENTS)}{tail}"
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(banks(), st.lists(entries, min_size=1, max_size=2))
def test_any_bank_grows_at_one_place_and_keeps_its_questions(text: str, new: list[Entry]) -> None:
    assume(not read_text(text.encode(), "b", "b").problems)
    named = [{**entry, "id": f"new-{number}"} for number, entry in enumerate(new)]
    after = appended(text, named)
    inserted = added(text, after)
    assert "\n" not in inserted.replace("\r\n", "") or "\r\n" not in text
    assert read(after)[: len(read(text))] == read(text)
    alone = read(
        f"quiz: 1\ntitle: T\n{'tags: [a]' if 'tags: [a]' in text else ''}\nquestions:\n"
        + "".join(entry_text(entry, 2) for entry in named)
    )
    assert [replace(one, location=alone[0].location) for one in read(after)[-len(named) :]] == list(alone)
