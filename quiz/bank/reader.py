"""A bank file from bytes to questions: the head, the list of questions, what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.events import MappingStartEvent, SequenceStartEvent

from quiz.bank import syntax
from quiz.bank.decode import decode, line_below, text_of
from quiz.bank.fields import FIELDS, VERSION, Place
from quiz.bank.files import CannotRead, read_regular
from quiz.bank.limits import MAX_QUESTIONS
from quiz.bank.nodes import Mapping, Nodes, Scalar, is_blank
from quiz.bank.problem import Code, Faults, Problem, place, shown, shown_path
from quiz.bank.questions import Questions
from quiz.bank.scalars import Context
from quiz.bank.shapes import READERS, entries
from quiz.bank.strange import guessed, report_key, unspaced
from quiz.bank.written import Writing
from quiz.card import Bank
from quiz.garbage import uncollected
from quiz.question import Location

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.bank.fields import Field
    from quiz.bank.nodes import Node, Start
    from quiz.bank.written import Written

_HEAD = {field.name: field for field in FIELDS[Place.BANK]}
_KEY = re.compile(r"\s*([^\s:]+)\s*:(?:\s|$)")
_FIRST_LINE = f"write `quiz: {VERSION}` as its first line"
_NO_BANK = f"the file is no bank, `quiz: {VERSION}` is missing"


class Reading(NamedTuple):
    """What a file gave: its bank, None when nothing of it could be used, and all its problems."""

    bank: Bank | None
    problems: tuple[Problem, ...]


class Known(NamedTuple):
    """What the questions of a bank need to know of its head."""

    language: str = "en"
    tags: tuple[str, ...] = ()


def read_bank(path: Path, key: str) -> Reading:
    """Read the bank in a file; ``key`` names it where the file does not name itself.

    Never raises for what the file is or holds: a folder, a pipe, a file of more than 64 MB,
    or one that may not be read gives a Reading without a bank.
    """
    try:
        data = read_regular(path)
    except CannotRead as error:
        where = Location(shown_path(str(path)), 1, 1)
        return Reading(None, (Problem(where, Code.UNREADABLE, error.message, error.cure),))
    return read_text(data, str(path), key)


def read_text(data: bytes, path: str, key: str) -> Reading:
    """Read a bank from the bytes of its file; ``path`` is what problems and questions name.

    A question with a fault is left out, all others stay. The end of readable YAML ends the
    reading; what stands above it is kept.
    """
    with uncollected():
        reader = _BankReader(data, path, key)
        reading = reader.read()
        known = reader.known()
        if reader.assumed not in {None, known}:
            # What the questions need stands below them: read them again, knowing it.
            reading = _BankReader(data, path, key, known).read()
    return reading


def read_writing(data: bytes, path: str, key: str) -> Writing:
    """Read a bank as `read_text` does, and keep where everything stands.

    It takes a multiple of the memory; meant for those who check a bank or change it.
    """
    reader = _BankReader(data, path, key, keep=True)
    bank, problems = reader.read()
    if reader.assumed not in {None, reader.known()}:
        reader = _BankReader(data, path, key, reader.known(), keep=True)
        bank, problems = reader.read()
    return Writing(bank, problems, reader.written(), reader.keys, reader.values)


class _BankReader:
    """Reads one file once, the questions one at a time, so that only one of them is held as nodes."""

    def __init__(
        self, data: bytes, path: str, key: str, assumed: Known | None = None, *, keep: bool = False
    ) -> None:
        self.assumed = assumed
        self._data = data
        self._path = path
        self._key = key
        self._faults = Faults(shown_path(path))
        self._decoded = decode(data, self._faults)
        self._refused = self._faults.found()
        self._head: dict[str, Any] = {}
        self._keep = keep
        self._root: Start | None = None
        self.keys: dict[str, Location] = {}
        self.values: dict[str, Location] = {}
        self._questions: Questions | None = None

    def known(self) -> Known:
        """Return what the head says, by now, of the things that questions need."""
        return Known(
            self._head.get("language") or Known().language, tuple(dict.fromkeys(self._head.get("tags") or ()))
        )

    def read(self) -> Reading:
        """Read the file and return what it gave."""
        if self._decoded is None:
            return self._nothing()
        nodes = Nodes(self._decoded.data, self._faults)
        try:
            return self._document(nodes)
        except yaml.YAMLError as error:
            return self._broken(error, nodes)

    def written(self) -> tuple[Written, ...]:
        """Return the questions with their nodes, where they are kept."""
        return self._questions.written() if self._questions else ()

    def _nothing(self) -> Reading:
        return Reading(None, self._faults.found())

    def _document(self, nodes: Nodes) -> Reading:
        self._root = root = nodes.root()
        if not isinstance(root, MappingStartEvent):
            return self._no_bank(root)
        nodes.plain(root)
        for key, value in nodes.pairs():
            self._entry(key, value, nodes)
            if key.value == "quiz" and self._head["quiz"] is None:
                return self._nothing()
        if not self._is_meant():
            return self._no_bank(root)
        nodes.end()
        self._report_missing(root)
        return self._reading()

    def _is_meant(self) -> bool:
        """Whether the file is surely meant as a bank, be it one without its first line."""
        return "quiz" in self.keys or self._questions is not None

    def _broken(self, error: yaml.YAMLError, nodes: Nodes) -> Reading:
        """Report where the YAML ends, and keep what stands above it."""
        text = text_of(self._data)
        if not self._is_meant():
            faults = Faults(self._faults.path)
            syntax.report(error, text, faults)
            return Reading(None, (*self._refused[:1], *faults.found()))
        if self._questions and nodes.cut_off and _is_over(nodes.cut_off, text):
            self._questions.add(nodes.cut_off)
        syntax.report(error, text, self._faults)
        return self._reading() if self._questions else self._nothing()

    def _no_bank(self, root: Start | None) -> Reading:
        """Report that the file is no bank, and little else of it."""
        faults = Faults(self._faults.path)
        if root is None:
            faults.add(
                1, 1, Code.NO_BANK, "the file is empty", f"{_FIRST_LINE}, then `title:` and `questions:`"
            )
        elif isinstance(root, MappingStartEvent):
            misspelt = next((name for name in self.keys if guessed(name, Place.BANK) == "quiz"), None)
            first = f"write `quiz` for {shown(misspelt)}" if misspelt else _FIRST_LINE
            faults.at(root.start_mark, Code.NO_BANK, _NO_BANK, f"{first}, or move the file away")
        else:
            cure = unspaced(root.value) if isinstance(root, Scalar) else None
            cure = cure or f"{_FIRST_LINE}, then the other keys"
            faults.at(root.start_mark, Code.NO_BANK, "the file is no bank, it holds no keys", cure)
        return Reading(None, (*self._refused[:1], *faults.found()))

    def _entry(self, key: Scalar, value: Start, nodes: Nodes) -> None:
        """Read one key of the bank; one that is misspelt is read as what is meant."""
        name = key.value
        field = _HEAD.get(name)
        if field is None:
            report_key(key, Place.BANK, self._faults, self.keys)
            field = None if is_blank(value) else self._meant(name)
        self._note(name, key, value)
        if field is None:
            nodes.skip(value)
            return
        if field.name not in {name, "quiz"}:
            self._note(field.name, key, value)
        if field.name == "questions" and isinstance(value, SequenceStartEvent):
            self._list(value, nodes)
        else:
            read = entries if field.name == "questions" else READERS[field.shape]
            context = self._context(Known().language)
            self._head[field.attribute] = read(nodes.node(value, 1), f"`{name}`", context)

    def _context(self, language: str) -> Context:
        return Context(self._faults, language, self._decoded.data if self._decoded else b"")

    def _meant(self, name: str) -> Field | None:
        """Return the field that an unknown key means, if that one was not there by now."""
        guess = None if self._faults.is_full() else guessed(name, Place.BANK)
        return _HEAD[guess] if guess is not None and guess not in self.keys else None

    def _note(self, name: str, key: Scalar, value: Start) -> None:
        """Keep where a key of the bank and its value stand."""
        self.keys.setdefault(name, Location(self._path, *place(key.start_mark)))
        self.values.setdefault(name, Location(self._path, *place(value.start_mark)))

    def _list(self, start: SequenceStartEvent, nodes: Nodes) -> None:
        """Read the list of questions."""
        nodes.plain(start)
        self.assumed = known = self.assumed or self.known()
        bad_lines = self._decoded.bad_lines if self._decoded else ()
        context = self._context(known.language)
        self._questions = Questions(context, known.tags, bad_lines, keep=self._keep)
        for number, node in enumerate(nodes.items(2)):
            if number < MAX_QUESTIONS:
                self._questions.add(node)
            elif number == MAX_QUESTIONS:
                message = f"there are more than {MAX_QUESTIONS:,} questions"
                self._faults.at(node.start_mark, Code.TOO_MUCH, message, "split the bank into several files")

    def _report_missing(self, root: Start) -> None:
        for field in FIELDS[Place.BANK]:
            if field.needed and field.name not in {"quiz", *self.keys}:
                message = f"the bank needs `{field.name}`"
                self._faults.at(root.start_mark, Code.MISSING_KEY, message, f"add `{field.name}:`")

    def _reading(self) -> Reading:
        """Return what was read; without `quiz:` the file is no bank, though it has questions."""
        head, known = self._head, self.known()
        key = head.get("key") or self._key
        bank = Bank(
            key=key,
            path=self._path,
            title=head.get("title") or key.rpartition("/")[2],
            description=head.get("description"),
            language=known.language,
            source=head.get("source"),
            tags=known.tags,
            questions=self._questions.finish() if self._questions else (),
        )
        if "quiz" not in head and self._root is not None:
            self._faults.at(self._root.start_mark, Code.NO_BANK, _NO_BANK, _FIRST_LINE)
        return Reading(bank if "quiz" in head else None, self._faults.found())


def _is_over(node: Node, text: str) -> bool:
    """Whether a question was whole before the YAML broke: closed by a sign, or followed by another entry.

    One without its dash begins with a key that the question has already.
    """
    end = node.end_mark if isinstance(node, Scalar) else None
    if end is not None:
        return text[end.index :].lstrip().startswith("-")
    start = node.start_mark
    if not isinstance(node, Mapping) or start is None:
        return False
    below = line_below(text, start.index, node.end_line - start.line)
    key = _KEY.match(below)
    return text[start.index] == "{" or below.lstrip().startswith("-") or bool(key and key[1] in node.entries)
