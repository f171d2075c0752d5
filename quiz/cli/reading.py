"""The text behind the cards, a paragraph at a time, in the order in which it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank import read_document
from quiz.errors import QuizError
from quiz.ui.screen import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.store import Candidate


class Reading:
    """Shows each paragraph once, before the first card that stands on it or on a later one."""

    def __init__(self) -> None:
        self._shown: dict[Path, int] = {}
        self._texts: dict[Path, dict[int, str]] = {}

    def up_to(self, candidate: Candidate) -> Iterator[Passage]:
        """Yield the paragraphs from the last one shown up to the one that a card cites.

        Nothing for a card that cites no paragraph, or whose text cannot be read.
        """
        document, paragraph = cited(candidate)
        if document is None or paragraph is None:
            return
        last = self._shown.get(document, 0)
        for number, text in self._text(document).items():
            if last < number <= paragraph:
                self._shown[document] = number
                yield Passage(document.name, number, text, None)

    def seen(self, candidate: Candidate) -> None:
        """Take the paragraphs up to the one that a card cites as shown, as when it was asked before."""
        document, paragraph = cited(candidate)
        if document is not None and paragraph is not None:
            self._shown[document] = max(paragraph, self._shown.get(document, 0))

    def _text(self, document: Path) -> dict[int, str]:
        if document not in self._texts:
            try:
                self._texts[document] = dict(sorted(read_document(document).items()))
            except QuizError:
                self._texts[document] = {}
        return self._texts[document]


def cited(candidate: Candidate) -> tuple[Path | None, int | None]:
    """Return the text that a card cites and the last paragraph that it needs; None where it cites none."""
    question = candidate.card.question
    document = (question.source.document if question.source else None) or candidate.source
    if question.source is None or document is None:
        return None, None
    last = max(question.source.paragraphs, default=None)
    return Path(question.location.path).parent / document, last


def in_reading_order(cards: Sequence[Candidate]) -> list[Candidate]:
    """Return the cards by the paragraph that they stand on, in the order of the texts; the others last."""
    places = [cited(card) for card in cards]
    texts = list(dict.fromkeys(document for document, _ in places))
    order = sorted(
        range(len(cards)),
        key=lambda at: (places[at][1] is None, texts.index(places[at][0]), places[at][1] or 0),
    )
    return [cards[at] for at in order]
