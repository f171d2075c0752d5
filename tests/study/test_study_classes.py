"""Logs of classes, read and summed up by Polars: held against single answers summed one by one."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING

import polars as pl
import pytest
from class_samples import answer, choice, event, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.exchange.class_lines import NoClassLog
from quiz.exchange.class_log import BadAnswers, NoPolars
from quiz.exchange.log_files import Format
from quiz.exchange.log_reading import BadLogFile
from quiz.study import classes
from quiz.study.class_details import Detail, detail
from quiz.study.classes import NotInLog, class_table
from tests.bench import class_growth
from tests.progress import class_plain

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.progress.class_list import ClassTable

ROWS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("uvwx"), st.sampled_from((0.0, 0.25, 1.0))),
    min_size=1,
    max_size=30,
)


def plain(path: Path, rows: list[tuple[str, str, object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["learner", "question", "points"])
        writer.writerows(rows)
    return path


def points(table: ClassTable) -> dict[str, tuple[float, int]]:
    """Return points and answers of each question."""
    return {row.question: (row.facility.hits, row.facility.out_of) for row in table.questions}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ROWS)
def test_sums_are_those_of_single_answers(tmp_path: Path, rows: list[tuple[str, str, float]]) -> None:
    found = classes.counted([plain(tmp_path / "class.csv", list(rows))]).answers
    first: class_plain.Answers = {}
    for learner, question, value in rows:
        first.setdefault((learner, question), value)
    whole, questions = classes.summed(found)
    for ours, theirs in zip(whole, class_plain.class_sums(first), strict=True):
        assert math.isclose(ours, theirs, abs_tol=1e-9)
    assert [one.question for one in questions] == sorted({question for _, question in first})
    for one in questions:
        expected = class_plain.question_sums(first, one.question)
        assert (one.answers, one.picks, one.by_chance) == (expected.answers, (), None)
        for ours, theirs in zip(
            (one.points, one.squares, *one.pairs),
            (expected.points, expected.squares, *expected.pairs),
            strict=True,
        ):
            assert math.isclose(ours, theirs, abs_tol=1e-9)


@pytest.mark.parametrize("form", list(Format))
def test_every_form_of_the_log_says_the_same(tmp_path: Path, form: Format) -> None:
    reviews = [
        choice(number, f"l{number % 9}", f"bank/q{number % 4}", "abcb"[number // 9]) for number in range(36)
    ]
    table = class_table([write(tmp_path / "log", {"reviews": reviews}, form)])
    assert table.learners == 9
    assert points(table) == {
        f"bank/q{place}": (sum(number % 4 == place and number < 9 for number in range(36)), 9)
        for place in range(4)
    }
    assert [one.option for one in table.questions[0].options] == ["b", "a", "c", "d"]
    assert [one.picked.hits for one in table.questions[0].options][3] == 0
    assert table.questions[0].by_chance == 0.25


def test_the_first_answer_of_each_learner_counts_and_none_taken_back(tmp_path: Path) -> None:
    log = write(
        tmp_path / "log",
        {
            "reviews": [
                answer(3, "ann", "b/one", 1.0),
                answer(2, "ann", "b/one", 0.5),
                answer(1, "ann", "b/one", 0.0),
                answer(4, "ben", "b/one", 0.25),
            ],
            "undos": [{"review": event(1)}],
        },
    )
    assert points(class_table([log])) == {"b/one": (0.75, 2)}


def test_in_exams_every_answer_counts_but_not_in_one_that_goes_on(tmp_path: Path) -> None:
    log = write(
        tmp_path / "log",
        {
            "reviews": [
                answer(1, "ann", "b/one", 0.0),
                answer(2, "ann", "b/one", 1.0, mode="exam", session="first"),
                answer(3, "ann", "b/one", 1.0, mode="exam", session="second"),
                answer(4, "ann", "b/one", 1.0, mode="exam", session="open"),
                answer(5, "ben", "b/one", 1.0, mode="exam", session="third"),
                answer(6, "ben", "b/one", 0.5),
            ],
            "sittings": [
                {
                    "id": name,
                    "mode": "exam",
                    "ended_at": None if name == "open" else "2026-03-02T12:00:00.000Z",
                }
                for name in ("first", "second", "third", "open")
            ],
        },
    )
    table = class_table([log])
    assert points(table) == {"b/one": (3.0, 4)}
    assert (table.learners, table.whole.learners) == (2, 4)


def test_the_same_event_in_two_logs_is_one_answer_and_the_same_name_one_learner(tmp_path: Path) -> None:
    first = write(tmp_path / "first", {"reviews": [answer(2, "ann", "b/one", 1.0)]})
    both = {"reviews": [answer(2, "ann", "b/one", 1.0), answer(1, "ann", "b/one", 0.0)]}
    second = write(tmp_path / "second", both, Format.CSV)
    assert points(class_table([first, second])) == {"b/one": (0.0, 1)}
    assert points(class_table([tmp_path])) == {"b/one": (0.0, 1)}


def test_who_gave_no_name_is_somebody_else_in_each_log_unless_they_share_a_device(tmp_path: Path) -> None:
    def log(name: str, number: int, device: str) -> Path:
        reviews = [answer(number, "me", "b/one", 1.0, device=device)]
        return write(tmp_path / name, {"reviews": reviews})

    logs = [log("a", 1, "x"), log("b", 2, "y"), log("c", 3, "x")]
    assert class_table(logs).learners == 2


def test_questions_are_counted_under_the_names_that_they_have_now(tmp_path: Path) -> None:
    log = write(
        tmp_path / "log",
        {
            "reviews": [
                answer(1, "ann", "b/old", 1.0),
                answer(5, "ben", "b/new", 0.0),
                answer(7, "cid", "b/old", 0.5),
                answer(11, "dan", "b/old", 0.25),
            ],
            "renames": [
                {"id": event(3), "old_card": "b/old", "new_card": "b/mid"},
                {"id": event(4), "old_card": "b/mid", "new_card": "b/new"},
                {"id": event(9), "old_card": "b/old", "new_card": "b/other"},
            ],
        },
    )
    assert points(class_table([log])) == {"b/new": (1.0, 2), "b/old": (0.25, 1), "b/other": (0.5, 1)}


def test_a_parquet_table_of_anybody_is_read(tmp_path: Path) -> None:
    frame = pl.DataFrame({"points": [1, 0], "question": [7, 7], "learner": [1, 2], "more": ["", ""]})
    frame.write_parquet(tmp_path / "any.parquet")
    assert points(class_table([tmp_path / "any.parquet"])) == {"7": (1.0, 2)}
    assert points(class_table([tmp_path])) == {"7": (1.0, 2)}


def test_a_file_of_a_log_stands_for_its_folder(tmp_path: Path) -> None:
    log = write(tmp_path / "log", {"reviews": [answer(1, "ann", "b/one", 1.0)]}, Format.CSV)
    assert points(class_table([log / "reviews.csv"])) == {"b/one": (1.0, 1)}


def test_words_choose_banks_and_questions_which_are_held_against_their_bank(tmp_path: Path) -> None:
    names = ["a/one", "a/two", "a/two#1", "b/one", "ab/one"]
    rows: list[tuple[str, str, object]] = [(who, name, int(who > name)) for who in "xyb" for name in names]
    log = plain(tmp_path / "class.csv", rows)
    table = class_table([log], ["a"])
    assert set(points(table)) == {"a/one", "a/two", "a/two#1"}
    assert table.whole.questions == 3
    one = class_table([log], ["a/two"])
    assert set(points(one)) == {"a/two", "a/two#1"}
    assert one.whole == table.whole
    with pytest.raises(NotInLog, match=r"named 'c'\. There is a/one"):
        class_table([log], ["c"])


def test_points_that_cannot_be_are_told_with_their_rows(tmp_path: Path) -> None:
    rows: list[tuple[str, str, object]] = [("a", "u", "1"), ("a", "u", "2"), ("", "u", "1"), ("b", "u", "x")]
    with pytest.raises(BadAnswers) as told:
        class_table([plain(tmp_path / "class.csv", rows)])
    lines = str(told.value).splitlines()
    assert [line.rpartition("csv, ")[2] for line in lines[:3]] == [
        "row 2: `points` has to be a number from 0 to 1",
        "row 3: `learner` is empty",
        "row 4: `points` has to be a number from 0 to 1",
    ]
    assert lines[3].startswith("Nothing was counted")


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
def test_a_broken_log_is_told_with_the_line(tmp_path: Path, form: Format) -> None:
    log = write(tmp_path / "log", {"reviews": [answer(1, "ann", "b/one", 7.0, id="no id")]}, form)
    with pytest.raises(BadLogFile, match=r":2: `id` is `no id`"):
        class_table([log])


def test_a_line_that_was_cut_off_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "log", {"reviews": [answer(1, "ann", "b/one", 1.0)]}) / "log.jsonl"
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    with pytest.raises(BadLogFile, match="cut off"):
        class_table([path])


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("none", None, "does not exist"),
        ("a.txt", "x", "is neither"),
        ("a.csv", "learner,points\n", "lacks one of the columns"),
        ("a.csv", "", "cannot be read"),
        ("a.parquet", "no", "cannot be read"),
        ("a.jsonl", "{}\n", "does not begin"),
        ("folder/readme.txt", "x", "holds no log"),
        ("folder/reviews.csv", "id\n", "lacks"),
    ],
)
def test_what_is_no_log_is_said_to_be_none(tmp_path: Path, name: str, text: str | None, reason: str) -> None:
    path = tmp_path / name
    if text is not None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(NoClassLog, match=reason):
        class_table([path.parent if "/" in name else path])


def test_without_the_library_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(NoPolars, match="quiz-study"):
        class_table([tmp_path])


def test_details_are_read_with_quotes_in_them_and_without_what_cannot_be_read() -> None:
    assert detail('choice\x1e"say \\"no\\""\x1e"b","say \\"no\\""') == Detail(
        "choice", 'say "no"', ("b", 'say "no"'), 2
    )
    assert detail("choice\x1e\x1ebroken") == Detail("choice", "", (), 0)
    assert detail("order\x1e\x1e5").shown == 5
    assert detail("\x1e\x1e").by_chance is None
    assert detail("text\x1e\x1e").by_chance == 0


def test_an_order_says_how_many_there_were_to_put_in_order(tmp_path: Path) -> None:
    response = '{"picked": ["b", "a]"], "shown": ["a]", "b"]}'
    log = write(
        tmp_path / "log", {"reviews": [answer(1, "ann", "b/one", 1.0, kind="order", response=response)]}
    )
    assert class_table([log]).questions[0].by_chance == 0.5
    assert class_table([log]).questions[0].options == ()


@pytest.mark.parametrize("form", list(Format))
def test_a_log_without_answers_is_a_class_without_figures(tmp_path: Path, form: Format) -> None:
    table = class_table([write(tmp_path / "log", {}, form)])
    assert (table.learners, table.questions, table.findings) == (0, (), ())
    assert table.whole.reliability is None


def test_one_answer_is_a_class_of_which_little_can_be_told(tmp_path: Path) -> None:
    table = class_table([plain(tmp_path / "class.csv", [("a", "u", 1)])])
    assert points(table) == {"u": (1.0, 1)}
    assert (table.questions[0].deviation, table.questions[0].discrimination) == (None, None)
    assert table.whole.deviation is None


def test_of_a_question_that_was_changed_the_first_answers_to_what_it_is_now_count(tmp_path: Path) -> None:
    old, new = ({"revision": name} for name in ("aaaa", "bbbb"))
    log = write(
        tmp_path / "log",
        {
            "reviews": [
                answer(1, "ann", "b/one", 0.0, **old),
                answer(2, "ben", "b/one", 0.0, **old),
                answer(3, "ann", "b/one", 1.0, **new),
                answer(4, "ann", "b/one", 0.0, **new),
                answer(5, "cid", "b/one", 0.0, **old),
                answer(6, "cid", "b/two", 0.5, **old),
            ]
        },
    )
    table = class_table([log])
    assert points(table) == {"b/one": (1.0, 1), "b/two": (0.5, 1)}
    assert table.earlier == 3
    assert class_table([log], ["b/two"]).earlier == 0


@pytest.mark.parametrize("form", [Format.CSV, Format.PARQUET])
def test_points_of_a_log_that_cannot_be_are_told(tmp_path: Path, form: Format) -> None:
    log = write(tmp_path / "log", {"reviews": [answer(1, "ann", "b/one", 7.0)]}, form)
    with pytest.raises(BadAnswers, match="no points from 0 to 1"):
        class_table([log])


def test_letters_that_are_no_utf_8_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"learner,question,points\n\xff\xfe,u,1\n")
    with pytest.raises(NoClassLog, match="cannot be read"):
        class_table([tmp_path / "a.csv"])


@pytest.mark.parametrize("form", class_growth.FORMS)
def test_the_logs_by_which_growth_is_measured_are_logs(tmp_path: Path, form: str) -> None:
    table = class_table([class_growth.write(tmp_path, form, 2 * class_growth.QUESTIONS)])
    assert (table.learners, table.whole.answers) == (2, 2 * class_growth.QUESTIONS)
    assert len(table.questions) == class_growth.QUESTIONS
