"""What an author is asked, prompt by prompt, and a question drawn as a learner will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import questionary
from prompt_toolkit.filters import Always, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, VerticalAlign
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.describe import MOST_TYPED
from quiz.ui.keys import STYLE, add_exits, bind_exit, columns, footer_window, run
from quiz.ui.screen import Command
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.application import Application

T = TypeVar("T")
POINTER = ">"
SEARCHED = 12
"""From how many options on a list is searched by typing."""

BACK_KEY = "c-z"
"""The key that takes an answer back in a sitting, too."""

_STOPS = "Ctrl-C stops"
_LIST_KEYS = ("arrows move", "Enter takes")
_SEARCH_KEYS = ("arrows move", "letters search", "Enter takes")
_TICK_KEYS = ("arrows move", "Space ticks", "a all", "Enter takes the ticked")
_TEXT_KEYS = ("Enter goes on",)
_YES_NO_KEYS = ("y", "n", "Enter")


class Terminal:
    """Asks in the terminal of this process. Ctrl-C and the end of input raise Paused, Ctrl-Z raises Back."""

    def say(self, text: str) -> None:
        """Draw a text, wrapped to the width."""
        render.draw_lines(render.console(), text)

    def text(
        self, label: str, default: str, check: Callable[[str], str | None], *, back: bool = False
    ) -> str:
        """Return a line without the space around it; ``check`` says what is wrong with one, or None."""

        def valid(typed: str) -> bool | str:
            text = _tidy(typed)
            if len(text) > MOST_TYPED:
                return f"A text has at most {MOST_TYPED:,} characters."
            fault = check(text)
            return "\n".join(wrapped(clean_line(fault), columns(), get_cwidth)) if fault else True

        prompt = questionary.text(
            label, default=default, qmark=POINTER, style=STYLE, validate=valid, validate_while_typing=False
        )
        typed: str = _run(prompt.application, _TEXT_KEYS, back=back, more=_pasting())
        return _tidy(typed)

    def pick(
        self, label: str, options: Sequence[tuple[str, T]], default: T | None = None, *, back: bool = False
    ) -> T:
        """Return the value of the option that is picked; ``default`` is pointed at first."""
        search = len(options) >= SEARCHED
        choices = [
            questionary.Choice(clean_line(title), value=number) for number, (title, _) in enumerate(options)
        ]
        start = next((choices[n] for n, (_, value) in enumerate(options) if value == default), None)
        prompt = questionary.select(
            label,
            choices,
            default=start,
            instruction=" ",
            qmark=POINTER,
            pointer=POINTER,
            style=STYLE,
            use_jk_keys=False,
            use_search_filter=search,
        )
        picked: int = _run(prompt.application, _SEARCH_KEYS if search else _LIST_KEYS, back=back)
        return options[picked][1]

    def tick(
        self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T], *, back: bool = False
    ) -> list[T]:
        """Return the values of all options that are ticked, in their order; may be empty."""
        choices = [
            questionary.Choice(clean_line(title), value=number, checked=value in ticked)
            for number, (title, value) in enumerate(options)
        ]
        prompt = questionary.checkbox(
            label, choices, instruction=" ", qmark=POINTER, pointer=POINTER, style=STYLE, use_jk_keys=False
        )
        picked: list[int] = _run(prompt.application, _TICK_KEYS, back=back)
        return [options[number][1] for number in sorted(picked)]

    def confirm(self, label: str, *, default: bool) -> bool:
        """Return whether yes was said; Enter is the default."""
        prompt = questionary.confirm(label, default=default, qmark=POINTER, style=STYLE)
        said: bool = _run(prompt.application, _YES_NO_KEYS)
        return said


def _tidy(typed: str) -> str:
    """Return a line without the space around it; half characters, which no file can hold, become ``?``."""
    return typed.strip().encode("utf-8", "replace").decode()


def _run(
    app: Application[Any], keys: Sequence[str], *, back: bool = False, more: KeyBindings | None = None
) -> Any:  # noqa: ANN401 - what questionary gives
    """Run a prompt with the keys named below it; raises Back and Paused with what is typed by then."""
    exits = more or KeyBindings()
    add_exits(exits)
    _bind_back(exits, back=back)
    app.key_bindings = merge_key_bindings([*([app.key_bindings] if app.key_bindings else []), exits])
    footer = (*keys, *(("Ctrl-Z goes back",) if back else ()), _STOPS)
    focused = app.layout.current_window
    for window in app.layout.find_all_windows():
        if isinstance(window.content, InquirerControl | FormattedTextControl):
            # As high as what it says, also where that is why a text is refused.
            window.height = None
            window.dont_extend_height = Always()
    app.layout = Layout(
        HSplit(
            [app.layout.container, ConditionalContainer(footer_window(lambda: footer), ~is_done)],
            align=VerticalAlign.TOP,
        ),
        focused_element=focused,
    )
    try:
        result = run(app)
    except KeyboardInterrupt:
        raise Paused(_tidy(app.current_buffer.text)) from None
    if isinstance(result, Command):
        left = Back if result is Command.UNDO else Paused
        raise left(_tidy(app.current_buffer.text))
    return result


def _bind_back(bindings: KeyBindings, *, back: bool) -> None:
    """Bind the key that goes back; where nothing lies before, it does nothing."""
    if back:
        bind_exit(bindings, BACK_KEY, Command.UNDO)
    else:
        bindings.add(BACK_KEY, eager=True)(lambda _event: None)


def _pasting() -> KeyBindings:
    """Return the key that takes pasted lines as one."""
    bindings = KeyBindings()

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.splitlines()))

    return bindings
