"""Lines of a web page that are no part of its text.

Each sort of noise has the words by which it is named to the author. A line is noise by what
it says alone; ``sifting`` adds what only shows beside other lines. To lose a line of a text
is worse than to keep one of a page, so what begins like noise and ends as a sentence stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft import bylines
from quiz.authoring.draft.phrases import BYLINE, COMMENTS, NAVIGATION, SECTION, SHARING, compiled
from quiz.authoring.draft.phrases_loose import LOOSE
from quiz.authoring.draft.phrases_sure import SURE
from quiz.authoring.draft.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 400
"""Characters of a line that can be noise; longer ones are text."""

TABLE = "a row of a table"
_SHORT, _FEW, _FEW_LOOSE = 160, 10, 16
_TRAIL_PARTS, _PART_WORDS, _NAME = 3, 4, 3

_SURE, _LOOSE = compiled(SURE), compiled(LOOSE)
_BYLINE = re.compile(
    r"[Bb](?:y|Y)\s+(?:[A-Z][\w.\u2019'-]*(?:,? (?:and )?|$)){1,7}"
    r"(?:(?:[\w-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist|critic))?$"
)
_SHARING = words_of(
    "share facebook twitter x whatsapp email e-mail telegram linkedin pinterest reddit tumblr instagram "
    "youtube print copy link tweet messenger mail flipboard tiktok threads bluesky mastodon rss follow "
    "us on this"
)
_NETWORKS = _SHARING - {"x", "us", "on", "this", "link", "copy", "mail", "print"}
_LEAD = re.compile(r"(?:\d{1,6}\.\s+(?=\D))?[*\-•▶►→>«\u2039\s]*")
_LINKED = re.compile(r"(?<!!)\[([^\]!]+)\]\([^)]*\)")
_ROW = re.compile(r"\|.*\|")
_TRAIL = re.compile(r"\s+[|>»\u203a·•/]\s+|\s*[|»\u203a]\s*")
_TRAIL_SIGN = re.compile(r"\s[>·•]\s|[|»\u203a]|^home\s+/\s", re.IGNORECASE)
_TRAIL_PART = re.compile(r"[^\W\d_][\w &,.'\u2019()-]*")
_SENTENCE = re.compile(r"[.!?…][”\"\u2019')\]]*(?:\s?\[\^?[\w ]{1,20}\])*$")
_INNER = re.compile(r"[a-z][.!?][”\"\u2019')\]]* +[“\"\u2018(]?[A-Z]")
_VALUE = re.compile(r":\s*\w")
_IMAGE = re.compile(r"\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?")
_SLANTED = re.compile(r"(\*|_)(?![*_]).{3,200}(?<![*_])\1")
_COUNTED = re.compile(r"comments ?\(\d+\)", re.IGNORECASE)
_HEAD_ONLY = re.compile(r"(?:see|read|watch) (?:also|more|next)\W*$", re.IGNORECASE)


def reason(line: str) -> str | None:
    """Return what sort of noise a line is, None when it may be text, is empty or very long."""
    line = _words_of(line)
    if not line or len(line) > LONGEST:
        return None
    return sure_reason(line) or next(_reasons(line), None)


def sure_reason(line: str) -> str | None:
    """Return what sort of noise a line is that is said nowhere else, None for any other line."""
    line = _words_of(line)
    if len(line) > LONGEST:
        return None
    return next((sort for sort, pattern in _SURE.items() if pattern.fullmatch(line)), None)


def _words_of(line: str) -> str:
    """Return a line without what leads it, such as a bullet, and of links only their words."""
    if "](" in line and len(line) <= LONGEST:
        line = _LINKED.sub(r"\1", line)
    return _LEAD.sub("", line.strip(), count=1)


def _reasons(line: str) -> Iterator[str]:
    if _is_hashtags(line):
        yield "hashtags"
    if _is_sharing(line):
        yield SHARING
    if _ROW.fullmatch(line):
        yield TABLE
    if _is_trail(line):
        yield NAVIGATION
    if (len(line.split()) <= _FEW and _BYLINE.match(line)) or (
        bylines.is_credit(line) and not is_sentence(line)
    ):
        yield BYLINE
    if len(line) <= _SHORT and len(line.split()) <= _FEW_LOOSE and not is_sentence(line):
        yield from (sort for sort, pattern in _LOOSE.items() if pattern.fullmatch(line))


def opens_list(line: str, sort: str) -> bool:
    """Whether titles of other pages, or comments, are to be expected below a line of this sort."""
    bare = line.strip()
    return (sort in {SECTION, COMMENTS} and not _VALUE.search(bare)) or _HEAD_ONLY.match(bare) is not None


def counts_comments(line: str) -> bool:
    """Whether a line says how many comments stand below it, whatever begins the next."""
    return _COUNTED.fullmatch(_words_of(line)) is not None


def names_sharing(line: str) -> bool:
    """Whether a line is the name of a way to share a page (`X`, `WhatsApp`), which alone is no noise."""
    words = _names(_words_of(line))
    return bool(words) and all(word in _SHARING for word in words)


def names_network(line: str) -> bool:
    """Whether one of the words of a line names a network or a way to send a page."""
    return any(word in _NETWORKS for word in _names(_words_of(line)))


def trail(line: str) -> list[str]:
    """Return the names in a row such as `Home > News > World`; none of any other line."""
    line = _words_of(line)
    return [part for part in _TRAIL.split(line) if part] if len(line) <= LONGEST and _is_trail(line) else []


def is_picture(line: str) -> bool:
    """Whether a line is a picture in Markdown, and nothing else."""
    return _IMAGE.fullmatch(line.strip()) is not None


def is_slanted(line: str) -> bool:
    """Whether all of a line is emphasised in Markdown, as captions are."""
    return _SLANTED.fullmatch(line.strip()) is not None


def is_date(line: str) -> bool:
    """Whether a line is a date, perhaps with a time, and nothing else."""
    return bylines.is_date(line.strip())


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, perhaps with the number of a note behind it."""
    return _SENTENCE.search(text) is not None


def has_sentence(text: str) -> bool:
    """Whether a text has a sentence, or leads to what stands below it (`Add a few more:`)."""
    return is_sentence(text) or text.endswith(":") or _INNER.search(text) is not None


def _is_hashtags(line: str) -> bool:
    words = line.split()
    tags = sum(word.startswith("#") and len(word) > 1 and word[1].isalnum() for word in words)
    return tags > 0 and 2 * tags > len(words)


def _is_sharing(line: str) -> bool:
    words = _names(line)
    return (
        len(words) > 1
        and all(word in _SHARING for word in words)
        and any(word in _NETWORKS for word in words)
    )


def _names(line: str) -> list[str]:
    """Return the words of a line without what stands between them."""
    words = (word.strip(".,:;|/·•()").casefold() for word in line.replace("/", " ").split())
    return [word for word in words if word]


def _is_trail(line: str) -> bool:
    """Whether it is a row of short names such as `Home > News > World`."""
    parts = [part for part in _TRAIL.split(line) if part]
    return (
        _TRAIL_SIGN.search(line) is not None
        and len(parts) >= _TRAIL_PARTS
        and all(len(part.split()) <= _PART_WORDS and _TRAIL_PART.fullmatch(part) for part in parts)
        and any(sum(map(str.isalpha, part)) >= _NAME for part in parts)
        and not is_sentence(line)
    )
