"""What ``quiz add`` does with a bank: shows and checks a question in it, writes it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.authoring.adding import findings_in, named
from quiz.authoring.finding import Severity
from quiz.authoring.layout import CannotAppend, FaultyEntry, NameTaken, inserted, verify
from quiz.authoring.material import material
from quiz.authoring.saving import save
from quiz.authoring.writing import entry_text
from quiz.bank import read_text
from quiz.bank.files import read_regular
from quiz.bank.problem import shown_path
from quiz.card import Asked, cards_of
from quiz.cli.lines import say
from quiz.cli.passages import passage_from
from quiz.errors import QuizError
from quiz.garbage import uncollected
from quiz.study.options import shown
from quiz.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material
    from quiz.authoring.writing import Entry
    from quiz.bank import Written
    from quiz.cli.targets import Target
    from quiz.question import Kind
    from quiz.ui.authoring_asker import Asker
    from quiz.ui.authoring_interview import Interview
    from quiz.ui.authoring_slots import Known
    from quiz.ui.screen import Passage

SEED = "add"
ADD, CHANGE, DROP = "add it", "change it", "drop it"
_AGAIN = (FaultyEntry, NameTaken)
_PROBE = {"id": "is-there-a-place-for-one-more", "front": "a", "back": "b"}


class Unfit(QuizError):
    """Rules find an error in a question."""

    def __init__(self) -> None:
        super().__init__("Nothing was added: mend the errors first.")


class Opened(NamedTuple):
    """The bank as it is on disk now."""

    data: bytes
    text: str
    bank: Material

    def ids(self) -> set[str]:
        """Return the ids of its questions, written or made from prompts."""
        return {written.question.id for written in self.bank.written}


class Placed(NamedTuple):
    """New questions as they stand in the bank, and what rules find in them.

    ``data`` is the bank as it is on disk, ``text`` what it is to be. What was read of the whole
    bank is not kept: it may be large, and an author may think long.
    """

    entries: list[Entry]
    data: bytes
    text: str
    written: tuple[Written, ...]
    passages: tuple[Passage | None, ...]
    findings: list[Finding]
    language: str

    def fits(self, severity: Severity) -> bool:
        """Whether there is a finding of this severity."""
        return any(finding.severity is severity for finding in self.findings)


class Adding:
    """Adds questions to one bank, which is read anew for each, so that nobody's change is lost."""

    def __init__(self, aim: Target, *, force: bool) -> None:
        self._aim = aim
        self._force = force

    def language(self) -> str:
        """Return the language of the bank."""
        bank = self._open().bank.bank
        return bank.language if bank else "en"

    @uncollected()
    def give(self, entries: Sequence[Entry], asker: Asker | None = None) -> None:
        """Add questions that are complete; errors refuse them, warnings are asked about where one can be."""
        placed = self._place(entries)
        self._show(placed)
        if placed.fits(Severity.ERROR):
            raise Unfit
        doubtful = placed.fits(Severity.WARNING) and not self._force
        if doubtful and asker and not asker.confirm("Add it all the same?", default=False):
            self._tell_unwritten(placed.entries)
        else:
            self._save(placed)

    def converse(self, asker: Asker, kind: Kind | None, given: Entry) -> None:
        """Ask for one question after another; ``kind`` and ``given`` are what is known of the first one."""
        from quiz.ui.authoring_interview import Interview  # noqa: PLC0415 - only a terminal needs it

        known, usual, more = self._known(probed=True), None, True
        while more:
            asked = Interview(asker, known, given, kind, usual)
            self._ask(asker, asked)
            kind, given, usual = None, {}, asked.kind
            more = asker.confirm("Another question?", default=True)
            known = self._known() if more else known

    def _ask(self, asker: Asker, asked: Interview) -> None:
        """Ask for one question until it is added or dropped; whoever leaves or drops it is shown it."""
        placed = None
        try:
            placed = self._decided(asker, asked)
        finally:
            if placed is None and asked.entry():
                self._tell_unwritten(named([asked.entry()], ()))
        if placed is not None:
            self._save(placed)

    def _decided(self, asker: Asker, asked: Interview) -> Placed | None:
        """Return the question that is to be added; None when it is dropped."""
        chosen = CHANGE
        placed = None
        while chosen == CHANGE:
            try:
                placed = self._place([asked.run()])
            except _AGAIN as error:
                say(clean(str(error)), err=True)
                words: tuple[str, ...] = (CHANGE, DROP)
            else:
                self._show(placed)
                words = (CHANGE, DROP) if placed.fits(Severity.ERROR) else (ADD, CHANGE, DROP)
            chosen = asker.pick("What now?", [(word, word) for word in words])
        return placed if chosen == ADD else None

    def _open(self) -> Opened:
        data = read_regular(self._aim.path)
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise CannotAppend("it is no UTF-8 text", "save it as UTF-8") from None
        with uncollected():
            return Opened(data, text, material(data, str(self._aim.path), self._aim.key))

    @uncollected()
    def _known(self, *, probed: bool = False) -> Known:
        """Return what an interview needs to know; ``probed``: raise what keeps questions from being added."""
        from quiz.ui.authoring_slots import Known  # noqa: PLC0415 - only a terminal needs it

        opened = self._open()
        if probed:
            # Told before anybody types.
            text = inserted(opened.text, [_PROBE], opened.bank)
            verify(opened.bank, read_text(text.encode(), str(self._aim.path), self._aim.key), 1)
        bank = opened.bank.bank
        document = bank.source if bank else None
        found = _paragraphs(opened.bank, document)
        return Known(
            language=bank.language if bank else "en", ids=opened.ids(), document=document, paragraphs=found
        )

    @uncollected()
    def _place(self, entries: Sequence[Entry]) -> Placed:
        """Return the bank with these questions; raises what ``appended`` does."""
        opened = self._open()
        new = named(entries, opened.ids())
        text = inserted(opened.text, new, opened.bank)
        data = text.encode(errors="surrogatepass")
        bank = material(data, str(self._aim.path), self._aim.key, opened.bank.texts)
        verify(opened.bank, bank, len(new))
        written = bank.written[len(bank.written) - len(new) :]
        passages = tuple(_passage(bank, one) for one in written)
        return Placed(new, opened.data, text, written, passages, findings_in(bank, len(new)), bank.language)

    def _show(self, placed: Placed) -> None:
        """Show the questions as they will be asked, and what is said against them."""
        from quiz.ui.authoring_preview import draw_preview  # noqa: PLC0415 - rich is slow to load
        from quiz.ui.render import console  # noqa: PLC0415 - likewise

        for written, passage in zip(placed.written, placed.passages, strict=True):
            cards = cards_of(self._aim.key, written.question)
            asked = [Asked(card, shown(card, SEED), 1, 0, language=placed.language) for card in cards]
            draw_preview(console(), asked, passage)
        click.echo()
        for finding in placed.findings:
            told = f"{finding.severity}: {finding.message}; {finding.cure} [{finding.code}]"
            say(clean_line(told), err=True)

    def _save(self, placed: Placed) -> None:
        try:
            save(self._aim.path, placed.data, placed.text.encode())
        except (QuizError, KeyboardInterrupt):
            # Who stops it while it is written is told so when the bank is whole again.
            if self._is_written(placed):
                self._tell_written(placed)
            else:
                self._tell_unwritten(placed.entries)
            raise
        self._tell_written(placed)

    def _is_written(self, placed: Placed) -> bool:
        try:
            return read_regular(self._aim.path) == placed.text.encode()
        except QuizError:
            return False

    def _tell_written(self, placed: Placed) -> None:
        for written in placed.written:
            where = f"{shown_path(str(self._aim.path))}:{written.question.location.line}"
            say(f"Added {clean_line(written.question.id)} to {where}.")

    def _tell_unwritten(self, entries: Sequence[Entry]) -> None:
        """Show questions that were not written, so that nobody has to type them again."""
        text = clean("".join(entry_text(one, 2) for one in entries))
        click.echo(f"Not written:\n{text}", nl=False, err=True)
        command = f"quiz add {shlex.quote(shown_path(str(self._aim.path)))} -"
        say(
            f"`{command}` takes these lines back when they are complete: paste them, then press Ctrl-D.",
            err=True,
        )


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
    return passage_from(source, document, bank.paragraphs_of(written))
