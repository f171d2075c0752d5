"""The pages of rules and the table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.authoring.check import check
from quiz.authoring.explaining import HISTORY_PAGE, explained, material_of, page, reference
from quiz.authoring.selecting import EVERY, HISTORIES, UnknownRule
from quiz.bank import CannotRead

if TYPE_CHECKING:
    from quiz.authoring.rule import Rule


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_a_page_has_all_parts_and_shows_what_the_rule_says(rule: Rule) -> None:
    told = page(rule)
    assert told.startswith(f"# {rule.code}\n\n{rule.severity.value.capitalize()}, family {rule.family}, ")
    assert ("on by default" in told) == rule.on
    for part in (rule.about, rule.bad.bank.rstrip(), rule.good.bank.rstrip(), rule.bad.text.rstrip()):
        assert part in told
    found, _, not_found = told.partition("\nNot found:\n")
    assert f"[{rule.code}]" in found
    assert f"[{rule.code}]" not in not_found


def test_a_family_and_all_are_pages_in_a_row() -> None:
    assert explained("all").count("\n\nNot found:\n\n") == len(EVERY)
    assert explained("answer").startswith("# ")
    assert explained("long-answer") == page(next(rule for rule in EVERY if rule.code == "long-answer"))


def test_an_unknown_rule_has_no_page() -> None:
    with pytest.raises(UnknownRule, match="Did you mean long-answer"):
        explained("long-answr")


def test_several_rules_are_explained_at_once_and_each_once() -> None:
    one, other = explained("long-answer"), explained("missing-id")
    assert explained("missing-id, long-answer,missing-id,") == f"{other}\n\n{one}"
    assert explained("long-answer,history") == f"{one}\n\n{HISTORY_PAGE}"
    with pytest.raises(UnknownRule, match="Did you mean missing-id"):
        explained("long-answer,misssing-id")


def test_the_table_has_a_row_for_each_rule() -> None:
    head, line, *rows = reference().split("\n")
    assert head.count("|") == line.count("|") == 6
    assert [row.split("|")[1].strip(" `") for row in rows] == [rule.code for rule in EVERY]
    for row in rows:
        assert row.replace("\\|", "").count("|") == 6


def test_an_example_with_a_text_is_checked_against_it() -> None:
    with_text = next(rule.bad for rule in EVERY if rule.bad.text)
    bank = material_of(with_text)
    assert bank.texts("text.md")
    without = material_of(EVERY[0].bad)
    assert check([without], [EVERY[0]])


def test_other_texts_are_not_there() -> None:
    with pytest.raises(CannotRead):
        material_of(EVERY[0].bad).texts("other.md")


@pytest.mark.parametrize("word", ["history", *HISTORIES])
def test_notes_on_histories_have_a_page_together(word: str) -> None:
    assert explained(word) == HISTORY_PAGE
    assert f"`{word}`" in HISTORY_PAGE or word == "history"
    assert explained("all").endswith(HISTORY_PAGE)
