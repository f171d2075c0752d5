"""Broken banks: ids, clozes, and characters that no bank may hold."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "ids with spaces, slashes and signs",
        """\
quiz: 1
title: The Reformation
questions:
  - id: 95 theses
    ask: In which town did Luther make his 95 theses known?
    answer: Wittenberg
  - id: worms/1521
    ask: Which emperor heard Luther at Worms?
    answer: Charles V
  - id: luther#bible
    front: the castle in which Luther translated the New Testament
    back: the Wartburg
""",
        found=(
            (4, 9, "unreadable-id"),
            (7, 9, "unreadable-id"),
            (10, 9, "unreadable-id"),
        ),
        cures=(
            ("95 theses\n", "theses\n"),
            ("worms/1521", "worms-1521"),
            ("luther#bible", "luther-bible"),
        ),
    ),
    Broken(
        "one id at two questions, copied and pasted",
        """\
quiz: 1
title: Parts of a flower
questions:
  - id: stamen
    front: the part of a flower that makes pollen
    back: the stamen
  - id: pistil
    front: the part of a flower that holds the ovary
    back: the pistil
  - id: stamen
    front: the leaves below the petals
    back: the sepals
    tag: [flowers]
""",
        found=(
            (10, 9, "duplicate-id"),
            (13, 5, "unknown-key"),
        ),
        cures=(
            ("id: stamen\n    front: the leaves", "id: sepals\n    front: the leaves"),
            ("tag:", "tags:"),
        ),
    ),
    Broken(
        "one question written twice without ids",
        """\
quiz: 1
title: Numbers in Welsh
questions:
  - front: one
    back: un
  - front: two
    back: dau
  - front: one
    back: un
""",
        found=(
            (6, 5, "missing-id"),
            (8, 5, "same-question"),
        ),
        cures=(
            (
                "  - front: two\n    back: dau\n  - front: one\n    back: un\n",
                "  - id: two\n    front: two\n    back: dau\n",
            ),
            ("  - front: one", "  - id: one-2geuw3wi\n    front: one"),
        ),
    ),
    Broken(
        "clozes whose holes cannot be told",
        """\
quiz: 1
title: The cell
questions:
  - id: nucleus
    cloze: The nucleus holds the DNA of the cell.
  - id: membrane
    cloze: "The cell is surrounded by a {membrane."
  - id: mitochondria
    cloze: "In the {} sugar is burnt."
  - id: ribosomes
    cloze: Proteins are made at the {ribosomes::}.
  - id: vacuole
    cloze: Plant cells have a large {vacuole|}.
  - id: sap
    cloze: It holds {cell sap} }.
""",
        found=(
            (5, 12, "unreadable-cloze"),
            (7, 41, "unreadable-cloze"),
            (9, 20, "unreadable-cloze"),
            (11, 37, "unreadable-cloze"),
            (13, 37, "unreadable-cloze"),
            (15, 32, "unreadable-cloze"),
        ),
        cures=(
            ("the DNA of", "the {DNA} of"),
            ("{membrane.", "{membrane}."),
            ("the {} sugar", "the {mitochondria} sugar"),
            ("ribosomes::", "ribosomes"),
            ("vacuole|", "vacuole"),
            ("It holds {cell sap} }.", "The vacuole of a plant cell holds {cell sap} \\}."),
        ),
    ),
    Broken(
        "letters of an old code page",
        """\
quiz: 1
title: Fran\udce7ais
questions:
  - id: boy
    front: the boy
    back: le gar\udce7on
  - id: student
    front: the pupil
    back: l'\udce9l\udce8ve
""",
        found=(
            (2, 12, "refused-character"),
            (6, 17, "refused-character"),
            (9, 13, "refused-character"),
        ),
        cures=(
            ("Fran\udce7ais", "Français"),
            ("gar\udce7on", "garçon"),
            ("\udce9l\udce8ve", "élève"),
        ),
    ),
    Broken(
        "control characters from a terminal",
        """\
quiz: 1
title: Geology
questions:
  - id: eras
    ask: Put these eras in order.
    order: [Palaeozoic, Mesozoic\x07, Cenozoic]
  - id: dinosaurs
    ask: At the end of which period did the dinosaurs die out?
    answer: Cretaceous
    why: "It ended\\x1b with a meteorite."
""",
        found=(
            (6, 33, "refused-character"),
            (10, 10, "refused-character"),
        ),
        cures=(
            ("Mesozoic\x07", "Mesozoic"),
            ("\\x1b", ""),
        ),
    ),
    Broken(
        "faults behind wide and combining characters",
        """\
quiz: 1
title: Japanese for beginners
questions:
  - {id: cat, front: "猫 \U0001f408", back: cat, hnt: It purrs.}
  - {id: dog, front: "e\u0301te\u0301 犬", back: dog, unit: "\U0001f415"}
""",
        found=(
            (4, 40, "unknown-key"),
            (5, 44, "misplaced-key"),
        ),
        cures=(
            ("hnt:", "hint:"),
            (', unit: "\U0001f415"', ""),
        ),
    ),
    Broken(
        "faults in a file from Windows, with a mark of byte order",
        """\
\ufefftitel: Trees\r
quiz: 1\r
lang: en\r
questions:\r
  - id: oak\r
    ask: Which tree bears acorns?\r
    aswer: the oak\r
    wrong: [the ash, the elm]\r
  - id: beech\r
    ask: Which tree bears beechnuts?\r
    answer: the beech\r
    answer: the birch\r
""",
        found=(
            (1, 1, "byte-order-mark"),
            (1, 1, "unknown-key"),
            (3, 1, "unknown-key"),
            (7, 5, "unknown-key"),
            (12, 5, "duplicate-key"),
        ),
        cures=(
            ("\ufefftitel", "title"),
            ("lang:", "language:"),
            ("aswer", "answer"),
            ("    answer: the birch\r\n", ""),
        ),
    ),
    Broken(
        "texts that are longer than a screen can show",
        """\
quiz: 1
title: A chapter
questions:
  - id: chapter
    ask: Which novel begins like this?
    answer: Moby-Dick
    tags: [the first chapter in which a man who asks to be called by a name goes to sea again and again]
    group: |
      first
      second
  - id: this-id-is-so-long-that-nobody-would-ever-type-it-on-the-command-line-of-a-terminal
    front: the ship
    back: the Pequod
""",
        found=(
            (7, 12, "wrong-shape"),
            (8, 12, "wrong-shape"),
            (11, 9, "unreadable-id"),
        ),
        cures=(
            ("chapter in which a man who asks to be called by a name goes to sea again and again", "chapter"),
            ("|\n      first\n      second", "first"),
            ("this-id-is-so-long-that-nobody-would-ever-type-it-on-the-command-line-of-a-terminal", "ship"),
        ),
    ),
)
