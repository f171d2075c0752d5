"""Which parameters a learner's memory is reckoned with, and how another set is taken up or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.memory import DEFAULT_PARAMETERS, Parameters
from quiz.store import adoptions, log
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.store import Store


def known_parameters(store: Store) -> dict[str, Parameters]:
    """Return every set that this database knows, the default one among them, by id."""
    sets = {name: _parameters(name, weights) for name, weights in log.parameter_sets(store).items()}
    return {DEFAULT_PARAMETERS.id: DEFAULT_PARAMETERS, **sets}


_parameters = reads("parameter_sets")(Parameters)


@reads("adoptions")
def _named(known: Mapping[str, Parameters], name: str) -> Parameters:
    return known[name]


def adopted_parameters(store: Store) -> Parameters | None:
    """Return the set that the learner adopted last; None when there was none ever."""
    name = adoptions.adopted(store)
    return None if name is None else _named(known_parameters(store), name)


def parameters_in_use(store: Store) -> Parameters:
    """Return the set that memory is reckoned with: the one adopted last, or the default one."""
    return adopted_parameters(store) or DEFAULT_PARAMETERS


def older(store: Store) -> Parameters | None:
    """Return the set that going back leads to; None where there is none left to go back from."""
    standing = _standing(one.parameters for one in adoptions.adoptions(store))
    return _named(known_parameters(store), standing[-2]) if len(standing) > 1 else None


def _standing(adopted: Iterable[str]) -> list[str]:
    """Return the sets that were taken up and not left since, the default one first.

    Taking up a set that stands already leaves those above it: that is what going back is.
    """
    found = [DEFAULT_PARAMETERS.id]
    for name in adopted:
        found = found[: found.index(name)] if name in found else found
        found.append(name)
    return found
