"""From a question as a bank writes it, and what a learner gives, to the verdict in one word."""

from __future__ import annotations

from quiz.bank import read_text
from quiz.card import cards_of
from quiz.grading import Judgement, grade
from quiz.review import Matched, Picked, Rating, Response, SelfRated, Typed

Given = str | tuple[str, ...] | dict[str, str] | Rating
Row = tuple[str, Given, str]

RIGHT, NEAR, PARTLY, WRONG, UNREAD = "right", "near", "partly", "wrong", "unread"


def judgement(
    snippet: str, given: Given, language: str = "en", rivals: tuple[str, ...] = (), hole: int = 1
) -> Judgement:
    """Grade ``given`` on the question with the keys ``snippet``, on its ``hole`` where it is a cloze."""
    asked = "" if snippet.startswith(("cloze:", "claim:", "front:")) else "ask: What is it?, "
    bank = f"quiz: 1\ntitle: Rows\nlanguage: {language}\nquestions:\n  - {{{asked}{snippet}}}\n"
    reading = read_text(bank.encode(), "rows.yaml", "rows")
    assert not reading.problems, reading.problems
    card = cards_of("rows", reading.bank.questions[0])[hole - 1]
    return grade(card, response(given, card.question.options()), language=language, rivals=rivals)


def verdict(
    snippet: str, given: Given, language: str = "en", rivals: tuple[str, ...] = (), hole: int = 1
) -> str:
    """Return the verdict in one word; ``unread`` is what is asked again instead of being graded."""
    found = judgement(snippet, given, language, rivals, hole)
    return UNREAD if found.unread else str(found.verdict)


def response(given: Given, shown: tuple[str, ...]) -> Response:
    """Return the response of the kind that ``given`` has: text, picks, pairs, or a rating."""
    if isinstance(given, dict):
        return Matched(tuple(given.items()), shown)
    if isinstance(given, tuple):
        return Picked(given, shown)
    return SelfRated(given) if isinstance(given, Rating) else Typed(given)


def named(row: tuple[object, ...]) -> str:
    """Return what a row is called in a report."""
    return " | ".join(map(str, row))
