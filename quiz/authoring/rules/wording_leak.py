"""Whether the prompt says its own answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.alike import holds, is_code, words
from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import SET_OFF, own_words, prompt_key, rights, wrongs
from quiz.bank.problem import shown
from quiz.grading.fold import primary
from quiz.grading.tables import ARTICLES, MONTHS
from quiz.quantity import PartialDate, parse_date, parse_number
from quiz.question import (
    BLANK,
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    NumberQuestion,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

FEWEST_LETTERS = 4
FEWEST_DIGITS = 3
FEWEST_WORDS_AROUND = 3


def _set(words_of_it: str) -> frozenset[str]:
    return frozenset(words_of_it.split())


_BESIDE = {
    "en": _set("or and nor than versus vs against between either"),
    "de": _set("oder und noch als versus vs gegen zwischen entweder weder"),
    "fr": _set("ou et ni que versus vs contre entre"),
    "es": _set("o u y e ni que versus vs contra entre"),
    "it": _set("o od e ed ne che versus vs contro tra fra"),
    "pt": _set("ou e nem que versus vs contra entre"),
    "nl": _set("of en noch dan versus vs tegen tussen"),
}
"""Words that set one thing beside another to choose from; of all these languages for any other one."""
_BESIDE_ANYWHERE = frozenset().union(*_BESIDE.values())
_OR = {"de": "oder", "fr": "ou", "es": "o", "it": "o", "pt": "ou", "nl": "of"}
_NAMING = frozenset({"name"})
_POINTING = _set("this these that those which what")
"""Words before the name of a sort of thing: `this band` does not say that it is The Band."""
_COMMON = _set(
    "true false none both never always first last second third other same more less most least before after"
    " many much some each every with without from into over under between against long large small great"
    " high good left right north south east west time year years name names number part they them their"
    " monday tuesday wednesday thursday friday saturday sunday"
    " that this these those there then which what when where while your have been were will would"
)
_ABOUT_WORDS = _set(
    "word words spell spelled spelt spelling plural singular tense verb noun adjective adverb preposition"
    " abbreviation acronym anagram prefix suffix letter letters rhyme rhymes synonym antonym pronounced"
    " wort worter plural mot mots pluriel palabra palabras"
)
_BETWEEN_ENTRIES = re.compile(r"[,:;.?!/\n]")
_EXPLAINED = re.compile(r"(?<=[a-z])\s\([^()]*\)\W*\Z")
_NUMBER = re.compile(r"(?<![\w.,])\d(?:[\d.,']*\d)?(?![\w%°])")


def _answer_in_prompt(written: Written, bank: Material) -> Iterator[Found]:
    told = _told(written, bank.language)
    if told is not None:
        yield Found(
            written.at(prompt_key(written)),
            f"the prompt says its own answer, {shown(told)}",
            "say it in other words there, or ask for something else",
        )


def _told(written: Written, language: str) -> str | None:
    """Return the answer that the prompt says, or None."""
    question = written.question
    match question:
        case TextQuestion() | RecallQuestion():
            return _told_freely(question, language)
        case ChoiceQuestion() | SeveralQuestion():
            named = any(holds(question.ask, wrong) for wrong in wrongs(question))
            return None if named else _first_told(question.ask, rights(question), language)
        case NumberQuestion():
            return _told_number(question, language)
        case DateQuestion():
            return str(question.date) if _says_date(question.ask, question.date) else None
        case ClozeQuestion():
            return _told_by_the_rest(question, language)
        case _:
            return None


def _told_freely(question: TextQuestion | RecallQuestion, language: str) -> str | None:
    """Return the answer that the prompt says, or None; the front of a card may be the term itself."""
    if _gives_choice(question.ask, language):
        return None
    if isinstance(question, TextQuestion):
        return _first_told(question.ask, _typed(question.accepted(""), question, question.ask), language)
    is_question = question.ask.rstrip().endswith("?")
    return _first_told(question.ask, (question.back,), language) if is_question else None


def _gives_choice(prompt: str, language: str) -> bool:
    return _OR.get(primary(language), "or") in words(prompt)


def _told_by_the_rest(question: ClozeQuestion, language: str) -> str | None:
    for hole, part in zip(question.holes(), question.parts(), strict=True):
        rest = question.prompt(part).replace(hole.blank(), BLANK)
        told = _first_told(rest, _typed(hole.accepted[:1], question, rest), language)
        if told is not None:
            return told
    return None


def _typed(answers: Iterable[str], question: Question, prompt: str) -> Iterator[str]:
    """Yield the answers that may be told: where every letter counts, those that stand there to the letter."""
    return (answer for answer in answers if not question.exact or answer in prompt)


def _first_told(prompt: str, answers: Iterable[str], language: str) -> str | None:
    own = own_words(prompt)
    parts = [words(part) for part in own.split(SET_OFF)]
    if not _ABOUT_WORDS.isdisjoint(word for part in parts for word in part):
        return None
    beside = _BESIDE.get(primary(language), _BESIDE_ANYWHERE)
    listed = {_core(entry, language) for entry in _BETWEEN_ENTRIES.split(own)} - _named_again(own, language)
    for answer in answers:
        core = _core(answer, language)
        apart = _NAMING | _POINTING if len(core) == 1 < len(words(answer)) else _NAMING
        if (
            core not in listed
            and not is_code(answer)
            and any(_says(part, core, beside, apart) for part in parts)
        ):
            return answer
    return None


def _named_again(prompt: str, language: str) -> set[tuple[str, ...]]:
    """Return what stands between two commas in the middle of a clause: another name of what stands before it.

    On both sides are more words than an entry of a list has, and none that joins two entries.
    """
    entries = prompt.split(",")
    beside = _BESIDE.get(primary(language), _BESIDE_ANYWHERE)
    return {
        _core(entry, language)
        for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False)
        if not _BETWEEN_ENTRIES.search(entry)
        and len(words(_BETWEEN_ENTRIES.split(before)[-1])) >= FEWEST_WORDS_AROUND
        and len(words(_BETWEEN_ENTRIES.split(after)[0])) >= FEWEST_WORDS_AROUND
        and words(after)[0] not in beside
    }


def _core(answer: str, language: str) -> tuple[str, ...]:
    """Return the words of an answer, no article before them; empty for few, common ones and an amount.

    What stands in brackets behind a name tells which one is meant, and is no part of it.
    """
    core = words(_EXPLAINED.sub("", answer))
    if core and core[0] in ARTICLES.get(primary(language), ()):
        core = core[1:]
    if sum(map(len, core)) < FEWEST_LETTERS or set(core) <= _COMMON or _is_amount(core):
        return ()
    return core


def _is_amount(core: Sequence[str]) -> bool:
    """Whether it is so many of something, which a sum may well begin and end with."""
    return core[0].isdigit() and not all(word.isdigit() or word in MONTHS for word in core)


def _says(
    prompt: Sequence[str], core: tuple[str, ...], beside: frozenset[str], apart: frozenset[str]
) -> bool:
    """Whether the words stand in the prompt, and not as one of several that it names to choose from.

    Nor do they count behind one of the words ``apart``.
    """
    if not core or len(prompt) < len(core) + FEWEST_WORDS_AROUND:
        return False
    starts = [at for at in range(len(prompt)) if tuple(prompt[at : at + len(core)]) == core]
    return any(_before(prompt, at) not in apart for at in starts) and not any(
        beside & {_before(prompt, at), *prompt[at + len(core) : at + len(core) + 1]} for at in starts
    )


def _before(prompt: Sequence[str], at: int) -> str:
    return prompt[at - 1] if at else ""


def _told_number(question: NumberQuestion, language: str) -> str | None:
    """Return the number of the prompt that is right, or an end of the range, as it stands there; or None.

    What is near enough, or within a range, may be there by chance, as short ones may.
    """
    ends = {question.value, question.upper}
    for number in _NUMBER.findall(own_words(question.ask)):
        value = parse_number(number, language)
        if sum(map(str.isdigit, number)) >= FEWEST_DIGITS and value is not None and value in ends:
            return str(number)
    return None


def _says_date(prompt: str, date: PartialDate) -> bool:
    """Whether a prompt says a date as exactly as it is asked for."""
    text = own_words(prompt)
    if any(
        parse_date(found) == date for found in re.findall(r"(?<![\w-])\d{4}(?:-\d\d){0,2}(?![\w-])", text)
    ):
        return True
    if date.month is None:
        return False
    wanted = {str(date.year), *(() if date.day is None else (str(date.day),))}
    said = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in words(text)]
    return any(
        MONTHS.get(word) == date.month and wanted <= set(said[max(0, at - 2) : at + 3])
        for at, word in enumerate(said)
    )


RULES = (
    Rule(
        code="answer-in-prompt",
        family=Family.WORDING,
        about="The prompt says the answer, so it can be read off without knowing it: a word, a number"
        " or a date of the prompt, or another part of a cloze (Haladyna, Downing & Rodriguez 2002, on"
        " clues to the right answer). Short and common words, quoted or emphasised ones, and prompts"
        " that name what to choose from are left alone.",
        bad=questions("  - {ask: In which city does the Geneva conference of 2021 meet?, answer: Geneva}"),
        good=questions("  - {ask: Do they meet in Geneva or in Vienna?, answer: Geneva}"),
        find=each_question(_answer_in_prompt),
    ),
)
