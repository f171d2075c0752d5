"""How often fitted parameters are taken up: ``python -m tests.memory.adoption_rates``.

Of learners whose true parameters are the default ones at most 5 % should take up others; of
those far from them most. It takes about a minute.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING
from unittest import mock

from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.fitting import fit, unpacked
from quiz.memory.histories import histories
from quiz.study import fitting
from tests.memory.fitted_learners import FORGETFUL, RETENTIVE, answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.memory import Parameters
    from quiz.study.fitting import Trial

SEEDS = 50
SIZES = ((40, 10), (60, 20), (120, 20))


def _fitted_here(data: bytes, _tick: Callable[[], None]) -> bytes:
    return json.dumps({"weights": fit(unpacked(data))}).encode()


def trial(true: Parameters, *, days: int, new: int, seed: int) -> Trial:
    """Return the trial of one learner; fitted within this process, which is quicker for many."""
    known = histories(answers(true, days=days, new=new, seed=seed))
    with mock.patch.object(fitting, "_told_by_process", _fitted_here):
        return fitting.tried(known, DEFAULT_PARAMETERS, lambda: None)


def main() -> None:
    """Print one line for each kind of learner and length of history."""
    for true in (DEFAULT_PARAMETERS, FORGETFUL, RETENTIVE):
        for days, new in SIZES:
            tried = [trial(true, days=days, new=new, seed=seed) for seed in range(SEEDS)]
            mean = sum(one.answers for one in tried) // SEEDS
            better = sum(one.fitted.log_loss < one.default.log_loss for one in tried)
            sys.stdout.write(
                f"{true.id}: {mean:,} answers on average; taken up {sum(one.wins for one in tried)} of "
                f"{SEEDS}, smaller log loss than the default parameters {better} of {SEEDS}\n"
            )


if __name__ == "__main__":
    main()
