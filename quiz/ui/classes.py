"""The classical table of a class: the test, its questions with the worst first, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.text import clean_line
from quiz.ui import class_words
from quiz.ui.words import count, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console

    from quiz.progress.class_list import ClassTable
    from quiz.progress.classical import QuestionRow
    from quiz.progress.classical_faults import Finding

SHOWN = 20
"""So many questions are listed, and so many with their findings, unless all are asked for."""

WIDE, NARROW = 100, 70
NOTHING = "No answers were found."
HEADS = ("answers", "facility", "divides", "efficiency", "options", "95 % between", "deviation", "chance")
"""The columns behind the question; those at the end are left out first, where the screen is narrow."""

FITS_NARROW, FITS_USUAL = 3, 5


class ClassPage(NamedTuple):
    """What is drawn: the figures, where questions stand, and whether all are listed."""

    table: ClassTable
    place: Callable[[str], str | None]
    everything: bool = False

    @property
    def listed(self) -> tuple[tuple[QuestionRow, tuple[Finding, ...]], ...]:
        """The questions that are listed, the worst first."""
        rows = self.table.worst_first()
        return rows if self.everything else rows[:SHOWN]


def draw_class(console: Console, page: ClassPage) -> None:
    """Draw the test, the table of questions, and what was found, each with what to do."""
    from quiz.ui.aside import Listed, draw_listed  # noqa: PLC0415 - lines need no rich
    from quiz.ui.render import draw_lines  # noqa: PLC0415 - likewise

    if not page.table.questions:
        draw_lines(console, NOTHING)
        return
    for line in class_words.whole_lines(page.table):
        draw_lines(console, line)
    console.print()
    _draw_table(console, page)
    console.print()
    draw_listed(
        console,
        (
            Listed(_place(page, row), clean_line(row.question), tuple(_rows(row, found)))
            for row, found in page.listed
            if found
        ),
    )
    for line in _foot(page):
        draw_lines(console, line)


def class_lines(page: ClassPage) -> Iterator[str]:
    """Yield the same for a screen reader: the test, a line for each question, one for each finding."""
    if not page.table.questions:
        yield NOTHING
        return
    yield from class_words.whole_lines(page.table)
    for row, found in page.listed:
        marks = "".join(f", {class_words.SHORT[one.fault]}" for one in found)
        yield f"{clean_line(row.question)}: {class_words.in_words(row)}{marks}"
    for row, found in page.listed:
        for one in found:
            says = " ".join(class_words.sentences(row, one))
            yield f"finding: {_place(page, row)}: {clean_line(row.question)}: {says}"
    yield from _foot(page)


def _rows(row: QuestionRow, found: tuple[Finding, ...]) -> Iterator[tuple[str, str]]:
    for one in found:
        says, do = class_words.sentences(row, one)
        yield "found", clean_line(says)
        yield "do", clean_line(do)


def _place(page: ClassPage, row: QuestionRow) -> str:
    return page.place(row.question) or "in no bank here"


def _foot(page: ClassPage) -> Iterator[str]:
    rows, found = page.table.questions, {one.question for one in page.table.findings}
    yield f"{count(len(rows), 'question')}, {len(found):,} with findings."
    if len(page.listed) < len(rows):
        yield f"The worst {len(page.listed):,} are listed; `--all` lists all."
    yield from class_words.notes(page.table)


def _draw_table(console: Console, page: ClassPage) -> None:
    from rich.table import Table  # noqa: PLC0415 - a screen reader needs no tables
    from rich.text import Text  # noqa: PLC0415 - likewise

    shown = FITS_NARROW if console.width < NARROW else FITS_USUAL if console.width < WIDE else len(HEADS)
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("question", overflow="fold", min_width=8)
    for heading in HEADS[:shown]:
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("", overflow="fold", min_width=10)
    for row, found in page.listed:
        marks = ", ".join(class_words.SHORT[one.fault] for one in found)
        table.add_row(*map(Text, (clean_line(row.question), *_cells(row)[:shown], marks)))
    console.print(table)


def _cells(row: QuestionRow) -> tuple[str, ...]:
    sure = row.facility.interval()
    return (
        f"{row.facility.out_of:,}",
        class_words.share(row),
        class_words.correlation(row),
        class_words.signed(row.efficiency),
        class_words.working(row),
        f"{percent(sure.low)} {percent(sure.high)}",
        class_words.signed(row.deviation),
        class_words.whole_percent(row.by_chance),
    )
