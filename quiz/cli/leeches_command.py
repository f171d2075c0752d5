"""``quiz leeches``: what is forgotten again and again, and what can be done about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from quiz.cli.aside import place_of, word_for
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.store import marks
from quiz.study.choosing import choose
from quiz.study.leeches import LAPSES, leeches
from quiz.ui.describe import given
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quiz.settings import Settings
    from quiz.study.leeches import Leech


@click.command("leeches")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, words: tuple[str, ...], as_json: bool) -> None:
    """List what is forgotten again and again, the usual mistakes, and what to do.

    Such a card was forgotten six times or more after it had been learnt. Mostly its question
    is at fault, not the learner.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        found = leeches(opened.store, choose(opened.store, opened.loaded.banks, words))
        today = opened.clock.now().study_day
    if as_json:
        click.echo(json.dumps({"layout": 1, "leeches": [_values(leech) for leech in found]}, indent=2))
    else:
        _tell(found, today)


def _tell(found: Sequence[Leech], today: date) -> None:
    from quiz.ui.aside import Listed, draw_listed, leech_rows  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    if not found:
        say(f"There are no leeches: nothing was forgotten {LAPSES} times or more.")
        return
    draw_listed(
        console(),
        (
            Listed(
                place_of(leech.candidate.card),
                leech.candidate.card.key,
                leech_rows(
                    leech.candidate.card.prompt, _lapses(leech), leech.mistakes, _advice(leech, today)
                ),
            )
            for leech in found
        ),
    )
    say(f"{count(len(found), 'card')} forgotten {LAPSES} times or more.")


def _lapses(leech: Leech) -> tuple[int, int]:
    state = leech.candidate.state
    return (0, 0) if state is None else (state.lapses, state.reviews)


def _advice(leech: Leech, today: date) -> Iterator[str]:
    from quiz.ui.aside import aside_words  # noqa: PLC0415 - rich is not needed for JSON

    name = word_for(leech.candidate.card.key)
    yield f"`quiz show {name}`: read its source"
    yield f"`quiz edit {name}`: give it a hint, or split it in two"
    if leech.until is None:
        yield f"`quiz suspend {name}`: ask it no more"
    else:
        how = aside_words(None if leech.until == marks.FOR_GOOD else leech.until, today)
        yield f"`quiz unsuspend {name}`: ask it again; it is {how}"


def _values(leech: Leech) -> dict[str, object]:
    card, (lapses, answers) = leech.candidate.card, _lapses(leech)
    return {
        "card": card.key,
        "prompt": card.prompt,
        "lapses": lapses,
        "answers": answers,
        "suspended": leech.until == marks.FOR_GOOD,
        "buried_until": None if leech.until in (None, marks.FOR_GOOD) else str(leech.until),
        "mistakes": [{"given": given(said), "times": times} for said, times in leech.mistakes],
        "path": card.question.location.path,
        "line": card.question.location.line,
    }
