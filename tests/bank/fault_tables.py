"""Tables of faulty YAML: what is written, and what is told of it."""

from __future__ import annotations

from typing import NamedTuple

from quiz.bank import Reading, read_text

HEAD = "quiz: 1\ntitle: T\nquestions:\n"
SOUND = "- {front: sound, back: b}\n"


class Case(NamedTuple):
    """YAML as written, and the problems that it has to give, without their path."""

    written: str
    told: list[str]


def cases(table: str) -> list[Case]:
    """Blocks between blank lines: the YAML, then each problem behind ``! ``, continued behind more space."""
    return [_case(block) for block in table.strip().split("\n\n")]


def _case(block: str) -> Case:
    written: list[str] = []
    told: list[str] = []
    for line in block.splitlines():
        if line.startswith("!    "):
            told[-1] += " " + line.removeprefix("!    ")
        elif line.startswith("! "):
            told.append(line.removeprefix("! "))
        else:
            written.append(line)
    return Case("\n".join(written), told)


def read(text: str) -> Reading:
    return read_text(text.encode(), "b.yaml", "k")


def problems(reading: Reading) -> list[str]:
    return [str(problem).removeprefix("b.yaml:") for problem in reading.problems]


def prompts(reading: Reading) -> list[str]:
    assert reading.bank is not None
    return [question.ask for question in reading.bank.questions]
