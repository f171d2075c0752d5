"""The tables of the first schema; later steps of ``schema`` add to them."""

LOG = """
CREATE TABLE about (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE learners (
  name TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parameter_sets (
  id TEXT PRIMARY KEY NOT NULL,
  scheduler TEXT NOT NULL,
  weights TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  card TEXT NOT NULL,
  revision TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL,
  duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
  kind TEXT NOT NULL,
  response TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'near', 'partly', 'wrong')),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  suggested_rating INTEGER NOT NULL CHECK (suggested_rating BETWEEN 1 AND 4),
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  hints INTEGER NOT NULL CHECK (hints >= 0),
  confidence INTEGER,
  mode TEXT NOT NULL CHECK (mode IN ('study', 'cram', 'exam')),
  session TEXT NOT NULL,
  interval_days INTEGER NOT NULL CHECK (interval_days >= 0),
  due_on TEXT NOT NULL,
  scheduler TEXT NOT NULL,
  parameters TEXT NOT NULL REFERENCES parameter_sets (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_by_card ON reviews (learner, card);

CREATE TABLE undos (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  learner TEXT NOT NULL,
  review TEXT NOT NULL UNIQUE REFERENCES reviews (id),
  undone_at TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  study_day TEXT NOT NULL,
  session TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE renames (
  id TEXT PRIMARY KEY NOT NULL,
  device TEXT NOT NULL,
  old_card TEXT NOT NULL,
  new_card TEXT NOT NULL,
  renamed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

CATALOGUE = """
CREATE TABLE banks (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  language TEXT NOT NULL,
  source TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE files (
  path TEXT PRIMARY KEY NOT NULL,
  root TEXT NOT NULL,
  hash TEXT NOT NULL,
  stamp TEXT NOT NULL,
  bank_id INTEGER REFERENCES banks (id),
  problems TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  bank_id INTEGER NOT NULL REFERENCES banks (id),
  question TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sibling_group TEXT,
  line INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  content TEXT NOT NULL,
  draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  UNIQUE (bank_id, question)
) STRICT;

CREATE TABLE question_tags (
  question_id INTEGER NOT NULL REFERENCES questions (id),
  tag TEXT NOT NULL,
  PRIMARY KEY (question_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  part TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  UNIQUE (question_id, part)
) STRICT;
"""

DERIVED = """
CREATE TABLE card_states (
  learner TEXT NOT NULL REFERENCES learners (name),
  card_id INTEGER NOT NULL REFERENCES cards (id),
  state TEXT NOT NULL CHECK (state IN ('learning', 'review', 'relearning')),
  stability REAL NOT NULL CHECK (stability > 0),
  difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
  last_day TEXT NOT NULL,
  due_on TEXT NOT NULL,
  interval_days INTEGER NOT NULL CHECK (interval_days >= 0),
  reviews INTEGER NOT NULL CHECK (reviews > 0),
  lapses INTEGER NOT NULL CHECK (lapses >= 0),
  PRIMARY KEY (learner, card_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_states_by_due ON card_states (learner, due_on);

CREATE TABLE new_cards (
  learner TEXT NOT NULL REFERENCES learners (name),
  bank_id INTEGER NOT NULL REFERENCES banks (id),
  position INTEGER NOT NULL,
  card_id INTEGER NOT NULL REFERENCES cards (id),
  PRIMARY KEY (learner, bank_id, position, card_id)
) STRICT, WITHOUT ROWID;
"""
