"""The catalogue of what the banks hold. No question that was ever there is deleted: it is archived."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.card import Card, sibling_name
from quiz.question import Location
from quiz.store.content import question_from
from quiz.store.damage import reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.card import Bank
    from quiz.store.opening import Store


class FileRow(NamedTuple):
    """A bank file as it was last read; ``stamp`` is cheap to compare, ``hash`` is sure."""

    path: str
    root: str
    hash: str
    stamp: str
    bank_id: int | None
    problems: tuple[str, ...]
    held: tuple[str, ...] = ()
    """Ids of questions that the faults hold back: they were in use when the bank was sound."""

    unread: bool = False
    """Whether no bank could be read from it; what was read before goes on."""


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
    held: tuple[str, ...] = ()
    """Questions in use before that the bank, which has faults, does not give now."""

    unseen: tuple[str, ...] = ()
    """Those of ``held`` whose id the file does not show: they may have another one now."""

    returned: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Questions that were there under another id: old and new."""

    moved: tuple[tuple[str, str], ...] = ()
    """Cards that have another name within the bank, step by step: old and new."""


def files_below(store: Store, roots: Sequence[str]) -> dict[str, FileRow]:
    """Return the files last read below these roots, by path."""
    marks = ",".join("?" * len(roots))
    rows = store.db.query(f"SELECT * FROM files WHERE root IN ({marks})", roots)  # noqa: S608 - marks only
    return {row["path"]: _file(row) for row in rows}


def _file(row: Mapping[str, Any]) -> FileRow:
    lists = {name: tuple(json.loads(row[name])) for name in ("problems", "held")}
    return FileRow(**{**row, **lists, "unread": bool(row["unread"])})


def save_file(store: Store, file: FileRow) -> None:
    """Remember how a file was read."""
    store.db.execute(
        """INSERT OR REPLACE INTO files (path, root, hash, stamp, bank_id, problems, held, unread)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        [*file[:5], json.dumps(file.problems), json.dumps(file.held), file.unread],
    )


def held_back(store: Store, bank_id: int) -> set[str]:
    """Return the ids of the questions of a bank that faults hold back, by the files it was read from."""
    rows = store.db.execute("SELECT held FROM files WHERE bank_id = ?", [bank_id])
    return {name for (held,) in rows for name in json.loads(held)}


def forget_file(store: Store, path: str) -> None:
    """Forget a file that is gone; its bank stays in the catalogue."""
    store.db.execute("DELETE FROM files WHERE path = ?", [path])


def forget_other_files(store: Store, bank_id: int, path: str) -> None:
    """Forget other files that a bank was read from, so that they are read when they are loaded again."""
    store.db.execute("DELETE FROM files WHERE bank_id = ? AND path <> ?", [bank_id, path])


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


def archive_bank(store: Store, bank_id: int, held: Iterable[str] = ()) -> Change:
    """Put a bank whose file is gone out of use; its history stays, also that of what was ``held`` back."""
    gone = tuple(sorted(question_ids(store, bank_id).union(held)))
    store.db.execute("UPDATE banks SET archived = 1 WHERE id = ?", [bank_id])
    store.db.execute("UPDATE questions SET archived = 1 WHERE bank_id = ?", [bank_id])
    store.db.execute("DELETE FROM new_cards WHERE bank_id = ?", [bank_id])
    return Change(archived=gone)


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


def answers_of_others(store: Store, bank: str, but: str) -> list[str]:
    """Return everything that answers a question of a bank, right or wrong, without the question ``but``.

    Those are answers, other accepted ones, options, entries of orders, sides of pairs, holes
    and backs of cards; a typed answer that comes close to one of them may be meant as it.
    """
    rows = store.db.execute(
        """SELECT content FROM questions JOIN banks ON banks.id = bank_id
           WHERE banks.key = ? AND question <> ? AND NOT questions.archived""",
        [bank, but],
    )
    found = (text for (content,) in rows for text in _answers(json.loads(content)))
    return list(dict.fromkeys(found))


def _answers(content: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts among the answers of a question as it is stored."""
    for key in ("answer", "back"):
        if isinstance(content.get(key), str):
            yield content[key]
    for key in ("answers", "accept", "items"):
        yield from content.get(key, ())
    for option, _why in content.get("wrong", ()):
        yield option
    for pair in content.get("pairs", ()):
        yield from pair
    for piece in content.get("pieces", ()):
        yield from () if isinstance(piece, str) else piece[0]


def card_key_of(store: Store, card_id: int) -> str:
    """Return the key that a card, by row id, has now."""
    row = store.db.conn.execute("SELECT card FROM card_keys WHERE card_id = ?", [card_id]).fetchone()
    return str(row[0])


def prompt_of(store: Store, key: str) -> str | None:
    """Return what the question of a card asks, or None when the catalogue does not hold it."""
    row = store.db.execute(
        "SELECT prompt FROM questions JOIN cards ON question_id = questions.id WHERE cards.id = ?",
        [card_row_id(store, key)],
    ).fetchone()
    return None if row is None else str(row[0])


@reads("questions")
def card_from(row: Mapping[str, Any]) -> Card:
    """Return the card of a row with ``bank, path, question, kind, line, prompt, content, part``."""
    place = Location(row["path"], row["line"], 1)
    return Card(
        row["bank"],
        question_from(row["kind"], row["question"], place, row["prompt"], row["content"]),
        row["part"],
    )


def cards_in_order(store: Store, bank_ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield a row for each card in use of these banks, in the order of bank key and position.

    Columns: those ``card_from`` needs, ``draft``, and the learner's ``state`` (None: new), ``aside``
    (until when it is set aside, None: it is not) and ``due_on``: when it is asked next, None for
    new cards and for suspended ones.
    """
    marks = ",".join("?" * len(bank_ids))
    return store.db.query(  # type: ignore[no-any-return,unused-ignore]
        f"""SELECT banks.key AS bank, banks.path, questions.question, questions.kind, questions.line,
                   questions.prompt, questions.content, questions.draft, questions.bank_id, cards.part,
                   cards.id AS card_id, card_states.state, aside.until AS aside,
                   CASE WHEN aside.until IS NULL THEN card_states.due_on
                        WHEN aside.until < '9999' THEN max(card_states.due_on, aside.until) END AS due_on
            FROM banks JOIN questions ON questions.bank_id = banks.id AND NOT questions.archived
            JOIN cards ON cards.question_id = questions.id AND NOT cards.archived
            LEFT JOIN card_states ON card_states.card_id = cards.id AND card_states.learner = ?
            LEFT JOIN aside ON aside.card_id = cards.id AND aside.learner = ?
            WHERE banks.id IN ({marks}) ORDER BY banks.key, questions.position, cards.id""",  # noqa: S608
        [store.learner, store.learner, *bank_ids],
    )


def sibling_names(store: Store, cards: Iterable[str]) -> set[str]:
    """Return the sibling sets (as ``Card.siblings``) of the cards with these keys."""
    found = set()
    for key in cards:
        bank, _, rest = key.rpartition("/")
        question = rest.partition("#")[0]
        row = store.db.execute(
            """SELECT sibling_group FROM questions JOIN banks ON banks.id = bank_id
               WHERE banks.key = ? AND question = ?""",
            [bank, question],
        ).fetchone()
        found.add(sibling_name(bank, question, row[0] if row else None))
    return found


def card_row_id(store: Store, key: str) -> int | None:
    """Return the row id of the card with this key, or None when the catalogue does not hold it."""
    bank, _, rest = key.rpartition("/")
    question, _, part = rest.partition("#")
    row = store.db.execute(
        """SELECT cards.id FROM cards JOIN questions ON questions.id = cards.question_id
           JOIN banks ON banks.id = questions.bank_id
           WHERE banks.key = ? AND questions.question = ? AND cards.part = ?""",
        [bank, question, part],
    ).fetchone()
    return None if row is None else int(row[0])
