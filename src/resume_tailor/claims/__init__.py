"""Claims: the facts of a rewording that the texts it may draw on do not hold.

Every text is read in the same way, and a fact of the new one is a claim when no other text holds it. So a text never
claims anything against itself, and more texts to draw on never make more claims.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from resume_tailor.claims.changes import Change, Mention, mentions
from resume_tailor.claims.figure import Figure, Value
from resume_tailor.claims.figures import figures
from resume_tailor.claims.moments import Moment, moments
from resume_tailor.claims.names import borrowed, held_names, names
from resume_tailor.claims.roles import companies, degrees_and_schools, known_names, title_words
from resume_tailor.claims.shown import shown
from resume_tailor.claims.terms import TERMS, key_of
from resume_tailor.claims.units import kind_of, same_unit

Span = tuple[int, int]

_LAST_WORD = re.compile(r"([A-Za-z][\w.+#/-]*)\s$")
_GOES_ON = re.compile(r"\s?(?:→|->|[~–-]\s?[0-9]|to\s)")  # then it is a number after all: Airflow 17 to 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that is not held: its kind, the words that say it, and where they start in the new text.

    Kinds: number percentage money date duration count technology employer title school.
    """

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the base holds anywhere, in all its languages: what a rewording might borrow from another item."""

    technologies: frozenset[str] = field(default_factory=frozenset)
    employers: frozenset[str] = field(default_factory=frozenset)
    titles: frozenset[str] = field(default_factory=frozenset)
    schools: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read of a text. A version is a technology with its number: Python 3.11."""

    text: str
    mentions: tuple[Mention, ...]
    changes: tuple[Change, ...]
    moments: tuple[Moment, ...]
    versions: Mapping[Span, tuple[str, str]]


def new_claims(new: str, held: Iterable[str], known: Known) -> list[Claim]:
    """Return the claims of a text that none of the texts in `held` makes, in their order.

    `held` is all that the item itself says: its texts in every language and wording, and its facts. Out of reach are
    firsts and bests, what a number counts (재구매율 or 이탈률), and plain words that are true or not.
    """
    source = shown(new)
    text, base = _read(source.text), [_read(shown(other).text) for other in held]
    found = [*_names(text, base, known), *_figures(text, base), *_changes(text, base), *_moments(text, base)]
    placed = _apart((kind, source.origin(*span)) for kind, span in found)
    return [Claim(kind, new[start:end], start) for kind, (start, end) in sorted(placed, key=lambda claim: claim[1])]


def _read(text: str) -> _Reading:
    dates = tuple(moments(text))
    rest = _blanked(text, [(date.start, date.end) for date in dates])
    numbers = figures(rest)
    versions = {(start, figure.end): name for figure in numbers for start, name in _version(rest, figure)}
    ends = {end for _, end in versions}
    said, changes = mentions(rest, [figure for figure in numbers if figure.end not in ends])
    return _Reading(text, tuple(said), tuple(changes), dates, versions)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with stretches made unreadable; what stands around them does not become neighbours."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)


def _version(text: str, figure: Figure) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a technology stands whose version a bare number is, and which version of what that is."""
    before = _LAST_WORD.search(text, max(0, figure.start - 30), figure.start)
    term = TERMS.get(key_of(before[1])) if before else None
    if before and term and term.name and not figure.unit and not figure.bound and not _GOES_ON.match(text, figure.end):
        yield before.start(1), (term.name, text[figure.start : figure.end])


def _apart(found: Iterable[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Yield claims of which no two share a word; the first come first."""
    taken: set[int] = set()
    for kind, span in found:
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            yield kind, span


def _figures(new: _Reading, base: Sequence[_Reading]) -> Iterator[tuple[str, Span]]:
    """Yield the figures that no text holds, then those that it holds with another direction."""
    once = {(mention.figure.meaning, mention.turns): mention for other in base for mention in other.mentions}
    index: dict[Value, list[Mention]] = {}
    for mention in once.values():
        index.setdefault(mention.figure.value, []).append(mention)
    turned = []
    for mention in new.mentions:
        figure = mention.figure
        alike = [held for held in index.get(figure.value, ()) if _same(figure, held.figure)]
        if not alike and not figure.quiet:
            yield kind_of(figure.unit), (figure.start, figure.end)
        elif alike and mention.words and not any(_same_turn(mention, held) for held in alike):
            turned.append((kind_of(figure.unit), mention.reach))
    yield from turned


def _same(new: Figure, held: Figure, *, bound: bool = True) -> bool:
    """Tell whether two figures of one value say the same, or the new one less."""
    if bound and new.bound != held.bound and (new.bound, held.bound) != ("", "least"):
        return False
    if {new.unit, held.unit} == {"", "KRW"} and new.korean and held.korean:
        return True  # 1.2억 is money where nothing else is said to be counted
    return same_unit(new.unit, held.unit)


def _same_turn(new: Mention, held: Mention) -> bool:
    return not held.turns or not new.words.isdisjoint(held.turns)


def _changes(new: _Reading, base: Sequence[_Reading]) -> Iterator[tuple[str, Span]]:
    """Yield the changes that no text makes: of two figures that are held a text must say which led to which."""
    once = {(c.before.meaning, c.after.meaning): c for other in base for c in other.changes}
    changes: dict[tuple[Value, Value], list[Change]] = {}
    for change in once.values():
        changes.setdefault((change.before.value, change.after.value), []).append(change)
    for change in new.changes:
        ends = change.before, change.after
        same = changes.get((change.before.value, change.after.value), ())
        if not any(_same_ends(ends, (held.before, held.after)) for held in same):
            yield kind_of(change.after.unit), change.span


def _same_ends(new: tuple[Figure, Figure], held: tuple[Figure, Figure]) -> bool:
    return all(_same(a, b, bound=False) for a, b in zip(new, held, strict=True))


def _moments(new: _Reading, base: Sequence[_Reading]) -> Iterator[tuple[str, Span]]:
    """Yield the dates of which no text knows all parts."""
    known = {moment.parts for other in base for moment in other.moments}
    for moment in new.moments:
        if not any(moment.parts <= parts for parts in known):
            yield "date", (moment.start, moment.end)


def _names(new: _Reading, base: Sequence[_Reading], known: Known) -> Iterator[tuple[str, Span]]:
    """Yield the names that no text holds: who and where first, since these are the graver claims."""
    texts = [other.text for other in base]
    yield from (("employer", span) for span in known_names(new.text, known.employers, texts))
    yield from (("employer", span) for span in companies(new.text, texts))
    yield from (("school", span) for span in known_names(new.text, known.schools, texts))
    yield from (("school", span) for span in degrees_and_schools(new.text, texts))
    yield from (("title", span) for span in known_names(new.text, known.titles, texts))
    yield from (("title", span) for span in title_words(new.text, texts))
    held_versions = {version for other in base for version in other.versions.values()}
    yield from (("technology", span) for span, version in new.versions.items() if version not in held_versions)
    yield from (("technology", span) for span in borrowed(new.text, known.technologies, texts))
    taken = [(item.figure.start, item.figure.end) for item in new.mentions] + [(m.start, m.end) for m in new.moments]
    held = held_names(texts)
    yield from (("technology", (name.start, name.end)) for name in names(new.text, taken) if not held.holds(name))
