"""Whether a text is YAML at all, be it a bank or a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from quiz.bank import syntax
from quiz.bank.decode import decode, text_of
from quiz.bank.nodes import Nodes
from quiz.bank.problem import Faults

if TYPE_CHECKING:
    from quiz.bank.problem import Problem


def broken(data: bytes) -> tuple[Problem, ...]:
    """Return why these bytes are not one YAML document, in lines and columns of their own.

    Empty where they are one, and where they cannot be decoded, which a reader of them tells.
    """
    decoded = decode(data, Faults(""))
    if decoded is None:
        return ()
    faults = Faults("")
    nodes = Nodes(decoded.data, faults)
    try:
        root = nodes.root()
        if root is not None:
            nodes.skip(root)
            nodes.end()
    except yaml.YAMLError as error:
        syntax.report(error, text_of(data), faults)
    return faults.found()
