"""Texts without quotes that YAML takes for something else, or for less, than the author meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.elsewhere import elsewhere
from quiz.authoring.finding import Found, Severity
from quiz.authoring.raw import lines, parts, pieces, quoted, quoting
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.shape_commas import torn
from quiz.bank import Code
from quiz.bank.problem import place, shown
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.authoring.raw import Piece
    from quiz.bank import Written
    from quiz.bank.nodes import Scalar

_PROMPTS = {"ask", "claim", "front"}
_SENTENCES = {*_PROMPTS, "why", "hint"}
_COMMENT = re.compile(r" #(?P<said>.*)")
_NOTES = re.compile(r"(?:todo|fixme|xxx|hack|note|noqa|nb|sic|yamllint)\b", re.IGNORECASE)
_FINISHED = tuple(
    ".?!\N{HORIZONTAL ELLIPSIS}:\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\xbb)"
)
_ESCAPE = re.compile(r"\\(.)")
_LATEX = {
    "t": re.compile(r"(?:heta|imes|au|an|anh|ext\w*|o|op|riangle\w*|ilde)(?![A-Za-z])"),
    "n": re.compile(r"(?:u|e|eq|eg|abla|otin|ewline|mid|subseteq)(?![A-Za-z])"),
}
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:$")


def _retyped(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.is_plain and piece.key != "id":
            text = str(piece.scalar.value)
            other = elsewhere(text)
            if other is not None and not _is_told(piece, written, bank):
                yield Found(
                    _start(piece.scalar, bank),
                    f"many YAML tools read {shown(text)} without quotes as {other}, not as this text",
                    f"put it in quotes: {shown(quoted(text))}",
                    quoting(piece.scalar, bank),
                )


def _is_told(piece: Piece, written: Written, bank: Material) -> bool:
    """Whether a text is told already: as a part of another, or by the reader, who asks if it is meant.

    Quotes would answer that for the author.
    """
    where = _start(piece.scalar, bank)[1:]
    if piece.key != "answer" or written.sound:
        return where in torn(written, bank)
    asked = (problem for problem in bank.problems if problem.code is Code.TEXT_OR_BOOLEAN)
    return any(problem.location[1:] == where for problem in asked)


def _start(scalar: Scalar, bank: Material) -> Location:
    return Location(bank.path, *place(scalar.start_mark))


def _cut(written: Written, bank: Material) -> Iterator[Found]:
    rows = lines(bank.text)
    for piece in pieces(written, bank):
        line, column = place(piece.scalar.end_mark)
        comment = _COMMENT.match(rows[line - 1], column - 1) if piece.is_plain and line <= len(rows) else None
        if comment and _is_text(comment["said"].rstrip(), str(piece.scalar.value), piece.key):
            yield Found(
                Location(bank.path, line, column + 1),
                f"the text {shown(str(piece.scalar.value))} ends here: YAML takes {shown(comment[0].strip())}"
                " for a comment",
                "put the whole text in quotes, or the comment on a line of its own",
            )


def _is_text(said: str, text: str, key: str) -> bool:
    """Whether what stands behind one space and a ``#`` is more likely text than a comment."""
    if not said or any(text.count(mark) % 2 and said.count(mark) % 2 for mark in '"“'):
        return True
    if text.count("(") > text.count(")") and ")" in said:
        return True
    if said[0] == " ":
        return key in _PROMPTS and said.endswith("?") and not text.endswith(_FINISHED)
    if said[0].isdigit() or said[0] in "?!.,;)":
        return True
    return key in _SENTENCES and said[0].isalpha() and not _NOTES.match(said) and not text.endswith(_FINISHED)


def _brackets(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.in_brackets and piece.is_plain and "?" in piece.scalar.value:
            text = str(piece.scalar.value)
            yield Found(
                _start(piece.scalar, bank),
                f"{shown(text)} stands in brackets without quotes; some YAML parsers break off at its `?`",
                "put it in quotes",
                quoting(piece.scalar, bank),
            )


def _backslash(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.scalar.style == '"':
            yield from _escapes(piece, bank)


def _escapes(piece: Piece, bank: Material) -> Iterator[Found]:
    for part in parts(piece.scalar, bank):
        for escape in _ESCAPE.finditer(part.text):
            if _is_trap(part.text, escape):
                yield Found(
                    part.location(bank, escape.start()),
                    f"`{escape[0]}` in double quotes is {_MEANING[escape[1]]}, not a backslash",
                    "write two backslashes, or put the text in single quotes",
                )


_MEANING = {
    "t": "a tab",
    "n": "a line feed",
    "_": "a no-break space",
    "L": "a line separator",
    "P": "a paragraph separator",
}


def _is_trap(text: str, escape: re.Match[str]) -> bool:
    letter = escape[1]
    if letter in {"_", "L", "P"}:
        return True
    if letter not in _LATEX:
        return False
    if _DRIVE.search(text, 0, escape.start()):
        return text[escape.end() : escape.end() + 1].isalnum()
    return _LATEX[letter].match(text, escape.end()) is not None


VALUES = (
    Rule(
        code="retyped-value",
        family=Family.SHAPE,
        about=(
            "A text without quotes looks like a truth value, a number, a date or nothing. This program takes "
            "it as it is written; other tools for YAML read `no` as false, `010` as 8, `1:30` as 90 and "
            "`1.10` as 1.1, and lose the text when they write the file (YAML 1.1, yaml.org/type)."
        ),
        bad=questions("- id: width\n  ask: How wide is it, in metres?\n  answer: 1.10\n"),
        good=questions('- id: width\n  ask: How wide is it, in metres?\n  answer: "1.10"\n'),
        find=each_question(_retyped),
    ),
    Rule(
        code="cut-by-comment",
        family=Family.SHAPE,
        about=(
            "A space and a `#` end a text without quotes; the rest is a comment that no learner sees. "
            "Found where the rest looks like text: a number behind the `#`, a prompt that breaks off, a "
            "bracket that is closed in the comment only. Two spaces before the `#` say that it is meant."
        ),
        bad=questions("- id: fifth\n  ask: Who composed symphony #5 in C minor?\n  answer: Beethoven\n"),
        good=questions(
            '- id: fifth\n  ask: "Who composed symphony #5 in C minor?"\n  answer: Beethoven  # in 1808\n'
        ),
        find=each_question(_cut),
    ),
    Rule(
        code="unquoted-in-brackets",
        family=Family.SHAPE,
        severity=Severity.NOTE,
        about=(
            "Inside `[ ]` and `{ }` a `?` in a text without quotes divides the parsers: libyaml, which this "
            "program uses, takes it for text as YAML 1.2 does, others refuse the whole file (PyYAML without "
            "libyaml does)."
        ),
        bad=questions("- {id: lane, front: Which lane is free?, back: the left one}\n"),
        good=questions('- {id: lane, front: "Which lane is free?", back: the left one}\n'),
        find=each_question(_brackets),
    ),
    Rule(
        code="backslash-in-quotes",
        family=Family.SHAPE,
        about=(
            "In double quotes a backslash and a letter are one sign: `\\t` a tab, `\\n` a line feed. In a "
            "path such as `C:\\temp` or a formula such as `\\times` that is not what was meant. Single "
            "quotes leave backslashes alone."
        ),
        bad=questions('- id: folder\n  ask: What does "C:\\temp" hold?\n  answer: "C:\\temp holds drafts"\n'),
        good=questions("- id: folder\n  ask: Which folder holds drafts?\n  answer: 'C:\\temp'\n"),
        find=each_question(_backslash),
    ),
)
