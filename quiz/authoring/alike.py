"""When two texts are the same to a learner, and when one stands in another."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quiz.bank.kinds import fold
from quiz.card import Card
from quiz.grading import grade
from quiz.grading.fold import bare, forms, plain
from quiz.grading.optional import ways
from quiz.question import Location, TextQuestion
from quiz.review import Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(
    r"[`=<>{}\[\]\\_#$|*@^~]|::|&&|\w\(|\([\"']|(?<![^\s(])(?:--?|\.|/)\w|[^\W\d_]{2}\.[^\W\d_]{2}|[a-z][A-Z]"
    r"|[^\W\d_]:[^\W\d_]"
)
# Hyphens between longer parts of a word, apostrophes in one, commas in numbers, full stops, what ends a text.
_SOFT = re.compile(
    r"(?<=\w\w)[-\N{HYPHEN}](?=\w\w)|(?<=\w)['\N{RIGHT SINGLE QUOTATION MARK}](?=\w)"
    r"|(?<=\d)[,.](?=\d)|\.(?=\s)|(?<=\S)[.,;:!?]\s*$"
)
_INITIAL = re.compile(r"^.|\b[^\W\d_](?=[^\W\d_])", re.DOTALL)
_SIGN = re.compile(r"[^\w\s]")
_NOWHERE = Location("", 1, 1)


@functools.lru_cache(maxsize=4096)
def same_answer(answer: str, other: str, language: str, *, exact: bool = False) -> bool:
    """Whether ``other``, typed where ``answer`` is asked for, maybe to the letter, is judged right."""
    question = TextQuestion(id="-", ask="-", location=_NOWHERE, answer=answer, exact=exact)
    return grade(Card("", question), Typed(other), language=language).verdict is Verdict.RIGHT


def read_as(answer: str, other: str, language: str) -> str | None:
    """Return what two answers that are the same are both read as: a number in figures, or bare words.

    None where no such text is known.
    """
    if plain(answer, language) == plain(other, language):
        return plain(answer, language)
    theirs, mine = (
        {form.rest for way in ways(text) for form in forms(way, language)} for text in (answer, other)
    )
    return min(theirs & mine, default=None)


def same_option(option: str, other: str, language: str) -> bool:
    """Whether two options are the same to a reader.

    As answers, and with the same signs: accents, articles, hyphens, the case of the letter that
    begins a word and what ends the text do not count. In code every character does, so no two
    different pieces of it are the same; and nobody writes other capitals within a word, or in a
    sign of one letter, by oversight.
    """
    return (
        _signs(option) == _signs(other)
        and not _is_other_case(option, other)
        and not is_code(option)
        and not is_code(other)
        and same_answer(option, other, language)
    )


def is_code(text: str) -> bool:
    """Whether a text is written for a machine: a command, a path, a formula, a name of a program."""
    return _CODE.search(text) is not None


def _is_other_case(option: str, other: str) -> bool:
    """Whether two texts differ in capitals alone, and not just in those that begin the text or a word."""
    return option.casefold() == other.casefold() and _INITIAL.sub("", option) != _INITIAL.sub("", other)


def _signs(text: str) -> list[str]:
    return _SIGN.findall(_SOFT.sub(" ", text))


def twins(texts: Sequence[str], same: Callable[[str, str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each text that is the same as an earlier one, and of that one."""
    for number, text in enumerate(texts):
        for earlier in range(number):
            if same(texts[earlier], text):
                yield number, earlier
                break


def repeated(texts: Sequence[str]) -> set[int]:
    """Return the numbers of texts that repeat an earlier one but for space, as the reader tells."""
    seen: set[str] = set()
    found = set()
    for number, text in enumerate(map(fold, texts)):
        if text in seen:
            found.add(number)
        seen.add(text)
    return found


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, without case, accents and punctuation; empty for a text without any."""
    return tuple(_WORD.findall(bare(text.casefold())))


def holds(text: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``text`` one after the other; those of an empty part do not."""
    inner, outer = words(part), words(text)
    return bool(inner) and any(
        outer[start : start + len(inner)] == inner for start in range(len(outer) - len(inner) + 1)
    )


def holds_another(text: str, options: Iterable[str], answer: str) -> bool:
    """Whether one of the options stands in ``text`` that is not the answer over again."""
    return any(holds(text, option) for option in options if words(option) != words(answer))
