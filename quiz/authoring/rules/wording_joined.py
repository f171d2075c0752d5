"""Two clauses of one subject in a sentence: `Bern is the capital and lies on the Rhine`."""

from __future__ import annotations

import re

_BE = "is|are|was|were"
# `will`, `can` and `must` are nouns as well.
_AUXILIARY = (
    rf"{_BE}|has|had|does|did|cannot|could|would|should|(?:can|must|will)(?!\s(?:to|of|is|are|was|were)\b)"
)
FEWEST_WORDS = 3
"""Words that a clause with a verb of its own has at least."""

_PAST = (
    "ate|became|began|broke|chose|drew|drove|flew|forgot|gave|grew|knew|sang|shrank|sank|spoke|stole"
    "|swam|threw|took|tore|went|wore|wrote|appeared|arrived|belonged|consisted|died|disappeared|emerged|existed"
    "|happened|lasted|lived|occurred|participated|refused|remained|resigned|stayed"
)
"""The past of verbs, which is neither a noun nor what follows `was`."""
_PRESENT = (
    "absorbs|allows|appears|becomes|begins|belongs|boils|breathes|brings|carries|comes|consists|contains|contributes"
    "|converts|depends|dies|eats|emits|exists|freezes|gives|goes|grows|happens|includes|keeps|knows|lays|loses|makes"
    "|meets|melts|obtains|occurs|owns|possesses|produces|provides|receives|reflects|requires|serves|sits"
    "|speaks|takes|weighs"
)
_THE = r"(?:the|an?|its|his|her|their|no|any|more|most|less|about|only|over|almost|nearly|\d[\d.,]*)"
_PLACED = {
    "lies|stands": "on|in|at|between|near|north|south|east|west|within|along|outside|under|above|below",
    "fell|rose": "above|at|below|by|from|in|into|on|to",
    "remains": _THE,
    "flows|runs": "into|through|from|along|past|around|across",
    "borders|causes|covers|crosses|holds|leads|measures|needs|orbits|plays|rules|separates|shares|supports"
    "|uses|wins": rf"{_THE}|[A-Z]\w+",
    "ends|flies|forms|lasts|leaves|lives|moves|rises|starts|turns|works": "as|at|from|in|into|on|to|with",
    "belong|come|feed|grow|lie|live": "on|in|at|from|to|near|under|above|below|along",
    "become|contain|eat|have|include|need|produce|require|use": _THE,
}
"""Verbs that may be nouns or infinitives as well, with what stands behind them where they are not."""
_PLACES = "|".join(rf"(?:{verbs})\s(?:{behind})" for verbs, behind in _PLACED.items())
_PARTICIPLE = (
    r"(?!\w*eed\b)[a-z]{2,}ed|born|built|brought|chosen|drawn|driven|found|given|grown|held|kept|known|led|left|lost|made"
    "|sent|set|sold|spent|spoken|stolen|taken|taught|thrown|told|won|worn|written"
)
_DID = (
    rf"(?:(?!\w*eed\b)[a-z]{{2,}}ed|brought|built|held|kept|led|left|lost|made|sold|won)\s(?:{_THE}\s|[A-Z])"
)
_PREPOSITION = "after|as|at|by|for|from|in|into|of|on|to|until|with"
_ADVERB = r"(?:(?:also|later|then|now|still|never|always|often|finally|once|even|not|[a-z]+ly)\s)?"
_JOIN = rf"(?<!\ball)(?<!\bnothing)(?<!\banything)\s(?P<join>and|but)\s{_ADVERB}"

_SURE = re.compile(
    rf"{_JOIN}(?:{_AUXILIARY}|{_PAST}|{_PRESENT})\b(?!\s(?:therefore|thus|hence|thereby|consequently)\b)"
)
_LIKELY = re.compile(rf"{_JOIN}(?:(?:{_PLACES})\b|{_DID})")
_VERB = re.compile(rf"\b(?:(?:{_AUXILIARY}|have|{_PAST}|{_PRESENT}|{_PLACES})\b|{_DID})")
_PASSIVE = re.compile(rf"\b(?:{_BE}|been)\s{_ADVERB}(?:{_PARTICIPLE})\s(?:{_PREPOSITION})\b")
_PART = re.compile(rf"\b(?:{_PARTICIPLE})\s(?:{_PREPOSITION})\b")
_PASSIVE_TOO = re.compile(rf"{_JOIN}(?:{_PARTICIPLE})\s(?:{_PREPOSITION})\b")
# Two verbs side by side say one thing: `is and was`, `wrote and directed`.
_LAST_WORD = re.compile(rf"{_AUXILIARY}|{_PAST}|have|be|been|now|still|always|not|\w+ed")
# A verb behind one of these may belong to another clause, or to the infinitive.
_WITHIN = re.compile(
    r"\b(?:when|if|while|although|though|unless|until|whenever|wherever|what|why|than)\b", re.IGNORECASE
)
_INFINITIVE = re.compile(
    r"\b(?:to|can|could|will|would|should|must|may|might|do|does|did|not|lets?|makes?|helps?)\b"
)


def second_claim(text: str) -> str | None:
    """Return the word that joins a second verb to a subject that has one already, or None."""
    if _WITHIN.search(text):
        return None
    for look in (_sure, _likely, _passive):
        word = look(text)
        if word is not None:
            return word
    return None


def _sure(text: str) -> str | None:
    """Return the word before a verb that can be nothing else."""
    for joined in _SURE.finditer(text):
        before = text[: joined.start()]
        if len(before.split()) >= FEWEST_WORDS and not _is_beside(before):
            return joined["join"]
    return None


def _likely(text: str) -> str | None:
    """Return the word before what is a verb where another one stands before it."""
    verb = _VERB.search(text)
    for joined in _LIKELY.finditer(text, verb.end()) if verb else ():
        before = text[: joined.start()]
        if not _INFINITIVE.search(before) and not _is_beside(before):
            return joined["join"]
    return None


def _is_beside(before: str) -> bool:
    """Whether a text ends with a verb itself."""
    return _LAST_WORD.fullmatch(before.rsplit(maxsplit=1)[-1]) is not None


def _passive(text: str) -> str | None:
    """Return the word before a second participle where both have their own place, time or agent."""
    passive = _PASSIVE.search(text)
    joined = _PASSIVE_TOO.search(text, passive.end()) if passive else None
    if passive is None or joined is None or _PART.search(text, passive.end(), joined.start()):
        return None
    return joined["join"]
