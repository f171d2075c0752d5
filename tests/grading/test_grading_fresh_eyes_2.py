"""Rows by a reader who knew the published rules and not the code: text in other languages, and picks."""

from __future__ import annotations

import unicodedata

import pytest

from quiz.review import Rating
from tests.grading.snippets import NEAR, PARTLY, RIGHT, WRONG, Given, named, verdict

LANGUAGES = [
    # German
    ("de", "answer: die Donau", "Donau", RIGHT),
    ("de", "answer: Donau", "die donau", RIGHT),
    ("de", "answer: Straße", "STRASSE", RIGHT),
    ("de", "answer: Köln", "Koeln", RIGHT),
    ("de", "answer: Köln", "Koln", RIGHT),
    ("de", "answer: Bundeskanzler", "Bundeskanlzer", NEAR),
    ("de", "answer: Bundeskanzler", "Bundeskanzlerin", WRONG),
    ("de", "answer: einundzwanzig", "21", RIGHT),
    ("de", "answer: zwölf", "zwanzig", WRONG),
    ("de", "answer: keine Steuern", "Steuern", WRONG),
    ("de", "answer: keine Steuern", "eine Steuern", WRONG),
    ("de", "answer: nicht schuldig", "schuldig", WRONG),
    ("de", "answer: Friedrich II.", "Friedrich der Zweite", RIGHT),
    ("de", "answer: Friedrich II.", "Friedrich 2.", RIGHT),
    ("de", "answer: Friedrich II.", "Friedrich I.", WRONG),
    ("de", "answer: II. Weltkrieg", "Zweiter Weltkrieg", RIGHT),
    ("de", "answer: II. Weltkrieg", "Erster Weltkrieg", WRONG),
    ("de", "answer: Hund und Katze", "Hund & Katze", RIGHT),
    ("de", "answer: Nitrat", "Nitrit", WRONG),
    ("de", "answer: Kalium", "Kalzium", WRONG),
    # French
    ("fr", "answer: l'Égypte", "Egypte", RIGHT),
    ("fr", "answer: l'Égypte", "L\N{RIGHT SINGLE QUOTATION MARK}ÉGYPTE", RIGHT),
    ("fr", "answer: la France", "France", RIGHT),
    ("fr", "answer: le Rhône", "rhone", RIGHT),
    ("fr", "answer: un œuf", "oeuf", RIGHT),
    ("fr", "answer: Bordeaux", "Bordeax", NEAR),
    ("fr", "answer: Napoléon Ier", "Napoléon 1er", RIGHT),
    ("fr", "answer: Napoléon Ier", "Napoleon premier", RIGHT),
    ("fr", "answer: Napoléon Ier", "Napoléon III", WRONG),
    ("fr", "answer: quatre-vingt-dix", "90", RIGHT),
    ("fr", "answer: quatre-vingt-dix", "quatre-vingts", WRONG),
    ("fr", "answer: il ne pleut pas", "il pleut", WRONG),
    ("fr", "answer: sel et poivre", "sel & poivre", RIGHT),
    # Spanish
    ("es", "answer: el Nilo", "Nilo", RIGHT),
    ("es", "answer: España", "Espana", RIGHT),
    ("es", "answer: ¡Hola!", "hola", RIGHT),
    ("es", "answer: año, exact: true", "ano", WRONG),
    ("es", "answer: Felipe II", "Felipe Segundo", RIGHT),
    ("es", "answer: Felipe II", "Felipe III", WRONG),
    ("es", "answer: el segundo", "el dos", WRONG),
    ("es", "answer: veintidós", "22", RIGHT),
    ("es", "answer: pan y vino", "pan & vino", RIGHT),
    ("es", "answer: Zaragoza", "Zaragzoa", NEAR),
    ("es", "answer: no fumar", "fumar", WRONG),
    ("es", "answer: sal", "sol", WRONG),
    # Polish
    ("pl", "answer: Łódź", "Lodz", RIGHT),
    ("pl", "answer: Wisła", "wisla", RIGHT),
    ("pl", "answer: Kościuszko", "KOSCIUSZKO", RIGHT),
    ("pl", "answer: Warszawa", "Warszwaa", NEAR),
    ("pl", "answer: Mickiewicz", "Mickiewcz", NEAR),
    ("pl", "answer: Zygmunt III", "Zygmunt II", WRONG),
    ("pl", "answer: Jan III Sobieski", "Jan 3 Sobieski", RIGHT),
    ("pl", "answer: Jan III Sobieski", "Jan Sobieski", WRONG),
    ("pl", "answer: Zygmunt III", "Zygmunt Trzeci", RIGHT),
    ("pl", "answer: Zygmunt III", "Zygmunt Drugi", WRONG),
    ("pl", "answer: II wojna światowa", "druga wojna światowa", RIGHT),
    ("pl", "answer: II wojna światowa", "I wojna światowa", WRONG),
    ("pl", "answer: dwadzieścia jeden", "21", RIGHT),
    ("pl", "answer: dwadzieścia jeden", "dwadzieścia", WRONG),
    ("pl", "answer: nie palić", "palić", WRONG),
    ("pl", "answer: sól i pieprz", "sól & pieprz", RIGHT),
    # Turkish
    ("tr", "answer: İstanbul", "istanbul", RIGHT),
    ("tr", "answer: İstanbul", "ISTANBUL", RIGHT),
    ("tr", "answer: Iğd\N{LATIN SMALL LETTER DOTLESS I}r", "IĞDIR", RIGHT),
    ("tr", "answer: Iğd\N{LATIN SMALL LETTER DOTLESS I}r", "igdir", RIGHT),
    ("tr", "answer: Diyarbak\N{LATIN SMALL LETTER DOTLESS I}r", "DİYARBAKIR", RIGHT),
    ("tr", "answer: Çanakkale", "Canakale", NEAR),
    ("tr", "answer: Ankara", "Anakra", NEAR),
    ("tr", "answer: yirmi üç", "23", RIGHT),
    ("tr", "answer: II. Mahmud", "2. Mahmud", RIGHT),
    ("tr", "answer: II. Mahmud", "İkinci Mahmud", RIGHT),
    ("tr", "answer: II. Mahmud", "I. Mahmud", WRONG),
    ("tr", "answer: II. Mahmud", "Üçüncü Mahmud", WRONG),
    ("tr", "answer: doğru değil", "doğru", WRONG),
    ("tr", "answer: tuz ve biber", "tuz & biber", RIGHT),
    # Italian, Portuguese, Swedish, Danish
    ("it", "answer: l'Arno", "Arno", RIGHT),
    ("it", "answer: perché", "perche'", RIGHT),
    ("it", "answer: Vittorio Emanuele II", "Vittorio Emanuele Secondo", RIGHT),
    ("it", "answer: Vittorio Emanuele II", "Vittorio Emanuele III", WRONG),
    ("nl", "answer: Willem II", "Willem de Tweede", RIGHT),
    ("nl", "answer: Willem II", "Willem de Derde", WRONG),
    ("pt", "answer: Pedro II", "Pedro Primeiro", WRONG),
    ("pt", "answer: o Brasil", "brasil", RIGHT),
    ("pt", "answer: São Paulo", "Sao Palo", NEAR),
    ("sv", "answer: Göteborg", "Goteborg", RIGHT),
    ("da", "answer: Ærø", "Aero", RIGHT),
    # other scripts
    ("ru", "answer: Москва", "москва", RIGHT),
    ("ru", "answer: Москва", "Моксва", NEAR),
    ("ru", "answer: ёлка", "елка", RIGHT),
    ("ru", "answer: Пётр I", "Петр Первый", RIGHT),
    ("ru", "answer: Вторая мировая война", "2-я мировая война", RIGHT),
    ("ru", "answer: Вторая мировая война", "Первая мировая война", WRONG),
    ("ru", "answer: Екатерина II", "Екатерина Вторая", RIGHT),
    ("ru", "answer: Екатерина II", "Екатерина Первая", WRONG),
    ("ru", "answer: Пётр I", "Пётр II", WRONG),
    ("ru", "answer: мой, accept: [мой брат]", "мои", WRONG),  # й is a letter, no accent
    ("el", "answer: Αθήνα", "ΑΘΗΝΑ", RIGHT),
    ("el", "answer: κόσμος", "ΚΟΣΜΟΣ", RIGHT),
    ("ja", "answer: 東京", "京都", WRONG),
    ("ja", "answer: カタカナ", "ｶﾀｶﾅ", RIGHT),
    ("ja", "answer: かき", "がき", WRONG),  # the two strokes make another sound
    ("ko", "answer: 한국", unicodedata.normalize("NFD", "한국"), RIGHT),
    ("hi", "answer: की", "का", WRONG),  # vowels are written as marks
    ("th", "answer: ไม่", "ไม้", WRONG),  # tones make other words
    ("ar", "answer: كِتَاب", "كتاب", RIGHT),
    ("he", "answer: שָׁלוֹם", "שלום", RIGHT),
]

EVEN = "answers: [two, four], wrong: [three, five]"
SIZES = "order: [ant, cat, cow, whale]"
CAPITALS = "match: {France: Paris, Italy: Rome, Spain: Madrid}"
VENUE = "answer: Geneva, wrong: [Vienna, Oslo]"

PICKS: list[tuple[str, Given, str]] = [
    (EVEN, ("two", "four"), RIGHT),
    (EVEN, ("four", "two"), RIGHT),
    (EVEN, ("two",), PARTLY),
    (EVEN, ("two", "four", "three"), PARTLY),
    (EVEN, ("two", "three"), WRONG),  # one right, one wrong: nothing is left
    (EVEN, ("two", "three", "four", "five"), WRONG),  # picking all shows no knowledge
    (EVEN, ("three",), WRONG),
    (EVEN, (), WRONG),
    (SIZES, ("ant", "cat", "cow", "whale"), RIGHT),
    (SIZES, ("ant", "cat", "whale", "cow"), PARTLY),
    (SIZES, ("whale", "ant", "cat", "cow"), PARTLY),
    (SIZES, ("whale", "cow", "cat", "ant"), WRONG),  # nothing stands in order
    (CAPITALS, {"France": "Paris", "Italy": "Rome", "Spain": "Madrid"}, RIGHT),
    (CAPITALS, {"Spain": "Madrid", "France": "Paris", "Italy": "Rome"}, RIGHT),
    (CAPITALS, {"France": "Rome", "Italy": "Paris", "Spain": "Madrid"}, PARTLY),
    (CAPITALS, {"France": "Rome", "Italy": "Madrid", "Spain": "Paris"}, WRONG),
    (VENUE, ("Geneva",), RIGHT),
    (VENUE, ("Vienna",), WRONG),
    (VENUE, (), WRONG),
    ("claim: It lies on a lake., answer: true", ("true",), RIGHT),
    ("claim: It lies on a lake., answer: true", ("false",), WRONG),
    ("front: Capital, back: Bern", Rating.GOOD, RIGHT),
    ("front: Capital, back: Bern", Rating.HARD, RIGHT),
    ("front: Capital, back: Bern", Rating.AGAIN, WRONG),
]

FOUNDED = "cloze: 'In {1949::a year} {twelve} states met in {the Hague|Den Haag} and did {not} sign.'"

HOLES = [
    (1, "1949", RIGHT),
    (1, "in 1949", RIGHT),  # the sentence has the word already; it says the same
    (1, "twelve", WRONG),  # it fills another hole
    (1, "on 1949", WRONG),
    (1, "in", WRONG),
    (1, "1994", WRONG),
    (1, "1950", WRONG),
    (2, "12", RIGHT),
    (2, "twelfe", NEAR),
    (2, "twenty", WRONG),
    (3, "hague", RIGHT),
    (3, "den haag", RIGHT),
    (3, "the Haguue", NEAR),
    (3, "in the Hague and", RIGHT),
    (4, "did not", RIGHT),
    (4, "did", WRONG),
    (4, "not", RIGHT),
    (4, "no", WRONG),
    (4, "now", WRONG),
    (4, "", WRONG),
]


@pytest.mark.parametrize("row", LANGUAGES, ids=named)
def test_text_is_judged_by_the_ways_of_its_language(row: tuple[str, str, str, str]) -> None:
    language, snippet, typed, expected = row
    assert verdict(snippet, typed, language) == expected


@pytest.mark.parametrize("row", PICKS, ids=named)
def test_picks_are_judged_as_a_teacher_would(row: tuple[str, Given, str]) -> None:
    snippet, given, expected = row
    assert verdict(snippet, given) == expected


@pytest.mark.parametrize("row", HOLES, ids=named)
def test_each_hole_is_judged_by_itself(row: tuple[int, str, str]) -> None:
    hole, typed, expected = row
    assert verdict(FOUNDED, typed, hole=hole) == expected
