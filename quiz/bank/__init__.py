"""The bank room: question banks written as YAML, and the texts that they are grounded in.

- ``reader``: a file to a Bank and its Problems. It uses ``files`` (bytes from disk),
  ``decode`` (bytes YAML takes), ``nodes`` (YAML events to nodes), ``questions`` (nodes to questions).
- ``fields``: the table of keys. ``plans`` picks the kind by it; ``scalars`` and ``shapes``
  read values; ``kinds``, ``numbers``, ``cloze`` finish them; ``strange``, ``suggest`` and ``commas``
  explain keys that do not belong; ``names`` makes ids; ``syntax`` words what the YAML parser
  refuses, ``broken`` finds that in a text that need be no bank, ``indents`` tells of lines that are
  indented otherwise than their neighbours.
- ``written``: questions with the places of all that is written in them. ``quoted``: where texts
  stand in quotes or as blocks.
- ``document``: numbered paragraphs and quotations. ``limits``: how much a file may hold.

The names below are loaded when they are first used: a sitting with banks that did not change needs
no parser.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quiz.bank.document import Paragraphs, Stray, paragraphs, quote_stands, read_document
    from quiz.bank.fields import FIELDS, Field, Place, Shape, reference
    from quiz.bank.files import CannotRead, bank_key, find_banks
    from quiz.bank.nodes import NoParser
    from quiz.bank.problem import Code, Problem
    from quiz.bank.reader import Reading, read_bank, read_text, read_writing
    from quiz.bank.written import Writing, Written

__all__ = [
    "FIELDS",
    "CannotRead",
    "Code",
    "Field",
    "NoParser",
    "Paragraphs",
    "Place",
    "Problem",
    "Reading",
    "Shape",
    "Stray",
    "Writing",
    "Written",
    "bank_key",
    "find_banks",
    "paragraphs",
    "quote_stands",
    "read_bank",
    "read_document",
    "read_text",
    "read_writing",
    "reference",
]

_HOMES = {
    "document": ("Paragraphs", "Stray", "paragraphs", "quote_stands", "read_document"),
    "fields": ("FIELDS", "Field", "Place", "Shape", "reference"),
    "files": ("CannotRead", "bank_key", "find_banks"),
    "nodes": ("NoParser",),
    "problem": ("Code", "Problem"),
    "reader": ("Reading", "read_bank", "read_text", "read_writing"),
    "written": ("Writing", "Written"),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module  # noqa: PLC0415 - see above

            return getattr(import_module(f"quiz.bank.{module}"), name)
    raise AttributeError(name)
