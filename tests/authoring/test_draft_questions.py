from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from draft_texts import MOON, RIVER

from quiz.authoring.draft.candidate import Candidate, Passage
from quiz.authoring.draft.ranking import candidates, picked
from quiz.authoring.draft.sifting import sift
from quiz.bank import quote_stands
from quiz.bank.cloze import filled, parse_cloze
from quiz.question import BLANK, Kind

CITIES = "The trains go to Oslo, Riga, Bern and Rome every day."
PEOPLE = "The poets Ada Brook, Otto Lind and Nina Vale met in the town."


def of(kind: Kind, text: str, *more: str) -> list[Candidate]:
    """Return the candidates of a kind of the first paragraph; ``more`` are the others."""
    passages = [Passage(number, one) for number, one in enumerate((text, *more), 1)]
    return [one for one in candidates(passages) if one.kind is kind and one.paragraph == 1]


def asked(kind: Kind, text: str, *more: str) -> list[str]:
    return [str(one.keys[0][1]) for one in of(kind, text, *more)]


def test_a_hole_has_its_other_names_and_its_sort() -> None:
    text = "The minister Ana Rojas signed a long letter in Geneva."
    assert asked(Kind.CLOZE, text) == [
        "The minister {Ana Rojas|Rojas::a person} signed a long letter in {Geneva::a city}.",
        "The minister {Ana Rojas|Rojas::a person} signed a long letter in Geneva.",
        "The minister Ana Rojas signed a long letter in {Geneva::a city}.",
    ]


def test_a_possessive_ending_stays_outside_the_hole() -> None:
    assert asked(Kind.CLOZE, "The soldiers crossed Chile\u2019s longest border that winter.") == [
        "The soldiers crossed {Chile::a country}\u2019s longest border that winter."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru borders many lands, and Peru likes all of them.",
        "Ukraine was told that Ukrainian farmers need more water.",
        "We went with our friends to Geneva by train.",
        "He went with many friends to Geneva by train.",
        "Sergei Doe, who had led its work, died in 1966.",
        "Oslo is big.",
    ],
)
def test_a_sentence_that_gives_its_answer_away_or_hangs_on_another_has_no_hole(text: str) -> None:
    assert asked(Kind.CLOZE, text) == []


def test_a_brace_of_the_text_is_no_hole() -> None:
    (cloze,) = asked(Kind.CLOZE, "The set {a} was written down by many hands in Vienna.")
    assert filled(parse_cloze(cloze)) == "The set {a} was written down by many hands in Vienna."


def test_a_false_claim_exchanges_one_name_for_another_of_its_sort() -> None:
    found = of(Kind.TRUE_FALSE, "The treaty was signed in Geneva by the ministers.", CITIES)
    assert [(one.truth, one.prompt) for one in found] == [
        (False, "The treaty was signed in Oslo by the ministers."),
        (True, "The treaty was signed in Geneva by the ministers."),
    ]
    assert dict(found[0].keys)["why"] == (
        "The text says Geneva, not Oslo: The treaty was signed in Geneva by the ministers."
    )


@pytest.mark.parametrize(
    ("text", "more", "claim"),
    [
        (
            "More than 20 ships lay at sea.",
            "It has 15 masts and 30 guns.",
            "More than 30 ships lay at sea.",
        ),
        (
            "Up to 20 ships lay in the port.",
            "It has 30 masts and 15 guns.",
            "Up to 15 ships lay in the port.",
        ),
        ("The old port had 20 ships then.", "It has 9,000 masts.", None),
        ("The old port had 20 ships then.", "It has three million masts.", None),
        ("The old port was built in 1856.", "Many came in 1901 by ship.", "The old port was built in 1901."),
        ("The old port was built in 1856.", "Many came in 1301 by ship.", None),
    ],
)
def test_a_number_is_exchanged_for_one_that_makes_the_claim_false(
    text: str, more: str, claim: str | None
) -> None:
    assert next((one.prompt for one in of(Kind.TRUE_FALSE, text, more) if not one.truth), None) == claim


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was not signed in Geneva by them.",
        "“The treaty was signed in Geneva by all,” said Ana Rojas.",
        "The treaty was signed today in Geneva by all.",
        "The treaty was signed in Geneva; all were glad.",
    ],
)
def test_a_negation_a_quotation_and_a_vague_time_make_no_claim(text: str) -> None:
    assert of(Kind.TRUE_FALSE, text, CITIES) == []


def test_a_country_with_the_before_it_is_exchanged_for_its_like_only() -> None:
    more = "Chile and Peru trade with the Netherlands every year."
    found = of(Kind.TRUE_FALSE, "The envoy was sent to the United States by ship.", more)
    assert found[0].prompt == "The envoy was sent to the Netherlands by ship."


def test_a_choice_asks_for_the_subject_with_others_of_the_text() -> None:
    text = "The painter Eva Stone also painted the town hall of the city."
    (first, *_) = of(Kind.CHOICE, text, PEOPLE)
    assert dict(first.keys) == {
        "ask": "Who painted the town hall of the city?",
        "answer": "Eva Stone",
        "wrong": ["Ada Brook", "Otto Lind", "Nina Vale"],
    }


def test_a_choice_fills_a_gap() -> None:
    (gap,) = of(Kind.CHOICE, "The treaty was signed in Geneva by the ministers.", CITIES)
    assert gap.prompt == f"Which city belongs in the gap? The treaty was signed in {BLANK} by the ministers."
    assert dict(gap.keys)["wrong"] == ["Oslo", "Riga", "Bern"]


def test_without_two_wrong_options_the_name_is_typed() -> None:
    (one, *_) = of(Kind.TEXT, "Eva Stone warned that the bridge of the town was weak.")
    assert dict(one.keys) == {
        "ask": "Who warned that the bridge of the town was weak?",
        "answer": "Eva Stone",
        "accept": ["Stone"],
    }


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (
            "“The bridge is far too weak now,” said Eva Stone.",
            "Who said this? “The bridge is far too weak now”",
        ),
        (
            "“The bridge is far too weak now,” Eva Stone said.",
            "Who said this? “The bridge is far too weak now”",
        ),
        (
            'Eva Stone said: "The bridge is far too weak now."',
            "Who said this? “The bridge is far too weak now”",
        ),
        (
            "“The bridge is far too weak now,” said Eva Stone in Oslo.",
            "Who said this? “The bridge is far too weak now”",
        ),
        (
            "According to Eva Stone, the bridge is far too weak.",
            "Whose statement is this? “The bridge is far too weak”",
        ),
        (
            "The bridge is far too weak, according to Eva Stone.",
            "Whose statement is this? “The bridge is far too weak”",
        ),
        (
            "The bridge is far too weak, Eva Stone said.",
            "Whose statement is this? “The bridge is far too weak”",
        ),
        (
            "The bridge is far too weak, said Eva Stone.",
            "Whose statement is this? “The bridge is far too weak”",
        ),
        (
            "Eva Stone estimates that the bridge is far too weak.",
            "Who estimates that the bridge is far too weak?",
        ),
        ("Minister Eva Stone accuses the city of great waste.", "Who accuses the city of great waste?"),
        (
            "“The bridge is far too weak now,” said a city spokeswoman. Eva Stone.",
            "Who said this? “The bridge is far too weak now”",
        ),
    ],
)
def test_who_said_what(text: str, ask: str) -> None:
    found = of(Kind.CHOICE, text, PEOPLE)
    assert (ask, "Eva Stone") in [(one.prompt, one.answer) for one in found]
    assert all(quote_stands(one.quote, text) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is far too weak now,” he said in Oslo.",
        "“The bridge is weak,” said Eva Stone.",
        "According to him, the bridge is far too weak.",
        "Eva Stone said it was ready to mend the bridge.",
        "Eva Stone denies this with all her might and main.",
        "According to Eva Stone, Eva Stone built the old bridge.",
        "Eva Stone said that we were all far too weak.",
        "Eva Stone praises him for the bridge of the town.",
        "What Eva Stone has done for the town is great.",
        "Eva Stone met the envoys and praised them in public.",
        "Eva Stone warned the town on the same Friday.",
    ],
)
def test_a_statement_that_hangs_on_another_sentence_has_no_speaker(text: str) -> None:
    prompts = [one.prompt for one in candidates([Passage(1, text), Passage(2, PEOPLE)]) if one.paragraph == 1]
    assert not [prompt for prompt in prompts if prompt.startswith(("Who ", "Whose statement"))]


def test_speakers_without_a_name_of_their_own_are_told_in_their_words() -> None:
    text = "According to Chilean and US authorities, large ships crossed the border at night."
    more = "The reports of Reuters, UNESCO and the World Bank were read."
    (first, *_) = of(Kind.CHOICE, text, more)
    assert first.answer == "Chilean and US authorities"


@pytest.mark.parametrize(
    ("kind", "text", "holes"),
    [
        (Kind.CLOZE, "The report was read by many people of AFP and Reuters.", ["AFP", "Reuters"]),
        (Kind.CLOZE, "The river flows on to many ports in Vienna, Oslo and Riga.", []),
        (Kind.CLOZE, "The stones that they brought weighed 842 pounds (382 kg) in all.", []),
        (Kind.CLOZE, "Many of the old maps lie in the Museum of Hunting and Riding of the town.", []),
        (Kind.CLOZE, "The large school of the town (UNESCO) was built by many hands.", []),
        (Kind.CLOZE, "The large exhibition of the town closes on 30 June at noon.", []),
        (Kind.CLOZE, "The long work on the bridge began on 30 June 2019 at noon.", []),
        (Kind.DATE, "The long work on the bridge began on 30 June 2019 at noon.", ["30 June 2019"]),
        (Kind.DATE, "The large exhibition of the town closes on 30 June at noon.", []),
        (Kind.DATE, "In 1901 the large exhibition of the town closed on 30 June at noon.", []),
        (Kind.DATE, "The long work on the bridge began on 31 June 2019 at noon.", []),
        (Kind.CLOZE, "The great bridge of the town was built here in 1901 by hand.", []),
        (Kind.CLOZE, "The captain Otto Lind of the town had sailed there in 1901.", []),
        (Kind.CLOZE, "Sailors saw Norway in the year and had sailed there in 1901.", ["1901", "Norway"]),
        (Kind.CLOZE, "About 6 million of that will come from the state of the land.", []),
        (Kind.CLOZE, "The long strike of the drivers ended last month in Spain.", []),
        (Kind.CLOZE, "The captain Otto Lind agreed, and ships went to the port in 1901.", []),
        (Kind.CLOZE, "A large fire broke out in the old hall, a 1967 Apollo cabin of steel.", ["Apollo"]),
    ],
)
def test_a_hole_is_a_whole_thing_that_can_be_known(kind: Kind, text: str, holes: list[str]) -> None:
    assert sorted({one.answer for one in of(kind, text) if "; " not in one.answer}) == holes


def test_two_of_a_sort_side_by_side_are_never_asked_for_together() -> None:
    assert len(of(Kind.CLOZE, "The report was read by many people of AFP and Reuters.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The dead were 10 to 15 percent of all people.",
        "The port lies near Vienna in Austria on the great river.",
        "The envoys of Vienna\u2019s town hall were glad.",
        "The minister Ada Brook opened the new bridge.",
    ],
)
def test_what_the_rest_of_a_sentence_tells_is_not_exchanged(text: str) -> None:
    more = "It has 12 masts and 14 guns, and ships go from Oslo to Riga by night."
    others = {one.prompt for one in of(Kind.TRUE_FALSE, text, more, CITIES, PEOPLE) if one.truth is False}
    assert not {prompt for prompt in others if prompt.split()[-2:] == text.split()[-2:]}


def test_no_more_than_all_is_offered_and_nothing_far_more_exact() -> None:
    text = "The plague took 95 percent of the people and 350,000 cattle of the land."
    more = "It has 60 masts, 110 guns and 300,000 ropes. It has 1,178,914 sails and 80 boats."
    found = {one.answer: dict(one.keys)["wrong"] for one in of(Kind.CHOICE, text, more)}
    assert found == {"95": ["60", "80"]}


def test_dates_are_exchanged_for_those_of_their_time() -> None:
    text = "The old town hall was opened again in October 2011 by the mayor."
    more = "The river rose in June 1348 by far. The school was built in March 2009 by hand."
    claims = [one.prompt for one in of(Kind.TRUE_FALSE, text, more) if one.truth is False]
    assert claims == ["The old town hall was opened again in March 2009 by the mayor."]


def test_he_is_the_one_person_of_the_sentence_before() -> None:
    first = "The minister Ana Rojas was ready to talk in Geneva."
    said = "“We are ready to meet the envoys of Chile,” she said."
    here = of(Kind.TEXT, f"{first} {said}")
    assert [(one.answer, one.quote) for one in here if one.prompt.startswith("Who said")] == [
        ("Ana Rojas", f"{first} {said}")
    ]
    below = candidates([Passage(1, first), Passage(2, said)])
    assert [dict(one.keys).get("cloze") for one in below if one.paragraph == 2] == [
        "“We are ready to meet the envoys of {Chile::a country},” Ana Rojas said."
    ]
    two = "The minister Ana Rojas met Sergei Doe in Geneva."
    assert not [one for one in candidates([Passage(1, two), Passage(2, said)]) if one.paragraph == 2]


def test_nobody_is_asked_who_said_it_was_so() -> None:
    assert asked(Kind.TEXT, "Eva Stone stated it was ready to mend the bridge of the town.") == []


def all_of(text: str) -> list[Candidate]:
    parts = sift(text).paragraphs()
    return candidates([Passage(part.number or number, part.text) for number, part in enumerate(parts, 1)])


@pytest.mark.parametrize("text", [RIVER, MOON])
def test_all_candidates_keep_what_is_promised_of_them(text: str) -> None:
    found = all_of(text)
    assert {one.kind for one in found} == {
        Kind.CLOZE,
        Kind.TRUE_FALSE,
        Kind.CHOICE,
        Kind.TEXT,
    } or text == MOON
    for one in found:
        keys = dict(one.keys)
        assert one.quote in " ".join(text.split())
        if one.kind is Kind.CLOZE:
            assert filled(parse_cloze(str(keys["cloze"]))) == one.prompt
        if one.kind is Kind.CHOICE:
            wrong = keys["wrong"]
            assert isinstance(wrong, list)
            assert 2 <= len(wrong) <= 3
            assert not [name for name in wrong if name == one.answer or name in one.quote]
            assert all(name in " ".join(text.split()) for name in wrong)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_paragraph_gets_its_best_and_no_more_than_asked_for(most: int) -> None:
    found = all_of(RIVER)
    chosen = [found[number] for number in picked(found, most, set())]
    counts = Counter(one.paragraph for one in chosen)
    assert max(counts.values()) <= most
    assert len({one.prompt for one in chosen}) == len(chosen)
    for one, two in combinations(chosen, 2):
        same_sentence = one.paragraph == two.paragraph and one.quote == two.quote
        assert not (same_sentence and set(one.things) & set(two.things))


def test_what_is_barred_is_not_picked_and_others_take_its_place() -> None:
    found = all_of(MOON)
    first = picked(found, 1, set())
    second = picked(found, 1, set(first))
    assert not set(first) & set(second)
    assert len(second) == len(first)
    assert picked(found, 3, set(range(len(found)))) == []


def test_claims_are_true_about_as_often_as_false() -> None:
    claims = "\n\n".join(
        f"The town hall number one was built in {year} by hand." for year in range(1900, 1940)
    )
    found = all_of(f"Title\n\n{claims}")
    truths = Counter(found[number].truth for number in picked(found, 1, set()))
    assert abs(truths[True] - truths[False]) <= 1
