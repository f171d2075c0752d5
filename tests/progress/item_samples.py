"""Questions and answers to them, as item analysis takes them, by hand and by hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from quiz.card import Card
from quiz.progress.foreseen import Told
from quiz.progress.items import Subject, items
from quiz.question import (
    ChoiceQuestion,
    Kind,
    Location,
    MatchQuestion,
    OrderQuestion,
    SeveralQuestion,
    TextQuestion,
    Wrong,
)
from quiz.review import Picked, Typed, Verdict
from quiz.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.progress.items import Item
    from quiz.question import Question
    from quiz.review import Response

HERE = Location("b.yaml", 5, 3)
CHOICE = ChoiceQuestion(
    id="venue",
    ask="Which city?",
    location=HERE,
    answer="Geneva",
    wrong=(Wrong("Vienna", None), Wrong("Oslo", None), Wrong("Rome", None)),
)
SEVERAL = SeveralQuestion(
    id="even",
    ask="Which are even?",
    location=HERE,
    answers=("two", "four"),
    wrong=(Wrong("three", None), Wrong("five", None)),
)
TEXT = TextQuestion(id="river", ask="Which river?", location=HERE, answer="Danube")
ORDER = OrderQuestion(id="sizes", ask="From small to large", location=HERE, items=("ant", "cat", "cow"))
MATCH = MatchQuestion(
    id="capitals", ask="Which capital?", location=HERE, pairs=(("France", "Paris"), ("Italy", "Rome"))
)
OPTIONS = CHOICE.options()


def card(question: Question = CHOICE) -> Card:
    return Card("b", question)


def subject(question: Question = CHOICE, **more: object) -> Subject:
    return Subject(card(question), "en", 0)._replace(**more)  # type: ignore[arg-type]


def trial(response: Response | None = None, question: Question = CHOICE, **more: object) -> Trial:
    """Return an answer: right without a response, else wrong unless ``more`` says otherwise."""
    verdict = Verdict.RIGHT if response is None else Verdict.WRONG
    found = Trial(
        event="e1",
        card=card(question).key,
        learner="me",
        revision=card(question).revision,
        day=738_000,
        kind=question.kind,
        judged=verdict,
        verdict=verdict,
        points=float(response is None),
        duration_ms=4000,
        hints=0,
        session="s",
        is_first=True,
        response=response,
    )
    return found._replace(**more)  # type: ignore[arg-type]


def picked(*options: str, **more: object) -> Trial:
    """Return an answer in which these wrong options of the choice were picked; right without any."""
    return trial(Picked(options, OPTIONS) if options else None, **more)  # type: ignore[arg-type]


def typed(text: str, **more: object) -> Trial:
    """Return a wrong answer to the question that is typed."""
    return trial(Typed(text), TEXT, **more)


def told_apart(trials: Sequence[Trial]) -> list[Trial]:
    """Return the answers with an id and a sitting each."""
    return [one._replace(event=f"e{n}", session=f"s{n}") for n, one in enumerate(trials)]


def told_of(trials: Sequence[Trial], chance: float = 0.9) -> dict[str, list[Told]]:
    """All but the first answer were foretold, and others of which nine in ten were recalled."""
    mine = [Told(one.event, one.card, n, chance, recalled=not one.missed) for n, one in enumerate(trials)]
    others = [Told(f"x{n}", f"b/{n % 20}", n, 0.9, recalled=n % 10 != n // 20) for n in range(200)]
    return {"me": [*mine[1:], *others]}


def item(
    trials: Sequence[Trial], told: Mapping[str, Sequence[Told]] | None = None, question: Question = CHOICE
) -> Item:
    """Return the figures of one question."""
    (found,) = items([subject(question)], trials, told or {}, lambda text, _: text.casefold())
    return found


WRONG_PICKS = st.lists(st.sampled_from(OPTIONS[1:]), max_size=1).map(tuple)
TRIALS = st.lists(
    st.builds(
        lambda response, more: picked(*response, **more),
        WRONG_PICKS,
        st.fixed_dictionaries(
            {
                "learner": st.sampled_from("xyz"),
                "duration_ms": st.integers(0, 9000),
                "hints": st.integers(0, 2),
                "is_first": st.booleans(),
                "revision": st.sampled_from([card().revision, "0" * 16]),
            }
        ),
    ),
    max_size=30,
).map(told_apart)
KINDS = (Kind.CHOICE, Kind.TEXT)
