"""Broken banks: what is cut off, left empty, or too long."""

from __future__ import annotations

from broken_banks import Broken

LONG = " and ".join(["the early bird catches the worm but the second mouse gets the cheese"] * 3)

BANKS = (
    Broken(
        "a key indented too little",
        """\
quiz: 1
title: Rocks
questions:
  - id: marble
    ask: Which rock does limestone become under heat and pressure?
   answer: marble
    wrong: [slate, basalt]
""",
        found=((6, 4, "broken-yaml"),),
        cures=(("   answer: marble", "    answer: marble"),),
    ),
    Broken(
        "a first line that is indented",
        """\
 quiz: 1
title: Speeds
questions:
  - {id: sound, front: speed of sound, back: 340 m/s}
""",
        found=((2, 1, "broken-yaml"),),
        cures=((" quiz", "quiz"),),
    ),
    Broken(
        "no space behind the colon of an id",
        """\
quiz: 1
title: Pipes
questions:
  - id:pipe
    front: the sign of a pipe
    back: the bar
""",
        found=((4, 5, "broken-yaml"),),
        cures=(("id:pipe", "id: pipe"),),
    ),
    Broken(
        "an option that is too long for a key",
        f"""\
quiz: 1
title: Proverbs
questions:
  - id: early
    ask: Which proverb tells to rise in time?
    answer: The early bird catches the worm
    wrong:
      - Haste makes waste
      - {LONG}: Nobody says that.
""",
        found=((9, 9, "too-much"),),
        cures=(
            (
                LONG,
                "A stitch in time",
            ),
        ),
    ),
    Broken(
        "an option with an empty reason, and no options at all",
        """\
quiz: 1
title: Capitals
questions:
  - id: swiss
    ask: Which city is the capital of Switzerland?
    answer: Bern
    wrong:
      - Zurich:
      - Basel
  - id: austria
    ask: Which city is the capital of Austria?
    answer: Vienna
    wrong:
""",
        found=(
            (8, 16, "empty-value"),
            (13, 11, "empty-value"),
        ),
        cures=(
            ("Zurich:", "Zurich"),
            ("Vienna\n    wrong:", "Vienna"),
        ),
    ),
    Broken(
        "a needed key that is empty",
        """\
quiz: 1
title: Vertebrates
questions:
  - id: feathers
    ask: Which animals have feathers?
    answer:
""",
        found=((6, 12, "empty-value"),),
        cures=(("answer:\n", "answer: the birds\n"),),
    ),
    Broken(
        "yes where a text or a claim may be meant",
        """\
quiz: 1
title: Mammals
questions:
  - id: whale
    ask: Is the whale a mammal?
    answer: yes
""",
        found=((6, 13, "text-or-boolean"),),
        cures=(("answer: yes", 'answer: "yes"'),),
    ),
)
