"""From a text and the place of a bank to the questions that are proposed, and what is to be written."""

from __future__ import annotations

import os
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.citing import NUMBERED, cited_for, read_bytes, read_text
from quiz.authoring.draft.cleaned import passages
from quiz.authoring.draft.dropped import key_of, list_beside, read_dropped
from quiz.authoring.draft.entries import entries_of, entry_of
from quiz.authoring.draft.faults import (
    FaultyBank,
    NothingToDraft,
    OtherLanguage,
    OtherSource,
    SourceMissing,
    SourceUnreadable,
    Tidied,
)
from quiz.authoring.draft.passing import Ground, is_known, passed, without_objections
from quiz.authoring.draft.ranking import candidates
from quiz.authoring.draft.telling import words
from quiz.authoring.draft.words import ENGLISH
from quiz.authoring.material import material
from quiz.authoring.templates import beginning, editor_lines, seen_from
from quiz.bank import CannotRead, read_document
from quiz.grading.fold import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from quiz.authoring.draft.candidate import Candidate, Passage
    from quiz.authoring.draft.citing import Cited, Text
    from quiz.authoring.draft.sifting import LeftOut
    from quiz.authoring.writing import Entry
    from quiz.question import Question

MOST_READ = 80_000
"""Characters of paragraphs that are drafted from; a chapter has some 40,000."""

LONGEST = 20_000
"""Characters of a paragraph that is read; nobody would find a quotation in a longer one."""

MOST_LOOKED_AT = 12
"""Paragraphs in which a first draft is looked for."""

FEWEST_WORDS, ENGLISH_SHARE = 40, 0.1
"""From so many words on a text is English only if this share of them is common in English."""


class Target(NamedTuple):
    """The bank that is added to.

    ``before`` is None where it does not exist yet; ``ground`` has its text as it is, or as it
    begins, and ``document`` names the text that it cites. ``cited`` is the text of a new bank, and
    ``schema`` the folder to which its editor's schema is written; both are None for one that exists.
    """

    path: Path
    before: bytes | None
    ground: Ground
    document: str
    questions: tuple[Question, ...]
    cited: Cited | None = None
    schema: Path | None = None


class Draft(NamedTuple):
    """What is proposed.

    ``asked`` is what the bank asks already, and ``dropped`` what an author dropped before. Counted
    are the ``paragraphs`` of the text, and those of them that are ``unread``.
    """

    text: Text
    target: Target
    proposals: tuple[Candidate, ...]
    asked: tuple[Candidate, ...]
    dropped: tuple[Candidate, ...]
    paragraphs: int
    unread: int

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """What of the text is no part of what the bank cites."""
        return self.text.sifted.left_out if self.target.cited is None else self.target.cited.left_out


def draft(
    text_path: Path, bank_path: Path, most: int, schema: Path | None = None, *, again: bool = False
) -> Draft:
    """Return what can be proposed for a bank from a text, ``most`` questions on each paragraph.

    ``schema`` is the folder for the editor's schema of a new bank, by default the bank's. With
    ``again`` what was dropped is proposed as well. Nothing is written. Raises the faults of ``faults``.
    """
    text = read_english(text_path)
    exists = os.path.lexists(bank_path)
    target = existing(text, bank_path) if exists else new(text, bank_path, schema or bank_path.parent)
    found = passages(text.sifted, target.ground.paragraphs)
    read = within(found)
    bare = target.ground._replace(text=bare_bank())
    best = passed(candidates(read), most, bare)
    known = frozenset() if again else read_dropped(list_beside(bank_path))
    asked = [one for one in best if is_known(one, target.questions)]
    dropped = [one for one in best if one not in asked and key_of(entry_of(one, "")) in known]
    fresh = [one for one in best if one not in asked and one not in dropped]
    return Draft(
        text,
        target,
        tuple(without_objections(fresh, target.ground)),
        tuple(asked),
        tuple(dropped),
        paragraphs=len(found),
        unread=len(found) - len(read),
    )


def read_english(path: Path) -> Text:
    """Return a text to draft from; raises CannotRead, NoPlainText, OtherLanguage or NothingToDraft."""
    text = read_text(path)
    if not text.sifted.paragraphs():
        raise NothingToDraft(str(path))
    if not is_english(part.text for part in text.sifted.paragraphs()):
        raise OtherLanguage(str(path), "in another language")
    return text


def first_entry(text: Text, cited: Mapping[int, str]) -> Entry | None:
    """Return a draft on the first of the cited paragraphs that gives one, or None where none does.

    Only the beginning of a text is looked at.
    """
    if not is_english(part.text for part in text.sifted.paragraphs()):
        return None
    found = within(passages(text.sifted, cited))[:MOST_LOOKED_AT]
    ground = Ground("bank.yaml", bare_bank(), cited)
    for _, group in groupby(candidates(found), key=lambda one: one.paragraph):
        best = passed(list(group), 1, ground)
        if best:
            return entries_of(best, ())[0]
    return None


def is_english(texts: Iterable[str]) -> bool:
    """Whether texts are English, as far as their commonest words tell; of few words one is enough."""
    sample = words(" ".join(texts)[:MOST_READ])
    common = sum(word in ENGLISH for word in sample)
    return common > 0 if len(sample) < FEWEST_WORDS else common >= ENGLISH_SHARE * len(sample)


def existing(text: Text, path: Path) -> Target:
    """Return the bank in a file, whose source has to be the text, or what the text is when it is clean."""
    before = read_bytes(path)
    bank = material(before, str(path), path.stem)
    if bank.bank is None:
        raise FaultyBank(str(bank.problems[0]))
    if primary(bank.bank.language) != "en":
        raise OtherLanguage(str(path), f"in the language {bank.bank.language}")
    if bank.bank.source is None:
        raise SourceMissing(str(path), seen_from(text.path, path.parent))
    cited = _cited(text, path, bank.bank.source)
    ground = Ground(str(path), before.decode(), cited)
    questions = tuple(one.question for one in bank.written)
    return Target(path, before, ground, bank.bank.source, questions)


def _cited(text: Text, bank: Path, source: str) -> Mapping[int, str]:
    place = bank.parent / source
    try:
        cited = read_document(place)
    except CannotRead as error:
        raise SourceUnreadable(str(bank), source, error) from None
    found = passages(text.sifted, cited)
    if not place.samefile(text.path) and len(found) < len(text.sifted.paragraphs()):
        own_copy = place.stem.removesuffix(NUMBERED) == text.path.stem
        raise (Tidied if own_copy else OtherSource)(str(bank), str(place), str(text.path))
    return cited


def new(text: Text, path: Path, schema: Path) -> Target:
    """Return a bank to be made, and the text beside it."""
    cited = cited_for(text, path)
    source = seen_from(cited.path, path.parent)
    begun = beginning(cited.title, editor_lines(path, schema), source)
    ground = Ground(str(path), "\n".join((*begun, "", "questions: []", "")), cited.paragraphs)
    return Target(path, None, ground, source, (), cited, schema)


def bare_bank() -> str:
    """Return a bank without questions, which has a text."""
    return "\n".join((*beginning("A draft", (), "text.md"), "questions: []", ""))


def within(found: Sequence[Passage]) -> list[Passage]:
    """Return the first paragraphs of 80,000 characters together, without those of more than 20,000."""
    read: list[Passage] = []
    total = 0
    for passage in found:
        if len(passage.text) > LONGEST:
            continue
        total += len(passage.text)
        if total > MOST_READ:
            break
        read.append(passage)
    return read
