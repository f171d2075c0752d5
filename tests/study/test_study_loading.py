"""Loading: what changed in the banks reaches the catalogue, and no history is lost."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from study_samples import PEOPLE, START, TALKS, TODAY, Room, room

from quiz.bank import reader
from quiz.review import Rating
from quiz.store import catalogue
from quiz.study import loading, reading
from quiz.study.replay import differences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = ["people/the-russian-president", "people/who-speaks-for-the-white-house", "talks/month", "talks/venue"]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found
        assert differences(found.store) == []


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path, _key: str) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(reader, "read_bank", read)


def touch(path: Path) -> None:
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))


def talks(*questions: str, head: str = "title: Talks") -> str:
    lines = "\n".join(f"  - {question}" for question in questions)
    return f"quiz: 1\n{head}\nquestions:\n{lines}\n"


def test_a_first_load_takes_everything(tmp_path: Path) -> None:
    with room(tmp_path) as found:
        loaded = found.load()
        assert sorted(loaded.new) == KEYS
        assert [(bank.key, bank.title) for bank in loaded.banks] == [
            ("people", "People"),
            ("talks", "Where and when to talk"),
        ]
        assert (loaded.changed, loaded.archived, loaded.returned, loaded.renamed) == ((), (), (), ())
        assert sorted(found.new()) == KEYS


def test_no_banks_give_an_empty_catalogue(tmp_path: Path) -> None:
    with room(tmp_path, banks=False) as found:
        assert found.load().banks == ()
        assert found.load(tmp_path / "nowhere").banks == ()


def test_what_did_not_change_is_not_read_again(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    unread(monkeypatch)
    loaded = here.load()
    assert [bank.key for bank in loaded.banks] == ["people", "talks"]
    assert loaded.new == ()


def test_a_file_that_was_only_touched_is_not_read_again(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    unread(monkeypatch)
    touch(here.root / "talks.yaml")
    assert [bank.key for bank in here.load().banks] == ["people", "talks"]
    monkeypatch.setattr(reading, "_hash", None)
    here.load()


def test_a_new_way_of_reading_reads_everything_again(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (loading, reading):
        monkeypatch.setattr(module, "READER", "2")
    unread(monkeypatch)
    with pytest.raises(AssertionError):
        here.load()


def test_a_file_swapped_for_one_of_equal_size_and_time_is_read(here: Room) -> None:
    path = here.root / "talks.yaml"
    status = path.stat()
    other = here.write("talks.new", TALKS.replace("Geneva", "Vienna"))
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert here.load().changed == ("talks/venue",)


def test_a_changed_question_keeps_its_history(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    here.write("talks.yaml", TALKS.replace("Which city is proposed?", "Where?").replace("Geneva", "Genf"))
    loaded = here.load()
    assert (loaded.changed, loaded.new, loaded.archived) == (("talks/venue",), (), ())
    assert state is not None
    assert here.state("talks/venue") == replace(state, due_on=TODAY, interval_days=0)
    assert here.candidate("talks/venue").card.right == "Genf"


def test_a_question_that_only_moved_is_no_change(here: Room) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", TALKS.replace("questions:", "questions:\n      - {front: F, back: B, id: f}"))
    loaded = here.load()
    assert (loaded.new, loaded.changed) == (("talks/f",), ())
    assert [key for key in here.new() if key.startswith("talks")] == ["talks/f", "talks/month"]


def test_a_question_taken_out_comes_back_with_its_memory(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    here.write("talks.yaml", talks("{front: F, back: B, id: f}"))
    loaded = here.load()
    assert (loaded.new, loaded.archived) == (("talks/f",), ("talks/month", "talks/venue"))
    assert here.new() == [KEYS[1], KEYS[0], "talks/f"]
    here.write("talks.yaml", TALKS)
    loaded = here.load()
    assert sorted(loaded.returned) == ["talks/month", "talks/venue"]
    assert (loaded.new, loaded.changed, loaded.archived) == ((), (), ("talks/f",))
    assert here.state("talks/venue") == state
    assert "talks/month" in here.new()


def test_another_id_keeps_the_history(here: Room) -> None:
    review = here.answer("talks/venue")
    state = here.state("talks/venue")
    here.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
    loaded = here.load()
    assert loaded.renamed == (("talks/venue", "talks/city"),)
    assert (loaded.new, loaded.archived, loaded.changed) == ((), (), ())
    assert here.state("talks/city") == state
    renames = here.store.db.execute("SELECT old_card, new_card FROM renames").fetchall()
    assert renames == [("talks/venue", "talks/city")]
    assert here.store.db.execute("SELECT max(id) FROM renames").fetchone()[0] > review.id


def test_an_id_may_go_there_and_back(here: Room) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
    here.load()
    here.answer("talks/city", Rating.AGAIN)
    state = here.state("talks/city")
    here.write("talks.yaml", TALKS)
    assert here.load().renamed == (("talks/city", "talks/venue"),)
    assert here.state("talks/venue") == state
    assert state is not None
    assert state.reviews == 2


def test_an_id_in_use_before_is_another_question_now(here: Room) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
    here.load()
    here.write(
        "talks.yaml", TALKS.replace("id: venue", "id: city") + "      - {front: F, back: B, id: venue}\n"
    )
    assert here.load().new == ("talks/venue",)
    assert here.state("talks/venue") is None
    assert here.state("talks/city") is not None


def test_a_reworded_question_without_an_id_keeps_its_history(here: Room) -> None:
    old = "people/who-speaks-for-the-white-house"
    here.answer(old)
    state = here.state(old)
    here.write("people.yaml", PEOPLE.replace("for the White House", "for the white House in it"))
    loaded = here.load()
    ((before, after),) = loaded.renamed
    assert before == old
    assert here.state(after) == state


@pytest.mark.parametrize(
    "change", [("Jen Psaki", "Jay Carney"), ("Who speaks for the White House?", "Whose voice is heard?")]
)
def test_another_answer_or_quite_another_prompt_is_another_question(
    here: Room, change: tuple[str, str]
) -> None:
    here.answer("people/who-speaks-for-the-white-house")
    text = PEOPLE.replace("Who speaks for", "Who now speaks for") if "Psaki" in change[0] else PEOPLE
    here.write("people.yaml", text.replace(*change))
    loaded = here.load()
    assert loaded.renamed == ()
    assert loaded.archived == ("people/who-speaks-for-the-white-house",)


def test_a_cloze_with_other_holes_is_another_question(here: Room) -> None:
    here.write("talks.yaml", talks("{cloze: 'They met in {Geneva} on the tenth of January.'}"))
    here.load()
    (old,) = [key for key in here.new() if key.startswith("talks/")]
    here.answer(old)
    here.write("talks.yaml", talks("{cloze: 'So they met in Geneva on the tenth of {January}.'}"))
    assert here.load().renamed == ()
    here.write("talks.yaml", talks("{cloze: 'They met in {Geneva} on the tenth of January.'}"))
    here.load()
    here.write("talks.yaml", talks("{cloze: 'They all met in {Geneva} on the tenth of January.'}"))
    ((before, _),) = here.load().renamed
    assert f"{before}#1" == old


def test_a_renamed_file_keeps_all_histories(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    (here.root / "talks.yaml").rename(here.root / "places.yaml")
    loaded = here.load()
    assert sorted(loaded.renamed) == [("talks/month", "places/month"), ("talks/venue", "places/venue")]
    assert (loaded.new, loaded.archived) == ((), ())
    assert here.state("places/venue") == state
    assert [bank.key for bank in loaded.banks] == ["people", "places"]
    (here.root / "places.yaml").rename(here.root / "talks.yaml")
    here.load()
    assert here.state("talks/venue") == state


def test_a_renamed_file_keeps_the_history_of_a_question_edited_with_it(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    (here.root / "talks.yaml").unlink()
    here.write("places.yaml", TALKS.replace("Which city is proposed?", "Where?"))
    assert ("talks/venue", "places/venue") in here.load().renamed
    assert here.state("places/venue") == state


def test_a_bank_given_another_name_in_its_file_keeps_all_histories(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    here.write("talks.yaml", TALKS.replace("title:", "id: meetings\n    title:"))
    loaded = here.load()
    assert sorted(loaded.renamed) == [("talks/month", "meetings/month"), ("talks/venue", "meetings/venue")]
    assert here.state("meetings/venue") == state
    assert [bank.key for bank in loaded.banks] == ["meetings", "people"]


def test_a_bank_whose_file_is_gone_is_archived_and_comes_back(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    (here.root / "talks.yaml").unlink()
    loaded = here.load()
    assert loaded.archived == ("talks/month", "talks/venue")
    assert [bank.key for bank in loaded.banks] == ["people"]
    assert sorted(here.new()) == KEYS[:2]
    here.write("talks.yaml", TALKS)
    assert sorted(here.load().returned) == ["talks/month", "talks/venue"]
    assert here.state("talks/venue") == state


def test_a_faulty_question_leaves_the_others(here: Room) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    here.write("talks.yaml", TALKS.replace("answer: Geneva", "anwser: Geneva"))
    loaded = here.load()
    assert (loaded.held, loaded.archived) == (("talks/venue",), ())
    assert "talks/month" in here.new()
    (problem,) = loaded.problems
    assert problem.startswith(f"{here.root / 'talks.yaml'}:7:")
    again = here.load()
    assert (again.problems, again.known_problems) == ((), (problem,))
    here.write("talks.yaml", TALKS)
    loaded = here.load()
    assert (loaded.returned, loaded.problems, loaded.known_problems) == (("talks/venue",), (), ())
    assert here.state("talks/venue") == state


def test_faults_are_told_again_when_the_file_was_touched(here: Room) -> None:
    path = here.write("talks.yaml", TALKS.replace("answer: Geneva", "anwser: Geneva"))
    told = here.load().problems
    touch(path)
    assert here.load().problems == told


@pytest.mark.parametrize("broken", ["[" * 50_000, "title: [", "just text", "", "\0"])
def test_a_wholly_broken_file_keeps_what_was_loaded_before(here: Room, broken: str) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", broken)
    loaded = here.load()
    assert len(loaded.problems) == 1
    assert (loaded.archived, loaded.new) == ((), ())
    assert [bank.key for bank in loaded.banks] == ["people", "talks"]
    assert here.state("talks/venue") is not None
    here.write("talks.yaml", TALKS)
    loaded = here.load()
    assert (loaded.new, loaded.returned, loaded.problems) == ((), (), ())


def test_a_broken_file_that_was_never_sound_is_no_bank(here: Room) -> None:
    here.write("broken.yaml", "title: [")
    assert [bank.key for bank in here.load().banks] == ["people", "talks"]
    (here.root / "broken.yaml").unlink()
    assert here.load().known_problems == ()


def test_a_pipe_does_not_hold_the_load_up(here: Room) -> None:
    os.mkfifo(here.root / "pipe.yaml")
    (problem,) = here.load().problems
    assert "no regular file" in problem


def test_a_link_to_nowhere_is_a_fault(here: Room) -> None:
    (here.root / "link.yaml").symlink_to(here.root / "nowhere")
    assert len(here.load().problems) == 1
    assert here.load().problems == ()


def test_a_name_that_is_no_text_is_loaded_all_the_same(here: Room) -> None:
    path = os.fsencode(here.root) + b"/caf\xe9.yaml"
    with open(path, "wb") as file:  # noqa: PTH123 - a Path would hide what this is about
        file.write(talks("{front: F, back: B, id: f}").encode())
    loaded = here.load()
    assert loaded.new == ("caf\\xe9/f",)
    assert here.load().new == ()
    assert "caf\\xe9/f" in here.new()


def test_one_id_in_two_banks_is_fine(here: Room) -> None:
    here.write("more/talks.yaml", TALKS)
    loaded = here.load()
    assert sorted(loaded.new) == ["more/talks/month", "more/talks/venue"]
    assert loaded.problems == ()
    here.answer("talks/venue")
    assert here.state("more/talks/venue") is None


def named(name: str, question: str = "f") -> str:
    return talks(f"{{front: F of {question}, back: B, id: {question}}}", head=f"id: {name}\ntitle: Talks")


def test_two_files_with_one_name_are_a_fault_until_one_changes(here: Room) -> None:
    here.write("a.yaml", named("mine", "f"))
    here.write("b.yaml", named("mine", "g"))
    loaded = here.load()
    assert loaded.new == ("mine/f",)
    (problem,) = loaded.problems
    assert problem.startswith(f"{here.root / 'b.yaml'}:1:1: another bank is already known as mine")
    again = here.load()
    assert (again.problems, again.known_problems, again.new) == ((), (problem,), ())
    here.write("a.yaml", named("yours", "f"))
    loaded = here.load()
    assert (loaded.problems, loaded.known_problems) == ((), ())
    assert sorted([*loaded.new, *loaded.returned]) == ["mine/g"]
    assert loaded.renamed == (("mine/f", "yours/f"),)


def test_two_files_with_one_name_are_a_fault_until_one_is_gone(here: Room) -> None:
    here.answer("talks/venue")
    here.write("a.yaml", talks("{front: F, back: B, id: f}", head="id: talks\ntitle: Talks"))
    assert len(here.load().problems) == 1
    (here.root / "talks.yaml").unlink()
    loaded = here.load()
    assert (loaded.problems, loaded.known_problems) == ((), ())
    assert loaded.new == ("talks/f",)


def test_a_copy_of_the_folder_elsewhere_is_the_same_bank(here: Room, tmp_path: Path) -> None:
    here.answer("talks/venue")
    state = here.state("talks/venue")
    copy = tmp_path / "copy"
    shutil.copytree(here.root, copy)
    loaded = here.load(copy)
    assert (loaded.new, loaded.archived, loaded.problems) == ((), (), ())
    assert [bank.path for bank in loaded.banks] == [str(copy / "people.yaml"), str(copy / "talks.yaml")]
    here.root = copy
    assert here.state("talks/venue") == state


def test_of_two_copies_the_one_loaded_is_asked(here: Room, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(here.root, copy)
    (copy / "talks.yaml").write_text((copy / "talks.yaml").read_text().replace("Geneva", "Vienna"))
    assert here.load(copy).changed == ("talks/venue",)
    assert here.candidate("talks/venue").card.right == "Geneva"
    here.load(copy)
    (copy / "talks.yaml").unlink()
    assert here.load(copy).archived == ("talks/month", "talks/venue")
    assert here.candidate("talks/venue").card.right == "Geneva"


def test_a_folder_that_was_moved_is_the_same_bank(here: Room, tmp_path: Path) -> None:
    here.answer("talks/venue")
    here.root = here.root.rename(tmp_path / "moved")
    loaded = here.load()
    assert (loaded.new, loaded.archived, loaded.problems) == ((), (), ())
    assert here.state("talks/venue") is not None


def test_an_unrelated_bank_of_the_same_name_elsewhere_is_a_fault(here: Room, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "talks.yaml").write_text(talks("{front: F, back: B, id: f}"))
    loaded = here.load(other)
    (problem,) = loaded.problems
    assert "another bank is already known as talks" in problem
    assert "`id: my-bank`" in problem
    assert loaded.banks == ()
    (other / "talks.yaml").write_text(named("others"))
    assert here.load(other).new == ("others/f",)


def test_a_file_below_two_places_is_read_once(here: Room) -> None:
    here.write("sub/more.yaml", named("more"))
    loaded = here.load(here.root, here.root, here.root / "sub")
    assert loaded.new == ("more/f",)
    assert [bank.key for bank in loaded.banks] == ["more", "people", "talks"]
    assert here.load(here.root, here.root / "sub").banks == loaded.banks


def test_banks_of_places_not_loaded_stay_as_they_are(here: Room, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "more.yaml").write_text(named("more"))
    assert [bank.key for bank in here.load(other).banks] == ["more"]
    assert [bank.key for bank in here.load().banks] == ["people", "talks"]
    assert not any(bank.archived for bank in catalogue.banks(here.store))


def test_a_draft_is_never_asked_until_it_is_none(here: Room) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", TALKS.replace("answer: Geneva", "answer: Geneva\n        draft: true"))
    assert here.load().changed == ("talks/venue",)
    assert here.new() == [KEYS[1], KEYS[0], "talks/month"]
    here.write("talks.yaml", TALKS + "      - {front: F, back: B, id: f, draft: true}\n")
    here.load()
    assert "talks/f" not in here.new()
    here.write("talks.yaml", TALKS + "      - {front: F, back: B, id: f}\n")
    here.load()
    assert "talks/f" in here.new()
    assert here.state("talks/venue") is not None


def test_holes_come_and_go_with_their_memory(here: Room) -> None:
    one = talks("{id: gap, cloze: 'In {Geneva} they met in January.'}")
    two = talks("{id: gap, cloze: 'In {Geneva} they met in {January}.'}")
    here.write("talks.yaml", two)
    here.load()
    here.answer("talks/gap#2")
    state = here.state("talks/gap#2")
    here.write("talks.yaml", one)
    here.load()
    assert [key for key in here.new() if key.startswith("talks")] == ["talks/gap#1"]
    here.write("talks.yaml", two)
    here.load()
    assert here.state("talks/gap#2") == state
    assert here.state("talks/gap#1") is None


@pytest.mark.parametrize(
    ("before", "after", "goes"),
    [
        ("{A} b {C}.", "{X} {A} b {C}.", {"1": "2", "2": "3"}),  # one put in front
        ("{A} b {C}.", "{C} b {A}.", {"1": "2", "2": "1"}),  # changed places
        ("{A} b {C}.", "A b {C}.", {"2": "1"}),  # the first taken away
        ("{A} b {C}.", "{A} b {c.}.", {"1": "1", "2": "2"}),  # one spelt otherwise in its place
        ("{A} {B} {C}.", "{C} {A} {B}.", {"1": "2", "2": "3", "3": "1"}),
    ],
)
def test_each_card_of_a_cloze_follows_its_hole(
    here: Room, before: str, after: str, goes: dict[str, str]
) -> None:
    here.write("talks.yaml", talks(f"{{id: gap, cloze: '{before}'}}"))
    here.load()
    for part in goes:
        here.answer(f"talks/gap#{part}")
    states = {part: here.state(f"talks/gap#{part}") for part in goes}
    here.write("talks.yaml", talks(f"{{id: gap, cloze: '{after}'}}"))
    here.load()
    assert {part: here.state(f"talks/gap#{goal}") for part, goal in goes.items()} == states
    assert differences(here.store) == []


def test_a_hole_put_in_front_is_new(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: '{A} b.'}"))
    here.load()
    here.answer("talks/gap#1")
    here.write("talks.yaml", talks("{id: gap, cloze: '{X} {A} b.'}"))
    here.load()
    assert [key for key in here.new() if key.startswith("talks")] == ["talks/gap#1"]
    here.write("talks.yaml", talks("{id: gap, cloze: 'X {A} b.'}"))
    here.load()
    assert here.state("talks/gap#1") is not None
    assert differences(here.store) == []


TWO = "{{id: {}, front: Cats, back: c}}", "{{id: {}, front: Everest, back: e}}"


def two(cats: str | None, everest: str | None) -> str:
    """Return a bank with the questions on cats and Everest under these ids; None leaves one out."""
    ids = zip(TWO, (cats, everest), strict=True)
    return talks(*(text.format(name) for text, name in ids if name))


@pytest.mark.parametrize(
    ("banks", "cats", "everest"),
    [
        ((two("a", "b"), two("b", "a")), "b", "a"),  # changed places
        ((two("a", "b"), two(None, "b"), two(None, "a")), None, "a"),  # an id used before
        ((two("a", "b"), two(None, "a")), None, "a"),  # an id just given up
        ((two("a", "b"), two("b", "c")), "b", "c"),  # one after another
        ((two("a", "b"), two(None, "a"), two("c", "a")), "c", "a"),  # the other comes back under a third
    ],
)
def test_history_goes_with_what_is_asked_when_ids_change_hands(
    here: Room, banks: tuple[str, ...], cats: str | None, everest: str
) -> None:
    here.write("talks.yaml", banks[0])
    here.load()
    here.answer("talks/a")
    here.answer("talks/b", Rating.EASY)
    before = here.state("talks/a"), here.state("talks/b")
    for text in banks[1:]:
        here.write("talks.yaml", text)
        here.load()
        assert differences(here.store) == []
    assert here.state(f"talks/{everest}") == before[1]
    if cats is not None:
        assert here.state(f"talks/{cats}") == before[0]


def test_unrelated_banks_of_one_name_are_told_apart(here: Room, tmp_path: Path) -> None:
    here.write("talks.yaml", talks("{id: q1, front: A, back: a}", "{id: q2, front: B, back: b}"))
    here.load()
    here.answer("talks/q1")
    other = tmp_path / "other"
    other.mkdir()
    (other / "talks.yaml").write_text(talks("{id: q1, front: X, back: x}", "{id: q3, front: Y, back: y}"))
    loaded = here.load(other)
    assert "another bank is already known as talks" in loaded.problems[0]
    assert here.load().archived == ()
    assert here.state("talks/q1") is not None


def test_a_card_laid_aside_follows_its_question_to_another_id(here: Room) -> None:
    both = talks("{id: turn, front: F, back: B, reverse: true}")
    here.write("talks.yaml", both)
    here.load()
    here.answer("talks/turn#reverse")
    state = here.state("talks/turn#reverse")
    here.write("talks.yaml", both.replace(", reverse: true", ""))
    here.load()
    here.write("talks.yaml", both.replace(", reverse: true", "").replace("turn", "flip"))
    assert here.load().renamed == (("talks/turn", "talks/flip"),)
    assert differences(here.store) == []
    here.write("talks.yaml", both.replace("turn", "flip"))
    here.load()
    assert here.state("talks/flip#reverse") == state


def test_a_load_that_breaks_off_changes_nothing(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(here.store.db.iterdump())
    (here.root / "talks.yaml").rename(here.root / "places.yaml")
    here.write("people.yaml", PEOPLE.replace("Putin", "Vladimir Putin"))

    def broken(*_arguments: object) -> list[tuple[str, str]]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loading, "carry_over", broken)
        with pytest.raises(KeyboardInterrupt):
            here.load()
    assert list(here.store.db.iterdump()) == before
    assert here.load().changed == ("people/the-russian-president",)


def test_progress_is_told_in_bytes_of_what_is_read(here: Room) -> None:
    told: list[tuple[int, int]] = []
    here.write("people.yaml", PEOPLE + "\n")
    here.write("more.yaml", named("more"))
    loading.load(here.store, [here.root], START, lambda done, total: told.append((done, total)))
    sizes = [(here.root / name).stat().st_size for name in ("more.yaml", "people.yaml")]
    assert told == [(sizes[0], sum(sizes)), (sum(sizes), sum(sizes))]


def test_many_questions_with_one_answer_are_not_compared_one_by_one(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.study.renames.MOST_PAIRS", 0)
    here.write("people.yaml", PEOPLE.replace("for the White House", "for the white House in it"))
    assert here.load().renamed == ()
