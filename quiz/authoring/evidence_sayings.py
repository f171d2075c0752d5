"""What of an English paragraph is somebody's saying: reported, or quoted word for word."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_QUOTED = 4
"""Words of a quotation that says something; shorter ones are names, titles and single words."""

MOST_ABOVE = 1000
"""Characters above a saying in which its speaker is looked for."""

PRONOUNS = frozenset(("he", "she"))

_SAYS = (
    "says|said|claims|claimed|argues|argued|believes|believed|thinks|thought|insists|insisted|alleges|alleged"
    "|suggests|suggested|maintains|maintained|contends|contended|asserts|asserted|estimates|estimated|warns"
    "|warned|predicts|predicted|complains|complained|went on|was quoted as saying|stated|declared|declares"
    "|concludes|concluded|is convinced|was convinced|is sure|was sure|feared|stresses|stressed"
)
_SAYS_THAT = (
    r"(?:wrote|writes|adds|added|replied|replies|responded|told (?:[\w']+ ){1,4}"
    r"|(?:has |had )?made (?:it )?clear ) ?that"
)
_QUOTES = (
    rf"{_SAYS}|added|adds|wrote|writes|told|replied|replies|responded|explained|explains|announced|announces"
    "|noted|notes|answered|answers|asked|remarked|remarks|commented|comments|continued|recalled|recalls"
    "|exclaimed|joked|cried|shouted|tweeted|admitted|admits|confirmed|confirms|promised|promises|goes on"
    "|spoke|speaks"
)
CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w'-]*\.?)"
"""A word that may be part of a name."""

_NAME = rf"{CAPITAL}(?: (?:(?:of|de|van|von|the|al|bin) )?{CAPITAL}){{0,4}}"
_ADVERB = r"(?:(?:has|had|also|later|then|once|further|himself|herself|\w+ly) )?"
_SUBJECT = re.compile(
    rf"(?P<who>{_NAME}|\b(?:[Hh]e|[Ss]he))(?:, [^,]{{1,80}},)? {_ADVERB}"
    rf"(?:(?:{_SAYS})(?: (?:on|in|at) {CAPITAL})?\b(?P<that> that\b)?|(?P<must>{_SAYS_THAT})\b)"
)
_INVERTED = re.compile(rf"[,\"'] (?:{_SAYS}) (?P<who>(?!that )(?:[a-z]+ ){{0,4}}{_NAME})")
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|eyes|words) of) "
    rf"(?P<who>(?:the )?(?:[a-z]+ ){{0,3}}{_NAME})"
)
_VIEW = re.compile(rf"\b[Ii]n (?P<who>{_NAME})'s? (?:view|opinion|eyes|words)\b")
_NO_SPEAKER = re.compile(
    r"(?:It|This|That|They|We|Some|Many|Most|Others?|Police|People|Nobody|Everyone|One|The|I|And|But|As|So|An?"
    r"|Folklore|Legend|Tradition|Rumou?r|Myth|Popular|Critics|Science|Law|Scripture"
    r"|(?P<many>[A-Z][a-z]+s))"
)
_JOINT = re.compile(
    r"^(?:But|And|Yet|So|When|If|As|While|Although|Though|However|Because|Since|Where) (?=[A-Z])"
)
_FIGURES = re.compile(
    r"\b(?:census|data|bureau|statistics|survey|report|records?|study|estimates?|figures|tradition|legend|myth|"
    r"Bible|Gospel|Torah|Qur'?an|Koran|Sunnah|Hadith|law|theory|theorem|"
    r"act|constitution|treaty|article|section|rules?)\b|\d",
    re.IGNORECASE,
)
_PHRASE = r"(?:(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])\.|[^\s,.;:\"]+)"
_WORDS = rf"{_PHRASE}(?: {_PHRASE}){{0,7}}?"
_BEHIND = re.compile(
    rf",? ?(?:(?:{_QUOTES}) (?P<who>{_WORDS})(?=[,.;:]|$| (?:in|at|on|to|about|of|from|after|before|during) )"
    rf"|(?P<first>{_WORDS}) {_ADVERB}(?:{_QUOTES})\b)"
)
_BEFORE = re.compile(
    rf"(?P<who>{_NAME}|\b[Hh]e|\b[Ss]he)(?:, [^,]{{1,80}},)? "
    rf"(?:{_ADVERB}(?:{_QUOTES})\b[^\"]{{0,60}})?[,:] ?$"
)
_QUOTATION = re.compile(r"\"([^\"]+)\"")
_ENDED = re.compile(r"(?:^|[.!?]\"?)\s*$")


class Attribution(NamedTuple):
    """Who says something in a sentence, and the parts of the sentence that are what is said."""

    who: str
    said: tuple[str, ...]


class Saying(NamedTuple):
    """A part ``start:end`` of a paragraph that somebody says; ``who`` is empty where nobody is named."""

    start: int
    end: int
    who: str


def attributions(sentence: str, paragraph: str = "") -> Iterator[Attribution]:
    """Yield who says what in an English sentence: `X said that ...`, `..., said X`, `according to X`.

    Speakers have a name, or are he or she. Laws, surveys and the like are none. A lone word such as
    `Hopkins` may be many; it is one where the paragraph has it behind a first name.
    """
    for found in _SUBJECT.finditer(sentence):
        starts = not sentence[: found.start()].strip(" \"'") or found["who"] in {"A", "An"}
        if not (starts and _is_nobody(found["who"], paragraph)):
            yield Attribution(_JOINT.sub("", found["who"].rstrip(".")), _said(sentence, found))
    for pattern in (_INVERTED, _ACCORDING, _VIEW):
        for found in pattern.finditer(sentence):
            if pattern is not _ACCORDING or not _FIGURES.search(sentence[found.start() : found.end() + 20]):
                around = (sentence[: found.start()], sentence[found.end() :])
                yield Attribution(found["who"].rstrip("."), around)


def _is_nobody(who: str, paragraph: str) -> bool:
    found = _NO_SPEAKER.fullmatch(who)
    if found is None:
        return False
    return not (found["many"] and re.search(rf"{CAPITAL} {who}\b", paragraph))


def _said(sentence: str, found: re.Match[str]) -> tuple[str, ...]:
    """Return what is said: behind the verb, or around it where the speaker stands between commas."""
    after = sentence[found.end() :]
    aside = not (found["that"] or found["must"]) and (
        not after.strip(" .!?\"'") or after.lstrip("\"'")[:1] in {",", ".", ";", ":"}
    )
    return (sentence[: found.start()], after) if aside else (after,)


@functools.lru_cache(maxsize=512)
def sayings(paragraph: str, before: str = "") -> tuple[Saying, ...]:
    """Return what is somebody's saying in a paragraph with plain quotes; ``before`` is what stands above it.

    A quotation has its speaker behind it, before it, or in the sentence before.
    """
    return tuple(_sayings(paragraph, before))


def _sayings(paragraph: str, before: str) -> Iterator[Saying]:
    start = 0
    for sentence in sentences(paragraph):
        start = paragraph.index(sentence.quote, start)
        for who, said in attributions(sentence.quote, paragraph):
            for part in said:
                place = start + sentence.quote.index(part) if part else start
                yield Saying(place, place + len(part), who)
    if paragraph.count('"') % 2 == 0:
        yield from _quotations(paragraph, before)


def _quotations(paragraph: str, before: str) -> Iterator[Saying]:
    last = ""
    for found in _QUOTATION.finditer(paragraph):
        who = _by(paragraph, found, before) or (last if _ENDED.search(paragraph[: found.start()]) else "")
        if who and len(found[1].split()) >= FEWEST_QUOTED:
            yield Saying(found.start(1), found.end(1), who)
            last = who


def _by(paragraph: str, found: re.Match[str], before: str) -> str:
    """Return who says a quotation, or nothing where that is not told."""
    behind = _BEHIND.match(paragraph[found.end() :])
    if behind and found[1][-1:] in {",", ".", "!", "?"} | ({paragraph[found.end()]} & {","}):
        return str(behind["first"] or behind["who"])
    above = paragraph[: found.start()]
    introduced = _BEFORE.search(above[-200:])
    if introduced:
        return introduced["who"]
    if not _ENDED.search(above) or found[1][-1:] not in {".", "!", "?"}:
        return ""
    return _speaker_before(above.strip() or before.strip())


def _speaker_before(text: str) -> str:
    """Return who speaks in the last sentence of a text, or is named first in it; nothing for nobody."""
    for sentence in [one.quote for one in sentences(text[-MOST_ABOVE:])][-1:]:
        return _teller(sentence, text)
    return ""


def _teller(sentence: str, text: str) -> str:
    told = [one.who for one in attributions(sentence, text)]
    told += [
        one["first"] or one["who"] for one in _BEHIND.finditer(sentence) if sentence[one.start() - 1] == '"'
    ]
    named = re.search(rf"(?:{CAPITAL} )+{CAPITAL}", sentence)
    tellers = [one for one in told if one.casefold() not in PRONOUNS]
    return tellers[-1] if tellers else named[0] if named else ""


def meant(one: Saying, paragraph: str, before: str) -> str:
    """Return who is meant by a speaker: the name itself, or who `he` is in the sentences above.

    Where these name nobody, the whole text is returned, for it may be anybody.
    """
    if one.who.casefold() not in PRONOUNS:
        return one.who
    above = f"{before} {paragraph[: one.start]}"
    for sentence in reversed(sentences(above[-MOST_ABOVE:])):
        who = _teller(sentence.quote, above)
        if who:
            return who
    return f"{before} {paragraph}"
