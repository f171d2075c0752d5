"""Questions together with the places where they are written, for whoever checks or changes a bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.problem import place
from quiz.question import ChoiceQuestion, Location, SeveralQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict

    from quiz.bank.nodes import Node
    from quiz.bank.problem import Mark, Problem
    from quiz.card import Bank
    from quiz.question import Question

Steps = tuple[str | int, ...]
"""Keys and numbers of entries that lead to a value."""


class Written(NamedTuple):
    """A question and the mapping that it was read from.

    ``sound`` says whether nothing is wrong with it; otherwise it is what could be made of it.
    """

    question: Question
    node: Mapping
    sound: bool

    def value(self, *steps: str | int) -> Node | None:
        """Return the node at the end of ``steps``, or None where there is none.

        Steps are keys, and numbers of entries from 0; a number in a mapping means its n-th value.
        """
        node: Node | None = self.node
        for step in steps:
            node = _child(node, step)
        return node

    def at(self, *steps: str | int) -> Location:
        """Return where the node at the end of ``steps`` begins.

        Where there is none, it is the place of the nearest one around it. The place of an
        entry `option: reason` is that of the option.
        """
        node: Node = self.node
        for step in steps:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return self._place(node.start_mark)

    def key(self, *steps: str | int) -> Location:
        """Return where the last one of ``steps``, a key or the number of a key, is written."""
        around = self.value(*steps[:-1])
        if isinstance(around, Mapping):
            for number, key in enumerate(around.keys):
                if steps[-1] in (key.value, number):
                    return self._place(key.start_mark)
        return self.at(*steps)

    def written(self, *steps: str | int) -> str | None:
        """Return the text of the scalar at the end of ``steps``, or None where there is none."""
        node = self.value(*steps)
        return str(node.value) if isinstance(node, Scalar) else None

    def is_plain(self, *steps: str | int) -> bool:
        """Whether the scalar at the end of ``steps`` stands without quotes, on the line of its key."""
        node = self.value(*steps)
        return isinstance(node, Scalar) and not node.style

    def options(self) -> tuple[tuple[str, Steps], ...]:
        """Return the options of a choice or of several, right ones first, with the steps to each.

        Right ones are found where they are written as answers, wrong ones below `wrong`, or below
        `options` where that lists all. Empty for other kinds.
        """
        question = self.question
        if isinstance(question, ChoiceQuestion):
            right: list[tuple[str, Steps]] = [(question.answer, ("answer",))]
        elif isinstance(question, SeveralQuestion):
            right = [(answer, ("answers", number)) for number, answer in enumerate(question.answers)]
        else:
            return ()
        places = self._listed()
        wrong: list[tuple[str, Steps]] = [
            (option.text, ("options", places[option.text]) if option.text in places else ("wrong", number))
            for number, option in enumerate(question.wrong)
        ]
        return (*right, *wrong)

    def _listed(self) -> dict[str, int]:
        """Return the numbers of the entries of `options` by their texts, the first of equal ones."""
        node = self.value("options")
        places: dict[str, int] = {}
        for number, entry in enumerate(node.items if isinstance(node, Sequence) else ()):
            option = entry.keys[0] if isinstance(entry, Mapping) and entry.keys else entry
            if isinstance(option, Scalar):
                places.setdefault(option.value.strip(), number)
        return places

    def _place(self, mark: Mark | None) -> Location:
        return Location(self.question.location.path, *place(mark))


class Writing(NamedTuple):
    """What a file gave, with places. ``bank`` is None when nothing of it could be used.

    ``keys`` tells where each key of the bank itself stands, ``values`` where its value begins;
    what stands below a misspelt key is there by the key that is meant as well.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    written: tuple[Written, ...]
    keys: Dict[str, Location]
    values: Dict[str, Location]


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        if isinstance(step, str):
            return node.entries.get(step)
        return node.entries.get(node.keys[step].value) if step < len(node.keys) else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None
