"""Whether the numbers of a text count that its questions go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Found, Severity
from quiz.authoring.rule import Family, Rule, each_bank, questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.question import Location


def _ignored(bank: Material) -> Iterator[Found]:
    for document, where in _documents(bank).items():
        told = bank.ignored(document)
        if told is not None:
            yield Found(where, *told)


def _documents(bank: Material) -> dict[str, Location]:
    """Return the texts that questions cite, and where the name of each stands first."""
    found: dict[str, Location] = {}
    if bank.bank and bank.bank.source and "source" in bank.values:
        found[bank.bank.source] = bank.values["source"]
    for written in bank.written:
        document = bank.document_of(written)
        if document is not None:
            found.setdefault(document, written.at("source", "document"))
    return found


_TEXT = "1. The lake is 73 km long.\n\nIt is deep.\n\n2. Geneva lies at its western end."
_CITED = (
    "  - ask: Which city lies at the western end of the lake?\n    answer: Geneva\n"
    "    source: {paragraph: 2, quote: at its western end}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="ignored-numbers",
        family=Family.GROUNDING,
        about=(
            "A text whose paragraphs begin with numbers of their own, all but some, or two with the same. "
            "Then no number counts, its paragraphs count from 1, and every question behind the one without "
            "a number would show another paragraph than it is about. Told where the quotes, or the digests "
            "of `checked:`, are right by the numbers; without any, where one paragraph alone lacks a number "
            "between others. Until it is mended, nothing else is said of these questions and their text, "
            "and nothing mended or stamped."
        ),
        bad=questions(_CITED, _TEXT),
        good=questions(_CITED, _TEXT.replace("It is", "3. It is")),
        find=each_bank(_ignored),
        severity=Severity.ERROR,
    ),
)
