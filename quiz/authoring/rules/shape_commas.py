"""Lists in brackets whose commas split what belongs together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.finding import Edit, Found
from quiz.authoring.raw import is_in_brackets, lines, quoted
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.commas import split_pairs
from quiz.bank.nodes import Mapping, Scalar, Sequence
from quiz.bank.problem import place, shown
from quiz.quantity import decimal_mark
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

_LISTS = ("accept", "answers", "wrong", "options", "order")
_BEFORE_DECIMALS = re.compile(r"(?:.*[^\d.,])?\d+")
_BEFORE_GROUP = re.compile(r"(?:.*[^\d.,])?\d{1,3}")
_GROUP = re.compile(r"\d{3}(?!\d).*")
_DECIMALS = re.compile(r"\d+(?!\d).*")
SUFFIXES = {"Jr.", "Jr", "Sr.", "Sr", "Inc.", "Inc", "Ltd.", "Ltd", "Esq.", "Ph.D.", "PhD", "M.D."}
"""What stands behind a name and its comma."""


class _Listed(NamedTuple):
    """Neighbours in a list: two texts without quotes, and what stands between them."""

    first: Scalar
    second: Scalar
    between: str

    @property
    def joined(self) -> str:
        return f"{self.first.value}{self.between}{self.second.value}"


def _split(written: Written, bank: Material) -> Iterator[Found]:
    for run in _runs(written, bank):
        yield _found(run, bank)
    told = torn(written, bank)
    for pair in _unspaced(written, bank):
        if place(pair.first.start_mark) not in told:
            text = shown(pair.joined)
            yield Found(
                Location(bank.path, *place(pair.first.start_mark)),
                f"the comma in {text} makes 2 entries of it, and alone has no space behind it",
                f"put it in quotes: {shown(quoted(pair.joined))}, or write a space behind the comma for two",
            )


def _unspaced(written: Written, bank: Material) -> Iterator[_Listed]:
    """Yield the two numbers of a list that alone have no space between them, as `30,9` in `[4, 89, 30,9]`."""
    for key in _LISTS:
        node = written.value(key)
        if isinstance(node, Sequence) and is_in_brackets(node, bank):
            pairs = list(_neighbours(node, bank))
            close = [pair for pair in pairs if pair.between == ","]
            if len(close) == 1 < len(pairs) and _is_decimal(close[0]):
                yield close[0]


def _is_decimal(pair: _Listed) -> bool:
    """Whether two texts may be a number with a comma in it."""
    first, second = str(pair.first.value), str(pair.second.value)
    return _BEFORE_DECIMALS.fullmatch(first) is not None and _DECIMALS.fullmatch(second) is not None


def torn(written: Written, bank: Material) -> set[tuple[int, int]]:
    """Return line and column of each text of a list or of pairs that is only a part of one."""
    runs = list(_runs(written, bank))
    scalars = [scalar for run in runs for pair in run for scalar in (pair.first, pair.second)]
    pairs = written.value("match")
    if isinstance(pairs, Mapping):
        rests = split_pairs(pairs)
        scalars += [key for key in pairs.keys if key.value in rests]
        # What a rest belongs to stands before it: the value that the comma ended.
        cut = [name for name, rest in zip(pairs.keys, pairs.keys[1:], strict=False) if rest.value in rests]
        scalars += [node for name in cut if isinstance(node := pairs.entries[name.value], Scalar)]
    return {place(scalar.start_mark) for scalar in scalars}


def _runs(written: Written, bank: Material) -> Iterator[list[_Listed]]:
    """Yield the neighbours that make one text, in the lists of a question."""
    for key in _LISTS:
        node = written.value(key)
        if isinstance(node, Sequence) and is_in_brackets(node, bank):
            yield from _in_list(list(_neighbours(node, bank)), key, written, bank)


def _neighbours(node: Sequence, bank: Material) -> Iterator[_Listed]:
    rows = lines(bank.text)
    for first, second in zip(node.items, node.items[1:], strict=False):
        if isinstance(first, Scalar) and isinstance(second, Scalar) and not first.style and not second.style:
            (line, column), (end_line, end) = place(first.end_mark), place(second.start_mark)
            if line == end_line:
                yield _Listed(first, second, rows[line - 1][column - 1 : end - 1])


def _in_list(pairs: list[_Listed], key: str, written: Written, bank: Material) -> Iterator[list[_Listed]]:
    spaced = any(pair.between != "," for pair in pairs)
    language = bank.bank.language if bank.bank else "en"
    run: list[_Listed] = []
    for pair in pairs:
        if run and run[-1].second is not pair.first:
            yield run
            run = []
        if _belongs(pair, key, written, spaced=spaced, language=language):
            run.append(pair)
    if run:
        yield run


def _belongs(pair: _Listed, key: str, written: Written, *, spaced: bool, language: str) -> bool:
    """Whether the two are one: a number, a name with its suffix, or the answer itself."""
    if key in {"accept", "options"} and pair.joined in _answers(written):
        return True
    if pair.between == ",":
        return _is_number(pair, spaced=spaced, language=language)
    suffix, name = str(pair.second.value), str(pair.first.value)
    if suffix == "D.C.":
        return key != "accept" and name == "Washington"
    return suffix in SUFFIXES and " " in name


def _answers(written: Written) -> Iterator[str | None]:
    """Yield what is written as the answer, or as one of them."""
    yield written.written("answer")
    node = written.value("answers")
    for number in range(len(node.items) if isinstance(node, Sequence) else 0):
        yield written.written("answers", number)


def _is_number(pair: _Listed, *, spaced: bool, language: str) -> bool:
    first, second = str(pair.first.value), str(pair.second.value)
    if not _BEFORE_GROUP.fullmatch(first):
        return False
    if decimal_mark(language) == ",":
        return spaced and _DECIMALS.fullmatch(second) is not None
    return _GROUP.fullmatch(second) is not None and (spaced or second.startswith("000"))


def _found(run: list[_Listed], bank: Material) -> Found:
    start, end = place(run[0].first.start_mark), place(run[-1].second.end_mark)
    texts = [str(run[0].first.value)]
    joined = texts[0]
    for pair in run:
        texts.append(str(pair.second.value))
        joined += f"{pair.between}{pair.second.value}"
    return Found(
        Location(bank.path, *start),
        f"the commas in {shown(joined)} make {len(texts)} entries of it: {', '.join(map(shown, texts))}",
        f"put it in quotes: {shown(quoted(joined))}",
        (Edit(*start, *end, quoted(joined)),),
    )


COMMAS = (
    Rule(
        code="split-by-comma",
        family=Family.SHAPE,
        about=(
            "In a list in brackets each comma begins a new entry, also the one in `90,000` or in `Martin "
            "Luther King, Jr.`. Found where the two parts can only be one: digits in groups of three, a "
            "name with its suffix, the answer itself. Found as a doubt is also the only comma of a list that "
            "has no space behind it, between two numbers: `[4, 89, 30,9]`."
        ),
        bad=questions(
            "- id: troops\n  ask: How many troops?\n  answer: ninety thousand\n  accept: [90,000]\n"
        ),
        good=questions(
            '- id: troops\n  ask: How many troops?\n  answer: ninety thousand\n  accept: ["90,000", 90000]\n'
        ),
        find=each_question(_split),
    ),
)
