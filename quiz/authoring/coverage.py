"""Coverage: which paragraphs of a text questions stand on, and which quotes are no longer found in it."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.quotes import How, Standing, find_quote
from quiz.bank import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Location, Source


class Asking(NamedTuple):
    """A question by the key of its bank and its id, with the place where it is written.

    A draft is never asked, and leaves its paragraph as bare as before.
    """

    bank: str
    question: str
    location: Location
    draft: bool


class Covered(NamedTuple):
    """A paragraph, and what stands on it: questions that are asked, and drafts."""

    number: int
    text: str
    questions: tuple[Asking, ...]
    drafts: tuple[Asking, ...]


class Lost(NamedTuple):
    """A question whose quote, or whose paragraph, is not where it says.

    ``paragraph`` and ``quote`` are as cited, None where they are not; ``standing`` says where
    the words stand now.
    """

    asking: Asking
    paragraph: int | None
    quote: str | None
    standing: Standing


class TextCoverage(NamedTuple):
    """One text, at ``path``, and the banks that cite it, by their keys.

    ``fault`` says why it cannot be read or counted, and is empty otherwise. ``lost`` are in the order of
    banks and lines.
    """

    path: str
    banks: tuple[str, ...]
    paragraphs: tuple[Covered, ...]
    lost: tuple[Lost, ...]
    fault: str = ""

    @property
    def bare(self) -> tuple[Covered, ...]:
        """The paragraphs without a question that is asked."""
        return tuple(covered for covered in self.paragraphs if not covered.questions)


class Coverage(NamedTuple):
    """All texts that banks cite, in the order of the banks, and the questions that cite none."""

    texts: tuple[TextCoverage, ...]
    uncited: tuple[Asking, ...]


class _Citing(NamedTuple):
    asking: Asking
    written: Written


def coverage(banks: Sequence[Material]) -> Coverage:
    """Return what the sound questions of these banks stand on, one text at a time.

    Banks may share a text, and a bank may cite several. A question stands on the paragraph that
    has its quote word for word, else on the one that nearly has it, else on none; without a
    quote on the one that it cites. Where several have the quote it is the one nearest to that. It
    stands as well on those that its answer also needs.
    """
    citing: dict[str, list[_Citing]] = {}
    texts: dict[str, tuple[Material, str]] = {}
    keys: dict[str, dict[str, None]] = defaultdict(dict)
    uncited: list[Asking] = []
    for bank in banks:
        if bank.bank is None:
            continue
        for document in _documents(bank):
            path = _path(bank, document)
            texts.setdefault(path, (bank, document))
            citing.setdefault(path, [])
            keys[path][bank.bank.key] = None
        for written in filter(_is_sound, bank.written):
            asking, cited = _asking(written, bank.bank.key), bank.document_of(written)
            if written.question.source is None or cited is None:
                uncited.append(asking)
            else:
                citing[_path(bank, cited)].append(_Citing(asking, written))
    found = (_of_text(path, *texts[path], tuple(keys[path]), group) for path, group in citing.items())
    return Coverage(tuple(found), tuple(uncited))


def _is_sound(written: Written) -> bool:
    return written.sound


def _documents(bank: Material) -> dict[str, None]:
    """Return the names of the texts of a bank, its own first, each once."""
    own = [bank.bank.source] if bank.bank and bank.bank.source else []
    cited = (
        bank.document_of(written) for written in bank.written if written.sound and written.question.source
    )
    return dict.fromkeys([*own, *(document for document in cited if document)])


def _path(bank: Material, document: str) -> str:
    return os.path.normpath(Path(bank.path).parent / document)


def _asking(written: Written, key: str) -> Asking:
    question = written.question
    return Asking(key, question.id, question.location, question.draft)


def _of_text(
    path: str, bank: Material, document: str, keys: tuple[str, ...], citing: Sequence[_Citing]
) -> TextCoverage:
    try:
        paragraphs = bank.texts(document)
    except CannotRead as error:
        return TextCoverage(path, keys, (), (), f"{error.message}; {error.cure}")
    told = bank.ignored(document)
    if told is not None:
        return TextCoverage(path, keys, (), (), "; ".join(told))
    standing: dict[int, list[Asking]] = defaultdict(list)
    lost: list[Lost] = []
    for asking, written in citing:
        source = written.question.source
        if source is not None:
            lost += _lost(asking, source, paragraphs)
            for number in _stands_on(source, paragraphs):
                standing[number].append(asking)
    covered = (_covered(number, text, standing[number]) for number, text in paragraphs.items())
    return TextCoverage(path, keys, tuple(covered), tuple(lost))


def _lost(asking: Asking, source: Source, paragraphs: Mapping[int, str]) -> Iterator[Lost]:
    """Yield what is not where it is said to be: the quote, or else each paragraph that does not exist."""
    standing = _standing(source, paragraphs)
    if standing is not None and standing.how is not How.EXACT:
        yield Lost(asking, source.paragraph, source.quote, standing)
    cited = source.paragraphs if standing is None else source.also
    for number in cited:
        if number not in paragraphs:
            yield Lost(asking, number, None, Standing(How.GONE, ()))


def _stands_on(source: Source, paragraphs: Mapping[int, str]) -> set[int]:
    """Return the paragraphs that prove an answer: where the quote stands, and those it needs besides."""
    standing = _standing(source, paragraphs)
    if standing is None:
        return {number for number in source.paragraphs if number in paragraphs}
    quoted = {_nearest(standing.paragraphs, source.paragraph)} if standing.paragraphs else set()
    exact = source.paragraphs if standing.how is How.EXACT else source.also
    return quoted | {number for number in exact if number in paragraphs}


def _standing(source: Source, paragraphs: Mapping[int, str]) -> Standing | None:
    """Return how the quote of a source stands; None without one."""
    return None if source.quote is None else find_quote(source.quote, source.paragraphs, paragraphs)


def _nearest(paragraphs: Sequence[int], cited: int | None) -> int:
    return min(paragraphs, key=lambda number: abs(number - cited) if cited is not None else 0)


def _covered(number: int, text: str, askings: Sequence[Asking]) -> Covered:
    return Covered(
        number,
        text,
        tuple(asking for asking in askings if not asking.draft),
        tuple(asking for asking in askings if asking.draft),
    )


def coverage_values(found: Coverage) -> dict[str, object]:
    """Return the coverage as plain values for JSON, in a layout that stays: keys are added, never changed."""
    return {
        "layout": 1,
        "texts": [_text_values(text) for text in found.texts],
        "uncited": [_asking_values(asking) for asking in found.uncited],
    }


def _text_values(text: TextCoverage) -> dict[str, object]:
    return {
        "text": text.path,
        "banks": list(text.banks),
        "fault": text.fault or None,
        "paragraphs": [
            {
                "paragraph": covered.number,
                "text": covered.text,
                "questions": [_asking_values(asking) for asking in covered.questions],
                "drafts": [_asking_values(asking) for asking in covered.drafts],
            }
            for covered in text.paragraphs
        ],
        "bare": [covered.number for covered in text.bare],
        "lost": [_lost_values(lost) for lost in text.lost],
    }


def _lost_values(lost: Lost) -> dict[str, object]:
    return {
        **_asking_values(lost.asking),
        "paragraph": lost.paragraph,
        "quote": lost.quote,
        "found": lost.standing.how.value,
        "now_in": list(lost.standing.paragraphs),
        "now_says": lost.standing.words or None,
    }


def _asking_values(asking: Asking) -> dict[str, object]:
    return {
        "bank": asking.bank,
        "question": asking.question,
        "draft": asking.draft,
        "path": asking.location.path,
        "line": asking.location.line,
    }
