"""The text that a new bank cites: what a sifted text is, with the numbers of its paragraphs written out."""

from __future__ import annotations

import textwrap
from itertools import takewhile
from typing import TYPE_CHECKING

from quiz.authoring.draft.candidate import Passage
from quiz.authoring.draft.shapes import is_item, note_text
from quiz.bank import paragraphs
from quiz.bank.fences import fence_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from quiz.authoring.draft.sifting import Part, Sifted

WIDTH = 100


def cleaned(sifted: Sifted, title: str) -> str:
    """Return the text as Markdown: its title, its headings, its paragraphs numbered from 1.

    Code, tables and lists keep their lines, moved in behind the number. Reading it with
    ``quiz.bank.paragraphs`` gives the paragraphs with these numbers.
    """
    wanted = _texts(sifted)
    for write in (_as_written, _in_one_line):
        page = "".join(_pages(sifted, title, write))
        if list(paragraphs(page).values()) == wanted:
            break
    return page


def _texts(sifted: Sifted) -> list[str]:
    return [part.text for part in sifted.paragraphs()]


def _pages(sifted: Sifted, title: str, write: Callable[[Part, str], str]) -> Iterator[str]:
    yield f"# {title}\n"
    number = 0
    for part in sifted.parts:
        if part.heading:
            yield f"\n## {part.text}\n"
        else:
            number = part.number or number + 1
            yield f"\n{write(part, f'{number}. ')}\n"


def _as_written(part: Part, mark: str) -> str:
    """Return a paragraph in the first of its forms that reads back as the one that it is."""
    forms = _forms(part, mark)
    return next((form for form in forms if paragraphs(form) == {int(mark[:-2]): part.text}), mark + part.text)


def _forms(part: Part, mark: str) -> Iterator[str]:
    """Yield the lines of code, of a table or a list, then without the empty ones; prose broken anew."""
    rows = textwrap.dedent("\n".join(part.rows[1:])).split("\n")
    if part.rows:
        yield "\n".join(_hung(mark, [part.rows[0].strip(), *rows]))
        yield "\n".join(_hung(mark, [part.rows[0].strip(), *filter(None, rows)]))
    else:
        yield textwrap.fill(mark + part.text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _hung(mark: str, rows: Sequence[str]) -> Iterator[str]:
    """Yield lines that all stand behind a mark, as those of an item of a list do in Markdown."""
    yield mark + rows[0]
    yield from (f"{' ' * len(mark)}{row}".rstrip() for row in rows[1:])


def _in_one_line(part: Part, mark: str) -> str:
    return mark + part.text


def passages(sifted: Sifted, cited: Mapping[int, str]) -> list[Passage]:
    """Return the paragraphs of a sifted text with the numbers that they have in the cited one.

    Each is looked for from the place of the one before it on; what is not found is left out.
    Code, tables and the items of lists are no sentences: of these a passage has what stands before.
    """
    found: list[Passage] = []
    numbers = list(cited)
    at = 0
    for part in sifted.paragraphs():
        place = next((n for n in range(at, len(numbers)) if part.text in cited[numbers[n]]), None)
        if place is not None:
            at = place
            found.append(Passage(numbers[place], _sentences(part)))
    return found


def _sentences(part: Part) -> str:
    """Return what of a paragraph is written in sentences, without the name of a footnote."""
    if not part.rows:
        return note_text(part.text)
    before = takewhile(lambda row: not (is_item(row) or fence_of(row) or "|" in row), part.rows)
    return " ".join(" ".join(before).split())
