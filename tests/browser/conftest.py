"""The report in a real browser: collected only where Chromium and what drives it are there."""

from __future__ import annotations

import importlib.util
import os
import shutil

CHROMIUM = os.environ.get("QUIZ_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
DRIVERS = ("playwright", "axe_playwright_python")

if CHROMIUM is None or not all(importlib.util.find_spec(name) for name in DRIVERS):
    collect_ignore_glob = ["test_*.py"]
