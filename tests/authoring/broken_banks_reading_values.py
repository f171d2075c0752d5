"""Broken banks: values that are no number, date or truth value."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "yes and no where a text is asked for",
        """\
quiz: 1
title: Mammals
questions:
  - id: whale
    ask: Is the whale a mammal?
    answer: yes
  - id: bat
    ask: Does a bat lay eggs?
    answer: No
  - id: dolphin
    claim: A dolphin breathes through gills.
    answer: no
""",
        found=(
            (6, 13, "text-or-boolean"),
            (9, 13, "text-or-boolean"),
        ),
        cures=(
            ("ask: Is the whale a mammal?", "claim: The whale is a mammal."),
            ("ask: Does a bat lay eggs?", "claim: A bat lays eggs."),
        ),
    ),
    Broken(
        "claims that are neither true nor false",
        """\
quiz: 1
title: Photosynthesis
questions:
  - id: oxygen
    claim: Photosynthesis sets oxygen free.
    answer: correct
  - id: night
    claim: Photosynthesis needs light.
    answer: [true]
  - id: roots
    claim: Photosynthesis takes place in the roots.
    answer: wrong
  - id: sugar
    claim: Photosynthesis makes sugar.
    answer:
""",
        found=(
            (6, 13, "unreadable-value"),
            (9, 13, "wrong-shape"),
            (12, 13, "unreadable-value"),
            (15, 12, "empty-value"),
        ),
        cures=(
            ("correct", "true"),
            ("[true]", "true"),
            ("answer: wrong", "answer: false"),
            ("makes sugar.\n    answer:", "makes sugar.\n    answer: true"),
        ),
    ),
    Broken(
        "switches that are neither on nor off",
        """\
quiz: 1
title: The Industrial Revolution
questions:
  - id: engine
    ask: Whose steam engine of 1776 had a separate condenser?
    answer: James Watt
    accept: [Watt]
    reverse: maybe
    draft: 1
  - id: inventions
    ask: Put these inventions in order of time.
    order: [spinning jenny, power loom, locomotive]
    shuffle: off
""",
        found=(
            (8, 14, "unreadable-value"),
            (9, 12, "unreadable-value"),
            (13, 14, "unreadable-value"),
        ),
        cures=(
            ("maybe", "false"),
            ("draft: 1", "draft: true"),
            ("off", "false"),
        ),
    ),
    Broken(
        "numbers in words and with their units",
        """\
quiz: 1
title: The human body
questions:
  - id: bones
    ask: How many bones has an adult?
    number: about 206
  - id: teeth
    ask: How many teeth has an adult, wisdom teeth among them?
    number: thirty-two
  - id: temperature
    ask: What is the normal temperature of the body?
    number: 37 degrees
    tolerance: 0.5
""",
        found=(
            (6, 13, "unreadable-value"),
            (9, 13, "unreadable-value"),
            (12, 13, "unreadable-value"),
        ),
        cures=(
            ("about 206", "206"),
            ("thirty-two", "32"),
            ("37 degrees", "37\n    unit: degrees Celsius"),
        ),
    ),
    Broken(
        "a decimal point in a German bank",
        """\
quiz: 1
title: Zahlen aus der Physik
language: de
questions:
  - id: fallbeschleunigung
    ask: Wie groß ist die Fallbeschleunigung auf der Erde?
    number: 9.81
    unit: m/s²
    tolerance: 0.05
  - id: schall
    ask: Wie viele Meter legt der Schall in der Luft in einer Sekunde zurück?
    number: 343
    tolerance: 5 %
""",
        found=(
            (7, 13, "unreadable-value"),
            (9, 16, "unreadable-value"),
        ),
        cures=(
            ("9.81", "9,81"),
            ("0.05", "0,05"),
        ),
    ),
    Broken(
        "tolerances that are none",
        """\
quiz: 1
title: Mountains and lakes
questions:
  - id: everest
    ask: How many metres high is Mount Everest?
    number: 8,849
    tolerance: ± 10
  - id: mont-blanc
    ask: How many metres high is Mont Blanc?
    number: 4,806
    tolerance: -5
  - id: constance
    ask: How many square kilometres has Lake Constance?
    number: 536
    tolerance: 5 percent
""",
        found=(
            (7, 16, "unreadable-value"),
            (11, 16, "unreadable-value"),
            (15, 16, "unreadable-value"),
        ),
        cures=(
            ("± 10", "10"),
            ("-5", "5"),
            ("5 percent", "5%"),
        ),
    ),
    Broken(
        "dates as people say them",
        """\
quiz: 1
title: The First World War
questions:
  - id: sarajevo
    ask: On which day were shots fired at the heir of Austria in Sarajevo?
    date: 28 June 1914
  - id: armistice
    ask: On which day did the fighting end in the west?
    date: 11.11.1918
  - id: entry
    ask: In which month did the United States enter the war?
    date: 04/1917
  - id: end-of-verdun
    ask: In which year did the battle of Verdun take place?
    date: 1916
""",
        found=(
            (6, 11, "unreadable-value"),
            (9, 11, "unreadable-value"),
            (12, 11, "unreadable-value"),
        ),
        cures=(
            ("28 June 1914", "1914-06-28"),
            ("11.11.1918", "1918-11-11"),
            ("04/1917", "1917-04"),
        ),
    ),
    Broken(
        "days that no calendar has",
        """\
quiz: 1
title: Leap years
questions:
  - id: last-day
    ask: Which was the last day of February 1900?
    date: 1900-02-29
  - id: new-year
    ask: On which day did the twentieth century end, as most calendars count?
    date: 2000-31-12
  - id: gregorian
    ask: On which day did Italy begin to count by Pope Gregory's calendar?
    date: 1582-10-15
""",
        found=(
            (6, 11, "unreadable-value"),
            (9, 11, "unreadable-value"),
        ),
        cures=(
            ("1900-02-29", "1900-02-28"),
            ("2000-31-12", "2000-12-31"),
        ),
    ),
)
