"""Which cards could be asked, and how many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store_samples import HERE, NOON, ONE_OF_EACH, TODAY, new_keys, opened, review, save, state, text

from quiz.question import ClozeQuestion, Hole, RecallQuestion
from quiz.review import Memory, State
from quiz.store import Scope, Store, candidates, catalogue, log, questions, states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from quiz.review import CardState
    from quiz.store import Candidate


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        yield found


def answer(store: Store, card: str, after: CardState) -> None:
    row = catalogue.card_row_id(store, card)
    assert row is not None
    log.add_review(store, review(store, card), row, after)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def keys(found: Iterable[Candidate]) -> list[str]:
    return [candidate.card.key.removeprefix("talks/") for candidate in found]


@pytest.fixture
def studied(store: Store) -> Scope:
    """Eight questions: due at different days, one being learnt, one laid aside, two new, one a draft."""
    names = ("late", "soon", "learnt", "today", "gone", "fresh", "other")
    bank = save(store, [text(name) for name in names])
    for name, due, kind in (
        ("late", -9, State.REVIEW),
        ("soon", 2, State.REVIEW),
        ("learnt", 0, State.RELEARNING),
        ("today", 0, State.REVIEW),
        ("gone", -1, State.REVIEW),
    ):
        after = state(due_on=day(due), last_day=day(due - 3), state=kind, memory=Memory(3.0, 5.0))
        answer(store, f"talks/{name}", after)
    save(store, [*(text(name) for name in names if name != "gone"), text("draft", draft=True)])
    return Scope((bank,))


def test_due_are_those_of_today_and_before(store: Store, studied: Scope) -> None:
    assert keys(candidates.due(store, studied, TODAY, 9)) == ["learnt", "late", "today"]
    assert keys(candidates.due(store, studied, TODAY, 2)) == ["learnt", "late"]
    assert keys(candidates.due(store, studied, day(-1), 9)) == ["late"]


def test_among_equals_the_first_in_the_catalogue_comes_first(store: Store) -> None:
    bank = save(store, [text("b"), text("a"), text("c")])
    for name in ("c", "a", "b"):
        answer(store, f"talks/{name}", state())
    assert keys(candidates.due(store, Scope((bank,)), day(9), 9)) == ["b", "a", "c"]


def test_the_soonest_come_first(store: Store, studied: Scope) -> None:
    assert keys(candidates.soonest(store, studied, TODAY, 9)) == ["soon"]
    assert keys(candidates.soonest(store, studied, day(-10), 9)) == ["late", "learnt", "today", "soon"]
    assert keys(candidates.soonest(store, studied, day(-10), 1)) == ["late"]


def test_new_are_those_without_an_answer(store: Store, studied: Scope) -> None:
    assert keys(candidates.new(store, studied)) == ["fresh", "other"]
    assert candidates.new_count(store, studied) == 2


def test_days_are_counted(store: Store, studied: Scope) -> None:
    assert candidates.counts_by_day(store, studied) == {
        day(-9): 1,
        day(0): 2,
        day(2): 1,
    }
    assert candidates.next_due_on(store, studied, TODAY) == day(2)
    assert candidates.next_due_on(store, studied, day(2)) is None


def test_no_banks_hold_nothing(store: Store, studied: Scope) -> None:
    nothing = Scope(())
    assert list(candidates.new(store, nothing)) == []
    assert list(candidates.due(store, nothing, day(99), 9)) == []
    assert candidates.new_count(store, nothing) == 0
    assert candidates.counts_by_day(store, nothing) == {}
    assert candidates.next_due_on(store, nothing, day(-99)) is None


def test_counts_keep_to_tags_and_kinds(store: Store) -> None:
    bank = save(store, ONE_OF_EACH)
    assert candidates.new_count(store, Scope((bank,))) == 12
    assert candidates.new_count(store, Scope((bank,), ("places",))) == 1
    assert candidates.new_count(store, Scope((bank,), ("places",), whole=(bank,))) == 12
    assert candidates.new_count(store, Scope((bank,), kinds=("cloze", "recall"))) == 4
    assert candidates.new_count(store, Scope((bank,), ("places",), ("recall",))) == 0


def test_a_candidate_is_the_card_as_it_was_written(store: Store) -> None:
    bank = save(store, ONE_OF_EACH)
    found = list(candidates.new(store, Scope((bank,))))
    by_id = {question.id: replace(question, location=HERE._replace(column=1)) for question in ONE_OF_EACH}
    for candidate in found:
        assert candidate.card.question == by_id[candidate.card.question.id]
        assert (candidate.card.bank, candidate.language, candidate.title) == ("talks", "en", "Talks")
        assert (candidate.source, candidate.state) == (None, None)
    assert [candidate.card.part for candidate in found if candidate.card.question.id == "gap"] == ["1", "2"]


def test_what_faults_may_keep_back_is_held_and_not_archived(store: Store) -> None:
    bank = save(store, [text("a"), text("b"), text("c")])
    rows, doubt = questions.fresh_rows([text("b")]), questions.Doubt(frozenset({"a", "b"}))
    change = questions.replace_questions(store, bank, rows, doubt)
    assert (change.archived, change.held, change.unseen) == ((), ("a", "c"), ("c",))
    sound = questions.replace_questions(store, bank, rows, questions.Doubt(held=frozenset(change.held)))
    assert (sound.archived, sound.held) == (("a", "c"), ())


def test_what_a_replacement_changed_is_told(store: Store) -> None:
    bank = save(store, [text("a"), text("b"), text("c")])
    rows = questions.fresh_rows([text("b", "Where?"), text("d"), text("a")])
    change = questions.replace_questions(store, bank, rows)
    assert change == (("d",), ("b",), ("c",), (), (), (), (), ())
    assert questions.replace_questions(store, bank, rows) == ((), (), (), (), (), (), (), ())
    back = questions.replace_questions(store, bank, questions.fresh_rows([text("c", "Why?"), text("d")]))
    assert back == ((), (), ("a", "b"), (), (), ("c",), (), ())
    assert new_keys(store, bank) == ["talks/c", "talks/d"]


def test_tags_follow_their_questions(store: Store) -> None:
    bank = save(store, [text("a", tags=("x", "y")), text("b", tags=("z",))])
    other = save(store, [text("a", tags=("w",))], key="more")
    assert catalogue.tags(store, [bank]) == ["x", "y", "z"]
    assert catalogue.tags(store, [bank, other]) == ["w", "x", "y", "z"]
    assert catalogue.tags(store, []) == []
    save(store, [text("a", tags=("y", "q"))])
    assert catalogue.tags(store, [bank]) == ["q", "y"]


def test_siblings_are_told_by_group_or_question(store: Store) -> None:
    save(store, [text("a", group="g"), text("b")])
    assert catalogue.sibling_names(store, ["talks/a", "talks/b#2", "deep/er/gone"]) == {
        "talks//g",
        "talks/b",
        "deep/er/gone",
    }


def test_answers_of_others_are_those_of_the_other_questions_in_use(store: Store) -> None:
    save(store, [text("a", answer="A"), text("b", answer="B"), text("c", answer="C")])
    save(
        store,
        [
            text("a", answer="A"),
            text("b", answer="B"),
            RecallQuestion(id="r", ask="f", location=HERE, back="R"),
        ],
    )
    save(store, [text("a", answer="Z")], key="more")
    assert catalogue.answers_of_others(store, "talks", "a") == ["B", "R"]
    assert catalogue.answers_of_others(store, "nowhere", "a") == []


def test_every_kind_has_its_texts_among_the_answers_of_others(store: Store) -> None:
    save(store, [*ONE_OF_EACH, text("mine", answer="Mine")])
    found = catalogue.answers_of_others(store, "talks", "mine")
    assert set(found) >= {
        "Geneva",
        "Genf",
        "Psaki",
        "Lavrov",
        "A",
        "B",
        "C",
        "2022",
        "1",
        "3",
        "Bern",
        "Aare",
    }
    assert len(found) == len(set(found))
    assert not {"Mine", "It left.", "a year", "places"} & set(found)


def test_cards_are_listed_in_order_with_what_is_known_of_them(store: Store) -> None:
    gap = ClozeQuestion(
        id="gap", ask="A b", location=HERE, pieces=(Hole(("A",), None), " ", Hole(("b",), None))
    )
    bank = save(store, [gap, text("venue", draft=True)])
    more = save(store, [text("z")], key="more")
    answer(store, "talks/gap#2", state())
    rows = list(catalogue.cards_in_order(store, [bank, more]))
    assert [(catalogue.card_from(row).key, row["state"], row["due_on"], row["draft"]) for row in rows] == [
        ("more/z", None, None, 0),
        ("talks/gap#1", None, None, 0),
        ("talks/gap#2", "review", "2022-01-13", 0),
        ("talks/venue", None, None, 1),
    ]


def test_a_card_that_is_not_there_has_no_row(store: Store) -> None:
    save(store, ONE_OF_EACH)
    assert catalogue.card_row_id(store, "talks/gap#3") is None
    assert catalogue.card_row_id(store, "talks/venue#1") is None
    assert catalogue.card_row_id(store, "venue") is None
    assert catalogue.bank_by_key(store, "nothing") is None


def test_a_bank_laid_aside_keeps_its_states(store: Store, studied: Scope) -> None:
    before = states.stored_states(store)
    change = catalogue.archive_bank(store, studied.bank_ids[0])
    assert change.archived == ("draft", "fresh", "late", "learnt", "other", "soon", "today")
    assert list(candidates.due(store, studied, TODAY, 9)) == []
    assert candidates.new_count(store, studied) == 0
    assert states.stored_states(store) == before
    assert NOON.date() == TODAY
