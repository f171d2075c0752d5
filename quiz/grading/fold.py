"""What a typed answer is compared by: the text without what carries no meaning.

``plain`` keeps the letters as they are written and ignores case, white space, Unicode form and
punctuation. ``forms`` also ignores accents, articles, spaces between letters and digits, and how
and, numbers, percent and English contractions are written; ``spellings`` leaves numbers as they
are. Signs that carry meaning (``C++``, ``-5``, ``1.5``, ``5%``, ``20°``, ``km/h``) stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from quiz.grading.contractions import in_full
from quiz.grading.figures import in_figures
from quiz.grading.ordinals import as_cardinal, roman_value, without_points
from quiz.grading.tables import AND, ARTICLES, LETTERS, NO_ARTICLE_BEFORE, PERCENT, SPELT_OUT
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
_PREFIX = "un|re|in|im|de|bi|il|ir|co|be|ex|en|em|ad"  # not a- and ab-, which are blood groups

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
        (r"(?<=[^\W\d_]{2}) ?\(([ivx]{2,})\) ?", r" \1 "),  # iron(II) oxide is iron II oxide
        (r"(?<=[^\W\d_]{2}) ?\(([iv])\) ?", r"(\1) "),  # but i and v may be letters of a formula
        (r"(?<!\S)\((?=[^()\[\]]*[^\W\d_]{2})([^()\[\]]*)\)(?!\S)", r"\1"),
        (r" ?([+*/=<>^%°#$€£~|\\@]) ?", r"\1"),
    )
)
_GROUPED = re.compile(r"(?<![\d.,'])[1-9]\d{0,2}(?:([ '])\d{3})(?:\1\d{3})*(?![ ',]?\d)", re.ASCII)
_QUOTES = re.compile(r"'+|\"+")
_AFTER_SIGN = re.compile(r"(?:\d|(?<!\w)[^\W\d_])$")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\. ?){2,}")
_AND = re.compile("(?<!&)&(?!&)")
_ELIDED = re.compile(r"^(l|un|gl)'(?=\w)")
_TO = {"en": "to", "de": "bis", "fr": "a", "es": "a", "it": "a", "pt": "a", "nl": "tot"}
_FROM = {"en": "from", "de": "von", "fr": "de", "es": "de", "it": "da", "pt": "de", "nl": "van"}
_BELOW = {
    "en": "minus|negative", "de": "minus", "fr": "moins", "es": "menos", "it": "meno", "pt": "menos",
    "nl": "min",
}  # fmt: skip
_SHORT_YEARS = re.compile(rf"(?<!\w)(1\d|20)(\d\d)({MINUS})(\d\d)(?!\w)")
_SIECLE = re.compile(r"\b([xvi]+)i?e(?:me)?(?= (?:siecle|republique|arrondissement|dynastie)s?\b)")
_ROMAN = re.compile(r"(?<=\s)x{0,3}(?:ix|iv|v?i{0,3})(?=\s|$)")
_BESIDE_DIGIT = re.compile(r"(?<=[^\W\d_]) (?=\d)|(?<=\d) (?=[^\W\d_])")


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
    numbered = (_numbers(one, language, code) for one in _letters(text, language))
    return frozenset(_closed(_split_article(one, code)) for one in numbered)


@lru_cache(maxsize=1024)
def spellings(text: str, language: str) -> frozenset[str]:
    """Return the rests of ``forms`` with the numbers as they are spelt, to look for slips in them."""
    code = primary(language)
    return frozenset(_split_article(one, code).rest for one in _letters(text, language))


def _letters(text: str, language: str) -> frozenset[str]:
    """Return the text without accents, with a sign for percent and a word for and, in each way."""
    code = primary(language)
    ways = (text, without_points(text, code), in_full(text, code))
    written = {plain(way, language) for way in ways}
    hyphens = {one.replace(SOFT_HYPHEN, mark) for one in written for mark in (" ", "")}
    letters = {bare(one) for one in hyphens} | {bare(one.translate(SPELT_OUT)) for one in hyphens}
    return frozenset(way for one in letters for way in _signs(one, code))


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
    """Take the thousands marks out of numbers: those of the language, single spaces and apostrophes."""
    mark = "," if decimal_mark(language) == "." else r"\."
    return _GROUPED.sub(
        _digits, re.sub(rf"(?<![\d.,])\d{{1,3}}(?:{mark}\d{{3}})+(?![\d.,]*\d)", _digits, text)
    )


def _digits(found: re.Match[str]) -> str:
    return re.sub("[., ']", "", found[0])


def _quotes(text: str) -> str:
    """Drop quotation marks and apostrophes, but not the marks of 6'2", 5" and f'."""
    runs = Counter(found[0][0] for found in _QUOTES.finditer(text))

    def kept(found: re.Match[str]) -> str:
        alone = runs[found[0][0]] == 1
        sign = _AFTER_SIGN.search(text[max(0, found.start() - 2) : found.start()])
        return found[0] if alone and sign and not text[found.end() : found.end() + 1].isalpha() else ""

    return _QUOTES.sub(kept, text)


@lru_cache(maxsize=4096)
def _drops_accents(base: str) -> bool:
    return bool(base) and unicodedata.name(base, "").startswith(("LATIN", "GREEK", "HEBREW", "ARABIC"))


def _signs(text: str, code: str) -> set[str]:
    """Write percent as a sign, and the sign for and as each word that it may stand for."""
    if code in PERCENT:
        text = re.sub(rf"(?<=\w) ?\b(?:{PERCENT[code]})\b", " %", text)  # the space keeps the number a word
    ways = {_AND.sub(f" {word} ", text) for word in AND.get(code, "&").split("/")}
    return {" ".join(way.split()) for way in ways}


def _numbers(text: str, language: str, code: str) -> str:
    """Write all numbers in digits: henry viii and henry the eighth are henry 8, 5 to 10 is 5-10."""
    if code == "fr":
        text = _SIECLE.sub(lambda found: f"{roman_value(found[1]) or found[1]}e", text)
    text = _ROMAN.sub(_arabic, in_figures(text, language, code)).replace(" %", "%")
    text = as_cardinal(text, code)
    if code in _TO:
        text = re.sub(rf"(?<=\d) {_TO[code]} (?=\d)", MINUS, text)
        text = re.sub(rf"^{_FROM[code]} (?=\d+{MINUS}\d+$)", "", text)
        text = re.sub(rf"^(?:{_BELOW[code]}) (?=\d)", MINUS, text)
    return _SHORT_YEARS.sub(_in_full, text)


def _in_full(found: re.Match[str]) -> str:
    """Write 1939-45 like 1939-1945, but not 2021-12, which is a month."""
    century, first, dash, last = found.groups()
    return f"{century}{first}{dash}{century}{last}" if last > first else found[0]


def _arabic(found: re.Match[str]) -> str:
    return str(roman_value(found[0]) or found[0])


def _closed(form: Form) -> Form:
    """Take out the spaces between letters and digits: b 12 is b12, 5 km is 5km."""
    return form._replace(rest=_BESIDE_DIGIT.sub("", form.rest))


def _split_article(text: str, code: str) -> Form:
    first, _, rest = text.partition(" ")
    if first not in ARTICLES.get(code, ()) or not rest:
        return Form("", text)
    if len(first) == 1 and (len(rest) == 1 or not rest[0].isalpha()):
        return Form("", text)
    return Form("", text) if rest.split(" ")[0] in NO_ARTICLE_BEFORE else Form(first, rest)
