"""Whether a text has changed since questions were checked against it: told once for each paragraph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.digests import digest
from quiz.authoring.finding import Found
from quiz.authoring.grounds import paragraphs_named, standing_of
from quiz.authoring.moving import known_elsewhere, move_edits, moves, stale
from quiz.authoring.quotes import How, differences
from quiz.authoring.rule import Family, Rule, each_bank, questions
from quiz.bank.problem import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Location

MOST_NAMED = 20
"""So many questions are told by their names."""

MOST_CHANGES = 3
"""So many changes of a paragraph are told."""


class _Cited(NamedTuple):
    """One paragraph of a text, and those that are now what it was, if that is known."""

    document: str
    number: int
    now: tuple[int, ...]


class _Asking(NamedTuple):
    """A question that cites it, and where in its source: 0 is ``paragraph``, 1 the first of ``also``."""

    written: Written
    place: int
    to: int | None


def _changed(bank: Material) -> Iterator[Found]:
    for cited, group in _groups(bank).items():
        askings = [one.written for one in group]
        were, them = ("was", "the question") if len(group) == 1 else ("were", "the questions")
        yield Found(
            _place(group[0]),
            f"paragraph {cited.number} of {shown(cited.document)} has changed since {_names(askings)} "
            f"{were} checked" + (_now(cited) if cited.now else _account(askings, cited.number, bank)),
            (
                f"cite paragraph {' or '.join(map(str, cited.now))}, or take `checked:` away where paragraph "
                f"{cited.number} is meant, then run `quiz check --stamp`"
                if cited.now
                else f"read it again, mend {them} if need be, then run `quiz check --stamp`"
            ),
            tuple(edit for one in group if one.to for edit in move_edits(one.written, one.place, one.to)),
        )


def _groups(bank: Material) -> dict[_Cited, list[_Asking]]:
    """Return the questions that cite paragraphs which exist and are not as they were checked."""
    groups: dict[_Cited, list[_Asking]] = defaultdict(list)
    for written in bank.written:
        found, document = stale(written, bank), bank.document_of(written)
        if not found or document is None:
            continue
        elsewhere, certain = known_elsewhere(written, bank), moves(written, bank)
        for one in found:
            if one.number in bank.paragraphs_of(written):
                now = one.now if one in elsewhere else ()
                groups[_Cited(document, one.number, now)].append(
                    _Asking(written, one.place, certain.get(one.place))
                )
    return groups


def _place(asking: _Asking) -> Location:
    """Return where the digest stands."""
    return asking.written.at("source", "checked", asking.place)


def _now(cited: _Cited) -> str:
    are = "is" if len(cited.now) == 1 else "are"
    return f": what it was {are} {paragraphs_named(cited.now)} now"


def _names(group: Sequence[Written]) -> str:
    """Return the names of questions, the first `MOST_NAMED` of very many."""
    names = [shown(written.question.id) for written in group]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _account(group: Sequence[Written], number: int, bank: Material) -> str:
    """Return what the quotes tell of the change: words that became others, quotes that are gone, or none."""
    told = list(dict.fromkeys(change for written in group for change in _changes(written, number, bank)))
    more = ["and more"] if len(told) > MOST_CHANGES else []
    if told:
        return f": {', '.join([*told[:MOST_CHANGES], *more])}"
    if all(_stands(written, number, bank) for written in group):
        return f", though what {'they quote' if len(group) > 1 else 'it quotes'} still stands there"
    return ""


def _stands(written: Written, number: int, bank: Material) -> bool:
    standing = standing_of(written, bank)
    return standing is not None and standing.how is How.EXACT and number in standing.paragraphs


def _changes(written: Written, number: int, bank: Material) -> Iterator[str]:
    source, standing = written.question.source, standing_of(written, bank)
    if source is None or source.quote is None or standing is None:
        return
    if standing.how is How.NEAR and standing.paragraphs[0] in source.paragraphs:
        if standing.paragraphs[0] == number:
            for old, new in differences(source.quote, standing.words):
                yield f"{shown(old) if old else 'nothing'} -> {shown(new) if new else 'nothing'}"
    elif standing.how is not How.EXACT and number == source.paragraph:
        yield f"{shown(source.quote)} is gone"


_TEXT = "The bridge was built in 1862, of stone.\n\nIn 1903 it was made wider."
_STAMP = digest("The bridge was built in 1862, of stone.")
_YEAR = (
    "  - ask: In which year was the bridge built?\n    number: 1862\n"
    f"    source: {{paragraph: 1, checked: '{_STAMP}'}}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="text-changed",
        family=Family.GROUNDING,
        about=(
            "A paragraph is not what it was when a person last checked questions against it, which "
            "`checked:` remembers. It is told once for each paragraph, at the first of the questions, with "
            "the names of all of them and, as far as their quotes tell it, what has changed. Line breaks, "
            "and the shapes of quotes and dashes, do not count. Where one other paragraph is now what it "
            "was, and the questions fit it, `--fix` writes its number. `quiz check --stamp` writes "
            "`checked:` for all questions that stand on their paragraphs."
        ),
        bad=questions(_YEAR.replace(_STAMP, "5d41c0fa"), _TEXT),
        good=questions(_YEAR, _TEXT),
        find=each_bank(_changed),
    ),
)
