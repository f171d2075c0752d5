"""Drafts gone through one by one on a terminal, and what was decided about them written."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.authoring.draft.dropped import list_beside, remember
from quiz.authoring.draft.entries import entry_of, entry_of_written
from quiz.authoring.draft.passing import asks, objections
from quiz.authoring.draft.proposing import bare_bank
from quiz.authoring.draft.storing import Decided, changed, dropped_edit, kept_edit, listed, store
from quiz.authoring.finding import Severity
from quiz.authoring.layout import CannotAppend, FaultyEntry, appended
from quiz.card import Asked, cards_of
from quiz.cli.draft_editing import edited
from quiz.cli.lines import say
from quiz.cli.signals import Signals
from quiz.errors import Interrupted, QuizError, Stopped
from quiz.study.options import shown
from quiz.text import clean, clean_line
from quiz.ui.screen import Passage
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.passing import Ground
    from quiz.authoring.draft.proposing import Draft
    from quiz.authoring.writing import Entry
    from quiz.bank import Written
    from quiz.question import Question
    from quiz.ui.drafting import Objections, Seen

SEED = "draft"
INTERRUPTED = 130
BY_HAND = "What was kept, to be put in by hand:"


class NotRemembered(QuizError):
    """The bank is written, and the list of dropped drafts cannot be."""

    def __init__(self, said: str, error: QuizError) -> None:
        super().__init__(f"{said} What was dropped will be proposed again. {error}")
        self.exit_code = error.exit_code


class _State(NamedTuple):
    """What was decided so far: what becomes of the bank, and the drafts as they were proposed.

    ``forms`` are what would be proposed in place of drafts of the bank that were dropped.
    """

    decided: Decided = Decided()
    kept: tuple[Entry, ...] = ()
    dropped: tuple[Entry, ...] = ()
    forms: tuple[Entry, ...] = ()


class _Decisions:
    """What was decided so far, about drafts of the bank first, then about new ones."""

    def __init__(self, made: Draft, drafts: Sequence[Written], entries: Sequence[Entry]) -> None:
        self._made, self._drafts = made, drafts
        self._list = list_beside(made.target.path)
        self._old = [entry_of_written(one) for one in drafts]
        self.entries = [*self._old, *entries]
        self._states = [_State()]

    @property
    def _now(self) -> _State:
        return self._states[-1]

    def decide(self, number: int, became: Entry | None) -> str | None:
        """Take a decision down; return why a question cannot be kept beside those that are."""
        more, now = self._more(number, became), self._now
        decided = Decided(now.decided.added + more.added, now.decided.edits + more.edits)
        try:
            changed(self._made.target.ground.text, decided)
        except QuizError as error:
            return str(error)
        entry = (self.entries[number],)
        if became is None:
            forms = self._proposals_of(self._drafts[number]) if number < len(self._old) else ()
            self._states.append(_State(decided, now.kept, now.dropped + entry, now.forms + forms))
        else:
            self._states.append(now._replace(decided=decided, kept=now.kept + entry))
        return None

    def take_back(self) -> None:
        """Forget the last decision."""
        self._states.pop()

    def others(self, number: int) -> Ground:
        """Return the bank with what was decided so far, and without one draft."""
        ground = self._made.target.ground
        gone = (dropped_edit(self._drafts[number], ground.text),) if number < len(self._old) else ()
        decided = self._now.decided
        beside = decided._replace(edits=decided.edits + gone)
        return ground._replace(text=changed(ground.text, beside))

    def _more(self, number: int, became: Entry | None) -> Decided:
        """Return what a decision adds to the bank, and takes away from it."""
        added = () if became is None else (became,)
        if number >= len(self._old):
            return Decided(added)
        one, text = self._drafts[number], self._made.target.ground.text
        if became == {key: value for key, value in self._old[number].items() if key != "draft"}:
            return Decided(edits=(kept_edit(one, text),))
        return Decided(added, (dropped_edit(one, text),))

    def _proposals_of(self, one: Written) -> tuple[Entry, ...]:
        """Return what would be proposed in place of a draft of the bank, which may have been reworded."""
        return tuple(entry_of(each, "") for each in self._made.asked if asks(one.question, each))

    def write(self) -> str:
        """Write them, and return what is to be said of it; where that fails, what was kept is shown."""
        try:
            store(self._made.target, self._now.decided)
        except QuizError:
            if added := self._now.decided.added:
                click.echo(f"{BY_HAND}\n{clean(listed(added))}")
            with suppress(QuizError):
                self._remember()
            raise
        said = self._said()
        try:
            self._remember()
        except QuizError as error:
            raise NotRemembered(said, error) from None
        named = f" {clean_line(str(self._list))} remembers what was dropped." if self._now.dropped else ""
        return f"{said}{named}{self._rest()}"

    def _remember(self) -> None:
        remember(self._list, self._now.dropped + self._now.forms, self._now.kept)

    def _said(self) -> str:
        path = clean_line(str(self._made.target.path))
        number = len(self._now.kept)
        kept = f"{count(number, 'question')} kept in {path}" if number else "No question kept"
        return f"{kept}, {len(self._now.dropped) or 'none'} dropped."

    def left(self) -> int:
        """Return how many are not decided on."""
        return len(self.entries) - len(self._now.kept) - len(self._now.dropped)

    def _rest(self) -> str:
        left = self.left()
        return f" {count(left, 'draft')} left; run it again to go on." if left else ""


def reviewed(made: Draft, drafts: Sequence[Written], entries: Sequence[Entry]) -> tuple[str, int]:
    """Have drafts of the bank, then new ones, decided on, at least one.

    Returns what is to be said of it, and how many are left to be decided on. What was decided
    is written, also when a signal ends it; raises Stopped then.
    """
    from quiz.ui import drafting  # noqa: PLC0415 - its libraries are slow to load

    decisions = _Decisions(made, drafts, entries)
    desk = drafting.Desk(
        lambda entry: _look(entry, made),
        lambda number, entry: _objections(entry, decisions.others(number)),
        edited,
    )
    path = clean_line(str(list_beside(made.target.path)))
    say(
        f"{count(len(decisions.entries), 'draft')}. What you drop is not proposed again; {path} remembers it."
    )
    try:
        with Signals().caught():
            drafting.review(decisions.entries, decisions, desk)
    except (KeyboardInterrupt, Interrupted) as stop:
        code = stop.exit_code if isinstance(stop, Interrupted) else INTERRUPTED
        raise Stopped(decisions.write(), code) from None
    return decisions.write(), decisions.left()


def _look(entry: Entry, made: Draft) -> Seen:
    """Return a draft as it will be asked, with the words that prove it."""
    from quiz.ui.drafting import Seen  # noqa: PLC0415 - its libraries are slow to load

    bare = made.target.ground._replace(text=bare_bank())
    try:
        material = bare.material(appended(bare.text, [entry]))
        (written,) = material.written
    except QuizError:
        return Seen()
    cards = cards_of(made.target.path.stem, written.question)
    asked = tuple(Asked(card, shown(card, SEED), 1, 0, language=material.language) for card in cards)
    return Seen(asked, _passage(written.question, made))


def _passage(question: Question, made: Draft) -> Passage | None:
    """Return the words that a question quotes, or the paragraph where it quotes none."""
    source = question.source
    if source is None:
        return None
    number = source.paragraph
    text = source.quote or made.target.ground.paragraphs.get(number or 0)
    missing = None if text else f"{made.target.document} has no paragraph {number}."
    return Passage(made.target.document, number, text, source.quote, missing)


def _objections(entry: Entry, others: Ground) -> Objections:
    """Return what is wrong with a question, errors first; with one of them it cannot be kept."""
    from quiz.ui.drafting import NOTHING, Objections  # noqa: PLC0415 - its libraries are slow to load

    try:
        found = objections(entry, others)
    except CannotAppend:
        # Of the file, not of the question: a draft that stays as it is needs no place at its end.
        return NOTHING
    except FaultyEntry as faulty:
        return Objections(tuple(f"{one.message}; {one.cure}" for one in faulty.problems), fatal=True)
    except QuizError as error:
        return Objections((str(error),), fatal=True)
    found.sort(key=lambda one: one.severity is not Severity.ERROR)
    lines = tuple(f"{one.message}; {one.cure}" for one in found)
    return Objections(lines, fatal=any(one.severity is Severity.ERROR for one in found))
