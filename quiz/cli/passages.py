"""The paragraph behind a card, read when it is wanted."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank import read_document
from quiz.errors import QuizError
from quiz.ui.screen import Passage

if TYPE_CHECKING:
    from quiz.store import Candidate


def passage_of(candidate: Candidate) -> Passage | None:
    """Return the passage that a card's question cites; None when it cites none."""
    question = candidate.card.question
    document = (question.source.document if question.source else None) or candidate.source
    if question.source is None or document is None:
        return None
    paragraph, quote = question.source.paragraph, question.source.quote
    try:
        path = Path(question.location.path).parent / document
        paragraphs = _read(path, _changed(path))
    except QuizError as error:
        return Passage(document, paragraph, None, quote, missing=str(error))
    text = paragraphs.get(paragraph) if paragraph is not None else None
    missing = None if text is not None else f"{document} has no paragraph {paragraph}."
    return Passage(document, paragraph, text, quote, missing)


def _changed(path: Path) -> int:
    """Return when the text was last changed, 0 where it is not there: it may be edited in a sitting."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@functools.lru_cache(maxsize=32)
def _read(path: Path, changed: int) -> dict[int, str]:
    del changed
    return read_document(path)
