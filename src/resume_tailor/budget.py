"""Fitting a selection to a number of pages: spacing first, then the least important lines, in as few layouts as can be.

How long a page is, only its layout can tell; that comes in as `measure`, so this module stays pure.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from unicodedata import east_asian_width

from resume_tailor.model import Bullet, Entry, Marked
from resume_tailor.select import Decision, Selection

MOST_LAYOUTS = 8
# These never go for want of space: a gap in the years is worse than a short line, and a page without its summary or
# the skills that a reader scans for is another page. `limits` and `sections` can still take them out.
_LASTING = frozenset({"summary", "work", "education", "skills"})
_ONE_LINE = frozenset({"name", "position", "location", "url"})  # what a job shrunk to one line still says
_ENOUGH = 3  # bullets of an entry, and entries of a section, that make a resume; the first rounds leave so many
_LINE_WIDTH = 90  # columns of a terminal's width that a line of a page holds, roughly; only for first guesses


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a layout is: whole pages begun, and how far down the last one goes (0 to 1)."""

    pages: int
    fill: float

    @property
    def length(self) -> float:
        """Return the length in pages: 1.4 is a page and two fifths."""
        return self.pages - 1 + self.fill


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a page was made to fit: the factor for gaps, and the ids of what went or was shrunk to one line."""

    space: float = 1.0
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fitted:
    """What came of fitting: the selection, how, the length, and whether that is short enough."""

    selection: Selection
    fitting: Fitting
    extent: Extent
    fits: bool
    layouts: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to take out: a bullet, an entry, or (`shrink`) all of a job but its first line."""

    id: str
    reason: str
    lines: float  # it would free, roughly
    shrink: bool = False


Measure = Callable[[Selection, float], Extent]


def fit(selection: Selection, limit: Marked[int], normal: float, tightest: float, measure: Measure) -> Fitted:
    """Return the selection with the most in it that is not longer than `limit` pages.

    Spacing tightens from `normal` to `tightest` before anything goes; then bullets and entries go, always the lowest in
    rank first, and last of all but the first line of jobs. At most `MOST_LAYOUTS` layouts are made.
    """
    search = _Search(selection, limit, measure)
    if search.fits(0, normal):
        return search.fitted(0, normal)
    tightest = min(normal, tightest)
    taken = 0 if tightest < normal and search.fits(0, tightest) else search.fewest(tightest)
    middle = round((normal + tightest) / 2, 3)
    return search.fitted(taken, search.widest(taken, (normal, middle) if taken else (middle,), tightest))


def shortened(selection: Selection, taken: frozenset[str], limit: Marked[int]) -> Selection:
    """Return the selection without what another fitting took out: most likely where this one will end too."""
    return without(selection, tuple(step for step in steps(selection) if step.id in taken), limit)


class _Search:
    """The layouts made so far, by how many steps were taken and at what spacing."""

    def __init__(self, selection: Selection, limit: Marked[int], measure: Measure) -> None:
        self.selection = selection
        self.limit = limit
        self.measure = measure
        self.steps = steps(selection)
        self.freed = [0.0, *accumulate(step.lines for step in self.steps)]
        self.made: dict[tuple[int, float], Extent] = {}

    def extent(self, taken: int, space: float) -> Extent:
        """Return how long it is after so many steps; laid out once."""
        if (taken, space) not in self.made:
            self.made[taken, space] = self.measure(without(self.selection, self.steps[:taken], self.limit), space)
        return self.made[taken, space]

    def fits(self, taken: int, space: float) -> bool:
        """Tell whether it is short enough after so many steps."""
        return self.extent(taken, space).pages <= self.limit.value

    def fitted(self, taken: int, space: float) -> Fitted:
        """Return the outcome after so many steps."""
        extent, fits = self.extent(taken, space), self.fits(taken, space)
        left = without(self.selection, self.steps[:taken], self.limit)
        fitting = Fitting(space, frozenset(step.id for step in self.steps[:taken]))
        return Fitted(left, fitting, extent, fits, len(self.made))

    def fewest(self, space: float) -> int:
        """Return the fewest steps after which it fits as far as the layouts reach, or all of them.

        Lengths fall nearly in proportion to the lines taken out. So each guess is put where the straight line between
        the nearest layouts meets the limit, a little beyond the first time; halving alone would take more layouts.
        """
        low, high = 0, len(self.steps)
        while high - low > 1 and len(self.made) < MOST_LAYOUTS - 1:
            guess = self._guess(low, high, space)
            if self.fits(guess, space):
                high = guess
            else:
                low = guess
        return high

    def widest(self, taken: int, spaces: tuple[float, ...], tightest: float) -> float:
        """Return the first spacing at which it fits too, or the tightest: what went whole may leave room to breathe."""
        if not self.fits(taken, tightest):
            return tightest
        for space in spaces:
            if len(self.made) < MOST_LAYOUTS and self.fits(taken, space):
                return space
        return tightest

    def _guess(self, low: int, high: int, space: float) -> int:
        """Return a number of steps strictly between two others, the likeliest to just fit."""
        too_long = self.extent(low, space).length - self.limit.value
        if (high, space) in self.made:
            slack = self.limit.value - self.made[high, space].length
            share = too_long / max(too_long + slack, 0.001)
            wanted = self.freed[low] + share * (self.freed[high] - self.freed[low])
        else:  # pages a line, from the whole
            wanted = self.freed[low] + 1.05 * too_long * self._lines / self.extent(0, space).length
        nearest = next((k for k in range(low + 1, high) if self.freed[k] >= wanted), high - 1)
        return min(max(nearest, low + 1), high - 1)

    @property
    def _lines(self) -> float:
        entries = (entry for _, kept in self.selection.sections for entry in kept)
        return sum(
            _entry_lines(entry) + sum(_text_lines(bullet.text.to("ko")) for bullet in entry.bullets)
            for entry in entries
        )


def steps(selection: Selection) -> tuple[Step, ...]:
    """Return everything that may be taken out, in order: in rounds, and in each round the lowest in rank first.

    Bullets past the third of their entry; entries past the third of their section; second and third bullets; the other
    entries; and in the end jobs shrink to one line, the oldest first. Nothing pinned goes, nor an entry that a pinned
    bullet keeps, and an entry that has bullets keeps its best until it goes whole.
    """
    pinned = {decision.id for decision in selection.decisions if decision.pinned}
    entries = [entry for _, kept in selection.sections for entry in kept]
    whole = [list(_removable(section, kept, pinned, selection)) for section, kept in selection.sections]
    early = {entry.id for group in whole for place, entry in group if place >= _ENOUGH}
    jobs = [entry for entry in entries if entry.section == "work" and not {b.id for b in entry.bullets} & pinned]
    few = [b for e in entries for b in e.bullets[1:_ENOUGH] if e.id not in early and b.id not in pinned]
    rounds = (
        ("bullets past the third", [b for e in entries for b in e.bullets[_ENOUGH:] if b.id not in pinned]),
        ("entries past the third", [entry for group in whole for _, entry in group if entry.id in early]),
        ("second and third bullets", few),
        ("last entries", [entry for group in whole for _, entry in group if entry.id not in early]),
    )
    return (
        *(step for what, items in rounds for step in _worst_first(items, selection, what)),
        *(Step(job.id, "as one line", _entry_lines(job), shrink=True) for job in reversed(jobs)),
    )


def _removable(
    section: str, entries: tuple[Entry, ...], pinned: set[str], selection: Selection
) -> Iterator[tuple[int, Entry]]:
    """Yield the entries of a section that may go, each with its place among all of them, best first."""
    best_first = sorted(entries, key=lambda entry: selection.ranks[entry.id].key[:-1])
    for place, entry in enumerate(best_first):
        if section not in _LASTING and not {item.id for item in entry.items()} & pinned:
            yield place, entry


def _worst_first(items: Sequence[Bullet | Entry], selection: Selection, what: str) -> Iterator[Step]:
    """Yield a step for each item, the lowest in rank first; of equals, the one further down the page."""
    best_first = sorted(items, key=lambda item: selection.ranks[item.id].key[:-1])
    for place in range(len(best_first), 0, -1):
        item = best_first[place - 1]
        lines = _text_lines(item.text.to("ko")) if isinstance(item, Bullet) else _entry_lines(item) + 1
        yield Step(item.id, f"rank {place} of {len(best_first)} {what}: {selection.ranks[item.id].words}", lines)


def _entry_lines(entry: Entry) -> float:
    """Return roughly how many lines an entry takes without its bullets."""
    texts = [text.to("ko") for key, text in entry.texts.items() if key not in _ONE_LINE]
    return 1.5 + sum(_text_lines(text) for text in texts) + bool(entry.lists)


def _text_lines(text: str) -> float:
    """Return roughly how many lines a text takes."""
    width = sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
    return max(1, ceil(width / _LINE_WIDTH))


def without(selection: Selection, taken: tuple[Step, ...], limit: Marked[int]) -> Selection:
    """Return the selection after some steps, with a decision for each item that went and the line of `limits.pages`."""
    by_id = {step.id: step for step in taken}
    gone: dict[str, str] = {}
    sections = []
    for section, entries in selection.sections:
        left = [kept for entry in entries if (kept := _left(entry, by_id, gone)) is not None]
        sections += [(section, tuple(left))] if left else []
    decisions = tuple(_decided(decision, gone, by_id, limit) for decision in selection.decisions)
    return replace(selection, sections=tuple(sections), decisions=decisions)


def _left(entry: Entry, taken: Mapping[str, Step], gone: dict[str, str]) -> Entry | None:
    """Return what the steps leave of an entry, or None; note in `gone` why each item went."""
    step = taken.get(entry.id)
    if step and not step.shrink:
        gone |= {entry.id: step.reason, **{bullet.id: f"its entry {entry.id} is dropped" for bullet in entry.bullets}}
        return None
    if step:
        gone |= {bullet.id: f"its job {entry.id} is shrunk to one line" for bullet in entry.bullets}
        texts = {key: text for key, text in entry.texts.items() if key in _ONE_LINE}
        return replace(entry, bullets=(), texts=texts, lists={}, extras=())
    gone |= {bullet.id: taken[bullet.id].reason for bullet in entry.bullets if bullet.id in taken}
    return replace(entry, bullets=tuple(bullet for bullet in entry.bullets if bullet.id not in taken))


def _decided(decision: Decision, gone: Mapping[str, str], taken: Mapping[str, Step], limit: Marked[int]) -> Decision:
    """Return an item's decision after the steps."""
    key = f"limits.pages={limit.value}"
    if decision.id in gone:
        reason = f"{key} ({gone[decision.id]})"
        return replace(decision, kept=False, stage="budget", reason=reason, place=limit.place)
    if decision.id in taken:
        return replace(decision, stage="budget", reason=f"{decision.reason}; as one line for {key}", place=limit.place)
    return decision
