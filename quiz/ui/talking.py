"""Lines over two text streams: each a word and a colon on the way out, an answer or a command back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TextIO

from quiz.text import clean_line
from quiz.ui.commands import WORDS
from quiz.ui.protocol import COMMANDS
from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

NOTHING_ELSE: frozenset[Command] = frozenset()
ASKING = frozenset(WORDS.values()) - {Command.MISSED}
"""What can be asked for while a question stands, and after its answer."""


class Lines:
    """Writes lines, flushed as they are written, and reads them. A broken pipe is raised as it comes."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._in = stdin
        self._out = stdout
        self.help = COMMANDS
        """What ``:help`` says."""

        self.last_source: tuple[str, ...] = ()
        """What ``:source last`` writes."""

        self.note = ""
        """What followed the last ``:flag``."""

        for stream in (stdin, stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")

    def write(self, word: str, text: str) -> None:
        """Write one line; of text from outside only what can be shown."""
        self._out.write(f"{word}: {clean_line(text)}".rstrip() + "\n")
        self._out.flush()

    def read(
        self, allowed: Collection[Command] = NOTHING_ELSE, hint: Callable[[], str | None] | None = None
    ) -> str | Command:
        """Return the next line that is an answer, or the command it is.

        ``Command.LEAVE`` is always allowed, and is the end of input as well. ``hint`` gives the
        next hint where there may be one.
        """
        while True:
            line = self._in.readline()
            if not line:
                return Command.LEAVE
            line = line.removesuffix("\n").removesuffix("\r")
            if not line.startswith(":"):
                return line
            if line.startswith("::"):
                return line[1:]
            command = self._command(line[1:], allowed, hint)
            if command is not None:
                return command

    def _command(
        self, line: str, allowed: Collection[Command], hint: Callable[[], str | None] | None
    ) -> Command | None:
        word, _, rest = clean_line(line).partition(" ")
        word = word.casefold()
        command = WORDS.get(word)
        if command is Command.SOURCE and rest.strip().casefold() == "last":
            for text in self.last_source:
                self.write("source", text)
            if not self.last_source:
                self.write("please", "nothing was answered yet that has a source")
            return None
        if command is Command.LEAVE or command in allowed:
            self.note = rest
            return command
        if word == "hint":
            self.write("hint", (hint() if hint else None) or "none")
        elif word == "help":
            self.write("help", self.help)
        else:
            self.write("please", f"there is no command :{word[:20]} here; :help lists them")
        return None

    def ask(
        self, text: str, *, allowed: Collection[Command] = NOTHING_ELSE, word: str = "answer"
    ) -> str | Command:
        """Write what is wanted and return what comes."""
        self.write(word, text)
        return self.read(allowed)

    def yes_or_no(self, text: str, *, empty: bool | None = None) -> bool | Command:
        """Ask until the answer is yes or no; an empty line is ``empty``, when that is not None."""
        self.write("answer", text)
        words = {"y": True, "yes": True, "n": False, "no": False}
        while True:
            line = self.read()
            if isinstance(line, Command):
                return line
            said = words.get(line.strip().casefold()) if line.strip() else empty
            if said is not None:
                return said
            self.write("please", "type y or n")
