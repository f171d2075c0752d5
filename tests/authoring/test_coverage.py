"""Which paragraphs questions stand on, and what is no longer found."""

from __future__ import annotations

from grounded import HEAD, bank
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.coverage import Coverage, coverage, coverage_values
from quiz.authoring.material import material
from quiz.authoring.quotes import How
from quiz.bank import CannotRead, paragraphs

TEXT = "1. The lake is long.\n\n2. Geneva lies at its western end.\n\n3. The river leaves it at its end.\n"
PLAIN = "quiz: 1\ntitle: T\nquestions:\n"


def ask(name: str, source: str) -> str:
    return f"- {{id: {name}, front: {name}?, back: That, source: {{{source}}}}}\n"


def stands(found: Coverage, text: int = 0) -> dict[int, list[str]]:
    """Return for each paragraph the ids of what stands on it, drafts in brackets."""
    return {
        covered.number: [one.question for one in covered.questions]
        + [f"({one.question})" for one in covered.drafts]
        for covered in found.texts[text].paragraphs
    }


def test_questions_stand_on_the_paragraph_that_they_cite() -> None:
    found = coverage(
        [
            bank(
                ask("a", "paragraph: 1")
                + ask("b", "paragraph: 1, quote: is long")
                + ask("c", "quote: Geneva"),
                TEXT,
            )
        ]
    )
    assert stands(found) == {1: ["a", "b"], 2: ["c"], 3: []}
    (text,) = found.texts
    assert (text.path, text.banks, text.lost, text.fault) == ("text.md", ("b",), (), "")
    assert [covered.number for covered in text.bare] == [3]


def test_drafts_leave_a_paragraph_bare() -> None:
    body = ask("a", "paragraph: 1").replace("{id", "{draft: true, id")
    found = coverage([bank(body, TEXT)])
    assert stands(found) == {1: ["(a)"], 2: [], 3: []}
    assert [covered.number for covered in found.texts[0].bare] == [1, 2, 3]


def test_a_quote_that_moved_stands_where_it_is_now() -> None:
    body = (
        ask("moved", "paragraph: 1, quote: western end")
        + ask("near", "paragraph: 3, quote: The rivers leave it at its end")
        + ask("gone", "paragraph: 3, quote: Bern is the seat of all")
        + ask("nearest", "paragraph: 9, quote: its")
        + ask("beyond", "paragraph: 9")
    )
    found = coverage([bank(body, TEXT)])
    assert stands(found) == {1: [], 2: ["moved"], 3: ["near", "nearest"]}
    lost = found.texts[0].lost
    assert [(one.asking.question, one.standing.how, one.standing.paragraphs) for one in lost] == [
        ("moved", How.MOVED, (2,)),
        ("near", How.NEAR, (3,)),
        ("gone", How.GONE, ()),
        ("nearest", How.MOVED, (2, 3)),
        ("beyond", How.GONE, ()),
    ]
    assert [(one.paragraph, one.quote) for one in lost][-1] == (9, None)


def test_a_question_stands_on_every_paragraph_that_its_answer_needs() -> None:
    body = (
        ask("both", "paragraph: 1, also: 3")
        + ask("quoted", "paragraph: 1, also: [2, 3], quote: Geneva")
        + ask("moved", "paragraph: 1, also: 3, quote: western end")
        + ask("beyond", "paragraph: 2, also: [3, 9]")
        + ask("gone", "paragraph: 2, also: 8, quote: Bern is the seat of all")
    )
    found = coverage([bank(body, TEXT)])
    assert stands(found) == {
        1: ["both", "quoted"],
        2: ["quoted", "moved", "beyond"],
        3: ["both", "quoted", "moved", "beyond"],
    }
    assert [(one.asking.question, one.paragraph, one.quote) for one in found.texts[0].lost] == [
        ("moved", 1, "western end"),
        ("beyond", 9, None),
        ("gone", 2, "Bern is the seat of all"),
        ("gone", 8, None),
    ]


def test_banks_that_share_a_text_are_taken_together() -> None:
    one = bank(ask("a", "paragraph: 1"), TEXT, path="b1.yaml")
    two = bank(ask("b", "paragraph: 2"), TEXT, head=HEAD.replace("text.md", "./text.md"), path="b2.yaml")
    two = material(
        (HEAD + ask("b", "paragraph: 2, document: x/../text.md")).encode(),
        "b2.yaml",
        "b2",
        lambda _: paragraphs(TEXT),
    )
    found = coverage([one, two])
    assert stands(found) == {1: ["a"], 2: ["b"], 3: []}
    assert found.texts[0].banks == ("b1", "b2")


def test_a_bank_may_cite_several_texts_and_none() -> None:
    texts = {"text.md": paragraphs(TEXT), "annex.md": {1: "More."}}
    body = (
        ask("a", "paragraph: 1")
        + ask("b", "paragraph: 1, document: annex.md")
        + "- {front: c?, back: That}\n"
    )
    found = coverage([material((HEAD + body).encode(), "b.yaml", "b", texts.__getitem__)])
    assert [text.path for text in found.texts] == ["text.md", "annex.md"]
    assert stands(found, 1) == {1: ["b"]}
    assert [one.question for one in found.uncited] == ["c"]


def test_a_source_that_names_no_place_stands_nowhere() -> None:
    found = coverage([bank(ask("a", "document: text.md"), TEXT)])
    assert stands(found) == {1: [], 2: [], 3: []}
    assert found.uncited == ()
    assert coverage([bank(ask("a", "paragraph: 1"), TEXT, head=PLAIN)]).texts == ()
    assert [one.question for one in coverage([bank(ask("a", "paragraph: 1"), TEXT, head=PLAIN)]).uncited] == [
        "a"
    ]


def test_a_text_that_cannot_be_read_says_why() -> None:
    def read(document: str) -> dict[int, str]:
        raise CannotRead(document, "it is gone", "bring it back")

    found = coverage([material((HEAD + ask("a", "paragraph: 1")).encode(), "b.yaml", "b", read)])
    (text,) = found.texts
    assert (text.fault, text.paragraphs, text.bare) == ("it is gone; bring it back", (), ())


def test_what_has_faults_is_left_out() -> None:
    body = ask("a", "paragraph: 1").replace("{id", "{oops: 1, id") + ask("b", "paragraph: 2")
    assert stands(coverage([bank(body, TEXT)])) == {1: [], 2: ["b"], 3: []}
    assert coverage([bank("", head="no bank")]) == Coverage((), ())
    assert coverage([]) == Coverage((), ())


def test_the_values_for_json_keep_their_layout() -> None:
    body = (
        ask("a", "paragraph: 1, quote: is long")
        + ask("b", "paragraph: 1, quote: western end")
        + "- {id: c, front: c?, back: That}\n"
    )
    made = bank(body, "1. The lake is long.\n\n2. At its western end.\n\n3. The end.")
    where = {"bank": "b", "draft": False, "path": "b.yaml"}
    assert coverage_values(coverage([made])) == {
        "layout": 1,
        "texts": [
            {
                "text": "text.md",
                "banks": ["b"],
                "fault": None,
                "paragraphs": [
                    {
                        "paragraph": 1,
                        "text": "The lake is long.",
                        "questions": [{**where, "question": "a", "line": 5}],
                        "drafts": [],
                    },
                    {
                        "paragraph": 2,
                        "text": "At its western end.",
                        "questions": [{**where, "question": "b", "line": 6}],
                        "drafts": [],
                    },
                    {"paragraph": 3, "text": "The end.", "questions": [], "drafts": []},
                ],
                "bare": [3],
                "lost": [
                    {
                        **where,
                        "question": "b",
                        "line": 6,
                        "paragraph": 1,
                        "quote": "western end",
                        "found": "moved",
                        "now_in": [2],
                        "now_says": None,
                    }
                ],
            }
        ],
        "uncited": [{**where, "question": "c", "line": 7}],
    }


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["", "end", "lake", "river", "sea"])), max_size=8)
)
def test_every_question_is_counted_at_most_once(cited: list[tuple[int, str]]) -> None:
    body = "".join(
        ask(f"q{number}", f"paragraph: {paragraph}" + (f", quote: {quote}" if quote else ""))
        for number, (paragraph, quote) in enumerate(cited)
    )
    found = coverage([bank(body or "[]", TEXT, head=HEAD if body else HEAD.rstrip() + " ")])
    standing = [name for names in stands(found).values() for name in names]
    nowhere = [one.asking.question for one in found.texts[0].lost if not one.standing.paragraphs]
    assert sorted(standing + nowhere) == [f"q{number}" for number in range(len(cited))]
