"""The report as Chromium shows it: whole, still, wide or narrow, light or dark, and open to all."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "cli"))
from door import House
from robot import Robot, cards_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

HOSTILE = """quiz: 1
title: "<script>alert(1)</script> & <b>bold</b>"
source: text.md
questions:
  - id: one
    ask: "Is <img src=x onerror=alert(2)> shown?"
    answer: "yes"
    source: {paragraph: 1}
"""
TEXT = "First </style><script>alert(3)</script> paragraph.\n\nSecond, of which nobody asks.\n"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIRST = datetime(2026, 3, 2, 12, tzinfo=UTC)


Reports: TypeAlias = "dict[str, Path]"
Show: TypeAlias = "Callable[..., Shown]"


class Shown(NamedTuple):
    """A page, and all that it said, asked for or tried to do."""

    page: Page
    said: list[str]
    asked: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as Debian has it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports of an empty log, of one answer, and of a month."""
    house = House(tmp_path_factory.mktemp("house"))
    house.bank(HOSTILE)
    house.bank(TEXT, "questions/text.md")
    found = {"empty": _report(house, "empty", FIRST)}
    house.attend("--confidence", stdin="yes\n1\n\n\n", QUIZ_NOW=FIRST.isoformat())
    found["one"] = _report(house, "one", FIRST)
    month = House(tmp_path_factory.mktemp("month"))
    shutil.copytree(Path(__file__).parents[2] / "questions", month.home / "questions")
    for day in range(0, 30, 2):
        robot = Robot(cards_below(month.home / "questions"), lambda put, day=day: put.again or day % 3 > 0)
        month.sit(robot, QUIZ_NOW=(FIRST + timedelta(days=day)).isoformat())
    found["month"] = _report(month, "month", FIRST + timedelta(days=30))
    return found


def _report(house: House, name: str, now: datetime) -> Path:
    done = house.call("report", "--out", f"{name}.html", QUIZ_NOW=now.isoformat())
    assert (done.code, done.err) == (0, "")
    return house.home / f"{name}.html"


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Open a file in a window of a width and a colour scheme."""
    opened = []

    def show(path: Path, width: int = 1280, scheme: str = "light") -> Shown:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        opened.append(context)
        page, said, asked = context.new_page(), list[str](), list[str]()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return Shown(page, said, asked)

    yield show
    for context in opened:
        context.close()


@pytest.mark.parametrize("name", ["empty", "one", "month"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_still_loads_nothing_and_does_not_scroll_sideways(
    reports: Reports, show: Show, name: str, width: int
) -> None:
    shown = show(reports[name], width)
    assert shown.said == []
    assert shown.asked == [reports[name].as_uri()]
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["empty", "one", "month"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_violation_of_level_a_and_aa(reports: Reports, show: Show, name: str, scheme: str) -> None:
    shown = show(reports[name], scheme=scheme)
    shown.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(shown.page, options={"runOnly": {"type": "tag", "values": LEVELS}})
    assert found.violations_count == 0, found.generate_report()


def test_question_text_is_shown_as_text(reports: Reports, show: Show) -> None:
    shown = show(reports["one"])
    assert "<script>alert(1)</script> & <b>bold</b>" in shown.page.inner_text("main")
    assert "</style><script>alert(3)</script> paragraph." in shown.page.inner_text("main")
    assert shown.page.query_selector("script, img, b") is None


def test_a_script_could_not_run(reports: Reports, show: Show) -> None:
    shown = show(reports["one"])
    shown.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'x=1'}))"
    )
    assert any("Content Security Policy" in said for said in shown.said)
    assert shown.page.evaluate("typeof x") == "undefined"


def test_every_plot_is_drawn_named_and_told_in_figures(reports: Reports, show: Show) -> None:
    page = show(reports["month"]).page
    names = [one.text_content() for one in page.query_selector_all("section:has(svg) > h2")]
    assert names == [
        "The year",
        "True retention by week",
        "What comes back",
        "Intervals",
        "Stability",
        "Chance of recall today",
        "Foretold and recalled",
        "By hour of the day",
        "By kind of question",
    ]
    for svg in page.query_selector_all("svg"):
        assert svg.query_selector(":scope > title").text_content()
        assert svg.query_selector(":scope > desc").text_content()
        assert svg.bounding_box()["height"] > 50
    assert len(page.query_selector_all("details table")) == len(names)
    assert "confidence" not in page.content()
    assert "Sure and right" in show(reports["one"]).page.inner_text("main")


def test_figures_open_by_keyboard(reports: Reports, show: Show) -> None:
    page = show(reports["month"]).page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True


def test_labels_do_not_lie_on_each_other(reports: Reports, show: Show) -> None:
    page = show(reports["month"]).page
    overlapping = page.evaluate(
        """[...document.querySelectorAll('svg')].flatMap(svg => {
            const texts = [...svg.querySelectorAll('text')];
            const boxes = texts.map(one => [one.textContent, one.getBoundingClientRect()]);
            return boxes.flatMap(([a, x], place) => boxes.slice(place + 1)
                .filter(([b, y]) => x.left < y.right - 1 && y.left < x.right - 1
                                 && x.top < y.bottom - 3 && y.top < x.bottom - 3)
                .map(([b]) => `${svg.getAttribute('aria-labelledby')}: ${a} / ${b}`));
        })"""
    )
    assert overlapping == []


def test_it_prints_on_paper(reports: Reports, show: Show, tmp_path: Path) -> None:
    page = show(reports["month"]).page
    page.pdf(path=str(tmp_path / "report.pdf"), format="A4")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
