"""Options that stand for others or are out of place: all of the above, letters, ranges that overlap."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.finding import Found
from quiz.authoring.raw import is_in_brackets
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import both_places, is_right
from quiz.bank.nodes import Sequence
from quiz.bank.problem import shown
from quiz.quantity import parse_number
from quiz.question import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.bank.written import Steps
    from quiz.question import Location

    Look = Callable[[Written, Material], Iterator[Found]]

MOST_OPTIONS = 6
YEARS = range(1000, 2101)

_OTHERS = (
    r"(?:of\s)?(?:(?:the|these|those)\s)?(?:above|these|those|them|mentioned|others?"
    r"|(?:(?:above|listed|given|other|previous|mentioned)\s)?(?:answers|options|choices|statements)(?:\sabove)?)"
)
_HOLD = r"(?:\s(?:is|are)\s(?:correct|true|right|wrong|false))?"
_ALL = re.compile(
    rf"\W*(?:(?:all|both)\s{_OTHERS}{_HOLD}|all\sare\s(?:correct|true|right)"
    r"|alle\s(?:der\s)?(?:genannten|obigen|oben\sgenannten|antworten|diese)(?:\santworten)?(?:\ssind\s(?:richtig|korrekt))?"
    r"|alles\s(?:davon|genannte|(?:oben|zuvor)\sgenannte)|toutes\s(?:les|ces)\sréponses(?:\s.{3,30})?"
    r"|tou(?:te)?s\sces\s(?:choix|propositions)|todas\s(?:las\s(?:anteriores|respuestas.{0,30})|ellas)"
    r"|todo\slo\santerior)\W*",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"\W*(?:(?:none|neither)\s{_OTHERS}{_HOLD}"
    r"|kein(?:e|er|es)\s(?:davon|der\s(?:genannten|obigen|antworten).{0,20})|nichts\sdavon"
    r"|aucune?\s(?:de\s(?:ces|celles)|des)\s(?:réponses|choix|propositions|précédentes|deux).{0,20}"
    r"|ningun[oa]\sde\s(?:las|los|estas|estos)\s?(?:anteriores|respuestas|opciones)?.{0,20})\W*",
    re.IGNORECASE,
)
_DASHES = "\N{EN DASH}\N{EM DASH}"
_RANGE = re.compile(
    rf"\D{{0,2}}?(\d[\d.,]*)\s?[%°]?\s?(?:[-{_DASHES}]|to|bis|à|a)\s?(\d[\d.,]*)(?P<unit>\D{{0,20}})"
)


def _standing_for_others(pattern: re.Pattern[str], right: str, listed: str, wrong: str) -> Look:
    """Return a look for such options, with three cures.

    One for what is right, one for what is right where `options` lists all, one for what is wrong.
    """

    def look(written: Written, bank: Material) -> Iterator[Found]:
        del bank
        for text, steps in written.options():
            if pattern.fullmatch(text):
                twice = written.value("options") is not None
                cure = wrong if not is_right(steps) else listed if twice else right
                yield Found(written.at(*steps), f"the option {shown(text)} stands for the others", cure)

    return look


def _many(written: Written, bank: Material) -> Iterator[Found]:
    question, options = written.question, written.options()
    if isinstance(question, ChoiceQuestion) and len(options) > MOST_OPTIONS:
        cure = f"keep the best wrong ones, {MOST_OPTIONS - 1} at most; two are enough"
        steps = options[MOST_OPTIONS][1]
        node = written.value(steps[0])
        if isinstance(node, Sequence) and is_in_brackets(node, bank) and "," in question.answer:
            cure = f"put each option that holds a comma in quotes, or {cure}"
        yield Found(written.at(*steps), f"there are {len(options)} options", cure)


def _true_or_false(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    options = {option.strip(" .").casefold() for option in question.options()}
    if isinstance(question, ChoiceQuestion) and options == {"true", "false"}:
        key = "wrong" if written.value("options") is None else "options"
        yield Found(
            written.key(key),
            "the only options are true and false",
            f"write `claim:` in place of `ask:`, `answer: {question.answer.strip(' .').casefold()}`,"
            f" and take `{key}:` away",
        )


class _Range(NamedTuple):
    low: Decimal
    high: Decimal
    unit: str
    text: str
    where: Location
    again: str


def _overlap(written: Written, bank: Material) -> Iterator[Found]:
    if not isinstance(written.question, ChoiceQuestion):
        return
    read = [_range(text, steps, written, bank.language) for text, steps in written.options()]
    ranges = sorted(found for found in read if found)
    if len({found.unit for found in ranges}) > 1 or any(a.high > b.low for a, b in pairwise(ranges)):
        return
    for lower, upper in pairwise(ranges):
        if lower.high == upper.low:
            yield Found(
                upper.where,
                f"{lower.high} belongs to two options, {shown(lower.text)} and {shown(upper.text)}",
                f"let this one begin where the other has ended{upper.again}",
            )


def _range(text: str, steps: Steps, written: Written, language: str) -> _Range | None:
    """Return the numbers from which and to which an option goes, or None; years name an era, no class."""
    found = _RANGE.fullmatch(text.strip())
    low, high = (parse_number(found[n], language) for n in (1, 2)) if found else (None, None)
    if found is None or low is None or high is None or low >= high or {int(low), int(high)} <= set(YEARS):
        return None
    again = both_places(written, steps)
    return _Range(low, high, found["unit"].strip().casefold(), text, written.at(*steps), again)


RULES = (
    Rule(
        code="all-of-the-above",
        family=Family.WORDING,
        about="An option stands for all others (`all of the above`, `alle genannten`, `toutes ces"
        " réponses`, `todas las anteriores`). Whoever knows that two are right, or that one is wrong,"
        " need not know the rest, and mixed options have no above (Haladyna, Downing & Rodriguez"
        " 2002, on writing the choices). In English, German, French and Spanish.",
        bad=questions("  - {ask: Which is a lake?, answer: All of the above, wrong: [Geneva, Como, Garda]}"),
        good=questions("  - {ask: Which are lakes?, answers: [Geneva, Como, Garda], wrong: [Rhine, Aare]}"),
        find=each_question(
            _standing_for_others(
                _ALL,
                "write `answers:` with all that is right, and at least one wrong option below `wrong:`",
                "write `answers:` with all that is right, take it away below `options:`, and list at least"
                " one wrong option there",
                "write another option that stands for itself",
            )
        ),
    ),
    Rule(
        code="none-of-the-above",
        family=Family.WORDING,
        about="An option says that no other is right (`none of the above`, `keine der genannten`,"
        " `aucune de ces réponses`, `ninguna de las anteriores`). Who picks it rightly has shown what"
        " is wrong, not what is right, so it is to be used with care (Haladyna, Downing & Rodriguez"
        " 2002); as a mere filler it is not needed (Rodriguez 2005: three options do). In English,"
        " German, French and Spanish.",
        bad=questions("  - {ask: Which is a lake?, answer: Como, wrong: [Rhine, Aare, None of these]}"),
        good=questions("  - {ask: Which is a lake?, answer: Como, wrong: [Rhine, Aare]}"),
        find=each_question(
            _standing_for_others(
                _NONE,
                "write what is right",
                "write what is right, here and below `options:`",
                "take it away, or where it is the only wrong option, write another that stands for itself",
            )
        ),
    ),
    Rule(
        code="many-options",
        family=Family.WORDING,
        about=f"More than {MOST_OPTIONS} options. Each is read every time, and beyond three they"
        " hardly tell more about who knows (Rodriguez 2005).",
        bad=questions("  - {ask: Which is even?, answer: '2', wrong: ['1', '3', '5', '7', '9', '11']}"),
        good=questions("  - {ask: Which is even?, answer: '2', wrong: ['1', '3', '5']}"),
        find=each_question(_many),
    ),
    Rule(
        code="true-or-false-options",
        family=Family.WORDING,
        about="A choice between `True` and `False` alone is a claim; as one it is answered with one"
        " key, kept in one order, and counted among the claims (Haladyna, Downing & Rodriguez 2002,"
        " on choosing the format).",
        bad=questions("  - {ask: Geneva lies on a lake., answer: 'True', wrong: ['False']}"),
        good=questions("  - {claim: Geneva lies on a lake., answer: true}"),
        find=each_question(_true_or_false),
    ),
    Rule(
        code="overlapping-ranges",
        family=Family.WORDING,
        about="Two ranges share an end, so a number fits both; options are to exclude one another"
        " (Haladyna, Downing & Rodriguez 2002, on writing the choices). Eras in years are left alone.",
        bad=questions("  - {ask: How many?, answer: 5-10, wrong: [1-5, 11-15]}"),
        good=questions("  - {ask: How many?, answer: 6-10, wrong: [1-5, 11-15]}"),
        find=each_question(_overlap),
    ),
)
