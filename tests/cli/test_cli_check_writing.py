"""``quiz check --fix`` and ``--stamp`` write only what somebody agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

BANK = """\
quiz: 1
title: Towns
source: text.md
questions:
  - id: capital
    front: Capital of France
    back: Paris
    source: {paragraph: 1, quote: Paris is the capital of France}
"""
SLIP = BANK.replace("back", "bakc")
OTHER = BANK.replace("of France\n", "of France, please\n")
NARROW = 50
REFUSED = "quiz: There is no terminal to ask in, so nothing was written. Write it with --yes.\n"


@pytest.fixture
def towns(empty: House) -> House:
    """A house with a bank and its text."""
    empty.bank("1. Paris is the capital of France.\n", "questions/text.md")
    empty.bank(BANK)
    return empty


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize(
    ("bank", "option", "shown"),
    [(SLIP, "--fix", "+    back: Paris\n"), (BANK, "--stamp", "checked: ")],
)
def test_without_a_terminal_nothing_is_written_unless_it_is_said(
    towns: House, bank: str, option: str, shown: str
) -> None:
    path = towns.bank(bank)
    for form in ("text", "json"):
        done = towns.run("check", option, "--format", form)
        assert (done.code, done.err.endswith(REFUSED)) == (2, True)
        assert shown in done.out + done.err
        assert path.read_text("utf-8") == bank
    assert towns.run("check", option, "--yes").code == 0
    assert path.read_text("utf-8") != bank


@pytest.mark.parametrize("option", ["--fix", "--stamp"])
def test_where_nothing_is_to_be_written_nobody_has_to_agree(towns: House, option: str) -> None:
    towns.call("check", option, "--yes")
    done = towns.call("check", option)
    assert (done.code, done.out, done.err) == (0, "1 bank, 1 question: nothing found.\n", "")


@pytest.mark.parametrize(
    ("bank", "options", "told"),
    [
        (SLIP, ["--fix"], "1 file mended."),
        (BANK, ["--stamp"], "1 file stamped."),
        (SLIP, ["--fix", "--stamp"], "1 file mended and stamped."),
    ],
)
def test_what_was_done_to_files_is_told_as_it_is(
    towns: House, bank: str, options: list[str], told: str
) -> None:
    towns.bank(bank)
    assert told in towns.call("check", *options, "--yes").out.splitlines()


def test_where_no_file_can_be_written_none_is_told_as_mended(towns: House) -> None:
    towns.bank(SLIP).chmod(0o444)
    done = towns.call("check", "--fix", "--yes")
    assert done.code == 2
    assert "mended" not in done.out
    assert "cannot be written: permission denied" in done.err


@pytest.mark.parametrize(
    ("key", "code", "told"), [("n", 0, "Nothing was written."), ("y", 0, "1 file stamped.")]
)
def test_a_stamp_is_asked_for_on_a_terminal(
    towns: House, terminals: list[Terminal], key: str, code: int, told: str
) -> None:
    terminals.append(terminal := Terminal(towns, "check", "--stamp"))
    terminal.wait(("Write this to 1 file?", "n or Enter no"))
    assert "checked:" in terminal.text()
    terminal.press(key, until=told)
    assert terminal.end() == code
    assert ("checked:" in (towns.home / "questions/bank.yaml").read_text("utf-8")) == (key == "y")


LEFT_OUT = """\
quiz: 1
title: Towns
source: text.md
questions:
  - {id: a, front: Capital of Spain, back: Madrid}
  - {id: b, front: Capital of Italy, back: Rome}
  - {id: c, front: Capital of Peru, back: Lima, source: {paragraph: 7}}
  - {id: d, front: Capital of France, back: Paris, source: {paragraph: 1, quote: Paris on the Seine}}
  - {id: e, ask: When did it become the capital?, date: 1806, source: {paragraph: 1}}
  - {id: f, front: Capital of Cuba, back: Havana, answer: Havana}
"""
NOT_STAMPED = """\
1 question with a fault is not stamped: {0}:10
2 questions that no paragraph is named for are not stamped: {0}:5, {0}:6
1 question with a paragraph that is not there is not stamped: {0}:7
1 question with a quote that is not word for word in its paragraph is not stamped: {0}:8
1 question with an answer that its paragraph does not give is not stamped: {0}:9
"""


@pytest.mark.parametrize("options", [("--diff",), ("--yes",), ("--yes", "--fix")])
def test_what_is_left_unstamped_is_told_with_the_reason(towns: House, options: tuple[str, ...]) -> None:
    towns.bank(LEFT_OUT)
    done = towns.call("check", "--stamp", *options)
    assert done.err == NOT_STAMPED.format("questions/bank.yaml")


def test_a_bank_that_breaks_off_is_not_stamped(towns: House) -> None:
    towns.bank(f"{BANK}  - [\n")
    told = "1 question in a bank that cannot be read to its end is not stamped: questions/bank.yaml:5\n"
    assert towns.call("check", "--stamp", "--yes").err == told


def test_of_many_that_are_not_stamped_three_are_named(towns: House) -> None:
    body = "".join(f"  - {{id: n{n}, front: f{n}, back: b}}\n" for n in range(5))
    towns.bank(f"{BANK.partition('  - ')[0]}{body}")
    where = ", ".join(f"questions/bank.yaml:{line}" for line in (5, 6, 7))
    told = f"5 questions that no paragraph is named for are not stamped: {where}, ...\n"
    assert towns.call("check", "--stamp", "--yes").err == told


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        (("bakc",), "1 error in 1 of 2 banks. `--fix` mends it."),
        (("bakc", "bakc"), "2 errors in 2 banks. `--fix` mends both."),
        (("bakc", "colour"), "2 errors in 2 banks. `--fix` mends 1 of them."),
        (("colour",), "1 error in 1 of 2 banks."),
    ],
)
def test_how_much_can_be_mended_is_told_in_plain_words(
    towns: House, faults: tuple[str, ...], told: str
) -> None:
    for number, bank in enumerate((BANK, OTHER)):
        text = bank.replace("back", faults[number]) if number < len(faults) else bank
        towns.bank(text, f"questions/{number}.yaml")
    (towns.home / "questions/bank.yaml").unlink()
    done = towns.call("check", "--select", "unknown-key,misplaced-key")
    assert done.out.splitlines()[-1] == told


def test_all_of_many_can_be_mended(towns: House) -> None:
    towns.bank(SLIP.replace("title: Towns", "title: Towns  ").replace("quiz: 1", "quiz: 1  "))
    out = towns.call("check", "--select", "unknown-key,space-at-line-end").out
    assert out.splitlines()[-1] == "1 error, 2 notes in 1 bank. `--fix` mends all of them."


def test_a_comment_silences_the_question_it_stands_at_and_no_other(towns: House) -> None:
    body = "".join(f"  - front: Capital of land {n}\n    back: Town {n}\n" for n in "abcd")
    head = "quiz: 1\ntitle: Towns\nquestions:\n"
    path = towns.bank(head + body)
    assert towns.call("check").out.startswith(
        "questions/bank.yaml:4:5: note: the question has no id of its own, and 3 more"
    )
    answered = body.replace(
        "  - front: Capital of land a", "  # quiz: ignore missing-id\n  - front: Capital of land a"
    )
    path.write_text(head + answered, encoding="utf-8")
    assert towns.call("check").out.startswith(
        "questions/bank.yaml:7:5: note: the question has no id of its own, and 2 more"
    )
    towns.call("check", "--fix", "--yes")
    assert path.read_text("utf-8").count("  - id: ") == 3
    assert "- front: Capital of land a" in path.read_text("utf-8")
    assert towns.call("check", "--strict").out == "1 bank, 4 questions: nothing found.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--explain", "missing-id"),
        ("check", "nowhere-to-be-found"),
        ("coverage",),
        ("coverage", "nowhere-to-be-found"),
        ("show", "capital-of-nowhere"),
        ("show", "capital"),
        ("edit", "capital-of-nowhere"),
        ("schema", "--write", "no/such/folder"),
        ("schema", "--write", "questions"),
    ],
)
def test_no_word_is_broken_at_the_edge_of_a_terminal(
    towns: House, terminals: list[Terminal], arguments: tuple[str, ...]
) -> None:
    bank = SLIP.replace("Paris is", "Paris was") + BANK.partition("questions:\n")[2]
    towns.bank(bank)
    told = towns.call(*arguments)
    words = {"^", *f"{told.out} {told.err} {bank}".split()}
    towns.db.unlink(missing_ok=True)
    terminals.append(terminal := Terminal(towns, *arguments, columns=NARROW, rows=200))
    terminal.end()
    if arguments not in (("coverage",), ("schema", "--write", "questions")):
        # Paragraphs are cut there, and lines to be copied are left whole.
        assert [word for word in terminal.text().split() if word not in words] == []
    assert max(map(len, terminal.lines())) <= NARROW
