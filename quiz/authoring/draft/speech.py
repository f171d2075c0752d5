"""Who said what: statements that a text attributes to somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.asking import asked, subject, tail
from quiz.authoring.draft.fitting import can_be_asked
from quiz.authoring.draft.mention import Mention, Sort
from quiz.authoring.draft.names import is_capital
from quiz.authoring.draft.telling import has_any, is_personal, is_told, words
from quiz.authoring.draft.words import DOING, GROUPS, PRONOUNS, SAYING, SUBJECTLESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.draft.candidate import Candidate
    from quiz.authoring.draft.mentions import Lexicon
    from quiz.authoring.draft.sentences import Sentence

SCORE = 5.0
FEWEST, MOST = 5, 40
"""Words of a statement that is asked about."""

MOST_SPEAKER = 7
"""Words that name a speaker who has no name."""

_QUOTED = r"[“\"](?P<said>[^“”\"]+)[”\"]"
_SPEAKER = r"(?P<speaker>[^,.;:“”\"]+?(?:\b(?:Mr|Mrs|Ms|Dr|Prof)\.[^,.;:“”\"]+?)?)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_QUOTED},? (?:{SAYING}) {_SPEAKER}(?:[.,].*|$)",
        rf"{_QUOTED},? {_SPEAKER} (?:{SAYING})\b.*$",
        rf"{_SPEAKER} (?:{SAYING})(?: on \w+)?[,:]? {_QUOTED}\.?$",
        rf"According to {_SPEAKER}, (?P<said>[^“”\"]+)$",
        rf"(?P<said>[^“”\"]+), according to {_SPEAKER}\.$",
        rf"(?P<said>[^“”\"]+), {_SPEAKER} (?:{SAYING})\.$",
        rf"(?P<said>[^“”\"]+), (?:{SAYING}) {_SPEAKER}\.$",
    )
)
_ASIDE = re.compile(r" (?:in|at|on|during|from|after|before|to|with|by) ")
_FOR_ANOTHER = re.compile(r"\b(?:of|for|to|behalf)\s+(?:the\s+)?$")
_THAT = re.compile(
    rf"\s(?:also |has |have |\w+ly )?(?:{SAYING})(?: on [A-Z]\w+)?(?P<that> that)? (?P<said>[^“”\"]+)$"
)
_DOES = re.compile(rf"\s(?:also |has |have |\w+ly )?(?:{DOING})\s+(?P<first>\S+)")


def statements(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield questions after the speaker of a statement; a speaker who is only `he` gives none."""
    for pattern in _PATTERNS:
        found = pattern.match(sentence.text)
        if found is not None:
            yield from _said(sentence, paragraph, found, lexicon)
            return
    yield from _by_subject(sentence, paragraph, lexicon)


def _said(sentence: Sentence, paragraph: int, found: re.Match[str], lexicon: Lexicon) -> Iterator[Candidate]:
    said = found["said"].strip(" ,.")
    speaker = _speaker(sentence, found, lexicon)
    direct = 'said>[^“”\\"]+)[' in found.re.pattern
    if speaker is None or not _is_statement(said, direct=direct) or _names(said, speaker):
        return
    said = said[:1].upper() + said[1:]
    if sentence.follows:
        sentence = sentence._replace(quote=f"{sentence.quote} {sentence.follows}")
    ask = f"Who said this? “{said}”" if direct else f"Whose statement is this? “{said}”"
    yield from asked(sentence, paragraph, speaker, lexicon, ask, SCORE)


def _is_statement(said: str, *, direct: bool) -> bool:
    count = len(said.split())
    first = said.split(maxsplit=1)[0].casefold() if said else ""
    return FEWEST <= count <= MOST and (direct or (first not in SUBJECTLESS and not is_personal(said)))


def _names(said: str, speaker: Mention) -> bool:
    return (
        not set(words(speaker.thing)).isdisjoint(words(said)) and speaker.thing.casefold() in said.casefold()
    )


def _speaker(sentence: Sentence, found: re.Match[str], lexicon: Lexicon) -> Mention | None:
    """Return who speaks: a named person, else a named body, else the words themselves.

    None where it is not plain: a body is nobody where the attribution names a person as well.
    """
    start, end = found.span("speaker")
    aside = _ASIDE.search(found["speaker"])
    end = start + aside.start() if aside else end
    if sentence.follows:
        return _lone(sentence.follows, lexicon)
    around = _outside(lexicon.mentions(sentence.text), found.span("said"))
    named = [one for one in around if start <= one.start and one.end <= end]
    several = re.search(r"\band\b", found["speaker"]) is not None
    if any(one.sort is Sort.PERSON for one in around):
        return None if several else _person(found.string, named, start, end)
    for sort in (Sort.BODY, Sort.COUNTRY):
        alone = [one for one in named if one.sort is sort]
        if len(alone) == 1 and not several and _is_head(found.string, alone[0], end):
            return alone[0]
    return _nameless(found.string[start:end], start, end)


def _outside(mentions: tuple[Mention, ...], said: tuple[int, int]) -> list[Mention]:
    """Return the mentions that are no part of what is said."""
    return [one for one in mentions if one.end <= said[0] or said[1] <= one.start]


def _person(text: str, named: list[Mention], start: int, end: int) -> Mention | None:
    """Return the one person of a speaker's words, who may be one of a body: `Ana Rojas of the board`.

    `the widow of Ana Rojas` and `a spokesman for her` are others.
    """
    people = [one for one in named if one.sort is Sort.PERSON]
    if len(people) != 1 or _FOR_ANOTHER.search(text[start : people[0].begin]):
        return None
    return people[0] if _is_head(text, people[0], end) or text.startswith(" of ", people[0].end) else None


def _lone(name: str, lexicon: Lexicon) -> Mention | None:
    """Return the person who is named in a sentence of no more than a name."""
    people = [one for one in lexicon.mentions(name) if one.sort is Sort.PERSON]
    return people[0] if people else None


def _is_head(text: str, mention: Mention, end: int) -> bool:
    """Whether the words of a speaker end with this name; `a NATO spokesman` does not."""
    return not text[mention.end : end].strip()


def _nameless(speaker: str, start: int, end: int) -> Mention | None:
    split = speaker.split()
    named = any(map(is_capital, split))
    pronoun = has_any(speaker, PRONOUNS)
    if (
        not named
        or pronoun
        or len(split) > MOST_SPEAKER
        or split[0].casefold() in {"who", "which", "that", "as"}
        or split[-1] not in GROUPS
    ):
        return None
    return Mention(start, end, speaker, Sort.BODY, speaker)


def _by_subject(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Ask for the subject of `Ana Rojas warned that ...` and `Ana Rojas accuses ...`."""
    text = sentence.text
    found = lexicon.mentions(text)
    about = subject(text, found)
    if about is None or not can_be_asked(text, about, found) or not is_told(text, about):
        return
    rest = text[about.end :]
    that, does = _THAT.match(rest), _DOES.match(rest)
    if that and (not _is_statement(that["said"], direct=False) or is_personal(rest)):
        return
    if does and does["first"].casefold().strip(".,") in PRONOUNS | {"this", "that", "these", "those"}:
        return
    if (that or does) and about.sort in {Sort.PERSON, Sort.BODY, Sort.COUNTRY}:
        who = {Sort.PERSON: "Who", Sort.BODY: "Which organisation", Sort.COUNTRY: "Which country"}[about.sort]
        yield from asked(sentence, paragraph, about, lexicon, f"{who}{tail(text, about)}?", SCORE)
