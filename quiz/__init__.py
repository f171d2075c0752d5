"""Quiz and flashcards in the terminal, from question banks written next to the text.

The map of the house; imports go down this list, never up, and never sideways in a layer.

1. words: ``errors``, ``clock``, ``ids``, ``quantity``, ``question``, ``card``, ``review``,
   ``settings``, ``text``, ``garbage``: what every room speaks, from the standard library alone.
2. siblings that see the words only: ``bank`` (YAML to questions), ``grading`` (question and
   response to a judgement), ``memory`` (FSRS), ``store`` (SQLite), ``progress`` (figures).
3. ``study``: what is asked in which order, one sitting, loading, replay. ``authoring``:
   banks checked, drafted, added to. The two do not see each other.
4. ``ui``: prompts, line mode, drawing. It knows the words and the values of grading and
   progress, never the store.
5. ``cli``: the commands, one file each, and the one place where errors become sentences.
"""

__version__ = "0.1.0"
