"""Numbers that a passage only seems to give: other marks, other counts, sums that nobody made."""

from __future__ import annotations

import pytest
from grounded import HEAD, found

BEACON = (
    "To save the rowing, a wooden house on six legs, the Beacon, was put up. It had room for 30 men on three "
    "floors: the kitchen, the cabins, the engineer, the foremen and the masons; the first floor was dry, and "
    "one mason slept there. Two hectares of sand lay around it."
)
HOURS = "Work began on 17 August 1807. They had two hours at each tide, and worked for 133 hours in all."
STONES = "There are 2,835 of them, which weigh 2,083 tons together. A horse drew all of them."
COST = "The whole had cost £61,331, about half as much again as the estimate of £42,685."


def cures(keys: str, text: str, language: str = "en") -> list[str]:
    """Return the cures of the answers that are told not to stand in the text."""
    body = "  - id: a\n" + "".join(f"    {line}\n" for line in keys.splitlines())
    head = HEAD.replace("questions:", f"language: {language}\nquestions:")
    told = found(f"{body}    source: {{paragraph: 1}}\n", text, head=head)
    return [one.cure for one in told if one.code == "unsupported-answer"]


@pytest.mark.parametrize("keys", ["number: 61.331", "answer: '61.331'", "answer: £61.331 or so"])
def test_a_thousandfold_slip_is_told_with_the_number_of_the_text(keys: str) -> None:
    (cure,) = cures(f"ask: What did it cost?\n{keys}", COST)
    assert "write `61,331`" in cure
    assert cures(f"ask: What did it cost?\n{keys.replace('61.331', '61,331')}", COST) == []


def test_the_marks_of_numbers_are_those_of_the_language() -> None:
    text = "Es kostete 61.331 Pfund."
    assert cures("ask: Was kostete es?\nnumber: 61.331", text, "de") == []
    assert "write `61.331`" in cures("ask: Was kostete es?\nnumber: 61,331", text, "de")[0]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("number: 61331", "It cost 61.331 pounds."),
        ("number: 90,000", "It cost 90.000 pounds."),
        ("answer: '90.000'", "It cost 90.000 pounds."),
        ("number: 61.331", "It is 61.331 m long."),
        ("number: 0.125", "It is 0,125 m long."),
    ],
)
def test_what_a_text_may_mean_by_its_marks_stands(keys: str, text: str) -> None:
    assert cures(f"ask: What is it?\n{keys}", text) == []


@pytest.mark.parametrize(
    "keys",
    [
        "ask: On how many legs did the Beacon stand?\nnumber: 8",
        "ask: On how many legs did the Beacon stand?\nanswer: 8 legs",
        "ask: On how many legs did the Beacon stand?\nanswer: 8",
        "ask: On what did the Beacon stand?\nnumber: 8\nunit: legs",
        "ask: How many hectares of sand lay there?\nnumber: 4",
        "ask: How much sand lay there?\nnumber: 4\nunit: hectares",
        "cloze: The Beacon stood on {8} legs.",
        "cloze: The Beacon stood on {eight} legs.",
        "claim: The Beacon stood on eight legs.\nanswer: true",
        "front: On how many legs did the Beacon stand?\nback: 8",
    ],
)
def test_another_number_of_the_same_things_is_not_counted(keys: str) -> None:
    assert len(cures(keys, BEACON)) == 1


@pytest.mark.parametrize(
    "keys",
    [
        "ask: On how many legs did the Beacon stand?\nnumber: 6",
        "ask: How many rooms were there?\nnumber: 5",
        "ask: How many rooms were there?\nanswer: five rooms",
        "ask: How many masons slept there?\nnumber: 1",
        "ask: How many of them were there?\nnumber: 4",
        "ask: How many masons and foremen had a room?\nnumber: 2",
        "cloze: There were {five} rooms.",
        "front: How many rooms were there?\nback: five",
    ],
)
def test_what_is_listed_may_be_counted(keys: str) -> None:
    assert cures(keys, BEACON) == []


def test_neither_ordinals_nor_one_are_another_number() -> None:
    text = "The first tower fell; one tower, of wood, and another, of stone, came after it."
    assert cures("ask: How many towers were there?\nnumber: 3", text) == []


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("cloze: They worked for {131} hours in all.", HOURS),
        ("cloze: In the first season of 1807 they worked for {131} hours in all.", HOURS),
        ("cloze: 'There are {2,853} stones, which weigh {2,083} tons together.'", STONES),
        ("cloze: 'There are 2,835 stones, which weigh {2,038} tons together.'", STONES),
        ("ask: How many hours did they work in total?\nnumber: 131", HOURS),
        ("front: In which year did the work begin?\nback: '1812'", HOURS),
        ("front: When did the work begin?\nback: 17 August 1812", HOURS),
        ("front: How long did they work?\nback: 313 hours", HOURS),
    ],
)
def test_a_number_of_no_sum_is_told(keys: str, text: str) -> None:
    assert len(cures(keys, text)) == 1


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("cloze: They worked for {133} hours in all.", HOURS),
        ("cloze: There were {10} in all.", "Six were of wood, four of stone."),
        ("cloze: She reigned for {64} years.", "She reigned from 1837 to 1901."),
        ("cloze: It lies {16} km off.", "It lies 10 miles off."),
        ("ask: How many were there in total?\nnumber: 24", "Six boats came, with four men each."),
        ("front: In which year did the work begin?\nback: '1807'", HOURS),
        ("front: How long did she reign?\nback: 64 years", "She reigned from 1837 to 1901."),
        ("front: Why did they row?\nback: After 3 hours the rock was under water", HOURS),
        ("front: Who?\nback: Anna Berger", HOURS),
    ],
)
def test_a_number_that_stands_or_is_reckoned_is_not_told(keys: str, text: str) -> None:
    assert cures(keys, text) == []


@pytest.mark.parametrize(
    "ask",
    [
        "How many more pounds did it cost than was estimated?",
        "By how much did the cost exceed the estimate?",
        "By how many pounds was the estimate missed?",
        "How much higher was the cost than the estimate?",
        "How many pounds above the estimate did it cost?",
        "How much did it cost beyond the estimate?",
        "How many pounds fewer had been estimated?",
        "What is the difference between cost and estimate?",
    ],
)
def test_a_difference_that_is_asked_for_is_reckoned(ask: str) -> None:
    assert cures(f"ask: {ask}\nnumber: 18,646", COST) == []
    assert len(cures(f"ask: {ask}\nnumber: 18,664", COST)) == 1


def test_a_difference_that_is_not_asked_for_is_none() -> None:
    assert len(cures("ask: How much did the whole cost?\nnumber: 18,646", COST)) == 1


PUPS = (
    "In 1988 it killed 212 seals within seven weeks, and nine of another kind. By 2019 there were "
    "3,420 pups, on a spit 4.5 km long. You cannot walk among three thousand mothers."
)


@pytest.mark.parametrize(
    "prompt", ["How many pups were there in 2019?", "How many were there?", "How long is it?"]
)
@pytest.mark.parametrize("number", ["3420000", "342", "3.420", "34.2", "21.2", "2120", "45", "450", "0.45"])
def test_a_number_with_its_point_elsewhere_is_told(prompt: str, number: str) -> None:
    assert len(cures(f"ask: {prompt}\nnumber: {number}", PUPS)) == 1


@pytest.mark.parametrize(
    "keys",
    [
        "ask: How long is it?\nnumber: 4500\nunit: m",
        "ask: What percentage is that?\nnumber: 0.45",
        "ask: How many were there?\nnumber: 3000",
        "ask: How many seals more than that were there?\nnumber: 203",
        "ask: How many seals died altogether?\nnumber: 221",
    ],
)
def test_what_is_converted_or_asked_to_be_reckoned_is_not_told(keys: str) -> None:
    assert cures(keys, PUPS) == []


@pytest.mark.parametrize(
    "prompt",
    [
        "How many seals died in 1988?",
        "How many seals died between 1988 and 2019?",
        "How many seals shared the point?",
        "How many seals died that had left the sea?",
        "How many seals does that mean?",
    ],
)
@pytest.mark.parametrize("number", ["221", "203"])
def test_a_sum_is_reckoned_only_where_the_prompt_asks_for_one(prompt: str, number: str) -> None:
    assert len(cures(f"ask: {prompt}\nnumber: {number}", PUPS)) == 1
