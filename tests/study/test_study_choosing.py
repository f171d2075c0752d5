"""From words on the command line to cards, and from settings to places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from study_samples import Room, room

from quiz.errors import FolderGone, NoBanks, NothingChosen
from quiz.settings import resolve
from quiz.store import BankRow, Scope
from quiz.study.choosing import banks_named, choose
from quiz.study.places import packaged_banks, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.settings import Settings


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.write(
            "deep/er/more.yaml", "quiz: 1\ntitle: More\nquestions:\n  - {front: F, back: B, tags: [more]}\n"
        )
        yield found


def banks(where: Room) -> dict[str, BankRow]:
    return {bank.key: bank for bank in where.load().banks}


def test_without_words_everything_is_meant(here: Room) -> None:
    rows = banks(here)
    assert choose(here.store, list(rows.values())) == Scope(tuple(bank.id for bank in rows.values()))


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("talks", "talks"),
        ("TALKS", "talks"),
        ("where and when to talk", "talks"),
        ("deep/er/more", "deep/er/more"),
        ("more", "deep/er/more"),
    ],
)
def test_a_word_names_a_bank_by_key_last_part_or_title(here: Room, word: str, key: str) -> None:
    rows = banks(here)
    assert choose(here.store, list(rows.values()), [word]).bank_ids == (rows[key].id,)
    assert banks_named(list(rows.values()), word) == [rows[key]]


def test_a_word_that_names_no_bank_is_a_tag(here: Room) -> None:
    rows = banks(here)
    found = choose(here.store, list(rows.values()), ["places"])
    assert found == Scope(tuple(bank.id for bank in rows.values()), ("places",))


def test_banks_and_tags_add_up(here: Room) -> None:
    rows = banks(here)
    found = choose(here.store, list(rows.values()), ["people", "places"])
    assert set(found.bank_ids) == {bank.id for bank in rows.values()}
    assert (found.tags, found.whole) == (("places",), (rows["people"].id,))


def test_two_banks_are_asked_in_the_order_named(here: Room) -> None:
    rows = banks(here)
    found = choose(here.store, list(rows.values()), ["talks", "people", "talks"])
    assert found.bank_ids == (rows["talks"].id, rows["people"].id)


def test_options_narrow_what_words_choose(here: Room) -> None:
    rows = banks(here)
    found = choose(here.store, list(rows.values()), ["talks"], tags=["places"], kinds=["text"])
    assert found == Scope((rows["talks"].id,), ("places",), ("text",))


ALL = "`quiz list` shows all banks and tags."


@pytest.mark.parametrize(
    ("words", "tags", "said"),
    [
        (["tlaks"], [], f"Nothing fits 'tlaks'. Did you mean talks? {ALL}"),
        (["TLAKS"], [], f"Nothing fits 'TLAKS'. Did you mean talks? {ALL}"),
        (["mroe"], [], f"Nothing fits 'mroe'. Did you mean deep/er/more or more? {ALL}"),
        (["depe/er"], [], f"Nothing fits 'depe/er'. Did you mean deep/er? {ALL}"),
        (["where and when to tlak"], [], f"Nothing fits 'where and when to tlak'. Did you mean talks? {ALL}"),
        ([], ["plaes"], f"Nothing fits the tag 'plaes'. Did you mean places? {ALL}"),
        (["talks", "plaes"], [], f"Nothing fits 'plaes'. Did you mean places? {ALL}"),
    ],
)
def test_a_misspelt_word_is_told_what_was_meant(
    here: Room, words: list[str], tags: list[str], said: str
) -> None:
    with pytest.raises(NothingChosen) as caught:
        choose(here.store, here.load().banks, words, tags=tags)
    assert str(caught.value) == said


def test_at_most_three_names_are_said_to_be_meant() -> None:
    rows = [BankRow(n, f"set-{n}", "x", "Title", None, "en", None, archived=False) for n in range(5)]
    with pytest.raises(NothingChosen, match=r"Did you mean set-0, set-1 or set-2\? "):
        banks_named(rows, "set-9")


@pytest.mark.parametrize(("words", "tags"), [(["xyzzy"], []), (["talks", "xyzzy"], []), ([], ["xyzzy"])])
def test_a_word_that_is_like_nothing_is_told_what_there_is(
    here: Room, words: list[str], tags: list[str]
) -> None:
    with pytest.raises(NothingChosen, match=r"^Nothing fits .*'xyzzy'\. There are: ") as caught:
        choose(here.store, here.load().banks, words, tags=tags)
    assert "places" in str(caught.value)
    assert ("talks" in str(caught.value)) == bool(words)
    assert str(caught.value).endswith(f". {ALL}")


def test_of_many_names_eight_are_told() -> None:
    rows = [BankRow(n, f"set-{n}", "x", "Title", None, "en", None, archived=False) for n in range(20)]
    with pytest.raises(NothingChosen) as caught:
        banks_named(rows, "xyzzy")
    assert str(caught.value).count("set-") == 8


def test_an_unknown_bank_is_told_which_there_are(here: Room) -> None:
    with pytest.raises(NothingChosen, match=r"Did you mean talks\?"):
        banks_named(here.load().banks, "tlks")
    with pytest.raises(NothingChosen, match="There are: none"):
        banks_named([], "talks")


def test_a_tag_of_archived_questions_only_is_unknown(here: Room) -> None:
    choose(here.store, here.load().banks, tags=["more"])
    here.write("deep/er/more.yaml", "quiz: 1\ntitle: More\nquestions:\n  - {front: X, back: Y}\n")
    with pytest.raises(NothingChosen):
        choose(here.store, here.load().banks, tags=["more"])


# -- places ---------------------------------------------------------------------------------


def settings(data: Path, *named: Path) -> Settings:
    found = resolve({}, {}, data / "config.toml", data=data)
    return replace(found, banks=named)


def nowhere() -> Path:
    raise FolderGone


def test_a_relative_place_is_looked_for_in_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").touch()
    (place,) = places(settings(tmp_path, Path("mine.yaml")), lambda: tmp_path)
    assert place.path == tmp_path / "mine.yaml"
    with pytest.raises(FolderGone):
        places(settings(tmp_path, Path("mine.yaml")), nowhere)


def test_banks_named_are_used(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").touch()
    (place,) = places(settings(tmp_path, tmp_path / "mine.yaml"), nowhere)
    assert place.path == tmp_path / "mine.yaml"
    assert "--banks" in place.origin


def test_the_first_usual_place_with_banks_is_used(tmp_path: Path) -> None:
    here, data = tmp_path / "here", tmp_path / "data"
    (place,) = places(settings(data), lambda: here)
    assert place.path == packaged_banks()
    for folder in (data, here):
        (folder / "questions").mkdir(parents=True)
        assert folder / "questions" not in [each.path for each in places(settings(data), lambda: here)]
        (folder / "questions" / "a.yaml").touch()
        (place,) = places(settings(data), lambda: here)
        assert place.path == folder / "questions"


def test_no_banks_anywhere_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.study.places.packaged_banks", lambda: tmp_path / "package")
    with pytest.raises(NoBanks, match="package"):
        places(settings(tmp_path), lambda: tmp_path)


def test_a_named_place_without_banks_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(NoBanks, match=path.name):
            places(settings(tmp_path, path), nowhere)


def test_the_banks_of_a_wheel_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quiz" / "_banks").mkdir(parents=True)
    monkeypatch.setattr("quiz.__file__", str(tmp_path / "quiz" / "__init__.py"))
    assert packaged_banks() == tmp_path / "quiz" / "_banks"
    (tmp_path / "quiz" / "_banks").rmdir()
    assert packaged_banks() == tmp_path / "questions"
