from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from ui_desk import CTRL_C, CTRL_D, CTRL_Z, DOWN, ENTER, Narrow

from quiz.authoring.draft.changing import Spoilt
from quiz.bank import read_text
from quiz.card import Asked, cards_of
from quiz.ui.drafting import Desk, Objections, Seen, review
from quiz.ui.drafting_texts import written
from quiz.ui.render import console
from quiz.ui.screen import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prompt_toolkit.input import PipeInput

    from quiz.authoring.writing import Entry

HEAD = "quiz: 1\ntitle: T\nquestions:\n  - "
SPOILT = Spoilt("#! bad\nask", ("line 2, column 1: it is bad; mend it",), 2)
DRAFT: Entry = {"id": "p1-ada", "ask": "Who came?", "answer": "Ada", "draft": True}
CLAIM: Entry = {
    "id": "p2-left",
    "claim": "They left with all the others of the town.",
    "answer": False,
    "why": "They did not.",
    "group": "p2",
    "draft": True,
}


def seen(text: str, passage: Passage | None = None) -> Seen:
    """Return a question as it is asked."""
    bank = read_text(f"{HEAD}{text}\n".encode(), "", "bank").bank
    assert bank is not None
    (question,) = bank.questions
    return Seen(tuple(Asked(card, question.options(), 1, 0) for card in cards_of("b", question)), passage)


class Author:
    """Reviews drafts by keys typed beforehand; the editor gives one thing after another."""

    def __init__(self, pipe: PipeInput) -> None:
        self._pipe = pipe
        self._edits: list[Entry | Spoilt | str | None] = []
        self.out = io.StringIO()
        self.decided: list[tuple[int, Entry | None]] = []
        self.opened: list[Spoilt | None] = []
        self.refuses: list[str | None] = []
        self.faulty: dict[str, Objections] = {}
        self.look = Seen()

    def _edit(self, entry: Entry, spoilt: Spoilt | None) -> Entry | Spoilt | str | None:
        del entry
        self.opened.append(spoilt)
        return self._edits.pop(0)

    def _object_to(self, number: int, entry: Entry) -> Objections:
        assert number >= 0
        return self.faulty.get(str(entry["ask"] if "ask" in entry else entry.get("claim")), Objections())

    def decide(self, number: int, became: Entry | None) -> str | None:
        self.decided.append((number, became))
        return self.refuses.pop(0) if self.refuses else None

    def take_back(self) -> None:
        self.decided.pop()

    def reviews(
        self, drafts: Sequence[Entry], *keys: str, edits: Sequence[Entry | Spoilt | str | None] = ()
    ) -> bool:
        """Review drafts by these keys, and Enter at the end."""
        self._pipe.send_text("".join((*keys, ENTER)))
        self._edits = list(edits)
        desk = Desk(
            lambda _: self.look, self._object_to, self._edit, lambda: console(self.out, 50), lambda: None
        )
        return review(drafts, self, desk)

    def said(self) -> str:
        return " ".join(self.out.getvalue().split())


@pytest.fixture
def author() -> Iterator[Author]:
    with sitting() as one:
        yield one


@contextmanager
def sitting() -> Iterator[Author]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield Author(pipe)


KEPT = {"id": "p1-ada", "ask": "Who came?", "answer": "Ada"}
OTHER: Entry = {"id": "p1-ada", "ask": "Who left?", "answer": "Eva"}


def test_drafts_are_kept_and_dropped_and_each_time_it_is_said(author: Author) -> None:
    assert author.reviews([DRAFT, CLAIM, DRAFT], "k", "d", ENTER)
    assert author.decided == [(0, KEPT), (1, None), (2, KEPT)]
    assert author.out.getvalue().count("kept\n") == 2
    assert author.out.getvalue().count("dropped\n") == 1


KEPT_CLAIM = {key: value for key, value in CLAIM.items() if key != "draft"}


@pytest.mark.parametrize("key", ["u", CTRL_Z])
def test_the_last_decision_is_undone(author: Author, key: str) -> None:
    assert author.reviews([DRAFT, CLAIM], "k", key, "d", "k")
    assert author.decided == [(0, None), (1, KEPT_CLAIM)]
    assert "taken back 1 of 2 · p1-ada" in author.said()


def test_decisions_are_undone_one_by_one_up_to_the_first(author: Author) -> None:
    assert author.reviews([DRAFT, CLAIM, DRAFT], "k", "d", "u", "u", "u", "d", "k", "d")
    assert author.decided == [(0, None), (1, KEPT_CLAIM), (2, None)]


def test_the_last_of_all_can_be_undone_before_anything_is_written(author: Author) -> None:
    assert author.reviews([DRAFT, CLAIM], "k", "d", "u", "k")
    assert author.decided == [(0, KEPT), (1, KEPT_CLAIM)]
    assert "Every draft is decided on: 1 kept, 1 dropped. Nothing is written yet." in author.said()
    assert "Every draft is decided on: 2 kept, none dropped." in author.said()


@pytest.mark.parametrize("key", [ENTER, "q", CTRL_D])
def test_the_end_is_left_with_all_decided(author: Author, key: str) -> None:
    assert author.reviews([DRAFT], "d", key)
    assert author.decided == [(0, None)]


def test_a_draft_that_comes_back_is_as_it_was_changed_and_is_looked_at_anew(author: Author) -> None:
    author.faulty["Who left?"] = Objections(("It is long",))
    author.reviews([DRAFT, CLAIM], "e", "k", "u", "k", "d", edits=[OTHER])
    assert author.decided == [(0, OTHER), (1, None)]
    assert author.said().count("! It is long") == 2


def test_a_faulty_draft_leaves_the_way_back(author: Author) -> None:
    author.faulty["They left with all the others of the town."] = Objections(("It is bad",), fatal=True)
    author.reviews([DRAFT, CLAIM], "k", "u", "d", "d")
    assert author.decided == [(0, None), (1, None)]


@pytest.mark.parametrize("key", ["q", CTRL_D])
def test_a_review_can_be_left(author: Author, key: str) -> None:
    assert not author.reviews([DRAFT, CLAIM], "k", key)
    assert author.decided == [(0, KEPT)]


def test_ctrl_c_at_a_draft_leaves_the_review(author: Author) -> None:
    with pytest.raises(KeyboardInterrupt):
        author.reviews([DRAFT], CTRL_C)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_what_ends_a_prompt_of_a_change_comes_back_to_the_draft(author: Author, key: str) -> None:
    author.reviews([DRAFT], "c", "\x15Else", ENTER, key, "k")
    assert author.decided == [(0, KEPT)]
    assert "! The draft is as it was." in author.said()


def test_a_draft_is_drawn_as_it_is_asked(author: Author) -> None:
    quote = "All of them went away from the town by the sea, says the long account of it."
    passage = Passage("text.md", 2, quote, quote)
    author.look = seen(
        "{claim: They left with all the others of the town., answer: false, why: No.}", passage
    )
    author.reviews([CLAIM], "q")
    assert author.out.getvalue().splitlines() == [
        "",
        "1 of 1 · true-false · p2-left",
        "",
        "They left with all the others of the town.",
        "options  1. true",
        "         2. false",
        "answer   false",
        "why      No.",
        "text.md, paragraph 2",
        "»All of them went away from the town by the sea,",
        "says the long account of it.«",
    ]


def test_no_braces_of_a_cloze_are_shown(author: Author) -> None:
    author.look = seen("cloze: In {Rome|Roma::a city} they met.")
    author.reviews([{"cloze": "In {Rome|Roma::a city} they met."}], "q")
    assert "{" not in author.out.getvalue()
    assert "In _____ (a city) they met." in author.out.getvalue()


def test_what_cannot_be_asked_is_shown_by_its_keys_and_cannot_be_kept(author: Author) -> None:
    bare: Entry = {"id": "x", "ask": "Who came,\nand why?"}
    author.faulty["Who came,\nand why?"] = Objections(("It has no answer\x1b; give one",), fatal=True)
    author.reviews([DRAFT], "e", "k", "d", edits=[bare])
    assert author.decided == [(0, None)]
    assert "ask: Who came, and why?" in author.out.getvalue()
    assert "! It has no answer�; give one" in author.out.getvalue()


def test_a_change_that_comes_to_nothing_does_not_make_a_faulty_one_fit(author: Author) -> None:
    author.faulty["Who left?"] = Objections(("It has no answer",), fatal=True)
    author.reviews([DRAFT], "e", "e", "k", "d", edits=[OTHER, "No editor was found."])
    assert author.decided == [(0, None)]
    assert "It cannot be kept as it is: ! It has no answer ! No editor was found." in author.said()


def test_enter_takes_a_draft_with_errors_back_to_the_editor_and_never_keeps_it(author: Author) -> None:
    author.faulty["Who left?"] = Objections(("Its answer is wrong; mend it",), fatal=True)
    author.reviews([DRAFT, CLAIM], "e", ENTER, ENTER, "d", edits=[OTHER, KEPT])
    assert author.decided == [(0, KEPT), (1, None)]
    assert author.said().count("It cannot be kept as it is: ! Its answer is wrong; mend it") == 1


def test_a_draft_that_has_errors_from_the_start_cannot_be_kept(author: Author) -> None:
    author.faulty["Who came?"] = Objections(("Its answer is wrong; mend it",), fatal=True)
    author.reviews([DRAFT], "k", ENTER, "k", edits=[OTHER])
    assert author.decided == [(0, OTHER)]


def test_a_doubt_is_told_and_the_draft_can_be_kept(author: Author) -> None:
    author.faulty["Who left?"] = Objections(("It is long",))
    author.reviews([DRAFT], "e", ENTER, edits=[OTHER])
    assert author.decided == [(0, OTHER)]
    assert "! It is long" in author.said()
    assert "cannot be kept" not in author.said()


def test_a_change_that_cannot_be_read_goes_back_to_the_editor_as_it_was_left(author: Author) -> None:
    author.reviews([DRAFT], "e", ENTER, "e", "k", edits=[SPOILT, SPOILT._replace(line=3), OTHER])
    assert author.opened == [None, SPOILT, SPOILT._replace(line=3)]
    assert author.decided == [(0, OTHER)]
    assert author.said().count("! line 2, column 1: it is bad; mend it") == 2


def test_a_change_that_cannot_be_read_can_be_undone(author: Author) -> None:
    author.reviews([DRAFT], "e", "u", "e", "k", edits=[SPOILT, OTHER])
    assert author.opened == [None, None]
    assert "e goes on" not in author.said()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_a_change_that_was_broken_off_waits_to_be_mended(author: Author, key: str) -> None:
    author.reviews([DRAFT], "e", key, "e", "k", edits=[SPOILT, OTHER])
    assert author.opened == [None, SPOILT]
    assert "! The draft is as it was. e goes on with your change." in author.said()


def test_an_emptied_text_leaves_the_draft_and_undoes_the_change(author: Author) -> None:
    author.reviews([DRAFT], "e", "e", "e", "k", edits=[SPOILT, None, OTHER])
    assert author.opened == [None, SPOILT, None]
    assert "! The editor left nothing to read. The draft is as it was." in author.said()


def test_a_question_that_does_not_fit_beside_the_others_is_shown_again(author: Author) -> None:
    author.refuses = ["The id `p1-ada` is taken; give another"]
    author.reviews([DRAFT], "k", "k", "e", "k", edits=[OTHER])
    assert author.decided == [(0, KEPT), (0, OTHER)]
    assert "! The id `p1-ada` is taken; give another" in author.said()


def test_a_draft_is_changed_text_by_text_and_an_empty_one_is_taken_away(author: Author) -> None:
    cited: Entry = {**DRAFT, "accept": ["A.", "Adah"], "source": {"paragraph": "1", "quote": "q"}}
    typed = ("c", "\x15Who left?", ENTER, ENTER, "\x15", ENTER, ENTER, ENTER, "\x15", ENTER, "k")
    author.reviews([cited], *typed)
    assert author.decided == [
        (0, {**KEPT, "ask": "Who left?", "accept": ["Adah"], "source": {"paragraph": "1"}})
    ]
    assert "Enter takes what stands there" in author.said()


@pytest.mark.parametrize(("move", "answer"), [("", "false"), (DOWN, "true")])
def test_whether_a_claim_is_true_is_picked_and_its_group_is_not_asked_for(
    author: Author, move: str, answer: str
) -> None:
    author.reviews([CLAIM], "c", ENTER, move, ENTER, ENTER, "k")
    kept = author.decided[0][1]
    assert kept is not None
    assert (kept["answer"], kept["group"], kept["why"]) == (answer, "p2", "They did not.")


def test_values_are_told_in_words() -> None:
    told = written({"a": ["b", {"c": True}], "d": False})
    assert told == "a: b, c: true; d: false"
