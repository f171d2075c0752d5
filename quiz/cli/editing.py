"""A bank opened in the person's editor from within a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.edit_command import content, look_at
from quiz.cli.editor import editor_of
from quiz.cli.missing import Why, missing
from quiz.cli.targets import as_seen, refuse_packaged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from quiz.cli.edit_command import Look

SHOWN = 5
"""How many faults are told at most."""

UNCHANGED = "Nothing was changed."
READ_AGAIN = "The bank is read again."
READ_IN_PART = "The rest of the bank is read again."
KEPT = (
    "This sitting goes on with the bank as it was read before. "
    "Mend it, or the next one holds back the questions that its faults concern."
)
BACK = "Back to the editor?"


class Edited(NamedTuple):
    """How the editing of a bank ended: what is to be said of it, and whether it can be read again."""

    said: str
    sound: bool


class BankFile(NamedTuple):
    """A bank that is opened: its file, its key, and the ids of its questions that were loaded."""

    path: Path
    key: str
    loaded: Collection[str]


def edit_bank(
    bank: BankFile, line: int, environ: Mapping[str, str], again: Callable[[Sequence[str]], bool]
) -> Edited:
    """Open a bank at a line and wait, as often as it has faults and ``again``, told of these, says so.

    To leave the editor without a change is an answer to that as well. Doubts are left for
    `quiz check`, as a sitting goes on. Raises ``QuizError`` where there is no editor, it fails,
    or the bank is the program's own.
    """
    refuse_packaged(bank.path, bank.key)
    editor, first = editor_of(environ), content(bank.path)
    before, look = first, None
    while True:
        # Not every editor sees the folder that we see.
        editor.open(bank.path.absolute(), line)
        now = content(bank.path)
        if now == before or not bank.path.exists():
            break
        before, look = now, look_at(as_seen(bank.path))
        if not look.faults or not again(_told(look)):
            break
        line = look.first_line
    if _holds_back(bank):
        return Edited(KEPT, sound=False)
    read = READ_IN_PART if look and look.faults else READ_AGAIN
    return Edited(UNCHANGED if now == first else read, sound=True)


def _told(look: Look) -> list[str]:
    """Return the faults, at most a few lines."""
    more = len(look.fault_lines) - SHOWN
    rest = [f"... and {more} more; `quiz check` names them all."] if more > 0 else []
    return [*look.fault_lines[:SHOWN], *rest]


def _holds_back(bank: BankFile) -> bool:
    """Whether faults keep back questions that were loaded; what was taken out on purpose does not count."""
    if not bank.path.exists():
        return False
    return any(one.why is not Why.GONE for one in missing(str(bank.path), bank.loaded).values())
