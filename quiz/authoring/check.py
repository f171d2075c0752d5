"""Checking banks: every rule that is asked for, over every bank, one list of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Finding
from quiz.bank.problem import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.authoring.rule import Rule


def check(banks: Sequence[Material], rules: Iterable[Rule]) -> list[Finding]:
    """Return what these rules find in these banks, in the order of the files and their lines.

    Nothing is told twice, and paths are as they are shown. Empty for sound banks and for no rules.
    """
    findings = {_finding(rule, found) for rule in rules for found in rule.find(banks)}
    order = {shown_path(bank.path): number for number, bank in enumerate(banks)}
    return sorted(findings, key=lambda one: (order.get(one.location.path, 0), one.location, one.code, one))


def _finding(rule: Rule, found: Found) -> Finding:
    where = found.location._replace(path=shown_path(found.location.path))
    return Finding(rule.code, rule.severity, *found._replace(location=where))
