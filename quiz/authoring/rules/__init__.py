"""All rules, in one list. Adding a rule is adding a function and its page to a family.

- ``reading``: what the reader of banks refuses. ``shape``: what reads otherwise than it looks.
- ``answer``: whether a question can be answered. ``wording``: how items should be written.
- ``grounding``: whether the text behind a bank bears it out.
"""

from quiz.authoring.rule import Rule
from quiz.authoring.rules import answer, grounding, reading, shape, wording

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *shape.RULES,
    *answer.RULES,
    *wording.RULES,
    *grounding.RULES,
)
