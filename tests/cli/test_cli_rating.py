"""The table of suggested ratings, from the config file to what an answer suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

CONFIG = "config/quiz/config.toml"
RATED = "SELECT suggested_rating FROM reviews"


@pytest.mark.parametrize(
    ("table", "stdin", "suggested"),
    [
        ("", ":hint\nDanube\n", 2),
        ("[rating]\nhint = 'good'\n", ":hint\nDanube\n", 3),
        ("[rating]\nright = 'easy'\n", "Danube\n", 4),
        ("[rating.most]\ntext = 'hard'\n", "Danube\n", 2),
        ("[rating]\nnear = 'again'\n", "Danbue\ny\n", 1),
        ("[rating]\nwrong = 'hard'\n", "Rhine\n", 2),
    ],
)
def test_a_cell_of_the_config_decides_what_is_suggested(
    house: House, table: str, stdin: str, suggested: int
) -> None:
    house.bank(table, CONFIG)
    assert house.call("start", "--kind", "text", stdin=stdin).code == 0
    assert house.query(RATED) == [(suggested,)]


def test_an_overruled_verdict_is_rated_by_the_table_too(house: House) -> None:
    house.bank("[rating]\nright = 'easy'\n", CONFIG)
    assert house.attend("--kind", "text", stdin="Rhine\n:overrule\n\n").code == 0
    assert house.query(RATED) == [(4,)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rating = 3\n", "has to be a table"),
        ("[rating]\nhint = 'fine'\n", "again, hard, good or easy"),
        ("[rating]\nhnit = 'good'\n", "no suggested rating 'hnit'"),
        ("[rating]\nluck_from = 7\n", "a number from 0.01 to 1"),
    ],
)
def test_a_table_that_cannot_be_is_refused_before_anything_is_asked(
    house: House, text: str, words: str
) -> None:
    house.bank(text, CONFIG)
    done = house.call("start", "--kind", "text", stdin="Danube\n")
    assert done.code == 2
    assert words in done.err
    assert "question:" not in done.out
