"""A text that changed below its questions: told once for each paragraph, with what is known of the change."""

from __future__ import annotations

from grounded import bank

from quiz.authoring.check import check
from quiz.authoring.digests import digest
from quiz.authoring.rules.grounding_changed import MOST_NAMED, RULES

OLD = "It has 90,000 blocks of grey granite.\n\nTwelve men died in the flood.\n"


def asking(name: str, paragraph: int, checked: str, quote: str = "") -> str:
    """Return a question that was checked; without a quote it cites the paragraph alone."""
    said = f", quote: '{quote}'" if quote else ""
    return (
        f"- id: {name}\n  front: What of {name}?\n  back: This\n"
        f"  source: {{paragraph: {paragraph}{said}, checked: '{checked}'}}\n"
    )


def stamp(paragraph: int) -> str:
    """Return the stamp of a paragraph of the old text."""
    return digest(OLD.split("\n\n")[paragraph - 1])


def told(body: str, text: str) -> list[str]:
    """Return line, message and cure of what is found; the first question begins in line 5."""
    return [f"{one.location.line}: {one.message}; {one.cure}" for one in check([bank(body, text)], RULES)]


def test_many_questions_on_one_paragraph_are_one_finding_at_the_first_of_them() -> None:
    body = "".join(asking(name, 1, stamp(1)) for name in ("a", "b", "c")) + asking("d", 2, stamp(2))
    assert told(body, OLD) == []
    assert told(body, OLD.replace("grey", "red").replace("Twelve", "Ten")) == [
        (
            "8: paragraph 1 of `text.md` has changed since `a`, `b` and `c` were checked; "
            "read it again, mend the questions if need be, then run `quiz check --stamp`"
        ),
        (
            "20: paragraph 2 of `text.md` has changed since `d` was checked; "
            "read it again, mend the question if need be, then run `quiz check --stamp`"
        ),
    ]


def test_the_quotes_tell_which_words_became_others() -> None:
    body = asking("a", 1, stamp(1), "90,000 blocks of grey") + asking(
        "b", 1, stamp(1), "blocks of grey granite"
    )
    (one,) = told(body, OLD.replace("grey", "red").replace("90,000", "94,000"))
    assert "`a` and `b` were checked: `90,000` -> `94,000`, `grey` -> `red`; read" in one


def test_words_that_went_or_came_are_told_as_nothing() -> None:
    (one,) = told(asking("a", 1, stamp(1), "blocks of grey granite"), OLD.replace("grey ", ""))
    assert "checked: `grey` -> nothing; read" in one


def test_a_quote_that_is_gone_is_told() -> None:
    (one,) = told(
        asking("a", 1, stamp(1), "blocks of grey granite"),
        OLD.replace("has", "had").replace("blocks of grey granite", "pieces"),
    )
    assert "checked: `blocks of grey granite` is gone; read" in one


def test_many_changes_are_cut_short() -> None:
    text = "A b c d e f g h i j k l m n o p q r s t u v w."
    body = asking("a", 1, digest(text), "b c d e f g h i j k l m n o p q r s t u v")
    changed = text.translate(str.maketrans("dhnr", "DHNR"))
    (one,) = told(body, changed)
    assert "`d` -> `D`, `h` -> `H`, `n` -> `N`, and more; read" in one


def test_that_the_quotes_still_stand_is_told() -> None:
    body = asking("a", 1, stamp(1), "grey granite")
    changed = OLD.replace("90,000", "94,000")
    assert "checked, though what it quotes still stands there; read" in told(body, changed)[0]
    body += asking("b", 1, stamp(1), "blocks of grey")
    assert "checked, though what they quote still stands there; read" in told(body, changed)[0]
    body += asking("c", 1, stamp(1))
    assert "`a`, `b` and `c` were checked; read" in told(body, changed)[0]


def test_a_paragraph_that_was_put_before_is_known_by_the_stamps() -> None:
    body = asking("a", 1, stamp(1), "grey granite") + asking("b", 1, stamp(1))
    assert told(body, f"A new one.\n\n{OLD}") == [
        (
            "8: paragraph 1 of `text.md` has changed since `a` and `b` were checked: "
            "what it was is paragraph 2 now; cite paragraph 2, or take `checked:` away where paragraph 1 is "
            "meant, then run `quiz check --stamp`"
        )
    ]


def test_of_very_many_questions_the_first_are_named() -> None:
    body = "".join(asking(f"q{number}", 1, stamp(1)) for number in range(MOST_NAMED + 3))
    (one,) = told(body, OLD.replace("grey", "red"))
    assert f"`q{MOST_NAMED - 1}` and 3 more were checked" in one


def test_two_texts_are_told_apart() -> None:
    other = asking("a", 1, stamp(1)).replace("paragraph: 1", "paragraph: 1, document: text.md")
    head = "quiz: 1\ntitle: T\nsource: other.md\nquestions:\n"
    found = check([bank(other + asking("b", 1, stamp(1)), "Red.", head=head)], RULES)
    assert ["`a` was checked" in one.message for one in found] == [True]
