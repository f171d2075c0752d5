"""What was picked and typed in place of what is right: each option's share, mix-ups, typed answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.proportion import Proportion
from quiz.question import ChoiceQuestion, MatchQuestion, OrderQuestion, SeveralQuestion, TrueFalseQuestion
from quiz.review import Matched, Picked, Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.question import Question
    from quiz.trial import Trial


class OptionShare(NamedTuple):
    """An option of a choice, true-false or several."""

    text: str
    is_right: bool
    picked: Proportion
    """How often it was picked, out of the answers."""

    of_wrong: Proportion
    """How often out of all wrong picks; 0 out of 0 for a right option."""


class MixUp(NamedTuple):
    """What was taken for what is right, and how often. ``at``: the left side, in a match; else empty.

    In an order, ``taken`` was put before ``right``, which comes just before it.
    """

    at: str
    right: str
    taken: str
    times: int


class TypedWrong(NamedTuple):
    """A typed answer that grading found wrong, as it was typed most often, and how often in all."""

    text: str
    times: int
    raised: int
    """How many of them the learner overruled into right."""


def right_options(question: Question) -> tuple[str, ...]:
    """Return the right ones of the options that are picked from; empty for other kinds."""
    match question:
        case ChoiceQuestion() | TrueFalseQuestion():
            return (question.right(""),)
        case SeveralQuestion(answers=answers):
            return answers
        case _:
            return ()


def option_shares(question: Question, trials: Sequence[Trial]) -> tuple[OptionShare, ...]:
    """Count how often each option was picked, in the order of the bank; none for kinds without wrong options.

    Of an answer that grading found right all right options were picked and no other. An answer
    without a pick counts as one in which nothing was.
    """
    right = right_options(question)
    if not right:
        return ()
    missed = [trial for trial in trials if trial.missed]
    picks = Counter(dict.fromkeys(right, len(trials) - len(missed)))
    for trial in missed:
        picks.update(set(_picked(trial)))
    options = question.options()
    wrong = sum(picks[option] for option in options if option not in right)
    return tuple(
        OptionShare(
            option,
            option in right,
            Proportion(picks[option], len(trials)),
            Proportion(0, 0) if option in right else Proportion(picks[option], wrong),
        )
        for option in options
    )


def mix_ups(question: Question, trials: Iterable[Trial]) -> tuple[MixUp, ...]:
    """Count what was taken for what, the most frequent first, of equals the earlier one; none for none.

    A choice or true-false: a wrong option for the right one. A match: another right side for
    that of a left side. An order: of two items that follow one another, the later one put before
    the earlier. Of several options none stands for another, and what is typed is not here.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for trial in trials:
        if trial.missed:
            found.update(_mixed(question, trial))
    return tuple(MixUp(*what, times) for what, times in found.most_common())


def typed_wrong(trials: Iterable[Trial], fold: Callable[[str], str]) -> tuple[TypedWrong, ...]:
    """Gather typed answers that grading found wrong or partly right, the most frequent first.

    Those are one that ``fold`` makes the same text of. Answers left empty are not among them.
    """
    groups: defaultdict[str, list[Trial]] = defaultdict(list)
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for trial in trials:
        if trial.missed and isinstance(trial.response, Typed) and trial.response.text.strip():
            folded = fold(trial.response.text)
            groups[folded].append(trial)
            spelt[folded][trial.response.text.strip()] += 1
    found = [
        TypedWrong(spelt[folded].most_common(1)[0][0], len(group), sum(one.raised for one in group))
        for folded, group in groups.items()
    ]
    return tuple(sorted(found, key=lambda one: -one.times))


def left_empty(trials: Iterable[Trial]) -> int:
    """Count the answers in which nothing was typed, picked or matched."""
    return sum(_is_empty(trial) for trial in trials if trial.missed)


def dead_chance(question: Question, option: str, trials: Iterable[Trial]) -> float:
    """Return how likely it is that a wrong option is never picked, were it as tempting as the others.

    1 if it was picked.

    Each wrong pick goes to one of the wrong options that were not picked in the same answer, nor
    in the learner's last wrong one: who errs again may err in the same way by habit, so a pick
    that repeats proves nothing. Where m of k are left it passes this one over with chance
    (m - 1) / m. The product of that over all picks of all learners; 1 too where there are none.
    ``trials``: oldest first.
    """
    right = right_options(question)
    wrong = frozenset(question.options()).difference(right)
    last, chance = dict[str, frozenset[str]](), 1.0
    for trial in trials:
        picked = wrong.intersection(_picked(trial)) if trial.missed else frozenset()
        if option in picked:
            return 1.0
        before = last.get(trial.learner, frozenset())
        for number in range(len(picked - before)):
            left = len(wrong) - len(before) - number
            chance *= (left - 1) / left
        last[trial.learner] = picked or before
    return chance


def _picked(trial: Trial) -> tuple[str, ...]:
    return trial.response.picked if isinstance(trial.response, Picked) else ()


def _mixed(question: Question, trial: Trial) -> list[tuple[str, str, str]]:
    match question, trial.response:
        case ((ChoiceQuestion() | TrueFalseQuestion()), Picked(picked=picked)):
            return [("", question.right(""), one) for one in picked]
        case MatchQuestion(pairs=pairs), Matched(pairs=given):
            key = dict(pairs)
            return [(at, key[at], taken) for at, taken in given if key.get(at, taken) != taken]
        case OrderQuestion(items=items), Picked(picked=picked):
            places = {item: place for place, item in enumerate(picked)}
            following = [pair for pair in pairwise(items) if pair[0] in places and pair[1] in places]
            return [("", one, other) for one, other in following if places[other] < places[one]]
        case _:
            return []


def _is_empty(trial: Trial) -> bool:
    match trial.response:
        case Typed(text=text):
            return not text.strip()
        case Picked(picked=picked):
            return not picked
        case Matched(pairs=pairs):
            return not pairs
        case _:
            return False
