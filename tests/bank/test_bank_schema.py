"""The schema for editors, held against the reader: it takes every sound bank and refuses broken ones."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from quiz.bank import FIELDS, Field, Place, Shape, find_banks, read_text
from quiz.bank.plans import SIGNS
from quiz.bank.schema import (
    _SHAPES,
    EDITOR_LINES,
    SCHEMA_FILE,
    editor_line,
    schema,
    schema_text,
    write_schema,
)
from quiz.question import Kind

FOLDER = Path(__file__).parent.parent.parent / "questions"
HEAD = "quiz: 1\ntitle: T\nquestions:\n"
VALIDATOR = Draft7Validator(schema())
FIELDS_OF_ALL = [(place, field) for place, fields in FIELDS.items() for field in fields]


class Editor(yaml.SafeLoader):
    """Gives values the types of YAML 1.2's core schema, as the YAML server of editors does."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the attribute of the base class


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Editor.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def seen(text: str) -> object:
    """Return a bank as an editor sees it: types of YAML 1.2, keys as texts."""
    return json.loads(json.dumps(yaml.load(text, Loader=Editor)))  # noqa: S506 - derived from the safe one


def faults(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(seen(text))]


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_text(text.encode(), "b", "k").problems]


def test_it_is_a_schema_of_draft_07() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(schema_text()) == schema()
    assert schema_text().endswith("}\n")


def test_every_shape_has_its_schema() -> None:
    assert set(_SHAPES) == set(Shape)


@pytest.mark.parametrize("path", find_banks(FOLDER), ids=lambda path: path.stem)
def test_the_banks_of_this_house_are_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(text) == []
    as_texts = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - gives texts alone
    assert list(VALIDATOR.iter_errors(as_texts)) == []


def properties(place: Place | Kind) -> dict[str, Any]:
    whole = schema()
    if place is Place.BANK:
        return dict(whole["properties"])
    name = "source" if place is Place.SOURCE else "question"
    return dict(whole["definitions"][name]["properties"])


@pytest.mark.parametrize(("place", "field"), FIELDS_OF_ALL)
def test_every_key_is_described_with_an_example_that_is_valid(place: Place | Kind, field: Field) -> None:
    told = properties(place)[field.name]
    assert field.about in told["description"]
    assert told["examples"]
    whole = schema()
    for example in told["examples"]:
        part = {**told, "definitions": whole["definitions"]}
        assert list(Draft7Validator(part).iter_errors(example)) == []


def test_keys_lie_flat_and_others_are_refused() -> None:
    for part in (schema(), schema()["definitions"]["question"], schema()["definitions"]["source"]):
        assert part["additionalProperties"] is False
    names = {field.name for place in (Place.QUESTION, *Kind) for field in FIELDS[place]}
    assert set(properties(Place.QUESTION)) == names


def test_patterns_are_such_as_javascript_takes() -> None:
    def patterns(node: object) -> list[str]:
        if isinstance(node, dict):
            own = [node["pattern"]] if isinstance(node.get("pattern"), str) else []
            return own + [found for value in node.values() for found in patterns(value)]
        return [found for value in node for found in patterns(value)] if isinstance(node, list) else []

    found = set(patterns(schema()))
    assert len(found) > 8
    for pattern in found:
        re.compile(pattern)
        assert not re.search(r"\(\?[^:!=]|\\[AZpP]", pattern)


EXAMPLES = """
ask: A
answer: 42

ask: A
answer: 'no'

ask: A
answer: true
kind: text

ask: A
answer: b
accept: c
reverse: yes

ask: A
answer: 1.5
wrong: [true, 2, c: why, 3: 4]

claim: A
answer: no

claim: A
answer: FALSE

ask: A
number: 90,000
tolerance: 5 %
unit: men

ask: A
answer: 2
options: [1, 2, 3: why]

ask: A
answers: [b]
options: [a, b]
shuffle: false

ask: A
answer: b
exact: true

cloze: '{a}'
exact: no

ask: A
number: 85..95

ask: A
number: -1.5 .. +2,000
unit: men

ask: A
number: 3.14
tolerance: 3 figures

ask: A
number: -1.5e3
tolerance: 0

ask: A
number: '+1 000'
tolerance: 2.5

ask: A
date: 2021

ask: A
date: 2021-12

ask: A
date: -44-03-15

ask: A
answers: [1]
wrong: [b]

cloze: '{a} and \\{b\\}'

cloze: a {b\\}c|d::e}

ask: A
order: [1, 2]

ask: A
match: {1912: 3, b: c}

front: 1
back: 2
tags: []

front: A
back: b
tags: c
id: 12
source: {paragraph: '3', quote: 4, document: ../x y.md, checked: 12345678}

front: A
back: b
id: \u00e9-1_x.y
source: {checked: [5d41c0fa, 12345678]}
shuffle: no
draft: false
group: g
hint: h
why: w
kind: recall
"""


@pytest.mark.parametrize("written", EXAMPLES.strip().split("\n\n"))
def test_what_the_reader_takes_is_valid(written: str) -> None:
    text = HEAD + "- " + written.replace("\n", "\n  ") + "\n"
    assert problems(text) == []
    assert faults(text) == []


BROKEN = r"""
ask: A

answer: b

ask: A
anwser: b

ask: A
answer:

ask: A
answer: ''

ask: A
answer: [b]

ask: A
answer: {b: c}

ask: A
answer: true

ask: A
answer: b
tolerance: 1

ask: A
answer: b
accept: []

ask: A
wrong: [b]

ask: A
answer: b
wrong: []

ask: A
answer: b
wrong: c

ask: A
answer: b
wrong: [c: d, {e: f, g: h}]

ask: A
answer: b
wrong: [c: ]

ask: A
answer: b
options: [b]

ask: A
answer: b
options: [b, c]
wrong: [c]

ask: A
answers: [b]
options: c

ask: A
options: [b, c]

ask: A
answer: b
accept: [c]
options: [b, c]

ask: A
number: 5
exact: true

ask: A
number: 5
tolerance: 0 figures

ask: A
number: 5
tolerance: figures

ask: A
number: 5..

claim: A
answer: maybe

claim: A

ask: A
claim: B
answer: true

ask: A
number: many

ask: A
number: 5
tolerance: -1

ask: A
date: 17 December

ask: A
date: 2024-13-45

ask: A
date: 12345

ask: A
answers: [b]

ask: A
order: [b]

ask: A
order: b

ask: A
match: {b: c}

ask: A
match: [b, c]

cloze: no hole

cloze: 'only \{braces\}'

cloze: {a: b}

cloze: '{a}'
answer: b

front: A

front: A
back: b
accept: [c]

front: A
back: b
reverse: maybe

front: A
back: b
id: a/b

front: A
back: b
id: ''

front: A
back: b
id: [c]

front: A
back: b
kind: recal

front: A
back: b
kind: text

front: A
back: b
tags: {c: d}

front: A
back: b
source: text.md

front: A
back: b
source: {}

front: A
back: b
source: {paragraf: 1}

front: A
back: b
source: {paragraph: 0}

front: A
back: b
source: {document: /etc/passwd}

front: A
back: b
source: {document: 'C:\x'}

front: A
back: b
source: {checked: abc}

front: A
back: b
source: {checked: [5d41c0fa, abc]}

front: A
back: b
group: "a\nb"

front: A
back: b
shuffle: 1

front: A
back: b
title: c
"""


@pytest.mark.parametrize("written", BROKEN.strip().split("\n\n"))
def test_what_the_reader_refuses_is_invalid(written: str) -> None:
    text = HEAD + "- " + written.replace("\n", "\n  ") + "\n"
    assert problems(text)
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "title: T\nquestions: []\n",
        "quiz: 2\ntitle: T\nquestions: []\n",
        "quiz: true\ntitle: T\nquestions: []\n",
        "quiz: 1\nquestions: []\n",
        "quiz: 1\ntitle: T\n",
        "quiz: 1\ntitle: T\nquestions: many\n",
        "quiz: 1\ntitle: T\nquestions: [a]\n",
        "quiz: 1\ntitel: T\nquestions: []\n",
        "quiz: 1\ntitle:\nquestions: []\n",
        "quiz: 1\ntitle: T\nlanguage: english please\nquestions: []\n",
        "quiz: 1\ntitle: T\nid: a//b\nquestions: []\n",
        "quiz: 1\ntitle: T\nsource: /a.md\nquestions: []\n",
        "quiz: 1\ntitle: T\nhint: h\nquestions: []\n",
    ],
)
def test_a_broken_head_is_invalid(text: str) -> None:
    assert problems(text)
    assert faults(text)


def test_the_fault_names_the_key() -> None:
    assert any("anwser" in fault for fault in faults(f"{HEAD}- ask: A\n  anwser: b\n"))
    assert "'wrong' is a required property" in faults(f"{HEAD}- ask: A\n  answers: [b]\n")
    assert any("'tolerance'" in fault for fault in faults(f"{HEAD}- {{ask: A, answer: b, tolerance: 1}}\n"))


def test_one_of_two_keys_is_told_as_what_has_no_place() -> None:
    both = f"{HEAD}- {{ask: A, answer: b, wrong: [c], options: [b, c]}}\n"
    assert faults(both) == ["False schema does not allow ['c']"]


@pytest.mark.parametrize("sign", [sign for sign, _ in SIGNS])
def test_the_key_that_decides_for_the_reader_decides_here(sign: str) -> None:
    text = f"{HEAD}- {{{sign}: 1}}\n"
    missing = re.findall(r"kind \S+ needs `(\w+)`", "\n".join(problems(text)))
    told = re.findall(r"'(\w+)' is a required property", "\n".join(faults(text)))
    assert set(told) == set(missing)


words = st.from_regex(r"[A-Za-z0-9\u00e9\u4e00][ -~\u00e9\u4e00]{0,12}", fullmatch=True).map(str.strip)
booleans = st.sampled_from([True, False, "yes", "No", "TRUE"])
label = words
VALUES: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.TEXT: words | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    Shape.LABEL: label,
    Shape.LABELS: label | st.lists(label, max_size=3),
    Shape.TEXTS: words | st.lists(words, min_size=1, max_size=3),
    Shape.LIST: st.lists(
        words, min_size=2, max_size=4, unique_by=lambda word: " ".join(word.split()).casefold()
    ),
    Shape.OPTIONS: st.lists(
        words.map("x{}".format) | st.dictionaries(words.map("y{}".format), words, min_size=1, max_size=1),
        min_size=1,
        max_size=3,
    ),
    Shape.PAIRS: st.dictionaries(words, words, min_size=2, max_size=3),
    Shape.BOOLEAN: booleans,
    Shape.WRITTEN_NUMBER: st.integers(-(10**9), 10**9)
    | st.sampled_from(["90,000", "1.5", "-7", " 5 ", ".5", "1e3", "85..95", "-1 .. .5", "95..85"]),
    Shape.TOLERANCE: st.sampled_from(
        [0, 5, 2.5, "5%", "0.5 %", "1,000", "1 figure", "3 Figures", " 02  figures"]
    ),
    Shape.DATE: st.sampled_from([2021, "2021-12", "2021-12-17", "-44", "476-9-4"]),
    Shape.CLOZE: words.map(
        lambda word: "a {" + word.translate(dict.fromkeys(map(ord, "{}\\|:"), "x")) + "} b"
    ),
    Shape.ID: st.from_regex(r"[A-Za-z0-9._\u00e9-]{1,20}", fullmatch=True),
    Shape.SOURCE: st.fixed_dictionaries({"quote": words}, optional={"paragraph": st.integers(1, 999)})
    | st.fixed_dictionaries(
        {
            "paragraph": st.integers(1, 9),
            "also": st.integers(10, 99) | st.lists(st.integers(10, 99), min_size=1, unique=True),
        }
    ),
}


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """A question of any kind, with some of the keys that it may have."""
    kind = draw(st.sampled_from(Kind))
    fields = [
        field
        for field in (*FIELDS[kind], *FIELDS[Place.QUESTION])
        if field.needed or (field.shape in VALUES and draw(st.booleans()))
    ]
    entry = {field.name: draw(VALUES[field.shape]) for field in fields}
    if "options" in entry:
        del entry["wrong"]
        right = entry["answers"] if kind is Kind.SEVERAL else [entry["answer"]]
        entry["options"] = draw(st.permutations([*right, *entry["options"]]))
    return entry | ({"kind": kind.value} if draw(st.booleans()) else {})


@given(st.lists(entries(), max_size=3))
def test_a_bank_that_the_reader_takes_is_valid(questions: list[dict[str, Any]]) -> None:
    bank = {"quiz": 1, "title": "T", "questions": questions}
    assume(not problems(json.dumps(bank, ensure_ascii=False)))
    assert list(VALIDATOR.iter_errors(bank)) == []


@pytest.mark.parametrize("kind", list(Kind))
def test_the_needed_keys_of_a_kind_make_a_valid_question(kind: Kind) -> None:
    examples = {field.name: yaml.safe_load(field.example) for field in FIELDS[kind] if field.needed}
    bank = {"quiz": 1, "title": "T", "questions": [examples]}
    text = json.dumps(bank, default=str)
    assert problems(text) == []
    assert faults(text) == []


def test_the_editor_finds_the_schema_beside_the_bank() -> None:
    assert editor_line("../x.json") == "# yaml-language-server: $schema=../x.json"
    assert EDITOR_LINES[0] == editor_line(f"./{SCHEMA_FILE}")
    assert problems("\n".join(EDITOR_LINES) + f"\n{HEAD}- {{front: a, back: b}}\n") == []


def test_the_written_file_is_the_schema_and_no_bank(tmp_path: Path) -> None:
    path = write_schema(tmp_path)
    assert path == tmp_path / ".quiz-schema.json"
    assert path.read_text(encoding="utf-8") == schema_text()
    assert find_banks(tmp_path) == ()
    assert list(tmp_path.iterdir()) == [tmp_path / SCHEMA_FILE]


def test_a_file_that_is_the_same_is_left_alone(tmp_path: Path) -> None:
    path = write_schema(tmp_path)
    os.utime(path, (1, 1))
    before = path.stat()
    after = write_schema(tmp_path).stat()
    assert (after.st_ino, after.st_mtime) == (before.st_ino, 1)


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    assert write_schema(tmp_path).read_text(encoding="utf-8") == schema_text()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / SCHEMA_FILE).write_text("{}", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_schema(tmp_path)
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == "{}"
    assert list(tmp_path.iterdir()) == [tmp_path / SCHEMA_FILE]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_schema(tmp_path / "gone")
