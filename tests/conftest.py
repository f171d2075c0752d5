"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("quiz", deadline=None)
# The same examples in every run: what a change is judged by must not depend on luck.
settings.register_profile("judged", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quiz"))
