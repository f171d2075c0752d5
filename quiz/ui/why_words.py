"""Sentences on one card's memory: what the newest answers did to it, and why it comes when it does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quiz.review import Confidence, Rating, Verdict
from quiz.ui.aside import aside_words
from quiz.ui.describe import RATINGS
from quiz.ui.why_plans import early, waits_for_plan
from quiz.ui.words import calendar_day, count, on_day, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.progress.life import Answer, Life, Neighbour, Outcome, Queued, Reckoned
    from quiz.review import Memory

MOST_STEPS = 3
"""So many answers of the newest day are put into words."""

NEARLY = 0.05
"""An interval of a day at which the chance is lower than desired by more is one only as there is no less."""

TINY, LARGE = 0.95, 99.95
_LATER = {
    Verdict.NEAR: "for a near answer",
    Verdict.PARTLY: "as it was partly right",
    Verdict.WRONG: "as it was wrong",
}
_HOW = {Rating.HARD: " with effort (hard)", Rating.EASY: " easily (easy)"}
_GROWTH = {
    Rating.HARD: "; hard takes only a part of that growth",
    Rating.EASY: "; easy takes a multiple of that growth",
}
_SURE = {Confidence.GUESSING: "as it was guessed", Confidence.THINK_SO: "as it was not quite sure"}


def amount(value: float) -> str:
    """Return days of stability, or a difficulty, with as many digits as say something."""
    if value < TINY:
        return f"{value:.2g}"
    return f"{value:.1f}" if value < LARGE else f"{value:,.0f}"


def moved(before: Memory | None, after: Memory) -> tuple[str, str]:
    """Return stability and difficulty as ``9.1 → 31.2``; what there was not is left out."""
    if before is None:
        return amount(after.stability), amount(after.difficulty)
    return (
        f"{amount(before.stability)} → {amount(after.stability)}",
        f"{amount(before.difficulty)} → {amount(after.difficulty)}",
    )


def standing(life: Life) -> str:
    """Return the state, the memory in figures, and the chance of recall today."""
    if life.state is None:
        return "new: never answered" if not life.answers else "new: no answer counts"
    memory = life.state.memory
    return (
        f"{life.state.state.value}; recall today {percent(life.recall or 0.0)}, "
        f"stability {amount(memory.stability)} days, difficulty {amount(memory.difficulty)}"
    )


def newest_steps(life: Life) -> str:
    """Return what the answers of the newest day did to memory, and the inputs of the formula."""
    counted = [answer for answer in life.answers if answer.counts]
    steps = [answer for answer in counted if answer.day == counted[-1].day][-MOST_STEPS:]
    return " ".join(filter(None, (_step(answer) for answer in steps)))


def _step(answer: Answer) -> str:
    if answer.after is None:
        return ""
    if answer.before is None or answer.recall is None:
        return (
            f"Its first answer was rated {RATINGS[answer.rating]}: so stability begins at "
            f"{amount(answer.after.stability)} days and difficulty at {amount(answer.after.difficulty)}."
        )
    if not answer.elapsed_days:
        return _same_day(answer, answer.before, answer.after)
    told = _forgotten if answer.rating is Rating.AGAIN else _recalled
    return told(answer, answer.before, answer.after)


def _same_day(answer: Answer, before: Memory, after: Memory) -> str:
    """Return what the short-term rule did, which looks at rating and stability alone."""
    how = "not known" if answer.rating is Rating.AGAIN else f"rated {RATINGS[answer.rating]}"
    return (
        f"Asked once more on the same day, it was {how}: by the rule for one day, which looks at rating and "
        f"stability, the {_goes('stability', before.stability, after.stability, ' days')} and the "
        f"{_goes('difficulty', before.difficulty, after.difficulty)}."
    )


def _recalled(answer: Answer, before: Memory, after: Memory) -> str:
    times = after.stability / before.stability
    return (
        f"It was remembered{_HOW.get(answer.rating, '')} after {_days(answer)}, when the chance was "
        f"{percent(answer.recall or 0.0)}: so the "
        f"{_goes('stability', before.stability, after.stability, ' days')}, {times:.1f} times as long. It "
        "grows the more, the lower the chance had fallen, the less stable it was, and the easier the card is "
        f"(difficulty {amount(before.difficulty)} of 10){_GROWTH.get(answer.rating, '')}. By this rating the "
        f"{_goes('difficulty', before.difficulty, after.difficulty)}."
    )


def _forgotten(answer: Answer, before: Memory, after: Memory) -> str:
    return (
        f"It was forgotten after {_days(answer)}, when the chance of recall was "
        f"{percent(answer.recall or 0.0)}: so the "
        f"{_goes('stability', before.stability, after.stability, ' days')}. What is left follows from how "
        f"stable it was, the chance, and the difficulty ({amount(before.difficulty)} of 10). By this rating "
        f"the {_goes('difficulty', before.difficulty, after.difficulty)}."
    )


def _days(answer: Answer) -> str:
    return count(answer.elapsed_days or 0, "day")


def _goes(what: str, before: float, after: float, unit: str = "") -> str:
    if amount(before) == amount(after):
        return f"{what} stays at {amount(after)}{unit}"
    return f"{what} {'grows' if after > before else 'falls'} from {amount(before)} to {amount(after)}{unit}"


def reasons(life: Life) -> Iterator[str]:
    """Yield why the card comes when it does, step by step, each as sentences."""
    yield from early(life)
    if life.reckoned is not None:
        yield _interval(life.reckoned, life.today)
        yield from _given(life.reckoned, life.today)
    elif life.state is not None:
        yield "The newest answer was again: such a card is asked on the same day until it is right once."
    if life.edited_on is not None:
        yield (
            f"Its answer was changed in the bank: so it is due from {on_day(life.edited_on, life.today)} on, "
            "with the memory that it has, until it is answered as it reads now."
        )
    yield _comes(life)


def _interval(reckoned: Reckoned, today: date) -> str:
    days, desired = count(reckoned.interval_days, "day"), percent(reckoned.desired_retention)
    begun = f"Interval: {days} from {on_day(reckoned.given_on, today)}"
    if reckoned.recall < reckoned.desired_retention - NEARLY and reckoned.interval_days == 1:
        return f"{begun}, the least there is; the chance of recall is {percent(reckoned.recall)} by then."
    about = "" if percent(reckoned.recall) == desired else f" ({percent(reckoned.recall)} on that very day)"
    return f"{begun}: by then the chance of recall has fallen to the desired {desired}{about}."


def _given(reckoned: Reckoned, today: date) -> Iterator[str]:
    given = f"Given: {count(reckoned.given_days, 'day')}"
    if reckoned.moved_on is not None:
        moved_on = on_day(reckoned.moved_on, today)
        given = f"{given}, to which the date was moved {moved_on} to fit other parameters"
    if not reckoned.fits:
        yield f"{given}, by what held then; by today's settings it would be {_range(reckoned)}."
    elif len(reckoned.days) == 1:
        yield f"{given}; it is not spread over the days around it."
    else:
        yield f"Fuzz: any of {_range(reckoned)}, so that cards learnt together part. {given}."
        if reckoned.balance and reckoned.moved_on is None:
            yield from _balance(reckoned)


def _range(reckoned: Reckoned) -> str:
    numbers = [(one.day - reckoned.given_on).days for one in reckoned.days]
    if len(numbers) == 1:
        return count(numbers[0], "day")
    return f"{numbers[0]} to {count(numbers[-1], 'day')}"


def _balance(reckoned: Reckoned) -> Iterator[str]:
    """Yield what stands on the day and on the others; the log does not say what stood there then."""
    own = next(one for one in reckoned.days if (one.day - reckoned.given_on).days == reckoned.given_days)
    others = [one for one in reckoned.days if one is not own]
    yield (
        "Balance: the day of these with the fewest siblings, then the least to do. As the days stand now, "
        f"{_crowd(own.cards, [one.cards for one in others])}{_siblings(own, others)}."
    )
    easy = sorted({f"{one.day:%A}s {percent(one.share)}" for one in reckoned.days if one.share < 1.0})
    if easy:
        yield f"Easy days: {', '.join(easy)} of a usual day."


def _crowd(own: int, others: Sequence[int]) -> str:
    least, most = min(others), max(others)
    if most == own == 0:
        return "no other card comes on any of them"
    span = f"{least:,}" if least == most else f"{least:,} to {most:,}"
    return f"{count(own, 'other card')} {'comes' if own == 1 else 'come'} on it, {span} on each of the others"


def _siblings(own: Neighbour, others: Sequence[Neighbour]) -> str:
    crowded = sum(one.siblings > 0 for one in others)
    if not (own.siblings or crowded):
        return ""
    here = f"{count(own.siblings, 'sibling')} on it" if own.siblings else "no sibling on it"
    there = f"siblings on {count(crowded, 'other day')}" if crowded else "none on the others"
    return f"; {here}, {there}"


def _comes(life: Life) -> str:
    if not life.in_use:
        return "It is not asked: its bank has it no more, or with a fault, or as a draft."
    if life.aside is not None:
        until = None if life.aside == date.max else life.aside
        return f"It is not asked: {aside_words(until, life.today)}. `quiz unsuspend` takes that back."
    if life.state is None:
        return f"New cards come in the order of the bank. {_queue(life, 'new cards')}"
    late = (life.today - life.state.due_on).days
    if late < 0:
        comes = f"So it comes {_on(life.state.due_on, life.today)}, in {count(-late, 'day')}"
        return (
            f"{comes}; but it is pulled in{_by_plan(life)}. {_queue(life, '')}"
            if life.queued
            else f"{comes}."
        )
    since = f"It has been due for {count(late, 'day')}" if late else "It is due today"
    return f"{since}. {_queue(life, 'reviews')}"


def _by_plan(life: Life) -> str:
    return "" if life.plan is None else f" by the plan to {calendar_day(life.plan.stands.by, life.today)}"


def _queue(life: Life, what: str) -> str:
    queued, new = life.queued, life.state is None
    if queued is None:
        return ""
    if queued.place is not None:
        when = "now" if life.paused is None else "once the pause is over"
        return f"It is number {queued.place:,} of the {count(queued.total, 'card')} to be asked {when}."
    if queued.catching_up and new:
        return "It waits: new cards pause while a backlog is cleared."
    if queued.catching_up:
        return "It waits while a backlog is cleared, of which each day takes its share."
    if new and life.plan is not None and not life.plan.about_it:
        return waits_for_plan(life.plan, life.today)
    return _limited(life, queued, what)


def _limited(life: Life, queued: Queued, what: str) -> str:
    limit = f"at most {queued.limit:,} {what} a day, {queued.done:,} done today"
    if life.state is None:
        limit = f"{limit}{_by_plan(life)}"
    if queued.sibling_today:
        return f"It waits: of siblings only one is asked a day ({limit})."
    bank = ", and its bank has a limit of its own" if queued.bank_limited else ""
    return f"It waits, for the limit of the day: {limit}{bank}."


def _on(day: date, today: date) -> str:
    words = on_day(day, today)
    return words if words in ("today", "tomorrow") else f"on {words}"


def outcome(found: Outcome, today: date) -> str:
    """Return when a card comes back with a rating, and the memory that it has then."""
    memory = f"stability {amount(found.memory.stability)} days, difficulty {amount(found.memory.difficulty)}"
    return f"{_back(found, today)}; {memory}"


def _back(found: Outcome, today: date) -> str:
    if not found.interval_days:
        return "again today, until it is right"
    when = _on(found.due_on, today)
    return when if found.interval_days == 1 else f"in {count(found.interval_days, 'day')}, {when}"


def notes(answer: Answer) -> Iterator[str]:
    """Yield what has to be said of an answer beside its figures."""
    if answer.graded is not None and answer.graded is not answer.verdict:
        yield f"overruled: grading had said {answer.graded.value}"
    if answer.suggested is not answer.rating:
        why = _LATER.get(answer.verdict) or ("after a hint" if answer.hints else "")
        why = why or _SURE.get(answer.confidence or Confidence.SURE, "")
        yield f"suggested was {RATINGS[answer.suggested]}{' ' + why if why else ''}; the learner took another"


def apart(answer: Answer) -> str:
    """Return why an answer left memory alone; empty when it did not."""
    if answer.undone_on is not None:
        return f"taken back on {answer.undone_on}: does not count"
    return "" if answer.counts else f"{answer.mode.value}: memory left alone"
