"""What the reader refuses: one rule for each of its codes, which hands its problems on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found, Severity
from quiz.authoring.rule import Rule
from quiz.authoring.rules.reading_pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Code


def _problems(code: Code, banks: Sequence[Material]) -> Iterator[Found]:
    for bank in banks:
        for problem in bank.problems:
            if problem.code is code:
                yield Found(problem.location, problem.message, problem.cure)


RULES: tuple[Rule, ...] = tuple(
    Rule(
        code=code.value,
        family=page.family,
        about=page.about,
        bad=page.bad,
        good=page.good,
        find=partial(_problems, code),
        severity=Severity.ERROR,
    )
    for code, page in PAGES.items()
)
