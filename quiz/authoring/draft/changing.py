"""A draft as a text for an editor, and that text read as a question again."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.entries import entry_of_written
from quiz.authoring.writing import entry_text
from quiz.bank import read_writing
from quiz.bank.broken import broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.writing import Entry
    from quiz.bank import Problem

SIGN = "#! "
"""Before each line that was put above a text to say what is wrong with it."""

_GONE = f"{SIGN}What is wrong below. These lines go away by themselves."
_HEAD = "quiz: 1\ntitle: T\nquestions:\n  -\n"
_MARGIN = 4
_MOST_TOLD = 5


class Spoilt(NamedTuple):
    """A change that is no question: the text for another try, which says above what is wrong.

    ``line`` is the first one that is wrong, from 1.
    """

    text: str
    faults: tuple[str, ...]
    line: int


def text_of(entry: Entry) -> str:
    """Return the keys of a draft as lines, without that it is one."""
    kept = {key: value for key, value in entry.items() if key != "draft"}
    return textwrap.dedent(entry_text(kept, 0).replace("-", " ", 1))


def entry_from(text: str, name: str | None) -> Entry | Spoilt | None:
    """Return the question that a text holds; None where it holds nothing but blank lines and comments.

    ``name`` is the id for a text that has lost it. What is no UTF-8 has to stand in the text as
    lone surrogates.
    """
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        return None
    if faults := _broken(text):
        return _spoilt(text, faults)
    body = textwrap.indent(text.removeprefix("\ufeff"), " " * _MARGIN, lambda line: bool(line.strip()))
    writing = read_writing(f"{_HEAD}{body}".encode(errors="surrogateescape"), "", "draft")
    if writing.problems:
        return _spoilt(text, [_moved(one) for one in writing.problems])
    (written,) = writing.written
    return {**({"id": name} if name else {}), **entry_of_written(written)}


def _broken(text: str) -> list[Problem]:
    """Return why a text is no YAML, at the places and in the columns that it has by itself.

    Within a bank the same slip can break the list of its questions, which nobody sees here.
    """
    return [
        one._replace(cure=one.cure.replace("every key of the bank", "every key"))
        for one in broken(text.encode(errors="surrogateescape"))
    ]


def _moved(problem: Problem) -> Problem:
    """Return a fault at its place in the text, of one within a bank; below the head at the earliest."""
    where = problem.location
    line, column = where.line - _HEAD.count("\n"), where.column - _MARGIN
    return problem._replace(location=where._replace(line=max(line, 1), column=max(column, 1)))


def _spoilt(text: str, problems: Sequence[Problem]) -> Spoilt:
    bare = [line for line in text.split("\n") if not line.startswith(SIGN)]
    told = problems[:_MOST_TOLD]
    moved = 1 + len(told) - (len(text.split("\n")) - len(bare))
    last = len(bare) + 1 + len(told)
    lines = [min(max(one.location.line + moved, len(told) + 2), last) for one in told]
    faults = tuple(
        f"line {line}, column {one.location.column}: {one.message}; {one.cure}"
        for line, one in zip(lines, told, strict=True)
    )
    above = (_GONE, *(f"{SIGN}{fault}" for fault in faults))
    return Spoilt("\n".join((*above, *bare)), faults, lines[0])
