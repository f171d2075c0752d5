"""``quiz undo``: the last answer does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.common import desk, settings_options
from quiz.cli.lines import say
from quiz.errors import NothingToUndo
from quiz.store import catalogue, log, sitting_lock
from quiz.study.session import take_back
from quiz.text import clean_line
from quiz.ui.describe import given as given_in_words

if TYPE_CHECKING:
    from quiz.settings import Settings


@click.command("undo")
@settings_options
def command(*, settings: Settings) -> None:
    """Take the last answer back; once more, the one before it."""
    with desk(settings) as opened, sitting_lock(settings.db):
        review = log.last_review(opened.store)
        if review is None:
            raise NothingToUndo
        card = log.present_name(opened.store, review)
        take_back(opened.store, opened.clock, review, review.session)
        prompt = catalogue.prompt_of(opened.store, card)
    given = given_in_words(review.response) or "no answer"
    say(f"Taken back, to be asked again: {clean_line(prompt or card)} (your answer: {given})")
