"""`quiz edit`: the person's editor at the line; checked, told and loaded on leaving."""

from __future__ import annotations

import signal
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank
from terminal import CTRL_C, Terminal

from quiz.cli.editor import BadEditor, Editor, NoEditor, editor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import Done, House

FILE = Path("/banks/talks.yaml")
NOTES = "arguments"
SCRIPT = """\
#!{python}
import pathlib, sys
pathlib.Path({notes!r}).open("a").write("|".join(sys.argv[1:]) + "\\n")
for path in filter(pathlib.Path.is_file, map(pathlib.Path, sys.argv[1:])):
    text = path.read_text()
    for old, new in {pairs!r}:
        text = text.replace(old, new)
    path.write_text(text) if {pairs!r} else None
{more}
"""

# The text of these banks says nothing of rivers.
UNPROVED = (
    "questions/bank.yaml:7:13: warning: the answer `{}` stands neither in the quote nor in paragraph 2 of "
    "`text.md`; cite the paragraph that says so, or mend the answer [unsupported-answer]\n"
)
GO_TO = "Go to line 5: how editor is told a line is not known.\n"


def editor(house: House, *pairs: tuple[str, str], name: str = "editor", more: str = "") -> str:
    """Make an editor that puts texts in place of others, and notes how it was called; return its path."""
    path = house.home / name
    notes = str(house.home / NOTES)
    path.write_text(
        SCRIPT.format(python=sys.executable, notes=notes, pairs=pairs, more=more), encoding="utf-8"
    )
    path.chmod(stat.S_IRWXU)
    return str(path)


def called(house: House) -> list[str]:
    return (house.home / NOTES).read_text().splitlines()


def edit(house: House, *pairs: tuple[str, str], question: str = "river") -> Done:
    return house.call("edit", question, EDITOR=editor(house, *pairs))


@pytest.fixture
def learnt(house: House) -> House:
    """A house in which the river was asked."""
    house.bank(bank("text", "choice"))
    house.call("start", "--kind", "text", stdin="Danube\n")
    return house


def test_what_was_edited_is_told_and_loaded(learnt: House) -> None:
    done = edit(learnt, ("answer: Danube", "answer: Rhine"), ("accept: [Donau]", "accept: [Rhein]"))
    assert (done.code, done.err) == (0, GO_TO + UNPROVED.format("Rhine"))
    assert done.out.splitlines() == [
        "History: `bank/river` changed: asked again on 2026-03-02; the log of 1 answer is kept.",
        "1 question changed, asked again soon: bank/river",
    ]
    assert called(learnt) == [str(learnt.home / "questions/bank.yaml")]
    assert learnt.query("SELECT due_on FROM card_states") == [("2026-03-02",)]
    learnt.check()


def test_a_corrected_comma_keeps_everything(learnt: House) -> None:
    before = learnt.query("SELECT * FROM card_states")
    done = edit(learnt, ("Which river flows", "Which river, flows"))
    assert done.out.splitlines()[-1] == "1 question corrected, history kept: bank/river"
    assert learnt.query("SELECT * FROM card_states") == before


def test_a_file_left_as_it_was_is_told(learnt: House) -> None:
    done = edit(learnt)
    assert (done.code, done.err) == (0, GO_TO + UNPROVED.format("Danube"))
    assert done.out == "questions/bank.yaml was not changed.\n"


def test_a_fault_is_told_with_its_place_and_what_is_sound_is_loaded(learnt: House) -> None:
    done = edit(learnt, ("answer: Danube", "anwser: Danube"), ("Oslo", "Bergen"))
    assert done.code == 1
    assert done.err.startswith(f"{GO_TO}questions/bank.yaml:7:5: ")
    assert done.err.count("`anwser`") == 1
    assert done.out.splitlines() == [
        (
            "History: `bank/river` has a fault: it is not asked until that is mended; "
            "the log of 1 answer is kept."
        ),
        "1 question changed: bank/venue",
        "1 question with a fault, not asked until that is mended: bank/river",
    ]
    done = edit(learnt, ("anwser: Danube", "answer: Danube"))
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 question back again: bank/river")


def test_many_findings_are_not_all_told(house: House) -> None:
    done = edit(
        house, ("    answer: Danube\n", "    answer: Danube\n" + "".join(f"    x{n}: 1\n" for n in range(30)))
    )
    assert done.code == 1
    *told, last = done.err.removeprefix(GO_TO).splitlines()
    assert len(told) == 20
    assert last.startswith("... and ")
    assert last.endswith("more; `quiz check questions/bank.yaml` names them all.")


def test_a_file_that_is_gone_afterwards_is_told(learnt: House) -> None:
    path = editor(learnt, more="pathlib.Path(sys.argv[1]).unlink()")
    done = learnt.call("edit", "river", EDITOR=path)
    assert done.code == 1
    assert "the file cannot be read: no such file or directory" in done.err


def test_an_editor_that_fails_loads_nothing(learnt: House) -> None:
    path = editor(learnt, ("answer: Danube", "answer: Rhine"), more="sys.exit(3)")
    done = learnt.call("edit", "river", EDITOR=path)
    assert (done.code, done.out) == (1, "")
    assert done.err == GO_TO + (
        "quiz: editor ended with exit code 3. The bank is as it left it, not loaded; `quiz load` does that.\n"
    )
    assert learnt.query("SELECT count(*) FROM edits") == [(0,)]


def test_an_editor_that_is_killed_is_told(learnt: House) -> None:
    path = editor(learnt, more="import os; os.kill(os.getpid(), 9)")
    assert "editor was stopped by signal 9." in learnt.call("edit", "river", EDITOR=path).err


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no-such-editor -x", "No such file or directory"),
        ("'", "no closing quotation"),
        ("/", "Permission denied"),
        ("./plain.txt", "Permission denied"),
    ],
)
def test_an_editor_that_cannot_be_started_is_a_sentence(learnt: House, value: str, reason: str) -> None:
    (learnt.home / "plain.txt").touch()
    done = learnt.call("edit", "river", VISUAL=value)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"quiz: VISUAL is {value!r}, which cannot be started: {reason}. Mend it.\n"


def test_without_any_editor_the_variables_are_named(learnt: House) -> None:
    done = learnt.call("edit", "river", PATH="")
    assert (done.code, done.out) == (2, "")
    assert "Name yours in VISUAL or EDITOR" in done.err


def test_a_bank_that_came_with_the_program_is_not_opened(empty: House) -> None:
    done = edit(empty, question="host-country")
    assert done.code == 2
    assert "came with the program. Begin a bank of your own with `quiz new`." in done.err
    assert not (empty.home / NOTES).exists()


def test_an_unknown_question_opens_nothing(learnt: House) -> None:
    done = edit(learnt, question="rivr")
    assert done.code == 2
    assert "Did you mean bank/river?" in done.err
    assert not (learnt.home / NOTES).exists()


def test_the_editor_of_the_variable_is_given_the_line(learnt: House) -> None:
    (learnt.home / "bin dir").mkdir()
    path = editor(learnt, name="bin dir/vim")
    assert learnt.call("edit", "venue", VISUAL=f"'{path}' -c 'set ft=yaml'", EDITOR="no").code == 0
    assert called(learnt) == [f"-c|set ft=yaml|+12|{learnt.home}/questions/bank.yaml"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        *((name, "+7 F") for name in ("vi", "vim", "nvim", "nano", "emacs", "micro", "hx", "kak")),
        ("emacsclient -t", "-t +7 F"),
        ("/usr/bin/Vim.EXE", "+7 F"),
        ("gvim", "-f +7 F"),
        ("gvim --nofork", "--nofork +7 F"),
        ("code", "--wait --goto F:7"),
        ("codium --wait", "--wait --goto F:7"),
        ("code -w -n", "-w -n --goto F:7"),
        ("subl", "--wait F:7"),
        ("zed --wait", "--wait F:7"),
        ("kate", "--block -l 7 F"),
        ("kate -b", "-b -l 7 F"),
        ("ed -s", "-s F"),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(value: str, words: str) -> None:
    command = editor_of({"EDITOR": value}).command(FILE, 7)
    assert command == [value.split(maxsplit=1)[0], *words.replace("F", str(FILE)).split()]


def test_a_file_with_braces_in_its_name_is_opened_as_it_is() -> None:
    assert Editor(("vi",)).command(Path("/a{line}/b c.yaml"), 7) == ["vi", "+7", "/a{line}/b c.yaml"]


def test_visual_wins_over_editor_and_empty_ones_do_not_count(tmp_path: Path) -> None:
    assert editor_of({"VISUAL": "a", "EDITOR": "b"}).words == ("a",)
    assert editor_of({"VISUAL": " ", "EDITOR": "b"}).words == ("b",)
    with pytest.raises(NoEditor):
        editor_of({"EDITOR": "", "PATH": str(tmp_path)})
    with pytest.raises(BadEditor):
        editor_of({"EDITOR": '"'})


def test_the_first_usual_editor_on_the_path_is_taken(tmp_path: Path) -> None:
    for name in ("vi", "emacs", "nano"):
        (tmp_path / name).touch(mode=0o700)
        found = editor_of({"PATH": str(tmp_path)})
        assert found.words == ("nano" if name == "nano" else "vi",)


def test_an_editor_in_a_folder_with_spaces_needs_no_quotes(tmp_path: Path) -> None:
    path = tmp_path / "my editor"
    path.touch(mode=0o700)
    assert editor_of({"EDITOR": str(path)}).words == (str(path),)


def test_the_handlers_of_signals_are_put_back(house: House) -> None:
    before = signal.getsignal(signal.SIGINT)
    edit(house)
    assert signal.getsignal(signal.SIGINT) is before


# -- at a terminal -------------------------------------------------------------------------


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_a_faulty_bank_can_be_opened_again_at_the_fault(learnt: House, terminals: list[Terminal]) -> None:
    toggle = (
        "text = path.read_text(); "
        "path.write_text(text.replace('answer: D', 'anwser: D') if 'answer: D' in text "
        "else text.replace('anwser: D', 'answer: D'))"
    )
    path = editor(learnt, name="nano", more=toggle)
    terminal = Terminal(learnt, "edit", "river", EDITOR=path)
    terminals.append(terminal)
    terminal.wait("y or Enter yes")
    assert "1 fault. Open it again?" in terminal.text()
    assert "`anwser`" in terminal.text()
    terminal.press("\r", until="was not changed.")
    assert terminal.end() == 0
    file = learnt.home / "questions/bank.yaml"
    assert called(learnt) == [f"+5|{file}", f"+7|{file}"]
    assert "answer: Danube" in file.read_text()


def test_a_faulty_bank_can_be_left_as_it_is(learnt: House, terminals: list[Terminal]) -> None:
    path = editor(learnt, ("answer: Danube", "anwser: Danube"))
    terminal = Terminal(learnt, "edit", "river", EDITOR=path)
    terminals.append(terminal)
    terminal.wait("y or Enter yes")
    terminal.press("n", until="1 question with a fault, not asked until that is mended: bank/river")
    assert terminal.end() == 1
    assert len(called(learnt)) == 1


@pytest.mark.parametrize("key", ["\r", "\x04"])
def test_a_faulty_bank_that_is_left_unchanged_is_not_asked_about_again(
    learnt: House, terminals: list[Terminal], key: str
) -> None:
    path = editor(learnt, ("answer: Danube", "anwser: Danube"))
    terminal = Terminal(learnt, "edit", "river", EDITOR=path)
    terminals.append(terminal)
    terminal.wait("y or Enter yes")
    terminal.press(key, until="1 question with a fault, not asked until that is mended: bank/river")
    assert terminal.end() == 1
    assert len(called(learnt)) == 2
    assert terminal.text().count("`anwser`") == 1


def test_a_faulty_bank_that_is_looked_at_only_tells_its_faults_and_asks_nothing(
    learnt: House, terminals: list[Terminal]
) -> None:
    learnt.bank(bank("text", "choice").replace("answer: Danube", "anwser: Danube"))
    terminal = Terminal(learnt, "edit", "bank", EDITOR=editor(learnt))
    terminals.append(terminal)
    assert terminal.end() == 1
    assert "`anwser`" in terminal.text()
    assert "Open it again?" not in terminal.text()
    assert len(called(learnt)) == 1


def test_an_editor_that_is_told_no_line_leaves_it_to_the_person(learnt: House) -> None:
    done = edit(learnt, question="venue")
    assert done.err.splitlines()[0] == "Go to line 12: how editor is told a line is not known."
    known = editor(learnt, name="nano")
    assert "Go to line" not in learnt.call("edit", "venue", EDITOR=known).err
    assert "Go to line" not in learnt.call("edit", "bank", EDITOR=editor(learnt)).err


def test_ctrl_c_in_the_editor_is_the_editors(learnt: House, terminals: list[Terminal]) -> None:
    more = (
        "import signal\n"
        "import os\n"
        "signal.signal(signal.SIGINT, lambda *_: os.write(1, b'not yet'))\n"
        "print('open', flush=True)\n"
        "sys.stdin.readline()\n"
    )
    path = editor(learnt, ("answer: Danube", "answer: Rhine"), more=more)
    terminal = Terminal(learnt, "edit", "river", EDITOR=path)
    terminals.append(terminal)
    terminal.wait("open")
    terminal.press(CTRL_C, until="not yet")
    terminal.press("\r", until="1 question changed, asked again soon: bank/river")
    assert terminal.end() == 0


# -- what is named -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["bank", "All kinds", "questions/bank.yaml", "bank/"])
def test_a_bank_is_opened_at_its_first_fault(learnt: House, word: str) -> None:
    path = editor(learnt, name="vim")
    assert learnt.call("edit", word, EDITOR=path).code == 0
    learnt.bank(bank("text", "choice").replace("answer: Geneva", "anwser: Geneva"))
    assert learnt.call("edit", word, EDITOR=path).code == 1
    assert called(learnt) == [f"+{line}|{learnt.home}/questions/bank.yaml" for line in (1, 14)]


def test_a_question_that_was_never_sound_is_opened_at_its_line(house: House) -> None:
    house.bank(bank() + "  - id: sky\n    ask: Which colour has the sky?\n    anwser: blue\n")
    path = editor(house, ("anwser: blue", "answer: blue"), name="vim")
    for word, told in (("sky", "1 question new: bank/sky"), ("bank/sky", "was not changed.")):
        done = house.call("edit", word, EDITOR=path)
        assert (done.code, told in done.out) == (0, True), done.out
    assert len(set(called(house))) == 1
    line = (house.home / "questions/bank.yaml").read_text().splitlines().index("  - id: sky") + 1
    assert called(house)[0].startswith(f"+{line}|")


def test_a_question_behind_a_fault_is_opened_where_it_stands_now(learnt: House) -> None:
    text = bank("text", "choice").replace("title:", "description: Long ago\ntitle:")
    learnt.bank(text.replace("ask: Which river", 'ask: "Which river'))
    learnt.call("load")
    path = editor(learnt, ('ask: "Which river', "ask: Which river"), name="vim")
    done = learnt.call("edit", "venue", EDITOR=path)
    assert done.code == 0
    assert called(learnt) == [f"+13|{learnt.home}/questions/bank.yaml"]
    assert done.out.splitlines()[-1] == "2 questions back again: bank/river, bank/venue"


@pytest.mark.parametrize("word", ["bnak", "", "bank/none", "none/river"])
def test_what_names_nothing_opens_nothing(learnt: House, word: str) -> None:
    done = edit(learnt, question=word)
    assert (done.code, done.out) == (2, "")
    assert not (learnt.home / NOTES).exists()


def test_a_changed_comment_changes_no_question(learnt: House) -> None:
    done = edit(learnt, ("title:", "# A word to myself\ntitle:"))
    assert (done.code, done.out) == (0, "No question changed.\n")


def test_a_change_of_what_has_a_fault_is_told_as_no_other(learnt: House) -> None:
    learnt.bank(bank("text", "choice") + "  - id: sky\n    ask: Which colour?\n")
    learnt.call("load")
    done = edit(learnt, ("Which colour?", "Which colour is it?"))
    assert (done.code, done.out) == (1, "Apart from what has faults, no question changed.\n")


def test_the_command_that_names_all_findings_can_be_typed(house: House) -> None:
    path = house.bank(bank(), "questions/my bank.yaml")
    path.write_text(path.read_text().replace("title:", "\n".join(f"x{n}: 1" for n in range(30)) + "\ntitle:"))
    assert "`quiz check 'questions/my bank.yaml'` names them all" in edit(house, question="my bank").err


def test_a_bank_elsewhere_is_told_with_its_whole_path(empty: House) -> None:
    path = empty.bank(bank("text"), "elsewhere/bank.yaml")
    (empty.home / "here").mkdir()
    done = empty.call("edit", "river", "--banks", str(path.parent), EDITOR=editor(empty))
    assert done.out == "elsewhere/bank.yaml was not changed.\n"
