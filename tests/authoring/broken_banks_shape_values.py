"""Broken banks: texts that YAML takes for something else, or cuts."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "answers that other tools would read as something else",
        """\
quiz: 1
title: Times, codes and versions
questions:
  - id: norway
    ask: What is the two-letter code of Norway?
    answer: NO
    kind: text
  - id: agent
    ask: Which number has the agent with a licence to kill?
    answer: 007
  - id: half-past
    ask: How does a digital clock show half past one in the night?
    answer: 1:30
    accept: [01:30, 1:30:00]
  - id: release
    ask: Which release of Python came out in October 2021?
    answer: 3.10
    wrong: [3.9, 3.20, "3.8"]
""",
        found=(
            (6, 13, "retyped-value"),
            (10, 13, "retyped-value"),
            (13, 13, "retyped-value"),
            (14, 21, "retyped-value"),
            (17, 13, "retyped-value"),
            (18, 18, "retyped-value"),
        ),
        cures=(
            ("answer: NO", 'answer: "NO"'),
            ("007", '"007"'),
            ("answer: 1:30", 'answer: "1:30"'),
            ("1:30:00]", '"1:30:00"]'),
            ("answer: 3.10", 'answer: "3.10"'),
            ("3.20", '"3.20"'),
        ),
    ),
    Broken(
        "nothing, truth and dates among texts",
        """\
quiz: 1
title: Keywords
questions:
  - id: null-value
    ask: Which keyword stands for no value in SQL?
    answer: NULL
    wrong: [NONE, "no", NIL]
  - id: switch
    front: the opposite of off
    back: on
  - id: new-year
    ask: How is the first day of 2022 written by the rules of ISO 8601?
    answer: 2022-01-01
    accept: [20220101]
""",
        found=(
            (6, 13, "retyped-value"),
            (10, 11, "retyped-value"),
            (13, 13, "retyped-value"),
        ),
        cures=(
            ("answer: NULL", 'answer: "NULL"'),
            ("back: on", 'back: "on"'),
            ("2022-01-01", '"2022-01-01"'),
        ),
    ),
    Broken(
        "prompts that are cut by a hash sign",
        """\
quiz: 1
title: Music and programming
questions:
  - id: fifth
    ask: Who composed the symphony #5 in C minor that begins with four notes?
    answer: Ludwig van Beethoven
  - id: language
    ask: Which company made C# (the C with a # behind it)?
    answer: Microsoft
  - id: c-sharp-minor
    front: Which sonata is in C # minor?
    back: the Moonlight Sonata  # by Beethoven too
    why: It has the number 14.
""",
        found=(
            (5, 36, "cut-by-comment"),
            (8, 46, "cut-by-comment"),
            (11, 33, "cut-by-comment"),
        ),
        cures=(
            (
                "Who composed the symphony #5 in C minor that begins with four notes?",
                '"Who composed the symphony #5 in C minor that begins with four notes?"',
            ),
            (
                "Which company made C# (the C with a # behind it)?",
                '"Which company made C# (the C with a # behind it)?"',
            ),
            ("Which sonata is in C # minor?", '"Which sonata is in C # minor?"'),
        ),
    ),
    Broken(
        "numbers of a German bank, cut by commas",
        """\
quiz: 1
title: Längen und Höhen
language: de
questions:
  - id: einheiten
    ask: Welche Längen gab es beim Format A6?
    answers: [10,5 cm, 14,8 cm]
    wrong: [12 cm, 20 cm]
""",
        found=(
            (7, 15, "split-by-comma"),
            (7, 24, "split-by-comma"),
        ),
        cures=(("[10,5 cm, 14,8 cm]", '["10,5 cm", "14,8 cm"]'),),
    ),
    Broken(
        "questions in brackets without quotes",
        """\
quiz: 1
title: Flags
questions:
  - {id: maple, front: Which flag shows a leaf?, back: the flag of Canada}
  - {id: cedar, front: "Which flag shows a tree?", back: the flag of Lebanon}
  - id: stars
    ask: Which flags show stars?
    answers: [China, the United States? yes]
    wrong: [Japan]
""",
        found=(
            (4, 24, "unquoted-in-brackets"),
            (8, 22, "unquoted-in-brackets"),
        ),
        cures=(
            ("Which flag shows a leaf?", '"Which flag shows a leaf?"'),
            ("the United States? yes", '"the United States? yes"'),
        ),
    ),
    Broken(
        "backslashes in double quotes",
        """\
quiz: 1
title: LaTeX and paths
questions:
  - id: product
    front: the sign of the cross product
    back: "\\times"
  - id: drafts
    ask: "Which file lies in D:\\notes?"
    answer: 'todo.txt'
  - id: angle
    front: "the angle \\theta in degrees"
    back: '\\theta · 180 / π'
""",
        found=(
            (6, 12, "backslash-in-quotes"),
            (8, 32, "backslash-in-quotes"),
            (11, 23, "backslash-in-quotes"),
        ),
        cures=(
            ('"\\times"', "'\\times'"),
            ("D:\\notes", "D:\\\\notes"),
            ("\\theta in", "\\\\theta in"),
        ),
    ),
    Broken(
        "names with suffixes that commas cut in two",
        """\
quiz: 1
title: The civil rights movement
questions:
  - id: speaker
    ask: Who spoke of his dream in August 1963?
    answer: Martin Luther King
    wrong: [Sammy Davis, Jr., Malcolm X]
  - id: city
    ask: In which city did the march of 1963 end?
    answer: Washington, D.C.
    accept: [Washington]
  - id: companies
    ask: Which of these cities are capitals?
    answers: [Washington, D.C., Ottawa]
    wrong: [New York, Toronto]
""",
        found=(
            (7, 13, "split-by-comma"),
            (14, 15, "split-by-comma"),
        ),
        cures=(
            ("[Sammy Davis, Jr.,", '["Sammy Davis, Jr.",'),
            ("[Washington, D.C.,", '["Washington, D.C.",'),
        ),
    ),
    Broken(
        "thousands in a list of prices",
        """\
quiz: 1
title: Economic history
questions:
  - id: tulips
    ask: How many guilders did the dearest tulip bulb cost in 1637, by the catalogue of an auction?
    answer: "5,200"
    wrong: [1,200, 90,500]
""",
        found=(
            (7, 13, "split-by-comma"),
            (7, 20, "split-by-comma"),
        ),
        cures=(("[1,200, 90,500]", '["1,200", "90,500"]'),),
    ),
    Broken(
        "a number and a name that commas cut in two",
        """\
quiz: 1
title: The civil rights movement
questions:
  - id: march
    ask: How many people are said to have marched on Washington in 1963?
    answer: hundreds of thousands
    accept: [250,000, a multitude]
  - id: speaker
    ask: Who spoke of his dream there?
    answer: Martin Luther King
    wrong: [Sammy Davis, Jr., Malcolm X]
""",
        found=(
            (7, 14, "split-by-comma"),
            (11, 13, "split-by-comma"),
        ),
        cures=(
            ("[250,000,", '["250,000",'),
            ("[Sammy Davis, Jr.,", '["Sammy Davis, Jr.",'),
        ),
    ),
)
