"""Broken banks: texts that begin with a sign of YAML, or go on behind one."""

from __future__ import annotations

from broken_banks import Broken
from broken_banks_texts import TALKS

BANKS = (
    Broken(
        "a text that begins with a sign of a block",
        """\
quiz: 1
title: Pipes
questions:
  - id: pipe
    front: the sign of a pipe
    back: | is the bar
""",
        found=((6, 11, "broken-yaml"),),
        cures=(("| is the bar", '"| is the bar"'),),
    ),
    Broken(
        "a text that begins with a dash",
        """\
quiz: 1
title: Pipes
questions:
  - id: dash
    front: the sign of an option
    back: - is the dash
""",
        found=((6, 11, "broken-yaml"),),
        cures=(("- is the dash", '"- is the dash"'),),
    ),
    Broken(
        "a text that begins with an asterisk",
        """\
quiz: 1
title: Signs
questions:
  - id: wildcard
    ask: Which sign stands for any number of characters in a shell?
    answer: * (asterisk)
""",
        found=((6, 13, "broken-yaml"),),
        cures=(("* (asterisk)", '"* (asterisk)"'),),
    ),
    Broken(
        "a Windows path in double quotes",
        """\
quiz: 1
title: Computing, year 8
questions:
  - id: home
    ask: Which folder holds the documents of the users on Windows?
    answer: "C:\\Users"
""",
        found=((6, 16, "broken-yaml"),),
        cures=(("C:\\Users", "C:\\\\Users"),),
    ),
    Broken(
        "a prompt that begins with a quoted word",
        """\
quiz: 1
title: Words of the Enlightenment
questions:
  - id: motto
    ask: "Sapere aude" was whose motto of the Enlightenment?
    answer: Immanuel Kant
    accept: [Kant]
""",
        found=((5, 24, "broken-yaml"),),
        cures=(
            (
                '"Sapere aude" was whose motto of the Enlightenment?',
                "'\"Sapere aude\" was whose motto of the Enlightenment?'",
            ),
        ),
    ),
    Broken(
        "an apostrophe in single quotes",
        """\
quiz: 1
title: Physics
questions:
  - id: third-law
    ask: 'What does Newton's third law say about action and reaction?'
    answer: They are equal
    wrong: [They are opposite only at rest, They vanish]
""",
        found=((5, 28, "broken-yaml"),),
        cures=(("Newton's", "Newton''s"),),
    ),
    Broken(
        "a cloze that begins with its hole",
        """\
quiz: 1
title: German verbs
questions:
  - id: gehen
    cloze: {ging|lief} is the past tense.
""",
        found=((5, 24, "broken-yaml"),),
        cures=(("{ging|lief} is the past tense.", '"{ging|lief} is the past tense."'),),
    ),
    Broken(
        "texts with tags of a web page",
        """\
quiz: 1
title: Computing
questions:
  - id: html
    ask: Which tag makes text bold?
    answer: !b
    accept: [<b>, <strong>]
  - id: ampersand
    ask: Which sign begins an entity in HTML?
    answer: &amp
""",
        found=(
            (6, 13, "yaml-feature"),
            (10, 13, "yaml-feature"),
        ),
        cures=(
            ("!b", '"!b"'),
            ("&amp", '"&amp"'),
        ),
    ),
    Broken(
        "a number with a comma in braces",
        """\
quiz: 1
title: Armies
questions:
  - {id: troops, ask: "How many troops stood near the border?", number: 90,000}
""",
        found=((4, 76, "unknown-key"),),
        cures=(("90,000", '"90,000"'),),
    ),
    Broken(
        "a number with a comma in a quote in braces",
        """\
quiz: 1
title: A news article
source: text.md
questions:
  - id: troops
    ask: How many troops stand near the border of Ukraine, as it says?
    number: 90,000
    source: {paragraph: 4, quote: 90,000 troops}
""",
        found=((8, 38, "unknown-key"),),
        cures=(("quote: 90,000 troops", 'quote: "90,000 troops"'),),
        text=TALKS,
    ),
)
