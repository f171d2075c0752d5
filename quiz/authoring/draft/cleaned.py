"""The text that a new bank cites: what a sifted text is, with the numbers of its paragraphs written out."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from quiz.authoring.draft.candidate import Passage
from quiz.bank import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quiz.authoring.draft.sifting import Sifted

WIDTH = 100


def cleaned(sifted: Sifted, title: str) -> str:
    """Return the text as Markdown: its title, its headings, its paragraphs numbered from 1.

    Reading it with ``quiz.bank.paragraphs`` gives the paragraphs with these numbers.
    """
    broken = "".join(_pages(sifted, title, WIDTH))
    if list(paragraphs(broken).values()) == _texts(sifted):
        return broken
    return "".join(_pages(sifted, title, None))


def _texts(sifted: Sifted) -> list[str]:
    return [part.text for part in sifted.paragraphs()]


def _pages(sifted: Sifted, title: str, width: int | None) -> Iterator[str]:
    yield f"# {title}\n"
    number = 0
    for part in sifted.parts:
        if part.heading:
            yield f"\n## {part.text}\n"
        else:
            number = part.number or number + 1
            yield f"\n{_broken(f'{number}. {part.text}', width)}\n"


def _broken(text: str, width: int | None) -> str:
    if width is None:
        return text
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def passages(sifted: Sifted, cited: Mapping[int, str]) -> list[Passage]:
    """Return the paragraphs of a sifted text with the numbers that they have in the cited one.

    Each is looked for from the place of the one before it on; what is not found is left out.
    """
    found: list[Passage] = []
    numbers = list(cited)
    at = 0
    for text in _texts(sifted):
        place = next((n for n in range(at, len(numbers)) if text in cited[numbers[n]]), None)
        if place is not None:
            at = place
            found.append(Passage(numbers[place], text))
    return found
