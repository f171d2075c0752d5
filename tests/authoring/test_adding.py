from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quiz.authoring.adding import findings_in
from quiz.authoring.check import check
from quiz.authoring.explaining import material_of
from quiz.authoring.layout import appended
from quiz.authoring.rule import each_bank, each_question, questions
from quiz.authoring.rules import RULES
from quiz.authoring.selecting import EVERY, chosen
from quiz.authoring.silencing import heard
from quiz.authoring.templates import new_bank
from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.authoring.rule import Example
    from quiz.bank import Written

EXAMPLES = [
    pytest.param(example, id=f"{rule.code}-{name}")
    for rule in RULES
    for name, example in (("bad", rule.bad), ("good", rule.good))
]
BRIDGE = "  - ask: Who built the bridge?\n    answer: Anna Berger\n"
OTHERS = "  - {front: What is a lapse?, back: A card not known.}\n  - claim: Ice floats.\n    answer: true\n"
ALIKE = {
    "the-same": ("  - ask: By whom was the bridge built?\n    answer: Anna Berger\n", ["same-prompt"]),
    "another-answer": ("  - ask: Who built a bridge?\n    answer: Hans Maurer\n", ["same-prompt"]),
    "another-prompt": ("  - ask: Who built the tower?\n    answer: Anna Berger\n", []),
    "a-longer-one": ("  - ask: Who built the long bridge?\n    answer: Anna Berger\n", []),
}


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("added", [1, 2])
def test_new_questions_are_told_what_a_check_of_the_whole_bank_tells(example: Example, added: int) -> None:
    bank = material_of(example)
    new = bank.written[len(bank.written) - added :]
    whole = heard([bank], check([bank], chosen(EVERY)))
    last_line = max((max(one.at().line, one.node.end_line) for one in new), default=0)
    expected = [one for one in whole if new and new[0].at()[1:] <= one.location[1:]]
    assert findings_in(bank, added) == [one for one in expected if one.location.line <= last_line]


@pytest.mark.parametrize(("added", "codes"), ALIKE.values(), ids=ALIKE)
def test_a_question_that_is_there_is_found_among_others(added: str, codes: list[str]) -> None:
    bank = material_of(
        questions(OTHERS + BRIDGE + OTHERS.replace("Ice", "Oil").replace("lapse", "leech") + added)
    )
    assert [one.code for one in findings_in(bank, 1)] == codes


def test_rules_that_judge_each_question_by_itself_look_at_those_alone_that_matter() -> None:
    seen: list[str] = []

    def at_one(written: Written, bank: Material) -> Iterator[Found]:
        seen.append(f"{written.question.ask} of {len(bank.written)}")
        return iter(())

    def at_all(bank: Material) -> Iterator[Found]:
        seen.append(f"bank of {len(bank.written)}")
        return iter(())

    bank = material_of(questions(OTHERS + BRIDGE))
    rules = [replace(RULES[0], find=find) for find in (each_question(at_one), each_bank(at_all))]
    assert check([bank], rules, [replace(bank, written=bank.written[-1:])]) == []
    assert seen == ["Who built the bridge? of 1", "bank of 3"]


@pytest.mark.parametrize("feed", ["\n", "\r\n"])
@pytest.mark.parametrize("kinds", [[], [Kind.RECALL], [Kind.TEXT, Kind.MATCH], list(Kind)], ids=len)
def test_a_new_bank_keeps_every_line_and_the_blank_one_before_its_comments(
    kinds: list[Kind], feed: str
) -> None:
    text = before = new_bank("T", kinds).replace("\n", feed)
    entries = [{"front": f"What is {word}?", "back": f"It is {word}."} for word in ("one", "two", "three")]
    for entry in entries:
        text = appended(text, [entry])
    end = before.find(f"{feed}# More kinds")
    head, tail = (before[:end], before[end:]) if end >= 0 else (before, "")
    added = [f"{feed}  - front: {entry['front']}{feed}    back: {entry['back']}{feed}" for entry in entries]
    assert text == head + "".join(added) + tail
