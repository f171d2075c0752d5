"""Whether grammar gives the right option away: it alone fits the article or the verb before the gap."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from quiz.authoring.alike import words
from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import in_english, prompt_key
from quiz.question import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

FEWEST_WRONG = 2
MOST_WORDS = 2

_GAP = r"\s*(?:_{2,}|…|\.{3}|[:.]?\s*\Z)"
_ARTICLE = re.compile(rf"(?<!\w)(an?){_GAP}")
_VERB = re.compile(rf"\b(is|was|are|were)(?:\s(?:called|known as|named))?{_GAP}")
_PLURAL_ASKED = re.compile(r"\A(?:What|Which)\s(are|were)\s(?!.*\b(?:called|names?|titles?|lyrics)\b)")
_LED = re.compile(r"(?:an?|the|some|any|no|one|two|three|his|her|its|their)\s", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)")
# Only beginnings whose sound is sure; "herb", "historic", "UFO" and numbers are not.
_TAKES_AN = re.compile(r"[ai]|e(?!u|w)|o(?!ne|nce|ui)|u(?=[bdglmp]|n(?!i|a)|r[gn])|hour|honest|honou?r|heir")
_TAKES_A = re.compile(r"[bcdfgjklmnpqrstvwxz]|h(?!our|on|eir|erb|ist|otel)|y(?=[aeiou])|uni[^nm]|us[aeu]|eu")
_NO_PLURAL = re.compile(r".*(?:ss|us|is|as|os|ics|news|lens|means|series|species|yours|ours|hers|theirs)\Z")
_NO_SINGULAR = re.compile(
    r".*(?:s|a|i|ae|men|people|children|oxen|mice|lice|geese|teeth|feet|fish|sheep|deer|cattle|police"
    r"|[aiu]ble|al|ful|ive|ic|less|ing|ed|ly|these|those|them|none|both|all)\Z"
)


class Number(StrEnum):
    """What a verb asks of what follows it."""

    SINGULAR = "singular"
    PLURAL = "plural"


def _grammar_cue(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if isinstance(question, ChoiceQuestion) and len(question.wrong) >= FEWEST_WRONG:
        for word, wanted, told in _demands(question.ask):
            if told(question.answer) == wanted and all(
                told(wrong.text) not in {None, wanted} for wrong in question.wrong
            ):
                yield Found(
                    written.at(prompt_key(written)),
                    f"of all options only the right one fits `{word}` in the prompt",
                    _cure(word),
                )
                return


def _cure(word: str) -> str:
    if word in {"a", "an"}:
        return "put the article into each option, or add a wrong option that fits"
    return "ask so that every option fits, or add a wrong option that fits"


def _demands(prompt: str) -> Iterator[tuple[str, str, Callable[[str], str | None]]]:
    """Yield a word of the prompt, what it asks of an option, and what tells which an option is."""
    article = _ARTICLE.search(prompt)
    if article:
        yield article[1], article[1], _article_of
    verb = _VERB.search(prompt) or _PLURAL_ASKED.search(prompt)
    if verb:
        yield verb[1], Number.PLURAL if verb[1] in {"are", "were"} else Number.SINGULAR, _number_of


def _article_of(option: str) -> str | None:
    """Return the article that an option takes, or None where that is not sure."""
    word = _FIRST_WORD.match(option)
    if word is None or _LED.match(option) or word[1].isupper():
        return None
    first = word[1].lower()
    if _TAKES_AN.match(first):
        return "an"
    return "a" if _TAKES_A.match(first) else None


def _number_of(option: str) -> str | None:
    """Return whether an option of one or two words is one thing or several, or None if not sure."""
    if re.match(r"an?\s", option, re.IGNORECASE):
        return Number.SINGULAR
    parts = words(option)
    if not 1 <= len(parts) <= MOST_WORDS or any(map(str.isdigit, option)):
        return None
    if parts[-1].endswith("s") and not _NO_PLURAL.match(parts[-1]):
        return Number.PLURAL
    return None if _NO_SINGULAR.match(parts[-1]) else Number.SINGULAR


RULES = (
    Rule(
        code="grammar-cue",
        family=Family.WORDING,
        about="The right option alone agrees in grammar with the prompt: with `a` or `an` before the"
        " gap, or with a verb in the singular or plural. It is found by ear; all options are to fit"
        " alike (Haladyna, Downing & Rodriguez 2002, on clues to the right answer). In English banks,"
        " where the sound or the number of every option is sure.",
        bad=questions("  - {ask: Geneva lies on a, answer: lake, wrong: [island, ocean, estuary]}"),
        good=questions("  - {ask: Geneva lies on, answer: a lake, wrong: [an island, an ocean, an estuary]}"),
        find=each_question(in_english(_grammar_cue)),
    ),
)
