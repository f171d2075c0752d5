"""What each kind makes of its values beyond reading them, and what it does not stand.

A finisher takes the values read so far by attribute, changes them in place where the kind
derives one from another, and reports what makes the question impossible to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.bank.cloze import Torn, filled, parse_cloze
from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.problem import Code, place, shown
from quiz.bank.scalars import BOOLEANS
from quiz.quantity import decimal_mark, parse_number
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

    Finisher = Callable[[dict[str, Any], Mapping, Context], None]

Values = dict[str, Any]

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


def _order(values: Values, mapping: Mapping, context: Context) -> None:
    del values
    node = mapping.entries.get("order")
    _report_twice(_items(node), set(), context)
    if isinstance(node, Sequence) and len(node.items) == 1:
        context.wrong(node, Code.TOO_FEW, "`order` has one entry only", "add another")


def _match(values: Values, mapping: Mapping, context: Context) -> None:
    del values
    node = mapping.entries.get("match")
    if isinstance(node, Mapping):
        _report_twice(node.keys, set(), context)
        _report_twice(node.entries.values(), set(), context)
    if isinstance(node, Mapping) and len(node.keys) == 1 and not node.refused:
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


def _number(values: Values, mapping: Mapping, context: Context) -> None:
    written = values.get("written")
    if written is None:
        return
    values["value"] = parse_number(written, context.language)
    if values["value"] is None:
        mark = decimal_mark(context.language)
        cure = f"write digits, with `{mark}` before the decimals (language {context.language})"
        context.wrong(mapping.entries["number"], Code.VALUE, f"{shown(written)} is no number", cure)


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
    context.faults.add(line, column + _before(node, torn.at), Code.BAD_CLOZE, torn.message, torn.cure)


def _before(node: Node, at: int | None) -> int:
    """Return how many characters of the file precede a place of a text, 0 if that cannot be told."""
    if at is None or not isinstance(node, Scalar):
        return 0
    (line, column), (last, end) = place(node.start_mark), place(node.end_mark)
    quotes = 1 if node.style else 0
    # Nothing is escaped where the text is as long as what is written.
    if line != last or end - column != len(node.value) + 2 * quotes:
        return 0
    return quotes + len(node.value) - len(node.value.lstrip()) + at


FINISHERS: dict[Kind, Finisher] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.SEVERAL: _several,
    Kind.CLOZE: _cloze,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
}
