"""Broken banks: lines that YAML does not take, for a colon, a tab, an indentation."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "a colon in a prompt",
        """\
quiz: 1
title: The Congress of Vienna
questions:
  - id: host
    ask: Who presided over the Congress of Vienna?
    answer: Klemens von Metternich
    axept: [Metternich]
  - id: french-envoy
    ask: France: who spoke for it in Vienna?
    answer: Talleyrand
""",
        found=(
            (7, 5, "unknown-key"),
            (9, 16, "broken-yaml"),
        ),
        cures=(
            ("axept", "accept"),
            ("France: who spoke for it in Vienna?", '"France: who spoke for it in Vienna?"'),
        ),
    ),
    Broken(
        "a colon in an answer and in an option",
        """\
quiz: 1
title: Novels of the nineteenth century
questions:
  - id: subtitle
    ask: Which subtitle did Mary Shelley give to her novel Frankenstein?
    answer: Frankenstein: or, The Modern Prometheus
    wrong: [A Novel without a Hero, A Pure Woman]
""",
        found=((6, 25, "broken-yaml"),),
        cures=(("Frankenstein: or, The Modern Prometheus", '"or, The Modern Prometheus"'),),
    ),
    Broken(
        "a key indented too far",
        """\
quiz: 1
title: Rocks
questions:
  - id: granite
    ask: Which kind of rock is granite?
      answer: igneous
    wrong: [sedimentary, metamorphic]
""",
        found=((6, 7, "broken-yaml"),),
        cures=(("      answer: igneous", "    answer: igneous"),),
    ),
    Broken(
        "a question that begins a column too far to the left",
        """\
quiz: 1
title: The French Revolution
questions:
  - id: storming
    ask: When was the Bastille stormed?
    date: 1789-07-14
 - id: oath
    ask: When was the Tennis Court Oath sworn?
    date: 1789-06-20
""",
        found=((7, 2, "broken-yaml"),),
        cures=((" - id: oath", "  - id: oath"),),
    ),
    Broken(
        "a tab before a key",
        """\
quiz: 1
title: Spanish, lesson 4
language: en
questions:
  - id: to-eat
    front: to eat
\tback: comer
""",
        found=((7, 1, "broken-yaml"),),
        cures=(("\tback", "    back"),),
    ),
    Broken(
        "a tab after the dash",
        """\
quiz: 1
title: Spanish, lesson 4
questions:
  - id: to-drink
    front: to drink
    back: beber
  -\tid: to-sleep
    front: to sleep
    back: dormir
""",
        found=((7, 4, "broken-yaml"),),
        cures=(("-\tid", "- id"),),
    ),
    Broken(
        "a quote that is never closed",
        """\
quiz: 1
title: Shakespeare's tragedies
questions:
  - id: question
    ask: "Who asks whether to be or not to be?
    answer: Hamlet
  - id: moor
    ask: Which tragedy is set in Venice and Cyprus?
    answer: Othello
""",
        found=((5, 10, "broken-yaml"),),
        cures=(("to be?", 'to be?"'),),
    ),
    Broken(
        "a misspelt key before an entry that lacks its dash",
        """\
quiz: 1
title: The French Revolution
questions:
  - id: storming
    ask: When was the Bastille stormed?
    dat: 1789-07-14
  id: oath
    ask: When was the Tennis Court Oath sworn?
    date: 1789-06-20
""",
        found=((6, 5, "unknown-key"), (7, 3, "broken-yaml")),
        cures=(("    dat:", "    date:"), ("  id: oath", "  - id: oath")),
    ),
)
