"""The control that suits each kind of question, made with questionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import questionary
from prompt_toolkit.filters import Always, Condition, is_done
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
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

from quiz.question import Kind
from quiz.review import Matched, Picked, Response
from quiz.text import clean_line
from quiz.ui.describe import MOST_TYPED, Hints, typed, typed_form
from quiz.ui.keys import STYLE, add_exits, bind_exit, columns, footer_window, run
from quiz.ui.replies import lefts
from quiz.ui.screen import Command
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from quiz.card import Asked

POINTER: Final = ">"
INDENT: Final = "   "
BACK: Final = "back"
MOST_FILLED: Final = 6
SURE: Final = "Enter again says: I do not know."
TOO_LONG: Final = f"An answer has at most {MOST_TYPED:,} characters."


class Extras:
    """What stands around a control.

    Above it the last slots that were filled and the one to be filled; below it hints, a
    warning and the keys.
    """

    def __init__(self, hints: Hints, keys: Sequence[str], filled: Sequence[str] = (), slot: str = "") -> None:
        self.hints = hints
        self.filled = ("…", *filled[-MOST_FILLED:]) if len(filled) > MOST_FILLED else tuple(filled)
        self.slot = (slot,) if slot else ()
        self.warning = ""
        self._keys = tuple(keys)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that do something now, in words."""
        hint = ("Tab hint",) if self.hints.more() else ()
        return (*self._keys, *hint, "Ctrl-Z undo", "Ctrl-D leave")

    def below(self) -> tuple[str, ...]:
        """Return the hints shown so far and the warning; empty when there are none."""
        shown = tuple(f"Hint: {hint}" for hint in self.hints.texts[: self.hints.shown])
        return (*shown, self.warning) if self.warning else shown

    def calm(self) -> None:
        """Take the warning back."""
        self.warning = ""


class Option(questionary.Choice):
    """An option that breaks between words at the width that the terminal has at the moment.

    ``margin`` is what stands before it, in cells.
    """

    def __init__(self, text: str, place: int, margin: int) -> None:
        self._text = text
        self._margin = margin
        super().__init__(text, value=place)

    @property
    def title(self) -> str:
        """The text, wrapped."""
        lines = wrapped(self._text, max(columns() - self._margin, 1), get_cwidth)
        return f"\n{' ' * self._margin}".join(lines)

    @title.setter
    def title(self, text: object) -> None:
        self._text = str(text)


class Shown(NamedTuple):
    """What a control left to be shown once it has wiped itself from the screen."""

    response: Response
    lines: tuple[str, ...] = ()


def answer(asked: Asked, hints: Hints) -> Shown | Command:
    """Let the learner answer a question of any kind but recall."""
    if asked.card.question.kind in _PICKED:
        return _PICKED[asked.card.question.kind](asked, hints) if asked.shown else _nothing(asked)
    return _typed(asked, hints)


def _nothing(asked: Asked) -> Shown:
    matching = asked.card.question.kind is Kind.MATCH
    return Shown(Matched((), ()) if matching else Picked((), ()))


def _choice(asked: Asked, hints: Hints) -> Shown | Command:
    place = _pick(range(len(asked.shown)), asked.shown, Extras(hints, ("↑ ↓ and Enter",)))
    if isinstance(place, Command):
        return place
    return Shown(Picked((asked.shown[int(place)],), asked.shown))


def _several(asked: Asked, hints: Hints) -> Shown | Command:
    choices = [_option(place, asked.shown, len("  > o ")) for place in range(len(asked.shown))]
    prompt = questionary.checkbox(
        "all that apply", choices, instruction=" ", qmark=POINTER, pointer=POINTER, style=STYLE
    )
    prompt.application.erase_when_done = True
    extras = Extras(hints, ("↑ ↓ and Space", "Enter done"))
    places: list[int] | Command = run(_dressed(prompt.application, extras, _bindings(extras)))
    if isinstance(places, Command):
        return places
    picked = tuple(asked.shown[place] for place in places)
    return Shown(Picked(picked, asked.shown), picked or ("none",))


def _order(asked: Asked, hints: Hints) -> Shown | Command:
    slots = [f"{place}." for place in range(1, len(asked.shown) + 1)]
    places = _in_turn(asked, slots, hints)
    if isinstance(places, Command):
        return places
    return Shown(Picked(tuple(asked.shown[n] for n in places), asked.shown), _listed(asked, slots, places))


def _match(asked: Asked, hints: Hints) -> Shown | Command:
    slots = [f"{clean_line(left)} =" for left in lefts(asked)]
    places = _in_turn(asked, slots, hints)
    if isinstance(places, Command):
        return places
    pairs = zip(lefts(asked), (asked.shown[n] for n in places), strict=False)
    return Shown(Matched(tuple(pairs), asked.shown), _listed(asked, slots, places))


_PICKED: Final[dict[Kind, Callable[[Asked, Hints], Shown | Command]]] = {
    Kind.CHOICE: _choice,
    Kind.TRUE_FALSE: _choice,
    Kind.SEVERAL: _several,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
}


def _in_turn(asked: Asked, slots: Sequence[str], hints: Hints) -> list[int] | Command:
    """Fill the slots one after another from what is left; Backspace empties the last one."""
    places: list[int] = []
    while len(places) < min(len(slots), len(asked.shown)):
        left = [place for place in range(len(asked.shown)) if place not in places]
        keys = ("↑ ↓ and Enter", "Backspace back") if places else ("↑ ↓ and Enter",)
        extras = Extras(hints, keys, _listed(asked, slots, places), f"{slots[len(places)]} ?")
        place = _pick(left, asked.shown, extras, erase=True)
        if isinstance(place, Command):
            return place
        if place != BACK:
            places.append(int(place))
        elif places:
            places.pop()
    return places


def _listed(asked: Asked, slots: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    filled = zip(slots, places, strict=False)
    return tuple(f"{slot} {clean_line(asked.shown[place])}" for slot, place in filled)


def _pick(
    places: Sequence[int], shown: Sequence[str], extras: Extras, *, erase: bool = False
) -> int | str | Command:
    choices = [_option(place, shown, len(INDENT)) for place in places]
    prompt = questionary.select("", choices, instruction=" ", qmark=POINTER, pointer=POINTER, style=STYLE)
    prompt.application.erase_when_done = erase
    bindings = _bindings(extras)
    if erase:
        bind_exit(bindings, "backspace", BACK)
    picked: int | str | Command = run(_dressed(prompt.application, extras, bindings))
    return picked


def _option(place: int, shown: Sequence[str], margin: int) -> Option:
    return Option(clean_line(shown[place]), place, margin)


def _typed(asked: Asked, hints: Hints) -> Shown | Command:
    extras, form = Extras(hints, ("Enter",)), typed_form(asked)
    prompt = questionary.text(f"{form}:" if form else "", qmark=POINTER, style=STYLE)
    bindings = _bindings(extras)
    _bind_typing(bindings, extras)
    prompt.application.current_buffer.on_text_changed += lambda _buffer: extras.calm()
    text = run(_dressed(prompt.application, extras, bindings))
    return text if isinstance(text, Command) else Shown(typed(str(text)))


def _bind_typing(bindings: KeyBindings, extras: Extras) -> None:
    @bindings.add("enter", eager=True)
    def _(event: KeyPressEvent) -> None:
        warning = _objection(event.current_buffer, extras.warning)
        if warning:
            extras.warning = warning
        else:
            event.current_buffer.validate_and_handle()

    @bindings.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.splitlines()))

    # Searching and quoting have no use in a one-line answer, and would hide the keys shown.
    for key in ("c-r", "c-s", "up", "down"):
        bindings.add(key, eager=True)(lambda _event: None)


def _objection(buffer: Buffer, before: str) -> str:
    if len(buffer.text) > MOST_TYPED:
        return TOO_LONG
    return SURE if not buffer.text.strip() and before != SURE else ""


def _bindings(extras: Extras) -> KeyBindings:
    bindings = KeyBindings()
    add_exits(bindings)
    bind_exit(bindings, "c-z", Command.UNDO)

    @bindings.add("tab", eager=True)
    def _(_event: KeyPressEvent) -> None:
        extras.hints.next()

    return bindings


def _dressed(app: Application[Any], extras: Extras, bindings: KeyBindings) -> Application[Any]:
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
