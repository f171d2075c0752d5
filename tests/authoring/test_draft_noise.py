from __future__ import annotations

import re
from pathlib import Path

import noisy_lines
import pytest
from draft_texts import MOON, RIVER
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft import noise
from quiz.authoring.draft.blocks import blocks, tidy
from quiz.authoring.draft.cleaned import cleaned, passages
from quiz.authoring.draft.sifting import sift, single
from quiz.bank import paragraphs

NOISE = (
    "See also  Ten lakes",
    "SEE ALSO: Ten lakes",
    "Read more",
    "7. Next Post",
    "Related Posts",
    "You may also like",
    "Tags: river, Danube",
    "#Danube #rivers",
    "Leave a Reply",
    "Leave a comment",
    "Your email address will not be published.",
    "Save my name, email, and website in this browser for the next time I comment.",
    "12 Comments",
    "Email *",
    "Share this:",
    "Share on Facebook",
    "Facebook | Twitter | WhatsApp",
    "This website uses cookies to ensure you get the best experience.",
    "Accept all cookies",
    "Privacy Policy",
    "ADVERTISEMENT",
    "Subscribe to our newsletter",
    "Sign in",
    "Home > News > World",
    "Home | About | Contact",
    "Skip to content",
    "Page 2 of 3",
    "Photo: a bridge in Vienna",
    "(Photo by a friend / Getty Images)",
    "Image credit: the museum",
    "© 2021 The River Times",
    "All rights reserved.",
    "By Staff Writer",
    "Published on 3 May 2019",
    "5 min read",
    "https://example.org/rivers",
    "Please enable JavaScript",
)
TEXT = (
    "Home rule was granted in 1920.",
    "See also how the river turns north near the old bridge of the town.",
    "Share prices fell by 3 per cent in London.",
    "Next year the bridge will be closed for 5 months.",
    "More than 20 people came.",
    "By 1920 the bridge had been closed.",
    "Print runs of 5,000 copies were usual in Vienna.",
    "Read in 1910 by the emperor, the letter changed nothing.",
    "Photographs of the bridge hang in Vienna.",
    "Cookies were sold at the fair in Basel.",
    "The river - the longest of all - is blue.",
    "Comments by the king were added later.",
    "Search parties went out in 1912.",
)


@pytest.mark.parametrize("line", [*NOISE, *noisy_lines.NOISE.splitlines()])
def test_a_line_of_a_web_page_is_noise(line: str) -> None:
    assert noise.reason(line)


@pytest.mark.parametrize("line", [*TEXT[:1], *TEXT[2:], *noisy_lines.TEXT.splitlines()])
def test_a_sentence_is_no_noise(line: str) -> None:
    assert noise.reason(line) is None


@pytest.mark.parametrize(
    "row", ["| Austria | Vienna |", "| a | b | 9,000,000 |", "|---|:-:|", "| It is so. |"]
)
def test_a_row_of_a_table_is_named_as_one(row: str) -> None:
    assert noise.reason(row) == "a row of a table"


def test_a_very_long_line_is_no_noise() -> None:
    assert noise.reason("See also " + "a " * noise.LONGEST) is None


def test_all_noise_of_a_page_is_named_by_its_line_and_nothing_else() -> None:
    sifted = sift(RIVER)
    lines = RIVER.splitlines()
    assert sifted.title == "The Danube, river of ten countries"
    assert [one.text.split()[0] for one in sifted.left_out] == [
        "Home",
        "By",
        "Published:",
        "Share",
        "Share",
        "Photo:",
        "See",
        "Facebook",
        "The",
        "We",
        "#Danube",
        "Related",
        "A",
        "The",
        "Next",
        "Leave",
        "Your",
        "I",
        "©",
    ]
    assert all(one.text == lines[one.line - 1].strip() for one in sifted.left_out)
    assert [part.text.split()[1] for part in sifted.paragraphs()] == [
        "Danube",
        "is",
        "river",
        "1856,",
        "Danube",
        "to",
        "Iron",
        "writer",
        "Danube",
    ]
    line, text, reason = sifted.left_out[6]
    assert (line, reason, text.startswith("See also")) == (21, "a link to another page", True)


def test_noise_within_a_block_goes_and_the_rest_stays() -> None:
    sifted = sift("Title\n\nThe bridge is old.\nShare on Facebook\nThe river is wide.\n")
    assert [part.text for part in sifted.paragraphs()] == ["The bridge is old. The river is wide."]


def test_a_broken_line_that_begins_like_noise_stays() -> None:
    text = "Title\n\nThe editors wrote that you should\nsee also the map of the river\nin the museum.\n"
    assert sift(text).left_out == ()


def test_lines_that_nobody_broke_are_paragraphs_of_their_own() -> None:
    first = "The bridge over the river was built by hand in many years of work. " * 3
    sifted = sift(f"Title\n\n{first.strip()}\nIt is old.\n")
    assert [part.line for part in sifted.paragraphs()] == [3, 4]


def test_headings_comments_and_rules_are_no_paragraphs() -> None:
    text = "The river\n=========\n\n<!-- a note -->\n\n## Its bridges\n\nOne is old.\n\n---\n\n"
    sifted = sift(f"{text}How it flows\n\nTo the sea.\n")
    assert sifted.title == "The river"
    assert [(part.text, part.heading) for part in sifted.parts] == [
        ("Its bridges", True),
        ("One is old.", False),
        ("How it flows", True),
        ("To the sea.", False),
    ]


def test_comments_at_the_end_go_with_their_form_and_a_link_to_them_at_the_top_does_not() -> None:
    body = "The river is long. " * 20
    sifted = sift(f"Title\n\nLeave a comment\n\n{body}\n\n3 Comments\n\nI was there in 1999.\n")
    assert [part.text for part in sifted.paragraphs()] == [body.strip()]
    assert [one.line for one in sifted.left_out] == [3, 7, 9]


def test_a_headline_that_is_said_twice_in_itself_is_said_once() -> None:
    assert single("Tape Tape is on air on Tape on Tape") == "Tape is on air on Tape"
    assert single("They had had enough of that") == "They had had enough of that"


def test_a_text_without_letters_is_empty() -> None:
    assert sift("\n\n--- \n\n* * *\n\n...\n").parts == ()
    assert sift("").title is None


def test_what_shows_nothing_goes_and_lines_keep_their_numbers() -> None:
    assert tidy("a\x07b\u200bc\u202ed\r\ne\rf\u2028g") == "a bcd\ne\nf\ng"
    assert [block.lines[0].number for block in blocks(tidy("one\r\n\r\ntwo"))] == [1, 3]


def test_the_clean_text_reads_back_as_the_paragraphs_with_their_numbers() -> None:
    sifted = sift(RIVER)
    text = cleaned(sifted, "Rivers")
    assert text.startswith("# Rivers\n\n1. The Danube begins")
    assert paragraphs(text) == {n: part.text for n, part in enumerate(sifted.paragraphs(), 1)}
    assert sift(text).left_out == ()


def test_headings_stay_in_the_clean_text_and_no_line_of_it_is_taken_for_another_thing() -> None:
    long = "The old bridge over the river stands on piles of oak that the people drove into the ground with "
    text = f"Title\n\nHow it began\n\n{long}# stones and more.\n"
    clean = cleaned(sift(text), "T")
    assert "\n## How it began\n" in clean
    assert list(paragraphs(clean).values()) == [f"{long}# stones and more."]


def test_own_numbers_stay() -> None:
    sifted = sift(MOON)
    assert [part.number for part in sifted.paragraphs()] == [1, 2, 3, 4, 5, 6]
    text = "Title\n\n3. The bridge is old.\n\nShare on Facebook\n\n7. The river is wide.\n"
    assert paragraphs(cleaned(sift(text), "T")) == {3: "The bridge is old.", 7: "The river is wide."}


def test_a_paragraph_has_the_number_of_the_text_that_is_cited() -> None:
    found = passages(sift(RIVER), paragraphs(RIVER))
    numbers = paragraphs(RIVER)
    assert len(found) == 9
    assert all(passage.text in numbers[passage.number] for passage in found)
    assert passages(sift(RIVER), {1: "Something else."}) == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_can_be_sifted_and_its_clean_copy_read_back(text: str) -> None:
    sifted = sift(text)
    clean = cleaned(sifted, "T")
    assert [*paragraphs(clean).values()] == [part.text for part in sifted.paragraphs()]
    lines = tidy(text).split("\n")
    assert all(one.text in lines[one.line - 1] for one in sifted.left_out)


def test_a_heading_with_nothing_below_it_is_named_unless_it_is_marked() -> None:
    sifted = sift("The bridge is old.\n\nWhat comes next\n\n# Notes\n")
    assert [(one.line, one.text) for one in sifted.left_out] == [(3, "What comes next")]
    assert "heading" in sifted.left_out[0].reason


LONG = "The old bridge over the river stands on piles of oak that " + "many " * 20 + "people drove in."


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ((f"{LONG} It holds.", f"{LONG} It is old."), 2),
        ((LONG, LONG, LONG), 3),
        (("The end of the river.", LONG, "", LONG, "", LONG, "", LONG), 4),
        ((f"{LONG} It stands", f"and falls. {LONG}"), 1),
    ],
)
def test_long_lines_are_paragraphs_unless_they_are_the_sentences_of_one(
    lines: tuple[str, ...], count: int
) -> None:
    assert len(list(blocks("\n".join(lines)))) == count


@given(
    st.lists(
        st.sampled_from([*NOISE, *TEXT, "", "", "Title", "- an item", "# A heading", "a" * 170]), max_size=20
    )
)
def test_each_line_is_kept_or_left_out_never_both(lines: list[str]) -> None:
    sifted = sift("\n".join(lines))
    out = {one.line for one in sifted.left_out}
    assert not out & {part.line for part in sifted.parts}
    assert len(out) == len(sifted.left_out)


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The old mill\nPhoto: City Archive", ["The old mill", "Photo: City Archive"]),
        ("![The mill](mill.png)\n\n*The old mill*", ["![The mill](mill.png)", "*The old mill*"]),
        ("![The mill](mill.png)\n*The old mill*", ["![The mill](mill.png)"]),
        ("*The old mill*", []),
        ("The mill is old.\nPhoto: City Archive", ["Photo: City Archive"]),
    ],
)
def test_what_a_picture_shows_is_no_heading(text: str, out: list[str]) -> None:
    sifted = sift(f"Title\n\nIt is so.\n\n{text}\n\nIt was so.\n")
    assert [one.text for one in sifted.left_out] == out
    assert "The mill is old." not in text or "The mill is old." in [part.text for part in sifted.paragraphs()]


def test_the_date_above_a_report_is_left_out_and_the_days_of_a_diary_stay() -> None:
    report = "The mill\n\nMonday, 4 March 1912\n\nIt burned.\n"
    assert [one.text for one in sift(report).left_out] == ["Monday, 4 March 1912"]
    assert sift(f"{report}\nTuesday, 5 March 1912\n\nIt rained.\n").left_out == ()


@pytest.mark.parametrize(
    "again", ["Yes.", "For example:", "Example", "- It is so, he said.", "It is so,\nit is so."]
)
def test_what_may_be_said_twice_stays(again: str) -> None:
    assert sift(f"Title\n\nIs it?\n\n{again}\n\nIs it not?\n\n{again}\n\nIt is old.\n").left_out == ()


def shared() -> Path:
    """Return the folder in which the report lies that this tool is measured with, if it lies anywhere."""
    return Path(__file__).parents[3] / "shared" / "seeds"


def report() -> tuple[str, list[str]]:
    """Return the report as it was found on the web and its noise; a text of our own where it is not there."""
    files = sorted(shared().glob("*.txt"))
    text = files[0].read_text(encoding="utf-8") if files else RIVER
    pattern = r"^(See also|#\w|Related Posts|Next Post|Leave a Reply|Your email).*$"
    return text, re.findall(pattern, text, re.MULTILINE)


def test_the_noise_of_a_report_from_the_web_is_left_out() -> None:
    text, found = report()
    out = [one.text for one in sift(text).left_out]
    assert len(found) >= 5
    assert all(any(line.startswith(start) for line in out) for start in found)


def test_a_giant_line_and_a_giant_text_are_read() -> None:
    assert len(sift("word " * 400_000).paragraphs()) == 1
    assert len(sift("The river is long.\n\n" * 20_000).paragraphs()) == 1
