from __future__ import annotations

import pytest

from quiz.bank import paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It is.\n\n```py\na\n\n# b\n---\n<!-- c\n```\n\nIt was.",
            ["It is.", "```py a # b --- <!-- c ```", "It was."],
        ),
        ("1. ```\n   a\n\n   # b\n   ```\n\n2. It was.", ["``` a # b ```", "It was."]),
        ("~~~~\na\n\n~~~\n~~~~\n\nIt was.", ["~~~~ a ~~~ ~~~~", "It was."]),
        ("```\na\n\n# b\n\nIt was.", ["``` a", "It was."]),
        ("<!--\n```\n-->\n\na\n\n# b\n\n```", ["a", "```"]),
    ],
)
def test_nothing_parts_the_lines_between_fences(text: str, found: list[str]) -> None:
    assert list(paragraphs(text).values()) == found
