"""Where banks are looked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import quiz
from quiz.bank import find_banks
from quiz.errors import NoBanks

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.settings import Settings


class Place(NamedTuple):
    """A folder or file with banks, and why it was looked into."""

    path: Path
    origin: str


def places(settings: Settings, here: Callable[[], Path]) -> list[Place]:
    """Return the places whose banks are used: those that were named, or the first that holds any.

    The order: ``--banks`` or ``QUIZ_BANKS``; ``questions`` in the current folder; ``questions``
    in the user's data folder; the banks that come with the program. ``here`` gives the current
    folder and is asked only when it matters. Raises ``NoBanks``, and what ``here`` raises.
    """
    if settings.banks:
        return [Place(_there(path, here), "named with --banks or QUIZ_BANKS") for path in settings.banks]
    usual = [
        Place(here() / "questions", "in the folder you are in"),
        Place(settings.data / "questions", "in your data folder"),
        Place(packaged_banks(), "came with the program"),
    ]
    for place in usual:
        if place.path.is_dir() and find_banks(place.path):
            return [place]
    raise NoBanks(", ".join(str(place.path) for place in usual))


def packaged_banks() -> Path:
    """Return the folder of the banks that come with the program.

    A wheel carries them inside the package; in a checkout they lie beside it.
    """
    package = Path(quiz.__file__).parent
    inside = package / "_banks"
    return inside if inside.is_dir() else package.parent / "questions"


def _there(path: Path, here: Callable[[], Path]) -> Path:
    path = path if path.is_absolute() else here() / path
    if not path.exists() or (path.is_dir() and not find_banks(path)):
        raise NoBanks(str(path))
    return path
