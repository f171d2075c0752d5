"""Changes of a bank's text that leave all else as it is, to the byte.

Questions are added at the end of the list in the file's own style; edits are carried out.
What was added is read back before it is given out: the questions that were there have to
be the same, and the new ones have to be there.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from quiz.authoring.finding import Edit
from quiz.authoring.layout_list import blank_lines, end_of_list, find_list, style_of
from quiz.authoring.layout_places import Lines, after_space, lines_of, spliced
from quiz.authoring.writing import WIDTH, entry_text, flow_text, scalar
from quiz.bank import read_text
from quiz.bank.problem import Code, place
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.authoring.layout_list import Listed
    from quiz.authoring.writing import Entry, Style
    from quiz.bank import Problem, Reading, Written
    from quiz.card import Bank

_MARK = "\ufeff"
_UNREADABLE = {Code.UNREADABLE, Code.NO_BANK, Code.BROKEN_YAML, Code.REFUSED_CHARACTER}
_MEND = "mend that first; `quiz check` tells the place"


class Read(Protocol):
    """A text that was read: a Reading, or the Material of a check."""

    @property
    def bank(self) -> Bank | None:
        """What was read; None when nothing of it could be used."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        ...


class CannotAppend(QuizError):
    """The text of a bank does not let questions be added without touching what is there."""

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(f"Nothing can be added to this bank: {reason}; {cure}.")


class FaultyEntry(QuizError):
    """A question that was to be added is none that could be asked; ``problems`` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        told = "; ".join(f"{problem.message}; {problem.cure}" for problem in problems)
        super().__init__(f"The question cannot be asked as it is: {told}.")


class NameTaken(QuizError):
    """The name that a new question gets would change the name of one that is there."""

    def __init__(self) -> None:
        super().__init__(
            "A question that is there would lose its name, and its history with it: the new one reads "
            "the same, or has its name. Give the new one another `id`, or the old one an `id` of its own."
        )


def appended(text: str, entries: Sequence[Entry]) -> str:
    """Return the text of a bank with questions added at the end of its list, in the file's own style.

    Followed are its indentation, its blank lines between questions, its line breaks, lists
    and questions in brackets, JSON. Comments indented like the list stay before the new questions,
    others and all that follows stay behind them. Without entries the text is as it was.
    Raises CannotAppend, FaultyEntry or NameTaken.
    """
    if not entries:
        return text
    before = _read(text)
    after = inserted(text, entries, before)
    verify(before, _read(after), len(entries))
    return after


def inserted(text: str, entries: Sequence[Entry], before: Read) -> str:
    """Return what ``appended`` does, for whoever reads it anyway and then lets ``verify`` look at both.

    ``before`` is the text as it was read, under the path and key that the other is read under as
    well. There is at least one question. Raises CannotAppend.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    for problem in before.problems:
        if problem.code in _UNREADABLE:
            raise CannotAppend(f"line {problem.location.line}: {problem.message}", _MEND)
    return mark + _with_entries(text.removeprefix(_MARK), entries)


def _read(text: str) -> Reading:
    return read_text(text.removeprefix(_MARK).encode(errors="surrogatepass"), "", "bank")


def verify(before: Read, after: Read, added: int) -> None:
    """Raise what keeps the questions from being there: the old ones as they were, and the new ones.

    Raises CannotAppend, FaultyEntry or NameTaken.
    """
    old = Counter((problem.code, problem.message) for problem in before.problems)
    new = Counter((problem.code, problem.message) for problem in after.problems) - old
    if new:
        faults = [problem for problem in after.problems if (problem.code, problem.message) in new]
        raise FaultyEntry(faults)
    if before.bank is None or after.bank is None:
        raise CannotAppend("it cannot be read", _MEND)
    kept = len(before.bank.questions)
    if [one.id for one in before.bank.questions] != [one.id for one in after.bank.questions[:kept]]:
        raise NameTaken
    same = _placeless(before.bank) == _placeless(after.bank, kept)
    if not same or len(after.bank.questions) != kept + added:
        raise CannotAppend("what is added at its end would not be read as a question", "use an editor")


def _placeless(bank: Bank, number: int | None = None) -> tuple[Bank, list[object]]:
    """Return the bank, and its first questions, all but where they stand."""
    said: list[object] = [(type(one), {**vars(one), "location": None}) for one in bank.questions[:number]]
    return replace(bank, questions=()), said


def _with_entries(text: str, entries: Sequence[Entry]) -> str:
    lines = lines_of(text)
    listed = find_list(lines)
    if listed is None:
        raise CannotAppend("it has no list of questions", "add a line `questions:` to it")
    if listed.opening == "[" and (listed.in_braces or not _is_bare(listed, text)):
        return _in_brackets(lines, listed, entries)
    if listed.opening in ("&", "!"):
        raise CannotAppend("an anchor or a tag stands before the list", "take it away")
    if listed.in_braces or listed.opening not in ("", "-", "["):
        raise CannotAppend("`questions` holds no list", "write the questions below it, each with `- `")
    if listed.opening == "[":
        end = after_space(text, listed.start + 1) + 1
        return _with_entries(text[: listed.key_end + 1] + text[end:], entries)
    return _in_lines(lines, listed, entries)


def _is_bare(listed: Listed, text: str) -> bool:
    """Whether a list in brackets is ``[]`` on the line of its key."""
    around = text[listed.key_end : after_space(text, listed.start + 1) + 1]
    return not listed.items and "".join(around.split(" ")) == ":[]"


def _in_lines(lines: Lines, listed: Listed, entries: Sequence[Entry]) -> str:
    """Return the text with questions added below those of a list with dashes, or below its key."""
    style = style_of(listed, lines)
    line = end_of_list(listed, style, lines)
    feed = lines.break_near(line)
    braces = bool(listed.items) and lines.text[listed.items[-1].start] == "{"
    written = [_in_dashes(entry, style, braces=braces) for entry in entries]
    gap = "\n" * blank_lines(listed, lines)
    added = (gap if listed.items else "") + gap.join(written)
    end = lines.next(line)
    if lines.end(line) == end:
        # The file ends without a line break, and goes on to do so.
        added = "\n" + added.removesuffix("\n")
    return spliced(lines.text, [(end, end, added.replace("\n", feed))])


def _in_dashes(entry: Entry, style: Style, *, braces: bool) -> str:
    """Return a question behind its dash: in braces, where the others are and it is short, else in lines."""
    line = f"{' ' * style.dash}-{' ' * (style.gap - 1)}{flow_text(entry)}"
    return f"{line}\n" if braces and len(line) <= WIDTH else entry_text(entry, style.dash, style)


def _in_brackets(lines: Lines, listed: Listed, entries: Sequence[Entry]) -> str:
    """Return the text with questions added to a list in brackets, on lines of their own where all are."""
    text = lines.text
    written = [flow_text(entry, quoted=_is_json(text)) for entry in entries]
    if not listed.items:
        behind = listed.start + 1
        return spliced(text, [(behind, behind, ", ".join(written))])
    start, end = listed.items[-1]
    comma = after_space(text, end)
    trailing = comma < len(text) and text[comma] == ","
    end = comma + 1 if trailing else end
    line = lines.line_of(end)
    before = text[lines.starts[lines.line_of(start)] : start]
    if before.strip():
        added = " " + ", ".join(written) + "," if trailing else ", " + ", ".join(written)
        return spliced(text, [(end, end, added)])
    feed = lines.break_near(line)
    own = f",{feed}".join(before + one for one in written) + ("," if trailing else "")
    closes = after_space(text, end) < lines.end(line)
    behind = end if closes else lines.end(line)
    comma_needed = [] if trailing else [(end, end, ",")]
    return spliced(text, [*comma_needed, (behind, behind, feed + own)])


def _is_json(text: str) -> bool:
    with suppress(ValueError, RecursionError):
        return text.lstrip().startswith("{") and bool(json.loads(text))
    return False


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with these edits carried out, whose places are those before any of them.

    Equal edits count once. Raises ValueError where two overlap, put different texts in
    at one place, or name a place that the text does not have.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    lines = lines_of(text.removeprefix(_MARK))
    changes = sorted({_range(edit, lines) for edit in edits})
    for before, after in pairwise(changes):
        inserted_twice = before[:2] == after[:2] and before[0] == before[1]
        if after[0] < before[1] or inserted_twice:
            line = lines.line_of(after[0]) + 1
            raise ValueError(f"two edits overlap in line {line}")
    return mark + spliced(lines.text, changes)


def _range(edit: Edit, lines: Lines) -> tuple[int, int, str]:
    start = lines.offset(edit.line - 1, edit.column - 1)
    end = lines.offset(edit.end_line - 1, edit.end_column - 1)
    if end < start:
        raise ValueError(f"an edit in line {edit.line} ends before it begins")
    return start, end, edit.text


def id_edit(written: Written, name: str, text: str) -> Edit:
    """Return the edit that makes ``id: name`` the first key of a question that has no id.

    ``text`` is that of the bank, whose line breaks are followed. Carried out, the rest of
    the line stays, a line lower where the question has lines of its own.
    """
    lines = lines_of(text.removeprefix(_MARK))
    line, column = place(written.node.start_mark)
    start = lines.offset(line - 1, column - 1)
    if lines.text[start] != "{":
        added = f"id: {scalar(name)}{lines.break_near(line - 1)}{' ' * (column - 1)}"
        return Edit(line, column, line, column, added)
    start = after_space(lines.text, start + 1)
    line = lines.line_of(start) + 1
    column = start - lines.starts[line - 1] + 1
    return Edit(line, column, line, column, f"{_pair(name, quoted=lines.text[start] == chr(34))}, ")


def _pair(name: str, *, quoted: bool) -> str:
    return f'"id": {json.dumps(name, ensure_ascii=False)}' if quoted else f"id: {scalar(name, flow=True)}"
