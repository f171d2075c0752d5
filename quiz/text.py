"""Text that comes from outside, made safe to show."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT = {"\n", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    """Return ``text`` with every character that could steer a terminal replaced, none deleted.

    Replaced are control characters, format characters (bidirectional marks among them),
    lone surrogates and line separators; line feeds and the joiners that scripts need stay,
    a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_clean_character, text))


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line: each run of white space becomes one space."""
    return " ".join(clean(text).split())


def _clean_character(character: str) -> str:
    if character in _KEPT:
        return character
    if character == "\t":
        return " "
    return REPLACEMENT if unicodedata.category(character) in _UNSAFE else character
