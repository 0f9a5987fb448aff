"""What `explain` and `diff` share: whose selection is meant, and lines and columns that line up in any script."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from resume_tailor.problems import Place

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Styled

    from resume_tailor.model import Bullet, Entry, Resume, Text
    from resume_tailor.select import Decision, Selection

GAP = "  "
_JOINING = frozenset(map(chr, range(0x1160, 0x1200)))  # vowels and finals of Hangul typed on a Mac, in parts
_WIDEST_MATRIX = 100
_LONGEST_PADDED = 40  # cells; one longer id must not push every reason off to the right


# --- what, and in which order ---


@dataclass(frozen=True, slots=True)
class Part:
    """One section: what is kept, in the page's order, and what is dropped, the next in line first."""

    section: str
    kept: tuple["Decision", ...]
    dropped: tuple["Decision", ...]
    homes: Mapping[str, str] = field(default_factory=dict)  # the entry of each bullet

    def all(self) -> tuple["Decision", ...]:
        """Return the kept, then the dropped."""
        return (*self.kept, *self.dropped)

    def gone(self) -> Iterator["Gone"]:
        """Yield the dropped items; a dropped entry's bullets only as their number."""
        ids = {d.id for d in self.dropped}
        bullets = Counter(self.homes[d.id] for d in self.dropped if d.kind == "bullet")
        for d in self.dropped:
            if d.kind == "entry" or self.homes[d.id] not in ids:
                yield gone(d.id, d.reason, d.place, bullets[d.id])


def parts(selection: "Selection", resume: "Resume", wanted: Container[str]) -> Iterator[Part]:
    """Yield the sections in the page's order, then those that are not on it, with the wanted items of each."""
    homes = {bullet.id: entry.id for entry in resume.entries() for bullet in entry.bullets}
    decisions = {d.id: d for d in selection.decisions if d.id in wanted}
    kept = [decisions[name] for name in selection.kept_ids() if name in decisions]
    out = sorted((d for d in decisions.values() if not d.kept), key=_queue(selection, homes))
    names = dict.fromkeys((*(name for name, _ in selection.sections), *(d.section for d in selection.decisions)))
    for name in names:
        part = Part(
            name,
            tuple(d for d in kept if d.section == name),
            tuple(d for d in out if d.section == name),
            homes,
        )
        if part.all():
            yield part


def _queue(selection: "Selection", homes: Mapping[str, str]) -> Callable[["Decision"], tuple[object, ...]]:
    """Return what sorts dropped items: the bullets of shown entries, then entries with theirs, by rank in each list."""
    order = {d.id: i for i, d in enumerate(selection.decisions)}
    page = {name: i for i, name in enumerate(selection.kept_ids())}

    def rank(d: "Decision") -> tuple[int, ...]:
        return (0, *standing(selection, d)) if d.id in selection.ranks and d.stage == "budget" else (1, order[d.id])

    entries = {d.id: d for d in selection.decisions if d.kind == "entry"}

    def key(d: "Decision") -> tuple[object, ...]:
        home = entries[homes.get(d.id, d.id)]
        return (0, (page[home.id],), rank(d)) if home.id in page else (1, rank(home), (d is not home, *rank(d)))

    return key


def standing(selection: "Selection", decision: "Decision") -> tuple[int, ...]:
    """Return what an item is placed by in its list: its rank, or the base's order in a section that is not ranked."""
    from resume_tailor.select import RANKED_SECTIONS

    rank = selection.ranks[decision.id]
    ranked = decision.kind == "bullet" or decision.section in RANKED_SECTIONS
    return rank.key if ranked else (rank.order,)


def read(item: "Entry | Bullet", lang: str) -> str:
    """Return an item as a reader of its page reads it, on one line: a bullet's text, or an entry's name."""
    from resume_tailor.model import Bullet
    from resume_tailor.schema import name_key

    if isinstance(item, Bullet):
        return plain(item.text, lang)
    names = [item.texts[key] for key in (name_key(item.section), "position", "area") if key in item.texts]
    return " · ".join(plain(text, lang) for text in names or item.texts.values())


def shown_text(selection: "Selection", name: str) -> "Text | None":
    """Return the text that an item has on the page and that wordings replace: a bullet's, or an entry's summary."""
    for _, entries in selection.sections:
        for entry in entries:
            found = next((bullet.text for bullet in entry.bullets if bullet.id == name), None)
            if found or entry.id == name:
                return found or entry.texts.get("summary")
    return None


def plain(text: "Text", lang: str) -> str:
    """Return a text without its markup, on one line."""
    from resume_tailor.richtext import parse

    return " ".join(parse(text.to(lang)).plain.split())


def section_title(section: str, lang: str) -> str:
    """Return a section's title on the page."""
    from resume_tailor.labels import SECTION_TITLES

    return SECTION_TITLES[lang][section]


# --- plain text ---


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: Hangul takes two."""
    return sum(0 if combining(c) or c in _JOINING else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, width: int) -> str:
    """Return a text filled up with spaces to a width in columns."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """Return a text that is no wider than `width` columns, with an ellipsis where something was cut off."""
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def width_of(texts: Iterable[str], most: int = _LONGEST_PADDED) -> int:
    """Return the width of a column that holds the texts, but for those wider than `most`."""
    return max((width for width in map(cells, texts) if width <= most), default=0)


def where(place: Place | None) -> str:
    """Return a place as `companies/socar.yaml:14`, or "" for none."""
    return "" if place is None else f"{place.path}:{place.line}" if place.line else place.path


def joined(*parts: str) -> str:
    """Return the parts that there are, two spaces apart."""
    return GAP.join(part for part in parts if part)


def wording(decision: "Decision") -> str:
    """Return which other wording an item got, in words."""
    name = decision.wording
    return name if name in {"", "reworded"} else f"wording '{name}'"


def matrix_lines(names: Sequence[str], figures: Sequence[Sequence[float]]) -> list[str]:
    """Return the sameness of each resume with each as a table; where that is too wide, with the nearest only."""
    if len(names) < 2:  # noqa: PLR2004 - there is nobody to be the same as
        return []
    head = "sameness"
    first = max(map(cells, (head, *names)))
    columns = [max(len("0.00"), cells(name)) for name in names[:-1]]
    if first + sum(columns) + len(GAP) * len(columns) > _WIDEST_MATRIX:
        nearest = (f"{padded(name, first)}{GAP}{_nearest(i, names, figures)}" for i, name in enumerate(names))
        return [f"{padded(head, first)}{GAP}with the nearest", *nearest]
    lines = [[padded(head, first), *map(padded, names, columns)]]
    for i, name in enumerate(names[1:], 1):
        row = [padded(f"{figure:.2f}", width) for figure, width in zip(figures[i][:i], columns, strict=False)]
        lines.append([padded(name, first), *row])
    return [GAP.join(line).rstrip() for line in lines]


def _nearest(i: int, names: Sequence[str], figures: Sequence[Sequence[float]]) -> str:
    """Return the highest figure of a row, `0.34  paynest`; of equals, the first."""
    figure, k = max((figure, -k) for k, figure in enumerate(figures[i]) if k != i)
    return f"{figure:.2f}{GAP}{names[-k]}"


# --- why so many went, told together ---


@dataclass(frozen=True, slots=True)
class Gone:
    """An item that is not shown: how many bullets went with it, and what of the reason is its own (its rank)."""

    id: str
    cause: str
    place: Place | None
    detail: str = ""
    bullets: int = 0

    @property
    def label(self) -> str:
        """Return the id, and how many bullets went with it: `parking +3`."""
        return f"{self.id} +{self.bullets}" if self.bullets else self.id


@dataclass(frozen=True, slots=True)
class Cause:
    """What made items go, `limits.projects=4`, and the line that says so, if one line does for all of them."""

    words: str
    place: Place | None
    items: list[Gone] = field(default_factory=list)

    @property
    def whereabouts(self) -> str:
        """Return the line, or else the file if it is one file that says so, or ""."""
        paths = {item.place.path if item.place else "" for item in self.items}
        return where(self.place) or (paths.pop() if len(paths) == 1 else "")


def gone(name: str, reason: str, place: Place | None, bullets: int = 0) -> Gone:
    """Return an item that went, with its reason cut in what it shares with others and what is its own.

    `limits.projects=4 (rank 9 of 14: …)` is cut before the rank, `drop: til` before the item's own id.
    """
    own = re.search(r" \(((?:rank|place) .*)\)$", reason)
    cause = reason[: own.start()] if own else reason
    return Gone(name, cause.removesuffix(f": {name}"), place, own[1] if own else "", bullets)


def causes(items: Iterable[Gone]) -> list[Cause]:
    """Return items by what made them go; first what goes by rank, since the next in line may yet come in."""
    found: dict[str, list[Gone]] = {}
    for item in items:
        found.setdefault(item.cause, []).append(item)
    told = [Cause(words, _only(item.place for item in group), group) for words, group in found.items()]
    return sorted(told, key=lambda cause: not any(item.detail for item in cause.items))


def _only(places: Iterable[Place | None]) -> Place | None:
    """Return the place that is the same for all, or None."""
    found = set(places)
    return found.pop() if len(found) == 1 else None


# --- a terminal ---


def on_terminal() -> bool:
    """Tell whether a person is looking, and not a file or another program."""
    return sys.stdout.isatty()


def console() -> "Console":
    """Return the terminal; nothing in a user's words is taken for markup or an emoji."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def styled(*pieces: tuple[str, str]) -> "Styled":
    """Return words with their styles."""
    from rich.text import Text as Styled

    return Styled.assemble(*pieces)


def indented(what: "RenderableType", by: int) -> "Padding":
    """Return something moved to the right, all its lines."""
    from rich.padding import Padding

    return Padding(what, (0, 0, 0, by))


def grid(first: int, words: int, places: int = 0) -> "Table":
    """Return a table without lines: columns of items, of words, and of places if there are any."""
    from rich.table import Table

    table = Table.grid(padding=(0, len(GAP), 0, 0), pad_edge=False)
    for width in filter(None, (first, words, places)):
        table.add_column(width=width, overflow="fold")
    return table


def labelled(label: str, words: "Styled", style: str) -> "RenderableType":
    """Return words that wrap beside a label and not below it."""
    from rich.table import Table

    if not label:
        return words
    table = Table.grid()
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(styled((label, style)), words)
    return table


def ids_line(cause: Cause, style: str) -> "Styled":
    """Return the ids of a cause as one paragraph."""
    return styled((", ".join(item.label for item in cause.items), style))
