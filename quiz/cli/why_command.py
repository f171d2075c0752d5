"""``quiz why``: one card's life, why it comes when it does, and what an answer today would give."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.limits import limits_of
from quiz.cli.questions_named import question_meant
from quiz.progress.life import Answer, Edited, Marked, Moved, Renamed
from quiz.store import Scope
from quiz.study.why import Outlook, lives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.cli.common import Desk
    from quiz.progress.away import Away
    from quiz.progress.life import Event, Life, Outcome, Planned, Queued, Reckoned
    from quiz.review import CardState, Memory
    from quiz.settings import Settings

SHOWN, SHOWN_EACH = 8, 3
"""So many of the latest answers are shown of a card, and where the question has several, of each."""


@click.command("why")
@click.argument("card", metavar="CARD")
@click.option("--all", "everything", is_flag=True, help="Show all answers, not only the latest eight.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays; with all answers.")
@settings_options
def command(*, settings: Settings, card: str, everything: bool, as_json: bool) -> None:
    """Explain the memory of CARD: each answer, the next date, each rating today.

    CARD is bank/id as `quiz list BANK` names it, or an id alone where only one bank has it.
    Of a question with several cards all are told; #part behind it means one of them.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        named = question_meant(opened, card)
        found = lives(opened.store, named, _outlook(opened))
    if as_json:
        told = {"layout": 1, "question": str(named.name), "cards": [_life(life) for life in found]}
        click.echo(json.dumps(told, indent=2))
        return
    _draw(found, everything=everything)


def _outlook(opened: Desk) -> Outlook:
    return Outlook(
        today=opened.clock.now().study_day,
        terms=opened.terms(),
        limits=limits_of(opened),
        scope=Scope(tuple(bank.id for bank in opened.loaded.banks)),
    )


def _draw(found: Sequence[Life], *, everything: bool) -> None:
    from quiz.ui.render import console  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.why import draw_life  # noqa: PLC0415 - likewise

    most = None if everything else SHOWN if len(found) == 1 else SHOWN_EACH
    screen = console()
    for number, life in enumerate(found):
        if number:
            screen.print()
        draw_life(screen, life, most=most)


def _life(life: Life) -> dict[str, object]:
    return {
        "card": life.card,
        "prompt": life.prompt,
        "today": life.today.isoformat(),
        "in_use": life.in_use,
        "aside_until": None if life.aside in (None, date.max) else str(life.aside),
        "suspended": life.aside == date.max,
        "state": "new" if life.state is None else life.state.state.value,
        **_standing(life.state),
        "recall": life.recall,
        "parameters": life.parameters,
        "edited_on": _day(life.edited_on),
        "events": [_event(event) for event in life.events],
        "interval": None if life.reckoned is None else _reckoned(life.reckoned),
        "queue": None if life.queued is None else _queued(life.queued),
        "plan": None if life.plan is None else _planned(life.plan),
        "paused": None if life.paused is None else _paused(life.paused),
        "ratings": [_outcome(found) for found in life.outcomes.values()],
    }


def _standing(state: CardState | None) -> dict[str, object]:
    if state is None:
        return {"last_day": None, "due_on": None, "interval_days": None, "memory": None}
    return {
        "last_day": state.last_day.isoformat(),
        "due_on": state.due_on.isoformat(),
        "interval_days": state.interval_days,
        "memory": _memory(state.memory),
    }


def _event(event: Event) -> dict[str, object]:
    day = event.day.isoformat()
    match event:
        case Answer():
            return _answer(event)
        case Edited():
            return {"what": "edited", "day": day}
        case Renamed(old=old, new=new):
            return {"what": "renamed", "day": day, "old": old, "new": new}
        case Moved(interval_days=days, due_on=due_on):
            return {"what": "moved", "day": day, "interval_days": days, "due_on": due_on.isoformat()}
        case Marked(sign=sign, note=note, until=until):
            return {"what": sign.value, "day": day, "note": note, "until": _day(until)}


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "what": "answer",
        "id": answer.id,
        "day": answer.day.isoformat(),
        "mode": answer.mode.value,
        "counts": answer.counts,
        "undone_on": _day(answer.undone_on),
        "verdict": answer.verdict.value,
        "graded": None if answer.graded is None else answer.graded.value,
        "suggested": answer.suggested.name.lower(),
        "rating": answer.rating.name.lower(),
        "hints": answer.hints,
        "confidence": None if answer.confidence is None else answer.confidence.name.lower(),
        "elapsed_days": answer.elapsed_days,
        "recall": answer.recall,
        "before": None if answer.before is None else _memory(answer.before),
        "after": None if answer.after is None else _memory(answer.after),
        "interval_days": answer.interval_days,
        "due_on": answer.due_on.isoformat(),
    }


def _reckoned(reckoned: Reckoned) -> dict[str, object]:
    return {
        "desired_retention": reckoned.desired_retention,
        "formula_days": reckoned.interval_days,
        "recall": reckoned.recall,
        "given_days": reckoned.given_days,
        "given_on": reckoned.given_on.isoformat(),
        "moved_on": _day(reckoned.moved_on),
        "fits": reckoned.fits,
        "balance": reckoned.balance,
        "range": [{**one._asdict(), "day": one.day.isoformat()} for one in reckoned.days],
    }


def _queued(queued: Queued) -> dict[str, object]:
    return {
        "place": queued.place,
        "total": queued.total,
        "limit": queued.limit,
        "done_today": queued.done,
        "sibling_today": queued.sibling_today,
        "bank_limited": queued.bank_limited,
        "catching_up": queued.catching_up,
    }


def _planned(plan: Planned) -> dict[str, object]:
    return {
        "by": plan.stands.by.isoformat(),
        "about_it": plan.about_it,
        "pulls_from": _day(plan.pulls_from),
        "days_left": plan.stands.days_left,
        "ahead": plan.stands.ahead,
    }


def _paused(pause: Away) -> dict[str, object]:
    return {"since": pause.since.isoformat(), "until": _day(pause.until)}


def _outcome(found: Outcome) -> dict[str, object]:
    return {
        "rating": found.rating.name.lower(),
        "interval_days": found.interval_days,
        "due_on": found.due_on.isoformat(),
        "after": _memory(found.memory),
    }


def _memory(memory: Memory) -> dict[str, float]:
    return {"stability_days": memory.stability, "difficulty": memory.difficulty}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
