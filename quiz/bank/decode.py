"""Bytes of a file to bytes that the YAML parser takes, what it would refuse being reported."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.limits import MAX_BYTES, MAX_PROBLEMS
from quiz.bank.problem import Code
from quiz.text import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.bank.problem import Faults

_MARKS = "\n\r\x85\u2028\u2029"
BREAK = re.compile(f"\r\n|[{_MARKS}]")
"""What ends a line for YAML."""

_REFUSED = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SURROGATES = range(0xDC80, 0xDD00)


class Decoded(NamedTuple):
    """Bytes that are UTF-8 without characters that YAML refuses.

    ``bad_lines`` count from 0 and rise; a refused character there was replaced and reported.
    """

    data: bytes
    bad_lines: tuple[int, ...]


def decode(data: bytes, faults: Faults) -> Decoded | None:
    """Return what can be parsed, or None, the reason being reported, where nothing can."""
    if len(data) > MAX_BYTES:
        faults.add(1, 1, Code.UNREADABLE, *too_large())
        return None
    if data.startswith(_UTF_16) or (data[:2].count(0) == 1 and data[:4].count(0) >= len(data[:4]) // 2):
        faults.add(1, 1, Code.UNREADABLE, "the file is UTF-16", "save it as UTF-8")
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    return Decoded(data, ()) if _is_sound(data) else _mend(data, faults)


def too_large() -> tuple[str, str]:
    """Return what is wrong with a file beyond the size limit, and the cure."""
    return f"the file is larger than {MAX_BYTES // 1024**2} MB", "split it into several"


def _is_sound(data: bytes) -> bool:
    if len(data.translate(None, _CONTROLS)) != len(data):
        return False
    if data.isascii():
        return True
    try:
        return _REFUSED.search(data.decode()) is None
    except UnicodeDecodeError:
        return False


def _mend(data: bytes, faults: Faults) -> Decoded:
    """Replace every refused character, and report the first one of each line."""
    text = data.decode(errors="surrogateescape")
    bad_lines: list[int] = []
    for line, start, refused in _refused_lines(text):
        if len(bad_lines) == MAX_PROBLEMS:
            message = f"more than {MAX_PROBLEMS:,} lines hold what may not stand in a bank"
            message = f"the file is read up to here: {message}"
            faults.add(line + 1, 1, Code.TOO_MUCH, message, "mend the others first")
            text = text[:start]
            break
        bad_lines.append(line)
        column = refused.start() - start + 1
        faults.add(line + 1, column, Code.REFUSED_CHARACTER, *_refusal(ord(refused[0])))
    # The line feed ends the last line, so that a question is always over on a later line.
    return Decoded(_REFUSED.sub(REPLACEMENT, text).encode() + b"\n", tuple(bad_lines))


def _refused_lines(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield each line with a refused character: number from 0, where it starts, its first one."""
    line = start = 0
    while refused := _REFUSED.search(text, start):
        begin = _line_start(text, start, refused.start())
        line += _breaks(text, start, begin)
        yield line, begin, refused
        end = BREAK.search(text, refused.end())
        if end is None:
            return
        line, start = line + 1, end.end()


def text_of(data: bytes) -> str:
    """Return the bytes of a file as the text whose places the YAML parser counts."""
    return data.removeprefix(codecs.BOM_UTF8).decode(errors="surrogateescape")


def end_of(text: str) -> tuple[int, int]:
    """Return the line and column behind the last character, as YAML counts lines."""
    return _breaks(text, 0, len(text)) + 1, len(text) - _line_start(text, 0, len(text)) + 1


def line_to(text: str, end: int) -> str:
    """Return what stands before a place in its line."""
    return text[_line_start(text, 0, end) : end]


def line_from(text: str, start: int) -> str:
    """Return what stands from a place to the end of its line."""
    end = BREAK.search(text, start)
    return text[start : end.start() if end else len(text)]


def line_below(text: str, start: int, lines: int) -> str:
    """Return the line that is so many lines below a place; that of the place from there on for 0."""
    for _ in range(lines):
        found = BREAK.search(text, start)
        start = found.end() if found else len(text)
    return line_from(text, start)


def _line_start(text: str, start: int, end: int) -> int:
    """Return where the line of ``end`` starts, looking back no further than ``start``."""
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _MARKS))


def _breaks(text: str, start: int, end: int) -> int:
    """Return how many line breaks stand between two places; a carriage return with its line feed is one."""
    return sum(text.count(mark, start, end) for mark in _MARKS) - text.count("\r\n", start, end)


def _refusal(code: int) -> tuple[str, str]:
    if code in _SURROGATES:
        return f"the byte 0x{code - 0xDC00:02X} is no UTF-8", "save the file as UTF-8"
    return f"the character U+{code:04X} may not stand in a bank", "take it away"
