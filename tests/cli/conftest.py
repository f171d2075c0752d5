"""What the tests of the command line share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from door import House
from samples_of_kinds import TEXT, bank

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path) -> House:
    """A house without banks."""
    return House(tmp_path)


@pytest.fixture
def house(empty: House) -> House:
    """A house with a bank of all kinds."""
    empty.bank(bank())
    empty.bank(TEXT, "questions/text.md")
    return empty
