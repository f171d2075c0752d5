"""What an interview needs of whoever asks the author, and how an answer can be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Check = Callable[[str], str | None]

T = TypeVar("T")


class Back(Exception):
    """The author wants the prompt before this one; ``typed`` stood in this one, empty in a list."""

    def __init__(self, typed: str = "") -> None:
        super().__init__(typed)
        self.typed = typed


class Paused(KeyboardInterrupt):
    """The author stopped at a prompt in which ``typed`` stood, empty in a list."""

    def __init__(self, typed: str = "") -> None:
        super().__init__(typed)
        self.typed = typed


class Asker(Protocol):
    """Who asks the author.

    ``back``: there is a prompt before this one, and Back may be raised. Each may raise Paused.
    """

    def say(self, text: str) -> None:
        """Show a text."""
        ...

    def text(self, label: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return a line; ``check`` says what is wrong with one, or None."""
        ...

    def pick(
        self, label: str, options: Sequence[tuple[str, T]], default: T | None = None, *, back: bool = False
    ) -> T:
        """Return the value of one of the options."""
        ...

    def tick(
        self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T], *, back: bool = False
    ) -> list[T]:
        """Return the values of those that are ticked."""
        ...

    def confirm(self, label: str, *, default: bool) -> bool:
        """Return whether yes was said."""
        ...
