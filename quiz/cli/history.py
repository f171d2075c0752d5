"""What loading will do to learners' histories, told before it happens, and in which words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.problem import shown, shown_path
from quiz.cli.missing import Why, missing
from quiz.errors import NoBanks, QuizError
from quiz.store import open_copy
from quiz.study.forecast import forecast
from quiz.study.history import Effect
from quiz.study.places import places
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.cli.missing import Missing
    from quiz.settings import Settings
    from quiz.study.history import Told

NAMED = 3
"""So many cards of a question, and questions of a file, are named one by one."""

UNKNOWN = "history-unknown"
"""The code of the one note that says why nothing can be told."""

UNREAD = "history-unread"
"""The code of the one note on a file that cannot be read to its end."""

FINE = "there is nothing to do"
CURES = {
    Why.GONE: "give its id to the question that takes its place, if there is one",
    Why.FAULTY: "mend it, and its history goes on",
    Why.UNREAD: "mend it, and their histories go on",
    Why.GONE_OR_FAULTY: "mend it, or give its id to the question that takes its place",
}


class Note(NamedTuple):
    """One note, as a check of banks tells it; ``message`` is a clause without a full stop."""

    path: str
    line: int
    column: int
    message: str
    code: str
    """``history-kept``, ``-asked-again``, ``-renamed``, ``-archived``, ``-unread``, ``-returned``
    or ``-unknown``."""

    cure: str = FINE


def history_notes(settings: Settings, paths: Sequence[Path] = ()) -> list[Note]:
    """Return what the next load will do to questions that somebody has answered, in these files or folders.

    Without ``paths``: in all banks that are loaded. Found by loading into a copy in memory,
    so no database is made or changed. Empty when there is no database, or nothing changed.
    Never raises for what the database is: a damaged or locked one gives a single note.
    A path below one of ``paths`` is told as that one is written.
    """
    try:
        if not settings.db.exists():
            return []
        history = _forecast(settings, paths)
    except (QuizError, OSError) as error:
        message = f"what loading will do to histories cannot be told: {str(error).rstrip('.')}"
        return [Note(shown_path(str(settings.db)), 1, 1, message, UNKNOWN, "see what `quiz load` says")]
    by_path: dict[str, list[Told]] = {}
    for told in history:
        by_path.setdefault(told.path, []).append(told)
    seen = ((_seen_from(path, paths), of_file) for path, of_file in by_path.items())
    return sorted(note for path, of_file in seen if path is not None for note in _notes(path, of_file))


def _forecast(settings: Settings, paths: Sequence[Path]) -> tuple[Told, ...]:
    now = settings.clock().now()
    now_ms = int(now.at.timestamp() * 1000)
    with open_copy(settings.db, learner=settings.learner, now_ms=now_ms) as store:
        return forecast(store, _roots(settings, paths), now.at, today=now.study_day).history


def _roots(settings: Settings, paths: Iterable[Path]) -> list[Path]:
    """Return the places that are loaded, and those of ``paths`` that do not lie there."""
    try:
        usual = [place.path for place in places(settings, Path.cwd)]
    except NoBanks:
        usual = []
    given = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - a link is to keep its name
    return usual + [path for path in given if all(_below(str(path), place) is None for place in usual)]


def _seen_from(path: str, paths: Sequence[Path]) -> str | None:
    """Return a path as it is seen from the first of ``paths`` that it lies below, None when there is none."""
    if not paths:
        return path
    found = ((root, _below(path, root)) for root in paths)
    return next((str(root / rest) for root, rest in found if rest is not None), None)


def _below(path: str, root: Path) -> Path | None:
    """Return the way from ``root`` to ``path``, links followed or not; None when it does not lie there."""
    for whole in (os.path.abspath, os.path.realpath):
        if Path(whole(path)).is_relative_to(whole(root)):
            return Path(whole(path)).relative_to(whole(root))
    return None


def _notes(path: str, history: Sequence[Told]) -> Iterator[Note]:
    """Yield the notes on one file, one for all its questions that only a fault keeps from being read."""
    lost = {_id(told): told for told in history if told.effect is Effect.ARCHIVED and not told.draft}
    why = missing(history[0].path, lost) if lost else {}
    unread = [told for name, told in lost.items() if why[name].why is Why.UNREAD]
    if unread:
        yield _unread(path, unread, why[_id(unread[0])])
    for told in history:
        if told not in unread:
            yield _note(path, told, why.get(_id(told)) if lost.get(_id(told)) is told else None)


def _id(told: Told) -> str:
    return told.question.rpartition("/")[2]


def _note(path: str, told: Told, gone: Missing | None) -> Note:
    code = f"history-{told.effect.value}"
    if gone is None:
        return Note(shown_path(path), told.line, _column(told), sentence(told), code, _cure(told))
    return Note(shown_path(path), *gone[1:], sentence(told, gone.why), code, CURES[gone.why])


def _cure(told: Told) -> str:
    return "take the change back where that is not meant" if told.effect is Effect.ASKED_AGAIN else FINE


def _unread(path: str, unread: Sequence[Told], fault: Missing) -> Note:
    names = [shown(told.question) for told in unread]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    verb, answers = "is" if len(names) == 1 else "are", sum(told.answers for told in unread)
    message = (
        f"nothing is read behind the fault of line {fault.line}: {', '.join(names[:NAMED])}{more} {verb} "
        f"not asked until it is mended; the log of {count(answers, 'answer')} is kept"
    )
    return Note(shown_path(path), fault.line, fault.column, message, UNREAD, CURES[Why.UNREAD])


def _column(told: Told) -> int:
    """Return the column, from 1, at which a question begins on its line; 1 where that cannot be seen."""
    try:
        with Path(told.path).open(encoding="utf-8", errors="replace") as file:
            line = next((line for number, line in enumerate(file, 1) if number == told.line), "")
    except OSError:
        return 1
    question = line.lstrip(" -")
    return len(line) - len(question) + 1 if question.strip() else 1


def sentence(told: Told, why: Why = Why.GONE_OR_FAULTY) -> str:
    """Return what happens to the history of a question, as a clause; ``why`` is that of one that is gone."""
    name, answers = shown(told.question), count(told.answers, "answer")
    match told.effect:
        case Effect.KEPT if told.answered:
            return f"{name} reads as it did when it was answered last: its history of {answers} is kept"
        case Effect.KEPT:
            how = "is reworded, its answer is the same" if told.reworded else "asks what it asked"
            return f"{name} {how}: its history of {answers} is kept"
        case Effect.ASKED_AGAIN:
            return f"{_cards(told)} changed: asked again on {told.due_on}; the log of {answers} is kept"
        case Effect.RENAMED:
            return f"{name} was {shown(told.was)}: its history of {answers} goes with it"
        case Effect.ARCHIVED:
            return f"{_cards(told)} {_archived(told, why)}; the log of {answers} is kept"
        case Effect.RETURNED:
            return f"{name} is back: its history of {answers} goes on, due on {told.due_on}"


def _archived(told: Told, why: Why) -> str:
    if told.draft:
        return "is a draft: it is not asked"
    if why is Why.FAULTY:
        return "has a fault: it is not asked until that is mended"
    if why is Why.GONE:
        return "is gone: it is not asked" if _is_one(told) else "are gone: they are not asked"
    return "is gone or has a fault: it is not asked"


def _is_one(told: Told) -> bool:
    """Whether the words for its cards are those of one thing."""
    return len(told.cards) == 1 or len(told.cards) > NAMED


def _cards(told: Told) -> str:
    """Return the cards by name, or the question where they are many."""
    if len(told.cards) > NAMED:
        return f"{shown(told.question)} ({len(told.cards)} cards)"
    return ", ".join(map(shown, told.cards))
