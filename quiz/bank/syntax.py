"""What libyaml says about a file that is no YAML, in words that tell the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError

from quiz.bank.nodes import QUOTES
from quiz.bank.problem import Code, place

if TYPE_CHECKING:
    import yaml

    from quiz.bank.problem import Faults

_LEAD = "the file is read up to here: "
_INDENT = "indent it like the lines that it belongs to"
_SAID = {
    "mapping values are not allowed": (
        "a `: ` stands inside a text, or the line is indented too far",
        f"{QUOTES}, or mend the indentation",
    ),
    "could not find expected ':'": (
        "the line is no `key: value`",
        "write a colon and a space behind the key, or indent the line below its text",
    ),
    "did not find expected key": ("the line does not fit those above", f"{_INDENT}, and close quotes"),
    "did not find expected '-' indicator": (
        "the list is broken off",
        "begin the entry with `- ` in the column of those above",
    ),
    "block sequence entries": ("a list entry `- ` cannot stand here", "put it on a line of its own"),
    "mapping keys are not allowed": ("a `? ` cannot stand here", QUOTES),
    "found character that cannot start": (
        "a tab stands in the indentation, or a text begins with `@`, a backtick or `%`",
        f"indent with spaces, or {QUOTES}",
    ),
    "found a tab": ("a tab stands in the indentation", "use spaces"),
    "found unexpected end of stream": ("a quote is not closed", "close it with the same sign"),
    "found unexpected document indicator": ("a quote is not closed", "close it with the same sign"),
    "did not find expected ',' or ']'": ("a list in `[ ]` is not closed", "close it, or quote its texts"),
    "did not find expected ',' or '}'": ("a mapping in `{ }` is not closed", f"close it, or {QUOTES}"),
    "did not find expected node content": ("a text is missing in a list in brackets", "write or close it"),
    "did not find expected alphabetic": ("a text begins with `*` or `&`", QUOTES),
    "exceeded maximum nesting": ("there are too many levels here", "write it flatter"),
    "found unknown escape": ("a backslash stands in double quotes", r"write `\\`, or use single quotes"),
    "did not find expected hexdecimal": ("a backslash stands in double quotes", r"write `\\`, or use '"),
}

_OPENED = ("could not find expected ':'", "did not find expected ','", "found unexpected")


def report(error: yaml.YAMLError, end: tuple[int, int], faults: Faults) -> None:
    """Report why the reading of a file ended early; ``end`` is the last place of the file."""
    if not isinstance(error, MarkedYAMLError):
        cure = "save it as UTF-8 without control characters"
        faults.add(1, 1, Code.BROKEN_YAML, "the file is no text that YAML takes", cure)
        return
    said = error.problem or "it is no YAML"
    words = (words for start, words in _SAID.items() if said.startswith(start))
    message, cure = next(words, (said, f"mend the line, or {QUOTES}"))
    begins, ends = error.context_mark, error.problem_mark
    # What was opened lines above and never closed is told where it begins.
    from_there = begins is not None and ends is not None and begins.line < ends.line
    mark = begins if from_there and said.startswith(_OPENED) else ends
    # libyaml sees a line feed at the end of every file, also where none is written.
    faults.add(*min(place(mark), end), Code.BROKEN_YAML, f"{_LEAD}{message}", cure)
