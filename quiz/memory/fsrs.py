"""FSRS-6: how a memory starts, grows, falls and fades, and when to ask again.

Every formula is a pure function of numbers. They follow the page "The Algorithm" (section
FSRS-6) in the wiki of ``open-spaced-repetition/awesome-fsrs``; S is stability in days, D is
difficulty from 1 to 10, R is retrievability from 0 to 1, G is the rating from 1 to 4, and
``w0`` to ``w20`` are the weights. Time is counted in whole study days.

The first answer of a study day is a step by the days that passed. Each further one of that day is a
step of its own by the same-day rule, which looks at no days: what was forgotten counts once a day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.review import Memory, Rating

MIN_STABILITY = 0.001
MAX_STABILITY = 36_500.0
MIN_DIFFICULTY = 1.0
MAX_DIFFICULTY = 10.0
MAX_INTERVAL_DAYS = 36_500
MIN_RETENTION = 0.01
AGAIN = int(Rating.AGAIN)
AT_STABILITY = 0.9
"""The chance of recall after as many days as the stability; it defines stability."""


class Weight(NamedTuple):
    """One of the 21 weights: its published default and the least and greatest value allowed."""

    default: float
    least: float
    greatest: float


WEIGHTS = (
    Weight(0.212, 0.001, 100.0),  # w0: first stability after Again
    Weight(1.2931, 0.001, 100.0),  # w1: after Hard
    Weight(2.3065, 0.001, 100.0),  # w2: after Good
    Weight(8.2956, 0.001, 100.0),  # w3: after Easy
    Weight(6.4133, 1.0, 10.0),  # w4: first difficulty after Again
    Weight(0.8334, 0.001, 4.0),  # w5: how fast first difficulty falls with the rating
    Weight(3.0194, 0.001, 4.0),  # w6: how far a rating moves difficulty
    Weight(0.001, 0.001, 0.75),  # w7: pull of difficulty towards that of a first Easy
    Weight(1.8722, 0.0, 4.5),  # w8: growth by recall, as a whole
    Weight(0.1666, 0.0, 0.8),  # w9: how much less a stable memory grows
    Weight(0.796, 0.001, 3.5),  # w10: how much more a faded memory grows
    Weight(1.4835, 0.001, 5.0),  # w11: stability after forgetting, as a whole
    Weight(0.0614, 0.001, 0.25),  # w12: how much less of it a difficult card keeps
    Weight(0.2629, 0.001, 0.9),  # w13: how much more of it a stable card keeps
    Weight(1.6483, 0.0, 4.0),  # w14: how much more of it a faded card keeps
    Weight(0.6014, 0.0, 1.0),  # w15: growth by Hard, as a share of that by Good
    Weight(1.8729, 1.0, 6.0),  # w16: growth by Easy, as a multiple of that by Good
    Weight(0.5425, 0.0, 2.0),  # w17: same day, how much the rating counts
    Weight(0.0912, 0.0, 2.0),  # w18: same day, growth common to all ratings
    Weight(0.0658, 0.0, 0.8),  # w19: same day, how much less a stable memory grows
    Weight(0.1542, 0.1, 0.8),  # w20: how fast the forgetting curve falls
)


@dataclass(frozen=True, slots=True)  # its fields are read faster than those of a NamedTuple
class Constants:
    """What follows from the weights alone, worked out once; tuples are by rating, from 1."""

    decay: float
    """``-w20``."""

    factor: float
    """``f`` of the forgetting curve."""

    moves: tuple[float, ...]
    """``w6 * (G - 3)``."""

    pull: float
    """``w7`` times the first difficulty of Easy."""

    growth: float
    """``exp(w8)``."""

    shares: tuple[float, ...]
    """How much of the growth each rating has; Again has none."""

    most_kept: float
    """``exp(w17 * w18)``: by what stability is divided, at the least, in forgetting."""

    same_day: tuple[float, ...]
    """``exp(w17 * (G - 3 + w18))``."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """A set of weights and the name under which the log refers to it.

    Raises ValueError when there are not 21 weights, or one is out of its bounds or no number.
    """

    id: str
    weights: tuple[float, ...]
    constants: Constants = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.weights) != len(WEIGHTS):
            raise ValueError(f"FSRS-6 takes {len(WEIGHTS)} weights, not {len(self.weights)}")
        for number, (value, weight) in enumerate(zip(self.weights, WEIGHTS, strict=True)):
            if not weight.least <= value <= weight.greatest:
                raise ValueError(f"w{number} is {value}; it has to be {weight.least} to {weight.greatest}")
        object.__setattr__(self, "constants", _constants(self.weights))


def _constants(weights: tuple[float, ...]) -> Constants:
    moves = [weights[6] * (rating - 3) for rating in Rating]
    same_day = [math.exp(weights[17] * (rating - 3 + weights[18])) for rating in Rating]
    return Constants(
        decay=-weights[20],
        factor=math.pow(AT_STABILITY, -1.0 / weights[20]) - 1.0,
        moves=(0.0, *moves),
        pull=weights[7] * _first_difficulty(Rating.EASY, weights),
        growth=math.exp(weights[8]),
        shares=(0.0, 0.0, weights[15], 1.0, weights[16]),
        most_kept=math.exp(weights[17] * weights[18]),
        same_day=(0.0, *same_day),
    )


def _first_difficulty(rating: Rating, weights: tuple[float, ...]) -> float:
    return weights[4] - math.exp(weights[5] * (rating - 1)) + 1.0


DEFAULT_PARAMETERS = Parameters("fsrs-6-default", tuple(weight.default for weight in WEIGHTS))


def first_memory(rating: Rating, parameters: Parameters) -> Memory:
    """Return the memory of a card after its very first answer."""
    difficulty = _bounded_difficulty(first_difficulty(rating, parameters))
    return Memory(parameters.weights[rating - 1], difficulty)


def next_memory(memory: Memory, rating: Rating, elapsed_days: int, parameters: Parameters) -> Memory:
    """Return the memory after an answer given ``elapsed_days`` study days after the last one.

    0 days (and fewer, from a clock that ran back) means the same study day, which has a
    rule of its own. Stability stays within 0.001 to 36,500 days.
    """
    return Memory(*step(memory.stability, memory.difficulty, rating, elapsed_days, parameters))


def step(
    stability: float, difficulty: float, rating: int, elapsed_days: int, parameters: Parameters
) -> tuple[float, float]:
    """Return stability and difficulty as `next_memory` does: bare numbers, for where steps are many.

    The one place of these formulas. They stand in one function because a replay takes a million
    steps, and calls would be half of its time. The new stability, before it is bounded, is

    - on the same day ``S * exp(w17 * (G - 3 + w18)) * S ** -w19``; what was recalled does not lose by it;
    - after Again on a later day ``w11 * D ** -w12 * ((S + 1) ** w13 - 1) * exp(w14 * (1 - R))``, but at
      most ``S / exp(w17 * w18)``: forgetting never strengthens;
    - after another rating ``S * (1 + exp(w8) * (11 - D) * S ** -w9 * (exp(w10 * (1 - R)) - 1) * b)``
      with b = w15 for Hard, w16 for Easy, 1 for Good.

    Difficulty is moved by ``-w6 * (G - 3)``, damped by ``(10 - D) / 9`` so that it nears 10 ever more
    slowly; then it is drawn by the share ``w7`` to the unbounded first difficulty of Easy.
    """
    constants, weights = parameters.constants, parameters.weights
    if elapsed_days < 1:
        growth = constants.same_day[rating] * math.pow(stability, -weights[19])
        after = stability * growth if growth > 1.0 or rating == AGAIN else stability
    else:
        forgotten = 1.0 - retrievability(stability, elapsed_days, parameters)
        if rating == AGAIN:
            kept = math.pow(stability + 1.0, weights[13]) - 1.0
            kept *= weights[11] * math.pow(difficulty, -weights[12])
            kept *= math.exp(weights[14] * forgotten)
            after = min(kept, stability / constants.most_kept)
        else:
            growth = constants.growth * (11.0 - difficulty) * math.pow(stability, -weights[9])
            growth *= math.exp(weights[10] * forgotten) - 1.0
            after = stability * (1.0 + growth * constants.shares[rating])
    moved = difficulty - constants.moves[rating] * (MAX_DIFFICULTY - difficulty) / 9.0
    harder = constants.pull + (1.0 - weights[7]) * moved
    # Nearly always both lie within, and a comparison takes less than a call.
    if not MIN_STABILITY <= after <= MAX_STABILITY:
        after = MIN_STABILITY if after < MIN_STABILITY else MAX_STABILITY
    if not MIN_DIFFICULTY <= harder <= MAX_DIFFICULTY:
        harder = _bounded_difficulty(harder)
    return after, harder


def retrievability(stability: float, elapsed_days: int, parameters: Parameters) -> float:
    """Return the chance of recall ``elapsed_days`` after the last answer: 1 at 0 days, then falling.

    ``R = (1 + f * t / S) ** -w20`` with ``f`` such that R is 0.9 at t = S. Fewer than 0
    days count as 0.
    """
    if elapsed_days < 1:
        return 1.0
    constants = parameters.constants
    return math.pow(1.0 + constants.factor * elapsed_days / stability, constants.decay)


def interval_days(stability: float, desired_retention: float, parameters: Parameters) -> int:
    """Return after how many days the chance of recall has fallen to ``desired_retention``.

    The forgetting curve solved for t, ``t = S / f * (r ** (-1 / w20) - 1)``, rounded to
    whole days (a half to the even number), at least 1 and at most 36,500. Raises ValueError
    unless ``desired_retention`` lies within 0.01 to 1.
    """
    if not MIN_RETENTION <= desired_retention <= 1.0:
        raise ValueError(f"desired retention is {desired_retention}; it has to be {MIN_RETENTION} to 1")
    constants = parameters.constants
    fallen = math.pow(desired_retention, 1.0 / constants.decay) - 1.0
    days = round(stability / constants.factor * fallen)
    if 1 <= days <= MAX_INTERVAL_DAYS:
        return days
    return 1 if days < 1 else MAX_INTERVAL_DAYS


def first_difficulty(rating: Rating, parameters: Parameters) -> float:
    """Return the difficulty that a first rating gives, not yet held within 1 to 10.

    ``D = w4 - exp(w5 * (G - 1)) + 1``.
    """
    return _first_difficulty(rating, parameters.weights)


def _bounded_difficulty(difficulty: float) -> float:
    if MIN_DIFFICULTY <= difficulty <= MAX_DIFFICULTY:
        return difficulty
    return MIN_DIFFICULTY if difficulty < MIN_DIFFICULTY else MAX_DIFFICULTY
