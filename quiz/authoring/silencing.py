"""Findings that an author has answered: comments such as ``# quiz: ignore CODE``.

Behind a value such a comment silences what is found on its line; on a line of its own, what
is found on the next one. On the first line of a question, or right above it, it silences the
whole question. Several codes stand with commas between them, a reason may follow after ``--``.
Faults cannot be silenced: what has one is not loaded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.check import check
from quiz.authoring.finding import Found
from quiz.authoring.raw import lines
from quiz.authoring.rule import Family, Rule, each_bank, questions
from quiz.authoring.rules import RULES as LOOKING
from quiz.bank import Code
from quiz.bank.problem import shown, shown_path
from quiz.bank.quoted import quoted_spans
from quiz.bank.suggest import nearest
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material
    from quiz.bank.quoted import Span

_COMMENT = re.compile(r"(?<!\S)#\s*quiz:?\s*ignore\b(?P<codes>.*)")
_CODE = re.compile(r"[^\s,]+")
_REASON = re.compile(r"(?<!\S)--(?!\S)")
_NOTHING = re.compile(r"\s*(?:#.*\s*)?")


class Silence(NamedTuple):
    """One code of a comment, where it is written, and the lines from the first to the last that it silences.

    The code is empty where a comment names none; the last line is before the first where
    nothing follows the comment.
    """

    location: Location
    code: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Whether it silences a finding of the same file."""
        return self.code == finding.code and self.first <= finding.location.line <= self.last


def heard(banks: Iterable[Material], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no comment silences, in their order."""
    silences = {shown_path(bank.path): silences_of(bank) for bank in banks}
    return [
        finding
        for finding in findings
        if finding.code in _FAULTS
        or not any(one.covers(finding) for one in silences.get(finding.location.path, ()))
    ]


def silences_of(bank: Material) -> tuple[Silence, ...]:
    """Return what the comments of a file silence, in their order; empty for most files."""
    if not _COMMENT.search(bank.text):
        return ()
    rows = lines(bank.text)
    texts = _texts(bank.text)
    wholes = {one.question.location.line: one.node.end_line for one in bank.written}
    return tuple(
        silence
        for number, line in enumerate(rows, start=1)
        for comment in _COMMENT.finditer(line)
        if not _inside(texts, (number, comment.start() + 1))
        for silence in _read(comment, number, rows, wholes, bank.path)
    )


def _read(
    comment: re.Match[str], number: int, rows: tuple[str, ...], wholes: dict[int, int], path: str
) -> Iterator[Silence]:
    first = number if comment.string[: comment.start()].strip() else _next(rows, number)
    last = max(first, wholes.get(first, 0)) if first <= len(rows) else number
    reason = _REASON.search(comment.string, comment.start("codes"))
    end = reason.start() if reason else len(comment.string)
    codes = list(_CODE.finditer(comment.string, comment.start("codes"), end))
    for code in codes:
        yield Silence(Location(path, number, code.start() + 1), code[0], first, last)
    if not codes:
        yield Silence(Location(path, number, comment.start() + 1), "", first, last)


def _next(rows: tuple[str, ...], number: int) -> int:
    """Return the number of the first line after ``number`` that is more than a comment."""
    while number < len(rows) and _NOTHING.fullmatch(rows[number]):
        number += 1
    return number + 1


@lru_cache(maxsize=16)
def _texts(text: str) -> list[Span]:
    """Return where the texts stand in which no comment can be; two rules and a filter ask for them."""
    return list(quoted_spans(text.encode()))


def _inside(spans: list[Span], at: tuple[int, int]) -> bool:
    index = bisect_right(spans, (at, at))
    return index > 0 and at < spans[index - 1][1]


def _unknown(bank: Material) -> Iterator[Found]:
    for silence in silences_of(bank):
        told = _why_unknown(silence.code)
        if told:
            yield Found(silence.location, *told)


def _why_unknown(code: str) -> tuple[str, str] | None:
    if code in _FAULTS:
        return f"{shown(code)} is a fault, which no comment can silence", "mend it, and take the comment away"
    if code in _KNOWN:
        return None
    near = nearest(code, _KNOWN) if code else None
    cure = f"write `{near}`" if near else "name the code of the finding, as in `# quiz: ignore long-answer`"
    return (f"there is no rule {shown(code)}" if code else "the comment does not say what to ignore"), cure


def _unused(banks: Iterable[Material]) -> Iterator[Found]:
    banks = list(banks)
    silences = {shown_path(bank.path): silences_of(bank) for bank in banks}
    named = {one.code for found in silences.values() for one in found}
    findings = check(banks, [rule for rule in LOOKING if rule.code in named - _FAULTS])
    for path, found in silences.items():
        here = [one for one in findings if one.location.path == path]
        for silence in found:
            if silence.code in _KNOWN - _FAULTS and not any(map(silence.covers, here)):
                message = f"there is no finding {shown(silence.code)} here to ignore"
                yield Found(silence.location, message, "take it out of the comment")


_ASK = "  - ask: What is the motto of the town?\n"
_LONG = "    answer: Who sows the wind will reap the whirlwind before the harvest is in\n"

SILENCING = (
    Rule(
        code="unknown-ignore",
        family=Family.SHAPE,
        about="A comment `# quiz: ignore CODE` names no rule, so it silences nothing, or it names a fault,"
        " which cannot be silenced: what has a fault is not loaded.",
        bad=questions(f"{_ASK}    # quiz: ignore long-anwser\n{_LONG}"),
        good=questions(f"{_ASK}    # quiz: ignore long-answer -- it is carved in stone\n{_LONG}"),
        find=each_bank(_unknown),
    ),
    Rule(
        code="unused-ignore",
        family=Family.SHAPE,
        about="A comment `# quiz: ignore CODE` stands where that rule finds nothing. Left in place, it would"
        " hide what the rule may find there later.",
        bad=questions(f"  # quiz: ignore long-answer\n{_ASK}    answer: Labour conquers\n"),
        good=questions(f"{_ASK}    answer: Labour conquers\n"),
        find=_unused,
    ),
)
"""Rules about the comments themselves."""

_FAULTS = frozenset(code.value for code in Code)
_KNOWN = frozenset(rule.code for rule in (*LOOKING, *SILENCING)) | _FAULTS
