"""When two texts are the same to a learner, and when one stands in another."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quiz.card import Card
from quiz.grading import grade
from quiz.grading.fold import bare
from quiz.question import Location, TextQuestion
from quiz.review import Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_NOWHERE = Location("", 1, 1)


@functools.lru_cache(maxsize=4096)
def same_answer(answer: str, other: str, language: str) -> bool:
    """Whether ``other``, typed where ``answer`` is asked for, is judged right."""
    question = TextQuestion(id="-", ask="-", location=_NOWHERE, answer=answer)
    return grade(Card("", question), Typed(other), language=language).verdict is Verdict.RIGHT


def same_option(option: str, other: str, language: str) -> bool:
    """Whether two options are the same to a reader.

    As answers, and what stands alone without letter or digit (``git add .``) is the same too:
    there it was put on purpose.
    """
    return _signs(option) == _signs(other) and same_answer(option, other, language)


def _signs(text: str) -> list[str]:
    return [token for token in text.split() if not any(map(str.isalnum, token))]


def twins(texts: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each text that is the same option as an earlier one, and of that one."""
    for number, text in enumerate(texts):
        for earlier in range(number):
            if same_option(texts[earlier], text, language):
                yield number, earlier
                break


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, without case, accents and punctuation; empty for a text without any."""
    return tuple(_WORD.findall(bare(text.casefold())))


def holds(text: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``text`` one after the other; those of an empty part do not."""
    inner, outer = words(part), words(text)
    return bool(inner) and any(
        outer[start : start + len(inner)] == inner for start in range(len(outer) - len(inner) + 1)
    )
