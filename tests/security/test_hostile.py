"""What strangers may send neither runs, nor reads, nor reaches out, nor hangs, nor writes where it should not."""

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

import pytest
from command import RESUME, environment
from disk import SMALL, png, write
from hostile import CASES, Case

SECRET = "CANARY-4f1c9a"
MADE = ("dist/", ".resume/")
CONTROLS = set("\x1b\x07\x9b")  # what a terminal would obey
PATIENCE = 60  # seconds: what takes a second here may take ten on a busy machine, and what never ends takes more
MOST_MEMORY = 500_000  # KB
HERE = Path(__file__).parent
GUARD = HERE / "guard"
ENDS = dict(line.split(" | ") for line in (HERE / "ends.txt").read_text(encoding="utf-8").splitlines())
PAGE = Path(__file__).parents[2] / "docs/security.md"


@pytest.fixture
def outside(tmp_path):
    """A folder beside the workspace: nothing of it may come into any output, and nothing may be written there."""
    return write(tmp_path / "outside", {"secret.txt": SECRET, "secret.png": png() + SECRET.encode()})


def ran(args: tuple[str, ...], cwd: Path, log: Path, outside: Path) -> tuple[int, str, str, int]:
    """Run the command watched; return its exit, what it said, and its peak memory in KB."""
    env = environment(cwd, PYTHONPATH=str(GUARD), GUARD_LOG=str(log), GUARD_OUTSIDE=str(outside))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [str(RESUME), *args], cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        patience = threading.Timer(PATIENCE, process.kill)
        patience.start()
        _, status, usage = os.wait4(process.pid, 0)
        patience.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said = [stream.seek(0) or stream.read().decode("utf-8", "replace") for stream in (out, err)]
    return process.returncode, said[0], said[1], usage.ru_maxrss


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes; a link is not followed."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def laid(case: Case, workspace: Path, outside: Path) -> Path:
    """Lay a case's files over a small workspace."""
    secret = str(outside / "secret.txt")
    for name, data in (SMALL | {"companies/acme.yaml": "company: {name: 애크미}\n"} | dict(case.files)).items():
        filled = data.replace("{outside}", str(outside)).replace("{secret}", secret) if isinstance(data, str) else data
        write(workspace, {name: filled})
    if case.before:
        case.before(workspace, outside)
    return workspace


def rules(said: str) -> str:
    """The rules of the problems told, each once."""
    return " ".join(dict.fromkeys(re.findall(r"^\S.*: (?:error|warning|info): .*\[([\w-]+)\]$", said, re.MULTILINE)))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_it_neither_runs_nor_reads_nor_reaches_out_nor_hangs(case: Case, tmp_path, outside):
    workspace = laid(case, tmp_path / "ws", outside)
    before, there = contents(workspace), contents(outside)
    code, out, err, memory = ran(case.args, workspace, tmp_path / "log", outside)
    made = {name: data for name, data in contents(workspace).items() if name.startswith(MADE)}
    assert f"{code} {rules(out + err)}".strip() == ENDS[case.id], err[-2000:]
    assert "Traceback" not in err
    assert memory < MOST_MEMORY
    assert not (tmp_path / "log").exists(), (tmp_path / "log").read_text()
    assert contents(outside) == there
    assert {name: data for name, data in contents(workspace).items() if not name.startswith(MADE)} == {
        name: data for name, data in before.items() if not name.startswith(MADE)
    }
    assert not [name for name, data in made.items() if SECRET.encode() in data]
    assert SECRET not in out + err
    assert not CONTROLS & set(out + err)


def test_each_has_a_name_of_its_own_and_an_end():
    assert [case.id for case in CASES] == list(ENDS)


def test_the_page_counts_them():
    counts = Counter(case.kind for case in CASES)
    told = dict(re.findall(r"^\| (\w[\w ]*) \| (\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {kind: int(told[kind]) for kind in counts} == counts
    assert int(told["all of them"]) == len(CASES)
