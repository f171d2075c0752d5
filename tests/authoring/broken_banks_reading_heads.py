"""Broken banks: heads, and lists of questions that are none."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "a head without title and questions",
        """\
quiz: 1
description: Verbs that take être in the passé composé.
language: fr
tags: [verbs]
""",
        found=(
            (1, 1, "missing-key"),
            (1, 1, "missing-key"),
        ),
        cures=(
            ("quiz: 1", "quiz: 1\ntitle: Verbs with être"),
            ("tags: [verbs]", ("tags: [verbs]\nquestions:\n  - {id: aller, front: aller, back: être allé}")),
        ),
    ),
    Broken(
        "the first line of a bank was forgotten",
        """\
# Seventh form, second unit
title: The water cycle
questions:
  - id: evaporation
    ask: What is it called when water turns into vapour?
    answer: evaporation
""",
        found=((2, 1, "no-bank"),),
        cures=(("title: The water cycle", "quiz: 1\ntitle: The water cycle"),),
    ),
    Broken(
        "a list of questions without a head",
        """\
- front: the dog
  back: le chien
- front: the cat
  back: le chat
""",
        found=((1, 1, "no-bank"),),
        cures=(
            (
                "- front: the dog\n  back: le chien\n- front: the cat\n  back: le chat\n",
                (
                    "quiz: 1\n"
                    "title: Animals in French\n"
                    "questions:\n"
                    "  - {id: dog, front: the dog, back: le chien}\n"
                    "  - {id: cat, front: the cat, back: le chat}\n"
                ),
            ),
        ),
    ),
    Broken(
        "an empty file",
        """\

""",
        found=((1, 1, "no-bank"),),
        cures=(
            (
                "\n",
                ("quiz: 1\ntitle: To be written\nquestions:\n  - {id: first, front: hello, back: bonjour}\n"),
            ),
        ),
    ),
    Broken(
        "a file of comments alone",
        """\
# Unit 3: the Aztecs
# to do: questions on Tenochtitlan
""",
        found=((1, 1, "no-bank"),),
        cures=(
            (
                "# Unit 3: the Aztecs\n",
                (
                    "quiz: 1\n"
                    "title: The Aztecs\n"
                    "questions:\n"
                    "  - {id: capital, front: capital of the Aztecs, back: Tenochtitlan}\n"
                ),
            ),
        ),
    ),
    Broken(
        "a version that does not exist yet",
        """\
quiz: 2.0
title: Music of the Baroque
questions:
  - id: seasons
    ask: Who composed The Four Seasons?
    answer: Antonio Vivaldi
    accept: [Vivaldi]
""",
        found=((1, 7, "unreadable-value"),),
        cures=(("quiz: 2.0", "quiz: 1"),),
    ),
    Broken(
        "a quotation instead of a version",
        """\
quiz: Music of the Baroque
questions:
  - {id: seasons, front: The Four Seasons, back: Vivaldi}
""",
        found=((1, 7, "unreadable-value"),),
        cures=(("quiz: Music of the Baroque", "quiz: 1\ntitle: Music of the Baroque"),),
    ),
    Broken(
        "questions as a mapping by number",
        """\
quiz: 1
title: Capitals
questions:
  1:
    front: Capital of Austria
    back: Vienna
  2:
    front: Capital of Hungary
    back: Budapest
""",
        found=((4, 3, "wrong-shape"),),
        cures=(
            ("  1:\n    front:", "  - id: austria\n    front:"),
            ("  2:\n    front:", "  - id: hungary\n    front:"),
        ),
    ),
    Broken(
        "questions that are no questions",
        """\
quiz: 1
title: The organs of the body
questions:
  - id: heart
    ask: Which organ pumps the blood?
    answer: the heart
  - What do the kidneys do?
  - [the liver, the spleen]
  - id: lungs
    front: Where does the blood take up oxygen?
    back: in the lungs
""",
        found=(
            (7, 5, "wrong-shape"),
            (8, 5, "wrong-shape"),
        ),
        cures=(
            (
                "  - What do the kidneys do?\n",
                ("  - id: kidneys\n    ask: Which organs filter the blood?\n    answer: the kidneys\n"),
            ),
            (
                "  - [the liver, the spleen]\n",
                "  - id: liver\n    ask: Which organ makes bile?\n    answer: the liver\n",
            ),
        ),
    ),
    Broken(
        "an empty list of questions and an empty title",
        """\
quiz: 1
title:
questions:
  # - id: first
  #   front: Question
""",
        found=(
            (2, 7, "empty-value"),
            (3, 11, "empty-value"),
        ),
        cures=(
            ("title:", "title: Greek letters"),
            (
                "questions:\n  # - id: first\n  #   front: Question",
                "questions:\n  - id: first\n    front: first letter\n    back: alpha",
            ),
        ),
    ),
)
