"""Letters of two scripts that look the same, and words in which both stand."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LATIN, CYRILLIC, GREEK = "Latin", "Cyrillic", "Greek"

# Written as code points, for nobody could tell them from their likes.
_CYRILLIC = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u0475",
        "ABEKMHOPCTYXSIJaeopcyxsijhdqwv",
        strict=True,
    )
)
# Small Greek letters other than omicron are signs of formulas, such as a nu before "max".
_GREEK = dict(
    zip(
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
        "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
_TO_LATIN = {CYRILLIC: _CYRILLIC, GREEK: _GREEK}
_SCRIPTS = {script.upper(): script for script in (LATIN, CYRILLIC, GREEK)}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_GREEK = 3


class Mixed(NamedTuple):
    """A word of two scripts: where it begins in the text, and the letters that do not belong.

    ``strange`` gives by their place in the word, from 0, the letters of ``script`` that look
    like those of ``among``. ``meant`` is the word in one script.
    """

    start: int
    word: str
    script: str
    among: str
    strange: tuple[int, ...]
    meant: str
    is_certain: bool


def mixed_words(text: str) -> Iterator[Mixed]:
    """Yield the words of ``text`` in which letters of one script stand for those of another.

    Latin with Cyrillic, or with Greek where more than a formula can be meant. All letters of
    the lesser script have to look like letters of the other one; `Wi-Fi` or a Latin brand
    with a Russian ending is none.
    """
    if text.isascii():
        return
    for match in _WORD.finditer(text):
        mixed = None if match[0].isascii() else _mixed(match[0], match.start())
        if mixed is not None:
            yield mixed


def _mixed(word: str, start: int) -> Mixed | None:
    scripts = [_script(letter) for letter in word]
    found = {script for script in scripts if script}
    other = next((script for script in (CYRILLIC, GREEK) if found == {LATIN, script}), None)
    if other is None:
        return None
    latins, others = scripts.count(LATIN), scripts.count(other)
    if other == GREEK and (latins == others or max(latins, others) < _LEAST_GREEK):
        return None
    to_latin = _TO_LATIN[other]
    from_latin = {latin: letter for letter, latin in to_latin.items()}
    ways = [
        (scripts.count(script), script, among, table)
        for script, among, table in ((other, LATIN, to_latin), (LATIN, other, from_latin))
        if _all_alike(word, scripts, script, table)
    ]
    if not ways or (len(ways) == 1 and 2 * ways[0][0] > len(word)):
        return None
    strange, script, among, table = min(ways, key=lambda way: way[0])
    meant = "".join(table[c] if one == script else c for c, one in zip(word, scripts, strict=True))
    places = tuple(at for at, one in enumerate(scripts) if one == script)
    certain = len(ways) == 1 or 2 * strange < len(word)
    return Mixed(start, word, script, among, places, meant, is_certain=certain)


def _all_alike(word: str, scripts: list[str], script: str, table: Mapping[str, str]) -> bool:
    return all(letter in table for letter, one in zip(word, scripts, strict=True) if one == script)


def _script(letter: str) -> str:
    """Return the script of a letter where it is one of the three, otherwise an empty text."""
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
