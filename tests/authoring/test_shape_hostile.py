"""The shape rules against files that were made to trip them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from shape_found import HEAD, RULES, made

from quiz.authoring.check import check
from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.raw import lines

SNIPPETS = (
    *(
        "- front: ",
        "  back: ",
        "  wrong: [",
        "  tags: ",
        "  id: ",
        "- {ask: ",
        "  match: {a: ",
        "  cloze: '{",
    ),
    *(
        "  source: {quote: ",
        "- |\n",
        "    ",
        ">-\n",
        "]",
        "}",
        "'",
        '"',
        ", ",
        ",",
        ": ",
        " #",
        "#1",
        "?",
        "\\t",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\x85",
        "\u2028",
        "\t",
        " ",
        "\ufeff",
        "\xa0",
        "\u200b",
        "\u202e",
        "\xad",
        "\0",
        "\x1b",
    ),
    *(
        "010",
        "1:30",
        "no",
        "~",
        "90,000",
        "P\u0430ris",
        "e\u0301",
        "\u718a",
        "\U0001f43b",
        "\udc80",
        "&x ",
        "*x",
    ),
)


def everything(text: str) -> None:
    """Run all rules over a file, and see that places and edits lie in it."""
    bank = made(text)
    rows = lines(bank.text)
    for found in check([bank], RULES.values()):
        assert found.location.path == "b.yaml"
        assert 1 <= found.location.line <= len(rows) + 1
        assert found.location.column >= 1
        assert "\n" not in found.message + found.cure
        assert not any(map("\x1b\u202e\u2028".__contains__, found.message + found.cure))
        for edit in found.edits:
            applied(bank.text, [edit])


@given(st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join))
@example("- front: a\u2028    b\n  back: 010\n")
@example("- {ask: a?, answer: \u718a #1}\n")
@example('- front: "a\\\n    b\\tc"\n  back: d\n')
@example("- front: a\udc80b 010\n  back: 010\n")
def test_no_file_trips_a_rule(text: str) -> None:
    everything(HEAD + text)


@given(st.binary(max_size=60))
def test_no_bytes_trip_a_rule(data: bytes) -> None:
    bank = material(HEAD.encode() + data, "b.yaml", "b", lambda _: {})
    check([bank], RULES.values())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_of_a_question_trips_a_rule(text: str) -> None:
    everything(f"{HEAD}- front: {text}\n  back: b\n")
    everything(f"{HEAD}- {{front: a, back: {text}}}\n")
    everything(f"{HEAD}- front: '{text}'\n  back: b\n")
