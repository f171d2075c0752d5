"""``quiz replay``: what follows from the log, rebuilt from it, or held against it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from quiz.cli.bars import progress_bar
from quiz.cli.common import settings_options
from quiz.cli.lines import say
from quiz.store import open_copy, open_store, sitting_lock
from quiz.study.rebuilding import Compared, compare, rebuild_all
from quiz.study.replay import AsideDifference, Difference
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.clock import Moment
    from quiz.review import CardState
    from quiz.settings import Settings
    from quiz.study.rebuilding import Differing

DOING = "Replaying the log"
NAMED = 20
"""So many differences are named; JSON has all of them."""


@click.command("replay")
@click.option("--check", is_flag=True, help="Write nothing; name what differs, and exit with 1 if any does.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
@click.pass_context
def command(context: click.Context, *, settings: Settings, check: bool, as_json: bool) -> None:
    """Rebuild what follows from the log of answers: the state and the next date of each card.

    All learners are rebuilt, at once or not at all. The banks are not read.
    """
    there, now = settings.db.exists(), settings.clock().now()
    work = _checked if check else _rebuilt
    found = work(settings, now) if there else Compared(0, 0, ())
    if as_json:
        click.echo(json.dumps(_values(found, check=check), indent=2))
    elif not there:
        say(f"There is no database {clean_line(str(settings.db))} yet: nothing was answered.")
    else:
        _tell(found, check=check)
    if check and found.differing:
        context.exit(1)


def _checked(settings: Settings, now: Moment) -> Compared:
    with (
        open_copy(settings.db, learner=settings.learner, now_ms=_ms(now)) as store,
        progress_bar(DOING) as tell,
    ):
        return compare(store, tell)


def _rebuilt(settings: Settings, now: Moment) -> Compared:
    with (
        open_store(settings.db, learner=settings.learner, now_ms=_ms(now)) as store,
        sitting_lock(settings.db),
        progress_bar(DOING) as tell,
    ):
        return rebuild_all(store, now.study_day, tell)


def _ms(now: Moment) -> int:
    return int(now.at.timestamp() * 1000)


def _tell(found: Compared, *, check: bool) -> None:
    said = f"{count(found.answers, 'answer')} replayed, {count(found.cards, 'card')} with a state"
    if not found.differing:
        say(f"{said}: all is stored as the log has it, bit for bit.")
        return
    for one in found.differing[:NAMED] if check else ():
        say(_line(one))
    if check and len(found.differing) > NAMED:
        say(f"... and {len(found.differing) - NAMED:,} more; `--json` names them all.")
    more = len(found.differing) - found.states
    other = f", and {count(more, 'other difference')}" if more else ""
    differ = "has" if found.states == 1 else "have"
    if check:
        say(f"{said}: {count(found.states, 'card')} {differ} another state{other}. `quiz replay` mends that.")
    else:
        say(f"{said}: {count(found.states, 'card')} had another state{other}; all is as the log has it now.")


def _line(one: Differing) -> str:
    card = clean_line(one.card) or f"card {one.what.card_id}, which is in no bank"
    return f"{card} ({clean_line(one.learner)}): {_difference(one)}"


def _difference(one: Differing) -> str:
    what = one.what
    if isinstance(what, AsideDifference):
        return f"stored is {_aside(what.stored)}, by the log it is {_aside(what.replayed)}"
    if not isinstance(what, Difference):
        return "its place among the new cards is not what the log gives"
    if what.stored is None or what.replayed is None:
        return f"stored is {_state(what.stored)}, by the log it is {_state(what.replayed)}"
    one_state, other = _fields(what.stored), _fields(what.replayed)
    apart = [name for name in one_state if one_state[name] != other[name]]
    return "; ".join(f"{name} {one_state[name]}, by the log {other[name]}" for name in apart)


def _aside(until: date | None) -> str:
    if until is None:
        return "not set aside"
    return "suspended" if until == date.max else f"buried until {until}"


def _state(state: CardState | None) -> str:
    return "new" if state is None else f"in {state.state.value}, due on {state.due_on}"


def _fields(state: CardState) -> dict[str, object]:
    """Return the values of a state by name; figures are whole, so that the last bit is seen."""
    return {
        "state": state.state.value,
        "stability": state.memory.stability,
        "difficulty": state.memory.difficulty,
        "last_day": state.last_day.isoformat(),
        "due_on": state.due_on.isoformat(),
        "interval_days": state.interval_days,
        "reviews": state.reviews,
        "lapses": state.lapses,
    }


def _values(found: Compared, *, check: bool) -> dict[str, object]:
    return {
        "layout": 1,
        "written": not check,
        "answers": found.answers,
        "cards": found.cards,
        "differing": [_differing(one) for one in found.differing],
    }


def _differing(one: Differing) -> dict[str, object]:
    what = one.what
    told: dict[str, object] = {"learner": one.learner, "card": one.card or None}
    if isinstance(what, Difference):
        sides = (None if side is None else _fields(side) for side in what[1:])
        return {**told, "what": "state", **dict(zip(("stored", "replayed"), sides, strict=True))}
    if isinstance(what, AsideDifference):
        return {**told, "what": "aside", "stored": _day(what.stored), "replayed": _day(what.replayed)}
    return {**told, "what": "new"}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
