"""What was decided about drafts, written: the text first, then the bank, each in one step."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.finding import Edit
from quiz.authoring.layout import appended, applied
from quiz.authoring.layout_list import find_list
from quiz.authoring.layout_places import lines_of
from quiz.authoring.saving import CannotWrite, save
from quiz.authoring.templates import DRAFTED, KEPT_BACK
from quiz.authoring.writing import entry_text
from quiz.bank import Code, read_text, read_writing
from quiz.bank.schema import SCHEMA_FILE, write_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from quiz.authoring.draft.citing import Cited
    from quiz.authoring.draft.passing import Ground
    from quiz.authoring.draft.proposing import Target
    from quiz.authoring.layout_places import Lines
    from quiz.authoring.writing import Entry
    from quiz.bank import Problem, Written

_MARK = "\ufeff"
_BARE_LIST = re.compile(r"^(questions:)[ \t]*$", re.MULTILINE)


class Decided(NamedTuple):
    """What becomes of drafts: questions to be added, and edits of what the bank has."""

    added: tuple[Entry, ...] = ()
    edits: tuple[Edit, ...] = ()


def store(target: Target, decided: Decided) -> None:
    """Write what was decided; nothing where that is nothing.

    Raises what ``save`` and ``appended`` raise; bank and text are then as they were.
    """
    if not decided.added and not decided.edits:
        return
    after = changed(target.ground.text, decided).encode()
    if target.schema is None:
        save(target.path, target.before, after)
    else:
        store_new(target.path, after, target.cited, target.schema)


def store_new(path: Path, bank: bytes, cited: Cited | None, schema: Path) -> None:
    """Write a new bank, before it the schema for editors, and the text that is still to be written.

    Folders are made. Raises what ``save`` raises; a schema may then be there, and no text.
    """
    make(path.parent, lambda: path.parent.mkdir(parents=True, exist_ok=True))
    make(schema / SCHEMA_FILE, lambda: write_schema(schema))
    with _text_beside(cited):
        save(path, None, bank)


def make(what: Path, making: Callable[[], object]) -> None:
    """Make a file or a folder by a call; raises CannotWrite where the system refuses."""
    try:
        making()
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        cure = "Check its name and its folder, then run the command again."
        raise CannotWrite(str(what), reason, cure) from error


@contextmanager
def _text_beside(cited: Cited | None) -> Iterator[None]:
    """Write the text of a new bank, and take it back where the bank then cannot be written."""
    if cited is None or cited.content is None:
        yield
        return
    save(cited.path, None, cited.content)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            cited.path.unlink()
        raise


def changed(text: str, decided: Decided) -> str:
    """Return the text of a bank with what was decided.

    The empty line below its list stays, and what ``quiz new`` said of a draft goes with it.
    """
    if not decided.edits:
        return appended(text, decided.added)
    left = applied(text, decided.edits)
    if any(problem.code is Code.EMPTY for problem in _problems(left)):
        # With its last question a list is gone.
        left = _BARE_LIST.sub(r"\1 []", left)
    return _without_stale(appended(_set_apart(text, left), decided.added))


def _set_apart(before: str, after: str) -> str:
    """Return a text in which an empty line stands above what follows the list, where one stood before."""
    lines = lines_of(before.removeprefix(_MARK))
    found = find_list(lines)
    end = row = lines.line_of(found.items[-1].end) + 1 if found and found.items else len(lines)
    while row < len(lines) and not lines.bare(row).strip():
        row += 1
    below = lines.text[lines.offset(row, 0) :] if row < len(lines) else ""
    if row == end or not below or not after.endswith(below):
        return after
    above = after.removesuffix(below)
    feed = "\r\n" if above.endswith("\r\n") else "\n"
    return after if above.endswith(feed * 2) else f"{above}{feed}{below}"


def _without_stale(text: str) -> str:
    """Return the text of a bank without comments of ``quiz new`` on drafts that are none any more."""
    written = read_writing(text.encode(), "", "bank").written
    is_draft = {one.question.location.line: one.question.draft for one in written}
    rows = text.split("\n")
    return "\n".join(row for at, row in enumerate(rows, 1) if not _is_stale(row, at, is_draft))


def _is_stale(row: str, at: int, is_draft: Mapping[int, bool]) -> bool:
    bare = row.strip().removeprefix("# ")
    if bare == KEPT_BACK:
        return not any(is_draft.values())
    return bare == DRAFTED and not next((draft for line, draft in is_draft.items() if line > at), False)


def _problems(text: str) -> tuple[Problem, ...]:
    return read_text(text.encode(), "", "bank").problems


def listed(entries: Sequence[Entry]) -> str:
    """Return questions as they are written in a list, with a line between two."""
    return "\n".join(entry_text(entry, 2) for entry in entries)


def waiting(ground: Ground) -> list[Written]:
    """Return the drafts of a bank to be reviewed: sound, on lines of their own, with a paragraph."""
    bank = ground.material(ground.text)
    lines = bank.text.split("\n")
    return [one for one in bank.written if one.sound and _is_waiting(one) and _has_lines(one, lines)]


def _is_waiting(one: Written) -> bool:
    source = one.question.source
    own = source is not None and source.document is None and source.paragraph is not None
    return one.question.draft and own and one.written("draft") is not None


def _has_lines(one: Written, lines: Sequence[str]) -> bool:
    where, draft = one.question.location, one.key("draft")
    own = lines[where.line - 1][: where.column - 1].strip() == "-"
    return own and draft.line > where.line and not lines[draft.line - 1][: draft.column - 1].strip()


def kept_edit(one: Written, text: str) -> Edit:
    """Return the edit that makes a draft of a bank with this text a question."""
    line = one.key("draft").line
    return _without(lines_of(text.removeprefix(_MARK)), line - 1, line)


def dropped_edit(one: Written, text: str) -> Edit:
    """Return the edit that takes a draft out of a bank, with the empty lines behind it; comments stay."""
    lines = lines_of(text.removeprefix(_MARK))
    first = one.question.location.line - 1
    start = lines.offset(first, one.question.location.column - 1)
    found = find_list(lines)
    ends = [item.end for item in found.items if item.start == start] if found else []
    end = lines.line_of(ends[0]) + 1 if ends else first + 1
    while end < len(lines) - 1 and not lines.bare(end).strip():
        end += 1
    return _without(lines, first, end)


def _without(lines: Lines, first: int, end: int) -> Edit:
    """Return the edit that takes lines away, from ``first`` up to ``end``, which count from 0."""
    if end < len(lines):
        return Edit(first + 1, 1, end + 1, 1, "")
    return Edit(first + 1, 1, end, len(lines.bare(end - 1)) + 1, "")
