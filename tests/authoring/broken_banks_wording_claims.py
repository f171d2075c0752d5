"""Broken banks: claims with two verbs, times that nobody can look up, answers that are said already."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "claims that say two things of one subject",
        """\
quiz: 1
title: Towns on rivers
questions:
  - id: bern
    claim: Bern is the capital and lies on the Rhine.
    answer: false
  - id: rhine
    claim: "The Rhine rises in the Alps and flows into the North Sea."
    answer: true
  - id: basel
    claim: >-
      Basel was founded by the Romans and destroyed in 1356
      by an earthquake.
    answer: false
""",
        found=((5, 12, "two-claims"), (8, 12, "two-claims"), (11, 12, "two-claims")),
        cures=(
            (
                "Bern is the capital and lies on the Rhine.\n    answer: false",
                (
                    "Bern is the capital.\n    answer: true\n"
                    "  - id: bern-river\n    claim: Bern lies on the Rhine.\n    answer: false"
                ),
            ),
            (
                '"The Rhine rises in the Alps and flows into the North Sea."',
                "The Rhine flows into the North Sea.",
            ),
            (
                "Basel was founded by the Romans and destroyed in 1356\n      by an earthquake.",
                "An earthquake destroyed Basel in 1256.",
            ),
        ),
    ),
    Broken(
        "a week and a Thursday of long ago",
        """\
quiz: 1
title: The council
questions:
  - id: law
    claim: The law turns 170 on Thursday.
    answer: true
  - id: tax
    claim: Next year the tax on salt will rise.
    answer: false
  - id: member
    ask: Name the member of the council that resigned last month.
    answer: Keller
  - id: bridge
    ask: What is the bridge called that has recently been opened?
    answer: Kornhausbrücke
  - id: speaker
    front: Which minister speaks this Friday?
    back: The minister of finance
  - {id: vote, ask: What did the council decide today?, answer: a lower tax}
""",
        found=(
            (5, 12, "undated"),
            (8, 12, "undated"),
            (11, 10, "undated"),
            (14, 10, "undated"),
            (17, 12, "undated"),
            (19, 21, "undated"),
            (19, 21, "unquoted-in-brackets"),
        ),
        cures=(
            ("turns 170 on Thursday", "turned 170 on 12 September 2018"),
            ("Next year the tax on salt will rise.", "The tax on salt rose in 2019."),
            ("resigned last month", "resigned in May 2018"),
            ("that has recently been opened", "that was opened in 1898"),
            ("speaks this Friday", "spoke on 14 September 2018"),
            ("What did the council decide today?", '"What did the council decide on 12 September 2018?"'),
        ),
    ),
    Broken(
        "answers that the prompt says behind an article",
        """\
quiz: 1
title: Dukes
language: en
questions:
  - id: duke
    ask: Which duke fought the Saxonia?
    answer: the Saxonia
  - id: duchy
    ask: Who ruled the lands of Thuringia in the war?
    answer: Thuringia (duchy)
  - id: card
    front: Which town did the people of Altenburg hold?
    back: Altenburg.
  - id: rivers
    ask: Which rivers flow into the Saale?
    answers: [the Saale, the Unstrut]
    wrong: [the Main, the Neckar]
""",
        found=(
            (6, 10, "answer-in-prompt"),
            (9, 10, "answer-in-prompt"),
            (12, 12, "answer-in-prompt"),
            (15, 10, "answer-in-prompt"),
        ),
        cures=(
            ("Which duke fought the Saxonia?", "Which ship did the duke fight?"),
            ("answer: Thuringia (duchy)", "answer: Landgrave Herman"),
            ("Altenburg.", "The castle"),
            ("[the Saale, the Unstrut]", "[the Ilm, the Unstrut]"),
        ),
    ),
    Broken(
        "an answer behind a German article",
        """\
quiz: 1
title: Herzöge
language: de
questions:
  - id: herzog
    ask: Welcher Herzog besiegte die Sachsen?
    answer: Sachsen.
""",
        found=((6, 10, "answer-in-prompt"),),
        cures=(("answer: Sachsen.", "answer: Karl"),),
    ),
)
