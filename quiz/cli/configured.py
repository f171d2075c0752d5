"""The settings of a run, from where platformdirs says that they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from quiz import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.settings import Settings

PROGRAM = "quiz"


def read_settings(flags: Mapping[str, str | None]) -> Settings:
    """Return the settings from these flags, the environment and the config file."""
    folders = platformdirs.PlatformDirs(PROGRAM, appauthor=False)
    config = Path(folders.user_config_dir) / "config.toml"
    return settings.resolve(flags, os.environ, config, data=Path(folders.user_data_dir))
