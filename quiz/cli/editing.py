"""A bank opened in the person's editor from within a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.edit_command import content, look_at
from quiz.cli.editor import editor_of
from quiz.cli.targets import refuse_packaged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHOWN = 5
"""How many faults are told at most."""

UNCHANGED = "Nothing was changed."


def edit_bank(path: Path, line: int, bank: str, environ: Mapping[str, str]) -> list[str]:
    """Open a bank at a line and wait; return what is to be said then: its faults, at most a few lines.

    Doubts are left for `quiz check`, as a sitting goes on. Raises ``QuizError`` where there is
    no editor, it fails, or the bank is the program's own.
    """
    refuse_packaged(path, bank)
    editor, before = editor_of(environ), content(path)
    editor.open(path, line)
    if content(path) == before:
        return [UNCHANGED]
    faults = look_at(path).fault_lines
    more = len(faults) - SHOWN
    return [*faults[:SHOWN], *([f"... and {more} more; `quiz check` names them all."] if more > 0 else [])]
