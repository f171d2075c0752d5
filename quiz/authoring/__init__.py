"""The authors' room: banks checked, written, drafted, covered; bank and grading meet here, nothing is stored.

- ``material``: a bank with the places of everything in it; ``raw`` has the characters behind them.
- ``finding``, ``rule``: what a check tells, and what makes it. ``rules``: the one list, a module
  for each family. ``selecting``, ``silencing``: which of them are used and heard. ``check``
  runs them; ``formats`` and ``explaining`` tell of them; ``watching`` waits for the next run.
- What rules share: ``alike``, ``sameness`` (two texts, two questions), ``lookalikes``,
  ``elsewhere`` (other YAML tools), ``quotes``, ``evidence``, ``grounds``, ``stamps`` (the text behind),
  ``digests``, ``moving``, ``strays`` (its paragraphs: known again, moved, without their numbers).
- ``layout``: changes of a bank's text that leave all else as it is. ``writing``: a question
  as YAML. ``saving``: the file, whole or not at all. ``fixing`` and ``slips`` mend by these,
  ``adding`` adds, ``templates`` and ``numbering`` begin a bank and its text.
- ``draft``: questions proposed from a text. ``coverage``: which paragraphs questions stand on.
"""
