"""Broken banks: lists for texts, kinds that do not fit, values that are empty."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "lists where one text belongs",
        """\
quiz: 1
title: Inventors
questions:
  - id: phone
    ask: Who got the patent for the telephone in 1876?
    answer: [Alexander Graham Bell, Bell]
  - id: bulb
    ask: {Who made the light bulb fit for use: in 1879}
    answer: Thomas Edison
    hint:
      - He lived in New Jersey.
      - He had a laboratory.
""",
        found=(
            (6, 13, "wrong-shape"),
            (8, 10, "wrong-shape"),
            (11, 7, "wrong-shape"),
        ),
        cures=(
            ("[Alexander Graham Bell, Bell]", "Alexander Graham Bell\n    accept: [Bell]"),
            (
                "{Who made the light bulb fit for use: in 1879}",
                "Who made the light bulb fit for use in 1879?",
            ),
            (
                "\n      - He lived in New Jersey.\n      - He had a laboratory.",
                " He had a laboratory in New Jersey.",
            ),
        ),
    ),
    Broken(
        "one text where a list belongs",
        """\
quiz: 1
title: Music
questions:
  - id: strings
    ask: Which of these instruments have strings?
    answers: violin, harp
    wrong: oboe, horn
  - id: notes
    ask: Put these notes in order, the longest first.
    order: minim > crotchet > quaver
  - id: families
    ask: Match each instrument with its family.
    match:
      - oboe = woodwind
      - horn = brass
""",
        found=(
            (6, 14, "wrong-shape"),
            (7, 12, "wrong-shape"),
            (10, 12, "wrong-shape"),
            (14, 7, "wrong-shape"),
        ),
        cures=(
            ("answers: violin, harp", "answers:\n      - violin\n      - harp"),
            ("wrong: oboe, horn", "wrong:\n      - oboe\n      - horn"),
            ("order: minim > crotchet > quaver", "order:\n      - minim\n      - crotchet\n      - quaver"),
            ("      - oboe = woodwind\n      - horn = brass", "      oboe: woodwind\n      horn: brass"),
        ),
    ),
    Broken(
        "an option with a reason that holds a colon, and one with two keys",
        """\
quiz: 1
title: Food and vitamins
questions:
  - id: scurvy
    ask: Which vitamin keeps scurvy away?
    answer: vitamin C
    wrong:
      - vitamin A: It is good for the eyes.
        vitamin D: It is good for the bones.
      - vitamin K: [blood, clotting]
""",
        found=(
            (8, 9, "wrong-shape"),
            (10, 20, "wrong-shape"),
        ),
        cures=(
            ("        vitamin D", "      - vitamin D"),
            ("[blood, clotting]", "It lets blood clot."),
        ),
    ),
    Broken(
        "kinds that do not exist",
        """\
quiz: 1
title: The solar system
questions:
  - id: largest
    kind: multiple-choice
    ask: Which planet is the largest?
    answer: Jupiter
    wrong: [Saturn, Neptune]
  - id: moons
    kind: Cloze
    cloze: Mars has two moons, {Phobos} and {Deimos}.
  - id: pluto
    kind: boolean
    claim: Pluto is counted among the planets by astronomers since 2006.
    answer: false
""",
        found=(
            (5, 11, "unknown-kind"),
            (10, 11, "unknown-kind"),
            (13, 11, "unknown-kind"),
        ),
        cures=(
            ("multiple-choice", "choice"),
            ("Cloze", "cloze"),
            ("boolean", "true-false"),
        ),
    ),
    Broken(
        "kinds that do not fit their keys",
        """\
quiz: 1
title: The solar system
questions:
  - id: largest
    kind: choice
    ask: Which planet is the largest?
    answer: Jupiter
  - id: planets
    kind: number
    ask: How many planets has the solar system?
    answer: 8
""",
        found=(
            (4, 5, "missing-key"),
            (8, 5, "missing-key"),
            (11, 5, "misplaced-key"),
        ),
        cures=(
            ("    answer: Jupiter", "    answer: Jupiter\n    wrong: [Saturn, Neptune]"),
            ("    answer: 8", "    number: 8"),
        ),
    ),
    Broken(
        "paragraphs without a number",
        """\
quiz: 1
title: Honey bees
source: text.md
questions:
  - id: queen
    ask: How many queens has a colony of honey bees?
    number: 1
    source:
      paragraph: first
      quote: one queen
  - id: drones
    ask: Which bees of a colony have no sting?
    answer: drones
    accept: [males]
    source: {paragraph: 0, quote: Drones have no sting}
""",
        found=(
            (9, 18, "unreadable-value"),
            (15, 25, "unreadable-value"),
        ),
        cures=(
            ("first", "1"),
            ("paragraph: 0", "paragraph: 2"),
        ),
        text="""\
A colony of honey bees has one queen and many workers.

Drones have no sting. They are the males.

""",
    ),
    Broken(
        "a question without any answer",
        """\
quiz: 1
title: Poems
questions:
  - id: albatross
    ask: In which poem does a sailor shoot an albatross?
    hint: It is by Coleridge.
  - id: daffodils
    ask: Which flowers does Wordsworth see beside a lake?
""",
        found=(
            (4, 5, "no-answer"),
            (7, 5, "no-answer"),
        ),
        cures=(
            (
                "    hint: It is by Coleridge.",
                ("    answer: The Rime of the Ancient Mariner\n    hint: It is by Coleridge."),
            ),
            ("beside a lake?", "beside a lake?\n    answer: daffodils"),
        ),
    ),
    Broken(
        "values that are empty",
        """\
quiz: 1
title: Poems
description:
questions:
  - id: raven
    ask: Which word does the raven of Poe repeat?
    answer: ""
    accept: []
  - id: tiger
    ask: Who wrote a poem on a tiger that burns bright?
    answer: William Blake
    accept:
      - Blake
      -
    hint:
    source: {}
""",
        found=(
            (3, 13, "empty-value"),
            (7, 13, "empty-value"),
            (8, 13, "empty-value"),
            (14, 8, "empty-value"),
            (15, 10, "empty-value"),
            (16, 13, "empty-value"),
        ),
        cures=(
            ("description:\n", ""),
            ('""', "nevermore"),
            ("    accept: []\n", ""),
            ("      -\n    hint:\n    source: {}", "    tags: [Blake]"),
        ),
    ),
)
