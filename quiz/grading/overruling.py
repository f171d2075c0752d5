"""The learner's own word against the verdict; it counts, and the log keeps both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.grading.rating import TABLE, How, RatingTable, suggest
from quiz.review import Verdict

if TYPE_CHECKING:
    from quiz.grading.judgement import Judgement


def overrule(judgement: Judgement, *, hints: int = 0, table: RatingTable = TABLE) -> Judgement:
    """Return the opposite judgement: what was right becomes wrong, anything else right.

    ``graded`` of what is returned is what grading had said. To overrule once more brings back
    right or wrong, whichever is the opposite, and when that is what grading had said, nothing
    counts as overruled any more. A right answer by overruling is rated as one without luck.
    """
    verdict = Verdict.WRONG if judgement.verdict is Verdict.RIGHT else Verdict.RIGHT
    said = judgement.graded or judgement.verdict
    right = verdict is Verdict.RIGHT
    return replace(
        judgement,
        verdict=verdict,
        score=float(right),
        suggested=suggest(verdict, How(hints=hints), table),
        reason=f"You overruled the verdict, so it counts as {verdict}.",
        graded=None if said is verdict else said,
    )
