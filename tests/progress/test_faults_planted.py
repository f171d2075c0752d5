"""What a simulation of planted faults has to show; the table of it takes longer."""

from __future__ import annotations

from faults_planted import ASKED, Outcome, Planted, run, table, total


def test_faults_of_keys_are_found_and_sound_questions_left_alone() -> None:
    found = total(run(seed, 20, sound=60, each=4) for seed in range(3))
    assert found.found[Planted.WRONG_KEY] >= 11
    assert found.found[Planted.AMBIGUOUS] + found.found[Planted.TWO_RIGHT] >= 8
    assert found.false <= 0.05 * found.findings + 1


def test_dead_options_and_ease_need_many_learners() -> None:
    alone = run(0, 20, sound=30, each=3)
    many = run(0, 8, 30, sound=30, each=3)
    assert alone.found[Planted.DEAD] == alone.found[Planted.EASY] == 0
    assert many.found[Planted.DEAD] == many.found[Planted.EASY] == 3


def test_without_runs_there_is_nothing() -> None:
    assert total([]) == Outcome(total([]).found, 0, 0)


def test_the_table_has_a_column_for_each_way_to_ask() -> None:
    lines = table(1, sound=6, each=1)
    assert len(lines) == 7
    assert {len(line) for line in lines} == {20 + 12 * len(ASKED)}
