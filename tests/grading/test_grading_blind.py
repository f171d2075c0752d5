"""What grading says it ignores, it ignores; and no text is too long for it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card
from quiz.grading import grade
from quiz.grading.figures import in_figures, write
from quiz.grading.names import names
from quiz.grading.spelt import spelt
from quiz.quantity import PartialDate
from quiz.question import DateQuestion
from quiz.review import Confidence, Typed, Verdict
from tests.grading.asking import HERE, N, R, W, cloze, judge_exactly, judge_number, judge_text, number, text

LONG = 10_000
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "xx"])
ANDS = st.sampled_from([("en", "and"), ("de", "und"), ("fr", "et"), ("es", "y"), ("it", "e"), ("nl", "en")])
letters = st.text("abdeghlmnoprstuw", min_size=3, max_size=8)
phrases = st.lists(letters, min_size=1, max_size=4).map(" ".join)
controls = st.text("\x00\x07\x1b\x9b\n\r\t\u2028\u200b\ud800\U0010ffff", max_size=6)


@given(phrases, LANGUAGES, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_accents_and_the_unicode_form_are_ignored(answer: str, language: str, form: str) -> None:
    accented = answer.replace("e", "é").replace("o", "ö").replace("a", "å")
    assert judge_text(accented, unicodedata.normalize(form, accented), language).verdict is R  # type: ignore[arg-type]
    assert judge_text(accented, answer, language).verdict is R
    assert judge_text(answer, accented, language).verdict is R


@given(phrases, LANGUAGES, st.sampled_from([".", "!", "?", ",", ";", ":", "…", "。"]))
def test_punctuation_at_the_end_of_words_is_ignored(answer: str, language: str, mark: str) -> None:
    assert judge_text(answer, answer.replace(" ", f"{mark} ") + mark, language).verdict is R


@given(phrases, st.sampled_from(["the ", "a ", "an "]))
def test_english_articles_are_ignored(answer: str, article: str) -> None:
    assert judge_text(f"x{answer}", f"{article}x{answer}").verdict is R
    assert judge_text(f"{article}x{answer}", f"x{answer}").verdict is R


@given(letters, letters, ANDS)
def test_the_sign_for_and_is_the_word(one: str, other: str, language: tuple[str, str]) -> None:
    code, word = language
    assert judge_text(f"{one} & {other}", f"{one} {word} {other}", code).verdict is R
    assert judge_text(f"{one} {word} {other}", f"{one} & {other}", code).verdict is R


@given(st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr"]), st.data())
def test_a_number_below_two_thousand_is_its_name(language: str, data: st.DataObject) -> None:
    name, value = data.draw(st.sampled_from(sorted(names(language).items())))
    assert judge_text(name, str(value), language).verdict is R
    assert judge_text(str(value), name, language).verdict is R
    assert judge_number(number(str(value)), name, language).verdict is R
    assert judge_text(name, str(value + 1), language).verdict is W


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"]))
def test_a_number_in_short_is_the_number_in_full(count: int, scale: str) -> None:
    value = spelt([scale])
    assert value is not None
    for written in (f"{count * value:f}", f"{int(count * value):,}"):
        assert judge_text(f"{count} {scale}", written).verdict is R
        assert judge_text(written, f"{count} {scale}").verdict is R


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_another_number_is_never_near(one: int, other: int) -> None:
    expected = R if one == other else W
    assert judge_text(str(one), str(other)).verdict is expected
    assert judge_text(f"{one:,}", str(other)).verdict is expected


@given(st.text(max_size=40), LANGUAGES)
def test_a_text_with_its_numbers_in_digits_is_in_digits(typed: str, language: str) -> None:
    once = in_figures(typed, language, language)
    assert in_figures(once, language, language) == once


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12, places=4))
def test_a_number_is_written_without_idle_noughts(value: Decimal) -> None:
    assert Decimal(write(value, "en")) == value
    assert not ("." in write(value, "en") and write(value, "en").endswith(("0", ".")))


@given(st.text(min_size=1).filter(str.strip), st.lists(st.text(), max_size=2))
def test_an_exact_answer_is_right_and_all_else_is_wrong(answer: str, others: list[str]) -> None:
    right = unicodedata.normalize("NFC", answer).strip()
    assert judge_exactly(answer, f" {answer}\n").verdict is R
    for typed in (*others, answer.swapcase()):
        same = unicodedata.normalize("NFC", typed).strip() == right
        assert judge_exactly(answer, typed).verdict is (R if same else W)


@given(phrases, controls, controls)
def test_control_characters_are_judged(answer: str, before: str, after: str) -> None:
    found = judge_text(answer, f"{before}{answer}{after}")
    assert found.verdict in Verdict
    assert found == judge_text(answer, f"{before}{answer}{after}")


UNITS = ["a", "a ", "1,", "1 ", "1/2 ", "'x", "(a ", "a-", "é", "0", "one ", "a. ", "(", "1.000.", "i ", "\n"]
MORE = [
    "- ",
    "ten million ",
    "&",
    "et ",
    "%",
    "percent ",
    "2 million ",
    "\x1b[31m",
    "\u0301",
    "🙂",
    "to ",
    "the ",
]


@pytest.mark.parametrize("unit", UNITS + MORE)
def test_ten_thousand_characters_are_judged(unit: str) -> None:
    typed = (unit * LONG)[:LONG]
    date = Card("bank", DateQuestion(id="d", ask="?", location=HERE, date=PartialDate(2021, 12, 17)))
    cards = [
        text("Geneva"),
        text(typed[::-1] + "z", "Geneva"),
        text("Geneva", exact=True),
        number("5"),
        number("5..9", "km"),
        date,
        Card("bank", cloze("{b} or {c}"), "1"),
    ]
    for card in cards:
        assert grade(card, Typed(typed), rivals=["Genoa", typed + "y"]).verdict in {N, W}


@given(st.text(), st.sampled_from([None, *Confidence]), st.none() | st.integers(), LANGUAGES)
def test_who_says_how_sure_they_are_gets_the_same_mark(
    typed: str, confidence: Confidence | None, duration_ms: int | None, language: str
) -> None:
    for card in (text("Geneva"), number("5..9", "km")):
        said = grade(card, Typed(typed), language=language, confidence=confidence, duration_ms=duration_ms)
        silent = grade(card, Typed(typed), language=language)
        assert (said.verdict, said.score, said.matched) == (silent.verdict, silent.score, silent.matched)


@given(st.integers(-999, 999), st.integers(0, 999), st.sampled_from([None, "km", "%"]), LANGUAGES)
def test_a_range_takes_itself_and_its_ends(low: int, width: int, unit: str | None, language: str) -> None:
    card = number(f"{low}..{low + width}", unit)
    for typed in (str(low), str(low + width), card.right):
        assert judge_number(card, typed, language).verdict is R
    assert judge_number(card, str(low - 1), language).verdict is W
    assert judge_number(card, str(low + width + 1), language).verdict is W
