from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from quiz.authoring.draft.changing import Spoilt
from quiz.cli.draft_editing import edited

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from quiz.authoring.writing import Entry

DRAFT: Entry = {"id": "x", "ask": "Who came?", "answer": "Ada", "draft": True}


def uses(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Let the editor be a program that changes the file that it is given."""
    path = folder / "nano"
    head = f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[-1])"
    path.write_text(f"{head}\n{script}\n", encoding="utf-8")
    os.chmod(path, 0o755)  # noqa: PTH101, S103 - a program of the test
    monkeypatch.setenv("VISUAL", str(path))


def test_an_editor_that_cannot_be_started_leaves_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    told = edited(DRAFT, None)
    assert isinstance(told, str)
    assert told.startswith("VISUAL is ")
    assert told.endswith(" The draft stays as it was.")


def test_what_the_editor_leaves_is_the_draft(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    uses(monkeypatch, tmp_path, "path.write_text('\\n'.join(path.read_text().split('\\n')[1:]))")
    assert edited(DRAFT, None) == {"id": "x", "ask": "Who came?", "answer": "Ada"}


def test_it_goes_on_with_the_bytes_that_were_left_at_the_line_that_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    uses(monkeypatch, tmp_path, "path.write_bytes(b'ask: caf\\xe9\\nanswer: Ada\\n')")
    spoilt = edited(DRAFT, None)
    assert isinstance(spoilt, Spoilt)
    assert "0xE9" in spoilt.faults[0]
    seen = tmp_path / "seen"
    keep = f"pathlib.Path({str(seen)!r}).write_bytes(sys.argv[1].encode() + b'\\n' + path.read_bytes())"
    uses(monkeypatch, tmp_path, keep)
    assert edited(DRAFT, spoilt) == spoilt
    assert seen.read_bytes() == f"+{spoilt.line}\n{spoilt.text}".encode(errors="surrogateescape")
    assert b"ask: caf\xe9\n" in seen.read_bytes()
