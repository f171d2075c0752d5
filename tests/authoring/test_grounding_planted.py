"""A bank of questions on one text, some of them with a mistake: each mistake is found, and nothing else."""

from __future__ import annotations

import pytest
from grounded import bank

from quiz.authoring.check import check
from quiz.authoring.rules.grounding import RULES

TEXT = """\
# The bridge at Lindau

1. The bridge at Lindau was begun in May 1862 and opened on 14 September 1867. Johann P\u00fcrfurst, an
engineer from Bregenz, drew the plans; Elisabeth Marmont paid for most of it.

2. It is 312 m long and rests on eleven piers. Some 90,000 (ninety thousand) blocks of granite were
laid, and 1,450 workers were paid by the day.

3. Seventeen men died at the work, twelve of them in the flood of 1864. The flood took away two of
the piers, which were built again within a year.

4. Johann P\u00fcrfurst believes that the first arch was laid too low, as he wrote to Marmont in 1865.
Marmont was of another mind.

5. According to the bishop Karl Ott, the toll would ruin the town. The toll was three pennies for a
person and 25 for a cart.

6. \u201cThe ice will never break these piers. They stand on rock,\u201d said Anna Sailer, who led the
masons. A third of the masons came from Friuli.

7. Karl Ott spoke at the opening. \u201cNo cart will pass here after ten winters.\u201d

8. In 1903 the roadway was made 4.5 m wider, and in 1949 the toll was given up. Two men from
Ravensburg, Emil Falk and Otto Renz, took down the gates on 3 March 1949.
"""

SOUND = (
    "claim: The bridge was opened in 1867.\nanswer: true\nsource: {paragraph: 1}",
    "claim: The bridge was opened in 1876.\nanswer: false\nsource: {paragraph: 1}",
    "claim: On September 14, 1867 the bridge was opened.\nanswer: true\nsource: {paragraph: 1}",
    "claim: Building the bridge took five years.\nanswer: true\nsource: {paragraph: 1}",
    "claim: Ninety thousand blocks were laid.\nanswer: true\nsource: {paragraph: 2}",
    "claim: Some 90,000 (ninety thousand) blocks of granite lie in it.\nanswer: true\nsource: {paragraph: 2}",
    "claim: It rests on 11 piers.\nanswer: true\nsource: {paragraph: 2}",
    "claim: The bridge, begun in 1862, is 312 m long.\nanswer: true\nsource: {paragraph: 2}",
    "claim: The bridge is about 1,024 feet long.\nanswer: true\nsource: {paragraph: 2}",
    "claim: Five men died otherwise than in the flood.\nanswer: true\nsource: {paragraph: 3}",
    "claim: Some 33% of the masons were from Friuli.\nanswer: true\nsource: {paragraph: 6}",
    "claim: Johann Purfurst drew the plan of a tunnel.\nanswer: false\nsource: {paragraph: 1}",
    "ask: How many blocks were laid?\nnumber: 90,000\nsource: {paragraph: 2}",
    "ask: How many blocks lie in it?\nanswer: 90,000 (ninety thousand)\nsource: {paragraph: 2}",
    (
        "ask: How many blocks are there?\nanswer: ninety thousand\naccept: ['90,000', 90 000]\n"
        "source: {paragraph: 2}"
    ),
    (
        'ask: In which year was it opened?\nanswer: 1867\naccept: [in 1867, eighteen sixty-seven, "\'67"]\n'
        "source: {paragraph: 1}"
    ),
    (
        "ask: When was it opened?\nanswer: 14 September 1867\naccept: [September 1867, 14/9/1867]\n"
        "source: {paragraph: 1}"
    ),
    "ask: How long is it?\nanswer: 312 m\naccept: [312, about 310 m, 1024 feet]\nsource: {paragraph: 2}",
    (
        "ask: Who drew the plans?\nanswer: Johann P\u00fcrfurst\naccept: [Johan P\u00fcrfurst]\n"
        "source: {paragraph: 1}"
    ),
    (
        "ask: Which years belong to what?\nmatch: {begun: '1862', flood: '1864', toll given up: '1949'}\n"
        "source: {paragraph: 1}"
    ),
    "ask: What came first?\norder: [begun in 1862, flood of 1864, wider in 1903]\nsource: {paragraph: 3}",
    (
        "ask: Which figures tell of the bridge?\nanswers: ['312 m', eleven piers]\nwrong: [twelve piers]\n"
        "source: {paragraph: 2}"
    ),
    (
        "ask: What did Johann P\u00fcrfurst think of the first arch?\nanswer: It was too low\n"
        "source: {paragraph: 4, quote: laid too low}"
    ),
    "ask: According to Ott, whom would the toll ruin?\nanswer: the town\nsource: {paragraph: 5}",
    "ask: What did a person pay as toll?\nanswer: three pennies\nsource: {paragraph: 5}",
    "ask: Whence did many of the masons come?\nanswer: Friuli\nsource: {paragraph: 6}",
)

PLANTED = (
    ("claim: The bridge was opened in 1876.\nanswer: true\nsource: {paragraph: 1}", "1:8 unsupported-answer"),
    (
        "claim: On 15 September 1867 the bridge was opened.\nanswer: true\nsource: {paragraph: 1}",
        "1:8 unsupported-answer",
    ),
    ("claim: It is 321 m long.\nanswer: true\nsource: {paragraph: 2}", "1:8 unsupported-answer"),
    ("claim: Some 80,000 blocks were laid.\nanswer: true\nsource: {paragraph: 2}", "1:8 unsupported-answer"),
    (
        "claim: The bridge rests on nine piers.\nanswer: true\nsource: {paragraph: 2}",
        "1:8 unsupported-answer",
    ),
    ("claim: The gates went in 1947.\nanswer: true\nsource: {paragraph: 8}", "1:8 unsupported-answer"),
    (
        "ask: Which years belong to what?\nmatch: {begun: '1862', flood: '1846'}\nsource: {paragraph: 1}",
        "2:31 unsupported-answer",
    ),
    (
        "ask: What belongs to which year?\nmatch:\n  '1862': begun\n  1846: flood\nsource: {paragraph: 1}",
        "4:3 unsupported-answer",
    ),
    (
        "ask: What came first?\norder: [begun in 1862, flood of 1846]\nsource: {paragraph: 3}",
        "2:24 unsupported-answer",
    ),
    (
        (
            "ask: Which figures tell of it?\nanswers:\n  - 312 m\n  - nine piers\nwrong: [six piers]\n"
            "source: {paragraph: 2}"
        ),
        "4:5 unsupported-answer",
    ),
    ("ask: Who drew the plans?\nanswer: Johan P\u00fcrfurst\nsource: {paragraph: 1}", "2:9 misspelt-name"),
    ("ask: Who drew the plans?\nanswer: Johann Purfurst\nsource: {paragraph: 1}", "2:9 misspelt-name"),
    (
        "ask: Who gave Elizabeth Marmont the plans?\nanswer: an engineer\nsource: {paragraph: 1}",
        "1:6 misspelt-name",
    ),
    (
        (
            "ask: Who took what?\nmatch: {gates: Otto Renz and Emil Falk, masons: Anna Sailler}\n"
            "source: {paragraph: 8}"
        ),
        "2:49 misspelt-name",
    ),
    ("claim: The engineer was from Bregens.\nanswer: true\nsource: {paragraph: 1}", "1:8 misspelt-name"),
    (
        "ask: How was the first arch laid?\nanswer: too low\nsource: {paragraph: 4, quote: laid too low}",
        "1:1 claim-as-fact",
    ),
    (
        (
            "ask: What would the toll ruin?\nanswer: the town\nsource: {paragraph: 5, quote: the toll would "
            "ruin the town}"
        ),
        "1:1 claim-as-fact",
    ),
    ("ask: What will the ice never break?\nanswer: these piers\nsource: {paragraph: 6}", "1:1 claim-as-fact"),
    (
        "ask: On what do the piers stand?\nanswer: rock\nsource: {paragraph: 6, quote: They stand on rock}",
        "1:1 claim-as-fact",
    ),
    (
        (
            "claim: No cart will pass here after ten winters.\nanswer: true\n"
            "source: {paragraph: 7, quote: No cart will pass here after ten winters}"
        ),
        "1:1 claim-as-fact",
    ),
    (
        (
            "ask: In which year was the toll given up?\nanswer: 1949\naccept: [nineteen forty-one]\n"
            "source: {paragraph: 8}"
        ),
        "3:10 left-over-accept",
    ),
    (
        "ask: How many workers were paid?\nanswer: 1,450\naccept: [1550]\nsource: {paragraph: 2}",
        "3:10 left-over-accept",
    ),
    (
        (
            "ask: When were the gates taken down?\nanswer: 3 March 1949\naccept: [5 March 1949]\n"
            "source: {paragraph: 8}"
        ),
        "3:10 left-over-accept",
    ),
    (
        "cloze: The toll was given up in {1949|nineteen hundred and three|1941}.\nsource: {paragraph: 8}",
        "1:8 left-over-accept",
    ),
)


def found(keys: str) -> list[str]:
    """Return what the rules of grounding find in one question, with places in its own lines and columns."""
    body = "- id: one\n" + "".join(f"  {line}\n" for line in keys.splitlines())
    made = bank(body, TEXT)
    assert made.problems == ()
    return [
        f"{max(one.location.line - 5, 1)}:{max(one.location.column - 2, 1)} {one.code}"
        for one in check([made], [rule for rule in RULES if rule.on])
    ]


@pytest.mark.parametrize("keys", SOUND)
def test_what_the_text_says_in_whatever_form_is_not_told(keys: str) -> None:
    assert found(keys) == []


@pytest.mark.parametrize(("keys", "told"), PLANTED)
def test_a_mistake_is_told_where_it_is(keys: str, told: str) -> None:
    assert found(keys) == [told]
