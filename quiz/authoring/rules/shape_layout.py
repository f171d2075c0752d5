"""The layout of the file: white space and line ends that nobody sees and everybody's diffs show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Edit, Found, Severity
from quiz.authoring.raw import BREAKS, block_lines, line_end, lines, parts, pieces
from quiz.authoring.rule import Example, Family, Rule, each_bank, each_question, questions
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

_TABS = re.compile("\t+")
_TRAILING = re.compile(r"[ \t]+$")


def _tabs(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if "\t" not in piece.scalar.value:
            continue
        for part in parts(piece.scalar, bank):
            for match in _TABS.finditer(part.text):
                edits = () if piece.is_block else (part.edit(match.start(), match.end(), " "),)
                yield Found(
                    part.location(bank, match.start()),
                    "a tab stands in the text; a learner sees a single space",
                    "write spaces",
                    edits,
                )


def _line_ends(bank: Material) -> Iterator[Found]:
    usual = line_end(bank.text)
    for number, row in enumerate(lines(bank.text), start=1):
        text = row.rstrip(BREAKS)
        end = row[len(text) :]
        if end in {"\n", "\r\n", "\r"} and end != usual:
            yield Found(
                Location(bank.path, number, len(text) + 1),
                f"the line ends {_AS[end]}, most lines of the file end {_AS[usual]}",
                f"end every line {_AS[usual]}: set it so in the editor, or let `quiz check --fix` do it",
                (Edit(number, len(text) + 1, number + 1, 1, usual),),
            )


_AS = {
    "\n": "as on Linux and macOS (LF)",
    "\r\n": "as on Windows (CR LF)",
    "\r": "as on Macs of the last century (CR)",
}


def _trailing(bank: Material) -> Iterator[Found]:
    blocks = block_lines(lines(bank.text))
    for number, row in enumerate(lines(bank.text), start=1):
        match = _TRAILING.search(row.rstrip(BREAKS))
        if match and number not in blocks and not row[: match.start()].endswith("\\"):
            yield Found(
                Location(bank.path, number, match.start() + 1),
                "white space stands at the end of the line",
                "take it away",
                (Edit(number, match.start() + 1, number, match.end() + 1, ""),),
            )


def _last_line(bank: Material) -> Iterator[Found]:
    rows = lines(bank.text)
    if rows and rows[-1][-1] not in BREAKS:
        number, column = len(rows), len(rows[-1]) + 1
        yield Found(
            Location(bank.path, number, column),
            "the last line has no end",
            "end it with a line feed",
            (Edit(number, column, number, column, line_end(bank.text)),),
        )


def _mark(bank: Material) -> Iterator[Found]:
    if bank.marked:
        yield Found(
            Location(bank.path, 1, 1),
            "the file begins with a byte order mark, which nobody sees",
            "save it as UTF-8 without a mark (BOM), or let `quiz check --fix` take it away",
        )


_CITY = "- id: city\n  front: Capital of France\n  back: Paris\n"

LAYOUT = (
    Rule(
        code="tab-in-text",
        family=Family.SHAPE,
        about=(
            "A tab stands inside a text. Editors show it at different widths, and the terminal as one space, "
            "so that an indentation made with tabs is lost."
        ),
        bad=questions("- id: city\n  front: Capital\tof France\n  back: Paris\n"),
        good=questions(_CITY),
        find=each_question(_tabs),
    ),
    Rule(
        code="mixed-line-ends",
        family=Family.SHAPE,
        about=(
            "Some lines end as on Windows (CR LF), others as everywhere else (LF). Nobody sees these signs, "
            "but the next editor makes them alike, and git shows a change in every line."
        ),
        bad=questions(_CITY.replace("France\n", "France\r\n")),
        good=questions(_CITY),
        find=each_bank(_line_ends),
    ),
    Rule(
        code="space-at-line-end",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        about="White space at the end of a line says nothing and makes noise in diffs.",
        bad=questions(_CITY.replace("France\n", "France  \n")),
        good=questions(_CITY),
        find=each_bank(_trailing),
    ),
    Rule(
        code="no-last-line-end",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        about=(
            "The last line of a text file ends in a line feed (POSIX, section 3.206). Without it, a diff of "
            "lines that are added later shows this one as changed too."
        ),
        bad=Example(questions(_CITY).bank.rstrip("\n")),
        good=questions(_CITY),
        find=each_bank(_last_line),
    ),
    Rule(
        code="byte-order-mark",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        about=(
            "Some editors on Windows begin a file with the invisible character U+FEFF. UTF-8 needs none "
            "(RFC 3629, section 6); tools that put files together or compare their first lines trip over it."
        ),
        bad=Example(f"\ufeff{questions(_CITY).bank}"),
        good=questions(_CITY),
        find=each_bank(_mark),
    ),
)
