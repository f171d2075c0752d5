"""The rows: what is measured against what, and the ratio that it has to reach."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.keys import waits
from tests.bench.measure import Run, expect, interleaved, peak_of_all, ratio, run, seconds_to_line
from tests.bench.memory_rows import memory_rows
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROJECT = Path(__file__).parents[2]
NOW = "2026-03-02T12:00:00+00:00"
KEYED, KEYS = 100_000, 40
"""In a catalogue of so many cards so many questions are answered with keys."""

DUE = 50
"""Cards that are due in every catalogue."""

NOTICED = 0.050
"""Seconds that a person does not notice."""

NO_ANKI = "anki is not installed: pip install 'quiz-study[bench]'"


class Plan(NamedTuple):
    """How much is measured."""

    questions: int
    files: int
    loads: int
    """Rounds of whole loads, each side once a round."""

    starts: int
    """Rounds of short processes."""

    sizes: tuple[int, ...]
    """Cards in the catalogues that a sitting begins with."""

    answers: int
    one_file: bool
    """Whether all questions in one file are loaded as well."""

    replayed: int
    """Answers in the log that is replayed."""


FULL = Plan(100_000, 100, 5, 25, (1_000, 10_000, 100_000, 1_000_000), 200, one_file=True, replayed=1_000_000)
QUICK = Plan(100_000, 100, 1, 10, (1_000, 100_000), 100, one_file=False, replayed=100_000)


class Bench:
    """Measures the rows in a temporary ``folder``."""

    def __init__(self, folder: Path, plan: Plan, say: Callable[[str], None]) -> None:
        self._folder = folder
        self._plan = plan
        self._say = say
        self._number = 0
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        # Settings and banks of whoever runs this stay out of it.
        self._environment = {**kept, "HOME": str(folder), "QUIZ_NOW": NOW, "TZ": "UTC"}

    def rows(self) -> Iterator[Row]:
        """Yield the rows, one measurement after the other."""
        yield self._help()
        yield self._answer()
        many = self._material("many", self._plan.questions, self._plan.files)
        yield from self._against_anki(many)
        yield from self._against_floor(many)
        yield from self._growing()
        yield from memory_rows(self._memory_side, self._say, self._fresh, self._plan.replayed)

    def _memory_side(self, name: str, *arguments: object) -> dict[str, Any]:
        return self._side(name, *arguments, module="memory_sides")

    def _help(self) -> Row:
        self._say("quiz --help")
        sides = {
            "quiz": lambda: self._run([*_QUIZ, "--help"]),
            "bare": lambda: self._run([sys.executable, "-c", "pass"]),
        }
        expect("quiz start" in self._run([*_QUIZ, "--help"]).output, wanted=True, what="the help")
        found = interleaved(sides, self._plan.starts)
        mine, other = ([one.seconds for one in found[side]] for side in sides)
        note = _milliseconds(mine, other)
        return Row("`quiz --help`, process", "`python -c pass`", ratio(mine, other), 4.5, note)

    def _answer(self) -> Row:
        self._say("one durable answer")
        few = self._material("few", 20 * self._plan.answers, 10)
        said = self._side("answers", self._fresh() / "quiz.db", few / "banks", self._plan.answers)
        expect((said["written"], said["rows"]), (self._plan.answers,) * 2, "answers written")
        mine, other = said["answers"], said["bare"]
        note = _milliseconds(mine, other)
        return Row("one durable answer", "one bare synced transaction", ratio(mine, other), 1.5, note)

    def _against_anki(self, material: Path) -> Iterator[Row]:
        what = f"load {self._plan.questions:,} questions cold, process"
        names = ("`anki` importing the same as CSV", "`anki`'s peak memory")
        if importlib.util.find_spec("anki") is None:
            yield from (Row(what, name, None, 1.0, NO_ANKI) for name in names)
            return
        self._say("a cold load, and anki's import")
        # Its library is some 50 MB, to be read from the disk once before it is timed.
        self._run([sys.executable, "-c", "import anki.collection"])
        sides = {"quiz": lambda: self._load(material), "anki": lambda: self._import(material)}
        found = interleaved(sides, self._plan.loads)
        mine, other = ([one.seconds for one in found[side]] for side in sides)
        yield Row(what, names[0], ratio(mine, other), 1.0, _seconds(mine, other))
        # Several processes may load, so all of them are looked at together; anki is one.
        peak = peak_of_all(self._loading(material), self._environment, PROJECT)
        other = [one.peak_mib for one in found["anki"]]
        note = f"{peak:.0f} MiB : {median(other):.0f} MiB"
        yield Row(f"{what}: peak memory", names[1], ratio([peak], other), 0.5, note)

    def _loading(self, material: Path) -> list[str]:
        database = self._fresh() / "quiz.db"
        return [*_QUIZ, "load", "--db", str(database), "--banks", str(material / "banks")]

    def _load(self, material: Path) -> Run:
        done = self._run(self._loading(material))
        said = f"{self._plan.questions:,} questions new"
        expect(said in done.output, wanted=True, what=f"{said!r} in the output of `quiz load`")
        return done

    def _import(self, material: Path) -> Run:
        arguments = [str(self._fresh() / "collection.anki2"), str(material / "notes.csv")]
        done = self._run([sys.executable, "-m", "tests.bench.anki_side", *arguments])
        expect(done.output.split(), [str(self._plan.questions)] * 2, "notes and cards of anki")
        return done

    def _against_floor(self, material: Path) -> Iterator[Row]:
        self._say("a cold load in process, and the floor")
        found = self._loads_in_process(material, self._plan.files)
        cold, again, bare = (found[name] for name in ("cold", "again", "floor"))
        what = f"load {self._plan.questions:,} questions cold, in process"
        against = "YAML events and one executemany"
        yield Row(what, against, ratio(cold, bare), 2.0, _seconds(cold, bare))
        yield Row(
            "load them again unchanged", "the cold load", ratio(again, cold), 0.05, _milliseconds(again, cold)
        )
        if self._plan.one_file:
            self._say("the same in one file")
            found = self._loads_in_process(self._material("one", self._plan.questions, 1), 1)
            cold, bare = found["cold"], found["floor"]
            yield Row(f"{what}, all in one file", against, ratio(cold, bare), 2.0, _seconds(cold, bare))

    def _loads_in_process(self, material: Path, files: int) -> dict[str, list[float]]:
        count, banks = self._plan.questions, material / "banks"
        sides = {
            "cold": lambda: self._side("cold", self._fresh() / "quiz.db", banks),
            "floor": lambda: self._side("floor", self._fresh() / "bare.db", banks, count),
        }
        found = interleaved(sides, self._plan.loads)
        for said in found["cold"]:
            counts = [said[name] for name in ("questions", "cards", "new_cards", "changed")]
            expect(counts, [count, count, count, 0], "what was loaded")
        for said in found["floor"]:
            expect((said["rows"], said["mappings"]), (count, count + files), "what the floor did")
        loads = {name: [said[name] for said in found["cold"]] for name in ("cold", "again")}
        return {**loads, "floor": [said["floor"] for said in found["floor"]]}

    def _growing(self) -> Iterator[Row]:
        catalogues = {size: self._catalogue(size) for size in self._plan.sizes}
        self._say("`quiz start` to the first question")
        inside = interleaved({str(size): self._starting(*made) for size, made in catalogues.items()}, 3)
        outside = interleaved(
            {str(size): self._asking(*made) for size, made in catalogues.items()}, self._plan.starts
        )
        sizes = self._plan.sizes
        what, against = "`quiz start` to the first question", f"{sizes[-1]:,} cards : {sizes[0]:,} cards"
        within = {size: [seconds for run in runs for seconds in run] for size, runs in inside.items()}
        for name, found in (("in process", within), ("process", outside)):
            times = [found[str(size)] for size in reversed(sizes)]
            yield Row(f"{what}, {name}", against, ratio(times[0], times[-1]), 1.5, _milliseconds(*times))
        keyed = catalogues[max(size for size in sizes if size <= KEYED)]
        yield self._due(keyed[0])
        yield self._keys(*keyed)

    def _due(self, database: Path) -> Row:
        self._say("quiz due")
        sides = {
            "quiz": lambda: self._run([*_QUIZ, "due", "--db", str(database)]),
            "bare": lambda: self._run([sys.executable, "-c", "pass"]),
        }
        expect(sides["quiz"]().output, f"{DUE} due, {_SITTING - DUE} new\n", "what is due")
        found = interleaved(sides, self._plan.starts)
        mine, other = ([one.seconds for one in found[side]] for side in sides)
        note = _milliseconds(mine, other)
        what = f"`quiz due`, process, {KEYED:,} cards"
        return Row(what, "`python -c pass`", ratio(mine, other), 2.5, note)

    def _keys(self, database: Path, banks: Path) -> Row:
        """Time the keys of a sitting; last, as it changes the database."""
        self._say("from a key to the next question")
        said = ["--db", str(database), "--banks", str(banks), "--kind", "choice", "--new", "100"]
        found = waits([*_QUIZ, "start", *said], self._environment, PROJECT, KEYS)
        what = f"from a key to the next question, {KEYED:,} cards"
        return Row(what, "50 ms", ratio(found.question, [NOTICED]), 1.0, _milliseconds(found.question))

    def _catalogue(self, size: int) -> tuple[Path, Path]:
        """Return a database and the banks that it was loaded from; a hundred files at any size."""
        self._say(f"a catalogue of {size:,} cards")
        banks = self._material(f"size{size}", size, 100) / "banks"
        database = self._fresh() / "quiz.db"
        said = self._side("grow", database, banks)
        expect((said["cards"], said["answered"]), (size, size // 10), "the catalogue")
        return database, banks

    def _starting(self, database: Path, banks: Path) -> Callable[[], list[float]]:
        def measure() -> list[float]:
            said = self._side("start", database, banks, 10)
            expect(set(said["left"]), {_SITTING}, "cards in the sitting")
            times: list[float] = said["start"]
            return times

        return measure

    def _asking(self, database: Path, banks: Path) -> Callable[[], float]:
        command = [*_QUIZ, "start", "--plain", "--db", str(database), "--banks", str(banks)]
        first = f"question: 1, {_SITTING - 1} left"
        return lambda: seconds_to_line(command, self._environment, PROJECT, first)

    def _material(self, name: str, questions: int, files: int) -> Path:
        folder = self._folder / name
        self._run([sys.executable, "-m", "tests.bench.material", str(folder), str(questions), str(files)])
        return folder

    def _side(self, name: str, *arguments: object, module: str = "sides") -> dict[str, Any]:
        done = self._run([sys.executable, "-m", f"tests.bench.{module}", name, *map(str, arguments)])
        said: dict[str, Any] = json.loads(done.output)
        return said

    def _run(self, command: Sequence[str]) -> Run:
        return run(command, self._environment, PROJECT)

    def _fresh(self) -> Path:
        self._number += 1
        folder = self._folder / f"run{self._number}"
        folder.mkdir()
        return folder


_SCRIPT = Path(sys.executable).with_name("quiz")
_QUIZ = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "quiz"]
_SITTING = 70
"""Cards due and new in every catalogue, so that every size has the same to do."""


def _milliseconds(*sides: Sequence[float]) -> str:
    return " : ".join(f"{median(side) * 1000:.3g} ms" for side in sides)


def _seconds(*sides: Sequence[float]) -> str:
    return " : ".join(f"{median(side):.2f} s" for side in sides)
