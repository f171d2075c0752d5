"""How much a bank may hold. A file beyond a limit gets a fault, never a traceback or a hang."""

from __future__ import annotations

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of one file."""

MAX_DEPTH = 20
"""Lists and mappings inside one another; the format itself needs five."""

MAX_QUESTIONS = 200_000
"""Questions of one file."""

MAX_TEXT = 10_000
"""Characters of one text."""

MAX_KEY = 200
"""Characters of one key, the left sides of a match and options with a reason among them."""

MAX_ENTRIES = 1_000
"""Entries of one list or mapping below the list of questions."""

MAX_HOLES = 100
"""Holes of one cloze, each of which is a card."""

MAX_PROBLEMS = 1_000
"""Problems kept of one file; one more then says how many were left out."""

MAX_LABEL = 80
"""Characters of an id, a tag, a group, a unit."""

MAX_BANK_KEY = 200
"""Characters of the key that a bank gives itself."""

MAX_SLUG = 40
"""Characters of an id derived from a prompt, before a hash is added."""

MAX_SHOWN = 60
"""Characters of a file's own text inside a message."""
