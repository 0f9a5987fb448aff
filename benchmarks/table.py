"""The figures as Markdown. Text in, text out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bars import CVLOOM, OURS, RENDERCV, Bar
from timing import Figures

PAGE = """\
# How fast it is

Written by `make bench` and `make bench-growth`; do not edit. Times are of one machine at one moment;
the ratios carry over.

<!-- bench -->
<!-- /bench -->

<!-- growth -->
<!-- /growth -->
"""
_MEGABYTE = 1_000_000
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Made:
    """What a tool made of a base: pages, and characters in the text layer."""

    base: str
    tool: str
    pages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one group of interleaved commands; each is also given as a multiple of the first one."""

    title: str
    figures: Mapping[str, Figures]


def replaced(page: str, name: str, text: str) -> str:
    """Return the page with the part between two marks made anew."""
    pattern = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"the page has no place for '{name}'")
    return pattern.sub(lambda _: f"\n{text.strip()}\n\n", page)


def rows(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table; all columns but the first are flush right."""
    marks = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, marks, *lines])


def duration(seconds: float) -> str:
    """Say a time with three digits: 26.1 ms, 1.23 s."""
    if seconds < 1:
        milliseconds = seconds * 1000
        return f"{milliseconds:.1f} ms" if milliseconds < 100 else f"{milliseconds:.0f} ms"  # noqa: PLR2004
    return f"{seconds:.3g} s" if seconds < 1000 else f"{seconds:.0f} s"  # noqa: PLR2004


def megabytes(size: int) -> str:
    """Say an amount of memory."""
    return f"{size / _MEGABYTE:.0f} MB"


def bar_table(found: Iterable[Bar]) -> str:
    """Return the bars with what was measured."""
    return rows(
        ["what must show", "at most", "time", "", "processor time"],
        ([bar.text, f"{bar.limit:g}", _ratio(bar.ratio), bar.verdict, _ratio(bar.of_work)] for bar in found),
    )


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"


def section(part: Section) -> str:
    """Return a group's heading and table."""
    first = next(iter(part.figures.values()))
    lines = (
        [
            name,
            duration(each.median),
            f"{duration(min(each.seconds))} – {duration(max(each.seconds))}",
            f"{each.median / first.median:.2f}",
            duration(each.work),
            megabytes(each.peak),
        ]
        for name, each in part.figures.items()
    )
    runs = f"{len(first.samples)} run{'s' * (len(first.samples) != 1)}"
    head = ["command", f"median of {runs}", "lowest – highest", "of the first", "processor time", "peak memory"]
    return f"### {part.title}\n\n{rows(head, lines)}"


def made_table(made: Iterable[Made]) -> str:
    """Return what the tools made of the bases, to show that they were given the same to do."""
    return rows(
        ["base", "tool", "pages", "characters"],
        ([each.base, each.tool, str(each.pages), f"{each.characters:,}"] for each in made),
    )


def summary(found: Sequence[Bar], results: Mapping[str, Mapping[str, Figures]]) -> str:
    """Return what it all comes to, in one paragraph."""
    one = results.get("one-ko-2", {})
    names = [name for name in (OURS, CVLOOM, RENDERCV) if name in one]
    times = ", ".join(f"{name} {duration(one[name].median)}" for name in names)
    measured = [bar for bar in found if bar.ratio is not None]
    missed = [bar for bar in measured if bar.verdict == "missed"]
    named = [f"{bar.text} {_ratio(bar.ratio)} (at most {bar.limit:g})" for bar in missed[:_MOST_NAMED]]
    worst = f"; missed: {', '.join(named)}" if named else ""
    worst += f" and {len(missed) - len(named)} more" if len(missed) > len(named) else ""
    lead = f"One cold build of two Korean pages: {times}. " if times else ""
    return f"{lead}{len(measured) - len(missed)} of {len(measured)} bars hold{worst}."
