"""The figures of ``quiz report``, gathered from store, memory and the texts behind the banks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank import read_document
from quiz.cli.overview import overview
from quiz.errors import QuizError
from quiz.progress import forecast
from quiz.progress.calendar import answers_by_day, calendar, retention_by_week
from quiz.progress.calibration import by_confidence, calibration, foresight
from quiz.progress.histogram import DAYS, TENTHS, histogram
from quiz.progress.report import ParagraphKnown, Report, TextMap, known
from quiz.progress.tallies import by_hour, by_kind
from quiz.review import State
from quiz.store import candidates
from quiz.store.answered import answered
from quiz.study.foretold import foretold
from quiz.study.knowing import by_paragraph, cards_now

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.cli.common import Desk
    from quiz.store import Scope
    from quiz.study.knowing import CardNow

DAYS_AHEAD = 30
WEEKS_BACK = 53
LONGEST_WORDS = 90
"""So many letters of a paragraph are shown."""


def gather(desk: Desk, scope: Scope) -> Report:
    """Return all figures of the report: of all of the learner's answers, and of the cards of ``scope``."""
    store, today = desk.store, desk.clock.now().study_day
    cards, answers = cards_now(store, scope, today), list(answered(store))
    states = [one.candidate.state for one in cards if one.candidate.state is not None]
    pairs = [(one.chance, one.recalled) for one in foretold(store)]
    return Report(
        learner=desk.settings.learner,
        overview=overview(desk, scope, latest=0),
        known=known(one.chance for one in cards),
        calendar=calendar(answers_by_day(answers), today),
        weeks=retention_by_week(answers)[-WEEKS_BACK:],
        coming=forecast(candidates.counts_by_day(store, scope), today, DAYS_AHEAD),
        intervals=histogram((one.interval_days for one in states if one.state is State.REVIEW), DAYS),
        stabilities=histogram((one.memory.stability for one in states), DAYS),
        chances=histogram((one.chance for one in cards if one.chance is not None), TENTHS),
        foresight=foresight(pairs),
        calibration=calibration(pairs),
        confidence=by_confidence(answers),
        hours=by_hour(answers),
        kinds=by_kind(answers),
        texts=tuple(_texts(desk, cards)),
    )


def _texts(desk: Desk, cards: Sequence[CardNow]) -> Iterator[TextMap]:
    """Yield the maps of the texts that questions cite and that can be read, by bank."""
    banks = {bank.key: bank for bank in desk.loaded.banks}
    for (key, document), by_number in by_paragraph(cards).items():
        bank = banks[key]
        try:
            paragraphs = read_document(Path(bank.path).parent / document)
        except QuizError:
            continue
        shown = tuple(
            ParagraphKnown(number, _words(text), known(by_number.get(number, ())))
            for number, text in paragraphs.items()
        )
        yield TextMap(key, bank.title or key, document, shown)


def _words(text: str) -> str:
    """Return the first words of a paragraph."""
    if len(text) <= LONGEST_WORDS:
        return text
    return text[:LONGEST_WORDS].rpartition(" ")[0] + " ..."
