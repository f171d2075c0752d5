"""A bar for what may take long."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told how much is done, of how much; a bar says ``what`` once a second has passed.

    Only where somebody sits at stderr.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from quiz.ui.bar import LoadingBar  # noqa: PLC0415 - rich is not needed where no bar can be shown

    with LoadingBar(what=what) as shown:
        yield shown.advance
