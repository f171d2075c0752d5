"""Claims that are true as the text has them, or false in one exchanged number or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.draft.candidate import Candidate
from quiz.authoring.draft.fitting import can_be_asked, can_be_exchanged
from quiz.authoring.draft.mention import Sort
from quiz.authoring.draft.telling import (
    best,
    contradicts,
    exchanged,
    is_jumbled,
    is_personal,
    others,
)
from quiz.authoring.draft.words import NEGATION
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.draft.mentions import Lexicon
    from quiz.authoring.draft.sentences import Sentence

MOST_WORDS = 26
"""Words of a claim: longer sentences hold several."""

_QUOTES = frozenset('“”"\u2018„«»;:()')


def claims(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield false claims, one for each thing that can be exchanged, and the true one, where there are any.

    A sentence with a negation or a quotation gives none.
    """
    text = sentence.text
    if not _is_plain(text):
        return
    found = lexicon.mentions(text)
    if is_jumbled(found):
        return
    for worth, mention in sorted(best(found, lexicon), key=lambda one: (-one[0], one[1].start)):
        fit = can_be_asked(text, mention, found) and can_be_exchanged(text, mention)
        if mention.sort is Sort.WEEKDAY or not fit:
            continue
        other = next((one for one in others(text, mention, lexicon) if contradicts(text, mention, one)), None)
        if other is not None:
            false = exchanged(text, mention, other)
            why = f"The text says {mention.text}, not {other}: {text}"
            keys = (("claim", false), ("answer", False), ("why", why))
            yield Candidate(
                paragraph, sentence.quote, Kind.TRUE_FALSE, false, "false", (mention.thing,), worth, keys
            )
            true = (("claim", text), ("answer", True))
            yield Candidate(
                paragraph, sentence.quote, Kind.TRUE_FALSE, text, "true", (mention.thing,), worth - 0.1, true
            )


def _is_plain(text: str) -> bool:
    return (
        len(text.split()) <= MOST_WORDS
        and text.endswith(".")
        and _QUOTES.isdisjoint(text)
        and not NEGATION.search(text)
        and not is_personal(text)
    )
