"""Characters that nobody sees, or that are not what they look like."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quiz.authoring.finding import Edit, Found
from quiz.authoring.lookalikes import mixed_words
from quiz.authoring.raw import BREAKS, lines, parts, pieces
from quiz.authoring.rule import Family, Rule, each_bank, each_question, questions
from quiz.bank.problem import place, shown
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.lookalikes import Mixed
    from quiz.authoring.material import Material
    from quiz.authoring.raw import Part
    from quiz.bank import Written

_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_JOINERS = "\u200c\u200d"
_SINGLE_MARKS = "\u200e\u200f\u061c"
_INVISIBLE = re.compile(
    f"[\xad\u180e\u200b{_JOINERS}{_SINGLE_MARKS}\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\uffa0"
    "\ufff9-\ufffb\U000e0001]"
)
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RIGHT_TO_LEFT = {"R", "AL"}
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_LABELS = {"tags", "group"}
_COMPARED = {
    "id", "tags", "group", "answer", "accept", "answers", "wrong", "options", "order", "match", "cloze",
    "back",
}  # fmt: skip


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'without a name').lower()})"


def _invisible(bank: Material) -> Iterator[Found]:
    if bank.text.isascii():
        return
    for number, row in enumerate(lines(bank.text), start=1):
        if row.isascii() or row.lstrip().startswith("#"):
            continue
        for match in _INVISIBLE.finditer(row):
            if _is_out_of_place(row, match.start()):
                yield _hidden(bank, number, match)


def _is_out_of_place(row: str, at: int) -> bool:
    """Whether an invisible character has no work to do: joiners and marks have in some scripts."""
    character = row[at]
    if character in _SINGLE_MARKS:
        return not any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in _INVISIBLE.sub("", row))
    if character in _JOINERS:
        before = row[at - 1] if at else " "
        return before.isascii() or unicodedata.name(before, "").startswith(_PLAIN_SCRIPTS)
    return True


def _hidden(bank: Material, line: int, match: re.Match[str]) -> Found:
    where = Location(bank.path, line, match.start() + 1)
    told = f"the invisible character {_name(match[0])} stands here"
    if match[0] in BREAKS:
        return Found(where, f"{told}; YAML ends the line at it", "write a space in its place")
    edit = Edit(line, match.start() + 1, line, match.end() + 1, "")
    return Found(where, told, "delete it", (edit,))


def _turning(bank: Material) -> Iterator[Found]:
    if bank.text.isascii():
        return
    for number, row in enumerate(lines(bank.text), start=1):
        for match in _BIDIRECTIONAL.finditer(row):
            yield Found(
                Location(bank.path, number, match.start() + 1),
                f"{_name(match[0][0])} turns the direction of the text, so it is not what it looks like",
                "delete it and write the text in the order in which it is read",
            )


def _escaped(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.scalar.style == '"' and not piece.scalar.value.isascii():
            raw = "".join(part.text for part in parts(piece.scalar, bank))
            match = _BIDIRECTIONAL.search(piece.scalar.value)
            if match and match[0] not in raw:
                yield Found(
                    Location(bank.path, *place(piece.scalar.start_mark)),
                    f"the text holds {_name(match[0][0])}, which turns its direction",
                    "take its escape away",
                )


def _odd_spaces(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.key in _LABELS and not piece.scalar.value.isascii():
            for part in parts(piece.scalar, bank):
                for match in _ODD_SPACE.finditer(part.text):
                    yield Found(
                        part.location(bank, match.start()),
                        f"{_name(match[0])} stands in {shown(piece.scalar.value)}, "
                        "which is therefore another name than with a space",
                        "write a space",
                        (part.edit(match.start(), match.end(), " "),),
                    )


def _look_alikes(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if not piece.scalar.value.isascii():
            for part in parts(piece.scalar, bank):
                for mixed in mixed_words(part.text):
                    yield _mixed(mixed, part, bank)


def _mixed(mixed: Mixed, part: Part, bank: Material) -> Found:
    first = mixed.strange[0]
    letters = ", ".join(dict.fromkeys(_name(mixed.word[at]) for at in mixed.strange))
    edits = [
        part.edit(mixed.start + at, mixed.start + at + 1, mixed.meant[at])
        for at in mixed.strange
        if mixed.is_certain
    ]
    return Found(
        part.location(bank, mixed.start + first),
        f"{shown(mixed.word)} is written in {mixed.among} letters but for {letters}",
        f"type the whole word in {mixed.among} letters: {shown(mixed.meant)}",
        tuple(edits),
    )


def _decomposed(written: Written, bank: Material) -> Iterator[Found]:
    for piece in pieces(written, bank):
        if piece.key in _COMPARED and not piece.scalar.value.isascii():
            for part in parts(piece.scalar, bank):
                yield from _apart(part, bank)


def _apart(part: Part, bank: Material) -> Iterator[Found]:
    for match in re.finditer(r"\S+", part.text):
        composed = unicodedata.normalize("NFC", match[0])
        # Signs such as the ohm's are replaced one by one; only accents that stand alone are meant.
        if len(composed) < len(match[0]):
            yield Found(
                part.location(bank, match.start()),
                f"{shown(match[0])} has letters and accents as characters of their own; "
                "compared with the usual form it is another text",
                "type the word anew, or save the file in Unicode's composed form (NFC)",
                (part.edit(match.start(), match.end(), composed),),
            )


_SENTENCE = "- id: city\n  front: Capital of {}France\n  back: P{}ris\n"

LETTERS = (
    Rule(
        code="invisible-character",
        family=Family.SHAPE,
        about=(
            "A character that nobody sees stands in the file: a zero-width space, a soft hyphen, a mark of "
            "direction without such a text. They come along when text is copied from web pages and PDFs; "
            "searches miss the word, and a terminal shows a replacement character. Joiners and marks that "
            "a script needs are left alone."
        ),
        bad=questions(_SENTENCE.format("\u200b", "a")),
        good=questions(_SENTENCE.format("", "a")),
        find=each_bank(_invisible),
    ),
    Rule(
        code="turned-direction",
        family=Family.SHAPE,
        about=(
            "An embedding, override or isolate turns the direction of the text around it, so that the file "
            "reads differently from what it holds (Unicode TR36, section 3.2). Right-to-left scripts need "
            "none of them here: terminals order their letters themselves."
        ),
        bad=questions(_SENTENCE.format("\u202e", "a")),
        good=questions(_SENTENCE.format("", "a")),
        find=lambda banks: (*each_bank(_turning)(banks), *each_question(_escaped)(banks)),
    ),
    Rule(
        code="odd-space",
        family=Family.SHAPE,
        about=(
            "A no-break space or another space that is none of the keyboard's stands in a tag or group. It "
            "looks like the tag with a plain space and is another one."
        ),
        bad=questions("- id: city\n  front: Capital of France\n  back: Paris\n  tags: [big\xa0cities]\n"),
        good=questions("- id: city\n  front: Capital of France\n  back: Paris\n  tags: [big cities]\n"),
        find=each_question(_odd_spaces),
    ),
    Rule(
        code="look-alike-letters",
        family=Family.SHAPE,
        about=(
            "A word mixes letters of two scripts that look the same, such as a Cyrillic a in a Latin word. "
            "Nobody who types the answer can match it (Unicode TR39 calls these confusables). Words "
            "wholly in one script, units and formulas are left alone."
        ),
        bad=questions(_SENTENCE.format("", "\u0430")),
        good=questions(_SENTENCE.format("", "a")),
        find=each_question(_look_alikes),
    ),
    Rule(
        code="decomposed-letters",
        family=Family.SHAPE,
        about=(
            "A letter and its accent stand as two characters, as some systems copy them. It looks the same "
            "and is another text to git, to searches, and where tags and options are compared."
        ),
        bad=questions("- id: city\n  front: City at the end of Lake Geneva\n  back: Gene\u0300ve\n"),
        good=questions("- id: city\n  front: City at the end of Lake Geneva\n  back: Gen\xe8ve\n"),
        find=each_question(_decomposed),
    ),
)
