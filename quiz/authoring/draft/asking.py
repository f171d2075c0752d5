"""Choices: who or what does something, and what belongs into a gap; wrong options are of the text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from quiz.authoring.draft.candidate import Candidate
from quiz.authoring.draft.fitting import can_be_asked, can_be_exchanged
from quiz.authoring.draft.mention import NAMES, Sort
from quiz.authoring.draft.telling import best, is_jumbled, is_personal, is_told, others
from quiz.authoring.draft.words import DOING, NEGATION, SAYING, STARTERS, TITLE_MODIFIERS, TITLES
from quiz.question import BLANK, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.draft.candidate import Value
    from quiz.authoring.draft.mention import Mention
    from quiz.authoring.draft.mentions import Lexicon
    from quiz.authoring.draft.sentences import Sentence

FEWEST_WRONG, MOST_WRONG = 2, 3
MOST_BEFORE = 10
"""Words of a title before a name, such as that of a professor with his chair."""

WHICH = {
    Sort.PERSON: "Who",
    Sort.COUNTRY: "Which country",
    Sort.CITY: "Which city",
    Sort.REGION: "Which place",
    Sort.BODY: "Which organisation",
    Sort.NUMBER: "Which number",
    Sort.YEAR: "Which year",
    Sort.DATE: "Which date",
    Sort.MONTH: "Which month",
}
_GAPS = {**WHICH, Sort.PERSON: "Whose name"}
_VERB = re.compile(
    rf"\s(?:also |has |have |had |\w+ly )?(?:{SAYING}|{DOING}|is|was|has|had|will|can|would|could|"
    r"wants|plans|needs|makes|takes|uses|holds|lies|becomes|remains|produces|exports|imports|lives|works|"
    r"leads|plays|borders|belongs|"
    r"won|made|became|began|built|came|fell|gave|got|grew|held|kept|led|left|lost|met|paid|ran|rose|saw|sent|"
    r"sold|spoke|spent|stood|took|taught|went|brought|bought|drew|drove|fought|flew|knew|broke|chose|fled|"
    r"[a-z]{2,}[a-z]ed)\s"
)
_SMALL = frozenset(("of", "at", "the", "for", "and", "in")) | TITLES | TITLE_MODIFIERS
_ATTRIBUTED = re.compile(rf",\s[^,]*\b(?:{SAYING}|according to)\b[^,]*$")
_OF_ANOTHER = re.compile(r"\s\w+ (?:that )?(?:it|its|they|their)\b")
_ADVERB = re.compile(r"^(\s)also\s")


def subject(text: str, mentions: tuple[Mention, ...]) -> Mention | None:
    """Return what a sentence is about: the name before its first verb, or None when that is not plain.

    In `Ana Rojas of the city board said` it is not the board.
    """
    for mention in mentions:
        before = text[: mention.begin]
        plain = (
            len(before.split()) <= MOST_BEFORE and "," not in before and all(map(_is_titular, before.split()))
        )
        if not plain:
            return None
        if mention.sort in WHICH and mention.sort in NAMES and _VERB.match(text[mention.end :]):
            return mention
        if mention.sort is Sort.PERSON:
            return None
    return None


def _is_titular(word: str) -> bool:
    low = word.casefold()
    return low in _SMALL or (word[:1].isupper() and low not in STARTERS)


def choices(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield a question after the subject of a sentence, then one for each gap that can be filled wrongly."""
    text = sentence.text
    found = lexicon.mentions(text)
    if is_personal(text):
        return
    about = subject(text, found)
    if about is not None and can_be_asked(text, about, found):
        yield from _after_subject(sentence, paragraph, about, lexicon)
    if is_jumbled(found):
        return
    for worth, mention in sorted(best(found, lexicon), key=lambda one: (-one[0], one[1].start)):
        fit = can_be_asked(text, mention, found) and can_be_exchanged(text, mention)
        if mention.sort in _GAPS and mention is not about and fit and is_told(text, mention):
            yield from _gap(sentence, paragraph, mention, worth, lexicon)


def _after_subject(
    sentence: Sentence, paragraph: int, about: Mention, lexicon: Lexicon
) -> Iterator[Candidate]:
    text = sentence.text
    rest = text[about.end :]
    if about.sort is Sort.PERSON and _OF_ANOTHER.match(rest):
        return
    if _ATTRIBUTED.search(text) or NEGATION.search(text) or not is_told(text, about):
        return
    ask = f"{WHICH[about.sort]}{tail(text, about)}?"
    score = 4.0 + 1 / lexicon.counts[about.thing]
    yield from asked(sentence, paragraph, about, lexicon, ask, score)


def tail(text: str, about: Mention) -> str:
    """Return what a sentence says of its subject, with the space before it and without its dot."""
    return _ADVERB.sub(r"\1", text[about.end :]).rstrip(".! ")


def _gap(
    sentence: Sentence, paragraph: int, mention: Mention, worth: float, lexicon: Lexicon
) -> Iterator[Candidate]:
    text = sentence.text
    gap = text[: mention.start] + BLANK + text[mention.end :]
    ask = f"{_GAPS[mention.sort]} belongs in the gap? {gap}"
    wrong = list(islice(others(text, mention, lexicon), MOST_WRONG))
    if len(wrong) >= FEWEST_WRONG:
        shown = mention.thing if mention.sort in NAMES else mention.text
        keys = (("ask", ask), ("answer", shown), ("wrong", wrong))
        yield Candidate(
            paragraph, sentence.quote, Kind.CHOICE, ask, shown, (mention.thing,), worth - 1.0, keys
        )


def asked(  # noqa: PLR0913, PLR0917 - a question has as many parts
    sentence: Sentence, paragraph: int, about: Mention, lexicon: Lexicon, ask: str, score: float
) -> Iterator[Candidate]:
    """Yield a question after a name: a choice where the text has wrong options, else one to be typed."""
    wrong = list(islice(others(sentence.text, about, lexicon, article=False), MOST_WRONG))
    answer = about.thing
    keys: list[tuple[str, Value]] = [("ask", ask), ("answer", answer)]
    if len(wrong) >= FEWEST_WRONG:
        keys.append(("wrong", wrong))
        kind = Kind.CHOICE
    else:
        last = answer.split()[-1]
        keys += [("accept", [last])] if about.sort is Sort.PERSON and last != answer else []
        kind, score = Kind.TEXT, score - (0.5 if about.sort is Sort.PERSON else 2.0)
    yield Candidate(paragraph, sentence.quote, kind, ask, answer, (about.thing,), score, tuple(keys))
