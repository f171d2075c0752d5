"""Questions of every kind, and feedback and figures to show, for the tests of the screens."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from quiz.card import Asked, cards_of
from quiz.grading import grade
from quiz.progress.calendar import calendar
from quiz.progress.report import Known
from quiz.progress.values import (
    BankFigures,
    DayTotal,
    Overview,
    Retention,
    SessionLine,
    SessionScore,
    Streak,
    Tally,
)
from quiz.quantity import PartialDate
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Location,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.review import Picked, Rating, Response, Typed
from quiz.ui.screen import Feedback, MissedCard, Passage, ScorePage

if TYPE_CHECKING:
    from quiz.grading import Judgement

AT = Location("talks.yaml", 1, 1)
TODAY = date(2021, 12, 17)
PASSAGE = Passage("account.md", 6, "Moscow proposed Geneva\nfor the talks.", "proposed Geneva")

CHOICE = ChoiceQuestion(
    id="venue",
    ask="Which city is proposed?",
    location=AT,
    answer="Geneva",
    wrong=(Wrong("Vienna", None), Wrong("Helsinki", "It hosted an earlier summit.")),
    why="It is neutral ground.",
    hint="It lies on a lake.",
)
TRUE_FALSE = TrueFalseQuestion(id="claim", ask="The lake is in Geneva.", location=AT, answer=True)
SEVERAL = SeveralQuestion(
    id="several", ask="Which are even?", location=AT, answers=("two", "four"), wrong=(Wrong("three", "Odd."),)
)
TEXT = TextQuestion(id="text", ask="Which river?", location=AT, answer="Danube", hint="It is long.")
REVERSED = TextQuestion(id="both", ask="chat", location=AT, answer="cat", hint="It purrs.", reverse=True)
NUMBER = NumberQuestion(
    id="number", ask="How many?", location=AT, value=Decimal(90000), written="90,000", unit="men"
)
BARE_NUMBER = NumberQuestion(id="bare", ask="How many?", location=AT, value=Decimal(4), written="4")
YEAR = DateQuestion(id="year", ask="When?", location=AT, date=PartialDate(1949, None, None))
MONTH = DateQuestion(id="month", ask="When?", location=AT, date=PartialDate(1949, 4, None))
DAY = DateQuestion(id="day", ask="When?", location=AT, date=PartialDate(1949, 4, 4))
CLOZE = ClozeQuestion(
    id="cloze",
    ask="Founded in 1949",
    location=AT,
    pieces=("Founded in ", Hole(("1949",), "a year")),
    hint="Late.",
)
ORDER = OrderQuestion(id="order", ask="Put in order", location=AT, items=("first", "second", "third"))
MATCH = MatchQuestion(
    id="match", ask="Match", location=AT, pairs=(("France", "Paris"), ("Italy", "Rome"), ("Spain", "Madrid"))
)
RECALL = RecallQuestion(
    id="recall", ask="What is a lapse?", location=AT, back="Again\nin review.", hint="A word."
)


def asked(question: Question, part: int = 0, *, again: bool = False) -> Asked:
    """Return the question as asked, its options in reverse order."""
    card = cards_of("talks", question)[part]
    return Asked(card, tuple(reversed(question.options())), number=3, left=17, again=again)


def feedback(
    question: Question,
    response: Response,
    *,
    passage: Passage | None = PASSAGE,
    judgement: Judgement | None = None,
) -> Feedback:
    """Return the feedback of the real grading on a response."""
    put = asked(question)
    return Feedback(
        asked=put,
        response=response,
        judgement=judgement or grade(put.card, response),
        passage=passage,
        next_days={Rating.AGAIN: 0, Rating.HARD: 1, Rating.GOOD: 3, Rating.EASY: 90},
    )


def wrong_choice() -> Feedback:
    """Return the feedback on a wrong option that the bank explains."""
    return feedback(CHOICE, Picked(("Helsinki",), ("Helsinki", "Vienna", "Geneva")))


def near_text() -> Feedback:
    """Return the feedback on a slip of the hand."""
    return feedback(TEXT, Typed("Danbue"))


def page(**changes: object) -> ScorePage:
    """Return a full score page; ``changes`` replace its fields."""
    total = Tally(right=12, near=1, partly=1, wrong=6, points=13.5)
    fields: dict[str, object] = {
        "score": SessionScore(
            total=total,
            by_bank={"talks": total, "west": Tally(right=1, points=1.0)},
            by_kind={"choice": total},
            missed=("talks/venue",),
            answers=24,
            answering_ms=200_000,
        ),
        "titles": {"talks": "Where and when to talk, and about what"},
        "missed": (MissedCard("Which city?", "Geneva", "Vienna"), MissedCard("Which year?", "1949", "")),
        "returns": ((TODAY + timedelta(5), 1), (TODAY, 3), (TODAY + timedelta(1), 4)),
        "today": TODAY,
        "elapsed_ms": 320_000,
        "earlier": (day(1, 20, 15), day(2, 10, 5)),
        "left": 17,
        "day": day(0, 24, 20),
    }
    return ScorePage(**{**fields, **changes})  # type: ignore[arg-type]


def empty_page() -> ScorePage:
    """Return the page of a sitting without an answer."""
    nothing = SessionScore(total=Tally(), by_bank={}, by_kind={}, missed=(), answers=0, answering_ms=0)
    return page(score=nothing, missed=(), returns=(), elapsed_ms=0, earlier=(), left=0, day=None)


def day(ago: int, answers: int, points: float) -> DayTotal:
    """Return the total of a day before ``TODAY``."""
    when = TODAY - timedelta(ago)
    return DayTotal(day=when, answers=answers, apart=0, counted=answers, points=points, answering_ms=1000)


def overview(banks: int = 4, sessions: int = 3, **changes: object) -> Overview:
    """Return a full overview; ``changes`` replace its fields."""
    kept = Retention(recalled=110, asked=120)
    tally = Tally(right=14, wrong=6, points=14.0)
    fields: dict[str, object] = {
        "today": TODAY,
        "due_today": 12,
        "overdue": 3,
        "due_tomorrow": 5,
        "new_left": 45,
        "new_today": 20,
        "answers_today": 8,
        "apart_today": 0,
        "done_today": day(0, 8, 7),
        "known": Known(cards=20 * banks, answered=15 * banks, expected=12.0 * banks),
        "calendar": calendar({TODAY - timedelta(n): n % 9 for n in range(60)}, TODAY),
        "answers_total": 3200,
        "apart_total": 0,
        "retention": kept,
        "desired_retention": 0.9,
        "streak": Streak(5, 12),
        "forecast": tuple((TODAY + timedelta(n), n * 7 % 11) for n in range(7)),
        "banks": tuple(
            BankFigures(
                bank=f"b{n}",
                title=f"Talks, part {n}",
                cards=20,
                new=5,
                learning=1,
                review=14,
                due=3,
                retention=kept,
                known=Known(cards=20, answered=15, expected=12.0),
            )
            for n in range(banks)
        ),
        "days": (day(1, 20, 15), day(3, 10, 5)),
        "sessions": tuple(
            SessionLine(
                session=str(n),
                day=TODAY,
                started=datetime.fromisoformat(f"{TODAY}T09:12"),
                tally=tally,
                answering_ms=300_000,
            )
            for n in range(sessions)
        ),
    }
    return Overview(**{**fields, **changes})  # type: ignore[arg-type]


def empty_overview() -> Overview:
    """Return the overview of somebody who never answered and has no bank."""
    return overview(
        banks=0,
        sessions=0,
        due_today=0,
        overdue=0,
        due_tomorrow=0,
        new_left=0,
        new_today=0,
        answers_today=0,
        apart_today=0,
        answers_total=0,
        apart_total=0,
        done_today=day(0, 0, 0),
        calendar=calendar({}, TODAY),
        retention=Retention(0, 0),
        streak=Streak(0, 0),
        forecast=tuple((TODAY + timedelta(n), 0) for n in range(7)),
        days=(),
    )
