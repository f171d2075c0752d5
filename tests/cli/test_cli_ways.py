"""The ways in which a sitting is held: left and taken up, crammed, read, looked at, by the minute."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from samples_of_kinds import QUESTIONS, bank

from quiz.clock import Clock

if TYPE_CHECKING:
    from door import Done, House

STATES = "SELECT * FROM card_states ORDER BY card_id"
RIVER, LAKE = "Which river flows through Vienna?", "Which city lies on the lake?"
LATER = "2026-03-02T18:00:00+00:00"
TOMORROW = "2026-03-03T12:00:00+00:00"
CHAPTER = "1. The first.\n\n2. The second holds alpha.\n\n3. The third.\n\n4. The fourth holds omega.\n"
CITING = """\
quiz: 1
title: Chapter
source: chapter.md
questions:
  - id: last
    ask: Which letter does the fourth hold?
    answer: omega
    source: {paragraph: 4, quote: holds omega}
  - id: bare
    ask: Which letter does none hold?
    answer: beta
  - id: second
    ask: Which letter does the second hold?
    answer: alpha
    source: {paragraph: 2, quote: holds alpha}
"""
OFFER = "A sitting was left after {}. Go on with it? y or n, Enter for y"


def questions(done: Done) -> list[str]:
    """Return what was asked, in order."""
    return [said.partition(": ")[2] for said in done.said("question")]


def answers(done: Done) -> list[str]:
    return [said for said in done.said("answer") if "A sitting was left" in said]


@pytest.fixture
def chapter(empty: House) -> House:
    """A house with a text of four paragraphs, two of them cited, the later one first."""
    empty.bank(CITING)
    empty.bank(CHAPTER, "questions/chapter.md")
    return empty


def test_a_sitting_that_was_left_goes_on_at_the_same_card_with_its_options_in_their_order(
    house: House,
) -> None:
    left = house.attend(stdin="Rhine\n\n:pause\n\n:quit\n\n")
    again = house.attend(stdin="\nGeneva\n\n:quit\n\n", QUIZ_NOW=LATER)
    assert answers(again) == [OFFER.format("1 answer, with 10 to go")]
    assert questions(again)[0] == questions(left)[-1] == LAKE
    assert again.said("question")[0] == left.said("question")[-1]
    assert again.said("option")[:3] == left.said("option")[-3:]
    assert len(house.query("SELECT DISTINCT session FROM reviews")) == 1
    # What was answered before it was left belongs to the score.
    assert again.said("score") == ["1 of 2 points, 50 %"]
    assert again.said("missed") == [f"{RIVER} answer: Danube; given: Rhine"]
    house.check()


def test_the_time_of_a_sitting_is_never_less_than_that_of_its_answers(house: House) -> None:
    with mock.patch.object(Clock, "ticks_ms", side_effect=count(0, 30_000)):
        house.attend(stdin="Danube\n\n:quit\n\n")
    done = house.attend(stdin="\n:quit\n\n")
    assert done.said("time")[0] == "30 s answering, 30 s an answer; 30 s in all"


def test_what_was_set_aside_or_taken_back_before_it_was_left_stays_so(house: House) -> None:
    house.attend(stdin="Danube\n\n:bury\ntrue\n\n:undo\n:quit\n\n")
    again = house.attend(stdin="\n:undo\n:undo\n:undo\n:quit\n")
    assert questions(again) == ["The lake lies in Geneva.", LAKE, RIVER, RIVER]
    assert house.verdicts() == []
    house.check()


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [
        (("--fresh",), {}),
        (("--cram",), {}),
        (("--kind", "choice"), {}),
        (("--learner", "eve"), {}),
        ((), {"QUIZ_NOW": TOMORROW}),
    ],
)
def test_another_choice_mode_learner_or_day_begins_anew(
    house: House, arguments: tuple[str, ...], environ: dict[str, str]
) -> None:
    house.attend(stdin="Danube\n\n:quit\n\n")
    assert answers(house.attend(*arguments, stdin=":quit\n", **environ)) == []


def test_a_sitting_that_is_done_or_held_without_anybody_is_not_offered(house: House) -> None:
    house.attend("--kind", "text", stdin="Danube\n\n\n")
    assert answers(house.attend("--kind", "text", stdin="n\n")) == []
    house.attend(stdin="Geneva\n\n:quit\n\n")
    assert answers(house.call("start", stdin=":quit\n")) == []


def test_refused_it_begins_anew(house: House) -> None:
    house.attend(stdin="Danube\n\n:quit\n\n")
    done = house.attend(stdin="n\nGeneva\n\n:quit\n\n")
    assert len(answers(done)) == 1
    assert done.said("question")[0] == f"1, 8 left, All kinds, choice: {LAKE}"
    assert len(house.query("SELECT DISTINCT session FROM reviews")) == 2


def test_cramming_leaves_memory_as_it_was_as_often_as_one_likes(house: House) -> None:
    house.call("start", "--kind", "text", "--kind", "choice", stdin="Danube\n1\n")
    before = house.query(STATES)
    for turn in range(3):
        done = house.attend("--cram", "--kind", "text", stdin="Rhine\n\nDanube\n\n\n")
        assert questions(done) == [RIVER, RIVER], turn
        assert done.said("next") == ["again", "good"]
        assert done.said("returns") == ["as before; memory was left alone"]
    assert house.query(STATES) == before
    assert house.query("SELECT count(*) FROM reviews WHERE mode = 'cram'") == [(6,)]
    house.check()


def test_cramming_asks_everything_chosen_due_or_not_and_keeps_to_a_limit(house: House) -> None:
    house.call("start", stdin="Danube\n")
    every = house.call("start", "--cram", "--seed", "0")
    assert every.said("question")[0].startswith("1, 9 left")
    few = house.call("start", "--cram", "--seed", "0", "--limit", "3")
    assert few.said("question")[0].startswith("1, 2 left")
    assert questions(every) == questions(few)
    house.call("start", "--kind", "text", "--cram", stdin=":suspend\n")
    assert house.call("start", "--kind", "text", "--cram").said("note") == [
        "There are no cards to ask here; `quiz list` shows the banks."
    ]


def test_what_was_missed_is_asked_once_more_and_once_more(house: House) -> None:
    kinds = ("--kind", "text", "--kind", "choice")
    done = house.attend(
        *kinds,
        "--read",
        stdin="\nGeneva\n\n\nRhine\n\nDanube\n\n:missed\nRhine\n\nDanube\n\n:missed\nDanube\n\n\n",
    )
    assert questions(done)[3:] == [RIVER, RIVER, RIVER]
    assert done.said("note") == ["Once more what you missed; memory is left alone."] * 2
    assert len(done.said("read")) == 2
    assert len(done.said("score")) == 3
    assert "missed" not in done.said("answer")[-1]
    assert house.query("SELECT mode, count(*) FROM reviews GROUP BY mode ORDER BY mode") == [
        ("cram", 3),
        ("study", 3),
    ]
    # It is no sitting of the choice that it came from.
    left = house.attend("--cram", *kinds, stdin=":quit\n")
    assert answers(left) == []
    house.check()


def test_a_new_card_is_looked_at_before_it_counts(house: House) -> None:
    kinds = ("--kind", "text", "--kind", "choice")
    done = house.attend("--look", *kinds, stdin="\n\nDanube\n\n:quit\n\n")
    assert done.said("new") == [f"1 of 2: {RIVER}", f"2 of 2: {LAKE}"]
    assert done.said("back") == ["Danube", "Geneva"]
    assert done.said("source")[0].endswith("»counted out«.")
    assert house.verdicts() == ["right"]
    seen = house.attend("--look", *kinds, "--fresh", stdin=":quit\nGeneva\n\n\n")
    assert seen.said("new") == [f"1 of 1: {LAKE}"]
    assert questions(seen) == [LAKE]


def test_reading_shows_each_paragraph_once_in_order_before_what_stands_on_it(chapter: House) -> None:
    done = chapter.attend("--read", stdin="\n\nx\n\n\n\nomega\n\nbeta\n\nalpha\n\n\n")
    words = [line.split(": ", 1) for line in done.out.splitlines() if line.startswith(("read:", "question:"))]
    assert [
        said.split(", ")[1].split(":")[0] if word == "read" else said.split(": ")[1] for word, said in words
    ] == [
        *("paragraph 1", "paragraph 2", "Which letter does the second hold?"),
        *("paragraph 3", "paragraph 4", "Which letter does the fourth hold?"),
        *("Which letter does none hold?", "Which letter does the second hold?"),
    ]
    assert not any("»" in said for said in done.said("read"))
    assert done.said("score") == ["2 of 3 points, 67 %"]


def test_reading_goes_on_where_it_was_left(chapter: House) -> None:
    chapter.attend("--read", stdin="\n\nalpha\n\n\n:quit\n\n")
    done = chapter.attend("--read", stdin="\n\n\nomega\n\n:quit\n\n")
    assert [said.split(":")[0] for said in done.said("read")] == [
        "chapter.md, paragraph 3",
        "chapter.md, paragraph 4",
    ]
    assert questions(done)[0] == "Which letter does the fourth hold?"


def test_a_text_that_is_gone_is_not_read_and_the_questions_come(chapter: House) -> None:
    (chapter.home / "questions/chapter.md").unlink()
    done = chapter.attend("--read", stdin="alpha\n\n:quit\n\n")
    assert done.said("read") == []
    assert done.said("score") == ["1 of 1 point, 100 %"]


@pytest.mark.parametrize(("minutes", "answered", "said"), [(1, 2, "1 minute is"), (2, 3, "2 minutes are")])
def test_minutes_end_after_the_card_in_hand(house: House, minutes: int, answered: int, said: str) -> None:
    with mock.patch.object(Clock, "ticks_ms", side_effect=count(0, 12_000)):
        done = house.call("start", "--minutes", str(minutes), stdin="Danube\n1\ntrue\nnine\n1949-04-04\n")
    assert done.said("note") == [f"{said} over."]
    assert len(house.verdicts()) == answered
    assert len(done.said("score")) == 1
    assert done.said("rest")[0].endswith("`quiz start` goes on.")


def test_a_pause_is_not_taken_off_the_minutes(house: House) -> None:
    ticks = iter([0, 0, 0, 1000, 1000, 900_000, 900_000, 900_000, 901_000, 901_000, 999_000, *[999_000] * 9])
    with mock.patch.object(Clock, "ticks_ms", side_effect=ticks):
        done = house.call("start", "--minutes", "1", stdin=":pause\n\nDanube\n:quit\n")
    assert house.verdicts() == ["right"]
    assert len(done.said("question")) >= 2
    assert house.query("SELECT duration_ms < 60000 FROM reviews") == [(1,)]


def test_learners_are_kept_apart(house: House) -> None:
    house.call("start", "--kind", "text", "--learner", "ann", stdin="Danube\n")
    house.call("start", "--kind", "text", "--learner", "ben", stdin=":suspend\n")
    assert questions(house.call("start", "--kind", "text", "--learner", "ann")) == []
    assert questions(house.call("start", "--kind", "text", "--learner", "ben")) == []
    assert questions(house.call("start", "--kind", "text")) == [RIVER]
    assert house.query("SELECT learner, verdict FROM reviews") == [("ann", "right")]
    assert questions(house.call("start", "--kind", "text", "--cram", "--learner", "ann")) == [RIVER]
    house.check()


@pytest.fixture
def forgetful(house: House) -> House:
    """A house in which the river was forgotten five times."""
    house.bank(bank("text"))
    house.call("start", stdin="Danube\n")
    for month in range(5):
        house.call("start", stdin="Rhine\nDanube\n", QUIZ_NOW=f"2027-{2 * month + 1:02}-02T12:00:00+00:00")
    return house


SIXTH = "2028-03-02T12:00:00+00:00"


@pytest.mark.parametrize(
    ("stdin", "word", "held"),
    [
        ("\n", "question", 2),
        (":source\n\n", "source", 2),
        (":suspend\n", "note", 1),
        (":quit\n", "score", 1),
    ],
)
def test_a_leech_is_named_at_its_sixth_lapse_with_what_to_do(
    forgetful: House, stdin: str, word: str, held: int
) -> None:
    done = forgetful.attend(stdin=f"Rhine\n\n{stdin}:quit\n\n", QUIZ_NOW=SIXTH)
    assert done.said("leech")[0].startswith(f"{RIVER} (forgotten 6 times; ")
    assert "; questions/bank.yaml:5) " in done.said("leech")[0]
    assert done.said(word)
    assert len(done.said("question")) == held
    assert len(done.said("source")) == 1 + (word == "source")
    forgetful.check()


def test_a_leech_is_not_named_at_each_lapse_nor_while_cramming(forgetful: House) -> None:
    crammed = forgetful.call("start", "--cram", stdin="Rhine\n", QUIZ_NOW=SIXTH)
    assert crammed.said("leech") == []
    sixth = forgetful.call("start", stdin="Rhine\nDanube\n", QUIZ_NOW=SIXTH)
    assert len(sixth.said("leech")) == 1
    named = [
        len(
            forgetful.call("start", stdin="Rhine\nDanube\n", QUIZ_NOW=f"20{year}-03-02T12:00:00+00:00").said(
                "leech"
            )
        )
        for year in (30, 32, 34, 36)
    ]
    assert named == [0, 0, 1, 0]


def test_an_overruled_lapse_is_no_leech(forgetful: House) -> None:
    done = forgetful.attend(stdin="Rhine\n:overrule\n\n:quit\n", QUIZ_NOW=SIXTH)
    assert done.said("leech") == []


def test_every_kind_is_crammed(house: House) -> None:
    done = house.call("start", "--cram", "--seed", "1", stdin=":bury\n" * len(QUESTIONS))
    assert sorted(said.split(": ")[0].split(", ")[-1] for said in done.said("question")) == sorted(QUESTIONS)
