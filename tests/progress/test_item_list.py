"""Questions the worst first, and what scripts are promised: JSON key by key, CSV letter by letter."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import given
from item_samples import CHOICE, HERE, TEXT, TRIALS, item, picked, subject, told_apart, trial, typed

from quiz.progress.discrimination import By, Correlation, Discrimination
from quiz.progress.faults import Fault
from quiz.progress.foreseen import Told
from quiz.progress.item_list import COLUMNS, items_csv, items_json, judged
from quiz.progress.items import items
from quiz.review import Verdict

if TYPE_CHECKING:
    from quiz.progress.faults import Finding
    from quiz.progress.items import Item
    from quiz.trial import Trial


def words(item: Item, finding: Finding) -> tuple[str, str]:
    return f"{item.name} {finding.fault}", "mend it"


def test_the_worst_comes_first_and_what_was_never_asked_last() -> None:
    ids = ("never", "good", "bad", "flagged")
    questions = {name: CHOICE.__class__(**{**vars(CHOICE), "id": name}) for name in ids}
    subjects = [subject(one) for one in questions.values()]
    subjects[3] = subjects[3]._replace(flags=("typo",))
    trials = [
        *(picked(card="b/good", event=f"g{n}", session=f"{n}") for n in range(9)),
        *(picked("Oslo", card="b/bad", event=f"b{n}", session=f"{n}") for n in range(3)),
    ]
    found = judged(items(subjects, trials, {}, lambda text, _: text))
    assert [one.item.name for one in found] == ["b/flagged", "b/bad", "b/good", "b/never"]
    assert [finding.fault for finding in found[0].findings] == [Fault.FLAGGED]
    assert judged([]) == ()


def test_a_question_in_json() -> None:
    apart = told_apart(
        [
            picked(duration_ms=3000),
            picked("Oslo", verdict=Verdict.RIGHT, points=1.0),
            picked("Oslo", hints=1),
            picked("Oslo", revision="0" * 16),
        ]
    )
    one = item(apart, {"me": [Told("e1", "b/venue", 1, 0.75, recalled=True)]})
    one = one._replace(
        subject=subject(flags=("typo",), lapses=6),
        discrimination=Discrimination(Correlation(0.5, 28), By.DAYS),
        shrunk=0.5,
    )
    (told,) = items_json(judged([one]), words)["questions"]
    assert told == {
        "card": "b/venue",
        "prompt": "Which city?",
        "kind": "choice",
        "path": HERE.path,
        "line": 5,
        "answers": 3,
        "earlier": 1,
        "learners": 1,
        "first_answers": 3,
        "points": 2.0,
        "facility": {"share": 0.666667, "low": 0.20766, "high": 0.938508, "shrunk": 0.5},
        "recall": {
            "answers": 1,
            "foretold": 0.75,
            "recalled": 1.0,
            "surplus": 0.25,
            "low": -0.598689,
            "high": 1.098689,
        },
        "discrimination": {"by": "days", "value": 0.5, "pairs": 28, "low": 0.156028, "high": 0.735818},
        "untold": None,
        "median_ms": 4000,
        "hinted": 1,
        "overruled": {"times": 1, "out_of": 2},
        "flags": ["typo"],
        "lapses": 6,
        "leech": True,
        "options": [
            {"text": "Geneva", "right": True, "picked": 1, "share": 0.333333, "share_of_wrong": None},
            {"text": "Vienna", "right": False, "picked": 0, "share": 0.0, "share_of_wrong": 0.0},
            {"text": "Oslo", "right": False, "picked": 2, "share": 0.666667, "share_of_wrong": 1.0},
            {"text": "Rome", "right": False, "picked": 0, "share": 0.0, "share_of_wrong": 0.0},
        ],
        "mix_ups": [{"at": "", "right": "Geneva", "taken": "Oslo", "times": 2}],
        "typed": [],
        "empty": 0,
        "findings": [
            {
                "fault": "flagged",
                "about": ["typo"],
                "times": 1,
                "out_of": 3,
                "p": None,
                "says": "b/venue flagged",
                "do": "mend it",
            }
        ],
    }


def test_a_question_never_asked_in_json_has_every_key() -> None:
    found = items_json(judged([item([], question=TEXT)]), words)
    assert found.keys() == {"layout", "fewest", "questions"}
    assert (found["layout"], found["fewest"]) == (1, 8)
    (told,) = found["questions"]
    full = items_json(judged([item([picked()])]), words)["questions"][0]
    assert list(told) == list(full)
    assert (told["recall"], told["discrimination"], told["untold"], told["median_ms"]) == (
        None,
        None,
        "few",
        None,
    )
    assert told["facility"]["share"] is None


def test_typed_answers_in_json() -> None:
    apart = told_apart([typed("Donau"), typed("donau"), typed(""), trial(None, TEXT)])
    (told,) = items_json(judged([item(apart, question=TEXT)]), words)["questions"]
    assert told["typed"] == [{"text": "Donau", "times": 2, "overruled": 0}]
    assert (told["empty"], told["options"], told["mix_ups"]) == (1, [], [])


def test_csv_has_a_line_for_each_question() -> None:
    one = item(told_apart([picked(), picked("Oslo")]))
    head, first, never = items_csv(judged([one, item([], question=TEXT)])).splitlines()
    assert head.split(",") == list(COLUMNS)
    assert first == (
        "b/venue,choice,b.yaml,5,2,0,1,2,1.0,0.5,0.094531,0.905469,0.5,,,,,,,,,,4000.0,0,0,1,0,0,2,0,"
    )
    assert never == "b/river,text,b.yaml,5,0,0,0,0,0.0,,0.0,1.0,0.0,,,,,,,,,,,0,0,0,0,0,,0,"


@given(TRIALS)
def test_csv_says_what_json_says(trials: list[Trial]) -> None:
    found = judged([item(trials)])
    (told,) = items_json(found, words)["questions"]
    (row,) = csv.DictReader(io.StringIO(items_csv(found)))
    assert row["points"] == str(told["points"])
    assert row["facility_low"] == str(told["facility"]["low"])
    assert row["missed"] == str(told["overruled"]["out_of"])
    assert row["findings"].split() == [one["fault"] for one in told["findings"]]
