"""``quiz schema`` through the program's door."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from quiz.bank.schema import SCHEMA_FILE, schema, schema_text

if TYPE_CHECKING:
    from door import House


def test_it_prints_the_schema_and_nothing_else(empty: House) -> None:
    for done in (empty.run("schema"), empty.call("schema")):
        assert (done.code, done.err) == (0, "")
        assert json.loads(done.out) == schema()
    assert not empty.db.exists()


def test_it_writes_the_schema_beside_the_banks(house: House) -> None:
    done = house.call("schema", "--write", "questions")
    assert done.code == 0
    assert done.out.splitlines() == [
        f"questions/{SCHEMA_FILE} is written. Begin the banks beside it with:",
        f"# yaml-language-server: $schema=./{SCHEMA_FILE}",
        f"# $schema: ./{SCHEMA_FILE}",
    ]
    written = house.home / "questions" / SCHEMA_FILE
    assert written.read_text(encoding="utf-8") == schema_text()
    assert house.call("list").code == 0


def test_it_may_be_written_again(empty: House) -> None:
    assert empty.call("schema", "--write", ".").code == 0
    assert empty.call("schema", "--write", ".").code == 0
    assert [path.name for path in empty.home.iterdir()] == [SCHEMA_FILE]


@pytest.mark.parametrize("name", ["gone", "a.yaml"])
def test_what_is_no_folder_is_told(empty: House, name: str) -> None:
    empty.bank("", "a.yaml")
    done = empty.call("schema", "--write", name)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"quiz: {name} is no folder. Name the one that your banks stand in.\n"


def test_an_empty_text_is_not_the_current_folder(empty: House) -> None:
    done = empty.call("schema", "--write", "")
    assert (done.code, done.out) == (2, "")
    assert done.err == "quiz: An empty text is no folder. Name the one that your banks stand in.\n"
    assert list(empty.home.iterdir()) == []


def test_what_cannot_be_written_is_told(empty: House) -> None:
    (empty.home / SCHEMA_FILE).mkdir()
    done = empty.call("schema", "--write", ".")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("quiz: The schema cannot be written into .: ")
    assert done.err.endswith("Check the folder and its rights.\n")
    assert [path.name for path in empty.home.iterdir()] == [SCHEMA_FILE]


def test_the_help_says_what_it_is_for(empty: House) -> None:
    done = empty.call("schema", "--help")
    assert done.code == 0
    assert "JSON Schema (draft-07)" in done.out
    assert ".quiz-schema.json" in done.out
