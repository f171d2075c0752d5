"""Broken banks: one text where a list was meant."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "tags and answers as one text with commas",
        """\
quiz: 1
title: Lakes
questions:
  - id: geneva
    ask: Which city lies where the Rhone leaves its lake?
    answer: Geneva
    accept: Genf, Genève
    tags: geography, switzerland
""",
        found=(
            (7, 13, "one-text"),
            (8, 11, "one-text"),
        ),
        cures=(
            ("Genf, Genève", "[Genf, Genève]"),
            ("geography, switzerland", "[geography, switzerland]"),
        ),
    ),
)
