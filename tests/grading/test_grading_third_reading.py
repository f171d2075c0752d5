"""Rows of a third reading, argued one by one before they were run: text in ten languages, holes and picks.

A row has the language, the keys of the question, what was typed, the verdict of a fair teacher, and why.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.grading.snippets import NEAR, PARTLY, RIGHT, WRONG, Given, judgement, named, verdict

BOTH_NAMES = "answer: World War II, accept: [WWII, Second World War]"

ENGLISH = [
    # short for something: the bank says what it takes
    ("answer: World War II", "WWII", WRONG, "an abbreviation is not guessed"),
    ("answer: World War II", "Second World War", WRONG, "nor is another name"),
    (BOTH_NAMES, "wwii", RIGHT, "unless the bank accepts it"),
    (BOTH_NAMES, "2nd world war", RIGHT, "and then with the ordinal in figures"),
    (BOTH_NAMES, "the Second World War", RIGHT, "and with an article"),
    (BOTH_NAMES, "First World War", WRONG, "but never the one before"),
    ("answer: Saint Petersburg", "St Petersburg", WRONG, "St may be street; the bank accepts it or not"),
    (
        "'answer': Saint Petersburg, accept: [St. Petersburg]",
        "St Petersburg",
        RIGHT,
        "accepted, the point says nothing",
    ),
    ("answer: Mount Everest", "Mt Everest", WRONG, "Mt is not guessed either"),
    ("answer: (Mount) Everest", "everest", RIGHT, "but may be left out where the bank says so"),
    ("answer: (Mount) Everest", "Mount", WRONG, "and not alone"),
    # order of words
    ("answer: Vladimir Lenin", "Lenin, Vladimir", NEAR, "as catalogues have it: put to the learner"),
    ("answer: Vladimir Lenin", "Vladimir, Lenin", RIGHT, "a comma alone says nothing"),
    ("answer: 'Rome, Milan'", "Milan, Rome", WRONG, "a row of names in another order"),
    ("answer: Vladimir Lenin", "Lenin Vladimir", WRONG, "words in another order"),
    ("answer: Vladimir Lenin", "Lenin", WRONG, "half a name"),
    ("answer: bread and butter", "butter and bread", WRONG, "order may be what is asked"),
    # hyphens
    ("answer: email", "e-mail", RIGHT, "a hyphen inside a word says nothing, from this side too"),
    ("answer: well-being", "wellbeing", RIGHT, "as the answer is often written"),
    ("answer: well-being", "well being", RIGHT, "as it is as well"),
    ("answer: wellbeing", "well-being", RIGHT, "and from the other side"),
    ("answer: wellbeing", "well being", NEAR, "a space is shown"),
    ("answer: co-operation", "cooperation", RIGHT, "the newer spelling"),
    ("answer: re-sign", "resign", RIGHT, "a hyphen is never kept; exact is for such a word"),
    ("answer: 're-sign', exact: true", "resign", WRONG, "and here it is"),
    # number of nouns
    ("answer: vessels", "vessel", NEAR, "one for many is shown, not silently right"),
    ("answer: vessel", "vessels", NEAR, "and many for one"),
    ("answer: the ships", "ship", NEAR, "five letters are long enough for a slip"),
    ("answer: a ship", "ships", WRONG, "four letters are not"),
    ("answer: mitochondria", "mitochondrion", WRONG, "two letters are another form"),
    ("answer: cities", "city", WRONG, "likewise"),
    # how it is printed
    (
        "answer: Hamlet",
        "\N{LEFT DOUBLE QUOTATION MARK}Hamlet\N{RIGHT DOUBLE QUOTATION MARK}",
        RIGHT,
        "printed quotation marks",
    ),
    ("answer: fish", "\N{LATIN SMALL LIGATURE FI}sh", RIGHT, "a ligature of a copied text"),
    ("answer: Geneva", "\N{FULLWIDTH LATIN CAPITAL LETTER G}eneva", RIGHT, "a wide letter"),
    ("answer: Geneva", "Gen\N{SOFT HYPHEN}eva", RIGHT, "a soft hyphen is not seen"),
    ("answer: New York", "New\N{NO-BREAK SPACE}York", RIGHT, "a space that does not break"),
    # spans of years
    ("answer: 1939-45", "1939\N{EN DASH}1945", RIGHT, "the same years in full, with a printed dash"),
    ("answer: '1939\N{EN DASH}1945'", "1939-45", RIGHT, "and in short"),
    ("answer: 1939-1945", "1939 to 1945", RIGHT, "in a word"),
    ("answer: 1939-1945", "1939 - 1945", RIGHT, "with spaces"),
    ("answer: 1939-1945", "from 1939 to 1945", RIGHT, "in two words"),
    ("answer: 1939-1945", "1939-46", WRONG, "another end"),
    ("answer: 1939-1945", "1938-45", WRONG, "another beginning"),
    ("answer: 1939-1945", "1945-1939", WRONG, "backwards"),
    ("answer: 1939-1945", "1939", WRONG, "the beginning alone"),
    # the hour
    ("answer: half past three", "half past 3", RIGHT, "a number in figures"),
    ("answer: half past three", "half past four", WRONG, "another hour"),
    ("answer: half past three", "half three", WRONG, "which is another time in German"),
    ("answer: half past three", "'3:30'", WRONG, "another writing is for the bank to accept"),
    ("answer: half past three, accept: ['3:30']", "3:30", RIGHT, "as here"),
    ("answer: half past three, accept: ['3:30']", "3:03", WRONG, "another minute"),
    # signs
    ("answer: '-5'", "\N{EN DASH}5", RIGHT, "a dash in place of the minus"),
    ("answer: '-5'", "\N{MINUS SIGN}5", RIGHT, "the minus itself"),
    ("answer: '-5'", "minus five", RIGHT, "in words"),
    ("answer: '-5'", "five", WRONG, "without it"),
    ("answer: a third", "the third", WRONG, "which is a place in a row"),
    ("answer: two thirds", "a third", WRONG, "half of it"),
]

LANGUAGES = [
    ("de", "answer: Maß", "Mass", RIGHT, "ss is how Switzerland writes it"),
    ("de", "answer: Strasse", "Straße", RIGHT, "and from the other side"),
    ("de", "answer: Straße", "STRA\N{LATIN CAPITAL LETTER SHARP S}E", RIGHT, "the new capital letter"),
    ("de", "answer: Müller", "Mueller", RIGHT, "ue for the keyboard abroad"),
    ("de", "answer: Mueller", "Müller", RIGHT, "a name that is spelt so"),
    ("de", "answer: der See", "die See", NEAR, "the lake is no sea: the article is put to the learner"),
    ("de", "answer: der See", "See", RIGHT, "without an article"),
    ("de", "answer: E-Mail", "Email", RIGHT, "a hyphen"),
    ("de", "answer: Schiffe", "Schiff", NEAR, "one for many"),
    ("de", "answer: Kinder", "Kind", WRONG, "two letters"),
    ("de", "answer: 1939-1945", "1939 bis 1945", RIGHT, "a span in a word"),
    ("de", "answer: 20. Jahrhundert", "zwanzigstes Jahrhundert", RIGHT, "an ordinal in words"),
    ("de", "answer: Ludwig XIV.", "Ludwig der Vierzehnte", RIGHT, "behind a name as well"),
    ("de", "answer: Ludwig XIV.", "Ludwig der Sechzehnte", WRONG, "two later"),
    ("de", "answer: kein Gift", "ein Gift", WRONG, "the opposite"),
    ("fr", "answer: le cœur", "coeur", RIGHT, "the letter that keyboards lack"),
    ("fr", "answer: coeur", "C\N{LATIN CAPITAL LIGATURE OE}UR", RIGHT, "from the other side, as a capital"),
    ("fr", "answer: aujourd'hui", "aujourdhui", RIGHT, "an apostrophe left out"),
    ("fr", "answer: Jeanne d'Arc", "Jeanne d\N{RIGHT SINGLE QUOTATION MARK}Arc", RIGHT, "a printed one"),
    ("fr", "answer: le livre", "la livre", NEAR, "a pound is no book"),
    ("fr", "answer: Louis XIV", "Louis quatorze", RIGHT, "as it is said"),
    ("fr", "answer: Louis XIV", "Louis quinze", WRONG, "his heir"),
    ("fr", "answer: XVIIIe siècle", "dix-huitième siècle", RIGHT, "an ordinal in words"),
    ("fr", "answer: XVIIIe siècle", "18e siecle", RIGHT, "in figures"),
    ("fr", "answer: XVIIIe siècle", "XVIIe siècle", WRONG, "the one before"),
    ("fr", "answer: soixante-dix", "septante", RIGHT, "as in Brussels"),
    ("fr", "answer: 1939-1945", "1939 à 1945", RIGHT, "a span in a word"),
    ("fr", "answer: il n'est pas coupable", "il est coupable", WRONG, "the opposite"),
    ("es", "answer: el cometa", "la cometa", NEAR, "a kite is no comet"),
    ("es", "answer: padre e hijo", "padre & hijo", RIGHT, "and before an i"),
    ("es", "answer: siglo XVI", "siglo 16", RIGHT, "a Roman figure behind its noun"),
    ("es", "answer: siglo XVI", "siglo dieciséis", RIGHT, "as it is said"),
    ("es", "answer: siglo XVI", "siglo XVII", WRONG, "the next one"),
    ("es", "answer: Alfonso X", "Alfonso Décimo", RIGHT, "an ordinal"),
    ("es", "answer: '¿Por qué?'", "por que", RIGHT, "marks and accents"),
    ("es", "answer: sin azúcar", "azúcar", WRONG, "the opposite"),
    ("it", "answer: città", "citta'", RIGHT, "an apostrophe for the accent"),
    ("it", "answer: Carlo V", "Carlo Quinto", RIGHT, "an ordinal"),
    ("it", "answer: Carlo V", "Carlo IV", WRONG, "another king"),
    ("it", "answer: gli gnocchi", "gnocchi", RIGHT, "an article"),
    ("it", "answer: senza sale", "sale", WRONG, "the opposite"),
    ("ru", "answer: Королёв", "Королев", RIGHT, "two points that print leaves out"),
    ("ru", "answer: Королев", "королёв", RIGHT, "from the other side"),
    ("ru", "answer: Достоевский", "Достоевкий", NEAR, "a letter missing"),
    ("ru", "answer: Война и мир", "война & мир", RIGHT, "and"),
    ("ru", "answer: Николай II", "Николай Второй", RIGHT, "an ordinal"),
    ("ru", "answer: Николай II", "Николай Первый", WRONG, "the first one"),
    ("ru", "answer: не виновен", "виновен", WRONG, "the opposite"),
    ("pl", "answer: Wałęsa", "Walesa", RIGHT, "the letters that keyboards lack"),
    ("pl", "answer: żółw", "ZOLW", RIGHT, "three of them"),
    ("pl", "answer: Henryk IV", "Henryk VI", WRONG, "another king"),
    ("pl", "answer: XV wiek", "XVI wiek", WRONG, "the next one"),
    ("pl", "answer: Kopernik", "Kopernk", NEAR, "a letter missing"),
    (
        "tr",
        "answer: \N{LATIN SMALL LETTER DOTLESS I}ş\N{LATIN SMALL LETTER DOTLESS I}k",
        "IŞIK",
        RIGHT,
        "in capitals",
    ),
    (
        "tr",
        "answer: \N{LATIN SMALL LETTER DOTLESS I}ş\N{LATIN SMALL LETTER DOTLESS I}k",
        "isik",
        RIGHT,
        "on another keyboard",
    ),
    (
        "tr",
        "answer: K\N{LATIN SMALL LETTER DOTLESS I}z\N{LATIN SMALL LETTER DOTLESS I}ltepe",
        "Kiziltepe",
        RIGHT,
        "likewise",
    ),
    (
        "tr",
        "answer: XX. yüzy\N{LATIN SMALL LETTER DOTLESS I}l",
        "20. yüzy\N{LATIN SMALL LETTER DOTLESS I}l",
        RIGHT,
        "a Roman figure in front",
    ),
    ("tr", "answer: Türkiye", "Turkye", NEAR, "a letter missing"),
    ("cs", "answer: Dvořák", "Dvorak", RIGHT, "accents"),
    (
        "ro",
        "answer: Bucure\N{LATIN SMALL LETTER S WITH COMMA BELOW}ti",
        "Bucure\N{LATIN SMALL LETTER S WITH CEDILLA}ti",
        RIGHT,
        "the other mark below",
    ),
    ("vi", "answer: Hồ Chí Minh", "Ho Chi Minh", RIGHT, "accents upon accents"),
    ("uk", "answer: Київ", "Киев", WRONG, "the name in another language"),
    ("ja", "answer: ビール", "ビル", WRONG, "a beer is no building"),
]

CHARTER = (
    "cloze: 'On {1 June|June 1} {1984} the {e-mail} from {Genève|Geneva} "
    "named {two thirds} of the {vessels}.'"
)

HOLES = [
    (1, "june 1", RIGHT, "the other accepted way"),
    (1, "on 1 June", RIGHT, "with the word in front of the hole"),
    (1, "1 July", WRONG, "another month"),
    (1, "1984", WRONG, "it fills the next hole"),
    (2, "nineteen eighty-four", RIGHT, "as it is said"),
    (2, "1948", WRONG, "figures swapped"),
    (3, "email", RIGHT, "a hyphen"),
    (3, "the e-mail", RIGHT, "the article stands in the sentence"),
    (4, "Geneve", RIGHT, "without the accent"),
    (4, "Genova", WRONG, "another city"),
    (5, "2/3", RIGHT, "a fraction in figures"),
    (5, "1/3", WRONG, "another one"),
    (6, "vessel", NEAR, "one for many"),
    (6, "ships", WRONG, "another word, unless the bank accepts it"),
]

PRIMES = "answers: ['2', '3', '5'], wrong: ['4', '9']"
ROW = "order: [one, two, three, four, five]"
PAIRS = "match: {Bach: Leipzig, Mozart: Salzburg, Haydn: Rohrau, Liszt: Raiding}"

PICKS: list[tuple[str, Given, str, str, str]] = [
    (PRIMES, ("2", "3", "5"), RIGHT, "1", "all of them"),
    (PRIMES, ("5", "2"), PARTLY, "2/3", "two of three"),
    (PRIMES, ("2", "3", "5", "9"), PARTLY, "2/3", "three less one"),
    (PRIMES, ("2", "3", "9"), PARTLY, "1/3", "two less one"),
    (PRIMES, ("2", "3", "4", "9"), WRONG, "0", "two less two"),
    (PRIMES, ("4", "9"), WRONG, "0", "never below nothing"),
    (PRIMES, ("2", "2", "2"), PARTLY, "1/3", "one pick counts once"),
    (PRIMES, ("2", "7"), WRONG, "0", "what was never offered is a wrong pick"),
    (ROW, ("one", "two", "three", "four", "five"), RIGHT, "1", "in order"),
    (ROW, ("two", "three", "four", "five", "one"), PARTLY, "3/4", "one item has to be moved"),
    (ROW, ("one", "two", "three", "five", "four"), PARTLY, "3/4", "likewise"),
    (ROW, ("two", "one", "four", "three", "five"), PARTLY, "1/2", "two have to"),
    (ROW, ("five", "four", "three", "two", "one"), WRONG, "0", "backwards"),
    (ROW, ("one", "two"), PARTLY, "1/4", "the rest was left out"),
    (ROW, ("one", "one", "two", "three", "four"), WRONG, "0", "an item given twice"),
    (
        PAIRS,
        {"Bach": "Leipzig", "Mozart": "Salzburg", "Haydn": "Rohrau", "Liszt": "Raiding"},
        RIGHT,
        "1",
        "all",
    ),
    (
        PAIRS,
        {"Bach": "Leipzig", "Mozart": "Salzburg", "Haydn": "Raiding", "Liszt": "Rohrau"},
        PARTLY,
        "1/2",
        "half",
    ),
    (PAIRS, {"Bach": "Leipzig"}, PARTLY, "1/4", "the rest was left out"),
    (PAIRS, {"Leipzig": "Bach"}, WRONG, "0", "the wrong way round"),
    (PAIRS, {}, WRONG, "0", "nothing"),
    ("claim: It rains., answer: false", "false", WRONG, "0", "typed where an option is picked"),
    (PRIMES, "2, 3, 5", WRONG, "0", "likewise"),
    ("answer: '2'", ("2",), WRONG, "0", "picked where an answer is typed"),
]


@pytest.mark.parametrize("row", ENGLISH, ids=named)
def test_an_english_answer_of_the_third_reading(row: tuple[str, str, str, str]) -> None:
    snippet, typed, expected, argument = row
    assert verdict(snippet, typed) == expected, argument


@pytest.mark.parametrize("row", LANGUAGES, ids=named)
def test_an_answer_in_another_language_of_the_third_reading(row: tuple[str, str, str, str, str]) -> None:
    language, snippet, typed, expected, argument = row
    assert verdict(snippet, typed, language) == expected, argument


@pytest.mark.parametrize("row", HOLES, ids=named)
def test_a_hole_of_the_third_reading(row: tuple[int, str, str, str]) -> None:
    hole, typed, expected, argument = row
    assert verdict(CHARTER, typed, hole=hole) == expected, argument


@pytest.mark.parametrize("row", PICKS, ids=named)
def test_picks_of_the_third_reading_get_their_share(row: tuple[str, Given, str, str, str]) -> None:
    snippet, given, expected, share, argument = row
    found = judgement(snippet, given)
    assert (str(found.verdict), found.score) == (expected, float(Fraction(share))), argument
