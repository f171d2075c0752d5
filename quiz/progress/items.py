"""What the answers say of each question: how hard it is, and whether that is as it should be."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.calibration import Foresight, foresight
from quiz.progress.discrimination import LEARNERS, Discrimination, Untold, by_days, by_learners
from quiz.progress.distractors import (
    MixUp,
    OptionShare,
    TypedWrong,
    dead_chance,
    left_empty,
    mix_ups,
    option_shares,
    typed_wrong,
)
from quiz.progress.foreseen import days_differ, foresee
from quiz.progress.proportion import Proportion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quiz.card import Card
    from quiz.progress.foreseen import Foreseen, Told
    from quiz.question import Kind
    from quiz.trial import Trial

PRIOR = 8
"""So many answers at the mean of its kind are thought of beside those to a question, where shares are
compared: a question with few answers stands near the others of its kind."""


class Subject(NamedTuple):
    """A card that is looked at: a question has one, a cloze one for each hole, a reversible one two."""

    card: Card
    language: str
    """The bank's."""

    lapses: int
    """How often it was forgotten, by the learner who forgot it most."""

    flags: tuple[str, ...] = ()
    """The notes of the flags that stand, the oldest first; empty ones too."""


class Item(NamedTuple):
    """The figures of one card, over the answers to the question as it is now."""

    subject: Subject
    answers: int
    """Answers that stand, exams and cram among them."""

    earlier: int
    """Answers given before its text or its answer was changed; they count nowhere else."""

    learners: int
    sequence: tuple[Trial, ...]
    """The first answers to it in a sitting, the oldest first. All below is counted over them."""

    facility: Proportion
    """Points."""

    shrunk: float
    """Facility drawn to the mean of its kind, 0..1: (points + `PRIOR` x mean) / (answers + `PRIOR`)."""

    recall: Foresight | None
    """Recalled less foretold, over the study answers on a later day than the one before; None without any."""

    recalls: tuple[tuple[float, bool], ...]
    """Levelled chance of each of these, and whether it was recalled."""

    discrimination: Discrimination | Untold
    median_ms: float | None
    """Median time from question to answer; None without answers."""

    hinted: Proportion
    """Answers given after a hint."""

    raised: Proportion
    """Answers that the learner overruled into right, out of those that grading did not find right."""

    options: tuple[OptionShare, ...]
    dead: tuple[tuple[str, float], ...]
    """Wrong options and how likely it is that each is not picked, were it as tempting as the others."""

    mix_ups: tuple[MixUp, ...]
    typed: tuple[TypedWrong, ...]
    empty: int
    """Answers in which nothing was given."""

    @property
    def name(self) -> str:
        """The key of the card."""
        return self.subject.card.key


def items(
    subjects: Sequence[Subject],
    trials: Iterable[Trial],
    told: Mapping[str, Sequence[Told]],
    fold: Callable[[str, str], str],
) -> tuple[Item, ...]:
    """Return the figures of each card, in the order given.

    ``trials``: answers of all learners looked at, the oldest of each first; those to other cards
    are left out. ``told``: by learner, what memory foretold of all their answers, to whatever
    card. ``fold``: what makes one text of typed answers (text, language of the bank) that are
    the same.
    """
    by_card: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_card[trial.card].append(trial)
    foreseen = {event: one for rows in told.values() for event, one in foresee(rows).items()}
    differ = len(told) == 1 and any(days_differ(rows, foreseen) for rows in told.values())
    made = [_counted(subject, by_card[subject.card.key]) for subject in subjects]
    several = len({trial.learner for one in made for trial in one.trials}) >= LEARNERS
    between = by_learners(_first_ever(trial for one in made for trial in one.trials)) if several else {}
    means = means_by_kind(trial for one in made for trial in one.firsts)

    def item(one: _Counted) -> Item:
        mine = [foreseen[trial.event] for trial in one.trials if trial.event in foreseen]
        found = between.get(one.subject.card.key, Untold.FEW)
        kind = one.subject.card.question.kind
        return _item(
            one,
            means.get(kind, 0.0),
            mine,
            found if isinstance(found, Discrimination) else by_days(mine, differ=differ),
            fold,
        )

    return tuple(map(item, made))


def means_by_kind(trials: Iterable[Trial]) -> dict[Kind, float]:
    """Return the mean points, 0..1, of answers by kind; kinds without any are absent.

    One answer of full and one of no points are thought of beside them.
    """
    sums: defaultdict[Kind, tuple[float, int]] = defaultdict(lambda: (1.0, 2))
    for kind, group in groupby(trials, key=lambda trial: trial.kind):
        gained = [trial.points for trial in group]
        points, number = sums[kind]
        sums[kind] = points + math.fsum(gained), number + len(gained)
    return {kind: points / number for kind, (points, number) in sums.items()}


def shrunk(share: Proportion, mean: float) -> float:
    """Return a share drawn to ``mean`` by a beta prior worth `PRIOR` answers; the mean itself for none."""
    return (share.hits + PRIOR * mean) / (share.out_of + PRIOR)


class _Counted(NamedTuple):
    subject: Subject
    trials: list[Trial]
    earlier: int

    @property
    def firsts(self) -> tuple[Trial, ...]:
        return tuple(trial for trial in self.trials if trial.is_first)


def _counted(subject: Subject, trials: Sequence[Trial]) -> _Counted:
    revision = subject.card.revision if trials else ""
    present = [trial for trial in trials if trial.revision == revision]
    return _Counted(subject, present, len(trials) - len(present))


def _first_ever(trials: Iterable[Trial]) -> Iterable[tuple[str, str, float]]:
    found: dict[tuple[str, str], float] = {}
    for trial in trials:
        found.setdefault((trial.learner, trial.card), trial.points)
    return ((learner, card, points) for (learner, card), points in found.items())


def _item(
    one: _Counted,
    mean: float,
    foreseen: Sequence[Foreseen],
    discrimination: Discrimination | Untold,
    fold: Callable[[str, str], str],
) -> Item:
    subject, firsts = one.subject, one.firsts
    question, number = subject.card.question, len(firsts)
    missed = [trial for trial in firsts if trial.missed]
    facility = Proportion(math.fsum(trial.points for trial in firsts), number)
    shares = option_shares(question, firsts)
    return Item(
        subject=subject,
        answers=len(one.trials),
        earlier=one.earlier,
        learners=len({trial.learner for trial in one.trials}),
        sequence=firsts,
        facility=facility,
        shrunk=shrunk(facility, mean),
        recall=foresight((told.chance, told.recalled) for told in foreseen),
        recalls=tuple((told.levelled, told.recalled) for told in foreseen),
        discrimination=discrimination,
        median_ms=median(trial.duration_ms for trial in firsts) if firsts else None,
        hinted=Proportion(sum(trial.hints > 0 for trial in firsts), number),
        raised=Proportion(sum(trial.raised for trial in missed), len(missed)),
        options=shares,
        dead=tuple(
            (share.text, dead_chance(question, share.text, missed)) for share in shares if not share.is_right
        ),
        mix_ups=mix_ups(question, missed),
        typed=typed_wrong(missed, lambda text: fold(text, subject.language)),
        empty=left_empty(missed),
    )
