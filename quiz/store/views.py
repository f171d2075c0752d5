"""The views for people and for queries: what the steps of the schema create, as text."""

from __future__ import annotations

VIEWS = {
    "card_keys": """
SELECT cards.id AS card_id,
       banks.key || '/' || questions.question
         || CASE cards.part WHEN '' THEN '' ELSE '#' || cards.part END AS card,
       banks.key AS bank, questions.question, cards.part, questions.kind,
       questions.prompt,
       banks.archived OR questions.archived OR cards.archived AS archived,
       questions.draft
FROM cards JOIN questions ON questions.id = cards.question_id JOIN banks ON banks.id = questions.bank_id
""",
    "reviews_kept": """
SELECT * FROM reviews WHERE NOT EXISTS (SELECT 1 FROM undos WHERE undos.review = reviews.id)
""",
    "reviews_readable": """
SELECT reviews.id, reviews.learner, reviews.card, reviews.answered_at AS answered_at_utc, reviews.study_day,
       round(reviews.duration_ms / 1000.0, 1) AS seconds, reviews.kind, reviews.response, reviews.verdict,
       reviews.score,
       CASE reviews.rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard'
                           WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
       reviews.interval_days, reviews.due_on, reviews.mode, reviews.session,
       EXISTS (SELECT 1 FROM undos WHERE undos.review = reviews.id) AS taken_back
FROM reviews
""",
    "cards_readable": """
SELECT card_states.learner, card_keys.card, card_keys.kind, card_keys.prompt, card_states.state,
       round(card_states.stability, 2) AS stability_days,
       round(card_states.difficulty, 2) AS difficulty_1_to_10,
       card_states.last_day, card_states.due_on, card_states.interval_days, card_states.reviews,
       card_states.lapses
FROM card_states JOIN card_keys ON card_keys.card_id = card_states.card_id
WHERE NOT (card_keys.archived OR card_keys.draft)
""",
    "cards_due": """
SELECT * FROM cards_readable WHERE due_on <= date('now', 'localtime', '-4 hours') ORDER BY due_on
""",
    "scores": """
SELECT learner, session, min(study_day) AS study_day, min(answered_at) AS started_at_utc,
       count(*) AS cards, sum(score) AS points,
       sum(verdict = 'right') AS right_answers, sum(verdict = 'near') AS near_answers,
       sum(verdict = 'partly') AS partly_right, sum(verdict = 'wrong') AS wrong_answers
FROM reviews_kept AS first
WHERE id = (SELECT min(id) FROM reviews_kept AS other
            WHERE other.learner = first.learner AND other.card = first.card AND other.session = first.session)
GROUP BY learner, session
""",
}

CARDS_DUE = """
SELECT * FROM cards_readable
WHERE due_on <= date('now', 'localtime', '-4 hours') AND (learner, card) NOT IN (
  SELECT aside.learner, card_keys.card FROM aside JOIN card_keys ON card_keys.card_id = aside.card_id
  WHERE aside.until > date('now', 'localtime', '-4 hours'))
ORDER BY due_on
"""
