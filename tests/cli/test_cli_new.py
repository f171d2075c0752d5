from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from terminal import CTRL_C, CTRL_D, ENTER, Terminal

from quiz.authoring.saving import AlreadyThere, save
from quiz.bank import read_bank
from quiz.bank.limits import MAX_BYTES
from quiz.bank.schema import SCHEMA_FILE
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from door import House

TEXT = "# The Lake\n\nThe lake lies in Geneva.\n\nNine planets\nwere counted.\n"
TOLD = "The old treaty was signed in Geneva by twenty ministers.\n"
NUMBERED = "# The Lake\n\n1. The lake lies in Geneva.\n\n2. Nine planets\nwere counted.\n"


@pytest.fixture
def opened(empty: House) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def open_one(*arguments: str) -> Terminal:
        terminals.append(Terminal(empty, *arguments))
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()


def text_of(house: House, name: str) -> str:
    return (house.home / name).read_bytes().decode()


def files(house: House) -> set[str]:
    found = (path.relative_to(house.home) for path in house.home.rglob("*") if path.is_file())
    return {path.as_posix() for path in found} - {"quiz.db"}


def test_a_name_is_a_bank_in_the_folder_of_questions(empty: House) -> None:
    done = empty.call("new", "geneva-talks")
    assert (done.code, done.err) == (0, "")
    told = "wrote it with one question, kept back as a draft. Examples of 10 kinds stand in it."
    assert done.out.splitlines()[0] == f"questions/geneva-talks.yaml: {told}"
    assert files(empty) == {"questions/geneva-talks.yaml", f"questions/{SCHEMA_FILE}"}
    bank = read_bank(empty.home / "questions/geneva-talks.yaml", "b").bank
    assert bank is not None
    assert bank.title == "Geneva talks"


def test_load_and_check_have_nothing_to_say_of_a_new_bank(empty: House) -> None:
    empty.bank(TEXT, "t.md")
    assert empty.call("new", "geneva", "--from", "t.md").code == 0
    assert empty.call("new", "other", "--kinds", "choice").code == 0
    check = empty.call("check", "--strict")
    assert (check.code, check.err) == (0, "")
    load = empty.call("load")
    assert (load.code, load.err) == (0, "")
    assert "There are no cards to ask here" in empty.call("start").out


def test_what_it_says_to_do_next_can_be_done(empty: House) -> None:
    empty.bank(TEXT, "a text.md")
    done = empty.call("new", "nato/talks", "--from", "a text.md")
    steps = [line.strip().split("  ")[0] for line in done.out.splitlines() if line.startswith("  quiz ")]
    assert steps == [
        "quiz draft 'questions/nato/a text.md' --into nato/talks --review",
        "quiz add nato/talks",
        "quiz check questions/nato/talks.yaml",
        "quiz start nato/talks",
    ]
    assert empty.call("add", "nato/talks", "--front", "What is it?", "--back", "It.", "--force").code == 0
    assert empty.call("check", "questions/nato/talks.yaml").code == 0
    assert "It." in empty.call("start", "nato/talks", stdin="\n3\n").out


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("questions/geneva", "questions/geneva.yaml"),
        ("questions/geneva.yml", "questions/geneva.yml"),
        ("./geneva", "geneva.yaml"),
        ("elsewhere/geneva.yaml", "elsewhere/geneva.yaml"),
        ("unit-1.2", "questions/unit-1.2.yaml"),
        ("a/b", "questions/a/b.yaml"),
        ("geneva.YAML", "geneva.YAML"),
    ],
)
def test_a_bank_is_a_path_or_a_name(empty: House, word: str, path: str) -> None:
    done = empty.call("new", word, "--kinds", "none")
    assert done.code == 0
    assert done.out.startswith(f"{path}: wrote it with one question, kept back as a draft.\n")
    assert read_bank(empty.home / path, "b").problems == ()


def test_the_folder_of_banks_can_be_another(empty: House) -> None:
    assert empty.call("new", "geneva", "--banks", "mine").code == 0
    assert empty.call("new", "bern", QUIZ_BANKS="mine/geneva.yaml").code == 0
    assert files(empty) == {"mine/geneva.yaml", "mine/bern.yaml", f"mine/{SCHEMA_FILE}"}


def test_the_first_lines_lead_editors_to_the_schema(empty: House) -> None:
    empty.call("new", "a/b/deep")
    empty.call("new", "near")
    deep, near = (text_of(empty, f"questions/{name}.yaml").splitlines() for name in ("a/b/deep", "near"))
    assert deep[0] == "# yaml-language-server: $schema=../../.quiz-schema.json"
    assert near[:2] == [
        "# yaml-language-server: $schema=./.quiz-schema.json",
        "# $schema: ./.quiz-schema.json",
    ]


def test_a_text_is_copied_with_numbers_beside_the_bank(empty: House) -> None:
    empty.bank(TEXT, "notes/t.txt")
    done = empty.call("new", "geneva", "--from", "notes/t.txt", "--kinds", "text,choice")
    told = " ".join(done.out.partition("Next:")[0].split())
    assert told == (
        "questions/t.md: wrote it with 2 paragraphs, each with its number. The bank cites this copy: "
        "tidy it there, and draft from it. questions/geneva.yaml: wrote it with one question, "
        "kept back as a draft. Examples of 2 kinds stand in it."
    )
    assert text_of(empty, "questions/t.md") == NUMBERED
    assert text_of(empty, "notes/t.txt") == TEXT
    made = read_bank(empty.home / "questions/geneva.yaml", "b").bank
    assert made is not None
    assert (made.title, made.source) == ("The Lake", "t.md")
    assert "The lake lies in Geneva." in empty.call("read", "geneva").out


def test_a_text_beside_the_bank_without_numbers_keeps_its_own_file(empty: House) -> None:
    empty.bank(TEXT, "questions/t.md")
    assert empty.call("new", "geneva", "--from", "questions/t.md").code == 0
    assert text_of(empty, "questions/t.md") == TEXT
    assert text_of(empty, "questions/t-numbered.md") == NUMBERED
    assert "source: t-numbered.md" in text_of(empty, "questions/geneva.yaml")


def test_a_text_with_numbers_beside_the_bank_is_used_as_it_is(empty: House) -> None:
    empty.bank(NUMBERED, "questions/texts/t.md")
    done = empty.call("new", "geneva", "--from", "questions/texts/t.md")
    assert done.out.startswith("questions/texts/t.md: found it with 2 paragraphs")
    assert "source: texts/t.md" in text_of(empty, "questions/geneva.yaml")


def test_a_text_with_numbers_elsewhere_is_copied_as_it_is(empty: House) -> None:
    empty.bank("\ufeff" + NUMBERED.replace("\n", "\r\n"), "t.txt")
    assert empty.call("new", "geneva", "--from", "t.txt", "--title", "Mine").code == 0
    assert (empty.home / "questions/t.txt").read_bytes() == (empty.home / "t.txt").read_bytes()
    assert "title: Mine" in text_of(empty, "questions/geneva.yaml")


def test_what_a_page_has_around_its_text_is_named_and_left_out(empty: House) -> None:
    page = "Home > Nature > Lakes\n\nThe lake\n\nIt lies in Geneva.\n\nShare on Facebook\n"
    empty.bank(page, "t.txt")
    done = empty.call("new", "geneva", "--from", "t.txt", "--kinds", "none")
    assert done.code == 0
    assert done.err.splitlines() == [
        "Left out of t.txt, as no part of the text:",
        "  line 1: Home > Nature > Lakes (navigation)",
        "  line 7: Share on Facebook (lines to share it)",
    ]
    assert text_of(empty, "questions/t.md") == "# The lake\n\n1. It lies in Geneva.\n"


def test_a_bank_that_cannot_be_written_leaves_no_text_behind(empty: House) -> None:
    empty.bank(TEXT, "t.md")
    written = []

    def save_texts(path: Path, before: bytes | None, after: bytes) -> None:
        if path.suffix != ".md":
            raise AlreadyThere(str(path))
        save(path, before, after)
        written.append(path)

    with mock.patch("quiz.authoring.draft.storing.save", save_texts):
        assert empty.call("new", "geneva", "--from", "t.md").code == 2
    assert written == [Path("questions/t.md")]
    assert "questions/t.md" not in files(empty)


def test_the_first_question_was_drafted_from_the_text(empty: House) -> None:
    empty.bank(f"{TEXT}\nThe old treaty was signed in Geneva by twenty ministers.\n", "t.md")
    assert empty.call("new", "geneva", "--from", "t.md").code == 0
    made = read_bank(empty.home / "questions/geneva.yaml", "b").bank
    assert made is not None
    (question,) = made.questions
    assert question.draft
    assert question.source is not None
    assert question.source.paragraph == 3


def test_a_second_bank_on_the_same_text_shares_its_copy(empty: House) -> None:
    empty.bank(TEXT, "t.md")
    assert empty.call("new", "one", "--from", "t.md").code == 0
    done = empty.call("new", "two", "--from", "t.md")
    assert done.out.startswith("questions/t.md: found it with 2 paragraphs")


def test_nothing_is_overwritten(empty: House) -> None:
    empty.bank("mine", "questions/geneva.yaml")
    empty.bank("mine", "questions/t.md")
    empty.bank(TEXT, "t.md")
    for arguments in (("geneva",), ("other", "--from", "t.md")):
        done = empty.call("new", *arguments)
        assert done.code == 2
        assert "is there already; nothing was written" in done.err
    assert files(empty) == {"questions/geneva.yaml", "questions/t.md", "t.md"}
    assert text_of(empty, "questions/geneva.yaml") == text_of(empty, "questions/t.md") == "mine"


def test_a_link_to_nowhere_is_not_followed(empty: House) -> None:
    (empty.home / "questions").mkdir()
    (empty.home / "questions/geneva.yaml").symlink_to("gone")
    assert empty.call("new", "geneva").code == 2
    assert not (empty.home / "questions/gone").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("",), "An empty text cannot name a bank"),
        ((".hidden",), "does not begin with a dot"),
        (("text.md",), "it is a text. Write `quiz new text --from text.md`"),
        (("a\0b",), "cannot name a bank"),
        (("unit/",), "it is a folder. Write the bank's name behind it"),
        (("questions/",), "it is a folder"),
        (("a\nb",), "it holds a character that cannot be seen"),
        (("a\x1b[31m.yaml",), "it holds a character that cannot be seen"),
        (("a\udcff",), "it holds a character that cannot be seen"),
        (("--", "-x"), "does not begin with a dot or a dash"),
        (("unit/-x.yaml",), "does not begin with a dot or a dash"),
        (("geneva", "--kinds", "text,chioce"), "There is no kind 'chioce'. Did you mean choice?"),
        (("geneva", "--kinds", "xxxxxxxx"), "There are: text, choice"),
        (("geneva", "--title", "a\x07"), "`title` holds the control character U+0007"),
        (("geneva", "--title", "a\udcff"), "the byte 0x"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure(empty: House, arguments: tuple[str, ...], said: str) -> None:
    done = empty.call("new", *arguments)
    assert done.code == 2
    assert said in done.err
    assert not (empty.home / "questions").exists()


@pytest.mark.parametrize("command", [("new",), ("draft", "t.md", "--into")])
def test_a_folder_that_cannot_be_made_is_named(empty: House, command: tuple[str, ...]) -> None:
    empty.bank(TOLD, "t.md")
    empty.bank("x", "taken")
    done = empty.call(*command, "taken/unit/geneva.yaml")
    assert done.code == 2
    assert "taken/unit cannot be written: " in done.err
    assert files(empty) == {"t.md", "taken"}


@pytest.mark.parametrize("command", [("new",), ("draft", "t.md", "--into")])
def test_a_schema_that_cannot_be_written_is_named_by_its_folder(
    empty: House, command: tuple[str, ...]
) -> None:
    empty.bank(TOLD, "t.md")
    (empty.home / "unit" / SCHEMA_FILE).mkdir(parents=True)
    done = empty.call(*command, "unit/geneva.yaml")
    assert done.code == 2
    assert f"unit/{SCHEMA_FILE} cannot be written: is a directory" in done.err
    assert files(empty) == {"t.md"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "t.md is empty. Name a text with sentences"),
        (b"\r\n \n", "t.md is empty. Name a text with sentences"),
        (b"# Head\n\n***\n", "has no paragraphs, only headings"),
        (b"Share on Facebook\n\nLog in\n", "or what a web page has around a text"),
        (b"a caf\xe9", "no UTF-8 text"),
        ("The lake".encode("utf-16"), "; save it as UTF-8"),
        (b"\0\1\2" * 99, "no text"),
        (b"<!DOCTYPE html><p>a", "is the code of a web page; copy its words into a .txt file"),
        (None, "the file cannot be read: no such file or directory; check its name"),
    ],
)
def test_a_text_that_gives_nothing_is_refused(empty: House, content: bytes | None, said: str) -> None:
    if content is not None:
        (empty.home / "t.md").write_bytes(content)
    done = empty.call("new", "geneva", "--from", "t.md")
    assert done.code == 2
    assert said in done.err
    assert not (empty.home / "questions").exists()


def test_a_folder_or_a_giant_file_is_no_text(empty: House) -> None:
    (empty.home / "folder").mkdir()
    with (empty.home / "huge.txt").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    for name, said in (
        ("folder", "this is a folder; name a file in it"),
        ("huge.txt", "larger than 64 MB; split"),
    ):
        done = empty.call("new", "geneva", "--from", name)
        assert done.code == 2
        assert said in done.err
    assert not (empty.home / "questions").exists()


def test_a_text_with_numbers_in_brackets_has_each_once(empty: House) -> None:
    empty.bank("[3] The lake lies in Geneva.\r\n\r\n[5] It is old.\r\n", "t.txt")
    done = empty.call("new", "geneva", "--from", "t.txt", "--kinds", "none")
    assert (done.code, done.err) == (0, "")
    assert text_of(empty, "questions/t.md") == "# Geneva\n\n3. The lake lies in Geneva.\n\n5. It is old.\n"
    assert empty.call("check", "--strict").code == 0


def test_numbers_that_do_not_count_are_told(empty: House) -> None:
    empty.bank("[1] It is old.\n\n[1] It is wide.\n", "t.txt")
    done = empty.call("new", "geneva", "--from", "t.txt", "--kinds", "none")
    assert done.code == 0
    assert " ".join(done.err.split()) == (
        "t.txt: [1] stands before two paragraphs, in lines 1 and 3, so its own numbers do not count, "
        "and stay as words."
    )


@pytest.mark.parametrize("head", ["## The lake\n", "The lake\n---\n", "---\ntitle: The lake\n---\n"])
def test_a_bank_is_called_like_its_text(empty: House, head: str) -> None:
    empty.bank(f"{head}\nIt lies in Geneva.\n", "t.md")
    assert empty.call("new", "geneva", "--from", "t.md").code == 0
    assert "\ntitle: The lake\n" in text_of(empty, "questions/geneva.yaml")
    assert text_of(empty, "questions/t.md") == f"{head}\n1. It lies in Geneva.\n"


def test_kinds_may_be_repeated_and_have_an_order_of_their_own(empty: House) -> None:
    empty.call("new", "geneva", "--kinds", "recall, text", "--kinds", "all")
    lines = text_of(empty, "questions/geneva.yaml").splitlines()
    ids = [line.removeprefix("#   - id: ") for line in lines if line.startswith("#   - id: ")]
    assert ids == [f"{kind}-1" for kind in Kind][1:]
    assert "  - id: text-1" in lines


def test_on_a_terminal_the_kinds_are_ticked(empty: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("new", "geneva")
    terminal.wait("Enter takes the ticked")
    terminal.press("\x01", until=lambda: terminal.text().count("●") == len(Kind))
    terminal.press("\x01", until=lambda: terminal.text().count("●") == 0)
    terminal.press("\x1b[B", " ", until=lambda: terminal.text().count("●") == 1)
    terminal.press(ENTER)
    assert terminal.end() == 0
    assert "- choice-1" in text_of(empty, "questions/geneva.yaml").replace("id: ", "")
    assert "text-1" not in text_of(empty, "questions/geneva.yaml")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_whoever_stops_at_the_kinds_has_no_bank(
    empty: House, opened: Callable[..., Terminal], key: str
) -> None:
    terminal = opened("new", "geneva")
    terminal.wait("Enter takes the ticked")
    terminal.press(key)
    assert terminal.end() == 130
    assert terminal.attributes() == terminal.before
    assert not (empty.home / "questions").exists()


def test_a_signal_at_the_kinds_is_told(empty: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("new", "geneva")
    terminal.wait("Enter takes the ticked")
    os.kill(terminal.process.pid, 15)
    terminal.wait("Stopped. Nothing was written.")
    assert terminal.end() == 143
    assert not (empty.home / "questions").exists()
