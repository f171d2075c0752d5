"""What a file is that holds no UTF-8 text, as far as its bytes tell, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

_SEEN = 4096
_MOST_CONTROLS = 0.02
"""Share of control characters that a text may have."""

_HALF_NUL = 0.3
"""Share of NUL bytes from which Western text has two bytes for each character."""

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_BEGINNINGS = (
    (b"%PDF", "a PDF", "copy its words into a .txt file (`pdftotext` does it)"),
    (b"PK\x03\x04", "a packed file, as Word, LibreOffice and e-books are", "save it as plain text (.txt)"),
    (b"\xd0\xcf\x11\xe0", "a file of an old office program", "save it as plain text (.txt)"),
    (b"{\\rtf", "a file in Rich Text Format", "save it as plain text (.txt)"),
    (b"\x89PNG", "a picture", "name a text in Markdown or plain text"),
    (b"\xff\xd8\xff", "a picture", "name a text in Markdown or plain text"),
    (b"GIF8", "a picture", "name a text in Markdown or plain text"),
)
_TEXTS = "name a text in Markdown or plain text"


class Doubt(NamedTuple):
    """What a file is instead of UTF-8 text, and what helps."""

    message: str
    cure: str


def doubt(data: bytes) -> Doubt | None:
    """Return why bytes are no UTF-8 text, None where they are."""
    for begin, what, cure in _BEGINNINGS:
        if data.startswith(begin):
            return Doubt(f"this is {what}", cure)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _has_wide(data):
        return Doubt("this is UTF-16 text", _saved("UTF-16"))
    if b"\0" in data or _has_controls(data):
        return Doubt("it holds NUL bytes or other control characters, so it is no text", _TEXTS)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"line {line} holds the byte 0x{data[error.start]:02X}, so it is no UTF-8 text"
        return Doubt(f"{found} but perhaps Latin-1 or Windows-1252", _saved("CP1252"))
    return None


def _saved(encoding: str) -> str:
    return f"save it as UTF-8 in your editor, or with `iconv -f {encoding} -t UTF-8 OLD > NEW`"


def _has_wide(data: bytes) -> bool:
    """Whether every other byte is NUL, as in Western text in UTF-16."""
    seen = data[:_SEEN]
    even, odd = seen[::2].count(0), seen[1::2].count(0)
    return max(even, odd) > _HALF_NUL * len(seen) and min(even, odd) == 0


def _has_controls(data: bytes) -> bool:
    seen = data[:_SEEN]
    return sum(byte in _CONTROLS for byte in seen) > _MOST_CONTROLS * len(seen)
