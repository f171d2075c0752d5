"""What grading knows of languages: small closed tables, keyed by ISO 639-1 code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


AND: Mapping[str, str] = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e",
    "nl": "en", "pl": "i", "sv": "och", "da": "og", "no": "og",
}  # fmt: skip

ARTICLES: Mapping[str, frozenset[str]] = {
    "en": _set("the a an"),
    "de": _set("der die das den dem des ein eine einen einem einer eines"),
    "fr": _set("le la l les un une des"),
    "es": _set("el la los las lo un una unos unas"),
    "it": _set("il lo la l i gli le un uno una"),
    "pt": _set("o a os as um uma uns umas"),
    "nl": _set("de het t een n"),
}

GENDERLESS = _set("en")
"""Languages in which a wrong article says nothing about the noun."""

NO_ARTICLE_BEFORE = _set(
    "flat sharp natural major minor level majeur mineur bemol diese mayor menor sostenido maior "
    "maggiore minore diesis dur moll"
)
"""After these a leading ``a``, ``la`` or ``o`` is the name of a note or a key."""

LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "ng", "ŧ": "t",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i", "ё": "\N{CYRILLIC SMALL LETTER IE}",
})  # fmt: skip
"""Letters that no Unicode decomposition opens; ß is opened by casefolding."""

SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How the same letters are written where the keyboard lacks them."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
UNITS: Mapping[str, int] = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Mapping[str, int] = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS: Mapping[str, str] = {
    word: str(value) + {1: "st", 2: "nd", 3: "rd"}.get(value, "th")
    for value, word in enumerate(_FIRST.split(), 1)
}

NEGATIONS = _set(
    "no not non nor none never neither cannot without ne pas sans rien jamais nicht kein keine nie "
    "ohne sin nunca nada senza mai sem nao geen niet nooit"
)

PREFIXES = (
    "hyper",
    "hypo",
    "inter",
    "intra",
    "anti",
    "ante",
    "non",
    "dis",
    "mis",
    "un",
    "in",
    "im",
    "il",
    "ir",
)
"""A slip inside one of these makes another word, often the opposite; so does one at the very start."""

PAIRS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split("/"))
    for pair in _set(
        "angel/angle casual/causal martial/marital trail/trial statue/statute county/country "
        "desert/dessert breath/breathe moral/morale plane/planet corps/corpse human/humane "
        "quiet/quite united/untied reserve/reverse dairy/diary cloth/clothe comet/comment "
        "calvary/cavalry silver/sliver later/latter diner/dinner tower/towel cooper/copper "
        "planed/planned genes/genres cation/caution peroneal/perineal thymine/thiamine "
        "stationary/stationery complement/compliment moose/mouse eminent/imminent border/boarder "
        "prosecute/persecute chose/choose loses/looses carton/carbon niger/nigeria"
    )
)
"""Two words of one slip that both exist and mean different things."""

ROWS: Mapping[str, str] = {
    "en": "qwertyuiop asdfghjkl zxcvbnm",
    "de": "qwertzuiop asdfghjkl yxcvbnm",
    "fr": "azertyuiop qsdfghjklm wxcvbn",
    "ru": "йцукенгшщзхъ фывапролджэ ячсмитьбю",
}
"""The letters of the keyboards, row by row."""

VOWELS = frozenset("aeiouy") | frozenset("аеиоуыэюяіє") | frozenset("αειουηω")

_MONTHS = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner februar maerz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
"""


def _months() -> dict[str, int]:
    """Map the names, and their first 3 and 4 letters where those mean one month alone."""
    names = [(name, month) for row in _MONTHS.split("\n") for month, name in enumerate(row.split(), 1)]
    meant: dict[str, set[int]] = {}
    for name, month in names:
        for length in (3, 4):
            meant.setdefault(name[:length], set()).add(month)
    return {short: min(months) for short, months in meant.items() if len(months) == 1} | dict(names)


MONTHS: Mapping[str, int] = _months()
"""Month names without accents, in English, German, French, Spanish, Italian, Portuguese, Dutch."""

DATE_FILLERS = _set(
    "of the in on year de del le la el der den am im vom anno an jahr di do te "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
"""Words of a date that say nothing to grading."""
