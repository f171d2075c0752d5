"""What can go wrong for a person: one class for each situation, with its own sentence.

Each is caught once, in ``cli/app.py``, which prints ``str(error)`` on stderr and exits
with ``exit_code``. 0 means done, 1 something to mend, 2 wrong usage (click's own code as
well), 3 a database that cannot be used, 128 + n a signal.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` takes as long to load as Python takes to start, and `quiz due` loads this
if TYPE_CHECKING:
    from collections.abc import Sequence

RESTORE = "Restore a copy, or use another file with --db."
MAKE_ROOM = "Make room, or use another file with --db."
CHECK_FOLDER = "Check the folder and its rights, or use another file with --db."
ROOM_OR_FOLDER = "Make room, or check the folder and its rights, or use another file with --db."
"""Cures of a database that cannot be used."""


class QuizError(Exception):
    """A failure that a person can meet; ``str`` says what is wrong and the cure."""

    exit_code = 1


class UsageFault(QuizError):
    """What was typed or configured cannot be followed."""

    exit_code = 2


class DatabaseFault(QuizError):
    """The database cannot be used."""

    exit_code = 3


class NotTogether(UsageFault):
    """Two options, or other ways to say what is wanted, contradict each other."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} do not go together. Leave one of them out.")


class BadSetting(UsageFault):
    """A setting has a value that it cannot have."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} is {value!r}; it has to be {wanted}.")


class BadConfig(UsageFault):
    """The config file cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The config file {path} cannot be read: {reason}. Mend it or move it away.")


class UnknownSetting(UsageFault):
    """The config file sets something that does not exist."""

    def __init__(self, name: str, path: str, known: str) -> None:
        super().__init__(f"{path} sets {name!r}, which is no setting. There are: {known}.")


class NoBanks(QuizError):
    """No bank was found anywhere."""

    def __init__(self, places: str) -> None:
        super().__init__(
            f"No question bank was found in {places}. Put a .yaml bank there, or name a place with --banks."
        )


class NothingChosen(UsageFault):
    """The words given to choose questions fit none; ``near`` are names that may have been meant."""

    def __init__(self, words: str, choices: Sequence[str], near: Sequence[str] = ()) -> None:
        told = f"Did you mean {either(near)}?" if near else f"There are: {', '.join(choices) or 'none'}."
        super().__init__(f"Nothing fits {words}. {told} `quiz list` shows all banks and tags.")
        self.near = tuple(near)


def either(names: Sequence[str]) -> str:
    """Return names as a choice: ``a``, ``a or b``, ``a, b or c``."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


class FolderGone(QuizError):
    """The current folder was removed while it was somebody's current one."""

    def __init__(self) -> None:
        super().__init__(
            "The folder you are in is gone. Change to another one, or name the banks with --banks."
        )


class NoSource(QuizError):
    """A bank names no text."""

    def __init__(self, bank: str) -> None:
        super().__init__(f"{bank} names no text that it is written from. Add a line `source: TEXT.md` to it.")


class DatabaseInUse(DatabaseFault):
    """Another sitting writes to the same database."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is in use by another sitting or program. "
            "End that one first, or use another file with --db."
        )


class DatabaseTooNew(DatabaseFault):
    """The database was written by a later version."""

    def __init__(self, path: str, step: str) -> None:
        super().__init__(
            f"{path} was written by a newer version of quiz (step {step}). "
            "Upgrade quiz, or use another file with --db."
        )


class SchedulerTooNew(DatabaseFault):
    """The log has answers whose memory follows formulas that are not known here."""

    def __init__(self, path: str, version: str) -> None:
        super().__init__(
            f"{path} has answers that were written by a newer quiz, by formulas of memory ({version}) that "
            "this one does not know. Update quiz, or use another file with --db."
        )


class DatabaseUnreadable(DatabaseFault):
    """The file is no database of ours, or is damaged, or may not be opened."""

    def __init__(self, path: str, reason: str, cure: str = RESTORE) -> None:
        super().__init__(f"{path} cannot be used as the database: {reason}. {cure}")


class NotSaved(DatabaseFault):
    """An answer, or the taking back of one, could not be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"The last change could not be saved in {path}: {reason}. All answers before it are safe. "
            "Make room or check the rights of the folder, then start again."
        )


class CannotWork(QuizError):
    """The system refuses something that has no sentence of its own, such as writing to a full disk."""

    def __init__(self, error: OSError) -> None:
        what = f"{error.filename} cannot be used" if error.filename else "The output cannot be written"
        super().__init__(f"{what}: {error.strerror or error}.")


class NothingToUndo(QuizError):
    """There is no answer to take back."""

    def __init__(self) -> None:
        super().__init__("There is no answer to take back.")


class Stopped(QuizError):
    """A signal ended a command; ``said`` is what became of the work until then, as a sentence."""

    def __init__(self, said: str, exit_code: int) -> None:
        super().__init__(f"Stopped. {said}")
        self.exit_code = exit_code


class Interrupted(Stopped):
    """A signal, or the end of a terminal, ended the sitting; everything answered is saved."""

    def __init__(self, signal_number: int) -> None:
        super().__init__("Every answer is saved; `quiz start` goes on from here.", 128 + signal_number)
