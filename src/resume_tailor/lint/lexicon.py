"""What is known of public sets and exercises, and finding it in a text under any of its names.

How a form of `datasets.yaml` matches is said at the head of that file. A text is cut into tokens and written solid,
with a mark where a line or sentence ends; forms are looked up by their first letters at the starts of tokens,
so a text costs the same however many forms there are.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

KINDS = ("dataset", "task", "contest", "clone")
HOW = ("name", "word", "task", "columns")  # the surest proof first
COLUMNS_NEEDED = 2  # so many of an entry's tell-tale columns and sizes speak for it

_TOKEN = re.compile(r"[a-zà-ɏ]+|\d[\d,.]*\d|\d|[가-힣]+|(?P<end>\n|[.!?](?=\s)|[|;])")
_FREE = 4  # a Korean form of so many syllables may begin and be spaced anywhere
_FIRST = 3  # letters that forms are looked up by; a shorter form by all it has
_END = "\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """A public set, a task, a contest or a clone, as `datasets.yaml` holds it."""

    id: str
    kind: str
    name_ko: str
    name_en: str
    home: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    tasks: tuple[tuple[str, ...], ...] = ()  # parts, each of alternatives apart by `|`
    columns: tuple[str, ...] = ()
    instead_ko: str = ""
    instead_en: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a text is about, how we know (`name`, `word`, `task`, `columns`), and the words that say so."""

    entry: Entry
    how: str
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as tokens: solid text, where tokens start (by place in it), and the source of each letter."""

    source: str
    solid: str
    starts: tuple[int, ...]
    ends: frozenset[int]
    at: tuple[int, ...]  # solid index -> source index
    breaks: tuple[int, ...]  # where lines and sentences end in the solid text

    def seen(self, start: int, end: int) -> str:
        """Return the words of the source that stand between two solid indexes."""
        return " ".join(self.source[self.at[start] : self.at[end - 1] + 1].split())

    def sentence(self, index: int) -> int:
        """Return the number of the line or sentence that holds a solid index."""
        return bisect_left(self.breaks, index)


def tokens(text: str) -> Tokens:
    """Cut a text into tokens."""
    source = unicodedata.normalize("NFC", text)
    lowered = source.lower()
    if len(lowered) != len(source):  # one letter became two, as the Turkish İ does
        source = lowered
    solid: list[str] = []
    starts: list[int] = []
    ends: set[int] = set()
    at: list[int] = []
    breaks: list[int] = []
    for token in _TOKEN.finditer(lowered):
        if token["end"]:
            solid.append(_END)
            breaks.append(len(at))
            at.append(token.start())
            continue
        starts.append(len(at))
        solid.append(token[0])
        at.extend(range(token.start(), token.end()))
        ends.add(len(at))
    return Tokens(source, "".join(solid), tuple(starts), frozenset(ends), tuple(at), tuple(breaks))


class _Form(NamedTuple):
    """A form as written, ready to be looked for. A tuple, as there are thousands of them at each start."""

    text: str
    solid: str
    ends: frozenset[int]  # where tokens within it end
    open: bool  # whether any ending will do: a star, or Hangul


_NONE: frozenset[int] = frozenset()


def _form(text: str) -> _Form | None:
    """Return a form ready to be looked for, None for one without letters."""
    bare = text.removesuffix("*")
    words = bare.lower().split()
    solid = "".join(words)
    if solid.isalpha() and (
        solid.isascii() or (min(solid) >= "가" and max(solid) <= "힣")
    ):  # nearly all: no need to cut
        ends = frozenset(accumulate(map(len, words[:-1]))) if len(words) > 1 else _NONE
    else:
        cut = tokens(bare.replace("\n", " ").replace(".", " "))
        solid, ends = cut.solid.replace(_END, ""), cut.ends
    return _Form(text, solid, ends, text.endswith("*") or "가" <= solid[-1] <= "힣") if solid else None


def _is_free(solid: str) -> bool:
    """Tell whether a form may begin and be spaced anywhere."""
    return len(solid) >= _FREE and min(solid) >= "가" and max(solid) <= "힣"


Spots = dict[str, list[tuple[int, int]]]  # form -> its starts and ends in the solid text


class Forms:
    """Many forms, looked for at once."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Take forms as written."""
        self._at_start: dict[str, list[_Form]] = defaultdict(list)  # by their first letters
        self._anywhere: dict[str, list[_Form]] = defaultdict(list)
        for text in dict.fromkeys(forms):
            if form := _form(text):
                (self._anywhere if _is_free(form.solid) else self._at_start)[form.solid[:_FIRST]].append(form)

    def find(self, text: Tokens) -> Spots:
        """Return where each form stands that stands in the text."""
        found: Spots = {}
        solid, ends = text.solid, text.ends
        for start in text.starts:
            for width in range(1, _FIRST + 1):
                for form in self._at_start.get(solid[start : start + width], ()):
                    if solid.startswith(form.solid, start) and _ends(form, solid, ends, start):
                        found.setdefault(form.text, []).append((start, start + len(form.solid)))
        for start in range(len(solid) - _FIRST + 1):
            for form in self._anywhere.get(solid[start : start + _FIRST], ()):
                if solid.startswith(form.solid, start):
                    found.setdefault(form.text, []).append((start, start + len(form.solid)))
        return found


def _ends(form: _Form, solid: str, ends: frozenset[int], start: int) -> bool:
    """Tell whether a form found ends and is spaced as it may; an English plural may follow."""
    end = start + len(form.solid)
    if any(at in ends and at - start not in form.ends for at in range(start + 1, end)):
        return False
    return form.open or end in ends or (solid.startswith("s", end) and end + 1 in ends)


class Lexicon:
    """All entries: ours and the workspace's."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the entries; they are asked for, and their forms made ready, at the first look."""
        self._entries = entries

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in order."""
        return tuple(self._entries)

    def hits(self, text: Tokens) -> list[Hit]:
        """Return what the text is about, each entry once, by the best proof there is, the surest first."""
        spots = self._forms.find(text)
        told = dict.fromkeys(entry for form in spots for entry in self._entries_of.get(form, ()))
        hits = [hit for entry in told if (hit := _hit(entry, spots, text))]
        return sorted(hits, key=lambda hit: (HOW.index(hit.how), KINDS.index(hit.entry.kind)))

    @cached_property
    def _forms(self) -> Forms:
        return Forms(form for entry in self.entries for form in (*_telling(entry), *entry.near))

    @cached_property
    def _entries_of(self) -> dict[str, list[Entry]]:
        """Return the entries by the forms that may tell of them; what must stand near a word tells nothing alone."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for form in dict.fromkeys(_telling(entry)):
                found[form].append(entry)
        return found


def _telling(entry: Entry) -> Iterator[str]:
    """Yield the forms that may prove that a text is about an entry."""
    yield from entry.names
    yield from entry.words
    yield from entry.columns
    for parts in entry.tasks:
        for part in parts:
            yield from part.split("|")


def _hit(entry: Entry, spots: Spots, text: Tokens) -> Hit | None:
    """Return the best proof that a text is about an entry, given where forms stand."""
    for name in entry.names:
        if name in spots:
            return Hit(entry, "name", (text.seen(*spots[name][0]),))
    word = next((word for word in entry.words if word in spots), "")
    near = next((near for near in entry.near if near in spots and spots[near][0] != spots[word][0]), "") if word else ""
    if near:
        return Hit(entry, "word", tuple(dict.fromkeys(text.seen(*spots[form][0]) for form in (word, near))))
    if task := _task(entry, spots, text):
        return Hit(entry, "task", task)
    columns = [spots[column][0] for column in entry.columns if column in spots]
    if len(columns) >= COLUMNS_NEEDED:
        return Hit(entry, "columns", tuple(text.seen(*spot) for spot in sorted(columns)))
    return None


def _task(entry: Entry, spots: Spots, text: Tokens) -> tuple[str, ...]:
    """Return the words of a task whose parts all stand in one sentence, or nothing."""
    for parts in entry.tasks:
        shared: set[int] | None = None
        by_part: list[dict[int, tuple[int, int]]] = []
        for part in parts:
            there = {text.sentence(spot[0]): spot for form in part.split("|") for spot in reversed(spots.get(form, ()))}
            shared = set(there) if shared is None else shared & set(there)
            if not shared:
                break
            by_part.append(there)
        if shared:
            at = min(shared)
            return tuple(dict.fromkeys(text.seen(*spot) for spot in sorted(part[at] for part in by_part)))
    return ()
