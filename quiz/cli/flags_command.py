"""``quiz flags``: what was flagged, until it is mended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from quiz.cli.aside import names_told, narrowed, standing_at, word_for
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.errors import UsageFault
from quiz.review import Sign
from quiz.study.marking import flagged, keys_named, put_marks
from quiz.text import clean_line
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.review import Mark
    from quiz.settings import Settings
    from quiz.study.marking import Flagged

ALL = "all"
NOTHING = "Nothing is flagged. `f` flags the question in hand in a sitting; `?` shows all keys there."


class NoFlag(UsageFault):
    """A question that is said to be mended has no flag."""

    def __init__(self, word: str, names: Sequence[str]) -> None:
        told = f"Flagged: {names_told(names)}." if names else "Nothing is flagged there."
        super().__init__(f"{word!r} has no flag. {told}")


@click.command("flags")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option(
    "--done", multiple=True, metavar="QUESTION", help="It is mended: take its flag away; all: of all listed."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(*, settings: Settings, words: tuple[str, ...], done: tuple[str, ...], as_json: bool) -> None:
    """List what was flagged in sittings, with file and line, note and day.

    QUESTION is bank/id, or an id that only one flagged question has; #part behind it means
    one of its cards. A flag stays, also on a question that is gone, until it is done.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        scope, today = narrowed(opened, words), opened.clock.now().study_day
        listed = flagged(opened.store, scope)
        mended = _named([one.key for one in listed], done)
        put_marks(opened.store, opened.clock, ((key, Sign.UNFLAGGED) for key in mended))
        listed = [one for one in listed if one.key not in mended]
    if as_json:
        click.echo(json.dumps({"layout": 1, "flags": [_values(one) for one in listed]}, indent=2))
    elif done:
        _tell_done(mended, len(listed))
    else:
        _tell(listed, today)


def _named(keys: Sequence[str], done: Sequence[str]) -> list[str]:
    """Return the keys that are meant, each once; raises ``NoFlag`` before anything is written."""
    found: list[str] = []
    for word in done:
        meant = list(keys) if word == ALL else keys_named(keys, word)
        if not meant and word != ALL:
            raise NoFlag(word, keys)
        found += meant
    return list(dict.fromkeys(found))


def _tell_done(mended: Sequence[str], left: int) -> None:
    for key in mended:
        say(f"No longer flagged: {clean_line(key)}")
    say(f"{count(left, 'card')} still flagged." if left else "Nothing is flagged any more.")


def _tell(listed: Sequence[Flagged], today: date) -> None:
    from quiz.ui.aside import Listed, draw_listed, flag_rows  # noqa: PLC0415 - rich is not needed for JSON
    from quiz.ui.render import console  # noqa: PLC0415 - likewise

    if not listed:
        say(NOTHING)
        return
    draw_listed(
        console(),
        (
            Listed(
                standing_at(one.at), one.key, flag_rows(one.at.prompt if one.at else None, one.flags, today)
            )
            for one in listed
        ),
    )
    here = next((one.key for one in listed if one.at and not one.at.gone), None)
    edit = f"`quiz edit {word_for(here)}` opens it in your editor, then " if here else ""
    done = f"`quiz flags --done {word_for(here or listed[0].key)}` takes the flag away."
    say(f"{count(len(listed), 'card')} flagged. Next: {edit}{done}")


def _values(one: Flagged) -> dict[str, object]:
    place = one.at.card.question.location if one.at else None
    return {
        "card": one.key,
        "prompt": one.at.prompt if one.at else None,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "gone": one.at is None or one.at.gone,
        "flags": [_flag(mark) for mark in one.flags],
    }


def _flag(mark: Mark) -> dict[str, object]:
    return {
        "note": mark.note,
        "flagged_at": mark.marked_at.isoformat(timespec="milliseconds"),
        "study_day": mark.study_day.isoformat(),
    }
