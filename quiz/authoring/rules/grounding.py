"""Whether questions stand on their texts: sources, quotes, answers, claims, and one thing asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.rules import (
    grounding_accept,
    grounding_alike,
    grounding_changed,
    grounding_claims,
    grounding_names,
    grounding_numbers,
    grounding_quotes,
    grounding_sources,
)

if TYPE_CHECKING:
    from quiz.authoring.rule import Rule

RULES: tuple[Rule, ...] = (
    *grounding_sources.RULES,
    *grounding_numbers.RULES,
    *grounding_quotes.RULES,
    *grounding_names.RULES,
    *grounding_accept.RULES,
    *grounding_changed.RULES,
    *grounding_claims.RULES,
    *grounding_alike.RULES,
)
