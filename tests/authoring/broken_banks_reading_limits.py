"""Broken banks: more than a bank may hold, and files that are no text."""

from __future__ import annotations

from broken_banks import Broken

_PROVERB = "the early bird catches the worm, but the second mouse gets the cheese"
_GLUED = f"{_PROVERB}, and {_PROVERB}, and {_PROVERB}"
_SPEECH = " ".join(["Friends, Romans, countrymen, lend me your ears."] * 210)
_SPOKEN = " ".join(f"{{word {number}}}" for number in range(60))
_SUNG = " ".join(f"{{verse {number}}}" for number in range(60))
_DEEP = "[" * 19 + "one" + "]" * 19
_SOUND = "quiz: 1\ntitle: Norwegian\nquestions:\n  - {id: cheese, front: cheese, back: ost}\n"
_UTF_16 = "\udcfe\udcff" + "".join(f"\0{letter}" for letter in _SOUND)
_UTF_16_LE = "\udcff\udcfe" + "".join(f"{letter}\0" for letter in _SOUND)

BANKS = (
    Broken(
        "a left side that was glued together from three",
        f"""\
quiz: 1
title: Proverbs
questions:
  - id: meanings
    ask: Match each proverb with what it warns of.
    match:
      Haste makes waste: hurry
      {_GLUED}: sleep
      A stitch in time saves nine: delay
      Haste makes waste: speed
""",
        found=((8, 7, "too-much"), (10, 7, "duplicate-key")),
        cures=((_GLUED, "The early bird catches the worm"), ("      Haste makes waste: speed\n", "")),
    ),
    Broken(
        "a whole speech as an explanation, and another one in holes",
        f"""\
quiz: 1
title: Julius Caesar
questions:
  - id: speaker
    ask: Who speaks at the funeral of Caesar after Brutus?
    answer: Mark Antony
    why: {_SPEECH}
  - id: holes
    cloze: "{_SPOKEN} {_SUNG}"
""",
        found=((7, 10, "too-much"), (9, 12, "unreadable-cloze")),
        cures=(
            (_SPEECH, "He asks for their ears."),
            (f"{_SPOKEN} {_SUNG}", f'{_SPOKEN}"\n  - id: more-holes\n    cloze: "{_SUNG}'),
        ),
    ),
    Broken(
        "brackets in brackets in brackets",
        f"""\
quiz: 1
title: Nesting
questions:
  - id: nested
    ask: Which bird lays its eggs into the nests of others?
    answer: the cuckoo
    accept: {_DEEP}
""",
        found=((7, 14, "wrong-shape"), (7, 30, "too-much")),
        cures=((_DEEP, "[a cuckoo bird]"),),
    ),
    Broken(
        "a file that an editor saved as UTF-16",
        _UTF_16,
        found=((1, 1, "unreadable-file"),),
        cures=((_UTF_16, _SOUND),),
    ),
    Broken(
        "a file that an editor saved as UTF-16 with the low bytes first",
        _UTF_16_LE,
        found=((1, 1, "unreadable-file"),),
        cures=((_UTF_16_LE, _SOUND),),
    ),
)
