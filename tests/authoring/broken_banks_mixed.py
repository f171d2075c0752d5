"""Broken banks: faults of every sort in one file, as they come in life."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import TALKS

BANKS = (
    Broken(
        "a biology test of last year, put into a bank",
        """\
quiz: 1
title: The cell, test of 9b
description: Made from the test of last year.
questions:
  - id: todo
    ask: Which part of the cell holds its DNA?
    answer: the nucleus
    wrong:
      - the membrane
      - The Nucleus.
      - the vacuole

  - id: energy
    ask: Which of these does not take place in a mitochondrion?
    answer: photosynthesis
    wrong: [respiration, all of these]

  - id: chloroplasts
    claim: Chloroplasts are green, and they are found in animal cells.
    answer: false

  - id: size
    ask: How many micrometres wide is a red blood cell?
    number: 7
    tolerance: 4
    unit: \xb5m
    hint: More than 7 would not fit a capillary.

  - id: wall
    cloze: Plant cells have a {cell wall}; this cell wall is made of cellulose.
    tages: [plants]
""",
        found=(
            (5, 9, "doubtful-id"),
            (10, 9, "right-among-wrong"),
            (14, 10, "unmarked-negative"),
            (16, 26, "all-of-the-above"),
            (19, 12, "two-claims"),
            (25, 16, "wide-tolerance"),
            (27, 11, "hint-holds-answer"),
            (30, 12, "answer-in-prompt"),
            (31, 5, "unknown-key"),
        ),
        cures=(
            ("id: todo", "id: dna"),
            ("      - The Nucleus.\n", ""),
            ("does not take", "does NOT take"),
            ("[respiration, all of these]", "[respiration, the citric acid cycle]"),
            (
                ("Chloroplasts are green, and they are found in animal cells.\n    answer: false"),
                (
                    "Chloroplasts are green.\n"
                    "    answer: true\n"
                    "\n"
                    "  - id: animal-cells\n"
                    "    claim: Chloroplasts are found in animal cells.\n"
                    "    answer: false"
                ),
            ),
            ("tolerance: 4", "tolerance: 1"),
            ("More than 7 would not fit a capillary.", "Ten times that would not fit a capillary."),
            ("; this cell wall is made of", "made of"),
            ("tages", "tags"),
        ),
    ),
    Broken(
        "a list of French words from a spreadsheet, saved on Windows",
        """\
\ufeffquiz: 1\r
title: Au marché\r
description: Unité 3\r
questions:\r
  - id: oui\r
    front: yes, indeed\r
    back: oui \r
  - id: kilo\r
    front: a\tkilo\r
    back: un kilo\r
  - id: kilo\r
    front: two kilos\r
    back: deux kilos\r
  - id: huit\r
    front: 08\r
    back: huit\r
  - id: cafe\r
    front: the coffee\r
    back: le cafe\u0301\r
  - id: oeuf\r
    front: an egg, please #2\r
    back: un œuf\u200b\r
    answer: l'œuf\r
""",
        found=(
            (1, 1, "byte-order-mark"),
            (7, 14, "space-at-line-end"),
            (9, 13, "tab-in-text"),
            (11, 9, "duplicate-id"),
            (15, 12, "retyped-value"),
            (19, 14, "decomposed-letters"),
            (21, 27, "cut-by-comment"),
            (22, 17, "invisible-character"),
            (23, 5, "misplaced-key"),
        ),
        cures=(
            ("\ufeffquiz", "quiz"),
            ("oui \r\n", "oui\r\n"),
            ("a\tkilo", "a kilo"),
            ("id: kilo\r\n    front: two", "id: kilos\r\n    front: two"),
            ("08", '"08"'),
            ("cafe\u0301", "café"),
            ("an egg, please #2", '"an egg, please #2"'),
            ("œuf\u200b", "œuf"),
            ("    answer: l'œuf\r\n", ""),
        ),
    ),
    Broken(
        "questions on a news article, written on the train",
        """\
quiz: 1
title: Two drafts
source: text.md
tags: [news, nato]
questions:
  - id: first-day
    ask: Where could the talks begin tomorrow, according to Ryabkov?
    answer: Geneva
    wrong: [Vienna, vienna!, none of these]
    source: {paragraph: 2, quote: in Geneva}

  - id: who-answered
    ask: Who answered for the White House?
    answer: Jen Psaki
    accept: [jen psaki, Psaki]
    source:
      paragraph: 4
      quote: answered for the White House

  - id: number-of-troops
    ask: How many troops stand near the border of Ukraine, as it says?
    number: 80,000
    source:
      paragraph: 4
      quote: troops stands near its border

  - id: asked
    ask: What does he ask of NATO?
    answer: security guarantees that bind the alliance and each of its members for all time
""",
        found=(
            (7, 10, "undated"),
            (9, 21, "same-options"),
            (9, 30, "none-of-the-above"),
            (15, 14, "same-answers"),
            (17, 18, "quote-moved"),
            (22, 13, "unsupported-answer"),
            (25, 14, "quote-differs"),
            (27, 5, "no-source"),
            (28, 10, "nobody-named"),
            (29, 13, "long-answer"),
        ),
        cures=(
            ("Where could the talks begin tomorrow", "Where could the talks begin on 18 December 2021"),
            ("[Vienna, vienna!, none of these]", "[Vienna, Helsinki]"),
            ("[jen psaki, Psaki]", "[Psaki]"),
            ("paragraph: 4\n      quote: answered", "paragraph: 3\n      quote: answered"),
            ("number: 80,000", "number: 90,000"),
            ("troops stands near its border", "troops stand near its border"),
            ("What does he ask", "What does Russia ask"),
            (
                "answer: security guarantees that bind the alliance and each of its members for all time",
                "answer: security guarantees\n    source: {paragraph: 1}",
            ),
        ),
        text=TALKS,
    ),
)
