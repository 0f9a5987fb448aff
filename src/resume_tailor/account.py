"""The account of a selection: section by section what is shown and what is not, and what made things go.

What it works on is only imported where it is used: commands import this module, and `--help` imports all commands.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resume_tailor.problems import Place

if TYPE_CHECKING:
    from resume_tailor.model import Bullet, Entry, Resume, Text
    from resume_tailor.select import Decision, Selection


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


def where(place: Place | None) -> str:
    """Return a place as `companies/socar.yaml:14`, or "" for none."""
    return "" if place is None else f"{place.path}:{place.line}" if place.line else place.path
