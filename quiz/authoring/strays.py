"""Whether a bank goes by the numbers of a text that do not count, since some of its paragraphs have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.digests import digest, noted
from quiz.bank import quote_stands
from quiz.bank.nodes import Scalar, Sequence
from quiz.bank.problem import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence as List

    from quiz.bank import Paragraphs, Stray, Written


MOST_LINES = 3
"""So many lines are named."""


def blamed(found: Paragraphs, citing: Iterable[Written]) -> tuple[Stray, ...]:
    """Return the paragraphs that keep the numbers of a text from counting, where its questions go by these.

    ``citing`` are the questions that cite it. They go by the numbers where more quotes and
    digests are right by them than by counting. Where as many are, or none, the text alone tells:
    one paragraph without a number among others that have theirs was put there later; several, or one
    at either end, may be the text around a list.
    """
    if not found.strays:
        return ()
    weight = sum(_weight(written, found) for written in citing)
    return found.strays if weight > 0 or (weight == 0 and found.is_between) else ()


def ignored(strays: List[Stray], found: Paragraphs, document: str) -> tuple[str, str]:
    """Return what is wrong with a text that has strays, and what to write."""
    return (
        f"{_blame(strays)}: none of the numbers of {shown(document)} counts, and nothing is compared",
        f"give each paragraph a number that no other has, such as `{max(found.written) + 1}. `, in any order",
    )


def _blame(strays: List[Stray]) -> str:
    """Return which paragraphs have no number, or else the first that has one for the second time."""
    bare = [str(stray.line) for stray in strays if stray.number is None]
    if not bare:
        line, number = strays[0]
        return f"the paragraph at line {line} has the number {number}, as one before it has"
    if len(bare) == 1:
        return f"the paragraph at line {bare[0]} has no number of its own, others have"
    more = [f"{len(bare) - MOST_LINES} more"] if len(bare) > MOST_LINES else []
    *first, last = [*bare[:MOST_LINES], *more]
    return f"the paragraphs at lines {', '.join(first)} and {last} have no number of their own, others have"


def _weight(written: Written, found: Paragraphs) -> int:
    """Return 1 for a question that is right by the numbers alone, -1 by counting alone, else 0."""
    source = written.question.source
    if source is None or source.paragraph is None:
        return 0
    counted = [found[source.paragraph]] if source.paragraph in found else []
    return _is_right(written, found.written.get(source.paragraph, ())) - _is_right(written, counted)


def _is_right(written: Written, texts: List[str]) -> bool:
    """Whether a quote or the digest of ``paragraph`` is of one of these texts."""
    quote = written.question.source.quote if written.question.source else None
    checked = written.value("source", "checked")
    first = checked.items[0] if isinstance(checked, Sequence) and checked.items else checked
    mark = noted(first.value) if isinstance(first, Scalar) else None
    return any((quote and quote_stands(quote, text)) or digest(text) == mark for text in texts)
