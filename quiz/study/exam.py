"""An exam: which cards it holds, in an order that its seed seals, until when it lasts, its result."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.errors import UsageFault
from quiz.progress.exam import ExamResult, PartResult, Task, by_tag, tally_of
from quiz.question import Kind
from quiz.store import candidates, log, sittings
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from quiz.review import Review
    from quiz.store import Candidate, Store
    from quiz.store.sittings import Planned


class TooFewCards(UsageFault):
    """There are not as many cards as the exam, or a part of it, is to hold."""

    def __init__(self, wanted: int, found: int, part: str = "") -> None:
        where = f" for the part {part!r}" if part else ""
        other = f"Nothing else has a tag, kind or bank {part!r}" if part else "Choose other banks or tags"
        cure = f"Ask for at most {found}." if found else f"{other}; `quiz list` shows what there is."
        super().__init__(
            f"{wanted} {'question is' if wanted == 1 else 'questions are'} wanted{where}, and "
            f"{found or 'none'} can be asked in an exam (flashcards are left out, and of a group all "
            f"questions but one). {cure}"
        )


class TooManyParts(UsageFault):
    """The parts hold more cards than the exam."""

    def __init__(self, parts: int, number: int) -> None:
        super().__init__(f"The parts hold {parts} questions, the exam {number}. Ask for --number {parts}.")


class Part(NamedTuple):
    """A part of an exam: so many cards with a tag, and the share of points that passes it.

    ``name`` may also be a kind, or a bank, or a folder of banks, named as on the command line.
    ``passed_from`` None: the part need not be passed.
    """

    name: str
    number: int
    passed_from: float | None = None

    def holds(self, candidate: Candidate) -> bool:
        """Whether a card can stand in this part."""
        question = candidate.card.question
        return self.name in (*question.tags, question.kind.value) or self._is_bank(candidate)

    def _is_bank(self, candidate: Candidate) -> bool:
        name, key = self.name.casefold(), candidate.card.bank.casefold()
        return name in (key, key.rpartition("/")[2], candidate.title.casefold()) or key.startswith(f"{name}/")


class ExamPlan(NamedTuple):
    """How an exam is held. ``passed_from`` is the share of points, 0..1, that passes it."""

    number: int
    minutes: int | None
    passed_from: float
    parts: tuple[Part, ...] = ()

    def until(self, began_at: datetime) -> datetime | None:
        """Return when the time is over; None when there is no limit."""
        return None if self.minutes is None else began_at + timedelta(minutes=self.minutes)

    def as_json(self) -> dict[str, Any]:
        """Return plain values, to be kept with the plan of the sitting."""
        return {**self._asdict(), "parts": [list(part) for part in self.parts]}


@reads("sittings")
def plan_from(values: Mapping[str, Any]) -> ExamPlan:
    """Return the plan that ``as_json`` gave."""
    parts = tuple(Part(*part) for part in values["parts"])
    return ExamPlan(values["number"], values["minutes"], values["passed_from"], parts)


class Picked(NamedTuple):
    """A card of an exam, and the name of the part that it counts for; empty for none."""

    candidate: Candidate
    part: str = ""


def pick(cards: Iterable[Candidate], plan: ExamPlan, seed: str) -> list[Picked]:
    """Return the cards of an exam in the order of asking; equal cards, plan and seed give equal exams.

    Of siblings only one is taken, and flashcards, which nobody but the learner can judge, are
    left out. Whenever all parts can be filled they are, also where a card fits several.
    Raises ``TooFewCards`` or ``TooManyParts``.
    """
    wanted = sum(part.number for part in plan.parts)
    if wanted > plan.number:
        raise TooManyParts(wanted, plan.number)
    chance = Random(f"exam:{seed}")  # noqa: S311 - an order, no secret
    sets = _sibling_sets(cards, chance)
    holders = _shared_out(sets, plan.parts)
    if len(sets) < plan.number:
        raise TooFewCards(plan.number, len(sets))
    taken = [_first_for(sets[place], plan.parts[part]) for place, part in holders.items()]
    others = (one[0] for place, one in enumerate(sets) if place not in holders)
    taken += [Picked(card) for card, _ in zip(others, range(plan.number - wanted), strict=False)]
    chance.shuffle(taken)
    return taken


def askable(candidate: Candidate) -> bool:
    """Whether a card can stand in an exam: no flashcard, and no card that its question has no more."""
    question = candidate.card.question
    return question.kind is not Kind.RECALL and candidate.card.part in question.parts()


def _sibling_sets(cards: Iterable[Candidate], chance: Random) -> list[list[Candidate]]:
    """Return the cards that can be asked in an order that chance gives, siblings together."""
    found: dict[str, list[Candidate]] = {}
    mixed = sorted(filter(askable, cards), key=lambda candidate: candidate.card.key)
    chance.shuffle(mixed)
    for candidate in mixed:
        found.setdefault(candidate.card.siblings, []).append(candidate)
    return [*found.values()]


def _shared_out(sets: Sequence[Sequence[Candidate]], parts: Sequence[Part]) -> dict[int, int]:
    """Return for each sibling set, by its place, the part that it fills, by its place."""
    holders: dict[int, int] = {}
    fitting = [[place for place, one in enumerate(sets) if any(map(part.holds, one))] for part in parts]
    for place, part in enumerate(parts):
        for found in range(part.number):
            if not _give_one_more(place, holders, fitting, set()):
                raise TooFewCards(part.number, found, part.name)
    return holders


def _give_one_more(
    part: int, holders: dict[int, int], fitting: Sequence[Sequence[int]], asked: set[int]
) -> bool:
    """Give a part one more set: one that is free, or one of another part which gets another for it.

    An augmenting path, as in Kuhn's method for the assignment problem; ``asked`` are the parts on it.
    """
    free = next((place for place in fitting[part] if place not in holders), None)
    if free is not None:
        holders[free] = part
        return True
    asked.add(part)
    for place in fitting[part]:
        if holders[place] not in asked and _give_one_more(holders[place], holders, fitting, asked):
            holders[place] = part
            return True
    return False


def _first_for(siblings: Iterable[Candidate], part: Part) -> Picked:
    return Picked(next(filter(part.holds, siblings)), part.name)


def reached(began_at: datetime, answers: Sequence[Review]) -> datetime:
    """Return the instant before which it cannot be, by the answers that were given in an exam.

    However the clock was set since then: not before the latest answer, nor before all the time
    that was spent on answers.
    """
    spent = timedelta(milliseconds=sum(review.duration_ms for review in answers))
    return max([began_at + spent, *(review.answered_at for review in answers)])


def close(store: Store, planned: Planned, at: datetime) -> Planned:
    """Write that an exam is over, and return it as it stands then. Raises ``NotSaved``.

    It ended with its time, and where every question was answered with the last answer.
    """
    answers = log.session_reviews(store, planned.id)
    if len(answers) == len(planned.plan["cards"]):
        at = reached(planned.began_at, answers)
    until = plan_from(planned.plan["exam"]).until(planned.began_at)
    ended = at if until is None else min(at, until)
    sittings.end(store, planned.id, ended)
    return planned._replace(ended_at=ended)


def result_of(store: Store, planned: Planned, answers: Sequence[Review] | None = None) -> ExamResult:
    """Return the result of an exam from its plan and its answers that stand; None: those of the log.

    What was not answered is wrong, unless it cannot be asked any more: that does not count.
    An exam that is not over ends with the last answer so far.
    """
    plan = plan_from(planned.plan["exam"])
    answers = log.session_reviews(store, planned.id) if answers is None else answers
    tasks = _tasks(store, planned, answers)
    return ExamResult(
        exam=planned.id,
        seed=str(planned.plan["seed"]),
        began_at=planned.began_at,
        ended_at=planned.ended_at or reached(planned.began_at, answers),
        minutes=plan.minutes,
        total=tally_of(tasks),
        passed_from=plan.passed_from,
        parts=tuple(_part_result(part, tasks) for part in plan.parts),
        by_tag=by_tag(tasks),
        tasks=tasks,
        left_out=len(planned.plan["cards"]) - len(tasks),
    )


def _tasks(store: Store, planned: Planned, answers: Iterable[Review]) -> tuple[Task, ...]:
    parts, now_of = _part_names(planned), log.names_now(store)
    by_key = {now_of(review.card, review.id): review for review in answers}
    cards = candidates.planned(store, planned.plan["cards"])
    return tuple(
        Task(card.card, by_key.get(card.card.key), parts[card.card_id], card.language)
        for card in cards
        if card.card.key in by_key or askable(card)
    )


@reads("sittings")
def _part_names(planned: Planned) -> dict[int, str]:
    """Return for each card of an exam (row id) the part that it counts for."""
    return dict(zip(planned.plan["cards"], planned.plan["parts"], strict=True))


def _part_result(part: Part, tasks: Iterable[Task]) -> PartResult:
    tally = tally_of([task for task in tasks if task.part == part.name])
    return PartResult(part.name, tally, part.passed_from)
