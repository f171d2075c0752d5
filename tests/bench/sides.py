"""What is timed from inside, each in a process of its own: ``python -m tests.bench.sides NAME ...``.

Every side prints one JSON object: its seconds, and what it did, for the check.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from yaml import CSafeLoader
from yaml.events import MappingStartEvent, StreamEndEvent

from quiz.clock import Clock
from quiz.ids import uuid7
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Spread
from quiz.question import Kind
from quiz.review import CardState, Memory, Mode, Rating, Review, SelfRated, State, Typed, Verdict
from quiz.store import log, open_store
from quiz.study import queue
from quiz.study.choosing import choose
from quiz.study.loading import load
from quiz.study.session import Given, Sitting, Terms
from tests.bench.material import notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.store import Store


Result = TypeVar("Result")

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
"""What the clock says while sittings are timed; ``QUIZ_NOW`` for whole processes."""

TODAY = date(2026, 3, 2)
ANSWERED = 10
"""One card in so many was answered before."""

DUE = 50
"""How many cards are due, in a catalogue of any size."""

LIMITS = queue.Limits(20, 200)
SITTING = DUE + LIMITS.new
RETENTION = 0.9


def cold(database: str, banks: str) -> dict[str, object]:
    """Load banks into a new database, then load them again."""
    with open_store(Path(database), now_ms=1) as store:
        first, _ = timed(lambda: load(store, [Path(banks)], NOW))
        second, loaded = timed(lambda: load(store, [Path(banks)], NOW))
        return {"cold": first, "again": second, "changed": len(loaded.new), **_counts(store)}


def _counts(store: Store) -> dict[str, object]:
    names = ("questions", "cards", "new_cards", "question_tags")
    counts = (store.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names)
    return dict(zip(names, counts, strict=True))


def floor(database: str, banks: str, questions: str) -> dict[str, object]:
    """Take the events of the same files, and write rows with the same texts by one executemany."""
    rows = [note.row() for note in notes(int(questions))]
    connection = bare_database(Path(database))
    connection.execute(
        """CREATE TABLE rows (id INTEGER PRIMARY KEY, question TEXT NOT NULL, front TEXT NOT NULL,
           back TEXT NOT NULL, why TEXT NOT NULL, tags TEXT NOT NULL) STRICT"""
    )

    def work() -> int:
        mappings = sum(_mappings(path.read_bytes()) for path in sorted(Path(banks).iterdir()))
        connection.execute("BEGIN IMMEDIATE")
        insert = "INSERT INTO rows (question, front, back, why, tags) VALUES (?, ?, ?, ?, ?)"
        connection.executemany(insert, rows)
        connection.execute("COMMIT")
        return mappings

    seconds, mappings = timed(work)
    written = connection.execute("SELECT count(*) FROM rows").fetchone()[0]
    return {"floor": seconds, "rows": written, "mappings": mappings}


def _mappings(data: bytes) -> int:
    take, found = CSafeLoader(data).get_event, 0
    while (kind := type(take())) is not StreamEndEvent:
        found += kind is MappingStartEvent
    return found


def grow(database: str, banks: str) -> dict[str, object]:
    """Make a catalogue by loading banks, and answer one card in ten of it."""
    with open_store(Path(database), now_ms=1) as store, store.transaction():
        load(store, [Path(banks)], NOW)
        log.save_parameters(store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)
        cards = store.db.execute(
            "SELECT card_id, card, kind FROM card_keys WHERE card_id % ? = 0", [ANSWERED]
        ).fetchall()
        step = len(cards) // DUE
        for number, (card_id, key, kind) in enumerate(cards):
            is_due = number % step == 0 and number // step < DUE
            due_on = TODAY + timedelta(days=-(number % 5) if is_due else 1 + number % 100)
            _answer(store, number, (card_id, key, Kind(kind)), due_on)
        return {**_counts(store), "answered": len(cards)}


def _answer(store: Store, number: int, card: tuple[int, str, Kind], due_on: date) -> None:
    """Write one answer of an earlier day to a card: its row, key and kind."""
    last_day = TODAY - timedelta(days=10 + number % 20)
    at = datetime(last_day.year, last_day.month, last_day.day, 12, tzinfo=UTC)
    review = Review(
        id=uuid7(int(NOW.timestamp() * 1000) - 10**9 + number),
        device=store.device,
        learner=store.learner,
        card=card[1],
        revision="0" * 16,
        answered_at=at,
        utc_offset_minutes=0,
        study_day=last_day,
        duration_ms=4000,
        kind=card[2],
        response=SelfRated(Rating.GOOD),
        verdict=Verdict.RIGHT,
        score=1.0,
        suggested=Rating.GOOD,
        rating=Rating.GOOD,
        hints=0,
        confidence=None,
        mode=Mode.STUDY,
        session="earlier",
        interval_days=(due_on - last_day).days,
        due_on=due_on,
        scheduler=SCHEDULER,
        parameters=DEFAULT_PARAMETERS.id,
    )
    state = CardState(
        State.REVIEW, Memory(10.0 + number % 7, 5.0), last_day, due_on, review.interval_days, 1, 0
    )
    log.add_review(store, review, card[0], state)


def start(database: str, banks: str, times: str) -> dict[str, object]:
    """Come to the first question so many times; the first time only warms up."""
    found = [timed(lambda: _first_question(Path(database), Path(banks))) for _ in range(int(times) + 1)]
    return {"start": [seconds for seconds, _ in found[1:]], "left": [left for _, left in found[1:]]}


def _first_question(database: Path, banks: Path) -> int:
    clock = Clock(start=NOW)
    with open_store(database, now_ms=1) as store:
        loaded = load(store, [banks], clock.now().at)
        scope = choose(store, loaded.banks)
        cards = queue.build(store, scope, clock.now().study_day, LIMITS)
        asked = Sitting(store, clock, cards, terms=Terms(RETENTION), seed="0").next()
        return 0 if asked is None else asked.left + 1


def answers(database: str, banks: str, times: str) -> dict[str, object]:
    """Answer cards, and after each write a row of the same size with nothing but SQLite.

    As in the program, with its usual terms: an answer is judged, it is told when the card comes
    back, and then it is written, which is what is timed.
    """
    path, clock = Path(database), Clock(start=NOW)
    bare = bare_database(path.with_name("bare.db"))
    bare.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT")
    with open_store(path, now_ms=1) as store:
        loaded = load(store, [Path(banks)], NOW)
        limits = queue.Limits(int(times), 0)
        cards = queue.build(store, choose(store, loaded.banks, kinds=("text",)), TODAY, limits)
        sitting = Sitting(store, clock, cards, terms=Terms(RETENTION, spread=Spread()), seed="0")
        found = [(_record(sitting), _bare_row(bare, store)) for _ in range(int(times))]
        written = store.db.execute("SELECT count(*) FROM reviews").fetchone()[0]
    mine, other = ([pair[side] for pair in found] for side in (0, 1))
    rows = bare.execute("SELECT count(*) FROM rows").fetchone()[0]
    return {"answers": mine, "bare": other, "written": written, "rows": rows}


def _record(sitting: Sitting) -> float:
    given = Given(Typed("something"), 4000)
    judgement = sitting.judge(given)
    sitting.next_days()
    return timed(lambda: sitting.record(given, judgement, Rating.GOOD))[0]


def _bare_row(bare: sqlite3.Connection, store: Store) -> float:
    answer = store.db.execute("SELECT * FROM reviews ORDER BY id DESC LIMIT 1").fetchone()
    row = " ".join(map(str, answer))

    def work() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO rows (row) VALUES (?)", [row])
        bare.execute("COMMIT")

    return timed(work)[0]


def bare_database(path: Path) -> sqlite3.Connection:
    """Open a database with the settings that make the commits of the store durable, and nothing else."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds that some work takes, and its result."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


SIDES: dict[str, Callable[..., dict[str, object]]] = {
    "cold": cold,
    "floor": floor,
    "grow": grow,
    "start": start,
    "answers": answers,
}

if __name__ == "__main__":
    json.dump(SIDES[sys.argv[1]](*sys.argv[2:]), sys.stdout)
