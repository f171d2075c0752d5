"""What is drawn around a question: progress, prompt, verdict, passage. Drawn with rich.

All text goes through ``clean`` before rich sees it, since rich passes escapes on.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quiz.review import SelfRated, Verdict
from quiz.text import clean, clean_line
from quiz.ui import describe
from quiz.ui.difference import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.card import Asked
    from quiz.grading import Judgement, Piece
    from quiz.review import Rating
    from quiz.ui.screen import Feedback, Leech, Look, Passage

NARROWEST = 20
LABEL_CELLS = 9
STYLES = {Verdict.RIGHT: "green", Verdict.NEAR: "yellow", Verdict.PARTLY: "yellow", Verdict.WRONG: "red"}


def console(file: TextIO | None = None, width: int | None = None) -> Console:
    """Return a console that takes text as it is, at least 20 columns wide.

    Without a width it follows the terminal. Letters that the output's encoding does not
    have become question marks.
    """
    stream = file or sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    made = Console(file=file, width=width, markup=False, emoji=False, highlight=False)
    return made if made.width >= NARROWEST else console(file, NARROWEST)


def draw_lines(console: Console, text: str, style: str = "") -> None:
    """Draw text from outside, wrapped to the width; its own line breaks stay."""
    _draw_wrapped(console, Text(clean(text), style=style))


def draw_labelled(console: Console, lines: Iterable[tuple[str, str]]) -> None:
    """Draw labels and text side by side, nothing for no lines; a label that repeats is drawn once."""
    last = ""
    for label, text in lines:
        drawn = "" if label == last else label
        for row in _wrapped(console, Text(text), console.width - LABEL_CELLS):
            line = Text.assemble((f"{drawn:<{LABEL_CELLS}}", "dim"), row)
            line.rstrip()
            console.print(line, soft_wrap=True)
            drawn = ""
        last = label


def _draw_wrapped(console: Console, text: Text) -> None:
    for row in _wrapped(console, text, console.width):
        console.print(row, soft_wrap=True)


def _wrapped(console: Console, text: Text, width: int) -> Iterator[Text]:
    """Yield the rows of a text without the space at their ends, which would be copied with them."""
    for row in text.wrap(console, width, overflow="fold"):
        row.rstrip()
        yield row


def draw_progress(console: Console, asked: Asked) -> None:
    """Draw one dim line, cut with an ellipsis where it is too long."""
    line = Text(" · ".join(describe.progress(asked)), style="dim")
    line.truncate(console.width, overflow="ellipsis")
    console.print()
    console.print(line)


def draw_prompt(console: Console, asked: Asked) -> None:
    """Draw what is asked, in bold."""
    draw_lines(console, asked.card.prompt, "bold")


def draw_back(console: Console, asked: Asked) -> None:
    """Draw the back of a turned card, and why it is so: it helps to rate the recall."""
    lines = [("answer", line) for line in clean(asked.card.right).splitlines() or [""]]
    why = asked.card.question.why
    draw_labelled(console, [*lines, ("why", clean_line(why))] if why else lines)


def draw_near(console: Console, feedback: Feedback) -> None:
    """Draw a near miss: the verdict and what differs."""
    console.print(_verdict_line(Verdict.NEAR))
    draw_answer(console, feedback, difference=True)


def draw_feedback(
    console: Console, feedback: Feedback, *, difference: bool = True, remark: str | None = None
) -> None:
    """Draw verdict, right answer, explanations, and when the card comes back as suggested.

    ``difference`` False leaves answer and difference out, for when they were just drawn; of a
    verdict that was overruled only the new one is drawn. For recall answer and why stand above
    as well, and only the learner's own rating is drawn.
    """
    judgement = feedback.judgement
    settled = judgement.verdict is Verdict.NEAR and (feedback.overruled or not difference)
    counted = ", counted as right" if settled else ""
    if feedback.overruled:
        console.print(_verdict_line(judgement.verdict, counted))
        draw_labelled(console, _outlook(feedback, remark))
        return
    if isinstance(feedback.response, SelfRated):
        draw_rated(console, feedback, judgement.suggested)
        return
    console.print(_verdict_line(judgement.verdict, counted))
    if difference:
        wrong = judgement.verdict is not Verdict.RIGHT
        draw_answer(console, feedback, difference=wrong, remark=remark)
    draw_labelled(console, _explanations(feedback, remark))


def draw_rated(console: Console, feedback: Feedback, rating: Rating) -> None:
    """Draw a rating that the learner took, and when the card comes back with it."""
    draw_labelled(console, [("rated", describe.rated(feedback, rating))])


def draw_answer(console: Console, feedback: Feedback, *, difference: bool, remark: str | None = None) -> None:
    """Draw the right answer, how the typed one differs, and as what it was read unless the remark says so."""
    judgement = feedback.judgement
    drawn = judgement.difference if difference else ()
    lines = [("answer", line) for line in _right_lines(feedback.asked)]
    if drawn and judgement.matched == feedback.asked.card.right:
        # The drawing spells it already.
        lines = []
    draw_labelled(console, [*lines, *_read_as(judgement, remark or "")])
    draw_difference(console, drawn)


def _right_lines(asked: Asked) -> tuple[str, ...]:
    return describe.right_lines(asked.card, asked.language)


def draw_difference(console: Console, pieces: Sequence[Piece]) -> None:
    """Draw what was typed above what is right, with ^ under each letter that differs."""
    for row in rows(pieces, max(console.width - LABEL_CELLS, 2), cell_len):
        for label, line in (("you", row.yours), ("right", row.right), ("", row.marks)):
            console.print(Text(f"{label:<{LABEL_CELLS}}{line}".rstrip()), soft_wrap=True)


def draw_passage(console: Console, passage: Passage | None) -> None:
    """Draw each paragraph that is cited with the quote set off in » «, or why it cannot be shown."""
    missing = describe.missing_passage(passage)
    if passage is None or missing:
        draw_lines(console, missing or "", "italic")
        return
    _draw_wrapped(console, Text(describe.cited(passage), style="dim"))
    before, quote, after = describe.quoted(passage)
    _draw_wrapped(console, Text.assemble(before, (f"»{quote}«", "bold") if quote else "", after))
    for other in passage.also:
        draw_passage(console, other)


def draw_look(console: Console, look: Look) -> None:
    """Draw a new card with its answer and the paragraph that proves it."""
    console.print()
    line = Text(f"new {look.number} of {look.total}", style="dim")
    console.print(line)
    draw_lines(console, look.card.prompt, "bold")
    lines = [("answer", line) for line in describe.right_lines(look.card, look.language)]
    why = look.card.question.why
    draw_labelled(console, [*lines, *([("why", clean_line(why))] if why else [])])
    if look.passage is not None and look.passage.text is not None:
        draw_passage(console, look.passage)


def draw_reading(console: Console, passage: Passage) -> None:
    """Draw a paragraph that is read before it is asked about, without giving its quotes away."""
    console.print()
    draw_passage(console, replace(passage, quote=None))


def draw_leech(console: Console, leech: Leech) -> None:
    """Draw that a card does not stick, and what can be done."""
    draw_lines(console, f"A leech: forgotten {leech.lapses} times. {describe.LEECH_ADVICE}", "yellow")
    draw_lines(console, clean_line(leech.place), "dim")


def _verdict_line(verdict: Verdict, more: str = "") -> Text:
    return Text(f"{describe.MARKS[verdict]} {verdict.value}{more}", style=f"bold {STYLES[verdict]}")


def _read_as(judgement: Judgement, remark: str) -> Iterator[tuple[str, str]]:
    if judgement.taken_as and judgement.taken_as not in remark:
        yield "read as", clean_line(judgement.taken_as)


def _explanations(feedback: Feedback, remark: str | None) -> Iterator[tuple[str, str]]:
    if feedback.asked.card.question.why:
        yield "why", clean_line(feedback.asked.card.question.why)
    for line in describe.because(feedback):
        yield "because", line
    yield from _outlook(feedback, remark)


def _outlook(feedback: Feedback, remark: str | None) -> Iterator[tuple[str, str]]:
    if remark:
        yield "note", remark
    when = describe.comes_back(feedback, feedback.judgement.suggested)
    if when:
        yield "next", f"comes back {when}"
