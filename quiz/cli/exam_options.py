"""What ``quiz exam`` takes on the command line, checked before an exam begins."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from quiz.bank.problem import shown_path
from quiz.study.exam import Part
from quiz.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

MOST_QUESTIONS = 1000
MOST_SEED = 100
WHOLE = 100


class PartType(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic in some versions only
    """``TAG=5`` or ``TAG=5:60``: a part of five questions, of which 60 % are needed."""

    name = "TAG=N[:PASS]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Part:
        """Return the part; a usage error says how it is written."""
        name, _, rest = str(value).rpartition("=")
        number, colon, share = rest.partition(":")
        if not name or not _is_within(number, 1, MOST_QUESTIONS) or (colon and not share):
            wanted = f"Write TAG=5, or TAG=5:60 where 60 % are needed; 1 to {MOST_QUESTIONS} questions."
            self.fail(f"{value!r} is no part. {wanted}", param, ctx)
        if colon and not _is_within(share, 0, WHOLE):
            self.fail(f"{share!r} is no share. Write one from 0 to 100, in per cent.", param, ctx)
        return Part(name, int(number), int(share) / WHOLE if share else None)


def _is_within(text: str, least: int, most: int) -> bool:
    return text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most


def parts_once(ctx: click.Context, param: click.Parameter, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Refuse a part that is named twice: it would not be clear what counts for which."""
    named = Counter(part.name for part in parts)
    for name, times in named.items():
        if times > 1:
            number = sum(part.number for part in parts if part.name == name)
            raise click.BadParameter(
                f"{name!r} stands {times} times. Write {name}={number} once.", ctx, param
            )
    return parts


def typed_seed(ctx: click.Context, param: click.Parameter, seed: str | None) -> str | None:
    """Refuse a seed that could not be shown and typed again."""
    if seed is not None and (not seed or len(seed) > MOST_SEED or clean_line(seed) != seed):
        wanted = f"Write up to {MOST_SEED} letters and digits."
        raise click.BadParameter(f"{seed[:MOST_SEED]!r} is no seed. {wanted}", ctx, param)
    return seed


def new_file(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """Refuse what could not be written at the end, before the exam begins."""
    if path is None:
        return None
    shown = shown_path(str(path))
    if path.suffix.casefold() not in (".md", ".json"):
        raise click.BadParameter(f"{shown} ends in neither .md nor .json. Name it result.md.", ctx, param)
    if path.exists():
        raise click.BadParameter(f"{shown} is there already. Name another file.", ctx, param)
    if not path.parent.is_dir():
        raise click.BadParameter(f"There is no folder for {shown}. Make it first.", ctx, param)
    return path
