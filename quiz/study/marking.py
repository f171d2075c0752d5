"""Cards set aside, taken back and flagged: events of the log, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Mark, Sign
from quiz.store import catalogue, log, marks
from quiz.store.cards import cards_at
from quiz.store.damage import reads
from quiz.study.naming import SeveralMeant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from quiz.clock import Clock
    from quiz.store import Scope, Store
    from quiz.store.cards import CardAt
    from quiz.store.marks import Aside

OPPOSITE: Mapping[Sign, Sign] = {
    Sign.SUSPENDED: Sign.UNSUSPENDED,
    Sign.BURIED: Sign.UNBURIED,
    Sign.FLAGGED: Sign.UNFLAGGED,
}


class Flagged(NamedTuple):
    """A card with flags, the oldest first. ``at`` None: the catalogue does not hold it."""

    key: str
    flags: tuple[Mark, ...]
    at: CardAt | None


class SetAside(NamedTuple):
    """A card that is not asked before a study day; ``until`` is ``marks.FOR_GOOD`` for a suspended one."""

    key: str
    until: date
    at: CardAt

    @property
    def sign(self) -> Sign:
        """How it was set aside."""
        return Sign.SUSPENDED if self.until == marks.FOR_GOOD else Sign.BURIED


def put_mark(  # noqa: PLR0913 - what is said of a card
    store: Store,
    clock: Clock,
    card: str,
    sign: Sign,
    *,
    note: str = "",
    until: date | None = None,
    session: str = "",
) -> None:
    """Write what the learner says of the card with this key; on disk when this returns.

    Raises ``NotSaved``.
    """
    now = clock.now()
    with log.saving(store):
        mark = Mark(
            id=log.next_event_id(store, now.at, after=session),
            device=store.device,
            learner=store.learner,
            card=card,
            sign=sign,
            note=note,
            until=until,
            marked_at=now.at,
            utc_offset_minutes=now.utc_offset_minutes,
            study_day=now.study_day,
            session=session,
        )
        marks.add(store, mark, catalogue.card_row_id(store, card))


def put_marks(store: Store, clock: Clock, said: Iterable[tuple[str, Sign]]) -> None:
    """Write what the learner says of several cards, by key: all of it is on disk then, or none.

    Raises ``NotSaved``.
    """
    with log.saving(store):
        for card, sign in said:
            put_mark(store, clock, card, sign)


def aside_replayed(store: Store, today: date | None = None) -> list[Aside]:
    """Return what of the learner's cards is set aside on ``today``, as the log alone gives it.

    None: with cards that were buried on whatever day.
    """
    found = ((catalogue.card_row_id(store, card), until) for card, until in marks.latest(store).items())
    return sorted(
        marks.Aside(card_id, until)
        for card_id, until in found
        if card_id is not None and until is not None and (today is None or marks.in_force(until, today))
    )


def flagged(store: Store, scope: Scope | None = None) -> list[Flagged]:
    """Return the cards with flags, in ``scope`` (None: all), in the order of their files and lines.

    Those that their bank has no more come last.
    """
    standing = marks.flags(store)
    ids = {key: catalogue.card_row_id(store, key) for key in standing}
    at = cards_at(store, [card_id for card_id in ids.values() if card_id is not None])
    found = [Flagged(key, flags, at.get(ids[key] or 0)) for key, flags in standing.items()]
    wanted = (one for one in found if scope is None or _is_in(one.at, scope))
    return sorted(wanted, key=lambda one: _order(one.key, one.at))


def set_aside(store: Store) -> list[SetAside]:
    """Return the learner's cards that are suspended or buried, in the order of ``flagged``."""
    stored = marks.aside(store)
    at = cards_at(store, [row.card_id for row in stored])
    found = [_set_aside(row, at) for row in stored]
    return sorted(found, key=lambda one: _order(one.key, one.at))


@reads("aside")
def _set_aside(row: Aside, at: Mapping[int, CardAt]) -> SetAside:
    return SetAside(at[row.card_id].card.key, row.until, at[row.card_id])


def keys_named(keys: Collection[str], word: str) -> list[str]:
    """Return those of these cards' keys that ``word`` names: ``bank/id``, or an id; ``#part`` means one card.

    The bank's key may be cut to its last parts, where it is not the whole key of another one.
    Empty when there is none. Raises ``SeveralMeant`` when banks share the name.
    """
    bank, slash, rest = word.strip().rpartition("/")
    name, _, part = rest.partition("#")
    name = f"{bank}{slash}{name}"
    fitting = [key for key in keys if part in ("", _parted(key)[1])]
    exact = [key for key in fitting if _parted(key)[0] == name]
    found = exact or [key for key in fitting if rest and _parted(key)[0].endswith(f"/{name}")]
    questions = list(dict.fromkeys(_parted(key)[0] for key in found))
    if len(questions) > 1:
        raise SeveralMeant(name, questions)
    return found


def _parted(key: str) -> tuple[str, str]:
    """Return the name of a card's question and its part; banks may have a # in their names."""
    bank, slash, rest = key.rpartition("/")
    question, _, part = rest.partition("#")
    return f"{bank}{slash}{question}", part


def _is_in(at: CardAt | None, scope: Scope) -> bool:
    return at is not None and at.is_in(scope.bank_ids, scope.tags, scope.whole)


def _order(key: str, at: CardAt | None) -> tuple[bool, str, int, str]:
    if at is None:
        return (True, "", 0, key)
    return (at.gone, at.card.question.location.path, at.card.question.location.line, key)
