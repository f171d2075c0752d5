"""What all tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from hypothesis import settings

settings.register_profile("quiz", deadline=None)
# The same examples in every run: what a change is judged by must not depend on luck. Fewer of them, for
# there each line is traced; whoever runs the tests by hand draws new ones, and as many as usual.
settings.register_profile("judged", deadline=None, derandomize=True, max_examples=60)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quiz"))

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own in it, for one user alone
ENOUGH_BYTES = 2 * 1024**3

# Most of the time of the tests would go into waiting for a disk: every answer is synced to it.
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))
