"""Broken banks: tabs, line ends and white space."""

from __future__ import annotations

from broken_banks import Broken

BANKS = (
    Broken(
        "tabs inside texts",
        """\
quiz: 1
title: Kings and queens
questions:
  - id: reign
    front: Elizabeth I\tof England
    back: 1558\t-\t1603
  - id: spouse
    ask: "How many wives did Henry VIII\t\thave?"
    number: 6
""",
        found=(
            (5, 23, "tab-in-text"),
            (6, 15, "tab-in-text"),
            (6, 17, "tab-in-text"),
            (8, 40, "tab-in-text"),
        ),
        cures=(
            ("Elizabeth I\tof", "Elizabeth I of"),
            ("1558\t-\t1603", "1558 - 1603"),
            ("VIII\t\thave", "VIII have"),
        ),
    ),
    Broken(
        "line ends of two systems in one file",
        """\
quiz: 1
title: Kinds of trees
questions:
  - id: spruce\r
    front: the tree with hanging cones\r
    back: the spruce
  - id: larch
    front: the conifer that sheds its needles
    back: the larch
""",
        found=(
            (4, 15, "mixed-line-ends"),
            (5, 39, "mixed-line-ends"),
        ),
        cures=(
            ("spruce\r", "spruce"),
            ("cones\r", "cones"),
        ),
    ),
    Broken(
        "one line of another system in a file from Windows",
        """\
quiz: 1\r
title: Kinds of trees\r
questions:\r
  - id: birch
    front: the tree with white bark\r
    back: the birch\r
""",
        found=((4, 14, "mixed-line-ends"),),
        cures=(("id: birch", "id: birch\r"),),
    ),
    Broken(
        "spaces at the ends of lines and no end of the last",
        """\
quiz: 1 \x20
title: Angles
questions:\x20
  - id: right-angle
    front: an angle of 90 degrees\t
    back: a right angle
 \x20
  - id: obtuse-angle
    front: an angle of more than 90 degrees
    back: an obtuse angle\
""",
        found=(
            (1, 8, "space-at-line-end"),
            (3, 11, "space-at-line-end"),
            (5, 34, "space-at-line-end"),
            (7, 1, "space-at-line-end"),
            (10, 26, "no-last-line-end"),
        ),
        cures=(
            ("quiz: 1  ", "quiz: 1"),
            ("questions: ", "questions:"),
            ("90 degrees\t", "90 degrees"),
            ("right angle\n  \n", "right angle\n\n"),
            ("an obtuse angle", "an obtuse angle\n"),
        ),
    ),
    Broken(
        "a byte order mark before the first line",
        """\
\ufeffquiz: 1
title: Kinds of trees
questions:
  - {id: yew, front: the conifer with red arils, back: the yew}
""",
        found=((1, 1, "byte-order-mark"),),
        cures=(("\ufeffquiz", "quiz"),),
    ),
)
