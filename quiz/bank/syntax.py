"""What libyaml says about a file that is no YAML, in words that tell the cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml.error import MarkedYAMLError

from quiz.bank.decode import end_of, line_from, line_to
from quiz.bank.indents import stray
from quiz.bank.nodes import QUOTES
from quiz.bank.opened import open_bracket, opening_quote
from quiz.bank.problem import Code, place
from quiz.bank.strange import is_key

if TYPE_CHECKING:
    import yaml

    from quiz.bank.problem import Faults, Mark

_LEAD = "the file is read up to here: "
_INDENT = "indent it like the lines that it belongs to"
_BACKSLASH = ("a backslash stands in double quotes", r"write `\\`, or use single quotes")
_BLOCK = ("a text begins with `|` or `>`", f"{QUOTES}, or write it on the lines below the sign")
_TAG = ("a text begins with `!`", QUOTES)
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
    "did not find expected <document start>": (
        "the line does not belong to what stands above",
        "begin every key of the bank in the first column",
    ),
    "block sequence entries": (
        "a list entry `- ` cannot stand here",
        f"{QUOTES}, or begin the list on a line of its own",
    ),
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
    "did not find expected node content": (
        "a text is missing in brackets, or begins with `,`, `]` or `}`",
        f"write or close it, or {QUOTES}",
    ),
    "did not find expected alphabetic": ("a text begins with `*` or `&`", QUOTES),
    "did not find expected comment": _BLOCK,
    "found an indentation indicator": _BLOCK,
    "exceeded maximum nesting": ("there are too many levels here", "write it flatter"),
    "found unknown escape": _BACKSLASH,
    "did not find expected hexdecimal": _BACKSLASH,
    "found invalid Unicode": _BACKSLASH,
    "found undefined tag": _TAG,
    "did not find expected tag": _TAG,
    "did not find the expected '>'": _TAG,
    "did not find expected whitespace": _TAG,
    "found unknown directive": ("a line begins with `%`", QUOTES),
}

_OPENED = ("could not find expected ':'", "did not find expected ','", "found unexpected")
_BEGUN = (
    "did not find expected alphabetic",
    "did not find expected comment",
    "found an indentation",
    "did not find expected tag",
    "did not find the expected '>'",
    "did not find expected whitespace",
)
"""What is told where the text begins that libyaml could not read."""

_AFTER = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected ','",
    "did not find expected <document start>",
)
"""What libyaml says of a text that goes on behind its end."""

_BY_INDENT = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
)
"""What libyaml may say of a line that is indented too far, or not far enough."""

_EMPTY = "did not find expected node content"
"""What libyaml says where something has to stand in brackets, and does not."""

_CLOSED = {
    '"': "put the whole text in single quotes, with `''` for an apostrophe",
    "'": "write `''` for an apostrophe, or put the whole text in double quotes",
    "]": QUOTES.replace("the", "the whole"),
    "}": QUOTES.replace("the", "the whole"),
}
_HOLE = re.compile(r"\s*(?:- +)*cloze:\s+\{.*\}")
_IN_HOLE = re.compile(r"\s*(?:- +)*cloze:\s.*\{[^{}]*$")
_SIGN = re.compile(r"(?:^|[:\-,\[{])\s+(?P<sign>[*&]\S*)\s+$")


class _Error(NamedTuple):
    """What libyaml says, where it began to read what it could not, where it stopped, and the file."""

    said: str
    begins: Mark | None
    ends: Mark
    text: str


class _Told(NamedTuple):
    """A fault: line and column from 1, what is wrong, the cure."""

    line: int
    column: int
    message: str
    cure: str


def report(error: yaml.YAMLError, text: str, faults: Faults) -> None:
    """Report why the reading of a file ended early; ``text`` is all of it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        cure = "save it as UTF-8 without control characters"
        faults.add(1, 1, Code.BROKEN_YAML, "the file is no text that YAML takes", cure)
        return
    found = _Error(error.problem or "it is no YAML", error.context_mark, error.problem_mark, text)
    told = (
        _unspaced(found)
        or _stray(found)
        or _behind(found)
        or _unclosed(found)
        or _in_hole(found)
        or _by_words(found)
    )
    # libyaml sees a line feed at the end of every file, also where none is written.
    line, column = min((told.line, told.column), end_of(text))
    faults.add_instead(line, column, Code.BROKEN_YAML, f"{_LEAD}{told.message}", told.cure)


def _by_words(error: _Error) -> _Told:
    """Return what is known of what libyaml says."""
    found = (words for start, words in _SAID.items() if error.said.startswith(start))
    message, cure = words = next(found, (error.said, f"mend the line, or {QUOTES}"))
    begins = error.begins
    if begins is not None and begins.line < error.ends.line:
        begins = begins if error.said.startswith(_OPENED) else None
    elif not error.said.startswith(_BEGUN):
        begins = None
    line, column = place(begins or error.ends)
    if words is _BACKSLASH:
        column = line_to(error.text, error.ends.index + 1).rfind("\\") + 1
    return _Told(line, column, message, cure)


def _unspaced(error: _Error) -> _Told | None:
    """Return that the space behind a colon is missing, if it is, on the line that could not be read.

    libyaml sees it on the next line only, where a colon and a space follow.
    """
    if error.said.startswith("could not find expected ':'") and error.begins is not None:
        line, start = error.begins.line, error.begins.index - error.begins.column
    elif error.said.startswith("mapping values") and error.ends.line:
        above = error.text[: error.ends.index - error.ends.column - 1].removesuffix("\r")
        line, start = error.ends.line - 1, len(above) - len(line_to(above, len(above)))
    else:
        return None
    return _told_unspaced(line + 1, line_from(error.text, start))


def _told_unspaced(line: int, written: str) -> _Told | None:
    """Return that a line with this number lacks a space behind its first dash or colon."""
    begin = len(written) - len(written.lstrip(" -"))
    key = written[begin:].partition(":")[0]
    if not is_key(key):
        return None
    if written[:begin].endswith("-"):
        return _Told(line, begin, f"no space stands behind the dash of `-{key}`", f"write `- {key}`")
    if written[begin + len(key) + 1 :][:1] in {"", " ", "\t"}:
        return None
    return _Told(line, begin + 1, f"no space stands behind the colon of `{key}:`", f"write `{key}: `")


def _stray(error: _Error) -> _Told | None:
    """Return that a line with a key is indented otherwise than its neighbours, if that stops the reading."""
    if not error.said.startswith(_BY_INDENT):
        return None
    found = stray(error.text, error.ends.line)
    return found and _Told(error.ends.line + 1, *found)


def _unclosed(error: _Error) -> _Told | None:
    """Return that a bracket of a line above is not closed, where nothing that may stand in it follows."""
    begins = open_bracket(error.text, error.ends.index) if error.said.startswith(_EMPTY) else None
    if begins is None or begins.line == error.ends.line:
        return None
    closing = "]" if error.text[begins.index] == "[" else "}"
    return _Told(*place(begins), *_SAID[f"did not find expected ',' or '{closing}'"])


def _in_hole(error: _Error) -> _Told | None:
    """Return that a colon and a space stand inside a hole of a sentence without quotes, if they do."""
    before = line_to(error.text, error.ends.index)
    if not error.said.startswith("mapping values") or not _IN_HOLE.match(before):
        return None
    cure = "write `::` before a hint, as in `{Geneva::a city}`, or put the whole sentence in quotes"
    return _Told(*place(error.ends), "a `: ` stands inside a hole", cure)


def _behind(error: _Error) -> _Told | None:
    """Return that a text goes on behind the sign that closed it, if it does."""
    if not error.said.startswith(_AFTER):
        return None
    before = line_to(error.text, error.ends.index)
    line, column = place(error.ends)
    begun, sign = _SIGN.search(before), before.rstrip()[-1:]
    if begun:
        return _Told(line, begun.start("sign") + 1, *_SAID["did not find expected alphabetic"])
    if sign not in _CLOSED:
        return None
    if before.count(sign) == 1 and sign in "'\"":
        return _late(error.text, len(error.text[: error.ends.index].rstrip()) - 1, line)
    if _HOLE.fullmatch(before.rstrip()):
        cure = 'put the whole sentence in quotes, as in `cloze: "{ging|lief} is ..."`'
        return _Told(line, column, "the sentence begins with a hole and has no quotes", cure)
    return _Told(line, column, f"the text goes on behind its closing `{sign}`", _CLOSED[sign])


def _late(text: str, close: int, line: int) -> _Told | None:
    """Return that a quote is closed, at ``close``, in a ``line`` below its own, if that is so."""
    begin = opening_quote(text, close)
    if begin is None:
        return None
    at, column = end_of(text[:begin])
    message = f"the quote that is opened here ends in line {line}, and the text goes on there"
    return _Told(at, column, message, "close it in its own line")
