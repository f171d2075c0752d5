"""The score page and the overview, drawn with rich; readable from 50 columns on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quiz.text import clean_line
from quiz.ui import standing
from quiz.ui.render import draw_lines
from quiz.ui.words import calendar_day, count, duration, on_day, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rich.console import Console

    from quiz.progress.values import BankFigures, Overview, SessionLine, Tally
    from quiz.ui.screen import MissedCard, ScorePage

BAR_CELLS = 10
BARS_FROM = 50
MOST_MISSED = 20
LATEST_SESSIONS = 3


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
    table = _table()
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    console.print()
    draw_lines(console, heading, "bold")
    for name, tally in tallies:
        share = tally.share or 0.0
        shown = (standing.points_of(tally), percent(share), bar(share, _bar_cells(console)))
        table.add_row(_name(name), *map(Text, shown))
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


def draw_overview(console: Console, overview: Overview) -> None:
    """Draw where everything stands: what is due, how well it is kept, the week ahead, banks, sittings."""
    told = (standing.due(overview), *standing.away(overview), standing.retention(overview))
    for sentence in (*told, standing.streak(overview)):
        draw_lines(console, sentence)
    lately = standing.lately(overview.days)
    if lately:
        draw_lines(console, lately)
    _draw_forecast(console, overview)
    _draw_banks(console, overview.banks)
    _draw_sessions(console, overview.sessions[:LATEST_SESSIONS], overview.today)


def _draw_forecast(console: Console, overview: Overview) -> None:
    if not any(number for _, number in overview.forecast):
        draw_lines(console, "Nothing comes back in the next seven days.")
        return
    late = overview.overdue
    coming = [
        (day, max(number - late, 0) if day == overview.today else number) for day, number in overview.forecast
    ]
    most = max((number for _, number in coming), default=0) or 1
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for day, number in coming:
        besides = f" and {late:,} overdue" if late and day == overview.today else ""
        drawn = bar(number / most, 2 * BAR_CELLS, empty="") + besides
        table.add_row(*map(Text, (on_day(day, overview.today), f"{number:,}", drawn.strip())))
    console.print()
    console.print(table)


def _draw_banks(console: Console, banks: Iterable[BankFigures]) -> None:
    table = _table("Bank")
    for heading in ("cards", "new", "due", "recalled"):
        table.add_column(heading, justify="right", no_wrap=True)
    for bank in banks:
        share = bank.retention.share
        numbers = (f"{bank.cards:,}", f"{bank.new:,}", f"{bank.due:,}")
        recalled = "-" if share is None else percent(share)
        table.add_row(_name(bank.title or bank.bank), *map(Text, (*numbers, recalled)))
    console.print()
    if table.row_count:
        console.print(table)
    else:
        draw_lines(console, "There are no banks.")


def _draw_sessions(console: Console, sessions: Iterable[SessionLine], today: date) -> None:
    table = _table("Sitting")
    for heading in ("score", "answering"):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in sessions:
        began = f"{calendar_day(line.started, today)} {line.started:%H:%M}"
        score = "open" if line.tally is None else standing.points_of(line.tally)
        cells = (score, duration(line.answering_ms))
        table.add_row(_name(began), *map(Text, cells))
    if table.row_count:
        console.print()
        console.print(table)


def bar(share: float, cells: int, empty: str = "░") -> str:
    """Return a bar of ``cells``; any share above 0 has at least one full cell. 0 cells: nothing."""
    full = min(max(round(share * cells), 1 if share > 0 else 0), cells)
    return "█" * full + empty * (cells - full)


def _bar_cells(console: Console) -> int:
    return BAR_CELLS if console.width >= BARS_FROM else 0


def _table(heading: str | None = None) -> Table:
    """Return a table without lines whose first column takes what the others leave."""
    table = Table(box=None, padding=(0, 1), pad_edge=False, show_header=heading is not None)
    table.add_column(heading or "", overflow="fold", min_width=8)
    return table


def _name(text: str) -> Text:
    return Text(clean_line(text))
