"""Commands measured one after the other, round by round: A B C A B C. What slows the machine slows all of them."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Task:
    """A command to measure, and what must be done before each of its runs, which is not measured."""

    name: str
    command: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str]
    before: Callable[[], object] = _nothing
    ends: tuple[int, ...] = (0,)  # with these exit codes; lint says by 1 that it found something


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: how long it took, how long processors worked on it (its children included), its most memory at once."""

    seconds: float
    work: float
    peak: int  # of itself or the largest process it started


@dataclass(frozen=True, slots=True)
class Figures:
    """What several runs of a command come to, a sample for each round: medians, and between which times they lay."""

    samples: tuple[Sample, ...]

    @property
    def seconds(self) -> list[float]:
        """How long each run took."""
        return [sample.seconds for sample in self.samples]

    @property
    def median(self) -> float:
        """Seconds of the middle run."""
        return statistics.median(self.seconds)

    @property
    def works(self) -> list[float]:
        """How long processors worked on each run."""
        return [sample.work for sample in self.samples]

    @property
    def work(self) -> float:
        """Seconds of the processors' work on the middle run."""
        return statistics.median(self.works)

    @property
    def peak(self) -> int:
        """Bytes of memory of the middle run."""
        return round(statistics.median(sample.peak for sample in self.samples))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the rounds' ratios: what slowed the machine for a while slowed both sides of one."""
    return statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))


class FailedError(Exception):
    """A command that was to be measured did not end well."""


def interleaved(tasks: Sequence[Task], runs: int) -> dict[str, Figures]:
    """Return each task's figures from `runs` rounds, after one that does not count."""
    samples: dict[str, list[Sample]] = {task.name: [] for task in tasks}
    for number in range(runs + 1):
        for task in tasks:
            sample = once(task)
            if number:
                samples[task.name].append(sample)
    return {name: Figures(tuple(each)) for name, each in samples.items()}


def once(task: Task) -> Sample:
    """Run a task, or raise `FailedError` with what it said."""
    task.before()
    with TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            task.command, cwd=task.cwd, env=dict(task.env), stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in task.ends:
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip()
            raise FailedError(f"{task.name}: exit code {process.returncode}\n{words}")
    return Sample(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT)
