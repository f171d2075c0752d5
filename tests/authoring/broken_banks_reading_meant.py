"""Broken banks: keys in other words, in another language, in other letters, or misspelt at the top."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import TALKS

BANKS = (
    Broken(
        "question for ask",
        """\
quiz: 1
title: Capitals
questions:
  - id: swiss
    question: Which city is the capital of Switzerland?
    answer: Bern
""",
        found=((5, 5, "unknown-key"),),
        cures=(("question: Which", "ask: Which"),),
    ),
    Broken(
        "keys in another language, as a teacher writes them at home",
        """\
quiz: 1
title: Die Weimarer Republik
language: de
questions:
  - id: ausrufung
    frage: Wer rief am 9. November 1918 die Republik aus?
    antwort: Philipp Scheidemann
    tags: [1918]
""",
        found=(
            (6, 5, "unknown-key"),
            (7, 5, "unknown-key"),
        ),
        cures=(
            ("frage:", "ask:"),
            ("antwort:", "answer:"),
        ),
    ),
    Broken(
        "a swapped key that is taken for another",
        """\
quiz: 1
title: The Black Death
questions:
  - id: quarantine
    ask: How many days does the word quarantine speak of?
    number: 40
    hnit: It is Italian.
""",
        found=((7, 5, "unknown-key"),),
        cures=(("hnit", "hint"),),
    ),
    Broken(
        "a letter of another alphabet in a key",
        """\
quiz: 1
title: Speeds
questions:
  - id: sound
    ask: What is faster than sound?
    \u0430nswer: light
""",
        found=((6, 5, "unknown-key"),),
        cures=(("\u0430nswer", "answer"),),
    ),
    Broken(
        "a line that is indented with no-break spaces",
        """\
quiz: 1
title: Pipes
questions:
  - id: pipe
    front: the sign of a pipe
\xa0\xa0\xa0\xa0back: the bar
""",
        found=((6, 1, "unknown-key"),),
        cures=(("\xa0\xa0\xa0\xa0back", "    back"),),
    ),
    Broken(
        "the first key of the bank misspelt",
        """\
qiuz: 1
title: Speeds
questions:
  - {id: sound, front: speed of sound, back: 340 m/s}
""",
        found=((1, 1, "unknown-key"),),
        cures=(("qiuz", "quiz"),),
    ),
    Broken(
        "the list of questions misspelt, and a fault in it",
        """\
quiz: 1
title: Speeds
qestions:
  - {id: sound, front: speed of sound, bakc: 340 m/s}
""",
        found=(
            (3, 1, "unknown-key"),
            (4, 40, "unknown-key"),
        ),
        cures=(
            ("qestions", "questions"),
            ("bakc", "back"),
        ),
    ),
    Broken(
        "the source of a bank misspelt",
        """\
quiz: 1
title: A news article
sorce: text.md
questions:
  - {id: city, front: where the talks could begin, back: Geneva, source: {paragraph: 2}}
""",
        found=((3, 1, "unknown-key"),),
        cures=(("sorce", "source"),),
        text=TALKS,
    ),
    Broken(
        "a source with slips of the fingers",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: spokeswoman
    ask: Who answered for the White House?
    answer: Jen Psaki
    accept: [Psaki]
    source:
      paragraf: 3
      qoute: Jen Psaki answered for the White House
  - id: day
    ask: On which day did Russia make its drafts public?
    date: 2021-12-17
    source:
      paragraph: 1
      hint: It was a Friday.
      paragraph: 2
""",
        found=(
            (10, 7, "unknown-key"),
            (11, 7, "unknown-key"),
            (17, 7, "misplaced-key"),
            (18, 7, "duplicate-key"),
        ),
        cures=(
            ("paragraf", "paragraph"),
            ("qoute", "quote"),
            ("      hint: It was a Friday.\n      paragraph: 2\n", ""),
            ("date: 2021-12-17", "date: 2021-12-17\n    hint: It was a Friday."),
        ),
        text=TALKS,
    ),
    Broken(
        "a source that is a number or a path",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: first
    front: where the talks could begin
    back: Geneva
    source: 2
""",
        found=((8, 13, "wrong-shape"),),
        cures=(("source: 2", "source: {paragraph: 2}"),),
        text=TALKS,
    ),
    Broken(
        "the name of the language in a word",
        """\
quiz: 1
title: Speeds
language: English
questions:
  - id: sound
    ask: How many kilometres does sound go in a second, to one decimal?
    number: 0.3
""",
        found=((3, 11, "unreadable-value"),),
        cures=(("English", "en"),),
    ),
    Broken(
        "a bank without its first line, and faults below",
        """\
title: Lakes of Switzerland
questions:
  - id: geneva
    prompt: Which city lies where the Rhone leaves its lake?
    answer: Geneva
  - id: thun
    cloze: The Aare runs through the {{c1::Thunersee}}.
""",
        found=(
            (1, 1, "no-bank"),
            (4, 5, "unknown-key"),
            (7, 38, "unreadable-cloze"),
        ),
        cures=(
            ("title:", "quiz: 1\ntitle:"),
            ("prompt:", "ask:"),
            ("{{c1::Thunersee}}", "{Thunersee}"),
        ),
    ),
)
