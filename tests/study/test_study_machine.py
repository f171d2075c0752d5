"""Sittings through anything that can happen to them: the log, the states and the queue stay in step."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from study_samples import TERMS, Hands, Room, reply

from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER
from quiz.review import Mode, Rating, Sign, State, Verdict
from quiz.store import candidates, catalogue, log, marks, open_store, sittings, states
from quiz.study import queue
from quiz.study.exam import askable
from quiz.study.marking import aside_replayed
from quiz.study.planning import begin, left_today, taken_up
from quiz.study.queue import Limits
from quiz.study.replay import differences
from quiz.study.session import take_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from sqlite3 import Connection, Cursor

    from quiz.card import Asked
    from quiz.review import CardState, Review
    from quiz.store import Candidate
    from quiz.store.marks import Aside
    from quiz.study.session import Sitting

EXAMPLES, STEPS = 120, 30
"""How long the machine runs within the suite; turn it up to search: 5,000 examples take minutes."""

NEW_A_DAY, REVIEWS_A_DAY = 5, 3
LIMITS = Limits(NEW_A_DAY, REVIEWS_A_DAY)
WORDS = ("amber", "bridge", "cellar", "dragon", "engine", "forest")
PLACES = st.integers(0, len(WORDS) - 1)
LEARNERS = ("ann", "ben")
FIXED = """\
  - {id: holes, cloze: 'The {river} flows past the {mill}.'}
  - {id: flag, front: Red and white, back: Poland, reverse: true}
  - {id: first, ask: Who came first?, answer: Ada, group: g}
  - {id: second, ask: Who came second?, answer: Bob, group: g}
  - {id: pick, ask: Which one?, answer: one, wrong: [two, three, four]}
"""
RATINGS = st.sampled_from([Rating.AGAIN, *Rating])
MODES = st.sampled_from([Mode.STUDY, Mode.STUDY, Mode.STUDY, Mode.CRAM, Mode.EXAM])


class Snapshot(NamedTuple):
    """What an undo has to bring back."""

    states: dict[int, CardState]
    aside: list[Aside]
    asked: Asked | None
    queue: tuple[int, ...]


class Crash(BaseException):
    """The program dies."""


class Dying:
    """A connection that does so many statements more, and then none."""

    def __init__(self, connection: Connection, statements: int) -> None:
        self._connection = connection
        self._left = statements

    def execute(self, *arguments: str) -> Cursor:
        self._left -= 1
        if self._left < 0:
            raise Crash
        return self._connection.execute(*arguments)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


class Sittings(RuleBasedStateMachine):
    """Two learners, a bank that is edited under them, days that pass, and crashes."""

    @initialize(mode=MODES)
    def move_in(self, mode: Mode) -> None:
        self.house = ExitStack()
        self.folder = Path(self.house.enter_context(TemporaryDirectory()))
        self.clock = Hands()
        self.learner = LEARNERS[0]
        self.renamed = 0
        self.bank = {word: (f"Say {word}", word) for word in WORDS}
        self.left_behind: dict[str, object] = {}
        self.sitting: Sitting | None = None
        self.open_room()
        self.sit_down(mode, "")

    def open_room(self) -> None:
        """Begin as the program does: open the database, load the banks, release what was buried."""
        self.doors = ExitStack()
        now_ms = int(self.clock.at.timestamp() * 1000)
        store = open_store(self.folder / "quiz.db", learner=self.learner, now_ms=now_ms)
        self.room = Room(self.folder / "questions", self.doors.enter_context(store), self.clock)
        self.room.store.db.execute("PRAGMA synchronous = OFF")
        log.save_parameters(self.room.store, DEFAULT_PARAMETERS.id, SCHEDULER, DEFAULT_PARAMETERS.weights)
        self.write()
        self.release()
        self.forget()
        self.edited = self.unseen = False

    def write(self) -> None:
        entries = [
            f"  - {{id: {name}, ask: {ask}, answer: {right}, wrong: [one, two, three], "
            f"source: {{paragraph: {len(ask) % 3 + 1}}}}}\n"
            for name, (ask, right) in self.bank.items()
        ]
        self.room.write(
            "w.yaml", f"quiz: 1\ntitle: Words\nsource: w.md\nquestions:\n{''.join(entries)}{FIXED}"
        )
        self.room.load()

    def release(self) -> None:
        marks.release(self.room.store, self.today())
        self.released: date | None = self.today()

    def forget(self) -> None:
        """No undo can be compared over what happened outside of the sitting."""
        self.before: list[Snapshot] = []
        self.last: str | None = None

    def look_again(self) -> None:
        """An undo looks the cards up: what was loaded unseen shows now, and not in earlier snapshots."""
        if self.unseen:
            self.forget()
        self.unseen = False

    def snapshot(self) -> Snapshot:
        store, sitting = self.room.store, self.there()
        return Snapshot(states.stored_states(store), marks.aside(store), sitting.next(), queue_of(sitting))

    def teardown(self) -> None:
        self.doors.close()
        self.house.close()

    @precondition(lambda self: self.sitting is None)
    @rule(mode=MODES, seed=st.text("ab", max_size=2))
    def sit_down(self, mode: Mode, seed: str) -> None:
        self.released = self.today()
        if mode is Mode.STUDY:
            cards = queue.build(self.room.store, self.room.scope(), self.today(), LIMITS)
            self.the_limits_hold_for(cards)
        else:
            cards = list(filter(askable, candidates.everything(self.room.store, self.room.scope())))
            self.release()
        apart = mode is not Mode.EXAM
        self.sitting = begin(
            self.room.store, self.clock, cards, terms=TERMS, seed=seed, mode=mode, apart=apart
        )
        self.begun_on, self.edited, self.unseen = self.today(), False, False
        self.forget()

    def the_limits_hold_for(self, cards: list[Candidate]) -> None:
        done = queue.done_today(self.room.store, self.today())
        new = [card for card in cards if card.state is None]
        due = [card for card in cards if card.state is not None and card.state.state is State.REVIEW]
        assert len(new) <= max(0, NEW_A_DAY - done.new)
        assert len(due) <= max(0, REVIEWS_A_DAY - done.reviews)
        assert all(card.state is None or card.state.due_on <= self.today() for card in cards)
        assert len({card.card.siblings for card in new + due}) == len(new + due)
        assert not {card.card_id for card in cards} & {row.card_id for row in marks.aside(self.room.store)}

    @precondition(lambda self: self.sitting is not None and self.sitting.left)
    @rule(ratings=st.lists(RATINGS, min_size=1, max_size=7), overruled=st.sampled_from([0, 0, 1, 2]))
    def answer(self, ratings: list[Rating], overruled: int) -> None:
        for rating in ratings:
            if self.there().left:
                self.answer_once(rating, overruled)

    def answer_once(self, rating: Rating, overruled: int) -> None:
        sitting = self.there()
        asked = sitting.next()
        assert asked is not None
        assert self.last != asked.card.key or sitting.left == 1, "twice in a row though others were left"
        self.before.append(self.snapshot())
        card_id, left = sitting.current.card_id, {*queue_of(sitting)}
        kept = self.record(rating, overruled)
        assert log.session_reviews(self.room.store, sitting.id)[-1] == kept
        comes_again = rating is Rating.AGAIN and sitting.mode is not Mode.EXAM
        assert {*queue_of(sitting)} == (left if comes_again else left - {card_id})
        self.last = asked.card.key

    def record(self, rating: Rating, overruled: int = 0) -> Review:
        """Record an answer, overruled so often; the verdict of grading is kept when it does not stand."""
        given, judgement, _ = reply(self.there(), rating)
        graded = judgement.verdict
        for _ in range(overruled):
            judgement = self.there().overrule(judgement, given)
        kept = self.there().record(given, judgement, rating)
        assert (kept.graded or kept.verdict) is graded
        assert (kept.verdict is graded) == (overruled != 1)
        return kept

    @precondition(lambda self: self.sitting is not None and self.before and self.last is not None)
    @rule(rating=st.sampled_from(Rating))
    def overrule_the_last(self, rating: Rating) -> None:
        """As the program does when a verdict is overruled late: taken back, and written anew."""
        found = self.there().undo()
        self.look_again()
        if found is None or not queue_of(self.there()) or self.there().current.card_id != found.card_id:
            self.last = None
            return  # its question is gone from the bank, unseen until now: it is only taken back
        kept = self.record(rating, 1)
        assert {kept.verdict, kept.graded} == {Verdict.RIGHT, Verdict.WRONG}

    @precondition(lambda self: self.sitting is not None and self.sitting.left)
    @rule(sign=st.sampled_from([Sign.SUSPENDED, Sign.BURIED, Sign.FLAGGED]), rating=RATINGS)
    def say_of_it(self, sign: Sign, rating: Rating) -> None:
        if sign is Sign.FLAGGED:
            self.flag()
        else:
            self.set_aside(sign)
        self.answer([rating], 0)

    def set_aside(self, sign: Sign) -> None:
        sitting = self.there()
        self.before.append(self.snapshot())
        candidate, rest = sitting.current, queue_of(sitting)[1:]
        sitting.set_aside(candidate, sign)
        assert candidate.card_id in [row.card_id for row in marks.aside(self.room.store)]
        assert sorted(queue_of(sitting)) == sorted(rest)
        self.last = None

    def flag(self) -> None:
        before = self.snapshot()
        self.there().flag(self.there().current, "unclear")
        key = catalogue.card_key_of(self.room.store, self.there().current.card_id)
        assert key in marks.flags(self.room.store)
        assert self.snapshot() == before

    @precondition(lambda self: self.sitting is not None)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.undo_once()

    def undo_once(self) -> None:
        found = self.there().undo()
        if found is not None:  # with nothing to take back nothing is looked up
            self.look_again()
        if self.before:
            assert found is not None
            assert self.snapshot() == self.before.pop()
        self.last = None

    @precondition(lambda self: self.sitting is not None)
    @rule(unwind=st.booleans())
    def crash_and_take_up(self, *, unwind: bool) -> None:
        """Nothing but the file is left; the same card stands there, and undo goes as far back as before."""
        asked, before, left = self.there().next(), self.before, queue_of(self.there())
        answered, edited = self.answered(), self.edited
        old = self.reopened()
        if self.took_up(old):
            assert self.answered() == answered
            if not edited:
                assert (self.there().next(), queue_of(self.there())) == (asked, left)
                self.before = [] if self.today() != self.begun_on else before
                for _ in [*self.before] if unwind else ():
                    self.undo_once()
        else:
            assert not answered or asked is None or edited or self.today() != self.begun_on

    @precondition(lambda self: self.sitting is not None and self.sitting.left)
    @rule(rating=st.sampled_from(Rating), deed=st.sampled_from("rrrsu"), statements=st.integers(0, 12))
    def crash_in_mid_write(self, rating: Rating, deed: str, statements: int) -> None:
        """What was being written is there as a whole, or not at all."""
        sitting, store = self.there(), self.room.store
        deeds: dict[str, Callable[[], object]] = {
            "r": lambda: self.record(rating),
            "s": lambda: sitting.set_aside(sitting.current, Sign.SUSPENDED),
            "u": sitting.undo,
        }
        before, events = self.snapshot()[:2], self.events()
        dying = cast("Any", Dying(store.db.conn, statements))
        with mock.patch.object(store.db, "conn", dying), suppress(Crash):
            deeds[deed]()
        old = self.reopened()
        if self.events() == events and self.today() == self.begun_on:
            assert (states.stored_states(self.room.store), marks.aside(self.room.store)) == before
        assert self.events() - events in (0, 1)
        self.took_up(old)

    def reopened(self) -> Sitting:
        """Let go of everything but the file and open it again; return the sitting that was."""
        old, self.sitting = self.there(), None
        self.doors.close()
        self.open_room()
        return old

    def took_up(self, old: Sitting) -> bool:
        """Go on with the sitting that was cut off, if that can be."""
        if old.mode is Mode.EXAM:
            planned = sittings.latest(self.room.store, Mode.EXAM)
            assert planned is not None
            self.sitting = taken_up(self.room.store, self.clock, planned, terms=TERMS)
        else:
            found = left_today(self.room.store, self.clock, old.mode, terms=TERMS)
            self.sitting = None if found is None else found.sitting
        assert self.sitting is None or self.sitting.id == old.id
        assert self.sitting is None or old.mode is Mode.EXAM or self.begun_on == self.today()
        return self.sitting is not None

    def answered(self) -> int:
        return len(log.session_reviews(self.room.store, self.there().id))

    def events(self) -> int:
        tables = ("reviews", "undos", "marks")
        counts = (self.room.store.db.execute(f"SELECT count(*) FROM {table}") for table in tables)
        return sum(int(count.fetchone()[0]) for count in counts)

    @precondition(lambda self: self.sitting is not None)
    @rule()
    def stand_up(self) -> None:
        sittings.end(self.room.store, self.there().id, self.clock.now().at)
        self.sitting = None

    @precondition(lambda self: self.sitting is None)
    @rule()
    def change_places(self) -> None:
        """The other learner sits down; what the one before did is nothing to them."""
        self.left_behind[self.learner] = self.belongings()
        self.learner = LEARNERS[self.learner == LEARNERS[0]]
        self.doors.close()
        self.open_room()
        assert self.belongings() == self.left_behind.get(self.learner, self.belongings())

    def belongings(self) -> list[list[dict[str, object]]]:
        """Return what is written of the learner who sits there."""
        query = self.room.store.db.query
        tables = ("card_states", "new_cards", "reviews", "marks")
        return [list(query(f"SELECT * FROM {table} WHERE learner = ?", [self.learner])) for table in tables]

    @rule(hours=st.sampled_from([1, 7, 24, 24, 72, -5]))
    def wait(self, hours: int) -> None:
        before = self.today()
        self.clock.at += timedelta(hours=hours)
        if self.today() != before:
            self.released = None
        self.forget()

    @rule(place=PLACES, how=st.sampled_from(["reword", "correct", "rename", "remove"]), seen=st.booleans())
    def edit(self, place: int, how: str, *, seen: bool) -> None:
        name = [*self.bank][place % len(self.bank)]
        ask, right = self.bank[name]
        if how == "reword":
            self.bank[name] = (f"{ask} please", right)
        elif how == "correct":
            self.bank[name] = (ask, f"{right}s")
        elif how == "rename":
            self.renamed += 1
            self.bank[f"n{self.renamed}"] = self.bank.pop(name)
        elif len(self.bank) > 3:
            self.bank.pop(name)
        self.reload(seen=seen)

    def reload(self, *, seen: bool) -> None:
        """The bank was edited: cards that are gone leave the sitting, all others stay in it.

        Not ``seen``: another program loaded it, and the sitting goes on with what it knows.
        """
        self.edited, self.left_behind = True, {}
        self.write()
        if self.sitting is not None and seen:
            before, in_use = queue_of(self.sitting), candidates.everything(self.room.store, self.room.scope())
            self.sitting.refresh()
            there = {card.card_id for card in in_use}
            stay = (
                before if self.sitting.mode is Mode.EXAM else tuple(card for card in before if card in there)
            )
            assert sorted(queue_of(self.sitting)) == sorted(stay)
        self.forget()
        self.unseen = not seen

    @precondition(lambda self: self.sitting is None)
    @rule()
    def take_back_from_outside(self) -> None:
        review = log.last_review(self.room.store)
        if review is not None:
            take_back(self.room.store, self.clock, review, review.session)

    def there(self) -> Sitting:
        assert self.sitting is not None
        return self.sitting

    def today(self) -> date:
        return self.clock.now().study_day

    @invariant()
    def the_log_gives_the_states(self) -> None:
        if hasattr(self, "room"):
            assert differences(self.room.store) == []

    @invariant()
    def the_log_gives_what_is_set_aside(self) -> None:
        if hasattr(self, "room") and self.released == self.today():
            assert marks.aside(self.room.store) == aside_replayed(self.room.store, self.today())

    @invariant()
    def a_card_is_new_or_has_a_state(self) -> None:
        if hasattr(self, "room"):
            new = {card.card_id for card in candidates.new(self.room.store, self.room.scope())}
            assert not new & states.stored_states(self.room.store).keys()


def queue_of(sitting: Sitting) -> tuple[int, ...]:
    return sitting._round.queue


TestSittings = Sittings.TestCase
TestSittings.settings = settings(
    max_examples=EXAMPLES,
    derandomize=True,  # every run tries the same lives; to search, take this away and turn EXAMPLES up
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
