"""Tailoring: a resume and a profile to a selection, with the reason for every item, kept or dropped.

Stages (DESIGN §4): select, order, word, and the caps of budget. Fitting to pages and the guard build on `Selection`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from resume_tailor.keywords import Aliases, carried, merged, shipped
from resume_tailor.model import OFF_BY_DEFAULT, SECTIONS, Bullet, Entry, Marked, Profile, Resume
from resume_tailor.problems import Place
from resume_tailor.rewording import worded

Item = TypeVar("Item", Entry, Bullet)

RANKED_SECTIONS = frozenset({"projects", "skills"})  # jobs and schools stay newest first, the rest as written
_NO_PRIORITY = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Rank:
    """Why an item stands where it does: compared from left to right, smaller first, no weights."""

    pin: int  # its place in `pin`, or the number of pins
    focus: int  # its best place in `focus` from 1, or one past the last
    keywords: int  # minus the number of keywords it carries
    priority: int
    order: int  # in the base
    tag: str  # the word of `focus` that gave the place, or ""

    @property
    def key(self) -> tuple[int, int, int, int, int]:
        """Return what ranks are compared by."""
        return (self.pin, self.focus, self.keywords, self.priority, self.order)

    @property
    def words(self) -> str:
        """Return the key as people read it: `focus 2 (pricing), keywords 0, priority 1`."""
        focus = f"focus {self.focus} ({self.tag})" if self.tag else "focus -"
        priority = f", priority {self.priority}" if self.priority != _NO_PRIORITY else ""
        return f"{focus}, keywords {-self.keywords}{priority}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one item of the base, at which stage, why, and the profile line that decided (if one did)."""

    id: str
    kind: str  # "entry" or "bullet"
    section: str
    kept: bool
    stage: str  # select, order, word or budget
    reason: str
    place: Place | None = None
    wording: str = ""  # the name of the alternative wording it got, or "reworded"
    pinned: bool = False  # whether `pin` keeps it, itself or through a bullet of it


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown, in order; a decision for every item of the base, in its order; and the ranks behind both."""

    sections: tuple[tuple[str, tuple[Entry, ...]], ...]
    decisions: tuple[Decision, ...]
    ranks: Mapping[str, Rank] = field(default_factory=dict)  # of every item that was not dropped outright

    def kept_ids(self) -> tuple[str, ...]:
        """Return the ids on the page, in the page's order."""
        return tuple(item.id for _, entries in self.sections for entry in entries for item in entry.items())


@dataclass(frozen=True, slots=True)
class _Wishes:
    """A profile, made quick to ask."""

    profile: Profile
    pin: Mapping[str, int]
    drop: Mapping[str, Place]
    focus: Mapping[str, int]
    keywords: tuple[str, ...]
    aliases: Aliases
    decisions: dict[str, Decision] = field(default_factory=dict)
    ranking: dict[str, Rank] = field(default_factory=dict)

    @property
    def ranks(self) -> bool:
        """Tell whether the profile ranks at all; if not, even `priority` leaves the base's order as it is written."""
        return bool(self.profile.focus or self.profile.keywords or self.profile.limits)

    def note(self, item: Entry | Bullet, section: str, stage: str, reason: str, place: Place | None = None) -> None:
        """Record that an item is dropped."""
        self.decisions[item.id] = Decision(
            item.id, _kind(item), section, kept=False, stage=stage, reason=reason, place=place
        )


def select(resume: Resume, profile: Profile) -> Selection:
    """Tailor a resume to a profile whose references have been checked."""
    wishes = _Wishes(
        profile=profile,
        pin={word.value: i for i, word in enumerate(profile.pin)},
        drop={word.value: word.place for word in profile.drop},
        focus={tag: i for i, word in reversed(list(enumerate(profile.focus, 1))) for tag in profile.parts(word.value)},
        keywords=tuple(word.value for word in profile.keywords),
        aliases=merged(shipped(), ((word, *forms) for word, forms in profile.synonyms.items())),
    )
    worded = {name: tuple(_worded(entry, wishes) for entry in entries) for name, entries in resume.sections.items()}
    sections = [(name, _section(worded.get(name, ()), name, wishes)) for name in _section_order(profile)]
    for name in SECTIONS:
        _drop_unlisted(resume.sections.get(name, ()), name, wishes)
    decided = (wishes.decisions[item.id] for item in resume.items())
    shown = tuple((name, entries) for name, entries in sections if entries)
    return Selection(shown, tuple(decided), wishes.ranking)


def _section_order(profile: Profile) -> list[str]:
    """Return the sections to show, in order."""
    if profile.sections:
        return list(dict.fromkeys(word.value for word in profile.sections))
    return [name for name in SECTIONS if name not in OFF_BY_DEFAULT]


def _drop_unlisted(entries: Iterable[Entry], section: str, wishes: _Wishes) -> None:
    """Record the items of a section that is not shown."""
    listed = wishes.profile.sections
    for item in (item for entry in entries for item in entry.items()):
        if item.id not in wishes.decisions:
            reason = (
                f"sections does not list '{section}'" if listed else f"'{section}' is shown only when sections lists it"
            )
            wishes.note(item, section, "select", reason, listed[0].place if listed else None)


def _section(entries: tuple[Entry, ...], section: str, wishes: _Wishes) -> tuple[Entry, ...]:
    """Run the stages over one section."""
    chosen = [_with_bullets(entry, section, wishes) for entry in entries if _chosen(entry, section, wishes)]
    orders = {entry.id: i for i, entry in enumerate(entries)}
    ranks = {entry.id: _rank(entry, orders[entry.id], wishes) for entry in chosen}
    if section in RANKED_SECTIONS:
        chosen.sort(key=lambda entry: ranks[entry.id].key)
    limit = wishes.profile.limits.get(section)
    kept = _capped(chosen, section, f"limits.{section}", limit, wishes)
    for place, entry in enumerate(kept, 1):
        _note_kept(entry, section, _place_of(entry, place, len(chosen), wishes), wishes)
    return tuple(kept)


def _with_bullets(entry: Entry, section: str, wishes: _Wishes) -> Entry:
    """Run the stages over the bullets of an entry."""
    chosen = [bullet for bullet in entry.bullets if _chosen(bullet, section, wishes)]
    orders = {bullet.id: i for i, bullet in enumerate(entry.bullets)}
    ranks = {bullet.id: _rank(bullet, orders[bullet.id], wishes) for bullet in chosen}
    chosen.sort(key=lambda bullet: ranks[bullet.id].key)
    limit = wishes.profile.limits.get("bullets_per_entry")
    kept = _capped(chosen, section, "limits.bullets_per_entry", limit, wishes)
    for place, bullet in enumerate(kept, 1):
        _note_kept(bullet, section, _place_of(bullet, place, len(chosen), wishes), wishes)
    return replace(entry, bullets=tuple(kept))


def _chosen(item: Entry | Bullet, section: str, wishes: _Wishes) -> bool:
    """Stage 1: drop, pin, exclude, include, flagged, in this order. What goes is recorded."""
    verdict = _against(item, wishes)
    if verdict is None:
        return True
    reason, place = verdict
    wishes.note(item, section, "select", reason, place)
    _drop_bullets(item, section, "select", place, wishes)
    return False


def _against(item: Entry | Bullet, wishes: _Wishes) -> tuple[str, Place | None] | None:
    """Return what speaks against an item and where it is written, or None."""
    if item.id in wishes.drop:
        return f"drop: {item.id}", wishes.drop[item.id]
    if _is_pinned(item, wishes):
        return None
    parts = wishes.profile.parts
    for word in wishes.profile.exclude:
        if parts(word.value) & set(item.tags):
            return f"exclude: {word.value}", word.place
    include = wishes.profile.include
    if include and item.tags and not any(parts(word.value) & set(item.tags) for word in include):
        return f"include: none of its tags ({', '.join(item.tags)}) is listed", include[0].place
    if rule := wishes.profile.flagged.get(item.id):
        return f"drop_flagged: {rule.value}", rule.place
    return None


def _is_pinned(item: Entry | Bullet, wishes: _Wishes) -> bool:
    """Tell whether an item is pinned; a pinned bullet keeps its entry."""
    return item.id in wishes.pin or (isinstance(item, Entry) and any(b.id in wishes.pin for b in item.bullets))


def _rank(item: Entry | Bullet, order: int, wishes: _Wishes) -> Rank:
    """Stage 2: the lexicographic key. An entry counts the tags and words of the bullets it shows as its own."""
    places = [wishes.focus[tag] for tag in _tags(item) if tag in wishes.focus]
    best = min(places, default=len(wishes.profile.focus) + 1)
    wishes.ranking[item.id] = Rank(
        pin=wishes.pin.get(item.id, len(wishes.pin)),
        focus=best,
        keywords=-len(carried(wishes.keywords, _words(item), wishes.aliases)),
        priority=(wishes.ranks and item.priority) or _NO_PRIORITY,
        order=order,
        tag=wishes.profile.focus[best - 1].value if places else "",
    )
    return wishes.ranking[item.id]


def _tags(item: Entry | Bullet) -> Iterator[str]:
    yield from item.tags
    if isinstance(item, Entry):
        for bullet in item.bullets:
            yield from bullet.tags


def _words(item: Entry | Bullet) -> Iterator[str]:
    if isinstance(item, Bullet):
        yield from item.text.versions
        return
    for text in item.all_texts():
        yield from text.versions
    for bullet in item.bullets:
        yield from bullet.text.versions


def _capped(
    chosen: list[Item],
    section: str,
    key: str,
    limit: Marked[int] | None,
    wishes: _Wishes,
) -> list[Item]:
    """Stage 4, first half: keep as many as the cap allows, the last in rank going first; pinned items always stay."""
    if limit is None or len(chosen) <= limit.value:
        return chosen
    free = limit.value - sum(_is_pinned(item, wishes) for item in chosen)
    kept: list[Item] = []
    for place, item in enumerate(chosen, 1):
        if _is_pinned(item, wishes) or free > 0:
            free -= not _is_pinned(item, wishes)
            kept.append(item)
            continue
        reason = f"{key}={limit.value} ({_place_of(item, place, len(chosen), wishes)[0]})"
        wishes.note(item, section, "budget", reason, limit.place)
        _drop_bullets(item, section, "budget", limit.place, wishes)
    return kept


def _drop_bullets(item: Entry | Bullet, section: str, stage: str, place: Place | None, wishes: _Wishes) -> None:
    """Record that the bullets of a dropped entry go with it."""
    if isinstance(item, Entry):
        for bullet in item.bullets:
            wishes.note(bullet, section, stage, f"its entry {item.id} is dropped", place)


def _place_of(item: Entry | Bullet, place: int, count: int, wishes: _Wishes) -> tuple[str, Place | None]:
    """Return a rank in words, `rank 4 of 9: focus 2 (pricing), keywords 0`, and the profile line behind it."""
    profile, rank = wishes.profile, wishes.ranking[item.id]
    if rank.pin < len(profile.pin):
        return f"pin: {profile.pin[rank.pin].value}", profile.pin[rank.pin].place
    if isinstance(item, Entry) and item.section not in RANKED_SECTIONS:
        return f"place {place} of {count} in the base's order", None
    focus = profile.focus[rank.focus - 1].place if rank.tag else None
    return f"rank {place} of {count}: {rank.words}", focus


def _note_kept(item: Entry | Bullet, section: str, why: tuple[str, Place | None], wishes: _Wishes) -> None:
    """Record that an item is kept, and the wording it gets."""
    reason, place = why
    wanted = wishes.profile.use.get(item.id)
    if item.id in wishes.profile.reword:
        wanted = Marked("reworded", wishes.profile.reword[item.id].text.place)
    stage = "select" if item.id in wishes.pin else "order"
    wording = wanted.value if wanted else ""
    wishes.decisions[item.id] = Decision(
        item.id,
        _kind(item),
        section,
        kept=True,
        stage=stage,
        reason=reason,
        place=place,
        wording=wording,
        pinned=_is_pinned(item, wishes),
    )


def _worded(entry: Entry, wishes: _Wishes) -> Entry:
    """Stage 3, done first: ranks are of what will be read, and so selecting twice changes nothing."""
    bullets = tuple(replace(bullet, text=worded(bullet, wishes.profile) or bullet.text) for bullet in entry.bullets)
    summary = worded(entry, wishes.profile)
    texts = {**entry.texts, "summary": summary} if summary else entry.texts
    return replace(entry, texts=texts, bullets=bullets)


def _kind(item: Entry | Bullet) -> str:
    return "bullet" if isinstance(item, Bullet) else "entry"
