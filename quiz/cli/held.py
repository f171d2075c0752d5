"""What is said of banks with faults: how many questions these hold back, and what names the faults."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from quiz.bank.problem import shown_path
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.study.held import Broken

NAMED = 3
"""So many banks are named at most."""


def held_lines(broken: Sequence[Broken]) -> Iterator[str]:
    """Yield a line on all questions that faults hold back, and one on banks that go on as they were read."""
    holding = [bank for bank in broken if bank.held]
    if holding:
        held = sum(bank.held for bank in holding)
        told = f"{count(held, 'question')} {_of(holding)} {'is' if held == 1 else 'are'} held back"
        yield f"{told} because of faults; {_cure(holding)}."
    unread = [bank for bank in broken if bank.going_on]
    if unread:
        going = count(sum(bank.going_on for bank in unread), "question")
        go = "goes on as it was" if going.startswith("1 ") else "go on as they were"
        yield f"{going} {_of(unread)} {go} read before, as the file cannot be read now; {_cure(unread)}."


def untold(problems: Sequence[str], broken: Sequence[Broken]) -> list[str]:
    """Return the problems of files that `held_lines` says nothing of."""
    told = tuple(f"{shown_path(bank.path)}:" for bank in broken if bank.held or bank.going_on)
    return [problem for problem in problems if not problem.startswith(told)]


def _of(banks: Sequence[Broken]) -> str:
    if len(banks) > NAMED:
        return f"of {len(banks)} banks"
    *first, last = (clean_line(bank.bank) for bank in banks)
    return f"of {', '.join(first)} and {last}" if first else f"of {last}"


def _cure(banks: Sequence[Broken]) -> str:
    """Return what names the faults of these banks."""
    keys = [shlex.quote(clean_line(bank.bank)) for bank in banks] if len(banks) <= NAMED else []
    it = "it" if sum(bank.faults for bank in banks) == 1 else "them"
    return f"`{' '.join(['quiz check', *keys])}` names {it}"
