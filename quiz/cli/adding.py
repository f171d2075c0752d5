"""What ``quiz add`` does with a bank: shows and checks a question in it, writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.authoring.adding import findings_in, named
from quiz.authoring.finding import Severity
from quiz.authoring.layout import CannotAppend, FaultyEntry, NameTaken, appended
from quiz.authoring.material import material
from quiz.authoring.saving import save
from quiz.authoring.writing import entry_text
from quiz.bank.files import read_regular
from quiz.bank.problem import shown_path
from quiz.card import Asked, cards_of
from quiz.cli.lines import say
from quiz.errors import QuizError
from quiz.study.options import shown
from quiz.text import clean, clean_line
from quiz.ui.screen import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material
    from quiz.authoring.writing import Entry
    from quiz.bank import Written
    from quiz.cli.targets import Target
    from quiz.question import Kind
    from quiz.ui.authoring_interview import Asker, Known

SEED = "add"
ADD, CHANGE, DROP = "add it", "change it", "drop it"
_AGAIN = (FaultyEntry, NameTaken)
_PROBE = {"id": "is-there-a-place-for-one-more", "front": "a", "back": "b"}


class Stopped(QuizError):
    """A signal came; what was added before is kept."""

    def __init__(self, code: int) -> None:
        super().__init__("Stopped. The bank is as it was after the last question added.")
        self.exit_code = code


class Unfit(QuizError):
    """Rules find an error in a question."""

    def __init__(self) -> None:
        super().__init__("Nothing was added: mend the errors first.")


class Doubtful(QuizError):
    """Rules have doubts about a question, and there is nobody to ask."""

    def __init__(self) -> None:
        super().__init__("Nothing was added. Mend what is doubtful, or add it all the same with --force.")


class Opened(NamedTuple):
    """The bank as it is on disk now."""

    data: bytes
    text: str
    bank: Material

    def ids(self) -> set[str]:
        """Return the ids of its questions, written or made from prompts."""
        return {written.question.id for written in self.bank.written}


class Placed(NamedTuple):
    """The bank with new questions: its text, and what rules find in them."""

    entries: list[Entry]
    before: Opened
    text: str
    bank: Material
    findings: list[Finding]

    def fits(self, severity: Severity) -> bool:
        """Whether there is a finding of this severity."""
        return any(finding.severity is severity for finding in self.findings)

    def written(self) -> tuple[Written, ...]:
        """Return the new questions as they stand in the bank."""
        return self.bank.written[len(self.bank.written) - len(self.entries) :]


class Adding:
    """Adds questions to one bank, which is read anew for each, so that nobody's change is lost."""

    def __init__(self, aim: Target, *, force: bool) -> None:
        self._aim = aim
        self._force = force

    def language(self) -> str:
        """Return the language of the bank."""
        bank = self._open().bank.bank
        return bank.language if bank else "en"

    def give(self, entries: Sequence[Entry], asker: Asker | None = None) -> None:
        """Add questions that are complete; warnings are asked about, or refuse them where nobody can say."""
        placed = self._place(entries)
        self._show(placed)
        if placed.fits(Severity.ERROR):
            raise Unfit
        if placed.fits(Severity.WARNING) and not self._force:
            if asker is None:
                raise Doubtful
            if not asker.confirm("Add it all the same?", default=False):
                say("Nothing was added.")
                return
        self._save(placed)

    def converse(self, asker: Asker, kind: Kind | None, given: Entry) -> None:
        """Ask for one question after another; ``kind`` and ``given`` are what is known of the first one."""
        from quiz.ui.authoring_interview import ask_kind  # noqa: PLC0415 - only a terminal needs it

        # What nothing can be added to is told before anybody types.
        appended(self._open().text, [_PROBE])
        more = True
        last = kind
        while more:
            last = kind or ask_kind(asker, last)
            self._ask(asker, last, given)
            kind, given = None, {}
            more = asker.confirm("Another question?", default=True)

    def _ask(self, asker: Asker, kind: Kind, given: Entry) -> None:
        """Ask for one question until it is added or dropped."""
        from quiz.ui.authoring_interview import interview  # noqa: PLC0415 - only a terminal needs it

        chosen = CHANGE
        while chosen == CHANGE:
            given = interview(asker, kind, self._known(), given)
            try:
                placed = self._place([given])
            except _AGAIN as error:
                say(clean(str(error)), err=True)
                chosen = asker.pick("What now?", [(word, word) for word in (CHANGE, DROP)])
                continue
            except QuizError:
                _tell_unwritten([given])
                raise
            self._show(placed)
            words = (CHANGE, DROP) if placed.fits(Severity.ERROR) else (ADD, CHANGE, DROP)
            chosen = asker.pick("What now?", [(word, word) for word in words])
            if chosen == ADD:
                self._save(placed)

    def _open(self) -> Opened:
        data = read_regular(self._aim.path)
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise CannotAppend("it is no UTF-8 text", "save it as UTF-8") from None
        return Opened(data, text, material(data, str(self._aim.path), self._aim.key))

    def _known(self) -> Known:
        from quiz.ui.authoring_interview import Known  # noqa: PLC0415 - only a terminal needs it

        opened = self._open()
        bank = opened.bank.bank
        document = bank.source if bank else None
        found = _paragraphs(opened.bank, document)
        return Known(
            language=bank.language if bank else "en", ids=opened.ids(), document=document, paragraphs=found
        )

    def _place(self, entries: Sequence[Entry]) -> Placed:
        opened = self._open()
        new = named(entries, opened.ids())
        text = appended(opened.text, new)
        bank = material(text.encode(), str(self._aim.path), self._aim.key)
        return Placed(new, opened, text, bank, findings_in(bank, len(new)))

    def _show(self, placed: Placed) -> None:
        """Show the questions as they will be asked, and what is said against them."""
        from quiz.ui import render  # noqa: PLC0415 - rich is slow to load
        from quiz.ui.showing import draw_asked  # noqa: PLC0415 - likewise

        console = render.console()
        for written in placed.written():
            for card in cards_of(self._aim.key, written.question):
                draw_asked(console, Asked(card, shown(card, SEED), 1, 0))
            passage = _passage(placed.bank, written)
            if passage is not None:
                render.draw_passage(console, passage)
        click.echo()
        for finding in placed.findings:
            told = f"{finding.severity}: {finding.message}; {finding.cure} [{finding.code}]"
            say(clean_line(told), err=True)

    def _save(self, placed: Placed) -> None:
        try:
            save(self._aim.path, placed.before.data, placed.text.encode())
        except (QuizError, KeyboardInterrupt):
            # Who stops it while it is written is told so when the bank is whole again.
            if self._is_written(placed):
                self._tell_written(placed)
            else:
                _tell_unwritten(placed.entries)
            raise
        self._tell_written(placed)

    def _is_written(self, placed: Placed) -> bool:
        try:
            return read_regular(self._aim.path) == placed.text.encode()
        except QuizError:
            return False

    def _tell_written(self, placed: Placed) -> None:
        for written in placed.written():
            where = f"{shown_path(str(self._aim.path))}:{written.question.location.line}"
            say(f"Added {clean_line(written.question.id)} to {where}.")


def _tell_unwritten(entries: Sequence[Entry]) -> None:
    """Show questions that were not written, so that nobody has to type them again."""
    click.echo("Not written:\n" + clean("".join(entry_text(one, 2) for one in entries)), err=True)


def _paragraphs(bank: Material, document: str | None) -> dict[int, str]:
    """Return the paragraphs of a bank's text; none, with a note, where it cannot be read."""
    if document is None:
        return {}
    try:
        return dict(bank.texts(document))
    except QuizError as error:
        say(clean(str(error)), err=True)
        return {}


def _passage(bank: Material, written: Written) -> Passage | None:
    """Return the passage that a question cites; None when it cites none."""
    source, document = written.question.source, bank.document_of(written)
    if source is None or document is None:
        return None
    text = bank.paragraph_of(written)
    return Passage(document, source.paragraph, text, source.quote)
