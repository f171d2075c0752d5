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

BRIDGE = """\
1. The bridge was begun in 1862 and opened on 14 September 1867. Johann P\u00fcrfurst, an engineer from
Bregenz, drew the plans; Elisabeth Marmont paid for most of it.

2. It is 312 m long and rests on eleven piers. Some 90,000 (ninety thousand) blocks were laid.

3. In 1903 the bridge was made wider, and in 1949 the toll was given up.

4. Johann P\u00fcrfurst believes that the first arch was laid too low. According to the bishop Karl Ott,
the toll would ruin the town.

5. \u201cThe ice will never break these piers. They stand on rock,\u201d said Anna Sailer.

6. Karl Ott spoke at the opening. \u201cNo cart will pass here after ten winters.\u201d
"""
