"""Broken banks: options that give themselves away."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "options that stand for the others",
        """\
quiz: 1
title: Vertebrates
questions:
  - id: warm-blooded
    ask: Which of these animals is warm-blooded?
    answer: the robin
    wrong: [the carp, the frog, All of the above]
  - id: gills
    ask: Which of these animals breathes through gills when it is adult?
    answer: the carp
    wrong: [the frog, the newt, None of these]
  - id: feathers
    ask: Which of these animals has feathers?
    answer: the penguin
    wrong:
      - the bat
      - both of them
""",
        found=(
            (7, 33, "all-of-the-above"),
            (11, 33, "none-of-the-above"),
            (17, 9, "all-of-the-above"),
        ),
        cures=(
            ("the frog, All of the above]", "the frog, the newt]"),
            (", None of these]", "]"),
            ("both of them", "the flying fish"),
        ),
    ),
    Broken(
        "options that stand for the others in German",
        """\
quiz: 1
title: Wirbeltiere
language: de
questions:
  - id: eier
    ask: Welche Tiere legen Eier mit harter Schale?
    answer: Vögel
    wrong: [Frösche, Lachse, Alle genannten]
  - id: milch
    ask: Welches Tier säugt seine Jungen?
    answer: der Wal
    wrong: [der Hai, der Pinguin, keine der genannten]
""",
        found=(
            (8, 30, "all-of-the-above"),
            (12, 35, "none-of-the-above"),
        ),
        cures=(
            ("Lachse, Alle genannten]", "Lachse, Fledermäuse]"),
            (", keine der genannten]", "]"),
        ),
    ),
    Broken(
        "a right option that is longer than all others",
        """\
quiz: 1
title: The Black Death
questions:
  - id: spread
    ask: How did the plague come to Europe in 1347?
    answer: On ships from the Black Sea that brought infected rats and fleas to the ports of Italy
    wrong: [With pilgrims, With the wind, From the north]
  - id: quarantine
    ask: How many days does the word quarantine speak of?
    number: 40
    hont: It is Italian.
""",
        found=(
            (6, 13, "longest-answer"),
            (11, 5, "unknown-key"),
        ),
        cures=(
            (
                "On ships from the Black Sea that brought infected rats and fleas to the ports of Italy",
                "On ships from the Black Sea",
            ),
            ("hont", "hint"),
        ),
    ),
    Broken(
        "absolute words in the wrong options alone",
        """\
quiz: 1
title: Medicines
questions:
  - id: antibiotics
    ask: What do antibiotics do against viruses?
    answer: They have no effect
    wrong:
      - They always kill them
      - They never fail
      - They help if taken early
""",
        found=((8, 9, "absolute-word"),),
        cures=(
            ("They always kill them", "They kill them within days"),
            ("They never fail", "They make them weaker"),
        ),
    ),
    Broken(
        "all of the above as the right answer",
        """\
quiz: 1
title: Vertebrates
questions:
  - id: warm-blooded
    ask: Which of these animals are warm-blooded?
    answer: All of the above
    wrong: [the robin, the bat, the whale]
""",
        found=((6, 13, "all-of-the-above"),),
        cures=(
            (
                "answer: All of the above\n    wrong: [the robin, the bat, the whale]",
                "answers: [the robin, the bat, the whale]\n    wrong: [the carp, the frog]",
            ),
        ),
    ),
    Broken(
        "ranges that share their ends, one after the other",
        """\
quiz: 1
title: The human body
questions:
  - id: water
    ask: How many per cent of the weight of a newborn child are water?
    answer: 60-75
    wrong: [30-45, 45-60]
""",
        found=(
            (6, 13, "overlapping-ranges"),
            (7, 20, "overlapping-ranges"),
        ),
        cures=(
            ("60-75", "61-75"),
            ("45-60", "46-60"),
        ),
    ),
)
