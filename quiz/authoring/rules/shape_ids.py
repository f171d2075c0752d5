"""Ids that are missing, or hard to read, to type and to tell apart."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quiz.authoring.elsewhere import elsewhere
from quiz.authoring.finding import Found, Severity
from quiz.authoring.layout import id_edit
from quiz.authoring.raw import lines, quoted, quoting
from quiz.authoring.rule import Family, Rule, each_bank, each_question, questions
from quiz.bank.names import longer, slug
from quiz.bank.nodes import Scalar
from quiz.bank.problem import Code, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written

MOST_LINES = 3
"""How many further lines a finding names that stands for several questions."""

_ANSWERED = re.compile(r"(?<!\S)#\s*quiz:?\s*ignore\b.*(?<![\w-])missing-id(?![\w-])")
_NOTHING = re.compile(r"\s*(?:#.*\s*)?")
_SAYS_NOTHING = {"new", "id", "todo", "tbd", "xxx", "untitled", "name", "none", "null"}
_WORD = "give it a word or two that tell what is asked, like `venue`"


def _doubtful(written: Written, bank: Material) -> Iterator[Found]:
    node = written.value("id")
    if not isinstance(node, Scalar):
        return
    name = str(node.value).strip()
    other = None if node.style else elsewhere(name)
    if name.lower() in _SAYS_NOTHING:
        yield Found(written.at("id"), f"the id {shown(name)} is a placeholder", _WORD)
    elif name.startswith("-"):
        yield Found(written.at("id"), f"the id {shown(name)} begins like an option of a command", _WORD)
    elif not any(map(str.isalnum, name)):
        yield Found(written.at("id"), f"the id {shown(name)} has neither a letter nor a digit", _WORD)
    elif other is not None:
        yield Found(
            written.at("id"),
            f"many YAML tools read the id {shown(name)} without quotes as {other}",
            f"put it in quotes: {shown(quoted(name))}",
            quoting(node, bank),
        )


def _numbers(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    name = written.written("id")
    if name is not None and name.strip().isdecimal():
        yield Found(written.at("id"), f"the id {shown(name)} is a number and tells nothing", _WORD)


def _twins(bank: Material) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for written in bank.written:
        name = written.question.id
        earlier = seen.setdefault(name.casefold(), name)
        if earlier != name and written.value("id") is not None:
            yield Found(
                written.at("id"),
                f"the ids {shown(earlier)} and {shown(name)} differ only in capital letters",
                "give one of them another word",
            )


def _missing(bank: Material) -> Iterator[Found]:
    """Tell of all questions of a file at once, and of each by itself that an author has answered for."""
    rows = lines(bank.text)
    told = any(problem.code is Code.SAME_QUESTION for problem in bank.problems)
    without = [
        (one, _has_answer(one, rows))
        for one in bank.written
        if one.sound and one.value("id") is None and not (told and _is_told_by_answer(one))
    ]
    rest = [one for one, has_answer in without if not has_answer]
    for together in ([one] for one, has_answer in without if has_answer):
        yield _without_id(together, bank)
    if rest:
        yield _without_id(rest, bank)


def _is_told_by_answer(written: Written) -> bool:
    """Whether another question has the same prompt; it may be the very same one, which is a fault."""
    question = written.question
    plain = slug(question.ask)
    return question.id not in {plain, longer(plain, question.ask)}


def _without_id(questions: Sequence[Written], bank: Material) -> Found:
    first, *others = (one.question for one in questions)
    where = ", ".join(str(one.location.line) for one in others[:MOST_LINES])
    where = f"line{'s' if others[1:] else ''} {where}{', ...' if len(others) > MOST_LINES else ''}"
    also = f", and {len(others)} more of this file have none either ({where})" if others else ""
    return Found(
        first.location,
        f"the question has no id of its own{also}; when its prompt changes, its history may be lost",
        f"write `id: {first.id}` into it, or let `quiz check --fix` write all of them",
        tuple(id_edit(one, one.question.id, bank.text) for one in questions),
    )


def _has_answer(written: Written, rows: Sequence[str]) -> bool:
    """Whether a comment names this rule on the first line of a question, or right above it."""
    first = written.question.location.line
    above = takewhile(_NOTHING.fullmatch, reversed(rows[: first - 1]))
    return any(_ANSWERED.search(row) for row in (rows[first - 1], *above))


_CITY = "- id: {}\n  front: Capital of France\n  back: Paris\n"
_OTHER = "- id: {}\n  front: Capital of Italy\n  back: Rome\n"

IDS = (
    Rule(
        code="doubtful-id",
        family=Family.SHAPE,
        about=(
            "The id names the question in lists, in the log and on the command line. A placeholder such as "
            "`new`, an id that begins with `-`, one without letters and digits, or one that other YAML tools "
            "read as a number, a date or a truth value does that badly."
        ),
        bad=questions(_CITY.format("new")),
        good=questions(_CITY.format("capital-of-france")),
        find=each_question(_doubtful),
    ),
    Rule(
        code="number-as-id",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        on=False,
        about=(
            "The id is a mere number. It works, but it tells nothing in a list, and a question that is put "
            "in between invites counting anew, which would give histories to other questions."
        ),
        bad=questions(_CITY.format("12")),
        good=questions(_CITY.format("capital-of-france")),
        find=each_question(_numbers),
    ),
    Rule(
        code="ids-differ-in-case",
        family=Family.SHAPE,
        about=(
            "Two ids of a bank differ only in capital letters. They are two questions to the log, and one "
            "to everybody who reads or types them."
        ),
        bad=questions(_CITY.format("capital") + _OTHER.format("Capital")),
        good=questions(_CITY.format("capital-of-france") + _OTHER.format("capital-of-italy")),
        find=each_bank(_twins),
    ),
    Rule(
        code="missing-id",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        about=(
            "A question without an id is named after its prompt. With an id of its own, wording and answer "
            "can change and the learner's history stays. One finding stands for all questions of a file; "
            "those that a comment sets apart are left out of it."
        ),
        bad=questions("- front: Capital of France\n  back: Paris\n"),
        good=questions(_CITY.format("capital-of-france")),
        find=each_bank(_missing),
    ),
)
