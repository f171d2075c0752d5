"""The paragraph behind a card, read when it is wanted."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank import read_document
from quiz.errors import QuizError
from quiz.ui.screen import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.question import Source
    from quiz.store import Candidate


def passage_of(candidate: Candidate) -> Passage | None:
    """Return the passage that a card's question cites; None when it cites none."""
    question = candidate.card.question
    document = (question.source.document if question.source else None) or candidate.source
    if question.source is None or document is None:
        return None
    source = question.source
    try:
        path = Path(question.location.path).parent / document
        paragraphs = _read(path, _changed(path))
    except QuizError as error:
        return Passage(document, source.paragraph, None, source.quote, missing=str(error))
    return passage_from(source, document, paragraphs)


def passage_from(source: Source, document: str, paragraphs: Mapping[int, str]) -> Passage:
    """Return the passage that a source cites of the paragraphs of ``document``, with those it also needs."""
    also = (_paragraph(number, source, document, paragraphs) for number in source.also)
    passage = _paragraph(source.paragraph, source, document, paragraphs)
    return replace(passage, also=tuple(also))


def _paragraph(number: int | None, source: Source, document: str, paragraphs: Mapping[int, str]) -> Passage:
    text = paragraphs.get(number) if number is not None else None
    missing = None if text is not None else f"{document} has no paragraph {number}."
    return Passage(document, number, text, source.quote, missing)


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
