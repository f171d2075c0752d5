"""Broken banks: sources that are missing or lead nowhere."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import SEA

BANKS = (
    Broken(
        "quotes that the text does not have like that",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: depth
    ask: How many metres below the level of the oceans does the Dead Sea lie?
    number: 430
    tolerance: 10
    source:
      paragraph: 1
      quote: about 430 meters below the level of the ocean
  - id: salt
    ask: What alone lives in the Dead Sea?
    answer: microbes
    source:
      paragraph: 2
      quote: bacteria and some algae
  - id: river
    ask: Which river feeds the Dead Sea?
    answer: the Jordan
    source:
      paragraph: 2
      quote: The river Jordan feeds it
""",
        found=(
            (11, 14, "quote-differs"),
            (17, 14, "quote-missing"),
            (22, 18, "quote-moved"),
        ),
        cures=(
            (
                "about 430 meters below the level of the ocean",
                "about 430 metres below the level of the oceans",
            ),
            ("bacteria and some algae", "nothing but microbes lives in it"),
            ("paragraph: 2\n      quote: The river", "paragraph: 3\n      quote: The river"),
        ),
        text=SEA,
    ),
    Broken(
        "paragraphs that do not exist",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: countries
    ask: Between which two countries does the Dead Sea lie?
    answers: [Jordan, Israel]
    wrong: [Egypt, Lebanon]
    source: {paragraph: 11, quote: between Jordan and Israel}
  - id: surface
    ask: How much of its surface has the Dead Sea lost since 1964?
    answer: a third
    wrong: [a tenth, three quarters]
    source: {paragraph: 4}
""",
        found=(
            (9, 25, "missing-paragraph"),
            (14, 25, "missing-paragraph"),
        ),
        cures=(
            ("paragraph: 11", "paragraph: 1"),
            ("{paragraph: 4}", "{paragraph: 3}"),
        ),
        text=SEA,
    ),
    Broken(
        "questions without a source among others that have one",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: salt
    claim: The Dead Sea is nearly ten times as salty as the oceans.
    answer: true
    source: {paragraph: 2, quote: nearly ten times as salty}
  - id: countries
    claim: The Dead Sea lies between Jordan and Egypt.
    answer: false
  - id: since
    ask: Since which year has much of the Jordan's water been led away?
    date: 1964
    source: {quote: Since 1964 much of the river's water}
""",
        found=(
            (9, 5, "no-source"),
            (15, 5, "no-source"),
        ),
        cures=(
            ("answer: false", "answer: false\n    source: {paragraph: 1}"),
            ("{quote: Since", "{paragraph: 3, quote: Since"),
        ),
        text=SEA,
    ),
    Broken(
        "a text that nobody cites",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: level
    ask: How many metres below the level of the oceans does the Dead Sea lie?
    number: 430
  - id: river
    ask: Which river feeds the Dead Sea?
    answer: the Jordan
    hint: The Jordan is also a country.
""",
        found=(
            (3, 1, "no-source"),
            (11, 11, "hint-holds-answer"),
        ),
        cures=(
            ("number: 430", "number: 430\n    source: {paragraph: 1, quote: about 430 metres}"),
            (
                "    hint: The Jordan is also a country.",
                (
                    "    hint: A country is called after it.\n"
                    "    source: {paragraph: 3, quote: The river Jordan}"
                ),
            ),
        ),
        text=SEA,
    ),
    Broken(
        "paragraphs of no text",
        """\
quiz: 1
title: The Dead Sea
questions:
  - id: salt
    claim: The Dead Sea is nearly ten times as salty as the oceans.
    answer: true
    source:
      paragraph: 2
      quote: nearly ten times as salty
  - id: river
    ask: Which river feeds the Dead Sea?
    answer: the Jordan
    source: {paragraph: 3}
""",
        found=((7, 5, "no-text"),),
        cures=(("title: The Dead Sea", "title: The Dead Sea\nsource: text.md"),),
        text=SEA,
    ),
    Broken(
        "documents of questions that are not there",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: salt
    claim: The Dead Sea is nearly ten times as salty as the oceans.
    answer: true
    source: {document: dead-sea.md, paragraph: 2}
  - id: river
    ask: Which river feeds the Dead Sea?
    answer: the Jordan
    source:
      document: texts/text.md
      paragraph: 3
""",
        found=(
            (8, 24, "missing-text"),
            (13, 17, "missing-text"),
        ),
        cures=(
            ("dead-sea.md", "text.md"),
            ("texts/text.md", "text.md"),
        ),
        text=SEA,
    ),
    Broken(
        "quotes in paragraphs that do not exist",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: microbes
    ask: What alone lives in the Dead Sea?
    answer: microbes
    source: {paragraph: 8, quote: so nothing but microbes live in it}
  - id: feeding
    claim: The river Jordan feeds the Dead Sea.
    answer: true
    source: {paragraph: 12, quote: it gets its water from springs}
""",
        found=(
            (8, 25, "missing-paragraph"),
            (8, 35, "quote-differs"),
            (12, 25, "missing-paragraph"),
            (12, 36, "quote-missing"),
        ),
        cures=(
            (
                "paragraph: 8, quote: so nothing but microbes live in it",
                "paragraph: 2, quote: so nothing but microbes lives in it",
            ),
            (
                "paragraph: 12, quote: it gets its water from springs",
                "paragraph: 3, quote: The river Jordan feeds it",
            ),
        ),
        text=SEA,
    ),
    Broken(
        "a paragraph without a number among others that have theirs",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: water
    ask: What alone lives in the Dead Sea?
    answer: microbes
    source: {paragraph: 2, quote: nothing but microbes lives in it}
  - id: river
    ask: Which river feeds the lake?
    answer: the Jordan
    source: {paragraph: 3}
  - id: depth
    ask: Between which two countries does it lie?
    answer: Jordan and Israel
    source: {paragraph: 7}
""",
        found=((3, 9, "ignored-numbers"),),
        cures=(("paragraph: 7", "paragraph: 1"),),
        text=SEA.replace("2. Its", "Its shores are bare.\n\n2. Its"),
        text_cured=SEA.replace("2. Its", "4. Its shores are bare.\n\n2. Its"),
    ),
)
