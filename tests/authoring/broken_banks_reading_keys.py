"""Broken banks: keys that are misspelt, misplaced, missing, or there twice."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "keys misspelt by a slip of the fingers, in the head and below",
        """\
quiz: 1
titel: The Peace of Westphalia
description: Two treaties that ended a war of thirty years.
questions:
  - id: treaties
    ask: In which two cities was the peace signed?
    anwsers: [Münster, Osnabrück]
    wrong: [Prague, Vienna]
  - id: beginning
    ask: Which event of 1618 began the war?
    answer: the Defenestration of Prague
    acept: [the throwing out of the window]
    hnit: Somebody left the room by the window.
""",
        found=(
            (2, 1, "unknown-key"),
            (7, 5, "unknown-key"),
            (12, 5, "unknown-key"),
            (13, 5, "unknown-key"),
        ),
        cures=(
            ("titel:", "title:"),
            ("anwsers:", "answers:"),
            ("acept:", "accept:"),
            ("hnit:", "hint:"),
        ),
    ),
    Broken(
        "keys that exist nowhere",
        """\
quiz: 1
title: Plant cells
author: Year 9, group 2
questions:
  - id: photosynthesis
    ask: In which part of a plant cell does photosynthesis take place?
    answer: chloroplast
    difficulty: 3
  - id: wall
    claim: Plant cells have a wall of cellulose.
    answer: true
    points: 2
    why: Animal cells have none.
""",
        found=(
            (3, 1, "unknown-key"),
            (8, 5, "unknown-key"),
            (12, 5, "unknown-key"),
        ),
        cures=(
            ("author: Year 9, group 2\n", ""),
            ("    difficulty: 3\n", ""),
            ("    points: 2\n", ""),
        ),
    ),
    Broken(
        "keys that belong to other kinds",
        """\
quiz: 1
title: Distances in the solar system
questions:
  - id: light-minutes
    ask: How many minutes does light need from the Sun to the Earth?
    number: 8
    tolerance: 1
    unit: minutes
    accept: [eight]
  - id: nearest-planet
    ask: Which planet is nearest to the Sun?
    answer: Mercury
    unit: planet
    tolerance: 5%
  - id: planets-in-order
    ask: Put these planets in order, beginning at the Sun.
    order: [Venus, Mars, Saturn]
    wrong: [Pluto]
""",
        found=(
            (9, 5, "misplaced-key"),
            (13, 5, "misplaced-key"),
            (14, 5, "misplaced-key"),
            (18, 5, "misplaced-key"),
        ),
        cures=(
            ("    accept: [eight]\n", ""),
            ("    unit: planet\n    tolerance: 5%\n", ""),
            ("    wrong: [Pluto]\n", ""),
        ),
    ),
    Broken(
        "keys of a question in the head",
        """\
quiz: 1
title: Irregular verbs
hint: Think of the past tense.
draft: true
questions:
  - id: to-go
    front: to go
    back: went, gone
    reverse: true
""",
        found=(
            (3, 1, "misplaced-key"),
            (4, 1, "misplaced-key"),
        ),
        cures=(
            ("hint: Think of the past tense.\ndraft: true\n", ""),
            ("    reverse: true", "    hint: Think of the past tense.\n    draft: true\n    reverse: true"),
        ),
    ),
    Broken(
        "keys that stand twice",
        """\
quiz: 1
title: Rivers of Europe
tags: [geography]
tags: [rivers]
questions:
  - id: vienna
    ask: Which river flows through Vienna, Bratislava, Budapest and Belgrade?
    answer: the Danube
    hint: It rises in the Black Forest.
    answer: Donau
    hint: It ends in the Black Sea.
  - id: longest
    ask: Match each city with its river.
    match:
      Paris: Seine
      Rome: Tiber
      Paris: Marne
""",
        found=(
            (4, 1, "duplicate-key"),
            (10, 5, "duplicate-key"),
            (11, 5, "duplicate-key"),
            (17, 7, "duplicate-key"),
        ),
        cures=(
            ("tags: [geography]\ntags: [rivers]", "tags: [rivers]"),
            ("    answer: Donau\n    hint: It ends in the Black Sea.\n", ""),
            ("      Paris: Marne\n", ""),
        ),
    ),
    Broken(
        "keys that are missing",
        """\
quiz: 1
title: Chemistry, the first term
questions:
  - id: gas
    claim: Helium is a noble gas.
    why: Its outer shell is full.
  - id: symbol-of-iron
    front: Fe
  - answer: oxygen
    wrong: [nitrogen, argon]
    id: burning
  - id: boiling
    ask: At how many degrees Celsius does water boil at sea level?
    number: 100
""",
        found=(
            (4, 5, "missing-key"),
            (7, 5, "missing-key"),
            (9, 5, "missing-key"),
        ),
        cures=(
            ("Helium is a noble gas.", "Helium is a noble gas.\n    answer: true"),
            ("    front: Fe", "    front: Fe\n    back: iron"),
            (
                "  - answer: oxygen",
                ("  - ask: Which gas of the air keeps a flame burning?\n    answer: oxygen"),
            ),
        ),
    ),
)
