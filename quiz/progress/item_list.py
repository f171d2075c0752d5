"""Questions with their figures and findings, the worst first; also as JSON and CSV, promises to scripts."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.progress.discrimination import Discrimination
from quiz.progress.faults import FEWEST, LEECH, Fault
from quiz.progress.verdicts import findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.progress.distractors import OptionShare
    from quiz.progress.faults import Finding
    from quiz.progress.items import Item

LAYOUT = 1
DECIMALS = 6
NEVER_ASKED = 2.0

_GRAVITY = {fault: place for place, fault in enumerate(Fault)}


class Judged(NamedTuple):
    """A question, and what was found of it, the gravest first."""

    item: Item
    findings: tuple[Finding, ...] = ()


def judged(items: Sequence[Item]) -> tuple[Judged, ...]:
    """Return the questions with their findings, the worst first.

    First those with findings, by the gravest; then by facility, shrunk, the hardest first; those
    never asked last. Of equals the order given stays.
    """
    found = findings(items)
    return tuple(sorted((Judged(item, found.get(item.name, ())) for item in items), key=_badness))


def _badness(one: Judged) -> tuple[int, float]:
    gravest = min((_GRAVITY[finding.fault] for finding in one.findings), default=len(Fault))
    return gravest, one.item.shrunk if one.item.facility.out_of else NEVER_ASKED


def items_json(
    listed: Iterable[Judged], in_words: Callable[[Item, Finding], tuple[str, str]]
) -> dict[str, Any]:
    """Return what `quiz items --json` prints.

    Shares and chances are 0..1, all are rounded to six decimals; keys are never left out, new ones may
    come, one that goes or changes raises ``layout``::

        layout     1
        fewest     with fewer first answers a question is not judged
        questions  [question], the worst first:
          card, prompt, kind, path, line
          answers         answers that stand, to the question as it is now
          earlier         answers given before its text or answer was changed, which count nowhere
          learners        who gave the answers
          first_answers   first answers to it in a sitting: all that follows is counted over them
          points          their sum
          facility        {share, low, high, shrunk}; share is null without answers; low and high are
                          the interval of 95 %, shrunk is drawn to the mean of the kind
          recall          {answers, foretold, recalled, surplus, low, high} of the answers that memory
                          foretold, surplus is recalled less foretold; null without any
          discrimination  {by, value, pairs, low, high}, by is learners or days; null where it cannot
                          be told
          untold          why it cannot: few, steady or alike; else null
          median_ms       null without answers
          hinted          how many were given after a hint
          overruled       {times, out_of}: into right, out of those that grading did not find right
          flags           the notes of the flags that stand
          lapses, leech   how often it was forgotten, by who forgot it most; six times make a leech
          options         [{text, right, picked, share, share_of_wrong}] of a choice, true-false or
                          several; shares are null where nothing was counted
          mix_ups         [{at, right, taken, times}]: what was taken for what; at is the left side of
                          a match, else empty
          typed           [{text, times, overruled}]: wrong typed answers, alike ones as one
          empty           how many were left empty
          findings        [{fault, about, times, out_of, p, says, do}], the gravest first; p is how likely
                          such answers are of a sound question, null where it is a plain count
    """
    return {
        "layout": LAYOUT,
        "fewest": FEWEST,
        "questions": [_question(one, in_words) for one in listed],
    }


COLUMNS = (
    "card", "kind", "path", "line", "answers", "earlier", "learners", "first_answers", "points", "facility",
    "facility_low", "facility_high", "facility_shrunk", "foretold_answers", "foretold", "recalled", "surplus",
    "surplus_low", "surplus_high", "discrimination", "discrimination_low", "discrimination_high", "median_ms",
    "hinted", "overruled", "missed", "flags", "lapses", "never_picked", "empty", "findings",
)  # fmt: skip
"""The columns of ``items_csv``."""


def items_csv(listed: Iterable[Judged]) -> str:
    """Return what `quiz items --csv` prints: a line of `COLUMNS`, and one for each question, the worst first.

    The figures are those of ``items_json``; ``missed`` is out of how many were overruled, ``flags``
    their number, ``never_picked`` how many wrong options nobody picked, ``findings`` the faults
    with spaces between them. What cannot be told is empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(one) for one in listed)
    return text.getvalue()


def _question(one: Judged, in_words: Callable[[Item, Finding], tuple[str, str]]) -> dict[str, Any]:
    item = one.item
    place = item.subject.card.question.location
    told = isinstance(item.discrimination, Discrimination)
    return {
        "card": item.name,
        "prompt": item.subject.card.prompt,
        "kind": item.subject.card.question.kind.value,
        "path": place.path,
        "line": place.line,
        "answers": item.answers,
        "earlier": item.earlier,
        "learners": item.learners,
        "first_answers": item.facility.out_of,
        "points": _rounded(item.facility.hits),
        "facility": _facility(item),
        "recall": _recall(item),
        "discrimination": _discrimination(item),
        "untold": None if told else str(item.discrimination),
        "median_ms": item.median_ms,
        "hinted": item.hinted.hits,
        "overruled": {"times": item.raised.hits, "out_of": item.raised.out_of},
        "flags": list(item.subject.flags),
        "lapses": item.subject.lapses,
        "leech": item.subject.lapses >= LEECH,
        "options": [_option(option) for option in item.options],
        "mix_ups": [mixed._asdict() for mixed in item.mix_ups],
        "typed": [{"text": one.text, "times": one.times, "overruled": one.raised} for one in item.typed],
        "empty": item.empty,
        "findings": [_finding(item, finding, in_words) for finding in one.findings],
    }


def _facility(item: Item) -> dict[str, Any]:
    low, high = item.facility.interval()
    return {
        "share": _rounded(item.facility.share),
        "low": _rounded(low),
        "high": _rounded(high),
        "shrunk": _rounded(item.shrunk),
    }


def _recall(item: Item) -> dict[str, Any] | None:
    found = item.recall
    return found and {
        "answers": found.answers,
        "foretold": _rounded(found.foretold),
        "recalled": _rounded(found.recalled),
        "surplus": _rounded(found.surplus),
        "low": _rounded(found.interval.low),
        "high": _rounded(found.interval.high),
    }


def _discrimination(item: Item) -> dict[str, Any] | None:
    if not isinstance(item.discrimination, Discrimination):
        return None
    found = item.discrimination.correlation
    return {
        "by": item.discrimination.by.value,
        "value": _rounded(found.value),
        "pairs": found.pairs,
        "low": _rounded(found.interval.low),
        "high": _rounded(found.interval.high),
    }


def _option(option: OptionShare) -> dict[str, Any]:
    return {
        "text": option.text,
        "right": option.is_right,
        "picked": option.picked.hits,
        "share": _rounded(option.picked.share),
        "share_of_wrong": _rounded(option.of_wrong.share),
    }


def _finding(
    item: Item, finding: Finding, in_words: Callable[[Item, Finding], tuple[str, str]]
) -> dict[str, Any]:
    says, do = in_words(item, finding)
    told = {**finding._asdict(), "fault": finding.fault.value, "about": list(finding.about)}
    return {**told, "p": _rounded(finding.p), "says": says, "do": do}


def _row(one: Judged) -> list[Any]:
    item = one.item
    place, recall, found = (
        item.subject.card.question.location,
        _recall(item) or {},
        _discrimination(item) or {},
    )
    wrong = [option for option in item.options if not option.is_right]
    return [
        item.name,
        item.subject.card.question.kind.value,
        place.path,
        place.line,
        item.answers,
        item.earlier,
        item.learners,
        item.facility.out_of,
        _rounded(item.facility.hits),
        *_facility(item).values(),
        *(recall.get(key) for key in ("answers", "foretold", "recalled", "surplus", "low", "high")),
        *(found.get(key) for key in ("value", "low", "high")),
        item.median_ms,
        item.hinted.hits,
        item.raised.hits,
        item.raised.out_of,
        len(item.subject.flags),
        item.subject.lapses,
        sum(not option.picked.hits for option in wrong) if item.facility.out_of else None,
        item.empty,
        " ".join(finding.fault for finding in one.findings),
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
