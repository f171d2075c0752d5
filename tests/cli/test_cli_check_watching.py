"""``quiz check --watch`` when what it watches goes away and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

BANK = "quiz: 1\ntitle: t\nquestions:\n  - {id: a, front: Capital of France, back: Paris}\n"
AGAIN = "is gone; it is checked again when it is back."


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize("named", [("questions/bank.yaml",), ("questions",), ()])
def test_a_watch_says_that_a_bank_is_gone_and_checks_it_when_it_is_back(
    empty: House, terminals: list[Terminal], named: tuple[str, ...]
) -> None:
    empty.bank(BANK)
    terminals.append(shown := Terminal(empty, "check", "--watch", *named))
    shown.wait(("nothing found", "Waiting for a change"))
    (empty.home / "questions").rename(empty.home / "away")
    shown.wait((f"{(*named, 'questions')[0]} {AGAIN}", "Waiting for a change"))
    assert "nothing found" not in shown.text()
    assert "cannot be read" not in shown.text()
    (empty.home / "away").rename(empty.home / "questions")
    shown.wait(("1 bank, 1 question: nothing found", "Waiting for a change"))


def test_what_is_left_is_checked_while_another_bank_is_gone(empty: House, terminals: list[Terminal]) -> None:
    other = empty.bank(BANK)
    empty.bank(BANK.replace("France", "Spain").replace("Paris", "Madrid"), "more/more.yaml")
    terminals.append(shown := Terminal(empty, "check", "--watch", "questions/bank.yaml", "more"))
    shown.wait(("2 banks, 2 questions: nothing found", "Waiting for a change"))
    other.unlink()
    shown.wait((f"questions/bank.yaml {AGAIN}", "1 bank, 1 question: nothing found", "Waiting for a change"))


def test_where_nothing_could_be_read_nothing_is_said_to_be_sound(empty: House) -> None:
    path = empty.home / "questions" / "bank.yaml"
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(empty.home / "nowhere.yaml")
    done = empty.call("check", "questions/bank.yaml")
    assert done.code == CANNOT
    assert done.out == ""
    assert "the file cannot be read" in done.err


CANNOT = 2
