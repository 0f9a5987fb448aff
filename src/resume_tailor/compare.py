"""How two resumes of one base differ, line by line, and how alike they are as one figure (docs/decisions/0009)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from resume_tailor.model import Bullet, Entry, Resume, Text
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.select import Selection

SAME_ABOVE = 0.75  # from here on, two companies read what is in effect one resume (docs/decisions/0009)

# Nobody may choose another employer or school for a company, so what these entries state says nothing of tailoring.
_STATED = frozenset({"work", "education"})
_SUMMARY = "summary"  # the text of an entry that a profile may word, and the section it opens a page with


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


def compare(a: Selection, b: Selection, resume: Resume) -> Difference:
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


def _one_sided(shown: Selection, other: Selection, homes: Mapping[str, str]) -> Iterator[OneSided]:
    """Yield what only one selection shows, with the other's decision on it."""
    there = set(other.kept_ids())
    decided = {decision.id: decision for decision in other.decisions}
    for name in (name for name in shown.kept_ids() if name not in there):
        why = decided[name]
        yield OneSided(name, why.kind, why.section, homes[name], why.stage, why.reason, why.place)


def _moved_items(a: Selection, b: Selection) -> Iterator[Moved]:
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
    still = _heaviest_rise([was.index(name) for name in common], weights)
    for name in (name for i, name in enumerate(common) if i not in still):
        place = now.index(name)
        yield name, (was.index(name) + 1, place + 1, now[place - 1] if place else "")


def _reworded(a: Selection, b: Selection) -> Iterator[Reworded]:
    """Yield every text of an item shown in both that is not the same."""
    was = _entries(a)
    for section, kept in b.sections:
        for entry in (entry for entry in kept if entry.id in was):
            for key, before, after in _changed_texts(was[entry.id], entry):
                yield Reworded(entry.id, "entry", section, entry.id, key, before, after)
            bullets = {bullet.id: bullet.text for bullet in was[entry.id].bullets}
            for bullet in (bullet for bullet in entry.bullets if bullet.id in bullets):
                if _said(bullet.text) != _said(bullets[bullet.id]):
                    yield Reworded(bullet.id, "bullet", section, entry.id, "text", bullets[bullet.id], bullet.text)


def _changed_texts(a: Entry, b: Entry) -> Iterator[tuple[str, Text, Text]]:
    """Yield each text of an entry that is not the same in both; a job shrunk to one line has lost some."""
    for key in dict.fromkeys((*a.texts, *b.texts)):
        before, after = (entry.texts.get(key, Text(entry.place)) for entry in (a, b))
        if _said(before) != _said(after):
            yield key, before, after


def _entries(selection: Selection) -> dict[str, Entry]:
    return {entry.id: entry for _, entries in selection.sections for entry in entries}


def _said(text: Text) -> tuple[str, str, str]:
    """Return what a text says in each language, wherever it was written."""
    return (text.any, text.ko, text.en)


def _heaviest_rise(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Return the indices of the heaviest subsequence of `places` that rises; of equals, one that ends later.

    Two orders of the same distinct names have no common subsequence that is heavier. What stands outside it has moved,
    and by the choice among equals that is rather what rose than what sank.
    """
    heaviest: list[int] = []  # of those that end here
    previous: list[int] = []
    for i, place in enumerate(places):
        below = [k for k in range(i) if places[k] < place]
        last = max(below, key=lambda k: (heaviest[k], k), default=-1)
        previous.append(last)
        heaviest.append(weights[i] + (heaviest[last] if last >= 0 else 0))
    chain = max(range(len(places)), key=lambda k: (heaviest[k], k), default=-1)
    found = []
    while chain >= 0:
        found.append(chain)
        chain = previous[chain]
    return frozenset(found)


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


# --- how alike ---


@dataclass(frozen=True, slots=True)
class _Line:
    """What a reader reads as one: a bullet, or an entry's own texts; its weight is its words."""

    id: str
    said: tuple[tuple[str, str, str], ...]
    weight: int


def sameness(a: Selection, b: Selection) -> float:
    """Return how alike two resumes are, from 0 (nothing in common) to 1 (the same lines in the same order).

    A line that stands in both counts half; the other half is for standing there in the same words and the same order.
    Lines weigh as many words as they have; the header, employers and schools weigh nothing.
    """
    return _alike(_lines(a), _lines(b))


def _alike(a: Sequence[_Line], b: Sequence[_Line]) -> float:
    whole = sum(line.weight for line in (*a, *b))
    if not whole:
        return 1.0
    at = {line.id: i for i, line in enumerate(a)}
    both = [(a[at[line.id]], line) for line in b if line.id in at]
    word_for_word = [line for was, line in both if was.said == line.said]
    weights = [line.weight for line in word_for_word]
    in_order = _heaviest_rise([at[line.id] for line in word_for_word], weights)
    there = sum(was.weight + line.weight for was, line in both)
    return (there + 2 * sum(weights[i] for i in in_order)) / (2 * whole)


def _lines(selection: Selection) -> list[_Line]:
    items = (item for _, entries in selection.sections for entry in entries for item in entry.items())
    lines = (_Line(item.id, *_weighed(_read(item))) for item in items)
    return [line for line in lines if line.weight]


def _read(item: Entry | Bullet) -> Iterator[Text]:
    """Yield the texts of an item that a profile might have chosen otherwise."""
    if isinstance(item, Bullet):
        yield item.text
    elif item.section in _STATED:
        yield from (text for key, text in item.texts.items() if key == _SUMMARY)
    else:
        yield from (text for key, text in item.texts.items() if key != "url")
        yield from (text for texts in item.lists.values() for text in texts)
        yield from (text for _, text in item.extras)


def _weighed(texts: Iterable[Text]) -> tuple[tuple[tuple[str, str, str], ...], int]:
    """Return what texts say, and their words; of a text in two languages, those of one, as a page shows one."""
    read = [text for text in texts if text]
    return tuple(_said(text) for text in read), sum(len(text.versions[0].split()) for text in read)


def matrix(selections: Mapping[str, Selection]) -> list[list[float]]:
    """Return the sameness of each with each, rows and columns in the order given."""
    lines = [_lines(selection) for selection in selections.values()]
    figures = [[1.0] * len(lines) for _ in lines]
    for i, k in combinations(range(len(lines)), 2):
        figures[i][k] = figures[k][i] = _alike(lines[i], lines[k])
    return figures


def same_as_other(selections: Mapping[str, Selection]) -> list[Problem]:
    """Return a warning for each two companies that get in effect the same resume, at the later one's profile."""
    names, figures = list(selections), matrix(selections)
    return [
        _same_problem(names[k], names[i], figures[i][k], selections)
        for i, k in combinations(range(len(names)), 2)
        if figures[i][k] > SAME_ABOVE
    ]


def _same_problem(name: str, other: str, figure: float, selections: Mapping[str, Selection]) -> Problem:
    shown = min(round(figure, 2), 0.99) if figure < 1 else figure  # 0.996 is not the same yet
    message = f"this resume is nearly that of '{other}': sameness {shown:.2f}, of 1.00 for the very same"
    hint = "set them apart: " + "; ".join(_ways_apart(selections[name], selections[other]))
    return Problem("same-as-other", message, _profile_place(name, selections[name]), Severity.WARNING, hint)


def _profile_place(name: str, selection: Selection) -> Place:
    """Return the profile's file as its decisions name it; one that decided nothing itself is YAML, most likely."""
    paths = {decision.place.path for decision in selection.decisions if decision.place}
    files = [path for path in paths if path.rpartition("/")[2].rpartition(".")[0] == name]
    return Place(min(files, default=f"companies/{name}.yaml"))


def _ways_apart(a: Selection, b: Selection) -> Iterator[str]:
    """Yield the keys of a profile that would change what the two have in common."""
    was, now = dict(a.sections), dict(b.sections)
    if _projects(was) == _projects(now) and _projects(was):
        yield "other projects (`focus`, `pin`, `drop`, `limits.projects`)"
    summaries = [[_said(text) for entry in shown.get(_SUMMARY, ()) for text in _read(entry)] for shown in (was, now)]
    if summaries[0] == summaries[1] != []:
        yield "another wording of the summary (`use`)"
    yield "what this company asks for first (`focus`, `keywords`, `sections`)"


def _projects(sections: Mapping[str, tuple[Entry, ...]]) -> set[str]:
    return {entry.id for entry in sections.get("projects", ())}
