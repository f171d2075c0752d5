"""`quiz flags`: what was flagged, until it is mended."""

from __future__ import annotations

import json

import pytest
from door import House
from marked import say
from samples_of_kinds import bank

from quiz.review import Sign
from quiz.store import sitting_lock

LISTED = """\
questions/bank.yaml:5: bank/river
asks     Which river flows through Vienna?
flagged  Sun 1 Mar 18:30: It flows through Budapest, too.

questions/bank.yaml:12: bank/venue
asks     Which city lies on the lake?
flagged  Sun 1 Mar 18:30

2 cards flagged. Next: `quiz edit bank/river` opens it in your editor, then `quiz flags --done bank/river` \
takes the flag away.
"""
NOTHING = "Nothing is flagged. `f` flags the question in hand in a sitting; `?` shows all keys there.\n"


@pytest.fixture
def flagged(house: House) -> House:
    """A house in which two questions are flagged."""
    assert house.call("load").code == 0
    say(house, Sign.FLAGGED, "bank/venue")
    say(house, Sign.FLAGGED, "bank/river", "It flows through Budapest,\n too.")
    return house


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("flags", *arguments, **environ)
    assert (done.code, done.err) == (0, "")
    return done.out


def listed(house: House, *arguments: str) -> list[str]:
    return [one["card"] for one in json.loads(told(house, "--json", *arguments))["flags"]]


def test_what_was_flagged_is_listed_in_the_order_of_the_file(flagged: House) -> None:
    assert told(flagged, COLUMNS="78") == LISTED


def test_nothing_flagged_is_said(house: House) -> None:
    assert told(house) == NOTHING
    assert json.loads(told(house, "--json")) == {"layout": 1, "flags": []}


def test_a_flag_of_a_sitting_is_listed(house: House) -> None:
    house.bank(bank("text"))
    assert house.call("start", "--plain", stdin=":flag It flows elsewhere.\n:quit\n").code == 0
    out = told(house)
    assert out.splitlines()[:3] == [
        "questions/bank.yaml:5: bank/river",
        "asks     Which river flows through Vienna?",
        "flagged  Mon 2 Mar 12:00: It flows elsewhere.",
    ]


def test_the_list_in_json_keeps_its_layout(flagged: House) -> None:
    found = json.loads(told(flagged, "--json"))
    assert found["layout"] == 1
    first = found["flags"][0]
    assert first["flags"][0].pop("flagged_at").startswith("2026-03-01T18:30:0")
    assert first == {
        "card": "bank/river",
        "prompt": "Which river flows through Vienna?",
        "path": str(flagged.home / "questions/bank.yaml"),
        "line": 5,
        "gone": False,
        "flags": [{"note": "It flows through Budapest,\n too.", "study_day": "2026-03-01"}],
    }


def test_banks_and_tags_narrow_the_list(flagged: House) -> None:
    more = "quiz: 1\ntitle: T\nquestions:\n  - {id: q, ask: Q?, answer: A, tags: [water]}\n"
    flagged.bank(more, "questions/t.yaml")
    flagged.call("load")
    say(flagged, Sign.FLAGGED, "t/q")
    assert listed(flagged) == ["bank/river", "bank/venue", "t/q"]
    assert listed(flagged, "bank") == ["bank/river", "bank/venue"]
    assert listed(flagged, "water") == ["t/q"]
    assert listed(flagged, "bank", "--done", "all") == []
    assert listed(flagged) == ["t/q"]
    done = flagged.call("flags", "wather")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean water?" in done.err


# -- done ----------------------------------------------------------------------------------


def test_what_is_mended_goes_away(flagged: House) -> None:
    assert told(flagged, "--done", "venue") == "No longer flagged: bank/venue\n1 card still flagged.\n"
    assert listed(flagged) == ["bank/river"]
    assert told(flagged, "--done", "bank/river") == (
        "No longer flagged: bank/river\nNothing is flagged any more.\n"
    )
    assert told(flagged) == NOTHING
    assert flagged.query("SELECT count(*) FROM marks WHERE sign = 'unflagged'") == [(2,)]
    flagged.check()


def test_several_are_mended_at_once(flagged: House) -> None:
    assert told(flagged, "--done", "venue", "--done", "river", "--done", "bank/venue").splitlines() == [
        "No longer flagged: bank/venue",
        "No longer flagged: bank/river",
        "Nothing is flagged any more.",
    ]


def test_all_are_mended_at_once(flagged: House) -> None:
    assert told(flagged, "--done", "all").splitlines()[-1] == "Nothing is flagged any more."
    assert told(flagged, "--done", "all") == "Nothing is flagged any more.\n"


def test_all_flags_of_a_question_go_with_it(house: House) -> None:
    house.bank(bank("recall").replace("front:", "reverse: true\n    front:"))
    house.call("load")
    for key in ("bank/lapse", "bank/lapse#reverse", "bank/lapse"):
        say(house, Sign.FLAGGED, key, key)
    assert listed(house, "--done", "lapse#reverse") == ["bank/lapse"]
    say(house, Sign.FLAGGED, "bank/lapse#reverse")
    assert listed(house, "--done", "lapse") == []


@pytest.mark.parametrize("word", ["claim", "nothing", "bank", "", "rivers", "bank/river#2"])
def test_what_has_no_flag_cannot_be_mended(flagged: House, word: str) -> None:
    done = flagged.call("flags", "--done", "venue", "--done", word)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"quiz: {word!r} has no flag. Flagged: bank/river, bank/venue.\n"
    assert listed(flagged) == ["bank/river", "bank/venue"]


def test_where_nothing_is_flagged_nothing_is_mended(house: House) -> None:
    done = house.call("flags", "--done", "venue")
    assert (done.code, done.err) == (2, "quiz: 'venue' has no flag. Nothing is flagged there.\n")


def test_many_flags_are_not_all_told(house: House) -> None:
    for number in range(11):
        say(house, Sign.FLAGGED, f"b/{number:02}")
    assert house.call("flags", "--done", "x").err.endswith("b/06, b/07, and 3 more.\n")


def test_an_id_of_several_banks_has_to_be_told_apart(flagged: House) -> None:
    say(flagged, Sign.FLAGGED, "other/venue")
    done = flagged.call("flags", "--done", "venue")
    assert (done.code, done.out) == (2, "")
    assert "bank/venue, other/venue. Name one of these." in done.err
    assert listed(flagged, "--done", "other/venue") == ["bank/river", "bank/venue"]


# -- hostile -------------------------------------------------------------------------------


def test_a_flag_outlives_its_question_and_its_bank(flagged: House) -> None:
    flagged.bank(bank("text"))
    assert told(flagged).splitlines()[4:7] == [
        "gone from its bank: bank/venue",
        "asks     Which city lies on the lake?",
        "flagged  Sun 1 Mar 18:30",
    ]
    flagged.bank(bank("number"))
    last = told(flagged, COLUMNS="200").splitlines()[-1]
    assert last == "2 cards flagged. Next: `quiz flags --done bank/river` takes the flag away."
    (flagged.home / "questions/bank.yaml").rename(flagged.home / "questions/text.yaml")
    assert sorted(listed(flagged)) == ["bank/river", "bank/venue"]
    assert listed(flagged, "--done", "venue", "--done", "river") == []


def test_a_flag_on_what_was_never_there_is_listed_by_its_id(house: House) -> None:
    say(house, Sign.FLAGGED, "faraway/thing", "from another device")
    assert told(house).splitlines()[:2] == [
        "gone from its bank: faraway/thing",
        "flagged  Sun 1 Mar 18:30: from another device",
    ]
    (only,) = json.loads(told(house, "--json"))["flags"]
    assert (only["prompt"], only["path"], only["line"], only["gone"]) == (None, None, None, True)


@pytest.mark.parametrize(
    "note",
    [
        "\x1b]0;owned\x07\x1b[2J\x9b31m",
        "a\r\nb\tc\x00\x7f",
        "\u202eevil\u2066",
        "x" * 10_000,
        "🦆" * 5_000,
        "שלום",
    ],
)
def test_whatever_a_note_holds_the_terminal_is_safe(house: House, note: str) -> None:
    house.call("load")
    say(house, Sign.FLAGGED, "bank/venue", note)
    out = told(house, COLUMNS="40")
    assert all(letter.isprintable() or letter == "\n" for letter in out)
    assert len(out) < 1_000
    found = json.loads(told(house, "--json"))["flags"][0]["flags"][0]["note"]
    assert found == note


def test_a_hostile_name_is_shown_clean_and_ready_for_a_shell(house: House) -> None:
    house.bank(bank("text"), "questions/two words\x1b[31m.yaml")
    house.call("load")
    key = house.query("SELECT card FROM card_keys WHERE bank LIKE 'two%'")[0][0]
    say(house, Sign.FLAGGED, str(key))
    out = told(house, COLUMNS="300")
    assert "\x1b" not in out
    assert "`quiz edit 'two words" in out
    assert house.call("flags", "--done", "\x1b[2J").err.startswith("quiz: '\\x1b[2J' has no flag.")


def test_places_are_seen_from_where_one_stands(flagged: House) -> None:
    deep = flagged.home / "deep"
    deep.mkdir()
    there = House(deep).call("flags", "--banks", f"{flagged.home}/questions", QUIZ_DB=str(flagged.db))
    assert there.out.splitlines()[0] == f"{flagged.home}/questions/bank.yaml:5: bank/river"


def test_each_learner_has_flags_apart(flagged: House) -> None:
    assert told(flagged, "--learner", "Ada") == NOTHING
    say(flagged, Sign.FLAGGED, "bank/claim", learner="Ada")
    assert listed(flagged, "--learner", "Ada", "--done", "all") == []
    assert listed(flagged) == ["bank/river", "bank/venue"]


def test_no_bank_is_written_to(flagged: House) -> None:
    path = flagged.home / "questions/bank.yaml"
    before = path.read_bytes(), path.stat().st_mtime_ns
    told(flagged, "--done", "all")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_it_is_done_while_a_sitting_is_open(flagged: House) -> None:
    with sitting_lock(flagged.db):
        assert listed(flagged, "--done", "venue") == ["bank/river"]
