"""Broken banks: ranges and figures of numbers, and answers of which every letter counts."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import BRIDGE

BANKS = (
    Broken(
        "ranges and figures that cannot be kept to",
        """\
quiz: 1
title: Heart and circulation
questions:
  - id: pulse
    ask: At what rate per minute does a heart at rest beat?
    number: 100..60
  - id: pressure
    ask: What is the upper pressure of a healthy adult, in mmHg?
    number: 90 - 120
  - id: output
    ask: How many litres does it move in a minute?
    number: 4..6
    tolerance: 1
  - id: weight
    ask: How much does a heart weigh, in grams?
    number: 300..300
  - id: described
    ask: In which year did Harvey describe the circulation?
    number: 1628
    tolerance: 3 figures
  - id: area
    ask: What is the ratio of circumference and diameter?
    number: 3.14
    tolerance: 5 figures
""",
        found=(
            (6, 13, "unreadable-value"),
            (9, 13, "unreadable-value"),
            (13, 5, "misplaced-key"),
            (16, 13, "unreadable-value"),
            (20, 16, "wide-tolerance"),
            (24, 16, "unreadable-value"),
        ),
        cures=(
            ("100..60", "60..100"),
            ("90 - 120", "90..120"),
            ("    tolerance: 1\n", ""),
            ("300..300", "300"),
            ("tolerance: 3 figures", "tolerance: 1"),
            ("5 figures", "3 figures"),
        ),
    ),
    Broken(
        "a range whose ends the prompt says, and one that the text does not give",
        """\
quiz: 1
title: The bridge of Bregenz
source: text.md
questions:
  - id: length
    ask: How long is the bridge, in metres, if its length is between 300 and 320 m?
    number: 300..320
    source: {paragraph: 2}
  - id: stones
    ask: How many blocks were laid?
    number: 95,000..100,000
    source: {paragraph: 2}
""",
        found=((6, 10, "answer-in-prompt"), (11, 13, "unsupported-answer")),
        cures=(
            (", in metres, if its length is between 300 and 320 m?", ", in metres?"),
            ("95,000..100,000", "85,000..95,000"),
        ),
        text=BRIDGE,
    ),
    Broken(
        "an answer that is accepted twice, though every letter counts",
        """\
quiz: 1
title: Spelling
questions:
  - id: company
    ask: How is a small company abbreviated in German?
    answer: GmbH
    accept: [G.m.b.H., GmbH, gmbh]
    exact: true
  - id: phone
    cloze: "The telephone is called {iPhone|iphone}."
    exact: true
  - id: zurich
    ask: How does Zurich spell its own name, with umlaut?
    answer: Zürich
    hint: Not Zurich, and not ZURICH
    exact: true
""",
        found=((7, 24, "same-answers"),),
        cures=((", GmbH, gmbh]", ", gmbh]"),),
    ),
)
