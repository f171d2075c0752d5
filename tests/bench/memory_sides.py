"""What is timed of memory, in a process of its own: ``python -m tests.bench.memory_sides NAME ...``.

Every side prints one JSON object: its seconds, and what it did, for the check. ``fsrs`` has no learning
steps and no fuzz, and study days as midnights in UTC, so that it comes to the same memories.
"""

from __future__ import annotations

import json
import math
import random
import sys
from datetime import UTC, date, datetime, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import fsrs

from quiz.ids import uuid7
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, first_memory, interval_days
from quiz.memory.fitting import fit as fitting
from quiz.memory.fitting import packed, unpacked
from quiz.memory.fsrs import step
from quiz.memory.habits import PUBLISHED
from quiz.memory.histories import histories
from quiz.memory.room import Room
from quiz.memory.simulation import Outset, Rules, simulate
from quiz.review import Memory, Rating
from quiz.store import log, open_store
from quiz.study.rebuilding import rebuild_all
from quiz.study.replay import replayed
from tests.bench.measure import interleaved
from tests.bench.sides import timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quiz.memory.histories import History
    from quiz.store import Store

FIRST_DAY = date(2020, 1, 1)
DAYS = 2_000
EACH = 20
"""Answers to a card, on average."""

BATCH = 10_000
RATINGS = [1, 2, 3, 3, 3, 3, 3, 3, 4, 4]
TIMES = 5
"""How often each side is timed, in turns; once before that to warm up."""

SIMULATED_DAYS = 365
NEW_SHARE = 0.4


class Answer(NamedTuple):
    card: int
    rating: int
    day: date


def chances(count: int) -> Iterator[Answer]:
    """Yield the same answers every time, day by day, each card answered `EACH` times on average."""
    rng = random.Random(count)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * DAYS // count)
        yield Answer(rng.randrange(max(1, count // EACH)), rng.choice(RATINGS), day)


def steps(count: str) -> dict[str, object]:
    """Step card after card through its answers, and find each interval: by ``review_card``, and by ours."""
    histories: dict[int, list[Answer]] = {}
    for answer in chances(int(count)):
        histories.setdefault(answer.card, []).append(answer)
    sides = {"fsrs": _fsrs_steps(histories.values()), "quiz": _own_steps(histories.values())}
    found = interleaved({name: partial(timed, work) for name, work in sides.items()}, TIMES + 1)
    seconds = {name: [one / int(count) for one, _ in runs[1:]] for name, runs in found.items()}
    return {**seconds, "memories": {name: runs[0][1] for name, runs in found.items()}}


def _fsrs_steps(histories: Iterable[list[Answer]]) -> Callable[[], float]:
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    given = [[(fsrs.Rating(rating), _midnight(day)) for _, rating, day in answers] for answers in histories]

    def work() -> float:
        stabilities = []
        for answers in given:
            card = fsrs.Card(card_id=1)
            for rating, now in answers:
                card, _ = scheduler.review_card(card, rating, now)
            stabilities.append(card.stability or 0.0)
        return math.fsum(stabilities)

    return work


def _own_steps(histories: Iterable[list[Answer]]) -> Callable[[], float]:
    given = [[(Rating(rating), day.toordinal()) for _, rating, day in answers] for answers in histories]

    def work() -> float:
        stabilities = []
        for (first_rating, last), *others in given:
            first = first_memory(first_rating, DEFAULT_PARAMETERS)
            stability, difficulty = first.stability, first.difficulty
            interval_days(stability, 0.9, DEFAULT_PARAMETERS)
            for rating, today in others:
                stability, difficulty = step(stability, difficulty, rating, today - last, DEFAULT_PARAMETERS)
                interval_days(stability, 0.9, DEFAULT_PARAMETERS)
                last = today  # noqa: PLW2901 - the day of the answer before
            stabilities.append(stability)
        return math.fsum(stabilities)

    return work


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def replay(folder: str, count: str, sample: str) -> dict[str, object]:
    """Replay a log of ``count`` answers, and let ``fsrs`` replay one of ``sample``, its time scaled up.

    First both replay the sample, and have to come to the same memories. "quiz" is the log read and
    reckoned, as ``fsrs`` does it; "rebuilt" is ``quiz replay``, which also compares and writes: the
    first time all states, since none is there yet.
    """
    whole, part = (
        _logged(Path(folder) / f"{name}.db", int(size)) for name, size in (("whole", count), ("part", sample))
    )
    with open_store(whole, now_ms=1) as store, open_store(part, now_ms=1) as small:
        mine, other = replayed(small), _fsrs_replay(small)
        apart = [abs(mine[card].memory.stability / found.stability - 1.0) for card, found in other.items()]
        scale = int(count) / int(sample)
        sides = {
            "quiz": lambda: timed(lambda: replayed(store)),
            "fsrs": lambda: timed(lambda: _fsrs_replay(small)),
            "rebuilt": lambda: timed(lambda: rebuild_all(store, FIRST_DAY, lambda _done, _all: None)),
        }
        runs = interleaved(sides, TIMES if scale == 1.0 else 3)
        slept, _ = timed(lambda: [fsrs.Card() for _ in other])
        reviews = sum(state.reviews for state in runs["quiz"][0][1].values())
        return {
            "new_cards": slept * scale,
            "quiz": [seconds for seconds, _ in runs["quiz"]],
            "fsrs": [seconds * scale for seconds, _ in runs["fsrs"]],
            "rebuilt": [seconds for seconds, _ in runs["rebuilt"]],
            "differing": [len(found.differing) for _, found in runs["rebuilt"]],
            "reviews": reviews,
            "cards": len(mine) - len(other),
            "apart": max(apart),
        }


def _fsrs_replay(store: Store) -> dict[int, fsrs.Card]:
    """Read the log, and replay each card by ``reschedule_card``, which is there for that."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    row_ids = dict(store.db.execute("SELECT card, card_id FROM card_keys"))
    logs: dict[int, list[fsrs.ReviewLog]] = {}
    rows = store.db.execute("SELECT card, rating, study_day FROM reviews_kept ORDER BY id")
    for card, rating, day in rows:
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        one = fsrs.ReviewLog(row_ids[card], fsrs.Rating(rating), at, None)
        logs.setdefault(one.card_id, []).append(one)
    return {
        card: scheduler.reschedule_card(fsrs.Card(card_id=card), reviews) for card, reviews in logs.items()
    }


def _logged(path: Path, count: int) -> Path:
    """Write a log of so many answers, and the cards that they are to."""
    with open_store(path, now_ms=1) as store:
        log.save_parameters(store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)
        store.db.execute("PRAGMA synchronous = OFF")
        with store.transaction():
            _catalogue(store, max(1, count // EACH))
            store.db.conn.executemany(
                f"INSERT INTO reviews VALUES ({', '.join('?' * 24)})", _rows(store, count)
            )
    return path


def _catalogue(store: Store, cards: int) -> None:
    execute, many = store.db.execute, store.db.conn.executemany
    execute(
        "INSERT INTO banks (id, key, path, title, language) VALUES (1, 'bank', 'bank.yaml', 'Bank', 'en')"
    )
    many(
        """INSERT INTO questions (id, bank_id, question, position, kind, line, prompt, content, draft)
           VALUES (?, 1, ?, ?, 'text', 1, 'Which?', '{}', 0)""",
        ((number + 1, f"q{number}", number) for number in range(cards)),
    )
    many(
        "INSERT INTO cards (id, question_id, part) VALUES (?, ?, '')", ((n + 1, n + 1) for n in range(cards))
    )


def _rows(store: Store, count: int) -> Iterator[tuple[object, ...]]:
    event: str | None = None
    for number, (card, rating, day) in enumerate(chances(count)):
        at = _midnight(day) + timedelta(hours=12, milliseconds=number)
        event = uuid7(int(at.timestamp() * 1000), after=event)
        days = 0 if rating == Rating.AGAIN else 1 + number % 100
        due_on = (day + timedelta(days=days)).isoformat()
        who = (event, store.device, store.learner, f"bank/q{card}", "0" * 16, log.utc_text(at), 0)
        what = (day.isoformat(), 4000, "text", '{"typed": "Geneva"}', "right", 1.0, rating, rating, 0, None)
        yield (*who, *what, "study", "session", days, due_on, SCHEDULER, DEFAULT_PARAMETERS.id, None)


def simulation(cards: str) -> dict[str, object]:
    """Live through a year with so many cards, some of them new, twenty a day."""
    rng, outsets = random.Random(1), list[Outset]()
    for number in range(int(cards)):
        if number < NEW_SHARE * int(cards):
            outsets.append(Outset(0.9))
            continue
        stability = math.exp(rng.uniform(0.0, 6.0))
        last = -rng.randrange(1, 2 + int(stability))
        outsets.append(Outset(0.9, Memory(stability, rng.uniform(1, 10)), last, last + round(stability)))
    rules = Rules(DEFAULT_PARAMETERS, PUBLISHED, lambda _day: Room(new=20))
    runs = [timed(lambda: simulate(outsets, rules, SIMULATED_DAYS, "0")) for _ in range(TIMES)]
    lived = runs[0][1]
    return {
        "seconds": [seconds for seconds, _ in runs],
        "days": len(lived),
        "new": sum(day.new for day in lived),
        "reviews": sum(day.reviews for day in lived),
    }


def fit(count: str) -> dict[str, object]:
    """Fit so many answers, from what its process is sent on; and by the library called without us."""
    known = histories((str(card), day, Rating(rating)) for card, rating, day in chances(int(count)))
    sent = packed(known)
    sides = {
        "quiz": lambda: timed(lambda: fitting(unpacked(sent))),
        "bare": lambda: timed(lambda: _bare(known)),
    }
    runs = interleaved(sides, TIMES)
    seconds = {name: [one for one, _ in found] for name, found in runs.items()}
    return {**seconds, "weights": {name: found[0][1] for name, found in runs.items()}}


def _bare(known: Sequence[History]) -> list[float]:
    """Fit one item for each answer on a later day, with all before it, in the order of days."""
    import fsrs_rs_python as library  # noqa: PLC0415 - an extra: the other sides run without it

    found = []
    for history in known:
        reviews = [library.FSRSReview(int(one.rating), one.elapsed_days) for one in history]
        for place, answer in enumerate(history):
            if answer.elapsed_days:
                found.append((answer.day, library.FSRSItem(reviews[: place + 1])))
    found.sort(key=itemgetter(0))
    return list(library.FSRS([]).compute_parameters([item for _day, item in found]))


SIDES: dict[str, Callable[..., dict[str, object]]] = {
    "steps": steps,
    "replay": replay,
    "simulation": simulation,
    "fit": fit,
}

if __name__ == "__main__":
    json.dump(SIDES[sys.argv[1]](*sys.argv[2:]), sys.stdout)
