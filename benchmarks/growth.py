"""How time and memory grow with the number of companies and of bullets. `make bench-growth` runs it.

It writes docs/pictures/growth.svg and its part of docs/benchmarks.md. BENCH_RUNS=3 sets how often each size is built.
"""

import math
import os
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import groups
import machine
import ours
import peers
import run
import svg
import table
from content import BULLETS, content
from timing import Figures, Sample, Task, once

COMPANIES = (1, 5, 20, 50, 100, 200)
BULLETS_OF_A_BASE = (50, 100, 200, 500, 1000, 2000)
PICTURE = peers.REPOSITORY / "docs/pictures/growth.svg"
_RUNS = 2
_FITTED = 3  # of the largest sizes: small ones are mostly start-up
_LINEAR = 1.1  # an exponent that measuring cannot tell from 1
_SOME = 20  # companies; by then all is loaded that a build needs

Sizes = Mapping[int, Figures]


def main() -> None:
    """Measure, draw, write."""
    runs = int(os.environ.get("BENCH_RUNS") or _RUNS)
    where = machine.described()
    by_companies = measured("companies", [companies(number) for number in COMPANIES], runs)
    by_bullets = measured("bullets", [bullets(number) for number in BULLETS_OF_A_BASE], runs)
    PICTURE.write_text(svg.drawing(curves(by_companies, by_bullets), "How cost grows"), encoding="utf-8")
    run.write("growth", report(where, by_companies, by_bullets))
    print(verdict("companies", by_companies), verdict("bullets", by_bullets), flatness(by_companies))


def companies(number: int) -> Task:
    """Return a cold build of so many companies in one process."""
    what, root = content("ko", BULLETS["ko", 2]), groups.WORK / "growth-companies"
    return task(number, ("build", "--all", *one_process()), root, lambda: ours.write(root, what, number))


def bullets(number: int) -> Task:
    """Return a cold build of one company from a base of so many bullets."""
    root = groups.WORK / "growth-bullets"
    what = content("ko", number)
    return task(number, ("build", "--company", "c000"), root, lambda: ours.write(root, what))


def task(number: int, args: Sequence[str], root: Path, before: Callable[[], object]) -> Task:
    """Return one size's command."""
    return Task(str(number), ours.command(*args), root, groups.environment("resume"), before)


def one_process() -> tuple[str, ...]:
    """Return the option that keeps all work in one process, if `resume build` has one."""
    told = subprocess.run(ours.command("build", "--help"), capture_output=True, text=True, check=True).stdout
    return ("--jobs", "1") if "--jobs" in told else ()


def measured(what: str, tasks: Sequence[Task], runs: int) -> dict[int, Figures]:
    """Return the figures of each size; the sizes are gone through in turns."""
    samples: dict[int, list[Sample]] = {int(each.name): [] for each in tasks}
    for turn in range(runs):
        for each in tasks:
            run.tell(f"{each.name} {what}, {turn + 1} of {runs}")
            samples[int(each.name)].append(once(each))
    return {size: Figures(tuple(each)) for size, each in samples.items()}


def curves(by_companies: Sizes, by_bullets: Sizes) -> list[svg.Curve]:
    """Return time above memory, companies beside bullets."""
    both = (("companies", by_companies), ("bullets", by_bullets))
    times = [
        svg.Curve(f"Processor time by {what}", what, "s", tuple((size, each.work) for size, each in sizes.items()))
        for what, sizes in both
    ]
    memory = [
        svg.Curve(f"Peak memory by {what}", what, "MB", tuple((size, each.peak / 1e6) for size, each in sizes.items()))
        for what, sizes in both
    ]
    return [*times, *memory]


def exponent(sizes: Sizes) -> float:
    """Return by which power of the size the processor time grows: the slope of what fits the largest sizes best.

    Two sizes would not do: a machine that is a tenth slower for one makes 0.14 of power between it and its half.
    """
    last = list(sizes.items())[-_FITTED:]
    logs = [(math.log(size), math.log(each.work)) for size, each in last]
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def verdict(what: str, sizes: Sizes) -> str:
    """Say whether the time grows as the size does, or faster."""
    small, *_, large = list(sizes)[-_FITTED:]
    power = exponent(sizes)
    word = "linear or better" if power <= _LINEAR else "worse than linear"
    return f"From {small:,} to {large:,} {what}, processor time grows by the power of {power:.2f}: {word}."


def flatness(by_companies: Sizes) -> str:
    """Say how much memory a company more takes; what a layout took is given back."""
    most = max(by_companies)
    before, after = by_companies[_SOME].peak, by_companies[most].peak
    each = (after - before) / (most - _SOME) / 1000
    return (
        f"Memory at {most} companies in one process is {after / before:.2f} of that at {_SOME}: {each:.0f} KB each "
        "for its profile and for what compares it with others. What a layout took, some 30 MB, is given back each time."
    )


def report(where: str, by_companies: Sizes, by_bullets: Sizes) -> str:
    """Return the part of the page."""
    parts = [f"## How cost grows\n\nMeasured {where}", "![Processor time and peak memory](pictures/growth.svg)", _HOW]
    for what, sizes in (("companies", by_companies), ("bullets", by_bullets)):
        lines = (
            [f"{size:,}", table.duration(each.work), table.duration(each.work / size), table.megabytes(each.peak)]
            for size, each in sizes.items()
        )
        parts.append(table.rows([what, "processor time", f"each of the {what}", "peak memory"], lines))
        parts.append(verdict(what, sizes))
    return "\n\n".join([*parts, flatness(by_companies)])


_HOW = """\
Cold builds, PDF + HTML, one process, so that processor time is what an idle machine takes. Companies: two Korean pages
each. Bullets: those of the base, of which one company keeps six in ten. The dashed line is straight from the first size
to the last: a curve below it bends upwards."""


if __name__ == "__main__":
    main()
