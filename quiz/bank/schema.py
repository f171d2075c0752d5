"""The format as JSON Schema draft-07, for editors that complete and check YAML; made from the table of keys.

Editors look at values after YAML gave them types: an unquoted 42 is a number to them, where
the reader takes every value as text. So wherever a text may stand, numbers and truth values
may as well. Properties lie flat in one object, which is what editors complete from; the keys
that belong to one kind are told by conditions beside them.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml

from quiz.bank import limits
from quiz.bank.fields import FIELDS, VERSION, Place, Shape
from quiz.bank.files import CannotRead, read_regular
from quiz.bank.plans import SIGNS
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quiz.bank.fields import Field

    Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
SCHEMA_FILE = ".quiz-schema.json"
"""The file that the schema is written to, beside the banks; no bank is called so."""

_SCALAR = ["string", "number", "boolean"]
_BOOLEANS = r"^\s*([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])\s*$"
_DATE = r"^\s*-?\d{1,4}(-(0?[1-9]|1[0-2])(-(0?[1-9]|[12]\d|3[01]))?)?\s*$"
_DIGITS = r"[.,]?\d([\d,' _\u00a0\u2009\u202f\u2019]|\.(?!\.))*([eE][-+\u2212]?\d{1,3})?"
_SIGNED = rf"\s*[-+\u2212]?{_DIGITS}\s*"
_NUMBER = rf"^{_SIGNED}(\.\.{_SIGNED})?$"
_FIGURES = r"0*[1-9]\d{0,2}\s+[Ff][Ii][Gg][Uu][Rr][Ee][Ss]?"
_TOLERANCE = rf"^\s*(\+?{_DIGITS}\s*%?|{_FIGURES})\s*$"
_HOLE = r"(^|[^\\])\{([^{}\\]|\\[{}]?)+\}"
_NOT_IN_ID = r"\u0000-,/:-@\[-\^`{-\u007f"
_LEAST = {"order": 2, "match": 2, "options": 2}
"""Entries that keys need at least, where it is more than one."""


def schema() -> Schema:
    """Return the JSON Schema of a bank.

    Every bank that the reader takes is valid by it, but for an unquoted ``~`` or ``null``,
    which are no text to editors. The other way round it finds keys that are unknown, missing,
    misplaced or of a wrong shape, and not what needs more than one look at a value: equal
    options, dates that do not exist, numbers of another language.
    """
    return {
        "$schema": DRAFT,
        "title": "A question bank of quiz",
        "description": "Questions for quiz, written next to the text that they are grounded in.",
        **_object(FIELDS[Place.BANK]),
        "definitions": {
            "question": _question(),
            "source": _object(FIELDS[Place.SOURCE]) | {"minProperties": 1},
            **{kind.value: _kind(kind) for kind in Kind},
        },
    }


def _object(fields: Iterable[Field]) -> Schema:
    fields = tuple(fields)
    return {
        "type": "object",
        "properties": {field.name: _property([field]) for field in fields},
        "required": [field.name for field in fields if field.needed],
        "additionalProperties": False,
    }


def _question() -> Schema:
    """Return the schema of a question: all keys of all kinds, then what each kind asks for."""
    named: dict[str, list[tuple[Kind | None, Field]]] = {}
    for field in FIELDS[Place.QUESTION]:
        named.setdefault(field.name, []).append((None, field))
    for kind in Kind:
        for field in FIELDS[kind]:
            named.setdefault(field.name, []).append((kind, field))
    return {
        "type": "object",
        "properties": {
            name: _property([field for _, field in owners], _described(owners))
            for name, owners in named.items()
        },
        "additionalProperties": False,
        "allOf": [*map(_said, Kind), *map(_shown, Kind), _shows_any()],
    }


def _property(fields: list[Field], about: str | None = None) -> Schema:
    """Return the schema of a key from its fields, more than one where kinds differ over it."""
    shapes = dict.fromkeys(field.shape for field in fields)
    values = [_value(shape, fields[0].name) for shape in shapes]
    value = values[0] if len(values) == 1 else {"anyOf": values}
    examples: list[object] = []
    for field in fields:
        example = _example(field)
        if example not in examples:
            examples.append(example)
    return {"description": about or fields[0].about, **value, "examples": examples}


def _described(owners: list[tuple[Kind | None, Field]]) -> str:
    """Return what a key is; where kinds differ over it, kind by kind."""
    told = dict.fromkeys(field.about for _, field in owners)
    if len(told) == 1:
        return next(iter(told))
    return " ".join(f"{kind}: {field.about}" for kind, field in owners)


def _example(field: Field) -> object:
    """Return the example of a key with the type that its shape has in YAML."""
    if field.shape in {Shape.BOOLEAN, Shape.COUNT, Shape.COUNTS, Shape.VERSION}:
        return yaml.safe_load(field.example)
    return yaml.load(field.example, Loader=yaml.BaseLoader)  # noqa: S506 - the safest loader, gives texts alone


def _value(shape: Shape, name: str) -> Schema:
    return _SHAPES[shape] | (_at_least(shape, _LEAST[name]) if name in _LEAST else {})


def _at_least(shape: Shape, number: int) -> Schema:
    return {"minProperties" if shape is Shape.PAIRS else "minItems": number}


def _scalar(pattern: str, longest: int, *types: str) -> Schema:
    return {"type": list(types) or _SCALAR, "pattern": pattern, "maxLength": longest}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 1, "maxItems": limits.MAX_ENTRIES}


_TEXT = _scalar(r"\S", limits.MAX_TEXT)
_LABEL = _scalar(r"^[^\n]*\S[^\n]*\n?$", limits.MAX_LABEL)
_COUNT: Schema = {"type": ["integer", "string"], "minimum": 1, "pattern": r"^\s*0*[1-9]\d*\s*$"}
_DIGEST = _scalar(r"^\s*[0-9A-Fa-f]{8}\s*$", limits.MAX_TEXT, "string", "number")
_ID = rf"[^{_NOT_IN_ID}]+"
_PAIRS: Schema = {
    "type": "object",
    "additionalProperties": _TEXT,
    "propertyNames": {"pattern": r"\S", "maxLength": limits.MAX_KEY},
    "minProperties": 1,
    "maxProperties": limits.MAX_ENTRIES,
}
_SHAPES: dict[Shape, Schema] = {
    Shape.VERSION: {"enum": [int(VERSION), VERSION]},
    Shape.TEXT: _TEXT,
    Shape.LABEL: _LABEL,
    Shape.LABELS: {"anyOf": [_list(_LABEL) | {"minItems": 0}, _LABEL]},
    Shape.TEXTS: {"anyOf": [_list(_TEXT), _TEXT]},
    Shape.LIST: _list(_TEXT),
    Shape.OPTIONS: _list({"anyOf": [_TEXT, _PAIRS | {"maxProperties": 1}]}),
    Shape.PAIRS: _PAIRS,
    Shape.BOOLEAN: {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _BOOLEANS}]},
    Shape.WRITTEN_NUMBER: _scalar(_NUMBER, limits.MAX_TEXT, "number", "string"),
    Shape.TOLERANCE: _scalar(_TOLERANCE, limits.MAX_TEXT, "number", "string") | {"minimum": 0},
    Shape.DATE: _scalar(_DATE, limits.MAX_TEXT, "string", "integer") | {"minimum": -9999, "maximum": 9999},
    Shape.CLOZE: _scalar(_HOLE, limits.MAX_TEXT, "string"),
    Shape.ID: _scalar(rf"^\s*{_ID}\s*$", limits.MAX_LABEL),
    Shape.BANK_KEY: _scalar(rf"^\s*{_ID}(/{_ID})*\s*$", limits.MAX_BANK_KEY),
    Shape.KIND: {"enum": [kind.value for kind in Kind]},
    Shape.LANGUAGE: _scalar(r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\s*$", limits.MAX_LABEL, "string"),
    Shape.PATH: _scalar(r"^\s*(?![/\\\s]|[A-Za-z]:)[^\n]+\s*$", limits.MAX_TEXT),
    Shape.COUNT: _COUNT,
    Shape.COUNTS: {"anyOf": [_list(_COUNT), _COUNT]},
    Shape.DIGESTS: {"anyOf": [_list(_DIGEST), _DIGEST]},
    Shape.SOURCE: {"$ref": "#/definitions/source"},
    Shape.QUESTIONS: {
        "type": "array",
        "items": {"$ref": "#/definitions/question"},
        "maxItems": limits.MAX_QUESTIONS,
    },
}


def _kind(kind: Kind) -> Schema:
    """Return what a question of a kind needs, and that it has no key of another kind."""
    fields = FIELDS[kind]
    names = [field.name for field in (*fields, *FIELDS[Place.QUESTION])]
    narrowed = {field.name: _value(field.shape, field.name) for field in fields if field.name == "answer"}
    either = [_either(field) for field in fields if field.instead]
    return {
        "required": [field.name for field in fields if field.needed and not field.instead],
        "propertyNames": {"enum": names},
        "properties": narrowed,
        **({"allOf": either} if either else {}),
    }


def _either(field: Field) -> Schema:
    """Return the condition that a key, or the one that may stand instead of it, is there, and not both."""
    return {
        "if": _has(field.instead),
        "then": {"properties": {field.name: False}},
        "else": _has(field.name),
    }


def _said(kind: Kind) -> Schema:
    """Return the condition of a question that says its kind."""
    named = {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]}
    return {"if": named, "then": {"$ref": f"#/definitions/{kind}"}}


def _shown(kind: Kind) -> Schema:
    """Return the condition of a question whose keys show its kind: the first sign that is there decides."""
    first = next(number for number, (_, shown) in enumerate(SIGNS) if shown is kind)
    signs = [_has(sign) for sign, shown in SIGNS if shown is kind]
    earlier = [_has("kind"), *(_has(sign) for sign, _ in SIGNS[:first])]
    then: Schema = {"$ref": f"#/definitions/{kind}"}
    if kind is Kind.TEXT:
        # Without a word on the kind, the reader does not guess whether a text is meant.
        then = {"allOf": [then, {"properties": {"answer": {"type": ["string", "number"]}}}]}
    return {"if": {"anyOf": signs, "not": {"anyOf": earlier}}, "then": then}


def _shows_any() -> Schema:
    return {"anyOf": [_has("kind"), *(_has(sign) for sign, _ in reversed(SIGNS))]}


def _has(key: str) -> Schema:
    return {"required": [key]}


def schema_text() -> str:
    """Return the schema as it is printed and written, with a line feed at its end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def editor_line(schema_path: str) -> str:
    """Return the comment, without a line feed, by which a bank names its schema.

    The YAML language server, which most editors use, looks for it; ``schema_path`` is seen
    from the bank, with ``/`` between folders.
    """
    return f"# yaml-language-server: $schema={schema_path}"


EDITOR_LINES = (editor_line(f"./{SCHEMA_FILE}"), f"# $schema: ./{SCHEMA_FILE}")
"""The first lines of a new bank beside its schema: for the YAML language server, and for JetBrains."""


def write_schema(folder: Path) -> Path:
    """Write the schema into an existing folder, and return its file.

    A file that is the same already is left alone; another one is replaced in one step, so
    that it is never half. Raises OSError where the folder is none or may not be written.
    """
    path = folder / SCHEMA_FILE
    data = schema_text().encode()
    with suppress(CannotRead):
        if read_regular(path) == data:
            return path
    temporary = folder / f".quiz-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
