"""The rules of the house that a tool can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "quiz").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 45
HOMES = {
    "yaml": "bank",
    "sqlite_utils": "store",
    "questionary": "ui",
    "prompt_toolkit": "ui",
    "rich": "ui",
    "click": "cli",
    "platformdirs": "cli",
    "plotille": "ui",
    "jinja2": "ui",
    "fsrs_rs_python": "memory",
}


def test_imports_go_one_way() -> None:
    check = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1] if len(node.body) > 1 and ast.get_docstring(node) else node.body[0]
            assert (node.end_lineno or 0) - first.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_has_one_home(path: Path) -> None:
    room = path.relative_to(ROOT / "quiz").parts[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert HOMES.get(name.partition(".")[0], room) == room, f"{name} belongs to {HOMES}"


def test_the_top_level_holds_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    top = {name.partition("/")[0] for name in listed if not name.startswith(".")}
    assert top == {"README.md", "pyproject.toml", "questions", "quiz", "tests"}
