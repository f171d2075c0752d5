"""CSV logs of other programs are read, and their faults told with line and cure."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.exchange import review_csv
from quiz.exchange.review_csv import BadLog, Logged, LogUnreadable, read_log
from quiz.review import Rating

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "card_id,review_time,review_rating,review_state,review_duration\n"
AT = 1_641_816_000_123
MOMENT = datetime(2022, 1, 10, 12, 0, 0, 123_000, UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "revlog.csv"


def read(path: Path, text: str | bytes) -> review_csv.ReadLog:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_log(path)


def test_a_log_is_read_in_the_order_of_its_moments(path: Path) -> None:
    found = read(path, f"{HEAD}b,{AT + 5},4,1,700\na,{AT},1,0,0\nb,{AT},3,0,1\n")
    assert found.answers == (
        Logged("a", MOMENT, Rating.AGAIN),
        Logged("b", MOMENT, Rating.GOOD),
        Logged("b", MOMENT.replace(microsecond=128_000), Rating.EASY),
    )
    assert (found.cards_begun, found.by_hand) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        f"review_rating,x,card_id,review_time\n3,,a,{AT}\n",
        f"\ufeffCard_ID, review_time ,REVIEW_RATING\r\na, {AT} ,3\r\n",
        f"{HEAD}a,{AT}.0,3.0,,\n\n",
        f'"card_id","review_time","review_rating"\n"a","{AT}","3"',
        f"{HEAD}a,{AT},3,0,2500,more,and more\n",
    ],
    ids=["other columns", "windows", "a data frame", "quoted", "longer lines"],
)
def test_other_ways_to_write_the_same(path: Path, text: str) -> None:
    assert read(path, text).answers == (Logged("a", MOMENT, Rating.GOOD),)


def test_what_is_no_answer_and_what_began_before_is_left_out(path: Path) -> None:
    found = read(path, f"{HEAD}a,{AT},0,1,0\na,{AT + 1},3,0,0\nold,{AT},3,2,0\nold,{AT + 1},3,1,0\n")
    assert [answer.card for answer in found.answers] == ["a"]
    assert (found.cards_begun, found.by_hand) == (1, 1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f",{AT},3,0,0", "card_id is empty. Write what tells the card"),
        (
            f"a,{AT // 1000},3,0,0",
            "review_time is 1641816000, which is not between 1980 and 3000. Write milli",
        ),
        (
            f"a,{AT}000,3,0,0",
            "review_time is `1641816000123000`, which is no whole number. Write milliseconds",
        ),
        ("a,2022-01-10,3,0,0", "review_time is `2022-01-10`, which is no whole number"),
        ("a,-5,3,0,0", "review_time is -5. Write milliseconds"),
        (f"a,{AT},5,0,0", "review_rating is 5. Write 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy)."),
        (f"a,{AT},good,0,0", "review_rating is `good`, which is no whole number"),
        (f"a,{AT},2.5,0,0", "review_rating is `2.5`"),
        (f"a,{AT},٣,0,0", "review_rating is `٣`"),
        (f"a,{AT},3,9,0", "review_state is 9. Write 0 (new)"),
        (f"a,{AT},3,0,-1", "review_duration is -1. Write milliseconds, 0 or more."),
        (f"a,{AT}", "the line has 2 values, too few for its columns. Fill it up or delete it."),
        (f"a,{AT},\x1b[31m{'x' * 99},0,0", "review_rating is `\ufffd[31mxxxxx"),
        (f"a,{'9' * 5000},3,0,0", "review_time is `9999"),
    ],
)
def test_faults_are_told_with_line_and_cure(path: Path, row: str, told: str) -> None:
    with pytest.raises(BadLog) as caught:
        read(path, f"{HEAD}a,{AT},3,0,0\n{row}\n")
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{path}:3: {told}")
    assert len(line) < len(str(path)) + 200
    assert caught.value.exit_code == 1


def test_all_faults_are_told_up_to_twenty(path: Path) -> None:
    with pytest.raises(BadLog) as caught:
        read(path, HEAD + f"a,{AT},7,0,0\na,{AT},3,0,0\n" * 3)
    assert [line.split(":")[-2] for line in str(caught.value).splitlines()] == ["2", "4", "6"]
    with pytest.raises(BadLog) as caught:
        read(path, HEAD + f"a,{AT},7,0,0\n" * 99)
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "There may be more; these come first."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has nothing, without card_id, review_time, review_rating. Write `card_id,review_time,"),
        ("id,review_time,review_rating\n", "has `id, review_time, review_rating`, without card_id"),
        (HEAD.replace(",", ";"), "without card_id, review_time"),
        (HEAD.replace("review_state", "card_id"), "the column card_id is there twice. Leave one of them out"),
    ],
)
def test_a_first_line_that_names_no_columns_is_told(path: Path, text: str, told: str) -> None:
    with pytest.raises(BadLog) as caught:
        read(path, text)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}a,{AT},3,0,0\n" + "x" * 20_000, ":3: the line has 10,000 letters or more"),
        (f"{HEAD}a\0,{AT},3,0,0\n", ":2: the line holds a NUL byte"),
        (f'{HEAD}"a,{AT},3,0,0\n', ": unexpected end of data"),
        ("x" * 20_000, ":1: the line has 10,000 letters"),
        ("\0", ":1: the line holds a NUL byte"),
    ],
    ids=["long", "nul", "open quote", "long at once", "nul at once"],
)
def test_what_is_no_csv_is_told_once(path: Path, text: str, told: str) -> None:
    with pytest.raises(BadLog) as caught:
        read(path, text)
    assert len(str(caught.value).splitlines()) == 1
    assert told in str(caught.value)


def test_what_is_no_text_is_told(path: Path) -> None:
    with pytest.raises(LogUnreadable, match="no text in UTF-8"):
        read(path, HEAD.encode() + b"\xff\xfe")
    assert LogUnreadable.exit_code == 2


def test_what_is_no_file_is_told_and_never_waited_for(path: Path) -> None:
    with pytest.raises(LogUnreadable, match="there is no such file"):
        read_log(path)
    with pytest.raises(LogUnreadable, match="it is not a file"):
        read_log(path.parent)
    os.mkfifo(path)
    with pytest.raises(LogUnreadable, match="it is not a file"):
        read_log(path)
    with pytest.raises(LogUnreadable):
        read_log(path.parent / "a\0b")


def test_a_file_that_may_not_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(HEAD, encoding="utf-8")

    def refused(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refused)
    with pytest.raises(LogUnreadable, match="Permission denied"):
        read_log(path)


def test_more_answers_than_anybody_gave_are_not_all_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_csv, "MOST_LINES", 3)
    with pytest.raises(BadLog, match=r":4: the file has more than 3 lines\. Leave the oldest"):
        read(path, HEAD + f"a,{AT},3,0,0\n" * 5)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, len(HEAD) + 90), st.integers(0, 9), st.binary(max_size=6)), max_size=4)
)
def test_a_damaged_log_is_read_or_told(path: Path, edits: list[tuple[int, int, bytes]]) -> None:
    text = (HEAD + f"a,{AT},3,0,0\nb,{AT},1,0,900\na,{AT},4,1,3\n").encode()
    for start, length, put in edits:
        text = text[:start] + put + text[start + length :]
    try:
        found = read(path, text)
    except (BadLog, LogUnreadable) as error:
        assert str(error)  # noqa: PT017 - either is right
    else:
        assert len(found.answers) <= text.count(b"\n") + text.count(b"\r") + 1
