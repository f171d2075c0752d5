"""YAML events to nodes with positions: everything that the format does not take is refused here.

The events come from libyaml. Its own event of a scalar serves as the node, so nothing is
built twice; a scalar is never anything else than the text that was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quiz.bank.limits import MAX_DEPTH, MAX_ENTRIES, MAX_KEY
from quiz.bank.problem import Code, place, shown
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from yaml.events import Event

    from quiz.bank.problem import Faults, Mark

Scalar = ScalarEvent
Start = AliasEvent | ScalarEvent | CollectionStartEvent
QUOTES = "put the text in quotes"


class NoParser(QuizError):
    """PyYAML came without libyaml."""

    def __init__(self) -> None:
        super().__init__(
            "PyYAML was built without libyaml, which reads the banks. "
            "Install a wheel that has it: pip install --force-reinstall PyYAML."
        )


class Sequence:
    """A list with the place where it begins."""

    __slots__ = ("items", "start_mark")

    def __init__(self, start_mark: Mark | None, items: list[Node]) -> None:
        self.start_mark = start_mark
        self.items = items


class Mapping:
    """A mapping: its values by key, the keys with their places, and the line where it is over.

    ``end_line`` counts from 0 and is the line of whatever follows the mapping. ``refused`` is
    how many of its keys were refused; they stand in neither of the two.
    """

    __slots__ = ("end_line", "entries", "keys", "refused", "start_mark")

    def __init__(
        self,
        start_mark: Mark | None,
        entries: dict[str, Node],
        keys: list[Scalar],
        end_line: int,
        refused: int = 0,
    ) -> None:
        self.start_mark = start_mark
        self.entries = entries
        self.keys = keys
        self.end_line = end_line
        self.refused = refused


class Refused:
    """Stands where a node was refused, its fault being reported already."""

    __slots__ = ("start_mark",)

    def __init__(self, start_mark: Mark | None) -> None:
        self.start_mark = start_mark


Node = Scalar | Sequence | Mapping | Refused


class Nodes:
    """Reads the YAML of one file from the beginning to the end, once.

    Every method that reads on may raise ``yaml.YAMLError`` where the file is no YAML.
    ``cut_off`` is what `items` had read last when it raised, or when a line of odd spaces broke
    its list off: it may have been meant to go on.
    """

    def __init__(self, data: bytes, faults: Faults) -> None:
        if not yaml.__with_libyaml__:
            raise NoParser
        loader = yaml.CSafeLoader(data)
        self._take: Callable[[], Any] = loader.get_event
        self._peek: Callable[[], Any] = loader.peek_event
        self._faults = faults
        self.cut_off: Node | None = None

    def root(self) -> Start | None:
        """Return the first event of the document, or None when the file holds none."""
        self._take()
        if type(self._take()) is StreamEndEvent:
            return None
        event: Start = self._take()
        return event

    def end(self) -> None:
        """Read what follows the root; a second document is a fault."""
        self._take()
        event = self._take()
        if type(event) is DocumentStartEvent:
            message = "a second document begins"
            self._faults.at(event.start_mark, Code.YAML_FEATURE, message, "put it into a file of its own")

    def pairs(self) -> Iterator[tuple[Scalar, Start]]:
        """Yield each key of a mapping that was entered, with the event that begins its value.

        The value has to be read by `node`, `skip` or `items` before the next pair is asked for.
        """
        seen: set[str] = set()
        while type(key := self._take()) is not MappingEndEvent:
            if len(seen) == MAX_ENTRIES:
                self._overflow(key)
                return
            name = self._name(key)
            value = self._take()
            if name in seen or not name or name == "<<" or len(name) > MAX_KEY:
                self._report_key(name, key, seen)
                self.skip(value)
                continue
            seen.add(name)
            yield key, value

    def items(self, depth: int) -> Iterator[Node]:
        """Yield the nodes of a list that was entered, each when what stands behind it was read."""
        take, node = self._take, self.node
        event = take()
        while type(event) is not SequenceEndEvent:
            item = node(event, depth)
            try:
                event = take()
                if type(event) is SequenceEndEvent and _is_odd(self._peek()):
                    self.cut_off = item
                    return
            except yaml.YAMLError:
                self.cut_off = item
                raise
            yield item

    def skip(self, event: Start) -> None:
        """Pass over the node that begins with ``event``."""
        self._leave(_change(event))

    def _leave(self, levels: int) -> Event | None:
        """Pass over all that is left of ``levels`` open lists and mappings; return the last event."""
        event: Event | None = None
        while levels:
            event = self._take()
            levels += _change(event)
        return event

    def node(self, event: Start, depth: int) -> Node:
        """Read the node that begins with ``event`` inside ``depth`` lists and mappings."""
        if isinstance(event, AliasEvent):
            cure = f"write the value out, or {QUOTES}"
            return self._refuse(event, Code.YAML_FEATURE, "an alias (`*`) stands here", cure)
        if event.anchor is not None or event.tag is not None:
            self.plain(event)
            if is_blank(event):
                return Refused(event.start_mark)
        if isinstance(event, ScalarEvent):
            return event
        if depth >= MAX_DEPTH:
            self._leave(1)
            message = f"there are more than {MAX_DEPTH} levels here"
            return self._refuse(event, Code.TOO_MUCH, message, "write it flatter")
        if type(event) is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def plain(self, event: Start) -> None:
        """Report an anchor or a tag of the node that begins with ``event``."""
        if event.anchor is not None:
            self._report_feature(event, "an anchor (`&`) stands here")
        if not isinstance(event, AliasEvent) and event.tag is not None:
            self._report_feature(event, "a tag (`!`) stands here")

    def _report_feature(self, event: Start, message: str) -> None:
        self._faults.at(event.start_mark, Code.YAML_FEATURE, message, f"take it away, or {QUOTES}")

    def _refuse(self, event: Start, code: Code, message: str, cure: str) -> Refused:
        self._faults.at(event.start_mark, code, message, cure)
        return Refused(event.start_mark)

    def _sequence(self, start: CollectionStartEvent, depth: int) -> Node:
        take = self._take
        items: list[Node] = []
        while type(event := take()) is not SequenceEndEvent:
            if len(items) == MAX_ENTRIES:
                self._overflow(event)
                break
            if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
                items.append(event)
            else:
                items.append(self.node(event, depth))
        return Sequence(start.start_mark, items)

    def _mapping(self, start: CollectionStartEvent, depth: int) -> Node:
        take = self._take
        entries: dict[str, Node] = {}
        keys: list[Scalar] = []
        refused = 0
        while type(key := take()) is not MappingEndEvent:
            if len(keys) == MAX_ENTRIES:
                key = self._overflow(key)
                break
            bare = type(key) is ScalarEvent and key.anchor is None and key.tag is None
            name = key.value if bare else self._name(key)
            value = take()
            if type(value) is not ScalarEvent or value.anchor is not None or value.tag is not None:
                value = self.node(value, depth)
            if name in entries or not name or name == "<<" or len(name) > MAX_KEY:
                refused += 1
                if name is None or not _is_rest(key, value, keys, entries):
                    self._report_key(name, key, entries)
                continue
            entries[name] = value
            keys.append(key)
        return Mapping(start.start_mark, entries, keys, key.end_mark.line, refused)

    def _overflow(self, event: Start) -> Event | None:
        """Report that a list or mapping goes on beyond the limit, and leave it."""
        message = f"there are more than {MAX_ENTRIES} entries"
        self._faults.at(event.start_mark, Code.TOO_MUCH, message, "shorten the list")
        return self._leave(1 + _change(event))

    def _name(self, key: Start) -> str | None:
        """Return the text of a key, or None after reporting and passing over what is none."""
        if isinstance(key, ScalarEvent):
            self.plain(key)
            return str(key.value)
        self._faults.at(key.start_mark, Code.SHAPE, "a key has to be a text", QUOTES)
        self.skip(key)
        return None

    def _report_key(self, name: str | None, key: Scalar, seen: Container[str]) -> None:
        """Report a key that cannot be used; None was reported already."""
        if name is not None:
            self._faults.at(key.start_mark, *_wrong_key(name, seen))


def _wrong_key(name: str, seen: Container[str]) -> tuple[Code, str, str]:
    if name in seen:
        return Code.DUPLICATE_KEY, f"the key {shown(name)} stands here a second time", "keep one of the two"
    if not name:
        return Code.EMPTY, "a key is empty", "write a key before the colon"
    if name == "<<":
        return Code.YAML_FEATURE, "merge keys (`<<`) are not used", "write the keys out"
    return Code.TOO_MUCH, f"the key {shown(name)} is longer than {MAX_KEY} characters", "shorten it"


def is_blank(node: object) -> bool:
    """Whether nothing at all is written for a value."""
    return isinstance(node, ScalarEvent) and not node.value and not node.style


def _is_rest(key: Scalar, value: Node, keys: list[Scalar], entries: dict[str, Node]) -> bool:
    """Whether a second key is a rest behind a comma in braces, as in ``{number: 1,000,000}``.

    The first such rest is told by whoever reads the mapping.
    """
    in_braces = keys and place(key.start_mark)[0] == place(keys[-1].start_mark)[0]
    return bool(in_braces and is_blank(value) and is_blank(entries.get(key.value)))


def _is_odd(event: Event) -> bool:
    """Whether a key begins with a space that YAML takes for a letter, so that its line seems not indented."""
    return isinstance(event, ScalarEvent) and not event.style and event.value[:1].isspace()


def _change(event: Event | None) -> int:
    """Return by how much the number of open lists and mappings changes with ``event``."""
    return isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
