"""Whole workspaces of wrong files, and all that is said of them in one run, word for word.

After a message has changed on purpose, read what `UPDATE_GOLDEN=1 pytest tests/golden/test_problems.py` writes.
"""

import os
from pathlib import Path

import pytest

from resume_tailor.pipeline import load_base, load_profile
from resume_tailor.problems import ProblemsError, has_errors, ordered, render
from resume_tailor.workspace import Workspace

FOLDERS = sorted(path for path in (Path(__file__).parent / "problems").iterdir() if path.is_dir())


def problems_of(folder):
    """What `resume build --company socar` finds, and the sources to show it with."""
    workspace = Workspace(folder)
    base = load_base(workspace.base())
    problems = list(base.problems)
    with pytest.raises(ProblemsError) as error:
        load_profile("socar", workspace.profile("socar"), base)
    return ordered([*problems, *error.value.problems]), workspace.sources


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_everything_wrong_is_told_at_once(folder):
    problems, sources = problems_of(folder)
    text = "".join(f"{render(problem, sources)}\n" for problem in problems)
    golden = folder / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_each_mistake_is_told_once_at_a_place_of_its_own(folder):
    problems, _ = problems_of(folder)
    assert len({problem.place for problem in problems}) == len(problems)
    assert has_errors(problems)


def test_ten_mistakes_in_a_base_and_ten_in_a_profile_are_told_in_one_run():
    problems, _ = problems_of(Path(__file__).parent / "problems" / "ten-mistakes")
    for part in ("resume", "companies"):
        assert sum(problem.place.path.startswith(part) for problem in problems) >= 10


def test_every_unreadable_file_is_told():
    folder = Path(__file__).parent / "problems" / "unreadable"
    problems, _ = problems_of(folder)
    files = {f"{path.parent.name}/{path.name}" for path in folder.glob("*/*")}
    assert {problem.place.path for problem in problems} == files
