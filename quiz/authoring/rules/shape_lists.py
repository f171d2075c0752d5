"""One text where a list was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.alike import words
from quiz.authoring.finding import Edit, Found
from quiz.authoring.raw import lines, parts
from quiz.authoring.rule import Family, Rule, each_bank, each_question, questions
from quiz.authoring.rules.shape_commas import SUFFIXES
from quiz.authoring.writing import scalar
from quiz.bank.nodes import Scalar
from quiz.bank.problem import shown
from quiz.question import Location, TextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written

MOST_WORDS = 3

_TAGS = re.compile(r"""["']?tags["']?\s*:\s+(?P<text>"[^"\\]*"|'[^']*'|[^\s"'\[{|>#&!][^#]*?)(?:\s+#.*)?""")


def _one_text(written: Written, bank: Material) -> Iterator[Found]:
    tags, accept = written.value("tags"), written.value("accept")
    entries = _entries(tags)
    if len(entries) > 1:
        message = f"{shown(_text(tags))} is one tag"
        yield Found(written.at("tags"), message, _cure(entries), _listing(tags, entries, bank))
    entries = _entries(accept)
    if len(entries) > 1 and _are_answers(entries, written):
        message = f"{shown(_text(accept))} is one answer, accepted only as a whole"
        yield Found(written.at("accept"), message, _cure(entries))


def _head(bank: Material) -> Iterator[Found]:
    """Look at the tags of the bank itself, where they stand on the line of their key."""
    key, tags = bank.keys.get("tags"), bank.bank.tags if bank.bank else ()
    entries = _divided(tags[0]) if len(tags) == 1 else []
    found = _TAGS.fullmatch(lines(bank.text)[key.line - 1].rstrip()) if key and len(entries) > 1 else None
    if key and found:
        place = Location(bank.path, key.line, found.start("text") + 1)
        edit = Edit(key.line, found.start("text") + 1, key.line, found.end("text") + 1, _listed(entries))
        yield Found(place, f"{shown(tags[0])} is one tag", _cure(entries), (edit,))


def _text(node: object) -> str:
    return str(node.value) if isinstance(node, Scalar) else ""


def _entries(node: object) -> list[str]:
    """Return what commas divide a text into; empty for what is no text."""
    return _divided(_text(node))


def _divided(text: str) -> list[str]:
    return [entry for entry in map(str.strip, text.split(",")) if entry]


def _listed(entries: Sequence[str]) -> str:
    return f"[{', '.join(scalar(entry, flow=True) for entry in entries)}]"


def _cure(entries: Sequence[str]) -> str:
    return f"write a list: {shown(_listed(entries))}"


def _listing(node: object, entries: Sequence[str], bank: Material) -> tuple[Edit, ...]:
    """Return what puts a list in place of a text that stands on one line; empty for another one."""
    found = list(parts(node, bank)) if isinstance(node, Scalar) and node.style not in {"|", ">"} else []
    if len(found) != 1 or "\n" in _text(node):
        return ()
    return (found[0].edit(0, len(found[0].text), _listed(entries)),)


def _are_answers(entries: Sequence[str], written: Written) -> bool:
    """Whether each entry can only be an answer of its own.

    A place with its country, a name with its suffix or turned round, and a number share a word
    with the answer or with one another, are long, or have digits.
    """
    question = written.question
    if not isinstance(question, TextQuestion) or "," in question.answer:
        return False
    said = [words(question.answer), *map(words, entries)]
    return (
        all(1 <= len(one) <= MOST_WORDS for one in said)
        and len(set().union(*said)) == sum(map(len, said))
        and not any(any(map(str.isdigit, entry)) or entry in SUFFIXES for entry in entries)
    )


LISTS = (
    Rule(
        code="one-text",
        family=Family.SHAPE,
        about=(
            "A text with commas stands where a list was meant: `tags: lakes, rivers` is one tag of two "
            "words, and `accept: Genf, Genève` accepts neither name by itself. Accepted answers are found "
            "where all are short and share no word with the answer. One text in brackets and quotes, such "
            'as `["Genf, Genève"]`, says that it is meant.'
        ),
        bad=questions(
            "- id: city\n  front: Capital of France\n  back: Paris\n  tags: geography, capital cities\n"
        ),
        good=questions(
            "- id: city\n  front: Capital of France\n  back: Paris\n  tags: [geography, capital cities]\n"
        ),
        find=lambda banks: (*each_bank(_head)(banks), *each_question(_one_text)(banks)),
    ),
)
