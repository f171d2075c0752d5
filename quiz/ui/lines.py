"""One line of text from the keyboard."""

from __future__ import annotations

from typing import Final

import questionary
from prompt_toolkit.filters import is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout

from quiz.ui.keys import STYLE, add_exits, footer_window, run
from quiz.ui.screen import Command

FOOTER: Final = ("Enter done", "Ctrl-C never mind")


def read_line(request: str) -> str | None:
    """Wait for a line, which may be empty; None when Ctrl-C or Ctrl-D gives up."""
    prompt = questionary.text(request, qmark=">", style=STYLE)
    bindings = KeyBindings()
    add_exits(bindings)
    bind_paste(bindings)
    app = prompt.application
    app.key_bindings = merge_key_bindings([app.key_bindings, bindings] if app.key_bindings else [bindings])
    focused = app.layout.current_window
    footer = ConditionalContainer(footer_window(lambda: FOOTER), filter=~is_done)
    app.layout = Layout(HSplit([app.layout.container, footer]), focused_element=focused)
    try:
        text = run(app)
    except KeyboardInterrupt:
        return None
    return None if isinstance(text, Command) else str(text).strip()


def bind_paste(bindings: KeyBindings) -> None:
    """Let lines that are pasted become one."""

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.splitlines()))
