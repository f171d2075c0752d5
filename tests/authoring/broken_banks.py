"""Banks as authors write them by mistake: what is found in each, and what each cure says to write instead."""

from __future__ import annotations

from typing import NamedTuple


class Broken(NamedTuple):
    """One hand-broken bank.

    ``found`` are line, column and code of all that a check tells of it, in the order of the
    file. ``cures`` put new text in place of old, which stands there once; after all of them
    nothing is found. ``text`` is what stands in ``text.md`` beside it, empty for no such file;
    ``text_cured`` what is to stand there, where that is what has to be mended.
    """

    name: str
    bank: str
    found: tuple[tuple[int, int, str], ...]
    cures: tuple[tuple[str, str], ...]
    text: str = ""
    text_cured: str = ""

    def mended(self) -> str:
        """Return the bank after the cures were followed."""
        bank = self.bank
        for old, new in self.cures:
            assert bank.count(old) == 1, old
            bank = bank.replace(old, new)
        return bank
