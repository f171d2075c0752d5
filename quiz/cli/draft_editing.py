"""A draft in the person's editor, as often as it takes to be a question."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quiz.authoring.draft.changing import entry_from, text_of
from quiz.cli.editor import EditorFailed, editor_of
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.authoring.draft.changing import Spoilt
    from quiz.authoring.writing import Entry

STAYS = "The draft stays as it was."


def edited(entry: Entry, spoilt: Spoilt | None) -> Entry | Spoilt | str | None:
    """Return what became of a draft in the editor, which goes on from a text that was no question.

    A text that is none comes back as Spoilt; None says that nothing was left, and a sentence
    that the editor did not do its work.
    """
    text, line = (text_of(entry), 1) if spoilt is None else (spoilt.text, spoilt.line)
    try:
        left = _left(text, line)
    except EditorFailed:
        return f"The editor did not end well. {STAYS}"
    except QuizError as error:
        return f"{error} {STAYS}"
    except OSError as error:
        return f"The text of the editor cannot be used: {error.strerror or error}. {STAYS}"
    name = entry.get("id")
    return entry_from(left, name if isinstance(name, str) else None)


def _left(text: str, line: int) -> str:
    """Return what the editor leaves of a text; bytes that are no UTF-8 become lone surrogates."""
    with TemporaryDirectory(prefix="quiz-") as folder:
        file = Path(folder, "draft.yaml")
        file.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
        editor_of(os.environ).open(file, line)
        return file.read_text(encoding="utf-8", errors="surrogateescape")
