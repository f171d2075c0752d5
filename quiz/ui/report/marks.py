"""What a plot is made of: places in units of the drawing, from the upper left, and words."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Box(NamedTuple):
    """A filled rectangle; ``look`` is a class of the style sheet, ``says`` what pointing at it tells."""

    x: float
    y: float
    width: float
    height: float
    look: str
    says: str = ""


class Line(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    look: str


class Path(NamedTuple):
    """A line through points, or with ``look`` "band" the area between them."""

    points: tuple[tuple[float, float], ...]
    look: str

    @property
    def drawn(self) -> str:
        """The points as SVG has them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)


class Dot(NamedTuple):
    """A dot."""

    x: float
    y: float
    radius: float
    look: str
    says: str = ""


class Label(NamedTuple):
    """Words; ``anchor`` says which end of them stands at the place: start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


Mark: TypeAlias = "Box | Line | Path | Dot | Label"


class Table(NamedTuple):
    """The figures of a plot, for who does not see it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Plot(NamedTuple):
    """A drawing ``width`` by ``height``; ``about`` says in a sentence what it shows."""

    name: str
    """Letters and dashes; unique on the page."""

    title: str
    about: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    table: Table
