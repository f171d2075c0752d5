"""The front page of `quiz stats`: one screen, however many banks there are; or the same in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from quiz.text import clean, clean_line
from quiz.ui import standing
from quiz.ui.figures import bar, bar_cells, one_line, table_without_lines
from quiz.ui.render import draw_lines
from quiz.ui.shades import LEGEND, SHADES, columns_of, heat_lines, week_lines
from quiz.ui.words import count, on_day, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from quiz.progress.values import BankFigures, Overview

LEAST_LINES = 24
"""A terminal is taken to have so many lines at least; one of them is left for what is typed next."""

BESIDE = 20
"""From so many columns on the week ahead stands beside the map of the year."""

GAP = 2
WIDE, LEAST_NAME = 64, 8
"""From so many columns on a bank has all its figures."""

LEAST_BANKS, BANKS_IN_LINES = 2, 10
MOST = "more: `quiz stats --all`"


class _Room(NamedTuple):
    """What is shown of that which gives way: sentences, empty lines between the parts, banks."""

    sentences: Sequence[str]
    gaps: bool
    legend: bool
    banks: int


def draw_front(
    console: Console, overview: Overview, *, plain: bool = False, everything: bool = False
) -> None:
    """Draw where everything stands; ``plain``: in lines alone. ``everything``: all banks, however many.

    Without letters for shades and bars it is told in lines as well.
    """
    if plain or not has_letters(console, SHADES):
        for line in front_lines(overview, everything=everything):
            draw_lines(console, line)
        return
    first = [*told(overview)]
    drawn = _days(overview, console.width)
    banks = by_urgency(overview.banks)
    room = _room(console, overview, first, len(drawn), everything=everything)
    for sentence in (*first, *room.sentences):
        draw_lines(console, sentence)
    if room.gaps:
        console.print()
    for line in drawn:
        console.print(Text(line), soft_wrap=True)
    if room.legend:
        draw_lines(console, LEGEND)
    if room.gaps:
        console.print()
    _draw_banks(console, banks[: room.banks], len(banks) - room.banks)


def has_letters(console: Console, letters: str) -> bool:
    """Whether the output has these letters."""
    try:
        letters.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def told(overview: Overview) -> Iterator[str]:
    """Yield the sentences that are never left out."""
    yield standing.due(overview)
    yield from standing.away(overview)
    yield standing.done(overview)
    yield standing.streak(overview)
    yield standing.retention(overview)
    yield standing.known(overview.known)


def besides(overview: Overview) -> Iterator[str]:
    """Yield the sentences that give way where there is no room."""
    if overview.sessions:
        yield standing.sat(overview.sessions[0], overview.today)
    lately = standing.lately(overview.days)
    if lately:
        yield lately


def by_urgency(banks: Iterable[BankFigures]) -> list[BankFigures]:
    """Return banks with most due first; of equals those of which the least is known, empty ones last."""
    return sorted(banks, key=lambda one: (-one.due, one.cards == 0, one.known.share or 0.0, one.bank))


def _room(
    console: Console, overview: Overview, first: Sequence[str], drawn: int, *, everything: bool
) -> _Room:
    """Share out the lines: at first two banks, then empty lines, sentences, the legend, more banks."""
    number = len(overview.banks)
    lines = max(console.height if console.is_terminal else 0, LEAST_LINES) - 1
    left = lines - sum(_height(console, sentence) for sentence in first) - drawn - GAP
    banks = number if everything else min(number, LEAST_BANKS)
    left -= min(banks, LEAST_BANKS)
    gaps = left >= GAP or everything
    left -= GAP if gaps else 0
    sentences = []
    for sentence in besides(overview):
        height = _height(console, sentence)
        if height <= left or everything:
            sentences.append(sentence)
            left -= height
    legend = left >= _height(console, LEGEND) or everything
    left -= _height(console, LEGEND) if legend else 0
    shown = banks + max(left, 0)
    # The line that would tell of one more bank has room for that bank.
    return _Room(sentences, gaps, legend, number if number <= shown + 1 else shown)


def _height(console: Console, text: str) -> int:
    return len(Text(clean(text)).wrap(console, console.width, overflow="fold"))


def _days(overview: Overview, width: int) -> list[str]:
    """Return the map of the year, with the week ahead beside it or below."""
    heat = heat_lines(overview.calendar, width)
    column = columns_of(overview.calendar, width) + GAP
    if width - column >= BESIDE:
        ahead = _ahead(overview, width - column)
        return [f"{left:<{column}}{right}".rstrip() for left, right in zip(heat, ahead, strict=True)]
    return [*heat, *_ahead(overview, width)]


def coming(overview: Overview) -> list[tuple[str, int]]:
    """Return the days ahead with what comes due on them, today without the overdue."""
    return [
        (on_day(day, overview.today), max(number - overview.overdue, 0) if day == overview.today else number)
        for day, number in overview.forecast
    ]


def _ahead(overview: Overview, width: int) -> list[str]:
    """Return a heading, and a line with a bar for each of the seven days ahead."""
    days = coming(overview)
    most = max((number for _, number in days), default=0) or 1
    names, numbers = max(len(name) for name, _ in days), max(len(f"{number:,}") for _, number in days)
    cells = max(0, min(width - names - numbers - GAP, 2 * BESIDE))
    heading = f"{overview.overdue:,} overdue, then:" if overview.overdue else "Due on:"
    if not any(number for _, number in days):
        heading = heading if overview.overdue else "Nothing comes back:"
    lines = (
        f"{name:<{names}} {number:>{numbers},} {bar(number / most, cells, empty='')}".rstrip()
        for name, number in days
    )
    return [line[:width] for line in (heading, *lines)]


def _draw_banks(console: Console, banks: Sequence[BankFigures], more: int) -> None:
    if not banks:
        draw_lines(console, "There are no banks.")
        return
    is_wide = console.width >= WIDE
    cells = bar_cells(console) if is_wide else bar_cells(console) // 2
    rows = [_figures(bank, cells, is_wide=is_wide) for bank in banks]
    table = table_without_lines("Bank")
    for heading in rows[0]:
        table.add_column(heading, justify="right", no_wrap=True)
    taken = sum(max(len(heading), *(len(row[heading]) for row in rows)) + GAP for heading in rows[0])
    for bank, row in zip(banks, rows, strict=True):
        name = one_line(bank.title or bank.bank)
        name.truncate(max(console.width - taken, LEAST_NAME), overflow="ellipsis")
        table.add_row(name, *map(Text, row.values()))
    console.print(table)
    if more:
        draw_lines(console, f"and {count(more, 'bank')} {MOST}")


def _figures(bank: BankFigures, cells: int, *, is_wide: bool) -> dict[str, str]:
    """Return the cells of a bank by their headings; where there is little room, the fewest."""
    share, kept = bank.known.share, bank.retention.share
    mastery = "-" if share is None else f"{bar(share, cells)} {percent(share):>5}".strip()
    found = {"cards": f"{bank.cards:,}", "new": f"{bank.new:,}", "due": f"{bank.due:,}", "known": mastery}
    if is_wide:
        return {**found, "recalled": "-" if kept is None else percent(kept)}
    return {name: found[name] for name in ("due", "known")}


def front_lines(overview: Overview, *, everything: bool = False) -> Iterator[str]:
    """Yield the front page without plots and tables: a line for each thing, with all their numbers."""
    yield from told(overview)
    yield from besides(overview)
    if overview.overdue:
        yield f"Overdue: {overview.overdue:,}."
    for name, number in coming(overview):
        yield f"Due {name}: {number:,}."
    banks = by_urgency(overview.banks)
    shown = banks if everything else banks[:BANKS_IN_LINES]
    yield from map(bank_line, shown)
    if len(banks) > len(shown):
        yield f"And {count(len(banks) - len(shown), 'bank')} {MOST}."
    if not banks:
        yield "There are no banks."
    yield from week_lines(overview.calendar, overview.today)


def bank_line(bank: BankFigures) -> str:
    """Return a bank with its numbers in words."""
    share = bank.known.share
    known = "" if share is None else f"; known now {percent(share)}"
    kept = bank.retention
    asked = "" if kept.share is None else f"; recalled {percent(kept.share)} of {count(kept.asked, 'review')}"
    cards = f"{count(bank.cards, 'card')}, {bank.new:,} new, {bank.due:,} due"
    return f"{clean_line(bank.title or bank.bank)}: {cards}{known}{asked}."
