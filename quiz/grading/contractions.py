"""English contractions written out: ``isn't`` is ``is not``, ``they'll`` is ``they will``."""

from __future__ import annotations

import re

_MARK = "['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`\N{ACUTE ACCENT}]"
_VERBS = "is|are|was|were|do|does|did|has|have|had|would|could|should|must|might|need"
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), by)
    for pattern, by in (
        (rf"cannot|can{_MARK}?t", "can not"),
        (rf"won{_MARK}?t", "will not"),
        (rf"shan{_MARK}?t", "shall not"),
        (rf"({_VERBS})n{_MARK}?t", r"\1 not"),
        (rf"i{_MARK}m", "I am"),
        (rf"let{_MARK}s", "let us"),
        (rf"(it|he|she|that|there|here|what|who|where){_MARK}s", r"\1 is"),
        (rf"((?:we|who)(?={_MARK})|you|they){_MARK}?re", r"\1 are"),
        (rf"(i(?={_MARK})|we|you|they){_MARK}?ve", r"\1 have"),
        (rf"((?:i|it|he|she|we|that|there)(?={_MARK})|you|they){_MARK}?ll", r"\1 will"),
    )
)


def in_full(text: str, code: str) -> str:
    """Return an English text with its contractions written out; a text of another language itself.

    Every ``not`` stays one, so that nothing comes to mean its opposite. What two words may
    be meant by is left alone: ``she'd``, ``the king's``, and ``its``, ``were`` or ``ill`` without
    an apostrophe.
    """
    if code == "en":
        for pattern, by in _STEPS:
            text = pattern.sub(by, text)
    return text
