"""The installed command, run as a user runs it: in a folder, with little in the environment."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

RESUME = Path(sys.executable).with_name("resume")
DAY = "2026-11-23"


@dataclass(frozen=True)
class Ran:
    """What came of a run."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The first line of each problem."""
        return [line for line in self.err.splitlines() if ": error: " in line or ": warning: " in line]


def environment(home: Path, **more: str) -> dict[str, str]:
    """As good as nothing: no language but UTF-8, no colours, no settings of the machine that runs the tests."""
    return {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8", **more}


def run(*args: str, cwd: Path, stdin: str = "", **env: str) -> Ran:
    """Run `resume` in a folder; a traceback fails the test, whoever asked."""
    done = subprocess.run(
        [str(RESUME), *args],
        cwd=cwd,
        env=environment(cwd, **env),
        input=stdin.encode(),
        capture_output=True,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
    assert "Traceback" not in ran.err, ran.err
    assert ran.code in {0, 1, 2}, ran.err
    return ran
