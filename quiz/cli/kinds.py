"""The kinds of question as a choice on the command line, which knows what other tools call them."""

from __future__ import annotations

import click

from quiz.question import Kind


class KindChoice(click.Choice[str]):
    """One of the ten kinds, by its name; for another name of it the kind is told."""

    def __init__(self) -> None:
        super().__init__([kind.value for kind in Kind])

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of a kind; whatever else is a wrong use."""
        from quiz.bank.suggest import kind_meant  # noqa: PLC0415 - its library is slow to load

        meant = None if value in self.choices else kind_meant(value)
        if meant is not None:
            self.fail(f"{value!r} is no kind. Did you mean {meant}?", param, ctx)
        return super().convert(value, param, ctx)
