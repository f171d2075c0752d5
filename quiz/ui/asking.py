"""A question as it stands before the learner: what was shown, typed, picked and spent so far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.ui.describe import Hints
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from quiz.card import Asked
    from quiz.review import Response
    from quiz.ui.screen import Passage


class Standing:
    """One question until it is answered, however often it is put meanwhile, as after a pause."""

    def __init__(self, asked: Asked, hints: Hints | None = None) -> None:
        self.asked = asked
        self.hints = hints or Hints(asked)
        self.spent_ms = 0
        """Milliseconds in which the question was to be seen."""

        self.typed = ""
        """What stands in the line, not sent yet."""

        self.places: list[int] = []
        """Which options were picked or ticked so far, by their place in ``asked.shown``."""

        self.turned = False
        """Whether the back of a recall card was shown."""

    def ended(self, response: Response | Command) -> Answer | Command:
        """Return what ended the asking; what was typed and picked is kept only when it was a command.

        The paragraph counts as a hint, unless the answer was to be seen already.
        """
        if isinstance(response, Command):
            self.hints.sourced |= response is Command.SOURCE and not self.turned
            return response
        self.typed, self.places, self.turned = "", [], False
        return Answer(response, self.spent_ms, self.hints.shown)


class Stood:
    """The questions that a sitting put on a screen, by their card and number.

    A number comes again with the same card only when something was taken back.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], Standing] = {}
        self._now: Standing | None = None

    def put(self, asked: Asked) -> Standing:
        """Return how a question stands: as it stood, or with its hints alone if others stood meanwhile.

        One that was edited begins anew.
        """
        place = (asked.card.key, asked.number)
        before = self._known.get(place)
        if before is None or before.asked.card != asked.card:
            now = Standing(asked)
        else:
            now = before if before is self._now else Standing(asked, before.hints)
        now.asked = asked
        self._known[place] = self._now = now
        return now

    def covered(self, passage: Passage | None) -> Passage | None:
        """Return a passage as it may be seen now: its quote, which may be the answer, not before that."""
        if passage is None or self._now is None or self._now.turned:
            return passage
        return _unmarked(passage)

    def answered(self) -> None:
        """Let nothing but the hints be left, should the question be put again."""
        self._now = None

    def ended(self, wanted: Command | None) -> Command | None:
        """Forget the sitting, unless undo is wanted at its end; return what is wanted."""
        if wanted is not Command.UNDO:
            self._known.clear()
            self._now = None
        return wanted


def _unmarked(passage: Passage) -> Passage:
    return replace(passage, quote=None, also=tuple(map(_unmarked, passage.also)))
