"""What the name of a card in the log says."""

from __future__ import annotations


def bank_of(card_key: str) -> str:
    """Return the bank part of ``bank/id`` or ``bank/id#part``; empty when there is no slash.

    Ids and parts hold no slash, so the last one ends the bank, whose key may hold any.
    """
    return card_key.rpartition("/")[0]
