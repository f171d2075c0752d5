"""What a typed answer is compared by: the text without what carries no meaning.

``plain`` keeps the letters as they are written and ignores case, white space, Unicode form and
punctuation. ``forms`` also ignores accents, articles, and how and, numbers and percent are
written. Signs that carry meaning (``C++``, ``-5``, ``1.5``, ``5%``, ``20°``, ``km/h``) stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from quiz.grading.tables import (
    AND,
    ARTICLES,
    LETTERS,
    NO_ARTICLE_BEFORE,
    ORDINALS,
    SPELT_OUT,
    TENS,
    UNITS,
)
from quiz.quantity import decimal_mark

MINUS = "\N{MINUS SIGN}"
"""A hyphen that carries meaning: -5, -x, 1-2, Cl-, ->, --hard."""

SOFT_HYPHEN = "\N{HYPHEN}"
"""A hyphen inside a word: the same as a space and as nothing."""

_KEPT = set("+%#/*=<>^$&@~|\\_'\"()[]{}!?.,:‰§" + SOFT_HYPHEN)
_BEFORE = str.maketrans(
    dict.fromkeys("\N{GRAVE ACCENT}\N{ACUTE ACCENT}\N{PRIME}\N{MODIFIER LETTER APOSTROPHE}", "'")
    | dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'")
    | dict.fromkeys("\N{SINGLE LOW-9 QUOTATION MARK}\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}", "'")
    | dict.fromkeys("“”„″", '"')
    | dict.fromkeys("\N{MULTIPLICATION SIGN}\N{DOT OPERATOR}\N{ASTERISK OPERATOR}", "*")
    | {"™": "®", "♯": "#", "♭": "b", "≠": "!=", "≤": "<=", "≥": ">=", "→": "->", "÷": "/", MINUS: "-"}
)
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_FRACTION = re.compile("(?<=[0-9])(?=[¼½¾⅐-⅞])")
_DEGREE = re.compile(r"(?<=\d)\s?º\s?(?=[CFKcfk]\b)")
_PREFIX = "un|re|in|im|de|bi|il|ir|co|be|ex|en|em|ab|ad|a"

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("[®©]", ""),
        (r"(?<=[^\W\d_])\^(?=\d)", ""),  # m² is m2; 10² stays 10^2
        (r"(?<=\d) ?x ?(?=\d)", "*"),
        (r"(?<=[^\W\d_])·(?=[^\W\d_])", ""),
        ("·", "*"),
        (r"(?<!\S)\.(?=\d)", "0."),
        (r"\.(?!\d)|(?<!\d)\.", ""),
        (r",(?!\d)|(?<!\d),", " "),
        (r":(?!\d)|(?<!\d):|;", " "),
        (r"(?<=[^\W\d_]{2}) ?[!?]+(?=\s|$)", ""),
        (r"(?<=\d) ?- ?(?=\d)|^- ?(?=\d)|(?<=[\s=(<>*/^+~$€£])-(?=\d)", MINUS),
        (r"(?<=\d[^\W\d_])-(?=\d)|(?<!\S)-(?=[^\W\d_](?!\w))|-(?=>)|(?<=<)-|(?<=\d)-(?!\S)", MINUS),
        (r"(?<!\w)(\w) ?- ?(?=\w(?!\w))", rf"\1{MINUS}"),
        (rf"(?<!\S)(?!(?:{_PREFIX})-)([^\W\d_]{{1,2}})-(?!\S)", rf"\1{MINUS}"),
        (r"(?<!\S)--(?=\w)", MINUS * 2),
        (r"(?<=[^\W_])-(?=[^\W_])", SOFT_HYPHEN),
        ("-", " "),
        (r"(?<!\S)\((?=[^()\[\]]*[^\W\d_]{2})([^()\[\]]*)\)(?!\S)", r"\1"),
        (r" ?([+*/=<>^%°#$€£~|\\@]) ?", r"\1"),
    )
)
_QUOTES = re.compile(r"'+|\"+")
_AFTER_SIGN = re.compile(r"(?:\d|(?<!\w)[^\W\d_])$")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\. ?){2,}")
_ELIDED = re.compile(r"^(l|un|gl)'(?=\w)")
_ROMAN = re.compile(r"(?<=\s)(x{0,3})(ix|iv|v?i{0,3})(?=\s|$)")
_ROMAN_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


class Form(NamedTuple):
    """A folded text: its leading article (empty when there is none) and the rest."""

    article: str
    rest: str


@lru_cache(maxsize=1024)
def plain(text: str, language: str) -> str:
    """Return ``text`` without case, white space, Unicode form and empty punctuation.

    A text without any letter or digit stays whole, but for white space: it is its own
    punctuation. Only a text without visible characters gives the empty string.
    """
    text = _unicode(text)
    if not any(map(str.isalnum, text)):
        return "".join(text.split())
    text = _ELIDED.sub(r"\1 ", " ".join(text.split()))
    text = _quotes(_ungroup(_initials(text), language))
    for pattern, by in _STEPS:
        text = pattern.sub(by, text)
    text = "".join(map(_without_punctuation, text))
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def forms(text: str, language: str) -> frozenset[Form]:
    """Return every way to write ``text`` that counts as the same, without accents and articles.

    Two texts are the same when they share a ``rest``; the articles are for the caller to judge.
    """
    code = primary(language)
    written = plain(text, language)
    hyphens = {written.replace(SOFT_HYPHEN, mark) for mark in (" ", "")}
    letters = {bare(one) for one in hyphens} | {bare(one.translate(SPELT_OUT)) for one in hyphens}
    return frozenset(_split_article(_words(one, code), code) for one in letters)


def primary(language: str) -> str:
    """Return the ISO 639-1 code of a language tag, in small letters."""
    return re.split("[-_]", language.casefold())[0]


def bare(text: str) -> str:
    """Return ``text`` without accents on Latin, Greek, Hebrew and Arabic letters, æ as ae.

    Other scripts keep their marks: they are letters there (й, が).
    """
    if text.isascii():
        return text
    kept: list[str] = []
    base = ""
    for character in unicodedata.normalize("NFD", text.translate(LETTERS)):
        if not unicodedata.combining(character):
            base = character
        elif _drops_accents(base):
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def _unicode(text: str) -> str:
    text = _SUPERSCRIPT.sub(lambda found: "^" + found[0], text.translate(_BEFORE))
    text = _DEGREE.sub("°", _FRACTION.sub(" ", text))
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = text.replace("\N{FRACTION SLASH}", "/").replace(MINUS, "-")
    return "".join(map(_without_formats, text))


def _without_formats(character: str) -> str:
    match unicodedata.category(character):
        case "Pd":
            return "-"
        case "Cf":
            return ""
        case "Cc":
            return " "
        case _:
            return character


def _without_punctuation(character: str) -> str:
    if character in _KEPT or not unicodedata.category(character).startswith("P"):
        return character
    return "" if unicodedata.category(character) in {"Pi", "Pf"} else " "


def _initials(text: str) -> str:
    """Write ``j. r. r. tolkien`` like ``jrr tolkien``."""
    return _INITIALS.sub(lambda found: re.sub("[. ]", "", found[0]) + " ", text)


def _ungroup(text: str, language: str) -> str:
    mark = "," if decimal_mark(language) == "." else r"\."
    return re.sub(rf"(?<![\d.,])\d{{1,3}}(?:{mark}\d{{3}})+(?![\d.,]*\d)", _digits, text)


def _digits(found: re.Match[str]) -> str:
    return re.sub("[.,]", "", found[0])


def _quotes(text: str) -> str:
    """Drop quotation marks and apostrophes, but not the marks of 6'2", 5" and f'."""
    runs = [found[0] for found in _QUOTES.finditer(text)]

    def kept(found: re.Match[str]) -> str:
        alone = sum(run[0] == found[0][0] for run in runs) == 1
        sign = _AFTER_SIGN.search(text[max(0, found.start() - 2) : found.start()])
        return found[0] if alone and sign and not text[found.end() : found.end() + 1].isalpha() else ""

    return _QUOTES.sub(kept, text)


@lru_cache(maxsize=4096)
def _drops_accents(base: str) -> bool:
    return bool(base) and unicodedata.name(base, "").startswith(("LATIN", "GREEK", "HEBREW", "ARABIC"))


def _words(text: str, code: str) -> str:
    if code in AND:
        text = re.sub("(?<!&)&(?!&)", f" {AND[code]} ", text)
    if code == "en":
        text = re.sub(r"\b ?(?:percent|per cent)\b", "%", text)
        text = _COMPOUND.sub(lambda found: str(TENS[found[1]] + UNITS[found[2]]), text)
        text = _NUMERAL.sub(lambda found: _CARDINALS[found[0]], text)
    return " ".join(_ROMAN.sub(_arabic, text).split())


def _arabic(found: re.Match[str]) -> str:
    value = 10 * len(found[1]) + _ROMAN_ONES[found[2]]
    return str(value) if value else found[0]


def _split_article(text: str, code: str) -> Form:
    first, _, rest = text.partition(" ")
    if first not in ARTICLES.get(code, ()) or not rest:
        return Form("", text)
    if len(first) == 1 and (len(rest) == 1 or not rest[0].isalpha()):
        return Form("", text)
    return Form("", text) if rest.split(" ")[0] in NO_ARTICLE_BEFORE else Form(first, rest)


_CARDINALS = {word: str(value) for word, value in {**UNITS, **TENS}.items()} | {**ORDINALS}
_COMPOUND = re.compile(rf"\b({'|'.join(TENS)}) ?({'|'.join(list(UNITS)[1:10])})\b")
_NUMERAL = re.compile(rf"\b(?:{'|'.join(_CARDINALS)})\b")
