"""Questions and responses as JSON text, for the catalogue and the log."""

from __future__ import annotations

import json
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quiz.quantity import Figures, PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    Source,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.review import Matched, Picked, Rating, Response, SelfRated, Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quiz.question import Location

CLASSES: Mapping[str, type[Question]] = {
    kind.kind.value: kind
    for kind in (
        TextQuestion,
        ChoiceQuestion,
        TrueFalseQuestion,
        NumberQuestion,
        DateQuestion,
        SeveralQuestion,
        ClozeQuestion,
        OrderQuestion,
        MatchQuestion,
        RecallQuestion,
    )
}

_ELSEWHERE = {"id", "location", "ask"}
_STORED = {
    kind: tuple((field.name, field.default) for field in fields(kind) if field.name not in _ELSEWHERE)
    for kind in CLASSES.values()
}
# Values here are frozen, so none holds itself; not looking for that saves a quarter of the time.
_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=str
).encode


def question_text(question: Question) -> str:
    """Return everything of a question but id, place and ``ask``, as JSON; equal questions give equal text."""
    values = vars(question)  # what has the default may be missing there
    stored = {
        name: values[name]
        for name, default in _STORED[type(question)]
        if name in values and values[name] != default
    }
    if question.source is not None and not question.source.also:
        # A source was stored without that part before there was one, and equal questions give equal text.
        stored["source"] = question.source[:3]
    return _encode(stored)


def question_from(kind: str, question_id: str, location: Location, ask: str, text: str) -> Question:
    """Return the question that ``question_text`` wrote."""
    found = json.loads(text)
    made: dict[str, Any] = {n: _READ[n](value) if n in _READ else value for n, value in found.items()}
    return CLASSES[kind](id=question_id, location=location, ask=ask, **made)


def _texts(value: list[str]) -> tuple[str, ...]:
    return tuple(value)


def _tolerance(amount: str | int, relative: bool | None = None) -> Tolerance | Figures:  # noqa: FBT001 - as stored
    """Return a tolerance from its parts, or significant figures, which have one alone."""
    return Figures(int(amount)) if relative is None else Tolerance(Decimal(amount), relative)


_READ: Mapping[str, Callable[[Any], object]] = {
    "tags": _texts,
    "accept": _texts,
    "answers": _texts,
    "items": _texts,
    "listed": _texts,
    "wrong": lambda value: tuple(Wrong(*entry) for entry in value),
    "source": lambda value: Source(*value[:3], *map(tuple, value[3:])),
    "value": Decimal,
    "upper": Decimal,
    "tolerance": lambda value: _tolerance(*value),
    "date": lambda value: PartialDate(*value),
    "pieces": lambda value: tuple(
        piece if isinstance(piece, str) else Hole(tuple(piece[0]), piece[1]) for piece in value
    ),
    "pairs": lambda value: tuple((left, right) for left, right in value),
}


def response_text(response: Response) -> str:
    """Return a response as JSON: what was typed, picked, matched or rated, and what was shown."""
    text = _encode(_response_values(response))
    # A terminal hands on bytes that are no UTF-8 as lone surrogates, which SQLite cannot hold as text.
    return text if _is_text(text) else json.dumps(json.loads(text), separators=(",", ":"))


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _response_values(response: Response) -> dict[str, object]:
    match response:
        case Typed(text):
            return {"typed": text}
        case Picked(picked, shown):
            return {"picked": picked, "shown": shown}
        case Matched(pairs, shown):
            return {"matched": pairs, "shown": shown}
        case SelfRated(rating):
            return {"rated": int(rating)}


def response_from(text: str) -> Response:
    """Return the response that ``response_text`` wrote."""
    found = json.loads(text)
    if "typed" in found:
        return Typed(found["typed"])
    if "picked" in found:
        return Picked(tuple(found["picked"]), tuple(found["shown"]))
    if "matched" in found:
        return Matched(tuple((left, right) for left, right in found["matched"]), tuple(found["shown"]))
    return SelfRated(Rating(found["rated"]))
