"""Broken banks: tolerances, holes, hints and answers that are too long."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "tolerances that take in half of the world",
        """\
quiz: 1
title: How long and when
questions:
  - id: hundred-years
    ask: In which year did the Hundred Years' War begin?
    number: 1337
    tolerance: 5%
  - id: nile
    ask: How many kilometres long is the Nile?
    number: 6,650
    unit: km
    tolerance: 50%
  - id: freezing
    ask: At how many degrees Celsius does water freeze?
    number: 0
    tolerance: 10%
  - id: chambers
    ask: How many chambers has the heart of a mammal?
    number: 4
    tolerance: 2
""",
        found=(
            (7, 16, "wide-tolerance"),
            (12, 16, "wide-tolerance"),
            (16, 16, "wide-tolerance"),
            (20, 16, "wide-tolerance"),
        ),
        cures=(
            ("number: 1337\n    tolerance: 5%", "number: 1337\n    tolerance: 1"),
            ("50%", "5%"),
            ("10%", "0.5"),
            ("number: 4\n    tolerance: 2", "number: 4\n    tolerance: 1"),
        ),
    ),
    Broken(
        "holes that are everything",
        """\
quiz: 1
title: Spanish vocabulary
questions:
  - id: house
    cloze: "{la casa|casa}"
  - id: window
    cloze: "{la ventana::what one looks through}."
  - id: garden
    cloze: The Spanish word for garden is {el jardín}.
""",
        found=(
            (5, 12, "hole-is-everything"),
            (7, 12, "hole-is-everything"),
        ),
        cures=(
            ('"{la casa|casa}"', "The Spanish word for house is {la casa}."),
            (
                '"{la ventana::what one looks through}."',
                "The Spanish word for window is {la ventana::what one looks through}.",
            ),
        ),
    ),
    Broken(
        "hints that hold the answer",
        """\
quiz: 1
title: Elements
questions:
  - id: au
    ask: Which element has the symbol Au?
    answer: gold
    hint: Gold comes from the Latin aurum.
  - id: noble
    ask: Which gas makes up most of the air?
    answer: nitrogen
    wrong: [oxygen, argon]
    hint: It is neither rare nor noble; it is nitrogen!
  - id: iron
    ask: What is the atomic number of iron?
    number: 26
    hint: Between 25 and 27, so 26.
  - id: mendeleev
    ask: In which year did Mendeleev publish his table?
    date: 1869
    hint: It was in March 1869.
  - id: lightest
    cloze: The lightest element is {hydrogen::hydrogen, H}.
""",
        found=(
            (7, 11, "hint-holds-answer"),
            (12, 11, "hint-holds-answer"),
            (16, 11, "hint-holds-answer"),
            (20, 11, "hint-holds-answer"),
            (22, 12, "hint-holds-answer"),
        ),
        cures=(
            ("Gold comes from the Latin aurum.", "Its Latin name means shining dawn."),
            ("It is neither rare nor noble; it is nitrogen!", "Its symbol is N."),
            ("Between 25 and 27, so 26.", "It stands next to cobalt."),
            ("It was in March 1869.", "It was two years after the sale of Alaska."),
            ("{hydrogen::hydrogen, H}", "{hydrogen::its symbol is H}"),
        ),
    ),
    Broken(
        "answers that nobody types to the letter",
        """\
quiz: 1
title: The Treaty of Versailles
questions:
  - id: guilt
    ask: What did article 231 of the treaty say?
    answer: Germany accepts the responsibility of herself and her allies for all loss and damage
  - id: clause
    cloze: The treaty let Germany have {an army of no more than one hundred thousand men}.
  - id: alsace
    ask: Which region went back to France?
    answer: Alsace-Lorraine
    accept: [Alsace Lorraine, Elsass-Lothringen]
""",
        found=(
            (6, 13, "long-answer"),
            (8, 12, "long-answer"),
            (12, 14, "same-answers"),
        ),
        cures=(
            ("ask: What did article 231", "front: What did article 231"),
            ("answer: Germany accepts", "back: Germany accepts"),
            (
                "{an army of no more than one hundred thousand men}",
                "an army of no more than {one hundred thousand} men",
            ),
            ("[Alsace Lorraine, Elsass-Lothringen]", "[Elsass-Lothringen]"),
        ),
    ),
    Broken(
        "hints of holes that are not set off as such",
        """\
quiz: 1
title: Cities on lakes
questions:
  - id: geneva
    cloze: "They met in {Geneva: a city on a lake}."
  - id: lucerne
    cloze: The {Reuss:::a river} flows through Lucerne.
""",
        found=((5, 12, "hint-colon"), (7, 12, "hint-colon")),
        cures=(("Geneva: a", "Geneva::a"), ("Reuss:::a", "Reuss::a")),
    ),
    Broken(
        "a cloze that answers itself and a hint that does",
        """\
quiz: 1
title: The water cycle
questions:
  - id: cycle
    cloze: When vapour cools there is {condensation}; this condensation makes the clouds.
  - id: rain
    ask: What do we call water that falls from the clouds?
    answer: precipitation
    accept: ["Precipitation."]
    hint: Rain, snow and hail are all precipitation.
""",
        found=(
            (5, 12, "answer-in-prompt"),
            (9, 14, "same-answers"),
            (10, 11, "hint-holds-answer"),
        ),
        cures=(
            ("; this condensation makes the clouds", ", which makes the clouds"),
            ('    accept: ["Precipitation."]\n', ""),
            ("are all precipitation", "are three kinds of it"),
        ),
    ),
    Broken(
        "a choice that repeats options and a hint that tells",
        """\
quiz: 1
title: Photosynthesis
language: en
questions:
  - id: pigment
    ask: Which green pigment takes up light in plants?
    answer: chlorophyll
    wrong: [carotene, Chlorophyll., CAROTENE!]
    hint: Its name is Greek for a green leaf.
""",
        found=(
            (8, 23, "right-among-wrong"),
            (8, 37, "same-options"),
        ),
        cures=(("[carotene, Chlorophyll., CAROTENE!]", "[carotene, melanin]"),),
    ),
)
