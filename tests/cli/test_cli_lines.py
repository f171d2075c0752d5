from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

from quiz.cli.lines import say, say_command

if TYPE_CHECKING:
    from door import House

TEXT = "# Talks\n\nThe old treaty was signed in Geneva by twenty ministers of the north.\n"
LONG = "a report of the talks that were held by the lake.txt"


class Wide:
    """A terminal to write to, as far as a program asks."""

    def __init__(self, patch: pytest.MonkeyPatch, columns: int) -> None:
        patch.setenv("COLUMNS", str(columns))
        patch.setattr("sys.stdout.isatty", lambda: True, raising=False)


@pytest.mark.parametrize("columns", [80, 50, 30])
def test_no_option_of_the_steps_that_come_next_is_broken(empty: House, columns: int) -> None:
    (empty.home / LONG).write_text(TEXT, encoding="utf-8")
    arguments = ("new", "--from", LONG, "--kinds", "none", "talks")
    terminal = Terminal(empty, *arguments, columns=columns, rows=60)
    assert terminal.end() == 0
    lines = terminal.lines()
    first = next(at for at, line in enumerate(lines) if line.startswith("  quiz draft"))
    end = next(at for at, line in enumerate(lines) if "proposes" in line)
    assert any("--review" in line for line in lines[first:end])
    if columns > len(LONG):
        command = " ".join(line.removesuffix("\\").strip() for line in lines[first:end])
        assert shlex.split(command)[2] == f"questions/{LONG.removesuffix('.txt')}.md"


def test_a_command_that_is_too_long_goes_on_so_that_a_shell_reads_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Wide(monkeypatch, 40)
    command = "quiz draft 'the long report.md' --into questions/talks.yaml --review"
    say_command(command, indent="  ")
    out = capsys.readouterr().out
    assert (
        out == "  quiz draft 'the long report.md' \\\n      --into questions/talks.yaml \\\n      --review\n"
    )
    assert shlex.split(out.replace("\\\n", "")) == shlex.split(command)


def test_a_command_that_fits_or_goes_to_a_file_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    say_command("quiz check questions/talks.yaml", indent="  ")
    Wide(monkeypatch, 80)
    say_command("quiz check", indent="")
    assert capsys.readouterr().out == "  quiz check questions/talks.yaml\nquiz check\n"


def test_a_command_within_a_sentence_is_not_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Wide(monkeypatch, 30)
    say("Whoever wants to can write `quiz check --fix` at any time.")
    assert capsys.readouterr().out == "Whoever wants to can write\n  `quiz check --fix` at any\n  time.\n"


def test_a_number_is_not_parted_from_its_unit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "It is 58 % then, 13 s each, and 2 sides of 4 hours and 7 min more and 5 d off"
    for columns in range(20, 60):
        Wide(monkeypatch, columns)
        say(text)
        lines = capsys.readouterr().out.splitlines()
        assert " ".join(" ".join(lines).split()) == text
        assert not [line for line in lines if line[-1].isdigit() and line[-1] in "8375"]
