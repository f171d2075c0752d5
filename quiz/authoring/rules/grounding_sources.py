"""Whether questions cite a text, and whether what they cite exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Found, Severity
from quiz.authoring.grounds import quote_edit, standing_of
from quiz.authoring.moving import move_edits, moves
from quiz.authoring.quotes import How
from quiz.authoring.rule import Example, Family, Rule, each_bank, each_question, questions
from quiz.bank import CannotRead
from quiz.bank.problem import shown
from quiz.question import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quiz.authoring.finding import Edit
    from quiz.authoring.material import Material
    from quiz.bank import Written


def _no_source(bank: Material) -> Iterator[Found]:
    document = bank.bank.source if bank.bank else None
    bare = [written for written in bank.written if written.sound and written.value("source") is None]
    cited = any(written.value("source") is not None for written in bank.written)
    if document is not None and not cited and bare:
        yield Found(
            _bank_key(bank, "source"),
            f"no question of the bank cites a paragraph of {shown(document)}",
            "add `source:` with `paragraph:` and `quote:` to the questions, or take this line away",
        )
    elif cited:
        for written in bare:
            yield Found(
                written.at(),
                "the question cites no source, though others of the bank do",
                "add `source:` with the `paragraph:` that proves its answer",
            )
    for written in bank.written:
        yield from _no_paragraph(written, bank)


def _no_paragraph(written: Written, bank: Material) -> Iterator[Found]:
    source = written.question.source
    if source is None or source.paragraph is not None or written.value("source", "paragraph") is not None:
        return
    standing = standing_of(written, bank)
    known = standing.paragraphs if standing and standing.how is How.EXACT else ()
    cure = (
        f"add `paragraph: {known[0]}`, where the quote stands"
        if known
        else "add `paragraph:` with its number"
    )
    yield Found(written.key("source"), "the source names no paragraph", cure)


def _bank_key(bank: Material, key: str) -> Location:
    return bank.keys.get(key, Location(bank.path, 1, 1))


def _no_text(bank: Material) -> Iterator[Found]:
    if "source" in bank.keys:  # where it gives no text, the reader says why
        return
    citing = [
        written
        for written in bank.written
        if written.sound and written.question.source is not None and bank.document_of(written) is None
    ]
    if citing:
        first = citing[0].written("source", "paragraph") or citing[0].written("source", "quote") or ""
        yield Found(
            citing[0].key("source"),
            f"{shown(first)} is cited, but neither the question nor the bank says of which text",
            "add `source:` with the name of the text to the bank, or `document:` here",
        )


def _missing_text(bank: Material) -> Iterator[Found]:
    own = bank.bank.source if bank.bank else None
    if own is not None:
        yield from _unreadable(own, bank, bank.values["source"])
    for written in bank.written:
        document = written.question.source.document if written.question.source else None
        if document is not None:
            yield from _unreadable(document, bank, written.at("source", "document"))


def _unreadable(document: str, bank: Material, where: Location) -> Iterator[Found]:
    try:
        paragraphs = bank.texts(document)
    except CannotRead as error:
        yield Found(where, f"the text {shown(document)} cannot be used: {error.message}", error.cure)
    else:
        if not paragraphs:
            yield Found(
                where, f"the text {shown(document)} has no paragraph", "write one, or name another text"
            )


def _missing_paragraph(written: Written, bank: Material) -> Iterator[Found]:
    source, paragraphs = written.question.source, bank.paragraphs_of(written)
    if source is None or source.paragraph is None or not paragraphs:
        return
    text, to = shown(bank.document_of(written) or ""), moves(written, bank)
    for place, number in enumerate(source.also, start=1):
        if number not in paragraphs:
            yield Found(
                written.at("source", "also", place - 1),
                f"{text} has {_range(paragraphs)}, and no paragraph {number}",
                _cure(to[place]) if place in to else "cite one that it has, or take it away",
                move_edits(written, place, to[place]) if place in to else (),
            )
    if source.paragraph in paragraphs:
        return
    if 0 in to:
        cure, edits = _cure(to[0]), move_edits(written, 0, to[0])
    else:
        cure, edits = _by_quote(written, bank)
    yield Found(
        written.at("source", "paragraph"),
        f"{text} has {_range(paragraphs)}, and no paragraph {source.paragraph}",
        cure,
        edits,
    )


def _cure(number: int) -> str:
    return f"write {number}, where what it was checked against stands"


def _by_quote(written: Written, bank: Material) -> tuple[str, tuple[Edit, ...]]:
    """Return the cure of a paragraph that does not exist, as far as its quote tells it."""
    standing = standing_of(written, bank)
    moved = standing.paragraphs if standing and standing.how is How.MOVED else ()
    cure = f"write {moved[0]}, where the quote stands" if moved else "cite one that it has"
    return cure, quote_edit(written, moved)


def _range(paragraphs: Mapping[int, str]) -> str:
    """Return ``paragraphs 1 to 15``; they may bear numbers of their own, with gaps."""
    first, last = min(paragraphs), max(paragraphs)
    gaps = "" if last - first + 1 == len(paragraphs) else ", with gaps"
    return f"paragraphs {first} to {last}{gaps}" if last > first else f"paragraph {first} alone"


def _ungrounded(bank: Material) -> Iterator[Found]:
    if bank.bank is None or bank.bank.source is not None or not bank.written:
        return
    if all(written.value("source") is None for written in bank.written):
        yield Found(
            _bank_key(bank, "title"),
            "no question of the bank says what proves its answer",
            "add `source:` with the text that it is written from, and cite its paragraphs",
        )


TEXT = "The lake is 73 km long.\n\nGeneva lies at its western end."
_ASKED = "  - ask: Which city lies at the western end of the lake?\n    answer: Geneva\n"
_LONG = "  - ask: How long is the lake?\n    number: 73\n    unit: km\n    source: {paragraph: 1}\n"
_CITED = f"{_ASKED}    source: {{paragraph: 2, quote: at its western end}}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        code="no-source",
        family=Family.GROUNDING,
        about=(
            "A question without a source, or with one that names no paragraph, in a bank that has them "
            "otherwise. A learner who doubts the answer cannot look it up, and nobody is told when the text "
            "changes below it. Where no question at all cites the bank's text, that is told once. Banks "
            "without any text are left alone."
        ),
        bad=questions(_LONG + _ASKED, TEXT),
        good=questions(_LONG + _CITED, TEXT),
        find=each_bank(_no_source),
    ),
    Rule(
        code="no-text",
        family=Family.GROUNDING,
        about="Questions cite paragraphs or quotes, but nothing says of which text. Told once for a bank.",
        bad=questions(_CITED),
        good=questions(_CITED, TEXT),
        find=each_bank(_no_text),
    ),
    Rule(
        code="missing-text",
        family=Family.GROUNDING,
        about=(
            "The text that a bank or a question is grounded in is not there, cannot be read, or is empty. "
            "Paths are as seen from the folder of the bank."
        ),
        bad=questions(_CITED.replace("paragraph: 2", "paragraph: 2, document: txet.md"), TEXT),
        good=questions(_CITED.replace("paragraph: 2", "paragraph: 2, document: text.md"), TEXT),
        find=each_bank(_missing_text),
        severity=Severity.ERROR,
    ),
    Rule(
        code="missing-paragraph",
        family=Family.GROUNDING,
        about=(
            "The paragraph that a question cites does not exist. Paragraphs count from 1, or by their own "
            "numbers where each begins with one. `quiz read` shows them."
        ),
        bad=questions(_CITED.replace("paragraph: 2", "paragraph: 3"), TEXT),
        good=questions(_CITED, TEXT),
        find=each_question(_missing_paragraph),
        severity=Severity.ERROR,
    ),
    Rule(
        code="ungrounded-bank",
        family=Family.GROUNDING,
        about=(
            "A bank that names no text and no source. Plain flashcards need none, so this is told only when "
            "it is asked for, once for a bank."
        ),
        bad=questions(_ASKED),
        good=Example(f"quiz: 1\ntitle: Lakes\nsource: text.md\nquestions:\n{_CITED}", TEXT),
        find=each_bank(_ungrounded),
        severity=Severity.NOTE,
        on=False,
    ),
)
