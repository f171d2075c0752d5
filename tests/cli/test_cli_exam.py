"""``quiz exam``: nothing is told before the end, the clock is honest, every exam can be shown again."""

from __future__ import annotations

import io
import json
import os
import re
import signal
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import TEXT, bank
from terminal import CTRL_C, CTRL_D, CTRL_Z, ENTER, QUESTION, Terminal

from quiz.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from door import Done, House

WORDS = ("amber", "bridge", "cellar", "dragon", "engine", "forest")
BANK = "quiz: 1\ntitle: Words\nquestions:\n" + "".join(
    f"  - {{id: {word}, ask: Say {word}, answer: {word}, tags: [{'hard' if word < 'd' else 'soft'}]}}\n"
    for word in WORDS
)
ALL = ("--number", "6", "--seed", "s")


class Sitter(io.StringIO):
    """Standard input and output in one: what is asked is answered by a function, None ends the input."""

    def __init__(self, replies: Callable[[str], str | None]) -> None:
        super().__init__()
        self._replies = replies

    def readline(self, size: int | None = -1) -> str:
        del size
        asked = [line for line in self.getvalue().splitlines() if line.startswith("question:")]
        reply = self._replies(asked[-1].rpartition("Say ")[2])
        return "" if reply is None else f"{reply}\n"


@pytest.fixture
def home(empty: House) -> House:
    empty.bank(BANK)
    return empty


def hold(house: House, replies: Callable[[str], str | None], *arguments: str, **environ: str) -> Done:
    sitter = Sitter(replies)
    return house._call(("exam", "--plain", *arguments), sitter, sitter, environ)


def right(word: str) -> str:
    return word


def after(number: int) -> Callable[[str], str | None]:
    """Return one who answers so many questions rightly and then is gone."""
    left = iter(range(number))
    return lambda word: word if next(left, None) is not None else None


def asked(done: Done) -> list[str]:
    return [said.rpartition("Say ")[2] for said in done.said("question")]


def mark(done: Done) -> str:
    return done.out.splitlines()[-1]


def test_an_exam_tells_nothing_before_the_end_and_the_mark_last(home: House) -> None:
    done = hold(home, lambda word: "nonsense" if word == "amber" else word, *ALL)
    assert (done.code, done.err) == (0, "")
    before, _, page = done.out.partition("Say amber\n   ✗ wrong; you: nonsense\n   right: amber\n")
    words = {line.partition(":")[0] for line in before.splitlines()[:-1]}
    assert words == {"question", "answer"}
    assert sorted(asked(done)) == [*WORDS]
    assert page.splitlines()[:2] == ["hard: 2 of 3 points, 66 %", "soft: 3 of 3 points, 100 %"]
    assert mark(done) == "Passed: 5 of 6 points, 83 % (60 % needed)"
    home.check()


def test_an_exam_leaves_memory_and_the_limits_of_the_day_alone(home: House) -> None:
    assert hold(home, lambda _: "nonsense", *ALL).code == 0
    assert home.query("SELECT count(*), min(mode), max(mode) FROM reviews") == [(6, "exam", "exam")]
    assert home.query("SELECT count(*) FROM card_states") == [(0,)]
    assert home.query("SELECT count(*) FROM new_cards") == [(6,)]
    assert home.call("undo", "--yes").code != 0
    again = home.call("start", "--plain", "--new", "2")
    assert again.said("question")[0].startswith("1, 1 left, Words")


def test_the_same_seed_gives_the_same_exam(empty: House) -> None:
    empty.bank(bank())
    empty.bank(TEXT, "questions/text.md")
    outs = []
    for name in ("ann", "ben", "cat"):
        seed = "other" if name == "cat" else "s"
        done = empty.call("exam", "--plain", "--number", "9", "--seed", seed, "--learner", name)
        outs.append([line for line in done.out.splitlines() if line.startswith(("question", "option"))])
        assert done.code == 0, done.err
    assert outs[0] == outs[1] != outs[2]


def test_there_are_no_flashcards_in_an_exam(empty: House) -> None:
    empty.bank(bank("recall", "text"))
    done = empty.call("exam", "--plain", "--number", "2")
    assert done.code == 2
    assert "2 questions are wanted, and 1 can be asked in an exam (flashcards are left out" in done.err


def test_near_answers_are_worth_half_a_point_and_never_asked_about(home: House) -> None:
    done = hold(home, lambda word: word[0] + word[2] + word[1] + word[3:], *ALL)
    assert "≈ near, 0.5 of a point; you: " in done.out
    assert mark(done) == "Not passed: 3 of 6 points, 50 % (60 % needed)"


def test_what_is_no_number_is_asked_for_again(empty: House) -> None:
    empty.bank(bank("number"))
    done = empty.call("exam", "--plain", "--number", "1", stdin="none of them\n9\n")
    (told,) = done.said("note")
    assert told.endswith("Once more; an empty line says: I do not know.")
    assert len(done.said("question")) == 2
    assert mark(done).startswith("Passed: 1 of 1 point")


def test_an_exam_goes_on_where_it_stood_with_its_own_options(home: House) -> None:
    first = hold(home, after(2), *ALL, "--pass", "50")
    assert first.said("note") == ["Left. `quiz exam` goes on with it."]
    second = hold(home, right, *ALL)
    assert second.said("note") == ["An exam of 6 questions was begun earlier; it goes on."]
    assert asked(first)[2] == asked(second)[0]
    assert sorted(asked(first)[:2] + asked(second)) == [*WORDS]
    assert second.said("question")[0].startswith("3, 3 left")
    assert mark(second) == "Passed: 6 of 6 points, 100 % (50 % needed)"


@pytest.mark.parametrize(
    "options",
    [
        ["--number", "5"],
        ["--minutes", "5"],
        ["--pass", "50"],
        ["--part", "hard=2"],
        ["--seed", "t"],
        ["--tag", "hard"],
        ["bank"],
        ["--kind", "text"],
    ],
)
def test_options_that_do_not_hold_for_the_open_exam_are_named_as_such(
    home: House, options: list[str]
) -> None:
    hold(home, after(1), *ALL)
    (told, _) = hold(home, after(0), *options).said("note")
    assert told == (
        "An exam of 6 questions was begun earlier; it goes on. What you chose now does not hold for it; "
        "`quiz exam --give-up` hands it in as it is."
    )


def test_the_same_options_once_more_are_no_other_ones(home: House) -> None:
    options = (
        "bank",
        "--tag",
        "hard",
        "--part",
        "hard=2:50",
        "--pass",
        "70",
        "--minutes",
        "9",
        "--seed",
        "s",
    )
    hold(home, after(1), *options)
    for again in ((), options, ("--pass", "70")):
        assert "does not hold" not in hold(home, after(0), *again).out


def test_an_exam_that_is_given_up_is_handed_in_as_it_is_and_stays_in_the_log(home: House) -> None:
    hold(home, after(5), *ALL)
    done = home.call("exam", "--give-up")
    assert mark(done) == "Passed: 5 of 6 points, 83 % (60 % needed)"
    assert "(1 question not answered)" in done.out
    again = home.call("exam", "--give-up")
    assert (again.code, again.err) == (1, "quiz: No exam is open. `quiz exam` begins one.\n")
    assert len(asked(hold(home, right, "--number", "2"))) == 2
    assert home.query("SELECT count(*) FROM sittings WHERE mode = 'exam'") == [(2,)]
    assert home.query("SELECT count(*) FROM reviews_kept WHERE mode = 'exam'") == [(7,)]


def test_nothing_is_told_of_an_exam_that_is_not_over(home: House) -> None:
    done = home.call("exam", "--last")
    assert (done.code, done.err) == (1, "quiz: No exam was held yet. `quiz exam` begins one.\n")
    hold(home, lambda _: "nonsense" if len(home.verdicts()) < 2 else None, *ALL)
    done = home.call("exam", "--last")
    assert (done.code, done.out) == (1, "")
    assert "The last exam is not over" in done.err


def test_the_last_result_is_shown_again_as_it_was(home: House) -> None:
    done = hold(home, lambda word: "x" if word < "c" else word, *ALL)
    page = done.out[done.out.index("   ✗") :]
    again = home.call("exam", "--last", QUIZ_NOW="2026-04-01T12:00:00+00:00")
    assert again.out.endswith(page)
    assert again.code == 0


def test_the_clock_runs_on_while_the_program_does_not(home: House) -> None:
    first = hold(home, after(2), *ALL, "--minutes", "30")
    assert first.said("question")[0].startswith("1, 5 left, Words, 30 min left, text")
    assert first.said("note") == [
        "Left. `quiz exam` goes on with it. The clock does not stop meanwhile: 30 min left."
    ]
    second = hold(home, after(1), QUIZ_NOW="2026-03-02T12:20:30+00:00")
    assert ", 10 min left, text" in second.said("question")[0]
    third = hold(home, right, QUIZ_NOW="2026-03-02T12:31:00+00:00")
    assert asked(third) == []
    assert third.said("note") == [
        "An exam was begun earlier, and its time ran out meanwhile. This is its result."
    ]
    assert "; 30 min of 30 minutes." in third.out
    assert mark(third) == "Not passed: 3 of 6 points, 50 % (60 % needed)"


def test_after_its_time_the_last_exam_can_be_shown_without_being_gone_on_with(home: House) -> None:
    hold(home, after(2), *ALL, "--minutes", "30")
    done = home.call("exam", "--last", QUIZ_NOW="2026-03-03T12:31:00+00:00")
    assert mark(done).startswith("Not passed: 2 of 6 points")
    assert home.query("SELECT ended_at FROM sittings") == home.query(
        "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', began_at, '+30 minutes') FROM sittings"
    )


def test_to_set_the_clock_back_does_not_help(home: House) -> None:
    hold(home, after(1), *ALL, "--minutes", "30")
    hold(home, after(1), QUIZ_NOW="2026-03-02T12:25:30+00:00")
    done = hold(home, after(0), QUIZ_NOW="2026-03-02T11:00:00+00:00")
    assert ", 5 min left, text" in done.said("question")[0]


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return what lets minutes go by within a sitting, while the wall clock stands."""
    gone_by = [0]
    monkeypatch.setattr(Clock, "ticks_ms", staticmethod(lambda: gone_by[0]))

    def tick(minutes: int) -> None:
        gone_by[0] += minutes * 60_000

    return tick


def test_an_answer_that_comes_too_late_does_not_count(home: House, ticking: Callable[[int], None]) -> None:
    def slow(word: str) -> str:
        ticking(4)
        return word

    done = hold(home, slow, *ALL, "--minutes", "10")
    assert [said.split(", ")[3] for said in done.said("question")] == [
        "10 min left",
        "6 min left",
        "2 min left",
    ]
    assert done.said("note") == ["The time is over; this answer came too late."]
    assert mark(done) == "Not passed: 2 of 6 points, 33 % (60 % needed)"
    assert "10 min of 10 minutes." in done.out


def test_after_the_time_nothing_is_taken_back(home: House, ticking: Callable[[int], None]) -> None:
    def slow(word: str) -> str:
        ticking(6)
        return word if not home.verdicts() else ":undo"

    done = hold(home, slow, *ALL, "--minutes", "10")
    assert done.said("note") == ["The time is over."]
    assert home.verdicts() == ["right"]


def test_a_judging_that_takes_the_last_minute_is_no_more_asked(
    home: House, ticking: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.study.session import Sitting  # noqa: PLC0415 - patched here only

    record = Sitting.record

    def slow(*given: object) -> object:
        ticking(20)
        return record(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Sitting, "record", slow)
    done = hold(home, right, *ALL, "--minutes", "10")
    assert done.said("note") == ["The time is over."]
    assert home.verdicts() == ["right"]


def test_answers_are_taken_back_flagged_and_nothing_else_is_done(home: House) -> None:
    script = iter(["nonsense", ":undo", None])
    hold(home, lambda _: next(script), *ALL)
    script = iter(
        [":undo", ":flag two answers fit", ":source", ":overrule", ":suspend", ":edit", ":pause", None]
    )
    done = hold(home, lambda _: next(script))
    notes = done.said("note")[1:-1]
    assert notes[:2] == ["There is no answer to take back.", "Flagged."]
    assert set(notes[2:]) == {
        "Not in an exam: here you answer, take back (undo), flag, or leave. Nothing is told before the end."
    }
    assert len(notes) == 7
    assert home.verdicts() == []
    assert home.query("SELECT note FROM marks") == [("two answers fit",)]
    assert len({*asked(done)}) == 1


def test_parts_are_filled_and_passed_each_for_itself(home: House) -> None:
    done = hold(
        home,
        lambda word: "x" if word < "c" else word,
        *("--part", "hard=3:50", "--part", "soft=2", "--pass", "50", "--seed", "s"),
    )
    assert len(asked(done)) == 5
    assert done.out.splitlines()[-5:-3] == [
        "hard: 1 of 3 points, 33 % (not passed, 50 % needed)",
        "soft: 2 of 2 points, 100 %",
    ]
    assert mark(done) == "Not passed: 3 of 5 points, 60 % (50 % needed; not passed in hard)"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--part", "hard"], "'hard' is no part. Write TAG=5, or TAG=5:60"),
        (["--part", "=5"], "'=5' is no part."),
        (["--part", "hard=0"], "'hard=0' is no part."),
        (["--part", "hard=1001"], "1 to 1000 questions."),
        (["--part", "hard=5:"], "'hard=5:' is no part."),
        (["--part", "hard=5:101"], "'101' is no share. Write one from 0 to 100"),
        (["--part", "hard=" + "9" * 5000], "is no part."),
        (["--part", "hard=1", "--part", "hard=2"], "'hard' stands 2 times. Write hard=3 once."),
        (["--part", "hard=4"], "4 questions are wanted for the part 'hard', and 3 can"),
        (["--part", "harder=1"], "Nothing else has a tag, kind or bank 'harder'"),
        (
            ["--number", "1", "--part", "hard=2"],
            "The parts hold 2 questions, the exam 1. Ask for --number 2.",
        ),
        (["--number", "7"], "Ask for at most 6."),
        (["--seed", ""], "'' is no seed."),
        (["--seed", "a\x1b[2J"], "is no seed. Write up to 100 letters and digits."),
        (["--seed", "\udc80"], "is no seed."),
        (["--seed", "x" * 101], "is no seed."),
        (["--out", "result.txt"], "result.txt ends in neither .md nor .json. Name it result.md."),
        (["--out", "no/such/result.md"], "There is no folder for no/such/result.md. Make it first."),
        (["--out", "there.md"], "there.md is there already. Name another file."),
        (["nothing"], "'nothing'"),
    ],
)
def test_what_cannot_be_held_is_refused_before_it_begins(home: House, options: list[str], told: str) -> None:
    (home.home / "there.md").write_text("mine")
    done = home.call("exam", "--plain", *options)
    assert done.code in (1, 2)
    assert told in " ".join(done.err.split())
    assert "\x1b" not in done.err
    if home.db.exists():
        assert home.query("SELECT count(*) FROM sittings") == [(0,)]
    assert (home.home / "there.md").read_text() == "mine"


def test_the_result_is_written_as_markdown_and_as_json(home: House) -> None:
    done = hold(home, right, *ALL, "--out", "result.md")
    assert mark(done) == "The result stands in result.md."
    assert "**Passed: 6 of 6 points" in (home.home / "result.md").read_text(encoding="utf-8")
    assert home.call("exam", "--last", "--out", "Result.JSON").code == 0
    told = json.loads((home.home / "Result.JSON").read_text(encoding="utf-8"))
    assert (told["passed"], told["points"], told["seed"], len(told["answers"])) == (True, 6.0, "s", 6)
    assert told["answers"][0]["given"] == told["answers"][0]["right"]


def test_a_file_that_cannot_be_written_costs_no_exam(home: House) -> None:
    sitter = Sitter(lambda word: (home.home / "r.md").mkdir(exist_ok=True) or word)  # type: ignore[func-returns-value]
    done = home._call(("exam", "--plain", *ALL, "--out", "r.md"), sitter, sitter, {})
    assert done.code == 1
    assert mark(done).startswith("Passed")
    assert "r.md cannot be written: " in done.err
    assert "`quiz exam --last --out FILE` writes its result." in done.err
    assert home.call("exam", "--last", "--out", "s.md").code == 0


def test_questions_that_were_edited_or_removed_meanwhile_cost_nobody_a_point(home: House) -> None:
    first = hold(home, after(2), *ALL)
    done_with, left = asked(first)[:2], [word for word in WORDS if word not in asked(first)[:2]]
    text = BANK.replace(f"answer: {done_with[0]},", "answer: other,").replace(
        f"answer: {left[0]},", "answer: new,"
    )
    gone = f"  - {{id: {left[1]}"
    home.bank("\n".join(line for line in text.splitlines() if not line.startswith(gone)) + "\n")
    second = hold(home, lambda word: "new" if word == left[0] else word)
    assert sorted(asked(second)) == left
    assert mark(second) == "Passed: 6 of 6 points, 100 % (60 % needed)"


def test_an_exam_is_the_learners_own(home: House) -> None:
    hold(home, after(1), *ALL, "--learner", "ann")
    assert "was begun earlier" not in hold(home, after(1), *ALL, "--learner", "ben").out


def test_a_killed_exam_keeps_what_was_answered(home: House) -> None:
    with home.start("exam", "--plain", *ALL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("question: 3"):
                break
            if line.startswith("question"):
                process.stdin.write(line.rpartition("Say ")[2])
                process.stdin.flush()
        process.kill()
    done = hold(home, right)
    assert done.said("question")[0].startswith("3, 3 left")
    assert mark(done) == "Passed: 6 of 6 points, 100 % (60 % needed)"


@pytest.fixture
def opened(home: House) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def open_one(*arguments: str, columns: int = 80) -> Terminal:
        terminals.append(Terminal(home, "exam", *arguments, columns=columns))
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()


def word_of(terminal: Terminal) -> str:
    """Return the word that is asked for by the question that stands."""
    return re.findall(r"Say (\w+)", terminal.text())[-1]


def answer(terminal: Terminal, number: int) -> None:
    """Answer the question that stands rightly, and wait for the one with this number."""
    terminal.press(word_of(terminal), ENTER, until=(f"{number} · ", QUESTION))


@pytest.mark.parametrize("columns", [80, 50])
def test_in_a_terminal_the_very_last_answer_can_be_taken_back(
    opened: Callable[..., Terminal], columns: int
) -> None:
    terminal = opened("--number", "2", columns=columns)
    terminal.wait(QUESTION)
    answer(terminal, 2)
    terminal.wait(QUESTION)
    last = word_of(terminal)
    terminal.press("nonsense", ENTER, until="y or Enter yes")
    assert "All is answered. Hand in now?" in terminal.text()
    terminal.press("n", until=("Taken back; here it is again.", QUESTION))
    terminal.press(last, ENTER, until="y or Enter yes")
    terminal.press(ENTER, until="Passed: 2 of 2 points, 100 % (60 % needed)")
    assert terminal.end() == 0
    assert terminal.lines()[-1].startswith(("Passed", "needed"))


def test_in_a_terminal_an_exam_is_left_or_handed_in(opened: Callable[..., Terminal]) -> None:
    terminal = opened("--number", "3", "--minutes", "5")
    terminal.wait((QUESTION, "5 min left"))
    answer(terminal, 2)
    terminal.press(CTRL_Z, until="Taken back")
    terminal.wait(QUESTION)
    terminal.press(CTRL_D, until="n or Enter no")
    terminal.press(ENTER, until="The clock does not stop meanwhile")
    assert terminal.end() == 0
    terminal = opened("--number", "3")
    terminal.wait((QUESTION, "it goes on, 5 min left."))
    terminal.press(CTRL_D, until="Hand in now, with 3 questions not answered?")
    terminal.press("y", until="Not passed: 0 of 3 points, 0 % (60 % needed)")
    assert terminal.end() == 0


def test_in_a_terminal_the_keys_shown_are_those_that_do_something(opened: Callable[..., Terminal]) -> None:
    terminal = opened("--number", "2")
    terminal.wait(QUESTION)
    terminal.press("?", until="Esc f flag")
    assert "Enter · Ctrl-Z undo · Esc f flag · Ctrl-D leave" in terminal.text()


@pytest.mark.parametrize("how", ["ctrl-c", "term"])
def test_an_exam_that_is_cut_off_says_how_it_goes_on(opened: Callable[..., Terminal], how: str) -> None:
    terminal = opened("--number", "2")
    terminal.wait(QUESTION)
    answer(terminal, 2)
    terminal.wait(QUESTION)
    if how == "term":
        os.kill(terminal.process.pid, signal.SIGTERM)
    else:
        terminal.press(CTRL_C)
    assert terminal.end() == (128 + signal.SIGTERM if how == "term" else 130)
    assert "quiz: Stopped. Every answer is saved; `quiz exam` goes on from here." in terminal.text()


def test_help_fits(home: House, tmp_path: Path) -> None:
    told = home.call("exam", "--help", COLUMNS="80").out
    assert max(map(len, told.splitlines())) <= 80
    assert "--give-up" in told


@pytest.mark.parametrize("command", [("why",), ("stats", "--card")])
def test_no_page_of_a_card_tells_what_was_answered_in_an_open_exam(
    home: House, command: tuple[str, ...]
) -> None:
    hold(home, lambda _: "nonsense" if not home.verdicts() else None, *ALL)
    ((card,),) = home.query("SELECT card FROM reviews")
    assert "exam" not in home.call(*command, str(card)).out
    home.call("exam", "--give-up")
    assert "exam" in home.call(*command, str(card)).out
