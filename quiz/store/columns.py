"""What every table, view and column of the database holds, for people who query it.

The same name means the same in every table, unless `SPECIAL` says otherwise.
"""

from __future__ import annotations

from types import MappingProxyType

TABLES: MappingProxyType[str, str] = MappingProxyType(
    {
        "reviews": "The log: every answer, also those taken back. Rows are added, never changed.",
        "undos": "The log: answers that were taken back.",
        "renames": "The log: cards that got another name.",
        "edits": "The log: answers that were changed in a bank.",
        "marks": "The log: cards suspended, buried or flagged, and taken back.",
        "adoptions": "The log: parameters of memory that a learner began to use.",
        "reschedules": "The log: due days that were moved to fit such parameters.",
        "plans": "The log: what a learner plans, such as pauses and dates.",
        "parameter_sets": "The weights of the memory model, by id.",
        "sittings": "How each sitting was planned.",
        "banks": "The question banks as they were loaded last.",
        "files": "The files of the banks, by which it is seen whether they changed.",
        "questions": "The questions of the banks.",
        "question_tags": "The tags of the questions.",
        "cards": "What is asked: a question has one card, a cloze one for each hole, a reversible one two.",
        "card_states": "What follows from the log for each answered card and learner.",
        "new_cards": "Which cards a learner was never asked, in the order of the banks.",
        "aside": "Which cards are suspended or buried now.",
        "learners": "Who studies.",
        "about": "What the database says of itself.",
        "card_keys": "The cards by their names, `bank/question#part`.",
        "reviews_kept": "The answers that were not taken back.",
        "reviews_readable": "The answers with ratings in words and seconds.",
        "cards_readable": "Answered cards in use, with what is known of the memory of them.",
        "cards_due": "Answered cards that are due today.",
        "scores": "The points of each sitting: the first answer to each card counts.",
    }
)
"""What each table and view is."""

COLUMNS: MappingProxyType[str, str] = MappingProxyType(
    {
        "id": "Id of the event (UUIDv7): the order of ids is the order of events.",
        "device": "Id of the database that wrote the event.",
        "learner": "Who studies.",
        "card": "Name of the card, `bank/question#part`.",
        "revision": "Hash of the question's text and answer as asked.",
        "answered_at": "When it was answered (UTC).",
        "utc_offset_minutes": "Local time less UTC there and then, in minutes.",
        "study_day": "The learner's study day.",
        "duration_ms": "Time from the question to the answer, in milliseconds.",
        "kind": "Kind of the question.",
        "response": "What was answered (JSON): `text`, or `picked` and `shown`, or `matched` and `shown`, "
        "or `rating`.",
        "verdict": "right, near, partly or wrong.",
        "score": "Points, 0 to 1.",
        "suggested_rating": "The rating that followed from the verdict: 1 Again, 2 Hard, 3 Good, 4 Easy.",
        "rating": "The rating given: 1 Again, 2 Hard, 3 Good, 4 Easy.",
        "hints": "Hints shown before the answer.",
        "confidence": "How sure the learner was: 1 guessing, 2 think so, 3 sure; null where not asked.",
        "mode": "study, cram or exam; only study changes memory.",
        "session": "Id of the sitting.",
        "interval_days": "Days until the card comes back, as given; 0 while it is being learnt.",
        "due_on": "Study day on which the card comes back.",
        "scheduler": "Version of the formulas.",
        "parameters": "Id of the parameter set.",
        "graded": "What grading had said, where the learner overruled it; else null.",
        "review": "Id of the answer.",
        "undone_at": "When it was taken back (UTC).",
        "old_card": "Its name before.",
        "new_card": "Its name since.",
        "renamed_at": "When it was renamed (UTC).",
        "old_revision": "Hash of the question before.",
        "new_revision": "Hash of the question since.",
        "edited_at": "When the change was seen (UTC).",
        "sign": "suspended, unsuspended, buried, unburied, flagged or unflagged.",
        "note": "What the learner wrote to a flag; else empty.",
        "until": "Study day on which it is asked again; null where that is not said.",
        "marked_at": "When it was said (UTC).",
        "adopted_at": "When the parameters were adopted (UTC).",
        "rescheduled_at": "When the due day was moved (UTC).",
        "sort": "What is planned: a pause, a backlog to clear, a date to be ready by.",
        "content": "The rest of it (JSON).",
        "made_at": "When the plan was made (UTC).",
        "weights": "The weights of the memory model (JSON list).",
        "plan": "How the sitting was planned (JSON).",
        "began_at": "When the sitting began (UTC).",
        "ended_at": "When it ended (UTC); null while it can be taken up again.",
        "key": "Name.",
        "value": "Value.",
        "name": "Name.",
        "path": "Path of the file.",
        "root": "Folder or file that was named when it was loaded.",
        "hash": "Hash of the content.",
        "stamp": "Size and times of the file.",
        "problems": "Faults found in it (JSON).",
        "held": "Ids of questions that its faults hold back (JSON list).",
        "unread": "1 where no bank could be read from it, so that what was read before goes on.",
        "title": "Title of the bank.",
        "description": "Description of the bank.",
        "language": "Language of the bank.",
        "source": "The text behind the bank.",
        "archived": "1 where the banks do not have it any more; its history stays.",
        "bank_id": "Row id of the bank.",
        "question": "Id of the question in its bank.",
        "question_id": "Row id of the question.",
        "position": "Place in the bank, from 0.",
        "sibling_group": "Questions of one group are not asked on one day.",
        "line": "Line in the file of the bank.",
        "prompt": "What is asked.",
        "draft": "1 while it is a draft, which is not asked.",
        "tag": "Tag.",
        "part": "Part of the question: a hole of a cloze, `reverse`, else empty.",
        "card_id": "Row id of the card.",
        "bank": "Name of the bank.",
        "state": "learning, review or relearning.",
        "stability": "Days until the chance of recall has fallen to 0.9.",
        "stability_days": "Days until the chance of recall has fallen to 0.9.",
        "difficulty": "1 (easy) to 10.",
        "difficulty_1_to_10": "1 (easy) to 10.",
        "last_day": "Study day of the last answer.",
        "reviews": "How often it was answered.",
        "lapses": "How often it was forgotten while in review.",
        "seconds": "Time from the question to the answer, in seconds.",
        "answered_at_utc": "When it was answered (UTC).",
        "taken_back": "1 where the answer was taken back.",
        "started_at_utc": "When the sitting began (UTC).",
        "cards": "Cards that were asked.",
        "points": "Points, at most one for each card.",
        "right_answers": "First answers that were right.",
        "near_answers": "First answers that were near.",
        "partly_right": "First answers that were partly right.",
        "wrong_answers": "First answers that were wrong.",
    }
)
"""What a column holds."""

SPECIAL: MappingProxyType[tuple[str, str], str] = MappingProxyType(
    {
        **{(table, "id"): "Row id." for table in ("banks", "questions", "cards")},
        ("sittings", "id"): "Id of the sitting.",
        ("parameter_sets", "id"): "Id of the parameter set.",
        ("questions", "content"): "The question, but for what other columns have (JSON).",
        ("scores", "study_day"): "Study day of the first answer.",
        ("reviews_readable", "rating"): "The rating given, in words.",
        (
            "aside",
            "until",
        ): "Study day on which it is asked again; the last one there is where it is suspended.",
    }
)
"""Columns that hold something else than their name says elsewhere."""


def about_column(table: str, column: str) -> str:
    """Return what a column of a table or view holds; raises KeyError for one of which nothing is said."""
    return SPECIAL.get((table, column)) or COLUMNS[column]
