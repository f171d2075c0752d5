"""What a learner can ask for beside the answer: the keys, the same for every kind of question.

While a question stands they follow Esc, since letters may be the answer; elsewhere they stand alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.review import Confidence
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Iterator


class Key(NamedTuple):
    """A letter, what it asks for, and what that is called in the footer."""

    letter: str
    command: Command
    words: str


OFTEN: Final = (
    Key("s", Command.SOURCE, "source"),
    Key("o", Command.OVERRULE, "overrule"),
    Key("u", Command.UNDO, "undo"),
)
SELDOM: Final = (
    Key("f", Command.FLAG, "flag"),
    Key("x", Command.SUSPEND, "suspend"),
    Key("b", Command.BURY, "bury until tomorrow"),
    Key("e", Command.EDIT, "edit"),
    Key("p", Command.PAUSE, "pause"),
)
LEAVE: Final = Key("q", Command.LEAVE, "leave")
KEYS: Final = (*OFTEN, *SELDOM, LEAVE)
IN_EXAM: Final = tuple(key for key in KEYS if key.letter in "ufq")
FOR_LEECHES: Final = tuple(key for key in KEYS if key.letter in "sexq")

WORDS: Final = {
    "quit": Command.LEAVE,
    **{command.value: command for command in Command if command is not Command.LEAVE},
}
"""What the line mode calls them, after a colon."""

CONFIDENCE: Final = {
    "1": Confidence.SURE,
    "2": Confidence.THINK_SO,
    "3": Confidence.GUESSING,
}
CONFIDENCE_WORDS: Final = ("How sure are you?", "1 sure", "2 or Enter think so", "3 guessing")


def letters() -> Iterator[tuple[str, Command]]:
    """Yield the letters and what they ask for."""
    for key in KEYS:
        yield key.letter, key.command


def asking(*, helped: bool, exam: bool = False) -> tuple[str, ...]:
    """Return the footer's words while a question stands; ``helped``: all that do something there."""
    if not helped:
        return ("? keys", "Ctrl-Z undo", "Ctrl-D leave")
    shown = IN_EXAM if exam else KEYS
    rest = tuple(f"Esc {key.letter} {_meanwhile(key)}" for key in shown if key.command not in _WITH_CTRL)
    return ("Ctrl-Z undo", *rest, "Ctrl-D leave")


def _meanwhile(key: Key) -> str:
    """Return the words of a key while a question stands: the verdict then is that of the answer before."""
    return f"{key.words} the last" if key.command is Command.OVERRULE else key.words


def answered(*, helped: bool, turned: bool = False) -> tuple[str, ...]:
    """Return the footer's words after an answer; ``helped``: all of them.

    ``turned``: a card shows its back and is not rated yet.
    """
    shown = KEYS if helped else (*OFTEN, LEAVE)
    words = tuple(f"{key.letter} {_meanwhile(key) if turned else key.words}" for key in shown)
    return words if helped else (*words[:-1], "? keys", words[-1])


_WITH_CTRL: Final = (Command.UNDO, Command.LEAVE)
