"""Texts without quotes that YAML, or another tool for it, takes for something else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from shape_found import find, mended, places

from quiz.authoring.elsewhere import elsewhere
from quiz.bank import read_text

RETYPED = {
    "no": "false",
    "Yes": "true",
    "ON": "true",
    "off": "false",
    "true": "true",
    "~": "nothing",
    "null": "nothing",
    "010": "the number 8",
    "08": "the number 8",
    "0o17": "the number 15",
    "0x1F": "the number 31",
    "-0b11": "the number -3",
    "1_000": "the number 1000",
    "+1": "the number 1",
    "1:30": "the number 90",
    "-1:30": "the number -90",
    "2:255": None,
    "12:00:00": "the number 43200",
    "1:30.5": "the number 90.5",
    "1.10": "the number 1.1",
    "2.0": "the number 2",
    "1.": "the number 1",
    ".5": "the number 0.5",
    "1e3": "the number 1000",
    ".inf": "the number inf",
    "-.INF": "the number -inf",
    ".nan": "the number nan",
    "2021-12-17": "a date",
    "2021-12-17T12:00:00Z": "a date",
    "2021-12-17 12:00:00 +1": "a date",
    "42": None,
    "-7": None,
    "1.5": None,
    "1912": None,
    "nO": None,
    "N": None,
    "y": None,
    "Danube": None,
    "90,000": None,
    "1.2.3": None,
    "12 men": None,
    ".": None,
    "--": None,
    "0x": None,
    "0b": None,
    "_": None,
    "1:75": None,
    "-0": "the number 0",
    "+00": "the number 0",
    "0": None,
    "1" * 41: None,
    "\u0663": None,
}


@pytest.mark.parametrize(("text", "read"), RETYPED.items())
def test_what_other_tools_read(text: str, read: str | None) -> None:
    assert elsewhere(text) == read


@given(st.text("0123456789+-_.:eExobTZ ~nuloyafrsNI", min_size=1, max_size=12))
def test_a_text_is_left_alone_when_it_comes_back_from_a_parser(text: str) -> None:
    try:
        loaded = yaml.safe_load(f"- {text}\n")
    except (yaml.YAMLError, ValueError):
        loaded = None
    text = text.strip()
    told = elsewhere(text) if text else None
    if loaded == [text]:
        # Whatever is told is then a type of YAML 1.2 alone.
        assert told is None or told.startswith("the number")
    elif isinstance(loaded, list) and isinstance(loaded[0], bool | float | int):
        assert told is not None or str(loaded[0]).removesuffix(".0") == text.strip().removesuffix(".0")


def test_every_place_of_a_text_is_looked_at() -> None:
    body = (
        "- ask: on\n  answer: 010\n  accept: [011, ten]\n  hint: off\n  tags: [no, x]\n  group: 1.0\n"
        "  source: {quote: 1:30, paragraph: 1}\n"
        "- ask: a\n  answer: 1e3\n  wrong:\n    - yes: 012\n    - null\n"
        "- ask: b\n  answers: [1.10]\n  wrong: [c]\n"
        "- ask: d\n  order: [1, 2.0]\n"
        "- ask: e\n  match: {1_0: f, g: 2021-12-17}\n"
        "- front: ~\n  back: 00\n"
    )
    assert places("retyped-value", body) == [
        *("4:8", "5:11", "6:12", "7:9", "8:10", "9:10", "10:19", "12:11", "14:7", "14:12", "15:7"),
        *("17:13", "20:14", "22:11", "22:22", "23:10", "24:9"),
    ]


def test_what_is_no_text_is_left_alone() -> None:
    body = (
        "- id: no\n  claim: It is so\n  answer: yes\n  shuffle: off\n  draft: no\n"
        "- ask: When?\n  date: 2021-12-17\n"
        "- ask: How many?\n  number: 010\n  tolerance: 1.0\n  unit: men\n"
        "- ask: Where?\n  answer: here\n  source: {paragraph: 010, document: 1.0}\n"
    )
    assert places("retyped-value", body) == []


def test_an_answer_that_may_say_true_or_false_is_left_to_the_author() -> None:
    body = "- ask: Does it?\n  answer: yes\n- ask: Does it still?\n  kind: text\n  answer: no\n"
    assert places("retyped-value", body) == ["8:11"]
    assert places("retyped-value", "- ask: Which?\n  answer: 010\n  xyz: a\n") == ["5:11"]


def test_quotes_and_blocks_say_that_a_text_is_meant() -> None:
    body = "- front: 'no'\n  back: \"010\"\n- front: |\n    1:30\n  back: >-\n    no\n"
    assert places("retyped-value", body) == []


def test_the_edit_puts_the_text_in_quotes_and_nothing_else() -> None:
    body = "- ask: B\u00e4r \u718a?  # no\n  answer: 010\n  wrong:\n  - no: why\n  tags: [ 011 , b]\n"
    assert mended("retyped-value", body) == (
        '- ask: B\u00e4r \u718a?  # no\n  answer: "010"\n  wrong:\n  - "no": why\n  tags: [ "011" , b]\n'
    )


def test_the_columns_of_edits_count_characters() -> None:
    body = "- {front: \u718a\U0001f43b e\u0301, back: 010}\n"
    assert mended("retyped-value", body) == '- {front: \u718a\U0001f43b e\u0301, back: "010"}\n'


def test_line_ends_of_windows_stay() -> None:
    body = "- front: a\r\n  back: 1:30\r\n"
    assert mended("retyped-value", body) == '- front: a\r\n  back: "1:30"\r\n'


CUT = [
    ("ask: Who is #1?", "4:15"),
    ("ask: Who wrote symphony #5 in C minor", "4:27"),
    ("ask: Which # stands for sharp?", "4:14"),
    ("ask: Which language is A #", "4:28"),
    ("ask: What is meant by #include", "4:25"),
    ("ask: What is a key (A #?", "4:25"),
    ("claim: The tag #news is the oldest one", "4:18"),
    ('ask: He said "let us go #now"', "4:27"),
    ("ask: Which note (F # sharp) is it?", "4:22"),
    ("why: See page #7", "4:17"),
    ("answer: Symphony #5", "4:20"),
]


@pytest.mark.parametrize(("written", "place"), CUT)
def test_a_text_that_is_cut_is_found(written: str, place: str) -> None:
    key = written.partition(":")[0]
    rest = {
        "ask": "answer: b",
        "claim": "answer: true",
        "why": "front: a\n  back: b",
        "answer": "ask: a",
    }
    assert places("cut-by-comment", f"- {written}\n  {rest[key]}\n") == [place]


@pytest.mark.parametrize(
    "written",
    [
        "ask: Who is first?  #1 of the list",
        "ask: Who is first? # the host",
        "ask: Who is first? #host",
        "ask: Name the host # to be checked",
        "ask: Name the host #todo shorten",
        "ask: Name the host #-- section",
        "ask: 'Who is #1?' # quoted",
        "ask: Who is#1?",
        "ask: >-\n    Who is #1?",
        "ask: Who is\t#1?",
    ],
)
def test_a_comment_that_is_meant_is_left_alone(written: str) -> None:
    assert places("cut-by-comment", f"- {written}\n  answer: b # the first\n") == []


def test_a_word_behind_an_answer_may_be_a_comment() -> None:
    assert places("cut-by-comment", "- ask: Where?\n  answer: Geneva #host\n  tags: [a] #1\n") == []


def test_a_text_of_several_lines_is_cut_on_its_last() -> None:
    body = "- ask: Who of them\n    is #1?\n  answer: b\n"
    assert places("cut-by-comment", body) == ["5:8"]


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("- {front: Who?, back: b}\n", '- {front: "Who?", back: b}\n'),
        (
            "- ask: a\n  answer: b\n  accept: [c? or d, e]\n",
            '- ask: a\n  answer: b\n  accept: ["c? or d", e]\n',
        ),
        ("- ask: a\n  answer: b\n  wrong: [c?: d]\n", '- ask: a\n  answer: b\n  wrong: ["c?": d]\n'),
        (
            "- front: a\n  back: b\n  source: {quote: c?}\n",
            '- front: a\n  back: b\n  source: {quote: "c?"}\n',
        ),
        ("- ask: a\n  match: {b: c?, d: e}\n", '- ask: a\n  match: {b: "c?", d: e}\n'),
        ('- {front: say "c"?, back: b}\n', "- {front: 'say \"c\"?', back: b}\n"),
        ("- {front: it's a \\d?, back: b}\n", "- {front: 'it''s a \\d?', back: b}\n"),
    ],
)
def test_a_question_mark_in_brackets_is_found_and_quoted(body: str, after: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load(body)
    assert mended("unquoted-in-brackets", body) == after
    assert yaml.safe_load(after)


def test_a_question_mark_outside_of_brackets_or_in_quotes_is_sound() -> None:
    body = "- front: Who? Me?\n  back: b\n- {front: 'Who?', back: \"b?\"}\n"
    body += "- ask: Who?\n  answers:\n  - c?\n  wrong: [d]\n"
    assert places("unquoted-in-brackets", body) == []
    assert yaml.safe_load(body)


def test_a_text_of_several_lines_is_found_and_left_to_the_author() -> None:
    (found,) = find("unquoted-in-brackets", "- {front: Who\n   are you?, back: b}\n")
    assert found.edits == ()


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (r'"C:\temp"', "4:13"),
        (r'"in C:\new files"', "4:16"),
        (r'"2 \times 3"', "4:13"),
        (r'"\\ \theta"', "4:14"),
        (r'"a \neq b"', "4:13"),
        (r'"a\_b"', "4:12"),
        (r'"a\Lb"', "4:12"),
    ],
)
def test_a_backslash_that_double_quotes_swallow_is_found(written: str, place: str) -> None:
    assert places("backslash-in-quotes", f"- front: {written}\n  back: b\n") == [place]


@pytest.mark.parametrize(
    "written",
    [
        r'"C:\\temp"',
        r"'C:\temp'",
        r"C:\temp",
        r'"one\ntwo"',
        r'"a\tb"',
        r'"\ttimes"',
        r'"say \"no\" \u00e9\x41"',
        r'"note:\nnext"',
    ],
)
def test_other_backslashes_are_left_alone(written: str) -> None:
    assert places("backslash-in-quotes", f"- front: {written}\n  back: b\n") == []


@given(st.text('#? 1aA(").,', min_size=1, max_size=12))
def test_the_rule_of_comments_is_silent_once_the_text_is_quoted(text: str) -> None:
    body = "- front: '" + f"a{text}b".replace("'", "''") + "'\n  back: b\n"
    assert read_text(f"quiz: 1\ntitle: T\nquestions:\n{body}".encode(), "p", "k").problems == ()
    assert places("cut-by-comment", body) == []


def test_a_part_of_a_number_that_a_comma_split_is_no_text_of_its_own() -> None:
    assert places("retyped-value", "- ask: a\n  answer: b\n  accept: [250,000, 010]\n") == ["6:21"]
