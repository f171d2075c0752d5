"""What databases and logs hold of questions already: it may never change, or all would be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.bank import read_text
from quiz.card import cards_of
from quiz.store.content import question_from
from quiz.store.questions import fresh_rows

if TYPE_CHECKING:
    from quiz.question import Question

WRITTEN = """
- id: place
  ask: Where are the talks?
  answer: Geneva
  accept: [Genf, Genève]
  reverse: true
  why: Both sides trust it.
  tags: [place]
  source: {paragraph: 6, quote: proposed Geneva}
  group: talks

- id: host
  ask: Who hosts the talks?
  answer: Switzerland
  wrong:
    - Austria
    - Norway: It offered them in June.
  shuffle: false
  draft: true

- id: claim
  claim: Geneva lies on a lake.
  answer: true

- id: miles
  ask: How many miles is it?
  number: 90,000
  tolerance: 5%
  unit: miles

- id: rate
  ask: What is the rate?
  number: -1.50
  tolerance: 0.05

- id: signed
  ask: When was it signed?
  date: 2021-12

- id: lakes
  ask: Which are lakes?
  answers: [Como, Garda]
  wrong: [Po, Etna: It is a mountain.]

- id: gaps
  cloze: They met in {Geneva|Genf::a city} in {June}.

- id: row
  ask: From north to south?
  order: [Oslo, Bern, Rome]

- id: rivers
  ask: Which river?
  match: {Bern: Aare, Basel: Rhine}

- id: card
  front: Capital of Switzerland
  back: Bern
"""

STORED = {
    "place": '{"why":"Both sides trust it.","tags":["place"],"source":[null,6,"proposed Geneva"],'
    '"group":"talks","reverse":true,"answer":"Geneva","accept":["Genf","Genève"]}',
    "host": '{"shuffle":false,"draft":true,"answer":"Switzerland",'
    '"wrong":[["Austria",null],["Norway","It offered them in June."]]}',
    "claim": '{"answer":true}',
    "miles": '{"value":"90000","written":"90,000","tolerance":["0.05",true],"unit":"miles"}',
    "rate": '{"value":"-1.50","written":"-1.50","tolerance":["0.05",false]}',
    "signed": '{"date":[2021,12,null]}',
    "lakes": '{"answers":["Como","Garda"],"wrong":[["Po",null],["Etna","It is a mountain."]]}',
    "gaps": '{"pieces":["They met in ",[["Geneva","Genf"],"a city"]," in ",[["June"],null],"."]}',
    "row": '{"items":["Oslo","Bern","Rome"]}',
    "rivers": '{"pairs":[["Bern","Aare"],["Basel","Rhine"]]}',
    "card": '{"back":"Bern"}',
}

REVISIONS = {
    "b/place": "a4c5f1f8e3d21cda",
    "b/place#reverse": "8086d7c75c3b0e2f",
    "b/host": "bfb608892a262700",
    "b/claim": "70adbb03f0ca9d8b",
    "b/miles": "7eb0340013efd12e",
    "b/rate": "a8d44a24b3e1ce38",
    "b/signed": "accdadf1f8747c26",
    "b/lakes": "57ff14c07f6819cf",
    "b/gaps#1": "9f5fd85281c11f76",
    "b/gaps#2": "2028c263d4168545",
    "b/row": "0d69211be0810f5b",
    "b/rivers": "cc366d7e46a9d6d7",
    "b/card": "eef912b35eed251a",
}


def questions() -> tuple[Question, ...]:
    bank = read_text(f"quiz: 1\ntitle: T\nquestions:\n{WRITTEN}".encode(), "b.yaml", "b").bank
    assert bank is not None
    return bank.questions


def test_what_is_stored_of_a_question_stays_as_it_is() -> None:
    assert {row[0]: row[6] for row in fresh_rows(questions())} == STORED


def test_what_was_stored_once_is_read_as_the_same_question() -> None:
    for question in questions():
        again = question_from(
            question.kind.value, question.id, question.location, question.ask, STORED[question.id]
        )
        assert again == question


def test_cards_keep_their_keys_and_revisions() -> None:
    cards = [card for question in questions() for card in cards_of("b", question)]
    assert {card.key: card.revision for card in cards} == REVISIONS
