"""What only a whole bank shows: right options in one place, claims that are nearly all true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_bank, questions
from quiz.question import ChoiceQuestion, SeveralQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material

FEWEST_IN_PLACE = 4
FEWEST_CLAIMS = 5
MOST_ALIKE = 0.8


def _one_place(bank: Material) -> Iterator[Found]:
    """Look at what is shown as it is written: right options first, so each kept order has them there."""
    kept = [
        written
        for written in bank.written
        if isinstance(written.question, ChoiceQuestion | SeveralQuestion) and not written.question.shuffle
    ]
    if len(kept) >= FEWEST_IN_PLACE:
        yield Found(
            kept[0].key("shuffle"),
            f"in {len(kept)} questions of this bank that are not mixed the right option stands first",
            f"take `shuffle: false` away, in all but {FEWEST_IN_PLACE - 1} of them at least",
        )


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
        about=f"At least {FEWEST_IN_PLACE} questions of a bank are not mixed, and a bank writes right"
        " options before wrong ones, so the first option is always right; its place is to vary"
        " (Haladyna, Downing & Rodriguez 2002, on the place of the key).",
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
