"""Texts of our own to draft from, with what web pages put around a text."""

from __future__ import annotations

RIVER = """\
Home > Nature > Rivers

The Danube, river of ten countries

By Staff Writer

Published: 3 May 2019

Share on Facebook
Share on Twitter

The Danube begins in the Black Forest in Germany and flows into the Black Sea after 2,850 kilometres.

It is the second longest river of Europe.

Photo: the river near Vienna / Getty Images

The river passes four capitals: Vienna, Bratislava, Budapest and Belgrade. About 81 million people
live in its basin.

See also  Ten lakes that you should have seen

In 1856, the Treaty of Paris set up a commission that made the river free for ships of all nations.
Its seat was the town of Galati in Romania.

“The Danube is the memory of Europe,” said Claudio Magris in Trieste.

According to the International Commission for the Protection of the Danube River, about 20 million
people drink water from the Danube.

Facebook Twitter WhatsApp Email

The Iron Gates dam was opened in 1972 by Romania and Yugoslavia. It is 60 metres high and made the
river rise by 35 metres.

The Danube, river of ten countries

The writer Patrick Leigh Fermor walked along the river in 1934 and wrote two books about his journey.

We use cookies to improve your visit. By continuing you accept our cookie policy.

The Danube delta, most of which lies in Romania, has been on the list of UNESCO since 1991.

#Danube #rivers #Europe

Related Posts

A winter on the Rhine
The bridges of Budapest

Next Post

Leave a Reply

Your email address will not be published. Required fields are marked *

I like this river very much. My uncle went there in 1988 with three friends.

© 2019 All rights reserved
"""
"""A report on a river; its ten paragraphs stand in the lines of ``RIVER_LINES``."""

MOON = """\
# How people came to the Moon

1. The first people on the Moon were Neil Armstrong and Edwin Aldrin, who landed there on 20 July 1969.
Michael Collins stayed in orbit.

2. NASA had begun the Apollo programme after President John F. Kennedy asked Congress for it in May 1961.
At its height the programme employed 400,000 people.

3. Katherine Johnson checked the orbits by hand at the Langley Research Center in Virginia. Margaret
Hamilton led the team that wrote the software of the computer on board.

4. The Soviet Union landed the probe Luna 9 on the Moon in February 1966. Sergei Korolev, who had led its
programme, had died in January 1966.

5. Twelve people walked on the Moon between 1969 and 1972. They brought back 382 kilograms of stones.

6. Aldrin said that the landing had been "magnificent desolation". Eugene Cernan, the last of them, warned
that it would take decades before people went there again.
"""
"""A clean text with its own numbers."""
