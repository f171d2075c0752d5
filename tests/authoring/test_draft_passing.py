from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from draft_texts import MOON, RIVER

from quiz.authoring.check import check
from quiz.authoring.draft import faults, passing
from quiz.authoring.draft.candidate import Passage
from quiz.authoring.draft.citing import cited_for, read_text
from quiz.authoring.draft.entries import entries_of, entry_of_written
from quiz.authoring.draft.passing import Ground, objections, passed, without_objections
from quiz.authoring.draft.proposing import Draft, draft, first_entry, within
from quiz.authoring.draft.ranking import candidates
from quiz.authoring.draft.sifting import sift
from quiz.authoring.draft.storing import Decided, changed, dropped_edit, kept_edit, listed, store, waiting
from quiz.authoring.finding import Found
from quiz.authoring.layout import FaultyEntry
from quiz.authoring.material import Material, material
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.saving import CannotWrite, ChangedMeanwhile
from quiz.authoring.selecting import EVERY, chosen
from quiz.bank import CannotRead, quote_stands, read_document
from quiz.bank.schema import SCHEMA_FILE
from quiz.question import Kind

if TYPE_CHECKING:
    from quiz.authoring.draft.candidate import Candidate
    from quiz.authoring.rule import Find


def made(tmp_path: Path, text: str = RIVER, name: str = "page.txt", most: int = 3) -> Draft:
    """Draft from a text that lies in a folder, into a bank that may lie there."""
    place = tmp_path / name
    place.write_text(text, encoding="utf-8")
    return draft(place, tmp_path / "bank.yaml", most)


def written(one: Draft) -> Material:
    """Write all that is proposed, and read the bank back."""
    store(one.target, Decided(tuple(passing.entries_for(one.proposals, one.target.ground))))
    return material(one.target.path.read_bytes(), str(one.target.path), "bank")


@pytest.mark.parametrize(("text", "name"), [(RIVER, "page.txt"), (MOON, "moon.md")])
def test_what_is_proposed_passes_the_checks_and_cites_its_paragraph(
    tmp_path: Path, text: str, name: str
) -> None:
    bank = written(made(tmp_path, text, name))
    assert bank.problems == ()
    assert check([bank], chosen(EVERY)) == []
    assert len(bank.written) >= 6
    for one in bank.written:
        assert one.question.draft
        assert one.question.source is not None
        assert one.question.source.quote is not None
        assert quote_stands(one.question.source.quote, bank.paragraph_of(one) or "")


def report() -> tuple[str, int]:
    """Return the report that this is measured with, our own where it is not there, and what is asked of it.

    That is the fewest paragraphs which get a question.
    """
    files = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
    return (files[0].read_text(encoding="utf-8"), 12) if files else (RIVER, 7)


def test_a_report_from_the_web_gives_questions_on_its_paragraphs_and_none_on_its_noise(
    tmp_path: Path,
) -> None:
    text, fewest = report()
    lines = re.findall(
        r"^(?:See also|#\w|Related Posts|Next Post|Leave a Reply|Your email).*$", text, re.MULTILINE
    )
    rest = "\n".join(line for line in text.splitlines() if line not in lines)
    noise = {
        word for line in lines for word in re.findall(r"\w{4,}", line) if word.lower() not in rest.lower()
    }
    bank = written(made(tmp_path, text))
    asked = {one.question.source.paragraph for one in bank.written if one.question.source}
    assert len(asked) >= fewest
    assert check([bank], chosen(EVERY)) == []
    assert len(noise) >= 8
    assert not [word for word in noise if re.search(rf"\b{word}\b", bank.text)]


def test_a_new_bank_cites_a_clean_copy_and_a_clean_text_is_cited_itself(tmp_path: Path) -> None:
    page = made(tmp_path)
    assert page.target.cited is not None
    assert page.target.cited.path == tmp_path / "page.md"
    assert page.left_out
    assert not (tmp_path / "bank.yaml").exists()
    written(page)
    assert read_document(tmp_path / "page.md") == page.target.ground.paragraphs
    moon = tmp_path / "texts/moon.md"
    moon.parent.mkdir()
    moon.write_text(MOON, encoding="utf-8")
    clean = draft(moon, tmp_path / "moon.yaml", 3)
    assert clean.target.cited is not None
    assert (clean.target.cited.path, clean.target.cited.content) == (moon, None)
    assert "source: texts/moon.md" in clean.target.ground.text
    assert check([written(clean)], chosen(EVERY)) == []


def test_a_new_bank_begins_with_the_lines_for_editors_and_the_schema_is_written_with_it(
    tmp_path: Path,
) -> None:
    page = made(tmp_path)
    assert page.target.ground.text.startswith("# yaml-language-server: $schema=./.quiz-schema.json\n# $sch")
    assert not (tmp_path / SCHEMA_FILE).exists()
    written(page)
    assert (tmp_path / SCHEMA_FILE).exists()
    deep = draft(tmp_path / "page.txt", tmp_path / "a/b.yaml", 3, tmp_path)
    assert deep.target.ground.text.startswith("# yaml-language-server: $schema=../.quiz-schema.json\n")


def test_a_bank_without_a_headline_is_called_after_itself(tmp_path: Path) -> None:
    one = made(tmp_path, "The old treaty was signed in Geneva by the ministers. It holds.\n", "talks.txt")
    assert "title: Bank\n" in one.target.ground.text


def test_the_first_draft_is_on_the_first_paragraph_that_gives_one(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"It is old.\n\nThey came.\n\n{MOON[40:]}", encoding="utf-8")
    text = read_text(tmp_path / "page.txt")
    cited = cited_for(text, tmp_path / "bank.yaml")
    entry = first_entry(text, cited.paragraphs)
    assert entry is not None
    assert isinstance(entry["source"], dict)
    assert quote_stands(str(entry["source"]["quote"]), cited.paragraphs[3])
    assert entry["draft"] is True


@pytest.mark.parametrize(
    "text",
    ["It is old.\n", "Die Donau fließt 1856 nach Wien.\n", "Die Donau fließt durch Wien und Budapest. " * 20],
)
def test_a_text_that_gives_no_question_gives_no_first_draft(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    one = read_text(tmp_path / "page.txt")
    assert first_entry(one, cited_for(one, tmp_path / "bank.yaml").paragraphs) is None


@pytest.mark.parametrize("most", [1, 3])
def test_drafting_twice_adds_nothing(tmp_path: Path, most: int) -> None:
    first = made(tmp_path, most=most)
    written(first)
    again = made(tmp_path, most=most)
    assert again.proposals == ()
    assert len(again.asked) == len(first.proposals)
    clean = draft(tmp_path / "page.md", tmp_path / "bank.yaml", most)
    assert (clean.proposals, clean.asked) == ((), again.asked)


def test_what_an_author_has_reworded_a_little_is_not_proposed_again(tmp_path: Path) -> None:
    bank = written(made(tmp_path))
    claim = next(one for one in bank.written if one.question.kind is Kind.TRUE_FALSE)
    text = bank.text.replace(claim.question.ask[:25], f"In truth {claim.question.ask[:25]}", 1)
    (tmp_path / "bank.yaml").write_text(text, encoding="utf-8")
    assert made(tmp_path).proposals == ()


def test_questions_of_one_sentence_are_of_one_group(tmp_path: Path) -> None:
    entries = passing.entries_for((one := made(tmp_path)).proposals, one.target.ground)
    quotes = [proposal.quote for proposal in one.proposals]
    for entry, quote in zip(entries, quotes, strict=True):
        assert ("group" in entry) is (quotes.count(quote) > 1)
    assert any("group" in entry for entry in entries)


def test_a_bank_of_the_same_paragraphs_with_noise_between_them_can_be_added_to(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(
        "quiz: 1\ntitle: T\nsource: page.txt\nquestions: []\n", encoding="utf-8"
    )
    one = made(tmp_path)
    cited = read_document(tmp_path / "page.txt")
    assert one.proposals
    assert all(quote_stands(each.quote, cited[each.paragraph]) for each in one.proposals)
    (tmp_path / "page.txt").rename(tmp_path / "other.txt")
    (tmp_path / "bank.yaml").write_text(
        "quiz: 1\ntitle: T\nsource: other.txt\nquestions: []\n", encoding="utf-8"
    )
    assert made(tmp_path).proposals == one.proposals


BANK = "quiz: 1\ntitle: T\n{}questions: []\n"


@pytest.mark.parametrize(
    ("bank", "text", "fault", "told"),
    [
        (BANK.format(""), RIVER, faults.SourceMissing, "source: page.txt"),
        (BANK.format("source: other.txt\n"), RIVER, faults.OtherSource, "other.txt"),
        (BANK.format("source: gone.txt\n"), RIVER, faults.SourceUnreadable, "`source: gone.txt`"),
        (BANK.format("source: page.txt\nlanguage: de\n"), RIVER, faults.OtherLanguage, "English"),
        ("quiz: 7\n", RIVER, faults.FaultyBank, "version"),
        (None, "Die Donau fließt durch Wien und Budapest. " * 20, faults.OtherLanguage, "English"),
        (None, "<!DOCTYPE html><p>A page.", faults.NoPlainText, "web page"),
        (None, "Words\0 and words.", faults.Unreadable, "NUL"),
        (None, "\n---\n", faults.NothingToDraft, "paragraph"),
    ],
)
def test_what_cannot_be_drafted_is_told_with_its_cure(
    tmp_path: Path, bank: str | None, text: str, fault: type[Exception], told: str
) -> None:
    (tmp_path / "other.txt").write_text("Something else.\n\nAnd more.\n", encoding="utf-8")
    if bank is not None:
        (tmp_path / "bank.yaml").write_text(bank, encoding="utf-8")
    with pytest.raises(fault, match=told):
        made(tmp_path, text)
    assert bank is None or (tmp_path / "bank.yaml").read_text(encoding="utf-8") == bank


def test_a_text_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"caf\xe9 in Vienna")
    with pytest.raises(CannotRead, match="UTF-8"):
        draft(tmp_path / "page.txt", tmp_path / "bank.yaml", 3)


def test_a_text_that_is_there_already_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("Mine.\n", encoding="utf-8")
    with pytest.raises(faults.TextThere, match="is there already"):
        made(tmp_path)
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "Mine.\n"


def test_only_so_much_of_a_text_is_read() -> None:
    part = "The old treaty was signed in Geneva by 20 ministers.\n\n"
    passages = passing_places(part * 3)
    assert within(passages) == passages
    with mock.patch("quiz.authoring.draft.proposing.MOST_READ", 60):
        assert within(passages) == passages[:1]
    with mock.patch("quiz.authoring.draft.proposing.LONGEST", 20):
        assert within(passages) == []


def passing_places(text: str) -> list[Passage]:
    numbered = "\n\n".join(f"{line} No {n}." for n, line in enumerate(filter(None, text.split("\n\n"))))
    return [Passage(n, part.text) for n, part in enumerate(sift(numbered).paragraphs(), 1)]


def test_a_bank_that_cannot_be_written_leaves_no_text_behind(tmp_path: Path) -> None:
    one = made(tmp_path)
    entries = tuple(passing.entries_for(one.proposals, one.target.ground))
    (tmp_path / "bank.yaml").write_text("quiz: 1\n", encoding="utf-8")
    with pytest.raises(Exception, match="is there already"):
        store(one.target, Decided(entries))
    assert not (tmp_path / "page.md").exists()
    assert (tmp_path / "bank.yaml").read_text(encoding="utf-8") == "quiz: 1\n"


def test_a_bank_that_was_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(BANK.format("source: page.txt\n"), encoding="utf-8")
    one = made(tmp_path)
    (tmp_path / "bank.yaml").write_text("quiz: 1\n", encoding="utf-8")
    with pytest.raises((ChangedMeanwhile, CannotWrite)):
        store(one.target, Decided(tuple(passing.entries_for(one.proposals, one.target.ground))))
    assert (tmp_path / "bank.yaml").read_text(encoding="utf-8") == "quiz: 1\n"


def test_nothing_decided_writes_nothing(tmp_path: Path) -> None:
    store(made(tmp_path).target, Decided())
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


def rule(find: Find) -> Rule:
    example = questions("  - {front: a, back: b}\n")
    return Rule(code="test", family=Family.SHAPE, about="A test.", bad=example, good=example, find=find)


GROUND = Ground("bank.yaml", "quiz: 1\ntitle: T\nsource: text.md\nquestions: []\n", {})


def ground_of(text: str) -> tuple[list[Candidate], Ground]:
    parts = sift(text).paragraphs()
    passages = [Passage(number, part.text) for number, part in enumerate(parts, 1)]
    return candidates(passages), GROUND._replace(paragraphs={one.number: one.text for one in passages})


def test_what_a_rule_objects_to_gives_way_to_the_next_of_its_paragraph() -> None:
    found, ground = ground_of(MOON)
    first = passed(found, 1, ground)
    refused = {one.prompt for one in first}
    no = rule(
        each_question(
            lambda one, _: iter([Found(one.at(), "no", "no")] if one.question.ask in refused else [])
        )
    )
    with mock.patch.object(passing, "_rules", return_value=(no,)):
        second = passed(found, 1, ground)
    assert len({one.paragraph for one in second}) >= 4
    assert not refused & {one.prompt for one in second}


def test_a_finding_about_the_bank_as_a_whole_keeps_out_no_more_than_it_must() -> None:
    found, ground = ground_of(MOON)
    given = passed(found, 2, ground)
    bad = given[3].prompt

    def whole(banks: object) -> list[Found]:
        (bank,) = banks  # type: ignore[misc]
        told = any(one.question.ask == bad for one in bank.written)
        return [Found(bank.keys["title"], "a bad bank", "mend it")] if told else []

    with mock.patch.object(passing, "_rules", return_value=(rule(whole),)):
        assert without_objections(given, ground) == [one for one in given if one.prompt != bad]


def test_a_quotation_that_does_not_stand_in_its_paragraph_is_never_proposed() -> None:
    found, ground = ground_of(MOON)
    assert passed(found, 3, ground._replace(paragraphs=dict.fromkeys(ground.paragraphs, "Else."))) == []


def test_what_the_format_does_not_take_is_left_out() -> None:
    found, ground = ground_of(MOON)
    torn = found[0]._replace(kind=Kind.CLOZE, keys=(("cloze", "No hole at all."),))
    given = passed(found, 1, ground)
    assert without_objections([torn, *given], ground) == given


def test_names_tell_paragraph_and_answer_and_are_new() -> None:
    found, ground = ground_of(MOON)
    (one, *_) = passed(found, 1, ground)
    name = str(entries_of([one], ())[0]["id"])
    assert name.startswith("p1-")
    assert [entry["id"] for entry in entries_of([one, one], {name})] == [f"{name}-2", f"{name}-3"]


def test_objections_to_a_question_are_told_with_their_cures() -> None:
    ground = GROUND._replace(paragraphs={1: "The treaty was signed in Geneva."})
    entry = {
        "id": "x",
        "ask": "Where was the treaty of the envoys signed?",
        "answer": "Oslo",
        "source": {"paragraph": "1", "quote": "signed in Rome"},
    }
    assert "quote-differs" in {one.code for one in objections(entry, ground)}
    with pytest.raises(FaultyEntry):
        objections({"id": "x", "ask": "Where?"}, ground)


REVIEWED = """\
quiz: 1
title: T  # ours
source: text.md
questions:
  # about the first
  - id: one
    ask: Who came?
    answer: Ada
    draft: true
    source: {paragraph: 1}

  # about the second
  - id: two
    claim: They left.
    answer: true
    source: {paragraph: 2}
    draft: true


  - {id: three, front: a, back: b, draft: true, source: {paragraph: 3}}
  - id: four
    front: a
    back: b
    draft: true
  - id: five
    front: c
    back: d
    source: {paragraph: 3}
"""


def test_drafts_of_a_bank_can_be_kept_and_dropped_without_touching_the_rest() -> None:
    ground = GROUND._replace(text=REVIEWED)
    one, two = waiting(ground)
    assert [entry.question.id for entry in (one, two)] == ["one", "two"]
    kept = changed(REVIEWED, Decided(edits=(kept_edit(one, REVIEWED), kept_edit(two, REVIEWED))))
    assert kept == REVIEWED.replace("    answer: Ada\n    draft: true\n", "    answer: Ada\n").replace(
        "    source: {paragraph: 2}\n    draft: true\n", "    source: {paragraph: 2}\n"
    )
    dropped = changed(REVIEWED, Decided(edits=(dropped_edit(one, REVIEWED), kept_edit(two, REVIEWED))))
    assert "id: one" not in dropped
    assert "  # about the first\n  # about the second\n  - id: two\n" in dropped
    assert "title: T  # ours\n" in dropped


def test_a_bank_whose_only_draft_is_dropped_can_still_be_read() -> None:
    head = "quiz: 1\ntitle: T\nsource: text.md\nquestions:\n"
    text = f"{head}  - front: a\n    back: b\n    source: {{paragraph: 1}}\n    draft: true\n"
    (one,) = waiting(GROUND._replace(text=text))
    left = changed(text, Decided(edits=(dropped_edit(one, text),)))
    bank = material(left.encode(), "bank.yaml", "bank")
    assert bank.problems == ()
    assert bank.written == ()


@pytest.mark.parametrize("feed", ["\n", "\r\n"])
def test_a_file_without_a_last_line_feed_can_be_reviewed(feed: str) -> None:
    lines = (
        *REVIEWED.split("\n")[:5],
        "  - front: a",
        "    back: b",
        "    source: {paragraph: 1}",
        "    draft: true",
    )
    text = "\ufeff" + feed.join(lines)
    (one,) = waiting(GROUND._replace(text=text))
    assert changed(text, Decided(edits=(kept_edit(one, text),))) == text.removesuffix("    draft: true")
    assert "front" not in changed(text, Decided(edits=(dropped_edit(one, text),)))


def test_a_draft_is_read_back_as_it_was_written() -> None:
    found, ground = ground_of(RIVER)
    given = passed(found, 3, ground)
    entries = passing.entries_for(given, ground)
    bank = material(f"quiz: 1\ntitle: T\nquestions:\n{listed(entries)}".encode(), "b.yaml", "b")
    read = [entry_of_written(one) for one in bank.written]
    assert [one["id"] for one in read] == [one["id"] for one in entries]
    assert [one["source"] for one in read] == [one["source"] for one in entries]
