"""The authors' room: banks checked, drafted, covered; bank and grading meet here, nothing is stored.

- ``material``: a bank with the places of everything in it. ``finding``, ``rule``: what a check
  tells, and what makes it. ``rules``: the one list, a module for each family. ``check`` runs them.
"""
