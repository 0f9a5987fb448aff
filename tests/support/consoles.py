"""What the docs show of a terminal: their shell blocks as commands with outputs, and a folder to run them in."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

from command import environment
from example import REPOSITORY

EPOCH = "1795392000"  # 2026-11-23, so that durations and dates stay
_BLOCK = re.compile(r"^(`{3,})(sh|bash|shell|console|[\w-]+)?[ \t]*([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s{2,})#.*")  # two spaces: `echo "# title"` is none
SHELLS = {"sh", "bash", "shell", "console"}


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands behind that, its text, and the line its text begins on."""

    kind: str
    info: str
    text: str
    line: int


@dataclass
class Step:
    """One command with the output that the docs show; `shown` is None where they show none."""

    command: str
    line: int
    shown: str | None = None


def blocks(text: str) -> Iterator[Block]:
    """Every fenced block of a Markdown text."""
    for found in _BLOCK.finditer(text):
        yield Block(found[2] or "", found[3].strip(), found[4], text.count("\n", 0, found.start(4)) + 1)


def steps(block: Block) -> Iterator[Step]:
    """The commands of a block: in a console those behind `$ `, each with what follows; else each line."""
    step: Step | None = None
    for number, line in enumerate(block.text.splitlines(), block.line):
        if block.kind == "console":
            if line.startswith("$ "):
                if step:
                    yield step
                step = Step(line[2:], number, "")
            elif step:
                step.shown += f"{line}\n"
        elif command := _COMMENT.sub("", line).strip():
            yield Step(command, number)
    if step:
        yield step


def commands(text: str) -> list[str]:
    """Every command of a text's shell blocks, without comments."""
    return [
        re.sub(r"\s#.*", "", step.command) for block in blocks(text) if block.kind in SHELLS for step in steps(block)
    ]


def fits(shown: str, said: str) -> bool:
    """Whether an output is what the docs show, where `...` stands for anything."""
    return OutputChecker().check_output(shown, said, ELLIPSIS)


@dataclass
class Terminal:
    """A shell in a folder that remembers where it is; `resume` is the installed command."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        path = os.pathsep.join((str(Path(sys.executable).parent), os.defpath))
        self.env = environment(self.folder, PATH=path, SOURCE_DATE_EPOCH=EPOCH, COLUMNS="100", **self.env)

    def run(self, command: str) -> tuple[int, str]:
        """Run a command line: its exit code, and all that it said."""
        if command.startswith("cd "):
            self.folder = (self.folder / shlex.split(command)[1]).resolve(strict=True)
            return 0, ""
        done = subprocess.run(
            ["/bin/bash", "-c", command],
            cwd=self.folder,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode("utf-8", "replace").replace(str(REPOSITORY), "...")
        assert "Traceback" not in said, said
        return done.returncode, said

    def keep(self, block: Block) -> bool:
        """Write the file that a block names (`write=PATH`, `add=PATH`); False where it names none."""
        found = re.fullmatch(r"(write|add)=(\S+)", block.info)
        if not found:
            return False
        path = self.folder / found[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if found[1] == "add" else ""
        path.write_text(before + block.text, encoding="utf-8")
        return True
