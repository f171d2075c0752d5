"""When the quote of a paragraph is marked: not before the answer can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

if TYPE_CHECKING:
    from door import House

LAPSE = bank("recall") + "    source: {paragraph: 2, quote: counted out}\n"
PLAIN = "text.md, paragraph 2: Nine planets were counted, until one of them was counted out."
MARKED = PLAIN.replace("counted out", "»counted out«")


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (":source\n", [PLAIN]),
        ("\n:source\n", [MARKED]),
        (":source\n\n:source\n", [PLAIN, MARKED]),
        ("\n:source\n:source\n3\n:source\n", [MARKED] * 3),
        ("\n3\n:undo\n:source\n\n:source\n", [PLAIN, MARKED]),
    ],
)
def test_the_quote_of_a_flashcard_is_marked_once_it_is_turned(
    house: House, stdin: str, said: list[str]
) -> None:
    house.bank(LAPSE)
    assert house.attend(stdin=stdin).said("source") == said


def test_the_quote_of_a_question_is_marked_once_it_is_answered(house: House) -> None:
    house.bank(bank("text"))
    done = house.attend(stdin=":source\nDanube\n:source\n:undo\n:source\n")
    assert done.said("source") == [PLAIN, MARKED, PLAIN]


def test_no_other_paragraph_gives_the_quote_away_either(house: House) -> None:
    (house.home / "questions/text.md").write_text(
        "1. It was counted out.\n\n2. Once more it was counted out.\n", encoding="utf-8"
    )
    house.bank(bank("text").replace("{paragraph: 2,", "{paragraph: 2, also: [1],"))
    before, after = (house.attend(stdin=text).said("source") for text in (":source\n", "Danube\n:source\n"))
    assert before
    assert "»" not in "".join(before)
    assert "»" in "".join(after)
