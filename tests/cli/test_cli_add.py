from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from unittest import mock

import pytest
from samples_of_kinds import HEAD, QUESTIONS, TEXT
from terminal import CTRL_C, CTRL_D, CTRL_Z, DOWN, ENTER, Terminal

from quiz.authoring import saving
from quiz.authoring.layout import CannotAppend
from quiz.bank import read_bank
from quiz.cli import add_command
from quiz.cli.adding import Adding
from quiz.cli.targets import Target
from quiz.errors import Interrupted
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from door import Done, House

    from quiz.authoring.writing import Entry
    from quiz.question import Question

T = TypeVar("T")
LEFT = "\x1b[D"
BANK = HEAD + QUESTIONS["text"]
LAKE = (
    "--front",
    "What lies in Geneva?",
    "--back",
    "The lake.",
    "--paragraph",
    "1",
    "--quote",
    "lies in Geneva",
)
LAKE_WRITTEN = """
  - id: what-lies-in-geneva
    front: What lies in Geneva?
    back: The lake.
    source:
      paragraph: 1
      quote: lies in Geneva
"""


@pytest.fixture
def one(empty: House) -> House:
    """A house with a bank of one question, and its text."""
    empty.bank(BANK)
    empty.bank(TEXT, "questions/text.md")
    return empty


@pytest.fixture
def opened(one: House) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def open_one(*arguments: str, **environ: str) -> Terminal:
        terminals.append(Terminal(one, "add", *arguments, rows=40, **environ))
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()


def text_of(house: House) -> str:
    return (house.home / "questions/bank.yaml").read_bytes().decode()


def last(house: House) -> Question:
    reading = read_bank(house.home / "questions/bank.yaml", "bank")
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank.questions[-1]


def refused(house: House, done: Done, code: int, *said: str) -> None:
    """Hold a run to having said this and written nothing."""
    assert done.code == code
    for words in said:
        assert words in done.err
    assert text_of(house) == BANK
    assert not list(house.home.rglob("*.tmp"))


def test_a_question_is_shown_checked_and_added(one: House) -> None:
    done = one.call("add", "bank", *LAKE)
    assert (done.code, done.err) == (0, "")
    assert text_of(one) == BANK + LAKE_WRITTEN
    assert [line.rstrip() for line in done.out.splitlines()] == [
        "",
        "What lies in Geneva?",
        "answer   The lake.",
        "text.md, paragraph 1",
        "The lake »lies in Geneva«. It was founded in 1949, on 4 April.",
        "",
        "Added what-lies-in-geneva to questions/bank.yaml:13.",
    ]


GIVEN: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: (
        "--ask",
        "Which river is long?",
        "--answer",
        "Nile",
        "--accept",
        "the Nile",
        "--accept",
        "Nil",
    ),
    Kind.CHOICE: (
        "--ask",
        "Which lake is deep?",
        "--answer",
        "Baikal",
        "--wrong",
        "Erie::It is flat.",
        "--wrong",
        "Ohio",
    ),
    Kind.TRUE_FALSE: ("--claim", "Ice floats on water.", "--answer", "true"),
    Kind.NUMBER: ("--ask", "How many?", "--number", "1,500", "--tolerance", "5%", "--unit", "km"),
    Kind.DATE: ("--ask", "When was it?", "--date", "1949-04"),
    Kind.SEVERAL: (
        "--ask",
        "Which are even?",
        "--answers",
        "two",
        "--answers",
        "six",
        "--wrong",
        "five",
        "--wrong",
        "one",
    ),
    Kind.CLOZE: ("--cloze", "It was founded in {1949::a year} on a lake.", "--no-shuffle"),
    Kind.ORDER: ("--ask", "Small to large", "--order", "ant", "--order", "cat", "--order", "cow"),
    Kind.MATCH: ("--ask", "Which is which?", "--match", "France = Paris", "--match", "Italy=Rome"),
    Kind.RECALL: ("--front", "What is a lapse?", "--back", "A card not known.", "--reverse", "--draft"),
}


def test_what_is_told_after_the_answer_is_shown_as_well(one: House) -> None:
    wrong = ("--wrong", "Erie::It is flat.", "--wrong", "Huron")
    done = one.call(
        "add", "bank", "--ask", "Deep lake?", "--answer", "Baikal", *wrong, "--why", "1,642 m.", "--force"
    )
    shown = [line.split(maxsplit=1) for line in done.out.splitlines()]
    assert ["why", "1,642 m."] in shown
    assert ["because", "Erie: It is flat."] in shown


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_given_by_options(one: House, kind: Kind) -> None:
    more = (
        "--id",
        "mine",
        "--why",
        "So it is.",
        "--hint",
        "Think.",
        "--tags",
        "a",
        "--tags",
        "b",
        "--group",
        "g",
    )
    done = one.call("add", "bank", "--kind", kind.value, *GIVEN[kind], *more, "--force")
    assert done.code == 0
    question = last(one)
    assert (question.kind, question.id, question.tags) == (kind, "mine", ("a", "b"))
    assert (question.why, question.hint, question.group) == ("So it is.", "Think.", "g")
    assert "Added mine to questions/bank.yaml:" in done.out
    assert "kind:" not in text_of(one)


def test_a_kind_that_the_keys_do_not_show_is_written(one: House) -> None:
    assert (
        one.call("add", "bank", "--kind", "text", "--ask", "Is it?", "--answer", "yes", "--force").code == 0
    )
    assert last(one).right("") == "yes"


def test_each_card_is_shown(one: House) -> None:
    done = one.call("add", "bank", "--cloze", "In {1949} the {lake} was {found::verb}.", "--force")
    assert done.out.count("_____") == 3


def test_a_question_comes_as_yaml(one: House) -> None:
    source = "source: {paragraph: 1, quote: lies in Geneva}\n"
    given = f"# a comment\nfront: 'What lies in Geneva?'\nback: The lake.\n{source}"
    assert one.call("add", "bank", "-", stdin=given).code == 0
    assert text_of(one) == BANK + LAKE_WRITTEN


@pytest.mark.parametrize(
    "given",
    [
        "- front: a?\n  back: |\n    b\n\n    c\n- {front: 'd?', back: e}\n",
        "  - front: a?\n    back: |\n      b\n\n      c\n  - {front: 'd?', back: e}\n",
        "---\n[{front: 'a?', back: \"b\\n\\nc\"},\n{front: 'd?', back: e}]",
        "-\n  front: a?\n  back: |\n    b\n\n    c\n-\n  front: d?\n  back: e\n",
    ],
)
def test_several_questions_come_as_a_list(one: House, given: str) -> None:
    done = one.call("add", "bank", "--yaml", "--force", stdin=given)
    assert (done.code, done.out.count("Added ")) == (0, 2)
    first = "\n  - id: a\n    front: a?\n    back: |-\n      b\n\n      c\n"
    assert text_of(one).endswith(f"{first}\n  - id: d\n    front: d?\n    back: e\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "claim: It is.\nanswr: yes\n",
            "stdin:2:1: `answr` is no key of a question of the kind true-false; write `answer`.",
        ),
        ("- claim: It is.\n  answr: yes\n", "stdin:2:3: `answr` is no key"),
        ("front: a\n\nback: [b\n", "stdin:3:7: "),
        ("just text\n", "stdin:1:1: the question has no keys"),
        ("", "stdin:1:1: "),
        ("front: a\udcff\nback: b\n", "stdin:1:9: the byte 0xFF is"),
        ("front: a\ud83d\nback: b\n", "stdin:1:9: the byte 0xED is"),
        ("# nothing\n", "Nothing was added"),
    ],
)
def test_faults_of_yaml_are_told_at_their_place(one: House, given: str, said: str) -> None:
    refused(one, one.call("add", "bank", "-", stdin=given), 1, "Nothing was added.", said)


def test_yaml_that_is_no_text_is_refused(one: House) -> None:
    with one.start("add", "bank", "-", PYTHONUTF8="0", PYTHONIOENCODING="utf-8:strict") as process:
        assert process.stdin is not None
        process.stdin.buffer.write(b"front: \xff")
        done = process.communicate(timeout=60)
    assert process.returncode == 2
    assert done[1] == "quiz: What stdin gave is no UTF-8 text. Save it as UTF-8.\n"


def test_errors_keep_a_question_out_whatever_is_said(one: House) -> None:
    cited = ("--front", "What lies here?", "--back", "It.", "--paragraph", "9")
    refused(
        one,
        one.call("add", "bank", *cited, "--force"),
        1,
        "error: ",
        "Nothing was added: mend the errors first.",
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "give --ask with --answer, --front with --back, or another kind's"),
        (("--front", "a"), 2, "a question of the kind recall needs --back"),
        (("--kind", "match"), 2, "needs --ask and --match"),
        (("--ask", "a", "--match", "b"), 2, "--match is 'b'; it has to be LEFT=RIGHT."),
        (("-", "--ask", "a"), 2, "do not go together"),
        (("--yaml", "--kind", "text"), 2, "do not go together"),
        (("--ask", "a", "--date", "Friday"), 1, "`Friday` is no date; write it like `2021`"),
        (("--front", "a\x07", "--back", "b"), 1, "control character U+0007"),
        (("--front", "a\udcff", "--back", "b"), 1, "is no UTF-8"),
        (("--front", "a", "--back", "b", "--id", "river"), 1, "the id `river` stands here a second time"),
        (("--cloze", "no hole"), 1, "the sentence has no hole"),
    ],
)
def test_what_is_no_question_is_refused_with_the_cure(
    one: House, arguments: tuple[str, ...], code: int, said: str
) -> None:
    refused(one, one.call("add", "bank", *arguments), code, said)


def test_a_name_without_an_id_is_not_taken_from_another_question(one: House) -> None:
    path = one.bank(f"{HEAD}  - front: What is it?\n    back: It.\n", "questions/other.yaml")
    before = path.read_text()
    done = one.call(
        "add", "other", "--front", "What is this?", "--back", "This.", "--id", "what-is-it", "--force"
    )
    assert done.code == 1
    assert "would lose its name, and its history with it" in done.err
    assert path.read_text() == before


@pytest.mark.parametrize("word", ["bank", "BANK", "questions/bank.yaml", "./questions/bank.yaml"])
def test_a_bank_is_named_as_elsewhere(one: House, word: str) -> None:
    assert one.call("add", word, *LAKE).code == 0


def test_a_bank_in_a_folder_is_found_by_the_end_of_its_name(one: House) -> None:
    one.bank(BANK, "questions/deep/talks.yaml")
    one.bank(TEXT, "questions/deep/text.md")
    assert "Added what-lies-in-geneva to questions/deep/talks.yaml:13." in one.call("add", "talks", *LAKE).out


def test_a_name_that_fits_several_banks_is_refused_unless_it_is_one_of_them(one: House) -> None:
    one.bank(BANK, "questions/a/talks.yaml")
    one.bank(BANK, "questions/b/talks.yaml")
    done = one.call("add", "talks", *LAKE)
    assert (done.code, done.err) == (2, "quiz: 'talks' may be a/talks or b/talks. Write the whole name.\n")
    one.bank(BANK, "questions/talks.yaml")
    one.bank(TEXT, "questions/text.md")
    assert "questions/talks.yaml" in one.call("add", "talks", *LAKE).out


@pytest.mark.parametrize(
    ("word", "code", "said"),
    [
        ("bnak", 2, "Did you mean bank?"),
        ("something-else", 2, "There are: bank."),
        ("gone.yaml", 1, "gone.yaml: the file cannot be read"),
        ("questions/text.md", 1, "Nothing can be added to this bank"),
    ],
)
def test_a_bank_that_is_none_is_told(one: House, word: str, code: int, said: str) -> None:
    refused(one, one.call("add", word, *LAKE), code, said)


def test_banks_that_came_with_the_program_are_left_alone(empty: House) -> None:
    done = empty.call("add", "talks", *LAKE)
    assert done.code == 2
    assert "came with the program. Begin a bank of your own with `quiz new`." in done.err


def test_a_bank_that_is_no_utf_8_is_left_alone(one: House) -> None:
    path = one.home / "questions/bank.yaml"
    path.write_bytes(BANK.encode() + b"# \xff\n")
    done = one.call("add", "bank", *LAKE)
    assert done.code == 1
    assert "it is no UTF-8 text; save it as UTF-8" in done.err
    assert path.read_bytes() == BANK.encode() + b"# \xff\n"


def test_marks_line_breaks_and_modes_stay(one: House) -> None:
    path = one.home / "questions/bank.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BANK.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    assert one.call("add", "bank", *LAKE).code == 0
    assert text_of(one) == "\ufeff" + (BANK + LAKE_WRITTEN).replace("\n", "\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_question_that_cannot_be_written_is_not_lost(one: House) -> None:
    path = one.home / "questions/bank.yaml"
    path.chmod(0o440)
    done = one.call("add", "bank", *LAKE)
    refused(one, done, 2, "Not written:\n  - id: what-lies-in-geneva\n", "cannot be written")
    path.chmod(0o640)


def test_a_change_made_meanwhile_is_kept(one: House) -> None:
    path = one.home / "questions/bank.yaml"

    def save(*arguments: object) -> None:
        path.write_text(f"{BANK}# by an editor\n")
        saving.save(*arguments)  # type: ignore[arg-type]

    with mock.patch("quiz.cli.adding.save", save):
        done = one.call("add", "bank", *LAKE)
    assert done.code == 1
    assert "was changed by another program meanwhile" in done.err
    assert text_of(one) == f"{BANK}# by an editor\n"


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), Interrupted(signal.SIGTERM)])
def test_who_stops_it_is_told_what_stands_in_the_bank(one: House, stopped: BaseException) -> None:
    def save_then_stop(*arguments: object) -> None:
        saving.save(*arguments)  # type: ignore[arg-type]
        raise stopped

    with mock.patch("quiz.cli.adding.save", side_effect=stopped):
        done = one.call("add", "bank", *LAKE)
    assert "Not written:\n  - id: what-lies-in-geneva\n" in done.err
    assert text_of(one) == BANK
    with mock.patch("quiz.cli.adding.save", save_then_stop):
        done = one.call("add", "bank", *LAKE)
    assert "Not written" not in done.err
    assert done.out.endswith("Added what-lies-in-geneva to questions/bank.yaml:13.\n")
    assert done.code == 130 if isinstance(stopped, KeyboardInterrupt) else 143
    assert text_of(one) == BANK + LAKE_WRITTEN


def test_who_stops_it_when_the_bank_is_gone_is_told_that_nothing_is_written(one: House) -> None:
    def stop(path: Path, *_: object) -> None:
        path.unlink()
        raise KeyboardInterrupt

    with mock.patch("quiz.cli.adding.save", stop):
        done = one.call("add", "bank", *LAKE)
    assert "Not written:\n  - id: what-lies-in-geneva\n" in done.err


def test_what_others_have_wrong_on_the_same_line_does_not_count(one: House) -> None:
    old = '{"id": "ant", "ask": "Which one?", "answer": "ant", "wrong": ["ant"]}'
    one.bank(f'{{"quiz": 1, "title": "T", "questions": [{old}]}}\n')
    done = one.call("add", "bank", "--front", "What lies in Geneva?", "--back", "The lake.")
    assert (done.code, done.err) == (0, "")
    new = '{"id": "what-lies-in-geneva", "front": "What lies in Geneva?", "back": "The lake."}'
    assert text_of(one) == f'{{"quiz": 1, "title": "T", "questions": [{old}, {new}]}}\n'
    done = one.call("add", "bank", "--ask", "Who is it?", "--answer", "Jo", "--wrong", "Jo")
    assert "`Jo` stands here a second time" in done.err
    assert done.code == 1


@pytest.mark.parametrize(
    "given",
    [
        "# --- mine\n---\nfront: What lies in Geneva?\nback: The lake.\n",
        "front: What lies in Geneva?\nback: The lake.\n...\n\n",
        "---\r\nfront: What lies in Geneva?\r\nback: The lake.\r\n...\r\n",
    ],
)
def test_marks_of_a_document_are_no_part_of_a_question(one: House, given: str) -> None:
    assert one.call("add", "bank", "-", "--force", stdin=given).code == 0
    assert text_of(one).endswith("    front: What lies in Geneva?\n    back: The lake.\n")


def test_the_folder_that_is_not_writable_is_that_of_the_file_behind_a_link(one: House) -> None:
    link = one.home / "questions/bank.yaml"
    path = link.rename(one.home / "there.yaml")
    link.symlink_to(path)
    path.chmod(0o440)
    refused(one, one.call("add", "bank", *LAKE), 2, f"its folder {one.home} writable")
    path.chmod(0o640)


def test_a_full_disk_leaves_the_bank_as_it_was(one: House) -> None:
    with mock.patch("quiz.authoring.saving.os.write", side_effect=OSError(28, "No space left on device")):
        done = one.call("add", "bank", *LAKE)
    refused(one, done, 2, "no space left on device", "Not written:")


class Author:
    """Types the same into every field, and picks what it is told to."""

    def __init__(self, typed: dict[str, str], *picked: str) -> None:
        self.typed = typed
        self.picked = list(picked)
        self.labels: list[str] = []

    def say(self, text: str) -> None:
        self.labels.append(text)

    def text(
        self, label: str, default: str, check: Callable[[str], str | None], *, back: bool = False
    ) -> str:
        del check, back
        return self.typed.get(label.partition(" ")[0], default)

    def pick(
        self, label: str, options: Sequence[tuple[str, T]], default: T | None = None, *, back: bool = False
    ) -> T:
        del default, back
        self.labels.append(label)
        return dict(options)[self.picked.pop(0)] if label == "What now?" else options[0][1]

    def tick(
        self, label: str, options: Sequence[tuple[str, T]], ticked: Sequence[T], *, back: bool = False
    ) -> list[T]:
        del options, back
        self.labels.append(label)
        return list(ticked)

    def confirm(self, label: str, *, default: bool) -> bool:
        del default
        self.labels.append(label)
        return False


@pytest.mark.parametrize(
    ("front", "said"),
    [("a\x07", "control character"), ("What lies here?", "error: "), ("What is a lapse?", "")],
)
def test_what_cannot_be_added_is_changed_or_dropped(
    one: House, capsys: pytest.CaptureFixture[str], front: str, said: str
) -> None:
    path = one.home / "questions/bank.yaml"
    adding = Adding(Target(path, "bank"), force=False)
    author = Author({"front": front, "back": "It."}, "change it", "drop it")
    given: Entry = {"source": {"document": "text.md", "paragraph": "9"}} if said == "error: " else {}
    adding.converse(author, Kind.RECALL, given)
    assert author.labels.count("What now?") == 2
    assert author.labels[-1] == "Another question?"
    told = capsys.readouterr().err
    assert said in told
    assert told.count("Not written:") == 1
    assert "    front: " in told
    assert text_of(one) == BANK


def test_nothing_typed_between_prompts_is_drawn(one: House, monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = os.openpty()
    echoed: list[int] = []

    class Watching(Author):
        def text(
            self, label: str, default: str, check: Callable[[str], str | None], *, back: bool = False
        ) -> str:
            echoed.append(termios.tcgetattr(slave)[3] & termios.ECHO)
            return super().text(label, default, check, back=back)

    with os.fdopen(slave) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(add_command, "can_ask", lambda: True)
        author = Watching({"front": "What is a lapse?", "back": "It."}, "drop it")
        monkeypatch.setattr(add_command, "_asker", lambda: author)
        adding = Adding(Target(one.home / "questions/bank.yaml", "bank"), force=False)
        add_command._add(adding, {}, Kind.RECALL)
        assert set(echoed) == {0}
        assert termios.tcgetattr(slave)[3] & termios.ECHO
    os.close(master)


def test_nobody_types_for_a_bank_that_takes_nothing(one: House) -> None:
    path = one.bank(f"{BANK}  - [broken\n")
    author = Author({})
    with pytest.raises(CannotAppend, match="is not closed"):
        Adding(Target(path, "bank"), force=False).converse(author, Kind.RECALL, {})
    assert author.labels == []


def test_a_question_typed_while_the_bank_broke_is_not_lost(
    one: House, capsys: pytest.CaptureFixture[str]
) -> None:
    path = one.home / "questions/bank.yaml"

    class Breaking(Author):
        def pick(
            self,
            label: str,
            options: Sequence[tuple[str, T]],
            default: T | None = None,
            *,
            back: bool = False,
        ) -> T:
            path.write_text("quiz: [")
            return super().pick(label, options, default, back=back)

    with pytest.raises(CannotAppend):
        Adding(Target(path, "bank"), force=False).converse(
            Breaking({"front": "What lies here?", "back": "It."}), Kind.RECALL, {}
        )
    assert "Not written:\n  - id: what-lies-here\n    front: What lies here?\n" in capsys.readouterr().err
    assert path.read_text() == "quiz: ["


def answer(terminal: Terminal, label: str, *typed: str) -> None:
    """Answer the prompt that begins with a label."""
    terminal.wait(lambda: any(line.startswith(f"> {label}") for line in terminal.lines()))
    terminal.press(*typed, ENTER)


def ask_flashcard(terminal: Terminal) -> None:
    """Answer what is asked for a flashcard, up to its name."""
    answer(terminal, "front (", "What lies in Geneva?")
    answer(terminal, "back (", "The lake.")
    answer(terminal, "why (")
    answer(terminal, "hint (")
    terminal.wait("Which paragraph of text.md proves it?")
    terminal.press(DOWN, until=lambda: any(line.startswith(" > 1. The lake") for line in terminal.lines()))
    terminal.press(ENTER)
    answer(terminal, "quote (", "lies in Geneva")
    answer(terminal, "More?")


def test_a_question_is_asked_out_of_its_author(one: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("bank")
    terminal.wait("Which kind of question?")
    terminal.press(
        *[DOWN] * 9, until=lambda: any(line.startswith(" > 10. recall: ") for line in terminal.lines())
    )
    terminal.press(ENTER)
    ask_flashcard(terminal)
    terminal.wait("id (its name in the log of answers): what-lies-in-geneva")
    terminal.press(ENTER)
    terminal.wait(("The lake »lies in Geneva«.", "What now?"))
    assert text_of(one) == BANK
    terminal.press(ENTER, until="Another question?")
    assert text_of(one) == BANK + LAKE_WRITTEN
    terminal.press("n")
    assert terminal.end() == 0
    assert terminal.attributes() == terminal.before


def test_a_question_can_be_changed_or_dropped_before_it_is_added(
    one: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("bank", "--kind", "recall")
    ask_flashcard(terminal)
    answer(terminal, "id (")
    terminal.wait("What now?")
    terminal.press(DOWN, ENTER, until=lambda: terminal.text().count("front (") == 2)
    terminal.press("!", ENTER, until=lambda: terminal.text().count("back (") == 2)
    for label in ("back (", "why (", "hint (", "Which paragraph", "quote (", "More?", "id ("):
        terminal.wait(lambda: terminal.text().count(label) == 2)  # noqa: B023 - used at once
        terminal.press(ENTER)
    terminal.wait(lambda: terminal.text().count("What now?") == 2)
    assert "What lies in Geneva?!" in terminal.text()
    terminal.press("3", ENTER, until="Another question?")
    assert (
        "Not written: - id: what-lies-in-geneva front: What lies in Geneva?! back: The lake."
        in terminal.text()
    )
    terminal.press("n")
    assert terminal.end() == 0
    assert text_of(one) == BANK


def test_a_name_that_is_taken_is_refused_at_once(one: House, opened: Callable[..., Terminal]) -> None:
    path = one.bank(f"{HEAD}  - front: What is it?\n    back: It.\n")
    terminal = opened("bank", "--kind", "recall", "--id", "what-is-it")
    answer(terminal, "front (", "What is this?")
    answer(terminal, "back (", "This.")
    for label in ("why (", "hint (", "Which paragraph", "More?"):
        answer(terminal, label)
    terminal.wait("id (")
    terminal.press(ENTER, until="Another question of this bank has this id.")
    terminal.press(CTRL_D, until="Stop? This question is not added yet.")
    terminal.press(CTRL_D)
    assert terminal.end() == 130
    assert path.read_text() == f"{HEAD}  - front: What is it?\n    back: It.\n"


def test_doubts_are_asked_about_on_a_terminal(one: House, opened: Callable[..., Terminal]) -> None:
    doubtful = ("--ask", "Who is it?", "--answer", "All of the above", "--wrong", "Ann", "--wrong", "Bob")
    for key, code in (("n", 0), ("y", 0)):
        terminal = opened("bank", *doubtful)
        terminal.wait(("warning:", "Add it all the same?"))
        assert text_of(one) == BANK
        terminal.press(key)
        assert terminal.end() == code
        assert ("Not written: - id: who-is-it ask: Who is it?" in terminal.text()) is (key == "n")
    assert last(one).right("") == "All of the above"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_whoever_stops_in_the_middle_takes_it_along_and_leaves_the_bank_as_it_was(
    one: House, opened: Callable[..., Terminal], key: str
) -> None:
    terminal = opened("bank", "--kind", "recall")
    answer(terminal, "front (", "What lies in Geneva?")
    terminal.wait("back (")
    terminal.press("The", key, until=("Stop? This question is not added yet.", "go on with it"))
    terminal.press(key)
    assert terminal.end() == 130
    written = "Not written: - id: what-lies-in-geneva front: What lies in Geneva? back: The `quiz add"
    assert written in terminal.text()
    assert "press Ctrl-D. quiz: Stopped." in terminal.text()
    assert terminal.attributes() == terminal.before
    assert text_of(one) == BANK


def test_whoever_goes_on_has_what_was_typed(one: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("bank", "--kind", "recall", "--why", "So it is.")
    answer(terminal, "front (", "What lies in Genva?")
    terminal.wait("back (")
    terminal.press("The", CTRL_C, until="Stop?")
    terminal.press(ENTER, until=lambda: terminal.text().count("back (what is to be recalled): The") == 2)
    terminal.press(CTRL_Z, until=lambda: terminal.text().count("What lies in Genva?") == 2)
    terminal.press(*[LEFT] * 3, "e", ENTER, until="back (what is to be recalled): The")
    terminal.press(" lake.", ENTER, until="hint (")
    for label in ("hint (", "Which paragraph", "More?", "id ("):
        answer(terminal, label)
    terminal.wait(("answer The lake.", "why So it is.", "What now?"))
    assert "why (" not in terminal.text()
    terminal.press(ENTER, until="Another question?")
    assert last(one).ask == "What lies in Geneva?"
    terminal.press("n")
    assert terminal.end() == 0


def test_whoever_stops_at_the_end_takes_it_along(one: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("bank", "--kind", "recall", "--front", "What lies in Geneva?", "--hint", "Water.")
    for label in ("back (", "why (", "Which paragraph", "More?", "id ("):
        answer(terminal, label, "It." if label == "back (" else "")
    terminal.wait("What now?")
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert (
        "Not written: - id: what-lies-in-geneva front: What lies in Geneva? back: It. hint: Water."
        in terminal.text()
    )
    assert text_of(one) == BANK


def test_a_signal_leaves_bank_and_terminal_as_they_were(one: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("bank", "--kind", "recall")
    answer(terminal, "front (", "What lies here?")
    terminal.wait("back (")
    os.kill(terminal.process.pid, 15)
    terminal.wait(("Not written: - id: what-lies-here", "The bank is as it was"))
    assert terminal.end() == 143
    assert terminal.attributes() == terminal.before
    assert text_of(one) == BANK


def test_a_text_that_is_gone_is_told_and_not_asked_about(one: House, opened: Callable[..., Terminal]) -> None:
    (one.home / "questions/text.md").unlink()
    terminal = opened("bank", "--kind", "recall")
    for label in ("front (", "back (", "why (", "hint (", "More?"):
        answer(terminal, label, "x" if label in ("front (", "back (") else "")
    terminal.wait("id (")
    assert "the file cannot be read" in terminal.text()
    assert "Which paragraph" not in terminal.text()


def test_a_terminal_that_cannot_move_its_cursor_is_not_asked(
    one: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("bank", TERM="dumb")
    terminal.wait("There is no terminal to ask in")
    assert terminal.end() == 2
    assert text_of(one) == BANK


def test_the_help_names_every_key(one: House) -> None:
    shown = one.call("add", "--help").out
    for name in (
        "--ask",
        "--wrong TEXT[::REASON]",
        "--match LEFT=RIGHT",
        "--paragraph",
        "--quote",
        "--reverse / --no-reverse",
    ):
        assert name in shown
    assert "--checked" not in shown
    assert str(Path.home()) not in shown
