from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from door import House

KILLS = 200
MANY = "quiz: 1\ntitle: Many\nquestions:\n" + "".join(
    f"  - id: n{number}\n    ask: Which one is number {number}?\n    answer: river\n"
    for number in range(1000)
)


def test_no_acknowledged_answer_is_lost_in_200_kills(empty: House) -> None:
    empty.bank(MANY)
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("killed.py"), empty.home, str(KILLS), "1"],
        env=empty.environ(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    kills = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(kills) == KILLS
    for kill in kills:
        # A line counts as written when its end was. `next:` says that an answer is saved.
        words = [line.partition(":")[0] for line in kill["out"].split("\n")[:-1]]
        assert kill["saved"] == kill["sent"][: len(kill["saved"])]
        assert len(kill["saved"]) >= max(words.count("next"), words.count("question") - 1)
        assert kill["unsound"] == []
    assert sum(len(kill["saved"]) for kill in kills) > KILLS
    assert any(not kill["saved"] for kill in kills)
    empty.check()
