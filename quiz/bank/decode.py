"""Bytes of a file to bytes that the YAML parser takes, what it would refuse being reported."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.limits import MAX_BYTES
from quiz.text import REPLACEMENT

if TYPE_CHECKING:
    from quiz.bank.problem import Faults

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
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
        faults.add(1, 1, *too_large())
        return None
    if data.startswith(_UTF_16) or (data[:2].count(0) == 1 and data[:4].count(0) >= len(data[:4]) // 2):
        faults.add(1, 1, "the file is UTF-16", "save it as UTF-8")
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
    bad_lines = []
    for number, line in enumerate(_BREAK.split(text)):
        found = _REFUSED.search(line)
        if found is not None:
            bad_lines.append(number)
            faults.add(number + 1, found.start() + 1, *_refusal(ord(found[0])))
    # The line feed ends the last line, so that a question is always over on a later line.
    return Decoded(_REFUSED.sub(REPLACEMENT, text).encode() + b"\n", tuple(bad_lines))


def end_of(data: bytes) -> tuple[int, int]:
    """Return the line and column behind the last character, as YAML counts lines."""
    lines = _BREAK.split(data.removeprefix(codecs.BOM_UTF8).decode(errors="surrogateescape"))
    return len(lines), len(lines[-1]) + 1


def _refusal(code: int) -> tuple[str, str]:
    if code in _SURROGATES:
        return f"the byte 0x{code - 0xDC00:02X} is no UTF-8", "save the file as UTF-8"
    return f"the character U+{code:04X} may not stand in a bank", "take it away"
