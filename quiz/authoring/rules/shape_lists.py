"""One text where a list was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.alike import words
from quiz.authoring.finding import Edit, Found
from quiz.authoring.raw import is_in_brackets, lines, parts
from quiz.authoring.rule import Family, Rule, each_bank, each_question, questions
from quiz.authoring.rules.shape_commas import SUFFIXES
from quiz.authoring.rules.wording_language import rights, wrongs
from quiz.authoring.writing import scalar
from quiz.bank.nodes import Scalar, Sequence
from quiz.bank.problem import shown
from quiz.question import Location, TextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Texts

    from quiz.authoring.material import Material
    from quiz.bank import Written

MOST_WORDS = 3

FEWEST_LETTERS = 4
"""Letters of a word that names a thing."""

_FEWEST = {"answers": 2, "wrong": 3, "options": 3}
"""Lists of options, with the number of parts from which their only entry is doubtful."""
_BETWEEN = re.compile(
    r",\s+(?:(?:and|or|und|oder|et|ou|y|e|o|en|of)\s+)?|(?<=\w)\s+(?:and|und|et)\s+(?=\S+$)"
)
_SPOKEN = {("yes",), ("no",), ("ja",), ("nein",), ("oui",), ("non",), ("si",), ("well",), ("so",), ("first",)}
_LINES = "write each on a line of its own, with `- ` before it"

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


def _one_entry(written: Written, bank: Material) -> Iterator[Found]:
    """Look at the only entry of the options that are right, or of those that are wrong."""
    options = [*rights(written.question), *wrongs(written.question)]
    for key, fewest in _FEWEST.items():
        node = written.value(key)
        if not isinstance(node, Sequence) or len(node.items) != 1:
            continue
        text = _text(node.items[0]).strip()
        entries = [entry for entry in map(str.strip, _BETWEEN.split(text)) if entry] if "," in text else []
        others = [option for option in options if option != text]
        if len(entries) >= fewest and _are_options(entries) and not any("," in one for one in others):
            in_brackets = is_in_brackets(node, bank)
            yield Found(
                written.at(key, 0),
                f"{shown(text)} is one option, and looks like {len(entries)} of them",
                f"write each by itself: {shown(_listed(entries))}" if in_brackets else _LINES,
            )


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


def _listed(entries: Texts[str]) -> str:
    return f"[{', '.join(scalar(entry, flow=True) for entry in entries)}]"


def _cure(entries: Texts[str]) -> str:
    return f"write a list: {shown(_listed(entries))}"


def _listing(node: object, entries: Texts[str], bank: Material) -> tuple[Edit, ...]:
    """Return what puts a list in place of a text that stands on one line; empty for another one."""
    found = list(parts(node, bank)) if isinstance(node, Scalar) and node.style not in {"|", ">"} else []
    if len(found) != 1 or "\n" in _text(node):
        return ()
    return (found[0].edit(0, len(found[0].text), _listed(entries)),)


def _are_answers(entries: Texts[str], written: Written) -> bool:
    """Whether each entry can only be an answer of its own.

    A place with its country, a name with its suffix or turned round, and a number share a word
    with the answer or with one another, are long, or have digits. Where all have the same word of
    the answer, each names it: `Rennie, Mr Rennie`.
    """
    question = written.question
    if not isinstance(question, TextQuestion) or "," in question.answer:
        return False
    said = [words(question.answer), *map(words, entries)]
    return (
        all(1 <= len(one) <= MOST_WORDS for one in said)
        and (len(set().union(*said)) == sum(map(len, said)) or _name_one_thing(said))
        and not any(any(map(str.isdigit, entry)) or entry in SUFFIXES for entry in entries)
    )


def _name_one_thing(said: Texts[Texts[str]]) -> bool:
    """Whether different texts have a word in common that is no small one."""
    common = set(said[0]).intersection(*said[1:])
    return len(set(map(tuple, said[1:]))) == len(said) - 1 and any(
        len(word) >= FEWEST_LETTERS for word in common
    )


def _are_options(entries: Texts[str]) -> bool:
    """Whether each entry can only be an option of its own: short, like no other one, all digits or none."""
    said = [words(entry) for entry in entries]
    digits = [entry.isdigit() for entry in entries]
    return (
        all(1 <= len(one) <= MOST_WORDS for one in said)
        and len(set().union(*said)) == sum(map(len, said))
        and (all(digits) or not any(map(str.isdigit, "".join(entries))))
        and said[0] not in _SPOKEN
        and not any(entry in SUFFIXES for entry in entries)
    )


LISTS = (
    Rule(
        code="one-text",
        family=Family.SHAPE,
        about=(
            "A text with commas stands where a list was meant: `tags: lakes, rivers` is one tag of two "
            "words, and `accept: Genf, Genève` accepts neither name by itself. Accepted answers are found "
            "where all are short and share no word with the answer, or all the same one. One text in "
            'brackets and quotes, such as `["Genf, Genève"]`, says that it is meant. Found as well is '
            "the only right option of several, or the only wrong one, when it lists short ones."
        ),
        bad=questions(
            "- id: city\n  front: Capital of France\n  back: Paris\n  tags: geography, capital cities\n"
        ),
        good=questions(
            "- id: city\n  front: Capital of France\n  back: Paris\n  tags: [geography, capital cities]\n"
        ),
        find=lambda banks: (
            *each_bank(_head)(banks),
            *each_question(_one_text)(banks),
            *each_question(_one_entry)(banks),
        ),
    ),
)
