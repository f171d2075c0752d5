"""The interactive screen: one question after another in a terminal that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.clock import Clock
from quiz.question import Kind
from quiz.review import Rating, Response, SelfRated, Verdict
from quiz.ui import figures, render
from quiz.ui.controls import answer
from quiz.ui.describe import RATINGS, Hints, comes_back, remark
from quiz.ui.keys import read_key
from quiz.ui.screen import Answer, Command, Feedback, ScorePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from quiz.card import Asked

TURN, HINT, SOURCE, YES, NO, ON = "turn", "hint", "source", "yes", "no", "on"
EXITS = {"u": Command.UNDO, "c-z": Command.UNDO, "q": Command.LEAVE}
RATING_KEYS = {str(rating.value): rating for rating in Rating}
RATING_WORDS = " ".join(f"{rating.value} {name}" for rating, name in RATINGS.items())


class Interactive:
    """A screen on the terminal of this process.

    ``make_console`` gives the console to draw on; it is called for each drawing, so that a
    new size of the terminal is followed.
    """

    def __init__(self, make_console: Callable[[], Console] = render.console) -> None:
        self._console = make_console
        self._near: Asked | None = None
        self._told: set[Kind] = set()

    def say(self, sentence: str) -> None:
        """Draw one sentence."""
        render.draw_lines(self._console(), sentence)

    def ask(self, asked: Asked) -> Answer | Command:
        """Draw the question, wait for the answer."""
        render.draw_progress(self._console(), asked)
        render.draw_prompt(self._console(), asked)
        hints, self._near = Hints(asked), None
        started = Clock.ticks_ms()
        recall = asked.card.question.kind is Kind.RECALL
        response = self._recall(asked, hints) if recall else self._answer(asked, hints)
        if isinstance(response, Command):
            return response
        return Answer(response, Clock.ticks_ms() - started, hints.shown)

    def accept_near(self, feedback: Feedback) -> bool | Command:
        """Draw what differs and wait for y or n; Enter is no."""
        self._near = feedback.asked
        render.draw_near(self._console(), feedback)
        keys = {"y": YES, "n": NO, "enter": NO}
        key = read_key(keys, ("Count it as right?", "y yes", "n or Enter no"))
        return key if isinstance(key, Command) else key == YES

    def feedback(self, feedback: Feedback) -> Rating | Command:
        """Draw verdict and answer, and wait for the rating."""
        render.draw_feedback(
            self._console(),
            feedback,
            difference=self._near != feedback.asked,
            remark=self._remark(feedback),
        )
        self._near = None
        suggested = feedback.judgement.suggested
        rated = isinstance(feedback.response, SelfRated)
        keys: dict[str, str | Rating | Command] = {
            "enter": suggested,
            "s": SOURCE,
            **EXITS,
            **({} if rated else RATING_KEYS),
        }
        choices = ("Enter go on",) if rated else (f"Enter = {RATINGS[suggested]}", RATING_WORDS)
        footer = (*choices, "s source", "u undo", "q leave")
        while True:
            key = read_key(keys, footer)
            if isinstance(key, Rating | Command):
                return key
            render.draw_passage(self._console(), feedback.passage)

    def saved(self, feedback: Feedback, rating: Rating) -> None:
        """Draw the rating, and when the card comes back, where that differs from what was suggested."""
        if rating is feedback.judgement.suggested:
            return
        when = comes_back(feedback, rating)
        then = f", comes back {when}" if when else ""
        render.draw_rated(self._console(), RATINGS[rating] + then)

    def confirm(self, question: str, *, default: bool) -> bool:
        """Draw the question and wait for y or n; Enter and the end of input are the default."""
        self.say(question)
        keys = {"y": YES, "n": NO, "enter": YES if default else NO}
        footer = ("y or Enter yes", "n no") if default else ("y yes", "n or Enter no")
        key = read_key(keys, footer)
        return default if isinstance(key, Command) else key == YES

    def score(self, page: ScorePage) -> Command | None:
        """Draw the score page and wait for Enter, or u."""
        figures.draw_score(self._console(), page)
        keys: dict[str, str | Command] = {"enter": ON, **EXITS}
        key = read_key(keys, ("Enter end", "u undo the last answer"))
        return key if isinstance(key, Command) else None

    def _remark(self, feedback: Feedback) -> str | None:
        """Return the remark on an answer; why a right pick counts as hard is told once for each kind."""
        judgement, kind = feedback.judgement, feedback.asked.card.question.kind
        told = kind in self._told
        if judgement.verdict is Verdict.RIGHT and feedback.asked.shown:
            self._told.add(kind)
            return None if told else remark(feedback)
        return remark(feedback)

    def _answer(self, asked: Asked, hints: Hints) -> Response | Command:
        shown = answer(asked, hints)
        if isinstance(shown, Command):
            return shown
        for line in shown.lines:
            render.draw_lines(self._console(), f"  {line}")
        return shown.response

    def _recall(self, asked: Asked, hints: Hints) -> SelfRated | Command:
        turned = self._turn(hints)
        if isinstance(turned, Command):
            return turned
        render.draw_back(self._console(), asked)
        keys: dict[str, Rating | Command] = {"enter": Rating.GOOD, **RATING_KEYS, "c-z": Command.UNDO}
        rating = read_key(
            keys, (f"Enter = {RATINGS[Rating.GOOD]}", RATING_WORDS, "Ctrl-Z undo", "Ctrl-D leave")
        )
        return SelfRated(rating) if isinstance(rating, Rating) else rating

    def _turn(self, hints: Hints) -> str | Command:
        """Wait for Enter, giving out hints on the way."""
        while True:
            hint = ("Tab hint",) if hints.more() else ()
            keys: dict[str, str | Command] = {"enter": TURN, " ": TURN, "tab": HINT, "c-z": Command.UNDO}
            key = read_key(keys, ("Enter shows the answer", *hint, "Ctrl-Z undo", "Ctrl-D leave"))
            if key != HINT:
                return key
            if hints.more():
                self.say(f"Hint: {hints.next()}")
