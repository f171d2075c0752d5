"""``quiz list``: banks and questions."""

from __future__ import annotations

import json
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import click

from quiz.cli.common import choosing_options, desk, settings_options, show_faults
from quiz.review import Sign
from quiz.store import catalogue, marks
from quiz.study.choosing import choose
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.store import Scope

NARROWEST = 20
STATES = ("new", "learning", "review", "relearning", "due", "draft")


@click.command("list")
@choosing_options
@click.option("--state", type=click.Choice(STATES), help="Only cards in this state.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    state: str | None,
    as_json: bool,
) -> None:
    """List the banks; with a bank, a tag or a filter, their cards."""
    with desk(settings) as opened:
        show_faults(opened.loaded)
        scope = choose(opened.store, opened.loaded.banks, words, tags=tags, kinds=kinds)
        if words or tags or kinds or state or as_json:
            cards = list(_cards(opened, scope, state))
        else:
            _tell_banks(opened)
            return
        banks = list(_banks(opened))
    if as_json:
        click.echo(json.dumps({"layout": 1, "banks": banks, "cards": cards}, indent=2))
    else:
        _tell_cards(cards)


def _banks(opened: Desk) -> Iterator[dict[str, object]]:
    for bank in opened.loaded.banks:
        yield {
            "bank": bank.key,
            "title": bank.title,
            "path": bank.path,
            "language": bank.language,
            "source": bank.source,
            "questions": len(catalogue.question_ids(opened.store, bank.id)),
        }


def _cards(opened: Desk, scope: Scope, state: str | None) -> Iterator[dict[str, object]]:
    today = opened.clock.now().study_day.isoformat()
    for row in catalogue.cards_in_order(opened.store, scope.bank_ids):
        card = catalogue.card_from(row)
        if _fits(row, card.question.tags, scope) and (state is None or state in _states(row, today)):
            yield {
                "card": card.key,
                "kind": card.question.kind.value,
                "state": row["state"] or "new",
                "aside": _aside(row["aside"]),
                "due_on": row["due_on"],
                "tags": list(card.question.tags),
                "prompt": card.prompt,
                "draft": bool(row["draft"]),
                "path": row["path"],
                "line": row["line"],
            }


def _aside(until: str | None) -> str | None:
    """Return how a card is set aside, or None."""
    if until is None:
        return None
    return (Sign.SUSPENDED if until == marks.FOR_GOOD.isoformat() else Sign.BURIED).value


def _fits(row: dict[str, Any], tags: Iterable[str], scope: Scope) -> bool:
    if scope.kinds and row["kind"] not in scope.kinds:
        return False
    return not scope.tags or row["bank_id"] in scope.whole or bool(set(tags) & set(scope.tags))


def _states(row: dict[str, Any], today: str) -> set[str]:
    if row["draft"]:
        return {"draft"}
    due = {"due"} if row["due_on"] is not None and row["due_on"] <= today else set()
    return {row["state"] or "new"} | due


def _tell_banks(opened: Desk) -> None:
    for place in opened.places:
        click.echo(f"{clean_line(str(place.path))} ({place.origin})")
    held = {bank.bank: bank.held for bank in opened.loaded.broken if bank.held}
    for bank in _banks(opened):
        number = count(int(str(bank["questions"])), "question")
        more = f", {held[str(bank['bank'])]} held back" if bank["bank"] in held else ""
        click.echo(f"  {clean_line(str(bank['bank']))}: {clean_line(str(bank['title']))}, {number}{more}")
    tags = catalogue.tags(opened.store, [bank.id for bank in opened.loaded.banks])
    if tags:
        _tell(f"Tags: {', '.join(map(clean_line, tags))}", indent="  ")
    faults = len((*opened.loaded.problems, *opened.loaded.known_problems))
    if faults:
        click.echo(f"{count(faults, 'fault')} in the banks; `quiz load` names them.")


def _tell_cards(cards: list[dict[str, Any]]) -> None:
    for card in cards:
        state = "draft" if card["draft"] else card["state"]
        aside = f", {card['aside']}" if card["aside"] else ""
        due = f", due {card['due_on']}" if card["due_on"] else ""
        click.echo(f"{clean_line(card['card'])} [{card['kind']}, {state}{aside}{due}]")
        _tell(clean_line(card["prompt"]), indent="  ", first="  ")
    click.echo(count(len(cards), "card"))


def _tell(text: str, *, indent: str, first: str = "") -> None:
    """Write text wrapped between words at the width of the terminal."""
    width = max(shutil.get_terminal_size().columns, NARROWEST)
    click.echo(textwrap.fill(text, width, initial_indent=first, subsequent_indent=indent))
