"""Questions of all kinds as entries, made by hypothesis, with texts that YAML finds hard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from quiz.bank.kinds import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.authoring.writing import Entry

HARD = (
    *("no", "Yes", "on", "010", "1:30", "1_000", "0x1f", "0o17", "1e3", ".5", ".inf", "~", "null", "y", "="),
    *("# x", "a # b", "a: b", "a:", ": b", "- a", "-", "? a", "@a", "`a", "%a", "*a", "&a", "!a", "|", ">"),
    *("{a}", "[a]", "a, b", "a]", "'a'", '"a"', "it's", 'say "x"', "back\\slash", '\\ and "', "---", "..."),
    *(
        "2021-12-17",
        "12-17",
        "90,000",
        "1.10",
        "5%",
        "<<",
        "=",
        "true",
        "Łódź",
        "日本",
        "a\tb",
        "a\nb",
        "a\n\nb",
    ),
    *("a\n  b\nc", "a\n# b", "a \nb", "\ufeffx", "z\u200dz", "a\xa0b", "a  b", "#", "a" * 120),
)
_letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029")
_words = st.lists(st.text("abc'\"#:-é,{", min_size=1, max_size=12), min_size=1, max_size=30).map(" ".join)
texts = (
    st.one_of(
        st.sampled_from(HARD),
        _words,
        st.text(_letters | st.sampled_from("\n\t :#-'\"{}[]"), min_size=1, max_size=40),
    )
    .map(str.strip)
    .filter(bool)
)
# The format takes no key that merges mappings elsewhere.
keys = texts.filter(lambda text: len(text) < 150 and text != "<<")
labels = st.sampled_from(("people", "no", "1", "a b", "x, y", "010", "ä"))
ids = st.sampled_from(("venue", "010", "no", "1.5", "a_b", "été", "2021-12-17"))


def _some(strategy: st.SearchStrategy[Any], least: int, most: int) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=least, max_size=most, unique_by=fold)


def _options(words: list[str], reasons: list[str]) -> list[Any]:
    """Return options, those for which there is a reason with it."""
    told = dict(zip(words, reasons, strict=False))
    return [{word: told[word]} if word in told else word for word in words]


def _offered(draw: Callable[..., Any], right: list[str], wrong: list[Any]) -> Entry:
    """Return the wrong options alone, or all options in an order of their own."""
    listed = draw(st.booleans())
    return {"options": draw(st.permutations([*right, *wrong]))} if listed else {"wrong": wrong}


@st.composite
def choices(draw: Callable[..., Any]) -> Entry:
    answer, *wrong = draw(_some(keys, 2, 5))
    offered = _offered(draw, [answer], _options(wrong, draw(st.lists(texts, max_size=3))))
    return {"ask": draw(texts), **offered, "answer": answer}


@st.composite
def severals(draw: Callable[..., Any]) -> Entry:
    options = draw(_some(keys, 2, 6))
    cut = draw(st.integers(1, len(options) - 1))
    wrong = _options(options[cut:], draw(st.lists(texts, max_size=2)))
    return {**_offered(draw, options[:cut], wrong), "answers": options[:cut], "ask": draw(texts)}


@st.composite
def matches(draw: Callable[..., Any]) -> Entry:
    sides = draw(_some(keys, 4, 8))
    half = len(sides) // 2
    return {"ask": draw(texts), "match": dict(zip(sides[:half], sides[half:], strict=False))}


KINDS: dict[str, st.SearchStrategy[Entry]] = {
    "text": st.fixed_dictionaries(
        {"ask": texts, "answer": texts},
        optional={"accept": _some(texts, 1, 3), "reverse": st.booleans(), "exact": st.booleans()},
    ),
    "choice": choices(),
    "true-false": st.fixed_dictionaries({"answer": st.booleans(), "claim": texts}),
    "number": st.fixed_dictionaries(
        {"ask": texts, "number": st.sampled_from(("9", "90,000", "-1.5", "010", "0.10"))},
        optional={"tolerance": st.sampled_from(("5", "5%", "0.5", "1 figure")), "unit": labels},
    )
    | st.fixed_dictionaries(
        {"ask": texts, "number": st.sampled_from(("85..95", "-5 .. 5", ".5..90,000", "010..011"))},
        optional={"unit": labels},
    ),
    "date": st.fixed_dictionaries({"date": st.sampled_from(("1949", "1949-04", "1949-04-04")), "ask": texts}),
    "several": severals(),
    "cloze": st.fixed_dictionaries(
        {
            "cloze": st.sampled_from(
                ("In {1949::a year}.", "{a|b}: {c}", "# {no}", "It's {x}\n\nin \\{\\} {y}")
            )
        },
        optional={"exact": st.booleans()},
    ),
    "order": st.fixed_dictionaries({"ask": texts, "order": _some(texts, 2, 5)}),
    "match": matches(),
    "recall": st.fixed_dictionaries({"back": texts, "front": texts}, optional={"reverse": st.booleans()}),
}
_common = st.fixed_dictionaries(
    {},
    optional={
        "id": ids,
        "why": texts,
        "hint": texts,
        "tags": st.lists(labels, min_size=1, max_size=4, unique=True),
        "group": labels,
        "shuffle": st.booleans(),
        "draft": st.booleans(),
        "source": st.fixed_dictionaries(
            {"quote": texts, "paragraph": st.sampled_from(("1", "12"))},
            optional={"document": st.sampled_from(("annex.md", "a b/c: d.md"))},
        ),
    },
)
entries = st.one_of(
    [st.tuples(kind, _common).map(lambda pair: {**pair[1], **pair[0]}) for kind in KINDS.values()]
)
