"""``quiz add``: a question into a bank, asked for, given by options, or as YAML."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from quiz.authoring.adding import entries_from
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.plans import plan
from quiz.cli.adding import Adding
from quiz.cli.configured import read_settings
from quiz.cli.kinds import KindChoice
from quiz.cli.lines import say
from quiz.cli.signals import Signals
from quiz.cli.targets import target
from quiz.errors import Interrupted, NotTogether, Stopped, UsageFault
from quiz.question import Kind
from quiz.ui.choose import can_ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.authoring.writing import Entry, Value
    from quiz.bank import Field

REASON, PAIR = "::", "="
WAITING = "Waiting for a question in YAML: paste or type it, then press Ctrl-D on a line of its own."
_REPEATED = {Shape.COUNTS, Shape.LABELS, Shape.TEXTS, Shape.LIST, Shape.OPTIONS, Shape.PAIRS}
_UNASKED = {"kind", "source", "checked"}


class TooLittle(UsageFault):
    """There is nobody to ask, and the options make no question."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"There is no terminal to ask in, and the options make no question: {missing}. "
            "`quiz add --help` names them all; `-` reads a question in YAML."
        )


class NoPair(UsageFault):
    """A pair of a match has no equals sign."""

    def __init__(self, given: str) -> None:
        super().__init__(f"--match is {given!r}; it has to be LEFT=RIGHT.")


class NoText(UsageFault):
    """What stdin gave is no text."""

    def __init__(self) -> None:
        super().__init__("What stdin gave is no UTF-8 text. Save it as UTF-8.")


def _fields() -> dict[str, Field]:
    """Return the keys of a question that can be given as options, kind by kind."""
    places = (*Kind, Place.QUESTION, Place.SOURCE)
    fields = {field.name: field for place in reversed(places) for field in FIELDS[place]}
    order = dict.fromkeys(field.name for place in places for field in FIELDS[place])
    return {name: fields[name] for name in order if name not in _UNASKED}


def _key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each key of the format."""
    for name, field in reversed(_fields().items()):
        command = _option(name, field)(command)
    return command


def _option(name: str, field: Field) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    about = field.about.rstrip(".")
    if field.shape is Shape.BOOLEAN:
        return click.option(f"--{name}/--no-{name}", name, default=None, help=f"{about}.")
    if field.shape not in _REPEATED:
        return click.option(f"--{name}", name, metavar="TEXT", help=f"{about}.")
    form = {Shape.OPTIONS: f"TEXT[{REASON}REASON]", Shape.PAIRS: f"LEFT{PAIR}RIGHT"}.get(field.shape, "TEXT")
    return click.option(f"--{name}", name, multiple=True, metavar=form, help=f"{about}; repeatable.")


@click.command("add")
@click.argument("bank")
@click.argument("dash", metavar="[-]", required=False, type=click.Choice(["-"]))
@click.option("--yaml", "as_yaml", is_flag=True, help="Read a question in YAML from stdin, as `-` does.")
@click.option("--force", is_flag=True, help="Add it in spite of warnings, without asking.")
@click.option("--kind", type=KindChoice(), help="The kind, where asked for it.")
@_key_options
@click.option("--banks", metavar="PATH", help="A folder or file of banks [default: ./questions].")
def command(  # noqa: PLR0913 - one argument for each option, the keys of the format together
    *,
    bank: str,
    dash: str | None,
    as_yaml: bool,
    force: bool,
    kind: str | None,
    banks: str | None,
    **keys: Any,  # noqa: ANN401 - texts, lists of texts and flags, as the shapes of the keys say
) -> None:
    """Add a question to BANK: asked for one key after another, by options, or as YAML.

    BANK is a name as `quiz list` shows it, or a file. The options are the keys of the format.
    The question is shown as it will be asked, checked, and put at the end of the list in the
    file's own style. Errors keep it out. Warnings are told; where you can be asked and did not
    say --force, you are asked whether to add it all the same.
    """
    entry = _entry(keys)
    if (dash or as_yaml) and (entry or kind):
        raise NotTogether("YAML from stdin", "the options of a question")
    adding = Adding(target(bank, read_settings({"banks": banks})), force=force)
    try:
        with Signals().caught():
            if dash or as_yaml:
                adding.give(entries_from(_stdin(), adding.language()))
            else:
                _add(adding, entry, Kind(kind) if kind else None)
    except Interrupted as stopped:
        raise Stopped("The bank is as it was after the last question added.", stopped.exit_code) from None


def _add(adding: Adding, entry: Entry, kind: Kind | None) -> None:
    planned = plan(tuple(entry), kind)
    given = {"kind": kind.value, **entry} if kind and plan(tuple(entry), None).kind is not kind else entry
    complete = planned.kind is not None and not planned.missing
    if complete:
        adding.give([given], _asker() if can_ask() else None)
    elif can_ask():
        _converse(adding, planned.kind, entry)
    else:
        raise TooLittle(_missing(planned.kind, planned.missing))


def _converse(adding: Adding, kind: Kind | None, entry: Entry) -> None:
    from quiz.ui.authoring_echo import unechoed  # noqa: PLC0415 - its libraries are slow to load

    with unechoed():
        adding.converse(_asker(), kind, entry)


def _missing(kind: Kind | None, missing: tuple[str, ...]) -> str:
    if kind is None:
        return "give --ask with --answer, --front with --back, or another kind's"
    return f"a question of the kind {kind} needs {' and '.join(f'--{name}' for name in missing)}"


def _asker() -> Any:  # noqa: ANN401 - the class is loaded here alone
    from quiz.ui.authoring import Terminal  # noqa: PLC0415 - its libraries are slow to load

    return Terminal()


def _stdin() -> str:
    if sys.stdin.isatty():
        say(WAITING, err=True)
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise NoText from None


def _entry(keys: dict[str, Any]) -> dict[str, Value]:
    """Return the question that options give, without a kind."""
    fields = _fields()
    given = {name: keys[name] for name in fields if keys[name] is not None and keys[name] != ()}
    cited = {field.name for field in FIELDS[Place.SOURCE]}
    values = {name: _value(fields[name], value) for name, value in given.items()}
    entry = {name: value for name, value in values.items() if name not in cited}
    source = {name: value for name, value in values.items() if name in cited}
    return {**entry, "source": source} if source else entry


def _value(field: Field, value: Any) -> Value:  # noqa: ANN401 - as click gives it
    if field.shape is Shape.PAIRS:
        return dict(map(_pair, value))
    if field.shape is Shape.OPTIONS:
        return [_reasoned(text) for text in value]
    return list(value) if isinstance(value, tuple) else value


def _pair(given: str) -> tuple[str, str]:
    left, sign, right = given.partition(PAIR)
    if not sign:
        raise NoPair(given)
    return left.strip(), right.strip()


def _reasoned(given: str) -> Value:
    text, sign, reason = given.partition(REASON)
    return {text.strip(): reason.strip()} if sign else given
