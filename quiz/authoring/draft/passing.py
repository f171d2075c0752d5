"""Candidates that every rule lets pass, in a bank of their own and beside what a bank has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.check import check
from quiz.authoring.draft.entries import entries_of
from quiz.authoring.draft.ranking import alike, picked
from quiz.authoring.layout import FaultyEntry, NameTaken, appended
from quiz.authoring.material import Material, material
from quiz.authoring.selecting import EVERY, chosen
from quiz.bank import quote_stands

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.authoring.draft.candidate import Candidate
    from quiz.authoring.finding import Finding
    from quiz.authoring.rule import Rule
    from quiz.authoring.writing import Entry
    from quiz.question import Question

MOST_ROUNDS = 12
"""How often others are tried in place of those that the rules do not let pass."""


class Ground(NamedTuple):
    """A bank that questions are added to: its path, its text, and the paragraphs that it cites."""

    path: str
    text: str
    paragraphs: Mapping[int, str]

    def material(self, text: str) -> Material:
        """Return the bank with another text, ready to be checked."""
        return material(text.encode(errors="surrogatepass"), self.path, "bank", lambda _: self.paragraphs)


def passed(found: Sequence[Candidate], most: int, ground: Ground) -> list[Candidate]:
    """Return the best candidates of each paragraph about which no rule has anything to say.

    ``ground`` is the bank without any question: what is proposed does not depend on what is
    there already. Where a rule objects to one, the next of its paragraph is tried.
    """
    barred = {
        number
        for number, one in enumerate(found)
        if not quote_stands(one.quote, ground.paragraphs.get(one.paragraph, ""))
    }
    for _ in range(MOST_ROUNDS):
        numbers = picked(found, most, barred)
        bad = objected([found[number] for number in numbers], ground)
        if not bad:
            break
        barred |= {numbers[place] for place in bad}
    return without_objections([found[number] for number in picked(found, most, barred)], ground)


def without_objections(given: list[Candidate], ground: Ground) -> list[Candidate]:
    """Return those of the candidates that can be added to a bank without any new finding in it."""
    while given:
        bad = objected(given, ground)
        if not bad:
            break
        given = [one for place, one in enumerate(given) if place not in bad]
    if not given or not _spoils(given, ground):
        return given
    if len(given) == 1:
        return []
    half = len(given) // 2
    first = without_objections(given[:half], ground)
    more = ground._replace(text=appended(ground.text, entries_for(first, ground)))
    return first + without_objections(given[half:], more)


def objected(given: Sequence[Candidate], ground: Ground) -> set[int]:
    """Return the places, in ``given``, of the candidates in which a rule finds something."""
    if not given:
        return set()
    try:
        bank = ground.material(appended(ground.text, entries_for(given, ground)))
    except (FaultyEntry, NameTaken):
        return _faulty(given, ground)
    begin = len(bank.written) - len(given)
    starts = [written.question.location.line for written in bank.written[begin:]]
    lines = {finding.location.line for finding in check([bank], _rules())}
    ends = [*starts[1:], len(bank.text.splitlines()) + 2]
    return {
        place
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        if any(start <= line < end for line in lines)
    }


def _faulty(given: Sequence[Candidate], ground: Ground) -> set[int]:
    """Return the places of those that cannot be written one by one; all where each one alone can be."""
    bad = set()
    for place, one in enumerate(given):
        try:
            appended(ground.text, entries_for([one], ground))
        except (FaultyEntry, NameTaken):
            bad.add(place)
    return bad or set(range(len(given)))


def _spoils(given: Sequence[Candidate], ground: Ground) -> bool:
    """Whether the bank as a whole has a new finding with these candidates in it."""
    before = Counter(_told(ground, ground.text))
    return bool(Counter(_told(ground, appended(ground.text, entries_for(given, ground)))) - before)


def _told(ground: Ground, text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in check([ground.material(text)], _rules())]


def _rules() -> tuple[Rule, ...]:
    return chosen(EVERY)


def entries_for(given: Sequence[Candidate], ground: Ground) -> list[Entry]:
    """Return candidates as drafts for a bank, each with a name that the bank does not have."""
    taken = {one.question.id for one in ground.material(ground.text).written}
    return entries_of(given, taken)


def objections(entry: Entry, others: Ground) -> list[Finding]:
    """Return what the rules say of one question beside the others of a bank; raises what ``appended`` does.

    ``others`` is the bank without the question and without what it was before it was changed.
    """
    bank = others.material(appended(others.text, [entry]))
    start = bank.written[-1].question.location.line
    return [one for one in check([bank], _rules()) if one.location.line >= start]


def is_known(one: Candidate, questions: Sequence[Question]) -> bool:
    """Whether a bank asks this: in nearly the same words, or in the same way of the same sentence.

    A question on another paragraph asks something else, be its words ever so like: in a text of
    figures, sentences often differ in these alone.
    """
    return any(asks(question, one) for question in questions)


def asks(question: Question, one: Candidate) -> bool:
    """Whether a question asks what a candidate would."""
    source = question.source
    if source is None or source.paragraph is None:
        return alike(question.ask, one.prompt)
    if source.paragraph != one.paragraph:
        return False
    return alike(question.ask, one.prompt) or (source.quote == one.quote and question.kind is one.kind)
