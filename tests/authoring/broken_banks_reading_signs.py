"""Broken banks: brackets and signs that YAML takes for its own."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "a list that is never closed",
        """\
quiz: 1
title: Bones
questions:
  - id: arm
    ask: Which bone is in the upper arm?
    answer: humerus
    wrong: [femur, tibia
    hint: Some call its end the funny bone.
""",
        found=((7, 12, "broken-yaml"),),
        cures=(("[femur, tibia", "[femur, tibia]"),),
    ),
    Broken(
        "braces that are never closed",
        """\
quiz: 1
title: Colours in Italian
questions:
  - {id: red, front: red, back: rosso}
  - {id: green, front: green, back: verde
  - {id: blue, front: blue, back: blu}
""",
        found=((5, 5, "broken-yaml"),),
        cures=(("back: verde", "back: verde}"),),
    ),
    Broken(
        "a text that begins with a percent sign",
        """\
quiz: 1
title: Signs
questions:
  - id: percent
    ask: Which sign stands for one in a hundred?
    answer: % (per cent)
""",
        found=((6, 13, "broken-yaml"),),
        cures=(("% (per cent)", '"% (per cent)"'),),
    ),
    Broken(
        "a text that begins with an at sign",
        """\
quiz: 1
title: Computing, year 8
questions:
  - id: at
    ask: Which sign stands between the name and the domain of a mail address?
    answer: @
    hint: It was called the "commercial at".
""",
        found=((6, 13, "broken-yaml"),),
        cures=(("answer: @", 'answer: "@"'),),
    ),
    Broken(
        "a text that begins with a backtick",
        """\
quiz: 1
title: git for beginners
questions:
  - id: status
    ask: Which command shows what has changed since the last commit?
    answer: `git status`
""",
        found=((6, 13, "broken-yaml"),),
        cures=(("`git status`", '"git status"'),),
    ),
    Broken(
        "a key without a space behind its colon",
        """\
quiz: 1
title: The moon landing
questions:
  - id: landing
    ask: When did people first land on the Moon?
    date:1969-07-20
    hint: It was in July.
""",
        found=((6, 5, "broken-yaml"),),
        cures=(("date:1969", "date: 1969"),),
    ),
    Broken(
        "a line of text that is no key",
        """\
quiz: 1
title: The moon landing
questions:
  - id: crew
    ask: Who was the first to walk on the Moon?
    answer: Neil Armstrong
    accept: [Armstrong]
    why: Armstrong left the lander first;
    Buzz Aldrin came after him.
    tags: [space]
""",
        found=((9, 5, "broken-yaml"),),
        cures=(("    Buzz", "      Buzz"),),
    ),
    Broken(
        "an anchor and an alias to save typing",
        """\
quiz: 1
title: Parts of speech
questions:
  - id: quickly
    ask: Which part of speech is "quickly"?
    answer: adverb
    wrong: &parts [verb, noun]
  - id: slow
    ask: Which part of speech is "slow"?
    answer: adjective
    wrong: *parts
""",
        found=(
            (7, 12, "yaml-feature"),
            (11, 12, "yaml-feature"),
        ),
        cures=(
            ("&parts [verb, noun]", "[verb, noun]"),
            ("*parts", "[verb, noun]"),
        ),
    ),
    Broken(
        "a merge key and a tag",
        """\
quiz: 1
title: Parts of speech
questions:
  - id: quickly
    ask: Which part of speech is "slowly"?
    answer: !!str adverb
    wrong: [verb, noun]
  - <<: {tags: [grammar]}
    id: under
    ask: Which part of speech is "under"?
    answer: preposition
    wrong: [verb, noun]
""",
        found=(
            (6, 13, "yaml-feature"),
            (8, 5, "yaml-feature"),
        ),
        cures=(
            ("!!str adverb", "adverb"),
            ("<<: {tags: [grammar]}\n    id: under", "id: under\n    tags: [grammar]"),
        ),
    ),
    Broken(
        "two banks in one file",
        """\
quiz: 1
title: Unit 1
questions:
  - {id: fork, front: fork, back: tenedor}
---
quiz: 1
title: Unit 2
questions:
  - {id: spoon, front: spoon, back: cuchara}
""",
        found=((5, 1, "yaml-feature"),),
        cures=(
            (("---\nquiz: 1\ntitle: Unit 2\nquestions:\n  - {id: spoon, front: spoon, back: cuchara}\n"), ""),
        ),
    ),
    Broken(
        "a key that is a list",
        """\
quiz: 1
title: Prime numbers
questions:
  - id: primes
    ask: Match each number with what it is.
    match:
      [2, 3]: prime
      8: a cube
      10: neither
""",
        found=((7, 7, "wrong-shape"),),
        cures=(("[2, 3]:", '"2, 3":'),),
    ),
    Broken(
        "a key that is empty",
        """\
quiz: 1
title: Prime numbers
questions:
  - id: even
    ask: Which is the only even prime number?
    number: 2
    "": It can be divided by 1 and by itself.
""",
        found=((7, 5, "empty-value"),),
        cures=(('    "": It', "\n    why: It"),),
    ),
    Broken(
        "a description that goes on in the wrong column",
        """\
quiz: 1
title: Weather
description: How clouds are named,
and what they foretell.
questions:
  - {id: high, front: High and feathery clouds, back: cirrus}
""",
        found=((4, 1, "broken-yaml"),),
        cures=(("\nand what", "\n  and what"),),
    ),
)
