"""What the line mode writes and what can be typed, in words."""

from __future__ import annotations

from typing import Final

PROTOCOL: Final = """\
Every line of output begins with a word and a colon. Lines come in this order:

  question: 3, 17 left, talks, choice: Which city ...?
  option: 1: Geneva            for each option; `left: 1: ...` and `option: a: ...` for a match
  answer: ...                  input is awaited; says what to type
  right: Geneva                the verdict, one of right, near, partly, wrong, and the right answer
  difference: Gen[add e]va     letters to add and to drop, when a typed answer comes close
  taken: 90000                 what a number or a date was read as, when it was not typed like that
  why: ...                     why the right answer is right
  because: Vienna: ...         why a wrong option that was picked is wrong
  reason: ...                  why this verdict and this rating
  next: good, in 2 days        the answer is saved: its rating, and when the card comes back
  source: account.md, ...      after an answer that was not right: the paragraph, its quote in » «

`leech:` names a card that was forgotten again and again; `new:` shows one before it counts, and
`read:` a paragraph before it is asked about. `note:` is any other sentence. At the end come
`score:`, `verdicts:`, one `bank:` and `kind:` for each, one `missed:` for each card missed,
`returns:`, `time:`, `earlier:` and `rest:`.

What to type:

  choice               the number of the option, or its text
  true-false           true or false; also t, f, y, n
  several              the numbers of all that apply, as 1 3 or 1,3; - for none
  order                all numbers in the right order, as 2 1 3
  match                a letter for each left side, as b a c
  text, cloze,         the answer; an empty line says: I do not know
  number, date
  recall               Enter at `turn:`, which shows the back; then 1 again, 2 hard, 3 good, 4 easy
  near answers         y or n at `answer: count it as right?`; then `counted:` says what it counts as

A line that begins with a colon is a command; an answer that begins with one is written with two.

  :hint       the next hint                :undo      takes back what was done last
  :source     the paragraph that proves    :overrule  the last verdict does not count: right
              the answer; before it, it               becomes wrong, anything else right;
              counts as a hint, and its               once more turns that back
              quote is not marked; that    :flag ...  flags the question, with a note
              of the last answer:
              `:source last`
  :suspend    never asks the card again    :bury      not before tomorrow
  :edit       opens it in your editor      :pause     waits for Enter
  :quit       leaves; all is kept          :help      this list

`please:` says what is wanted when a line was not understood. The end of input leaves.
At a terminal `answer:` also comes after each verdict: Enter takes the suggested rating, 1 to 4
another one; and after the score, where `:missed` asks once more what was missed.
"""

COMMANDS: Final = (
    ":hint, :source, :source last, :undo, :overrule, :flag, :suspend, :bury, :edit, :pause, :quit, :help; "
    "an answer that begins with a colon is written with two"
)
IN_EXAM: Final = ":undo, :flag, :quit, :help; an answer that begins with a colon is written with two"
