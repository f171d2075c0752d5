"""The page of each rule, and the table of all of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from quiz.authoring.check import check
from quiz.authoring.formats import first_sentence, text_lines
from quiz.authoring.material import material
from quiz.authoring.selecting import ALL, EVERY, HISTORIES, HISTORY, meant, words
from quiz.bank import CannotRead, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.authoring.rule import Example, Rule

BANK, TEXT = "bank.yaml", "text.md"
"""What the files of an example are called."""


HISTORY_PAGE = """# history

Notes, told by default where there is a database with answers, and never a reason to fail.

They say what the next load will do to a learner's history of a question that was changed:
`history-kept` (it asks what it asked), `history-asked-again` (what is asked or what is right is
another thing, so it comes back soon, and its log is kept), `history-renamed` (the history goes
to the new id), `history-archived` (the question is gone, a draft or faulty; nobody is asked, and
the log is kept), `history-unread` (questions stand behind a fault that ends the reading of their
bank, so they are not asked until it is mended; one note for all of them), `history-returned` (it is
back, and its history goes on), `history-unknown` (the database cannot tell). `--ignore history`
leaves them out."""


def explained(word: str, rules: Sequence[Rule] = EVERY) -> str:
    """Return the pages of what codes, families or ``all`` name, each once; raises ``UnknownRule``.

    Several have commas between them.
    """
    named = words([word]) or [word]
    pages = dict.fromkeys(page(rule) for one in named for rule in meant(rules, one))
    return "\n\n".join([*pages, HISTORY_PAGE] if {ALL, HISTORY, *HISTORIES} & set(named) else pages)


def page(rule: Rule) -> str:
    """Return the page of one rule in Markdown: what it finds, why, and an example of each sort."""
    use = "on by default" if rule.on else f"off by default, used with `--select {rule.code}`"
    parts = [
        f"# {rule.code}",
        f"{rule.severity.capitalize()}, family {rule.family}, {use}.",
        rule.about,
        "Found:",
        *_files(rule.bad),
        *(f"> {line}" for line in text_lines(check([material_of(rule.bad)], [rule]))),
        "Not found:",
        *_files(rule.good),
    ]
    return "\n\n".join(parts)


def _files(example: Example) -> Iterator[str]:
    if example.text:
        yield f"```text\n{example.text.rstrip()}\n```"
    yield f"```yaml\n{example.bank.rstrip()}\n```"


def material_of(example: Example) -> Material:
    """Return an example as it is checked, its text lying beside it as ``text.md``."""

    def texts(document: str) -> dict[int, str]:
        if document != TEXT or not example.text:
            raise CannotRead(document, "there is no such file", "check its name")
        return paragraphs(example.text)

    return material(example.bank.encode(), BANK, PurePath(BANK).stem, texts)


def reference(rules: Iterable[Rule] = EVERY) -> str:
    """Return all rules as a table in Markdown, one row each."""
    rows = ["| code | family | severity | by default | what is found |", "|---|---|---|---|---|"]
    for rule in rules:
        about = first_sentence(rule.about).replace("|", "\\|")
        rows.append(
            f"| `{rule.code}` | {rule.family} | {rule.severity} | {'on' if rule.on else 'off'} | {about} |"
        )
    return "\n".join(rows)
