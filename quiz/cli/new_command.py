"""``quiz new``: a bank to begin with."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.authoring.draft.citing import cited_for, read_text
from quiz.authoring.draft.proposing import first_entry, is_english
from quiz.authoring.draft.storing import store_new
from quiz.authoring.saving import AlreadyThere
from quiz.authoring.templates import DRAFTED, blank_on, editor_lines, new_bank, seen_from, title_from
from quiz.bank import read_text as bank_text
from quiz.bank.problem import shown_path
from quiz.bank.suggest import kind_meant
from quiz.cli.banks_named import new_path, root_of, schema_folder, tell_left_out, tell_next, words_for
from quiz.cli.configured import read_settings
from quiz.cli.lines import say
from quiz.cli.signals import Signals
from quiz.errors import Interrupted, Stopped, UsageFault
from quiz.question import Kind
from quiz.text import clean_line
from quiz.ui.choose import can_ask
from quiz.ui.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.authoring.draft.citing import Cited
    from quiz.authoring.writing import Entry
    from quiz.cli.banks_named import Words


class UnknownKind(UsageFault):
    """A word of ``--kinds`` is no kind."""

    def __init__(self, word: str) -> None:
        near = kind_meant(word)
        told = f"Did you mean {near}? " if near else ""
        super().__init__(f"There is no kind {word!r}. {told}There are: {', '.join(Kind)}.")


class NoParagraphs(UsageFault):
    """A text has nothing to ask about."""

    def __init__(self, path: Path, *, empty: bool) -> None:
        what = (
            "is empty" if empty else "has no paragraphs, only headings or what a web page has around a text"
        )
        super().__init__(f"{shown_path(str(path))} {what}. Name a text with sentences to ask about.")


class NotWritable(UsageFault):
    """A title, or the name of a text, cannot stand in a bank."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"The bank cannot be written: {message}; {cure}.")


class _Shown(NamedTuple):
    """What a new bank shows: examples of kinds, and a question on its text or None."""

    kinds: Sequence[Kind]
    first: tuple[str, Entry] | None


@click.command("new")
@click.argument("bank")
@click.option(
    "--from", "text", metavar="TEXT", type=click.Path(path_type=Path), help="The text to ask about."
)
@click.option("--title", help="What the bank is called [default: the text's heading, or BANK].")
@click.option(
    "--kinds", multiple=True, metavar="KIND,...", help="Kinds to give an example of; `none` for none."
)
@click.option("--banks", metavar="PATH", help="The folder of banks [default: ./questions].")
def command(
    *, bank: str, text: Path | None, title: str | None, kinds: tuple[str, ...], banks: str | None
) -> None:
    """Begin BANK with a question to change and an example of each kind as comments.

    BANK is a path that ends in .yaml, or a name: `geneva` is ./questions/geneva.yaml. With
    --from its paragraphs are numbered, in a copy beside the bank unless TEXT lies there with
    numbers of its own; lines of a web page around the text are left out, and named on stderr.
    Nothing is ever overwritten.
    """
    root = root_of(read_settings({"banks": banks}))
    path = new_path(bank, root, "quiz new {stem} --from {word}")
    if os.path.lexists(path):
        raise AlreadyThere(str(path))
    wanted = _kinds(kinds)
    cited, first, doubt = (None, None, "") if text is None else _text(text, path)
    try:
        with Signals().caught():
            chosen = _ask_kinds() if wanted is None else wanted
    except Interrupted as stopped:
        raise Stopped("Nothing was written.", stopped.exit_code) from None
    shown = _Shown(chosen, first)
    store_new(path, _bank(path, root, title, cited, shown), cited, schema_folder(path, root))
    if cited is not None and text is not None:
        tell_left_out(cited.left_out, text)
        if doubt:
            say(f"{clean_line(str(text))}: {clean_line(doubt)}", err=True)
    _tell(path, words_for(path, root if banks is None else None), cited, shown)


def _kinds(given: Sequence[str]) -> list[Kind] | None:
    """Return the kinds that ``--kinds`` names; None where it was left out."""
    words = [word.strip() for option in given for word in option.split(",") if word.strip()]
    for word in words:
        if word not in {*Kind, "all", "none"}:
            raise UnknownKind(word)
    if not given:
        return None
    return [kind for kind in Kind if kind in words or "all" in words]


def _ask_kinds() -> list[Kind]:
    """Return the kinds that are ticked on a terminal; all kinds where there is nobody to ask."""
    if not can_ask():
        return list(Kind)
    from quiz.ui.authoring import Terminal  # noqa: PLC0415 - its libraries are slow to load
    from quiz.ui.authoring_interview import ask_kinds  # noqa: PLC0415 - likewise

    return ask_kinds(Terminal())


def _text(given: Path, bank: Path) -> tuple[Cited, tuple[str, Entry], str]:
    """Return the text that a bank is to be written from, a question on it with what it is, and a doubt.

    The doubt is about the numbers of its paragraphs; empty where there is none.
    """
    text = read_text(given)
    cited = cited_for(text, bank)
    if not cited.paragraphs:
        raise NoParagraphs(given, empty=not text.whole.strip())
    drafted = first_entry(text, cited.paragraphs)
    first = (DRAFTED, drafted) if drafted is not None else blank_on(cited.paragraphs)
    return cited, first, text.sifted.doubt


def _bank(path: Path, root: Path, title: str | None, text: Cited | None, shown: _Shown) -> bytes:
    """Return a bank that has no fault; raises NotWritable."""
    source = None if text is None else seen_from(text.path, path.parent)
    head = editor_lines(path, schema_folder(path, root))
    named = title or (text.title if text else title_from(path.stem))
    made = new_bank(named, shown.kinds, head=head, source=source, first=shown.first)
    bank = made.encode(errors="surrogatepass")
    for problem in bank_text(bank, str(path), path.stem).problems:
        raise NotWritable(problem.message, problem.cure)
    return bank


def _tell(path: Path, words: Words, text: Cited | None, shown: _Shown) -> None:
    """Say what was written, and what to do next."""
    name = clean_line(str(path))
    if text is not None:
        say(_told_of_text(text))
    examples = f" Examples of {count(len(shown.kinds), 'kind')} stand in it." if shown.kinds else ""
    say(f"{name}: wrote it with one question, kept back as a draft.{examples}")
    tell_next(
        [
            *(
                [_draft_step(text, words)]
                if text is not None and is_english(text.paragraphs.values())
                else []
            ),
            (f"quiz add {words.add}", "asks for a question, or use your editor"),
            (f"quiz check {shlex.quote(name)}", "tells what is wrong"),
            (f"quiz start {words.find}", "asks what is no draft"),
        ]
    )


def _told_of_text(text: Cited) -> str:
    name, number = clean_line(str(text.path)), count(len(text.paragraphs), "paragraph")
    if text.content is None:
        return f"{name}: found it with {number}, each with its number."
    return (
        f"{name}: wrote it with {number}, each with its number. The bank cites this copy: "
        "tidy it there, and draft from it."
    )


def _draft_step(text: Cited, words: Words) -> tuple[str, str]:
    name = shlex.quote(clean_line(str(text.path)))
    return f"quiz draft {name} --into {words.add} --review", "proposes questions: keep, change, drop"
