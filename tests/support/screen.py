"""The installed command, run in a terminal: what a person sees there."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from command import RESUME, environment

_STYLE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07]*\x07")


def shown(*args: str, cwd: Path, columns: int, **env: str) -> str:
    """Run `resume` in a terminal of a width; everything it printed, with its colours."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    settings = environment(cwd, TERM="xterm-256color", COLUMNS=str(columns), **env)
    with subprocess.Popen([str(RESUME), *args], cwd=cwd, env=settings, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        data = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert running.returncode == 0, data
    return data.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the command has ended
        return b""


def bare(text: str) -> str:
    """The text without colours and the spaces that fill lines up."""
    return "".join(f"{line.rstrip()}\n" for line in _STYLE.sub("", text).splitlines())
