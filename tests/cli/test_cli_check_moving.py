"""A paragraph put before others: `--fix` writes the new numbers, and `--stamp` never the wrong digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.digests import digest

if TYPE_CHECKING:
    from door import House

OLD = ["The colony lies on a spit.", "The tower was built in 1862.", "Dogs are forbidden."]
NEW = "A drone flies there."
BANK = f"""\
quiz: 1
title: Seals
source: text.md
questions:
  - id: quoted
    ask: In which year was the tower built?
    number: 1862
    source:
      paragraph: 2 # two
      quote: built in 1862
      checked: "{digest(OLD[1])}"

  - id: bare
    front: What may not come to the colony?
    back: Dogs
    source: {{paragraph: 3, checked: ["{digest(OLD[2])}", "{digest(OLD[0])}"], also: 1}}
"""


def numbered(*parts: str) -> str:
    return "".join(f"{number}. {part}\n\n" for number, part in enumerate(parts, start=1))


def test_all_that_moved_is_mended_and_only_its_lines(empty: House) -> None:
    path, text = empty.bank(BANK), empty.bank(numbered(*OLD), "questions/text.md")
    assert empty.call("check", "--strict").code == 0
    text.write_text(numbered(OLD[0], NEW, *OLD[1:]), encoding="utf-8")
    told = empty.call("check", "--strict").out
    assert "`bare` was checked: what it was is paragraph 4 now" in told.replace("\n  ", " ")
    assert "`--fix` mends all of them." in told
    assert empty.call("check", "--fix", "--yes", "--strict").code == 0
    after = BANK.replace("paragraph: 2 # two", "paragraph: 3 # two").replace(
        "paragraph: 3, ", "paragraph: 4, "
    )
    assert path.read_text("utf-8") == after
    assert empty.call("check", "--stamp", "--yes", "--strict").code == 0
    assert path.read_text("utf-8") == after


def test_a_stamp_leaves_what_moved_as_it_is_and_says_so(empty: House) -> None:
    path = empty.bank(BANK)
    empty.bank(numbered(OLD[0], NEW, *OLD[1:]), "questions/text.md")
    done = empty.call("check", "--stamp", "--yes")
    assert path.read_text("utf-8") == BANK
    assert done.err.replace("\n", " ") == (
        "2 questions whose paragraph, as it was checked, has another number now (cite that, or take "
        "`checked:` away where the new one is meant) are not stamped: questions/bank.yaml:5, "
        "questions/bank.yaml:13 "
    )


def test_moved_and_stamped_in_one_go(empty: House) -> None:
    path = empty.bank(BANK)
    empty.bank(numbered(OLD[0], NEW, *OLD[1:]), "questions/text.md")
    assert empty.call("check", "--fix", "--stamp", "--yes", "--strict").code == 0
    assert f'paragraph: 4, checked: ["{digest(OLD[2])}", "{digest(OLD[0])}"]' in path.read_text("utf-8")


def test_a_paragraph_without_a_number_is_the_one_thing_that_is_told(empty: House) -> None:
    path = empty.bank(BANK)
    empty.bank(numbered(*OLD).replace("2. ", f"{NEW}\n\n2. "), "questions/text.md")
    done = empty.call("check", "--fix", "--stamp", "--yes")
    assert done.code == 1
    assert done.out.replace("\n  ", " ") == (
        "questions/bank.yaml:3:9: error: the paragraph at line 3 has no number of its own, others have: none "
        "of the numbers of `text.md` counts, and nothing is compared; give each paragraph a number that no "
        "other has, such as `4. `, in any order [ignored-numbers]\n1 error in 1 bank.\n"
    )
    assert done.err.startswith("2 questions of a text whose numbers do not count are not stamped: ")
    assert path.read_text("utf-8") == BANK
