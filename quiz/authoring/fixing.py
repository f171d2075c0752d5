"""Mending what is certain in a bank, and nothing else of it.

Certain are the edits that rules give, keys with a slip of the fingers, and the first line of
what is a bank in all else. Every step is tried
on the text first: a step is not taken after which the bank has a fault that it did not have, or,
where the step has no say in that, after which it says anything else.
"""

from __future__ import annotations

import codecs
import difflib
from bisect import bisect, insort
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.authoring.layout import applied
from quiz.authoring.slips import first_line, slip
from quiz.bank import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quiz.authoring.finding import Edit, Finding
    from quiz.authoring.material import Material

    Read = Callable[[bytes], Material]
    Look = Callable[[Material], Iterable[Finding]]
    Holds = Callable[[Material, Material], bool]
    Edits = Sequence[Edit]

ROUNDS = 10
"""How often a file is looked at again; one edit may make room for another."""

MOST_DOUBTS = 64
"""How many edits are tried one by one where not all of them can be made together."""

QUIET = frozenset({"missing-id", "mixed-line-ends", "no-last-line-end", "space-at-line-end"})
"""Rules whose edits must not change what a bank says, not even the derived name of a question."""

CLOSED = frozenset({Code.UNREADABLE, Code.NO_BANK, Code.BROKEN_YAML, Code.TOO_MUCH})
"""Faults that hide a part of a file, so that nothing in it is certain."""

REVEALED = frozenset({Code.SAME_OPTION, Code.SAME_QUESTION, Code.TOO_FEW, Code.DUPLICATE_ID})
"""Faults of values that a misspelt key kept from being seen; they do not speak against its mending."""


def mended(data: bytes, read: Read, look: Look, *, mark: bool = True) -> bytes:
    """Return the bytes of a file with all that is certain mended; mending it again changes nothing.

    ``read`` makes a bank of bytes; ``look`` gives its findings, whose edits are made, and whose
    misspelt keys are spelt right. ``mark``: a byte order mark is taken away as well. A file
    that is no UTF-8, no bank, or not to be read to its end is returned as it is.
    """
    first = data
    for _ in range(ROUNDS):
        after = _round(data, read, look)
        if mark and is_open(after, read(after)):
            after = after.removeprefix(codecs.BOM_UTF8)
        if after == data:
            return data
        data = after
    # Edits that never come to rest contradict one another, so none of them is certain.
    return first


def _round(data: bytes, read: Read, look: Look) -> bytes:
    bank = read(data)
    if not is_open(data, bank):
        return _headed(data, bank, read)
    for groups, holds in ((_loud, _is_no_worse), (_slips, _is_better), (_quiet, _is_same)):
        after = _made(data, bank, groups(bank, look), holds, read)
        if after != data:
            data, bank = after, read(after)
    return data


def _headed(data: bytes, bank: Material, read: Read) -> bytes:
    """Return the bytes with the first line of a bank, where that alone keeps the file from being one."""
    edit = first_line(bank) if _is_headless(data, bank) else None
    if edit is None:
        return data
    after = edited(data, (edit,))
    reading = read(after)
    return after if is_open(after, reading) and _is_no_worse(bank, reading) else data


def _loud(bank: Material, look: Look) -> Iterator[Edits]:
    for finding in look(bank):
        if finding.edits and finding.code not in QUIET:
            yield finding.edits


def _slips(bank: Material, look: Look) -> Iterator[Edits]:
    yield from filter(None, (_edits(one, bank) for one in look(bank) if one.code == Code.UNKNOWN_KEY))


def _quiet(bank: Material, look: Look) -> Iterator[Edits]:
    for finding in look(bank):
        if finding.code in QUIET:
            yield from ((edit,) for edit in finding.edits)


def mendable(findings: Iterable[Finding], data: bytes, bank: Material) -> int:
    """Return how many findings of a file `mended` has an edit for; 0 where nothing in it is certain."""
    if not is_open(data, bank) and not (_is_headless(data, bank) and first_line(bank)):
        return 0
    return sum(map(bool, (_edits(one, bank) for one in findings)))


def _edits(finding: Finding, bank: Material) -> Edits:
    if finding.code not in {Code.UNKNOWN_KEY, Code.NO_BANK}:
        return finding.edits
    edit = slip(finding, bank) if finding.code == Code.UNKNOWN_KEY else first_line(bank)
    return () if edit is None else (edit,)


def is_open(data: bytes, bank: Material) -> bool:
    """Whether all of a file could be read, so that something in it may be certain."""
    if bank.bank is None or any(problem.code in CLOSED for problem in bank.problems):
        return False
    return _is_text(data)


def _is_headless(data: bytes, bank: Material) -> bool:
    """Whether all of a file could be read but for what says that it is a bank."""
    return _is_text(data) and {problem.code for problem in bank.problems} & CLOSED == {Code.NO_BANK}


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a UTF-8 file after these edits, a byte order mark staying; else ValueError."""
    return applied(data.decode(), edits).encode()


def _made(data: bytes, bank: Material, groups: Iterable[Edits], holds: Holds, read: Read) -> bytes:
    """Return the bytes after as many of these groups of edits as the outcome holds for."""

    def stands(some: Sequence[Edits]) -> bool:
        try:
            after = edited(data, _all(some))
        except ValueError:
            return False
        return holds(bank, read(after))

    taken = _sound(list(_apart(groups)), stands)
    return edited(data, _all(taken)) if taken else data


def _all(groups: Iterable[Edits]) -> list[Edit]:
    return [edit for group in groups for edit in group]


def _apart(groups: Iterable[Edits]) -> Iterator[Edits]:
    """Yield the groups that touch nothing that an earlier one touches; the others' turn comes later."""
    taken: list[Edit] = []
    for group in groups:
        if not any(_touches(edit, taken) for edit in group):
            for edit in group:
                insort(taken, edit)
            yield group


def _touches(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit shares a place with one of others, which are sorted and apart."""
    index = bisect(taken, edit)
    before, after = taken[max(index - 1, 0) : index], taken[index : index + 1]
    return any(edit[:2] <= one[2:4] for one in before) or any(one[:2] <= edit[2:4] for one in after)


def _sound(groups: Sequence[Edits], stands: Callable[[Sequence[Edits]], bool]) -> list[Edits]:
    """Return all groups where they stand together, else those that stand by themselves."""
    if not groups or stands(groups):
        return list(groups)
    alone = [group for group in groups[:MOST_DOUBTS] if len(groups) > 1 and stands([group])]
    return alone if alone and stands(alone) else []


def _faults(bank: Material) -> Counter[tuple[Code, str]]:
    return Counter((problem.code, problem.message) for problem in bank.problems)


def _is_no_worse(before: Material, after: Material) -> bool:
    return after.bank is not None and not _faults(after) - _faults(before)


def _is_better(before: Material, after: Material) -> bool:
    new = _faults(after) - _faults(before)
    return {code for code, _ in new} <= REVEALED and _misspelt(after) < _misspelt(before)


def _misspelt(bank: Material) -> int:
    return sum(problem.code is Code.UNKNOWN_KEY for problem in bank.problems)


def _is_same(before: Material, after: Material) -> bool:
    return _faults(before) == _faults(after) and _said(before) == _said(after)


def _said(bank: Material) -> object:
    """Return all that a bank says, without the places where it says it."""
    questions = bank.bank.questions if bank.bank else ()
    asked = [replace(question, location=questions[0].location) for question in questions]
    return bank.bank and replace(bank.bank, questions=()), asked


def difference(before: bytes, after: bytes, path: str) -> list[str]:
    """Return the lines of a unified diff, each with its line feed, as `git apply` takes them.

    Empty where nothing differs. Lines end at line feeds alone. Both have to be UTF-8.
    """
    lines: list[str] = []
    old, new = _lines(before.decode()), _lines(after.decode())
    for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
        lines.append(line)
        if not line.endswith("\n"):
            lines[-1] += "\n"
            lines.append("\\ No newline at end of file\n")
    return lines


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
