"""The line mode: a sitting over two text streams, for pipes, screen readers and tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, TextIO

from quiz.clock import Clock
from quiz.question import Kind
from quiz.review import Rating, Response, SelfRated, Verdict
from quiz.text import clean_line
from quiz.ui import describe
from quiz.ui.difference import spoken
from quiz.ui.replies import Misread, label, lefts, read_rating, read_reply, wanted
from quiz.ui.screen import Answer, Command, Feedback, Passage, ScorePage
from quiz.ui.standing import score_lines

if TYPE_CHECKING:
    from quiz.card import Asked

PROTOCOL: Final = """\
Every line of output begins with a word and a colon. Lines come in this order:

  question: 3, 17 left, talks, choice: Which city ...?
  option: 1: Geneva            for each option; `left: 1: ...` and `option: a: ...` for a match
  answer: ...                  input is awaited; says what to type
  right: Geneva                the verdict, one of right, near, partly, wrong, and the right answer
  difference: Gen[add e]va     letters to add and to drop, when a typed answer comes close
  taken: 90000                 what a number or a date was read as, when it was not typed like that
  why: ...                     why the right answer is right
  because: Vienna: ...         why a wrong option that was picked is wrong
  reason: ...                  why this verdict and this rating
  next: good, in 2 days        the answer is saved: its rating, and when the card comes back

`note:` is any other sentence. At the end come `score:`, `verdicts:`, one `bank:` and `kind:` for
each, one `missed:` for each card missed, `returns:`, `time:`, `earlier:` and `rest:`.

What to type:

  choice               the number of the option, or its text
  true-false           true or false; also t, f, y, n
  several              the numbers of all that apply, as 1 3 or 1,3; - for none
  order                all numbers in the right order, as 2 1 3
  match                a letter for each left side, as b a c
  text, cloze,         the answer; an empty line says: I do not know
  number, date
  recall               Enter at `turn:`, which shows the back; then 1 again, 2 hard, 3 good, 4 easy
  near answers         y or n at `answer: count it as right?`; then `counted:` says what it counts as

A line that begins with a colon is a command; an answer that begins with one is written with two.

  :hint     the next hint            :undo   takes the last answer back
  :source   the paragraph that       :quit   leaves; everything answered is kept
            proves the last answer   :help   this list

`please:` says what is wanted when a line was not understood. The end of input leaves.
With ratings asked for, `answer:` also comes after each verdict: Enter takes the suggested
rating, 1 to 4 another one.
"""

COMMANDS: Final = (
    ":hint, :source, :undo, :quit, :help; an answer that begins with a colon is written with two"
)


class Plain:
    """A screen over two text streams; ``rate`` makes it wait for a rating after each answer.

    Every line is flushed as it is written. A broken pipe is raised as it comes.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO, *, rate: bool = False) -> None:
        self._in = stdin
        self._out = stdout
        self._rate = rate
        self._hints: describe.Hints | None = None
        self._last: Feedback | None = None
        self._near: Asked | None = None
        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")

    def say(self, sentence: str) -> None:
        """Write a ``note:``."""
        self._write("note", sentence)

    def ask(self, asked: Asked) -> Answer | Command:
        """Write the question and read its answer."""
        self._hints, self._near = describe.Hints(asked), None
        self._put(asked)
        started = Clock.ticks_ms()
        recall = asked.card.question.kind is Kind.RECALL
        response = self._turn(asked) if recall else self._reply(asked)
        if isinstance(response, Command):
            return response
        answer = Answer(response, Clock.ticks_ms() - started, self._hints.shown)
        self._hints = None
        return answer

    def accept_near(self, feedback: Feedback) -> bool | Command:
        """Write the near verdict and ask whether it counts."""
        self._near = feedback.asked
        self._verdict(Verdict.NEAR, feedback)
        return self._yes_or_no("count it as right? y or n")

    def feedback(self, feedback: Feedback) -> Rating | Command:
        """Write the verdict; take the suggested rating, or with ``rate`` the one that is typed."""
        self._last = feedback
        if self._near == feedback.asked:
            counted = "wrong" if feedback.judgement.verdict is Verdict.WRONG else "right"
            self._write("counted", counted)
        else:
            self._verdict(feedback.judgement.verdict, feedback)
        self._near = None
        self._explain(feedback)
        return self._rating(feedback) if self._rate else feedback.judgement.suggested

    def saved(self, feedback: Feedback, rating: Rating) -> None:
        """Write the rating and when the card comes back."""
        said = (describe.RATINGS[rating], describe.comes_back(feedback, rating))
        self._write("next", ", ".join(filter(None, said)))

    def confirm(self, question: str, *, default: bool) -> bool:
        """Ask a yes/no question; an empty line and the end of input are the default."""
        said = self._yes_or_no(f"{question} y or n, Enter for {'y' if default else 'n'}", empty=default)
        return default if isinstance(said, Command) else said

    def score(self, page: ScorePage) -> Command | None:
        """Write the score page; with ``rate`` wait for Enter or ``:undo``."""
        for word, text in score_lines(page):
            self._write(word, text)
        if not self._rate:
            return None
        self._write("answer", "press Enter to end, or type :undo")
        line = self._line()
        return line if isinstance(line, Command) else None

    def _write(self, word: str, text: str) -> None:
        self._out.write(f"{word}: {clean_line(text)}".rstrip() + "\n")
        self._out.flush()

    def _put(self, asked: Asked) -> None:
        number, *rest = describe.progress(asked)
        kind = asked.card.question.kind
        self._write("question", f"{', '.join((number, *rest, kind))}: {asked.card.prompt}")
        for place, left in enumerate(lefts(asked), 1):
            self._write("left", f"{place}: {left}")
        for place, option in enumerate(asked.shown):
            self._write("option", f"{label(place) if kind is Kind.MATCH else place + 1}: {option}")

    def _reply(self, asked: Asked) -> Response | Command:
        self._write("answer", wanted(asked))
        while True:
            line = self._line()
            if isinstance(line, Command):
                return line
            try:
                return read_reply(asked, line)
            except Misread as misread:
                self._write("please", str(misread))

    def _turn(self, asked: Asked) -> Response | Command:
        self._write("turn", "press Enter to see the answer")
        line = self._line()
        if isinstance(line, Command):
            return line
        self._write("back", "; ".join(describe.right_lines(asked.card)))
        choices = "1 again, 2 hard, 3 good, 4 easy"
        rating = self._one_rating(f"rate {choices}", None)
        return rating if isinstance(rating, Command) else SelfRated(rating)

    def _rating(self, feedback: Feedback) -> Rating | Command:
        suggested = feedback.judgement.suggested
        if isinstance(feedback.response, SelfRated):
            self._write("answer", "press Enter to go on")
            line = self._line()
            return line if isinstance(line, Command) else suggested
        text = f"press Enter for {describe.RATINGS[suggested]}, or type 1 again, 2 hard, 3 good, 4 easy"
        return self._one_rating(text, suggested)

    def _one_rating(self, text: str, empty: Rating | None) -> Rating | Command:
        self._write("answer", text)
        while True:
            line = self._line()
            if isinstance(line, Command):
                return line
            rating = read_rating(line) if line.strip() else empty
            if rating is not None:
                return rating
            self._write("please", text)

    def _yes_or_no(self, text: str, *, empty: bool | None = None) -> bool | Command:
        self._write("answer", text)
        words = {"y": True, "yes": True, "n": False, "no": False}
        while True:
            line = self._line(undo=False)
            if isinstance(line, Command):
                return line
            said = words.get(line.strip().casefold()) if line.strip() else empty
            if said is not None:
                return said
            self._write("please", "type y or n")

    def _line(self, *, undo: bool = True) -> str | Command:
        """Return the next line that is no request for information, or the command it is."""
        while True:
            line = self._in.readline()
            if not line:
                return Command.LEAVE
            line = line.removesuffix("\n").removesuffix("\r")
            if not line.startswith(":"):
                return line
            if line.startswith("::"):
                return line[1:]
            command = self._command(clean_line(line[1:]).casefold(), undo=undo)
            if command is not None:
                return command

    def _command(self, word: str, *, undo: bool) -> Command | None:
        if word == "quit":
            return Command.LEAVE
        if word == "undo" and undo:
            return Command.UNDO
        if word == "hint":
            self._write("hint", (self._hints.next() if self._hints else None) or "none")
        elif word == "source":
            self._source()
        elif word == "help":
            self._write("help", COMMANDS)
        else:
            self._write("please", f"there is no command :{word[:20]} here; :help lists them")
        return None

    def _source(self) -> None:
        if self._last is None:
            self._write("source", "none yet; it is shown after an answer")
            return
        self._write("source", _passage_line(self._last.passage))

    def _verdict(self, verdict: Verdict, feedback: Feedback) -> None:
        self._write(verdict.value, "; ".join(describe.right_lines(feedback.asked.card)))
        if feedback.judgement.difference:
            self._write("difference", spoken(feedback.judgement.difference))
        if feedback.judgement.taken_as:
            self._write("taken", feedback.judgement.taken_as)

    def _explain(self, feedback: Feedback) -> None:
        if feedback.asked.card.question.why:
            self._write("why", feedback.asked.card.question.why)
        for line in describe.because(feedback):
            self._write("because", line)
        if feedback.judgement.reason:
            self._write("reason", feedback.judgement.reason)


def _passage_line(passage: Passage | None) -> str:
    missing = describe.missing_passage(passage)
    if passage is None or missing:
        return missing or ""
    before, quote, after = describe.quoted(passage)
    marked = f"{before}»{quote}«{after}" if quote else before
    return f"{describe.cited(passage)}: {marked}"
