"""The table of the benchmark, for the terminal and for the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = ("what", "against", "measured", "at most", "reached")


class Row(NamedTuple):
    """One figure and what it has to reach. ``ratio`` None: it could not be measured, ``note`` says why."""

    what: str
    against: str
    ratio: float | None
    target: float
    note: str = ""

    @property
    def reached(self) -> str:
        """Return whether the figure is as good as it has to be."""
        if self.ratio is None:
            return "not measured"
        return "yes" if self.ratio <= self.target else "no"

    def cells(self) -> tuple[str, ...]:
        """Return the cells of the table."""
        ratio = "-" if self.ratio is None else f"{self.ratio:.3g}"
        return self.what, self.against, f"{ratio} ({self.note})", f"{self.target:g}", self.reached


def plain(rows: Sequence[Row]) -> str:
    """Return the table in columns of equal width."""
    lines = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines) + "\n"


def markdown(rows: Sequence[Row]) -> str:
    """Return the table in Markdown."""
    lines = [COLUMNS, ("---",) * len(COLUMNS), *(row.cells() for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
