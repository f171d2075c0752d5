"""Findings as others read them: lines of text, JSON, workflow commands of GitHub, SARIF. All pure."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from quiz import __version__
from quiz.authoring.finding import Severity
from quiz.authoring.raw import BREAKS
from quiz.bank.problem import shown_path
from quiz.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.authoring.finding import Edit, Finding
    from quiz.authoring.rule import Rule

LAYOUT = 1
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_NAMES = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


def text_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield one line for each finding: ``path:line:column: severity: message; cure [code]``."""
    for finding in findings:
        # A path keeps its spaces.
        told = str(finding._replace(location=finding.location._replace(path="")))
        yield f"{shown_path(finding.location.path)}{clean_line(told)}"


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many ``errors``, ``warnings`` and ``notes`` there are."""
    told = [finding.severity for finding in findings]
    return {name: told.count(severity) for severity, name in _NAMES.items()}


def as_json(findings: Sequence[Finding], paths: Sequence[str], rules: Iterable[Rule]) -> str:
    """Return one JSON object; its keys do not go or change while ``layout`` stays the same.

    ::

        layout     1
        files      paths of the files that were checked
        findings   [{path, line, column, severity, code, family, message, cure, edits}]:
                   in the order of files and lines, which count from 1 as columns do; severity
                   is error, warning or note; family is one of rules, or history
        counts     {errors, warnings, notes}

    An edit is ``{line, column, end_line, end_column, text}``: what stands from the first place
    up to the second is to become ``text``; where there is none, nothing is certain.
    """
    families = {rule.code: rule.family.value for rule in rules}
    told = [
        {
            "path": finding.location.path,
            "line": finding.location.line,
            "column": finding.location.column,
            "severity": finding.severity.value,
            "code": finding.code,
            "family": families.get(finding.code, finding.code.partition("-")[0]),
            "message": finding.message,
            "cure": finding.cure,
            "edits": [edit._asdict() for edit in finding.edits],
        }
        for finding in findings
    ]
    whole = {"layout": LAYOUT, "files": list(paths), "findings": told, "counts": counts(findings)}
    return json.dumps(whole, indent=2)


def github_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield one workflow command of GitHub for each finding, which it shows beside the line.

    Per cent signs and line breaks are escaped in messages, colons and commas in properties as
    well, as GitHub's own toolkit does it.
    """
    for finding in findings:
        path, line, column = finding.location
        where = f"file={_property(path)},line={line},col={column},title={_property(finding.code)}"
        yield f"::{_COMMANDS[finding.severity]} {where}::{_data(f'{finding.message}; {finding.cure}')}"


def _data(text: str) -> str:
    # Line breaks are escaped before anything that could steer a terminal is replaced.
    return clean(_escaped(text))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Finding], rules: Sequence[Rule], pages: Mapping[str, str]) -> str:
    """Return a SARIF 2.1.0 log with one run; ``pages`` gives the Markdown page of rules by code."""
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "quiz",
                "semanticVersion": __version__,
                "rules": [_sarif_rule(rule, pages.get(rule.code, rule.about)) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", *BREAKS],
        "results": [_sarif_result(finding, numbers) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _sarif_rule(rule: Rule, page: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": first_sentence(rule.about)},
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.about, "markdown": page},
        "defaultConfiguration": {"enabled": rule.on, "level": rule.severity.value},
        "properties": {"tags": [rule.family.value]},
    }


def _sarif_result(finding: Finding, numbers: Mapping[str, int]) -> dict[str, Any]:
    path, line, column = finding.location
    file = _artifact(path)
    region = {"startLine": line, "startColumn": column}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message}; {finding.cure}"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
    if finding.code in numbers:
        result["ruleIndex"] = numbers[finding.code]
    if finding.edits:
        change = {"artifactLocation": file, "replacements": [_replacement(edit) for edit in finding.edits]}
        result["fixes"] = [{"description": {"text": finding.cure}, "artifactChanges": [change]}]
    return result


def _artifact(path: str) -> dict[str, str]:
    pure = PurePath(path)
    return {"uri": pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {
        "startLine": edit.line,
        "startColumn": edit.column,
        "endLine": edit.end_line,
        "endColumn": edit.end_column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def first_sentence(about: str) -> str:
    """Return the first sentence of a text, with its full stop."""
    end = about.find(". ")
    return about if end < 0 else about[: end + 1]
