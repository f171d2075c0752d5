"""The blocks of README.md that the program prints: ``python -m tests.readme [--write]``.

Each stands between ``<!-- name -->`` and ``<!-- end -->``. A test compares them with what the
program prints now; the benchmark's block is left as measured.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from click.testing import CliRunner

from quiz.authoring import explaining
from quiz.bank import reference
from quiz.cli.app import COMMANDS, EPILOG
from quiz.cli.group import group
from quiz.progress import overview_json
from quiz.ui.protocol import PROTOCOL
from tests.readme_kinds import ANSWERED, ASKED, transcript
from tests.readme_play import Step, played

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COLUMNS, ROWS = 78, 40
COMMAND = "quiz start talks --kind choice --kind cloze --seed 2"
STEPS = (
    Step(ASKED, "\x1b[B\r"),
    Step(ANSWERED, "\r"),
    Step("The city proposed", ""),
    Step(ASKED, "Genva\r"),
    Step("n or Enter no"),
)
"""Down and Enter pick an option, Enter goes on, a slip is typed."""


TALKS = """\
quiz: 1
title: Talks
source: report.md
questions:
  - id: city
    ask: Which city does Russia propose for the talks?
    anwser: Geneva
    wrong: [Vienna, Helsinki, vienna]
    source: {paragraph: 1}

  - id: troops
    ask: How many troops stand near the border, say the US authorities?
    number: 90,000
    hint: Not 9,000, not 900,000.
    source:
      paragraph: 2
      quote: up to 90,000 troops
"""
REPORT = """\
1. Russia proposes Geneva for the talks.

2. According to US authorities, as many as 90,000 troops stand near the border.
"""


def blocks() -> dict[str, str]:
    """Return the text of each printed block by name."""
    return {
        "sitting": _fenced(sitting()),
        "kinds": _fenced(transcript()),
        "keys": reference().strip(),
        "check": _fenced(checked()),
        "rules": explaining.reference().strip(),
        "commands": _fenced(CliRunner().invoke(group(COMMANDS, EPILOG), ["--help"], prog_name="quiz").output),
        "protocol": _fenced(PROTOCOL),
        "json": _fenced(inspect.cleandoc(str(overview_json.__doc__)).partition("::\n\n")[2]),
    }


def sitting() -> str:
    """Play the beginning of a sitting in a real pseudo-terminal and return the screen."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QUIZ_DB": f"{folder}/quiz.db",
            "QUIZ_NOW": "2027-03-01T09:00",
            "XDG_CONFIG_HOME": folder,
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
        command = [sys.executable, "-m", *COMMAND.split()]
        shown = played(command, environment, STEPS, size=(ROWS, COLUMNS), folder=ROOT)
    return f"$ {COMMAND}\n\n{shown}"


def checked() -> str:
    """Check a bank with mistakes, mend it, check it again, and return what is said."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "talks.yaml").write_text(TALKS, encoding="utf-8")
        Path(folder, "report.md").write_text(REPORT, encoding="utf-8")
        lines = [
            _said(["check", "talks.yaml"], folder),
            _said(["check", "talks.yaml", "--fix", "--yes"], folder),
        ]
    return "\n\n".join(lines)


def _said(arguments: list[str], folder: str) -> str:
    """Return a command and what it says, folded to the width of the page."""
    done = subprocess.run(
        [sys.executable, "-m", "quiz", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "QUIZ_DB": f"{folder}/none.db",
            "XDG_CONFIG_HOME": folder,
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = [part for line in (done.stdout + done.stderr).splitlines() for part in _folded(line)]
    return "\n".join([f"$ quiz {' '.join(arguments)}", *said])


def _folded(line: str) -> list[str]:
    return textwrap.wrap(line, COLUMNS, subsequent_indent="  ", break_on_hyphens=False) or [line]


def _fenced(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def with_blocks(page: str, printed: dict[str, str]) -> str:
    """Return the page with each named block replaced."""
    for name, text in printed.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- end -->)"
        page = re.sub(
            pattern, lambda found, text=text: f"{found[1]}{text}\n{found[2]}", page, flags=re.DOTALL
        )
    return page


if __name__ == "__main__":
    written = with_blocks(README.read_text(encoding="utf-8"), blocks())
    if "--write" in sys.argv:
        README.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
