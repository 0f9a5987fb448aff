"""What a text says of its figures: from which to which (8%→11%), and whether up or down (6.8% 증가)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from resume_tailor.claims.figure import Figure
from resume_tailor.claims.units import is_counter

UP, DOWN, FLAT = "up", "down", "flat"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure and what the text says of it: the words for its direction, and the way that its pair goes."""

    figure: Figure
    words: frozenset[str] = frozenset()
    reach: tuple[int, int] = (0, 0)  # with the word for the direction
    way: str = ""

    @property
    def turns(self) -> frozenset[str]:
        """Give every direction that is said."""
        return self.words | ({self.way} if self.way else set())


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to another."""

    before: Figure
    after: Figure

    @property
    def span(self) -> tuple[int, int]:
        """Give where it stands."""
        return min(self.before.start, self.after.start), max(self.before.end, self.after.end)


_ARROW = re.compile(r"\s?(?:→|⇒|➔|➜|▶|->|=>|-->)\s?(?:약\s|about\s)?")
_RANGE = re.compile(r"\s?[~–—]\s?|-")
_FROM_KO = re.compile(r"(?:에서|부터|이던|였던|이었던)\s(?:[가-힣]{1,8}\s){0,2}")
_TO_KO = re.compile(r"\s?(?:으로|로|까지|달성|도달|기록)")
_AGAINST = re.compile(r"(?:\s[a-z]+){0,4}\s(?:against|versus|vs\.?|compared\s(?:to|with)|instead\sof)\s(?:[a-z]+\s)?")
_TO = re.compile(r"(?:\s(?!and\b|or\b)[A-Za-z'-]+){0,4}?\sto\s(?:only\s|just\s|about\s)?|-to-")
_RATE = re.compile(r"\s(?:an?|per|each|every)\s")  # what goes by the week are no people: from 410 to 250 a week
_FROM = re.compile(r"\bfrom\s(?:about\s)?$", re.IGNORECASE)
_TO_BEFORE = re.compile(r"\bto\s(?:about\s)?$", re.IGNORECASE)
_FROM_BETWEEN = re.compile(r"\s(?:(?!and\b)[a-z-]+\s){0,3}?from\s")


def linked(text: str, figures: list[Figure]) -> tuple[list[Figure], set[tuple[int, int]]]:
    """Return the figures, each with the unit that its neighbour gives it, and which lead from one to another."""
    figures = list(figures)
    links: set[tuple[int, int]] = set()
    for i in reversed(range(len(figures) - 1)):  # a unit counts backwards: 5→50→100%
        order = _order(text, figures[i], figures[i + 1])
        alike = _alike(figures[i], figures[i + 1]) if order else None
        if alike:
            figures[i], figures[i + 1] = alike
            links.add((i, i + 1) if order > 0 else (i + 1, i))
    for i in reversed(range(len(figures))):
        if figures[i].unit == "" and (_RATE.match(text, figures[i].end) or _counts_with_next(figures, links, i)):
            figures[i] = replace(figures[i], unit="noun")
    return figures, links


def _counts_with_next(figures: list[Figure], links: set[tuple[int, int]], i: int) -> bool:
    return (i, i + 1) in links and figures[i + 1].unit == "noun"


def _order(text: str, one: Figure, other: Figure) -> int:
    """Return 1 where the text goes from one figure to the other, -1 where it comes from there, else 0."""
    between = text[one.end : other.start]
    if len(between) > 60:  # noqa: PLR2004 - words apart
        return 0
    before = text[max(0, one.start - 12) : one.start]
    if _ARROW.fullmatch(between) or _RANGE.fullmatch(between):
        return 1
    if _FROM_KO.fullmatch(between):
        return 1 if _TO_KO.match(text, other.end) else 0
    if _TO.fullmatch(between):
        return 1 if _FROM.search(before) or between in {" to ", "-to-"} else 0
    if _AGAINST.fullmatch(between):
        return -1
    return -1 if _TO_BEFORE.search(before) and _FROM_BETWEEN.fullmatch(between) else 0


def _alike(one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Return two figures in the same kind of unit, or None when they have nothing to do with each other."""
    if one.unit == other.unit or {one.unit, other.unit} <= {"clock", "am", "pm"}:
        return one, other
    if one.unit == "":
        return _in_unit_of(one, other), other
    if other.unit == "":
        return one, replace(other, unit=one.unit, factor=one.factor, korean=one.korean)
    return (one, other) if is_counter(one.unit) and is_counter(other.unit) else None


def _in_unit_of(one: Figure, other: Figure) -> Figure:
    """Return a figure in the unit of the next, and in its scale where only that can be meant: 3→3.5만 원."""
    near = one.scale == 1 and other.scale > 1 and one.number < 10 * other.number / other.scale
    number = one.number * other.scale if near else one.number
    scale = other.scale if near else one.scale
    return replace(one, number=number, scale=scale, unit=other.unit, factor=other.factor, korean=other.korean)


_KOREAN_TURN = re.compile(
    r"(?P<up>증가|상승|증대|확대|성장|인상|급증|상향|오른|오름|올랐|늘(?=[리려어었렸림린릴])"
    r"|높(?=[이여아임인였])|올(?=[리려라랐렸림린]))"
    r"|(?P<down>감소|하락|축소|절감|단축|감축|인하|급감|하향|떨어|내렸|내려|내림|줄(?=[이여어었였임인일])|낮(?=[추춰춤춘아]))"
    r"|(?P<flat>유지|그대로|동일|지키|지켜)"
)
_ENGLISH_TURN = re.compile(
    r"\b(?:(?P<up>increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|r[io]s(?:e|es|en|ing)|gr[eo]w(?:s|n|ing|th)?"
    r"|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|gain(?:s|ed|ing)?|higher|expand(?:s|ed|ing)?|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|up(?=\s(?:from|by|[0-9]|KRW))|more(?!\sthan))"
    r"|(?P<down>decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tion)|cut(?:s|ting)?|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?"
    r"|lower(?:s|ed|ing)?|declin(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?|sav(?:e[sd]?|ing)|trim(?:s|med|ming)?|fewer(?!\sthan)"
    r"|less(?!\sthan)|slash(?:es|ed|ing)?|shorten(?:s|ed|ing)?|down(?=\s(?:from|by|to|[0-9]|KRW)))"
    r"|(?P<flat>held|hold(?:s|ing)?(?=\s.{0,24}\bat\b)|ke(?:pt|eps?|eping)|maintain(?:s|ed|ing)?|steady|flat|unchanged|stable))"
    r"\b(?!-[a-z])",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"[가-힣]{0,4}\s?(?:없이|않|못)")
_NOT_BEFORE = re.compile(r"(?<![A-Za-z])(?:not|without|never)\s$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,:](?![0-9])|[;·()\n]|[.](?=\s|$)|\s(?:while|with|but|whereas|though)\s|(?<=[가-힣])(?:하고|하며|지만)\s"
)
_NEAR = 16  # how far behind an English figure its noun may stand: 6.8% increase


def mentions(text: str, figures: list[Figure]) -> tuple[list[Mention], list[Change]]:
    """Return what the text says of each figure, and the changes from one to another."""
    figures, links = linked(text, figures)
    chains = _chains(len(figures), links)
    around = {i: chain for chain in chains for i in chain}
    found: list[Mention] = []
    for chain in chains:
        group = [figures[i] for i in chain]
        words, reach = _turn(text, group, _region(text, figures, chain))
        ends = (group[-1], group[0]) if (chain[0] + 1, chain[0]) in links else (group[0], group[-1])
        way = _way(*ends) if len(group) > 1 else ""
        found += [_mention(figure, words, reach, way) for figure in group]
    return found, list(_changes(figures, links, around))


def _mention(figure: Figure, words: frozenset[str], reach: tuple[int, int], way: str) -> Mention:
    signed = {"+": UP, "-": DOWN}.get(figure.sign) if figure.unit == "%" else None
    return Mention(figure, words | {signed} if signed else words, reach, way)


def _chains(count: int, links: set[tuple[int, int]]) -> list[range]:
    """Return the figures in groups, each linked from one to the next."""
    joined = {min(pair) for pair in links}
    starts = [i for i in range(count) if i == 0 or i - 1 not in joined]
    return [range(start, end) for start, end in pairwise([*starts, count])]


def _changes(figures: list[Figure], links: set[tuple[int, int]], around: dict[int, range]) -> Iterator[Change]:
    """Yield the changes from each figure to the next, and along a chain to each after it: 5%→50%→100%."""
    for a, b in links:
        yield Change(figures[a], figures[b])
        if a < b:
            yield from (Change(figures[a], figures[c]) for c in around[a][:6] if c > b)  # no chain is longer


def _way(before: Figure, after: Figure) -> str:
    if before.unit in {"clock", "am", "pm"}:
        return ""
    return UP if before.value < after.value else DOWN if before.value > after.value else FLAT


def _region(text: str, figures: list[Figure], chain: range) -> tuple[int, int]:
    """Return the stretch around a group of figures where words speak of it: its clause, up to the next figure.

    What stands before other figures of the clause may speak of all: cutting returns 5% and six-month churn 3%.
    """
    end = figures[chain[-1] + 1].start if chain[-1] + 1 < len(figures) else len(text)
    first, last = figures[chain[0]].start, figures[chain[-1]].end
    start, end = max(0, first - 200), min(end, last + 200)
    for mark in _CLAUSE.finditer(text, start, first):
        start = mark.end()
    closing = _CLAUSE.search(text, last, end)
    return start, closing.start() if closing else end


def _turn(text: str, group: list[Figure], region: tuple[int, int]) -> tuple[frozenset[str], tuple[int, int]]:
    """Return the direction that words give a group of figures, and where figures and word stand together.

    Korean says it behind the figure (6.8% 증가), English before it (cut by 12%) or at once behind (6.8% increase).
    """
    first, last = group[0].start, group[-1].end
    after = _KOREAN_TURN.search(text, last, region[1])
    before = [*_ENGLISH_TURN.finditer(text, region[0], first)][-1:]
    near = _ENGLISH_TURN.search(text, last, min(region[1], last + _NEAR))
    found = after or (before[0] if before else near)
    if not found or not found.lastgroup:
        return frozenset(), (first, last)
    turn = FLAT if _denied(text, found) else found.lastgroup
    return frozenset({turn}), (min(first, found.start()), max(last, found.end()))


def _denied(text: str, turn: re.Match[str]) -> bool:
    """Tell whether a text says that something did not rise or fall: 떨어뜨리지 않고, without cutting."""
    return (
        _NOT_AFTER.match(text, turn.end()) is not None
        or _NOT_BEFORE.search(text[max(0, turn.start() - 12) : turn.start()]) is not None
    )
