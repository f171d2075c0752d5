"""The sittings that were held: their list, and one of them opened again."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress import bank_of
from quiz.progress.chance import Marked, options_shown, points_by_chance
from quiz.progress.exam import Task
from quiz.progress.past import Held, Past, Reopened, Said, narrowed
from quiz.progress.scores import score_of, standing
from quiz.question import Kind
from quiz.review import Mode
from quiz.store import candidates, catalogue, log, past, sittings
from quiz.store.damage import reads
from quiz.study.exam import result_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from quiz.progress.scores import Score, Standing
    from quiz.review import Review
    from quiz.store import Store
    from quiz.store.sittings import Planned

EXAMS = "exams"


class History(NamedTuple):
    """All sittings, the newest first, their scores by bank, and what exams were about, by id."""

    held: list[Held]
    by_bank: Mapping[str, Mapping[str, Score]]
    about: Mapping[str, str]

    def past(self, banks: Sequence[str] = (), since: date | None = None, limit: int | None = None) -> Past:
        """Return what is shown of it: the sittings from a day on with any of these banks, at most ``limit``.

        The scores are of all such sittings, shown or not, and those by bank of these banks.
        """
        held = narrowed(self.held, banks, since)
        by_bank: dict[str, list[Score]] = {}
        exams: dict[str, list[Score]] = {}
        for one in reversed(held):
            if one.mode is Mode.STUDY:
                for bank, score in self.by_bank[one.session].items():
                    by_bank.setdefault(bank, []).append(score)
            elif one.mode is Mode.EXAM and one.score is not None:
                exams.setdefault(self.about.get(one.session, EXAMS), []).append(one.score)
        wanted = {bank: scores for bank, scores in by_bank.items() if not banks or bank in banks}
        return Past(tuple(held[:limit]), _standings(wanted), _standings(exams))


def history(store: Store) -> History:
    """Return all sittings of the learner with answers that stand, and all exams.

    Sittings on other devices are among them when their answers are. Of an exam that is not
    over nothing is told but that it is open.
    """
    found = past.sat(store)
    exams = {planned.id: planned for planned in sittings.of_mode(store, Mode.EXAM)}
    in_exams = past.in_exams(store) if exams else {}
    held, by_bank = [], {}
    for number, session in enumerate(_newest_first(found, exams), 1):
        if session in exams:
            held.append(_exam(store, number, exams[session], in_exams.get(session, ())))
        else:
            one, by_bank[session] = _sitting(number, session, found[session])
            held.append(one)
    return History(held, by_bank, {name: _about(planned) for name, planned in exams.items()})


def sessions(store: Store) -> list[str]:
    """Return the ids of the sittings that ``history`` gives, in its order: the first has the number 1."""
    return _newest_first(past.names(store), (planned.id for planned in sittings.of_mode(store, Mode.EXAM)))


def _newest_first(names: Iterable[str], exams: Iterable[str]) -> list[str]:
    return sorted({*names, *exams}, reverse=True)


def held_as(store: Store, number: int, session: str) -> Held:
    """Return one sitting as ``history`` gives it, without reading the others."""
    planned = _exam_named(store, session)
    if planned is not None:
        return _exam(store, number, planned, log.session_reviews(store, session))
    return _sitting(number, session, past.sat(store, session)[session])[0]


def _exam_named(store: Store, session: str) -> Planned | None:
    return next((one for one in sittings.of_mode(store, Mode.EXAM) if one.id == session), None)


def _sitting(number: int, session: str, sat: past.Sat) -> tuple[Held, dict[str, Score]]:
    """Return a sitting, and its scores by bank."""
    by_bank: dict[str, list[Marked]] = {}
    for card, (kind, points, shown) in sat.firsts.items():
        by_bank.setdefault(bank_of(card), []).append(_marked(kind, points, shown))
    marked = [one for of_bank in by_bank.values() for one in of_bank]
    answers, spent = sat.totals
    score = score_of(session, sat.day, marked)
    held = Held(
        number, session, sat.day, sat.minute, sat.mode, (*by_bank,), len(marked), answers, score, spent
    )
    scores = ((bank, score_of(session, sat.day, of_bank)) for bank, of_bank in by_bank.items())
    return held, {bank: score for bank, score in scores if score is not None}


@functools.cache
@reads("reviews")
def _marked(kind: str, points: float, shown: int) -> Marked:
    return Marked(points, points_by_chance(Kind(kind), shown))


def _exam(store: Store, number: int, planned: Planned, answers: Sequence[Review]) -> Held:
    held = Held(
        number,
        planned.id,
        planned.study_day,
        _local_minute(planned, answers),
        Mode.EXAM,
        (),
        len(planned.plan["cards"]),
        0,
        None,
        0,
        over=False,
    )
    if planned.ended_at is None:
        return held
    result = result_of(store, planned, answers)
    marked = [Marked(task.score, _chance(task.review)) for task in result.tasks]
    return held._replace(
        banks=tuple(dict.fromkeys(task.card.bank for task in result.tasks)),
        cards=len(marked),
        answers=len(answers),
        score=score_of(planned.id, planned.study_day, marked),
        answering_ms=sum(review.duration_ms for review in answers),
        passed=result.passed if marked else None,
        over=True,
    )


def _chance(review: Review | None) -> float:
    """Return the points that luck brings; what was not answered was not guessed."""
    return 0.0 if review is None else points_by_chance(review.kind, options_shown(review.response))


def _local_minute(planned: Planned, answers: Sequence[Review]) -> int:
    """Return the minute at which an exam began, by the clock of its first answer; without any, by UTC."""
    offset = answers[0].utc_offset_minutes if answers else 0
    return (planned.began_at.hour * 60 + planned.began_at.minute + offset) % (24 * 60)


def _standings(by_name: Mapping[str, Sequence[Score]]) -> tuple[tuple[str, Standing], ...]:
    found = ((name, standing(by_name[name])) for name in sorted(by_name))
    return tuple((name, one) for name, one in found if one is not None)


def _about(planned: Planned) -> str:
    """Return what an exam was chosen from, in the words of the command line; else ``EXAMS``."""
    words = [word for words in planned.plan.get("choice", ()) for word in words]
    return f"exams on {', '.join(words)}" if words else EXAMS


def reopened(store: Store, held: Held) -> Reopened:
    """Return one sitting, which has to be over, with every answer."""
    planned = _exam_named(store, held.session)
    result = None if planned is None else result_of(store, planned)
    return Reopened(held, tuple(_said(store, past.given(store, held.session))), result)


def _said(store: Store, answers: Iterable[past.Given]) -> Iterable[Said]:
    now_of = log.names_now(store)
    named = [(one, now_of(one.review.card, one.review.id)) for one in answers]
    ids = {key: catalogue.card_row_id(store, key) for key in dict.fromkeys(key for _, key in named)}
    known = [card_id for card_id in ids.values() if card_id is not None]
    cards = {card.card.key: card for card in candidates.planned(store, known)}
    gone = past.out_of_use(store, known)
    for (review, taken_back), key in named:
        card, card_id = cards.get(key), ids[key]
        task = None if card is None else Task(card.card, review, language=card.language)
        yield Said(review, task, taken_back, card_id is None or card_id in gone)
