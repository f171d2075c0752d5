"""What only a whole bank shows: right options in one place, claims that are nearly all true."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_bank, questions
from quiz.authoring.rules.wording_language import rights
from quiz.question import TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

FEWEST_IN_PLACE = 4
FEWEST_CLAIMS = 5
MOST_ALIKE = 0.8


def _one_place(bank: Material) -> Iterator[Found]:
    """Look at what is shown as it is written: below `wrong:` alone, each right option stands first."""
    kept: dict[tuple[int, ...], list[Written]] = defaultdict(list)
    for written in bank.written:
        places = () if written.question.shuffle else _right_places(written.question)
        if places:
            kept[places].append(written)
    count = sum(map(len, kept.values()))
    for places, same in kept.items():
        if len(same) >= FEWEST_IN_PLACE and len(same) > MOST_ALIKE * count:
            these = f"all {count}" if len(same) == count else f"{len(same)} of the {count}"
            yield Found(
                same[0].key("shuffle"),
                f"in {these} questions of this bank that are not mixed {_stands(places)}",
                "list all options below `options:`, in an order of their own, or take `shuffle: false` away,"
                f" in all but {FEWEST_IN_PLACE - 1} of them",
            )


def _right_places(question: Question) -> tuple[int, ...]:
    """Return the places of the right options, from 1: that of the first where all stand before the others.

    Empty for other kinds, and where a right option is not listed.
    """
    options, right = question.options(), rights(question)
    places = tuple(sorted(options.index(option) + 1 for option in right if option in options))
    if len(places) < len(right):
        return ()
    return places[:1] if places == tuple(range(1, len(right) + 1)) else places


def _stands(places: tuple[int, ...]) -> str:
    """Say where right options stand."""
    if places == (1,):
        return "the right option stands first"
    if len(places) == 1:
        return f"the right option stands in place {places[0]}"
    return f"the right options stand in places {', '.join(map(str, places))}"


def _alike(bank: Material) -> Iterator[Found]:
    claims = [written for written in bank.written if isinstance(written.question, TrueFalseQuestion)]
    for answer in (True, False):
        same = [one for one in claims if one.question.right("") == str(answer).lower()]
        if len(claims) >= FEWEST_CLAIMS and len(same) > MOST_ALIKE * len(claims):
            yield Found(
                same[0].at("answer"),
                f"{len(same)} of the {len(claims)} claims of this bank are {str(answer).lower()}",
                f"turn some round, so that at most {int(MOST_ALIKE * len(claims))} are",
            )


_KEPT = "  - {{ask: {}, answer: '1', wrong: ['2', '3']{}}}\n"
_CLAIM = "  - {{claim: The number {} is {}., answer: {}}}\n"

RULES = (
    Rule(
        code="one-place",
        family=Family.WORDING,
        about=f"At least {FEWEST_IN_PLACE} questions of a bank are not mixed, and in more than"
        f" {MOST_ALIKE:.0%} of these the right option stands in the same place: always first where wrong"
        " options are listed below `wrong:`. Its place is to vary (Haladyna, Downing & Rodriguez 2002, on"
        " the place of the key), as it can below `options:`.",
        bad=questions("".join(_KEPT.format(f"Which is less than {n}?", ", shuffle: false") for n in "2345")),
        good=questions("".join(_KEPT.format(f"Which is less than {n}?", "") for n in "2345")),
        find=each_bank(_one_place),
    ),
    Rule(
        code="claims-alike",
        family=Family.WORDING,
        about=f"Of at least {FEWEST_CLAIMS} claims of a bank more than {MOST_ALIKE:.0%} are true, or"
        " false, so one key is right nearly always, unread. Right answers are to be spread evenly"
        " (Haladyna, Downing & Rodriguez 2002, on varying the key, said of options; it holds for"
        " claims as well).",
        bad=questions("".join(_CLAIM.format(n, "even", "true") for n in (2, 4, 6, 8, 10))),
        good=questions("".join(_CLAIM.format(n, "even", str(n % 2 == 0).lower()) for n in (1, 2, 3, 4, 5))),
        find=each_bank(_alike),
    ),
)
