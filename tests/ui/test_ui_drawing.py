from __future__ import annotations

import io
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
import ui_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.card import Asked, cards_of
from quiz.question import ChoiceQuestion, Wrong
from quiz.review import Picked, Typed
from quiz.ui import describe, figures, render
from quiz.ui.screen import Feedback, MissedCard, Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

WIDTHS = [20, 40, 50, 80, 120, 200]


def drawn(draw: Callable[[Console], None], width: int = 50) -> str:
    out = io.StringIO()
    draw(render.console(out, width))
    return out.getvalue()


def widest(text: str) -> int:
    return max((cell_len(line) for line in text.split("\n")), default=0)


def test_the_progress_line_is_one_line_cut_to_the_width() -> None:
    put = samples.asked(samples.CHOICE, again=True)
    long = Asked(cards_of("talks/" + "very-" * 30, put.card.question)[0], put.shown, 3, 17)
    assert drawn(lambda c: render.draw_progress(c, put)) == "\n3 · 17 left · talks · again\n"
    cut = drawn(lambda c: render.draw_progress(c, long))
    assert cut.endswith("very…\n")
    assert widest(cut) == 50


def test_the_prompt_keeps_its_own_lines_and_is_wrapped() -> None:
    question = ChoiceQuestion(
        id="x", ask="one\n" + "word " * 20, location=samples.AT, answer="a", wrong=(Wrong("b", None),)
    )
    text = drawn(lambda c: render.draw_prompt(c, samples.asked(question)), 40)
    assert text.startswith("one\nword word")
    assert widest(text) <= 40


def test_a_right_answer_is_said_with_its_mark() -> None:
    right = samples.feedback(samples.TEXT, Typed("Danube"))
    assert drawn(lambda c: render.draw_feedback(c, right)).splitlines() == [
        "✓ right",
        "answer   Danube",
        "next     comes back in 3 days",
    ]


def test_a_label_stands_once_for_the_parts_of_an_answer() -> None:
    wrong = samples.feedback(samples.ORDER, Picked(("third", "first", "second"), ()))
    lines = drawn(lambda c: render.draw_feedback(c, wrong)).splitlines()
    assert [line.rstrip() for line in lines[:4]] == [
        "◐ partly",
        "answer   1. first",
        "         2. second",
        "         3. third",
    ]


def test_a_difference_stands_in_for_the_answer_that_it_spells() -> None:
    text = drawn(lambda c: render.draw_near(c, samples.near_text()))
    assert text.startswith("≈ near\nyou      ")
    assert "answer" not in text
    assert set(text.splitlines()[-1]) == {" ", "^"}


def test_what_was_read_is_said() -> None:
    read = samples.feedback(samples.NUMBER, Typed("90 thousand"))
    assert "read as  90000" in drawn(lambda c: render.draw_feedback(c, read))
    remark = describe.remark(read)
    assert remark is not None
    assert drawn(lambda c: render.draw_feedback(c, read, remark=remark)).count("read as") == 1


def test_a_passage_sets_its_quote_off_without_colour() -> None:
    text = drawn(lambda c: render.draw_passage(c, samples.PASSAGE))
    assert text == "account.md, paragraph 6\nMoscow »proposed Geneva« for the talks.\n"


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        (None, "This question names no source.\n"),
        (Passage("a.md", 3, None, "x", "a.md is gone."), "a.md is gone.\n"),
        (Passage("a.md", 3, "Text.", None), "a.md, paragraph 3\nText.\n"),
        (Passage("a.md", None, "", "x"), "a.md\n\n"),
    ],
)
def test_a_passage_without_quote_or_text_is_no_crash(passage: Passage | None, said: str) -> None:
    assert drawn(lambda c: render.draw_passage(c, passage)) == said


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_any_width(width: int) -> None:
    for page in (samples.page(), samples.empty_page()):
        assert widest(drawn(partial(figures.draw_score, page=page), width)) <= width


def test_the_score_page_says_everything_at_50_columns() -> None:
    lines = [line.rstrip() for line in drawn(lambda c: figures.draw_score(c, samples.page())).splitlines()]
    assert lines == [
        "",
        "Missed",
        "- Which city?",
        "  answer: Geneva",
        "  yours: Vienna",
        "- Which year?",
        "  answer: 1949",
        "  yours: no answer",
        "",
        "By bank",
        "Where and     13.5 of 20 points   68 %  ███████░░░",
        "when to",
        "talk, and",
        "about what",
        "west               1 of 1 point  100 %  ██████████",
        "",
        "Score: 13.5 of 20 points, 68 %",
        "12 right, 1 near, 1 partly, 6 wrong",
        "Comes back: 3 cards today, 4 cards tomorrow, 1",
        "card on Wed 22 Dec.",
        "Time: 3 min 20 s answering, 8 s an answer; 5 min",
        "20 s in all.",
        "Today 83 % of the points in 24 answers; better",
        "than the 2 days before: 67 %, 15 answers a day.",
        "17 cards left for today; `quiz start` goes on.",
    ]


def test_bars_are_left_out_below_50_columns() -> None:
    assert "█" not in drawn(lambda c: figures.draw_score(c, samples.page()), 49)


def test_an_empty_score_page_is_said_in_words() -> None:
    text = drawn(lambda c: figures.draw_score(c, samples.empty_page()))
    assert "Score: no answers" in text
    assert "By bank" not in text
    assert "Comes back: nothing." in text


def test_a_long_list_of_misses_ends_with_a_count() -> None:
    missed = tuple(MissedCard(f"Question {n}?", "a", "") for n in range(22))
    text = drawn(lambda c: figures.draw_score(c, samples.page(missed=missed)))
    assert "Question 19?" in text
    assert "Question 20?" not in text
    assert "and 2 more cards" in text


def test_two_banks_of_one_title_are_both_shown() -> None:
    page = samples.page(titles={"talks": "Same", "west": "Same"})
    assert drawn(lambda c: figures.draw_score(c, page)).count("Same") == 2


@pytest.mark.parametrize(
    ("share", "cells", "bar"),
    [(0, 4, "░░░░"), (0.01, 4, "█░░░"), (0.5, 4, "██░░"), (1, 4, "████"), (1, 0, "")],
)
def test_a_bar_shows_a_share(share: float, cells: int, bar: str) -> None:
    assert figures.bar(share, cells) == bar


def test_a_console_is_never_narrower_than_20_columns() -> None:
    assert render.console(io.StringIO(), 3).width == 20


def test_a_console_writes_what_the_encoding_lacks_as_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    render.draw_lines(render.console(), "a✓b")
    assert raw.getvalue() == b"a?b\n"


def test_no_colour_is_written_when_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = drawn(lambda c: render.draw_feedback(c, samples.wrong_choice()))
    assert "\x1b[1m" in text
    assert "31m" not in text
    assert ";31" not in text


@given(st.text(), st.text(min_size=1), st.sampled_from([20, 50, 80]))
def test_no_text_from_outside_steers_the_terminal_or_breaks_the_width(one: str, two: str, width: int) -> None:
    question = ChoiceQuestion(
        id="x",
        ask=one,
        location=samples.AT,
        answer=two,
        wrong=(Wrong(one, two), Wrong("[/b] :smile:", one)),
        why=one,
    )
    put = Asked(cards_of(two, question)[0], question.options(), 1, 1)
    said = samples.feedback(question, Picked((one,), question.options()))
    shown = Feedback(
        asked=put, response=said.response, judgement=said.judgement, passage=None, next_days=said.next_days
    )
    page = samples.page(missed=(MissedCard(one, two, one),), titles={"talks": one})

    def draw(console: Console) -> None:
        render.draw_progress(console, put)
        render.draw_prompt(console, put)
        render.draw_back(console, put)
        render.draw_near(console, shown)
        render.draw_feedback(console, shown)
        render.draw_passage(console, Passage(two, 1, one, two))
        figures.draw_score(console, page)

    text = drawn(draw, width)
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in text if letter != "\n")
    assert widest(text) <= width


def test_markup_and_emoji_codes_stay_as_they_are() -> None:
    assert (
        drawn(lambda c: render.draw_lines(c, "[bold]x[/x] :smile: [link=a]"))
        == "[bold]x[/x] :smile: [link=a]\n"
    )
