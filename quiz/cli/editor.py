"""The person's own editor, opened at a line of a file."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.lines import say
from quiz.errors import QuizError, UsageFault
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

VARIABLES = ("VISUAL", "EDITOR")


class Way(NamedTuple):
    """How an editor is told a line: ``place`` are its arguments, ``wait`` what keeps it in the foreground."""

    place: tuple[str, ...]
    wait: str = ""


_PLUS = Way(("+{line}", "{file}"))
_GOTO = Way(("--goto", "{file}:{line}"), "--wait")
_COLON = Way(("{file}:{line}",), "--wait")
_ALONE = Way(("{file}",))

WAYS: Mapping[str, Way] = {
    **dict.fromkeys(("nano", "vim", "vi", "nvim", "micro", "emacs", "emacsclient", "hx", "kak"), _PLUS),
    **dict.fromkeys(("gvim", "mvim"), _PLUS._replace(wait="-f")),
    **dict.fromkeys(("code", "codium"), _GOTO),
    **dict.fromkeys(("subl", "zed"), _COLON),
    "kate": Way(("-l", "{line}", "{file}"), "--block"),
}
"""By the name of the program; any other is given the file alone."""

SHORT = {"--wait": "-w", "--block": "-b", "-f": "--nofork"}
"""The other spelling of an option that waits."""

USUAL = ("nano", "micro", "vim", "nvim", "vi", "hx", "kak", "emacs")
"""Looked for in this order where no variable names an editor; all of them work in a terminal."""


class NoEditor(UsageFault):
    """There is no editor to open."""

    def __init__(self) -> None:
        super().__init__(
            "No editor was found. Name yours in VISUAL or EDITOR, as in `EDITOR=nano quiz edit QUESTION`."
        )


class BadEditor(UsageFault):
    """The editor that a variable names cannot be started."""

    def __init__(self, variable: str, value: str, reason: str) -> None:
        super().__init__(f"{variable} is {clean_line(value)!r}, which cannot be started: {reason}. Mend it.")


class EditorFailed(QuizError):
    """The editor said that it did not end well."""

    def __init__(self, program: str, code: int) -> None:
        how = f"was stopped by signal {-code}" if code < 0 else f"ended with exit code {code}"
        super().__init__(
            f"{clean_line(program)} {how}. The bank is as it left it, not loaded; `quiz load` does that."
        )


class Editor(NamedTuple):
    """An editor: the words that start it, the variable that named it, and what stood there."""

    words: tuple[str, ...]
    variable: str = ""
    value: str = ""

    @property
    def program(self) -> str:
        """The name of the program, without its folder."""
        return Path(self.words[0]).name

    @property
    def _way(self) -> Way:
        return WAYS.get(self.program.casefold().removesuffix(".exe"), _ALONE)

    def command(self, file: Path, line: int) -> list[str]:
        """Return the words that open ``file`` at ``line``, waiting until it is closed."""
        way = self._way
        waits = not way.wait or {way.wait, SHORT[way.wait]} & set(self.words)
        place = (part.format(file=file, line=line) for part in way.place)
        return [*self.words, *(() if waits else (way.wait,)), *place]

    def open(self, file: Path, line: int) -> None:
        """Open ``file`` at ``line`` and wait; raises ``BadEditor`` or ``EditorFailed``.

        Where the editor cannot be told a line, but the first, the person is.
        """
        if line > 1 and self._way is _ALONE and shutil.which(self.words[0]):
            say(f"Go to line {line}: how {clean_line(self.program)} is told a line is not known.", err=True)
        try:
            with _keyboard_is_the_editors():
                code = subprocess.run(self.command(file, line), check=False).returncode  # noqa: S603 - theirs
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise BadEditor(self.variable or "The editor", self.value or self.program, reason) from error
        if code:
            raise EditorFailed(self.program, code)


def editor_of(environ: Mapping[str, str]) -> Editor:
    """Return the editor that ``VISUAL`` or ``EDITOR`` names, else the first usual one on ``PATH``.

    The variables may hold arguments, as in ``code --wait``. Raises ``BadEditor`` where quotes
    do not pair, ``NoEditor`` where there is none.
    """
    for variable in VARIABLES:
        value = environ.get(variable, "").strip()
        if value:
            return Editor(_words(variable, value), variable, value)
    found = next((name for name in USUAL if shutil.which(name, path=environ.get("PATH"))), None)
    if found is None:
        raise NoEditor
    return Editor((found,))


def _words(variable: str, value: str) -> tuple[str, ...]:
    if os.path.isfile(value):  # noqa: PTH113 - a path with spaces in it; nothing is raised for what is no path
        return (value,)
    try:
        return tuple(shlex.split(value, posix=os.name == "posix"))
    except ValueError as error:
        raise BadEditor(variable, value, f"{error}".lower()) from error


@contextmanager
def _keyboard_is_the_editors() -> Iterator[None]:
    """Let Ctrl-C in the editor be the editor's: it must not end what waits for it."""
    # A handler, not SIG_IGN: the editor would inherit that.
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = {number: signal.signal(number, _pass) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _pass(number: int, frame: FrameType | None) -> None:
    del number, frame
