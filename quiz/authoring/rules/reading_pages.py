"""The pages of the reader's own codes: what each means, a bank that has the fault, one that has not."""

from __future__ import annotations

from typing import NamedTuple

from quiz.authoring.rule import Example, Family, questions
from quiz.bank import Code

_CITY = "- id: city\n  ask: Which city hosts the talks?\n  answer: Geneva\n"
_RIVERS = "- id: rivers\n  ask: Which river flows through which city?\n"


class Page(NamedTuple):
    """What a code means, with a bank that has it and one that has not."""

    about: str
    bad: Example
    good: Example
    family: Family = Family.SHAPE


def _bank(text: str) -> Example:
    return Example(text)


_GOOD = questions(_CITY)

PAGES: dict[Code, Page] = {
    Code.UNREADABLE: Page(
        "The file cannot be read at all: it may not be opened, is larger than 64 MB, or is saved as UTF-16, "
        "as this example is. Banks are UTF-8.",
        _bank("".join(f"{letter}\0" for letter in _GOOD.bank)),
        _GOOD,
    ),
    Code.NO_BANK: Page(
        "A YAML file without `quiz: 1` is taken for something else and none of it is used.",
        _bank("title: The talks\nquestions:\n" + _CITY),
        _GOOD,
    ),
    Code.BROKEN_YAML: Page(
        "From this place on the file is no YAML; what stands above is read, the rest is not. Most often a "
        "text holds a colon and a space and needs quotes.",
        questions("- id: city\n  ask: Geneva: which country is it in?\n  answer: Switzerland\n"),
        questions('- id: city\n  ask: "Geneva: which country is it in?"\n  answer: Switzerland\n'),
    ),
    Code.REFUSED_CHARACTER: Page(
        "A control character, or a byte that is no UTF-8, stands in the file. YAML takes none of them.",
        questions(_CITY.replace("Geneva", "Gen\x07eva")),
        _GOOD,
    ),
    Code.YAML_FEATURE: Page(
        "Anchors, aliases, tags, merge keys and second documents are YAML that banks do not use: each would "
        "make one place of the file depend on another.",
        questions(_CITY.replace("Geneva", "!!str Geneva")),
        _GOOD,
    ),
    Code.TOO_MUCH: Page(
        "Something is longer, deeper or more than a bank may hold. The limits are far beyond what a person "
        "writes by hand, so that no file can stop the program.",
        questions(f"{_CITY}  {'k' * 201}: text\n"),
        _GOOD,
    ),
    Code.UNKNOWN_KEY: Page(
        "No key has this name. It is mostly a slip of the fingers; nothing is passed over in silence, for "
        "a hint under a misspelt key would never be shown.",
        questions(_CITY.replace("answer", "anwser")),
        _GOOD,
    ),
    Code.MISPLACED_KEY: Page(
        "The key exists, but belongs to another place or to another kind of question.",
        questions(f"{_CITY}  tolerance: 5%\n"),
        questions("- id: miles\n  ask: How many miles is it?\n  number: 250\n  tolerance: 5%\n"),
    ),
    Code.DUPLICATE_KEY: Page(
        "A key stands twice in one place. Most YAML readers keep the last one silently.",
        questions(f"{_CITY}  answer: Vienna\n"),
        _GOOD,
    ),
    Code.MISSING_KEY: Page(
        "The kind of the question, or the bank, needs a key that is not there.",
        questions("- id: city\n  answer: Geneva\n"),
        _GOOD,
    ),
    Code.EMPTY: Page(
        "A key has no value, or a list no entry. A key that is not needed is better left out.",
        questions(f"{_CITY}  hint:\n"),
        questions(f"{_CITY}  hint: It lies on a lake.\n"),
    ),
    Code.SHAPE: Page(
        "A list stands where one text is wanted, or the other way round.",
        questions(_CITY.replace("Geneva", "[Geneva, Genf]")),
        questions(f"{_CITY}  accept: [Genf]\n"),
    ),
    Code.VALUE: Page(
        "The value is no number, date, truth value, path or language code, though its key wants one, or a "
        "range runs downwards.",
        questions("- id: signing\n  ask: When was the treaty signed?\n  date: 4 April 1949\n"),
        questions("- id: signing\n  ask: When was the treaty signed?\n  date: 1949-04-04\n"),
    ),
    Code.UNKNOWN_KIND: Page(
        "No kind of question has this name. The keys show the kind anyway, so `kind` may be left out.",
        questions(f"{_CITY}  kind: txet\n"),
        questions(f"{_CITY}  kind: text\n"),
    ),
    Code.NO_ANSWER: Page(
        "The question holds no key that could be its answer, or its answer is not among its options, so "
        "there is nothing to be right.",
        questions("- id: city\n  ask: Which city hosts the talks?\n  hint: It lies on a lake.\n"),
        questions(f"{_CITY}  hint: It lies on a lake.\n"),
        Family.ANSWER,
    ),
    Code.TEXT_OR_BOOLEAN: Page(
        "The answer `yes`, `no`, `true` or `false` may be meant as a text that is typed or as the truth of "
        "a claim; the two are asked differently.",
        questions("- id: lake\n  ask: Does Geneva lie on a lake?\n  answer: yes\n"),
        questions("- id: lake\n  claim: Geneva lies on a lake.\n  answer: true\n"),
        Family.ANSWER,
    ),
    Code.BAD_ID: Page(
        "An id is made of letters, digits, `-`, `_` and `.`, at most 80 of them. Spaces, `/` and `#` would "
        "be taken for something else in the names of cards, such as `talks/city#1`.",
        questions(_CITY.replace("id: city", "id: host city")),
        _GOOD,
    ),
    Code.DUPLICATE_ID: Page(
        "Two questions of a bank have one id. Their histories would run together, so the second is not "
        "asked.",
        questions(_CITY + "- id: city\n  ask: Which city hosted them before?\n  answer: Vienna\n"),
        questions(_CITY + "- id: earlier-city\n  ask: Which city hosted them before?\n  answer: Vienna\n"),
    ),
    Code.SAME_QUESTION: Page(
        "Two questions without ids have the same prompt and the same answer; they cannot be told apart.",
        questions(2 * "- ask: Which city hosts the talks?\n  answer: Geneva\n"),
        questions(
            _CITY
            + "- id: city-of-the-second-round\n  ask: Which city hosts the second round?\n  answer: Oslo\n"
        ),
    ),
    Code.SAME_OPTION: Page(
        "An option stands twice, or the right one among the wrong ones: the learner cannot pick fairly.",
        questions(f"{_CITY}  wrong: [Vienna, Geneva]\n"),
        questions(f"{_CITY}  wrong: [Vienna, Oslo]\n"),
        Family.ANSWER,
    ),
    Code.TOO_FEW: Page(
        "One entry cannot be put in order, one pair cannot be matched, and where no option is wrong there is "
        "nothing to choose.",
        questions(_RIVERS + "  match:\n    Geneva: Rhone\n"),
        questions(_RIVERS + "  match:\n    Geneva: Rhone\n    Basel: Rhine\n"),
        Family.ANSWER,
    ),
    Code.BAD_CLOZE: Page(
        "The holes of the sentence cannot be told: a brace has no partner, a hole is empty, or there is "
        "none.",
        questions("- id: venue\n  cloze: They met in Geneva.\n"),
        questions('- id: venue\n  cloze: "They met in {Geneva}."\n'),
        Family.ANSWER,
    ),
}
