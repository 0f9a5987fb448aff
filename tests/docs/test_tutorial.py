"""The tutorials, done line by line: what they say to type runs, and says what they show.

After an output has changed on purpose, read what `UPDATE_GOLDEN=1 pytest tests/docs/test_tutorial.py` writes.
"""

import os
import re
import tomllib

import pytest
from consoles import SHELLS, Terminal, blocks, fits, steps
from example import REPOSITORY
from serving import preview

TUTORIALS = ("tutorial.md", "tutorial.ko.md")


def installed(terminal, package):
    """Stands in for `pip install ./PACKAGE`, which would change the environment that runs the tests."""
    project = tomllib.loads((terminal.folder / package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site = terminal.folder / "site"
    info = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")
    points = [
        line
        for group, named in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in named.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(points) + "\n", encoding="utf-8")
    terminal.env["PYTHONPATH"] = os.pathsep.join((str(site), str(terminal.folder / package)))
    return ""


def looked_at(terminal, command):
    """What a preview says when it starts; its page answers, and Ctrl-C ends it."""
    with preview(terminal.folder, *command.split()[2:]) as served:
        status, _, body = served.ask("/example")
        assert (status, b"<title>" in body) == (200, True)
        second = served.process.stdout.readline()
        assert served.stop() == 0
    return f"Preview: {served.url}\n{second}"


def said(terminal, command):
    """What a command of a tutorial says; an exit code beyond 1 is wrong use, or a bug."""
    if command == "pip install .":
        return ""
    if command.startswith("pip install ./"):
        return installed(terminal, command.removeprefix("pip install ./"))
    if command.startswith("resume preview"):
        return looked_at(terminal, command)
    code, text = terminal.run(command)
    assert code in {0, 1}, text
    return text


@pytest.mark.parametrize("name", TUTORIALS)
def test_every_line_of_a_tutorial_runs_and_says_what_is_shown(name, tmp_path):
    page = REPOSITORY / "docs" / name
    text = page.read_text(encoding="utf-8")
    terminal, wrong, anew = Terminal(tmp_path), [], text
    for block in blocks(text):
        if terminal.keep(block) or block.kind not in SHELLS:
            continue
        written = ""
        for step in steps(block):
            output = said(terminal, step.command)
            right = fits(step.shown, output)
            written += f"$ {step.command}\n{step.shown if right else output}"
            if not right:
                wrong.append(f"docs/{name}:{step.line}: $ {step.command}\n{output}")
        anew = anew.replace(f"\n{block.text}```", f"\n{written}```", 1)
    if os.environ.get("UPDATE_GOLDEN"):
        page.write_text(anew, encoding="utf-8")
    assert wrong == []


def test_the_tutorials_take_the_same_steps():
    pages = [(REPOSITORY / "docs" / name).read_text(encoding="utf-8") for name in TUTORIALS]
    first, second = ([taken(block) for block in blocks(page)] for page in pages)
    assert first == second


def taken(block):
    """What a reader does with a block, whatever the language of the answer."""
    return block.text if block.info else [re.sub(" --lang ..", "", step.command) for step in steps(block)]
