"""The line mode: a sitting over two text streams, for pipes, screen readers and tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from quiz.clock import Clock
from quiz.question import Kind
from quiz.review import Confidence, Rating, Response, SelfRated, Verdict
from quiz.ui import commands, describe
from quiz.ui.asking import Stood
from quiz.ui.backlog import WANTED, read_days
from quiz.ui.difference import spoken
from quiz.ui.protocol import COMMANDS, IN_EXAM
from quiz.ui.replies import Misread, label, lefts, read_rating, read_reply, wanted
from quiz.ui.screen import Answer, Command, Feedback, Leech, Look, Passage, ScorePage
from quiz.ui.talking import ASKING, Lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.card import Asked
    from quiz.ui.asking import Standing

RATINGS = "1 again, 2 hard, 3 good, 4 easy"


class Plain:
    """A screen over two text streams; ``rate`` makes it wait for a rating after each answer."""

    def __init__(self, stdin: TextIO, stdout: TextIO, *, rate: bool = False) -> None:
        self._lines = Lines(stdin, stdout)
        self._write = self._lines.write
        self._rate = rate
        self._stood = Stood()
        self._near: Asked | None = None

    @property
    def attended(self) -> bool:
        """Whether somebody is there to be asked for ratings, and more."""
        return self._rate

    def say(self, sentence: str) -> None:
        """Write a ``note:``."""
        self._write("note", sentence)

    def ask(self, asked: Asked) -> Answer | Command:
        """Write the question and read its answer."""
        now = self._stood.put(asked)
        self._near = None
        self._lines.help = IN_EXAM if asked.exam else COMMANDS
        self._put(asked)
        started = Clock.ticks_ms()
        recall = asked.card.question.kind is Kind.RECALL
        response = self._turn(now) if recall else self._reply(now)
        now.spent_ms += Clock.ticks_ms() - started
        return now.ended(response)

    def confidence(self) -> Confidence | Command:
        """Ask for one of three; an empty line is the middle one."""
        self._stood.answered()
        text = "how sure are you? 1 sure, 2 think so, 3 guessing; Enter for 2"
        self._write("answer", text)
        while True:
            line = self._lines.read()
            if isinstance(line, Command):
                return line
            found = commands.CONFIDENCE.get(line.strip() or "2")
            if found is not None:
                return found
            self._write("please", text)

    def accept_near(self, feedback: Feedback) -> bool | Command:
        """Write the near verdict and ask whether it counts."""
        self._near = feedback.asked
        self._stood.answered()
        self._verdict(Verdict.NEAR, feedback)
        return self._lines.yes_or_no("count it as right? y or n")

    def feedback(self, feedback: Feedback) -> None:
        """Write the verdict and what explains it."""
        turned = feedback.overruled and feedback.judgement.verdict is Verdict.NEAR
        if turned or self._near == feedback.asked:
            counted = "wrong" if feedback.judgement.verdict is Verdict.WRONG else "right"
            self._write("counted", counted)
        else:
            self._verdict(feedback.judgement.verdict, feedback)
        self._near = None
        self._stood.answered()
        if not feedback.overruled:
            self._explain(feedback)
        if feedback.judgement.reason:
            self._write("reason", feedback.judgement.reason)
        self._lines.last_source = _passage_lines(feedback.passage)
        if feedback.teaches():
            self.passage(feedback.passage)

    def decide(self, feedback: Feedback) -> Rating | Command:
        """Take the suggested rating, or with ``rate`` the one that is typed."""
        suggested = feedback.judgement.suggested
        if not self._rate:
            return suggested
        if isinstance(feedback.response, SelfRated):
            line = self._lines.ask("press Enter to go on", allowed=ASKING)
            return line if isinstance(line, Command) else suggested
        return self._rating(f"press Enter for {describe.RATINGS[suggested]}, or type {RATINGS}", suggested)

    def saved(self, feedback: Feedback, rating: Rating) -> None:
        """Write the rating and when the card comes back."""
        said = (describe.RATINGS[rating], describe.comes_back(feedback, rating))
        self._write("next", ", ".join(filter(None, said)))

    def passage(self, passage: Passage | None) -> None:
        """Write each paragraph that is cited on a line of its own, the quote in » « once it may be seen."""
        for line in _passage_lines(self._stood.covered(passage)):
            self._write("source", line)

    def note(self, request: str) -> str | None:
        """Return what followed the command, or with ``rate`` ask for it; Ctrl-C gives up."""
        if self._lines.note:
            return self._lines.note
        try:
            line = self._lines.ask(f"{request} (Enter for none, Ctrl-C never mind)") if self._rate else ""
        except KeyboardInterrupt:
            return None
        return None if isinstance(line, Command) else line.strip()

    def pause(self) -> None:
        """Wait for Enter."""
        self._lines.ask("paused; press Enter to go on")

    def look(self, look: Look) -> Command | None:
        """Write the new card whole and wait for Enter."""
        self._write("new", f"{look.number} of {look.total}: {look.card.prompt}")
        self._write("back", "; ".join(describe.right_lines(look.card, look.language)))
        if look.passage is not None and look.passage.text is not None:
            self.passage(look.passage)
        return self._on("press Enter to go on, or type :quit to begin now")

    def read(self, passage: Passage) -> Command | None:
        """Write the paragraph and wait for Enter."""
        self._write("read", _passage_line(replace(passage, quote=None)))
        return self._on("press Enter to go on")

    def leech(self, leech: Leech) -> Command | None:
        """Write that a card does not stick; with ``rate`` ask what is to be done."""
        self._write(
            "leech", f"{leech.prompt} (forgotten {leech.lapses} times; {leech.place}) {describe.LEECH_ADVICE}"
        )
        if not self._rate:
            return None
        allowed = [key.command for key in commands.FOR_LEECHES]
        return self._on("press Enter to go on, or type :source, :edit, :suspend or :quit", allowed)

    def confirm(self, question: str, *, default: bool) -> bool:
        """Ask a yes/no question; an empty line and the end of input are the default."""
        text = f"{question} y or n, Enter for {'y' if default else 'n'}"
        said = self._lines.yes_or_no(text, empty=default)
        return default if isinstance(said, Command) else said

    def days(self, question: str, *, default: int) -> int | None:
        """Ask until it is yes, no or a number; an empty line is yes, the end of input no."""
        self._write("answer", f"{question} {WANTED}, Enter for y")
        while True:
            line = self._lines.read()
            if isinstance(line, Command):
                return None
            try:
                return read_days(line, default)
            except Misread as misread:
                self._write("please", str(misread))

    def score(self, page: ScorePage) -> Command | None:
        """Write the score page; with ``rate`` wait for Enter, ``:undo`` or ``:missed``."""
        from quiz.ui.standing import score_lines  # noqa: PLC0415 - nothing of it is shown before the end

        for word, text in score_lines(page):
            self._write(word, text)
        if not self._rate:
            return self._stood.ended(None)
        words = ", :missed for what you missed, once more" if page.missed else ""
        allowed = (Command.UNDO, Command.MISSED) if page.missed else (Command.UNDO,)
        return self._stood.ended(self._on(f"press Enter to end, or type :undo{words}", allowed))

    def _on(self, text: str, allowed: Collection[Command] = ()) -> Command | None:
        line = self._lines.ask(text, allowed=allowed)
        return line if isinstance(line, Command) else None

    def _put(self, asked: Asked) -> None:
        number, *rest = describe.progress(asked)
        kind = asked.card.question.kind
        self._write("question", f"{', '.join((number, *rest, kind))}: {asked.card.prompt}")
        for place, left in enumerate(lefts(asked), 1):
            self._write("left", f"{place}: {left}")
        for place, option in enumerate(asked.shown):
            self._write("option", f"{label(place) if kind is Kind.MATCH else place + 1}: {option}")

    def _reply(self, standing: Standing) -> Response | Command:
        self._write("answer", wanted(standing.asked))
        while True:
            line = self._lines.read(ASKING, standing.hints.next)
            if isinstance(line, Command):
                return line
            try:
                return read_reply(standing.asked, line)
            except Misread as misread:
                self._write("please", str(misread))

    def _turn(self, standing: Standing) -> Response | Command:
        if not standing.turned:
            self._write("turn", "press Enter to see the answer")
            line = self._lines.read(ASKING, standing.hints.next)
            if isinstance(line, Command):
                return line
        standing.turned = True
        self._write("back", _right(standing.asked))
        rating = self._rating(f"rate {RATINGS}", None)
        return rating if isinstance(rating, Command) else SelfRated(rating)

    def _rating(self, text: str, empty: Rating | None) -> Rating | Command:
        self._write("answer", text)
        while True:
            line = self._lines.read(ASKING)
            if isinstance(line, Command):
                return line
            rating = read_rating(line) if line.strip() else empty
            if rating is not None:
                return rating
            self._write("please", text)

    def _verdict(self, verdict: Verdict, feedback: Feedback) -> None:
        self._write(verdict.value, _right(feedback.asked))
        if feedback.judgement.difference:
            self._write("difference", spoken(feedback.judgement.difference))
        if feedback.judgement.taken_as:
            self._write("taken", feedback.judgement.taken_as)

    def _explain(self, feedback: Feedback) -> None:
        if feedback.asked.card.question.why:
            self._write("why", feedback.asked.card.question.why)
        for line in describe.because(feedback):
            self._write("because", line)


def _right(asked: Asked) -> str:
    return "; ".join(describe.right_lines(asked.card, asked.language))


def _passage_lines(passage: Passage | None) -> tuple[str, ...]:
    return tuple(map(_passage_line, (passage, *(passage.also if passage else ()))))


def _passage_line(passage: Passage | None) -> str:
    missing = describe.missing_passage(passage)
    if passage is None or missing:
        return missing or ""
    before, quote, after = describe.quoted(passage)
    marked = f"{before}»{quote}«{after}" if quote else before
    return f"{describe.cited(passage)}: {marked}"
