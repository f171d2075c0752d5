"""Characters that nobody sees, or that are not what they look like."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shape_found import HEAD, find, made, mended, places

from quiz.authoring.lookalikes import mixed_words
from quiz.authoring.rules import shape

KIEV = "\u041a\u0438\u0457\u0432"
PARIS = "P\u0430ris"


def card(front: str, back: str = "b") -> str:
    return f"- front: {front}\n  back: {back}\n"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a\u200bb", 11),
        ("Do\xadnau", 12),
        ("\u718a\U0001f43b\u2060x", 12),
        ("a\u200db", 11),
        ("na\u200c\xefve", 12),
        ("a \u200d", 12),
        ("abc\u200e", 13),
        ("\u3164", 10),
    ],
)
def test_an_invisible_character_is_found_and_deleted(text: str, column: int) -> None:
    assert places("invisible-character", card(text)) == [f"4:{column}"]
    hidden = dict.fromkeys(map(ord, "\u200b\xad\u2060\u200c\u200d\u200e\u3164"))
    assert mended("invisible-character", card(text)) == card(text).translate(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\U0001f469\u200d\U0001f680",
        "\u2764\ufe0f\u200d\U0001f525",
        "\u05e9\u05dc\u05d5\u05dd (a)\u200f",
        "\u0661\u061c",
        "caf\xe9",
    ],
)
def test_joiners_and_marks_that_a_script_needs_stay(text: str) -> None:
    found = places("invisible-character", card(text))
    assert found == ([] if "\u0661" not in text else ["4:11"])


def test_the_head_and_faulty_questions_are_looked_at_and_comments_are_not() -> None:
    text = "quiz: 1\ntitle: a\u200bb\nquestions:\n# c\u200bd\n- ask: e\u200bf\n"
    (rule,) = (rule for rule in shape.RULES if rule.code == "invisible-character")
    assert [found.location[1:] for found in rule.find([made(text)])] == [(2, 9), (5, 9)]


def test_a_line_separator_is_told_as_what_it_is() -> None:
    (found,) = find("invisible-character", card('"a\u2028  b"'))
    assert (
        found.message
        == "the invisible character U+2028 (line separator) stands here; YAML ends the line at it"
    )
    assert found.location[1:] == (4, 12)
    assert found.edits == ()


@pytest.mark.parametrize("character", ["\u202e", "\u202a", "\u2066", "\u2069\u2069"])
def test_turned_text_is_found_also_in_comments(character: str) -> None:
    body = f"# a{character}b\n{card(f'c{character}d')}"
    assert places("turned-direction", body) == ["4:4", "5:11"]


def test_an_escape_that_turns_the_text_is_found() -> None:
    assert places("turned-direction", card('"a\\u202eb"')) == ["4:10"]
    assert places("turned-direction", card('"a\\u00e9b"')) == []


def test_another_space_makes_another_tag() -> None:
    body = "- front: a\xa0b\n  back: c\n  tags: [x\xa0y, z]\n  group: 'u\u2003v'\n"
    assert mended("odd-space", body) == "- front: a\xa0b\n  back: c\n  tags: [x y, z]\n  group: 'u v'\n"
    assert places("odd-space", body) == ["6:11", "7:12"]


@pytest.mark.parametrize(
    ("text", "meant", "column"),
    [
        (PARIS, "Paris", 11),
        ("the city \u0420aris", "the city Paris", 19),
        ("M\u043e\u0441\u043a\u0432\u0430", "\u041c\u043e\u0441\u043a\u0432\u0430", 10),
        ("G\u0430\u0441h", "Gach", 11),
        ("H\u0391TO", "HATO", 11),
        ("\u0391\u03b8\u03aev\u03b1", None, 0),
        ("\u0391\u03b8\u03ae\u03bdo", "\u0391\u03b8\u03ae\u03bd\u03bf", 14),
        ("\u718a M\u0430x", "\u718a Max", 13),
    ],
)
def test_letters_of_another_script_are_found_and_exchanged(text: str, meant: str | None, column: int) -> None:
    assert places("look-alike-letters", card(text)) == ([f"4:{column}"] if meant else [])
    assert mended("look-alike-letters", card(text)) == card(meant or text)


@pytest.mark.parametrize(
    "text",
    [
        "Paris",
        KIEV,
        "Pushkin (\u041f\u0443\u0448\u043a\u0438\u043d)",
        "5 \xb5m and 3 \u03bcm",
        "\u0394H = q",
        "\u03c1gh",
        "\u03bdmax",
        "\u03b1-helix",
        "\u03b2X",
        "2\u03c0r",
        "\u0394\u0394G",
        "\u2126 and \u212b",
        "USB-\u043a\u0430\u0431\u0435\u043b\u044c",
        "iPhone\u044b",
        "caf\xe9",
        "\u0416abc",
        "\u0391\u0392\u0393",
        "\u718a\u718ax",
    ],
)
def test_words_of_one_script_units_and_formulas_are_left_alone(text: str) -> None:
    assert places("look-alike-letters", card(text)) == []


def test_where_both_scripts_are_equal_nothing_is_exchanged() -> None:
    (found,) = find("look-alike-letters", card("\u0421O"))
    assert found.edits == ()
    assert found.message.endswith("but for U+0421 (cyrillic capital letter es)")


def test_ids_and_quoted_texts_are_looked_at() -> None:
    body = f'- id: p\u0430ris\n  ask: a\n  answer: \'{PARIS}\'\n  accept: ["b", "x {PARIS}"]\n'
    assert places("look-alike-letters", body) == ["4:8", "6:13", "7:21"]


@given(st.text(st.characters(categories=("L", "M", "Nd", "Zs")), max_size=30))
def test_the_word_that_was_meant_is_in_one_script(text: str) -> None:
    for mixed in mixed_words(text):
        assert text[mixed.start :].startswith(mixed.word)
        assert len(mixed.meant) == len(mixed.word)
        assert mixed.strange
        assert list(mixed_words(mixed.meant)) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- id: cafe\u0301\n  front: a\n  back: b\n", "4:7"),
        ("- front: a\n  back: the cafe\u0301 there\n", "5:13"),
        ("- ask: a\n  answer: b\n  tags: [c, cafe\u0301]\n", "6:13"),
        ("- ask: a\n  answer: b\n  wrong: [c, cafe\u0301: d]\n", "6:14"),
        ("- cloze: 'the {cafe\u0301}'\n", "4:15"),
        ("- front: a\n  back: \u1112\u1161\u11ab\n", "5:9"),
    ],
)
def test_accents_that_stand_alone_are_found_and_composed(body: str, place: str) -> None:
    assert places("decomposed-letters", body) == [place]
    assert mended("decomposed-letters", body) == unicodedata.normalize("NFC", body)


@pytest.mark.parametrize("text", ["caf\xe9", "5 \u2126", "x\u0302", "\u0915\u093c", "n\u0303 in why only"])
def test_what_is_composed_or_cannot_be_is_left_alone(text: str) -> None:
    back = "b" if "why" in text else text
    assert places("decomposed-letters", f"- front: {text}\n  back: {back}\n  why: {text}\n") == []


def test_an_ascii_bank_is_passed_over() -> None:
    for code in ("invisible-character", "turned-direction", "look-alike-letters", "decomposed-letters"):
        assert find(code, card("a"), HEAD) == []
