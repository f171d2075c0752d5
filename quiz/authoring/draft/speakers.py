"""Who `he` is in `“...,” he said`, where the sentence before names one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.mention import Sort
from quiz.authoring.draft.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.mentions import Lexicon
    from quiz.authoring.draft.sentences import Sentence

    Numbered = tuple[int, Sentence]

_SPOKE = re.compile(rf"(?P<said>[“\"][^“”\"]+[”\"]) (?:[Hh]e|[Ss]he) (?P<verb>{SAYING})\.")


def with_speakers(found: Sequence[Numbered], lexicon: Lexicon) -> list[Numbered]:
    """Return the sentences of all paragraphs, with a name for `he` in those that are a quotation.

    The name is that of the one person in the sentence before. Where that is one of the same
    paragraph, it is quoted as well; else the name is not what can be asked for.
    """
    told = list(found)
    for at, ((number, sentence), before) in enumerate(zip(found[1:], found, strict=False), start=1):
        spoke = _SPOKE.fullmatch(sentence.text)
        people = {one.thing for one in lexicon.mentions(before[1].text) if one.sort is Sort.PERSON}
        if spoke is None or len(people) != 1:
            continue
        (name,) = people
        text = f"{spoke['said']} {name} {spoke['verb']}."
        here = before[0] == number
        quote = f"{before[1].quote} {sentence.quote}" if here else sentence.quote
        told[at] = (number, sentence._replace(quote=quote, text=text, added="" if here else name))
    return told
