"""One text where a list was meant."""

from __future__ import annotations

import pytest
from shape_found import find, mended, places

from quiz.authoring.layout import applied

CARD = "- front: a\n  back: b\n"


def typed(accept: str, answer: str = "Geneva") -> str:
    return f"- ask: a\n  answer: {answer}\n  accept: {accept}\n"


@pytest.mark.parametrize(
    ("tags", "after"),
    [
        ("lakes, rivers", "[lakes, rivers]"),
        ("lakes,rivers , big cities", "[lakes, rivers, big cities]"),
        ('"lakes, rivers"', "[lakes, rivers]"),
        ("'lakes, rivers,'", "[lakes, rivers]"),
        ("no, 'it''s', a", "[\"no\", \"'it''s'\", a]"),
        ("lakes, rivers  # both", "[lakes, rivers]  # both"),
    ],
)
def test_tags_in_one_text_become_a_list(tags: str, after: str) -> None:
    assert mended("one-text", f"{CARD}  tags: {tags}\n") == f"{CARD}  tags: {after}\n"


def test_tags_in_quotes_in_braces_become_a_list() -> None:
    body = '- {front: a, back: b, tags: "lakes, rivers"}\n'
    assert places("one-text", body) == ["4:29"]
    assert mended("one-text", body) == body.replace('"lakes, rivers"', "[lakes, rivers]")


def test_tags_on_several_lines_are_found_and_left_to_the_author() -> None:
    for tags in ("lakes,\n    rivers", ">-\n    lakes, rivers", '"lakes,\\n rivers"'):
        assert len(find("one-text", f"{CARD}  tags: {tags}\n")) == 1
    assert mended("one-text", f"{CARD}  tags: lakes,\n    rivers\n") == f"{CARD}  tags: lakes,\n    rivers\n"


@pytest.mark.parametrize(
    ("tags", "place", "after"),
    [
        ("lakes, rivers", "3:7", "[lakes, rivers]"),
        ("  'lakes, rivers'  # all", "3:9", "  [lakes, rivers]  # all"),
    ],
)
def test_tags_of_the_bank_in_one_text_are_found(tags: str, place: str, after: str) -> None:
    head = f"quiz: 1\ntitle: T\ntags: {tags}\nquestions:\n"
    assert places("one-text", CARD, head) == [place]
    edits = [edit for one in find("one-text", CARD, head) for edit in one.edits]
    assert applied(head, edits) == head.replace(tags, after)


@pytest.mark.parametrize("tags", ["lakes", "[lakes, rivers]", "['lakes, rivers']", "lakes,", "[\n  'a, b']"])
def test_tags_of_the_bank_that_are_as_meant_are_left_alone(tags: str) -> None:
    assert places("one-text", CARD, f"quiz: 1\ntitle: T\ntags: {tags}\nquestions:\n") == []


@pytest.mark.parametrize(
    "tags", ["lakes", "lakes,", "big lakes", '["lakes, rivers"]', "[a, b]", "{a: b}", ","]
)
def test_one_tag_and_a_list_are_left_alone(tags: str) -> None:
    assert places("one-text", f"{CARD}  tags: {tags}\n") == []


@pytest.mark.parametrize(
    "accept", ["Genf, Genève", '"Genf, Genève"', "Genf,Ginevra", "Calvinopolis, the old city"]
)
def test_accepted_answers_in_one_text_are_found(accept: str) -> None:
    assert places("one-text", typed(accept)) == ["6:11"]


def test_names_of_one_thing_in_one_text_are_found() -> None:
    body = typed("Rennie, Mr Rennie", "John Rennie")
    assert places("one-text", body) == ["6:11"]
    assert "[Rennie, Mr Rennie]" in find("one-text", body)[0].cure


@pytest.mark.parametrize(
    ("accept", "answer"),
    [
        ("Rennie, John", "John Rennie"),
        ("Paris, Paris", "Paris"),
        ("Paris, France", "Paris"),
        ("Genf", "Geneva"),
        ("[Genf, Genève]", "Geneva"),
        ("Geneva, Switzerland", "Geneva"),
        ("Switzerland, in its city of Geneva", "Geneva"),
        ("Psaki, Jen", "Jen Psaki"),
        ("Martin Luther King, Jr.", "the Reverend"),
        ("Boston, Boston", "Geneva"),
        ("90,000", "ninety thousand"),
        ("4 July, Thursday", "Independence Day"),
        ("red, white, blue", '"blue, white, red"'),
        ("a long answer in words, another", "Geneva"),
    ],
)
def test_one_answer_and_a_list_of_them_are_left_alone(accept: str, answer: str) -> None:
    assert places("one-text", typed(accept, answer)) == []


def test_the_finding_says_what_to_write() -> None:
    (found,) = find("one-text", typed("Genf, Genève"))
    assert found.message == "`Genf, Genève` is one answer, accepted only as a whole"
    assert found.cure == "write a list: `[Genf, Genève]`"
    assert found.edits == ()


def several(answers: str, wrong: str = "[Bern, Chur]") -> str:
    return f"- ask: a\n  answers: {answers}\n  wrong: {wrong}\n"


@pytest.mark.parametrize(
    ("entry", "entries"),
    [
        ("Basel, Bonn, Mainz", "[Basel, Bonn, Mainz]"),
        ("Basel, Bonn", "[Basel, Bonn]"),
        ("Basel, Bonn and Mainz", "[Basel, Bonn, Mainz]"),
        ("Basel, Bonn, and Bad Ragaz", "[Basel, Bonn, Bad Ragaz]"),
        ("4, 89, 30", '["4", "89", "30"]'),
    ],
)
def test_the_only_right_option_that_lists_several_is_found(entry: str, entries: str) -> None:
    (found,) = find("one-text", several(f'["{entry}"]'))
    assert found.location[1:] == (5, 13)
    assert found.message.startswith(f"`{entry}` is one option, and looks like ")
    assert found.cure == f"write each by itself: `{entries}`"
    assert places("one-text", several(entries)) == []


def test_an_entry_on_a_line_of_its_own_is_found_and_cured_by_lines() -> None:
    (found,) = find("one-text", several("\n  - Basel, Bonn, Mainz"))
    assert found.location[1:] == (6, 5)
    assert found.cure == "write each on a line of its own, with `- ` before it"


def test_the_only_wrong_option_that_lists_several_is_found() -> None:
    assert places("one-text", several("[Basel, Bonn]", '["Bern, Chur, Zug"]')) == ["6:11"]
    body = '- ask: a\n  answer: Bonn\n  wrong: ["Bern, Chur, Zug"]\n'
    assert places("one-text", body) == ["6:11"]
    assert places("one-text", body.replace(", Zug", "")) == []


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ('["Basel, Bonn", Mainz]', "[Bern]"),
        ('["Basel, Switzerland"]', '["Bern, Switzerland"]'),
        ('["Yes, always"]', "[never]"),
        ('["Martin Luther King, Jr."]', "[Malcolm X]"),
        ('["The towns on the river, or those beside it"]', "[Bern]"),
        ('["Bern, Bern"]', "[Chur]"),
        ('["90,000"]', "[80000]"),
        ('["4 July, Thursday"]', "[Friday]"),
        ("[Basel]", "[Bern]"),
        ("[Basel and Bonn]", "[Bern]"),
    ],
)
def test_one_option_and_lists_of_options_are_left_alone(answers: str, wrong: str) -> None:
    assert places("one-text", several(answers, wrong)) == []
