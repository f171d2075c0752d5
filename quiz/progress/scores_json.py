"""Scores over several sittings as JSON, alike wherever they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quiz.progress.scores import Score, Standing

DECIMALS = 6


def standing_json(standing: Standing) -> dict[str, Any]:
    """Return {sittings, best, last, trend}; best and last as ``score_json``, trend null for too few."""
    trend = standing.trend
    return {
        "sittings": standing.sittings,
        "best": score_json(standing.best),
        "last": score_json(standing.last),
        "trend": trend
        and {
            "way": trend.way.value,
            "slope": round(trend.slope, DECIMALS),
            "margin": round(trend.margin, DECIMALS),
            "sittings": trend.sittings,
        },
    }


def score_json(score: Score) -> dict[str, Any]:
    """Return {sitting, day, points, out_of, share, corrected}."""
    return {
        "sitting": score.session,
        "day": score.day.isoformat(),
        "points": round(score.points, DECIMALS),
        "out_of": score.out_of,
        "share": round(score.share, DECIMALS),
        "corrected": round(score.corrected, DECIMALS),
    }
