from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.authoring.draft.passing import Ground
from quiz.authoring.draft.storing import Decided, changed, dropped_edit, kept_edit, waiting
from quiz.authoring.templates import new_bank
from quiz.question import Kind

if TYPE_CHECKING:
    from quiz.authoring.finding import Edit
    from quiz.authoring.writing import Entry

DRAFTED = "  # Drafted from the text; the quotation proves its answer.\n"
KEPT_BACK = "  # Nothing is asked that has `draft: true`"
MORE = "# More kinds of question"
SECOND = (
    "\n  - id: two\n    ask: Who left?\n    answer: Eva\n    source:\n      paragraph: 1\n    draft: true\n"
)
NEW: Entry = {"id": "new", "ask": "Who slept?", "answer": "Otto"}


def bank(*, drafts: int) -> str:
    """Return a new bank with its comments, and with one draft or two."""
    entry: Entry = {"id": "one", "ask": "Who came?", "answer": "Ada", "source": {"paragraph": "1"}}
    text = new_bank("T", [Kind.RECALL], source="text.md", first=(DRAFTED.strip()[2:], entry))
    return text if drafts == 1 else text.replace(f"\n{MORE}", f"{SECOND}\n{MORE}", 1)


def after(text: str, acts: str, *added: Entry) -> str:
    """Return a bank whose drafts are kept (k), dropped (d) or left (-)."""
    pairs = zip(acts, waiting(Ground("bank.yaml", text, {1: "They came."})), strict=True)
    edits: list[Edit] = []
    for act, one in pairs:
        edits += [] if act == "-" else [(kept_edit if act == "k" else dropped_edit)(one, text)]
    return changed(text, Decided(added, tuple(edits)))


@pytest.mark.parametrize("added", [(), (NEW,)])
@pytest.mark.parametrize("acts", ["k", "d", "kk", "kd", "dk", "dd", "k-", "d-", "-k", "-d"])
@pytest.mark.parametrize("feed", ["\n", "\r\n"])
def test_one_empty_line_stands_above_the_comments_below_the_list(
    acts: str, added: tuple[Entry, ...], feed: str
) -> None:
    left = after(bank(drafts=len(acts)).replace("\n", feed), acts, *added)
    above, _, _ = left.partition(MORE)
    assert above.endswith(feed * 2)
    assert not above.endswith(feed * 3)


@pytest.mark.parametrize("acts", ["k", "d", "kk", "kd", "dk", "dd"])
def test_what_is_said_of_drafts_goes_with_the_last_of_them(acts: str) -> None:
    left = after(bank(drafts=len(acts)), acts)
    assert "Drafted from" not in left
    assert KEPT_BACK not in left
    assert MORE in left


@pytest.mark.parametrize(("acts", "drafted"), [("d-", True), ("k-", False), ("-d", True), ("-k", True)])
def test_what_is_said_of_drafts_stays_while_there_are_some(acts: str, drafted: bool) -> None:  # noqa: FBT001
    left = after(bank(drafts=2), acts)
    assert KEPT_BACK in left
    assert (DRAFTED in left) == drafted


def test_drafts_that_are_only_added_leave_all_that_is_there() -> None:
    text = bank(drafts=1)
    left = changed(text, Decided((NEW,)))
    assert left.replace("  - id: new\n    ask: Who slept?\n    answer: Otto\n\n", "") == text


def test_comments_of_an_author_stay() -> None:
    text = bank(drafts=1).replace(DRAFTED, "  # Drafted by hand.\n")
    assert "  # Drafted by hand.\n" in after(text, "d", NEW)
