"""The log as figures read it, held against the events themselves over lives of studying."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from study_samples import room

from quiz.review import Rating
from quiz.store import log
from quiz.store.answered import answered

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CARDS = ("talks/venue", "talks/month", "people/who-speaks-for-the-white-house")
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(CARDS[:2]), st.sampled_from(Rating)),
        st.tuples(st.just("sleep"), st.integers(1, 9)),
    ),
    max_size=12,
)


def test_an_empty_log_has_no_answers(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        assert list(answered(here.store)) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_each_answer_is_the_event_and_what_came_before_it(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, Rating]]
) -> None:
    with room(tmp_path_factory.mktemp("life")) as here:
        here.load()
        for deed, value in deeds:
            if deed == "sleep":
                here.clock.sleep(int(value))
            else:
                here.answer(deed, value)
        sessions = [
            row[0] for row in here.store.db.execute("SELECT DISTINCT session FROM reviews ORDER BY 1")
        ]
        events = [event for session in sessions for event in log.session_reviews(here.store, session)]
        answers = list(answered(here.store))
        assert len(answers) == len(events)
        for place, (answer, event) in enumerate(zip(answers, events, strict=True)):
            local = event.answered_at + timedelta(minutes=event.utc_offset_minutes)
            assert answer[:8] == (
                event.card,
                event.study_day.toordinal(),
                local.hour * 60 + local.minute,
                event.kind,
                event.verdict,
                event.score,
                event.rating,
                event.duration_ms,
            )
            before = [one for one in events[:place] if one.card == event.card]
            assert answer.in_review == bool(
                before and before[-1].interval_days >= 1 and before[-1].study_day < event.study_day
            )
            assert answer.is_first == (event.session not in {one.session for one in before})
        if events:
            middle = events[len(events) // 2].study_day
            assert list(answered(here.store, middle)) == [
                one for one in answers if one.day >= middle.toordinal()
            ]
        assert list(answered(here.store, date.max)) == []
        assert [one.card for one in answered(here.store, cards={CARDS[0]})] == [
            event.card for event in events if event.card == CARDS[0]
        ]
