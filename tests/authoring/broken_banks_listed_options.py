"""Broken banks: options that are listed in an order of their own."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "options that are the same to a reader, listed in an order of their own",
        """\
quiz: 1
title: Courts and lakes
questions:
  - id: court
    ask: In which city does the International Criminal Court sit?
    answer: The Hague
    options: [Geneva, Zürich, The Hague, the hague., Zurich]
  - id: lakes
    ask: Which of these lakes lie in Italy?
    answers: [Como, Garda]
    options:
      - Rhine: It is a river.
      - Como
      - como.
      - Garda
""",
        found=(
            (7, 42, "right-among-wrong"),
            (7, 54, "same-options"),
            (14, 9, "right-among-wrong"),
        ),
        cures=(
            (", the hague., Zurich]", ", Brussels]"),
            ("      - como.\n", ""),
        ),
    ),
    Broken(
        "answers that are not listed among the options",
        """\
quiz: 1
title: The Congress of Vienna
questions:
  - id: host
    ask: Who presided over the congress?
    answer: Metternich
    options: [Talleyrand, Meternich, Castlereagh]
  - id: powers
    ask: Which of these were among the four victors?
    answers: [Russia, Prussia]
    options: [Russia, Prussia]
  - id: island
    ask: From where did Napoleon come back while they met?
    answer: Elba
    options: [Corsica, Elba, Saint Helena]
    wrong: [Malta]
  - id: battle
    ask: Which battle ended it all?
    answer: Waterloo
    options: [Leipzig, Waterloo: It was the last one., Ligny]
""",
        found=(
            (6, 13, "no-answer"),
            (11, 14, "too-few"),
            (16, 5, "misplaced-key"),
            (20, 24, "wrong-shape"),
        ),
        cures=(
            ("answer: Metternich", "answer: Meternich"),
            ("[Russia, Prussia]\n  - id", "[Russia, Prussia, Spain]\n  - id"),
            ("    wrong: [Malta]\n", ""),
            ("Waterloo: It was the last one., Ligny]", "Waterloo, Ligny]\n    why: It was the last one."),
        ),
    ),
    Broken(
        "options that a comma cuts",
        """\
quiz: 1
title: Seats of congresses
questions:
  - id: congress
    ask: In which city does the Congress of the United States meet?
    answer: "Washington, D.C."
    options: [New York, Washington, D.C., Boston]
  - id: members
    ask: How many people live in the smallest of these districts?
    answer: "250,000"
    options: [250,000, 300 thousand, half a million]
  - id: river
    ask: Which river flows past it?
    answer: Potomac
    options: ["Potomac, Hudson, Delaware"]
""",
        found=(
            (6, 13, "no-answer"),
            (7, 25, "split-by-comma"),
            (10, 13, "no-answer"),
            (11, 15, "split-by-comma"),
            (14, 13, "no-answer"),
            (15, 15, "one-text"),
        ),
        cures=(
            ("Washington, D.C., Boston", '"Washington, D.C.", Boston'),
            ("[250,000, 300", '["250,000", 300'),
            ('["Potomac, Hudson, Delaware"]', "[Potomac, Hudson, Delaware]"),
        ),
    ),
    Broken(
        "options that stand for others, listed in an order of their own",
        """\
quiz: 1
title: Lakes and rivers
questions:
  - id: lakes
    ask: Which of these is a lake?
    answer: All of the above
    options: [Como, Garda, All of the above]
  - id: river
    ask: Which of these flows into the Rhine?
    answer: None of these
    options: [Rhone, None of these, Po]
  - id: deepest
    ask: Which lake is the deepest?
    answer: Baikal
    options: [Garda, Baikal, Both of these]
  - id: basel
    ask: Which river flows through Basel?
    answer: Rhine
    options: [Aare, Option A and C, Rhine, Inn: Option B is nearer.]
""",
        found=(
            (6, 13, "all-of-the-above"),
            (10, 13, "none-of-the-above"),
            (15, 30, "all-of-the-above"),
            (19, 21, "named-letters"),
            (19, 49, "named-letters"),
        ),
        cures=(
            (
                "answer: All of the above\n    options: [Como, Garda, All of the above]",
                "answers: [Como, Garda]\n    options: [Como, Garda, Rhine]",
            ),
            (
                "answer: None of these\n    options: [Rhone, None of these, Po]",
                "answer: Aare\n    options: [Rhone, Aare, Po]",
            ),
            ("Both of these", "Geneva"),
            ("Option A and C", "Reuss"),
            ("Option B is nearer.", "The Aare is nearer."),
        ),
    ),
    Broken(
        "options whose form tells, listed in an order of their own",
        """\
quiz: 1
title: How treaties are made
questions:
  - id: draft
    ask: What becomes of the drafts of a treaty?
    answer: Few are printed
    options: [All are always printed, Few are printed, None is ever printed and they never leave the room]
  - id: neutral
    ask: Why does Geneva often host the talks?
    answer: The town lies in a country that takes neither of the two sides
    options: [It is cheap, The town lies in a country that takes neither of the two sides, It is near]
  - id: days
    ask: For how many days do such talks last?
    answer: 5-10
    options: [1-5, 5-10, 11-20]
  - id: signed
    ask: A treaty holds before it is ratified.
    answer: "False"
    options: ["True", "False"]
  - id: least
    ask: Which of these is the least number of states that sign one?
    answer: "2"
    options: ["1", "3", "4", "2", "5", "6", "7"]
""",
        found=(
            (7, 15, "absolute-word"),
            (10, 13, "longest-answer"),
            (14, 13, "overlapping-ranges"),
            (19, 5, "true-or-false-options"),
            (23, 45, "many-options"),
        ),
        cures=(
            ("All are always printed", "All are printed at once"),
            ("ever printed and they never leave the room", "printed at all"),
            (
                "answer: The town lies in a country that takes neither of the two sides",
                "answer: It is neutral",
            ),
            (
                "[It is cheap, The town lies in a country that takes neither of the two sides,",
                "[It is cheap, It is neutral,",
            ),
            ("answer: 5-10", "answer: 6-10"),
            ("[1-5, 5-10,", "[1-5, 6-10,"),
            ("ask: A treaty holds", "claim: A treaty holds"),
            ('answer: "False"\n    options: ["True", "False"]', "answer: false"),
            (', "6", "7"]', ', "6"]'),
        ),
    ),
    Broken(
        "a listed order in which the right option always stands in one place",
        """\
quiz: 1
title: Small numbers
questions:
"""
        + "".join(
            f"  - id: below-{word}\n    ask: Which of these is less than {word}?\n    answer: one\n"
            f"    options: [{word} and a half, one, {word}]\n    shuffle: false\n"
            for word in ("three", "four", "five", "six")
        ),
        found=((8, 5, "one-place"),),
        cures=(("[six and a half, one, six]", "[one, six, six and a half]"),),
    ),
)
