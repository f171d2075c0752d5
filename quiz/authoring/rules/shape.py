"""The shape of a bank beyond what the reader refuses: texts, characters, layout, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.rules.shape_commas import COMMAS
from quiz.authoring.rules.shape_ids import IDS
from quiz.authoring.rules.shape_layout import LAYOUT
from quiz.authoring.rules.shape_letters import LETTERS
from quiz.authoring.rules.shape_lists import LISTS
from quiz.authoring.rules.shape_values import VALUES

if TYPE_CHECKING:
    from quiz.authoring.rule import Rule

RULES: tuple[Rule, ...] = (*VALUES, *COMMAS, *LISTS, *LETTERS, *LAYOUT, *IDS)
