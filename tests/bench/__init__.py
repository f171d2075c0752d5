"""The benchmark of the project: ``python -m tests.bench`` in the folder of the project.

- ``material``: the generated questions, as banks for one side and as CSV for the other.
- ``measure``: processes timed from outside, sides that take turns, what a check says.
- ``sides``: what is timed from inside, each in a process of its own.
- ``memory_sides``: likewise, of memory; ``memory_rows`` are their rows.
- ``anki_side``: the same notes imported by the ``anki`` library.
- ``rows``: the rows of the table, each with what it has to reach; ``report`` prints them.
"""
