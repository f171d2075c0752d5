"""What is said of questions that may be at fault: what the matter is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.progress.discrimination import By, Discrimination, Untold
from quiz.progress.faults import FEWEST, Fault
from quiz.question import Kind, MatchQuestion
from quiz.ui.aside import cut
from quiz.ui.words import WHOLE, count, duration, percent, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.progress.distractors import MixUp, OptionShare
    from quiz.progress.faults import Finding
    from quiz.progress.item_list import Judged
    from quiz.progress.items import Item
    from quiz.progress.proportion import Interval, Proportion

SHORT = {
    Fault.WRONG_KEY: "key right?",
    Fault.AMBIGUOUS: "ambiguous?",
    Fault.OVERRULED: "overruled",
    Fault.HARDER: "harder",
    Fault.BACKWARDS: "backwards",
    Fault.ACCEPT: "accept?",
    Fault.FLAGGED: "flagged",
    Fault.LEECH: "leech",
    Fault.TOO_EASY: "too easy",
    Fault.DEAD_OPTIONS: "dead options",
}
"""A finding in the table."""

FEW = "few answers"
MOST_NAMED = 5
MOST_MIXED, MOST_TYPED = 5, 5
_UNTOLD = {
    Untold.FEW: "cannot be told: that needs ten learners, or 20 foretold answers on days with others",
    Untold.STEADY: "cannot be told: the days do not differ by more than chance",
    Untold.ALIKE: "cannot be told: all did the same",
}


def sentences(item: Item, finding: Finding) -> tuple[str, str]:
    """Return what is the matter, and what to do about it."""
    about = tuple(cut(text) for text in finding.about)
    times, out_of = finding.times, finding.out_of
    match finding.fault:
        case Fault.WRONG_KEY:
            return (
                f'In {times} of {count(out_of, "answer")} "{about[0]}" was picked, not "{about[1]}".',
                "Is the key right? If it is, say in the prompt what tells the two apart.",
            )
        case Fault.AMBIGUOUS:
            return (
                f'"{about[0]}" and "{about[1]}" take turns, the wrong one in {times} of {out_of} answers.',
                "Are both right, or does the prompt leave it open? Make it say what is meant.",
            )
        case Fault.OVERRULED:
            return (
                f"Overruled {times} of the {count(out_of, 'time')} that it was not found right.",
                "Accept what is right too, or make the prompt say what has to be answered.",
            )
        case Fault.HARDER:
            return (
                f"Harder than memory explains: recalled {times} of {count(out_of, 'time')}{_expected(item)}.",
                "Split it in two, give it a hint, or ask for one thing only.",
            )
        case Fault.BACKWARDS:
            return _backwards(item)
        case _:
            return _of_counts(item, finding, about)


def _of_counts(item: Item, finding: Finding, about: tuple[str, ...]) -> tuple[str, str]:
    times, out_of = finding.times, finding.out_of
    match finding.fault:
        case Fault.ACCEPT:
            accepts = item.subject.card.question.kind in (Kind.TEXT, Kind.CLOZE)
            do = "Accept it, or say" if accepts else "If it is right the answer has to change; else say"
            return f'"{about[0]}" was typed {times} times.', f"{do} in the prompt what it leaves out."
        case Fault.FLAGGED:
            notes = "; ".join(filter(None, about))
            return (f"Flagged: {notes}." if notes else "Flagged."), "Mend it, then `quiz flags --done` it."
        case Fault.LEECH:
            return (
                f"A leech: forgotten {times} times in {count(out_of, 'answer')}.",
                "Split it in two, or give it a hint.",
            )
        case Fault.TOO_EASY:
            right = "Always right, in" if times == out_of else f"Right {times:,} times in"
            return (
                f"{right} {count(out_of, 'answer')}: that is more than memory explains.",
                "Too easy, or it gives itself away: ask for more, or leave it out.",
            )
        case _:
            named = ", ".join(f'"{text}"' for text in about[:MOST_NAMED])
            return (
                f"Never picked: {named}, in {count(out_of, 'answer')} with {count(times, 'wrong pick')}.",
                "Write a better one, or leave it out: three options are enough.",
            )


def _expected(item: Item) -> str:
    chances = item.recalls
    likely = sum(chance for chance, _ in chances) / len(chances) if chances else 0.0
    return f", {percent(likely)} was to be expected"


def _backwards(item: Item) -> tuple[str, str]:
    by_days = isinstance(item.discrimination, Discrimination) and item.discrimination.by is By.DAYS
    who = "It goes worse on days that go well" if by_days else "Those who know more do worse on it"
    return f"{who}: {discrimination(item)}.", "Is the key right, and does it ask what it means to?"


def short(judged: Judged) -> str:
    """Return what was found in a few words; that answers are few where nothing can be."""
    found = ", ".join(SHORT[one.fault] for one in judged.findings)
    if found or judged.item.facility.out_of >= FEWEST:
        return found
    return FEW if judged.item.facility.out_of else "never asked"


def share(of: Proportion) -> str:
    """Return a share in per cent; a dash where nothing was counted."""
    return "-" if of.share is None else percent(of.share)


def between(interval: Interval) -> str:
    """Return an interval of shares, ``47-91 %``."""
    return f"{round(interval.low * WHOLE)}-{percent(interval.high)}"


def surplus(item: Item) -> str:
    """Return recalled less foretold in points of a hundred, ``-12``; a dash without any."""
    return "-" if item.recall is None else f"{item.recall.surplus * WHOLE:+.0f}"


def surplus_between(item: Item) -> str:
    """Return the interval of recalled less foretold, ``-20 to +3``; a dash without any."""
    if item.recall is None:
        return "-"
    low, high = item.recall.interval
    return f"{low * WHOLE:+.0f} to {high * WHOLE:+.0f}"


def correlation(item: Item) -> str:
    """Return discrimination as a number; a dash where it cannot be told."""
    found = item.discrimination
    return f"{found.correlation.value:+.2f}" if isinstance(found, Discrimination) else "-"


def discrimination(item: Item) -> str:
    """Return discrimination in words, or why it cannot be told."""
    found = item.discrimination
    if not isinstance(found, Discrimination):
        return _UNTOLD[found]
    low, high = found.correlation.interval
    who = {By.DAYS: "answers on days with others", By.LEARNERS: "learners"}[found.by]
    return f"{found.correlation.value:+.2f} ({low:+.2f} to {high:+.2f}), over {found.correlation.pairs} {who}"


def time(item: Item) -> str:
    """Return the median time; a dash without answers."""
    return "-" if item.median_ms is None else duration(round(item.median_ms))


def figures(item: Item) -> Iterator[tuple[str, str]]:
    """Yield all figures of a question, as labels and words."""
    number = item.facility.out_of
    yield "asked", f"{count(item.answers, 'answer')}, {number:,} of them the first in a sitting{_whose(item)}"
    if item.earlier:
        verb = "counts" if item.earlier == 1 else "count"
        yield "", f"{count(item.earlier, 'answer')} before it was changed {verb} nowhere"
    if number:
        small = f"; fewer than {FEWEST}: nothing is said of it" if number < FEWEST else ""
        of = f"{points(item.facility.hits)} of {count(number, 'point')}"
        yield "points", f"{of}, {share(item.facility)} ({between(item.facility.interval())}){small}"
        yield "", f"{percent(item.shrunk)} when drawn to others of its kind"
    if item.recall is not None:
        seen = f"{percent(item.recall.recalled)} of {count(item.recall.answers, 'answer')}"
        yield "recalled", f"{seen}, {percent(item.recall.foretold)} was foretold"
        yield "", f"that is {surplus(item)} in a hundred ({surplus_between(item)})"
    yield "divides", discrimination(item)
    if number:
        yield "time", f"{time(item)} (median)"
        yield "hints", f"in {round(item.hinted.hits)} of {count(number, 'answer')}"
        raised, missed = item.raised
        yield "overrule", f"{round(raised)} of the {count(missed, 'time')} that it was not found right"
    yield "lapses", f"forgotten {count(item.subject.lapses, 'time')}"
    yield from (("options", option(one)) for one in item.options)
    yield from (("mixed up", mix_up(item, one)) for one in item.mix_ups[:MOST_MIXED])
    for one in item.typed[:MOST_TYPED]:
        over = f", {one.raised} overruled" if one.raised else ""
        yield "typed", f"{cut(one.text)}: {count(one.times, 'time')}{over}"
    if item.empty:
        yield "empty", f"{count(item.empty, 'answer')} in which nothing was given"


def _whose(item: Item) -> str:
    return f", of {count(item.learners, 'learner')}" if item.learners > 1 else ""


def option(one: OptionShare) -> str:
    """Return how often an option was picked."""
    of = f"{round(one.picked.hits)} of {count(one.picked.out_of, 'answer')}"
    if one.is_right:
        return f"{cut(one.text)} (right): {of}"
    wrong = f", {share(one.of_wrong)} of the wrong picks" if one.of_wrong.out_of else ""
    return f"{cut(one.text)}: {of}{wrong}"


def mix_up(item: Item, mixed: MixUp) -> str:
    """Return what was taken for what, and how often."""
    times = count(mixed.times, "time")
    if isinstance(item.subject.card.question, MatchQuestion):
        return f'{cut(mixed.at)}: "{cut(mixed.right)}" is taken for "{cut(mixed.taken)}", {times}'
    if item.subject.card.question.kind is Kind.ORDER:
        return f'"{cut(mixed.taken)}" is put before "{cut(mixed.right)}", {times}'
    return f'"{cut(mixed.right)}" is taken for "{cut(mixed.taken)}", {times}'
