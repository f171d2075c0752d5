from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from entries import HARD, KINDS, entries
from hypothesis import HealthCheck, given, settings

from quiz.authoring.writing import Style, entry_text, flow_text, ordered, scalar
from quiz.bank import read_text, read_writing
from quiz.bank.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from quiz.authoring.writing import Entry
    from quiz.bank.nodes import Node

HEAD = "quiz: 1\ntitle: T\nquestions:\n"


def node_of(question: str) -> Node:
    """Return what the reader makes of one question, which has to be sound."""
    writing = read_writing((HEAD + question).encode(), "t", "t")
    assert writing.problems == ()
    return writing.written[0].node


def plain(node: Node | None) -> object:
    """Return a node as texts in lists and mappings, each with the space around it taken off."""
    if isinstance(node, Mapping):
        return {key.value.strip(): plain(node.entries[key.value]) for key in node.keys}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.value.strip()


def said(value: object) -> object:
    """Return a value of an entry in the same form."""
    if isinstance(value, dict):
        return {key: said(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [said(inner) for inner in value]
    return value if isinstance(value, str) else str(value).lower()


def other_tool(text: str) -> object:
    """Return what PyYAML's own loader, which retypes values, makes of it."""
    return yaml.safe_load(text)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(entries)
def test_a_question_is_read_back_as_it_was(entry: Entry) -> None:
    for text in (
        entry_text(entry, 2),
        entry_text(entry, 0, Style(0, 4, 0)),
        f"  - {flow_text(entry)}\n",
        f"  - {flow_text(entry, quoted=True)}\n",
    ):
        assert plain(node_of(text)) == said(entry)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(entries)
def test_other_tools_read_the_same_texts(entry: Entry) -> None:
    for text in (entry_text(entry, 2), f"- {flow_text(entry)}"):
        (found,) = other_tool(text)  # type: ignore[misc]
        for key in (
            "ask",
            "claim",
            "front",
            "back",
            "wrong",
            "answers",
            "order",
            "match",
            "why",
            "id",
            "cloze",
        ):
            if key in entry:
                assert found[key] == entry[key]


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("flow", [False, True])
def test_a_text_on_one_line_stays_that_text(text: str, flow: bool) -> None:  # noqa: FBT001 - a parameter
    written = scalar(text, flow=flow)
    assert "\n" not in written
    whole = f"[{written}]" if flow else f"- {written}"
    assert other_tool(whole) == [text]
    assert other_tool(f"{{{written}: 1}}" if flow else f"{written}: 1") == {text: 1}


@pytest.mark.parametrize(
    "text",
    [
        "Geneva",
        "90,000",
        "a, b",
        "It's late",
        "Is it? Yes",
        "5 %",
        "A (b)",
        "1949 was",
        "Prof. Greene",
        "e{x}",
    ],
)
def test_a_text_that_needs_no_quotes_has_none(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ('say "x": y', "'say \"x\": y'"),
        ('a: it\'s "x"', "'a: it''s \"x\"'"),
        ("\\: x", "'\\: x'"),
        ('bell\x07 "q" \\', '"bell\\u0007 \\"q\\" \\\\"'),
        ("", '""'),
    ],
)
def test_quotes_are_the_ones_that_need_least(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_question_looks_as_by_hand() -> None:
    entry: Entry = {
        "source": {"quote": "proposed Geneva", "paragraph": "6"},
        "tags": ["places", "no"],
        "why": "Geneva has long been neutral ground for both sides, and it is the seat of many bodies that "
        "both of them belong to.",
        "wrong": ["Vienna", {"Helsinki": "It hosted: the summit."}, "010"],
        "answer": "Geneva",
        "ask": "Which city?",
        "id": "venue",
    }
    assert entry_text(entry, 2) == (
        "  - id: venue\n"
        "    ask: Which city?\n"
        "    answer: Geneva\n"
        "    wrong:\n"
        "      - Vienna\n"
        '      - Helsinki: "It hosted: the summit."\n'
        '      - "010"\n'
        "    why: >-\n"
        "      Geneva has long been neutral ground for both sides, and it is the seat of many bodies that\n"
        "      both of them belong to.\n"
        '    tags: [places, "no"]\n'
        "    source:\n"
        "      paragraph: 6\n"
        "      quote: proposed Geneva\n"
    )


def test_what_is_no_text_stands_without_quotes() -> None:
    numbers: Entry = {"ask": "How many?", "number": "1.5", "tolerance": "5%", "draft": True}
    assert entry_text(numbers, 0) == "- ask: How many?\n  number: 1.5\n  tolerance: 5%\n  draft: true\n"
    assert flow_text({"date": "1949-04-04", "ask": "When?"}) == '{ask: "When?", date: 1949-04-04}'
    assert entry_text({"claim": "It is.", "answer": "Yes"}, 0) == "- claim: It is.\n  answer: true\n"
    assert entry_text({"ask": "Is it?", "answer": "yes"}, 0) == '- ask: Is it?\n  answer: "yes"\n'


def test_lines_become_a_block() -> None:
    assert entry_text({"front": "a\n\n  b\nc", "back": "d"}, 0) == (
        "- front: |-\n    a\n\n      b\n    c\n  back: d\n"
    )
    assert entry_text({"front": "a \nb", "back": "d"}, 0) == '- front: "a \\nb"\n  back: d\n'


def test_a_list_of_many_labels_stands_in_lines() -> None:
    tags = [f"a-tag-of-some-length-{number}" for number in range(5)]
    text = entry_text({"front": "a", "back": "b", "tags": [*tags]}, 0)
    assert text.endswith("  tags:\n" + "".join(f"    - {tag}\n" for tag in tags))


def test_a_long_word_is_not_broken() -> None:
    assert entry_text({"front": "a", "back": "b" * 200}, 0) == f"- front: a\n  back: {'b' * 200}\n"


def test_keys_that_are_unknown_come_last_and_lose_nothing() -> None:
    entry: Entry = {
        "colour": "red",
        "ask": "?",
        "kind": "verse",
        "answer": [],
        "match": {},
        "order": [["a"], {"b": "c"}],
    }
    assert list(ordered(entry)) == ["kind", "ask", "order", "colour", "answer", "match"]
    assert other_tool(entry_text(entry, 2)) == [entry]
    assert other_tool(flow_text({"source": {"page": "x", "quote": "y"}})) == {
        "source": {"quote": "y", "page": "x"}
    }
    assert entry_text({}, 2) == "  - {}\n"


def test_a_character_that_the_format_refuses_is_named_by_the_reader() -> None:
    text = HEAD + entry_text({"front": "a\x07b", "back": "c"}, 2)
    assert "U+0007" in read_text(text.encode(), "t", "t").problems[0].message


def test_every_kind_is_made_here() -> None:
    from quiz.question import Kind  # noqa: PLC0415 - one test needs it

    assert set(KINDS) == set(Kind)
