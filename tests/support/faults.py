"""A workspace in three states, and builds of it that are ended or disturbed between the first and the second.

Run as a program, it kills as many builds as it is told and prints what came of them, as in docs/faults.md:
`python tests/support/faults.py 300`.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from command import DAY, RESUME, Ran, environment
from disk import SMALL, contents, write

HOOK = Path(__file__).with_name("faulty")
BASE = SMALL["resume/base.yaml"]
STATES = {"old": BASE, "new": BASE.replace("나눠", "새로 나눠"), "next": BASE.replace("나눠", "다시 나눠")}
BOREAL = "company: {name: {ko: 보리얼, en: Boreal}}\n"


@dataclass(frozen=True)
class Way:
    """One way of building that is to be disturbed."""

    name: str
    words: tuple[str, ...]
    built: bool  # whether an older build lies there


def _ways() -> Iterator[Way]:
    for built in (False, True):
        there = "over an older build" if built else "into nothing"
        for form in ("html", "pdf,html"):
            yield Way(f"one company, {form}, {there}", ("--company", "acme", "--format", form), built)
            yield Way(f"--all --jobs 1, {form}, {there}", ("--all", "--jobs", "1", "--format", form), built)
    for built, there in ((False, "into nothing"), (True, "over an older build")):
        yield Way(f"--all --jobs 2, pdf,html, {there}", ("--all", "--jobs", "2", "--format", "pdf,html"), built)


WAYS = tuple(_ways())


def started(cwd: Path, *words: str, **env: str) -> subprocess.Popen:
    """`resume`, begun in a process group of its own."""
    more = {"PYTHONDONTWRITEBYTECODE": "1", **env}
    return subprocess.Popen(
        [str(RESUME), *words],
        cwd=cwd,
        env=environment(cwd.parent, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ended(process: subprocess.Popen) -> Ran:
    """What came of it."""
    out, err = process.communicate()
    return Ran(process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


@dataclass
class Bench:
    """Snapshots of a workspace, put back in one place before each fault: paths are a part of what the cache knows."""

    home: Path
    way: Way
    left: dict[str, dict[str, bytes]] = field(default_factory=dict)  # state -> what a build of it leaves in dist/

    @property
    def root(self) -> Path:
        return self.home / "ws"

    def prepare(self) -> "Bench":
        """Build each state once, undisturbed, and keep the place where the second build begins."""
        write(self.root, SMALL | {"companies/acme.yaml": SMALL["companies/acme.yaml"], "companies/boreal.yaml": BOREAL})
        for state in ("next", "new", "old"):
            shutil.rmtree(self.root / "dist", ignore_errors=True)
            shutil.rmtree(self.root / ".resume", ignore_errors=True)
            ran = self.build(state)
            assert ran.code == 0, ran.err
            self.left[state] = contents(self.root / "dist")
        if not self.way.built:
            shutil.rmtree(self.root / "dist")
            shutil.rmtree(self.root / ".resume")
            self.left["old"] = {}
        write(self.root, {"resume/base.yaml": STATES["new"]})
        shutil.copytree(self.root, self.home / "kept", symlinks=True)
        return self

    def reset(self) -> None:
        """Put everything back as it was before the second build."""
        shutil.rmtree(self.root)
        shutil.copytree(self.home / "kept", self.root, symlinks=True)

    def words(self) -> tuple[str, ...]:
        return ("build", *self.way.words, "--date", DAY)

    def build(self, state: str) -> Ran:
        write(self.root, {"resume/base.yaml": STATES[state]})
        return ended(started(self.root, *self.words()))

    def disturbed(self, kind: str, at: int) -> Ran:
        """Build the second state with a fault at the `at`-th change to a file."""
        told = self.home / "count"
        env = {"PYTHONPATH": str(HOOK), "FAULT": f"{kind}:{at}:{self.root}", "FAULT_COUNT": str(told)}
        return ended(started(self.root, *self.words(), **env))

    def count(self) -> int:
        """Return how often a build of the second state changes something on the disk."""
        self.reset()
        ran = self.disturbed("count", 0)
        assert ran.code == 0, ran.err
        return int((self.home / "count").read_text())

    def killed_after(self, seconds: float) -> Ran:
        """Build the second state and kill all its processes at some moment."""
        process = started(self.root, *self.words())
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        return ended(process)

    def wrong(self) -> list[str]:
        """Return what is neither old nor new in dist/."""
        if not (self.root / "dist").exists():
            return []
        found = {name: data for name, data in contents(self.root / "dist").items() if not name.endswith(".part")}
        bad = [name for name, data in found.items() if not self._may_be(name, data)]
        return bad + [name for name in self.left["old"] if name not in found]

    def _may_be(self, name: str, data: bytes) -> bool:
        both = [self.left[state].get(name) for state in ("old", "new")]
        if data in both:
            return True
        if not name.endswith("manifest.json"):
            return False
        told = json.loads(data)  # the new one, that still knows the old files
        del told["replaced"]
        return told == json.loads(both[1])

    def mended(self) -> list[str]:
        """Build the third state; return what is not as a first build of it would leave it."""
        ran = self.build("next")
        found = contents(self.root / "dist")
        wrong = [name for name in {*found, *self.left["next"]} if found.get(name) != self.left["next"].get(name)]
        litter = [path.name for path in self.root.rglob("*.part")]
        return [
            *wrong,
            *litter,
            *([] if ran.code == 0 else [ran.err]),
            *(["a word of it"] if "kept as" in ran.out else []),
        ]


def kills(bench: Bench, most: int, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Kill builds, at chosen changes first (all of them where `most` allows), then at random moments.

    Yield how each was killed, and what was wrong then or after the next build.
    """
    chance = random.Random(seed)
    begun = time.monotonic()
    points = list(range(1, bench.count() + 1))
    whole = time.monotonic() - begun
    chosen = points if len(points) <= most else sorted(chance.sample(points, most))
    for at in chosen:
        bench.reset()
        ran = bench.disturbed("kill", at)
        assert ran.code == -signal.SIGKILL, (at, ran)
        yield f"at change {at}", [*bench.wrong(), *bench.mended()]
    missing = most - len(chosen)
    while missing > 0:  # one that was done before its moment came does not count
        bench.reset()
        after = chance.uniform(0, whole)
        if bench.killed_after(after).code == -signal.SIGKILL:
            missing -= 1
            yield f"after {after:.3f} s", [*bench.wrong(), *bench.mended()]


def main(total: int) -> int:
    """Kill `total` builds, shared out over all ways; print a table, and return how many broke the law."""
    broken = 0
    print("| build | at a chosen change | at a random moment | broke the law |\n|---|--:|--:|--:|", flush=True)  # noqa: T201
    sums = [0, 0, 0]
    for way in WAYS:
        with tempfile.TemporaryDirectory() as home:
            came = list(kills(Bench(Path(home), way).prepare(), -(-total // len(WAYS))))
        bad = [one for one in came if one[1]]
        row = [sum(how.startswith("at") for how, _ in came), sum(how.startswith("after") for how, _ in came), len(bad)]
        sums = [a + b for a, b in zip(sums, row, strict=True)]
        print(f"| {way.name} | {' | '.join(map(str, row))} |", flush=True)  # noqa: T201
        for how, wrong in bad:
            print(f"{way.name}: {how}: {wrong}", file=sys.stderr, flush=True)  # noqa: T201
        broken += len(bad)
    print(f"| all | {' | '.join(map(str, sums))} |")  # noqa: T201
    return broken


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))
