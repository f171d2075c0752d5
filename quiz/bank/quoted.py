"""Where texts stand in quotes or as blocks: there a ``#`` begins no comment."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import yaml
from yaml.events import ScalarEvent

from quiz.bank.decode import decode
from quiz.bank.problem import Faults, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[tuple[int, int], tuple[int, int]]


def quoted_spans(data: bytes) -> Iterator[Span]:
    """Yield from where to where each text in quotes, or below ``|`` or ``>``, stands in a file.

    Lines and columns count from 1, the end is exclusive, and the order is that of the file. Of
    a file that is no YAML it is what stands before the place where that shows; empty for bytes
    that nothing can be read of.
    """
    decoded = decode(data, Faults(""))
    with suppress(yaml.YAMLError):
        for event in yaml.parse(decoded.data, Loader=yaml.CSafeLoader) if decoded else ():
            if isinstance(event, ScalarEvent) and event.style:
                yield place(event.start_mark), place(event.end_mark)
