"""The names of the numbers below 2,000 in nine languages, without spaces, hyphens and accents.

A table of names is strict where a grammar is not: ``twothree`` and ``vingtquatrecinq`` name
nothing. It is small: each language gives its words, and here they are joined as it joins them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEN, HUNDRED = 10, 100


class Words(NamedTuple):
    """How a language names numbers.

    ``ones`` are 0 to 19 (several ways with a stroke), ``tens`` 20 to 90. ``before``: the ones
    stand before the tens, joined by ``link``; else behind. ``hundred`` is joined to the rest by
    any of ``joints``. ``of_teens``: there is a nineteen hundred.
    """

    ones: str
    tens: str
    hundred: str
    link: tuple[str, ...] = ("",)
    joints: tuple[str, ...] = ("",)
    before: bool = False
    of_teens: bool = False
    hundreds: str = ""


WORDS: Mapping[str, Words] = {
    "en": Words(
        "zero/nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "hundred",
        joints=("", "and"),
        of_teens=True,
    ),
    "de": Words(
        "null ein/eins/eine/einen/einem/einer zwei/zwo drei vier funf/fuenf sechs sieben acht neun zehn elf "
        "zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreissig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig",
        "hundert",
        link=("und",),
        joints=("", "und"),
        before=True,
        of_teens=True,
    ),
    "nl": Words(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "honderd",
        link=("en",),
        joints=("", "en"),
        before=True,
        of_teens=True,
    ),
    "fr": Words(
        "zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dixsept dixhuit dixneuf",
        "vingt trente quarante cinquante soixante septante quatrevingt/huitante/octante nonante",
        "cent/cents",
        link=("", "et"),
    ),
    "es": Words(
        "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciseis/diezyseis diecisiete/diezysiete dieciocho/diezyocho diecinueve/diezynueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "cien/ciento",
        link=("y",),
        hundreds="doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
        "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas "
        "novecientos/novecientas",
    ),
    "it": Words(
        "zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
        "quattordici quindici sedici diciassette diciotto diciannove",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        "cento/cent",
    ),
    "pt": Words(
        "zero um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze "
        "quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "cem/cento",
        link=("e",),
        joints=("e", ""),
        hundreds="duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas "
        "seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas",
    ),
    "pl": Words(
        "zero jeden/jedna/jedno dwa/dwie trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie "
        "dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie",
        "dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat "
        "dziewiecdziesiat",
        "sto",
        hundreds="dwiescie trzysta czterysta piecset szescset siedemset osiemset dziewiecset",
    ),
    "tr": Words(
        "sifir bir iki uc dort bes alti yedi sekiz dokuz on onbir oniki onuc ondort onbes onalti onyedi "
        "onsekiz ondokuz",
        "yirmi otuz kirk elli altmis yetmis seksen doksan",
        "yuz",
    ),
}


@cache
def names(code: str) -> Mapping[str, int]:
    """Return what each name of a number from 0 to 1,999 means; empty for a language without a table."""
    words = WORDS.get(code)
    if words is None:
        return {}
    small = {**dict(_small(words)), **_irregular(code)}
    found = dict(small)
    heads = [*_hundreds(words, small), *((name, value) for name, value in small.items() if value == HUNDRED)]
    for head, value in heads:
        found[head] = value
        found |= {
            f"{head}{joint}{name}": value + rest
            for name, rest in small.items()
            if rest
            for joint in words.joints
        }
    return found


@cache
def starts(code: str) -> frozenset[str]:
    """Return the first three letters of all names, or all letters of shorter ones."""
    return frozenset(name[:3] for name in names(code))


def digits(code: str) -> Mapping[str, int]:
    """Return what the names of 0 to 9 mean."""
    return {name: value for name, value in names(code).items() if value < TEN}


def _small(words: Words) -> Iterator[tuple[str, int]]:
    """Yield the names of 0 to 99."""
    ones = [way.split("/") for way in words.ones.split()]
    yield from ((name, value) for value, ways in enumerate(ones) for name in ways)
    for ten, ways in enumerate(words.tens.split(), 2):
        for name in ways.split("/"):
            yield name, ten * TEN
            for one in range(1, TEN):
                yield from ((joined, ten * TEN + one) for joined in _joined(name, ones[one], words))


def _joined(ten: str, ones: list[str], words: Words) -> Iterator[str]:
    for one in ones:
        for link in words.link:
            yield f"{one}{link}{ten}" if words.before else f"{ten}{link}{one}"


def _hundreds(words: Words, small: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the names of the hundreds, up to 1,900 where they are counted in hundreds."""
    most = 20 if words.of_teens else TEN
    for name in words.hundred.split("/"):
        yield name, HUNDRED
        if not words.hundreds:
            yield from ((one + name, value * HUNDRED) for one, value in small.items() if 0 < value < most)
    for value, ways in enumerate(words.hundreds.split(), 2):
        yield from ((way, value * HUNDRED) for way in ways.split("/"))


def _irregular(code: str) -> Mapping[str, int]:
    match code:
        case "en":
            return {"adozen": 12, "dozen": 12, "halfadozen": 6, "ahundred": HUNDRED}
        case "fr":
            return dict(_scores())
        case "es":
            return dict(_twenties())
        case "it":
            return dict(_elided())
        case _:
            return {}


def _scores() -> Iterator[tuple[str, int]]:
    """Yield what French counts in twenties: 70 to 79, 80, 90 to 99."""
    words = WORDS["fr"].ones.split()
    yield "quatrevingts", 80
    for ten in range(TEN, 20):
        for link in ("", "et"):
            yield f"soixante{link}{words[ten]}", 60 + ten
            yield f"quatrevingt{link}{words[ten]}", 80 + ten


def _twenties() -> Iterator[tuple[str, int]]:
    """Yield the Spanish numbers 21 to 29, which are one word."""
    for one, ways in enumerate(WORDS["es"].ones.split()[1:TEN], 1):
        yield from ((f"veinti{way}", 20 + one) for way in ways.split("/"))


def _elided() -> Iterator[tuple[str, int]]:
    """Yield the Italian numbers that lose a vowel before one and eight."""
    for ten, name in enumerate(WORDS["it"].tens.split(), 2):
        yield from ((name[:-1] + one, ten * TEN + 1) for one in ("uno", "un", "una"))
        yield f"{name[:-1]}otto", ten * TEN + 8
