"""Logs of a class as `quiz export` writes them, made of a few words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from quiz.exchange.log_files import Format, write_log
from quiz.logged import LOG, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FILL: dict[Sort, Any] = {
    Sort.WHOLE: 1,
    Sort.REAL: 1.0,
    Sort.INSTANT: "2026-03-02T12:00:00.000Z",
    Sort.DAY: "2026-03-02",
    Sort.EVENT: "01900000-0000-7000-8000-00000000dead",
    Sort.JSON: "{}",
    Sort.TEXT: "some",
}


def event(number: int) -> str:
    """Return the id of an event; greater numbers are later."""
    return f"01900000-{number:04x}-7000-8000-000000000000"


def answer(number: int, learner: str, card: str, score: float, **more: object) -> dict[str, object]:
    """Return a typed answer for study."""
    return {
        "id": event(number),
        "learner": learner,
        "card": card,
        "score": score,
        "kind": "text",
        "mode": "study",
        **more,
    }


def choice(number: int, learner: str, card: str, picked: str, options: str = "abcd") -> dict[str, object]:
    """Return an answer to a choice whose right option is ``a``."""
    response = {"picked": [picked] if picked else [], "shown": list(options)}
    score = float(picked == "a")
    return answer(number, learner, card, score, kind="choice", response=json.dumps(response))


def write(
    folder: Path, tables: Mapping[str, Iterable[Mapping[str, object]]], form: Format = Format.JSONL
) -> Path:
    """Write a log into a folder of its own; what a row does not say is filled in."""
    folder.mkdir(parents=True, exist_ok=True)

    def rows(table: str) -> list[tuple[Any, ...]]:
        columns = LOG[table].columns
        return [tuple(row.get(name, FILL[sort]) for name, sort in columns) for row in tables.get(table, ())]

    write_log(folder, form, rows)
    return folder
