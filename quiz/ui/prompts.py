"""The interactive screen: one question after another in a terminal that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.clock import Clock
from quiz.question import Kind
from quiz.review import Confidence, Rating, Response, SelfRated, Verdict
from quiz.ui import commands, figures, render
from quiz.ui.asking import Stood
from quiz.ui.backlog import WANTED, read_days
from quiz.ui.controls import answer
from quiz.ui.describe import RATINGS, remark
from quiz.ui.keys import ESC, read_key
from quiz.ui.lines import read_line
from quiz.ui.replies import Misread
from quiz.ui.screen import Answer, Command, Feedback, Leech, Look, ScorePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from quiz.card import Asked
    from quiz.ui.asking import Standing
    from quiz.ui.screen import Passage

TURN, HINT, HELP, YES, NO, ON = "turn", "hint", "help", "yes", "no", "on"
Keys = dict[str, str | Rating | Confidence | Command]
LETTERS = dict(commands.letters())
ESCAPED = {ESC + letter: command for letter, command in LETTERS.items()}
RATING_KEYS = {str(rating.value): rating for rating in Rating}
RATING_WORDS = " ".join(f"{rating.value} {name}" for rating, name in RATINGS.items())
LEECH_KEYS = {key.letter: key.command for key in commands.FOR_LEECHES}
LEECH_WORDS = ("Enter go on", *(f"{key.letter} {key.words}" for key in commands.FOR_LEECHES))


class Interactive:
    """A screen on the terminal of this process.

    ``make_console`` gives the console to draw on; it is called for each drawing, so that a
    new size of the terminal is followed.
    """

    attended = True

    def __init__(self, make_console: Callable[[], Console] = render.console) -> None:
        self._console = make_console
        self._near: Asked | None = None
        self._stood = Stood()
        self._told: set[Kind] = set()

    def say(self, sentence: str) -> None:
        """Draw one sentence."""
        render.draw_lines(self._console(), sentence)

    def ask(self, asked: Asked) -> Answer | Command:
        """Draw the question, wait for the answer."""
        render.draw_progress(self._console(), asked)
        render.draw_prompt(self._console(), asked)
        self._near = None
        now = self._stood.put(asked)
        started = Clock.ticks_ms()
        recall = asked.card.question.kind is Kind.RECALL
        response = self._recall(now) if recall else self._answer(now)
        now.spent_ms += Clock.ticks_ms() - started
        return now.ended(response)

    def confidence(self) -> Confidence | Command:
        """Wait for one of three keys; Enter is the middle one."""
        self._stood.answered()
        keys: Keys = {**commands.CONFIDENCE, "enter": Confidence.THINK_SO}
        key = read_key(keys, commands.CONFIDENCE_WORDS)
        return key if isinstance(key, Confidence | Command) else Confidence.THINK_SO

    def accept_near(self, feedback: Feedback) -> bool | Command:
        """Draw what differs and wait for y or n; Enter is no."""
        self._near = feedback.asked
        self._stood.answered()
        render.draw_near(self._console(), feedback)
        keys: Keys = {"y": YES, "n": NO, "enter": NO}
        key = read_key(keys, ("Count it as right?", "y yes", "n or Enter no"))
        return key if isinstance(key, Command) else key == YES

    def feedback(self, feedback: Feedback) -> None:
        """Draw verdict and answer, and the paragraph when the answer was not right."""
        render.draw_feedback(
            self._console(),
            feedback,
            difference=self._near != feedback.asked,
            remark=self._remark(feedback),
        )
        self._near = None
        self._stood.answered()
        if feedback.teaches():
            self.passage(feedback.passage)

    def decide(self, feedback: Feedback) -> Rating | Command:
        """Wait for the rating, or for something else that is wanted; a flashcard is rated by now."""
        suggested = feedback.judgement.suggested
        if isinstance(feedback.response, SelfRated):
            return suggested
        return _decided(suggested)

    def saved(self, feedback: Feedback, rating: Rating) -> None:
        """Draw the rating, and when the card comes back, where that differs from what was suggested."""
        if rating is feedback.judgement.suggested:
            return
        render.draw_rated(self._console(), feedback, rating)

    def passage(self, passage: Passage | None) -> None:
        """Draw the paragraph with its quote set off, once the answer can be seen."""
        render.draw_passage(self._console(), self._stood.covered(passage))

    def note(self, request: str) -> str | None:
        """Wait for a line; Ctrl-C and Ctrl-D give up."""
        return read_line(request)

    def pause(self) -> None:
        """Clear the screen and wait for Enter."""
        console = self._console()
        console.clear()
        self.say("Paused. The clock stands still.")
        read_key({"enter": ON, " ": ON}, ("Enter goes on",))

    def look(self, look: Look) -> Command | None:
        """Draw the new card whole and wait for Enter."""
        render.draw_look(self._console(), look)
        on = "Enter next" if look.number < look.total else "Enter begins"
        return self._on({"q": Command.LEAVE}, (on, "q begin now"))

    def read(self, passage: Passage) -> Command | None:
        """Draw the paragraph and wait for Enter."""
        render.draw_reading(self._console(), passage)
        return self._on({"q": Command.LEAVE}, ("Enter go on", "q leave"))

    def leech(self, leech: Leech) -> Command | None:
        """Draw what the card is, and wait for what is to be done."""
        render.draw_leech(self._console(), leech)
        return self._on(LEECH_KEYS, LEECH_WORDS)

    def confirm(self, question: str, *, default: bool) -> bool:
        """Draw the question and wait for y or n; Enter and the end of input are the default."""
        self.say(question)
        keys: Keys = {"y": YES, "n": NO, "enter": YES if default else NO}
        footer = ("y or Enter yes", "n no") if default else ("y yes", "n or Enter no")
        key = read_key(keys, footer)
        return default if isinstance(key, Command) else key == YES

    def days(self, question: str, *, default: int) -> int | None:
        """Draw the question and wait for a line; Enter is yes, Ctrl-C and the end of input are no."""
        self.say(question)
        while True:
            line = read_line(f"{WANTED}, Enter for y:")
            if line is None:
                return None
            try:
                return read_days(line, default)
            except Misread as misread:
                self.say(f"Please {misread}.")

    def score(self, page: ScorePage) -> Command | None:
        """Draw the score page and wait for Enter, or u, or m where something was missed."""
        figures.draw_score(self._console(), page)
        keys: dict[str, Command] = {"c-z": Command.UNDO, "u": Command.UNDO, "q": Command.LEAVE}
        missed = {"m": Command.MISSED} if page.missed else {}
        words = ("m what you missed, once more",) if page.missed else ()
        wanted = self._on({**keys, **missed}, ("Enter end", *words, "u undo the last answer"))
        return self._stood.ended(wanted)

    @staticmethod
    def _on(keys: dict[str, Command], footer: tuple[str, ...]) -> Command | None:
        """Wait for Enter, which is None, or for one of these keys."""
        key = read_key({"enter": ON, **keys}, footer)
        return key if isinstance(key, Command) else None

    def _remark(self, feedback: Feedback) -> str | None:
        """Return the remark on an answer; why a right pick counts as hard is told once for each kind."""
        judgement, kind = feedback.judgement, feedback.asked.card.question.kind
        told = kind in self._told
        if judgement.verdict is Verdict.RIGHT and feedback.asked.shown:
            self._told.add(kind)
            return None if told else remark(feedback)
        return remark(feedback)

    def _answer(self, standing: Standing) -> Response | Command:
        shown = answer(standing)
        if isinstance(shown, Command):
            return shown
        for line in shown.lines:
            render.draw_lines(self._console(), f"  {line}")
        return shown.response

    def _recall(self, standing: Standing) -> SelfRated | Command:
        turned = None if standing.turned else self._turn(standing)
        if turned is not None:
            return turned
        standing.turned = True
        render.draw_back(self._console(), standing.asked)
        rating = _decided(Rating.GOOD, turned=True)
        return SelfRated(rating) if isinstance(rating, Rating) else rating

    def _turn(self, standing: Standing) -> Command | None:
        """Wait for Enter, giving out hints on the way; None once the card is turned."""
        hints, helped = standing.hints, False
        while True:
            hint = ("Tab hint",) if hints.more() else ()
            keys: Keys = {"enter": TURN, " ": TURN, "tab": HINT, "?": HELP, "c-z": Command.UNDO, **ESCAPED}
            key = read_key(keys, ("Enter shows the answer", *hint, *commands.asking(helped=helped)))
            if key == HELP:
                helped = not helped
            elif key == HINT and hints.more():
                self.say(f"Hint: {hints.next()}")
            elif key != HINT:
                return key if isinstance(key, Command) else None


def _decided(suggested: Rating, *, turned: bool = False) -> Rating | Command:
    """Wait for a rating, which Enter takes as suggested, or for a command; ``?`` shows more of these."""
    keys: Keys = {"enter": suggested, **RATING_KEYS, "c-z": Command.UNDO, **LETTERS, **ESCAPED, "?": HELP}
    helped = False
    while True:
        words = commands.answered(helped=helped, turned=turned)
        key = read_key(keys, (f"Enter = {RATINGS[suggested]}", RATING_WORDS, *words))
        if isinstance(key, Rating | Command):
            return key
        helped = not helped
