"""How a question is worded: what item-writing guidelines advise against, as far as it can be told surely.

The guidelines are those of Haladyna, Downing & Rodriguez (2002), `A Review of Multiple-Choice
Item-Writing Guidelines for Classroom Assessment`, and Rodriguez (2005), `Three Options Are
Optimal for Multiple-Choice Items`. Each sort of fault has a module of its own beside this one.
"""

from quiz.authoring.rule import Rule
from quiz.authoring.rules import (
    wording_asked,
    wording_bank,
    wording_claims,
    wording_context,
    wording_cues,
    wording_grammar,
    wording_leak,
    wording_letters,
    wording_negative,
    wording_options,
)

RULES: tuple[Rule, ...] = (
    *wording_leak.RULES,
    *wording_cues.RULES,
    *wording_grammar.RULES,
    *wording_options.RULES,
    *wording_negative.RULES,
    *wording_letters.RULES,
    *wording_context.RULES,
    *wording_asked.RULES,
    *wording_claims.RULES,
    *wording_bank.RULES,
)
