"""Broken banks: characters that nobody sees, and ids that say nothing."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "invisible characters from a web page",
        """\
quiz: 1
title: The Silk \xadRoad
questions:
  - id: xian
    ask: In which Chinese city did the Silk Road begin?
    answer: Xi'an\u200b
    accept: [Chang'an, \ufeffSian]
  - id: polo
    ask: Who told of his journey to the court of Kublai Khan?
    answer: Marco\u2060 Polo
    wrong: [Ibn Battuta, William\u200d of Rubruck]
""",
        found=(
            (2, 17, "invisible-character"),
            (6, 18, "invisible-character"),
            (7, 24, "refused-character"),
            (10, 18, "invisible-character"),
            (11, 33, "invisible-character"),
        ),
        cures=(
            ("Silk \xadRoad", "Silk Road"),
            ("Xi'an\u200b", "Xi'an"),
            ("\ufeffSian", "Sian"),
            ("Marco\u2060", "Marco"),
            ("William\u200d", "William"),
        ),
    ),
    Broken(
        "a line separator inside a text",
        """\
quiz: 1
title: Prophets
questions:
  - id: ninive
    front: "The prophet who was sent to\u2028Nineveh"
    back: Jonah
""",
        found=((5, 40, "invisible-character"),),
        cures=(("to\u2028Nineveh", "to Nineveh"),),
    ),
    Broken(
        "text that runs in the other direction",
        """\
quiz: 1
title: Files that are not what they seem
questions:
  - id: exe
    ask: What kind of file is it?
    answer: \u202etxt.exe
    wrong: [a text, a picture]
  - id: isolate
    front: shalom
    back: \u2067\u05e9\u05dc\u05d5\u05dd\u2069
""",
        found=(
            (6, 13, "turned-direction"),
            (10, 11, "turned-direction"),
            (10, 16, "turned-direction"),
        ),
        cures=(
            ("\u202etxt.exe", "a program"),
            ("\u2067\u05e9\u05dc\u05d5\u05dd\u2069", "\u05e9\u05dc\u05d5\u05dd"),
        ),
    ),
    Broken(
        "letters of another alphabet in a word",
        """\
quiz: 1
title: \u0421\u043a\u043e\u0440\u043e\u0441\u0442\u044c \u0438 \u043c\u0430\u0442\u0435\u0440\u0438\u044f
questions:
  - id: moscow
    ask: Which city lies on the Moskva?
    answer: M\u043escow
  - id: peter
    ask: Who founded Saint Petersburg?
    answer: Peter the Great
    accept: [\u0420eter I]
    hnit: It was in 1703.
  - id: moskau
    front: the Russian name of Moscow
    back: \u041c\u043e\u0441\u043a\u0432a
""",
        found=(
            (6, 14, "look-alike-letters"),
            (10, 14, "look-alike-letters"),
            (11, 5, "unknown-key"),
            (14, 16, "look-alike-letters"),
        ),
        cures=(
            ("M\u043escow", "Moscow"),
            ("\u0420eter", "Peter"),
            ("hnit", "hint"),
            ("\u041c\u043e\u0441\u043a\u0432a", "\u041c\u043e\u0441\u043a\u0432\u0430"),
        ),
    ),
    Broken(
        "accents that stand alone, and odd spaces in tags",
        """\
quiz: 1
title: Lakes and rivers of Switzerland
questions:
  - id: lake
    ask: At which end of Lake Geneva does the Rhône leave it, seen from Lausanne?
    answer: Gene\u0300ve
    accept: [in the west]
    tags: [lakes\xa0and rivers]
    group: Lake\u202fGeneva
  - id: rhone
    front: the river between Lake Geneva and Lyon
    back: the Rho\u0302ne
""",
        found=(
            (6, 13, "decomposed-letters"),
            (8, 17, "odd-space"),
            (9, 16, "odd-space"),
            (12, 15, "decomposed-letters"),
        ),
        cures=(
            ("Gene\u0300ve", "Genève"),
            ("lakes\xa0and", "lakes and"),
            ("Lake\u202fGeneva", "Lake Geneva"),
            ("Rho\u0302ne", "Rhône"),
        ),
    ),
    Broken(
        "ids that say nothing or look like something else",
        """\
quiz: 1
title: Fractions
questions:
  - id: new
    front: one half in per cent
    back: 50%
  - id: -quarter
    front: one quarter in per cent
    back: 25%
  - id: 1e3
    front: ten to the power of three
    back: a thousand
  - id: yes
    front: Is one third more than 33%?
    back: It is, by a third of one per cent.
""",
        found=(
            (4, 9, "doubtful-id"),
            (7, 9, "doubtful-id"),
            (10, 9, "doubtful-id"),
            (13, 9, "doubtful-id"),
        ),
        cures=(
            ("id: new", "id: half"),
            ("-quarter", "quarter"),
            ("1e3", '"1e3"'),
            ("id: yes", 'id: "yes"'),
        ),
    ),
    Broken(
        "ids that differ in capitals only, and none",
        """\
quiz: 1
title: Roman numerals
questions:
  - id: L
    front: L
    back: fifty
  - id: l
    front: L in another hand
    back: also fifty
  - front: C
    back: a hundred
  - front: D
    back: five hundred
""",
        found=(
            (7, 9, "ids-differ-in-case"),
            (10, 5, "missing-id"),
        ),
        cures=(
            ("id: l\n", "id: fifty-too\n"),
            ("- front: C", "- id: c\n    front: C"),
            ("- front: D", "- id: d\n    front: D"),
        ),
    ),
)
