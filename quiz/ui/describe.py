"""What both screens say of a question and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.grading import in_words
from quiz.question import (
    REVERSE,
    DateQuestion,
    Kind,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    SeveralQuestion,
)
from quiz.review import Matched, Picked, Rating, Response, SelfRated, Typed, Verdict
from quiz.text import clean_line
from quiz.ui.words import count, in_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.card import Asked, Card
    from quiz.ui.screen import Feedback, Passage

MOST_TYPED = 10_000
MARKS = {Verdict.RIGHT: "✓", Verdict.NEAR: "≈", Verdict.PARTLY: "◐", Verdict.WRONG: "✗"}
RATINGS = {rating: rating.name.lower() for rating in Rating}
_DATE_FORMS = ("a year, as 1987", "a month, as 1987-06", "a date, as 1987-06-25")
OBVIOUS = {"Right.", "That is not the answer.", "Another option is the right one."}
LEECH_ADVICE = (
    "See its source, edit it, give it a hint, split it in two, or suspend it. "
    "`quiz leeches` lists such cards."
)
NO_SOURCE = "This question names no source."


class Hints:
    """The hints of one question, given out one by one: the bank's own, then ever more of the answer.

    What is typed as text tells how many letters it has, then the first letters of its words. A
    reversed card leaves the bank's hint out, which would point the wrong way.
    """

    def __init__(self, asked: Asked) -> None:
        self.texts = () if asked.exam else _hints(asked.card)
        self.given = 0
        self.sourced = False
        """Whether the paragraph was shown, which counts as a hint."""

    @property
    def shown(self) -> int:
        """How many hints were shown, the paragraph among them."""
        return self.given + self.sourced

    def more(self) -> bool:
        """Return whether there is a hint that was not shown."""
        return self.given < len(self.texts)

    def next(self) -> str | None:
        """Return the next hint and count it as shown; None when there is none left."""
        if not self.more():
            return None
        self.given += 1
        return self.texts[self.given - 1]


def _hints(card: Card) -> tuple[str, ...]:
    own = card.question.hint if card.part != REVERSE else None
    told = (clean_line(own),) if own else ()
    if card.question.kind not in (Kind.TEXT, Kind.CLOZE):
        return told
    words = clean_line(card.right).split()
    return (*told, *((_length(words), _initials(words)) if words else ()))


def _length(words: Sequence[str]) -> str:
    if len(words) == 1:
        return f"It has {count(len(words[0]), _made_of(words[0]))}."
    made = " and ".join(f"{sort}s" for sort in sorted(set(map(_made_of, words)), reverse=True))
    return f"It has {len(words)} words, with {', '.join(str(len(word)) for word in words)} {made}."


def _made_of(word: str) -> str:
    if any(map(str.isalpha, word)):
        return "letter"
    return "digit" if word.isdecimal() else "character"


def _initials(words: Sequence[str]) -> str:
    return f"It begins like this: {' '.join(word[0] + '…' for word in words)}"


def progress(asked: Asked) -> tuple[str, ...]:
    """Return the number, what is left, the bank and, when it is asked once more, ``again``."""
    rest = filter(None, ("again" if asked.again else "", asked.told))
    return (str(asked.number), f"{asked.left} left", clean_line(asked.title or asked.card.bank), *rest)


def typed_form(asked: Asked) -> str:
    """Return what has to be typed when the kind asks for more than text, else the empty text."""
    match asked.card.question:
        case NumberQuestion(unit=unit):
            return f"a number ({clean_line(unit)})" if unit else "a number"
        case DateQuestion(date=date):
            return _DATE_FORMS[(date.month is not None) + (date.day is not None)]
        case question if question.exact:
            return "the answer letter for letter"
        case _:
            return ""


def typed(text: str) -> Typed:
    """Return the typed answer; half characters, which no file can hold, become question marks."""
    return Typed("" if not text.strip() else text.encode("utf-8", "replace").decode())


def right_lines(card: Card, language: str) -> tuple[str, ...]:
    """Return the right answer, one line for each of its parts; ``language`` is the bank's."""
    match card.question:
        case SeveralQuestion(answers=answers):
            return tuple(map(clean_line, answers))
        case OrderQuestion(items=items):
            return tuple(f"{place}. {clean_line(item)}" for place, item in enumerate(items, 1))
        case MatchQuestion(pairs=pairs):
            return tuple(f"{clean_line(left)} = {clean_line(right)}" for left, right in pairs)
        case _:
            return (right_words(card, language),)


def right_words(card: Card, language: str) -> str:
    """Return the right answer on one line, a date in words of the bank's language."""
    question = card.question
    return in_words(question.date, language) if isinstance(question, DateQuestion) else clean_line(card.right)


def given(response: Response) -> str:
    """Return a response on one line, as the learner gave it; empty when nothing was given."""
    match response:
        case Typed(text=text):
            return clean_line(text)
        case Picked(picked=picked):
            return "; ".join(map(clean_line, picked))
        case Matched(pairs=pairs):
            return "; ".join(f"{clean_line(left)} = {clean_line(right)}" for left, right in pairs)
        case SelfRated(rating=rating):
            return RATINGS[rating]


def because(feedback: Feedback) -> tuple[str, ...]:
    """Return what the bank says of each wrong option that was picked: ``option: why``."""
    response = feedback.response
    picked = response.picked if isinstance(response, Picked) else ()
    told = ((option, feedback.asked.card.question.why_wrong(option)) for option in picked)
    return tuple(f"{clean_line(option)}: {clean_line(why)}" for option, why in told if why)


def remark(feedback: Feedback) -> str | None:
    """Return the reason of the judgement, or None when the verdict alone says as much."""
    reason = clean_line(feedback.judgement.reason)
    return None if reason in OBVIOUS or isinstance(feedback.response, SelfRated) else reason or None


def comes_back(feedback: Feedback, rating: Rating) -> str:
    """Return when the card comes back with this rating; empty when that is not known."""
    days = feedback.next_days.get(rating)
    return "" if days is None else in_days(days)


def rated(feedback: Feedback, rating: Rating) -> str:
    """Return a rating and when the card comes back with it, where that is known."""
    return ", comes back ".join(filter(None, (RATINGS[rating], comes_back(feedback, rating))))


class Quoted(NamedTuple):
    """A passage parted at its quote; without a quote in it, all of it is ``before``."""

    before: str
    quote: str
    after: str


def cited(passage: Passage) -> str:
    """Return where the passage stands: ``account.md, paragraph 6``."""
    place = f", paragraph {passage.paragraph}" if passage.paragraph is not None else ""
    return clean_line(passage.document) + place


def quoted(passage: Passage) -> Quoted:
    """Return the text of the passage on one line, parted at the quote, whatever its case."""
    text, quote = clean_line(passage.text or ""), clean_line(passage.quote or "")
    start = text.find(quote)
    if start < 0:
        start = text.lower().find(quote.lower())
    if start < 0 or not quote:
        return Quoted(text, "", "")
    end = start + len(quote)
    return Quoted(text[:start], text[start:end], text[end:])


def missing_passage(passage: Passage | None) -> str | None:
    """Return why no paragraph can be shown, or None when one can."""
    if passage is None:
        return NO_SOURCE
    if passage.text is None:
        return clean_line(passage.missing or f"{cited(passage)} cannot be shown.")
    return None
