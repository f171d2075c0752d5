"""The head of a page: the name of its site, the headline, who wrote it and when."""

from __future__ import annotations

import pytest

from quiz.authoring.draft.bylines import is_credit
from quiz.authoring.draft.sifting import sift
from quiz.authoring.draft.sites import SITE

BODY = "The seals of the point have been counted every winter since 1958.\n\nThe colony is old. It is long.\n"
TITLE = "The Grey Seal Colony"
FOOT = "\n© 2021 Marram Coast Heritage. All rights reserved.\n"


@pytest.mark.parametrize(
    "page",
    [
        f"Marram Coast Heritage\n\n{TITLE}\n\n{BODY}{FOOT}",
        f"Menu\n\nMarram Coast Heritage\n{TITLE}\nBy Ada Stone\n\n{BODY}{FOOT}",
        f"Marram Coast Heritage\n\n# {TITLE}\n\n{BODY}{FOOT}",
        f"# Marram Coast Heritage\n\n## {TITLE}\n\n{BODY}{FOOT}",
        f"Marram Coast Heritage\n\n{TITLE}\n\n{BODY}\nMarram Coast Heritage\n",
        f"marramcoast.org\n\n{TITLE}\n\n{BODY}",
        f"The Marram Gazette\n\n{TITLE}\n\nBy Ada Stone\n\n{BODY}",
        f"{TITLE} - Marram Coast Heritage\n\n{TITLE}\n\n{BODY}{FOOT}",
    ],
)
def test_the_name_of_a_site_is_not_what_a_text_is_called(page: str) -> None:
    sifted = sift(page)
    assert sifted.title == TITLE
    assert [part.text for part in sifted.parts if part.heading] == []
    assert len(sifted.paragraphs()) == 2
    assert [one.reason for one in sifted.left_out].count(SITE) == 1


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}\n\nHow it came back\n\n{BODY}{FOOT}",
        f"{TITLE}\n\n{BODY}\n© 2021 {TITLE}\n",
        f"{TITLE} - a history\n\n{TITLE}\n\n{BODY}{FOOT}",
        f"The Fall of the Daily Herald\n\nIts first years\n\n{BODY}",
        f"{TITLE}\n\n{BODY}\n{TITLE}\n",
    ],
)
def test_a_headline_is_not_taken_for_the_name_of_a_site(page: str) -> None:
    sifted = sift(page)
    assert sifted.title == page.split("\n", maxsplit=1)[0]
    assert SITE not in [one.reason for one in sifted.left_out]


@pytest.mark.parametrize(
    "lines",
    [
        "By Ada Stone | Posted on 14 March 2021 | 6 min read",
        "By Ada Stone, 14 March 2021",
        "By Ada Stone\nMarch 14, 2021\n6 min read",
        "By Ada Stone on March 14, 2021 at 8:12 am",
        "By Dr Ada Stone, University of Wexcombe",
        "Posted by Ada Stone on 14 March 2021",
        "Ada Stone · 14 March 2021 · 6 min read",
        "Written by Ada Stone | Photographs by Tom de Bask",
        "14 March 2021 | Wildlife | 3 comments",
        "**By Ada Stone** | *14 March 2021*",
        "14.03.2021",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_who_wrote_a_text_and_when_is_no_heading(lines: str, between: str) -> None:
    if between == "\n" and lines[0].isdigit():
        lines = f"By Ada Stone\n{lines}"
    sifted = sift(f"{TITLE}{between}{lines}\n\n{BODY}")
    assert sifted.title == TITLE
    assert [part.heading for part in sifted.parts] == [False, False]
    assert [one.text for one in sifted.left_out] == lines.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "|",
        "By land and by sea",
        "Wildlife | Coast",
        "Stone | Bask | Crane",
        "The war, 14 March 2021",
        "By 1901 | the end",
        "By Ada Stone, who had never been there and did not want to go",
        "By Ada Stone | 14 March 2021 | " + "Name " * 30,
    ],
)
def test_what_says_more_or_less_is_no_credit(line: str) -> None:
    assert not is_credit(line)


def test_dates_of_a_diary_stay_its_headings() -> None:
    sifted = sift(f"# Diary\n\n14 March 2021\n\n{BODY}\n15 March 2021\n\nIt rained all day.\n")
    assert [part.text for part in sifted.parts if part.heading] == ["14 March 2021", "15 March 2021"]
