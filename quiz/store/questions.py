"""Writing the questions of a bank into the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.card import card_key
from quiz.question import Kind
from quiz.store.catalogue import Change
from quiz.store.content import question_text
from quiz.store.holes import move_parts
from quiz.store.moves import follow_ids
from quiz.store.states import add_new_cards, refill_new_cards

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.question import Question
    from quiz.store.opening import Store


Row = tuple[str, int, str, str | None, int, str, str, bool, tuple[str, ...], tuple[str, ...]]
"""What Fresh names, as a plain tuple: it is made, and goes from process to process, in half the time."""


class Fresh(NamedTuple):
    """A question row as the catalogue should hold it; ``parts`` are the names of its cards."""

    question: str
    position: int
    kind: str
    group: str | None
    line: int
    prompt: str
    content: str
    draft: bool
    tags: tuple[str, ...]
    parts: tuple[str, ...]


ONE_CARD = ("",)
"""The parts of a question that has one card."""


class Doubt(NamedTuple):
    """What is to be known of a bank that has faults, or had them at the last load."""

    written: frozenset[str] | None = None
    """The ids that its file shows, of faulty questions too; None: the bank is sound."""

    held: frozenset[str] = frozenset()
    """Ids of questions that faults held back until now."""


class _Known(NamedTuple):
    id: int
    position: int
    line: int
    prompt: str
    content: str
    archived: bool


def fresh_rows(questions: Iterable[Question]) -> list[Row]:
    """Return the rows that these questions ask for, in order."""
    return [
        (
            question.id,
            position,
            question.kind.value,
            question.group,
            question.location.line,
            question.ask,
            question_text(question),
            question.draft,
            question.tags,
            question.parts(),
        )
        for position, question in enumerate(questions)
    ]


def replace_questions(store: Store, bank_id: int, rows: Sequence[Row], doubt: Doubt | None = None) -> Change:
    """Make the questions of a bank these; what is no longer among them is out of use.

    It is archived when the bank is sound. Otherwise its faults may be why, so it is held back.
    """
    known = _known(store, bank_id)
    if known:
        return _replace(store, bank_id, known, [Fresh._make(row) for row in rows], doubt or Doubt())
    _insert(store, bank_id, rows)
    add_new_cards(store, bank_id)
    return Change(new=tuple([question for question, *_ in rows]))


def _replace(
    store: Store, bank_id: int, known: dict[str, _Known], rows: Sequence[Fresh], doubt: Doubt
) -> Change:
    shown = doubt.written or frozenset()
    unread = shown - {row.question for row in rows}
    moves = follow_ids(
        store,
        bank_id,
        {name: (row.prompt, row.content) for name, row in known.items() if name not in unread},
        [(row.question, (row.prompt, row.content)) for row in rows],
    )
    known = _known(store, bank_id) if moves.ids else known
    new = [row for row in rows if row.question not in known]
    moved = [row for row in rows if row.question in known and not _same(row, known[row.question])]
    kept = {row.question for row in rows}
    gone = [name for name in known if name not in kept and (name in doubt.held or not known[name].archived)]
    _insert(store, bank_id, new)
    steps = [step for row in moved for step in _follow_holes(store, row, known[row.question])]
    _update(store, [(known[row.question].id, row) for row in moved])
    store.db.conn.executemany(
        "UPDATE questions SET archived = 1 WHERE id = ?", [(known[name].id,) for name in gone]
    )
    refill_new_cards(store, bank_id)
    returned = tuple(row.question for row in moved if known[row.question].archived)
    changed = tuple(row.question for row in moved if _changed(row, known[row.question]))
    archived, held = (gone, []) if doubt.written is None else ([], gone)
    return Change(
        tuple(row.question for row in new),
        changed,
        tuple(archived),
        tuple(held),
        tuple(name for name in held if name not in shown),
        returned,
        moves.ids,
        (*moves.steps, *steps),
    )


def take_over(store: Store, old: tuple[int, str], new: tuple[int, str]) -> list[tuple[str, str]]:
    """Let the archived question ``old`` (bank row id, question id) live on under the name ``new``.

    The row that was just made for ``new`` goes, and its text and place pass to the row of
    ``old``, whose cards carry the history. Returns old and new keys of all its cards, those
    out of use as well: they may have a history and come back.
    """
    keys = dict(store.db.execute("SELECT id, key FROM banks WHERE id IN (?, ?)", [old[0], new[0]]).fetchall())
    find = "SELECT * FROM questions WHERE bank_id = ? AND question = ?"
    fresh = next(store.db.query(find, new))
    row_id = next(store.db.query(find, old))["id"]
    tag_rows = store.db.execute(
        "SELECT tag FROM question_tags WHERE question_id = ?", [fresh["id"]]
    ).fetchall()
    parts = store.db.execute("SELECT part FROM cards WHERE question_id = ? AND NOT archived", [fresh["id"]])
    row = Fresh(
        fresh["question"],
        fresh["position"],
        fresh["kind"],
        fresh["sibling_group"],
        fresh["line"],
        fresh["prompt"],
        fresh["content"],
        bool(fresh["draft"]),
        tuple(tag for (tag,) in tag_rows),
        tuple(part for (part,) in parts.fetchall()),
    )
    _remove_fresh(store, fresh["id"])
    store.db.execute("UPDATE questions SET bank_id = ?, question = ? WHERE id = ?", [*new, row_id])
    _update(store, [(row_id, row)])
    refill_new_cards(store, new[0])
    parts = store.db.execute("SELECT part FROM cards WHERE question_id = ? ORDER BY id", [row_id])
    return [(card_key(keys[old[0]], old[1], part), card_key(keys[new[0]], new[1], part)) for (part,) in parts]


def _remove_fresh(store: Store, row_id: int) -> None:
    """Take out a question that this very transaction put in; nobody was ever asked it."""
    store.db.execute(
        "DELETE FROM new_cards WHERE card_id IN (SELECT id FROM cards WHERE question_id = ?)", [row_id]
    )
    for table, column in (("question_tags", "question_id"), ("cards", "question_id"), ("questions", "id")):
        store.db.execute(f"DELETE FROM {table} WHERE {column} = ?", [row_id])  # noqa: S608 - constants


def _known(store: Store, bank_id: int) -> dict[str, _Known]:
    rows = store.db.execute(
        "SELECT question, id, position, line, prompt, content, archived FROM questions WHERE bank_id = ?",
        [bank_id],
    )
    return {row[0]: _Known(*row[1:]) for row in rows}


def _same(row: Fresh, known: _Known) -> bool:
    return (row.position, row.line, row.prompt, row.content, 0) == known[1:]


def _follow_holes(store: Store, row: Fresh, known: _Known) -> list[tuple[str, str]]:
    if row.kind != Kind.CLOZE or row.content == known.content:
        return []
    steps = move_parts(store, known.id, known.content, row.content)
    return [(f"{row.question}#{old}", f"{row.question}#{new}") for old, new in steps]


def _changed(row: Fresh, known: _Known) -> bool:
    return not known.archived and (row.prompt, row.content) != (known.prompt, known.content)


def _next_id(store: Store, table: str) -> int:
    return int(store.db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608


def _insert(store: Store, bank_id: int, rows: Sequence[Row]) -> None:
    first = _next_id(store, "questions")
    store.db.conn.executemany(
        """INSERT INTO questions (id, bank_id, question, position, kind, sibling_group, line,
             prompt, content, draft)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ((row_id, bank_id, *row[:8]) for row_id, row in enumerate(rows, first)),
    )
    store.db.conn.executemany(
        "INSERT INTO question_tags VALUES (?, ?)",
        [(row_id, tag) for row_id, (*_, tags, _) in enumerate(rows, first) for tag in tags],
    )
    _insert_cards(store, [(row_id, parts) for row_id, (*_, parts) in enumerate(rows, first)])


def _insert_cards(store: Store, questions: Sequence[tuple[int, tuple[str, ...]]]) -> None:
    """Give cards to questions that were just numbered one after the other.

    Most have one without a name; SQLite makes those of a whole bank in a third of the time.
    """
    store.db.conn.executemany(
        "INSERT INTO cards (question_id, part) VALUES (?, ?)",
        [(row_id, part) for row_id, parts in questions if parts != ONE_CARD for part in parts],
    )
    if questions:
        store.db.execute(
            """INSERT INTO cards (question_id, part)
               SELECT id, '' FROM questions WHERE id BETWEEN ? AND ?
               AND NOT EXISTS (SELECT 1 FROM cards WHERE question_id = questions.id)""",
            [questions[0][0], questions[-1][0]],
        )


def _update(store: Store, rows: Sequence[tuple[int, Fresh]]) -> None:
    store.db.conn.executemany(
        """UPDATE questions SET position = ?, kind = ?, sibling_group = ?, line = ?, prompt = ?,
           content = ?, draft = ?, archived = 0 WHERE id = ?""",
        ((*row[1:8], row_id) for row_id, row in rows),
    )
    store.db.conn.executemany(
        "DELETE FROM question_tags WHERE question_id = ?", ((row_id,) for row_id, _ in rows)
    )
    store.db.conn.executemany(
        "INSERT INTO question_tags VALUES (?, ?)", ((row_id, tag) for row_id, row in rows for tag in row.tags)
    )
    store.db.conn.executemany("UPDATE cards SET archived = 1 WHERE question_id = ?", ((i,) for i, _ in rows))
    store.db.conn.executemany(
        """INSERT INTO cards (question_id, part) VALUES (?, ?)
           ON CONFLICT (question_id, part) DO UPDATE SET archived = 0""",
        ((row_id, part) for row_id, row in rows for part in row.parts),
    )
