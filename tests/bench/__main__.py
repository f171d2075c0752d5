"""``python -m tests.bench [--quick] [--markdown]``; exit code 1 when a side did the wrong thing."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import WrongResult
from tests.bench.report import markdown, plain
from tests.bench.rows import FULL, QUICK, Bench

CORES = """
Medians of runs that take turns, on {cores} cores. A load of many files reads them with a process for
each core, four at most; anki, the floor and the load of one file have one core.
"""


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the speed of quiz.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller sizes, under a minute")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quiz-bench-") as folder:
        bench = Bench(Path(folder), QUICK if options.quick else FULL, _say)
        try:
            rows = list(bench.rows())
        except WrongResult as error:
            _say(f"wrong result: {error}")
            return 1
    sys.stdout.write(markdown(rows) if options.markdown else plain(rows))
    sys.stdout.write(CORES.format(cores=os.cpu_count()))
    return 0


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
