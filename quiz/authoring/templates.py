"""What a new bank holds: its head, one question to begin with, an example of each kind as comments."""

from __future__ import annotations

import os
import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz.authoring.writing import entry_text, scalar
from quiz.bank.fields import VERSION
from quiz.bank.schema import SCHEMA_FILE, editor_line
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.authoring.writing import Entry, Value

EXAMPLES: Mapping[Kind, tuple[str, Entry]] = MappingProxyType(
    {
        Kind.TEXT: (
            "A short answer that is typed. `accept` lists others that are right as well.",
            {"ask": "Which river flows through Vienna?", "answer": "Danube", "accept": ["Donau"]},
        ),
        Kind.CHOICE: (
            "One right option among wrong ones. Behind a colon stands why an option is wrong.",
            {
                "ask": "Which city is the seat of the Swiss government?",
                "answer": "Bern",
                "wrong": ["Basel", {"Zurich": "It is the largest city of the country."}, "Geneva"],
            },
        ),
        Kind.TRUE_FALSE: (
            "A claim that is true or false.",
            {
                "claim": "Mont Blanc is higher than the Matterhorn.",
                "answer": True,
                "why": "They are 4,806 and 4,478 metres high.",
            },
        ),
        Kind.NUMBER: (
            "A number. `tolerance` says how far off is still right: 5, or 5%.",
            {
                "ask": "How high is Mount Everest, in metres?",
                "number": "8,849",
                "tolerance": "50",
                "unit": "metres",
            },
        ),
        Kind.DATE: (
            "A date, as exact as it is asked for: 1989, 1989-11 or 1989-11-09.",
            {"ask": "In which year was the Berlin Wall opened?", "date": "1989"},
        ),
        Kind.SEVERAL: (
            "Pick all that apply: all right options, and wrong ones.",
            {
                "ask": "Which of these countries share a border with Austria?",
                "answers": ["Italy", "Slovenia"],
                "wrong": ["France", "Poland"],
            },
        ),
        Kind.CLOZE: (
            "A sentence with holes, each asked on its own. {answer|another::hint}.",
            {"cloze": "The Danube rises in {Germany::a country} and ends in the {Black Sea}."},
        ),
        Kind.ORDER: (
            "Put into order; written in the right one.",
            {
                "ask": "Put these planets in order, beginning next to the Sun.",
                "order": ["Mercury", "Venus", "Earth", "Mars"],
            },
        ),
        Kind.MATCH: (
            "Find for each left side its right side.",
            {
                "ask": "Which river flows through which city?",
                "match": {"Paris": "Seine", "London": "Thames", "Rome": "Tiber"},
            },
        ),
        Kind.RECALL: (
            "A flashcard: think, turn it, rate yourself.",
            {"front": "Why does ice float on water?", "back": "Water expands when it freezes."},
        ),
    }
)
"""For each kind what it is, and a question of it."""

DRAFTED = "Drafted from the text; the quotation proves its answer."
KEPT_BACK = "Nothing is asked that has `draft: true`: take that line away when the words are yours."
_HOW = (
    "More kinds of question: to use one, take `# ` away from its lines.",
    "`id` is the question's name in your log of answers: keep it when the wording changes.",
)
_CITED = "`source` names the paragraph and its words that prove the answer, as in the question above."
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)")
_LONGEST_SENTENCE = 300


def new_bank(
    title: str,
    kinds: Sequence[Kind],
    *,
    head: Iterable[str] = (),
    source: str | None = None,
    first: tuple[str, Entry] | None = None,
) -> str:
    """Return the text of a bank to begin with; it has no fault, and asks nothing yet.

    It holds one question that is kept back: ``first``, with what it is in words, else the
    example of the first kind; the examples of the other kinds are comments at the end.
    ``head`` and ``source`` are those of ``beginning``.
    """
    about, begun = first or _example(kinds[0] if kinds else Kind.RECALL)
    shown = [kind for kind in kinds if begun["id"] != _name(kind)]
    lines = [
        *beginning(title, head, source),
        "",
        "questions:",
        f"  # {about}",
        f"  # {KEPT_BACK}",
        *entry_text({**begun, "draft": True}, 2).splitlines(),
        *_examples(shown, _HOW if source is None else (*_HOW, _CITED)),
    ]
    return "\n".join(lines) + "\n"


def blank_on(paragraphs: Mapping[int, str]) -> tuple[str, Entry]:
    """Return a question to be filled in on the first of at least one paragraph, and what it is."""
    number, paragraph = next(iter(paragraphs.items()))
    sentence = _SENTENCE.match(paragraph)
    quote = sentence[0] if sentence else paragraph
    usable = len(quote) <= _LONGEST_SENTENCE and quote.isprintable()
    source: Value = {"paragraph": str(number), **({"quote": quote} if usable else {})}
    front = f"Your question about paragraph {number}?"
    back = "What the learner should say"
    about = f"A flashcard to be filled in, on paragraph {number}."
    return about, {"id": f"p{number}-first", "front": front, "back": back, "source": source}


def beginning(title: str, head: Iterable[str], source: str | None) -> list[str]:
    """Return the lines of a bank above its questions.

    ``head`` are comments for its first lines, ``source`` is the text's name as seen from the bank.
    """
    comments = list(head)
    return [
        *comments,
        *([""] if comments else []),
        f"quiz: {VERSION}",
        f"title: {scalar(title)}",
        *([f"source: {scalar(source)}"] if source else []),
    ]


def editor_lines(bank: Path, folder: Path) -> tuple[str, str]:
    """Return the first lines of a bank whose schema is in ``folder``: what editors find it by.

    One is for the YAML language server, one for JetBrains.
    """
    schema = seen_from(folder / SCHEMA_FILE, bank.parent)
    seen = schema if schema.startswith("../") else f"./{schema}"
    return editor_line(seen), f"# $schema: {seen}"


def seen_from(path: Path, folder: Path) -> str:
    """Return a path as it is written in a bank that lies in ``folder``."""
    return Path(os.path.relpath(path, folder)).as_posix()


def _example(kind: Kind) -> tuple[str, Entry]:
    about, entry = EXAMPLES[kind]
    return about, {"id": _name(kind), **entry}


def _name(kind: Kind) -> str:
    return f"{kind}-1"


def _examples(kinds: Iterable[Kind], how: Iterable[str]) -> Iterator[str]:
    """Yield the lines of comments that hold an example of each kind below ``how``; none without kinds."""
    examples = [_example(kind) for kind in kinds]
    if examples:
        yield from ("", *(f"# {line}" for line in how))
    for about, entry in examples:
        yield from ("#", f"#   # {about}")
        yield from (f"# {line}" for line in entry_text(entry, 2).splitlines())


def title_from(name: str) -> str:
    """Return a title made from the name of a file: ``nato-talks`` becomes ``Nato talks``."""
    words = " ".join(re.split(r"[-_\s]+", name.strip("-_ ")))
    return words[:1].upper() + words[1:]
