"""The name of a site above the headline of a page, which is not what the text is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft import headlines, noise
from quiz.authoring.draft.phrases import COOKIES, RIGHTS, SUBSCRIBE
from quiz.authoring.draft.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.draft.blocks import Block, Line

SITE = "the name of the site"
MOST_WORDS = 6

_OWN = frozenset({RIGHTS, COOKIES, SUBSCRIBE})
"""What a page says in its own name."""

_DOMAIN = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|blog|news|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE
)
_PAPERS = words_of(
    "news times post herald gazette tribune chronicle observer blog magazine journal wiki daily weekly"
)
_JOINED = re.compile(r"\s+[|\u2013\u2014·-]\s+")


def without_site(found: Sequence[Block]) -> tuple[list[Block], Line | None]:
    """Return the blocks of a page without the line above its headline that names the site, and that line.

    It is the first that is no noise, and another line below it can be the headline. It is known
    by what the page says in that name (`© 2021 Name`), by standing at the foot of the page once
    more, by being an address, or by its last word (`The Daily Herald`) where other lines of a page
    stand around it.
    """
    first = next((at for at, block in enumerate(found) if not headlines.is_noise(block)), None)
    if first is None:
        return list(found), None
    line, *rest = found[first].lines
    left = [*([found[first]._replace(lines=tuple(rest))] if rest else []), *found[first + 1 :]]
    headline = _headline(left)
    if headline is None or not _names_site(line, headline, found, first):
        return list(found), None
    return [*found[:first], *left], line


def _headline(left: Sequence[Block]) -> str | None:
    """Return the line that can be the headline, if that comes first and a text below it."""
    own = (block for block in left if not headlines.is_noise(block))
    block = next(own, None)
    if block is None or next(own, None) is None:
        return None
    head, *rest = block.lines
    alone = block._replace(lines=(head,))
    below = all(noise.reason(line.text) or noise.is_date(line.text) for line in rest)
    fits = below and headlines.is_headline(alone) and not noise.is_date(head.text)
    return head.text if fits else None


def _names_site(line: Line, headline: str, found: Sequence[Block], first: int) -> bool:
    name = headlines.plain(line.text)
    if name.casefold().startswith(headline.casefold()):
        # The title of a window: the headline, then the name.
        parts = _JOINED.split(name)
        return len(parts) > 1 and _is_said_of_itself(parts[-1], found)
    if len(name.split()) > MOST_WORDS or noise.is_sentence(name):
        return False
    around = first > 0 or any(map(headlines.is_noise, found[first + 1 : first + 4]))
    paper = around and name.split()[-1].casefold() in _PAPERS
    return (
        paper
        or _DOMAIN.fullmatch(name) is not None
        or _is_said_of_itself(name, found)
        or _is_foot(line, found)
    )


def _is_said_of_itself(name: str, found: Sequence[Block]) -> bool:
    """Whether a page speaks in this name."""
    said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return any(said.search(line.text) and noise.reason(line.text) in _OWN for line in _lines(found))


def _is_foot(line: Line, found: Sequence[Block]) -> bool:
    """Whether a line stands there once more, below all sentences."""
    lines = list(_lines(found))
    last = max((at for at, one in enumerate(lines) if _is_text(one)), default=len(lines))
    return any(one.text.strip().casefold() == line.text.casefold() for one in lines[last + 1 :])


def _is_text(line: Line) -> bool:
    return noise.has_sentence(line.text) and noise.reason(line.text) is None


def _lines(found: Sequence[Block]) -> Iterator[Line]:
    return (line for block in found for line in block.lines)
