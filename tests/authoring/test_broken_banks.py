"""Every fault of the broken banks is found where it is, all of them in one run, and the cures hold."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.authoring.check import check
from quiz.authoring.fixing import mended
from quiz.authoring.material import material
from quiz.authoring.rules import RULES
from quiz.bank import CannotRead, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broken_banks import Broken

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material

FEWEST = 100
TABLES = sorted(path.stem for path in Path(__file__).parent.glob("broken_banks_*.py"))
BANKS: tuple[Broken, ...] = tuple(
    bank for table in TABLES for bank in getattr(importlib.import_module(table), "BANKS", ())
)
USED = [rule for rule in RULES if rule.on]
SAYS_WHAT = re.compile(
    r"(?:write|add|quote|put it in quotes:) `(?P<text>[^`]+)`(?: or `(?P<other>[^`]+)`)?(?: into it,.*)?"
)

each_bank = pytest.mark.parametrize("broken", BANKS, ids=[bank.name for bank in BANKS])


def made(bank: str, text: str, path: str = "bank.yaml") -> Material:
    """Return a bank of this text; ``text`` is that of ``text.md`` beside it."""

    def read(document: str) -> Mapping[int, str]:
        if document != "text.md" or not text:
            raise CannotRead(document, "there is no such file", "name another")
        return paragraphs(text)

    return material(bank.encode(errors="surrogateescape"), path, Path(path).stem, read)


def found_in(bank: str, text: str) -> list[Finding]:
    """Return what all rules that are on find in a bank."""
    return check([made(bank, text)], USED)


def places(findings: list[Finding]) -> list[tuple[int, int, str]]:
    """Return line, column and code of each finding."""
    return [(one.location.line, one.location.column, one.code) for one in findings]


def test_there_are_enough_of_them_and_each_is_another() -> None:
    assert len(BANKS) >= FEWEST
    assert len({bank.name for bank in BANKS}) == len(BANKS)
    assert len({bank.bank for bank in BANKS}) == len(BANKS)


def test_every_rule_has_its_broken_bank() -> None:
    found = {code for bank in BANKS for _, _, code in bank.found}
    assert found == {rule.code for rule in USED}


@each_bank
def test_all_faults_are_found_at_their_places_in_one_run(broken: Broken) -> None:
    assert places(found_in(broken.bank, broken.text)) == sorted(broken.found)


@each_bank
def test_the_cures_followed_to_the_letter_leave_nothing(broken: Broken) -> None:
    assert [str(one) for one in found_in(broken.mended(), broken.text_cured or broken.text)] == []


@each_bank
def test_what_a_cure_says_to_write_is_what_was_written(broken: Broken) -> None:
    after = broken.mended()
    for one in found_in(broken.bank, broken.text):
        said = SAYS_WHAT.fullmatch(one.cure)
        if said:
            assert any(text and text in after for text in said.groups()), str(one)


@each_bank
def test_mending_what_is_certain_brings_nothing_new(broken: Broken) -> None:
    before = found_in(broken.bank, broken.text)
    data = broken.bank.encode(errors="surrogateescape")
    after = mended(data, lambda data: made(_as_text(data), broken.text), lambda bank: check([bank], USED))
    left = Counter(one.code for one in found_in(_as_text(after), broken.text))
    assert left <= Counter(one.code for one in before)


def _as_text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def test_the_faults_of_many_banks_are_told_in_one_run_each_where_it_is() -> None:
    # Banks on one text would be found to ask the same.
    banks = {f"{number:03}.yaml": bank for number, bank in enumerate(BANKS) if not bank.text}
    found = check([made(bank.bank, "", path) for path, bank in banks.items()], USED)
    told = [(one.location.path, *place) for one, place in zip(found, places(found), strict=True)]
    assert told == [(path, *place) for path, bank in banks.items() for place in sorted(bank.found)]
