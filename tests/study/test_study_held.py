"""Faults in a bank hold questions back: they are counted, lose nothing, and come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from study_samples import PEOPLE, TALKS, Room, room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.study.loading import Loaded

VENUE, MONTH = "talks/venue", "talks/month"
TYPO = TALKS.replace("answer: Geneva", "anwser: Geneva")
CUT = TALKS.replace("ask: When shall", 'ask: "When shall')
NO_YAML = "title: ["


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found


def counted(loaded: Loaded) -> list[tuple[str, int, int, bool]]:
    """Return of each bank with faults its key, how many are held back, its faults, whether it is unread."""
    return [(one.bank, one.held, one.faults, one.unread) for one in loaded.broken]


@pytest.mark.parametrize(("text", "name"), [(TYPO, VENUE), (CUT, MONTH)])
def test_what_a_fault_holds_back_is_counted_by_every_load_until_it_is_mended(
    here: Room, text: str, name: str
) -> None:
    here.answer(name)
    state = here.state(name)
    here.write("talks.yaml", text)
    first = here.load()
    assert (first.held, first.archived) == ((name,), ())
    assert counted(first) == counted(here.load()) == [("talks", 1, 1, False)]
    here.write("talks.yaml", text.replace("Where and when to talk", "Talks"))
    again = here.load()
    assert (again.held, again.archived) == ((), ())
    assert counted(again) == [("talks", 1, 1, False)]
    here.write("talks.yaml", TALKS)
    loaded = here.load()
    assert (loaded.returned, loaded.broken, loaded.archived) == ((name,), (), ())
    assert here.state(name) == state


def test_sound_banks_hold_nothing_back(here: Room) -> None:
    assert here.load().broken == ()


def test_a_fault_in_what_was_never_loaded_holds_no_known_question_back(here: Room) -> None:
    here.write("talks.yaml", TALKS + "      - ask: What else?\n")
    loaded = here.load()
    assert (loaded.held, counted(loaded)) == ((), [("talks", 0, 1, False)])


def test_a_file_of_no_bank_that_was_ever_loaded_is_not_counted(here: Room) -> None:
    here.write("other.yaml", NO_YAML)
    assert here.load().broken == ()


def test_a_file_that_cannot_be_read_at_all_goes_on_as_it_was(here: Room) -> None:
    here.write("talks.yaml", NO_YAML)
    loaded = here.load()
    assert counted(loaded) == [("talks", 0, 1, True)]
    assert [one.going_on for one in loaded.broken] == [2]
    assert here.candidate(VENUE).card.right == "Geneva"


def test_what_was_held_back_stays_so_while_the_file_cannot_be_read_at_all(here: Room) -> None:
    here.answer(VENUE)
    state = here.state(VENUE)
    here.write("talks.yaml", TYPO)
    here.load()
    here.write("talks.yaml", NO_YAML)
    loaded = here.load()
    assert counted(loaded) == [("talks", 1, 1, True)]
    assert [one.going_on for one in loaded.broken] == [1]
    here.write("talks.yaml", TALKS)
    assert here.load().returned == (VENUE,)
    assert here.state(VENUE) == state


def test_what_is_taken_out_while_it_is_held_back_is_gone_when_the_bank_is_sound(here: Room) -> None:
    here.write("talks.yaml", TYPO)
    here.load()
    rest = TALKS[: TALKS.index("      - id: venue")] + TALKS[TALKS.index("      - id: month") :]
    here.write("talks.yaml", rest)
    loaded = here.load()
    assert (loaded.archived, loaded.held, loaded.broken) == ((VENUE,), (), ())


def test_mended_under_another_name_the_history_goes_with_it(here: Room) -> None:
    here.answer(VENUE)
    state = here.state(VENUE)
    here.write("talks.yaml", TYPO)
    here.load()
    text = TALKS.replace("id: venue", "id: city").replace("city is proposed", "city was proposed")
    here.write("talks.yaml", text)
    loaded = here.load()
    assert (loaded.renamed, loaded.new) == (((VENUE, "talks/city"),), ())
    assert here.state("talks/city") == state


def test_mended_and_reworded_without_an_id_the_history_goes_with_it(here: Room) -> None:
    old = "people/who-speaks-for-the-white-house"
    here.answer(old)
    state = here.state(old)
    here.write("people.yaml", PEOPLE.replace("answer: Jen", "anwser: Jen"))
    assert here.load().held == (old,)
    here.write("people.yaml", PEOPLE.replace("for the White", "for the old White"))
    ((before, after),) = here.load().renamed
    assert before == old
    assert here.state(after) == state


def test_a_name_that_changes_beside_a_fault_is_a_new_name_and_nothing_held_back(here: Room) -> None:
    here.answer(MONTH)
    state = here.state(MONTH)
    text = TYPO.replace("id: month", "id: date").replace("shall the talks", "shall talks")
    here.write("talks.yaml", text)
    loaded = here.load()
    assert loaded.renamed == ((MONTH, "talks/date"),)
    assert (loaded.held, counted(loaded)) == ((VENUE,), [("talks", 1, 1, False)])
    assert here.state("talks/date") == state


def test_a_copy_of_a_question_with_a_fault_does_not_take_its_history(here: Room) -> None:
    here.answer(VENUE)
    state = here.state(VENUE)
    copy = "      - {id: copy, ask: 'Which city is proposed?', answer: Geneva, tags: [places]}\n"
    here.write("talks.yaml", TYPO + copy)
    loaded = here.load()
    assert (loaded.new, loaded.renamed, loaded.held) == (("talks/copy",), (), (VENUE,))
    here.write("talks.yaml", TALKS)
    here.load()
    assert here.state(VENUE) == state


def test_a_like_question_beside_a_fault_does_not_take_its_history(here: Room) -> None:
    here.answer(VENUE)
    like = "      - {id: like, ask: 'Which city is proposed here?', answer: Geneva}\n"
    here.write("talks.yaml", TYPO + like)
    assert here.load().renamed == ()


def test_a_file_renamed_while_it_has_faults_is_mended_with_all_histories(here: Room) -> None:
    here.answer(VENUE)
    state = here.state(VENUE)
    here.write("talks.yaml", TYPO)
    here.load()
    (here.root / "talks.yaml").unlink()
    here.write("places.yaml", TALKS)
    assert (VENUE, "places/venue") in here.load().renamed
    assert here.state("places/venue") == state


def test_a_bank_with_a_name_of_its_own_keeps_what_is_held_back_in_another_file(here: Room) -> None:
    named = TYPO.replace("title:", "id: talks\n    title:")
    here.write("talks.yaml", named)
    here.load()
    (here.root / "talks.yaml").unlink()
    here.write("places.yaml", named.replace("Where and when to talk", "Talks"))
    loaded = here.load()
    assert counted(loaded) == [("talks", 1, 1, False)]
    assert here.load().broken == loaded.broken
