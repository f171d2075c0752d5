"""A paragraph as eight digits, by which it is known again wherever it stands."""

from __future__ import annotations

import hashlib

from quiz.bank.document import folded

DIGITS = 8


def digest(paragraph: str) -> str:
    """Return 8 hexadecimal digits of the paragraph; white space, shapes of quotes and dashes do not count."""
    return hashlib.sha256(folded(paragraph).encode(errors="surrogatepass")).hexdigest()[:DIGITS]


def noted(text: str) -> str:
    """Return a digest that an author or an editor may have written in other letters."""
    return text.strip().lower()
