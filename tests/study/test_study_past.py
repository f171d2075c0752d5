"""The list of sittings over random lives, against the view of the database and the score page."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest
from study_samples import TERMS, Room, reply, room

from quiz.progress import bank_of, session_score
from quiz.progress.chance import Marked, corrected_share, points_by_chance
from quiz.review import Mode, Rating
from quiz.store import candidates, log, past, sittings
from quiz.store.answered import answered
from quiz.study.exam import ExamPlan, askable, close
from quiz.study.past import held_as, history, reopened, sessions
from quiz.study.planning import begin
from quiz.study.taking_back import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.progress.past import Held

SITTINGS = 12
PLAN = ExamPlan(3, None, 0.5)


def live(here: Room, chance: random.Random) -> None:
    """Hold sittings of all modes, with answers taken back; the last exam may stay open."""
    for _ in range(SITTINGS):
        here.clock.sleep(chance.randint(0, 3))
        mode = chance.choice([Mode.STUDY, Mode.STUDY, Mode.CRAM, Mode.EXAM])
        cards = [card for card in candidates.everything(here.store, here.scope()) if askable(card)][:3]
        more = {"exam": PLAN.as_json(), "parts": [""] * len(cards), "choice": [[], [], []]}
        sitting = begin(
            here.store,
            here.clock,
            cards,
            terms=TERMS,
            seed="0",
            mode=mode,
            more=more if mode is Mode.EXAM else None,
        )
        for _ in range(chance.randint(0, 6)):
            if sitting.next() is None:
                break
            review = sitting.record(*reply(sitting, chance.choice(list(Rating))))
            if chance.random() < 0.2 and mode is not Mode.EXAM:
                take_back(here.store, here.clock, review, sitting.id)
        if mode is Mode.EXAM and chance.random() < 0.7:
            planned = next(one for one in sittings.of_mode(here.store, Mode.EXAM) if one.id == sitting.id)
            close(here.store, planned, here.clock.now().at)


@pytest.fixture(params=range(6))
def here(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.store.db.execute("PRAGMA synchronous = OFF")
        live(found, random.Random(request.param))
        yield found


def apart_from_exams(here: Room) -> list[Held]:
    return [held for held in history(here.store).held if held.mode is not Mode.EXAM]


def test_points_are_those_of_the_view(here: Room) -> None:
    rows = here.store.db.execute(
        "SELECT session, study_day, cards, points FROM scores WHERE session NOT IN "
        "(SELECT id FROM sittings WHERE mode = 'exam') ORDER BY session DESC"
    ).fetchall()
    found = [
        (held.session, held.day.isoformat(), held.cards, held.score and held.score.points)
        for held in apart_from_exams(here)
    ]
    assert found == [(session, day, cards, pytest.approx(points)) for session, day, cards, points in rows]


def test_answers_and_time_are_those_of_the_score_page(here: Room) -> None:
    for held in apart_from_exams(here):
        page = session_score(log.session_reviews(here.store, held.session))
        assert (held.answers, held.answering_ms) == (page.answers, page.answering_ms)
        assert held.banks == tuple(page.by_bank)


def test_what_is_read_of_answers_is_what_is_known_of_them(here: Room) -> None:
    firsts: dict[str, list[Marked]] = defaultdict(list)
    days: dict[str, tuple[int, int]] = {}
    for answer in answered(here.store):
        days.setdefault(answer.session, (answer.day, answer.minute))
        if answer.is_first:
            chance = points_by_chance(answer.kind, answer.shown)
            firsts[answer.session].append(Marked(answer.points, chance))
    found = past.sat(here.store)
    assert {name: (one.day.toordinal(), one.minute) for name, one in found.items()} == days
    for held in apart_from_exams(here):
        assert held.score is not None
        assert held.score.corrected == pytest.approx(corrected_share(firsts[held.session]))


def test_scores_by_bank_are_sums_over_study_sittings(here: Room) -> None:
    shown = dict(history(here.store).past().banks)
    plain: dict[str, set[str]] = defaultdict(set)
    for answer in answered(here.store):
        if answer.mode is Mode.STUDY:
            plain[bank_of(answer.card)].add(answer.session)
    assert {bank: standing.sittings for bank, standing in shown.items()} == {
        bank: len(sessions) for bank, sessions in plain.items()
    }
    for bank, standing in shown.items():
        assert standing.last.session == max(plain[bank])
        assert standing.best.out_of <= 3


def test_all_that_was_answered_is_there_when_it_is_opened(here: Room) -> None:
    for held in history(here.store).held:
        if not held.over:
            continue
        found = reopened(here.store, held)
        rows = here.store.db.execute(
            "SELECT id, id IN (SELECT review FROM undos) FROM reviews WHERE session = ? ORDER BY id",
            [held.session],
        )
        assert [(one.review.id, int(one.taken_back)) for one in found.said] == rows.fetchall()
        assert len(found.said) - sum(one.taken_back for one in found.said) == held.answers
        if held.mode is Mode.EXAM:
            assert held.cards == held.answers + len(found.unanswered)


def test_one_sitting_is_what_the_list_says_of_it(here: Room) -> None:
    held = history(here.store).held
    assert sessions(here.store) == [one.session for one in held]
    assert [held_as(here.store, one.number, one.session) for one in held] == held


def test_exams_that_are_open_tell_nothing(here: Room) -> None:
    for held in history(here.store).held:
        if not held.over:
            assert (held.mode, held.score, held.passed, held.answers) == (Mode.EXAM, None, None, 0)


def test_an_empty_log_is_no_history(tmp_path: Path) -> None:
    with room(tmp_path) as found:
        assert history(found.store).past() == ((), (), ())
        assert history(found.store).past(["talks"], date(2022, 1, 1), 3) == ((), (), ())
