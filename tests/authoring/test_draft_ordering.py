from __future__ import annotations

import re

import pytest

from quiz.authoring.draft.candidate import Passage
from quiz.authoring.draft.figures import figures
from quiz.authoring.draft.ordering import keeps_order
from quiz.authoring.draft.ranking import candidates
from quiz.question import Kind


def fits(text: str, what: str, other: str) -> bool:
    (mention,) = (one for one in figures(text) if one.text == what)
    return keeps_order(text, mention)(other)


@pytest.mark.parametrize(
    ("what", "other", "right"),
    [
        ("1862", "1850", True),
        ("1862", "1866", False),
        ("1862", "1865", False),
        ("1865", "1866", True),
        ("1865", "1850", False),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "She lived there from 1862 to 1865.",
        "She lived there between 1862 and 1865.",
        "It was begun in 1862, and the doors were opened in 1865.",
        "It fell from 900 tons in 1862 to 700 tons in 1865.",
    ],
)
def test_two_years_stay_in_their_order(text: str, what: str, other: str, *, right: bool) -> None:
    assert fits(text, what, other) is right


@pytest.mark.parametrize(
    ("text", "what", "other", "right"),
    [
        ("from 3 September 1939 to 8 May 1945", "3 September 1939", "9 May 1945", False),
        ("from 3 September 1939 to 8 May 1945", "3 September 1939", "7 May 1945", True),
        ("from 3 September 1939 until 1945", "3 September 1939", "7 May 1946", False),
        ("between 5 November and 8 December 1941", "5 November", "12 December", False),
        ("between 5 November and 8 December 1941", "5 November", "1 December", True),
        ("on 5 November, as in 1941", "5 November", "12 December", True),
        ("in May 1941 and on 8 May 1941", "May 1941", "June 1941", True),
        ("between 120 and 150 men in 1941", "120", "160", True),
        ("in 1941 and again in 1930", "1941", "1920", False),
    ],
)
def test_dates_stay_in_their_order_as_far_as_it_is_told(
    text: str, what: str, other: str, *, right: bool
) -> None:
    assert fits(text, what, other) is right


def test_nothing_that_is_drafted_runs_backwards() -> None:
    text = [
        "The architect Josiah Crane built the lighthouse of Penryn between 1841 and 1844 for the county.",
        "The engineer Agnes Pardoe lived in Wexcombe from 1862 to 1865 and then went to London.",
        "The war lasted from 1914 to 1918 and cost the town of Sandrow many of its men.",
        "The old school of Harne stood there from 1830 to 1900 and then it fell in a storm.",
    ]
    found = candidates([Passage(number, one) for number, one in enumerate(text, 1)])
    claims = [one.prompt for one in found if one.kind is Kind.TRUE_FALSE and one.answer == "false"]
    pairs = [re.findall(r"\d{4}", one) for one in claims]
    assert len([pair for pair in pairs if len(pair) > 1]) > 1
    assert all(pair == sorted(pair) for pair in pairs)
    for one in found:
        wrong = dict(one.keys).get("wrong")
        for other in wrong if isinstance(wrong, list) and "_____" in one.prompt else []:
            pair = re.findall(r"\d{4}", one.prompt.replace("_____", str(other)))
            assert pair == sorted(pair)
