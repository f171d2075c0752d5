"""``quiz check`` through its own door."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from terminal import CTRL_C, CTRL_D, Terminal

from quiz.authoring.rules import RULES
from quiz.cli import check_command, checking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from door import House

SOUND = "quiz: 1\ntitle: Towns\nquestions:\n  - id: capital\n    front: Capital of France\n    back: Paris\n"
FAULTY = SOUND.replace("back", "bakc")
FAULT = "questions/bank.yaml:6:5: error: `bakc` is no key of a question of the kind recall; write `back`"
DOUBTFUL = SOUND.replace("back", "why: It is.\n    # quiz: ignore no-such-rule\n    back")
UNTIDY = SOUND.replace("  - id: capital\n    front", "  - front").replace("title: Towns", "title: Towns  ")


@pytest.fixture
def terminal(empty: House) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        started.append(Terminal(empty, "check", *arguments))
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_sound_banks_are_clean_and_no_database_is_made(empty: House) -> None:
    empty.bank(SOUND)
    done = empty.run("check")
    assert (done.code, done.out, done.err) == (0, "1 bank, 1 question: nothing found.\n", "")
    assert not empty.db.exists()
    assert not (empty.home / "data").exists()


def test_our_own_banks_are_clean_under_strict(empty: House) -> None:
    shutil.copytree("questions", empty.home / "questions")
    done = empty.call("check", "--strict")
    assert (done.code, done.err) == (0, ""), done.out


def test_a_fault_fails_with_its_place_and_cure(empty: House) -> None:
    empty.bank(FAULTY)
    done = empty.call("check")
    assert done.code == 1
    assert done.out == f"{FAULT} [unknown-key]\n1 error in 1 bank. `--fix` mends it.\n"


def test_warnings_fail_only_when_they_shall(empty: House) -> None:
    empty.bank(DOUBTFUL)
    for options, code in (((), 0), (("--strict",), 1), (("--strict", "--ignore", "unknown-ignore"), 0)):
        done = empty.call("check", *options)
        assert done.code == code, done.out


def test_notes_never_fail(empty: House) -> None:
    empty.bank(UNTIDY)
    done = empty.call("check", "--strict")
    assert done.code == 0
    assert done.out.endswith("2 notes in 1 bank. `--fix` mends both.\n")


def test_paths_are_told_as_they_were_given(empty: House) -> None:
    path = empty.bank(FAULTY, "questions/sub/bank.yaml")
    for given, told in (
        ("questions", "questions/sub/bank.yaml"),
        ("./questions/../questions/sub/bank.yaml", "questions/../questions/sub/bank.yaml"),
        (str(path), str(path)),
    ):
        assert empty.call("check", given).out.startswith(f"{told}:6:5: error")


def test_a_file_is_checked_once_and_files_in_their_order(empty: House) -> None:
    empty.bank(FAULTY, "a.yaml")
    empty.bank(FAULTY, "b.yaml")
    (empty.home / "link.yaml").symlink_to("b.yaml")
    done = empty.call("check", "b.yaml", ".", "a.yaml", "link.yaml")
    assert [line.partition(":")[0] for line in done.out.splitlines()[:-1]] == ["b.yaml", "a.yaml"]


@pytest.mark.parametrize("arguments", [("none.yaml",), ("questions", "none"), ("",)])
def test_a_path_that_is_not_there_cannot_be_checked(empty: House, arguments: tuple[str, ...]) -> None:
    empty.bank(SOUND)
    done = empty.call("check", *arguments)
    assert done.code == 2
    assert done.err.startswith("quiz: There is no file or folder ")


def test_a_folder_without_banks_cannot_be_checked(empty: House) -> None:
    (empty.home / "empty").mkdir()
    done = empty.call("check", "empty")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == "quiz: No question bank was found in empty. Name a .yaml file, or a folder that has one.\n"
    )


def test_banks_that_a_setting_names_wrongly_cannot_be_checked(empty: House) -> None:
    done = empty.call("check", QUIZ_BANKS="nowhere")
    assert done.code == 2
    assert "No question bank was found in nowhere" in done.err


def test_banks_are_found_where_other_commands_find_them(empty: House) -> None:
    empty.bank(FAULTY, "elsewhere/bank.yaml")
    assert empty.call("check", QUIZ_BANKS="elsewhere").out.startswith("elsewhere/bank.yaml:6:5")
    empty.bank(FAULTY, "data/quiz/questions/bank.yaml")
    assert "data/quiz/questions/bank.yaml:6:5" in empty.call("check").out


def test_a_file_that_cannot_be_read_does_not_hide_the_others(empty: House) -> None:
    empty.bank(FAULTY)
    os.mkfifo(empty.home / "questions/pipe.yaml")
    done = empty.call("check")
    assert done.code == 2
    assert FAULT in done.out
    assert done.err == "questions/pipe.yaml: this is no regular file; name a file with text in it\n"


def test_a_folder_that_is_gone_is_one_sentence(empty: House) -> None:
    gone = empty.home / "gone"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m quiz check"
    done = subprocess.run(
        ["sh", "-c", command], env=empty.environ(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("quiz: The folder you are in is gone.")


def test_no_bank_in_a_file_that_was_named_is_a_fault_unless_only_banks_count(empty: House) -> None:
    empty.bank("a: 1\n", "compose.yaml")
    assert "[no-bank]" in empty.call("check", "compose.yaml").out
    done = empty.call("check", "--only-banks", "compose.yaml")
    assert (done.code, done.out) == (0, "0 banks, 0 questions: nothing found.\n")


@pytest.mark.parametrize("head", ["quiz: 1", "\ufeffquiz: 1", '"quiz" : 1', "# x\nquiz: 1", "quiz: 7"])
def test_a_bank_counts_as_one_also_when_it_is_broken(empty: House, head: str) -> None:
    empty.bank(f"{head}\ntitle: [\n", "bank.yaml")
    assert empty.call("check", "--only-banks", "bank.yaml").code == 1


def test_a_bank_in_the_wrong_encoding_counts_as_one(empty: House) -> None:
    (empty.home / "bank.yaml").write_bytes(SOUND.encode("utf-16"))
    assert "[unreadable-file]" in empty.call("check", "--only-banks", "bank.yaml").out


def test_json_is_all_that_stands_on_the_output(empty: House) -> None:
    empty.bank(FAULTY)
    for options in ((), ("--fix", "--yes")):
        done = empty.call("check", "--format", "json", *options)
        whole = json.loads(done.out)
        assert whole["layout"] == 1
        assert whole["files"] == ["questions/bank.yaml"]
        assert len(whole["findings"]) == (0 if options else 1)
    assert "+    back: Paris\n" in done.err


def test_sarif_has_a_page_for_every_rule(empty: House) -> None:
    empty.bank(FAULTY)
    (run,) = json.loads(empty.call("check", "--format", "sarif").out)["runs"]
    assert run["results"][0]["ruleId"] == "unknown-key"
    assert {rule.code for rule in RULES} < {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_github_reads_a_command_for_each_finding(empty: House) -> None:
    empty.bank(FAULTY)
    first = empty.call("check", "--format", "github").out.splitlines()[0]
    assert first.startswith(
        "::error file=questions/bank.yaml,line=6,col=5,title=unknown-key::`bakc` is no key"
    )


def test_a_bank_cannot_steer_the_terminal(empty: House) -> None:
    empty.bank(FAULTY.replace("bakc", '"b\\e]0;x\\a"'), "questions/a\x1b[2J.yaml")
    for form in check_command.FORMATS:
        done = empty.call("check", "--format", form)
        assert done.code == 1
        assert not set("\x1b\x07\x9b") & set(done.out + done.err)


def test_rules_are_selected_and_ignored(empty: House) -> None:
    empty.bank(FAULTY.replace("title: Towns", "title: Towns  "))
    assert "unknown-key" not in empty.call("check", "--ignore", "unknown-key").out
    assert "space-at-line-end" not in empty.call("check", "--select", "unknown-key").out
    both = empty.call("check", "--select", "unknown-key,space-at-line-end").out
    assert both.endswith("1 error, 1 note in 1 bank. `--fix` mends both.\n")


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_rule_is_refused(empty: House, option: str) -> None:
    done = empty.call("check", option, "unknwon-key")
    assert done.code == 2
    assert "Did you mean unknown-key?" in done.err


def test_a_rule_is_explained_without_any_bank(empty: House) -> None:
    done = empty.call("check", "--explain", "unknown-key")
    assert done.code == 0
    assert done.out.startswith("# unknown-key\n")
    pages = empty.call("check", "--explain", "all")
    assert pages.out.count("\nNot found:\n") >= len(RULES)
    assert not set("\x1b\x07\u202e\ufeff") & set(pages.out)


def test_fixing_shows_what_it_does_and_does_it_once(empty: House) -> None:
    path = empty.bank(UNTIDY)
    path.chmod(0o640)
    done = empty.call("check", "--fix", "--yes")
    assert done.code == 0
    assert "--- a/questions/bank.yaml\n+++ b/questions/bank.yaml\n" in done.out
    assert done.out.endswith("1 file mended.\n1 bank, 1 question: nothing found.\n")
    assert "  - id: capital-of-france\n    front: Capital of France\n" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o777 == 0o640
    before = path.stat()
    assert empty.call("check", "--fix", "--yes").out == "1 bank, 1 question: nothing found.\n"
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_history_follows_an_id_that_was_written_down(empty: House) -> None:
    path = empty.bank(SOUND.replace("  - id: capital\n    front", "  - front"))
    empty.call("load")
    empty.call("check", "--fix", "--yes")
    assert "id: capital-of-france" in path.read_text("utf-8")
    assert empty.call("load").out.endswith("Nothing changed.\n")


def test_a_diff_alone_writes_nothing_and_git_applies_it(empty: House) -> None:
    path = empty.bank(UNTIDY)
    done = empty.run("check", "--diff")
    assert done.code == 1
    assert path.read_text("utf-8") == UNTIDY
    subprocess.run(["git", "apply", "-"], cwd=empty.home, input=done.out, text=True, check=True)
    again = empty.run("check", "--diff")
    assert (again.code, again.out) == (0, "")


def test_what_is_left_out_is_not_mended(empty: House) -> None:
    path = empty.bank(UNTIDY)
    empty.call("check", "--fix", "--yes", "--ignore", "missing-id")
    assert path.read_text("utf-8") == UNTIDY.replace("Towns  ", "Towns")
    empty.call("check", "--fix", "--yes", "--select", "missing-id")
    assert "id: capital-of-france" in path.read_text("utf-8")


def test_a_read_only_bank_stays_as_it_is(empty: House) -> None:
    path = empty.bank(UNTIDY)
    path.chmod(0o444)
    done = empty.call("check", "--fix", "--yes")
    assert done.code == 2
    assert "questions/bank.yaml cannot be written: permission denied; nothing was changed. Make" in done.err
    assert path.read_text("utf-8") == UNTIDY


def test_what_can_be_written_is_written_beside_a_bank_that_cannot_be(empty: House) -> None:
    first, locked, last = (empty.bank(UNTIDY, f"questions/{name}.yaml") for name in "abc")
    locked.chmod(0o444)
    done = empty.call("check", "--fix", "--yes")
    assert done.code == 2
    assert "questions/b.yaml cannot be written: permission denied" in done.err
    assert "2 files mended.\n" in done.out
    assert "id: capital-of-france" in first.read_text("utf-8")
    assert locked.read_text("utf-8") == UNTIDY
    assert "id: capital-of-france" in last.read_text("utf-8")


def test_a_diff_says_what_could_not_be_read(empty: House) -> None:
    empty.bank(SOUND)
    os.mkfifo(empty.home / "questions/pipe.yaml")
    done = empty.call("check", "--diff")
    assert (done.code, done.out) == (2, "")
    assert done.err == "questions/pipe.yaml: this is no regular file; name a file with text in it\n"


@pytest.mark.parametrize(
    ("bank", "told"),
    [
        (FAULTY, "1 error in 1 bank. `--fix` mends it."),
        (UNTIDY, "2 notes in 1 bank. `--fix` mends both."),
        (FAULTY.replace("bakc", "colour"), "1 error in 1 bank."),
        (UNTIDY + "  - [", "1 error, 3 notes in 1 bank."),
    ],
)
def test_how_much_can_be_mended_is_told_as_it_is(empty: House, bank: str, told: str) -> None:
    empty.bank(bank)
    lines = empty.call("check").out.splitlines()
    assert lines[-1] == told


def test_a_bank_that_an_editor_saves_meanwhile_is_not_written_over(
    empty: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty.bank(UNTIDY)
    real = checking.Change.difference

    def difference(change: checking.Change) -> list[str]:
        path.write_text(SOUND, encoding="utf-8")
        return real(change)

    monkeypatch.setattr(checking.Change, "difference", difference)
    done = empty.call("check", "--fix", "--yes")
    assert done.code == 1
    assert "was changed by another program meanwhile; nothing was written" in done.err
    assert path.read_text("utf-8") == SOUND


GROUNDED = (
    "quiz: 1\ntitle: Towns\nsource: text.md\nquestions:\n  - id: capital\n    front: Capital of France\n"
    "    back: Paris\n    source:\n      paragraph: 1\n      quote: Paris is the capital of France\n"
)


def test_a_stamp_notes_what_was_checked_and_a_changed_text_is_told(empty: House) -> None:
    path = empty.bank(GROUNDED)
    text = empty.bank("Paris is the capital of France, as everybody knows.\n", "questions/text.md")
    assert empty.call("check", "--stamp", "--diff").code == 1
    assert path.read_text("utf-8") == GROUNDED
    done = empty.call("check", "--stamp", "--yes")
    assert done.code == 0, done.out + done.err
    assert "+      checked: " in done.out
    assert "checked" in path.read_text("utf-8")
    assert empty.call("check", "--stamp", "--yes", "--strict").out == "1 bank, 1 question: nothing found.\n"
    text.write_text("Paris is the capital of France, as few people know.\n", encoding="utf-8")
    assert empty.call("check", "--strict").code == 1


def test_fix_and_stamp_go_together(empty: House) -> None:
    path = empty.bank(GROUNDED.replace("title: Towns", "title: Towns  "))
    empty.bank("Paris is the capital of France.\n", "questions/text.md")
    empty.call("check", "--fix", "--yes", "--stamp")
    assert "title: Towns\n" in path.read_text("utf-8")
    assert "checked" in path.read_text("utf-8")


def test_a_faulty_bank_is_not_stamped(empty: House) -> None:
    path = empty.bank("quiz: 1\ntitle: [\n")
    assert empty.call("check", "--stamp", "--yes").code == 1
    assert path.read_text("utf-8") == "quiz: 1\ntitle: [\n"


def test_on_a_terminal_the_line_is_shown_with_a_mark(empty: House, terminal: Callable[..., Terminal]) -> None:
    empty.bank(FAULTY)
    shown = terminal()
    assert shown.end() == 1
    lines = shown.lines()
    assert lines[-3:] == [
        "        bakc: Paris",
        "        ^",
        "1 error in 1 bank. `--fix` mends it.",
    ]


@pytest.mark.parametrize(
    ("keys", "code", "is_mended"),
    [("y", 0, True), ("n", 1, False), ("\r", 1, False), (CTRL_C, 130, False), (CTRL_D, 1, False)],
)
def test_on_a_terminal_it_asks_before_it_writes(
    empty: House, terminal: Callable[..., Terminal], keys: str, code: int, *, is_mended: bool
) -> None:
    path = empty.bank(FAULTY)
    shown = terminal("--fix")
    shown.wait(("- bakc: Paris", "+ back: Paris", "Write this to 1 file?", "n or Enter no"))
    shown.press(keys)
    assert shown.end() == code
    assert path.read_text("utf-8") == (SOUND if is_mended else FAULTY)


def test_on_a_terminal_yes_goes_on_without_asking(empty: House, terminal: Callable[..., Terminal]) -> None:
    path = empty.bank(FAULTY)
    shown = terminal("--fix", "--yes")
    assert shown.end() == 0
    assert "Write this" not in shown.text()
    assert path.read_text("utf-8") == SOUND


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--fix",), "--watch and --fix do not go together"),
        (("--stamp",), "--watch and --stamp do not go together"),
        (("--diff",), "--watch and --diff do not go together"),
        (("--format", "json"), "--watch shows text"),
    ],
)
def test_a_watch_only_looks(empty: House, options: tuple[str, ...], sentence: str) -> None:
    empty.bank(SOUND)
    done = empty.call("check", "--watch", *options)
    assert done.code == 2
    assert sentence in done.err


def test_a_difference_beside_json_cannot_steer_the_terminal(
    empty: House, terminal: Callable[..., Terminal]
) -> None:
    empty.bank(UNTIDY.replace("Paris", "Par\x1b[31mis \x9b2J"))
    shown = terminal("--format", "json", "--fix", "--yes")
    assert shown.end() == 1
    assert b"\x1b[31m" not in shown.raw
    assert b"\xc2\x9b" not in shown.raw


def test_a_watch_clears_no_screen_that_knows_no_clearing(empty: House) -> None:
    empty.bank(SOUND)
    shown = Terminal(empty, "check", "--watch", TERM="dumb")
    try:
        shown.wait("Waiting for a change")
        assert b"\x1b" not in shown.raw
    finally:
        shown.close()


def test_a_watch_looks_again_when_bank_or_text_is_saved(
    empty: House, terminal: Callable[..., Terminal]
) -> None:
    bank = empty.bank(GROUNDED)
    text = empty.bank("Paris is the capital of France.\n", "questions/text.md")
    shown = terminal("--watch", "--strict")
    shown.wait(("nothing found", "Waiting for a change"))
    before = shown.attributes()
    bank.write_text(GROUNDED.replace("back", "bakc"), encoding="utf-8")
    shown.wait(("[unknown-key]", "Waiting for a change"))
    assert "nothing found" not in shown.text()
    bank.write_text(GROUNDED, encoding="utf-8")
    shown.wait("nothing found")
    text.write_text("London is a town.\n", encoding="utf-8")
    shown.wait(("questions/bank.yaml:10:", "Waiting for a change"))
    bank.unlink()
    shown.wait(("No question bank was found", "Waiting for a change"))
    assert "nothing found" not in shown.text()
    bank.write_text(SOUND, encoding="utf-8")
    shown.wait("nothing found")
    assert shown.attributes() == before
    shown.press(CTRL_C)
    assert shown.end() == 130


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_in_a_pipe_sets_runs_apart_and_ends_with_a_signal(empty: House, number: int) -> None:
    bank = empty.bank(SOUND)
    with empty.start("check", "--watch", "questions/bank.yaml") as process:
        assert process.stdout is not None
        end = threading.Timer(60, process.kill)
        end.start()
        first = [process.stdout.readline() for _ in range(3)]
        bank.unlink()
        gone = [process.stdout.readline() for _ in range(2)]
        process.send_signal(number)
        assert process.wait() == 128 + number
        end.cancel()
    assert first == [
        f"{check_command.SEPARATOR}\n",
        "1 bank, 1 question: nothing found.\n",
        "Waiting for a change; Ctrl-C ends.\n",
    ]
    assert gone[0] == first[0]


def test_many_questions_are_checked_and_mended_in_good_time(empty: House, tmp_path: Path) -> None:
    body = "".join(f"  - front: Capital of the land number {n}\n    back: Town {n}\n" for n in range(300))
    path = empty.bank(f"quiz: 1\ntitle: Many\nquestions:\n{body}")
    assert empty.call("check", "--fix", "--yes", "--select", "shape").code == 0
    assert path.read_text("utf-8").count("  - id: ") == 300


def test_a_name_that_is_no_text_can_be_told_and_mended(empty: House) -> None:
    name = os.fsdecode(b"b\xff.yaml")
    (empty.home / name).write_text(FAULTY, encoding="utf-8")
    for form, told in (
        ("text", "b\ufffd"),
        ("json", "b\\ufffd"),
        ("github", "b\ufffd"),
        ("sarif", "b%EF%BF%BD"),
    ):
        assert f"{told}.yaml" in empty.call("check", "--format", form, ".").out
    assert empty.run("check", "--fix", "--yes", ".").code == 0
    assert (empty.home / name).read_text("utf-8") == SOUND


ANSWERED = SOUND.replace("front", "ask").replace("back", "answer")


def test_what_a_change_does_to_histories_is_told_before_it_happens(empty: House) -> None:
    path = empty.bank(ANSWERED)
    empty.call("start", "--plain", stdin="Paris\n")
    assert empty.verdicts() == ["right"]
    assert empty.call("check").out == "1 bank, 1 question: nothing found.\n"
    path.write_text(ANSWERED.replace("id: capital", "id: town"), encoding="utf-8")
    done = empty.call("check", "--strict")
    assert done.code == 0
    assert done.out.startswith(
        "questions/bank.yaml:4:5: note: `bank/town` was `bank/capital`: its history of 1 "
    )
    assert "there is nothing to do [history-renamed]" in done.out
    (finding,) = json.loads(empty.call("check", "--format", "json").out)["findings"]
    assert finding["family"] == "history"
    assert "nothing found" in empty.call("check", "--ignore", "history").out
    assert "nothing found" in empty.call("check", "--select", "shape").out
    empty.call("load")
    assert "nothing found" in empty.call("check").out


def test_a_database_that_cannot_tell_hides_no_fault(empty: House) -> None:
    empty.bank(FAULTY)
    empty.db.write_bytes(b"no database" * 100)
    done = empty.call("check")
    assert done.code == 1
    assert FAULT in done.out
    assert "[history-unknown]" in done.out


def test_databases_and_banks_are_named_as_for_other_commands(empty: House) -> None:
    empty.bank(FAULTY, "elsewhere/bank.yaml")
    assert empty.call("check", "--banks", "elsewhere", "--db", "none.db").out.startswith(
        "elsewhere/bank.yaml:6:5"
    )
    assert not (empty.home / "none.db").exists()
