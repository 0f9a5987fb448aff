"""The map on its one page: drawn as the sheet `map` has it, with as much on it as stays legible.

How long a page is, only its layout can tell; that comes in as `measure`, so this module stays pure.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from operator import itemgetter
from pkgutil import get_data
from typing import TypeVar

from resume_tailor import html
from resume_tailor.budget import Extent
from resume_tailor.interview.map import BusinessMap, Counts, has_more, limited
from resume_tailor.model import Profile
from resume_tailor.problems import Problem
from resume_tailor.template import PAGE, STYLE, Template

PARTIAL = "map.html.j2"  # the macro `business_map(map)`, for other sheets to import
_PATH = "map (shipped)"
STYLE_PATH = f"{_PATH}/{STYLE}"  # for the places of problems
MOST_ITEMS = 3

_MOST_STEPS = 12  # that are tried for the sake of more on the page
_ROOMY = 0.85  # of the page's height
_STEEPEST = 1.75  # how many times a title may be as large as what stands below it
Measure = Callable[[str], Extent]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a map is set, in points: the names of stages, the titles of problems, and the rest."""

    stage: float
    title: float
    body: float

    def options(self) -> dict[str, str]:
        """Return the sizes as the sheet takes them."""
        return {"stage": f"{self.stage:g}pt", "title": f"{self.title:g}pt", "body": f"{self.body:g}pt"}


# From what is read across a table down to what is still read in the hand: smaller than the last, nothing is drawn.
LADDER = (
    Size(28, 18, 10.5),
    Size(26, 17, 10),
    Size(24, 15.5, 9.5),
    Size(22, 14, 9),
    Size(19, 12.5, 8.5),
    Size(16, 11, 8),
    Size(14, 10, 7.5),
)


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A finished map: the page, what is on it, how large, how much of each problem's answers, and how long it is."""

    html: str
    plan: BusinessMap
    size: Size
    most: Counts
    extent: Extent

    @property
    def fits(self) -> bool:
        """Tell whether it is one page."""
        return _fits(self.extent)


def sheet_file(sheet: str, name: str) -> str:
    """Return a file of a shipped sheet."""
    return (get_data(__package__ or "", f"sheets/{sheet}/{name}") or b"").decode()  # None comes from no loader we have


def map_template() -> Template:
    """Return the map's sheet as a template, which is drawn with `BusinessMap` as `doc`."""
    sources = {name: sheet_file("map", name) for name in (PAGE, PARTIAL)}
    return Template("map", _PATH, sources, sheet_file("map", STYLE), {}, None)


def draw(plan: BusinessMap, size: Size) -> str:
    """Return a map's page, all of it in one size."""
    return html.render(plan, map_template(), size.options())


def fitted(plan: BusinessMap, measure: Measure) -> DrawnMap:
    """Return the map on one page: as large as it can be with the best answer to each problem, then with more of them.

    Where the smallest size takes more than a page, results go before it is given up, and what is too long is returned.
    """
    best, last = _first_that_fits(lambda rung: _on_rung(plan, rung, measure), _RUNGS)
    return _grown(plan, _with_larger_heads(plan, best, measure), measure) if best else last


_RUNGS = (*((size, 1) for size in LADDER), (LADDER[-1], 0))  # a size, and how much of each problem's answers


def _on_rung(plan: BusinessMap, rung: tuple[Size, int], measure: Measure) -> DrawnMap:
    size, most = rung
    return _drawn(plan, tuple((most,) * len(stage.problems) for stage in plan.stages), size, measure)


def _first_that_fits(draw_at: Callable[[T], DrawnMap], rungs: Sequence[T]) -> tuple[DrawnMap | None, DrawnMap]:
    """Return the map on the first rung that fits, or None, and the last one drawn; the further down, the shorter."""
    low, high, best, drawn = 0, len(rungs) - 1, None, draw_at(rungs[0])
    if drawn.fits:
        return drawn, drawn
    while low < high:  # by halves: a layout takes up to half a second
        middle = (low + 1 + high) // 2
        drawn = draw_at(rungs[middle])
        best, low, high = (drawn, low, middle - 1) if drawn.fits else (best, middle, high)
    return best, drawn


def _with_larger_heads(plan: BusinessMap, drawn: DrawnMap, measure: Measure) -> DrawnMap:
    """Return a map with larger names and titles: a long word keeps the body small where there is room above it."""
    body = drawn.size.body
    larger = [replace(size, body=body) for size in LADDER if drawn.size.title < size.title <= body * _STEEPEST]
    if not larger or drawn.extent.fill > _ROOMY or not all(all(counts) for counts in drawn.most):  # results come first
        return drawn
    return _first_that_fits(lambda size: _drawn(plan, drawn.most, size, measure), larger)[0] or drawn


def _grown(plan: BusinessMap, drawn: DrawnMap, measure: Measure) -> DrawnMap:
    """Return a map that fits with more on it, for as long as it fits; a stage that is full is not asked again."""
    full: set[int] = set()
    for stages, number in islice(_steps(plan, drawn, full), _MOST_STEPS):
        tried = _drawn(plan, _raised(drawn.most, stages, number), drawn.size, measure)
        drawn = tried if tried.fits else drawn
        full |= set() if tried.fits else stages
    return drawn


def _steps(plan: BusinessMap, drawn: DrawnMap, full: Collection[int]) -> Iterator[tuple[set[int], int]]:
    """Yield what may grow: stages, and the number of the problem in each.

    Results come back in all stages at once, the first problems' first; further items come problem by problem.
    """
    least = min((n for counts in drawn.most for n in counts), default=1)
    for count in range(least, MOST_ITEMS):
        grows = sorted(
            (number, at)
            for at, stage in enumerate(plan.stages)
            for number, problem in enumerate(stage.problems)
            if has_more(problem, count)
        )
        if count:
            yield from (({at}, number) for number, at in grows if at not in full)
        else:
            rows = groupby(grows, key=itemgetter(0))
            yield from (({at for _, at in row}, number) for number, row in rows if not full)


def _raised(most: Counts, stages: Collection[int], number: int) -> Counts:
    """Return the counts with one more for a problem of some stages, by its number in each."""
    return tuple(
        tuple(n + (at in stages and i == number) for i, n in enumerate(counts)) for at, counts in enumerate(most)
    )


def _drawn(plan: BusinessMap, most: Counts, size: Size, measure: Measure) -> DrawnMap:
    shown = limited(plan, most)
    page = draw(shown, size)
    return DrawnMap(page, shown, size, most, measure(page))


def _fits(extent: Extent) -> bool:
    return extent.pages == 1 and extent.fill <= 1


def too_long(profile: Profile, drawn: DrawnMap, measure: Measure) -> Problem:
    """Say by how much a map is too long at its smallest, and which stage makes it so."""
    lengths = [measure(draw(_only(drawn.plan, number), drawn.size)).length for number in range(len(drawn.plan.stages))]
    fullest = max(range(len(lengths)), key=lengths.__getitem__)
    stage = drawn.plan.stages[fullest]
    message = (
        f"the map takes {drawn.extent.length:.1f} pages at its smallest type, {drawn.extent.length - 1:.1f} more than"
        f" its one; the longest stage is '{stage.name}' with {len(stage.problems)} problems"
    )
    hint = "merge or delete problems of this stage, or shorten their titles"
    return Problem("over-pages", message, profile.journey[fullest].name.place, hint=hint)


def _only(plan: BusinessMap, number: int) -> BusinessMap:
    """Return a map on which only one stage has problems: its length is that of the stage."""
    stages = (stage if i == number else replace(stage, problems=()) for i, stage in enumerate(plan.stages))
    return replace(plan, stages=tuple(stages))
