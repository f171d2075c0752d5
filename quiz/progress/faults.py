"""What a question may suffer from, by its figures, and how likely they are if it is sound."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.discrimination import Discrimination
from quiz.progress.foreseen import shifted
from quiz.progress.tails import at_least, fewer
from quiz.question import ChoiceQuestion, TrueFalseQuestion
from quiz.review import Picked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.progress.items import Item
    from quiz.trial import Trial

FEWEST = 8
"""No verdict with fewer answers."""

HARDER_BY = 0.1
"""A question is said to be harder than memory explains from so much less recall on."""

MARGIN = 0.25
"""By so much, in log odds, a question may be harder than foretold without being at fault."""

TURNS = 0.25
"""Two options take turns when each has at least this share of the answers,"""

RETURNS = 2
"""and the learner so often went over to the wrong one after the right one, or there are `FEWEST` learners."""

CHANCE = 0.05
"""Picks that are no likelier than this are drawn by one option."""

MISSES = 0.02
"""A question may be too easy that loses no more than this share of its points."""

TYPED_TIMES = 3
RAISED_TIMES = 3
HALF = 0.5
LEECH = 6
"""Lapses of a leech, as in `quiz leeches`."""


class Fault(StrEnum):
    """What may be wrong with a question, the gravest first."""

    WRONG_KEY = "wrong-key"
    AMBIGUOUS = "ambiguous"
    OVERRULED = "overruled"
    HARDER = "harder"
    BACKWARDS = "backwards"
    ACCEPT = "accept"
    FLAGGED = "flagged"
    LEECH = "leech"
    TOO_EASY = "too-easy"
    DEAD_OPTIONS = "dead-options"


class Finding(NamedTuple):
    """A fault that a question may have. ``about``: the options, typed texts or notes that are meant."""

    fault: Fault
    about: tuple[str, ...]
    times: int
    out_of: int
    p: float | None
    """How likely answers as these are if the question is sound; None where it is a plain count."""


class Tested(NamedTuple):
    """A test of one question: what is found if it is one of the unlikely ones; None: nothing to be found."""

    family: Fault
    """Tests that are held against one another."""

    p: float
    finding: Finding | None


def tried(item: Item) -> list[Tested]:
    """Return the tests of a question; none below `FEWEST` first answers."""
    if item.facility.out_of < FEWEST:
        return []
    return [
        *_harder(item),
        *_backwards(item),
        *_too_easy(item),
        *_dead(item),
    ]


def counted(item: Item) -> list[Finding]:
    """Return what is no matter of chance: flags, and from `FEWEST` first answers on counts that speak."""
    number = item.facility.out_of
    found = [Finding(Fault.FLAGGED, item.subject.flags, len(item.subject.flags), number, None)]
    if number >= FEWEST:
        raised, missed = item.raised
        if raised >= RAISED_TIMES and raised >= HALF * missed:
            found.append(Finding(Fault.OVERRULED, (), round(raised), missed, None))
        often = [one for one in item.typed if one.times >= TYPED_TIMES]
        found += [Finding(Fault.ACCEPT, (one.text,), one.times, number, None) for one in often[:1]]
        if item.subject.lapses >= LEECH:
            found.append(Finding(Fault.LEECH, (), item.subject.lapses, item.answers, None))
    return [one for one in found if one.times]


def returns(trials: Iterable[Trial], option: str) -> int:
    """Count how often a learner who was right the last time went over to this option; oldest first."""
    was_right: dict[str, bool] = {}
    found = 0
    for trial in trials:
        found += was_right.get(trial.learner, False) and trial.missed and _picks(trial, option)
        was_right[trial.learner] = not trial.missed
    return found


def _test(family: Fault, p: float, finding: Finding, *, holds: bool = True) -> Tested:
    """Return a test; where its further condition does not hold there is nothing to be found."""
    return Tested(family, p, finding) if holds else Tested(family, 1.0, None)


def _harder(item: Item) -> list[Tested]:
    """Test whether less was recalled than was foretold, less `MARGIN`.

    What is found then says what it likely comes from.
    One wrong option with half of the answers or more, and more than the key: a wrong key. Else a
    wrong option that takes turns with the key and has more of the wrong picks than one of so
    many equals would in 95 of 100: an ambiguity. Else the question is just harder.
    """
    recalls = item.recalls
    if not recalls:
        return _key_alone(item)
    recalled = sum(one for _, one in recalls)
    if math.fsum(chance for chance, _ in recalls) - recalled < HARDER_BY * len(recalls):
        return [Tested(Fault.HARDER, 1.0, None)]
    p = fewer([shifted(chance, -MARGIN) for chance, _ in recalls], recalled)
    found = _explained(item, p) or Finding(Fault.HARDER, (), recalled, len(recalls), p)
    return [Tested(Fault.HARDER, p, found)]


def _key_alone(item: Item) -> list[Tested]:
    """Test, where nothing was foretold, whether one of the wrong options is picked more than the key."""
    picks = _picks_of(item)
    if picks is None:
        return []
    p = min(1.0, picks.wrong * at_least(picks.taken, picks.taken + picks.right, HALF))
    return [_test(Fault.WRONG_KEY, p, _wrong_key(item, picks, p), holds=picks.is_led)]


class _Picks(NamedTuple):
    """How often the key, and the wrong option picked most, were picked, out of all answers."""

    key: str
    right: int
    rival: str
    taken: int
    out_of: int
    wrong: int
    """How many wrong options there are."""

    of_wrong: int
    """How many wrong picks there were."""

    @property
    def is_led(self) -> bool:
        """Whether the wrong option leads, with half of the answers or more."""
        return self.taken > self.right and self.taken >= HALF * self.out_of


def _picks_of(item: Item) -> _Picks | None:
    """Return what was picked of a choice or true-false; None for other kinds."""
    if not isinstance(item.subject.card.question, ChoiceQuestion | TrueFalseQuestion):
        return None
    wrong = [one for one in item.options if not one.is_right]
    (key,) = (one for one in item.options if one.is_right)
    rival = max(wrong, key=lambda one: one.picked.hits)
    return _Picks(
        key.text,
        round(key.picked.hits),
        rival.text,
        round(rival.picked.hits),
        item.facility.out_of,
        len(wrong),
        rival.of_wrong.out_of,
    )


def _wrong_key(item: Item, picks: _Picks, p: float) -> Finding:
    return Finding(Fault.WRONG_KEY, (picks.rival, picks.key), picks.taken, item.facility.out_of, p)


def _explained(item: Item, p: float) -> Finding | None:
    """Return what a question that is harder than memory explains likely suffers from, by its picks."""
    picks = _picks_of(item)
    if picks is None:
        return None
    if picks.is_led:
        return _wrong_key(item, picks, p)
    turns = min(picks.taken, picks.right) >= TURNS * picks.out_of and (
        returns(item.sequence, picks.rival) >= RETURNS or item.learners >= FEWEST
    )
    drawn = picks.wrong * at_least(picks.taken, picks.of_wrong, 1 / picks.wrong)
    if not turns or picks.wrong == 1 or drawn > CHANCE:
        return None
    return Finding(Fault.AMBIGUOUS, (picks.key, picks.rival), picks.taken, picks.out_of, p)


def _backwards(item: Item) -> list[Tested]:
    if not isinstance(item.discrimination, Discrimination):
        return []
    found = item.discrimination.correlation
    p = found.below_zero
    told = Finding(Fault.BACKWARDS, (), found.pairs, found.pairs, p)
    return [_test(Fault.BACKWARDS, p, told, holds=found.value < 0)]


def _too_easy(item: Item) -> list[Tested]:
    """Test whether a question that is always right, or nearly so, was recalled more than was foretold."""
    if not item.recalls:
        return []
    points, number = item.facility
    if number - points > MISSES * number:
        return [Tested(Fault.TOO_EASY, 1.0, None)]
    forgotten = sum(not recalled for _, recalled in item.recalls)
    p = fewer([1 - chance for chance, _ in item.recalls], forgotten)
    return [Tested(Fault.TOO_EASY, p, Finding(Fault.TOO_EASY, (), math.floor(points), number, p))]


def _dead(item: Item) -> list[Tested]:
    picks = round(math.fsum(one.of_wrong.hits for one in item.options))
    return [
        _test(Fault.DEAD_OPTIONS, p, Finding(Fault.DEAD_OPTIONS, (text,), picks, item.facility.out_of, p))
        for text, p in item.dead
        if len(item.dead) > 1
    ]


def _picks(trial: Trial, option: str) -> bool:
    return isinstance(trial.response, Picked) and option in trial.response.picked
