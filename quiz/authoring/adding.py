"""A question on its way into a bank: its name, the YAML it may come as, what rules say of it there."""

from __future__ import annotations

import itertools
import re
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.authoring.check import check
from quiz.authoring.draft.entries import entry_of_written
from quiz.authoring.finding import Severity
from quiz.authoring.material import material
from quiz.authoring.rule import Family
from quiz.authoring.sameness import asked
from quiz.authoring.selecting import EVERY, chosen, meant
from quiz.authoring.silencing import heard
from quiz.bank import Code, read_writing
from quiz.bank.cloze import Torn, filled, parse_cloze
from quiz.bank.limits import MAX_SLUG
from quiz.bank.names import slug
from quiz.errors import QuizError
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.authoring.finding import Finding
    from quiz.authoring.material import Material
    from quiz.authoring.writing import Entry
    from quiz.bank import Problem, Written

COMPARING = frozenset(("same-prompt", "same-fact"))
"""Rules that compare a question with such as have its answer, its prompt or its paragraph."""

STDIN = "stdin"
_PROMPTS = ("ask", "claim", "front")
_BEGINS = re.compile(r"^---(?=\s*$)", re.MULTILINE)
_ENDS = re.compile(r"^\.\.\.(?=\s*\Z)", re.MULTILINE)


class FaultyYaml(QuizError):
    """What was given as YAML is no question; its lines are those that were given."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        told = (
            "\n".join(map(str, problems))
            or "There is no question in it; write keys such as `ask` and `answer`"
        )
        super().__init__(f"Nothing was added.\n{told}.")


def prompt_of(entry: Entry) -> str:
    """Return what a question asks, as its name is made from; empty where it asks nothing."""
    sentence = entry.get("cloze")
    if isinstance(sentence, str):
        try:
            return filled(parse_cloze(sentence))
        except Torn:
            return ""
    asked = next((entry[key] for key in _PROMPTS if key in entry), "")
    return asked if isinstance(asked, str) else ""


def suggested_id(entry: Entry, taken: Collection[str]) -> str | None:
    """Return a name made from the prompt that nobody has; None where the question asks nothing."""
    prompt = prompt_of(entry)
    if not prompt:
        return None
    name = slug(prompt)
    numbered = (f"{name[:MAX_SLUG]}-{number}" for number in itertools.count(2))
    return next(one for one in itertools.chain((name,), numbered) if one not in taken)


def named(entries: Sequence[Entry], taken: Collection[str]) -> list[Entry]:
    """Return the questions, each with an ``id``; what asks nothing stays as it is."""
    used = set(taken)
    found: list[Entry] = []
    for entry in entries:
        name = entry.get("id") or suggested_id(entry, used)
        found.append(entry if name is None else {"id": name, **entry})
        used.add(str(name))
    return found


def entries_from(text: str, language: str) -> list[Entry]:
    """Return the questions written in YAML: the keys of one, or a list of several.

    ``language`` is that of the bank, whose numbers it writes. Raises FaultyYaml with places
    in ``text``, whose first line is 1.
    """
    body = _without_marks(text.removeprefix("\ufeff"))
    begin = next(_said(body), "")
    is_list = begin.lstrip().startswith(("- ", "[")) or begin.strip() == "-"
    head = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n" + ("" if is_list else "  -\n")
    margin = 1 if is_list else 4
    indented = textwrap.indent(body, " " * margin, lambda line: bool(line.strip()))
    writing = read_writing(_bytes(f"{head}{indented}"), STDIN, STDIN)
    lines = head.count("\n")
    if writing.problems or not writing.written:
        raise FaultyYaml([_moved(problem, lines, margin) for problem in writing.problems])
    return [entry_of_written(one) for one in writing.written]


def _bytes(text: str) -> bytes:
    """Return a text as the bytes that it came from, where some of them are no text."""
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")


def _without_marks(text: str) -> str:
    """Return a YAML text in which the marks that begin and end a document are comments."""
    if next(_said(text), "").rstrip() == "---":
        text = _BEGINS.sub("#--", text, count=1)
    return _ENDS.sub("#..", text)


def _said(text: str) -> Iterator[str]:
    """Yield the lines that are neither blank nor comments."""
    return (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _moved(problem: Problem, lines: int, columns: int) -> Problem:
    path, line, column = problem.location
    return problem._replace(location=Location(path, max(line - lines, 1), max(column - columns, 1)))


def findings_in(bank: Material, added: int) -> list[Finding]:
    """Return what the rules that are on find in the last questions of a bank, ``added`` in number.

    That is what a check of the whole bank finds in them, in a fraction of the time.
    """
    new = bank.written[len(bank.written) - added :]
    if not new:
        return []
    # Columns count: in brackets the question before may stand on the same line.
    first = new[0].at()[1:]
    last_line = max(new[-1].at().line, new[-1].node.end_line)
    found = heard([bank], _found(bank, new))
    return [one for one in found if first <= one.location[1:] and one.location.line <= last_line]


def answer_errors(data: bytes) -> list[Finding]:
    """Return the errors in the options and answers of a bank, beyond what its reader refuses."""
    bank = material(data, "", "")
    family = meant(chosen(EVERY), Family.ANSWER)
    return check(
        [bank], [rule for rule in family if rule.severity is Severity.ERROR and rule.code not in set(Code)]
    )


def _found(bank: Material, new: Sequence[Written]) -> list[Finding]:
    rules = chosen(EVERY)
    comparing = [rule for rule in rules if rule.code in COMPARING]
    others = [rule for rule in rules if rule.code not in COMPARING]
    alone = replace(bank, written=tuple(new))
    return check([bank], others, [alone]) + check([replace(bank, written=_near(bank, new))], comparing)


def _near(bank: Material, new: Sequence[Written]) -> tuple[Written, ...]:
    """Return the questions that have an answer, the words of the prompt or the paragraph of a new one."""
    told = [asked(one, bank) for one in new]
    answers = {answer for one in told for answer in one.answers}
    prompts = {one.words for one in told}
    paragraphs = {paragraph for one in new if (paragraph := _cited(one)) is not None}

    def is_near(written: Written) -> bool:
        if _cited(written) in paragraphs:
            return True
        one = asked(written, bank)
        return one.words in prompts or not answers.isdisjoint(one.answers)

    return tuple(filter(is_near, bank.written))


def _cited(written: Written) -> int | None:
    return written.question.source.paragraph if written.question.source else None
