"""``quiz show``: one question as it is asked, its answer, its source, its history, its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.card import Asked
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.passages import passage_of
from quiz.cli.questions_named import question_meant
from quiz.cli.targets import as_seen
from quiz.review import Sign
from quiz.store import Candidate, marks, states
from quiz.study import options
from quiz.ui.describe import quoted
from quiz.ui.render import console
from quiz.ui.showing import SetAside, ShownCard, ShownQuestion, draw_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.store import Store
    from quiz.study.naming import Named
    from quiz.ui.screen import Passage

SEED = "show"
"""Options are shown in one of the orders in which they are asked, always the same."""


@click.command("show")
@click.argument("question", metavar="QUESTION")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, question: str, as_json: bool) -> None:
    """Show QUESTION as it is asked, its answer, its source, its history, its place.

    QUESTION is bank/id as `quiz list BANK` names it, or an id alone where only one bank has
    it; #part behind it means one of its cards.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        shown = _shown(opened, question_meant(opened, question))
    if as_json:
        click.echo(json.dumps(_values(shown), indent=2))
        return
    draw_question(console(), shown)


def _shown(opened: Desk, named: Named) -> ShownQuestion:
    candidates = [
        Candidate(
            row.card_id,
            row.card,
            states.state_of(opened.store, row.card_id),
            named.bank.language,
            named.bank.source,
            named.bank.title,
        )
        for row in named.cards
    ]
    return ShownQuestion(
        name=str(named.name),
        cards=tuple(_shown_cards(opened.store, candidates)),
        passage=passage_of(candidates[0]),
        in_use=named.name.in_use,
        place=_place(candidates[0]),
        today=opened.clock.now().study_day,
    )


def _shown_cards(store: Store, candidates: Sequence[Candidate]) -> Iterator[ShownCard]:
    aside, flags = dict(marks.aside(store)), marks.flags(store)
    for candidate in candidates:
        until = aside.get(candidate.card_id)
        yield ShownCard(
            _asked(candidate),
            candidate.state,
            None if until is None else SetAside(None if until == marks.FOR_GOOD else until),
            flags.get(candidate.card.key, ()),
        )


def _asked(candidate: Candidate) -> Asked:
    put, title, language = options.shown(candidate.card, SEED), candidate.title, candidate.language
    return Asked(candidate.card, put, 1, 0, title=title, language=language)


def _place(candidate: Candidate) -> str:
    """Return file and line, as seen from the current folder where it lies below that."""
    path, line, _ = candidate.card.question.location
    return f"{as_seen(Path(path))}:{line}"


def _values(shown: ShownQuestion) -> dict[str, object]:
    question = shown.question
    return {
        "layout": 1,
        "question": shown.name,
        "kind": question.kind.value,
        "draft": question.draft,
        "in_use": shown.in_use,
        "path": question.location.path,
        "line": question.location.line,
        "why": question.why,
        "tags": list(question.tags),
        "source": _source(shown.passage),
        "cards": [_card(card) for card in shown.cards],
    }


def _source(passage: Passage | None) -> dict[str, object] | None:
    if passage is None:
        return None
    return {
        "document": passage.document,
        "paragraph": passage.paragraph,
        "text": passage.text,
        "quote": passage.quote,
        "quote_stands": any(quoted(one).quote for one in (passage, *passage.also)),
        "also": [{"paragraph": one.paragraph, "text": one.text} for one in passage.also],
    }


def _card(shown: ShownCard) -> dict[str, object]:
    card, state = shown.asked.card, shown.state
    return {
        "card": card.key,
        "prompt": card.prompt,
        "options": list(shown.asked.shown),
        "right": card.right,
        "accepted": list(card.accepted),
        "aside": _aside(shown.aside),
        "flags": [mark.note for mark in shown.flags],
        "state": "new" if state is None else state.state.value,
        "answers": 0 if state is None else state.reviews,
        "lapses": 0 if state is None else state.lapses,
        "last_day": _day(None if state is None else state.last_day),
        "due_on": _day(None if state is None else state.due_on),
        "stability_days": None if state is None else round(state.memory.stability, 2),
    }


def _aside(aside: SetAside | None) -> dict[str, object] | None:
    if aside is None:
        return None
    sign = Sign.SUSPENDED if aside.until is None else Sign.BURIED
    return {"how": sign.value, "until": _day(aside.until)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
