"""A pause before a key counts, so that nothing is decided by keys that were typed before it was seen."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout

from quiz.ui.keys import footer_window, run

if TYPE_CHECKING:
    from quiz.ui.screen import Command

QUIET_SECONDS = 0.15
"""Longer than between two signs of a key that is held down, and shorter than it takes to read a line."""

_INTERRUPTS = (Keys.ControlC, Keys.SIGINT)


def settle(quiet: float = QUIET_SECONDS) -> None:
    """Throw away what was typed, and what is, until nothing was for so many seconds.

    Ctrl-C is a KeyboardInterrupt here as well. At the end of input it returns at once.
    """
    last = monotonic()
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def _thrown_away(event: KeyPressEvent) -> None:
        nonlocal last
        last = monotonic()
        if event.key_sequence[0].key in _INTERRUPTS and not event.app.is_done:
            event.app.exit(exception=KeyboardInterrupt)

    def begin() -> None:
        # What was typed is read only once the application runs, however long it took to start.
        nonlocal last
        last = monotonic()
        end_when_quiet()

    def end_when_quiet() -> None:
        left = last + quiet - monotonic()
        if left > 0:
            asyncio.get_running_loop().call_later(left, end_when_quiet)
        elif app.is_running and not app.is_done:
            app.exit()

    app: Application[Command | None] = Application(
        layout=Layout(footer_window(lambda: ())), key_bindings=bindings, erase_when_done=True
    )
    app.pre_run_callables.append(begin)
    run(app)
