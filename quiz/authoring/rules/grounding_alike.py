"""Whether one thing is asked again and again: near-identical prompts, and one fact too often."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, questions
from quiz.authoring.sameness import Asked, Earlier, asked, mentions
from quiz.bank.document import folded
from quiz.bank.problem import shown
from quiz.question import TrueFalseQuestion
from quiz.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material

MOST_TIMES = 3
"""So often one fact may be asked."""


MOST_WORDS = 15
"""Words of a quote that says one fact; a longer one, such as a whole sentence, may say several."""


class Span(NamedTuple):
    """Where a quote stands in its paragraph, as characters of the folded text."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether two quotes have at least half of the shorter one in common."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return 2 * common >= min(self.end - self.start, other.end - other.start)


def _all(banks: Sequence[Material]) -> list[Asked]:
    return [asked(written, bank) for bank in banks for written in bank.written if written.sound]


def _same_prompt(banks: Sequence[Material]) -> Iterator[Found]:
    earlier = Earlier()
    for one in _all(banks):
        again, other = earlier.again(one), earlier.otherwise(one)
        if again is not None:
            yield _again(one, again)
        elif other is not None:
            yield _otherwise(one, other)
        earlier.add(one)


def _again(one: Asked, first: Asked) -> Found:
    return Found(
        one.written.at(_prompt_key(one)),
        f"nearly the same is asked, with the same answer, at {clean(first.place)}: "
        f"{shown(first.written.question.ask)}",
        "keep one of the two, or ask for something else",
    )


def _otherwise(one: Asked, other: Asked) -> Found:
    question = other.written.question
    answer = question.right(question.parts()[0])
    return Found(
        one.written.at(_prompt_key(one)),
        f"the same is asked at {clean(other.place)}, where the answer is {shown(answer)}",
        "say in the prompt what tells the two apart",
    )


def _prompt_key(one: Asked) -> str:
    return next(
        (key for key in ("ask", "claim", "cloze", "front") if one.written.value(key) is not None), "ask"
    )


def _same_fact(banks: Sequence[Material]) -> Iterator[Found]:
    cited: dict[tuple[str, int], list[Asked]] = defaultdict(list)
    for one in _all(banks):
        document, source = one.bank.document_of(one.written), one.written.question.source
        if document is not None and source is not None and source.paragraph is not None:
            cited[_identity(one.bank, document), source.paragraph].append(one)
    for (_, paragraph), group in cited.items():
        spans = [_span(one) for one in group]
        for number, one in enumerate(group):
            earlier = [
                two
                for two, span in zip(group[:number], spans, strict=False)
                if _is_one_fact(one, two, spans[number], span)
            ]
            if len(earlier) >= MOST_TIMES:
                yield _too_often(one, earlier, paragraph)


def _identity(bank: Material, document: str) -> str:
    """Return a name of a text that is the same for every bank beside it."""
    return os.path.normpath(Path(bank.path).parent / document)


def _span(one: Asked) -> Span | None:
    source, paragraph = one.written.question.source, one.bank.paragraph_of(one.written)
    if source is None or source.quote is None or paragraph is None:
        return None
    quote = folded(source.quote)
    if len(quote.split()) > MOST_WORDS:
        return None
    start = folded(paragraph).find(quote)
    return Span(start, start + len(quote)) if start >= 0 else None


def _is_one_fact(one: Asked, two: Asked, span: Span | None, other: Span | None) -> bool:
    """Whether two questions on the same words ask for the same, or each for what the other one says."""
    if span is None or other is None or not span.meets(other):
        return False
    claims = [each for each in (one, two) if isinstance(each.written.question, TrueFalseQuestion)]
    if len(claims) == 1:
        asking = two if claims[0] is one else one
        return _says_any(claims[0], asking)
    return not claims and (bool(one.answers & two.answers) or (_says_any(one, two) and _says_any(two, one)))


def _says_any(one: Asked, two: Asked) -> bool:
    return any(mentions(one, answer) for answer in two.answers)


def _too_often(one: Asked, earlier: Sequence[Asked], paragraph: int) -> Found:
    *others, last = [clean(each.place) for each in earlier]
    return Found(
        one.written.at(_prompt_key(one)),
        f"what paragraph {paragraph} says here is asked {len(earlier)} times before, "
        f"at {', '.join(others)} and {last}",
        "ask for something else, or take one of them away",
    )


_TEXT = "In 1862 Anna Berger built the bridge of stone."
_SOURCE = "    source: {paragraph: 1, quote: Anna Berger built the bridge}\n"
_WHO = f"  - ask: Who built the bridge?\n    answer: Anna Berger\n{_SOURCE}"
_AGAIN = f"  - ask: Of whom is the bridge the work?\n    answer: Anna Berger\n{_SOURCE}"
_HOLE = f"  - cloze: 'It was {{Anna Berger}} who built it.'\n{_SOURCE}"
_CLAIM = f"  - claim: The bridge was built by Anna Berger.\n    answer: true\n{_SOURCE}"
_STONE = (
    "  - ask: Of what is the bridge built?\n    answer: stone\n    source: {paragraph: 1, quote: of stone}\n"
)
_PUT = "  - ask: {}\n    answer: Anna Berger\n"

RULES: tuple[Rule, ...] = (
    Rule(
        code="same-prompt",
        family=Family.GROUNDING,
        about=(
            "Two questions, of one bank or of two, whose prompts say the same with the same answer: they "
            "differ in small words, endings or order, by a slip of the hand, or by one word more. Also two "
            "that are equal to the word and have different answers, of which a learner can only guess one. "
            "Prompts that differ in a name, a number or another word that carries meaning are two questions."
        ),
        bad=questions(_PUT.format("Who built the bridge?") + _PUT.format("The bridge was built by whom?")),
        good=questions(_PUT.format("Who built the bridge?") + _PUT.format("Who built the tower?")),
        find=_same_prompt,
    ),
    Rule(
        code="same-fact",
        family=Family.GROUNDING,
        about=(
            "One fact is asked more than three times, over all banks that are checked: the same paragraph of "
            "the same text, quotes that overlap, and the same answer, or an answer that the other prompt "
            "says while its own answer is said here. It wears the learner out and tells little."
        ),
        bad=questions(_WHO + _AGAIN + _HOLE + _CLAIM, _TEXT),
        good=questions(_WHO + _AGAIN + _HOLE + _STONE, _TEXT),
        find=_same_fact,
    ),
)
