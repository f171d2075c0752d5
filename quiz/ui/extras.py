"""What stands around a control: slots above it; hints, a warning and the keys below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Always, Condition, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VerticalAlign,
    Window,
)
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.ui import commands
from quiz.ui.keys import ESC, add_exits, bind_exit, columns, footer_window
from quiz.ui.screen import Command
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from quiz.ui.asking import Standing

INDENT: Final = "   "
MOST_FILLED: Final = 6


class Extras:
    """What stands around a control.

    Above it the last slots that were filled and the one to be filled; below it hints, a
    warning and the keys.
    """

    def __init__(
        self, standing: Standing, keys: Sequence[str], filled: Sequence[str] = (), slot: str = ""
    ) -> None:
        self.hints = standing.hints
        self.filled = ("…", *filled[-MOST_FILLED:]) if len(filled) > MOST_FILLED else tuple(filled)
        self.slot = (slot,) if slot else ()
        self.warning = ""
        self.helped = False
        self._keys = tuple(keys)
        self._exam = standing.asked.exam

    def keys(self) -> tuple[str, ...]:
        """Return the keys that do something now, in words."""
        hint = ("Tab hint",) if self.hints.more() else ()
        return (*self._keys, *hint, *commands.asking(helped=self.helped, exam=self._exam))

    def below(self) -> tuple[str, ...]:
        """Return the hints shown so far and the warning; empty when there are none."""
        shown = tuple(f"Hint: {hint}" for hint in self.hints.texts[: self.hints.given])
        return (*shown, self.warning) if self.warning else shown

    def calm(self) -> None:
        """Take the warning back."""
        self.warning = ""


def bindings_for(extras: Extras) -> KeyBindings:
    """Return the keys that every question has: hint, help, and all that ``commands`` names."""
    bindings = KeyBindings()
    add_exits(bindings)
    bind_exit(bindings, "c-z", Command.UNDO)
    for letter, command in commands.letters():
        bind_exit(bindings, ESC + letter, command)

    def hint(_event: KeyPressEvent) -> None:
        extras.hints.next()

    def more_keys(_event: KeyPressEvent) -> None:
        extras.helped = not extras.helped

    bindings.add("tab", eager=True)(hint)
    bindings.add("escape", "h", eager=True)(hint)
    bindings.add("escape", "?", eager=True)(more_keys)
    bindings.add("?", filter=Condition(lambda: not _is_typed(extras)), eager=True)(more_keys)
    return bindings


def _is_typed(extras: Extras) -> bool:
    """Whether a question mark is part of what is typed: it is help only where nothing is typed yet."""
    types = isinstance(get_app().layout.current_control, BufferControl)
    return types and (extras.helped or bool(get_app().current_buffer.text))


def dressed(app: Application[Any], extras: Extras, bindings: KeyBindings) -> Application[Any]:
    """Return the application with our keys, its list wrapped, and the extras around it."""
    for window in app.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            window.wrap_lines = Always()
            window.get_line_prefix = _hanging
            window.dont_extend_height = Always()
        elif isinstance(window.content, BufferControl):
            window.dont_extend_height = Always()
    keys = [app.key_bindings, bindings] if app.key_bindings is not None else [bindings]
    app.key_bindings = merge_key_bindings(keys)
    focused = app.layout.current_window
    parts = [*_over(extras), app.layout.container, *_underneath(extras)]
    app.layout = Layout(HSplit(parts, align=VerticalAlign.TOP), focused_element=focused)
    return app


def _hanging(_line: int, wrapped: int) -> str:
    return INDENT if wrapped else ""


def _over(extras: Extras) -> list[ConditionalContainer]:
    # Two windows, since the one that has no room is squeezed, and the slot has to be seen.
    return [_lines(lambda: extras.filled), _lines(lambda: extras.slot, "class:question")]


def _underneath(extras: Extras) -> list[ConditionalContainer]:
    keys = ConditionalContainer(footer_window(extras.keys), filter=~is_done)
    return [_lines(extras.below, "class:warning"), keys]


def _lines(lines: Callable[[], Sequence[str]], style: str = "") -> ConditionalContainer:
    def text() -> StyleAndTextTuples:
        parts = [part for line in lines() for part in wrapped(line, columns(), get_cwidth)]
        return [(style, "\n".join(parts))]

    control = FormattedTextControl(text, show_cursor=False)
    window = Window(control, wrap_lines=True, dont_extend_height=Always())
    return ConditionalContainer(window, filter=~is_done & Condition(lambda: bool(lines())))
