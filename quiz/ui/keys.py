"""Running a prompt: one key at a time, the terminal put back whatever happens."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.filters import Always
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from quiz.ui.screen import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import FrameType, TracebackType

    from prompt_toolkit.formatted_text import StyleAndTextTuples

    Handler = Callable[[int, FrameType | None], Any]

try:
    import termios
except ImportError:  # pragma: no cover - there is no termios on Windows
    termios = None  # type: ignore[assignment]

T = TypeVar("T")
ESC = "esc "
PATIENCE_SECONDS = 3600.0
STYLE = Style(
    [
        ("qmark", "noinherit"),
        ("question", "noinherit bold"),
        ("answer", "noinherit bold"),
        ("highlighted", "bold"),
        ("selected", "bold"),
        ("footer", "dim"),
        ("warning", "bold"),
    ]
)


def run(app: Application[T]) -> T | Command:
    """Run a prompt to its result; the end of input is ``Command.LEAVE``.

    The exception of a handler for SIGTERM or SIGHUP ends the prompt in order and is raised,
    also when the terminal was gone with it; else a lost terminal is an OSError.
    """
    # The size of what is drawn is known without asking where the cursor is; not asking spares
    # a wait on terminals that do not answer, and answers that look like typed keys.
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    # Esc and a letter are one command, however much time lies between them.
    app.timeoutlen = PATIENCE_SECONDS
    held: list[BaseException] = []
    with kept_terminal():
        result: T | Command
        try:
            with _orderly_signals(app, held):
                result = app.run(pre_run=lambda: _end(app, held))
        except EOFError:
            result = Command.LEAVE
        finally:
            if held:
                raise held[0]
    return result


def read_key(keys: Mapping[str, T], footer: Sequence[str]) -> T | Command:
    """Wait for one of ``keys`` and return what it stands for; ``footer`` names them, and vanishes.

    Ctrl-D is ``Command.LEAVE`` and Ctrl-C a KeyboardInterrupt; other keys do nothing.
    """
    bindings = KeyBindings()
    add_exits(bindings)
    for key, value in keys.items():
        bind_exit(bindings, key, value)
    window = footer_window(lambda: footer)
    app: Application[T | Command] = Application(
        layout=Layout(window), key_bindings=bindings, style=STYLE, erase_when_done=True
    )
    return run(app)


def add_exits(bindings: KeyBindings) -> None:
    """Bind Ctrl-D and Ctrl-Q to ``Command.LEAVE``, Ctrl-C and its signal to KeyboardInterrupt."""
    for key in ("c-d", "c-q"):
        bind_exit(bindings, key, Command.LEAVE)
    # An Enter typed before the prompt was ready arrives as Ctrl-J.
    bindings.add("c-j", eager=True)(_enter)
    bindings.add("c-c", eager=True)(_interrupt)
    bindings.add("<sigint>", eager=True)(_interrupt)


def bind_exit(bindings: KeyBindings, key: str, value: object) -> None:
    """Let ``key`` end the prompt with ``value`` and wipe it from the screen; ``esc s`` is Esc, then s."""

    @bindings.add(*(("escape", key[-1]) if key.startswith(ESC) else (key,)), eager=True)
    def _(event: KeyPressEvent) -> None:
        if not event.app.is_done:
            event.app.erase_when_done = True
            event.app.exit(result=value)


def _enter(event: KeyPressEvent) -> None:
    event.key_processor.feed(KeyPress(Keys.ControlM, "\r"), first=True)


def _interrupt(event: KeyPressEvent) -> None:
    if not event.app.is_done:
        event.app.exit(exception=KeyboardInterrupt)


def footer_window(parts: Callable[[], Sequence[str]]) -> Window:
    """Return a window of dim key names, as many on a line as fit."""

    def text() -> StyleAndTextTuples:
        return [("class:footer", "\n".join(packed(parts(), columns())))]

    return Window(
        FormattedTextControl(text, show_cursor=False),
        dont_extend_height=Always(),
        wrap_lines=True,
    )


def columns() -> int:
    """Return how wide the terminal of the running prompt is now."""
    return get_app().output.get_size().columns


def packed(parts: Sequence[str], width: int) -> list[str]:
    """Return the parts joined by middle dots, in lines of at most ``width`` cells where a part allows."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and get_cwidth(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


@contextmanager
def kept_terminal() -> Iterator[None]:
    """Put the terminal's settings back at the end, and its cursor when an exception ends it."""
    saved = _attributes()
    try:
        yield
    except BaseException:
        with suppress(OSError, ValueError):
            output = get_app_session().output
            output.disable_bracketed_paste()
            output.reset_attributes()
            output.show_cursor()
            output.flush()
        raise
    finally:
        if saved is not None:
            with suppress(OSError, ValueError, termios.error):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, saved)


def _attributes() -> list[Any] | None:
    if termios is None:  # pragma: no cover - there is no termios on Windows
        return None
    with suppress(OSError, ValueError, AttributeError, termios.error):
        return termios.tcgetattr(sys.stdin.fileno())
    return None


@contextmanager
def _orderly_signals(app: Application[Any], held: list[BaseException]) -> Iterator[None]:
    """Let what a handler of SIGTERM or SIGHUP raises end the prompt as a key would.

    Raised in the middle of the event loop it could be taken for a fault of a callback,
    and be reported instead of obeyed.
    """
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        for number, handler in before.items():
            if callable(handler):
                signal.signal(number, _ending(app, handler, held))
        yield
    finally:
        for number, handler in before.items():
            if callable(handler):
                signal.signal(number, handler)


def _ending(app: Application[Any], handler: Handler, held: list[BaseException]) -> Handler:
    def handle(number: int, frame: FrameType | None) -> None:
        with _Holding(held):
            handler(number, frame)
        if held and app.loop is not None:
            app.loop.call_soon_threadsafe(_end, app, held)

    return handle


class _Holding:
    """Keep an exception instead of letting it pass."""

    def __init__(self, held: list[BaseException]) -> None:
        self._held = held

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            self._held.append(error)
        return True


def _end(app: Application[Any], held: Sequence[BaseException]) -> None:
    if held and app.is_running and not app.is_done:
        app.exit(exception=held[0])
