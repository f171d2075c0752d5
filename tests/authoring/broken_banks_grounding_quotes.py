"""Broken banks: quotes and answers that the text does not have."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import SEA, TALKS

BANKS = (
    Broken(
        "answers that the paragraph does not give",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: troops
    ask: How many troops stand near the border, according to Ukraine?
    number: 19,000
    source: {paragraph: 4}
  - id: day
    ask: On which day were the drafts made public?
    date: 2021-12-07
    source:
      paragraph: 1
      quote: made two drafts public
""",
        found=(
            (7, 13, "unsupported-answer"),
            (11, 11, "unsupported-answer"),
        ),
        cures=(
            ("19,000", "90,000"),
            ("2021-12-07", "2021-12-17"),
        ),
        text=TALKS,
    ),
    Broken(
        "a claim that is asked as a fact",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: city
    ask: In which city could the talks of December 2021 begin?
    answer: Geneva
    source: {paragraph: 2, quote: the talks could begin the next day in Geneva}
  - id: condition
    ask: Without whom will the United States not negotiate about Europe, as Psaki said?
    answer: its allies
    source: {paragraph: 3, quote: without its allies}
""",
        found=((5, 5, "claim-as-fact"),),
        cures=(
            (
                "In which city could the talks of December 2021 begin?",
                "According to Ryabkov, in which city could the talks of December 2021 begin?",
            ),
        ),
        text=TALKS,
    ),
    Broken(
        "one question put twice, and one that is told apart by nothing",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: drafts
    ask: How many drafts did Russia make public in December 2021?
    number: 2
    source: {paragraph: 1, quote: two drafts}
  - id: drafts-again
    ask: How many drafts did Russia make public in December of 2021?
    number: 2
    source: {paragraph: 1, quote: two drafts}
  - id: speaker
    ask: Who spoke for one side in the report on the drafts?
    answer: Sergei Ryabkov
    source: {paragraph: 2}
  - id: speaker-too
    ask: Who spoke for one side in the report on the drafts?
    answer: Jen Psaki
    source: {paragraph: 3}
""",
        found=(
            (10, 10, "same-prompt"),
            (18, 10, "same-prompt"),
        ),
        cures=(
            (
                (
                    "  - id: drafts-again\n"
                    "    ask: How many drafts did Russia make public in December of 2021?\n"
                    "    number: 2\n"
                    "    source: {paragraph: 1, quote: two drafts}\n"
                ),
                "",
            ),
            (
                ("Who spoke for one side in the report on the drafts?\n    answer: Jen Psaki"),
                ("Who spoke for the White House in the report on the drafts?\n    answer: Jen Psaki"),
            ),
        ),
        text=TALKS,
    ),
    Broken(
        "one fact asked four times",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: river
    ask: Which river feeds the Dead Sea?
    answer: the Jordan
    source: {paragraph: 3, quote: The river Jordan feeds it}
  - id: river-gap
    cloze: The lake is fed by the river {Jordan}.
    source: {paragraph: 3, quote: The river Jordan feeds it}
  - id: river-choice
    ask: From where does the lake get its water?
    answer: the Jordan
    wrong: [the Nile, the Euphrates]
    source: {paragraph: 3, quote: river Jordan feeds it}
  - id: river-card
    front: What brings fresh water?
    back: the Jordan
    source: {paragraph: 3, quote: The river Jordan feeds it}
""",
        found=((18, 12, "same-fact"),),
        cures=(
            (
                (
                    "  - id: river-card\n"
                    "    front: What brings fresh water?\n"
                    "    back: the Jordan\n"
                    "    source: {paragraph: 3, quote: The river Jordan feeds it}\n"
                ),
                "",
            ),
        ),
        text=SEA,
    ),
    Broken(
        "a text that changed since the questions were checked",
        """\
quiz: 1
title: The Dead Sea
source: text.md
questions:
  - id: level
    ask: How many metres below the level of the oceans does the Dead Sea lie?
    number: 430
    source:
      paragraph: 1
      quote: about 430 metres
      checked: 5d41c0fa
  - id: microbes
    ask: What alone lives in the Dead Sea?
    answer: microbes
    source: {paragraph: 2, checked: "00000000"}
  - id: river
    claim: The Jordan feeds the Dead Sea.
    answer: true
    source: {paragraph: 3, checked: today}
""",
        found=(
            (11, 16, "text-changed"),
            (15, 37, "text-changed"),
            (19, 37, "unreadable-value"),
        ),
        cures=(
            ("5d41c0fa", "9fa16e0a"),
            ('"00000000"', '"6b97576e"'),
            (", checked: today", ""),
        ),
        text=SEA,
    ),
    Broken(
        "slips of the fingers below a source",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: spokeswoman
    ask: Who answered for the White House?
    answer: Jen Psaki
    accept: [Psaki]
    source:
      paragraph: 3
      qoute: Jen Psaki answered for the White House
  - id: day
    ask: On which day did Russia make its drafts public?
    date: 2021-12-17
    source:
      paragraph: 1
      hint: It was a Friday.
      paragraph: 2
""",
        found=(
            (11, 7, "unknown-key"),
            (17, 7, "misplaced-key"),
            (18, 7, "duplicate-key"),
        ),
        cures=(
            ("qoute", "quote"),
            ("      hint: It was a Friday.\n      paragraph: 2\n", ""),
            ("date: 2021-12-17", "date: 2021-12-17\n    hint: It was a Friday."),
        ),
        text=TALKS,
    ),
    Broken(
        "a quote in several lines that differs by a word",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: allies
    claim: The White House wants to talk about Europe without its allies.
    answer: false
    source:
      paragraph: 3
      quote: >-
        will not negotiate on Europe
        without its allies
  - id: security
    ask: Whom does Russia ask for guarantees?
    answer: NATO
    source:
      paragraph: 2
      quote: the security guarantees that it asks of NATO
""",
        found=(
            (10, 14, "quote-differs"),
            (17, 18, "quote-moved"),
        ),
        cures=(
            (
                ">-\n        will not negotiate on Europe\n        without its allies",
                "will not negotiate about Europe without its allies",
            ),
            ("paragraph: 2", "paragraph: 1"),
        ),
        text=TALKS,
    ),
    Broken(
        "everything at once, written in a hurry",
        """\
quiz: 1
titel: A news article
source: text.md
tags: [news]
questions:
  - id: border
    ask: How many troops stand near the border, as Ukraine says?
    number: 90,000
    tolerence: 5%
    source: {paragraph: 5, quote: "90,000 troops"}
  - id: minister
    ask: Which office has Sergei Ryabkov?
    answer: deputy foreign minister
    wrong: [minister of defence, Deputy Foreign Minister., none of these]
    source: {paragraph: 2, quote: deputy foreign minister}
  - id: psaki
    ask: What did she say?
    answer: No talks without the allies
    wrong: [Talks of two alone, No talks at all]
""",
        found=(
            (2, 1, "unknown-key"),
            (9, 5, "unknown-key"),
            (10, 25, "missing-paragraph"),
            (14, 34, "right-among-wrong"),
            (14, 60, "none-of-the-above"),
            (16, 5, "no-source"),
            (17, 10, "nobody-named"),
        ),
        cures=(
            ("titel", "title"),
            ("tolerence", "tolerance"),
            ("paragraph: 5", "paragraph: 4"),
            ("[minister of defence, Deputy Foreign Minister., none of these]", "[minister of defence]"),
            ("What did she say?", "What did Jen Psaki say?"),
            (
                "[Talks of two alone, No talks at all]",
                "[Talks of two alone, No talks at all]\n    source: {paragraph: 3}",
            ),
        ),
        text=TALKS,
    ),
)
