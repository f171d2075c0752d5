"""A question of each kind, asked and answered in a real pseudo-terminal, for the README."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.readme_play import Step, played

COLUMNS, ROWS = 78, 60
BANK = """\
quiz: 1
title: The Danube
source: danube.md
questions:
  - id: river
    ask: Which river flows through Vienna, Budapest and Belgrade?
    answer: the Danube
    source: {paragraph: 1}
  - id: sea
    ask: Into which sea does the Danube flow?
    answer: The Black Sea
    wrong:
      - The Adriatic Sea: The Po flows there.
      - The Caspian Sea: That is where the Volga ends.
    source: {paragraph: 1, quote: the Black Sea}
  - id: longest
    claim: The Danube is the longest river of Europe.
    answer: false
    why: The Volga is longer.
    source: {paragraph: 2, quote: "second in Europe, after the Volga"}
  - id: length
    ask: How long is the Danube?
    number: 2,850
    unit: km
    tolerance: 50
    source: {paragraph: 2, quote: "about 2,850 km"}
  - id: canal
    ask: When was the canal opened that joins the Danube with the Main?
    date: 1992-09
    source: {paragraph: 3, quote: In September 1992}
  - id: capitals
    ask: Which of these capitals lie on the Danube?
    answers: [Vienna, Bratislava, Budapest]
    wrong: [Prague, Sofia]
    source: {paragraph: 1}
  - id: spring
    cloze: The Danube rises in the {Black Forest::in Germany}.
    source: {paragraph: 1}
  - id: downstream
    ask: From the spring to the mouth, in which order does it pass these cities?
    order: [Vienna, Budapest, Belgrade]
    source: {paragraph: 1}
  - id: countries
    ask: In which countries do they lie?
    match: {Vienna: Austria, Budapest: Hungary, Belgrade: Serbia}
    source: {paragraph: 1}
  - id: name
    front: the Danube, in Hungarian
    back: a Duna
"""
TEXT = """\
1. The Danube rises in the Black Forest in Germany. It passes Vienna in Austria, Bratislava in Slovakia,
Budapest in Hungary and Belgrade in Serbia, and ends in the Black Sea.

2. At about 2,850 km it is second in Europe, after the Volga.

3. In September 1992 a canal was opened that joins it with the Main.
"""
DOWN, ENTER, TAB = "\x1b[B", "\r", "\t"


ASKED, ANSWERED = "Ctrl-D leave", "q leave"
"""The ends of the footer while a question stands, and after its answer."""


PLAYS: dict[str, tuple[Step, ...]] = {
    "text": (Step(ASKED, "Danueb" + ENTER), Step("n or Enter no", "y"), Step(ANSWERED)),
    "choice": (Step(ASKED, DOWN + ENTER), Step(ANSWERED)),
    "true-false": (Step(ASKED, "2"), Step(ANSWERED)),
    "number": (Step(ASKED, "1,760 miles" + ENTER), Step(ANSWERED)),
    "date": (Step(ASKED, "1992" + ENTER), Step(ANSWERED)),
    "several": (Step(ASKED, "12" + ENTER), Step(ANSWERED)),
    "cloze": (Step(ASKED, TAB), Step("Hint: It has", "black forest" + ENTER), Step(ANSWERED)),
    "order": (Step("1. ?", "3"), Step("2. ?", "2"), Step("3. ?", "1"), Step(ANSWERED)),
    "match": (Step("Vienna = ?", "1"), Step("Budapest = ?", "3"), Step("Belgrade = ?", "2"), Step(ANSWERED)),
    "recall": (Step(ASKED, ENTER), Step(ANSWERED)),
}
"""By kind, what is typed."""


def transcript() -> str:
    """Return what the screen shows for each kind, under its command."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "danube.yaml").write_text(BANK, encoding="utf-8")
        Path(folder, "danube.md").write_text(TEXT, encoding="utf-8")
        return "\n\n".join(_shown(kind, steps, folder) for kind, steps in PLAYS.items())


def _shown(kind: str, steps: tuple[Step, ...], folder: str) -> str:
    environment = {
        **os.environ,
        "QUIZ_DB": f"{folder}/{kind}.db",
        "QUIZ_NOW": "2027-03-01T09:00",
        "XDG_CONFIG_HOME": folder,
        "TERM": "xterm-256color",
        "TZ": "UTC",
    }
    command = [sys.executable, "-m", "quiz", "start", "--banks", folder, "--kind", kind, "--seed", "4"]
    return f"$ quiz start --kind {kind}\n\n" + played(command, environment, steps, size=(ROWS, COLUMNS))


if __name__ == "__main__":
    sys.stdout.write(transcript() + "\n")
