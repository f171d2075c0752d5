"""What a check of a bank finds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.question import Location


class Severity(StrEnum):
    """How bad a finding is: an error makes a question unfit to be asked, a warning is a doubt."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Edit(NamedTuple):
    """Put ``text`` in place of what stands from a line and column up to another, from 1, the end exclusive.

    Columns count characters. An edit with equal places inserts.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Found(NamedTuple):
    """What a rule found at a place. ``edits`` mend it where that is certain; empty where it is not."""

    location: Location
    message: str
    cure: str
    edits: tuple[Edit, ...] = ()


class Finding(NamedTuple):
    """What was found, with the rule that found it; ``str`` gives ``path:line:column: ...``."""

    code: str
    severity: Severity
    location: Location
    message: str
    cure: str
    edits: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}: {self.message}; {self.cure} [{self.code}]"
