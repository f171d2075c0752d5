"""A question asked out of its author, key by key of the reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from quiz.authoring.adding import suggested_id
from quiz.authoring.templates import EXAMPLES
from quiz.bank.cloze import Torn, parse_cloze
from quiz.bank.document import quote_stands
from quiz.bank.fields import FIELDS, Place, Shape
from quiz.bank.kinds import fold
from quiz.bank.scalars import is_id
from quiz.quantity import decimal_mark, parse_date, parse_number, parse_tolerance
from quiz.question import Kind
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from quiz.authoring.writing import Entry, Value
    from quiz.bank import Field

    Check = Callable[[str], str | None]

T = TypeVar("T")
FIRST_WORDS = 60
"""Characters of a paragraph that are shown where one is picked."""

_NEEDED = "This is needed."
_FEWEST = {"order": 2, "match": 2}
_SKIPPED = {"reverse"}
_ALL_HAVE = tuple(one for one in FIELDS[Place.QUESTION] if one.name in {"why", "hint"})


class Asker(Protocol):
    """Who asks the author; KeyboardInterrupt passes through."""

    def say(self, text: str) -> None:
        """Show a text."""
        ...

    def text(self, label: str, default: str, check: Check) -> str:
        """Return a line; ``check`` says what is wrong with one, or None."""
        ...

    def pick(self, label: str, options: Sequence[tuple[str, T]], default: T | None = None) -> T:
        """Return the value of one of the options."""
        ...

    def tick(self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T]) -> list[T]:
        """Return the values of those that are ticked."""
        ...

    def confirm(self, label: str, *, default: bool) -> bool:
        """Return whether yes was said."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the bank: its language, the ids it has, its text's name and paragraphs."""

    language: str = "en"
    ids: Collection[str] = ()
    document: str | None = None
    paragraphs: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def ask_kind(asker: Asker, default: Kind | None = None) -> Kind:
    """Return the kind of question that the author picks."""
    return asker.pick("Which kind of question?", _kinds(), default)


def ask_kinds(asker: Asker) -> list[Kind]:
    """Return the kinds that the author ticks; may be none."""
    usual = (Kind.TEXT, Kind.CHOICE, Kind.CLOZE, Kind.RECALL)
    return asker.tick("Which kinds do you want an example of?", _kinds(), usual)


def _kinds() -> list[tuple[str, Kind]]:
    """Return the kinds, each with the first sentence of what it is."""
    return [(f"{kind}: {EXAMPLES[kind][0].partition('. ')[0].rstrip('.')}", kind) for kind in Kind]


def interview(asker: Asker, kind: Kind, known: Known, given: Entry) -> dict[str, Value]:
    """Return a question of this kind; what was ``given`` is offered, or kept where nothing asks for it."""
    own = {one.name for one in FIELDS[kind]}
    entry: dict[str, Value] = {key: value for key, value in given.items() if key in own or key in _kept()}
    for one in (*FIELDS[kind], *_ALL_HAVE):
        if one.name not in _SKIPPED:
            _put(entry, one.name, _ask(asker, one, given.get(one.name), known, _right(entry)))
    _put(entry, "source", _ask_source(asker, known, given.get("source")))
    _put(entry, "id", _ask_id(asker, entry, known))
    return entry


def _kept() -> set[str]:
    return {one.name for one in FIELDS[Place.QUESTION]} - {"kind"}


def _put(entry: dict[str, Value], key: str, value: Value) -> None:
    """Set a key, or take it away where the value is empty."""
    if value in ("", [], {}):
        entry.pop(key, None)
    else:
        entry[key] = value


def _right(entry: Entry) -> list[str]:
    """Return the right options that were given so far, none of which can be wrong as well."""
    answers = entry.get("answers")
    return [str(one) for one in (answers if isinstance(answers, list) else [entry.get("answer", "")])]


def _ask(asker: Asker, one: Field, given: Value | None, known: Known, right: Sequence[str]) -> Value:
    label = f"{one.name} ({one.about[:1].lower()}{one.about[1:].rstrip('.')})"
    if one.shape is Shape.BOOLEAN:
        return asker.pick(f"{label}:", [("true", True), ("false", False)], _as_boolean(given))
    fewest = _FEWEST.get(one.name, 1) if one.needed else 0
    if one.shape is Shape.PAIRS:
        return _ask_pairs(asker, one.name, given if isinstance(given, dict) else {}, fewest)
    if one.shape in {Shape.LIST, Shape.TEXTS, Shape.OPTIONS}:
        reasons = one.shape is Shape.OPTIONS
        taken = right if reasons else ()
        offered = given if isinstance(given, list) else []
        return _ask_list(asker, label, offered, fewest, taken=taken, reasons=reasons)
    default = given if isinstance(given, str) else ""
    return asker.text(f"{label}{'' if one.needed else ', or Enter'}:", default, _checked(one, known))


def _as_boolean(given: Value | None) -> bool | None:
    return given if isinstance(given, bool) or given is None else str(given).lower() in {"true", "yes"}


def _checked(one: Field, known: Known) -> Check:
    """Return what says why a text cannot stand behind a key."""

    def check(text: str) -> str | None:
        if not text:
            return _NEEDED if one.needed else None
        return _fault(one.shape, text, known.language)

    return check


def _fault(shape: Shape, text: str, language: str) -> str | None:
    if shape is Shape.WRITTEN_NUMBER and parse_number(text, language) is None:
        return f"That is no number; write digits, with `{decimal_mark(language)}` before the decimals."
    if shape is Shape.TOLERANCE and parse_tolerance(text, language) is None:
        return "Write a number like 5, or a share like 5%."
    if shape is Shape.DATE and parse_date(text) is None:
        return "Write it like 2021, 2021-12 or 2021-12-17."
    if shape is Shape.CLOZE:
        try:
            parse_cloze(text)
        except Torn as torn:
            return f"{torn.message[:1].upper()}{torn.message[1:]}; {torn.cure}."
    return None


def _ask_list(  # noqa: PLR0913 - what a list is asked with
    asker: Asker, label: str, given: list[Value], fewest: int, *, taken: Sequence[str], reasons: bool
) -> list[Value]:
    """Return texts, asked for one after another until an empty one; with reasons, where they are wanted."""
    found: list[Value] = []
    texts = list(taken)
    while True:
        before, reason = _option(given[len(found)]) if len(found) < len(given) else ("", "")
        number = len(found) + 1
        enough = ", or Enter to go on" if number > fewest else ""
        text = asker.text(f"{label}, {number}{enough}:", before, _another(texts, needed=number <= fewest))
        if not text:
            return found
        texts.append(text)
        why = asker.text("  why it is wrong, or Enter:", reason, lambda _text: None) if reasons else ""
        found.append({text: why} if why else text)


def _option(value: Value) -> tuple[str, str]:
    """Return an option and the reason why it is wrong, empty where there is none."""
    if isinstance(value, dict):
        return next(((key, str(why)) for key, why in value.items()), ("", ""))
    return str(value), ""


def _another(texts: Sequence[str], *, needed: bool) -> Check:
    """Return what refuses a text that is there already, and an empty one where one is needed."""

    def check(text: str) -> str | None:
        if not text:
            return _NEEDED if needed else None
        return "This stands here already." if fold(text) in map(fold, texts) else None

    return check


def _ask_pairs(asker: Asker, name: str, given: dict[str, Value], fewest: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    offered = list(given.items())
    while True:
        left, right = offered[len(found)] if len(found) < len(offered) else ("", "")
        number = len(found) + 1
        enough = ", or Enter to go on" if number > fewest else ""
        key = asker.text(
            f"{name}, left side {number}{enough}:", left, _another(list(found), needed=number <= fewest)
        )
        if not key:
            return found
        rights = [str(value) for value in found.values()]
        found[key] = asker.text("  its right side:", str(right), _another(rights, needed=True))


def _ask_source(asker: Asker, known: Known, given: Value | None) -> dict[str, Value]:
    """Return the paragraph that is cited, and words of it; empty where none is."""
    before = given if isinstance(given, dict) else {}
    if not known.paragraphs or before.get("document"):
        return dict(before)
    options: list[tuple[str, int]] = [("none: it cites no paragraph", 0)]
    options += [(f"{number}. {_beginning(text)}", number) for number, text in known.paragraphs.items()]
    cited = str(before.get("paragraph", ""))
    default = int(cited) if cited.isdigit() else None
    number = asker.pick(
        f"Which paragraph of {clean_line(known.document or 'the text')} proves it?", options, default
    )
    if not number:
        return {}
    paragraph = known.paragraphs[number]
    asker.say(paragraph)

    def check(text: str) -> str | None:
        return (
            None
            if not text or quote_stands(text, paragraph)
            else "These words do not stand in the paragraph."
        )

    quote = asker.text(
        "quote (words of it that prove the answer), or Enter:", str(before.get("quote", "")), check
    )
    return {"paragraph": str(number), **({"quote": quote} if quote else {})}


def _beginning(paragraph: str) -> str:
    line = clean_line(paragraph[: 4 * FIRST_WORDS])
    return line if len(line) <= FIRST_WORDS else f"{line[: FIRST_WORDS - 1].rstrip()}…"


def _ask_id(asker: Asker, entry: Entry, known: Known) -> str:
    def check(text: str) -> str | None:
        if text in known.ids:
            return "Another question of this bank has this id."
        return None if not text or is_id(text) else "Use letters, digits, `-`, `_` and `.`, at most 80."

    given = entry.get("id")
    suggested = given if isinstance(given, str) else suggested_id(entry, known.ids) or ""
    return asker.text("id (its name in the log of answers):", suggested, check)
