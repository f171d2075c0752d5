"""Broken banks: prompts that are overread, or claim two things."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "negatives that are easily overread",
        """\
quiz: 1
title: Acids and bases
questions:
  - id: acid
    ask: Which of these is not an acid?
    answer: soda lye
    wrong: [vinegar, lemon juice]
  - id: base
    claim: Soap is not a base.
    answer: false
  - id: litmus
    ask: All of these turn litmus red except
    answer: ammonia
    wrong: [vinegar, lemon juice]
""",
        found=(
            (5, 10, "unmarked-negative"),
            (9, 12, "unmarked-negative"),
            (12, 10, "unmarked-negative"),
        ),
        cures=(
            ("is not an acid", "is NOT an acid"),
            ("Soap is not a base.", "Soap is a base."),
            ("answer: false", "answer: true"),
            ("red except", "red EXCEPT"),
        ),
    ),
    Broken(
        "another part, another unit and another number than the answer has",
        """\
quiz: 1
title: The bridges of Karst
questions:
  - id: opened
    ask: In which year was the bridge of Karst opened?
    date: 1862-05-03
  - id: span
    ask: How many miles does the bridge of Karst span?
    number: 2
    unit: km
  - id: stone
    ask: Which two bridges of Karst are of stone?
    answers: [Old Bridge, Mill Bridge, Long Bridge]
    wrong: [Rail Bridge]
""",
        found=((6, 11, "asks-otherwise"), (10, 11, "asks-otherwise"), (13, 14, "asks-otherwise")),
        cures=(
            ("date: 1862-05-03", "date: 1862"),
            ("How many miles", "How many km"),
            ("Which two bridges", "Which bridges"),
        ),
    ),
    Broken(
        "two negatives that have to be reckoned up",
        """\
quiz: 1
title: The constitution of 1787
questions:
  - id: senate
    ask: What is NOT true of the Senate of 1789?
    answer: Its members were not chosen by the states
    wrong: [Each state had two seats, It could amend bills]
""",
        found=((6, 13, "double-negative"),),
        cures=(("Its members were not chosen by the states", "Its members were elected by the people"),),
    ),
    Broken(
        "letters of options that are mixed",
        """\
quiz: 1
title: Logic gates
questions:
  - id: gate-and
    ask: Which gate gives 1 only if all its inputs are 1?
    answer: AND
    wrong:
      - OR: Unlike the first option it needs one input only.
      - XOR
    why: Option B would do with a single 1.
  - id: inverter
    ask: Which gates have two inputs or more?
    answer: Both A and B
    wrong: [NAND, NOR, NOT]
    why: Answers A and B are the negations of AND and OR.
""",
        found=(
            (8, 13, "named-letters"),
            (10, 10, "named-letters"),
            (13, 13, "named-letters"),
            (15, 10, "named-letters"),
        ),
        cures=(
            ("Unlike the first option it", "Unlike AND it"),
            ("Option B would", "OR would"),
            ("answer: Both A and B\n    wrong: [NAND, NOR, NOT]", "answers: [NAND, NOR]\n    wrong: [NOT]"),
            ("Answers A and B are", "NAND and NOR are"),
        ),
    ),
    Broken(
        "claims with two halves",
        """\
quiz: 1
title: The Roman republic
questions:
  - id: caesar
    claim: Caesar crossed the Rubicon in 49 BC, and he was murdered in 44 BC.
    answer: true
  - id: consuls
    claim: The consuls were elected for a year; they commanded the army.
    answer: true
  - id: carthage
    claim: Carthage was destroyed in 146 BC, but the city had become Roman long before.
    answer: false
""",
        found=(
            (5, 12, "two-claims"),
            (8, 12, "two-claims"),
            (11, 12, "two-claims"),
        ),
        cures=(
            (
                ("Caesar crossed the Rubicon in 49 BC, and he was murdered in 44 BC.\n    answer: true"),
                (
                    "Caesar crossed the Rubicon in 49 BC.\n"
                    "    answer: true\n"
                    "  - id: caesar-murdered\n"
                    "    claim: Caesar was murdered in 43 BC.\n"
                    "    answer: false"
                ),
            ),
            (
                ("The consuls were elected for a year; they commanded the army.\n    answer: true"),
                (
                    "The consuls were elected for a year.\n"
                    "    answer: true\n"
                    "  - id: consuls-army\n"
                    "    claim: The consuls commanded the army.\n"
                    "    answer: true"
                ),
            ),
            (
                (
                    "Carthage was destroyed in 146 BC, but the city had become Roman long before.\n"
                    "    answer: false"
                ),
                (
                    "Carthage was destroyed in 146 BC.\n"
                    "    answer: true\n"
                    "  - id: carthage-province\n"
                    "    claim: Carthage became Roman long before the third Punic War.\n"
                    "    answer: false"
                ),
            ),
        ),
    ),
    Broken(
        "answers that stand in the prompt behind a little word",
        """\
quiz: 1
title: The Hanseatic League
questions:
  - id: lubeck
    ask: Which city, the Queen of the Hanse, did the people of Lübeck live in?
    answer: Lübeck
  - id: herring
    ask: Which fish filled the barrels of herring that came from Scania?
    answer: the herring
""",
        found=(
            (5, 10, "answer-in-prompt"),
            (8, 10, "answer-in-prompt"),
        ),
        cures=(
            (
                "Which city, the Queen of the Hanse, did the people of Lübeck live in?",
                "Which city was called the Queen of the Hanse?",
            ),
            ("the barrels of herring that", "the barrels that"),
        ),
    ),
)
