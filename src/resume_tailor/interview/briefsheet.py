"""The brief on its two pages: drawn as the sheet `brief` has it, with as much on each as stays legible.

How long a page is, only its layout can tell; that comes in as `measure`, so this module stays pure.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from resume_tailor import html
from resume_tailor.budget import Extent
from resume_tailor.interview.brief import Brief, Room, limited
from resume_tailor.interview.mapsheet import PARTIAL, Measure, Size, sheet_file
from resume_tailor.interview.questions import DATA, ROLE
from resume_tailor.problems import Place, Problem
from resume_tailor.template import PAGE, STYLE, Template

_PATH = "brief (shipped)"
STYLE_PATH = f"{_PATH}/{STYLE}"  # for the places of problems
_FULL = 0.97  # of a page's height: what stands on its last line looks squeezed in
FIRST, SECOND, BOTH = ("first", "second", "both")
_PARTS = ("front.html.j2", "second.html.j2")
_PAGES = 2
_LONG = 60  # letters of a keyword
T = TypeVar("T")
Page = Callable[[float, Room], bool]  # whether the second page fits in a size with so much on it

# Sizes of the second page's text in points. Down to the fifth, one's role in each piece of work is told too; below,
# it goes, and type is small before anything else does.
LADDER = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_WITH_ROLE = 5
FLOOR = LADDER[-1]
_NO_ROLE = Room(without=frozenset({ROLE}))
RUNGS = (
    *((size, Room()) for size in LADDER[:_WITH_ROLE]),
    *((size, _NO_ROLE) for size in LADDER[_WITH_ROLE - 1 :]),
)
# At the smallest size each column gives way by itself. The left one: names of items, then words; the right one: where
# the data came from, then questions.
_LEFT = (_NO_ROLE, *(replace(_NO_ROLE, places=False, words=most) for most in (1_000, 40, 24, 16, 12, 8, 6, 4, 3, 2)))
_NO_DATA = replace(_NO_ROLE, without=frozenset({ROLE, DATA}))
_RIGHT = (_NO_ROLE, _NO_DATA, *(replace(_NO_DATA, questions=most) for most in (4, 3, 2, 1)))
_LEAST = replace(_RIGHT[-1], places=False, words=2)  # when even that is too much, it is said
# The first page where no map is: sizes, then how many lines of each section of the posting.
_FRONT = (
    *((size, 1_000) for size in (13.0, 12.0, 11.0, 10.0, 9.0, 8.5, 8.0, FLOOR)),
    *((FLOOR, most) for most in (16, 12, 9, 6, 4, 2, 1)),
    (13.0, 0),
)


@dataclass(frozen=True, slots=True)
class DrawnBrief:
    """A finished brief: both pages, what is on them, the size of the second page's text, and if that fits."""

    html: str
    brief: Brief
    size: float
    fits: bool


def brief_template() -> Template:
    """Return the brief's sheet as a template, which is drawn with `Brief` as `doc`."""
    sources = {name: sheet_file("brief", name) for name in (PAGE, *_PARTS)}
    css = sheet_file("map", STYLE) + sheet_file("brief", STYLE)
    return Template("brief", _PATH, sources | {PARTIAL: sheet_file("map", PARTIAL)}, css, {}, None)


def draw(brief: Brief, first: Size, text: float, only: str = BOTH) -> str:
    """Return a brief's pages, the first in its sizes, the second with text of so many points."""
    return html.render(brief, brief_template(), {**first.options(), "text": f"{text:g}pt", "only": only})


def fitted(whole: Brief, first: Size | None, measure: Measure) -> DrawnBrief:
    """Return the brief with each page as large as it can be, then with as much on it as fits in the smallest type.

    `first` are the sizes of the map, which fits already; without them the first page is fitted too.
    """
    sizes, lines = (first, Room().lines) if first else _front(whole, measure)

    def page(text: float, room: Room) -> bool:
        return _fits(measure(draw(limited(whole, replace(room, lines=lines)), sizes, text, SECOND)))

    text, room = _largest(page) or (FLOOR, _LEAST)
    shown = limited(whole, replace(room, lines=lines))
    drawn = draw(shown, sizes, text)
    return DrawnBrief(drawn, shown, text, fits=measure(drawn).pages == _PAGES and room is not _LEAST)


def _largest(page: Page) -> tuple[float, Room] | None:
    """Return the largest size that the second page may have, and what it has room for; None where it never fits."""
    found = first_of(RUNGS, lambda rung: page(*rung))
    if not found:
        room = _in_columns(page)
        return (FLOOR, room) if room else None
    text, room = found
    told = replace(room, without=room.without - {ROLE})  # it may have been the other column that was too long
    return (text, told) if room != told and page(text, told) else found


def _front(whole: Brief, measure: Measure) -> tuple[Size, int]:
    """Return the sizes of a first page without a map, and how many lines of each section it shows."""

    def fits(rung: tuple[float, int]) -> bool:
        shown = limited(whole, Room(lines=rung[1]))
        return _fits(measure(draw(shown, _front_size(rung[0]), FLOOR, FIRST)))

    size, lines = first_of(_FRONT, fits) or _FRONT[-1]
    return _front_size(size), lines


def _front_size(body: float) -> Size:
    return Size(2 * body, 1.3 * body, body)


def _in_columns(page: Page) -> Room | None:
    """Return what the smallest type has room for, in each column by itself; None for nothing worth a page."""
    left = first_of(_LEFT, lambda room: page(FLOOR, replace(room, questions=0)))
    if left is None:
        return None
    rooms = [replace(room, places=left.places, words=left.words) for room in _RIGHT]
    return first_of(rooms, lambda room: page(FLOOR, room))


def first_of(rungs: Sequence[T], fits: Callable[[T], bool]) -> T | None:
    """Return the first rung that fits, None where none does; below one that fits all do."""
    low, high, best = 0, len(rungs) - 1, None
    while low <= high:  # by halves: a layout takes a third of a second
        middle = (low + high) // 2
        if fits(rungs[middle]):
            best, high = rungs[middle], middle - 1
        else:
            low = middle + 1
    return best


def _fits(extent: Extent) -> bool:
    return extent.pages == 1 and extent.fill <= _FULL


def too_long(drawn: DrawnBrief, file: str) -> Problem:
    """Say that not even one question fits on the second page; `file` is the profile's."""
    words = (word for group in drawn.brief.groups for word in (*group.said, *group.missing))
    longest = max(words, key=len, default="")
    message = f"the brief does not fit on its two pages at {FLOOR:g}pt, with one question and two words of each section"
    told = next((question.answer for question in drawn.brief.questions if question.answer), None)
    hint = (
        f"shorten what '{told.id}' says" if told and len(longest) < _LONG else f"shorten the keyword '{longest[:20]}…'"
    )
    return Problem("over-pages", message, Place(file), hint=hint)
