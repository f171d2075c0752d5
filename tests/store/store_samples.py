"""A database in a folder of the test, a bank in it, and questions and reviews of every kind."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from quiz.card import Bank
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER
from quiz.quantity import Figures, PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Kind,
    Location,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    Source,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.review import (
    CardState,
    Matched,
    Memory,
    Mode,
    Picked,
    Rating,
    Review,
    SelfRated,
    State,
    Typed,
    Undo,
    Verdict,
)
from quiz.store import Scope, Store, candidates, catalogue, log, open_store, questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NOON = datetime(2022, 1, 10, 12, tzinfo=UTC)
TODAY = NOON.date()
NOW_MS = int(NOON.timestamp() * 1000)
HERE = Location("talks.yaml", 3, 5)


@contextmanager
def opened(path: Path, learner: str = "me") -> Iterator[Store]:
    with open_store(path, learner=learner, now_ms=NOW_MS) as store:
        log.save_parameters(store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)
        yield store


def text(name: str, ask: str = "Which city?", **more: object) -> TextQuestion:
    return TextQuestion(**{"id": name, "ask": ask, "location": HERE, "answer": "Geneva", **more})  # type: ignore[arg-type]


def save(store: Store, asked: Sequence[Question], key: str = "talks") -> int:
    """Make ``asked`` the questions of the bank ``key``; returns its row id."""
    bank_id = catalogue.save_bank(store, Bank(key=key, path=f"{key}.yaml", title=key.title()))
    questions.replace_questions(store, bank_id, questions.fresh_rows(asked))
    return bank_id


def review(store: Store, card: str, at: datetime = NOON, **more: object) -> Review:
    found = Review(
        id=log.next_event_id(store, at),
        device=store.device,
        learner=store.learner,
        card=card,
        revision="0" * 16,
        answered_at=at,
        utc_offset_minutes=60,
        study_day=at.date(),
        duration_ms=1500,
        kind=Kind.TEXT,
        response=Typed("Geneva"),
        verdict=Verdict.RIGHT,
        score=1.0,
        suggested=Rating.GOOD,
        rating=Rating.GOOD,
        hints=0,
        confidence=None,
        mode=Mode.STUDY,
        session="00000000-s1",
        interval_days=3,
        due_on=date(2022, 1, 13),
        scheduler=SCHEDULER,
        parameters=DEFAULT_PARAMETERS.id,
    )
    return replace(found, **more)  # type: ignore[arg-type]


def undo(store: Store, taken_back: Review, at: datetime = NOON) -> Undo:
    return Undo(
        id=log.next_event_id(store, at),
        device=store.device,
        learner=store.learner,
        review=taken_back.id,
        undone_at=at,
        utc_offset_minutes=60,
        study_day=at.date(),
        session="00000000-s1",
    )


def state(**more: object) -> CardState:
    found = CardState(State.REVIEW, Memory(3.5, 5.25), TODAY, date(2022, 1, 13), 3, 1, 0)
    return replace(found, **more)  # type: ignore[arg-type]


def new_keys(store: Store, *bank_ids: int) -> list[str]:
    return [candidate.card.key for candidate in candidates.new(store, Scope(bank_ids))]


# -- every kind, for hypothesis ------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
MAYBE = st.none() | TEXTS
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
WRONG = st.lists(st.builds(Wrong, TEXTS, MAYBE), min_size=1, max_size=3).map(tuple)
TUPLES = st.lists(TEXTS, max_size=3).map(tuple)
LISTS = st.lists(TEXTS, min_size=1, max_size=4).map(tuple)
HOLES = st.builds(Hole, LISTS, MAYBE)
YEARS = st.integers(-9999, 9999)
MONTHS, DAYS = st.integers(1, 12), st.integers(1, 28)
DATES = st.one_of(
    st.builds(PartialDate, YEARS, st.none(), st.none()),
    st.builds(PartialDate, YEARS, MONTHS, st.none()),
    st.builds(PartialDate, YEARS, MONTHS, DAYS),
)
_SHARED = {
    "id": TEXTS,
    "ask": TEXTS,
    "location": st.just(HERE),
    "why": MAYBE,
    "hint": MAYBE,
    "tags": TUPLES,
    "source": st.none()
    | st.builds(Source, MAYBE, st.none() | st.integers(1, 99), MAYBE)
    | st.builds(Source, MAYBE, st.integers(1, 9), MAYBE, st.lists(st.integers(10, 99)).map(tuple)),
    "group": MAYBE,
    "reverse": st.booleans(),
    "shuffle": st.booleans(),
    "draft": st.booleans(),
    "exact": st.booleans(),
}
_OWN = {
    TextQuestion: {"answer": TEXTS, "accept": TUPLES},
    ChoiceQuestion: {"answer": TEXTS, "wrong": WRONG, "listed": TUPLES},
    TrueFalseQuestion: {"answer": st.booleans()},
    NumberQuestion: {
        "value": NUMBERS,
        "written": TEXTS,
        "upper": st.none() | NUMBERS,
        "tolerance": st.none()
        | st.builds(Tolerance, NUMBERS, st.booleans())
        | st.builds(Figures, st.integers(1, 60)),
        "unit": MAYBE,
    },
    DateQuestion: {"date": DATES},
    SeveralQuestion: {"answers": LISTS, "wrong": WRONG, "listed": TUPLES},
    ClozeQuestion: {"pieces": st.lists(TEXTS | HOLES, min_size=1, max_size=5).map(tuple)},
    OrderQuestion: {"items": LISTS},
    MatchQuestion: {"pairs": st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4).map(tuple)},
    RecallQuestion: {"back": TEXTS},
}
QUESTIONS = {kind.kind: st.builds(kind, **_SHARED, **own) for kind, own in _OWN.items()}  # type: ignore[arg-type]
ANYTHING = st.text(st.characters(), max_size=12)
"""What a terminal can give: lone surrogates stand for bytes that are no UTF-8."""
RESPONSES = st.one_of(
    st.builds(Typed, ANYTHING),
    st.builds(Picked, st.lists(ANYTHING).map(tuple), st.lists(ANYTHING).map(tuple)),
    st.builds(Matched, st.lists(st.tuples(ANYTHING, ANYTHING)).map(tuple), st.lists(ANYTHING).map(tuple)),
    st.builds(SelfRated, st.sampled_from(Rating)),
)

ONE_OF_EACH: tuple[Question, ...] = (
    text("venue", accept=("Genf",), tags=("places",)),
    ChoiceQuestion(id="who", ask="Who?", location=HERE, answer="Psaki", wrong=(Wrong("Lavrov", None),)),
    TrueFalseQuestion(id="claim", ask="It is so.", location=HERE, answer=True),
    NumberQuestion(
        id="count", ask="How many?", location=HERE, value=Decimal(90000), written="90,000", unit="soldiers"
    ),
    DateQuestion(id="when", ask="When?", location=HERE, date=PartialDate(2021, 12, 17)),
    SeveralQuestion(
        id="which", ask="Which?", location=HERE, answers=("A", "B"), wrong=(Wrong("C", "It left."),)
    ),
    ClozeQuestion(
        id="gap",
        ask="In Geneva they met in 2022.",
        location=HERE,
        pieces=("In ", Hole(("Geneva",), None), " they met in ", Hole(("2022",), "a year"), "."),
    ),
    OrderQuestion(id="order", ask="In order?", location=HERE, items=("1", "2", "3")),
    MatchQuestion(id="match", ask="Match.", location=HERE, pairs=(("Bern", "Aare"), ("Basel", "Rhine"))),
    RecallQuestion(id="turn", ask="Capital", location=HERE, back="Bern", reverse=True),
)
