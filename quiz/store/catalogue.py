"""The catalogue of what the banks hold. Nothing in it is deleted: what is gone is archived."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.question import Card, Location, card_key
from quiz.store.content import question_from, question_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.question import Bank, Question
    from quiz.store.opening import Store


class FileRow(NamedTuple):
    """A bank file as it was last read; ``stamp`` is cheap to compare, ``hash`` is sure."""

    path: str
    root: str
    hash: str
    stamp: str
    bank_id: int | None
    problems: tuple[str, ...]


class BankRow(NamedTuple):
    """A bank of the catalogue; ``source`` is its text's path relative to ``path``."""

    id: int
    key: str
    path: str
    title: str
    description: str | None
    language: str
    source: str | None
    archived: bool


class Change(NamedTuple):
    """What one bank's new reading changed: ids of its questions."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    archived: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()


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


class _Known(NamedTuple):
    id: int
    position: int
    line: int
    prompt: str
    content: str
    archived: bool


def fresh_rows(questions: Iterable[Question]) -> list[Fresh]:
    """Return the rows that these questions ask for, in order."""
    return [
        Fresh(
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


def files_below(store: Store, roots: Sequence[str]) -> dict[str, FileRow]:
    """Return the files last read below these roots, by path."""
    marks = ",".join("?" * len(roots))
    rows = store.db.query(f"SELECT * FROM files WHERE root IN ({marks})", roots)  # noqa: S608 - marks only
    return {row["path"]: FileRow(**{**row, "problems": tuple(json.loads(row["problems"]))}) for row in rows}


def save_file(store: Store, file: FileRow) -> None:
    """Remember how a file was read."""
    store.db.execute(
        "INSERT OR REPLACE INTO files (path, root, hash, stamp, bank_id, problems) VALUES (?, ?, ?, ?, ?, ?)",
        [*file[:-1], json.dumps(file.problems)],
    )


def forget_file(store: Store, path: str) -> None:
    """Forget a file that is gone; its bank stays in the catalogue."""
    store.db.execute("DELETE FROM files WHERE path = ?", [path])


def banks(store: Store) -> list[BankRow]:
    """Return all banks, archived ones too, by key."""
    rows = store.db.query("SELECT * FROM banks ORDER BY key")
    return [BankRow(**{**row, "archived": bool(row["archived"])}) for row in rows]


def bank_by_key(store: Store, key: str) -> BankRow | None:
    """Return the bank with this key, or None."""
    row = next(iter(store.db.query("SELECT * FROM banks WHERE key = ?", [key])), None)
    return BankRow(**{**row, "archived": bool(row["archived"])}) if row else None


def question_ids(store: Store, bank_id: int) -> set[str]:
    """Return the ids of the questions of a bank that are not archived."""
    rows = store.db.execute("SELECT question FROM questions WHERE bank_id = ? AND NOT archived", [bank_id])
    return {row[0] for row in rows}


def save_bank(store: Store, bank: Bank) -> int:
    """Write a bank's own line, without its questions; return its row id."""
    store.db.execute(
        """INSERT INTO banks (key, path, title, description, language, source) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (key) DO UPDATE SET path = excluded.path, title = excluded.title,
             description = excluded.description, language = excluded.language,
             source = excluded.source, archived = 0""",
        [bank.key, bank.path, bank.title, bank.description, bank.language, bank.source],
    )
    return int(store.db.execute("SELECT id FROM banks WHERE key = ?", [bank.key]).fetchone()[0])


def archive_bank(store: Store, bank_id: int) -> Change:
    """Put a bank whose file is gone out of use; its history stays."""
    gone = tuple(sorted(question_ids(store, bank_id)))
    store.db.execute("UPDATE banks SET archived = 1 WHERE id = ?", [bank_id])
    store.db.execute("UPDATE questions SET archived = 1 WHERE bank_id = ?", [bank_id])
    store.db.execute("DELETE FROM new_cards WHERE bank_id = ?", [bank_id])
    return Change(archived=gone)


def replace_questions(store: Store, bank_id: int, rows: Sequence[Fresh]) -> Change:
    """Make the questions of a bank these; what is no longer among them is archived."""
    known = _known(store, bank_id)
    new = [row for row in rows if row.question not in known]
    moved = [row for row in rows if row.question in known and not _same(row, known[row.question])]
    kept = {row.question for row in rows}
    gone = [(known[name].id, name) for name in known if name not in kept and not known[name].archived]
    _insert(store, bank_id, new)
    _update(store, [(known[row.question].id, row) for row in moved])
    store.db.conn.executemany(
        "UPDATE questions SET archived = 1 WHERE id = ?", [(row_id,) for row_id, _ in gone]
    )
    _refill_new_cards(store, bank_id)
    returned = tuple(row.question for row in moved if known[row.question].archived)
    changed = tuple(
        row.question
        for row in moved
        if (row.prompt, row.content) != known[row.question][3:5] and row.question not in returned
    )
    return Change(tuple(row.question for row in new), changed, tuple(name for _, name in gone), returned)


def take_over(store: Store, old: tuple[int, str], new: tuple[int, str]) -> list[tuple[str, str]]:
    """Let the archived question ``old`` (bank row id, question id) live on under the name ``new``.

    The row that was just made for ``new`` goes, and its text and place pass to the row of
    ``old``, whose cards carry the history. Returns old and new keys of the cards.
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
    _refill_new_cards(store, new[0])
    return [
        (card_key(keys[old[0]], old[1], part), card_key(keys[new[0]], new[1], part)) for part in row.parts
    ]


def _remove_fresh(store: Store, row_id: int) -> None:
    """Take out a question that this very transaction put in; nobody was ever asked it."""
    store.db.execute(
        "DELETE FROM new_cards WHERE card_id IN (SELECT id FROM cards WHERE question_id = ?)", [row_id]
    )
    for table, column in (("question_tags", "question_id"), ("cards", "question_id"), ("questions", "id")):
        store.db.execute(f"DELETE FROM {table} WHERE {column} = ?", [row_id])  # noqa: S608 - constants


def contents(store: Store, bank_id: int, names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the prompt and the stored content of the questions of a bank that have these ids."""
    wanted = set(names)
    rows = store.db.execute("SELECT question, prompt, content FROM questions WHERE bank_id = ?", [bank_id])
    return {name: (prompt, content) for name, prompt, content in rows if name in wanted}


def tags(store: Store, bank_ids: Sequence[int]) -> list[str]:
    """Return all tags of questions in use in these banks, sorted."""
    marks = ",".join("?" * len(bank_ids))
    rows = store.db.execute(
        f"""SELECT DISTINCT tag FROM question_tags JOIN questions ON questions.id = question_id
            WHERE NOT archived AND bank_id IN ({marks}) ORDER BY tag""",  # noqa: S608 - marks only
        bank_ids,
    )
    return [row[0] for row in rows]


def typed_answers(store: Store, bank: str, but: str) -> list[str]:
    """Return the right answers of the text questions of a bank, those of the question ``but`` left out."""
    rows = store.db.execute(
        """SELECT json_extract(content, '$.answer') FROM questions JOIN banks ON banks.id = bank_id
           WHERE banks.key = ? AND question <> ? AND kind = 'text' AND NOT questions.archived""",
        [bank, but],
    )
    return [row[0] for row in rows]


def card_from(row: Mapping[str, Any]) -> Card:
    """Return the card of a row with ``bank, path, question, kind, line, prompt, content, part``."""
    place = Location(row["path"], row["line"], 1)
    return Card(row["bank"], question_from(row["kind"], row["question"], place, row["prompt"], row["content"]), row["part"])


def _known(store: Store, bank_id: int) -> dict[str, _Known]:
    rows = store.db.execute(
        "SELECT question, id, position, line, prompt, content, archived FROM questions WHERE bank_id = ?", [bank_id]
    )
    return {row[0]: _Known(*row[1:]) for row in rows}


def _same(row: Fresh, known: _Known) -> bool:
    return (row.position, row.line, row.prompt, row.content, 0) == known[1:]


def _next_id(store: Store, table: str) -> int:
    return int(store.db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608


def _insert(store: Store, bank_id: int, rows: Sequence[Fresh]) -> None:
    first = _next_id(store, "questions")
    numbered = list(enumerate(rows, first))
    store.db.conn.executemany(
        """INSERT INTO questions (id, bank_id, question, position, kind, sibling_group, line,
             prompt, content, draft)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ((row_id, bank_id, *row[:8]) for row_id, row in numbered),
    )
    store.db.conn.executemany(
        "INSERT INTO question_tags VALUES (?, ?)",
        ((row_id, tag) for row_id, row in numbered for tag in row.tags),
    )
    _insert_cards(store, ((row_id, part) for row_id, row in numbered for part in row.parts))


def _insert_cards(store: Store, cards: Iterable[tuple[int, str]]) -> None:
    store.db.conn.executemany("INSERT INTO cards (question_id, part) VALUES (?, ?)", cards)


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


def _refill_new_cards(store: Store, bank_id: int) -> None:
    store.db.execute("DELETE FROM new_cards WHERE bank_id = ?", [bank_id])
    store.db.execute(
        """INSERT INTO new_cards
           SELECT learners.name, questions.bank_id, questions.position, cards.id
           FROM learners, questions JOIN cards ON cards.question_id = questions.id
           WHERE questions.bank_id = ? AND NOT (questions.archived OR questions.draft OR cards.archived)
             AND NOT EXISTS (SELECT 1 FROM card_states
                             WHERE card_states.learner = learners.name AND card_states.card_id = cards.id)""",
        [bank_id],
    )


def cards_in_order(store: Store, bank_ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield a row for each card in use of these banks, in the order of bank key and position.

    Columns: those ``card_from`` needs, ``draft``, and the learner's ``state`` and ``due_on`` (None: new).
    """
    marks = ",".join("?" * len(bank_ids))
    return store.db.query(  # type: ignore[no-any-return,unused-ignore]
        f"""SELECT banks.key AS bank, banks.path, questions.question, questions.kind, questions.line,
                   questions.prompt, questions.content, questions.draft, questions.bank_id, cards.part, cards.id AS card_id,
                   card_states.state, card_states.due_on
            FROM banks JOIN questions ON questions.bank_id = banks.id AND NOT questions.archived
            JOIN cards ON cards.question_id = questions.id AND NOT cards.archived
            LEFT JOIN card_states ON card_states.card_id = cards.id AND card_states.learner = ?
            WHERE banks.id IN ({marks}) ORDER BY banks.key, questions.position, cards.id""",  # noqa: S608
        [store.learner, *bank_ids],
    )
