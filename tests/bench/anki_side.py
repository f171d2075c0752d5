"""The same notes imported by the ``anki`` library, as a whole process.

``python -m tests.bench.anki_side COLLECTION CSV`` makes a collection, imports the CSV with
front, back and tags into its basic kind of note, and prints how many notes and cards it has.
"""

from __future__ import annotations

import sys

from anki.collection import Collection, CsvMetadata, Delimiter, ImportCsvRequest

TAGS_COLUMN = 3


def main(collection: str, table: str) -> None:
    """Import the table into a new collection."""
    opened = Collection(collection)
    metadata = opened.get_csv_metadata(table, Delimiter.COMMA)
    basic = opened.models.by_name("Basic")
    if basic is None:
        raise LookupError
    metadata.global_notetype.id = basic["id"]
    del metadata.global_notetype.field_columns[:]
    metadata.global_notetype.field_columns.extend([1, 2])
    metadata.tags_column = TAGS_COLUMN
    metadata.deck_id = opened.decks.id("Generated") or 0
    metadata.dupe_resolution = CsvMetadata.DUPLICATE
    opened.import_csv(ImportCsvRequest(path=table, metadata=metadata))
    sys.stdout.write(f"{opened.note_count()} {opened.card_count()}\n")
    opened.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
