"""The plots of the report: from figures to marks. Each has a table that says the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.ui.report.axes import LEFT, TOP, Frame, below, grid, steps
from quiz.ui.report.marks import Box, Dot, Label, Line, Path, Plot, Table
from quiz.ui.words import count, percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from quiz.progress.calendar import DayCell, WeekRow
    from quiz.progress.calibration import ChanceRow, ConfidenceRow
    from quiz.progress.histogram import Count
    from quiz.progress.proportion import Proportion
    from quiz.progress.tallies import HourRow, KindRow
    from quiz.ui.report.marks import Mark

CELL, GAP = 10.0, 2.0
DAY_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
LOWEST_SHARE = 0.5
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
ALL_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
BAR = 0.8
"""How much of its place a bar takes."""


def calendar(weeks: Sequence[Sequence[DayCell]]) -> Plot:
    """Draw a year of days, a column for each week; darker days have more answers."""
    left, top = 32.0, 16.0
    marks: list[Mark] = [
        Label(left - 4, top + (row + 0.8) * (CELL + GAP), name, "end") for row, name in enumerate(DAY_NAMES)
    ]
    for column, week in enumerate(weeks):
        x = left + column * (CELL + GAP)
        if week[0].day.day <= len(DAY_NAMES) and column + 2 < len(weeks):
            marks.append(Label(x, top - 5, f"{week[0].day:%b}", "start"))
        for cell in week:
            y = top + cell.day.weekday() * (CELL + GAP)
            says = f"{cell.day.isoformat()}: {count(cell.answers, 'answer')}"
            marks.append(Box(x, y, CELL, CELL, f"level{cell.level}", says))
    days = [cell for week in weeks for cell in week if cell.answers]
    total = sum(cell.answers for cell in days)
    return Plot(
        "calendar",
        "The year",
        f"{count(total, 'answer')} on {count(len(days), 'day')} of the last {count(len(weeks), 'week')}.",
        left + len(weeks) * (CELL + GAP),
        top + len(DAY_NAMES) * (CELL + GAP),
        tuple(marks),
        Table(("Day", "Answers"), tuple((cell.day.isoformat(), f"{cell.answers:,}") for cell in days)),
    )


def retention(weeks: Sequence[WeekRow], desired: float) -> Plot:
    """Draw true retention of each week with its 95 % interval, beside the desired retention."""
    frame = Frame(LOWEST_SHARE, 1.0)
    told = [(place, week) for place, week in enumerate(weeks) if week.recalled.out_of]
    xs = [(frame.x(place, len(weeks)), week.recalled) for place, week in told]
    marks: list[Mark] = [*grid(frame, SHARES, percent)]
    if xs:
        upper = [(x, frame.y(recalled.interval().high)) for x, recalled in xs]
        lower = [(x, frame.y(recalled.interval().low)) for x, recalled in reversed(xs)]
        marks += [Path((*upper, *lower), "band"), Path(tuple((x, frame.y(_share(r))) for x, r in xs), "line")]
        marks += [
            Dot(x, frame.y(_share(r)), 3, "dot", f"{percent(_share(r))} of {r.out_of:,}") for x, r in xs
        ]
    y = frame.y(desired)
    marks += [Line(LEFT, y, frame.at(1), y, "wish"), Label(frame.at(1), y - 4, "desired", "end")]
    marks += below(frame, [f"{week.monday:%d %b}" for week in weeks])
    return Plot(
        "retention",
        "True retention by week",
        f"Of the answers to cards that came back after days, the share recalled; "
        f"desired are {percent(desired)}. "
        "The band holds the true share 95 times in 100.",
        frame.width,
        frame.height,
        tuple(marks),
        Table(
            ("Week from", "Recalled", "Asked", "Share", "95 % interval"),
            tuple((week.monday.isoformat(), *_cells(week.recalled)) for _, week in told),
        ),
    )


def forecast(coming: Sequence[tuple[date, int]]) -> Plot:
    """Draw how many cards come due on each day ahead."""
    bars = [(f"{day:%d %b}", number, f"{day.isoformat()}: {count(number, 'card')}") for day, number in coming]
    marks, frame = _bars(bars)
    total = sum(number for _, number in coming)
    return Plot(
        "forecast",
        "What comes back",
        f"{count(total, 'card')} due within {count(len(coming), 'day')}, if nothing is answered; "
        "today has the overdue as well.",
        frame.width,
        frame.height,
        marks,
        Table(("Day", "Cards due"), tuple((day.isoformat(), f"{number:,}") for day, number in coming)),
    )


def days_histogram(name: str, title: str, about: str, counts: Sequence[Count]) -> Plot:
    """Draw how many cards lie in which range of days."""
    return _histogram(name, title, about, [(_days(one), one.number) for one in counts], "Days")


def chances(counts: Sequence[Count], about: str) -> Plot:
    """Draw how many cards have which chance of recall today."""
    ranges = [(f"{one.low * 100:.0f}-{(one.high or 1.0) * 100:.0f}", one.number) for one in counts]
    return _histogram("chances", "Chance of recall today", about, ranges, "Chance in %")


def calibration(rows: Sequence[ChanceRow], about: str) -> Plot:
    """Draw the share recalled over the chance that was foretold; on the slanted line both are equal."""
    frame = Frame(0.0, 1.0, height=300.0)
    marks: list[Mark] = [*grid(frame, ALL_SHARES, percent)]
    marks += [Label(frame.at(share), frame.height - 8, percent(share)) for share in ALL_SHARES]
    marks.append(Line(frame.at(0), frame.y(0), frame.at(1), frame.y(1), "wish"))
    for row in rows:
        x, interval = frame.at(row.foretold), row.recalled.interval()
        marks.append(Line(x, frame.y(interval.low), x, frame.y(interval.high), "whisker"))
        says = f"foretold {percent(row.foretold)}, recalled {percent(_share(row.recalled))}"
        marks.append(Dot(x, frame.y(_share(row.recalled)), 4, "dot", f"{says} of {row.recalled.out_of:,}"))
    return Plot(
        "calibration",
        "Foretold and recalled",
        about,
        frame.width,
        frame.height,
        tuple(marks),
        Table(
            ("Chance", "Foretold", "Recalled", "Asked", "Share", "95 % interval"),
            tuple(
                (f"{percent(row.low)}-{percent(row.high)}", percent(row.foretold), *_cells(row.recalled))
                for row in rows
            ),
        ),
    )


def confidence(rows: Sequence[ConfidenceRow]) -> Plot:
    """Draw how often answers were right by how sure the learner had been."""
    named = [(row.confidence.name.replace("_", " ").lower(), row.right) for row in rows]
    return _shares(
        "confidence", "Sure and right", "Right first answers by how sure you said you were.", named
    )


def kinds(rows: Sequence[KindRow]) -> Plot:
    """Draw how much was recalled by kind of question; the table has points and times as well."""
    drawn = _shares(
        "kinds",
        "By kind of question",
        "The share recalled of cards that came back after days. Points without luck are those beyond what "
        "blind picks would bring.",
        [(row.kind.value, row.recalled) for row in rows],
    )
    cells = tuple(
        (
            row.kind.value,
            f"{row.answers:,}",
            percent(row.points.share) if row.points.share is not None else "-",
            percent(row.corrected) if row.corrected is not None else "-",
            percent(row.recalled.share) if row.recalled.share is not None else "-",
            f"{row.mean_ms / 1000:.1f} s",
        )
        for row in rows
    )
    heads = ("Kind", "Answers", "Points", "Points without luck", "Recalled", "Mean time")
    return drawn._replace(table=Table(heads, cells))


def hours(rows: Sequence[HourRow]) -> Plot:
    """Draw how many answers were given in each hour of the day."""
    bars = [(f"{row.hour}", row.answers, f"{row.hour}:00: {count(row.answers, 'answer')}") for row in rows]
    marks, frame = _bars(bars)
    cells = tuple(
        (
            f"{row.hour:02}:00",
            f"{row.answers:,}",
            f"{row.answering_ms / 60_000:.1f}",
            *_cells(row.recalled)[:3],
        )
        for row in rows
        if row.answers
    )
    return Plot(
        "hours",
        "By hour of the day",
        "Answers by the clock where they were given; the figures have the minutes too.",
        frame.width,
        frame.height,
        marks,
        Table(("Hour", "Answers", "Minutes", "Recalled", "Asked", "Share"), cells),
    )


def _histogram(name: str, title: str, about: str, ranges: Sequence[tuple[str, int]], head: str) -> Plot:
    marks, frame = _bars([(text, number, f"{text}: {count(number, 'card')}") for text, number in ranges])
    rows = tuple((text, f"{number:,}") for text, number in ranges)
    return Plot(name, title, about, frame.width, frame.height, marks, Table((head, "Cards"), rows))


def _shares(name: str, title: str, about: str, shares: Sequence[tuple[str, Proportion]]) -> Plot:
    """Draw shares as bars that lie, each with its 95 % interval."""
    left, row_height, width = 90.0, 26.0, 520.0
    room = width - left - 125.0
    marks: list[Mark] = []
    for row, (text, share) in enumerate(shares):
        y = TOP + row * row_height
        marks.append(Label(left - 8, y + 13, text, "end"))
        if not share.out_of:
            marks.append(Label(left, y + 13, "nothing to count", "start"))
            continue
        low, high = share.interval()
        middle = y + row_height / 2 - 3
        marks += [
            Box(left, y, _share(share) * room, row_height - 6, "bar", f"{text}: {percent(_share(share))}"),
            Line(left + low * room, middle, left + high * room, middle, "whisker"),
            Label(left + room + 8, y + 13, f"{percent(_share(share))} of {share.out_of:,}", "start"),
        ]
    rows = tuple((text, *_cells(share)) for text, share in shares)
    height = TOP + max(len(shares), 1) * row_height
    table = Table(("", "Right", "Counted", "Share", "95 % interval"), rows)
    return Plot(name, title, about, width, height, tuple(marks), table)


def _bars(bars: Sequence[tuple[str, int, str]]) -> tuple[tuple[Mark, ...], Frame]:
    """Return bars that stand, from what stands below each, how high it is, and what it says."""
    ticks = steps(max((number for _, number, _ in bars), default=0))
    frame = Frame(0.0, ticks[-1])
    marks: list[Mark] = [*grid(frame, ticks, lambda value: f"{value:,.0f}")]
    place = frame.inner / max(len(bars), 1)
    for column, (_, number, says) in enumerate(bars):
        x, y = frame.x(column, len(bars)) - place * BAR / 2, frame.y(number)
        marks.append(Box(x, y, place * BAR, frame.floor - y, "bar", says))
    marks += below(frame, [text for text, _, _ in bars])
    return tuple(marks), frame


def _days(one: Count) -> str:
    if one.high is None:
        return f"{one.low:.0f}+"
    return f"{one.low:.0f}" if one.high - one.low == 1 else f"{one.low:.0f}-{one.high - 1:.0f}"


def _share(share: Proportion) -> float:
    return share.share or 0.0


def _cells(share: Proportion) -> tuple[str, str, str, str]:
    """Return hits, what was counted, share and interval as cells."""
    if share.share is None:
        return "0", "0", "-", "-"
    low, high = share.interval()
    return f"{share.hits:g}", f"{share.out_of:,}", percent(share.share), f"{percent(low)} to {percent(high)}"
