"""What other YAML tools make of a text that stands without quotes, where it is not that text."""

from __future__ import annotations

import re

_WORDS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
_NOTHING = {"~", "null", "Null", "NULL"}
_BASES = (
    (re.compile(r"[-+]?0b[01_]+"), 2),
    (re.compile(r"[-+]?0x[0-9a-fA-F_]+"), 16),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"[-+]?0[0-7_]+"), 8),
    (re.compile(r"[-+]?[0-9][0-9_]*"), 10),
)
_SIXTIES = re.compile(r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]{1,3})?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?"
)
_LONGEST = 40


def elsewhere(text: str) -> str | None:
    """Return what other tools read in place of an unquoted ``text``, in words; None when it is that text.

    It follows the types of YAML 1.1 (yaml.org/type), which most tools still take, and the
    core schema of YAML 1.2.2, section 10.3. A number that comes back as it was written,
    such as 42 or 1.5, is no other text; nor is an empty text, which stands nowhere without quotes.
    """
    if text in _NOTHING:
        return "nothing"
    if text.lower() in _WORDS and text in {text.lower(), text.upper(), text.capitalize()}:
        return _WORDS[text.lower()]
    if len(text) > _LONGEST or not text[:1].isascii():
        return None
    if _DATE.fullmatch(text):
        return "a date"
    number = _number(text)
    return None if number in {None, text} else f"the number {number}"


def _number(text: str) -> str | None:
    """Return how a number is written back once it was read as one, or None where it is no number."""
    for pattern, base in _BASES:
        if pattern.fullmatch(text) and text.strip("_+-0box"):
            return str(int(_digits(text, base), base))
    if _SIXTIES.fullmatch(text):
        return _sixties(text.replace("_", ""))
    if re.fullmatch("[-+]?0[0_]*", text):
        return "0"
    if _FLOAT.fullmatch(text) and text.strip("_+-."):
        return _shortest(float(text.replace("_", "").lower().replace(".inf", "inf").replace(".nan", "nan")))
    return None


def _digits(text: str, base: int) -> str:
    bare = text.replace("_", "")
    return bare if base == 10 else re.sub("0[box]", "", bare, count=1)  # noqa: PLR2004


def _sixties(text: str) -> str:
    sign = -1 if text[0] == "-" else 1
    value = 0.0
    for part in text.lstrip("+-").split(":"):
        value = value * 60 + float(part)
    return _shortest(sign * value)


def _shortest(value: float) -> str:
    return repr(value).removesuffix(".0")
