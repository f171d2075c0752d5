"""Where ids of questions are written in a file, be it sound YAML or not."""

from __future__ import annotations

import re

from quiz.bank.decode import BREAK

_ID = re.compile(r"""(?:^\s+|^\s*-\s+|[{,]\s*)(?P<key>["']?id["']?\s*:)\s+["']?(?P<name>[^\s"',{}\[\]#]+)""")
"""An id of a question; one at the beginning of a line is that of the bank."""


def places_of_ids(text: str) -> dict[str, tuple[int, int]]:
    """Return line and column, from 1, of the key of each id that is written; the first place of each."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(BREAK.split(text), start=1):
        for one in _ID.finditer(line):
            found.setdefault(one["name"], (number, one.start("key") + 1))
    return found
