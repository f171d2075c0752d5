"""What a question stands on: the passage that it cites, its quote there, and what is not proved by it."""

from __future__ import annotations

import functools
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.evidence import lacking
from quiz.authoring.evidence_numbers import Passage
from quiz.authoring.finding import Edit
from quiz.authoring.quotes import How, find_quote
from quiz.bank.nodes import Scalar
from quiz.bank.problem import place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.authoring.evidence import Lack
    from quiz.authoring.material import Material, Texts
    from quiz.authoring.quotes import Standing
    from quiz.bank import Written


MOST_READ = 20_000
"""Characters of a paragraph in which answers are looked for; what is longer is no paragraph, but a table."""


class _Whole(NamedTuple):
    """A text as one, each paragraph on a line, and where each one begins in it."""

    text: str
    starts: Mapping[int, int]


def standing_of(written: Written, bank: Material) -> Standing | None:
    """Return how the quote of a question stands; None without a quote, or a text that can be read."""
    source = written.question.source
    paragraphs = bank.paragraphs_of(written)
    if source is None or source.quote is None or not paragraphs:
        return None
    return find_quote(source.quote, source.paragraphs, paragraphs)


def lacks(written: Written, bank: Material) -> tuple[Lack, ...]:
    """Return the answers of a question that have to stand in the paragraph it cites, and do not.

    Empty where there is no passage that could prove them; see `passage_of`.
    """
    passage, document = passage_of(written, bank), bank.document_of(written)
    if passage is None or document is None:
        return ()
    return tuple(lacking(written.question, passage, _whole(bank.texts, document).text))


def passage_of(written: Written, bank: Material) -> Passage | None:
    """Return what a question cites to prove its answer: its paragraph, those it also needs, and its quote.

    The quote counts where the text has it, in whichever paragraph; where that says it nearly so, its
    words count. None where no paragraph is
    cited that exists, where that is longer than `MOST_READ`, and for a question with a
    fault, whose values may be none.
    """
    source, paragraph = written.question.source, bank.paragraph_of(written)
    document = bank.document_of(written)
    if (
        not written.sound
        or source is None
        or source.paragraph is None
        or source.paragraph not in bank.paragraphs_of(written)
        or paragraph is None
        or document is None
    ):
        return None
    if len(paragraph) > MOST_READ:
        return None
    whole = _whole(bank.texts, document)
    standing = standing_of(written, bank)
    quote = source.quote if standing is not None and standing.how in {How.EXACT, How.MOVED} else ""
    if standing is not None and standing.how is How.NEAR:
        quote = standing.words
    return Passage(
        text=f"{quote}\n{paragraph}" if quote else paragraph,
        prompt=written.question.ask,
        language=bank.language,
        before=whole.text[: max(0, whole.starts[source.paragraph] - 1)],
    )


def is_grounded(written: Written, bank: Material) -> bool:
    """Whether a question cites a paragraph that exists, no quote or one of it, and lacks no answer there."""
    if not written.sound or bank.paragraph_of(written) is None:
        return False
    standing = standing_of(written, bank)
    return (standing is None or standing.how is How.EXACT) and not lacks(written, bank)


def paragraphs_named(numbers: Sequence[int], last: str = "and") -> str:
    """Return ``paragraph 4`` or ``paragraphs 4 and 6``; ``last`` is the word before the last of several.

    There has to be one at least.
    """
    *others, end = map(str, numbers)
    return f"paragraphs {', '.join(others)} {last} {end}" if others else f"paragraph {end}"


@functools.lru_cache(maxsize=16)
def _whole(texts: Texts, document: str) -> _Whole:
    paragraphs = texts(document)
    ends = accumulate(len(paragraph) + 1 for paragraph in paragraphs.values())
    return _Whole("\n".join(paragraphs.values()), dict(zip(paragraphs, [0, *ends], strict=False)))


def quote_edit(written: Written, paragraphs: Sequence[int]) -> tuple[Edit, ...]:
    """Return the edit that writes the one paragraph in place of the one cited; none for none or several."""
    node = written.value("source", "paragraph")
    if len(paragraphs) != 1 or not isinstance(node, Scalar) or node.style in {"|", ">"}:
        return ()
    start, end = place(node.start_mark), place(node.end_mark)
    quoted = f"{node.style or ''}{paragraphs[0]}{node.style or ''}"
    return (Edit(*start, *end, quoted),)
