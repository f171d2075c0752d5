"""Exams: which cards they hold, their clock, and their result from the plan and the log."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from study_samples import START, TERMS, Room, reply, room

from quiz.card import Card
from quiz.question import ClozeQuestion, Hole, Kind, Location, RecallQuestion, TextQuestion
from quiz.review import Mode, Rating, Sign, Typed, Verdict
from quiz.store import Candidate, candidates, log, sittings, states
from quiz.study import queue
from quiz.study.exam import (
    ExamPlan,
    Part,
    TooFewCards,
    TooManyParts,
    askable,
    close,
    pick,
    plan_from,
    reached,
    result_of,
)
from quiz.study.limits import done_today
from quiz.study.marking import put_mark
from quiz.study.planning import begin, taken_up
from quiz.study.session import Given, take_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quiz.store.sittings import Planned
    from quiz.study.exam import Picked

HERE = Location("w.yaml", 1, 1)
HALF_AN_HOUR = ExamPlan(3, 30, 0.6)


def candidate(
    name: str, *tags: str, group: str | None = None, card_id: int | None = None, bank: str = "words/first"
) -> Candidate:
    question = TextQuestion(id=name, ask=name, location=HERE, answer=name, tags=tags, group=group)
    return Candidate(
        hash(name) if card_id is None else card_id, Card(bank, question), None, "en", None, "My words"
    )


def flashcard(name: str) -> Candidate:
    question = RecallQuestion(id=name, ask=name, location=HERE, back=name, tags=("a", "b", "c"))
    return Candidate(hash(name), Card("words/first", question), None, "en", None, "My words")


def cards(number: int) -> list[Candidate]:
    return [candidate(f"q{place}", card_id=place) for place in range(number)]


def plan(number: int, *parts: Part) -> ExamPlan:
    return ExamPlan(number, None, 0.6, parts)


def names(picked: Sequence[Picked]) -> list[str]:
    return [one.candidate.card.question.id for one in picked]


POOLS = st.lists(
    st.tuples(st.sets(st.sampled_from("abc")), st.sampled_from([None, None, "g", "h"]), st.booleans()),
    max_size=12,
).map(
    lambda rows: [
        flashcard(f"f{place}")
        if recall and group is None
        else candidate(f"q{place}", *sorted(tags), group=group, card_id=place)
        for place, (tags, group, recall) in enumerate(rows)
    ]
)
PARTS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 3), max_size=3)


@given(POOLS, PARTS, st.integers(0, 4), st.text("ab", max_size=3))
def test_an_exam_is_filled_as_planned_or_cannot_be(
    pool: list[Candidate], parts: dict[str, int], more: int, seed: str
) -> None:
    number = sum(parts.values()) + more
    assume(number)
    wanted = plan(number, *(Part(name, count) for name, count in parts.items()))
    try:
        picked = pick(pool, wanted, seed)
    except TooFewCards:
        assert not can_be_filled(pool, parts, number)
        return
    assert can_be_filled(pool, parts, number)
    assert len(picked) == number
    assert len({one.candidate.card.siblings for one in picked}) == number
    assert all(one.candidate.card.question.kind is not Kind.RECALL for one in picked)
    for name, count in parts.items():
        held = [one for one in picked if one.part == name]
        assert len(held) == count
        assert all(name in one.candidate.card.question.tags for one in held)
    assert sum(one.part == "" for one in picked) == more


def can_be_filled(pool: list[Candidate], parts: dict[str, int], number: int) -> bool:
    """Whether sets of siblings suffice for every choice of parts together: Hall's condition."""
    tags_of: dict[str, set[str]] = {}
    for one in pool:
        if one.card.question.kind is not Kind.RECALL:
            tags_of.setdefault(one.card.siblings, set()).update(one.card.question.tags)
    chosen = [[name for bit, name in enumerate(parts) if mask >> bit & 1] for mask in range(2 ** len(parts))]
    return len(tags_of) >= number and all(
        sum(parts[name] for name in some) <= sum(bool(tags & {*some}) for tags in tags_of.values())
        for some in chosen
    )


@given(st.text("ab", max_size=2), st.permutations(range(8)))
def test_equal_seeds_give_equal_exams_however_the_cards_come(seed: str, order: list[int]) -> None:
    pool = [candidate(f"q{place}", "ab"[place % 2], card_id=place) for place in range(8)]
    wanted = plan(5, Part("a", 2), Part("b", 1))
    assert pick([pool[place] for place in order], wanted, seed) == pick(pool, wanted, seed)


def test_other_seeds_give_other_exams_and_other_orders() -> None:
    found = {tuple(names(pick(cards(6), plan(6), str(seed)))) for seed in range(20)}
    assert len(found) > 15
    assert len({frozenset(names(pick(cards(9), plan(3), str(seed)))) for seed in range(20)}) > 8


def test_parts_are_not_asked_one_after_the_other() -> None:
    pool = [candidate(f"q{place}", "ab"[place % 2], card_id=place) for place in range(40)]
    order = [one.part for one in pick(pool, plan(40, Part("a", 20), Part("b", 20)), "s")]
    assert sum(one != other for one, other in pairwise(order)) > 5


def test_a_card_that_fits_two_parts_goes_where_it_is_needed() -> None:
    both, only = candidate("both", "a", "b"), candidate("only", "a")
    for seed in range(10):
        picked = pick([both, only], plan(2, Part("a", 1), Part("b", 1)), str(seed))
        assert {one.part: one.candidate for one in picked} == {"a": only, "b": both}


def test_the_sibling_is_taken_that_fits() -> None:
    group = [candidate("one", "a", group="g"), candidate("two", "b", group="g")]
    for seed in range(10):
        assert names(pick(group, plan(1, Part("b", 1)), str(seed))) == ["two"]


@pytest.mark.parametrize("name", ["t", "text", "words/first", "first", "FIRST", "words", "my words"])
def test_a_part_is_a_tag_a_kind_a_bank_or_a_folder_of_banks(name: str) -> None:
    assert Part(name, 1).holds(candidate("q", "t"))
    assert not Part(name, 1).holds(candidate("q", bank="c/v")._replace(title="Other")) or name == "text"


@pytest.mark.parametrize("name", ["T", "choice", "my", "words/", ""])
def test_nothing_else_is_a_part(name: str) -> None:
    assert not Part(name, 1).holds(candidate("q", "t"))


def test_too_few_cards_say_how_many_there_are() -> None:
    with pytest.raises(TooFewCards, match=r"3 questions are wanted, and 2 can .* Ask for at most 2\."):
        pick([*cards(2), flashcard("f")], plan(3), "s")
    with pytest.raises(TooFewCards, match=r"1 question is wanted, and none can .*Choose other banks or tags"):
        pick([flashcard("f")], plan(1), "s")
    with pytest.raises(TooFewCards, match=r"wanted for the part 'a', and 1 can .* Ask for at most 1\."):
        pick([candidate("q", "a"), *cards(5)], plan(4, Part("a", 2)), "s")
    with pytest.raises(TooFewCards, match="Nothing else has a tag, kind or bank 'b'"):
        pick(cards(5), plan(4, Part("b", 1)), "s")


def test_what_the_error_tells_can_be_done() -> None:
    pool = [candidate("q", "a", "b"), candidate("r", "a"), *cards(4)]
    with pytest.raises(TooFewCards, match="part 'b', and none"):
        pick(pool, plan(6, Part("a", 2), Part("b", 1)), "s")
    with pytest.raises(TooFewCards, match="'a', and 2"):
        pick(pool, plan(6, Part("a", 3)), "s")
    assert len(pick(pool, plan(6, Part("a", 2)), "s")) == 6


def test_parts_that_hold_more_than_the_exam_are_refused() -> None:
    with pytest.raises(TooManyParts, match=r"The parts hold 5 questions, the exam 4. Ask for --number 5\."):
        pick(cards(9), plan(4, Part("words/first", 5)), "s")


def test_many_cards_and_tight_parts_are_no_burden() -> None:
    pool = [candidate(f"q{n}", "a", *(["b"] if n < 200 else []), card_id=n) for n in range(2_000)]
    picked = pick(pool, plan(1_000, Part("a", 800), Part("b", 200)), "s")
    assert sum(one.part == "b" for one in picked) == 200


def test_a_card_that_its_question_has_no_more_cannot_be_asked() -> None:
    question = ClozeQuestion(id="c", ask="It is.", location=HERE, pieces=(Hole(("It",), None), " is."))
    there = Candidate(1, Card("w", question, "1"), None, "en", None, "W")
    assert askable(there)
    assert not askable(there._replace(card=Card("w", question, "2")))
    assert not askable(flashcard("f"))


@given(
    st.integers(1, 9),
    st.none() | st.integers(1, 99),
    st.floats(0, 1),
    st.lists(st.builds(Part, st.text(), st.integers(1, 9), st.none() | st.floats(0, 1))),
)
def test_a_plan_comes_back_from_its_values(
    number: int, minutes: int | None, passed_from: float, parts: list[Part]
) -> None:
    one = ExamPlan(number, minutes, passed_from, tuple(parts))
    assert plan_from(json.loads(json.dumps(one.as_json()))) == one


def test_the_time_is_over_after_the_minutes() -> None:
    assert HALF_AN_HOUR.until(START) == START + timedelta(minutes=30)
    assert plan(3).until(START) is None


BANK = """
    quiz: 1
    title: Words
    questions:
      - {id: amber, ask: Say amber, answer: amber, tags: [gems]}
      - {id: bridge, ask: Say bridge, answer: bridge}
      - {id: holes, cloze: "The {river} flows."}
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, banks=False) as found:
        found.write("w.yaml", BANK)
        found.load()
        yield found


def begun(where: Room, asked: ExamPlan = HALF_AN_HOUR) -> Planned:
    """Begin an exam on the cards of the bank in their order."""
    everything = candidates.everything(where.store, where.scope())
    more = {"exam": asked.as_json(), "parts": ["gems", "", ""]}
    begin(
        where.store,
        where.clock,
        everything,
        terms=TERMS,
        seed="s",
        mode=Mode.EXAM,
        more=more,
    )
    (planned, *_) = sittings.of_mode(where.store, Mode.EXAM)
    return planned


def answer(where: Room, planned: Planned, *said: str) -> None:
    """Go on with an exam as after a crash, and give these answers."""
    sitting = taken_up(where.store, where.clock, planned, terms=TERMS)
    for text in said:
        given_now = Given(Typed(text), 1000)
        judgement = sitting.judge(given_now)
        sitting.record(given_now, judgement, judgement.suggested)


def test_an_exam_asks_each_card_once_right_or_wrong(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber", "no", "rivre")
    sitting = taken_up(here.store, here.clock, planned, terms=TERMS)
    assert sitting.next() is None
    verdicts = [task.verdict for task in result_of(here.store, planned).tasks]
    assert verdicts == [Verdict.RIGHT, Verdict.WRONG, Verdict.NEAR]


def test_an_exam_leaves_memory_new_cards_and_the_limits_of_the_day_alone(here: Room) -> None:
    today = here.clock.now().study_day
    before = queue.build(here.store, here.scope(), today, queue.Limits(2, 2)), here.new()
    answer(here, begun(here), "amber", "no", "no")
    assert states.stored_states(here.store) == {}
    assert done_today(here.store, today).cards == frozenset()
    assert (queue.build(here.store, here.scope(), today, queue.Limits(2, 2)), here.new()) == before


def test_an_exam_is_taken_up_where_it_stood_with_its_options_and_can_be_undone(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber")
    sitting = taken_up(here.store, here.clock, planned, terms=TERMS)
    asked = sitting.next()
    assert asked is not None
    assert (asked.card.key, asked.number, asked.left) == ("w/bridge", 2, 1)
    assert sitting.undo() is not None
    assert sitting.undo() is None
    assert log.session_reviews(here.store, planned.id) == []


def test_the_result_counts_what_was_not_answered_as_wrong(here: Room) -> None:
    planned = begun(here, ExamPlan(3, 30, 0.3, (Part("gems", 1, 0.5),)))
    answer(here, planned, "amber")
    result = result_of(here.store, planned)
    assert (result.total.answered, result.total.points, result.unanswered, result.left_out) == (3, 1.0, 2, 0)
    assert result.passed
    assert [(part.name, part.tally.points, part.passed) for part in result.parts] == [("gems", 1.0, True)]
    assert [name for name, _ in result.by_tag] == ["gems"]
    assert (result.exam, result.seed, result.minutes, result.began_at) == (
        planned.id,
        "s",
        30,
        planned.began_at,
    )


def test_what_was_taken_back_does_not_count(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "no")
    (review,) = log.session_reviews(here.store, planned.id)
    take_back(here.store, here.clock, review, planned.id)
    answer(here, planned, "amber")
    assert result_of(here.store, planned).total.right == 1


def test_what_the_bank_drops_or_the_learner_sets_aside_is_asked_all_the_same(here: Room) -> None:
    planned = begun(here)
    here.write("w.yaml", "quiz: 1\ntitle: Words\nquestions:\n  - {id: z, ask: Z, answer: z}\n")
    put_mark(here.store, here.clock, "w/bridge", Sign.SUSPENDED)
    here.load()
    answer(here, planned, "amber", "bridge", "river")
    result = result_of(here.store, planned)
    assert (result.total.right, result.left_out) == (3, 0)
    assert not any(task.changed for task in result.tasks)


def test_a_question_that_was_edited_is_asked_as_it_is_now(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber")
    here.write("w.yaml", BANK.replace("answer: amber", "answer: ember").replace("r: bridge", "r: brook"))
    here.load()
    answer(here, planned, "brook")
    result = result_of(here.store, planned)
    assert [task.verdict for task in result.tasks[:2]] == [Verdict.RIGHT, Verdict.RIGHT]
    assert [task.changed for task in result.tasks] == [True, False, False]


def test_a_question_that_was_renamed_keeps_its_answer(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber")
    here.write("w.yaml", BANK.replace("id: amber", "id: gem"))
    here.load()
    answer(here, planned, "bridge")
    assert [task.card.key for task in result_of(here.store, planned).tasks][:1] == ["w/gem"]
    assert result_of(here.store, planned).total.right == 2


def test_what_became_a_flashcard_or_lost_its_hole_does_not_count_unless_it_was_answered(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber")
    flashcards = (
        "      - {id: amber, front: Say amber, back: amber}\n      - {id: bridge, front: B, back: b}\n"
    )
    here.write("w.yaml", BANK[: BANK.index("      - {id: amber")] + flashcards)
    here.load()
    sitting = taken_up(here.store, here.clock, planned, terms=TERMS)
    asked = sitting.next()
    assert asked is not None
    assert asked.card.key == "w/holes#1"
    result = result_of(here.store, planned)
    assert [task.card.question.id for task in result.tasks] == ["amber", "holes"]
    assert (result.left_out, result.total.answered, result.total.right) == (1, 2, 1)


def test_the_result_of_any_exam_follows_from_its_plan_and_the_log(here: Room) -> None:
    first = begun(here)
    answer(here, first, "amber", "bridge")
    close(here.store, first, here.clock.now().at)
    second = begun(here)
    answer(here, second, "no")
    newest, oldest = sittings.of_mode(here.store, Mode.EXAM)
    assert [result_of(here.store, planned).total.right for planned in (newest, oldest)] == [0, 2]
    assert (newest.id, oldest.id) == (second.id, first.id)
    assert oldest.ended_at is not None
    assert newest.ended_at is None


def test_an_exam_that_was_handed_in_ended_then(here: Room) -> None:
    planned = begun(here)
    answer(here, planned, "amber")
    at = START + timedelta(minutes=10)
    assert close(here.store, planned, at).ended_at == at
    assert result_of(here.store, sittings.of_mode(here.store, Mode.EXAM)[0]).ended_at == at


def test_an_exam_never_ends_after_its_time(here: Room) -> None:
    planned = begun(here)
    assert close(here.store, planned, START + timedelta(days=2)).ended_at == HALF_AN_HOUR.until(
        planned.began_at
    )


def test_an_exam_that_was_answered_to_the_end_ended_with_its_last_answer(here: Room) -> None:
    planned = begun(here, ExamPlan(3, None, 0.6))
    answer(here, planned, "amber", "bridge", "river")
    last = log.session_reviews(here.store, planned.id)[-1].answered_at
    assert close(here.store, planned, START + timedelta(days=2)).ended_at == last
    unlimited = begun(here, ExamPlan(3, None, 0.6))
    at = START + timedelta(days=2)
    assert close(here.store, unlimited, at).ended_at == at


def test_it_is_never_earlier_than_the_answers_tell(here: Room) -> None:
    planned = begun(here)
    assert reached(planned.began_at, []) == planned.began_at
    answer(here, planned, "amber")
    answers = log.session_reviews(here.store, planned.id)
    assert reached(planned.began_at, answers) == answers[0].answered_at
    here.clock.at -= timedelta(hours=3)
    sitting = taken_up(here.store, here.clock, planned, terms=TERMS)
    said, judgement, rating = reply(sitting, Rating.GOOD)
    sitting.record(said._replace(duration_ms=600_000), judgement, rating)
    spent = timedelta(milliseconds=601_000)
    answers = log.session_reviews(here.store, planned.id)
    assert reached(planned.began_at, answers) == planned.began_at + spent
