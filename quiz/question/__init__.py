"""What a person writes: questions, one class for each kind.

Every value here is immutable. A question has one class for each kind; what
differs between kinds is a method of the class, never a chain of tests elsewhere.
``base`` holds what all have, ``typed`` and ``picked`` the kinds.
"""

from quiz.question.base import BLANK, REVERSE, Hole, Kind, Location, Question, Source, Wrong
from quiz.question.picked import (
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    SeveralQuestion,
    TrueFalseQuestion,
)
from quiz.question.typed import (
    ClozeQuestion,
    DateQuestion,
    NumberQuestion,
    RecallQuestion,
    TextQuestion,
)

__all__ = [
    "BLANK",
    "REVERSE",
    "ChoiceQuestion",
    "ClozeQuestion",
    "DateQuestion",
    "Hole",
    "Kind",
    "Location",
    "MatchQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "Question",
    "RecallQuestion",
    "SeveralQuestion",
    "Source",
    "TextQuestion",
    "TrueFalseQuestion",
    "Wrong",
]
