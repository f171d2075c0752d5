"""Whether a text has changed since questions were checked against it: told once for each paragraph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.grounds import paragraphs_named, standing_of
from quiz.authoring.quotes import How, differences
from quiz.authoring.rule import Family, Rule, each_bank, questions
from quiz.authoring.stamps import digest, is_stamped
from quiz.bank.problem import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written

MOST_NAMED = 20
"""So many questions are told by their names."""

MOST_CHANGES = 3
"""So many changes of a paragraph are told."""


def _changed(bank: Material) -> Iterator[Found]:
    groups: dict[tuple[str, tuple[int, ...]], list[Written]] = defaultdict(list)
    for written in bank.written:
        source, document = written.question.source, bank.document_of(written)
        if source is not None and document is not None and _is_stale(written, bank):
            groups[document, source.paragraphs].append(written)
    for (document, cited), group in groups.items():
        moved = _moved_to(group, bank)
        were, them = ("was", "the question") if len(group) == 1 else ("were", "the questions")
        named, have = paragraphs_named(cited), "has" if len(cited) == 1 else "have"
        yield Found(
            group[0].at("source", "checked"),
            f"{named} of {shown(document)} {have} changed since {_names(group)} {were} checked"
            + (f": what it was is paragraph {moved} now" if moved else _account(group, bank)),
            (f"cite paragraph {moved}" if moved else f"read it again, mend {them} if need be")
            + ", then run `quiz check --stamp`",
        )


def _is_stale(written: Written, bank: Material) -> bool:
    paragraph = bank.paragraph_of(written)
    if paragraph is None or not written.sound or written.value("source", "checked") is None:
        return False
    return not is_stamped(written, digest(paragraph))


def _names(group: Sequence[Written]) -> str:
    """Return the names of questions, the first `MOST_NAMED` of very many."""
    names = [shown(written.question.id) for written in group]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _moved_to(group: Sequence[Written], bank: Material) -> int | None:
    """Return the one paragraph that is now what all of the questions were checked against, or None."""
    same = [
        number
        for number, text in bank.paragraphs_of(group[0]).items()
        if all(is_stamped(written, digest(text)) for written in group)
    ]
    return same[0] if len(same) == 1 else None


def _account(group: Sequence[Written], bank: Material) -> str:
    """Return what the quotes tell of the change: words that became others, quotes that are gone, or none."""
    told = list(dict.fromkeys(change for written in group for change in _changes(written, bank)))
    more = ["and more"] if len(told) > MOST_CHANGES else []
    if told:
        return f": {', '.join([*told[:MOST_CHANGES], *more])}"
    standing = all(standing_of(written, bank) is not None for written in group)
    return (
        f", though what {'they quote' if len(group) > 1 else 'it quotes'} still stands there"
        if standing
        else ""
    )


def _changes(written: Written, bank: Material) -> Iterator[str]:
    source, standing = written.question.source, standing_of(written, bank)
    if source is None or source.quote is None or standing is None:
        return
    if standing.how is How.NEAR and standing.paragraphs[0] in source.paragraphs:
        for old, new in differences(source.quote, standing.words):
            yield f"{shown(old) if old else 'nothing'} -> {shown(new) if new else 'nothing'}"
    elif standing.how is not How.EXACT:
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
            "and the shapes of quotes and dashes, do not count. `quiz check --stamp` writes it for all "
            "questions that stand on their paragraphs."
        ),
        bad=questions(_YEAR.replace(_STAMP, "5d41c0fa"), _TEXT),
        good=questions(_YEAR, _TEXT),
        find=each_bank(_changed),
    ),
)
