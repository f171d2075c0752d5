"""Scalars to values, one reader for each shape of the table of keys that is written as one text.

A reader takes a node, the words that name it in a message, and the context. It returns the
value, or reports what is wrong and returns None.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple

from quiz.bank.fields import FIELDS, VERSION
from quiz.bank.limits import MAX_BANK_KEY, MAX_LABEL, MAX_TEXT
from quiz.bank.nodes import Node, Refused, Scalar, Sequence
from quiz.bank.problem import Code, Faults, shown
from quiz.bank.suggest import kind_meant
from quiz.quantity import Figures, PartialDate, Tolerance, parse_date, parse_tolerance
from quiz.question import Kind

BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
COUNT = re.compile(r"0{0,8}[1-9]\d{0,8}", re.ASCII)
"""A whole number from 1."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIGEST = re.compile("[0-9A-Fa-f]{8}")
_ID = re.compile(rf"[A-Za-z0-9._-]{{1,{MAX_LABEL}}}")
_DATE_FORM = re.compile(r"-?\d{1,4}-\d{1,2}(?:-\d{1,2})?", re.ASCII)
_LIKE_FIGURES = re.compile(
    r"(\d{1,2})[\s-]*(?:sig\w*\.?[\s-]*)?(?:fig(?:ure)?s?|digits?|s\.?\s?f)\.?", re.ASCII | re.IGNORECASE
)
"""What people write for significant figures."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LANGUAGES = {
    "ar": "arabic",
    "da": "danish dansk",
    "de": "german deutsch",
    "el": "greek",
    "en": "english englisch",
    "es": "spanish español castellano",
    "fi": "finnish suomi",
    "fr": "french français",
    "hi": "hindi",
    "it": "italian italiano",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "nl": "dutch nederlands",
    "no": "norwegian norsk",
    "pl": "polish polski",
    "pt": "portuguese português",
    "ru": "russian русский",
    "sv": "swedish svenska",
    "tr": "turkish türkçe",
    "uk": "ukrainian українська",
    "zh": "chinese mandarin",
}
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
_NEEDED = {f"`{field.name}`" for fields in FIELDS.values() for field in fields if field.needed}


class Context(NamedTuple):
    """What readers know beside the node: where faults go, the language of the bank, and the file itself."""

    faults: Faults
    language: str
    data: bytes = b""

    def wrong(self, node: Node, code: Code, message: str, cure: str) -> None:
        """Report a fault at a node, unless the node was refused and reported already."""
        if not isinstance(node, Refused):
            self.faults.at(node.start_mark, code, message, cure)


def text(node: Node, name: str, context: Context) -> str | None:
    """Return the text without the space around it."""
    if type(node) is Scalar:
        value: str = node.value.strip()
        # Only escapes, which need double quotes, bring control characters past the YAML parser.
        if value and len(value) <= MAX_TEXT and (node.style != '"' or value.isprintable()):
            return value
    return _other_text(node, name, context)


def _other_text(node: Node, name: str, context: Context) -> str | None:
    if not isinstance(node, Scalar):
        message = f"{name} holds a {'list' if isinstance(node, Sequence) else 'mapping'}"
        context.wrong(node, Code.SHAPE, message, "write one text, in quotes where it has brackets or `: `")
        return None
    value: str = node.value.strip()
    fault = _text_fault(value, name)
    if fault is not None:
        context.wrong(node, *fault)
        return None
    return value


def _text_fault(value: str, name: str) -> tuple[Code, str, str] | None:
    if not value:
        return Code.EMPTY, f"{name} is empty", _filling(name)
    if len(value) > MAX_TEXT:
        return Code.TOO_MUCH, f"{name} is longer than {MAX_TEXT:,} characters", "shorten it"
    control = _CONTROL.search(value)
    if control is not None:
        message = f"{name} holds the control character U+{ord(control[0]):04X}"
        return Code.REFUSED_CHARACTER, message, "take it away"
    return None


def _filling(name: str) -> str:
    """Return the cure for an empty value; what is needed cannot be taken away."""
    if name.startswith("the reason"):
        return "write the reason, or take the colon away"
    if name in {"`wrong`", "`options`"}:
        return "write its options, or take the key away beside one `answer`"
    if name in _NEEDED:
        return "write a value"
    # The name of a key stands in backticks, that of an entry does not.
    return f"write a value or take the {'key' if name.startswith('`') else 'entry'} away"


def label(node: Node, name: str, context: Context) -> str | None:
    """Return a short text on one line."""
    value = text(node, name, context)
    if value is None or (len(value) <= MAX_LABEL and "\n" not in value):
        return value
    cure = f"write at most {MAX_LABEL} characters on one line"
    context.wrong(node, Code.SHAPE, f"{name} is no short text", cure)
    return None


def identifier(node: Node, name: str, context: Context) -> str | None:
    """Return an id: letters, digits, ``-``, ``_`` and ``.``, in Unicode's composed form."""
    if type(node) is Scalar and _ID.fullmatch(node.value):
        plain: str = node.value
        return plain
    value = text(node, name, context)
    if value is None or is_id(value):
        return value and unicodedata.normalize("NFC", value)
    cure = f"use letters, digits, `-`, `_` and `.`, at most {MAX_LABEL}"
    context.wrong(node, Code.BAD_ID, f"{shown(value)} cannot be an id", cure)
    return None


def is_id(value: str) -> bool:
    """Whether ``value`` can be an id."""
    return _ID.fullmatch(value) is not None or (0 < len(value) <= MAX_LABEL and all(map(_in_id, value)))


def _in_id(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "-_."
    return unicodedata.category(character)[0] in "LMN"


def bank_key(node: Node, name: str, context: Context) -> str | None:
    """Return the key that a bank gives itself: ids with ``/`` between them."""
    value = text(node, name, context)
    if value is None or (len(value) <= MAX_BANK_KEY and all(map(is_id, value.split("/")))):
        return value and unicodedata.normalize("NFC", value)
    cure = "use ids with `/` between them"
    context.wrong(node, Code.BAD_ID, f"{shown(value)} cannot name a bank", cure)
    return None


def boolean(node: Node, name: str, context: Context) -> bool | None:
    """Return true or false, written as ``true``, ``false``, ``yes`` or ``no`` in any case."""
    value = BOOLEANS.get(node.value.strip().lower()) if isinstance(node, Scalar) else None
    if value is None and text(node, name, context) is not None:
        context.wrong(node, Code.VALUE, f"{name} is neither true nor false", "write `true` or `false`")
    return value


def count(node: Node, name: str, context: Context) -> int | None:
    """Return a whole number from 1."""
    value = text(node, name, context) if isinstance(node, Scalar) else ""
    if value is None:
        return None
    if COUNT.fullmatch(value):
        return int(value)
    context.wrong(node, Code.VALUE, f"{name} is no whole number from 1", "write its number in digits")
    return None


def digest(node: Node, name: str, context: Context) -> str | None:
    """Return the digest of a paragraph, in small letters."""
    value = text(node, name, context)
    if value is None or _DIGEST.fullmatch(value):
        return value and value.lower()
    cure = "take `checked` away; `quiz check --stamp` writes it"
    context.wrong(node, Code.VALUE, f"{name} is not 8 hexadecimal digits", cure)
    return None


def tolerance(node: Node, name: str, context: Context) -> Tolerance | Figures | None:
    """Return how far off a number may be, or to how many figures it has to agree."""
    value = text(node, name, context)
    found = parse_tolerance(value, context.language) if value is not None else None
    if value is not None and found is None:
        figures = _LIKE_FIGURES.fullmatch(value)
        cure = "write a number like `5`, a share like `5%`, or `3 figures`"
        if figures is not None:
            cure = f"write `{Figures(int(figures[1]))}`" if int(figures[1]) else "write `1 figure`, or more"
        context.wrong(node, Code.VALUE, f"{shown(value)} is no tolerance", cure)
    return found


def date(node: Node, name: str, context: Context) -> PartialDate | None:
    """Return a date at the precision in which it is written."""
    value = text(node, name, context)
    found = parse_date(value) if value is not None else None
    if value is not None and found is None:
        if _DATE_FORM.fullmatch(value):
            message = f"{shown(value)} is in no calendar"
            cure = "write the year, the month from 1 to 12, then the day, like `2021-12-17`"
        else:
            message = f"{shown(value)} is no date"
            cure = "write it like `2021`, `2021-12` or `2021-12-17`"
        context.wrong(node, Code.VALUE, message, cure)
    return found


def kind(node: Node, name: str, context: Context) -> Kind | None:
    """Return the kind with the name that is written."""
    value = text(node, name, context)
    if value is None:
        return None
    if value in _KINDS:
        return Kind(value)
    guess = kind_meant(value) if len(value) <= MAX_LABEL else None
    cure = f"write `{guess}`" if guess else f"the kinds are {', '.join(_KINDS)}"
    context.wrong(node, Code.UNKNOWN_KIND, f"{shown(value)} is no kind of question", cure)
    return None


_KINDS = tuple(str(kind) for kind in Kind)


def language(node: Node, name: str, context: Context) -> str | None:
    """Return a language code, also the one that is meant by what is no code."""
    value = text(node, name, context)
    if value is None or (_LANGUAGE.fullmatch(value) and len(value) <= MAX_LABEL):
        return value
    code = _CODES.get(value.casefold()) or value.replace("_", "-")
    is_known = len(code) <= MAX_LABEL and _LANGUAGE.fullmatch(code)
    cure = f"write `{code}`" if is_known else "write one like `en` or `de-CH`"
    context.wrong(node, Code.VALUE, f"{shown(value)} is no language code", cure)
    return code if is_known else None


def path(node: Node, name: str, context: Context) -> str | None:
    """Return a path that does not begin at the root of a disk."""
    value = _line(node, name, context)
    if value is None:
        return None
    windows = PureWindowsPath(value)
    if PurePosixPath(value).is_absolute() or windows.drive or windows.root:
        cure = "write it as seen from the folder of the bank"
        context.wrong(node, Code.VALUE, f"{name} is an absolute path", cure)
        return None
    return value


def _line(node: Node, name: str, context: Context) -> str | None:
    value = text(node, name, context)
    if value is not None and "\n" in value:
        context.wrong(node, Code.VALUE, f"{name} has more than one line", "write one path")
        return None
    return value


def version(node: Node, name: str, context: Context) -> str | None:
    """Return the version of the format, being one that can be read."""
    value = text(node, name, context)
    if value is None or value == VERSION:
        return value
    message = f"version {shown(value)} of the format cannot be read"
    cure = f"this quiz reads version {VERSION}: write that, or use a newer quiz"
    context.wrong(node, Code.VALUE, message, cure)
    return None
