"""What an author is asked, prompt by prompt, and a question drawn as a learner will see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import questionary
from prompt_toolkit.filters import Always, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VerticalAlign,
    Window,
)
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.text import clean_line
from quiz.ui import render
from quiz.ui.authoring_asker import Back, Paused
from quiz.ui.authoring_list import MARGIN, Label, Listing, Row, list_of
from quiz.ui.authoring_search import Search, numbered
from quiz.ui.describe import MOST_TYPED
from quiz.ui.keys import STYLE, add_exits, bind_exit, columns, footer_window, packed, run
from quiz.ui.screen import Command
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples

T = TypeVar("T")
POINTER = ">"
SEARCHED = 12
"""From how many options on a list is searched by typing."""

BACK_KEY = "c-z"
"""The key that takes an answer back in a sitting, too."""

TICKED_MARGIN = MARGIN + 2
"""Cells before an option that can be ticked."""

_STOPS = "Ctrl-C stops"
_PICK_KEYS = ("Enter takes",)
_TICK_KEYS = ("Space ticks", "Ctrl-A ticks all", "Enter takes the ticked")
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

        asked = Label(label)
        prompt = questionary.text(
            asked,
            default=default,
            qmark=POINTER,
            style=STYLE,
            validate=valid,
            validate_while_typing=False,
        )
        _stay(prompt.application, asked)
        typed: str = _run(prompt.application, lambda: _TEXT_KEYS, back=back, more=_pasting())
        return _tidy(typed)

    def pick(
        self, label: str, options: Sequence[tuple[str, T]], default: T | None = None, *, back: bool = False
    ) -> T:
        """Return the value of the option that is picked; ``default`` is pointed at first."""
        asked = Label(label)
        choices = _rows([title for title, _ in options], asked, MARGIN)
        start = next((choices[n] for n, (_, value) in enumerate(options) if value == default), None)
        prompt = questionary.select(
            asked,
            choices,
            default=start,
            instruction=" ",
            qmark=POINTER,
            pointer=POINTER,
            style=STYLE,
            use_jk_keys=False,
        )
        search = _searched(prompt.application, choices, asked, _PICK_KEYS, back=back)
        picked: int = _run(prompt.application, search.footer, back=back, more=search.bound(KeyBindings()))
        return options[picked][1]

    def tick(
        self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T], *, back: bool = False
    ) -> list[T]:
        """Return the values of all options that are ticked, in their order; may be empty."""
        asked = Label(label)
        choices = _rows([title for title, _ in options], asked, TICKED_MARGIN)
        for choice, (_, value) in zip(choices, options, strict=True):
            choice.checked = value in ticked
        prompt = questionary.checkbox(
            asked, choices, instruction=" ", qmark=POINTER, pointer=POINTER, style=STYLE, use_jk_keys=False
        )
        search = _searched(prompt.application, choices, asked, _TICK_KEYS, back=back)
        picked: list[int] = _run(
            prompt.application, search.footer, back=back, more=search.bound(_no_letters())
        )
        return [options[number][1] for number in sorted(picked)]

    def confirm(self, label: str, *, default: bool) -> bool:
        """Return whether yes was said; Enter is the default."""
        prompt = questionary.confirm(Label(label), default=default, qmark=POINTER, style=STYLE)
        said: bool = _run(prompt.application, lambda: _YES_NO_KEYS)
        return said


def _stay(app: Application[Any], label: Label) -> None:
    """Let what was typed stay behind its label, broken between words.

    Where it ends with the line, what edits it would leave a line for its cursor.
    """

    def stays() -> StyleAndTextTuples:
        typed = label.answered(clean_line(app.current_buffer.text))
        return [("class:qmark", POINTER), ("class:question", f" {label} "), ("class:answer", typed)]

    edited, focused = app.layout.container, app.layout.current_window
    stayed = Window(FormattedTextControl(stays), wrap_lines=True)
    parts = [ConditionalContainer(edited, ~is_done), ConditionalContainer(stayed, is_done)]
    app.layout = Layout(HSplit(parts), focused_element=focused)


def _rows(titles: Sequence[str], label: Label, margin: int) -> list[Row]:
    """Return the options of a list, with numbers before those that have none of their own."""
    cleaned = [clean_line(title) for title in titles]
    pairs = zip(cleaned, numbered(cleaned), strict=True)
    return [Row(title, place, label, number, margin=margin) for place, (title, number) in enumerate(pairs)]


def _searched(
    app: Application[Any], rows: Sequence[Row], label: Label, keys: Sequence[str], *, back: bool
) -> Search:
    """Fit the list in a prompt to the terminal, and return what is typed in it."""
    listed = list_of(app)
    for row in rows:
        row.listed = listed

    def around() -> int:
        return label.height() + len(packed((*search.footer(), *_ends(back=back)), columns()))

    Listing(listed, around)
    search = Search(listed, rows, keys, is_long=len(rows) >= SEARCHED)
    return search


def _tidy(typed: str) -> str:
    """Return a line without the space around it; half characters, which no file can hold, become ``?``."""
    return typed.strip().encode("utf-8", "replace").decode()


def _run(
    app: Application[Any],
    keys: Callable[[], Sequence[str]],
    *,
    back: bool = False,
    more: KeyBindings | None = None,
) -> Any:  # noqa: ANN401 - what questionary gives
    """Run a prompt with the keys named below it; raises Back and Paused with what is typed by then."""
    exits = more or KeyBindings()
    add_exits(exits)
    _bind_back(exits, back=back)
    app.key_bindings = merge_key_bindings([*([app.key_bindings] if app.key_bindings else []), exits])
    ends = _ends(back=back)
    focused = app.layout.current_window
    for window in app.layout.find_all_windows():
        if isinstance(window.content, InquirerControl | FormattedTextControl):
            # As high as what it says, also where that is why a text is refused.
            window.height = None
            window.dont_extend_height = Always()
    app.layout = Layout(
        HSplit(
            [app.layout.container, ConditionalContainer(footer_window(lambda: (*keys(), *ends)), ~is_done)],
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


def _ends(*, back: bool) -> tuple[str, ...]:
    """Return the names of the keys that leave a prompt."""
    return (*(("Ctrl-Z goes back",) if back else ()), _STOPS)


def _bind_back(bindings: KeyBindings, *, back: bool) -> None:
    """Bind the key that goes back; where nothing lies before, it does nothing."""
    if back:
        bind_exit(bindings, BACK_KEY, Command.UNDO)
    else:
        bindings.add(BACK_KEY, eager=True)(lambda _event: None)


def _no_letters() -> KeyBindings:
    """Return keys that keep letters from ticking; the one that ticks all is no letter."""
    bindings = KeyBindings()
    for letter in "ai":
        bindings.add(letter, eager=True)(lambda _event: None)

    @bindings.add("c-a", eager=True)
    def _(event: KeyPressEvent) -> None:
        listed = list_of(event.app)
        every = [choice.value for choice in listed.choices]
        listed.selected_options = [] if len(listed.selected_options) == len(every) else every

    return bindings


def _pasting() -> KeyBindings:
    """Return the key that takes pasted lines as one."""
    bindings = KeyBindings()

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.splitlines()))

    return bindings
