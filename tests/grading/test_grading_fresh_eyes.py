"""Rows by a reader who knew the published rules and not the code: English text.

A row has the keys of the question, what was typed, the verdict of a fair teacher.
"""

from __future__ import annotations

import pytest

from tests.grading.snippets import NEAR, RIGHT, WRONG, named, verdict

ENGLISH = [
    # what does not count
    ("answer: the Danube", "danube", RIGHT),
    ("answer: the Danube", "  The   DANUBE. ", RIGHT),
    ("answer: Danube", "a Danube", RIGHT),
    ("answer: Danube", "", WRONG),
    ("answer: Danube", "?", WRONG),
    ("answer: Danube", "Dan", WRONG),
    ("answer: 'Danube', accept: [Donau]", "donau", RIGHT),
    ("answer: The Who", "who", RIGHT),
    ("answer: Marks & Spencer", "marks and spencer", RIGHT),
    ("answer: AC/DC", "AC / DC", RIGHT),
    ("answer: AC/DC", "ac dc", WRONG),  # hoped for right; but mg/ml is no mg ml, so the bank accepts both
    (
        "answer: ice cream",
        "icecream",
        NEAR,
    ),  # hoped for right; a missing space is a slip like another, and shown
    ("answer: e-mail", "email", RIGHT),
    ("answer: Franklin D. Roosevelt", "franklin d roosevelt", RIGHT),
    ("answer: 'São Tomé'", "sao tome", RIGHT),
    ("answer: COVID-19", "Covid 19", RIGHT),
    ("answer: U-2", "u-2", RIGHT),
    ("answer: U-2", "U2", WRONG),  # hoped for right; but x-2 is no x2, so the bank accepts both
    ("answer: E = mc²", "e=mc2", RIGHT),
    ("answer: New York", "York New", WRONG),
    # an article that is no article
    ("answer: a", "the", WRONG),
    ("answer: a", "an", WRONG),
    ("answer: the", "a", WRONG),
    ("answer: vitamin A", "vitamin", WRONG),
    ("answer: A minor", "minor", WRONG),  # the A is the key itself
    ("answer: A minor", "E minor", WRONG),
    # slips of the hand
    ("answer: the Danube", "Danbue", NEAR),
    ("answer: Geneva", "Genefa", NEAR),
    ("answer: Geneva", "Gneva", NEAR),
    ("answer: Geneva", "Genevva", NEAR),
    ("answer: Geneva", "Genova", WRONG),  # another city
    ("answer: Geneva", "Gneeav", WRONG),  # two slips
    ("answer: Einstein", "Einstien", NEAR),
    ("answer: Mediterranean", "Mediteranean", NEAR),
    ("answer: mitochondria", "mitochondira", NEAR),
    ("answer: photosynthesis", "photosyntesis", NEAR),
    ("answer: Namibia", "Nambia", NEAR),
    ("answer: aluminium", "aluminum", NEAR),  # the other spelling of the same metal
    ("answer: Rome", "Roem", WRONG),  # too short for a slip to be told from another word
    ("answer: Elizabeth II", "Elisabeth II", NEAR),
    # names
    ("answer: Monet", "Manet", WRONG),
    ("answer: Plato", "Pluto", WRONG),
    ("answer: Hawking", "Hawkins", WRONG),
    ("answer: Lenin", "Lennon", WRONG),
    ("answer: Gambia", "Zambia", WRONG),
    ("answer: Niger", "Nigeria", WRONG),
    ("answer: Iran", "Iraq", WRONG),
    ("answer: Grenada", "Granada", WRONG),
    ("answer: Slovenia", "Slovakia", WRONG),
    ("answer: North Korea", "South Korea", WRONG),
    ("answer: Colombia", "Columbia", WRONG),
    # numerals
    ("answer: Charles I", "Charles II", WRONG),
    ("answer: Charles I", "Charles the First", RIGHT),
    ("answer: Charles I", "charles the 1st", RIGHT),
    ("answer: Charles I", "Charles 1", RIGHT),
    ("answer: Charles I", "Charles", WRONG),
    ("answer: Louis XIV", "Louis XVI", WRONG),
    ("answer: Louis XIV", "Louis the Fourteenth", RIGHT),
    ("answer: Louis XIV", "Louis the Sixteenth", WRONG),
    ("answer: Henry VIII", "henry 8th", RIGHT),
    ("answer: Henry VIII", "Henry VII", WRONG),
    ("answer: World War II", "World War Two", RIGHT),
    ("answer: World War II", "world war 2", RIGHT),
    ("answer: World War II", "World War I", WRONG),
    ("answer: Apollo 11", "Apollo eleven", RIGHT),
    ("answer: Apollo 11", "Apollo 13", WRONG),
    ("answer: Boeing 747", "Boeing 737", WRONG),
    ("answer: '1914'", "1941", WRONG),
    ("answer: seven", "7", RIGHT),
    ("answer: seven", "eleven", WRONG),
    ("answer: seventy", "seventeen", WRONG),
    ("answer: fourteen", "forty", WRONG),
    ("answer: the Fourth Amendment", "4th amendment", RIGHT),
    ("answer: the Fourth Amendment", "Fourteenth Amendment", WRONG),
    # signs that say something
    ("answer: C++", "C", WRONG),
    ("answer: C", "C#", WRONG),
    ("answer: A+", "A-", WRONG),  # a mark, or a blood group
    ("answer: A-", "A", WRONG),
    ("answer: AB-", "AB", WRONG),
    ("answer: Na+", "Na-", WRONG),
    ("answer: Na+", "Na", WRONG),
    ("answer: 3/4", "34", WRONG),
    ("answer: '1:2'", "12", WRONG),
    ("answer: '1.5'", "15", WRONG),
    ("answer: $5", "€5", WRONG),
    ("answer: < 5", "> 5", WRONG),
    # negations
    ("answer: not guilty", "Not guilty.", RIGHT),
    ("answer: not guilty", "guilty", WRONG),
    ("answer: not guilty", "no guilty", WRONG),
    ("answer: guilty", "not guilty", WRONG),
    ("answer: It is not allowed", "it isn't allowed", RIGHT),
    ("answer: It isn't allowed", "It is not allowed.", RIGHT),
    ("answer: It isn\N{RIGHT SINGLE QUOTATION MARK}t allowed", "it is allowed", WRONG),
    ("answer: They do not vote", "they don't vote", RIGHT),
    ("answer: They do not vote", "they do vote", WRONG),
    ("answer: It cannot fly", "it can't fly", RIGHT),
    ("answer: It cannot fly", "it can not fly", RIGHT),
    ("answer: It cannot fly", "it can fly", WRONG),
    ("answer: It can fly", "it can't fly", WRONG),
    ("answer: It is allowed", "it isn't allowed", WRONG),
    ("answer: They vote", "they don't vote", WRONG),
    ("answer: They are free", "they're free", RIGHT),
    ("answer: They are not free", "they're free", WRONG),
    ("answer: They will not sign", "They won't sign", RIGHT),
    ("answer: unconstitutional", "constitutional", WRONG),
    ("answer: moral", "amoral", WRONG),  # one letter, and the opposite
    ("answer: asymptomatic", "symptomatic", WRONG),
    ("answer: atheism", "theism", WRONG),
    ("answer: none", "one", WRONG),
]

SCIENCE = [
    ("answer: hypertension", "hypotension", WRONG),
    ("answer: hypertension", "hypertenison", NEAR),
    ("answer: hyperkalemia", "hypokalemia", WRONG),
    ("answer: intracellular", "intercellular", WRONG),
    ("answer: afferent", "efferent", WRONG),
    ("answer: abduction", "adduction", WRONG),
    ("answer: ilium", "ileum", WRONG),
    ("answer: ureter", "urethra", WRONG),
    ("answer: systole", "diastole", WRONG),
    ("answer: prednisone", "prednisolone", WRONG),
    ("answer: meiosis", "mitosis", WRONG),
    ("answer: meiosis", "miosis", WRONG),  # a narrow pupil
    ("answer: neutron", "neuron", WRONG),
    ("answer: silicon", "silicone", WRONG),
    ("answer: cysteine", "cystine", WRONG),
    ("answer: insulin", "inulin", WRONG),
    ("answer: abscess", "abcess", NEAR),
    ("answer: estrogen", "oestrogen", NEAR),  # the other spelling, though at the start of the word
    ("answer: edema", "oedema", NEAR),
    ("answer: thymine", "thiamine", WRONG),
    ("answer: nitrate", "nitrite", WRONG),
    ("answer: nitrate", "nitrtae", NEAR),
    ("answer: sulfite", "sulfide", WRONG),
    ("answer: chlorine", "chloride", WRONG),
    ("answer: ammonia", "ammonium", WRONG),
    ("answer: ethanol", "methanol", WRONG),  # one letter, and a poison
    ("answer: methane", "ethane", WRONG),
    ("answer: butane", "butene", WRONG),
    ("answer: H2O", "h2o", RIGHT),
    ("answer: H2O", "H₂O", RIGHT),
    ("answer: H2O", "H2O2", WRONG),
    ("answer: CO2", "CO", WRONG),
    ("answer: vitamin B12", "vitamin B 12", RIGHT),
    ("answer: vitamin B12", "vitamin B6", WRONG),
    ("answer: 5 km", "5km", RIGHT),
    ("answer: 5 km", "5 m", WRONG),
    ("answer: A 4", "4", WRONG),
    ("answer: Ca(OH)2", "Ca(OH)2", RIGHT),
    ("answer: Ca(OH)2", "Ca2", WRONG),
    ("answer: iron(II) oxide", "Iron (II) oxide", RIGHT),
    ("answer: iron(II) oxide", "iron II oxide", RIGHT),
    ("answer: iron(II) oxide", "iron(III) oxide", WRONG),
    ("answer: iron(II) oxide", "iron oxide", WRONG),  # a numeral in brackets is no optional part
    ("answer: copper(I) oxide", "copper (I) oxide", RIGHT),
    ("answer: copper(I) oxide", "copper oxide", WRONG),
    ("answer: f(x)", "f", WRONG),
    ("answer: log(x)", "log 10", WRONG),  # a letter, and no Roman ten
]

OPTIONAL = [
    ("answer: (Jen) Psaki", "Psaki", RIGHT),
    ("answer: (Jen) Psaki", "jen psaki", RIGHT),
    ("answer: (Jen) Psaki", "Jen", WRONG),
    ("answer: (Jen) Psaki", "Psakki", NEAR),
    ("answer: Danube (river)", "Danube", RIGHT),
    ("answer: Danube (river)", "danube river", RIGHT),
    ("answer: Danube (river)", "river", WRONG),
    ("answer: (the) United States (of America)", "United States", RIGHT),
    ("answer: (the) United States (of America)", "the united states of america", RIGHT),
    ("answer: (the) United States (of America)", "America", WRONG),
    ("answer: color", "colour", NEAR),  # colo(u)r was hoped to say both; inside a word brackets are f(x)
    ("answer: Geneva (Switzerland)", "Geneva, Switzerland", RIGHT),
    ("answer: Geneva", "Geneva, Switzerland", WRONG),  # the bank may say so, the grading cannot know it
]

EXACT = [
    ("answer: ls -l, exact: true", "ls -l", RIGHT),
    ("answer: ls -l, exact: true", "ls -L", WRONG),
    ("answer: ls -l, exact: true", "ls -ll", WRONG),
    ("answer: ls -l, exact: true", "ls l", WRONG),
    ("answer: Polish, exact: true", "polish", WRONG),
    ("answer: pH, exact: true", "PH", WRONG),
    ("answer: Co, exact: true", "CO", WRONG),
    ("answer: Fe2+, exact: true", "Fe3+", WRONG),
    ("answer: the Danube, exact: true", "Danube", WRONG),
    ("answer: photosynthesis, exact: true", "photosyntesis", WRONG),
    (
        "answer: naïve, exact: true",
        "nai\N{COMBINING DIAERESIS}ve",
        RIGHT,
    ),  # the same letters, written in two ways
    ("answer: naïve, exact: true", "naive", WRONG),
]

RIVALS = [
    ("answer: poisson", "poison", ("poison",), WRONG),
    ("answer: poisson", "poison", (), WRONG),  # hoped for near; two real words, though no rival says so
    ("answer: Jonson", "Johnson", ("Johnson",), WRONG),
    ("answer: Johnson", "Johnosn", ("Jonson",), NEAR),
    ("answer: Geneva", "Geneva", ("Geneva",), RIGHT),
]


@pytest.mark.parametrize("row", [*ENGLISH, *SCIENCE, *OPTIONAL, *EXACT], ids=named)
def test_an_english_answer_is_judged_as_a_teacher_would(row: tuple[str, str, str]) -> None:
    snippet, typed, expected = row
    assert verdict(snippet, typed) == expected


@pytest.mark.parametrize("row", RIVALS, ids=named)
def test_a_slip_that_makes_another_answer_of_the_bank_is_wrong(
    row: tuple[str, str, tuple[str, ...], str],
) -> None:
    snippet, typed, rivals, expected = row
    assert verdict(snippet, typed, rivals=rivals) == expected
