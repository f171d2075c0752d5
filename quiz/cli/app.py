"""The door: the commands that there are, and the one error boundary.

It loads next to nothing, so that `quiz due` can answer as fast as Python starts; the rest is ``group``.
"""

from __future__ import annotations

import os
import sys

from quiz.errors import CannotWork, QuizError

TYPE_CHECKING = (
    False  # `typing` alone takes as long to load as Python takes to start, and `quiz due` is measured
)
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

COMMANDS = {
    "start": "Ask what is due, then what is new.",
    "due": "Say in one line what is due: for shell prompts, cron and status bars.",
    "stats": "Show how you stand: due, retention, streak, forecast, scores.",
    "history": "List sittings and exams, and open one again with every answer.",
    "items": "Show which questions may be at fault, and what to do.",
    "forecast": "Simulate the days to come: reviews, minutes, and what retention costs.",
    "plan": "Plan to be ready by a day, and follow that.",
    "list": "List banks and questions.",
    "load": "Load the banks, and say what is new, changed, gone or faulty.",
    "read": "Show the text behind a bank, with paragraph numbers.",
    "pause": "Say that you are away, and what that costs.",
    "resume": "End a pause, and clear what is overdue.",
    "undo": "Take the last answer back.",
    "exam": "Hold an exam: no feedback until the end, then a mark.",
    "flags": "List what was flagged, or say that it is mended.",
    "suspend": "Ask a question no more, or list what is set aside.",
    "unsuspend": "Ask a question again.",
    "fit": "Fit memory to your own answers, where that foretells better.",
    "leeches": "List what is forgotten again and again.",
    "new": "Begin a bank, from nothing or from a text.",
    "add": "Add a question to a bank.",
    "edit": "Open a question in your editor.",
    "show": "Show a question as it is asked, its source, its history.",
    "why": "Explain a card: each answer, its next date, each rating.",
    "draft": "Propose questions from a text.",
    "coverage": "Show which paragraphs have questions.",
    "check": "Find mistakes in banks, and mend what is certain.",
    "replay": "Rebuild from the log what follows from it, or check that.",
    "report": "Write how you stand as one HTML file.",
    "export": "Write the log and the cards as JSON lines, CSV or Parquet.",
    "import": "Take in a log that was exported, as from another device.",
    "schema": "Print the JSON Schema of banks, for editors.",
}
EPILOG = (
    "Question banks are YAML files below ./questions. Exit codes: 0 done, 1 something to mend, "
    "2 wrong usage, 3 the database cannot be used, 128 + n stopped by signal n (130 is Ctrl-C)."
)
BROKEN_PIPE = 141
INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit."""
    _open_missing_streams()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; every failure a person can meet is one sentence."""
    try:
        code = _called(arguments)
        sys.stdout.flush()
    except QuizError as error:
        return _tell(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _tell("Stopped.", INTERRUPTED)
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:
        return _tell(str(CannotWork(error)), CannotWork.exit_code)
    return code if isinstance(code, int) else 0


def _called(arguments: Sequence[str]) -> object:
    """Call the command and return what it returns; `quiz due` answers without click where it can."""
    if arguments and arguments[0] == "due":
        from quiz.cli.due_quick import answered  # noqa: PLC0415 - of use to this command only

        code = answered(arguments[1:])
        if code is not None:
            return code
    from quiz.cli.group import call, group  # noqa: PLC0415 - click takes three times as long as the answer above

    return call(group(COMMANDS, EPILOG), arguments)


def _tell(sentence: str, code: int) -> int:
    """Write a sentence on stderr, if there is anybody to read it, and return the code."""
    from contextlib import suppress  # noqa: PLC0415 - `quiz due` is measured

    from quiz.cli.lines import say  # noqa: PLC0415 - `--help` has nothing to say so
    from quiz.text import clean  # noqa: PLC0415 - `--help` needs no table of Unicode

    with suppress(OSError):
        say(f"quiz: {clean(sentence)}", err=True)
    return code


def _let_go(stream: TextIO) -> None:
    """Write out what a stream still holds; where that fails, drop it, so that the exit code stands."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_missing_streams() -> None:
    """Give a stream that was closed before we began an empty one, and keep its number from files of ours."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for good
