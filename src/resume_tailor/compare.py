"""How two resumes of one base differ, line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_tailor.model import Entry, Resume, Text
from resume_tailor.problems import Place
from resume_tailor.rising import heaviest_rise

if TYPE_CHECKING:
    from resume_tailor.select import Selection

# --- what differs ---


@dataclass(frozen=True, slots=True)
class Change:
    """What every change says of the item it happened to; `home` is the entry of a bullet, else the item itself."""

    id: str
    kind: str  # "entry" or "bullet"; "section" only of one that moved
    section: str
    home: str


@dataclass(frozen=True, slots=True)
class OneSided(Change):
    """An item that only one of the two shows, and why the other dropped it."""

    stage: str
    reason: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Moved(Change):
    """An item that stands elsewhere in its list: its places there, from 1, and what it comes after now ("": first)."""

    before: int
    after: int
    follows: str


@dataclass(frozen=True, slots=True)
class Reworded(Change):
    """An item that reads otherwise: the key of the text, and the text in both; empty where one shows none."""

    key: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that tells resume B from resume A, each part in the order of the page it stands on."""

    only_a: tuple[OneSided, ...] = ()
    only_b: tuple[OneSided, ...] = ()
    moved: tuple[Moved, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    sections: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return any((self.only_a, self.only_b, self.moved, self.reworded, self.sections))


def compare(a: "Selection", b: "Selection", resume: Resume) -> Difference:
    """Return what tells B from A, two selections of the same base."""
    homes = {item.id: entry.id for entry in resume.entries() for item in entry.items()}
    return Difference(
        only_a=tuple(_one_sided(a, b, homes)),
        only_b=tuple(_one_sided(b, a, homes)),
        moved=tuple(_moved_items(a, b)),
        reworded=tuple(_reworded(a, b)),
        sections=tuple(
            Moved(name, "section", name, name, *places)
            for name, places in _moves([name for name, _ in a.sections], [name for name, _ in b.sections])
        ),
    )


def _one_sided(shown: "Selection", other: "Selection", homes: Mapping[str, str]) -> Iterator[OneSided]:
    """Yield what only one selection shows, with the other's decision on it."""
    there = set(other.kept_ids())
    decided = {decision.id: decision for decision in other.decisions}
    for name in (name for name in shown.kept_ids() if name not in there):
        why = decided[name]
        yield OneSided(name, why.kind, why.section, homes[name], why.stage, why.reason, why.place)


def _moved_items(a: "Selection", b: "Selection") -> Iterator[Moved]:
    """Yield the entries that moved in their section and the bullets that moved in their entry."""
    sections, entries = dict(a.sections), _entries(a)
    for section, kept in b.sections:
        moves = dict(_moves([entry.id for entry in sections.get(section, ())], [entry.id for entry in kept]))
        for entry in kept:
            if entry.id in moves:
                yield Moved(entry.id, "entry", section, entry.id, *moves[entry.id])
            was = [bullet.id for bullet in entries[entry.id].bullets] if entry.id in entries else []
            for name, places in _moves(was, [bullet.id for bullet in entry.bullets]):
                yield Moved(name, "bullet", section, entry.id, *places)


def _moves(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """Yield the fewest names whose moving turns one order into the other: both places, and the name before it now."""
    common = [name for name in now if name in was]
    # As many as can be are said to stand still; of equals, those whose place has the same number.
    weights = [len(now) + 1 + (was.index(name) == now.index(name)) for name in common]
    still = heaviest_rise([was.index(name) for name in common], weights)
    for name in (name for i, name in enumerate(common) if i not in still):
        place = now.index(name)
        yield name, (was.index(name) + 1, place + 1, now[place - 1] if place else "")


def _reworded(a: "Selection", b: "Selection") -> Iterator[Reworded]:
    """Yield every text of an item shown in both that is not the same."""
    was = _entries(a)
    for section, kept in b.sections:
        for entry in (entry for entry in kept if entry.id in was):
            for key, before, after in _changed_texts(was[entry.id], entry):
                yield Reworded(entry.id, "entry", section, entry.id, key, before, after)
            bullets = {bullet.id: bullet.text for bullet in was[entry.id].bullets}
            for bullet in (bullet for bullet in entry.bullets if bullet.id in bullets):
                if bullet.text.said != bullets[bullet.id].said:
                    yield Reworded(bullet.id, "bullet", section, entry.id, "text", bullets[bullet.id], bullet.text)


def _changed_texts(a: Entry, b: Entry) -> Iterator[tuple[str, Text, Text]]:
    """Yield each text of an entry that is not the same in both; a job shrunk to one line has lost some."""
    for key in dict.fromkeys((*a.texts, *b.texts)):
        before, after = (entry.texts.get(key, Text(entry.place)) for entry in (a, b))
        if before.said != after.said:
            yield key, before, after


def _entries(selection: "Selection") -> dict[str, Entry]:
    return {entry.id: entry for _, entries in selection.sections for entry in entries}


# --- word by word ---

_WORTH_MARKING = 0.2  # the share of words in common


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether the other text lacks them."""

    words: str
    changed: bool


def word_marks(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces of whole words, marked where they differ.

    Texts that share few words are two texts, and are not marked.
    """
    from difflib import SequenceMatcher  # not needed where resumes are only held against each other

    a, b = before.split(), after.split()
    matcher = SequenceMatcher(a=a, b=b, autojunk=False)
    if matcher.ratio() < _WORTH_MARKING:
        return tuple(_pieces([(a, False)])), tuple(_pieces([(b, False)]))
    steps = matcher.get_opcodes()
    old = [(a[i:j], tag != "equal") for tag, i, j, _, _ in steps]
    new = [(b[i:j], tag != "equal") for tag, _, _, i, j in steps]
    return tuple(_pieces(old)), tuple(_pieces(new))


def _pieces(parts: Iterable[tuple[list[str], bool]]) -> Iterator[Piece]:
    yield from (Piece(" ".join(words), changed) for words, changed in parts if words)
