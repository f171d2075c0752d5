"""The definitions for pre-commit and for GitHub run what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/banks.yml").read_text("utf-8"))
SOUND = "quiz: 1\ntitle: Towns\nquestions:\n  - id: capital\n    front: Capital of France\n    back: Paris\n"
FAULTY = SOUND.replace("back", "bakc")
OTHER = "services:\n  web:\n    image: {{ name }}\n"


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in a folder, as the program that was installed would be."""
    assert command[0] == "quiz"
    own = {"PYTHONPATH": str(ROOT), "QUIZ_DB": str(folder / "none.db"), "QUIZ_BANKS": ""}
    environ = {**os.environ, **own}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environ, capture_output=True, text=True, check=False
    )


def hook(name: str, folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: entry, arguments, and the names of files that it wants."""
    told = HOOKS[name]
    wanted = [file for file in files if re.search(told.get("files", ""), file)]
    if told.get("types") == ["yaml"]:
        wanted = [file for file in wanted if file.endswith((".yaml", ".yml"))]
    names = wanted if told.get("pass_filenames", True) else []
    return run([*shlex.split(told["entry"]), *told.get("args", ()), *names], folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions/towns.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "compose.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_hooks_say_all_that_pre_commit_needs() -> None:
    for told in HOOKS.values():
        assert {"id", "name", "entry", "language"} <= told.keys()
        assert told["language"] == "python"
        re.compile(told.get("files", ""))


def test_the_hook_lets_sound_banks_pass_and_other_yaml_alone(folder: Path) -> None:
    done = hook("quiz-check", folder, "questions/towns.yaml", "compose.yaml", "README.md")
    assert (done.returncode, done.stdout) == (0, "1 bank, 1 question: nothing found.\n")


def test_the_hook_lets_a_commit_without_banks_pass(folder: Path) -> None:
    assert hook("quiz-check", folder, "compose.yaml").returncode == 0


def test_the_hook_stops_a_faulty_bank(folder: Path) -> None:
    (folder / "questions/towns.yaml").write_text(FAULTY, encoding="utf-8")
    done = hook("quiz-check", folder, "questions/towns.yaml", "compose.yaml")
    assert done.returncode == 1
    assert "questions/towns.yaml:6:5: error: " in done.stdout


def test_the_hook_stops_a_bank_that_breaks_off_above_its_first_key(folder: Path) -> None:
    (folder / "questions/towns.yaml").write_text("{quiz: 1, title: [", encoding="utf-8")
    assert hook("quiz-check", folder, "questions/towns.yaml").returncode == 1


def test_the_hook_for_all_sees_banks_that_were_not_committed(folder: Path) -> None:
    assert hook("quiz-check-all", folder, "text.md").returncode == 0
    (folder / "questions/towns.yaml").write_text(FAULTY, encoding="utf-8")
    assert hook("quiz-check-all", folder, "text.md").returncode == 1


def steps() -> list[dict[str, Any]]:
    return list(WORKFLOW["jobs"]["check"]["steps"])


def test_the_workflow_has_what_github_needs() -> None:
    # YAML 1.1 reads the key `on` as true.
    assert {"push", "pull_request"} <= WORKFLOW[True].keys()
    assert WORKFLOW["jobs"]["check"]["runs-on"]
    assert all(("uses" in step) != ("run" in step) for step in steps())
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_the_workflow_installs_this_repository_and_checks_its_banks() -> None:
    install, check = [shlex.split(step["run"]) for step in steps() if "run" in step]
    assert install == ["python", "-m", "pip", "install", "."]
    done = run(check, ROOT)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "nothing found" in done.stdout


def test_the_workflow_marks_a_fault_beside_its_line(folder: Path) -> None:
    (folder / "questions/towns.yaml").write_text(FAULTY, encoding="utf-8")
    check = shlex.split(steps()[-1]["run"])
    done = run(check, folder)
    assert done.returncode == 1
    assert "::error file=questions/towns.yaml,line=6,col=5,title=unknown-key::" in done.stdout
