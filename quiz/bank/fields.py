"""The one table of the format: which keys stand where, which are needed, what they hold.

The reader, the reference of the README and the schema for editors are made from it.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "1"


class Shape(StrEnum):
    """What a key holds, in the words of the reference."""

    VERSION = "the number 1"
    TEXT = "text"
    LABEL = "short text on one line"
    LABELS = "short text, or a list of them"
    TEXTS = "text, or a list of texts"
    LIST = "list of texts"
    OPTIONS = "list of texts; `text: reason` adds why it is wrong"
    PAIRS = "mapping of texts"
    BOOLEAN = "true or false"
    WRITTEN_NUMBER = "number, or a range `85..95`"
    TOLERANCE = "number, percentage or `3 figures`"
    DATE = "year, year-month or year-month-day"
    CLOZE = "text with holes"
    ID = "letters, digits, `-`, `_`, `.`"
    BANK_KEY = "ids with `/` between them"
    KIND = "name of a kind"
    LANGUAGE = "language code"
    PATH = "relative path"
    COUNT = "whole number from 1"
    COUNTS = "whole number from 1, or a list of them"
    DIGESTS = "8 hexadecimal digits, or a list of them"
    SOURCE = "mapping, see below"
    QUESTIONS = "list of questions"


class Place(StrEnum):
    """Where keys stand that do not belong to a kind."""

    BANK = "bank"
    QUESTION = "any question"
    SOURCE = "source of a question"


class Field(NamedTuple):
    """One key: its name, shape, whether it is needed where it stands, what it is, an example.

    ``sets`` names the attribute of the question that it fills, where that differs;
    ``instead`` the key that may stand in place of one that is needed.
    """

    name: str
    shape: Shape
    needed: bool
    about: str
    example: str
    sets: str = ""
    instead: str = ""

    @property
    def attribute(self) -> str:
        """The attribute that the key fills."""
        return self.sets or self.name


def _needs(name: str, shape: Shape, about: str, example: str, sets: str = "") -> Field:
    return Field(name, shape, needed=True, about=about, example=example, sets=sets)


def _takes(name: str, shape: Shape, about: str, example: str, sets: str = "") -> Field:
    return Field(name, shape, needed=False, about=about, example=example, sets=sets)


def _wrong(example: str) -> Field:
    return _needs("wrong", Shape.OPTIONS, "The wrong options.", example)._replace(instead="options")


def _options(example: str) -> Field:
    about = "In place of `wrong`: all options, in the order in which `shuffle: false` shows them."
    return _takes("options", Shape.OPTIONS, about, example, "listed")


_ASK = _needs("ask", Shape.TEXT, "The prompt.", "Which city hosts the talks?")
_REVERSE = _takes("reverse", Shape.BOOLEAN, "Whether it is asked the other way round as well.", "true")
_EXACT = _takes(
    "exact", Shape.BOOLEAN, "Whether case, accents, punctuation and articles count in what is typed.", "true"
)

FIELDS: Mapping[Place | Kind, tuple[Field, ...]] = MappingProxyType(
    {
        Place.BANK: (
            _needs("quiz", Shape.VERSION, "The version of the format; put it first.", "1"),
            _needs("title", Shape.TEXT, "What the bank is called.", "Where and when to talk"),
            _needs("questions", Shape.QUESTIONS, "The questions.", "[{front: Bern, back: Switzerland}]"),
            _takes("id", Shape.BANK_KEY, "Its name in the log, instead of its path.", "nato/talks", "key"),
            _takes("description", Shape.TEXT, "What the bank is about.", "The talks of January."),
            _takes("language", Shape.LANGUAGE, "Of its texts and numbers; `en` without it.", "de"),
            _takes("source", Shape.PATH, "The text it is grounded in, seen from the bank.", "account.md"),
            _takes("tags", Shape.LABELS, "Tags that every question gets.", "[history, nato]"),
        ),
        Place.QUESTION: (
            _takes("id", Shape.ID, "Its name in the log; keep it when the wording changes.", "venue"),
            _takes("kind", Shape.KIND, "Says the kind that the keys show anyway.", "text"),
            _takes("why", Shape.TEXT, "Shown after the answer.", "Both sides trust Geneva."),
            _takes("hint", Shape.TEXT, "Shown when it is asked for.", "It lies on a lake."),
            _takes("tags", Shape.LABELS, "What it is about.", "[places]"),
            _takes("source", Shape.SOURCE, "What proves the answer.", "{paragraph: 6}"),
            _takes("group", Shape.LABEL, "Questions of one group are not asked on one day.", "talks"),
            _takes("shuffle", Shape.BOOLEAN, "Whether options are mixed; true without it.", "false"),
            _takes("draft", Shape.BOOLEAN, "Whether it is kept back and never asked.", "true"),
        ),
        Place.SOURCE: (
            _takes("paragraph", Shape.COUNT, "The number of the paragraph.", "6"),
            _takes("quote", Shape.TEXT, "Words of the paragraph that prove the answer.", "proposed Geneva"),
            _takes("also", Shape.COUNTS, "Other paragraphs that the answer needs.", "[4, 9]"),
            _takes("document", Shape.PATH, "The text, where it is not the bank's own.", "annex.md"),
            _takes(
                "checked",
                Shape.DIGESTS,
                "Its paragraphs as they were when it was last checked; `quiz check --stamp` writes it.",
                "5d41c0fa",
            ),
        ),
        Kind.TEXT: (
            _ASK,
            _needs("answer", Shape.TEXT, "The right answer.", "Geneva"),
            _takes("accept", Shape.TEXTS, "Other answers that are right.", "[Genf, Genève]"),
            _EXACT,
            _REVERSE,
        ),
        Kind.CHOICE: (
            _ASK,
            _needs("answer", Shape.TEXT, "The one right option.", "Geneva"),
            _wrong("[Vienna, Oslo: It was named later.]"),
            _options("[Vienna, Geneva, Oslo]"),
        ),
        Kind.TRUE_FALSE: (
            _needs("claim", Shape.TEXT, "What is true or false.", "Geneva lies on a lake.", "ask"),
            _needs("answer", Shape.BOOLEAN, "Whether the claim is true.", "true"),
        ),
        Kind.NUMBER: (
            _ASK,
            _needs("number", Shape.WRITTEN_NUMBER, "As the language writes it.", "90,000", "written"),
            _takes("tolerance", Shape.TOLERANCE, "How far off, or to how many figures, is right.", "5%"),
            _takes("unit", Shape.LABEL, "Shown behind the number.", "soldiers"),
        ),
        Kind.DATE: (
            _ASK,
            _needs("date", Shape.DATE, "As exact as it is asked for.", "2021-12-17"),
        ),
        Kind.SEVERAL: (
            _ASK,
            _needs("answers", Shape.LIST, "All right options.", "[Bern, Basel]"),
            _wrong("[Vienna]"),
            _options("[Basel, Vienna, Bern]"),
        ),
        Kind.CLOZE: (
            _needs(
                "cloze",
                Shape.CLOZE,
                "A sentence with holes `{answer}`, others accepted after a bar, a hint after `::`;"
                " a brace itself is written `\\{`.",
                "They met in {Geneva|Genf::a city}.",
                "pieces",
            ),
            _EXACT,
        ),
        Kind.ORDER: (
            _ASK,
            _needs("order", Shape.LIST, "What is put in order, in the right order.", "[1, 2, 3]", "items"),
        ),
        Kind.MATCH: (
            _ASK,
            _needs(
                "match",
                Shape.PAIRS,
                "Left sides, each with its right side.",
                "{Bern: Aare, Basel: Rhine}",
                "pairs",
            ),
        ),
        Kind.RECALL: (
            _needs("front", Shape.TEXT, "What is asked.", "Capital of Switzerland", "ask"),
            _needs("back", Shape.TEXT, "What is to be recalled.", "Bern"),
            _REVERSE,
        ),
    }
)


def reference() -> str:
    """Return the table of all keys in Markdown, one row for each key of a place or kind."""
    rows = ["| where | key | holds | what it is | example |", "|---|---|---|---|---|"]
    rows += [_row(place, field) for place, fields in FIELDS.items() for field in fields]
    return "\n".join(rows) + "\n"


def _row(place: Place | Kind, field: Field) -> str:
    name = f"**`{field.name}`**" if field.needed else f"`{field.name}`"
    cells = (str(place), name, str(field.shape), field.about, f"`{field.example}`")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
