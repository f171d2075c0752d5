"""Drafts that an author dropped: a list beside the bank, in lines that people read and mend.

A draft is known by what it asks, its kind, its words and its answer, whatever the case and the
marks between the words. The number of its paragraph is for those who read the list: it changes
when a paragraph is put in above.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from quiz.authoring.adding import prompt_of
from quiz.authoring.draft.citing import read_bytes
from quiz.authoring.draft.faults import FaultyList, Unreadable
from quiz.authoring.draft.storing import make
from quiz.authoring.saving import save
from quiz.bank.cloze import parse_cloze
from quiz.bank.plans import plan
from quiz.grading.fold import plain
from quiz.question import Kind
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from quiz.authoring.writing import Entry, Value

SUFFIX = ".dropped.txt"
HEAD = "# Drafts that were dropped. Take a line out, and `quiz draft` proposes that draft again."

_LINE = re.compile(rf"paragraph (?P<number>\d{{1,9}}), (?P<asked>(?:{'|'.join(Kind)}): .*\S)\s*")
_ANSWERS = ("answer", "answers", "number", "date", "order", "match", "back")


def list_beside(bank: Path) -> Path:
    """Return where the list of a bank lies: ``talks.dropped.txt`` beside ``talks.yaml``."""
    return bank.with_suffix(SUFFIX)


def line_of(entry: Entry) -> str:
    """Return the line that names a draft, which has a prompt and cites a paragraph by a mapping."""
    source = entry.get("source")
    number = source.get("paragraph") if isinstance(source, dict) else None
    said = entry.get("kind")
    kind = plan(tuple(entry), Kind(said) if isinstance(said, str) else None).kind
    return f"paragraph {number}, {kind}: {clean_line(_asked(entry))}"


def key_of(entry: Entry) -> str:
    """Return what a draft is known by."""
    return _key(line_of(entry))


def read_dropped(path: Path) -> frozenset[str]:
    """Return what the drafts of a list are known by; empty where there is no list.

    Raises Unreadable where the file cannot be read as text, FaultyList where a line tells of no draft.
    """
    return frozenset(_keys(_lines(_content(path), path)))


def remember(path: Path, dropped: Iterable[Entry], proposed: Iterable[Entry] = ()) -> None:
    """Put drafts on the list, and take off those that are ``proposed``, so that the bank has them now.

    Lines that are there stay as they are, comments among them; new ones go where the order of the
    paragraphs puts them. Nothing is written where nothing changes. Raises what ``save`` and
    ``read_dropped`` raise; the list is then as it was.
    """
    before = _content(path)
    lines = _lines(before, path)
    gone, new = set(map(key_of, proposed)), {key_of(one): line_of(one) for one in dropped}
    left = [line for line in lines if not _is_entry(line) or _key(line) not in gone]
    there = set(_keys(left))
    added = [line for key, line in new.items() if key not in there]
    if left == lines and not added:
        return
    make(path.parent, lambda: path.parent.mkdir(parents=True, exist_ok=True))
    feed = "\r\n" if before and b"\r\n" in before else "\n"
    save(path, before, "".join(f"{line}{feed}" for line in _with(left or [HEAD], added)).encode())


def _asked(entry: Entry) -> str:
    sentence = entry.get("cloze")
    if isinstance(sentence, str):
        pieces = parse_cloze(sentence)
        return "".join(one if isinstance(one, str) else f"{{{one.accepted[0]}}}" for one in pieces)
    answers = (_said(entry[name]) for name in _ANSWERS if name in entry)
    return f"{prompt_of(entry)} ({next(answers, '')})"


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{left} = {_said(right)}" for left, right in value.items())
    return ", ".join(map(_said, value)) if isinstance(value, list) else value


def _content(path: Path) -> bytes | None:
    return read_bytes(path) if os.path.lexists(path) else None


def _lines(content: bytes | None, path: Path) -> list[str]:
    """Return the lines of a list, all of which are blank, comments, or tell of a draft."""
    try:
        lines = [line.removesuffix("\r") for line in (content or b"").decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError:
        raise Unreadable(str(path), "the file is no UTF-8 text", "save it as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#") and not _is_entry(line):
            raise FaultyList(str(path), number, line)
    return lines if lines[-1] else lines[:-1]


def _is_entry(line: str) -> bool:
    return _LINE.fullmatch(line) is not None


def _key(line: str) -> str:
    return _rank(line)[1]


def _keys(lines: Iterable[str]) -> Iterator[str]:
    return (_key(line) for line in lines if _is_entry(line))


def _rank(line: str) -> tuple[int, str]:
    """Return the place of a draft among others: by its paragraph, then by what it asks."""
    found = _LINE.fullmatch(line)
    return (int(found["number"]), plain(found["asked"], "en")) if found else (0, "")


def _with(lines: Sequence[str], added: Iterable[str]) -> list[str]:
    """Return lines with others, each behind the last one that comes before it; comments stay in place."""
    put = list(lines)
    for line in sorted(added, key=_rank):
        before = (n for n, old in enumerate(put, 1) if _is_entry(old) and _rank(old) < _rank(line))
        put.insert(max(before, default=int(put[0].startswith("#"))), line)
    return put
