"""Pieces of SQL that several queries over the log share."""

from __future__ import annotations

OPEN_EXAMS = "SELECT id FROM sittings WHERE mode = 'exam' AND ended_at IS NULL"
"""The exams that are not over: nothing may be told of their answers."""

LOCAL_MINUTE = """(60 * substr(answered_at, 12, 2) + substr(answered_at, 15, 2)
        + utc_offset_minutes + 2880) % 1440"""
"""The minute of the day, by the clock where an answer was given."""

OPTIONS_SHOWN = """CASE WHEN kind IN ('choice', 'true-false', 'several', 'order', 'match')
            THEN coalesce(json_array_length(response, '$.shown'), 0) ELSE 0 END"""
"""How many options stood beside a question; 0 where it was typed."""
