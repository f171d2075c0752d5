"""Broken banks: pairs whose right side a comma cuts."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "numbers with commas in pairs",
        """\
quiz: 1
title: Towns
questions:
  - id: people
    ask: How many people live in which village?
    match: {Bosco: 1,000, Corippo: 12}
  - id: heads
    ask: How many cows stand in which village?
    match: {Bosco: 1,000, Corippo: 2,000}
  - id: chestnuts
    ask: How many chestnut trees grow in which village?
    match: {Bosco: 1,200, Corippo: 1,500, Gordola: 12}
  - id: steps
    ask: How many steps lead up to which chapel?
    match: {Bosco: 1,300}
""",
        found=(
            (6, 20, "wrong-shape"),
            (9, 20, "wrong-shape"),
            (12, 20, "wrong-shape"),
            (12, 36, "wrong-shape"),
            (15, 12, "too-few"),
            (15, 20, "wrong-shape"),
        ),
        cures=(
            ("1,000, Corippo: 12", '"1,000", Corippo: 12'),
            ("1,000, Corippo: 2,000", '"1,000", Corippo: "2,000"'),
            ("1,200, Corippo: 1,500", '"1,200", Corippo: "1,500"'),
            ("1,300}", '"1,300", Corippo: "400"}'),
        ),
    ),
)
