"""Lines of a web page that are noise only because of those beside them: labels, rows of share links."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quiz.authoring.draft import headlines, noise
from quiz.authoring.draft.phrases import SHARING
from quiz.authoring.draft.shapes import Shape, is_item
from quiz.authoring.draft.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.blocks import Block, Line

LABEL = "a label above the headline"
MOST_LABEL, FEWEST_BELOW = 4, 4
"""Words of a label at most, and of a headline below it at least where nothing marks that one."""

LABEL_AND_HEADLINE = 2
FEWEST_SHARED = 2
_PURPOSE = words_of("share share: tweet copy follow print")

_LABELS = words_of(
    "news analysis opinion opinions comment commentary editorial world politics business economy markets "
    "money sport sports culture arts books film music science technology tech health environment climate "
    "travel lifestyle education history society media europe africa asia america americas middle east uk "
    "us international national local feature features explainer explained interview interviews review "
    "reviews exclusive investigation background briefing magazine long read in depth special report "
    "latest top live blog blogs story stories column columnists perspective insight"
)
_JOINS = words_of("and & the of")


def reasons(found: Sequence[Block]) -> dict[int, str]:
    """Return why lines are no part of a text because of others, by their numbers."""
    above = {line.number: LABEL for at in labels(found) for line in found[at].lines}
    return above | dict.fromkeys(share_rows(found), SHARING)


def labels(found: Sequence[Block]) -> set[int]:
    """Return which blocks are labels (`NEWS`, `World news`) that stand above a headline, before all else.

    A label is a section that most papers have, or one that the page names in its row of sections.
    """
    sections = {part.casefold() for block in found for line in block.lines for part in noise.trail(line.text)}
    above: set[int] = set()
    for at, whole in enumerate(found):
        block = whole._replace(lines=_own(whole))
        if not block.lines:
            continue
        if not _is_label(block, sections):
            few = len(block.text.split()) < FEWEST_BELOW and not block.marked
            return above if headlines.is_headline(block) and not few else set()
        above.add(at)
    return set()


def _own(block: Block) -> tuple[Line, ...]:
    """Return the lines of a block that are no noise by themselves."""
    return tuple(line for line in block.lines if noise.reason(line.text) is None)


def _is_label(block: Block, sections: set[str]) -> bool:
    alone = len(block.lines) == 1 and not block.marked and block.shape is Shape.PROSE
    return alone and (block.text.casefold() in sections or _names_section(block.text))


def _names_section(text: str) -> bool:
    words = text.replace("/", " ").replace("|", " ").casefold().split()
    named = [word for word in words if word not in _JOINS]
    return 0 < len(named) <= MOST_LABEL and all(word in _LABELS for word in named)


def unlabelled(block: Block) -> tuple[Block, ...]:
    """Return each line of a block that is a label, a headline and noise, as a block; else nothing."""
    own = _own(block)
    both = len(own) == LABEL_AND_HEADLINE and own[0] is block.lines[0]
    if not both or block.marked or block.shape is not Shape.PROSE or not _names_section(own[0].text):
        return ()
    is_headline = headlines.is_headline(block._replace(lines=(own[1],)))
    if not is_headline or len(own[1].text.split()) < FEWEST_BELOW:
        return ()
    return tuple(block._replace(lines=(line,)) for line in block.lines)


def share_rows(found: Sequence[Block]) -> set[int]:
    """Return the numbers of lines that each name a way to share a page, where several stand together.

    Names of networks alone may be a list of the text: where its items are marked, or a colon
    leads to them, one of the lines has to say what they are for (`Share`, `Copy link`).
    """
    lines = [(line, _may_share(block, line)) for block in found for line in block.lines]
    rows: set[int] = set()
    lead = ""
    for ways, group in groupby(lines, key=lambda one: one[1]):
        row = [line for line, _ in group]
        if ways and _is_for_sharing(row, lead):
            rows |= {line.number for line in row}
        lead = row[-1].text
    return rows


def _may_share(block: Block, line: Line) -> bool:
    written = block.shape in {Shape.PROSE, Shape.LIST} and not block.marked
    return written and (noise.names_sharing(line.text) or noise.reason(line.text) == SHARING)


def _is_for_sharing(row: Sequence[Line], lead: str) -> bool:
    if len(row) < FEWEST_SHARED or not any(noise.names_network(line.text) for line in row):
        return False
    listed = lead.endswith(":") or any(is_item(line.text) for line in row)
    return not listed or any(not _PURPOSE.isdisjoint(line.text.casefold().split()) for line in row)
