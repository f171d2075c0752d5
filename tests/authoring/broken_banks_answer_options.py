"""Broken banks: options and accepted answers that are the same to a reader."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "wrong options that are right in other letters",
        """\
quiz: 1
title: Capitals and seats
questions:
  - id: court
    ask: In which city does the International Court of Justice sit?
    answer: The Hague
    wrong: [Geneva, the hague., New York]
  - id: swiss-cities
    ask: Which of these cities lie in Switzerland?
    answers: [Zürich, Bern]
    wrong:
      - Lyon
      - Zurich: It lies on the Limmat.
  - id: bears
    claim: The bear is the animal of Bern.
    answer: true
""",
        found=(
            (7, 21, "right-among-wrong"),
            (13, 9, "right-among-wrong"),
        ),
        cures=(
            ("the hague.", "Vienna"),
            ("      - Zurich: It lies on the Limmat.\n", ""),
        ),
    ),
    Broken(
        "a number in words among the wrong options",
        """\
quiz: 1
title: Lines of verse
questions:
  - id: sonnet
    ask: How many lines has a sonnet?
    answer: "14"
    wrong: ["12", fourteen, "16"]
""",
        found=((7, 19, "right-among-wrong"),),
        cures=((", fourteen,", ","),),
    ),
    Broken(
        "wrong options that are the same to a reader",
        """\
quiz: 1
title: Composers
questions:
  - id: new-world
    ask: Who composed the symphony called From the New World?
    answer: Antonín Dvořák
    wrong:
      - Bedřich Smetana
      - Leoš Janáček
      - Leos Janacek: He came from Moravia as well.
  - id: moldau
    ask: Which of these belong to Smetana's My Country?
    answers: [The Moldau, Vyšehrad, Moldau]
    wrong: [Sinfonietta, Rusalka]
""",
        found=(
            (10, 9, "same-options"),
            (13, 37, "same-options"),
        ),
        cures=(
            ("      - Leos Janacek: He came from Moravia as well.\n", ""),
            (", Moldau]", "]"),
        ),
    ),
    Broken(
        "entries of an order and right sides that are the same to a reader",
        """\
quiz: 1
title: The Napoleonic wars
questions:
  - id: battles
    ask: Put these battles in order of time.
    order:
      - Marengo
      - Austerlitz
      - AUSTERLITZ!
      - Waterloo
  - id: commanders
    ask: Match each battle with the commander who won it.
    match:
      Trafalgar: Nelson
      Austerlitz: Napoleon
      Jena: "Napoleon."
      Waterloo: Wellington
""",
        found=(
            (9, 9, "same-options"),
            (16, 13, "same-options"),
        ),
        cures=(
            ("      - AUSTERLITZ!\n", ""),
            ('      Jena: "Napoleon."\n', ""),
        ),
    ),
    Broken(
        "accepted answers that are accepted anyway",
        """\
quiz: 1
title: The Low Countries
questions:
  - id: court
    ask: In which Dutch city does the government sit?
    answer: The Hague
    accept: [the hague, Den Haag, Hague, den-haag]
  - id: city-of-diamonds
    ask: Which Belgian port is known for its diamonds?
    answer: Antwerp
    accept: antwerp
    hnt: It lies on the Scheldt.
""",
        found=(
            (7, 14, "same-answers"),
            (7, 35, "same-answers"),
            (7, 42, "same-answers"),
            (11, 13, "same-answers"),
            (12, 5, "unknown-key"),
        ),
        cures=(
            ("[the hague, Den Haag, Hague, den-haag]", "[Den Haag]"),
            ("    accept: antwerp\n", ""),
            ("hnt", "hint"),
        ),
    ),
    Broken(
        "holes that accept one answer twice",
        """\
quiz: 1
title: French past participles
questions:
  - id: etre
    cloze: Elle a {été|ete} malade.
  - id: avoir
    cloze: J'ai {eu|EU|eus} froid et tu as {dit|"dit"} non.
""",
        found=(
            (5, 12, "same-answers"),
            (7, 12, "same-answers"),
            (7, 12, "same-answers"),
        ),
        cures=(
            ("{été|ete}", "{été}"),
            ("{eu|EU|eus}", "{eu|eus}"),
            ('{dit|"dit"}', "{dit}"),
        ),
    ),
    Broken(
        "orders and matches of one",
        """\
quiz: 1
title: Roman history
questions:
  - id: kings
    ask: Put these in order of time.
    order: [the kings]
  - id: offices
    ask: Match each office with its work.
    match:
      aedile: markets and games
    hint_: One of them built roads.
  - id: wars
    ask: Put these wars in order of time.
    order:
      - the Punic Wars
""",
        found=(
            (6, 12, "too-few"),
            (10, 7, "too-few"),
            (11, 5, "unknown-key"),
            (15, 7, "too-few"),
        ),
        cures=(
            ("[the kings]", "[the kings, the republic]"),
            ("markets and games", "markets and games\n      quaestor: the treasury"),
            ("hint_", "hint"),
            ("- the Punic Wars", "- the Punic Wars\n      - the Gallic War"),
        ),
    ),
    Broken(
        "answers typed with the caps lock on",
        """\
quiz: 1
title: Mammals
questions:
  - id: seal
    ask: Is the seal a mammal?
    answer: yES
  - id: mole
    ask: Does a mole lay eggs?
    answer: nO
  - id: otter
    claim: An otter breathes through gills.
    answer: fALSE
""",
        found=(
            (6, 13, "text-or-boolean"),
            (9, 13, "text-or-boolean"),
        ),
        cures=(
            ("ask: Is the seal a mammal?", "claim: The seal is a mammal."),
            ("ask: Does a mole lay eggs?", "claim: A mole lays eggs."),
        ),
    ),
    Broken(
        "left sides of a match that are the same",
        """\
quiz: 1
title: Roman history
questions:
  - id: offices
    ask: Match each office with its work.
    match:
      aedile: markets and games
      quaestor: the treasury
      Aedile: the aqueducts
    hint: Praetors sat in court.
  - id: hills
    ask: On which hill did the temple of Jupiter stand?
    answer: Capitoline
    wrong: [Palatine, the Capitoline]
""",
        found=(
            (9, 7, "same-options"),
            (14, 23, "right-among-wrong"),
        ),
        cures=(
            ("Aedile: the aqueducts", "censor: the aqueducts"),
            ("[Palatine, the Capitoline]", "[Palatine]"),
        ),
    ),
)
