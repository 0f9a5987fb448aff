"""What CONTRIBUTING.md sends people to is there, and each thing to add takes four steps."""

import re
import shlex

import pytest
from consoles import SHELLS, blocks, steps
from example import REPOSITORY

PAGE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^## (Add .*?)\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [step.command for block in blocks(PAGE) if block.kind in SHELLS for step in steps(block)]
COMMANDS += re.findall(r"`((?:[A-Z_]+=1 )?\.venv/bin/[^`]+)`", PAGE)


@pytest.mark.parametrize(("title", "text"), RECIPES, ids=[title for title, _ in RECIPES])
def test_a_thing_to_add_takes_four_steps(title, text):
    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "4"]


def test_there_are_four_things_to_add():
    assert [title for title, _ in RECIPES] == [
        "Add a lint rule",
        "Add a template",
        "Add a field of the base",
        "Add a dataset or a word",
    ]


def test_every_file_that_it_names_exists():
    named = re.findall(r"`((?:src|docs|scripts|templates|tests|resume)/[\w./-]*)`", PAGE)
    named += [word for command in COMMANDS for word in shlex.split(command) if re.match(r"(tests|scripts)/", word)]
    mine = {"resume/base.yaml"}  # of whoever reports a bug
    assert len(named) > 15
    assert [path for path in named if path not in mine and not (REPOSITORY / path).exists()] == []
