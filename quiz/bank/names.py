"""Ids of questions that have none of their own: readable, and made from the prompt alone."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from itertools import filterfalse

from quiz.bank.limits import MAX_SLUG

HASH_BYTES = 5

_WORDS = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
    | dict.fromkeys("'\N{RIGHT SINGLE QUOTATION MARK}")
)


def slug(prompt: str) -> str:
    """Return an id of at most 40 characters from the words of a prompt.

    Where letters had to be left out because they are not Latin, a hash of the whole prompt
    follows. Two prompts may give the same slug; `longer` tells them apart.
    """
    folded = prompt.lower().translate(_LETTERS)
    if folded.isascii():
        return _joined(folded) or longer("q", prompt)
    folded = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", folded)))
    words = _joined(folded)
    lost = any(letter.isalnum() and not letter.isascii() for letter in folded)
    return longer(words or "q", prompt) if lost or not words else words


def longer(name: str, *told_by: str) -> str:
    """Return ``name`` with a hash of 8 letters and digits of the texts that tell it from others."""
    digest = hashlib.sha256("\0".join(told_by).encode(errors="surrogatepass")).digest()
    return f"{name}-{base64.b32encode(digest[:HASH_BYTES]).decode().lower()}"


def _joined(folded: str) -> str:
    name = "-".join(_WORDS.findall(folded))
    if len(name) <= MAX_SLUG:
        return name
    # The cut falls between two words, unless the first one alone is too long.
    return name[: MAX_SLUG + 1].rpartition("-")[0] or name[:MAX_SLUG]
