"""A bank with a question of each kind."""

from __future__ import annotations

HEAD = """\
quiz: 1
title: All kinds
source: text.md
questions:
"""

TEXT = """\
1. The lake lies in Geneva. It was founded in 1949, on 4 April.

2. Nine planets were counted, until one of them was counted out.
"""

QUESTIONS = {
    "text": """\
  - id: river
    ask: Which river flows through Vienna?
    answer: Danube
    accept: [Donau]
    hint: It is long.
    why: The Danube passes four capitals.
    source: {paragraph: 2, quote: counted out}
""",
    "choice": """\
  - id: venue
    ask: Which city lies on the lake?
    answer: Geneva
    wrong:
      - Vienna: It lies on a river.
      - Oslo
    hint: It is in Switzerland.
    why: The lake bears its name.
    source: {paragraph: 1, quote: lies in Geneva}
""",
    "true-false": """\
  - id: claim
    claim: The lake lies in Geneva.
    answer: true
""",
    "number": """\
  - id: planets
    ask: How many planets were counted?
    number: 9
    unit: planets
""",
    "date": """\
  - id: founding
    ask: On which day was it founded?
    date: 1949-04-04
""",
    "several": """\
  - id: even
    ask: Which of these are even?
    answers: [two, four]
    wrong: [three, five]
""",
    "cloze": """\
  - id: sentence
    cloze: "It was founded in {1949::a year} on a lake."
""",
    "order": """\
  - id: sizes
    ask: From small to large
    order: [ant, cat, cow, whale]
""",
    "match": """\
  - id: capitals
    ask: Which capital belongs to which land?
    match: {France: Paris, Italy: Rome}
""",
    "recall": """\
  - id: lapse
    front: What is a lapse?
    back: A card in review that was not known.
""",
}


def bank(*kinds: str) -> str:
    """Return a bank with the questions of these kinds; without kinds, of all."""
    return HEAD + "".join(QUESTIONS[kind] for kind in kinds or QUESTIONS)
