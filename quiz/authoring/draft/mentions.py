"""All that a text names, sentence by sentence, with one name for each thing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quiz.authoring.draft import gazetteer
from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.mention import NAMES, Mention, Sort
from quiz.authoring.draft.names import Run, is_capital, runs, sort_of, tokens
from quiz.authoring.draft.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAYS_BEFORE = re.compile(rf"\b(?:{SAYING}) $")
_SAYS_AFTER = re.compile(rf"(?:, [^,]{{1,80}},)? (?:{SAYING})\b|, who\b")


class Lexicon:
    """What the whole text shows of its words: which are ordinary, who is who, how often a thing is named.

    ``texts`` are the sentences that questions are made of.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._ordinary, inside = _words(texts)
        self._inside = inside
        found = [(text, list(runs(text, self._ordinary))) for text in dict.fromkeys(texts)]
        self._people = _people(found)
        self._mentions = {text: tuple(sorted(self._read(text))) for text in dict.fromkeys(texts)}
        self.counts = Counter(mention.thing for text in texts for mention in self._mentions[text])
        self._articled = {
            mention.thing for text in texts for mention in self._mentions[text] if has_article(text, mention)
        }
        self._by_sort = self._sorted(texts)

    def _sorted(self, texts: Sequence[str]) -> dict[Sort, list[tuple[str, str]]]:
        found: dict[Sort, dict[str, str]] = {}
        for text in texts:
            for mention in self._mentions[text]:
                found.setdefault(mention.sort, {}).setdefault(mention.thing, _shown(mention))
        return {
            sort: sorted(things.items(), key=lambda one: -self.counts[one[0]])
            for sort, things in found.items()
        }

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what one of the sentences names, in order."""
        return self._mentions[text]

    def things(self, sort: Sort) -> Sequence[tuple[str, str]]:
        """Return the things of a sort, each with how it is shown, the most named first."""
        return self._by_sort.get(sort, ())

    def is_articled(self, thing: str) -> bool:
        """Whether the text writes `the` before a thing."""
        return thing in self._articled

    def _read(self, text: str) -> Iterable[Mention]:
        found = figures(text)
        yield from found
        for run in runs(text, self._ordinary):
            mention = self._mention(run, text)
            if mention is not None and not any(
                mention.start < one.end and one.start < mention.end for one in found
            ):
                yield mention

    def _mention(self, run: Run, text: str) -> Mention | None:
        sort, name = sort_of(run), text[run.tokens[0].start : run.tokens[-1].end]
        if sort is None or (sort is Sort.NAME and self._is_doubtful(run, text)):
            return None
        thing = gazetteer.SAME.get(name, name)
        if sort in {Sort.PERSON, Sort.NAME} and name in self._people:
            sort, thing = Sort.PERSON, self._people[name]
        return Mention(run.tokens[0].start, run.tokens[-1].end, name, sort, thing, run.begin)

    def _is_doubtful(self, run: Run, text: str) -> bool:
        """Whether a word may have its capital only because a sentence begins with it."""
        first = not text[: run.tokens[0].start].strip("“\"'\u2018([ ")
        return first and len(run.tokens) == 1 and run.text not in self._inside


def has_article(text: str, mention: Mention) -> bool:
    """Whether `the` stands before a mention."""
    return text[: mention.start].casefold().endswith(("the ", "the\N{NO-BREAK SPACE}"))


def _words(texts: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are written small somewhere, and those that have a capital within a sentence."""
    small, capital = set(), set()
    for text in texts:
        for number, token in enumerate(tokens(text)):
            if token.text.islower():
                small.add(token.text)
            elif number and is_capital(token.text):
                capital.add(token.text)
    return frozenset(small), frozenset(capital)


def _people(found: Sequence[tuple[str, Sequence[Run]]]) -> dict[str, str]:
    """Return the full names of people, and their last names where one person alone has it."""
    people: dict[str, str] = {}
    last: dict[str, set[str]] = {}
    single = set()
    speakers = {run.text for text, several in found for run in several if _speaks(text, run)}
    for _, several in found:
        known = [sort_of(run) is Sort.PERSON for run in several]
        for number, run in enumerate(several):
            if len(run.tokens) == 1 and known[number]:
                single.add(run.text)
            elif known[number] or (_may_be_person(run) and {run.text, run.tokens[-1].text} & speakers):
                people[run.text] = run.text
                last.setdefault(run.tokens[-1].text, set()).add(run.text)
    alone = {name: min(full) for name, full in last.items() if len(full) == 1}
    return people | {name: name for name in single} | alone


def _speaks(text: str, run: Run) -> bool:
    """Whether somebody says something under this name, or is one who does something."""
    before, after = text[: run.tokens[0].start], text[run.tokens[-1].end :]
    return _SAYS_BEFORE.search(before) is not None or _SAYS_AFTER.match(after) is not None


def _may_be_person(run: Run) -> bool:
    words = run.text.split()
    return (
        sort_of(run) is Sort.NAME
        and len(words) in {2, 3}
        and all(word.isalpha() and word.istitle() for word in words)
    )


def _shown(mention: Mention) -> str:
    """Return how a thing is shown as an option."""
    return mention.thing if mention.sort in NAMES else mention.text
