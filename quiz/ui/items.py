"""Questions and how good they are: a table with the worst first, what was found, one of them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.faults import FEWEST
from quiz.text import clean_line
from quiz.ui import item_words
from quiz.ui.aside import Listed, cut, draw_listed
from quiz.ui.words import count, points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from quiz.card import Card
    from quiz.progress.item_list import Judged

SHOWN = 20
"""So many questions are listed, and so many of them with their findings, unless all are asked for."""

MOST_MIXED, MIXED_TIMES = 5, 2
"""So many mix-ups are told, of those that came so often."""

WIDE, NARROW = 100, 70
NOTHING = "No question fits."
CHANCE = "Of findings of one sort that chance could feign, at most 5 in 100 are expected to be false."


class Page(NamedTuple):
    """What is drawn: all questions, the worst first, and how many of them are listed."""

    judged: tuple[Judged, ...]
    place: Callable[[Card], str]
    """Gives ``file:line`` of a card."""

    everything: bool = False

    @property
    def listed(self) -> tuple[Judged, ...]:
        """What stands in the table: all, or the worst of those that were asked."""
        if self.everything:
            return self.judged
        return tuple(one for one in self.judged if one.item.answers or one.findings)[:SHOWN]


def draw_items(console: Console, page: Page) -> None:
    """Draw the table, then what was found, then mix-ups and what the figures leave out."""
    from quiz.ui.render import draw_lines  # noqa: PLC0415 - lines need no rich

    if page.listed:
        _draw_table(console, page.listed)
        console.print()
    draw_listed(console, (_found(page, one) for one in page.listed if one.findings))
    for line in (*_mixed(page.judged), *notes(page)):
        draw_lines(console, line)


def item_lines(page: Page) -> Iterator[str]:
    """Yield the same for a screen reader: a line for each question, each finding and each mix-up."""
    for one in page.listed:
        yield f"{clean_line(one.item.name)}: {_in_words(one)}"
    for one in page.listed:
        for finding in one.findings:
            what = " ".join(item_words.sentences(one.item, finding))
            yield f"finding: {page.place(one.item.subject.card)}: {clean_line(one.item.name)}: {what}"
    yield from _mixed(page.judged)
    yield from notes(page)


def draw_item(console: Console, page: Page) -> None:
    """Draw each question of the page in full."""
    from quiz.ui.render import draw_lines  # noqa: PLC0415 - lines need no rich

    draw_listed(console, (full(page, one) for one in page.judged))
    if not page.judged:
        draw_lines(console, NOTHING)


def full_lines(page: Page) -> Iterator[str]:
    """Yield each question in full for a screen reader."""
    if not page.judged:
        yield NOTHING
    for one in page.judged:
        told = full(page, one)
        yield clean_line(f"{told.place}: {told.name}")
        label = ""
        for said, text in told.rows:
            label = said or label
            yield f"{label}: {text.strip()}"


def full(page: Page, one: Judged) -> Listed:
    """Return all that is known of one question."""
    card = one.item.subject.card
    asks = (("asks", cut(card.prompt)), ("right", cut(card.right)))
    return Listed(
        page.place(card), one.item.name, (*asks, *item_words.figures(one.item), *_finding_rows(one))
    )


def notes(page: Page) -> Iterator[str]:
    """Yield what the figures leave out, and how far they can be trusted."""
    judged, listed = page.judged, page.listed
    if not judged:
        yield NOTHING
        return
    asked = [one for one in judged if one.item.answers]
    found = sum(bool(one.findings) for one in judged)
    yield f"{count(len(judged), 'card')}, {len(asked):,} answered, {found:,} with findings."
    if len(listed) < len(judged):
        yield f"The worst {len(listed):,} are listed; `--all` lists all." if listed else "`--all` lists all."
    few = sum(one.item.facility.out_of < FEWEST for one in asked)
    if few:
        which = "It has" if few == 1 == len(asked) else f"{few:,} of them {'has' if few == 1 else 'have'}"
        yield f"{which} fewer than {FEWEST} first answers: too few for a verdict."
    if any(finding.p is not None for one in judged for finding in one.findings):
        yield CHANCE
    earlier = sum(one.item.earlier for one in judged)
    if earlier:
        yield f"Left out: {count(earlier, 'answer')} from before the question was changed."


def _draw_table(console: Console, listed: Sequence[Judged]) -> None:
    from rich.table import Table  # noqa: PLC0415 - a screen reader needs no tables
    from rich.text import Text  # noqa: PLC0415 - likewise

    wide, narrow = console.width >= WIDE, console.width < NARROW
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("card", overflow="fold", min_width=8)
    for heading in ("asked", "points"):
        table.add_column(heading, justify="right", no_wrap=True)
    if not narrow:
        for heading in ("95 % between", "recall", "time"):
            table.add_column(heading, justify="right", no_wrap=True)
    if wide:
        for heading in ("divides", "hints"):
            table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("findings", overflow="fold", min_width=10)
    for one in listed:
        table.add_row(*map(Text, _cells(one, wide=wide, narrow=narrow)))
    console.print(table)


def _cells(one: Judged, *, wide: bool, narrow: bool) -> tuple[str, ...]:
    item = one.item
    asked = bool(item.facility.out_of)
    cells = [clean_line(item.name), f"{item.facility.out_of:,}", item_words.share(item.facility)]
    if not narrow:
        sure = item_words.between(item.facility.interval()) if asked else "-"
        cells += [sure, item_words.surplus(item), item_words.time(item)]
    if wide:
        cells += [item_words.correlation(item), item_words.share(item.hinted)]
    return (*cells, item_words.short(one))


def _in_words(one: Judged) -> str:
    item = one.item
    if not item.facility.out_of:
        return "never asked"
    sure = item_words.between(item.facility.interval())
    told = [
        f"asked {count(item.facility.out_of, 'time')}",
        f"{points(item.facility.hits)} points, {item_words.share(item.facility)} (between {sure})",
        f"half within {item_words.time(item)}",
    ]
    if item.recall is not None:
        told.append(f"recalled less foretold {item_words.surplus(item)} ({item_words.surplus_between(item)})")
    return ", ".join([*told, *filter(None, [item_words.short(one)])])


def _found(page: Page, one: Judged) -> Listed:
    card = one.item.subject.card
    return Listed(page.place(card), one.item.name, (("asks", cut(card.prompt)), *_finding_rows(one)))


def _finding_rows(one: Judged) -> tuple[tuple[str, str], ...]:
    told = (item_words.sentences(one.item, finding) for finding in one.findings)
    return tuple(row for says, do in told for row in (("found", says), ("do", do)))


def _mixed(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the commonest mix-ups of all questions."""
    found = [(one.item, mixed) for one in judged for mixed in one.item.mix_ups if mixed.times >= MIXED_TIMES]
    found.sort(key=lambda pair: -pair[1].times)
    for item, mixed in found[:MOST_MIXED]:
        yield f"mixed up: {clean_line(item.name)}: {item_words.mix_up(item, mixed)}"
