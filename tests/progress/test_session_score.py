from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import card_key
from quiz.progress import SessionLine, SessionScore, Tally, bank_of, session_line, session_score
from quiz.question import Kind
from quiz.review import Mode, Rating, Review, Typed, Verdict

RIGHT, NEAR, PARTLY, WRONG = Verdict.RIGHT, Verdict.NEAR, Verdict.PARTLY, Verdict.WRONG


class Line(NamedTuple):
    card: str
    verdict: Verdict
    score: float
    kind: Kind = Kind.TEXT
    duration_ms: int = 1000


def review_of(line: Line) -> Review:
    day = date(2027, 3, 1)
    return Review(
        id="event",
        device="device",
        learner="learner",
        card=line.card,
        revision="0" * 16,
        answered_at=datetime(2027, 3, 1, 9, 0, tzinfo=UTC),
        utc_offset_minutes=0,
        study_day=day,
        duration_ms=line.duration_ms,
        kind=line.kind,
        response=Typed("x"),
        verdict=line.verdict,
        score=line.score,
        suggested=Rating.GOOD,
        rating=Rating.GOOD,
        hints=0,
        confidence=None,
        mode=Mode.STUDY,
        session="session",
        interval_days=0,
        due_on=day,
        scheduler="fsrs-6.1",
        parameters="default",
    )


def score(*lines: Line) -> SessionScore:
    return session_score([review_of(line) for line in lines])


@pytest.mark.parametrize(
    ("key", "bank"),
    [
        ("talks/venue", "talks"),
        ("talks/sentence#2", "talks"),
        ("nato/talks/venue#reverse", "nato/talks"),
        ("a#b/venue", "a#b"),
        ("no-slash", ""),
    ],
)
def test_the_bank_is_what_stands_before_the_last_slash(key: str, bank: str) -> None:
    assert bank_of(key) == bank


ids = st.text(st.characters(exclude_characters="/#"), min_size=1)


@given(bank=st.text(), question_id=ids, part=st.sampled_from(["", "1", "12", "reverse"]))
def test_the_bank_of_every_card_key_is_found_again(bank: str, question_id: str, part: str) -> None:
    assert bank_of(card_key(bank, question_id, part)) == bank


def test_a_session_without_answers_has_an_empty_score() -> None:
    empty = SessionScore(total=Tally(), by_bank={}, by_kind={}, missed=(), answers=0, answering_ms=0)
    assert score() == empty
    assert empty.total.share is None


def test_a_session_is_scored_as_on_paper() -> None:
    # Four cards; b/two is missed, missed again, then right: only its first answer counts.
    #   a/one    right 1     text         total: 1 right, 1 near, 1 partly, 1 wrong
    #   b/two    wrong 0     choice       points: 1 + 0 + 0.5 + 0.75 = 2.25 of 4
    #   b/three  partly 0.5  choice
    #   b/two    wrong 0     (again)
    #   b/four#1 near 0.75   cloze
    #   b/two    right 1     (again)
    # Time: 2000 + 4 x 1000 + 500 = 6500 ms over six answers.
    result = score(
        Line("a/one", RIGHT, 1, Kind.TEXT, 2000),
        Line("b/two", WRONG, 0, Kind.CHOICE),
        Line("b/three", PARTLY, 0.5, Kind.CHOICE),
        Line("b/two", WRONG, 0, Kind.CHOICE),
        Line("b/four#1", NEAR, 0.75, Kind.CLOZE),
        Line("b/two", RIGHT, 1, Kind.CHOICE, 500),
    )
    assert result == SessionScore(
        total=Tally(right=1, near=1, partly=1, wrong=1, points=2.25),
        by_bank={
            "a": Tally(right=1, points=1),
            "b": Tally(near=1, partly=1, wrong=1, points=1.25),
        },
        by_kind={
            "text": Tally(right=1, points=1),
            "choice": Tally(partly=1, wrong=1, points=0.5),
            "cloze": Tally(near=1, points=0.75),
        },
        missed=("b/two", "b/three"),
        answers=6,
        answering_ms=6500,
    )
    assert result.total.answered == 4
    assert result.total.share == 0.5625


def test_a_card_right_at_first_is_not_missed_by_a_later_slip() -> None:
    result = score(Line("a/one", RIGHT, 1), Line("a/one", WRONG, 0))
    assert result.missed == ()
    assert result.total == Tally(right=1, points=1)
    assert result.answers == 2


def test_the_cards_of_one_question_are_counted_apart() -> None:
    result = score(Line("a/one#1", RIGHT, 1), Line("a/one#2", WRONG, 0))
    assert result.total == Tally(right=1, wrong=1, points=1)
    assert result.missed == ("a/one#2",)


def test_banks_and_kinds_stand_in_the_order_asked() -> None:
    result = score(
        Line("z/one", RIGHT, 1, Kind.ORDER),
        Line("a/two", RIGHT, 1, Kind.CHOICE),
        Line("z/three", RIGHT, 1, Kind.CHOICE),
    )
    assert list(result.by_bank) == ["z", "a"]
    assert list(result.by_kind) == ["order", "choice"]
    assert all(type(kind) is str for kind in result.by_kind)


# Scores are quarters, so that sums are exact in any order.
lines = st.lists(
    st.builds(
        Line,
        card=st.sampled_from(["a/1", "a/2", "a/2#1", "b/1", "c/d/1", "c/d/2#reverse"]),
        verdict=st.sampled_from(Verdict),
        score=st.sampled_from([0, 0.25, 0.5, 0.75, 1]),
        kind=st.sampled_from([Kind.TEXT, Kind.CHOICE, Kind.MATCH]),
        duration_ms=st.integers(0, 9_000),
    ),
    max_size=25,
)


def counted(some: list[Line]) -> Tally:
    verdicts = [line.verdict for line in some]
    return Tally(
        right=verdicts.count(RIGHT),
        near=verdicts.count(NEAR),
        partly=verdicts.count(PARTLY),
        wrong=verdicts.count(WRONG),
        points=sum(line.score for line in some),
    )


@given(lines)
def test_a_score_is_what_plain_counting_gives(some: list[Line]) -> None:
    firsts = [
        line for place, line in enumerate(some) if line.card not in {earlier.card for earlier in some[:place]}
    ]
    banks = {line.card.rsplit("/", 1)[0] for line in firsts}
    kinds = {line.kind.value for line in firsts}
    assert score(*some) == SessionScore(
        total=counted(firsts),
        by_bank={bank: counted([one for one in firsts if bank_of(one.card) == bank]) for bank in banks},
        by_kind={kind: counted([one for one in firsts if one.kind.value == kind]) for kind in kinds},
        missed=tuple(line.card for line in firsts if line.verdict in {PARTLY, WRONG}),
        answers=len(some),
        answering_ms=sum(line.duration_ms for line in some),
    )


def test_the_line_of_a_sitting_is_its_score_at_the_local_time_of_its_first_answer() -> None:
    lines = Line("a", WRONG, 0.0), Line("a", RIGHT, 1.0), Line("b", NEAR, 0.75)
    first, *later = map(review_of, lines)
    first = replace(first, utc_offset_minutes=-90)
    # A clock that jumps back meanwhile changes nothing.
    reviews = [first, *(replace(one, answered_at=one.answered_at - timedelta(hours=3)) for one in later)]
    line = session_line("sitting", reviews, over=True)
    assert line == SessionLine(
        session="sitting",
        day=date(2027, 3, 1),
        started=datetime.fromisoformat("2027-03-01T07:30"),
        tally=session_score(reviews).total,
        answering_ms=3000,
    )
    assert session_line("sitting", reviews, over=False) == replace(line, tally=None)
