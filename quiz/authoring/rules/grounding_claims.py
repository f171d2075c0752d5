"""Whether what somebody only says is asked as if it were so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.evidence_figures import stems
from quiz.authoring.evidence_sayings import CAPITAL, meant, sayings
from quiz.authoring.finding import Found
from quiz.authoring.grounds import paragraphs_named, passage_of
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.document import folded
from quiz.bank.problem import shown
from quiz.grading.fold import primary
from quiz.question import MatchQuestion, RecallQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.evidence_sayings import Saying
    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

    Span = tuple[int, int]

LONG = 4
"""Letters of a word that tells who speaks."""

FEWEST = 3
MOST_OF = 0.6
"""So many words of a question at least, and this share of them, are in what is said."""

_OF_SOMEBODY = re.compile(r"\b(?:who|whose)\b[^,;:.]*$")

_ATTRIBUTES = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|claim\w*|accord\w*|views?|opinion\w*|think\w*|thought|believ\w*|belief|argu\w*"
    r"|accus\w*|demand\w*|want\w*|propos\w*|den(?:y|ies|ied)|report\w*|describ\w*|announc\w*|declar\w*"
    r"|stat(?:es?|ed|ements?)|call\w*|(?<!the )nam(?:e|es|ed)|mean\w*|answer\w*|repl\w*|respon\w*"
    r"|estimat\w*|warn\w*|predict\w*|suggest\w*|assert\w*|alleg\w*|maintain\w*|insist\w*|contend\w*|tells?|told|quot\w*|mention\w*"
    r"|consider\w*|sees?|regard\w*|wish\w*|asks?|asked|offer\w*|critic\w*|prais\w*|reason\w*|explain\w*|comment\w*"
    r"|remark\w*|position|stance|promis\w*|judg\w*|finds?|found|feels?|felt|writ\w*|wrote|hopes?|hoped|fears?|feared|expect\w*|plan\w*"
    r"|complain\w*|rules? out|supposed\w*|apparent\w*|reputed\w*|rumou?r\w*|theor\w*"
    r"|hypothes\w*|perspective)\b",
    re.IGNORECASE,
)


def _claim(written: Written, bank: Material) -> Iterator[Found]:
    passage, paragraph = passage_of(written, bank), bank.paragraph_of(written)
    if passage is None or paragraph is None or primary(bank.language) != "en":
        return
    asked, before = _shown(written.question), passage.before.rstrip().rpartition("\n")[2]
    if _ATTRIBUTES.search(asked):
        return
    speaker = _speaker(written.question, folded(paragraph), folded(before), asked)
    source = written.question.source
    if speaker and source is not None:
        yield Found(
            written.at(),
            f"in {paragraphs_named(source.paragraphs)} this is what {shown(speaker)} says, "
            "and it is asked as a fact",
            "say in the prompt whose claim it is, as in `According to ..., which ...?`",
        )


def _speaker(question: Question, paragraph: str, before: str, asked: str) -> str | None:
    """Return who says what the question stands on, when the question names nobody who may say it."""
    basis = _basis(question, paragraph)
    told = sayings(paragraph, before) if basis else ()
    tellers = [one for one in told if any(_is_told(one, span, question, paragraph) for span in basis)]
    if any(_is_named(one, paragraph, before, asked) for one in tellers):
        return None
    return max((one.who for one in tellers), key=len, default=None)


def _is_told(one: Saying, span: Span, question: Question, paragraph: str) -> bool:
    """Whether a part of the paragraph is what somebody says, apart from what is said of `those who ...`.

    The part may also hold more, when what is said has most words of the question and its answer.
    """
    start, end = span
    if one.start <= start and end <= one.end:
        return _OF_SOMEBODY.search(paragraph[one.start : start]) is None
    if not (start <= one.start and one.end <= end):
        return False
    answers = "" if isinstance(question, TrueFalseQuestion) else question.right(question.parts()[0])
    claimed = stems(f"{question.ask} {answers}")
    return len(claimed & stems(paragraph[one.start : one.end])) >= max(FEWEST, MOST_OF * len(claimed))


def _is_named(one: Saying, paragraph: str, before: str, asked: str) -> bool:
    """Whether a question has a word of the speaker's name, or of what stands for it."""
    who = meant(one, paragraph, before)
    words = re.findall(CAPITAL, who) or [word for word in who.split() if len(word) >= LONG]
    return any(word.rstrip(".'s") in asked for word in words)


def _basis(question: Question, paragraph: str) -> list[Span]:
    """Return the parts of the paragraph that a question stands on: its answer in the quote, else the quote.

    Without a quote, the answer where it stands once, but on a flashcard, whose front may be no question.
    Empty where neither is there to the letter.
    """
    source = question.source
    quote = folded((source and source.quote) or "")
    if not quote and isinstance(question, RecallQuestion):
        return []
    spans = _places(quote, paragraph) if quote else [(0, len(paragraph))]
    answers = {folded(question.right(part)) for part in question.parts()} - {"true", "false"}
    inner = [
        (start + first, start + last)
        for start, end in spans
        for answer in answers
        for first, last in _places(answer, paragraph[start:end])
    ]
    if quote:
        return inner or spans
    return inner if len(inner) == 1 else []


def _places(words: str, text: str) -> list[Span]:
    return [(found.start(), found.end()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _shown(question: Question) -> str:
    lefts = [left for left, _ in question.pairs] if isinstance(question, MatchQuestion) else []
    answers = [question.right(part) for part in question.parts()]
    return " ".join([question.ask, question.hint or "", *question.options(), *lefts, *answers])


_TEXT = "The bridge is closed. Anna Berger said that the old arch will not hold another winter."
_ASK = "  - ask: How long will the old arch hold?\n    answer: less than a year\n"
_SOURCE = "    source: {paragraph: 1, quote: will not hold another winter}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        code="claim-as-fact",
        family=Family.GROUNDING,
        about=(
            "The cited words are what a named speaker says, and the question asks them as a fact: neither "
            "the speaker nor a word such as `says` or `according to` stands in it. The learner takes a claim "
            "for the truth. English texts only."
        ),
        bad=questions(_ASK + _SOURCE, _TEXT),
        good=questions(_ASK.replace("How long", "According to Anna Berger, how long") + _SOURCE, _TEXT),
        find=each_question(_claim),
    ),
)
