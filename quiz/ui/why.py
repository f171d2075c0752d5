"""One card's life drawn with rich: its answers as a table, what they did, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from quiz.progress.life import Answer, Edited, Marked, Moved, Renamed
from quiz.review import Sign
from quiz.text import clean_line
from quiz.ui import why_plans, why_words
from quiz.ui.aside import cut
from quiz.ui.describe import MARKS, RATINGS
from quiz.ui.render import draw_labelled, draw_lines
from quiz.ui.words import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from quiz.progress.life import Event, Life

HEADINGS = ("day", "after", "recall", "rating", "stability", "difficulty", "comes back")
GAP = "  "
TERMS = (
    "recall: the predicted chance of knowing it; stability: days until that has fallen to 90 %; "
    "difficulty: 1 (easy) to 10"
)


class Row(NamedTuple):
    """A row of the table: cells in the order of ``HEADINGS``, or fewer and a text that takes the rest."""

    cells: tuple[str, ...]
    rest: str = ""


def draw_life(console: Console, life: Life, *, most: int | None) -> None:
    """Draw a card: its last ``most`` answers (None: all), their effect, the next date, each rating's."""
    draw_lines(console, clean_line(life.card), "dim")
    draw_lines(console, clean_line(life.prompt), "bold")
    draw_labelled(console, [("now", why_words.standing(life))])
    _draw_events(console, life, most)
    console.print()
    if life.newest is not None:
        draw_labelled(console, [("memory", why_words.newest_steps(life))])
    draw_labelled(console, (("next", line) for line in why_words.reasons(life)))
    draw_labelled(console, why_plans.standings(life))
    console.print()
    draw_lines(console, "If it were answered today", "bold")
    draw_labelled(
        console,
        ((RATINGS[rating], why_words.outcome(found, life.today)) for rating, found in life.outcomes.items()),
    )


def _draw_events(console: Console, life: Life, most: int | None) -> None:
    events, hidden = latest(life.events, most)
    if not life.events:
        return
    console.print()
    if hidden:
        draw_lines(console, f"{count(hidden, 'earlier answer')}; --all shows all.", "dim")
    answered = [*_rows(events)]
    widths = [max(map(cell_len, column)) for column in _columns(answered)]
    if sum(widths) + len(GAP) * (len(widths) - 1) <= console.width:
        _draw_table(console, answered, widths)
    else:
        _draw_stacked(console, answered)
    if life.newest is not None:
        draw_lines(console, TERMS, "dim")


def latest(events: Sequence[Event], most: int | None) -> tuple[Sequence[Event], int]:
    """Return the last ``most`` answers and what happened since the first of them; how many are left out."""
    places = [place for place, event in enumerate(events) if isinstance(event, Answer)]
    hidden = 0 if most is None else max(0, len(places) - most)
    return (events[places[hidden] :], hidden) if hidden else (events, 0)


def _columns(rows: Sequence[Row]) -> Iterator[list[str]]:
    for place, heading in enumerate(HEADINGS):
        yield [heading, *(row.cells[place] for row in rows if len(row.cells) > place)]


def _rows(events: Sequence[Event]) -> Iterator[Row]:
    for event in events:
        if isinstance(event, Answer):
            yield _answer_row(event)
            yield from (Row((), note) for note in why_words.notes(event))
        else:
            yield Row((event.day.isoformat(),), _happened(event))


def _answer_row(answer: Answer) -> Row:
    known = (
        answer.day.isoformat(),
        "first" if answer.elapsed_days is None else f"{answer.elapsed_days:,} d",
        "-" if answer.recall is None else percent(answer.recall),
        f"{MARKS[answer.verdict]} {RATINGS[answer.rating]}",
    )
    if answer.after is None:
        return Row(known, why_words.apart(answer))
    back = f"{answer.due_on} ({answer.interval_days:,} d)" if answer.interval_days else "same day"
    return Row((*known, *why_words.moved(answer.before, answer.after), back))


def _happened(event: Edited | Renamed | Marked | Moved) -> str:
    match event:
        case Edited():
            return "the answer was changed in the bank"
        case Renamed(old=old, new=new):
            return f"renamed from {clean_line(old)} to {clean_line(new)}"
        case Moved(interval_days=days, due_on=due_on):
            return f"moved to {due_on} ({days:,} d), to fit other parameters"
        case Marked(sign=Sign.BURIED, until=until):
            return "buried" if until is None else f"buried until {until}"
        case Marked(sign=sign, note=note):
            return f"{sign.value}: {cut(note)}" if note else sign.value


def _draw_table(console: Console, rows: Sequence[Row], widths: Sequence[int]) -> None:
    _draw_line(console, _padded(HEADINGS, widths), "dim")
    for row in rows:
        lead = _padded(row.cells, widths)
        if not row.rest:
            _draw_line(console, lead)
            continue
        filled = max(len(row.cells), 1)
        indent = sum(widths[:filled]) + filled * len(GAP)
        for number, line in enumerate(_broken(console, row.rest, indent)):
            begun = lead if number == 0 else ""
            _draw_line(console, f"{begun}{' ' * (indent - cell_len(begun))}{line}")


def _draw_stacked(console: Console, rows: Sequence[Row]) -> None:
    """Draw each row as lines of few words, for a narrow terminal."""
    for row in rows:
        lines = [*_stacked(row)]
        for number, line in enumerate(lines):
            indent = "" if number == 0 and row.cells else GAP
            for piece in _broken(console, line, len(GAP)):
                _draw_line(console, f"{indent}{piece}")
                indent = GAP


def _stacked(row: Row) -> Iterator[str]:
    if len(row.cells) <= 1:
        yield GAP.join((*row.cells, row.rest))
        return
    day, after, recall, rating, *moved = row.cells
    yield f"{day}  {rating}, " + ("first answer" if recall == "-" else f"after {after}, recall {recall}")
    if row.rest:
        yield row.rest
    else:
        stability, difficulty, back = moved
        yield f"stability {stability}, difficulty {difficulty}"
        yield f"comes back {back}" if back[0].isdigit() else f"comes back on the {back}"


def _broken(console: Console, text: str, indent: int) -> list[str]:
    return [row.plain.rstrip() for row in Text(text).wrap(console, max(console.width - indent, 1))]


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (f"{cell}{' ' * (width - cell_len(cell))}" for cell, width in zip(cells, widths, strict=False))
    return GAP.join(padded).rstrip()


def _draw_line(console: Console, line: str, style: str = "") -> None:
    console.print(Text(line.rstrip(), style=style), soft_wrap=True)
