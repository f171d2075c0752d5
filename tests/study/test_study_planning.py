"""Sittings that were left: they stand at the same card, with the same options, whatever was done."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import TERMS, Room, reply, room

from quiz.review import Mode, Rating, Sign
from quiz.store import candidates, log, marks, sittings
from quiz.study.planning import begin, left_today, taken_up
from quiz.study.session import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.study.planning import Left
    from quiz.study.session import Sitting

WORDS = ("amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar")
BANK = "quiz: 1\ntitle: Words\nsource: words.md\nquestions:\n" + "".join(
    f"  - {{id: {word}, ask: Which of them is {word}?, answer: {word}, wrong: [one, two, three, four], "
    f"source: {{paragraph: {number % 3 + 1}}}}}\n"
    for number, word in enumerate(WORDS)
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, banks=False) as found:
        found.write("w.yaml", BANK)
        found.load()
        yield found


def start(where: Room, mode: Mode = Mode.STUDY, **more: object) -> Sitting:
    cards = candidates.everything(where.store, where.scope())
    apart = mode is not Mode.EXAM
    return begin(where.store, where.clock, cards, terms=TERMS, seed="s", mode=mode, apart=apart, more=more)


def left(where: Room, mode: Mode = Mode.STUDY) -> Left | None:
    return left_today(where.store, where.clock, mode, terms=TERMS)


def answer(sitting: Sitting, *ratings: Rating) -> None:
    for rating in ratings:
        sitting.record(*reply(sitting, rating))


DEEDS = st.lists(
    st.one_of(
        st.sampled_from(Rating),
        st.sampled_from([Sign.SUSPENDED, Sign.BURIED, Sign.FLAGGED, "undo", "undo", "crash"]),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(Mode), DEEDS)
def test_a_sitting_that_was_left_stands_where_it_stood_and_can_be_undone_to_its_beginning(
    mode: Mode, deeds: list[Rating | Sign | str]
) -> None:
    with ExitStack() as stack:
        where = stack.enter_context(room(Path(stack.enter_context(TemporaryDirectory())), banks=False))
        where.store.db.execute("PRAGMA synchronous = OFF")
        where.write("w.yaml", BANK)
        where.load()
        sitting = start(where, mode)
        trail = [sitting.next()]
        for deed in deeds:
            if deed == "crash":
                planned = sittings.latest(where.store, mode)
                assert planned is not None
                sitting = taken_up(where.store, where.clock, planned, terms=TERMS)
            elif deed == "undo":
                assert (sitting.undo() is None) == (len(trail) == 1)
                trail[1:] = trail[1:-1]
            elif sitting.left:
                do(sitting, deed)
                trail += [] if deed is Sign.FLAGGED else [sitting.next()]
            assert sitting.next() == trail[-1]
        while len(trail) > 1:
            trail.pop()
            assert sitting.undo() is not None
            assert sitting.next() == trail[-1]
        assert sitting.undo() is None
        assert marks.aside(where.store) == []


def do(sitting: Sitting, deed: Rating | Sign | str) -> None:
    if isinstance(deed, Rating):
        answer(sitting, deed)
    elif deed is Sign.FLAGGED:
        sitting.flag(sitting.current, "unclear")
    elif isinstance(deed, Sign):
        sitting.set_aside(sitting.current, deed)


def test_a_sitting_that_was_left_tells_how_far_it_came_and_what_was_chosen_for_it(here: Room) -> None:
    sitting = start(here, choice={"read": True})
    answer(sitting, Rating.GOOD, Rating.AGAIN)
    found = left(here)
    assert found is not None
    assert (found.answered, found.sitting.left, found.choice) == (2, 6, {"read": True})
    assert (found.sitting.id, found.sitting.mode) == (sitting.id, Mode.STUDY)
    assert left(here, Mode.CRAM) is None


def test_a_sitting_without_a_choice_was_left_with_none(here: Room) -> None:
    answer(start(here), Rating.GOOD)
    found = left(here)
    assert found is not None
    assert found.choice == {}


def test_nothing_was_left_where_nothing_was_answered_or_all_was(here: Room) -> None:
    assert left(here) is None
    sitting = start(here)
    assert left(here) is None
    sitting.set_aside(sitting.current, Sign.SUSPENDED)
    assert left(here) is None
    answer(sitting, *[Rating.GOOD] * 5)
    assert left(here) is not None
    answer(sitting, Rating.GOOD)
    assert left(here) is None


def test_a_sitting_that_ended_or_is_of_another_day_is_not_taken_up(here: Room) -> None:
    sitting = start(here)
    answer(sitting, Rating.GOOD)
    sittings.end(here.store, sitting.id, here.clock.now().at)
    assert left(here) is None
    sittings.reopen(here.store, sitting.id)
    assert left(here) is not None
    here.clock.sleep(1)
    assert left(here) is None


def test_only_the_latest_sitting_is_taken_up(here: Room) -> None:
    answer(start(here), Rating.GOOD)
    second = start(here)
    answer(second, Rating.GOOD, Rating.GOOD)
    found = left(here)
    assert found is not None
    assert (found.sitting.id, found.answered) == (second.id, 2)


def test_an_answer_taken_back_from_outside_is_put_again(here: Room) -> None:
    sitting = start(here)
    answer(sitting, Rating.GOOD, Rating.GOOD)
    review = log.session_reviews(here.store, sitting.id)[-1]
    take_back(here.store, here.clock, review, review.session)
    found = left(here)
    assert found is not None
    assert (found.answered, found.sitting.current.card.key) == (1, "w/bridge")


def test_cards_that_were_renamed_meanwhile_are_known_and_those_gone_are_not_asked(here: Room) -> None:
    answer(start(here), Rating.AGAIN, Rating.GOOD)
    lines = [line for line in BANK.splitlines() if "cellar" not in line]
    here.write("w.yaml", "\n".join(lines).replace("id: amber", "id: gem").replace("id: dragon", "id: worm"))
    here.load()
    found = left(here)
    assert found is not None
    asked = []
    while (put := found.sitting.next()) is not None:
        asked.append(put.card.question.id)
        answer(found.sitting, Rating.GOOD)
    assert asked == ["engine", "forest", "gem", "worm", "guitar"]


def test_an_answer_to_a_card_that_nothing_leads_to_any_more_is_passed_over(here: Room) -> None:
    answer(start(here), Rating.GOOD, Rating.GOOD)
    here.store.db.execute("UPDATE reviews SET card = 'elsewhere/amber' WHERE card = 'w/amber'")
    found = left(here)
    assert found is not None
    assert found.sitting.current.card.key == "w/amber"


def put(sitting: Sitting) -> str | None:
    asked = sitting.next()
    return None if asked is None else asked.card.question.id


def test_a_card_is_put_off_whose_paragraph_was_just_shown(here: Room) -> None:
    """amber, dragon and guitar stand on the first paragraph, bridge and engine on the second."""
    sitting = start(here)
    answer(sitting, Rating.AGAIN)
    assert put(sitting) == "bridge"
    answer(sitting, Rating.GOOD, Rating.GOOD)
    assert put(sitting) == "engine"
    undone = sitting.undo()
    assert undone is not None
    assert [undone.card.question.id, put(sitting)] == ["cellar", "cellar"]
    answer(sitting, Rating.GOOD, Rating.GOOD, Rating.GOOD)
    assert put(sitting) == "amber"
    answer(sitting, Rating.GOOD)
    assert put(sitting) == "dragon"


def test_all_cards_on_one_paragraph_are_asked_all_the_same(here: Room) -> None:
    here.write("w.yaml", BANK.replace("paragraph: 2", "paragraph: 1").replace("paragraph: 3", "paragraph: 1"))
    here.load()
    sitting, seen = start(here), []
    while (name := put(sitting)) is not None:
        seen.append(name)
        answer(sitting, Rating.AGAIN if len(seen) == 1 else Rating.GOOD)
    assert seen == [*WORDS[:5], "amber", *WORDS[5:]]


def test_a_card_of_another_class_never_comes_before(here: Room) -> None:
    sitting = start(here)
    answer(sitting, Rating.GOOD, Rating.GOOD)
    here.clock.sleep(30)
    due = [card for card in candidates.everything(here.store, here.scope()) if card.state]
    new = [card for card in candidates.everything(here.store, here.scope()) if not card.state]
    queue = [due[0], *[card for card in new if card.card.question.id in ("dragon", "engine")]]
    again = begin(here.store, here.clock, queue, terms=TERMS, seed="s", apart=True)
    answer(again, Rating.AGAIN)
    assert put(again) == "engine"
    last = begin(here.store, here.clock, [queue[1], *due], terms=TERMS, seed="s", apart=True)
    answer(last, Rating.AGAIN)
    assert put(last) == "bridge"
    mixed = begin(here.store, here.clock, [queue[1], due[0], queue[2]], terms=TERMS, seed="s", apart=True)
    answer(mixed, Rating.AGAIN)
    assert put(mixed) == "amber", "the only due one is asked all the same"


def test_nothing_is_put_off_in_a_sitting_that_was_not_to_be(here: Room) -> None:
    cards = [
        card for card in candidates.everything(here.store, here.scope()) if card.card.question.id != "bridge"
    ]
    sitting = begin(here.store, here.clock, cards[:1] + cards[2:], terms=TERMS, seed="s")
    answer(sitting, Rating.AGAIN)
    assert put(sitting) == "dragon"


@pytest.mark.parametrize(
    ("cited", "following"),
    [
        ("{paragraph: 1, document: words.md}", "cellar"),
        ("{paragraph: 1, document: ../questions/words.md}", "cellar"),
        ("{paragraph: 4, also: [5, 1]}", "cellar"),
        ("{paragraph: 1, document: other.md}", "bridge"),
        ("{paragraph: 4}", "bridge"),
    ],
)
def test_a_paragraph_is_the_same_by_text_and_number(here: Room, cited: str, following: str) -> None:
    here.write("w.yaml", BANK.replace("source: {paragraph: 2}", f"source: {cited}", 1))
    here.load()
    sitting = start(here)
    answer(sitting, Rating.AGAIN)
    assert put(sitting) == following
