"""The score page, drawn with rich; readable from 50 columns on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quiz.text import clean_line
from quiz.ui import standing
from quiz.ui.render import draw_lines
from quiz.ui.words import count, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from quiz.progress.values import Tally
    from quiz.ui.screen import MissedCard, ScorePage

BAR_CELLS = 10
BARS_FROM = 50
MOST_MISSED = 20


def draw_score(console: Console, page: ScorePage) -> None:
    """Draw the end of a sitting; the score comes last, where a long page leaves it in sight.

    A table of one row would say what the score says, and is left out.
    """
    total = page.score.total
    by_bank = [(page.titles.get(bank, bank), tally) for bank, tally in page.score.by_bank.items()]
    _draw_missed(console, page.missed)
    _draw_tallies(console, "By bank", by_bank)
    _draw_tallies(console, "By kind", list(page.score.by_kind.items()))
    console.print()
    draw_lines(console, f"Score: {standing.headline(total)}", "bold")
    if total.answered:
        draw_lines(console, standing.verdicts(total))
    draw_lines(console, f"Comes back: {standing.returns(page)}.")
    draw_lines(console, f"Time: {standing.time_taken(page)}.")
    draw_lines(console, standing.standing(page))
    if page.goal:
        draw_lines(console, page.goal)
    draw_lines(console, standing.rest(page))


def _draw_tallies(console: Console, heading: str, tallies: Sequence[tuple[str, Tally]]) -> None:
    if len(tallies) <= 1:
        return
    table = table_without_lines()
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    console.print()
    draw_lines(console, heading, "bold")
    for name, tally in tallies:
        share = tally.share or 0.0
        shown = (standing.points_of(tally), percent(share), bar(share, bar_cells(console)))
        table.add_row(one_line(name), *map(Text, shown))
    console.print(table)


def _draw_missed(console: Console, missed: tuple[MissedCard, ...]) -> None:
    if not missed:
        return
    console.print()
    draw_lines(console, "Missed", "bold")
    for card in missed[:MOST_MISSED]:
        given = clean_line(card.given) or "no answer"
        console.print(bulleted(card.prompt))
        console.print(Padding(Text(f"answer: {clean_line(card.right)}"), (0, 0, 0, 2)))
        console.print(Padding(Text(f"yours: {given}", style="dim"), (0, 0, 0, 2)))
    if len(missed) > MOST_MISSED:
        draw_lines(console, f"and {count(len(missed) - MOST_MISSED, 'more card', 'more cards')}")


def bulleted(text: str) -> Table:
    """Return text behind a dash, its further lines in line with the first."""
    grid = Table.grid()
    grid.add_column(width=2)
    grid.add_column(overflow="fold")
    grid.add_row("-", Text(clean_line(text)))
    return grid


def bar(share: float, cells: int, empty: str = "░") -> str:
    """Return a bar of ``cells``; any share above 0 has at least one full cell. 0 cells: nothing."""
    full = min(max(round(share * cells), 1 if share > 0 else 0), cells)
    return "█" * full + empty * (cells - full)


def bar_cells(console: Console) -> int:
    """Return how long bars are here: 0 where there is no room for any."""
    return BAR_CELLS if console.width >= BARS_FROM else 0


def table_without_lines(heading: str | None = None) -> Table:
    """Return a table without lines whose first column takes what the others leave."""
    table = Table(box=None, padding=(0, 1), pad_edge=False, show_header=heading is not None)
    table.add_column(heading or "", overflow="fold", min_width=8)
    return table


def one_line(text: str) -> Text:
    """Return text from outside, clean and on one line."""
    return Text(clean_line(text))
