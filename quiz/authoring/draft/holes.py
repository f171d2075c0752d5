"""Sentences with holes: the names, numbers and places that they state, and the dates with gaps of their own.

A hole is graded by its letters, and `17 December 2021` is `December 17, 2021`: a date is asked
for by a question of its kind, which reads what is typed, and never by a hole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.draft.candidate import Candidate
from quiz.authoring.draft.fitting import are_joined, can_be_asked
from quiz.authoring.draft.mention import NAMES, Sort
from quiz.authoring.draft.telling import accepted, best, is_jumbled, is_personal, is_told
from quiz.grading.dates import read_dates
from quiz.quantity import partial_date
from quiz.question import BLANK, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.draft.mention import Mention
    from quiz.authoring.draft.mentions import Lexicon
    from quiz.authoring.draft.sentences import Sentence
    from quiz.quantity import PartialDate

MOST_HOLES = 2
_SIGNS = ("{", "}", "|", "::")


def clozes(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield a cloze with the best two holes of a sentence, then one for each hole alone."""
    text = sentence.text
    found = lexicon.mentions(text)
    if is_jumbled(found) or (is_personal(text) and "“" not in text and '"' not in text):
        return
    fit = [
        (worth, mention)
        for worth, mention in best(found, lexicon)
        if _is_fit(text, mention) and can_be_asked(text, mention, found) and is_told(text, mention)
    ]
    ranked = sorted(fit, key=lambda one: (-one[0], one[1].start))
    pair = _pair(text, [mention for _, mention in ranked])
    if len(pair) == MOST_HOLES and is_told(text, *pair):
        yield _cloze(sentence, paragraph, pair, ranked[0][0] + 0.5)
    for worth, mention in ranked:
        yield _cloze(sentence, paragraph, [mention], worth)


def _pair(text: str, ranked: list[Mention]) -> list[Mention]:
    """Return the best two that are not of one sort side by side: nobody knows which of them comes first."""
    for other in ranked[1:]:
        if other.sort is not ranked[0].sort or not are_joined(text, ranked[0], other):
            return [ranked[0], other]
    return []


def dates(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield a question after each date of a sentence that has its year, with a gap where it stands."""
    text = sentence.text
    found = lexicon.mentions(text)
    if is_jumbled(found) or is_personal(text):
        return
    for worth, mention in best(found, lexicon):
        date = _date(mention) if mention.sort is Sort.DATE else None
        if date is not None and can_be_asked(text, mention, found) and is_told(text, mention):
            what = "month and year belong" if date.day is None else "date belongs"
            ask = f"Which {what} in the gap? {text[: mention.start]}{BLANK}{text[mention.end :]}"
            keys = (("ask", ask), ("date", str(date)))
            yield Candidate(
                paragraph, sentence.quote, Kind.DATE, ask, mention.text, (mention.thing,), worth, keys
            )


def _date(mention: Mention) -> PartialDate | None:
    """Return the date that is meant, None where it has no year or can be read in two ways."""
    readings = read_dates(mention.text)
    if len(readings) != 1 or readings[0].year is None:
        return None
    return partial_date(readings[0].year, readings[0].month, readings[0].day)


def _is_fit(text: str, mention: Mention) -> bool:
    """Whether a mention can be a hole; weekdays mean nothing to a later reader."""
    own = not any(sign in mention.text for sign in _SIGNS)
    return own and mention.sort not in {Sort.WEEKDAY, Sort.DATE} and mention.text.strip() != text.strip(" .")


def _cloze(sentence: Sentence, paragraph: int, mentions: list[Mention], score: float) -> Candidate:
    text, pieces, end = sentence.text, [], 0
    for mention in sorted(mentions):
        pieces += [_plain(text[end : mention.start]), _hole(mention)]
        end = mention.end
    cloze = "".join(pieces) + _plain(text[end:])
    answer = "; ".join(mention.text for mention in sorted(mentions))
    return Candidate(
        paragraph,
        sentence.quote,
        Kind.CLOZE,
        text,
        answer,
        tuple(one.thing for one in mentions),
        score,
        (("cloze", cloze),),
    )


def _hole(mention: Mention) -> str:
    hint = f"::{mention.sort.value}" if mention.sort in NAMES - {Sort.NAME} else ""
    return "{" + "|".join((mention.text, *accepted(mention))) + hint + "}"


def _plain(text: str) -> str:
    return text.replace("{", "\\{").replace("}", "\\}")
