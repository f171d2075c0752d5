"""The report as a file: written whole, over no other file, with what the log and the banks have."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from robot import Robot, cards_below

if TYPE_CHECKING:
    from door import House

FIRST = datetime(2026, 3, 2, 12, tzinfo=UTC)
VOID = {"meta", "rect", "line", "circle", "polyline", "polygon"}


class Page(HTMLParser):
    """Holds a page to being well formed, and keeps its elements and texts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID or "/>" not in (self.get_starttag_text() or "/>"):
            self.open.append(tag)
        if tag == "meta":
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"] and data.strip():
            self.texts.append(data.strip())


def page_of(house: House, *arguments: str, now: datetime = FIRST) -> Page:
    done = house.call("report", *arguments, QUIZ_NOW=now.isoformat())
    assert (done.code, done.err) == (0, "")
    assert done.out == "The report is in quiz-report.html.\n"
    return Page((house.home / "quiz-report.html").read_text("utf-8"))


def study(house: House, day: int, *, right: bool = True) -> None:
    robot = Robot(cards_below(house.home / "questions"), lambda put: put.again or right)
    house.sit(robot, QUIZ_NOW=(FIRST + timedelta(days=day)).isoformat())


def test_an_empty_log_has_figures_of_nothing(house: House) -> None:
    page = page_of(house)
    assert "How you stand" in page.texts
    assert any(
        text.endswith("cards known now: the chances of recall of 0 answered cards, added up")
        for text in page.texts
    )
    assert not any(tag == "svg" for tag, _ in page.elements)


def test_after_some_days_all_plots_are_there_with_their_figures(house: House) -> None:
    for day in (0, 3, 9):
        study(house, day, right=day != 3)
    page = page_of(house, now=FIRST + timedelta(days=10))
    names = [attributes["aria-labelledby"] for tag, attributes in page.elements if tag == "svg"]
    assert [str(name).split("-title")[0] for name in names] == [
        "calendar",
        "retention",
        "forecast",
        "intervals",
        "stability",
        "chances",
        "calibration",
        "hours",
        "kinds",
    ]
    answers = house.query("SELECT count(*) FROM reviews")[0][0]
    assert f"{answers} answers on 3 days of the last 53 weeks." in page.texts
    looks = {str(attributes.get("class")) for tag, attributes in page.elements if tag in {"rect", "circle"}}
    assert {"level0", "level1", "bar", "dot"} <= looks


def test_the_text_is_mapped_paragraph_by_paragraph(house: House) -> None:
    study(house, 0)
    page = page_of(house)
    assert "The lake lies in Geneva. It was founded in 1949, on 4 April." in page.texts
    shades = [str(attributes.get("class")) for tag, attributes in page.elements if tag == "li"][-2:]
    assert all(shade.startswith("shade") for shade in shades)


def test_nothing_of_a_bank_is_markup(empty: House) -> None:
    empty.bank('quiz: 1\ntitle: "<script>x</script>"\nquestions:\n  - {ask: "<b>?</b>", answer: "&amp;"}\n')
    page = page_of(empty)
    assert "<script>x</script>" in page.texts
    assert not any(tag in {"script", "b"} for tag, _ in page.elements)


def test_nothing_is_loaded_and_nothing_may_be(house: House) -> None:
    study(house, 0)
    page = page_of(house)
    policy = next(
        attributes["content"]
        for tag, attributes in page.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
    for _, attributes in page.elements:
        assert not attributes.keys() & {"src", "href", "style", "srcset", "action", "onload"}
    assert not re.search(r"url\(|@import", (house.home / "quiz-report.html").read_text("utf-8"))


def test_the_learner_is_named_and_others_are_left_out(house: House) -> None:
    study(house, 0)
    page = page_of(house, "--learner", "<ada>")
    assert "How <ada> stands" in page.texts
    assert not any(tag == "svg" for tag, _ in page.elements)


def test_a_report_is_written_over_and_no_other_file(house: House) -> None:
    page_of(house)
    page_of(house)
    other = house.home / "mine.html"
    other.write_text("mine")
    done = house.call("report", "--out", "mine.html")
    assert done.code == 2
    assert "no report; nothing was written" in done.err
    assert other.read_text() == "mine"


@pytest.mark.parametrize("out", ["nowhere/report.html", "questions"])
def test_what_cannot_be_written_is_said(house: House, out: str) -> None:
    done = house.call("report", "--out", out)
    assert done.code == 2
    assert done.err.startswith(f"quiz: {out} ")


def test_the_same_day_gives_the_same_file(house: House) -> None:
    study(house, 0)
    page_of(house)
    first = (house.home / "quiz-report.html").read_bytes()
    page_of(house)
    assert (house.home / "quiz-report.html").read_bytes() == first


def test_words_choose_cards(house: House) -> None:
    house.bank("quiz: 1\ntitle: Other\nquestions:\n  - {ask: Why, answer: so}\n", "questions/other.yaml")
    page = page_of(house, "other")
    assert "Other" in page.texts
    assert "All kinds" not in page.texts
