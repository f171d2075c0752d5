"""What each kind makes of its values beyond reading them, and what it does not stand.

A finisher takes the values read so far by attribute, changes them in place where the kind
derives one from another, and reports what makes the question impossible to answer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from quiz.bank.cloze import Torn, filled, parse_cloze
from quiz.bank.commas import split_pairs
from quiz.bank.decode import end_of, text_of
from quiz.bank.limits import MAX_LABEL
from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.numbers import finish_number
from quiz.bank.problem import Code, place, shown
from quiz.bank.scalars import BOOLEANS
from quiz.bank.suggest import nearest
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Kind,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.bank.nodes import Node
    from quiz.bank.scalars import Context
    from quiz.question import Wrong

    Finisher = Callable[[dict[str, Any], Mapping, Context], None]

Values = dict[str, Any]
_BRACE = re.compile("[{}]")
GUESSES = 3
"""How many misspelt answers of one question are told what is meant at most."""

BUILDS: dict[Kind, type[Question]] = {
    built.kind: built
    for built in (
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


def fold(option: str) -> str:
    """Return the form in which two options are one: space does not count.

    Case does, as ``true`` and ``TRUE`` are two in a question on code; where it does not, rules
    of the check tell.
    """
    return " ".join(option.split())


def _text(values: Values, mapping: Mapping, context: Context) -> None:
    """Refuse an answer that is more likely meant as true or false."""
    del values
    answer = mapping.entries.get("answer")
    if (
        isinstance(answer, Scalar)
        and not answer.style
        and answer.value.lower() in BOOLEANS
        and "kind" not in mapping.entries
    ):
        message = f"the answer {shown(answer.value)} may be a text, or say that something is true or false"
        cure = "put it in quotes if it is a text, or write `claim:` in place of `ask:`"
        context.wrong(answer, Code.TEXT_OR_BOOLEAN, message, cure)


def _choice(values: Values, mapping: Mapping, context: Context) -> None:
    wrong = values.get("wrong") or ()
    options = [values.get("answer") or "", *[option.text for option in wrong]]
    if len(set(map(fold, options))) < len(options):
        right = fold(options[0])
        _report_twice(_items(mapping.entries["wrong"]), {right} if right else set(), context)


def _several(values: Values, mapping: Mapping, context: Context) -> None:
    del values
    seen: set[str] = set()
    for key in ("answers", "wrong"):
        _report_twice(_items(mapping.entries.get(key)), seen, context)


def _listed_choice(values: Values, mapping: Mapping, context: Context) -> None:
    answer = mapping.entries.get("answer")
    right = _part(values, mapping, [] if answer is None else [answer], context)
    if right:
        values["answer"] = right[0]


def _listed_several(values: Values, mapping: Mapping, context: Context) -> None:
    answers = _items(mapping.entries.get("answers"))
    _report_twice(answers, set(), context)
    right = _part(values, mapping, answers, context)
    if right:
        values["answers"] = right


def _part(values: Values, mapping: Mapping, answers: list[Node], context: Context) -> tuple[str, ...]:
    """Part the options into what is wrong, which becomes a value, and what is right, which is returned.

    Right is what an answer names; it is returned in the order of the answers, as it is listed.
    """
    nodes, listed = _items(mapping.entries["options"]), values["listed"]
    named = {fold(node.value): node for node in answers if isinstance(node, Scalar) and node.value.strip()}
    options = {fold(option.text): option for option in listed}
    values["listed"] = tuple(option.text for option in listed)
    values["wrong"] = tuple(option for same, option in options.items() if same not in named)
    if "wrong" in mapping.entries:
        key = next(key for key in mapping.keys if key.value == "wrong")
        message = "`wrong` has no place beside `options`"
        context.wrong(key, Code.MISPLACED_KEY, message, "take it away, and list its options there")
    _report_twice(nodes, set(), context)
    _report_reasons(nodes, named, context)
    # With an option that could not be read there is no telling what is missing.
    if len(listed) == len(nodes) and listed:
        _report_parting(mapping.entries["options"], named, options, context)
    return tuple(options[same].text for same in named if same in options)


def _report_parting(
    node: Node, named: dict[str, Scalar], options: dict[str, Wrong], context: Context
) -> None:
    """Report answers that are no options, and options of which all are right."""
    missing = [answer for same, answer in named.items() if same not in options]
    for number, answer in enumerate(missing):
        # A guess is slow, and beyond the limit nobody would read it.
        guessed = number < GUESSES and not context.faults.is_full()
        near = _nearest(answer.value, options.values()) if guessed else None
        cure = f"write {shown(near)}" if near else "list it there, or write `wrong:` for `options:`"
        context.wrong(answer, Code.NO_ANSWER, f"{shown(answer.value)} is not among the options", cure)
    if named and options.keys() <= named.keys():
        context.wrong(node, Code.TOO_FEW, "no option is wrong", "add a wrong one")


def _nearest(answer: str, options: Iterable[Wrong]) -> str | None:
    """Return the option that an answer most resembles, or None; only short texts are compared."""
    texts = [option.text for option in options if len(option.text) <= MAX_LABEL]
    return nearest(answer, texts) if len(answer) <= MAX_LABEL else None


def _report_reasons(nodes: list[Node], right: Iterable[str], context: Context) -> None:
    """Report right options that have a reason why they are wrong."""
    for node in nodes:
        if isinstance(node, Mapping) and len(node.keys) == 1 and fold(node.keys[0].value) in right:
            message = f"the right option {shown(node.keys[0].value)} has a reason why it is wrong"
            context.wrong(node.keys[0], Code.SHAPE, message, "write it without one, and the reason as `why:`")


def _order(values: Values, mapping: Mapping, context: Context) -> None:
    del values
    node = mapping.entries.get("order")
    _report_twice(_items(node), set(), context)
    if isinstance(node, Sequence) and len(node.items) == 1:
        context.wrong(node, Code.TOO_FEW, "`order` has one entry only", "add another")


def _match(values: Values, mapping: Mapping, context: Context) -> None:
    del values
    node = mapping.entries.get("match")
    if not isinstance(node, Mapping):
        return
    rests = split_pairs(node)
    left = [key for key in node.keys if key.value not in rests]
    # A right side that a comma cuts is not what its beginning looks like.
    cut = {before.value for before, rest in pairwise(node.keys) if rest.value in rests}
    _report_twice(left, set(), context)
    _report_twice([node.entries[key.value] for key in left if key.value not in cut], set(), context)
    if len(left) == 1 and not node.refused:
        context.wrong(node, Code.TOO_FEW, "`match` has one pair only", "add another")


def _report_twice(nodes: Iterable[Node], seen: set[str], context: Context) -> None:
    """Report each text that is among ``seen`` already, which grows by what is met."""
    for node in nodes:
        scalar = node.keys[0] if isinstance(node, Mapping) and node.keys else node
        if not isinstance(scalar, Scalar) or not (same := fold(scalar.value)):
            continue
        if same in seen:
            message = f"{shown(scalar.value)} stands here a second time"
            context.wrong(scalar, Code.SAME_OPTION, message, "make it differ, or take it away")
        seen.add(same)


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _cloze(values: Values, mapping: Mapping, context: Context) -> None:
    sentence = values.get("pieces")
    if sentence is None:
        return
    try:
        values["pieces"] = parse_cloze(sentence)
    except Torn as torn:
        _report_torn(torn, mapping.entries["cloze"], context)
    else:
        values["ask"] = filled(values["pieces"])


def _report_torn(torn: Torn, node: Node, context: Context) -> None:
    """Report a fault of a sentence at its brace, or where the text begins if that cannot be told."""
    line, column = place(node.start_mark)
    if torn.at is not None and isinstance(node, Scalar):
        below, right = _to_brace(node, torn.at, context.data)
        line, column = line + below, right + 1 if below else column + right
    context.faults.add(line, column, Code.BAD_CLOZE, torn.message, torn.cure)


@lru_cache(maxsize=1)
def _decoded(data: bytes) -> str:
    """Return a file as text, kept for its next torn sentence."""
    return text_of(data)


def _to_brace(node: Scalar, at: int, data: bytes) -> tuple[int, int]:
    """Return how many lines below and characters behind its beginning the brace of a text is written.

    Characters count from the beginning of the line where it is another one. The braces of a
    text stand in the file in their order, however it is broken and folded; where they are not as
    many there, some are written as escapes, and there is no telling: that gives 0, 0.
    """
    start, end = node.start_mark, node.end_mark
    if start is None or end is None:
        return 0, 0
    written, sentence = _decoded(data)[start.index : end.index], node.value.strip()
    braces = [found.start() for found in _BRACE.finditer(written)]
    number = len(_BRACE.findall(sentence[:at]))
    if len(braces) != len(_BRACE.findall(sentence)):
        return 0, 0
    line, column = end_of(written[: braces[number]])
    return line - 1, column - 1


FINISHERS: dict[Kind, Finisher] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.NUMBER: finish_number,
    Kind.SEVERAL: _several,
    Kind.CLOZE: _cloze,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
}

LISTED: dict[Kind, Finisher] = {Kind.CHOICE: _listed_choice, Kind.SEVERAL: _listed_several}
"""Finishers where `options` lists what is right and what is wrong."""
