"""Where the paragraphs that a question was checked against stand now, as their digests tell."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.digests import digest, noted
from quiz.authoring.finding import Edit
from quiz.authoring.grounds import is_grounded
from quiz.bank.nodes import Scalar, Sequence
from quiz.bank.problem import place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.authoring.material import Material, Texts
    from quiz.bank import Written
    from quiz.bank.nodes import Node

BLOCKS = frozenset("|>")


class Stale(NamedTuple):
    """A paragraph, cited at ``place`` (0 is ``paragraph``, 1 the first of ``also``), that is not as checked.

    ``now`` are the paragraphs that are what was checked there: none, one, or several that are the same.
    """

    place: int
    number: int
    now: tuple[int, ...]


def digests_now(written: Written, bank: Material) -> tuple[str | None, ...]:
    """Return the digest of each paragraph that a question cites, None for one that does not exist."""
    source, document = written.question.source, bank.document_of(written)
    if source is None or document is None or not bank.paragraphs_of(written):
        return ()
    digests = _digests(bank.texts, document)
    return tuple(digests.get(number) for number in source.paragraphs)


def digests_noted(written: Written) -> tuple[str, ...]:
    """Return the digests that stand in ``checked:``, in small letters; empty without any."""
    return tuple(noted(node.value) for node in scalars_of(written.value("source", "checked")))


def scalars_of(node: Node | None) -> list[Scalar]:
    """Return the scalars of a list, or the one that stands alone."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    return [one for one in nodes if isinstance(one, Scalar)]


def stale(written: Written, bank: Material) -> tuple[Stale, ...]:
    """Return the cited paragraphs of a sound question that are not what it was checked against.

    Each has its digest in ``checked:``. Where the author cites others since, or in another order,
    those without a digest were never checked, and nobody knows what stood where.
    """
    source, marks, now = written.question.source, digests_noted(written), digests_now(written, bank)
    document = bank.document_of(written)
    if source is None or document is None or not written.sound or not marks or set(now) <= set(marks):
        return ()
    cited = list(enumerate(zip(source.paragraphs, now, strict=False)))
    if len(marks) == len(now):
        where = _places(bank.texts, document)
        return tuple(
            Stale(at, number, where.get(marks[at], ())) for at, (number, mark) in cited if mark != marks[at]
        )
    if set(marks) <= set(now):
        return ()
    return tuple(Stale(at, number, ()) for at, (number, mark) in cited[: len(marks)] if mark not in marks)


def known_elsewhere(written: Written, bank: Material) -> tuple[Stale, ...]:
    """Return the paragraphs of `stale` that stand elsewhere now, as far as the question fits them there.

    Empty where its quote or its answer does not: then the author has cited another one on
    purpose, or asks something else.
    """
    moved = tuple(one for one in stale(written, bank) if one.now)
    return moved if moved and is_grounded(_citing(written, moved), bank) else ()


def moves(written: Written, bank: Material) -> dict[int, int]:
    """Return the number to cite at each place where that is certain; empty where nothing is.

    That is where one paragraph alone is what was checked, and none would be cited twice.
    """
    source = written.question.source
    found = [one for one in known_elsewhere(written, bank) if len(one.now) == 1]
    to = {one.place: one.now[0] for one in found}
    numbers = [to.get(at, number) for at, number in enumerate(source.paragraphs if source else ())]
    return to if len(set(numbers)) == len(numbers) else {}


def move_edits(written: Written, at: int, number: int) -> tuple[Edit, ...]:
    """Return the edit that cites another paragraph at a place; none where its number stands as a block."""
    also = written.value("source", "also")
    node = written.value("source", "paragraph") if at == 0 else scalars_of(also)[at - 1]
    if not isinstance(node, Scalar) or node.style in BLOCKS:
        return ()
    quote = node.style or ""
    return (Edit(*place(node.start_mark), *place(node.end_mark), f"{quote}{number}{quote}"),)


def _citing(written: Written, moved: tuple[Stale, ...]) -> Written:
    """Return a question as if it cited these paragraphs where they stand now."""
    question, source = written.question, written.question.source
    if source is None:
        return written
    to = {one.place: one.now[0] for one in moved}
    first, *also = (to.get(at, number) for at, number in enumerate(source.paragraphs))
    moved_source = source._replace(paragraph=first, also=tuple(also))
    return written._replace(question=replace(question, source=moved_source))


@functools.lru_cache(maxsize=16)
def _digests(texts: Texts, document: str) -> Mapping[int, str]:
    """Return the digest of each paragraph of a text that can be read."""
    return {number: digest(text) for number, text in texts(document).items()}


@functools.lru_cache(maxsize=16)
def _places(texts: Texts, document: str) -> Mapping[str, tuple[int, ...]]:
    """Return the paragraphs that have a digest."""
    found: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for number, one in _digests(texts, document).items():
        found[one] += (number,)
    return dict(found)
