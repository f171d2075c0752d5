"""All rules, in one list. Adding a rule is adding a function and its page to a family."""

from quiz.authoring.rule import Rule

RULES: tuple[Rule, ...] = ()
