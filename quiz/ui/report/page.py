"""The report as HTML: all text is escaped by the template, nothing is loaded, nothing runs."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, StrictUndefined

from quiz.text import clean_line
from quiz.ui.report import plots
from quiz.ui.words import count, percent

if TYPE_CHECKING:
    from quiz.progress.calibration import Foresight
    from quiz.progress.report import Known, ParagraphKnown, Report, TextMap
    from quiz.ui.report.marks import Plot

LEARNER = "me"
"""Who studies where nobody is named."""

SHADES = 5
"""A paragraph is of shade 0 (nothing is known of it) to this; one without cards has none."""


class Tile(NamedTuple):
    """One figure that stands for itself."""

    figure: str
    says: str


class Paragraph(NamedTuple):
    """A paragraph in the map of a text; ``shade`` is None without cards."""

    number: int
    words: str
    shade: int | None
    says: str


class Text(NamedTuple):
    """A text behind a bank."""

    title: str
    document: str
    says: str
    paragraphs: tuple[Paragraph, ...]


def report_html(report: Report) -> str:
    """Return the report as one HTML file."""
    room = files("quiz.ui.report")
    style = room.joinpath("report.css").read_text("utf-8")
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = made.from_string(room.joinpath("report.html").read_text("utf-8"))
    return template.render(
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        day=report.overview.today.isoformat(),
        headline=_headline(report.learner),
        tiles=tiles(report),
        plots=plots_of(report),
        banks=[(clean_line(bank.title or bank.bank), bank) for bank in report.overview.banks],
        texts=[text_of(text) for text in report.texts],
        percent=percent,
    )


def _headline(learner: str) -> str:
    return "How you stand" if learner == LEARNER else f"How {clean_line(learner)} stands"


def tiles(report: Report) -> tuple[Tile, ...]:
    """Return the figures that stand first."""
    overview, retention = report.overview, report.overview.retention
    return (
        Tile(f"{overview.due_today:,}", f"due today, and {overview.new_today:,} new"),
        Tile(*_known(report.known)),
        Tile(
            "-" if retention.share is None else percent(retention.share),
            f"recalled of {count(retention.asked, 'card')} in review in 30 days; "
            f"desired {percent(overview.desired_retention)}",
        ),
        Tile(f"{overview.streak.days:,}", f"days in a row, at most {overview.streak.longest:,}"),
        Tile(f"{overview.answers_total:,}", f"answers, {overview.answers_today:,} of them today"),
    )


def plots_of(report: Report) -> tuple[Plot, ...]:
    """Return the plots of which there is anything to draw, in their order."""
    answered = report.known.answered > 0
    drawn: list[tuple[object, Plot]] = [
        (report.overview.answers_total, plots.calendar(report.calendar)),
        (report.weeks, plots.retention(report.weeks, report.overview.desired_retention)),
        (answered, plots.forecast(report.coming)),
        (
            any(one.number for one in report.intervals),
            plots.days_histogram(
                "intervals", "Intervals", "Days between the last answer and the next, of cards in review.",
                report.intervals,
            ),
        ),
        (
            answered,
            plots.days_histogram(
                "stability", "Stability", "Days until recall of an answered card has fallen to 90 %.",
                report.stabilities,
            ),
        ),
        (answered, plots.chances(report.chances, " ".join(_known(report.known)) + ".")),
        (report.calibration, plots.calibration(report.calibration, foresight_told(report.foresight))),
        (report.confidence, plots.confidence(report.confidence)),
        (report.overview.answers_total, plots.hours(report.hours)),
        (report.kinds, plots.kinds(report.kinds)),
    ]  # fmt: skip
    return tuple(plot for there, plot in drawn if there)


def foresight_told(told: Foresight | None) -> str:
    """Return in a sentence whether memory is as the scheduler takes it to be."""
    if told is None:
        return "Nothing was foretold yet: that needs answers on a later day than the one before."
    low, high = told.interval
    recalled, foretold = percent(told.recalled), percent(told.foretold)
    by = f"{recalled} recalled, {foretold} foretold, of {count(told.answers, 'answer')}"
    if low > 0:
        return f"{by}: you recall more than the scheduler thinks."
    if high < 0:
        return f"{by}: you recall less than the scheduler thinks; `quiz fit` may help."
    return f"{by}: no more apart than chance alone puts them."


def text_of(text: TextMap) -> Text:
    """Return the map of a text."""
    paragraphs = tuple(_paragraph(one) for one in text.paragraphs)
    asked = sum(one.shade is not None for one in paragraphs)
    says = f"{asked} of {count(len(paragraphs), 'paragraph')} have questions."
    return Text(clean_line(text.title), clean_line(text.document), says, paragraphs)


def _paragraph(one: ParagraphKnown) -> Paragraph:
    share = one.known.share
    shade = None if share is None else round(share * SHADES)
    says = "no question" if share is None else f"{percent(share)} known of {count(one.known.cards, 'card')}"
    return Paragraph(one.number, clean_line(one.words), shade, says)


def _known(known: Known) -> tuple[str, str]:
    """Return how much is known now, and in words of what."""
    of = count(known.cards, "card")
    says = f"of {of} known now: the chances of recall of {known.answered:,} answered cards, added up"
    return f"{known.expected:,.0f}", says
