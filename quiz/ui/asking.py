"""A question as it stands before the learner: what was shown, typed, picked and spent so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.ui.describe import Hints
from quiz.ui.screen import Answer, Command

if TYPE_CHECKING:
    from quiz.card import Asked
    from quiz.review import Response


class Standing:
    """One question until it is answered, however often it is put meanwhile, as after a pause."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.hints = Hints(asked)
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


def standing(before: Standing | None, asked: Asked) -> Standing:
    """Return how a question stands that is put: as it stood, when it is the one put before."""
    if before is None or (before.asked.card, before.asked.number) != (asked.card, asked.number):
        return Standing(asked)
    before.asked = asked
    return before
