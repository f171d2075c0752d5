"""``quiz suspend``: questions that are not asked any more, and what is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.aside import tell_aside, word_for
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.lines import say
from quiz.review import Sign
from quiz.store import marks
from quiz.study.marking import put_marks, set_aside
from quiz.study.naming import question_named
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.cli.common import Desk
    from quiz.settings import Settings


@click.command("suspend")
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@click.option("--json", "as_json", is_flag=True, help="What is set aside, as JSON in a layout that stays.")
@settings_options
def command(*, settings: Settings, questions: tuple[str, ...], as_json: bool) -> None:
    """Ask QUESTION no more; without any, list what is suspended or buried.

    QUESTION is bank/id, or an id that only one bank has; #part behind it means one of its
    cards. Its bank is not written to; `quiz unsuspend` takes it back.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        told = _suspended(opened, questions)
        listed, today = set_aside(opened.store), opened.clock.now().study_day
    if questions and not as_json:
        for line in told:
            say(line)
    else:
        tell_aside(listed, today, as_json=as_json)


def _suspended(opened: Desk, questions: Sequence[str]) -> list[str]:
    """Suspend what is named, all of it or nothing; return what to say of each card."""
    named = [question_named(opened.store, opened.loaded.banks, word) for word in questions]
    cards = {row.card.key: row.card_id for one in named for row in one.cards}
    before = dict(marks.aside(opened.store))
    fresh = [key for key, card_id in cards.items() if before.get(card_id) != marks.FOR_GOOD]
    put_marks(opened.store, opened.clock, ((key, Sign.SUSPENDED) for key in fresh))
    return [
        f"Suspended: {clean_line(key)}. `quiz unsuspend {word_for(key)}` asks it again."
        if key in fresh
        else f"{clean_line(key)} was suspended before."
        for key in cards
    ]
