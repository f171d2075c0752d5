"""The page of a selection as JSON: part of the promise of ``overview_json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.progress.scores_json import standing_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.progress.calendar import DayCell
    from quiz.progress.calibration import Foresight
    from quiz.progress.proportion import Proportion
    from quiz.progress.report import Known
    from quiz.progress.selection import CardFigures, Chosen, Selection, Totals
    from quiz.progress.tallies import HourRow, KindRow

_DECIMALS = 6


def selection_json(selection: Selection) -> dict[str, Any]:
    """Return the value of ``selection`` in what `quiz stats --json` prints.

    A share counted out of something is {hits, out_of, share, low, high}: the true share lies in
    low..high 95 times in 100, and share is null for nothing counted::

        chosen       {banks, tags, kinds, since}: what was asked for; since is a day or null
        totals       {answers, apart, points, corrected, recalled, answering_ms}: points are
                     those of the first answers to each card of a study sitting, as a share;
                     corrected is the share of them beyond luck, or null; recalled is true
                     retention of all these answers, as a share
        known        {cards, answered, expected, share} as above
        streak       {days, longest}: study days in a row with such answers
        calendar     [{day, answers, level}] of these answers
        weeks        [{monday, recalled}]: true retention by week
        intervals    [{low, high, number}]: cards by the days from their last answer to the next;
                     high null: without an end
        weakest      [{card, prompt, chance, interval_days, lapses, answers}]: answered cards,
                     the least likely to be recalled today first, at most ten
        kinds        [{kind, answers, points, corrected, recalled, mean_ms}]
        hours        [{hour, answers, answering_ms, recalled}]: hours with answers, local, 0..23
        foresight    {answers, foretold, recalled, surplus, low, high, brier} over answers whose
                     chance of recall was known, or null: mean chance, share recalled, recalled
                     less foretold with its interval of 95 %, and the mean squared difference
        calibration  [{low, high, foretold, recalled}]: such answers by their chance
        confidence   [{confidence, right}]: guessing, think_so or sure, and how many were right
        scores       {sittings, best, last, trend} of its study sittings as in `quiz history
                     --json`, or null; best and last are {sitting, day, points, out_of, share,
                     corrected}, trend is {way, slope, margin, sittings} or null
    """
    return {
        "chosen": _chosen(selection.chosen),
        "totals": _totals(selection.totals),
        "known": known_json(selection.known),
        "streak": selection.streak._asdict(),
        "calendar": calendar_json(selection.calendar),
        "weeks": [
            {"monday": one.monday.isoformat(), "recalled": _share(one.recalled)} for one in selection.weeks
        ],
        "intervals": [one._asdict() for one in selection.intervals],
        "weakest": [_card(one) for one in selection.weakest],
        "kinds": [_kind(one) for one in selection.kinds],
        "hours": [_hour(one) for one in selection.hours if one.answers],
        "foresight": None if selection.foresight is None else _foresight(selection.foresight),
        "calibration": [
            {
                "low": one.low,
                "high": one.high,
                "foretold": rounded(one.foretold),
                "recalled": _share(one.recalled),
            }
            for one in selection.calibration
        ],
        "confidence": [
            {"confidence": one.confidence.name.lower(), "right": _share(one.right)}
            for one in selection.confidence
        ],
        "scores": None if selection.scores is None else standing_json(selection.scores),
    }


def calendar_json(weeks: Iterable[Iterable[DayCell]]) -> list[dict[str, Any]]:
    """Return the days that have answers."""
    return [
        {"day": one.day.isoformat(), "answers": one.answers, "level": one.level}
        for week in weeks
        for one in week
        if one.answers
    ]


def known_json(known: Known) -> dict[str, Any]:
    """Return what is known, its sum rounded to six decimals."""
    return {
        "cards": known.cards,
        "answered": known.answered,
        "expected": rounded(known.expected),
        "share": rounded(known.share),
    }


def rounded(number: float | None) -> float | None:
    """Return a number rounded to six decimals."""
    return None if number is None else round(number, _DECIMALS)


def _chosen(chosen: Chosen) -> dict[str, Any]:
    since = None if chosen.since is None else chosen.since.isoformat()
    return {
        "banks": [*chosen.banks],
        "tags": [*chosen.tags],
        "kinds": [*chosen.kinds],
        "since": since,
    }


def _share(found: Proportion) -> dict[str, Any]:
    low, high = found.interval()
    return {
        "hits": rounded(found.hits),
        "out_of": found.out_of,
        "share": rounded(found.share),
        "low": rounded(low),
        "high": rounded(high),
    }


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "answers": totals.answers,
        "apart": totals.apart,
        "points": _share(totals.points),
        "corrected": rounded(totals.corrected),
        "recalled": _share(totals.recalled),
        "answering_ms": totals.answering_ms,
    }


def _card(card: CardFigures) -> dict[str, Any]:
    return {**card._asdict(), "chance": rounded(card.chance)}


def _kind(row: KindRow) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "answers": row.answers,
        "points": _share(row.points),
        "corrected": rounded(row.corrected),
        "recalled": _share(row.recalled),
        "mean_ms": round(row.mean_ms),
    }


def _hour(row: HourRow) -> dict[str, Any]:
    return {**row._asdict(), "recalled": _share(row.recalled)}


def _foresight(found: Foresight) -> dict[str, Any]:
    return {
        "answers": found.answers,
        "foretold": rounded(found.foretold),
        "recalled": rounded(found.recalled),
        "surplus": rounded(found.surplus),
        "low": rounded(found.interval.low),
        "high": rounded(found.interval.high),
        "brier": rounded(found.brier),
    }
