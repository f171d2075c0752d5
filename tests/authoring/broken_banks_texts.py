"""The texts behind the broken banks that cite one; it is always ``text.md``."""

from __future__ import annotations

SEA = """\
1. The Dead Sea lies between Jordan and Israel, about 430 metres below the level of the oceans.

2. Its water is nearly ten times as salty as that of the oceans, so nothing but microbes lives in it.

3. The river Jordan feeds it. Since 1964 much of the river's water has been led away, and the lake
has lost a third of its surface.
"""

TALKS = """\
# What the two sides said

Russia made two drafts public on 17 December 2021. They set out the security guarantees that it
asks of NATO.

Sergei Ryabkov, the deputy foreign minister, said that the talks could begin the next day in Geneva.

Jen Psaki answered for the White House. The United States, she said, will not negotiate about
Europe without its allies.

Ukraine says that as many as 90,000 troops stand near its border.
"""
