"""How a fit did: scores, a calibration table, what rescheduling would move; and the bar while it works."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from quiz.ui.render import draw_lines
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

DIGITS = 4
MEANING = (
    "Log loss: how far the chances that were foretold lay from what happened. RMSE: by how much foretold and "
    "true recall differ in groups of like answers. Of both, less is better."
)


class Scored(NamedTuple):
    """How well some chances foretold."""

    name: str
    log_loss: float
    rmse_bins: float
    """0..1."""


class Foretold(NamedTuple):
    """Answers that were foretold with a chance from ``low`` to ``high``: their mean chance, and what came."""

    low: float
    high: float
    answers: int
    foretold: float
    recalled: float


def draw_scores(console: Console, scores: Iterable[Scored]) -> None:
    """Draw a table of scores, and what they mean."""
    table = _table("", "log loss", "RMSE")
    for one in scores:
        table.add_row(one.name, f"{one.log_loss:.{DIGITS}f}", _share(one.rmse_bins))
    console.print()
    console.print(table)
    draw_lines(console, MEANING, "dim")


def draw_calibration(console: Console, rows: Iterable[Foretold]) -> None:
    """Draw what was foretold beside what came, range by range."""
    table = _table("chance of recall", "answers", "foretold", "recalled")
    for one in rows:
        between = f"{one.low * 100:.0f} to {one.high * 100:.0f} %"
        table.add_row(between, f"{one.answers:,}", _share(one.foretold), _share(one.recalled))
    console.print()
    console.print(table)


def _share(share: float) -> str:
    return f"{share * 100:.1f} %"


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for place, heading in enumerate(headings):
        table.add_column(Text(heading), justify="right" if place else "left", no_wrap=True)
    return table


def move_words(cards: int, earlier: int, later: int) -> str:
    """Return how many cards would come on another day."""
    if not earlier + later:
        return f"No due date moves: {count(cards, 'card')} looked at, each near enough to where it belongs."
    moved = f"{earlier + later:,} of {count(cards, 'card')}"
    return f"{moved} would move: {earlier:,} come earlier, {later:,} later."


def load_words(before: tuple[int, ...], after: tuple[int, ...]) -> str:
    """Return what comes in the next days as things are, and after a move; by day, from today on."""
    was, will = sum(before), sum(after)
    change = f" ({round((will - was) / was * 100):+} %)" if was else ""
    than = (
        f", as many as now; today {after[0]:,}"
        if was == will
        else f" instead of {was:,}{change}; today {after[0]:,}"
    )
    return (
        f"In the next {len(before)} days {count(will, 'card')} would come up{than} instead of {before[0]:,}."
    )


class FittingBar:
    """Draws on stderr, with the time that has passed; leaves no trace when it ends.

    How far a fit has come is not known, so the bar says only that it works.
    """

    def __init__(self, stage: str, console: Console | None = None) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TimeElapsedColumn(),
            console=console or Console(stderr=True),
            transient=True,
        )
        self._bar.add_task(stage, total=None)

    def __enter__(self) -> Self:
        try:
            self._bar.start()
        except BaseException:  # Ctrl-C may come as soon as the bar is seen.
            self._bar.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def tick(self) -> None:
        """Draw the time anew."""
        self._bar.refresh()
