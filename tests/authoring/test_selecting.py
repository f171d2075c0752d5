"""Which rules are used."""

from __future__ import annotations

import pytest

from quiz.authoring.rule import Family
from quiz.authoring.rules import RULES
from quiz.authoring.selecting import (
    EVERY,
    HISTORIES,
    UNCHECKED,
    UnknownRule,
    chosen,
    histories,
    named,
    words,
)

OFF = next(rule.code for rule in RULES if not rule.on)


def codes(*select: str, ignore: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in chosen(EVERY, select, ignore)}


def test_rules_that_are_on_are_used_when_nothing_is_said() -> None:
    assert codes() == {rule.code for rule in EVERY if rule.on}


def test_a_code_is_used_alone_also_when_it_is_off() -> None:
    assert codes(OFF) - UNCHECKED == {OFF}


def test_what_keeps_rules_from_looking_is_told_whatever_is_selected() -> None:
    assert codes("long-answer") == {"long-answer", *UNCHECKED}
    assert codes("long-answer", ignore=("no-bank",)) == {"long-answer", *UNCHECKED} - {"no-bank"}


def test_options_may_repeat_and_hold_several() -> None:
    assert codes("long-answer, same-answers", "wide-tolerance,") - UNCHECKED == {
        "long-answer",
        "same-answers",
        "wide-tolerance",
    }
    assert words(["a, b", "", "c,,"]) == ["a", "b", "c"]


@pytest.mark.parametrize("family", Family)
def test_a_family_is_all_its_rules(family: Family) -> None:
    expected = {rule.code for rule in EVERY if rule.family == family}
    assert codes(family.value) - UNCHECKED == expected - UNCHECKED
    assert codes(ignore=(family.value,)) == {r.code for r in EVERY if r.on and r.code not in expected}


def test_all_and_default_are_words_for_sets() -> None:
    assert codes("all") == {rule.code for rule in EVERY}
    assert codes("default", OFF) == codes() | {OFF}


def test_ignoring_wins() -> None:
    assert "long-answer" not in codes("answer", ignore=("long-answer",))
    assert codes("all", ignore=("all",)) == set()


def test_rules_keep_their_order() -> None:
    order = [rule.code for rule in EVERY]
    picked = [rule.code for rule in chosen(EVERY, ["wide-tolerance", "long-answer", "same-options"])]
    assert picked == sorted(picked, key=order.index)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("long-anwser", "Did you mean long-answer?"),
        ("shpe", "Did you mean shape?"),
        ("qqqqqq", "--explain all"),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest_one(word: str, near: str) -> None:
    for select, ignore in (([word], []), ([], [word])):
        with pytest.raises(UnknownRule, match=f"There is no rule or family '{word}'") as told:
            chosen(EVERY, select, ignore)
        assert near in str(told.value)
        assert told.value.exit_code == 2


def test_nothing_named_is_nothing() -> None:
    assert named(EVERY, []) == set()


def test_notes_on_histories_are_chosen_like_rules() -> None:
    assert histories() == histories(["all"]) == histories(["history"]) == set(HISTORIES)
    assert histories(["long-answer"]) == histories(ignore=["history"]) == set()
    assert histories(["history-kept"]) == {"history-kept"}
    assert histories(ignore=["history-kept, history-renamed"]) == set(HISTORIES) - {
        "history-kept",
        "history-renamed",
    }
    assert codes("history") == UNCHECKED
    assert codes(ignore=("history",)) == codes()
