"""Whether what somebody only says is asked as if it were so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft.sentences import sentences
from quiz.authoring.finding import Found
from quiz.authoring.grounds import standing_of
from quiz.authoring.quotes import How
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.document import folded
from quiz.bank.problem import shown
from quiz.grading.fold import primary
from quiz.question import MatchQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

_SAYS = (
    "says|said|claims|claimed|argues|argued|believes|believed|thinks|thought|insists|insisted|alleges|alleged|"
    "suggests|suggested|maintains|maintained|contends|contended|asserts|asserted|estimates|estimated|warns|warned|"
    "predicts|predicted|complains|complained|went on|was quoted as saying"
)
_CAPITAL = r"[A-Z][\w'-]*\.?"
_NAME = rf"{_CAPITAL}(?: (?:(?:of|de|van|von|the|al|bin) )?{_CAPITAL}){{0,4}}"
_ADVERB = "(?:(?:has|had|also|later|then|once|further|himself|herself) )?"
_SUBJECT = re.compile(
    rf"(?P<who>{_NAME}|\b(?:[Hh]e|[Ss]he))(?:, [^,]{{1,80}},)? {_ADVERB}(?:{_SAYS})\b(?P<that> that\b)?"
)
_INVERTED = re.compile(rf"[,\"'] (?:{_SAYS}) (?P<who>{_NAME})")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>(?:the )?(?:[a-z]+ ){{0,3}}{_NAME})")
_NO_SPEAKER = re.compile(
    r"(?:It|This|That|They|We|Some|Many|Most|Others?|Police|People|Nobody|Everyone|One|The|I|And|But|As|So"
    r"|[A-Z][a-z]+s)"
)
_FIGURES = re.compile(
    r"\b(?:census|data|bureau|statistics|survey|report|records?|study|estimates?|figures|tradition|legend|myth|"
    r"Bible|Gospel|law|theory|theorem|act|constitution|treaty|article|section|rules?)\b|\d",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|claim\w*|accord\w*|views?|opinion\w*|think\w*|thought|believ\w*|belief|argu\w*|accus\w*"
    r"|demand\w*|want\w*|propos\w*|den(?:y|ies|ied)|report\w*|describ\w*|announc\w*|declar\w*|stat(?:es?|ed|ements?)"
    r"|call\w*|nam(?:e|es|ed)|mean\w*|answer\w*|repl\w*|respon\w*|estimat\w*|warn\w*|predict\w*|suggest\w*|assert\w*"
    r"|alleg\w*|maintain\w*|insist\w*|contend\w*|tells?|told|quot\w*|mention\w*|consider\w*|sees?|regard\w*|wish\w*"
    r"|asks?|asked|offer\w*|critic\w*|prais\w*|reason\w*|explain\w*|comment\w*|remark\w*|position|stance|promis\w*"
    r"|judg\w*|finds?|found|feels?|felt|writ\w*|wrote|hopes?|hoped|fears?|feared|expect\w*|plan\w*|complain\w*"
    r"|who|whom|whose|rules? out|supposed\w*|apparent\w*|reputed\w*)\b",
    re.IGNORECASE,
)


class Attribution(NamedTuple):
    """Who says something in a sentence, and the parts of the sentence that are what is said."""

    who: str
    said: tuple[str, ...]


def attributions(sentence: str) -> Iterator[Attribution]:
    """Yield who says what in an English sentence: `X said that ...`, `..., said X`, `according to X`.

    Speakers have a name, or are he or she. Laws, surveys and the like are none.
    """
    for found in _SUBJECT.finditer(sentence):
        starts = not sentence[: found.start()].strip(" \"'")
        if starts and _NO_SPEAKER.fullmatch(found["who"]):
            continue
        yield Attribution(found["who"].rstrip("."), _said(sentence, found))
    for found in _INVERTED.finditer(sentence):
        yield Attribution(found["who"].rstrip("."), (sentence[: found.start()], sentence[found.end() :]))
    for found in _ACCORDING.finditer(sentence):
        if not _FIGURES.search(sentence[found.start() : found.end() + 20]):
            yield Attribution(found["who"].rstrip("."), (sentence[: found.start()], sentence[found.end() :]))


def _said(sentence: str, found: re.Match[str]) -> tuple[str, ...]:
    """Return what is said: behind the verb, or around it where the speaker stands between commas."""
    after = sentence[found.end() :]
    aside = not found["that"] and (
        not after.strip(" .!?\"'") or after.lstrip("\"'")[:1] in {",", ".", ";", ":"}
    )
    return (sentence[: found.start()], after) if aside else (after,)


def _claim(written: Written, bank: Material) -> Iterator[Found]:
    source, standing, paragraph = (
        written.question.source,
        standing_of(written, bank),
        bank.paragraph_of(written),
    )
    if standing is None or standing.how is not How.EXACT or paragraph is None or source is None:
        return
    if not written.sound or primary(bank.language) != "en" or _ATTRIBUTES.search(_shown(written.question)):
        return
    speaker = _speaker(folded(source.quote or ""), folded(paragraph), _shown(written.question))
    if speaker:
        yield Found(
            written.at(),
            f"in paragraph {source.paragraph} this is what {shown(speaker)} says, and it is asked as a fact",
            "say in the prompt whose claim it is, as in `According to ..., which ...?`",
        )


def _speaker(quote: str, paragraph: str, asked: str) -> str | None:
    """Return who says what is quoted, when the question names no word of it; a pronoun is anybody."""
    for sentence in sentences(paragraph):
        for who, said in attributions(sentence.quote) if quote in sentence.quote else ():
            pronoun = who.casefold() in {"he", "she"}
            words = re.findall(_CAPITAL, paragraph if pronoun else who)
            if any(quote in part for part in said) and not any(word.rstrip(".") in asked for word in words):
                return who
    return None


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
