"""Broken banks: figures, names and sayings that are not as the text has them."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import BRIDGE, TALKS

BANKS = (
    Broken(
        "true claims whose numbers the paragraph does not give",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: drafts
    claim: Russia made two drafts public on 7 December 2021.
    answer: true
    source: {paragraph: 1}
  - id: other-day
    claim: Russia made its drafts public on 18 December 2021.
    answer: false
    source: {paragraph: 1}
  - id: troops
    claim: >-
      Ukraine says that as many as
      80,000 troops stand near its border.
    answer: true
    source:
      paragraph: 4
      quote: as many as 90,000 troops
""",
        found=(
            (6, 12, "unsupported-answer"),
            (14, 12, "unsupported-answer"),
        ),
        cures=(("on 7 December", "on 17 December"), ("80,000", "90,000")),
        text=TALKS,
    ),
    Broken(
        "a wrong number in a list, in an order and in pairs",
        """\
quiz: 1
title: The bridge
source: text.md
questions:
  - id: figures
    ask: Which figures tell of the bridge?
    answers: [312 m, "92,000 blocks"]
    wrong: [ten arches]
    source: {paragraph: 2}
  - id: first
    ask: What came first?
    order:
      - begun in 1862
      - opened in 1876
    source: {paragraph: 1}
  - id: years
    ask: What belongs to which year?
    match: {begun: 1862, opened: 1867, made wider: 1930}
    source: {paragraph: 3}
  - id: events
    ask: In which year was what?
    match:
      1862: begun
      1947: toll given up
    source: {paragraph: 3}
""",
        found=(
            (7, 22, "unsupported-answer"),
            (14, 9, "unsupported-answer"),
            (18, 52, "unsupported-answer"),
            (24, 7, "unsupported-answer"),
        ),
        cures=(
            ("92,000", "90,000"),
            ("1876", "1867"),
            ("1930", "1903"),
            ("1947", "1949"),
        ),
        text=BRIDGE,
    ),
    Broken(
        "names with a slip",
        """\
quiz: 1
title: The bridge
source: text.md
questions:
  - id: plans
    ask: Who drew the plans of the bridge?
    answer: Johan P\u00fcrfurst
    accept: [P\u00fcrfurst, J. Purfurst]
    source: {paragraph: 1}
  - id: money
    ask: What did Elisabeth Marmnot pay for?
    answer: most of the bridge
    source: {paragraph: 1}
  - id: engineer
    cloze: The engineer Johann {Purfurst} came from Bregenz.
    source: {paragraph: 1}
""",
        found=(
            (7, 13, "misspelt-name"),
            (11, 10, "misspelt-name"),
            (15, 12, "misspelt-name"),
        ),
        cures=(
            ("answer: Johan P", "answer: Johann P"),
            ("Marmnot", "Marmont"),
            ("{Purfurst}", "{P\u00fcrfurst}"),
        ),
        text=BRIDGE,
    ),
    Broken(
        "quotations and beliefs asked as facts",
        """\
quiz: 1
title: The bridge
source: text.md
questions:
  - id: arch
    ask: How was the first arch laid?
    answer: too low
    source: {paragraph: 4, quote: the first arch was laid too low}
  - id: ruin
    ask: What would the toll ruin?
    answer: the town
    source: {paragraph: 4}
  - id: rock
    ask: On what do the piers stand?
    answer: rock
    source:
      paragraph: 5
      quote: They stand on rock
  - id: carts
    claim: No cart will pass here after ten winters.
    answer: true
    source:
      paragraph: 6
      quote: No cart will pass here after ten winters
""",
        found=(
            (5, 5, "claim-as-fact"),
            (9, 5, "claim-as-fact"),
            (13, 5, "claim-as-fact"),
            (19, 5, "claim-as-fact"),
        ),
        cures=(
            ("How was the first arch laid?", "How was the first arch laid, as the engineer believes?"),
            ("What would the toll ruin?", "According to the bishop, what would the toll ruin?"),
            ("On what do the piers stand?", "According to Anna Sailer, on what do the piers stand?"),
            ("claim: No cart", "claim: Karl Ott said that no cart"),
        ),
        text=BRIDGE,
    ),
    Broken(
        "accepted answers left over from another answer",
        """\
quiz: 1
title: The bridge
source: text.md
questions:
  - id: toll
    ask: In which year was the toll given up?
    answer: 1949
    accept: [nineteen forty-one, in 1949]
    source: {paragraph: 3}
  - id: blocks
    ask: How many blocks were laid?
    answer: 90,000
    accept:
      - as many as a mountain has
      - 70,000
    source: {paragraph: 2}
  - id: opening
    cloze: "It was opened on {14 September 1867|September 14, 1867|15 September 1867}."
    source: {paragraph: 1}
""",
        found=(
            (8, 14, "left-over-accept"),
            (15, 9, "left-over-accept"),
            (18, 12, "left-over-accept"),
        ),
        cures=(
            ("nineteen forty-one, ", ""),
            ("      - 70,000\n", ""),
            ("|15 September 1867", ""),
        ),
        text=BRIDGE,
    ),
    Broken(
        "two paragraphs that changed below several questions",
        """\
quiz: 1
title: The bridge
source: text.md
questions:
  - id: begun
    ask: In which year was the bridge begun?
    number: 1862
    source: {paragraph: 1, checked: 5d41c0fa}
  - id: engineer
    ask: Who drew the plans of the bridge?
    answer: Johann P\u00fcrfurst
    source: {paragraph: 1, checked: 6d41c0fa}
  - id: piers
    ask: On how many piers does it rest?
    number: 11
    source: {paragraph: 2, checked: 0a1b2c3d}
""",
        found=((8, 37, "text-changed"), (16, 37, "text-changed")),
        cures=(
            ("5d41c0fa", "0d58e44b"),
            ("6d41c0fa", "0d58e44b"),
            ("0a1b2c3d", "d88a4c12"),
        ),
        text=BRIDGE,
    ),
)
