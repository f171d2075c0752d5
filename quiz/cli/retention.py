"""The desired retention by bank and tag, from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.lines import say
from quiz.store import catalogue
from quiz.study.retention import NOTHING_SPECIAL, Named, special_of
from quiz.text import clean_line

if TYPE_CHECKING:
    from quiz.settings import Settings
    from quiz.store import Store


def named_retention(store: Store, settings: Settings) -> Named:
    """Return the desired retention by bank and tag, and a sentence for each name that names nothing.

    A name of a bank that is only not loaded now is none of these: it may be meant for other days.
    """
    if not settings.retention:
        return Named(NOTHING_SPECIAL, ())
    banks = [bank for bank in catalogue.banks(store) if not bank.archived]
    return special_of(banks, catalogue.tags(store, [bank.id for bank in banks]), settings.retention)


def tell_unknown_retention(store: Store, settings: Settings) -> None:
    """Say on stderr for which names of the config file there is neither bank nor tag."""
    for sentence in named_retention(store, settings).unknown:
        say(clean_line(sentence), err=True)
