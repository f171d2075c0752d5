"""Text that comes from outside, made safe to show."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_KEPT = {
    "\n",
    "\N{ZERO WIDTH JOINER}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{SOFT HYPHEN}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\N{ARABIC LETTER MARK}",
    *map(chr, range(0x0600, 0x0606)),  # signs that stand before Arabic numbers
}
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    """Return ``text`` with every character that could steer a terminal replaced, none deleted.

    Replaced are control characters, format characters (those that turn the direction of
    text among them), lone surrogates and line separators; line feeds and the joiners and
    single marks that scripts need stay, a tab becomes a space.
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
