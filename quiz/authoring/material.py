"""What rules look at: one bank with the places of everything in it, and the texts behind it."""

from __future__ import annotations

import codecs
import functools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.authoring.strays import blamed, ignored
from quiz.bank import CannotRead, Code, Paragraphs, read_document, read_writing
from quiz.bank.decode import text_of
from quiz.text import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quiz.bank import Problem, Stray, Written
    from quiz.card import Bank
    from quiz.question import Location

    Texts = Callable[[str], Mapping[int, str]]

_LOST = re.compile("[\udc80-\udcff]")
"""What is left of a byte that is no UTF-8."""


@dataclass(frozen=True, slots=True)
class Material:
    """One file that is checked. ``bank`` is None when nothing of it could be read.

    ``text`` is the whole file as text; each byte that is no UTF-8 became U+FFFD. ``keys`` tells where
    each key of the bank itself stands, ``values`` where its value begins. ``texts`` gives the
    paragraphs of a document by number, its name being that of a ``source``, and raises
    CannotRead. ``marked``: whether the file begins with a byte order mark, which ``text``
    leaves out.
    """

    path: str
    text: str
    bank: Bank | None
    problems: tuple[Problem, ...]
    written: tuple[Written, ...]
    keys: Mapping[str, Location]
    values: Mapping[str, Location]
    texts: Texts = field(repr=False)
    marked: bool = False
    _strays: dict[str, tuple[Stray, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def language(self) -> str:
        """The language of the bank; ``en`` where nothing of it could be read."""
        return self.bank.language if self.bank else "en"

    @property
    def is_text(self) -> bool:
        """Whether the file could be read at all; the lines of a file in UTF-16 are none."""
        return not any(problem.code is Code.UNREADABLE for problem in self.problems)

    def document_of(self, written: Written) -> str | None:
        """Return the name of the text that a question cites, or None when it cites none."""
        source = written.question.source
        own = source.document if source else None
        return own or (self.bank.source if self.bank else None)

    def paragraphs_of(self, written: Written) -> Mapping[int, str]:
        """Return the paragraphs of the text that a question cites; empty when it cannot be read.

        Empty as well where its numbers are meant to count and do not; see `strays`.
        """
        document = self.document_of(written)
        return self._read(document) if document and not self.strays(document) else {}

    def strays(self, document: str) -> tuple[Stray, ...]:
        """Return the paragraphs for which the numbers of a text do not count, though the bank goes by them.

        Empty where all numbers count, where none is meant to, or the text cannot be read.
        """
        if document not in self._strays:
            citing = (written for written in self.written if self.document_of(written) == document)
            found = self._read(document)
            self._strays[document] = blamed(found, citing) if isinstance(found, Paragraphs) else ()
        return self._strays[document]

    def ignored(self, document: str) -> tuple[str, str] | None:
        """Return what is wrong with the numbers of a text, and what to write; None where it has no strays."""
        strays, found = self.strays(document), self._read(document)
        return ignored(strays, found, document) if strays and isinstance(found, Paragraphs) else None

    def _read(self, document: str) -> Mapping[int, str]:
        try:
            return self.texts(document)
        except CannotRead:
            return {}

    def paragraph_of(self, written: Written) -> str | None:
        """Return what a question cites, or None when it cites no paragraph that exists.

        Where it needs several paragraphs they are below each other, in its order; those that do
        not exist are left out.
        """
        source = written.question.source
        paragraphs = self.paragraphs_of(written) if source else {}
        cited = [paragraphs[number] for number in source.paragraphs if number in paragraphs] if source else []
        return "\n".join(cited) if cited else None


def material(data: bytes, path: str, key: str, texts: Texts | None = None) -> Material:
    """Return a file of these bytes, ready to be checked; ``texts`` are those beside it on disk by default."""
    writing = read_writing(data, path, key)
    return Material(
        path,
        _LOST.sub(REPLACEMENT, text_of(data)),
        writing.bank,
        writing.problems,
        writing.written,
        writing.keys,
        writing.values,
        texts or texts_beside(Path(path)),
        marked=data.startswith(codecs.BOM_UTF8),
    )


def texts_beside(bank: Path) -> Texts:
    """Return a reader of the texts that are named as seen from ``bank``; each is read once."""

    @functools.cache
    def read(document: str) -> Mapping[int, str]:
        return read_document(bank.parent / document)

    return read
