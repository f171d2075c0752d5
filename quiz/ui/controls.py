"""The control that suits each kind of question, made with questionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.utils import get_cwidth
from questionary.prompts.common import InquirerControl

from quiz.question import Kind
from quiz.review import Matched, Picked, Response
from quiz.text import clean_line
from quiz.ui.describe import MOST_TYPED, typed, typed_form
from quiz.ui.extras import INDENT, Extras, bindings_for, dressed
from quiz.ui.keys import STYLE, bind_exit, columns, run
from quiz.ui.lines import bind_paste
from quiz.ui.replies import lefts
from quiz.ui.screen import Command
from quiz.ui.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.application import Application
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from quiz.card import Asked
    from quiz.ui.asking import Standing

POINTER: Final = ">"
BACK: Final = "back"
SURE: Final = "Enter again says: I do not know."
NONE: Final = "Enter again says: none of them. Space picks."
MOST_DIGITS: Final = 9
TOO_LONG: Final = f"An answer has at most {MOST_TYPED:,} characters."


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


def answer(standing: Standing) -> Shown | Command:
    """Let the learner answer a question of any kind but recall."""
    asked = standing.asked
    if asked.card.question.kind in _PICKED:
        return _PICKED[asked.card.question.kind](standing) if asked.shown else _nothing(asked)
    return _typed(standing)


def _nothing(asked: Asked) -> Shown:
    matching = asked.card.question.kind is Kind.MATCH
    return Shown(Matched((), ()) if matching else Picked((), ()))


def _choice(standing: Standing) -> Shown | Command:
    asked = standing.asked
    keys = (f"↑ ↓ and Enter, or {_digits(len(asked.shown))}",)
    place = _pick(range(len(asked.shown)), asked.shown, Extras(standing, keys))
    if isinstance(place, Command):
        return place
    return Shown(Picked((asked.shown[int(place)],), asked.shown))


def _several(standing: Standing) -> Shown | Command:
    asked = standing.asked
    choices = [_option(place, asked.shown, len("  > o ")) for place in range(len(asked.shown))]
    prompt = questionary.checkbox(
        "all that apply",
        choices,
        instruction=" ",
        qmark=POINTER,
        pointer=POINTER,
        style=STYLE,
        use_jk_keys=False,
    )
    prompt.application.erase_when_done = True
    extras = Extras(standing, (f"↑ ↓ and Space, or {_digits(len(asked.shown))}", "Enter done"))
    bindings = bindings_for(extras)
    options = _list_of(prompt.application)
    options.selected_options = standing.places
    _bind_ticking(bindings, extras, options)
    places: list[int] | Command = run(dressed(prompt.application, extras, bindings))
    if isinstance(places, Command):
        return places
    picked = tuple(asked.shown[place] for place in places)
    return Shown(Picked(picked, asked.shown), picked or ("none",))


def _order(standing: Standing) -> Shown | Command:
    asked = standing.asked
    slots = [f"{place}." for place in range(1, len(asked.shown) + 1)]
    places = _in_turn(standing, slots)
    if isinstance(places, Command):
        return places
    return Shown(Picked(tuple(asked.shown[n] for n in places), asked.shown), _listed(asked, slots, places))


def _match(standing: Standing) -> Shown | Command:
    asked = standing.asked
    slots = [f"{clean_line(left)} =" for left in lefts(asked)]
    places = _in_turn(standing, slots)
    if isinstance(places, Command):
        return places
    pairs = zip(lefts(asked), (asked.shown[n] for n in places), strict=False)
    return Shown(Matched(tuple(pairs), asked.shown), _listed(asked, slots, places))


_PICKED: Final[dict[Kind, Callable[[Standing], Shown | Command]]] = {
    Kind.CHOICE: _choice,
    Kind.TRUE_FALSE: _choice,
    Kind.SEVERAL: _several,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
}


def _in_turn(standing: Standing, slots: Sequence[str]) -> list[int] | Command:
    """Fill the slots one after another from what is left; Backspace empties the last one."""
    asked, places = standing.asked, standing.places
    while len(places) < min(len(slots), len(asked.shown)):
        left = [place for place in range(len(asked.shown)) if place not in places]
        pick = "↑ ↓ and Enter, or its digit"
        keys = (pick, "Backspace back") if places else (pick,)
        extras = Extras(standing, keys, _listed(asked, slots, places), f"{slots[len(places)]} ?")
        place = _pick(left, asked.shown, extras, erase=True)
        if isinstance(place, Command):
            return place
        if place != BACK:
            places.append(int(place))
        elif places:
            places.pop()
    return list(places)


def _listed(asked: Asked, slots: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    filled = zip(slots, places, strict=False)
    return tuple(f"{slot} {clean_line(asked.shown[place])}" for slot, place in filled)


def _pick(
    places: Sequence[int], shown: Sequence[str], extras: Extras, *, erase: bool = False
) -> int | str | Command:
    choices = [_option(place, shown, len(INDENT)) for place in places]
    prompt = questionary.select(
        "", choices, instruction=" ", qmark=POINTER, pointer=POINTER, style=STYLE, use_jk_keys=False
    )
    prompt.application.erase_when_done = erase
    bindings = bindings_for(extras)
    _bind_digits(bindings, places, _list_of(prompt.application))
    if erase:
        bind_exit(bindings, "backspace", BACK)
    picked: int | str | Command = run(dressed(prompt.application, extras, bindings))
    return picked


def _option(place: int, shown: Sequence[str], margin: int) -> Option:
    """Return an option with its digit, which it keeps when others are gone from the list."""
    digit = f"{place + 1} " if place < MOST_DIGITS else "  "
    return Option(digit + clean_line(shown[place]), place, margin + len(digit))


def _digits(options: int) -> str:
    return f"1-{min(options, MOST_DIGITS)}" if options > 1 else "1"


def _list_of(app: Application[Any]) -> InquirerControl:
    """Return the list of options within a select or a checkbox."""
    return next(
        window.content
        for window in app.layout.find_all_windows()
        if isinstance(window.content, InquirerControl)
    )


def _bind_digits(bindings: KeyBindings, places: Sequence[int], options: InquirerControl) -> None:
    """Let a digit pick its option at once, as Enter on it would; ``places`` are those in the list."""

    def pick(row: int) -> Callable[[KeyPressEvent], None]:
        def picked(event: KeyPressEvent) -> None:
            options.pointed_at = row
            options.is_answered = True
            event.app.exit(result=options.get_pointed_at().value)

        return picked

    for row, place in enumerate(places):
        if place < MOST_DIGITS:
            bindings.add(str(place + 1), eager=True)(pick(row))


def _bind_ticking(bindings: KeyBindings, extras: Extras, options: InquirerControl) -> None:
    """Let a digit tick its option, and Enter with nothing ticked ask once more."""

    def tick(place: int) -> Callable[[KeyPressEvent], None]:
        def ticked(_event: KeyPressEvent) -> None:
            options.pointed_at = place
            value = options.get_pointed_at().value
            chosen = options.selected_options
            (chosen.remove if value in chosen else chosen.append)(value)
            extras.calm()

        return ticked

    for place in range(min(options.choice_count, MOST_DIGITS)):
        bindings.add(str(place + 1), eager=True)(tick(place))

    unsure = Condition(lambda: not options.selected_options and extras.warning != NONE)

    @bindings.add("enter", filter=unsure, eager=True)
    def _(_event: KeyPressEvent) -> None:
        extras.warning = NONE


def _typed(standing: Standing) -> Shown | Command:
    extras, form = Extras(standing, ("Enter",)), typed_form(standing.asked)
    prompt = questionary.text(f"{form}:" if form else "", standing.typed, qmark=POINTER, style=STYLE)
    bindings = bindings_for(extras)
    _bind_typing(bindings, extras)
    buffer = prompt.application.current_buffer
    buffer.on_text_changed += lambda _buffer: extras.calm()
    text = run(dressed(prompt.application, extras, bindings))
    standing.typed = buffer.text
    return text if isinstance(text, Command) else Shown(typed(str(text)))


def _bind_typing(bindings: KeyBindings, extras: Extras) -> None:
    @bindings.add("enter", eager=True)
    def _(event: KeyPressEvent) -> None:
        warning = _objection(event.current_buffer, extras.warning)
        if warning:
            extras.warning = warning
        else:
            event.current_buffer.validate_and_handle()

    bind_paste(bindings)
    # Searching and quoting have no use in a one-line answer, and would hide the keys shown.
    for key in ("c-r", "c-s", "up", "down"):
        bindings.add(key, eager=True)(lambda _event: None)


def _objection(buffer: Buffer, before: str) -> str:
    if len(buffer.text) > MOST_TYPED:
        return TOO_LONG
    return SURE if not buffer.text.strip() and before != SURE else ""
