"""Broken banks: many faults of many sorts, written in a hurry."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "maths in a bank of fractions",
        """\
quiz: 1
title: Fractions and percentages
questions:
  - id: half
    ask: How many per cent is one half?
    number: 1/2
    tolerance %: 1
  - id: third
    ask: Which of these fractions equal one third?
    answers: [2/6, 3/9]
    wrong: [3/6, ""]
  - id: order
    ask: Put these fractions in order, the smallest first.
    order: [1/4, 1/3, 1/2]
    shuffle: never
""",
        found=(
            (6, 13, "unreadable-value"),
            (7, 5, "unknown-key"),
            (11, 18, "empty-value"),
            (15, 14, "unreadable-value"),
        ),
        cures=(
            ("1/2\n    tolerance %: 1", "50\n    tolerance: 1"),
            ('[3/6, ""]', "[3/6]"),
            ("never", "true"),
        ),
    ),
    Broken(
        "a bank that was written for another program",
        """\
quiz: 1
title: Capitals of South America
version: 3
shuffle_questions: true
questions:
  - type: choice
    id: peru
    ask: What is the capital of Peru?
    answer: Lima
    wrong: [Cusco, Arequipa]
    feedback: Cusco was that of the Incas.
  - id: chile
    ask: What is the capital of Chile?
    answer: Santiago
    timer: 30
""",
        found=(
            (3, 1, "unknown-key"),
            (4, 1, "unknown-key"),
            (6, 5, "unknown-key"),
            (11, 5, "unknown-key"),
            (15, 5, "unknown-key"),
        ),
        cures=(
            ("version: 3\nshuffle_questions: true\n", ""),
            ("type:", "kind:"),
            ("feedback:", "why:"),
            ("    timer: 30\n", ""),
        ),
    ),
    Broken(
        "the head in the wrong place",
        """\
questions:
  - id: oslo
    front: Capital of Norway
    back: Oslo
    front: Capital of the Norwegians
  - id: bergen
    front: Old capital of Norway
    back: [Bergen, Trondheim]
quiz: 1
title: Norway
source_file: norway.md
""",
        found=(
            (5, 5, "duplicate-key"),
            (8, 11, "wrong-shape"),
            (11, 1, "unknown-key"),
        ),
        cures=(
            ("    front: Capital of the Norwegians\n", ""),
            ("[Bergen, Trondheim]", "Bergen"),
            ("source_file: norway.md\n", ""),
        ),
    ),
    Broken(
        "a history bank of many hands",
        """\
quiz: 1
title: The Cold War
description: Questions of three teachers, put together.
language: en
tags: [history]
questions:
  # the airlift
  - id: airlift
    ask: In which year did the Berlin airlift begin?
    date: 1948
    tags: [berlin]

  - id: wall
    ask: On which night was the Berlin Wall begun?
    date: 13 August 1961
    tolerance: 1

  # Cuba
  - id: cuba
    ask: Which two leaders settled the crisis over Cuba?
    answers: [Kennedy, Khrushchev]
    wrong: [Castro, ""]

  - id: cuba
    claim: The missiles were taken from Cuba in 1962.
    answer: Yes, they were
    reason: Khrushchev gave way.
""",
        found=(
            (15, 11, "unreadable-value"),
            (16, 5, "misplaced-key"),
            (22, 21, "empty-value"),
            (24, 9, "duplicate-id"),
            (26, 13, "unreadable-value"),
            (27, 5, "unknown-key"),
        ),
        cures=(
            ("13 August 1961", "1961-08-13"),
            ("    tolerance: 1\n", ""),
            ('[Castro, ""]', "[Castro]"),
            ("id: cuba\n    claim", "id: cuba-missiles\n    claim"),
            ("Yes, they were", "true"),
            ("reason:", "why:"),
        ),
    ),
    Broken(
        "a vocabulary list with every second entry wrong",
        """\
quiz: 1
title: Polish, lesson 2
questions:
  - {id: bread, front: bread, back: chleb}
  - {id: milk, front: milk}
  - {id: water, front: water, back: woda, back: wody}
  - {id: tea, front: tea, bakc: herbata}
  - {id: bread, front: a loaf of bread, back: bochenek chleba}
  - [beer, piwo]
  - {id: salt, front: salt, back: [sól, soli]}
  - {id: sugar, front: sugar, back: cukier, reverse: both}
""",
        found=(
            (5, 5, "missing-key"),
            (6, 43, "duplicate-key"),
            (7, 27, "unknown-key"),
            (8, 10, "duplicate-id"),
            (9, 5, "wrong-shape"),
            (10, 35, "wrong-shape"),
            (11, 54, "unreadable-value"),
        ),
        cures=(
            ("{id: milk, front: milk}", "{id: milk, front: milk, back: mleko}"),
            (", back: wody}", "}"),
            ("bakc", "back"),
            ("{id: bread, front: a loaf", "{id: loaf, front: a loaf"),
            ("[beer, piwo]", "{id: beer, front: beer, back: piwo}"),
            ("[sól, soli]", "sól"),
            ("both", "true"),
        ),
    ),
    Broken(
        "a text that is a question mark",
        """\
quiz: 1
title: Philosophers
questions:
  - id: cogito
    ask: Who wrote that he thinks and therefore is?
    answr: René Descartes
  - id: mark
    front: ? (the sign)
    back: question mark
""",
        found=(
            (6, 5, "unknown-key"),
            (8, 12, "broken-yaml"),
        ),
        cures=(
            ("answr", "answer"),
            ("? (the sign)", '"? (the sign)"'),
        ),
    ),
    Broken(
        "a prompt that ends with a colon",
        """\
quiz: 1
title: Philosophers
questions:
  - id: kant
    ask: This philosopher never left the surroundings of Königsberg:
    answer: Immanuel Kant
""",
        found=((5, 68, "broken-yaml"),),
        cures=(
            (
                "ask: This philosopher never left the surroundings of Königsberg:",
                'ask: "This philosopher never left the surroundings of Königsberg:"',
            ),
        ),
    ),
    Broken(
        "invisible characters in keys",
        """\
quiz: 1
title: Philosophers
questions:
  - id: socrates
    ask: Which philosopher drank hemlock?
    an\u200bswer: Socrates
  - id: plato
    ask: Who founded the Academy in Athens?
    answer: Plato
    hi\xadnt: He was a pupil of Socrates.
""",
        found=(
            (6, 5, "unknown-key"),
            (6, 7, "invisible-character"),
            (10, 5, "unknown-key"),
            (10, 7, "invisible-character"),
        ),
        cures=(
            ("an\u200bswer", "answer"),
            ("hi\xadnt", "hint"),
        ),
    ),
)
