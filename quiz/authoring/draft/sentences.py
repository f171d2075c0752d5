"""Paragraphs to sentences, and sentences to the wording in which they are asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.sifting import single
from quiz.authoring.draft.words import MONTHS, SAYING, SUBJECTLESS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_READ = 10_000
"""Characters of a paragraph that are read."""

LONGEST = 320
"""Characters of a sentence that is asked about."""

FEWEST, MOST = 6, 48
"""Words of a sentence that is asked about."""

LONGEST_QUOTATION = 600
"""Characters within quotation marks in which no sentence ends."""

_END = re.compile(r"[.!?…]+[”\"\u2019')\]]*(?:\[\^?\w{1,12}\])*(?=\s+[\"“\u2018'(\[]?[^\W_a-z]|\s*$)")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Sgt|Capt|Rev|Hon|Sen|Gov|No|Nos|vs|etc|al|approx|ca|c|"
    r"Fig|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|p|pp|vol|ed|e\.g|i\.e|cf)|\b[A-Z]|"
    r"\b(?:[A-Z]\.)+[A-Z])\.$"
)
_ROLE = re.compile(
    r"\b(?:spokes\w+|minister|president|professor|official|director|leader|analyst|adviser|secretary)\.$"
)
_NAME_ALONE = re.compile(r"[A-Z][\w\u2019'-]+(?: [A-Z][\w.\u2019'-]*){1,2}\.")
_STRAY_S = re.compile(r"(?<=\w) ?\u2018(?=s\b)|(?<=\w) [\u2019'](?=s\b)")
_MARK = re.compile(
    r"\[(?:\d{1,3}|citation needed|note \d+|update|when\?|who\?|which\?|by whom\?)\]|\s+(?=[,.;:!?](?:\s|$))"
)
_CONNECTIVE = re.compile(
    r"(?:At the same time|However|Meanwhile|In addition|Moreover|Furthermore|Nevertheless|In fact|"
    r"For example|For instance|Of course|Therefore|As a result|In turn|Also|Then|Later|Still|Instead|"
    r"On the other hand|Besides|Thus|Indeed|Finally|In the meantime|In response|Nearby|Consequently|"
    r"Additionally|Similarly|By contrast|In contrast|Hence),\s+"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z .\u2019'-]{2,30}(?:, [A-Z][\w. ]{1,30})?(?: ?\([\w /.]{2,25}\))?"
    r" ?(?:[\u2013\u2014:]|--?) ?(?=\S)"
)
_STRAY_NAME = re.compile(
    rf"^(?P<head>(?P<name>[A-Z]\w+)[\u2019']s [^,.;:]{{3,60}}) (?P=name)(?= (?:{SAYING})\b)"
)
_DAY = "|".join(WEEKDAYS)
_ON_DAY = re.compile(rf",? (?:late |early )?on (?:{_DAY})(?: (?:morning|evening|afternoon|night))?(?=[ ,.;])")
_MONTH = "|".join(MONTHS)
_DATED = re.compile(rf"^,? (?:\d{{1,2}} (?:{_MONTH})|{_MONTH}|\d{{4}}\b)")
_ON_DAY_FIRST = re.compile(rf"^On (?:{_DAY})(?:,\s*|\s+)(?=\w)")


class Sentence(NamedTuple):
    """A sentence: as it stands in its paragraph, and as it is asked (tidied, without stray words)."""

    quote: str
    text: str
    follows: str = ""
    """What stands behind it in the paragraph when that is no more than a name."""

    added: str = ""
    """A name in its wording that its paragraph does not have."""


def sentences(paragraph: str) -> list[Sentence]:
    """Return the sentences of a paragraph in order; empty for none. Reads 10,000 characters at most."""
    pieces = list(_split(paragraph[:MOST_READ]))
    following = [*pieces, ""][1:]
    return [
        Sentence(piece, wording(piece), after if _NAME_ALONE.fullmatch(after) and _ROLE.search(piece) else "")
        for piece, after in zip(pieces, following, strict=True)
    ]


def wording(text: str) -> str:
    """Return a sentence as it is asked.

    The town and agency before a report, words that stand twice in a row, a name that is said
    again before its verb (`Chile's minister Ana Rojas Chile said`), marks of footnotes, a first
    word such as `However,` and a weekday without a date, which means nothing to a later
    reader, go; nothing else changes.
    """
    dateline = _DATELINE.match(text)
    text = single(_MARK.sub("", _STRAY_S.sub(_apostrophe, text[dateline.end() if dateline else 0 :])))
    text = _STRAY_NAME.sub(r"\g<head>", _CONNECTIVE.sub("", text))
    text = _ON_DAY_FIRST.sub("", text)
    text = _ON_DAY.sub(lambda found: found[0] if _DATED.match(text[found.end() :]) else "", text)
    return text[:1].upper() + text[1:]


def _apostrophe(found: re.Match[str]) -> str:
    return "'" if "'" in found[0] else "\u2019"


def is_askable(text: str) -> bool:
    """Whether a sentence may say enough on its own: of fair length, whole, and with a subject of its own."""
    words = text.split()
    first = words[0].strip("“\"'\u2018(").casefold() if words else ""
    return (
        FEWEST <= len(words) <= MOST
        and len(text) <= LONGEST
        and text.isprintable()
        and (first not in SUBJECTLESS or _is_told_by_somebody(text))
        and text[0] not in "-\u2013—•*|("
        and text.rstrip("”\"\u2019')")[-1:] in (".", "!")
        and "…" not in text
        and "..." not in text
        and _balanced(text)
    )


def _is_told_by_somebody(text: str) -> bool:
    """Whether a sentence is a quotation with its speaker, who may begin with `We`."""
    return text[0] in '“"' and text[-1] not in '”"'


def _balanced(text: str) -> bool:
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
    )


def _split(text: str) -> Iterator[str]:
    start = 0
    for found in _END.finditer(text):
        piece = text[start : found.end()]
        if _goes_on(piece):
            continue
        yield piece.strip()
        start = found.end()
    if text[start:].strip():
        yield text[start:].strip()


def _goes_on(piece: str) -> bool:
    """Whether a dot ends no sentence: it belongs to a short form, or stands within a quotation."""
    if _SHORT.search(piece[-12:]):
        return True
    return len(piece) <= LONGEST_QUOTATION and (
        piece.count("“") > piece.count("”") or piece.count('"') % 2 == 1
    )
