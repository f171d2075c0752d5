from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from robot import VERDICTS, Put, Robot, cards_below
from samples_of_kinds import QUESTIONS, bank

import quiz
from quiz.question import Kind

if TYPE_CHECKING:
    from door import House

ARTICLE = Path(quiz.__file__).parent.parent / "questions"
FIRST_WORDS = {
    *("question", "option", "left", "answer", "turn", "back", "difference", "taken", "why", "because"),
    *("reason", "next", "note", "counted", "hint", "source", "help", "please", *VERDICTS),
}


def always(_put: Put) -> bool:
    return True


def only_again(put: Put) -> bool:
    return put.again


def sit_until_done(house: House, rule: object, *arguments: str) -> tuple[list[Put], list[tuple[str, str]]]:
    """Sit until nothing is due: siblings come in a sitting of their own."""
    asked: list[Put] = []
    verdicts: list[tuple[str, str]] = []
    for _ in range(6):
        robot = Robot(cards_below(house.home / "questions"), rule)  # type: ignore[arg-type]
        done = house.sit(robot, *arguments, "--limit", "1000")
        assert done.code == 0, done.err
        asked += robot.asked
        verdicts += robot.verdicts
        if done.said("note"):
            break
    return asked, verdicts


def test_all_ten_kinds_are_answered_rightly(house: House) -> None:
    asked, verdicts = sit_until_done(house, always)
    assert {put.question.kind for put in asked} == set(Kind)
    assert [verdict for _, verdict in verdicts] == ["right"] * len(QUESTIONS)
    assert house.verdicts() == ["right"] * len(QUESTIONS)
    house.check()


def test_all_ten_kinds_are_answered_wrongly_and_then_rightly(house: House) -> None:
    asked, verdicts = sit_until_done(house, only_again)
    assert [put.again for put in asked][:6] == [False] * 5 + [True]
    assert len(asked) == 2 * len(QUESTIONS)
    first = dict(reversed(verdicts))
    assert set(first.values()) == {"wrong"}
    assert sorted(house.verdicts()) == ["right"] * 10 + ["wrong"] * 10
    house.check()


def test_the_article_is_answered_rightly(empty: House) -> None:
    (empty.home / "questions").symlink_to(ARTICLE)
    asked, verdicts = sit_until_done(empty, always, "--new", "1000")
    cards = {card.key for card in cards_below(empty.home / "questions").values()}
    assert {put.card.key for put in asked} == cards
    assert len(asked) == len(cards)
    assert {verdict for _, verdict in verdicts} == {"right"}


def test_the_article_is_answered_wrongly(empty: House) -> None:
    (empty.home / "questions").symlink_to(ARTICLE)
    _, verdicts = sit_until_done(empty, only_again, "--new", "1000")
    first = dict(reversed(verdicts))
    assert len(first) == len(cards_below(empty.home / "questions"))
    assert set(first.values()) <= {"wrong", "partly"}
    assert dict(verdicts) == dict.fromkeys(first, "right")
    empty.check()


def test_every_line_begins_with_a_word_and_each_answer_has_one_verdict(house: House) -> None:
    done = house.call("start", stdin="Donau\n1\n", QUIZ_NEW_PER_DAY="3")
    words = [line.partition(":")[0] for line in done.out.splitlines()]
    assert set(words) <= FIRST_WORDS | {
        "score",
        "verdicts",
        "bank",
        "kind",
        "returns",
        "time",
        "earlier",
        "rest",
        "missed",
    }
    assert next(word for word in words if word in VERDICTS) == "right"
    assert len([word for word in words if word in VERDICTS]) == 2
    assert done.said("question")[0] == "1, 2 left, All kinds, text: Which river flows through Vienna?"


REPLIES = {
    "text": "Danube",
    "choice": "1",
    "true-false": "true",
    "number": "nine",
    "date": "4 April 1949",
    "several": "1 2",
    "cloze": "1949",
    "order": "1 2 3 4",
    "match": "a b",
    "recall": "\n3",
}


@pytest.mark.parametrize("lines", range(11))
def test_the_end_of_input_leaves_at_every_point(house: House, lines: int) -> None:
    said = "\n".join(REPLIES.values()).split("\n")[:lines]
    done = house.call("start", "--seed", "1", "--limit", "10", stdin="".join(f"{line}\n" for line in said))
    assert (done.code, done.err) == (0, "")
    # The flashcard is the last one, and takes two lines.
    assert len(house.verdicts()) == min(lines, 9) + (lines > 10)
    if lines == 0:
        assert done.said("note") == ["Nothing was answered. `quiz start` begins again."]
    else:
        assert len(done.said("score")) == 1
        assert done.said("rest")[0].endswith("`quiz start` goes on.")
    house.check()


def test_the_end_of_input_keeps_a_near_answer_as_wrong(house: House) -> None:
    done = house.call("start", "--kind", "text", stdin="Danbue\n")
    assert done.code == 0
    assert done.said("near") == ["Danube"]
    assert house.query("SELECT verdict, suggested_rating, rating FROM reviews") == [("wrong", 1, 1)]


def test_a_last_line_without_its_end_is_an_answer(house: House) -> None:
    assert house.call("start", "--kind", "text", stdin="Danube").said("right") == ["Danube"]
    assert house.verdicts() == ["right"]


@pytest.mark.parametrize(("said", "counted", "verdict"), [("y", "right", "near"), ("n", "wrong", "wrong")])
def test_a_near_answer_is_never_silently_right(house: House, said: str, counted: str, verdict: str) -> None:
    done = house.call("start", "--kind", "text", stdin=f"Danbue\nperhaps\n{said}\n")
    assert done.said("near") == ["Danube"]
    assert len(done.said("difference")) == 1
    assert done.said("please") == ["type y or n"]
    assert done.said("counted") == [counted]
    assert house.verdicts()[0] == verdict


def test_an_answer_is_taken_back_and_given_again(house: House) -> None:
    done = house.call("start", stdin="Rhine\n:undo\nDanube\n")
    assert done.said("note") == ["Taken back; here it is again."]
    assert house.verdicts() == ["right"]
    assert house.query("SELECT count(*) FROM reviews") == [(2,)]
    house.check()


def test_there_is_nothing_to_take_back_before_the_first_answer(house: House) -> None:
    done = house.call("start", stdin=":undo\n:quit\n")
    assert done.said("note")[0].startswith("Nothing to take back in this sitting")


def test_a_hint_counts_as_hard(house: House) -> None:
    done = house.call("start", "--kind", "text", stdin=":hint\n:hint\n:hint\n:hint\nDanube\n")
    assert done.said("hint") == ["It is long.", "It has 6 letters.", "It begins like this: D…", "none"]
    assert done.said("next") == ["hard, tomorrow"]
    assert house.query("SELECT hints, rating, suggested_rating FROM reviews") == [(3, 2, 2)]


def test_the_paragraph_before_the_answer_is_a_hint_and_does_not_point_at_its_quote(house: House) -> None:
    done = house.call("start", stdin=":source\nDanube\n:source\n")
    assert done.said("source") == [
        "text.md, paragraph 2: Nine planets were counted, until one of them was counted out.",
        "text.md, paragraph 1: The lake lies in Geneva. It was founded in 1949, on 4 April.",
    ]
    assert house.query("SELECT hints, rating FROM reviews") == [(1, 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "text.md"),
        ("No numbers here.\n", "text.md"),
        ("1. Only one.\n", "text.md has no paragraph 2."),
    ],
)
def test_a_paragraph_that_is_not_there_is_said_to_be_missing(
    house: House, text: str | None, said: str
) -> None:
    path = house.home / "questions/text.md"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert said in house.call("start", stdin=":source\n").said("source")[0]


def test_quitting_keeps_what_was_answered(house: House) -> None:
    done = house.call("start", stdin="Danube\n:quit\n1\n")
    assert done.code == 0
    assert done.said("score") == ["1 of 1 point, 100 %"]
    assert house.verdicts() == ["right"]


def test_help_and_what_is_no_command(house: House) -> None:
    done = house.call("start", stdin=":help\n:nonsense\n::Danube\n")
    assert ":undo" in done.said("help")[0]
    assert done.said("please") == ["there is no command :nonsense here; :help lists them"]
    assert house.query("SELECT json_extract(response, '$.typed') FROM reviews") == [(":Danube",)]


def test_two_sittings_with_one_seed_show_the_same(house: House) -> None:
    first = house.call("start", "--seed", "7", stdin="Danube\n")
    other = house.call("start", "--seed", "7", stdin="Danube\n", QUIZ_DB=str(house.home / "other.db"))
    assert first.said("option") == other.said("option") != []
    assert house.call("start", "--seed", "8", "--kind", "order").said("option") != house.call(
        "start", "--seed", "9", "--kind", "order"
    ).said("option")


def test_words_tags_and_kinds_narrow_what_is_asked(house: House) -> None:
    house.bank(
        bank("text").replace("id: river", "id: river\n    tags: [water]"), "questions/other/rivers.yaml"
    )
    assert len(house.call("start", "rivers").said("question")) == 1
    assert len(house.call("start", "water").said("question")) == 1
    assert house.call("start", "--tag", "water", "--kind", "choice").said("note") == [
        "There are no cards to ask here; `quiz list` shows the banks."
    ]
    assert (
        house.call("start", "bank", "--kind", "date")
        .said("question")[0]
        .endswith("On which day was it founded?")
    )


def test_nothing_due_offers_to_go_ahead(house: House) -> None:
    house.call("start", "--new", "1", stdin="Danube\n")
    refused = house.call("start", "--new", "1", stdin="n\n")
    assert refused.said("note") == [
        "Nothing is due now. Next: 1 card on Wed 4 Mar. 9 new cards left for other days."
    ]
    assert refused.said("question") == []
    taken = house.call("start", "--new", "1", "--limit", "2", stdin="y\n1\ntrue\n")
    assert taken.said("answer")[0].startswith("Go ahead with 2 cards now?")
    assert len(house.verdicts()) >= 2


def test_the_limit_ends_a_sitting_and_says_what_is_left(house: House) -> None:
    done = house.call("start", "--limit", "1", stdin="Danube\n")
    assert len(done.said("question")) == 1
    assert done.said("rest") == ["9 cards left for today; `quiz start` goes on."]


def test_going_ahead_leaves_nothing_for_today(house: House) -> None:
    house.call("start", "--new", "1", stdin="Danube\n")
    done = house.call("start", "--new", "1", stdin="y\n1\n:quit\n")
    assert len(done.said("score")) == 1
    assert done.said("rest") == ["Nothing is left for today."] or house.verdicts()[-1] == "wrong"
