"""The text that a bank is written from: read, and laid beside the bank without what is no part of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.cleaned import cleaned
from quiz.authoring.draft.encoding import doubt
from quiz.authoring.draft.faults import NoPlainText, TextThere, Unreadable
from quiz.authoring.draft.sifting import Sifted, sift
from quiz.authoring.numbering import is_numbered, numbered
from quiz.authoring.templates import title_from
from quiz.bank import paragraphs
from quiz.bank.files import CannotRead, read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quiz.authoring.draft.sifting import LeftOut

NUMBERED = "-numbered"
"""What the name of a copy ends with, where the text itself has the name already."""

_PAGE = ("<!doctype", "<html", "<?xml")


class Text(NamedTuple):
    """A text as it was read, and what it is made of."""

    path: Path
    data: bytes
    whole: str
    sifted: Sifted


class Cited(NamedTuple):
    """The text that a new bank cites: its file, its paragraphs, the title of text and bank.

    ``content`` is what is still to be written to the file, None where it is there already;
    ``left_out`` is what of the text that was read does not stand in it.
    """

    path: Path
    paragraphs: Mapping[int, str]
    title: str
    content: bytes | None
    left_out: Sequence[LeftOut] = ()


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; raises Unreadable."""
    try:
        return read_regular(path)
    except CannotRead as error:
        raise Unreadable(str(path), error.message, error.cure) from None


def read_text(path: Path) -> Text:
    """Return a text to write a bank from; raises Unreadable or NoPlainText."""
    data = read_bytes(path)
    if no_text := doubt(data):
        raise Unreadable(str(path), *no_text)
    whole = data.decode("utf-8-sig")
    if whole.lstrip()[:20].casefold().startswith(_PAGE):
        raise NoPlainText(str(path), "is the code of a web page", "copy its words into a .txt file")
    return Text(path, data, whole, sift(whole))


def cited_for(text: Text, bank: Path) -> Cited:
    """Return the text that a new bank cites; nothing is written.

    A text with numbers of its own and nothing to leave out stays as it is: in its place when
    that is below the bank's folder, else copied. Any other text gets a copy beside the bank in
    which each paragraph has its number; its headline and other headings are none. A text in
    which there is nothing but noise has no paragraphs. Raises TextThere where the place of the
    copy is taken.
    """
    title = text.sifted.title or title_from(bank.stem)
    if is_clean(text) and is_numbered(text.whole):
        if text.path.absolute().is_relative_to(bank.parent.absolute()):
            return Cited(text.path, paragraphs(text.whole), title, None)
        return _laid(bank.parent / text.path.name, text.data, paragraphs(text.whole), title)
    left_out: Sequence[LeftOut] = ()
    if is_clean(text):
        content = numbered(text.whole)
    else:
        content, left_out = cleaned(text.sifted, title), text.sifted.left_out
    place = bank.parent / f"{text.path.stem}.md"
    if place.exists() and place.samefile(text.path):
        place = bank.parent / f"{text.path.stem}{NUMBERED}.md"
    return _laid(place, content.encode(), paragraphs(content), title)._replace(left_out=left_out)


def is_clean(text: Text) -> bool:
    """Whether nothing is left out of a text, and its paragraphs are those that a reader counts."""
    if text.sifted.left_out:
        return False
    counted = list(paragraphs(text.whole).values())
    return is_numbered(text.whole) or counted == [part.text for part in text.sifted.paragraphs()]


def _laid(path: Path, content: bytes, found: Mapping[int, str], title: str) -> Cited:
    """Return a text as a file beside the bank; one that is there has to be the same."""
    if not os.path.lexists(path):
        return Cited(path, found, title, content)
    if read_bytes(path) != content:
        raise TextThere(str(path))
    return Cited(path, found, title, None)
