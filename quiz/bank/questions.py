"""Nodes of questions to questions: kinds, ids, and what a bank gives to all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.fields import FIELDS, Place
from quiz.bank.names import longer, slug
from quiz.bank.nodes import Mapping, Refused, Scalar
from quiz.bank.plans import SIGNS, plan
from quiz.bank.problem import Code, place, shown
from quiz.bank.scalars import kind as read_kind
from quiz.bank.strange import report_keys, unspaced
from quiz.bank.written import Written
from quiz.question import Location, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.bank.kinds import Values
    from quiz.bank.nodes import Node
    from quiz.bank.plans import Plan
    from quiz.bank.scalars import Context
    from quiz.question import Kind


class _Unnamed(NamedTuple):
    """A question without an id: its prompt, and its place in the list (None when it was left out)."""

    ask: str
    at: int | None


class Questions:
    """Gathers the sound questions of one bank, in order.

    A question is sound when no fault was found from the end of the one before it to its own
    end. ``bad_lines`` count from 0, rise, and hold characters that were refused already.
    ``keep``: the nodes are kept for `written`, and what can be made of faulty questions as well.
    """

    def __init__(
        self, context: Context, tags: tuple[str, ...], bad_lines: Sequence[int], *, keep: bool = False
    ) -> None:
        self._context = context
        self._path = context.faults.path
        self._tags: dict[tuple[str, ...], tuple[str, ...]] = {(): tags}
        self._bad_lines = bad_lines
        self._seen_faults = context.faults.total
        self._found: list[Question | None] = []
        self._taken: set[str] = set()
        self._unnamed: dict[str, list[_Unnamed]] = {}
        self._kept: list[tuple[int | Question, Mapping]] | None = [] if keep else None

    def add(self, node: Node) -> None:
        """Read one question; where it has a fault it is left out."""
        if type(node) is Mapping:
            self._add(node)
        elif not isinstance(node, Refused):
            self._context.wrong(node, Code.SHAPE, "the question has no keys", _keys_for(node))
        self._seen_faults = self._context.faults.total

    def _add(self, node: Mapping) -> None:
        entries, context = node.entries, self._context
        said = read_kind(entries["kind"], "`kind`", context) if "kind" in entries else None
        planned = plan(tuple(entries), said)
        values: Values = {}
        for key, name, attribute, read in planned.steps:
            values[attribute] = read(entries[key], name, context)
        if planned.has_faults:
            self._report(node, planned)
        if planned.finish is not None:
            planned.finish(values, node, context)
        if "id" in values:
            self._claim(values["id"], node)
        sound = context.faults.total == self._seen_faults and not (self._bad_lines and self._is_bad(node))
        if "id" not in values:
            self._derive(values, sound=sound)
        if self._kept is not None:
            self._keep(planned, values, node, sound=sound)
        if sound:
            self._found.append(self._build(planned.build, values, node))

    def _keep(self, planned: Plan, values: Values, node: Mapping, *, sound: bool) -> None:
        """Note where a question stands, or what can be made of one that has faults."""
        if self._kept is None:
            return
        if sound:
            self._kept.append((len(self._found), node))
        elif planned.kind and not planned.missing and _is_whole(planned.kind, values):
            self._kept.append((self._build(planned.build, dict(values), node), node))

    def written(self) -> tuple[Written, ...]:
        """Return the questions with their nodes, in order; empty where they were not kept."""
        found = []
        for made, node in self._kept or ():
            question = self._found[made] if isinstance(made, int) else made
            if question is not None:
                found.append(Written(question, node, isinstance(made, int)))
        return tuple(found)

    def _build(self, build: type[Question], values: Values, node: Mapping) -> Question:
        values["tags"] = self._merged(values["tags"]) if "tags" in values else self._tags[()]
        values["location"] = Location(self._path, *place(node.start_mark))
        return _made(build, values)

    def _merged(self, own: tuple[str, ...]) -> tuple[str, ...]:
        """Return the tags of a question followed by those of the bank, each once."""
        tags = self._tags.get(own)
        if tags is None:
            tags = self._tags[own] = tuple(dict.fromkeys((*own, *self._tags[()])))
        return tags

    def _is_bad(self, node: Mapping) -> bool:
        """Whether a refused character stands in the lines of the question."""
        first = place(node.start_mark)[0] - 1
        end = max(first + 1, node.end_line)
        index = bisect_left(self._bad_lines, first)
        return index < len(self._bad_lines) and self._bad_lines[index] < end

    def _claim(self, name: str | None, node: Mapping) -> None:
        """Note an id that is written; the second question with it has a fault."""
        if name in self._taken:
            message = f"the id {shown(name)} stands here a second time"
            self._context.wrong(
                node.entries["id"], Code.DUPLICATE_ID, message, "give one of the two another id"
            )
        elif name is not None:
            self._taken.add(name)

    def _derive(self, values: Values, *, sound: bool) -> None:
        """Make an id from the prompt; whether it stays is decided when all questions are read."""
        ask = values.get("ask")
        if ask is not None:
            name = values["id"] = slug(ask)
            self._unnamed.setdefault(name, []).append(_Unnamed(ask, len(self._found) if sound else None))

    def _report(self, node: Mapping, planned: Plan) -> None:
        context, kind = self._context, planned.kind
        here = kind or Place.QUESTION
        explained = report_keys(node, planned.strange, here, context.faults, planned.missing)
        for name in () if explained else planned.missing:
            message = f"a question of the kind {kind} needs `{name}`"
            context.wrong(node, Code.MISSING_KEY, message, f"add `{name}:`")
        if kind is None and not planned.strange and not node.refused:
            keys = ", ".join(f"`{sign}`" for sign, _ in reversed(SIGNS))
            context.wrong(node, Code.NO_ANSWER, "the question has no answer", f"add one of {keys}")

    def finish(self) -> tuple[Question, ...]:
        """Give every question its id and return the sound ones.

        A derived id never depends on the order of the questions: where two prompts would
        give the same one, both get a hash, of the prompt, and of the answer as well where the
        prompts are equal.
        """
        for name, group in self._unnamed.items():
            if len(group) > 1 or name in self._taken:
                self._tell_apart(name, group)
        return tuple([question for question in self._found if question is not None])

    def _tell_apart(self, name: str, group: list[_Unnamed]) -> None:
        asked = Counter(unnamed.ask for unnamed in group)
        for ask, index in group:
            question = None if index is None else self._found[index]
            if question is None or index is None:
                continue
            told_by = (ask,) if asked[ask] == 1 else (ask, question.kind, *_answers(question))
            self._rename(index, question, longer(name, *told_by))

    def _rename(self, index: int, question: Question, name: str) -> None:
        if name in self._taken or name in self._unnamed:
            self._found[index] = None
            message = "the same question stands above without an id"
            where = question.location
            cure = "give both an `id`, or take one away"
            self._context.faults.add(where.line, where.column, Code.SAME_QUESTION, message, cure)
            return
        self._taken.add(name)
        self._found[index] = replace(question, id=name)


def _keys_for(node: Node) -> str:
    """Return the cure for a question that is no mapping."""
    cure = unspaced(node.value) if isinstance(node, Scalar) else None
    return cure or "write its keys, such as `ask` and `answer`, one on each line"


def _is_whole(kind: Kind, values: Values) -> bool:
    """Whether a question can be made of these values: a misspelt key or a torn cloze leaves a gap."""
    needed = {"ask", *(field.attribute for field in FIELDS[kind] if field.needed)}
    return needed <= values.keys() and None not in values.values()


def _made(build: type[Question], values: Values) -> Question:
    """Return what ``build(**values)`` does, in a fifth of the time: loads make very many.

    No value may be missing that the class has no default for; the plan saw to it.
    """
    question = object.__new__(build)
    vars(question).update(values)
    return question


def _answers(question: Question) -> Iterator[str]:
    return (question.right(part) for part in question.parts())
