"""Checking banks: every rule that is asked for, over every bank, one list of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.finding import Finding
from quiz.authoring.rule import EachQuestion
from quiz.bank.problem import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.authoring.finding import Found
    from quiz.authoring.material import Material
    from quiz.authoring.rule import Rule


def check(
    banks: Sequence[Material], rules: Iterable[Rule], one_by_one: Sequence[Material] | None = None
) -> list[Finding]:
    """Return what these rules find in these banks, in the order of the files and their lines.

    Nothing is told twice, and paths are as they are shown. Empty for sound banks and for no rules.
    ``one_by_one``, where it is given, is what rules look at that judge each question by itself:
    the same banks with the questions alone that matter.
    """
    alone = banks if one_by_one is None else one_by_one
    findings = {
        _finding(rule, found)
        for rule in rules
        for found in rule.find(alone if isinstance(rule.find, EachQuestion) else banks)
    }
    order = {shown_path(bank.path): number for number, bank in enumerate(banks)}
    return sorted(findings, key=lambda one: (order.get(one.location.path, 0), one.location, one.code, one))


def _finding(rule: Rule, found: Found) -> Finding:
    where = found.location._replace(path=shown_path(found.location.path))
    return Finding(rule.code, rule.severity, *found._replace(location=where))
