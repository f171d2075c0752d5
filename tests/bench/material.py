"""Generated questions: the same content as banks in YAML, as CSV, and as rows of text.

``python -m tests.bench.material FOLDER QUESTIONS FILES`` writes ``FOLDER/banks`` and
``FOLDER/notes.csv``. It is started as a process of its own, so that its memory is not
inherited by the processes whose memory is measured.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20_240_229
TAGS = ("places", "people", "dates", "treaties", "rivers", "trade", "law", "weather")
HEAD = "quiz: 1\ntitle: Generated bank {number}\nlanguage: en\nquestions:\n"
SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fi",
    "gal",
    "hum",
    "jor",
    "kel",
    "lin",
    "mo",
    "nar",
    "os",
    "pel",
    "ru",
    "sin",
)
COMMON = (
    "the",
    "a",
    "of",
    "and",
    "in",
    "to",
    "which",
    "city",
    "river",
    "treaty",
    "year",
    "first",
    "later",
    "north",
    "south",
    "border",
    "council",
    "minister",
    "signed",
    "opened",
    "closed",
    "crossed",
    "named",
    "called",
    "between",
    "against",
    "before",
    "after",
    "during",
    "under",
    "western",
    "eastern",
    "harbour",
    "railway",
    "winter",
    "summer",
    "army",
    "fleet",
    "market",
    "price",
    "law",
    "court",
    "island",
    "bridge",
    "museum",
    "party",
    "election",
)


class Note(NamedTuple):
    """One question: its lines in a bank, and the same content as texts."""

    lines: tuple[str, ...]
    id: str
    front: str
    back: str
    why: str
    tags: tuple[str, ...]

    def row(self) -> tuple[str, str, str, str, str]:
        """Return the texts of the question as one row for a table."""
        return self.id, self.front, self.back, self.why, " ".join(self.tags)


class _Writer:
    """Makes notes from one seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def note(self, number: int) -> Note:
        kind = self._random.choices(list(_KINDS), _SHARES)[0]
        lines, front, back = _KINDS[kind](self, number)
        name, why = f"q{number:07}", self._sentence(14)
        tags = tuple(self._random.sample(TAGS, 2)) if number % 3 == 0 else ()
        tail = (f"    why: {why}", *((f"    tags: [{', '.join(tags)}]",) if tags else ()))
        return Note((f"  - id: {name}", *lines, *tail), name, front, back, why, tags)

    def _sentence(self, words: int) -> str:
        found = " ".join(self._random.choices(COMMON, k=words - 1))
        return f"{found.capitalize()} {self._name()}."

    def _name(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=3)).capitalize()

    def _ask(self, number: int) -> str:
        return f"{self._sentence(12)[:-1]} {number}?"

    def text(self, number: int) -> tuple[tuple[str, ...], str, str]:
        ask, answer, other = self._ask(number), self._name(), self._name()
        return (
            (f"    ask: {ask}", f"    answer: {answer}", f"    accept: [{other}]"),
            ask,
            f"{answer} ({other})",
        )

    def choice(self, number: int) -> tuple[tuple[str, ...], str, str]:
        ask, answer = self._ask(number), f"{self._name()} A"
        wrong = [f"{self._name()} {letter}" for letter in "BC"]
        lines = (
            f'    ask: "{ask}"',
            f"    answer: {answer}",
            "    wrong:",
            *(f"      - {text}" for text in wrong),
        )
        return lines, ask, f"{answer} (not {', '.join(wrong)})"

    def recall(self, number: int) -> tuple[tuple[str, ...], str, str]:
        front, back = self._ask(number), self._sentence(6)
        return (f"    front: {front}", f"    back: {back}"), front, back

    def claim(self, number: int) -> tuple[tuple[str, ...], str, str]:
        claim, answer = f"{self._sentence(12)[:-1]} {number}.", self._random.choice(("true", "false"))
        return (f"    claim: {claim}", f"    answer: {answer}"), claim, answer

    def cloze(self, number: int) -> tuple[tuple[str, ...], str, str]:
        start, answer = f"{self._sentence(8)[:-1]} {number}", self._name()
        lines = (f"    cloze: {start} was in {{{answer}}} then.",)
        return lines, f"{start} was in _____ then.", answer

    def number(self, number: int) -> tuple[tuple[str, ...], str, str]:
        ask, value = self._ask(number), self._random.randrange(10, 999)
        lines = (f"    ask: {ask}", f"    number: {value}", "    unit: soldiers", "    tolerance: 5%")
        return lines, ask, f"{value} soldiers"

    def date(self, number: int) -> tuple[tuple[str, ...], str, str]:
        ask, value = (
            self._ask(number),
            f"{self._random.randrange(1800, 2020)}-0{self._random.randrange(1, 10)}",
        )
        return (f"    ask: {ask}", f"    date: {value}"), ask, value

    def several(self, number: int) -> tuple[tuple[str, ...], str, str]:
        ask = self._ask(number)
        names = [f"{self._name()} {letter}" for letter in "ABCD"]
        lines = (
            f"    ask: {ask}",
            f"    answers: [{names[0]}, {names[1]}]",
            f"    wrong: [{names[2]}, {names[3]}]",
        )
        return lines, ask, f"{names[0]}, {names[1]} (not {names[2]}, {names[3]})"


_KINDS = {
    "choice": _Writer.choice,
    "text": _Writer.text,
    "recall": _Writer.recall,
    "claim": _Writer.claim,
    "cloze": _Writer.cloze,
    "number": _Writer.number,
    "date": _Writer.date,
    "several": _Writer.several,
}
_SHARES = (30, 20, 15, 10, 10, 5, 5, 5)


def notes(count: int) -> Iterator[Note]:
    """Yield the first ``count`` notes; every call gives the same ones."""
    writer = _Writer(SEED)
    return (writer.note(number) for number in range(count))


def write(folder: Path, questions: int, files: int) -> None:
    """Write ``folder/banks`` with the questions spread over the files, and ``folder/notes.csv``."""
    banks = folder / "banks"
    banks.mkdir(parents=True)
    found = notes(questions)
    with (folder / "notes.csv").open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        for number in range(files):
            share = questions * (number + 1) // files - questions * number // files
            with (banks / f"bank{number:04}.yaml").open("w", encoding="utf-8") as bank:
                bank.write(HEAD.format(number=number))
                for _ in range(share):
                    note = next(found)
                    bank.write("\n".join(note.lines) + "\n")
                    rows.writerow((note.front, f"{note.back}<br>{note.why}", " ".join(note.tags)))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
