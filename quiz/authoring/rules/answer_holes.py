"""Holes of a cloze whose hint is not set off as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.problem import shown
from quiz.question import ClozeQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

_LONE = re.compile(r"(?<!:):(?!:)\s*(?P<hint>[^\W\d_].*)", re.DOTALL)


def _hint_colon(written: Written, bank: Material) -> Iterator[Found]:
    """Yield the answers of holes in which one colon stands before words; in titles these are capitalised."""
    del bank
    question = written.question
    if not isinstance(question, ClozeQuestion) or question.exact:
        return
    for hole in question.holes():
        last = hole.accepted[-1]
        found = _LONE.search(last)
        if hole.hint is not None:
            if hole.hint.startswith(":"):
                yield Found(
                    written.at("cloze"),
                    f"the hint {shown(hole.hint)} begins with a colon",
                    "set it off with two colons, no more",
                )
        elif found and found["hint"][0].islower() and _is_word(last[: found.start()]):
            meant = f"{last[: found.start()].strip() or 'answer'}::{found['hint']}"
            yield Found(
                written.at("cloze"),
                f"all of {shown(last)} has to be typed: one colon sets off no hint",
                f"write {shown(meant)} if it is a hint, or take the colon away",
            )


def _is_word(before: str) -> bool:
    """Whether what stands before a colon ends in a letter, or is nothing."""
    return not before.strip() or before.rstrip()[-1].isalpha()


RULES = (
    Rule(
        code="hint-colon",
        family=Family.ANSWER,
        about="A hint in a hole stands behind two colons. Behind one it is a part of the answer, and"
        " has to be typed.",
        bad=questions('  - {cloze: "They met in {Geneva: a city on a lake}."}'),
        good=questions('  - {cloze: "They met in {Geneva::a city on a lake}."}'),
        find=each_question(_hint_colon),
    ),
)
