"""Whether a quote stands in the paragraph that is cited, and an answer as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Found, Severity
from quiz.authoring.grounds import lacks, paragraphs_named, quote_edit, standing_of
from quiz.authoring.quotes import How, differences, near
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.grounding_sources import TEXT
from quiz.bank.problem import shown
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.evidence import Lack
    from quiz.authoring.material import Material
    from quiz.authoring.quotes import Standing
    from quiz.bank import Written

MOST_NAMED = 3
"""So many paragraphs are told by their numbers."""

MOST_DIFFERENCES = 3


def _near(written: Written, bank: Material) -> Iterator[Found]:
    standing, quote = standing_of(written, bank), _quote(written)
    if standing is not None and standing.how is How.NEAR:
        yield Found(
            written.at("source", "quote"),
            f"paragraph {standing.paragraphs[0]} says it otherwise: {_difference(quote, standing.words)}",
            _cure(written, standing),
        )


def _cure(written: Written, standing: Standing) -> str:
    source, (number,) = written.question.source, standing.paragraphs
    other = source is not None and bool(source.paragraphs) and number not in source.paragraphs
    return f"quote `{clean_line(standing.words)}`" + (f", and cite paragraph {number}" if other else "")


def _difference(quote: str, words: str) -> str:
    told = [_told(*one) for one in differences(quote, words)]
    more = [] if len(told) <= MOST_DIFFERENCES else ["and more"]
    return ", ".join([*told[:MOST_DIFFERENCES], *more])


def _told(said: str, standing: str) -> str:
    if not said:
        return f"{shown(standing)} is left out"
    return f"{shown(standing)} for {shown(said)}" if standing else f"{shown(said)} is not there"


def _moved(written: Written, bank: Material) -> Iterator[Found]:
    source, standing, here = written.question.source, standing_of(written, bank), bank.paragraph_of(written)
    if source is None or standing is None or standing.how is not How.MOVED or here is None:
        return
    only = standing.paragraphs if len(standing.paragraphs) == 1 else ()
    certain = only if near(_quote(written), here) is None else ()
    yield Found(
        written.at("source", "paragraph"),
        f"the quote {shown(_quote(written))} does not stand in {paragraphs_named(source.paragraphs, 'or')}, "
        f"but in {_numbers(standing.paragraphs)}",
        f"cite paragraph {only[0]}" if only else "cite the one that proves the answer",
        quote_edit(written, certain),
    )


def _numbers(paragraphs: Sequence[int]) -> str:
    if len(paragraphs) > MOST_NAMED:
        return f"{len(paragraphs)} others"
    *others, last = map(str, paragraphs)
    return f"{', '.join(others)} and {last}" if others else f"paragraph {last}"


def _gone(written: Written, bank: Material) -> Iterator[Found]:
    standing = standing_of(written, bank)
    if standing is not None and standing.how is How.GONE:
        yield Found(
            written.at("source", "quote"),
            f"the quote {shown(_quote(written))} stands nowhere in {_text(written, bank)}",
            "copy words of the paragraph that prove the answer, or take the quote away",
        )


def _quote(written: Written) -> str:
    return (written.question.source and written.question.source.quote) or ""


def _text(written: Written, bank: Material) -> str:
    return shown(bank.document_of(written) or "")


def _unsupported(written: Written, bank: Material) -> Iterator[Found]:
    source = written.question.source
    for lack in lacks(written, bank):
        cited = paragraphs_named(source.paragraphs, "or") if source else ""
        stands_in = "stands neither in the quote nor in" if source and source.quote else "does not stand in"
        what = (
            f"{shown(lack.answer)} of {shown(lack.whole)}"
            if lack.whole
            else f"the answer {shown(lack.answer)}"
        )
        yield Found(
            written.key(*lack.steps) if lack.of_key else written.at(*lack.steps),
            f"{what} {stands_in} {cited} of {_text(written, bank)}",
            _cited_or_mended(lack),
        )


def _cited_or_mended(lack: Lack) -> str:
    if lack.standing:
        return f"write `{lack.standing}`, as it stands there"
    return f"cite the paragraph that says so, or mend {'it' if lack.whole else 'the answer'}"


_ASK = "  - ask: Which city lies at the western end of the lake?\n    answer: Geneva\n"
_GOOD = f"{_ASK}    source:\n      paragraph: 2\n      quote: at its western end\n"
_YEAR = "  - ask: In which year was the bridge built?\n    number: 1862\n    source: {paragraph: 1}\n"
_BRIDGE = "The bridge was built in 1862, of stone.\n\nIn 1903 it was made wider."

RULES: tuple[Rule, ...] = (
    Rule(
        code="quote-differs",
        family=Family.GROUNDING,
        about=(
            "A quote that is nearly, but not word for word, what the text says. White space, the shapes of "
            "quotation marks and dashes, and words left out by three dots do not count."
        ),
        bad=questions(_GOOD.replace("western end\n", "Western ends\n"), TEXT),
        good=questions(_GOOD, TEXT),
        find=each_question(_near),
    ),
    Rule(
        code="quote-moved",
        family=Family.GROUNDING,
        about=(
            "A quote that stands word for word in another paragraph than the one cited; paragraphs may have "
            "been put before it. Where only one has it, `--fix` writes its number."
        ),
        bad=questions(_GOOD.replace("paragraph: 2", "paragraph: 1"), TEXT),
        good=questions(_GOOD, TEXT),
        find=each_question(_moved),
        severity=Severity.ERROR,
    ),
    Rule(
        code="quote-missing",
        family=Family.GROUNDING,
        about="A quote that stands nowhere in the text, not even nearly. It proves nothing.",
        bad=questions(_GOOD.replace("at its western end", "where the river leaves it"), TEXT),
        good=questions(_GOOD, TEXT),
        find=each_question(_gone),
        severity=Severity.ERROR,
    ),
    Rule(
        code="unsupported-answer",
        family=Family.GROUNDING,
        about=(
            "An answer that is a number, a date or a proper name and stands neither in the quote nor in the "
            "paragraph. They are compared in their normal forms: 90,000 is ninety thousand, a date counts as "
            "far as it goes, a part of a name is enough, and what a list lets be counted need not stand "
            "there; nothing is counted of which the text gives another number. A number may be reckoned "
            "where the prompt asks for that, as by `how long` or `in total`, but never by its point alone; a "
            "date where the prompt refers to another one, or a span of the text, as `ten years later`, leads "
            "to it from a date there or just above. A name may also stand in the paragraph above, or in one "
            "of three where a pronoun may mean it; a lone word that answers `where` is looked for only where "
            "the text names a place. "
            "Digits are read by the marks of the bank's language: 61.331 is not 61,331 in an English one. "
            "Answers in common words are not looked for, nor cards but with a figure alone on the back: a "
            "text may say them otherwise. Of a claim that is true, of items, options and pairs the numbers "
            "and dates are looked for; pairs and items may also stand in another paragraph that speaks of "
            "the same."
        ),
        bad=questions(_YEAR.replace("1862", "1826"), _BRIDGE),
        good=questions(_YEAR, _BRIDGE),
        find=each_question(_unsupported),
    ),
)
