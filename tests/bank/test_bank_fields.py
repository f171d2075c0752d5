"""The one table of keys, and what is made from it."""

from __future__ import annotations

import pytest
import yaml

from quiz.bank import FIELDS, Field, Place, Shape, read_text, reference
from quiz.bank.plans import SIGNS, plan
from quiz.bank.shapes import READERS
from quiz.question import Kind

ALL = [(place, field) for place, fields in FIELDS.items() for field in fields]


def test_every_place_and_kind_has_its_keys() -> None:
    assert set(FIELDS) == {*Place, *Kind}


def test_no_key_stands_twice_in_one_place() -> None:
    common = [field.name for field in FIELDS[Place.QUESTION]]
    for place, fields in FIELDS.items():
        names = [field.name for field in fields] + (common if isinstance(place, Kind) else [])
        assert len(set(names)) == len(names)


def test_every_shape_has_its_reader() -> None:
    assert set(READERS) == set(Shape) - {Shape.QUESTIONS}


def test_a_key_that_several_kinds_take_has_one_shape_but_for_the_answer() -> None:
    shapes: dict[str, set[Shape]] = {}
    for place, field in ALL:
        if isinstance(place, Kind):
            shapes.setdefault(field.name, set()).add(field.shape)
    assert {name for name, found in shapes.items() if len(found) > 1} == {"answer"}


@pytest.mark.parametrize(("place", "field"), ALL)
def test_a_description_is_one_sentence(place: Place | Kind, field: Field) -> None:
    assert field.about[0].isupper()
    assert field.about.endswith(".")
    assert "\n" not in field.about


@pytest.mark.parametrize("kind", list(Kind))
def test_the_keys_that_a_kind_needs_show_it(kind: Kind) -> None:
    needed = tuple(field.name for field in FIELDS[kind] if field.needed)
    assert plan(needed, None).kind is kind
    assert not plan(needed, None).has_faults
    assert any(sign in needed for sign, shown in SIGNS if shown is kind)


def test_what_stands_in_place_of_a_needed_key_is_a_key_beside_it() -> None:
    instead = {(place, field.instead) for place, field in ALL if field.instead}
    assert instead == {(Kind.CHOICE, "options"), (Kind.SEVERAL, "options")}
    for place, name in instead:
        needed = {field.name for field in FIELDS[place] if field.needed and not field.instead}
        found = plan((*needed, name), None)
        assert (found.kind, found.missing, found.strange) == (place, (), ())


@pytest.mark.parametrize("without", ["wrong", "options"])
def test_the_examples_make_a_bank(without: str) -> None:
    def example(place: Place | Kind) -> dict[str, str]:
        left_out = {"kind", "questions", without}
        return {field.name: field.example for field in FIELDS[place] if field.name not in left_out}

    shared = {name: text for name, text in example(Place.QUESTION).items() if name not in {"id", "source"}}
    source = "{" + ", ".join(f"{name}: {text}" for name, text in example(Place.SOURCE).items()) + "}"
    lines = [f"{name}: {text}" for name, text in example(Place.BANK).items()]
    lines.append("questions:")
    for kind in Kind:
        keys = {"kind": str(kind), **example(kind), **shared, "source": source}
        lines.append(f"- id: {kind}")
        lines += [f"  {name}: {text}" for name, text in keys.items()]
    reading = read_text("\n".join(lines).encode(), "p", "k")
    assert [str(problem) for problem in reading.problems] == []
    assert reading.bank is not None
    assert [question.kind for question in reading.bank.questions] == list(Kind)


def test_the_reference_has_a_row_for_each_key() -> None:
    head, rule, *rows = reference().splitlines()
    assert head == "| where | key | holds | what it is | example |"
    assert set(rule) == {"|", "-"}
    assert len(rows) == len(ALL)
    for row, (place, field) in zip(rows, ALL, strict=True):
        assert row.startswith(f"| {place} | ")
        assert f"`{field.name}`" in row
        assert ("**" in row) is field.needed
        assert row.replace("\\|", "").count("|") == 6


def test_the_example_of_questions_is_a_list() -> None:
    (questions,) = (field for field in FIELDS[Place.BANK] if field.name == "questions")
    assert yaml.safe_load(questions.example) == [{"front": "Bern", "back": "Switzerland"}]
