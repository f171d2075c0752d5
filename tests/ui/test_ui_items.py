"""Questions and how good they are, as drawn: at every width, and what each finding says."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from quiz.progress.discrimination import By, Correlation, Discrimination, Untold
from quiz.progress.faults import Fault, Finding
from quiz.progress.item_list import Judged, judged
from quiz.question import NumberQuestion
from quiz.review import Matched, Picked, Verdict
from quiz.ui import item_words
from quiz.ui.items import NOTHING, Page, draw_item, draw_items, full_lines, item_lines
from quiz.ui.render import console
from tests.progress.item_samples import (
    HERE,
    MATCH,
    ORDER,
    TEXT,
    item,
    picked,
    subject,
    told_apart,
    told_of,
    trial,
    typed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from quiz.card import Card
    from quiz.progress.items import Item

TRIALS = told_apart([picked(), picked("Vienna")] * 8)
TURNS = item(TRIALS, told_of(TRIALS))


def place(card: Card) -> str:
    return f"{card.question.location.path}:{card.question.location.line}"


def page(*items: Item, everything: bool = False) -> Page:
    return Page(judged(items), place, everything)


def drawn(draw: Callable[[Console, Page], None], shown: Page, width: int = 80) -> str:
    out = io.StringIO()
    draw(console(out, width), shown)
    return out.getvalue()


@pytest.mark.parametrize("width", [20, 50, 80, 120])
@pytest.mark.parametrize("items", [(), (item([]),), (item([picked()]),), (TURNS,)])
@pytest.mark.parametrize("draw", [draw_items, draw_item])
def test_nothing_breaks_at_any_width(
    draw: Callable[[Console, Page], None], items: tuple[Item, ...], width: int
) -> None:
    lines = drawn(draw, page(*items), width).splitlines()
    assert lines
    # A place is not broken, so that terminals see that it is one.
    assert all(len(line) <= width or line.startswith(HERE.path) for line in lines)


def test_the_table_has_more_columns_where_there_is_room() -> None:
    tables = {width: drawn(draw_items, page(TURNS), width).split("\n\n")[0] for width in (50, 80, 120)}
    heads = {width: table.splitlines()[0].split() for width, table in tables.items()}
    assert heads[50] == ["card", "asked", "points", "findings"]
    assert heads[80] == ["card", "asked", "points", "95", "%", "between", "recall", "time", "findings"]
    assert heads[120][-4:] == ["time", "divides", "hints", "findings"]
    row = tables[80].splitlines()[1].split()
    assert row == ["b/venue", "16", "50", "%", "28-72", "%", "-43", "4", "s", "ambiguous?"]


def test_findings_stand_under_their_place_with_what_to_do() -> None:
    told = drawn(draw_items, page(item([])._replace(subject=subject(flags=("typo",)))), 80)
    assert "b.yaml:5: b/venue\nasks     Which city?\nfound    Flagged: typo.\ndo       Mend it" in told
    assert "1 card, 0 answered, 1 with findings." in told


def test_small_samples_are_said_to_be_small() -> None:
    told = drawn(draw_items, page(item(told_apart([picked("Oslo")] * 3))), 80)
    assert "few answers" in told
    assert "It has fewer than 8 first answers: too few for a verdict." in told
    full = drawn(draw_item, page(item(told_apart([picked("Oslo")] * 3))), 80)
    assert "fewer than 8: nothing is said of it" in " ".join(full.split())


def test_what_was_never_asked_is_listed_when_all_is() -> None:
    assert "b/venue" not in drawn(draw_items, page(item([])))
    assert "never asked" in drawn(draw_items, page(item([]), everything=True))
    assert drawn(draw_items, page()) == f"{NOTHING}\n"
    assert drawn(draw_item, page()) == f"{NOTHING}\n"
    assert list(item_lines(page())) == list(full_lines(page())) == [NOTHING]


def test_only_the_worst_are_listed_unless_all_are() -> None:
    many = [item(told_apart([picked()])) for _ in range(30)]
    assert len(page(*many).listed) == 20
    assert "The worst 20 are listed; `--all` lists all." in list(item_lines(page(*many)))
    assert len(page(*many, everything=True).listed) == 30


def test_answers_from_before_a_change_are_told() -> None:
    shown = page(item([picked(revision="0" * 16), *TRIALS]))
    assert "Left out: 1 answer from before the question was changed." in list(item_lines(shown))
    assert "asked: 1 answer before it was changed counts nowhere" in list(full_lines(shown))


def test_lines_for_a_screen_reader_tell_all_that_the_table_does() -> None:
    lines = list(item_lines(page(TURNS)))
    assert lines[0] == (
        "b/venue: asked 16 times, 8 points, 50 % (between 28-72 %), half within 4 s, "
        "recalled less foretold -43 (-59 to -28), ambiguous?"
    )
    assert lines[1].startswith('finding: b.yaml:5: b/venue: "Geneva" and "Vienna" take turns')
    assert 'mixed up: b/venue: "Geneva" is taken for "Vienna", 8 times' in lines
    assert next(item_lines(page(item([]), everything=True))) == "b/venue: never asked"


def test_one_question_in_full() -> None:
    assert (
        drawn(draw_item, page(TURNS))
        == """\
b.yaml:5: b/venue
asks     Which city?
right    Geneva
asked    16 answers, 16 of them the first in a sitting
points   8 of 16 points, 50 % (28-72 %)
         50 % when drawn to others of its kind
recalled 47 % of 15 answers, 90 % was foretold
         that is -43 in a hundred (-59 to -28)
divides  cannot be told: that needs ten learners, or 20 foretold answers on days
         with others
time     4 s (median)
hints    in 0 of 16 answers
overrule 0 of the 8 times that it was not found right
lapses   forgotten 0 times
options  Geneva (right): 8 of 16 answers
         Vienna: 8 of 16 answers, 100 % of the wrong picks
         Oslo: 0 of 16 answers, 0 % of the wrong picks
         Rome: 0 of 16 answers, 0 % of the wrong picks
mixed up "Geneva" is taken for "Vienna", 8 times
found    "Geneva" and "Vienna" take turns, the wrong one in 8 of 16 answers.
do       Are both right, or does the prompt leave it open? Make it say what is
         meant.

"""
    )


def test_typed_answers_and_those_left_empty_are_told() -> None:
    raised = typed("Donau", verdict=Verdict.RIGHT)
    lines = list(full_lines(page(item(told_apart([typed("Donau"), raised, typed("")]), question=TEXT))))
    assert "typed: Donau: 2 times, 1 overruled" in lines
    assert "empty: 1 answer in which nothing was given" in lines


def test_mix_ups_of_a_match_and_of_an_order() -> None:
    match = item([trial(Matched((("France", "Rome"),), ()), MATCH)], question=MATCH)
    assert item_words.mix_up(match, match.mix_ups[0]) == 'France: "Paris" is taken for "Rome", 1 time'
    order = item([trial(Picked(("cat", "ant", "cow"), ()), ORDER)], question=ORDER)
    assert item_words.mix_up(order, order.mix_ups[0]) == '"cat" is put before "ant", 1 time'


@pytest.mark.parametrize(
    ("finding", "says"),
    [
        (Finding(Fault.WRONG_KEY, ("Oslo", "Geneva"), 9, 10, 0.1), 'In 9 of 10 answers "Oslo" was picked'),
        (Finding(Fault.AMBIGUOUS, ("Geneva", "Vienna"), 5, 10, 0.1), '"Geneva" and "Vienna" take turns'),
        (Finding(Fault.OVERRULED, (), 3, 4, None), "Overruled 3 of the 4 times that it was not found right."),
        (Finding(Fault.HARDER, (), 3, 9, 0.1), "Harder than memory explains: recalled 3 of 9 times, 90 %"),
        (Finding(Fault.BACKWARDS, (), 9, 9, 0.1), "Those who know more do worse on it: "),
        (Finding(Fault.ACCEPT, ("Genf",), 4, 9, None), '"Genf" was typed 4 times.'),
        (Finding(Fault.FLAGGED, ("",), 1, 9, None), "Flagged."),
        (Finding(Fault.FLAGGED, ("a", "b"), 2, 9, None), "Flagged: a; b."),
        (Finding(Fault.LEECH, (), 6, 13, None), "A leech: forgotten 6 times in 13 answers."),
        (Finding(Fault.TOO_EASY, (), 40, 40, 0.1), "Always right, in 40 answers"),
        (Finding(Fault.TOO_EASY, (), 99, 100, 0.1), "Right 99 times in 100 answers"),
        (Finding(Fault.DEAD_OPTIONS, ("Oslo", "Rome"), 9, 40, 0.1), 'Never picked: "Oslo", "Rome", in'),
    ],
)  # fmt: skip
def test_each_finding_says_what_is_the_matter_and_what_to_do(finding: Finding, says: str) -> None:
    said, do = item_words.sentences(TURNS, finding)
    assert said.startswith(says)
    assert do.endswith((".", "?"))
    assert finding.fault in item_words.SHORT


def test_what_cannot_be_accepted_is_not_told_to_be() -> None:
    number = NumberQuestion(id="n", ask="How many?", location=HERE, value=Decimal(9), written="9")
    finding = Finding(Fault.ACCEPT, ("8",), 4, 9, None)
    assert item_words.sentences(item([], question=number), finding)[1].startswith("If it is right")
    assert item_words.sentences(item([], question=TEXT), finding)[1].startswith("Accept it")


def test_discrimination_is_told_or_why_it_cannot_be() -> None:
    days = TURNS._replace(discrimination=Discrimination(Correlation(-0.5, 28), By.DAYS))
    assert item_words.discrimination(days) == "-0.50 (-0.74 to -0.16), over 28 answers on days with others"
    assert item_words.correlation(days) == "-0.50"
    said, _ = item_words.sentences(days, Finding(Fault.BACKWARDS, (), 28, 28, 0.01))
    assert said.startswith("It goes worse on days that go well: -0.50")
    for untold in Untold:
        assert "cannot be told" in item_words.discrimination(TURNS._replace(discrimination=untold))


def test_many_learners_are_said_to_be_many() -> None:
    both = item(told_apart([picked(), picked(learner="you")]))
    assert dict(item_words.figures(both))["asked"].endswith("2 of them the first in a sitting, of 2 learners")


def test_text_of_banks_is_clean_and_cut() -> None:
    nasty = "\x1b[31m\u202e" + "x" * 5000
    flagged = item([])._replace(subject=subject(flags=(nasty,)))
    for told in (
        drawn(draw_items, page(flagged)),
        drawn(draw_item, page(flagged)),
        "\n".join(item_lines(page(flagged))),
    ):
        assert all(letter.isprintable() or letter == "\n" for letter in told)
        assert len(told) < 1_500


def test_a_finding_without_words_would_be_missed() -> None:
    assert set(item_words.SHORT) == set(Fault)
    assert item_words.short(Judged(item(told_apart([picked()] * 8)))) == ""
