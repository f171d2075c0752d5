"""All candidates of a text, and the best of each paragraph."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from quiz.authoring.draft.asking import choices
from quiz.authoring.draft.claims import claims
from quiz.authoring.draft.hanging import hangs
from quiz.authoring.draft.holes import clozes, dates
from quiz.authoring.draft.mentions import Lexicon
from quiz.authoring.draft.sentences import is_askable, sentences
from quiz.authoring.draft.speakers import with_speakers
from quiz.authoring.draft.speech import statements
from quiz.authoring.draft.telling import outside_quotes
from quiz.authoring.draft.words import VAGUE_TIME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.authoring.draft.candidate import Candidate, Passage
    from quiz.authoring.draft.sentences import Sentence

SAME_PROMPT = 80
"""Likeness, of 100, from which two prompts ask the same."""

SAME_KIND, SAME_SENTENCE, SAME_TRUTH, COMMON_KIND = 1.0, 1.5, 1.0, 0.5
"""What a candidate loses beside others: of its paragraph, of its sentence, and of all paragraphs before."""

_MAKERS = (statements, choices, clozes, dates, claims)


def candidates(passages: Sequence[Passage]) -> list[Candidate]:
    """Return all that may be asked about these paragraphs, in their order; nothing is checked yet."""
    found = [(passage.number, sentence) for passage in passages for sentence in sentences(passage.text)]
    lexicon = Lexicon([sentence.text for _, sentence in found])
    told = with_speakers(found, lexicon)
    if told != found:
        found, lexicon = told, Lexicon([sentence.text for _, sentence in told])
    return [one for number, sentence in found for one in _of_sentence(sentence, number, lexicon)]


def _of_sentence(sentence: Sentence, paragraph: int, lexicon: Lexicon) -> Iterator[Candidate]:
    text = sentence.text
    if not is_askable(text) or not sentence.quote.isprintable() or VAGUE_TIME.search(outside_quotes(text)):
        return
    if not hangs(text, lexicon.mentions(text)):
        for make in _MAKERS:
            yield from (one for one in make(sentence, paragraph, lexicon) if sentence.added not in one.things)


def picked(found: Sequence[Candidate], most: int, barred: Collection[int]) -> list[int]:
    """Return the numbers of the best candidates, ``most`` of each paragraph, the best first.

    ``barred`` holds the numbers of those that are out of question. Kinds take turns over the
    paragraphs, and true claims with false ones.
    """
    taken = _Taken()
    chosen: list[int] = []
    numbered = [(number, one) for number, one in enumerate(found) if number not in barred]
    for _, group in groupby(numbered, key=lambda pair: pair[1].paragraph):
        chosen += taken.best(list(group), most)
    return chosen


class _Taken:
    """What was taken so far."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._truths = 0

    def best(self, group: list[tuple[int, Candidate]], most: int) -> list[int]:
        """Take the best of one paragraph."""
        chosen: list[tuple[int, Candidate]] = []
        left = group
        while left and len(chosen) < most:
            here = [one for _, one in chosen]
            best = max(left, key=lambda pair: (self._worth(pair[1], here), -pair[0]))
            chosen.append(best)
            self._note(best[1])
            left = [pair for pair in left if not _clashes(pair[1], best[1])]
        return [number for number, _ in chosen]

    def _worth(self, one: Candidate, here: Sequence[Candidate]) -> float:
        total = self._kinds.total()
        common = COMMON_KIND * 4 * self._kinds[one.kind] / total if total else 0
        kind = SAME_KIND * sum(other.kind is one.kind for other in here)
        sentence = SAME_SENTENCE * sum(other.quote == one.quote for other in here)
        usual = self._truths > 0 if self._truths else None
        truth = SAME_TRUTH if one.truth is not None and one.truth is usual else 0
        return one.score - common - kind - sentence - truth

    def _note(self, one: Candidate) -> None:
        self._kinds[one.kind] += 1
        self._truths += 0 if one.truth is None else 1 if one.truth else -1


def _clashes(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are not to be asked together."""
    if one is other or one.prompt == other.prompt:
        return True
    same = one.quote == other.quote and (
        one.kind is other.kind or not set(one.things).isdisjoint(other.things)
    )
    return same or alike(one.prompt, other.prompt)


def alike(prompt: str, other: str) -> bool:
    """Whether two prompts ask the same in nearly the same words."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - slow to import, and most commands need no drafts

    return fuzz.ratio(prompt.casefold(), other.casefold(), score_cutoff=SAME_PROMPT) > 0
