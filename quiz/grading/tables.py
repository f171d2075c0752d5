"""What grading knows of languages: small closed tables, keyed by ISO 639-1 code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


AND: Mapping[str, str] = {
    "en": "and", "de": "und", "fr": "et", "es": "y/e", "it": "e/ed", "pt": "e", "nl": "en", "pl": "i",
    "sv": "och", "da": "og", "no": "og", "nb": "og", "nn": "og", "fi": "ja", "cs": "a", "sk": "a",
    "ru": "и",
    "uk": "\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}/й/та",
    "el": "και", "tr": "ve", "ro": "si", "hu": "es", "ca": "i",
}  # fmt: skip
"""What ``&`` stands for, without accents; several words with a stroke."""

PERCENT: Mapping[str, str] = {
    "en": "percent|per cent|pct", "de": "prozent", "fr": "pour cent|pourcent", "es": "por ciento",
    "it": "per cento|percento", "pt": "por cento", "nl": "procent",
}  # fmt: skip
"""How ``%`` is written in words, without accents, as a regular expression."""

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
        "prosecute/persecute chose/choose loses/looses carton/carbon niger/nigeria "
        "poison/poisson cousin/coussin baiser/baisser ruse/russe kirche/kirsche kalium/kalzium leben/lieben "
        "fliegen/fliehen reisen/reissen schule/schulde beten/betten polen/pollen raten/ratten ofen/offen "
        "hute/hutte schief/schiff casa/cassa cappello/capello pala/palla nono/nonno caro/carro sete/sette "
        "pena/penna tono/tonno note/notte rosa/rossa pero/perro cero/cerro para/parra ahora/ahorra "
        "meiosis/miosis neuron/neutron silicon/silicone cysteine/cystine insulin/inulin renin/rennin "
        "prostate/prostrate secretin/secretion facial/fascial optic/otic tropic/trophic ethology/ethnology "
        "canon/cannon discreet/discrete ordinance/ordnance simulate/stimulate titan/titian weber/webern "
        "zonen/zonnen manen/mannen bomen/bommen coro/corro"
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


def _months(rows: str) -> dict[str, int]:
    """Map the names, and their first 3 and 4 letters where those mean one month alone."""
    names = [(name, month) for row in rows.split("\n") for month, name in enumerate(row.split(), 1)]
    meant: dict[str, set[int]] = {}
    for name, month in names:
        for length in (3, 4):
            meant.setdefault(name[:length], set()).add(month)
    return {short: min(months) for short, months in meant.items() if len(months) == 1} | dict(names)


MONTHS: Mapping[str, int] = _months(_MONTHS)
"""Month names without accents, in English, German, French, Spanish, Italian, Portuguese, Dutch."""

_GREEK = (
    "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος "
    "νοεμβριος δεκεμβριος"
)
_OTHER_MONTHS: Mapping[str, str] = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": """
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta """
    "marraskuuta joulukuuta",
    "pl": """
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu
""",
    "cs": """
leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
""",
    "ru": """
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
""",
    "uk": """
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
""",
    "el": _GREEK + "\n" + _GREEK.replace("ς", "\N{GREEK SMALL LETTER UPSILON}"),
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hu": "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
    "ca": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
}
_SAME_MONTHS = {"nb": "no", "nn": "no", "sk": "cs"}


@cache
def months(code: str) -> Mapping[str, int]:
    """Return the names of months that are read in a bank of the language: ``MONTHS`` and its own."""
    own = _OTHER_MONTHS.get(_SAME_MONTHS.get(code, code))
    return MONTHS if own is None else {**MONTHS, **_months(own)}


DATE_FILLERS = _set(
    "of the in on year de del le la el der den am im vom anno an jahr di do te "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
"""Words of a date that say nothing to grading."""

OTHER_FILLERS = _set(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi "
    "mercoledi giovedi venerdi domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela pazartesi sali carsamba persembe cuma "
    "cumartesi pazar понедельник вторник среда четверг пятница суббота воскресенье "
    "en l les dia \N{CYRILLIC SMALL LETTER GHE} года рік року roku rok "
    "r w no ano annee yili yilinda ar в году"
)
"""The same in other languages than English; too short or too common to be looked for in a text."""
