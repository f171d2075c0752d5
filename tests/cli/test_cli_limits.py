"""Limits by bank, from the config file to what is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

CONFIG = "config/quiz/config.toml"


def words(bank: str, number: int = 6) -> str:
    lines = [f"  - {{id: w{n}, front: {bank} {n * 1000 + n}, back: x}}" for n in range(number)]
    return "\n".join(["quiz: 1", f"title: Of {bank}", "questions:", *lines, ""])


@pytest.fixture
def limited(empty: House) -> House:
    """A house with three banks, two of which have limits."""
    for bank in ("a", "geo/lakes", "geo/seas"):
        empty.bank(words(bank), f"questions/{bank}.yaml")
    empty.bank("[limits.a]\nnew = 2\nreviews = 1\n[limits.geo]\nnew = 3\n", CONFIG)
    return empty


def asked(house: House, *arguments: str, number: int = 30, **environ: str) -> list[str]:
    """Return the titles of the banks of the cards that are asked, each rated good."""
    done = house.call("start", *arguments, stdin="\n3\n" * number, **environ)
    assert (done.code, done.err) == (0, "")
    return [line.split(", ")[2] for line in done.said("question")]


def test_each_bank_keeps_to_its_limit(limited: House) -> None:
    assert sorted(asked(limited)) == ["Of a", "Of a", "Of geo/lakes", "Of geo/lakes", "Of geo/lakes"]
    assert asked(limited) == []
    limited.check()


def test_what_was_done_today_counts(limited: House) -> None:
    assert asked(limited, "a", "--limit", "1") == ["Of a"]
    assert asked(limited, "geo/seas", "--limit", "2") == ["Of geo/seas"] * 2
    assert sorted(asked(limited)) == ["Of a", "Of geo/lakes"]


def test_reviews_of_a_bank_keep_to_its_limit(limited: House) -> None:
    asked(limited)
    later = "2026-06-01T12:00:00+00:00"
    found = asked(limited, "--new", "0", QUIZ_NOW=later)
    assert sorted(found) == ["Of a", "Of geo/lakes", "Of geo/lakes", "Of geo/lakes"]
    assert asked(limited, "--new", "0", QUIZ_NOW=later) == []


def test_an_option_over_all_leaves_them(limited: House) -> None:
    assert sorted(asked(limited, "--new", "99")) == ["Of a"] * 2 + ["Of geo/lakes"] * 3
    assert asked(limited, "a", "--new", "1", QUIZ_NOW="2026-03-03T12:00:00+00:00") == ["Of a"]


def test_stats_count_what_the_limits_allow(limited: House) -> None:
    def new(*words: str) -> int:
        return int(json.loads(limited.call("stats", "--json", *words).out)["new_today"])

    assert (new(), new("a"), new("geo"), new("geo/seas")) == (5, 2, 3, 3)
    asked(limited, "geo/seas", "--limit", "2")
    assert (new(), new("geo/lakes")) == (3, 1)


def test_a_bank_that_is_not_there_is_told_and_studying_goes_on(limited: House) -> None:
    limited.bank("[limits.lakse]\nnew = 2\n", CONFIG)
    done = limited.call("start", "a", "--limit", "1", stdin="\n3\n")
    assert done.code == 0
    assert done.err == (
        "The config file limits a bank that is not there. Nothing fits 'lakse'. "
        "Did you mean geo/lakes? `quiz list` shows all banks and tags.\n"
    )
    assert len(done.said("question")) == 1


def test_a_bank_that_is_only_not_loaded_now_is_no_mistake(limited: House) -> None:
    limited.call("load")
    done = limited.call("start", "--banks", str(limited.home / "questions/geo"), "--limit", "1")
    assert (done.code, done.err) == (0, "")


def test_a_bank_whose_file_is_gone_is_told(limited: House) -> None:
    limited.call("load")
    (limited.home / "questions/a.yaml").unlink()
    assert "limits a bank that is not there. Nothing fits 'a'." in limited.call("start").err


def test_a_control_character_in_the_config_is_shown_clean(limited: House) -> None:
    limited.bank('[limits."\\u001b[2J"]\nnew = 2\n', CONFIG)
    done = limited.call("start", "--limit", "1")
    assert "\x1b" not in done.err
    assert "is not there" in done.err
    limited.bank('[limits."\\u001b[2J"]\nknew = 2\n', CONFIG)
    done = limited.call("start")
    assert (done.code, "\x1b" in done.err) == (2, False)
