"""Findings as text, JSON, workflow commands and SARIF."""

from __future__ import annotations

import json
from typing import Any

from quiz.authoring.finding import Edit, Finding, Severity
from quiz.authoring.formats import (
    as_json,
    as_sarif,
    counts,
    first_sentence,
    github_lines,
    text_lines,
)
from quiz.authoring.raw import BREAKS, lines
from quiz.authoring.rules import RULES
from quiz.question import Location

EDIT = Edit(3, 5, 3, 11, "answer")
MISSPELT = Finding(
    "unknown-key", Severity.ERROR, Location("a b/ü.yaml", 3, 5), "`anwser` is no key", "write it", (EDIT,)
)
DOUBT = Finding("history-kept", Severity.WARNING, Location("b.yaml", 7, 1), "50 % of it,\r\nat: least", "cut")
HINT = Finding("missing-id", Severity.NOTE, Location("/home/b.yaml", 8, 2), "no id\x1b[2J", "write one")
ALL = [MISSPELT, DOUBT, HINT]
ENDS = ["\r\n", *BREAKS]


def sarif() -> Any:  # noqa: ANN401 - JSON
    return json.loads(as_sarif(ALL, RULES, {"unknown-key": "# A page"}))


def test_a_line_of_text_is_safe_to_show() -> None:
    assert list(text_lines(ALL)) == [
        "a b/ü.yaml:3:5: error: `anwser` is no key; write it [unknown-key]",
        "b.yaml:7:1: warning: 50 % of it,\ufffd at: least; cut [history-kept]",
        "/home/b.yaml:8:2: note: no id\ufffd[2J; write one [missing-id]",
    ]


def test_a_path_keeps_its_spaces() -> None:
    (line,) = text_lines([MISSPELT._replace(location=Location("a  b.yaml", 3, 5))])
    assert line.startswith("a  b.yaml:3:5: error: ")


def test_each_severity_is_counted() -> None:
    assert counts([MISSPELT, HINT, HINT]) == {"errors": 1, "warnings": 0, "notes": 2}
    assert counts([]) == {"errors": 0, "warnings": 0, "notes": 0}


def test_json_has_every_key_of_its_layout() -> None:
    whole = json.loads(as_json(ALL, ["b.yaml", "c.yaml"], RULES))
    assert list(whole) == ["layout", "files", "findings", "counts"]
    assert whole["layout"] == 1
    assert whole["files"] == ["b.yaml", "c.yaml"]
    assert whole["counts"] == {"errors": 1, "warnings": 1, "notes": 1}
    assert whole["findings"][0] == {
        "path": "a b/ü.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "code": "unknown-key",
        "family": "shape",
        "message": "`anwser` is no key",
        "cure": "write it",
        "edits": [{"line": 3, "column": 5, "end_line": 3, "end_column": 11, "text": "answer"}],
    }
    assert [one["family"] for one in whole["findings"]] == ["shape", "history", "shape"]


def test_json_is_documented_key_by_key() -> None:
    whole = json.loads(as_json(ALL, [], RULES))
    for key in (*whole, *whole["findings"][0], *whole["findings"][0]["edits"][0], *whole["counts"]):
        assert key in str(as_json.__doc__)


def test_nothing_found_is_json_as_well() -> None:
    assert json.loads(as_json([], [], []))["findings"] == []


def test_github_gets_what_it_asks_for_escaped() -> None:
    odd = MISSPELT._replace(location=Location("a,b:c%.yaml", 1, 2))
    assert list(github_lines([odd, DOUBT, HINT])) == [
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=unknown-key::`anwser` is no key; write it",
        "::warning file=b.yaml,line=7,col=1,title=history-kept::50 %25 of it,%0D%0Aat: least; cut",
        "::notice file=/home/b.yaml,line=8,col=2,title=missing-id::no id\ufffd[2J; write one",
    ]


def test_sarif_has_what_its_schema_requires() -> None:
    log = sarif()
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "quiz"
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert isinstance(rule["defaultConfiguration"]["enabled"], bool)
    for result in run["results"]:
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1


def test_sarif_says_how_lines_and_columns_are_counted() -> None:
    (run,) = sarif()["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [lines(f"a{end}b") for end in run["newlineSequences"]] == [(f"a{end}", "b") for end in ENDS]


def test_sarif_names_rules_by_number_and_knows_none_for_others() -> None:
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    first, second, _ = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "unknown-key"
    assert rules[first["ruleIndex"]]["help"]["markdown"] == "# A page"
    assert "ruleIndex" not in second


def test_sarif_places_are_addresses() -> None:
    found = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif()["runs"][0]["results"]
    ]
    assert found == ["a%20b/%C3%BC.yaml", "b.yaml", "file:///home/b.yaml"]


def test_sarif_carries_what_is_certain_as_fixes() -> None:
    first, second, _ = sarif()["runs"][0]["results"]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert fix["description"] == {"text": "write it"}
    assert change["artifactLocation"] == {"uri": "a%20b/%C3%BC.yaml"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 11},
            "insertedContent": {"text": "answer"},
        }
    ]
    assert "fixes" not in second


def test_the_first_sentence_is_cut_at_its_full_stop() -> None:
    assert first_sentence("One thing. Another.") == "One thing."
    assert first_sentence("Only one.") == "Only one."
