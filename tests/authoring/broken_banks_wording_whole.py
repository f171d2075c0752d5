"""Broken banks: prompts that say too little or too much, and keys that are all alike."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "prompts that do not say what they are about",
        """\
quiz: 1
title: Volcanoes
questions:
  - id: which-true
    ask: Which of the following statements is true?
    answer: Basalt is a volcanic rock
    wrong: [Marble is a volcanic rock, Chalk is a volcanic rock]
  - id: which-volcano
    ask: Which of the following destroyed Pompeii in AD 79?
    answer: Vesuvius
""",
        found=(
            (5, 10, "bare-prompt"),
            (9, 10, "options-missing"),
        ),
        cures=(
            (
                (
                    "Which of the following statements is true?\n"
                    "    answer: Basalt is a volcanic rock\n"
                    "    wrong: [Marble is a volcanic rock, Chalk is a volcanic rock]"
                ),
                (
                    "Which of these rocks comes from volcanoes?\n"
                    "    answer: Basalt\n"
                    "    wrong: [Marble, Chalk]"
                ),
            ),
            ("    answer: Vesuvius", "    answer: Vesuvius\n    wrong: [Etna, Stromboli]"),
        ),
    ),
    Broken(
        "days and persons that only the author knows",
        """\
quiz: 1
title: A news article of December
questions:
  - id: leader
    ask: Who is currently the president of the European Commission?
    answer: Ursula von der Leyen
    accept: [von der Leyen]
  - id: when-said
    ask: When did he make the drafts public?
    date: 2021-12-17
  - id: vote
    ask: How many members voted against the law last week?
    number: 40
  - id: author
    ask: What does the author call the drafts?
    answer: a declaration
    hint: It is no treaty but a declaration.
""",
        found=(
            (5, 10, "undated"),
            (9, 10, "nobody-named"),
            (12, 10, "undated"),
            (15, 10, "nobody-named"),
            (17, 11, "hint-holds-answer"),
        ),
        cures=(
            (
                "Who is currently the president of the European Commission?",
                "Who was the president of the European Commission in 2021?",
            ),
            ("When did he make", "When did Russia make"),
            ("against the law last week?", "against the Belgian law of 3 December 2021?"),
            ("What does the author call the drafts?", "What does Sam Greene call the drafts?"),
            ("It is no treaty but a declaration.", "It is no agreement between two sides."),
        ),
    ),
    Broken(
        "grammar that gives the answer away",
        """\
quiz: 1
title: Instruments
questions:
  - id: oboe
    ask: The instrument that gives the orchestra its A is an
    answer: oboe
    wrong: [violin, trumpet, bassoon]
  - id: strings
    ask: The parts of a violin that are bowed are
    answer: strings
    wrong: [the bridge, the scroll, the nut]
    hint: The strings of old were of gut.
""",
        found=(
            (5, 10, "grammar-cue"),
            (9, 10, "grammar-cue"),
            (12, 11, "hint-holds-answer"),
        ),
        cures=(
            (
                " is an\n    answer: oboe\n    wrong: [violin, trumpet, bassoon]",
                " is\n    answer: an oboe\n    wrong: [a violin, a trumpet, a bassoon]",
            ),
            ("[the bridge, the scroll, the nut]", "[pegs, the bridge, the scroll]"),
            ("The strings of old were of gut.", "Those of old were of gut."),
        ),
    ),
    Broken(
        "a choice between true and false",
        """\
quiz: 1
title: Fungi
questions:
  - id: plants
    ask: Fungi are plants.
    answer: "False"
    wrong: ["True"]
  - id: yeast
    claim: Yeast is a fungus.
    answer: true
""",
        found=((7, 5, "true-or-false-options"),),
        cures=(
            (
                'ask: Fungi are plants.\n    answer: "False"\n    wrong: ["True"]',
                "claim: Fungi are plants.\n    answer: false",
            ),
        ),
    ),
    Broken(
        "claims that are nearly all true",
        """\
quiz: 1
title: The Aztecs
questions:
  - {id: lake, claim: Tenochtitlan stood in a lake., answer: true}
  - {id: maize, claim: The Aztecs grew maize., answer: true}
  - {id: spaniards, claim: Spaniards came to Mexico in 1519., answer: true}
  - {id: cocoa, claim: Cocoa beans served as money., answer: true}
  - {id: language, claim: The Aztecs spoke Nahuatl., answer: true}
""",
        found=((4, 62, "claims-alike"),),
        cures=(("The Aztecs spoke Nahuatl., answer: true", "The Aztecs spoke Quechua., answer: false"),),
    ),
    Broken(
        "right options that always stand first",
        """\
quiz: 1
title: Traffic signs
questions:
  - id: red
    ask: What does a red light mean?
    answer: Stop
    wrong: [Go, Hurry]
    shuffle: false
  - id: octagon
    ask: Which shape has a stop sign?
    answer: an octagon
    wrong: [a circle, a triangle]
    shuffle: false
  - id: triangle
    ask: Which shape has a sign that warns?
    answer: a triangle
    wrong: [a circle, a square]
    shuffle: false
  - id: circle
    ask: Which shape has a sign that forbids?
    answer: a circle
    wrong: [a triangle, a square]
    shuffle: false
""",
        found=((8, 5, "one-place"),),
        cures=(("[a triangle, a square]\n    shuffle: false", "[a triangle, a square]"),),
    ),
    Broken(
        "more options than anybody reads",
        """\
quiz: 1
title: Statistics of the Earth
questions:
  - id: continents
    ask: Which continent has the most people?
    answer: Asia
    wrong:
      - Africa
      - Europe
      - North America
      - South America
      - Oceania
      - Antarctica: Nobody lives there all the time.
  - id: water
    ask: How many per cent of the surface of the Earth are covered by water?
    answer: 60-75
    wrong: [30-59, 75-90]
""",
        found=(
            (13, 9, "many-options"),
            (17, 20, "overlapping-ranges"),
        ),
        cures=(
            ("      - Oceania\n      - Antarctica: Nobody lives there all the time.\n", ""),
            ("75-90", "76-90"),
        ),
    ),
    Broken(
        "answers that stand in the prompt",
        """\
quiz: 1
title: The Hanseatic League
questions:
  - id: lubeck
    ask: Which city, the Queen of the Hanse, did the merchants from Lübeck live in?
    answer: Lübeck
  - id: year
    ask: In which year did the diet of 1356 of the league first meet?
    date: 1356
  - id: goods
    ask: How many barrels were counted when 1,200 barrels of herring came to Lübeck?
    number: 1,200
""",
        found=(
            (5, 10, "answer-in-prompt"),
            (8, 10, "answer-in-prompt"),
            (11, 10, "answer-in-prompt"),
        ),
        cures=(
            (
                "Which city, the Queen of the Hanse, did the merchants from Lübeck live in?",
                "Which city was called the Queen of the Hanse?",
            ),
            (
                "In which year did the diet of 1356 of the league first meet?",
                "In which year did the diet of the league first meet?",
            ),
            (
                "How many barrels were counted when 1,200 barrels of herring came to Lübeck?",
                "How many barrels of herring came to Lübeck?",
            ),
        ),
    ),
)
