"""Questions proposed from a text, with tables and patterns alone.

- ``noise``: which lines of a page are no part of its text. ``blocks``: lines to blocks.
  ``sifting``: a text to paragraphs, headings and what is left out. ``cleaned``: that as a text
  with numbered paragraphs. ``citing``: the text that a new bank cites, and where it lies.
- ``sentences``: paragraphs to sentences. ``mentions``: what they name (``mention``), be it names
  (``names``), numbers or dates (``figures``). ``words`` and ``gazetteer``: tables.
- ``speakers``: who `he` is. ``hanging``: which sentences stand on their own. ``telling``: what gives
  an answer away, and what can stand in for it. ``fitting``: what can be asked for. ``holes``,
  ``claims``, ``asking``, ``speech``: sentences to a ``candidate``.
- ``ranking``: the best of a paragraph. ``passing``: those that the rules let pass. ``entries``,
  ``storing``: candidates as they are written. ``proposing``: all of it in turn. ``faults``.
- ``changing``: a draft as a text for an editor. ``dropped``: the list of those that are not wanted.
"""
