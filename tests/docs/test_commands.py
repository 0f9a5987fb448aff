"""Every command of the docs: run in a copy of the example, in the order of its page; what cannot run says why."""

import re
import shlex
from functools import cache

import pytest
from consoles import SHELLS, Terminal, blocks, commands, steps
from example import REPOSITORY, copy
from serving import preview

from check_docs import command_line, project_files, wrong_use

# What a test does not run, and why. Each is checked as far as it can be: see below.
NOT_RUN = {
    "make ": "works on the repository and not on a workspace, for minutes; its target is looked up",
    ".venv/bin/": "is of the repository too; test_contributing.py looks up what it names",
    "pip install": "changes the environment that runs the tests; test_tutorial.py stands in for it",
    "apt install": "changes the machine",
    "brew install": "changes the machine",
    "git ": "needs a network, or writes history",
    "pre-commit ": "needs a network; test_hooks.py runs the hooks themselves",
}
TUTORIALS = {"tutorial.md", "tutorial.ko.md"}  # test_tutorial.py runs them, outputs and all
# The same commands in Korean: held to be the same, so that one run is enough.
TWINS = {
    "README.ko.md": "README.md",
    "docs/linting.ko.md": "docs/linting.md",
    "docs/postings.ko.md": "docs/postings.md",
}
PAGES = [
    path
    for path in project_files()
    if (path.suffix == ".md" and path.parent in {REPOSITORY, REPOSITORY / "docs"}) or path.match("docs/decisions/*.md")
]
RUN = {
    name: text
    for path in PAGES
    if (name := path.relative_to(REPOSITORY).as_posix()) not in TWINS
    and path.name not in TUTORIALS
    and commands(text := path.read_text(encoding="utf-8"))
}


FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


def reason(command):
    """Why a command is not run, or None."""
    return next((why for start, why in NOT_RUN.items() if command.startswith(start)), None)


@pytest.fixture
def terminal(tmp_path):
    """The example with what the docs suppose a reader to have beside it."""
    folder = copy(tmp_path / "example")
    idea = (
        "# 동네 빵집 재고 예측\n\n아침마다 빵이 모자라 이유를 물었다. 재고를 직접 세어 매진율을 12%에서 7%로 낮췄다.\n"
    )
    for name in ("README.md", "idea.md", "drafts/one.md", "notes/two.md"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(idea, encoding="utf-8")
    posting = (folder / "postings" / "dangol.md").read_text(encoding="utf-8").replace("단골장터(Dangol)", "물결(Wave)")
    (folder / "postings" / "wave.md").write_text(posting, encoding="utf-8")
    (folder / "Downloads").mkdir()
    (folder / "Downloads" / "wave.html").write_text(f"<html><body><pre>{posting}</pre></body></html>", encoding="utf-8")
    return Terminal(folder)


@pytest.mark.parametrize("name", RUN)
def test_every_command_of_a_page_runs(name, terminal):
    home = terminal.folder
    for block in (block for block in blocks(RUN[name]) if block.kind in SHELLS):
        for step in steps(block):
            if reason(step.command):
                continue
            if step.command.startswith("resume preview"):
                shown(terminal.folder, step.command)
                continue
            code, said = terminal.run(step.command)
            fails = {0, 1} if "resume lint" in step.command else {0}  # the example has what lint finds
            assert code in fails, f"{name}:{step.line}: $ {step.command}\n{said}"
        terminal.folder = home  # the next block begins where this one did


def shown(folder, command):
    """A preview starts and answers."""
    with preview(folder, *shlex.split(command, comments=True)[2:]) as served:
        assert served.ask("/")[0] in {200, 302, 303, 307}


@pytest.mark.parametrize(("twin", "page"), TWINS.items())
def test_a_page_and_its_twin_have_the_same_commands_and_headings(twin, page):
    mine, theirs = ((REPOSITORY / name).read_text(encoding="utf-8") for name in (twin, page))
    assert commands(mine) == commands(theirs)
    assert headings(mine) == headings(theirs)


def headings(text):
    """The levels of a text's headings, in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", re.sub(FENCED, "", text), re.MULTILINE)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_command_in_a_sentence_or_a_table_is_one(path):
    quoted = re.findall(r"`(resume [a-z](?:[^`]*[^`\s])?)`", re.sub(FENCED, "", path.read_text(encoding="utf-8")))
    wrong = [found for command in quoted if (found := wrong_use(group(), command.replace("\\|", "|").rstrip(" …")))]
    assert wrong == []


@cache
def group():
    return command_line()


def test_every_make_target_that_the_docs_name_exists():
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert set(re.findall(r"(?:^|`)(?:\$ )?make ([a-z][a-z-]*)", text, re.MULTILINE)) - targets == set()
