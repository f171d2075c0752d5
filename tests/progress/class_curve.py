"""Classes that were made up, with faults planted in their questions, and how many are found.

``python -m tests.progress.class_curve`` prints the curve that the documentation has.

The sound questions have four options. A learner of ability t (normal) knows the answer with the chance
1 / (1 + exp(-a (t - b))), and else picks blindly, each option by its own weight. Planted are:

- wrong key: another option counts as right.
- two right: who knows picks one of two options, of which one counts.
- unclear: what is picked, mostly one of two options, has nothing to do with ability.
- dead option: nobody picks it.
- too easy: all but the weakest know it.
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from typing import NamedTuple

from quiz.progress.class_sums import ClassSums, Picks, QuestionSums, total_pairs
from quiz.progress.classical import reliability
from quiz.progress.classical_faults import Fault, Finding, faults

OPTIONS = "abcd"
SOUND, EACH = 45, 3
CLASSES = 100
SIZES = (10, 30, 100)


class Made(NamedTuple):
    """A question of a made-up class. ``fault`` None: it is sound. ``options`` has what to find of it."""

    slope: float
    hardness: float
    weights: tuple[float, ...]
    right: str
    fault: Fault | None
    options: tuple[str, ...]
    share: float
    """Of two options that may be picked, that of the first."""

    def expected(self, name: str) -> Finding | None:
        """Return the finding that is right; None for a sound question."""
        return None if self.fault is None else Finding(name, self.fault, self.options)


class Count(NamedTuple):
    """What was found in classes of one size."""

    found: dict[Fault, int]
    planted: dict[Fault, int]
    elsewise: int
    """Findings on planted questions that name something else than what was planted."""

    findings: int
    on_sound: int
    """Findings on sound questions."""

    accused: int
    """Sound questions with a finding."""

    sound: int

    @property
    def recall(self) -> float:
        """Found out of planted."""
        return sum(self.found.values()) / sum(self.planted.values())


def made(chance: random.Random, fault: Fault | None) -> Made:
    """Return a question with a fault, or a sound one."""
    weights = [1.0, *(chance.uniform(0.5, 1.5) for _ in OPTIONS[1:])]
    hardness = min(max(chance.gauss(-0.4, 0.6), -1.3), 0.8)
    options: tuple[str, ...] = ()
    right = "a"
    if fault is Fault.WRONG_KEY:
        right, options = "b", ("a",)
    elif fault is Fault.TWO_RIGHT:
        options = ("b",)
    elif fault is Fault.DEAD_OPTION:
        weights[3], options = 0.0, ("d",)
    elif fault is Fault.TOO_EASY:
        hardness = -4.0
    share = chance.uniform(0.35, 0.65)
    return Made(chance.uniform(1.2, 2.2), hardness, tuple(weights), right, fault, options, share)


def picked(chance: random.Random, question: Made, ability: float) -> str:
    """Return the option that a learner picks."""
    if question.fault is Fault.UNCLEAR:
        return chance.choices(OPTIONS, (question.share, 1 - question.share, 0.15, 0.15))[0]
    if chance.random() < 1 / (1 + math.exp(-question.slope * (ability - question.hardness))):
        is_other = question.fault is Fault.TWO_RIGHT and chance.random() > question.share
        return "b" if is_other else "a"
    return chance.choices(OPTIONS, question.weights)[0]


def class_sums(answers: list[list[str]], keys: list[str]) -> tuple[float | None, list[QuestionSums]]:
    """Return alpha and the sums of questions that all learners answered, by what each picked."""
    points = [[float(one == key) for one, key in zip(row, keys, strict=True)] for row in answers]
    totals = [sum(row) for row in points]
    number, width = len(answers), len(keys)
    questions = []
    for place in range(width):
        ours = [row[place] for row in points]
        rests = [(total - one) / (width - 1) for total, one in zip(totals, ours, strict=True)]
        of = defaultdict[str, list[float]](list, {option: [] for option in OPTIONS})
        for row, rest in zip(answers, rests, strict=True):
            of[row[place]].append(rest)
        picks = tuple(
            Picks(
                option,
                len(found),
                float(len(found) * (option == keys[place])),
                len(found),
                sum(found),
                sum(one * one for one in found),
            )
            for option, found in of.items()
        )
        sums = QuestionSums(str(place), number, sum(ours), sum(ours), total_pairs(ours, rests), picks, 0.25)
        questions.append(sums)
    found = reliability(_whole(points, totals))
    return found and found.alpha, questions


def _whole(points: list[list[float]], totals: list[float]) -> ClassSums:
    number, width = len(points), len(points[0])
    means = [sum(row[place] for row in points) / number for place in range(width)]
    mean = sum(means)
    return ClassSums(
        learners=number,
        questions=width,
        answers=number * width,
        answers_squared=number * width * width,
        between=sum((total - mean) ** 2 for total in totals) / width,
        deviations=sum((one - middle) ** 2 for row in points for one, middle in zip(row, means, strict=True)),
        shares=mean * number / width,
        share_squares=sum((total / width) ** 2 for total in totals),
        only_whole=True,
    )


def counted(learners: int, classes: int, seed: int) -> Count:
    """Make classes of so many learners, look for faults in each, and count."""
    chance = random.Random(seed)
    found, planted = dict.fromkeys(Fault, 0), dict.fromkeys(Fault, 0)
    elsewise = findings = on_sound = accused = 0
    for _ in range(classes):
        questions = [made(chance, fault) for fault in [*[None] * SOUND, *list(Fault) * EACH]]
        abilities = [chance.gauss(0, 1) for _ in range(learners)]
        answers = [[picked(chance, one, ability) for one in questions] for ability in abilities]
        alpha, sums = class_sums(answers, [one.right for one in questions])
        for place, (question, one) in enumerate(zip(questions, sums, strict=True)):
            told, expected = faults(one, alpha), question.expected(str(place))
            findings += len(told)
            elsewise += question.fault is not None and sum(finding != expected for finding in told)
            on_sound += len(told) if question.fault is None else 0
            accused += question.fault is None and bool(told)
            if question.fault is not None:
                planted[question.fault] += 1
                found[question.fault] += expected in told
    return Count(found, planted, elsewise, findings, on_sound, accused, SOUND * classes)


def table(classes: int = CLASSES) -> str:
    """Return the curve as a table of Markdown."""
    heads = [
        "learners",
        *(fault.value for fault in Fault),
        "all planted",
        "sound ones accused",
        "findings on sound ones",
        "named otherwise",
    ]
    lines = [f"| {' | '.join(heads)} |", "|" + "---:|" * len(heads)]
    for size in SIZES:
        count = counted(size, classes, seed=size)
        shares = [count.found[fault] / count.planted[fault] for fault in Fault]
        of_all = max(count.findings, 1)
        cells = [*shares, count.recall, count.accused / count.sound]
        cells += [count.on_sound / of_all, count.elsewise / of_all]
        lines.append(f"| {size} | " + " | ".join(f"{100 * cell:.1f} %" for cell in cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
