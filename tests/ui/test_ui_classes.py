"""What is said of a class: each fault with what to do, and how reliable the test is."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from quiz.progress.class_list import ClassTable
from quiz.progress.class_sums import Pairs, Picks, QuestionSums
from quiz.progress.classical import ClassRow, QuestionRow, Reliability, question_row
from quiz.progress.classical_faults import Fault, Finding
from quiz.ui.class_words import SHORT, sentences, signed, whole_lines
from quiz.ui.classes import SHOWN, ClassPage, class_lines, draw_class
from quiz.ui.render import console

PAIRS = Pairs(100, 60.0, 60.0, 50.0, 30.0, 33.0, 36.0)
PICKS = (
    Picks("Rome", 60, 60.0, 60, 33.0, 20.0),
    Picks("Bern", 40, 0.0, 40, 17.0, 10.0),
    Picks("Oslo", 0, 0.0, 0, 0.0, 0.0),
)


def row(name: str = "b/one", picks: tuple[Picks, ...] = PICKS) -> QuestionRow:
    return question_row(QuestionSums(name, 100, 60.0, 60.0, PAIRS, picks, 1 / 3))


def table(*findings: Finding, rows: int = 1, alpha: float | None = 0.8, kr20: bool = True) -> ClassTable:
    sure = None if alpha is None else Reliability(alpha, kr20, 0.05)
    whole = ClassRow(100, rows, 100 * rows, 0.6, 0.1, sure)
    names = [f"b/{number}" for number in range(rows)]
    return ClassTable(100, 0, whole, tuple(map(row, names)), findings)


@pytest.mark.parametrize(
    ("fault", "options", "says", "do"),
    [
        (Fault.WRONG_KEY, ("Bern",), 'elsewhere pick "Bern" (40 of 100)', 'is "Bern" right?'),
        (
            Fault.WRONG_KEY,
            (),
            "get it wrong: it discriminates by 0.",
            "Check the answers that count as right",
        ),
        (Fault.TWO_RIGHT, ("Bern",), '"Bern" draws learners as able', 'Is "Bern" right as well?'),
        (Fault.UNCLEAR, (), "little to do with who does well elsewhere: it", "what does it leave open?"),
        (Fault.DEAD_OPTION, ("Oslo",), 'Nobody picks "Oslo", though 40 answers were wrong.', "leave it out"),
        (
            Fault.TOO_EASY,
            (),
            "Nearly everybody gets it right: 60 % of the points, 100 answers.",
            "Ask for more",
        ),
    ],
)
def test_each_fault_is_told_with_what_to_do(
    fault: Fault, options: tuple[str, ...], says: str, do: str
) -> None:
    told = sentences(row(), Finding("b/one", fault, options))
    assert says in told[0]
    assert do in told[1]
    assert set(SHORT) == set(Fault)


@pytest.mark.parametrize(
    ("alpha", "kr20", "said"),
    [
        (0.9, True, "KR-20 is 0.90, satisfactory:"),
        (0.75, False, "Cronbach's alpha is 0.75, satisfactory:"),
        (0.7, True, "KR-20 is 0.70, low:"),
        (0.5, True, "KR-20 is 0.50, too low to go by:"),
        (-0.2, True, "KR-20 is -0.20, too low to go by:"),
        (None, True, "How reliable the test is cannot be told"),
    ],
)
def test_reliability_is_named_and_judged(alpha: float | None, said: str, *, kr20: bool) -> None:
    assert list(whole_lines(table(alpha=alpha, kr20=kr20)))[-1].startswith(said)


@pytest.mark.parametrize(
    ("value", "said"), [(None, "-"), (0.0, "0.00"), (-0.001, "0.00"), (-0.5, "-0.50"), (1, "1.00")]
)
def test_correlations_have_two_decimals_and_no_zero_below_zero(value: float | None, said: str) -> None:
    assert signed(value) == said


def test_exams_that_count_for_themselves_are_told() -> None:
    found = table()._replace(learners=50)
    assert next(whole_lines(found)).startswith("50 learners (100, each exam for itself), 1 question")


@pytest.mark.parametrize("width", [20, 50, 80, 120])
def test_the_page_fits_and_names_only_the_worst(width: int) -> None:
    out = io.StringIO()
    findings = (Finding("b/7", Fault.TOO_EASY), Finding("b/9", Fault.WRONG_KEY, ("Bern",)))
    draw_class(console(out, width), ClassPage(table(*findings, rows=SHOWN + 5), lambda _: "a.yaml:3"))
    lines = out.getvalue().splitlines()
    if width > 20:
        assert all(cell_len(line) <= width for line in lines)
        assert [line.split()[0] for line in lines if line.startswith("b/")][:3] == ["b/9", "b/7", "b/0"]
    text = " ".join(out.getvalue().split())
    assert "a.yaml:3: b/9" in text
    assert f"The worst {SHOWN} are listed; `--all` lists all." in text


def test_lines_have_each_question_and_finding_once() -> None:
    page = ClassPage(table(Finding("b/1", Fault.UNCLEAR), rows=3), lambda _: None, everything=True)
    lines = list(class_lines(page))
    assert [line.partition(":")[0] for line in lines if line.startswith("b/")] == ["b/1", "b/0", "b/2"]
    assert sum(line.startswith("finding: in no bank here: b/1: Who gets it right") for line in lines) == 1
    assert lines[-1] == "3 questions, 1 with findings."
