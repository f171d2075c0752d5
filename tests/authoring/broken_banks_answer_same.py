"""Broken banks: options, entries and sides that stand twice."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "right answers among the wrong ones, and a wrong one twice",
        """\
quiz: 1
title: The circulation of the blood
questions:
  - id: harvey
    ask: Who described the circulation of the blood in 1628?
    answer: William Harvey
    wrong:
      - Galen
      - william  harvey
      - Vesalius
      - Galen: He lived in antiquity.
  - id: chambers
    ask: Which of these are chambers of the heart?
    answers: [left atrium, right ventricle, left atrium]
    wrong: [aorta, right ventricle]
""",
        found=(
            (9, 9, "right-among-wrong"),
            (11, 9, "same-option"),
            (14, 45, "same-option"),
            (15, 20, "same-option"),
        ),
        cures=(
            ("      - william  harvey\n", ""),
            ("      - Galen: He lived in antiquity.\n", ""),
            (", left atrium]", "]"),
            ("wrong: [aorta, right ventricle]", "wrong: [aorta, vena cava]"),
        ),
    ),
    Broken(
        "orders and matches that are too short or repeat themselves",
        """\
quiz: 1
title: Roman history
questions:
  - id: kings
    ask: Put these in order of time.
    order: [the kings]
  - id: wars
    ask: Put these wars in order of time.
    order:
      - First Punic War
      - Second Punic War
      - first Punic War
  - id: offices
    ask: Match each office with its work.
    match: {aedile: markets and games}
  - id: hills
    ask: Match each hill with what stood there.
    match:
      Capitoline: the temple of Jupiter
      Palatine: the palaces
      Quirinal: the palaces
""",
        found=(
            (6, 12, "too-few"),
            (12, 9, "same-options"),
            (15, 12, "too-few"),
            (21, 17, "same-option"),
        ),
        cures=(
            ("[the kings]", "[the kings, the republic]"),
            ("- first Punic War", "- Third Punic War"),
            ("{aedile: markets and games}", "{aedile: markets and games, quaestor: the treasury}"),
            ("Quirinal: the palaces", "Quirinal: the temple of Quirinus"),
        ),
    ),
)
