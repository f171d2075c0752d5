"""The page of a selection: sentences, the map of its year, and parts of rows with bars; or all in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.table import Table
from rich.text import Text

from quiz.progress.past import Past
from quiz.text import clean_line
from quiz.ui import standing
from quiz.ui.figures import bar, bar_cells
from quiz.ui.front import WIDE, has_letters
from quiz.ui.past import SURE, standing_lines
from quiz.ui.render import draw_lines
from quiz.ui.shades import LEGEND, SHADES, heat_lines, week_lines
from quiz.ui.words import WHOLE, calendar_day, count, duration, percent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import Console

    from quiz.progress.calibration import Foresight
    from quiz.progress.histogram import Count
    from quiz.progress.proportion import Proportion
    from quiz.progress.selection import Chosen, Selection, Totals
    from quiz.progress.tallies import HourRow, KindRow
    from quiz.progress.values import Overview

LATEST_WEEKS = 12


class Row(NamedTuple):
    """A line of a part; ``share`` is drawn as a bar, 0..1, and None has none."""

    label: str
    share: float | None
    words: str


class Part(NamedTuple):
    """Rows below a heading, a sentence on what they count, and one on their bars, for who sees them."""

    heading: str
    rows: tuple[Row, ...]
    about: str = ""
    bars: str = ""


def draw_selection(console: Console, overview: Overview, shown: Selection, *, plain: bool = False) -> None:
    """Draw the page; ``plain``, or without letters for shades: in lines alone."""
    plain = plain or not has_letters(console, SHADES)
    for sentence in told(overview, shown):
        draw_lines(console, sentence)
    if plain:
        for line in week_lines(shown.calendar, overview.today):
            draw_lines(console, line)
    else:
        console.print()
        for line in heat_lines(shown.calendar, console.width):
            console.print(Text(line), soft_wrap=True)
        draw_lines(console, LEGEND)
    for part in parts(shown, overview.today):
        _draw_part(console, part, plain=plain)


def _draw_part(console: Console, part: Part, *, plain: bool) -> None:
    if plain:
        draw_lines(console, f"{part.heading}. {part.about}".rstrip())
        for row in part.rows:
            draw_lines(console, f"{row.label}: {row.words}")
        return
    console.print()
    draw_lines(console, part.heading, "bold")
    for sentence in filter(None, (part.about, part.bars)):
        draw_lines(console, sentence)
    cells = bar_cells(console) if console.width >= WIDE else bar_cells(console) // 2
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    if any(row.share is not None for row in part.rows):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in part.rows:
        drawn = () if len(table.columns) == len(("label", "words")) else (bar(row.share or 0.0, cells),)
        table.add_row(*map(Text, (row.label, *drawn, row.words)))
    console.print(table)


def told(overview: Overview, shown: Selection) -> Iterator[str]:
    """Yield what was chosen and what it comes to, in sentences."""
    yield _chosen(shown.chosen)
    yield standing.due(overview)
    yield standing.known(shown.known)
    yield totals_line(shown.totals)
    if shown.totals.recalled.out_of:
        yield f"True retention: {recalled_words(shown.totals.recalled)}."
    yield f"{standing.row_of_days(shown.streak)}."
    if shown.scores is not None:
        yield from standing_lines(Past((), (("Scores", shown.scores),), ()), overview.today)


def _chosen(chosen: Chosen) -> str:
    parts = [
        f"{name} {clean_line(', '.join(words))}"
        for name, words in (("bank", chosen.banks), ("tag", chosen.tags), ("kind", chosen.kinds))
        if words
    ]
    since = [] if chosen.since is None else [f"answers since {chosen.since.isoformat()}"]
    return f"Only {', '.join([*parts, *since])}:"


def totals_line(totals: Totals) -> str:
    """Return what the answers come to, raw and beyond luck."""
    if not totals.answers:
        return "There are no answers to these."
    apart = f" ({totals.apart:,} in exams or cram)" if totals.apart else ""
    said = f"{count(totals.answers, 'answer')}{apart} in {duration(totals.answering_ms)}"
    return f"{said}{points_words(totals.points, totals.corrected)}."


def points_words(found: Proportion, corrected: float | None) -> str:
    """Return ``; 86 % of 120 points, 82 % beyond luck``; empty for nothing counted."""
    if found.share is None:
        return ""
    luck = f", {_whole(corrected)} beyond luck" if corrected not in (None, found.share) else ""
    return f"; {percent(found.share)} of {count(found.out_of, 'point')}{luck}"


def _whole(share: float | None) -> str:
    share = share or 0.0
    return percent(share) if share >= 0 else f"-{percent(-share)}"


def recalled_words(found: Proportion, what: str = "recalled") -> str:
    """Return ``92 % of 120 recalled (86-96 %)``."""
    if found.share is None:
        return f"none {what}"
    return f"{percent(found.share)} of {found.out_of:,} {what} ({standing.spread(found.interval())})"


def parts(shown: Selection, today: date) -> Iterator[Part]:
    """Yield the parts that have rows."""
    found = (
        Part("By kind", tuple(map(_kind, shown.kinds)), bars="Bars: share of the points."),
        Part("By hour", _hours(shown), bars="Bars: number of answers."),
        Part(
            "True retention by week", _weeks(shown, today), "In brackets: where the true share likely lies."
        ),
        _foretold(shown),
        Part("Confidence against being right", _confidence(shown)),
        Part("Intervals of cards", _intervals(shown)),
        Part("Weakest cards", _weakest(shown), "The least likely to be recalled today."),
    )
    return (part for part in found if part.rows)


def _kind(row: KindRow) -> Row:
    words = points_words(row.points, row.corrected).removeprefix("; ") or count(row.answers, "answer")
    recalled = f"; {recalled_words(row.recalled)}" if row.recalled.out_of else ""
    return Row(row.kind.value, row.points.share, f"{words}; {duration(round(row.mean_ms))} each{recalled}")


def _hours(shown: Selection) -> tuple[Row, ...]:
    busiest = max((row.answers for row in shown.hours), default=0)
    return tuple(_hour(row, busiest) for row in shown.hours if row.answers)


def _hour(row: HourRow, busiest: int) -> Row:
    recalled = f", {recalled_words(row.recalled)}" if row.recalled.out_of else ""
    return Row(f"{row.hour:02}:00", row.answers / busiest, f"{count(row.answers, 'answer')}{recalled}")


def _weeks(shown: Selection, today: date) -> tuple[Row, ...]:
    weeks = [week for week in shown.weeks if week.recalled.out_of][-LATEST_WEEKS:]
    return tuple(
        Row(calendar_day(one.monday, today), one.recalled.share, recalled_words(one.recalled))
        for one in weeks
    )


def _confidence(shown: Selection) -> tuple[Row, ...]:
    return tuple(
        Row(SURE[one.confidence], one.right.share, recalled_words(one.right, "right"))
        for one in shown.confidence
    )


def _foretold(shown: Selection) -> Part:
    rows = tuple(
        Row(
            f"{one.low * WHOLE:.0f}-{one.high * WHOLE:.0f} %",
            one.recalled.share,
            f"foretold {percent(one.foretold)}, {recalled_words(one.recalled)}",
        )
        for one in shown.calibration
    )
    about = "" if shown.foresight is None else foresight_line(shown.foresight)
    return Part("Foretold against recalled", rows, about)


def foresight_line(found: Foresight) -> str:
    """Return whether memory is better or worse than was foretold, or neither beyond chance."""
    said = (
        f"Foretold {percent(found.foretold)} on average, recalled {percent(found.recalled)} "
        f"of {count(found.answers, 'answer')}"
    )
    if found.interval.holds(0.0):
        return f"{said}: no difference beyond chance."
    return f"{said}: memory is {'better' if found.surplus > 0 else 'worse'} than foretold."


def _intervals(shown: Selection) -> tuple[Row, ...]:
    most = max((one.number for one in shown.intervals), default=0)
    if not most:
        return ()
    return tuple(Row(_days(one), one.number / most, count(one.number, "card")) for one in shown.intervals)


def _days(one: Count) -> str:
    low, high = round(one.low), one.high
    if high is None:
        return f"{low} days on"
    last = round(high) - 1
    return count(low, "day") if last == low else f"{low}-{last} days"


def _weakest(shown: Selection) -> tuple[Row, ...]:
    return tuple(
        Row(
            percent(one.chance or 0.0),
            None,
            f"{clean_line(one.card)}: {clean_line(one.prompt)}"
            + (f" (forgotten {count(one.lapses, 'time')})" if one.lapses else ""),
        )
        for one in shown.weakest
    )
