"""The coverage of texts as lines of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from quiz.authoring.quotes import How
from quiz.text import clean_line
from quiz.ui.words import count
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.coverage import Asking, Coverage, Covered, Lost, TextCoverage

BARE = ">"
"""Stands before a paragraph that no question stands on."""

LEAST_TEXT = 8
"""Cells that the words of a paragraph have on the narrowest screen."""


def coverage_lines(found: Coverage, width: int) -> Iterator[str]:
    """Yield the lines of a report at most ``width`` cells wide; one sentence where no text is cited."""
    if not found.texts:
        yield from wrapped("No question cites a text.", width, cell_len)
        return
    for number, text in enumerate(found.texts):
        if number:
            yield ""
        yield from _text_lines(text, width)
    if found.uncited:
        banks = ", ".join(dict.fromkeys(clean_line(asking.bank) for asking in found.uncited))
        verb = "cites" if len(found.uncited) == 1 else "cite"
        yield ""
        yield from wrapped(
            f"{count(len(found.uncited), 'question')} of {banks} {verb} no text.", width, cell_len
        )


def _text_lines(text: TextCoverage, width: int) -> Iterator[str]:
    yield from wrapped(clean_line(text.path), width, cell_len)
    yield from wrapped(f"cited by {', '.join(map(clean_line, text.banks))}", width, cell_len)
    if text.fault:
        yield from wrapped(f"It cannot be used: {clean_line(text.fault)}.", width, cell_len)
        return
    yield ""
    yield from _rows(text.paragraphs, width)
    yield ""
    yield from wrapped(_summary(text), width, cell_len)
    if text.lost:
        yield ""
        yield from wrapped(f"{count(len(text.lost), 'citation')} no longer found:", width, cell_len)
    for lost in text.lost:
        yield from wrapped(_place(lost.asking), width, cell_len)
        for line in wrapped(_lost(lost), max(width - 2, 1), cell_len):
            yield f"  {line}"


def _rows(paragraphs: Sequence[Covered], width: int) -> Iterator[str]:
    """Yield a line for each paragraph: its number, how many questions stand on it, its first words."""
    numbers = max([2, *(len(str(covered.number)) for covered in paragraphs)])
    counts = max([len("asked"), *(len(_asked(covered)) for covered in paragraphs)])
    yield f"  {'no':>{numbers}}  {'asked':>{counts}}"
    for covered in paragraphs:
        mark = " " if covered.questions else BARE
        head = f"{mark} {covered.number:>{numbers}}  {_asked(covered):>{counts}}  "
        yield head + _cut(clean_line(covered.text), max(width - cell_len(head), LEAST_TEXT))


def _asked(covered: Covered) -> str:
    drafts = f"+{len(covered.drafts)} draft" if covered.drafts else ""
    questions = str(len(covered.questions)) if covered.questions else "none"
    return f"{questions} {drafts}".strip()


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def _summary(text: TextCoverage) -> str:
    paragraphs, bare = (
        count(len(text.paragraphs), "paragraph"),
        [str(covered.number) for covered in text.bare],
    )
    if not bare:
        return f"{paragraphs}, each with a question."
    if len(bare) == len(text.paragraphs):
        return f"{paragraphs}, none with a question."
    return f"{paragraphs}, {len(bare)} without a question: {', '.join(bare)}."


def _place(asking: Asking) -> str:
    where = asking.location
    return f"{clean_line(where.path)}:{where.line} {clean_line(asking.question)}"


def _lost(lost: Lost) -> str:
    standing = lost.standing
    where = "" if lost.paragraph is None else f"paragraph {lost.paragraph}, "
    if lost.quote is None:
        return f"There is no paragraph {lost.paragraph}."
    said = f"{where}»{clean_line(lost.quote)}«"
    numbers = ", ".join(map(str, standing.paragraphs))
    match standing.how:
        case How.MOVED:
            return f"{said}: it stands in paragraph {numbers} now."
        case How.NEAR:
            return f"{said}: paragraph {numbers} says »{clean_line(standing.words)}« now."
        case _:
            return f"{said}: it stands nowhere now."
