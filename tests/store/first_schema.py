"""A database as the first schema wrote it. Never change it: files like it are on people's disks."""

FIRST_DATABASE = """
PRAGMA application_id = 1364543834;

CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);
CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name ON _sqlite_migrations (migration_set, name);
INSERT INTO _sqlite_migrations VALUES (1, 'quiz', 'first_schema', '2022-01-01 00:00:00.000000+00:00');

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

CREATE VIEW card_keys AS
SELECT cards.id AS card_id,
       banks.key || '/' || questions.question
         || CASE cards.part WHEN '' THEN '' ELSE '#' || cards.part END AS card,
       banks.key AS bank, questions.question, cards.part, questions.kind,
       questions.prompt,
       banks.archived OR questions.archived OR cards.archived AS archived,
       questions.draft
FROM cards JOIN questions ON questions.id = cards.question_id JOIN banks ON banks.id = questions.bank_id;
CREATE VIEW reviews_kept AS
SELECT * FROM reviews WHERE NOT EXISTS (SELECT 1 FROM undos WHERE undos.review = reviews.id);
CREATE VIEW reviews_readable AS
SELECT reviews.id, reviews.learner, reviews.card, reviews.answered_at AS answered_at_utc, reviews.study_day,
       round(reviews.duration_ms / 1000.0, 1) AS seconds, reviews.kind, reviews.response, reviews.verdict,
       reviews.score,
       CASE reviews.rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard'
                           WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
       reviews.interval_days, reviews.due_on, reviews.mode, reviews.session,
       EXISTS (SELECT 1 FROM undos WHERE undos.review = reviews.id) AS taken_back
FROM reviews;
CREATE VIEW cards_readable AS
SELECT card_states.learner, card_keys.card, card_keys.kind, card_keys.prompt, card_states.state,
       round(card_states.stability, 2) AS stability_days,
       round(card_states.difficulty, 2) AS difficulty_1_to_10,
       card_states.last_day, card_states.due_on, card_states.interval_days, card_states.reviews,
       card_states.lapses
FROM card_states JOIN card_keys ON card_keys.card_id = card_states.card_id
WHERE NOT (card_keys.archived OR card_keys.draft);
CREATE VIEW cards_due AS
SELECT * FROM cards_readable WHERE due_on <= date('now', 'localtime', '-4 hours') ORDER BY due_on;
CREATE VIEW scores AS
SELECT learner, session, min(study_day) AS study_day, min(answered_at) AS started_at_utc,
       count(*) AS cards, sum(score) AS points,
       sum(verdict = 'right') AS right_answers, sum(verdict = 'near') AS near_answers,
       sum(verdict = 'partly') AS partly_right, sum(verdict = 'wrong') AS wrong_answers
FROM reviews_kept AS first
WHERE id = (SELECT min(id) FROM reviews_kept AS other
            WHERE other.learner = first.learner AND other.card = first.card AND other.session = first.session)
GROUP BY learner, session;

INSERT INTO about VALUES ('device', '017e1234-0000-7000-8000-000000000001');
INSERT INTO learners VALUES ('me');
INSERT INTO parameter_sets VALUES ('old', 'quiz-fsrs6-1', '[0.5, 1.5]');
INSERT INTO banks VALUES (1, 'talks', '/banks/talks.yaml', 'Talks', NULL, 'en', 'account.md', 0);
INSERT INTO files VALUES ('/banks/talks.yaml', '/banks', '1:abc', '1:2:3:4:5', 1, '[]');
INSERT INTO questions VALUES (1, 1, 'venue', 0, 'text', NULL, 4, 'Which city?', '{"answer":"Geneva"}', 0, 0);
INSERT INTO questions VALUES (2, 1, 'month', 1, 'date', NULL, 7, 'When?', '{"date":[2022,1,null]}', 0, 0);
INSERT INTO question_tags VALUES (1, 'places');
INSERT INTO cards VALUES (1, 1, '', 0);
INSERT INTO cards VALUES (2, 2, '', 0);
INSERT INTO reviews VALUES (
  '017e43dc-0600-7000-8000-000000000001', '017e1234-0000-7000-8000-000000000001', 'me', 'talks/place',
  '0123456789abcdef', '2022-01-10T12:00:00.000Z', 60, '2022-01-10', 1500, 'text', '{"typed":"Genf"}',
  'near', 0.5, 2, 3, 1, NULL, 'study', '00000000-s1', 2, '2022-01-12', 'quiz-fsrs6-1', 'old'
);
INSERT INTO renames VALUES (
  '017e43dc-0600-7000-8000-000000000002', '017e1234-0000-7000-8000-000000000001', 'talks/place',
  'talks/venue', '2022-01-10T12:01:00.000Z'
);
INSERT INTO reviews VALUES (
  '017e43dc-0600-7000-8000-000000000003', '017e1234-0000-7000-8000-000000000001', 'me', 'talks/month',
  'fedcba9876543210', '2022-01-10T12:02:00.000Z', 60, '2022-01-10', 900, 'date', '{"typed":"2022"}',
  'wrong', 0.0, 1, 1, 0, 3, 'study', '00000000-s1', 0, '2022-01-10', 'quiz-fsrs6-1', 'old'
);
INSERT INTO undos VALUES (
  '017e43dc-0600-7000-8000-000000000004', '017e1234-0000-7000-8000-000000000001', 'me',
  '017e43dc-0600-7000-8000-000000000003', '2022-01-10T12:03:00.000Z', 60, '2022-01-10', '00000000-s1'
);
INSERT INTO card_states VALUES ('me', 1, 'review', 2.25, 5.5, '2022-01-10', '2022-01-12', 2, 1, 0);
INSERT INTO new_cards VALUES ('me', 1, 1, 2);
"""
