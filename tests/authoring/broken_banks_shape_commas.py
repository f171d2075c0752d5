"""Broken banks: one entry that is several, several that are one, line ends, questions without ids."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "one option that lists several",
        """\
quiz: 1
title: Towns on the Rhine
questions:
  - id: towns
    ask: Which towns lie on the Rhine?
    answers: ["Basel, Bonn, Mainz"]
    wrong: [Bern, Chur]
  - id: lakes
    ask: Which lakes does the Rhine leave alone?
    answers:
      - Thun, Biel and Zug
    wrong:
      - Constance
""",
        found=((6, 15, "one-text"), (11, 9, "one-text")),
        cures=(
            ('["Basel, Bonn, Mainz"]', "[Basel, Bonn, Mainz]"),
            ("      - Thun, Biel and Zug\n", "      - Thun\n      - Biel\n      - Zug\n"),
        ),
    ),
    Broken(
        "several options as one text without brackets",
        """\
quiz: 1
title: Towns on the Rhine
questions:
  - id: towns
    ask: Where can ships of the Rhine be unloaded?
    answers: "Basel, Bonn, Mainz"
    wrong: [Bern, Chur]
""",
        found=((6, 14, "wrong-shape"),),
        cures=((' "Basel, Bonn, Mainz"', "\n      - Basel\n      - Bonn\n      - Mainz"),),
    ),
    Broken(
        "a comma that alone has no space behind it",
        """\
quiz: 1
title: Lengths of walls
questions:
  - id: metres
    ask: How many metres long are the walls of the garden?
    answers: [4, 89, 30,9]
    wrong: [5, 88]
  - id: stones
    ask: How many tons does the gate weigh?
    answer: "12"
    wrong: [7, 15,5, 20]
""",
        found=((6, 22, "split-by-comma"), (11, 16, "split-by-comma")),
        cures=(("30,9", '"30,9"'), ("15,5,", "15, 5,")),
    ),
    Broken(
        "a comment that answers for one question without an id",
        """\
quiz: 1
title: Lakes
questions:
  # quiz: ignore missing-id -- on trial
  - front: The deepest lake of all
    back: Baikal
  - front: The largest lake of the Alps
    back: Lake Geneva
  - front: The lake of Zug
    back: Zugersee
""",
        found=((5, 5, "missing-id"), (7, 5, "missing-id")),
        cures=(
            (
                "  # quiz: ignore missing-id -- on trial\n  - front",
                "  - id: the-deepest-lake-of-all\n    front",
            ),
            ("  - front: The largest", "  - id: the-largest-lake-of-the-alps\n    front: The largest"),
            ("  - front: The lake of", "  - id: zug\n    front: The lake of"),
        ),
    ),
    Broken(
        "a line that ends as on Windows among others",
        "quiz: 1\ntitle: Lakes\nquestions:\n"
        "  - id: highest\n    front: The highest lake that is sailed\r\n    back: Titicaca\n",
        found=((5, 43, "mixed-line-ends"),),
        cures=(("sailed\r\n", "sailed\n"),),
    ),
)
