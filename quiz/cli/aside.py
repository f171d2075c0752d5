"""What the commands share that list cards: those flagged, set aside, or forgotten again and again."""

from __future__ import annotations

import json
import shlex
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.lines import say
from quiz.review import Sign
from quiz.study.choosing import choose
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.card import Card
    from quiz.cli.common import Desk
    from quiz.store import Scope
    from quiz.store.cards import CardAt
    from quiz.study.marking import SetAside

NOTHING = "Nothing is set aside. `quiz suspend QUESTION` asks a question no more."
MOST_TOLD = 8
"""How many names are told at most where a word names none."""


def narrowed(desk: Desk, words: Sequence[str]) -> Scope | None:
    """Return what the words of a command line choose; None, that is everything, without any."""
    return choose(desk.store, desk.loaded.banks, words) if words else None


def place_of(card: Card) -> str:
    """Return file and line, as seen from the current folder where the file lies below that."""
    path, line, _ = card.question.location
    with suppress(ValueError, FileNotFoundError):  # it lies elsewhere, or the folder is gone
        path = str(Path(path).relative_to(Path.cwd()))
    return clean_line(f"{path}:{line}")


def standing_at(at: CardAt | None) -> str:
    """Return file and line of a card, or that there is none any more."""
    return "gone from its bank" if at is None or at.gone else place_of(at.card)


def word_for(key: str) -> str:
    """Return the name of a card or question ready for a shell."""
    return shlex.quote(clean_line(key))


def names_told(names: Sequence[str]) -> str:
    """Return names with commas between them, not too many."""
    more = [f"and {len(names) - MOST_TOLD} more"] if len(names) > MOST_TOLD else []
    return ", ".join([*map(clean_line, names[:MOST_TOLD]), *more])


def tell_aside(listed: Sequence[SetAside], today: date, *, as_json: bool) -> None:
    """Tell what is set aside, or that nothing is."""
    if as_json:
        values = [_values(one) for one in listed]
        click.echo(json.dumps({"layout": 1, "set_aside": values}, indent=2))
        return
    if not listed:
        say(NOTHING)
        return
    from quiz.ui.aside import Listed, aside_rows, draw_listed  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    draw_listed(
        console(),
        (
            Listed(standing_at(one.at), one.key, aside_rows(one.at.prompt, _until(one), today))
            for one in listed
        ),
    )
    again = f"`quiz unsuspend {word_for(listed[0].key)}` asks it again, `--all` all of them."
    say(f"{count(len(listed), 'card')} set aside. {again}")


def _until(one: SetAside) -> date | None:
    """Return until when a card is buried; None for a suspended one."""
    return one.until if one.sign is Sign.BURIED else None


def _values(one: SetAside) -> dict[str, object]:
    until, place = _until(one), one.at.card.question.location
    return {
        "card": one.key,
        "prompt": one.at.prompt,
        "how": one.sign.value,
        "until": until.isoformat() if until else None,
        "path": place.path,
        "line": place.line,
        "gone": one.at.gone,
    }
