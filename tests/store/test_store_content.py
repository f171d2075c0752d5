"""Questions and responses as JSON text."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import HERE, ONE_OF_EACH, QUESTIONS, RESPONSES, text

from quiz.quantity import Figures
from quiz.question import Kind, Question, Source
from quiz.review import Response, Typed
from quiz.store.content import CLASSES, question_from, question_text, response_from, response_text


def again(question: Question) -> Question:
    written = question_text(question)
    return question_from(question.kind.value, question.id, question.location, question.ask, written)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_comes_back_as_it_was(kind: Kind) -> None:
    @given(QUESTIONS[kind])
    def comes_back(question: Question) -> None:
        assert again(question) == question

    comes_back()


def test_every_kind_has_its_class() -> None:
    assert {name: kind.kind.value for name, kind in CLASSES.items()} == {
        kind.value: kind.value for kind in Kind
    }


def test_what_is_as_usual_takes_no_room() -> None:
    assert question_text(text("venue")) == '{"answer":"Geneva"}'


def test_what_is_not_usual_is_stored_as_it_is_called() -> None:
    assert question_text(text("venue", exact=True)) == '{"exact":true,"answer":"Geneva"}'
    count = ONE_OF_EACH[3]
    ranged = replace(count, value=Decimal(85), written="85..95", upper=Decimal(95), unit=None)  # type: ignore[call-arg]
    assert question_text(ranged) == '{"value":"85","written":"85..95","upper":"95"}'
    rounded = replace(count, tolerance=Figures(3), unit=None)  # type: ignore[call-arg]
    assert question_text(rounded) == '{"value":"90000","written":"90,000","tolerance":[3]}'
    listed = replace(ONE_OF_EACH[1], listed=("Lavrov", "Psaki"))  # type: ignore[call-arg]
    assert question_text(listed) == '{"answer":"Psaki","wrong":[["Lavrov",null]],"listed":["Lavrov","Psaki"]}'


def test_a_source_of_one_paragraph_is_stored_as_before_there_were_several() -> None:
    one = text("venue", source=Source(None, 6, "in Geneva"))
    assert question_text(one) == '{"source":[null,6,"in Geneva"],"answer":"Geneva"}'
    two = text("venue", source=Source(None, 6, None, (4, 9)))
    assert question_text(two) == '{"source":[null,6,null,[4,9]],"answer":"Geneva"}'
    assert again(two) == two


def test_letters_stay_readable() -> None:
    assert "Genève" in question_text(text("venue", answer="Genève"))


@pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda question: question.kind.value)
def test_place_id_and_prompt_are_kept_elsewhere(question: Question) -> None:
    found = json.loads(question_text(question))
    assert not {"id", "ask", "location"} & set(found)
    assert str(HERE.path) not in question_text(question)


@given(RESPONSES)
def test_every_response_comes_back_as_it_was(response: Response) -> None:
    assert response_from(response_text(response)) == response


@given(RESPONSES)
def test_every_response_can_be_stored(response: Response) -> None:
    written = response_text(response)
    assert sqlite3.connect(":memory:").execute("SELECT json_valid(?)", [written]).fetchone() == (1,)


def test_a_response_stays_readable_to_people() -> None:
    assert response_text(Typed("Genève")) == '{"typed":"Genève"}'


@given(st.integers(min_value=0xDC80, max_value=0xDCFF))
def test_bytes_that_are_no_text_are_written_as_escapes(code: int) -> None:
    assert response_text(Typed(f"é{chr(code)}")) == f'{{"typed":"\\u00e9\\u{code:x}"}}'
