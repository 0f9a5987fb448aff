"""A posting's keywords: the words and phrases in it that a resume for it had better say, the weightiest first.

Three ways lead to one: the vocabulary (every tool, method and domain word we know, under any of its names), Latin names
that it does not know, and phrases built as such words are. What stands in the duties weighs most. A word that only ever
stands within a longer one that is told is not told again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from resume_tailor.keywords import Aliases, carried, fold, key, shipped, spans
from resume_tailor.posting import phrases, vocabulary
from resume_tailor.posting.model import (
    ABOUT,
    DUTIES,
    PREFERRED,
    PROCESS,
    REQUIREMENTS,
    TOOLS,
    Keyword,
    Line,
    Posting,
)
from resume_tailor.posting.vocabulary import DOMAIN, METHOD, TOOL

MOST = 20
_WEIGHT = {DUTIES: 1.0, REQUIREMENTS: 0.95, TOOLS: 0.9, PREFERRED: 0.82, ABOUT: 0.35, PROCESS: 0.0}
_AGAIN = 0.12  # for each further line that has it
_MOST_AGAIN = 4
_GENERAL = 0.55  # what nearly every posting for data work has
_UNKNOWN = {TOOL: 0.65, METHOD: 0.6}  # a name, and a phrase, that the vocabulary does not hold
_DOMAIN = 1.25  # a trade's own words are what others leave out
_TOOL = 1.08
_SEVERAL = 1.05  # words of several parts say more,
_SHORT = 0.5  # and a Korean word of two letters says little: 가격, 전환
_LEAST = 0.45
_LEADS, _LEADING = 2, 0.8  # so many words that tell the company's trade weigh nearly as if duties said them
_TELLS = 4  # letters, with the spaces around: a told word of one or two makes no phrase around it superfluous


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word where it stands in a line; `name` is its group's, by which its spellings are one."""

    name: str
    kind: str
    text: str
    line: Line
    start: int
    end: int
    known: bool = True


@dataclass(slots=True)
class _Candidate:
    kind: str
    known: bool
    seen: list[_Seen] = field(default_factory=list)

    @property
    def best(self) -> _Seen:
        """Where it stands first in the weightiest section."""
        return max(self.seen, key=lambda one: (_WEIGHT[one.line.section], -one.line.number))

    def score(self, name: str, *, leads: bool) -> float:
        """Return how much it says of the posting; `leads` where it tells the company's trade."""
        again = min(len({one.line.number for one in self.seen}) - 1, _MOST_AGAIN)
        weight = _LEADING if leads else _WEIGHT[self.best.line.section]
        score = weight * (1 + _AGAIN * again) * self._own
        return score * (_GENERAL if key(name) in vocabulary.keys("general") else 1.0)

    @property
    def _own(self) -> float:
        """Return what a word of its kind and shape is worth, wherever it stands."""
        worth = (1.0 if self.known else _UNKNOWN[self.kind]) * (_DOMAIN if self.kind == DOMAIN else 1.0)
        text = self.best.text
        if self.kind == TOOL:
            return worth * _TOOL
        return worth * (_SEVERAL if " " in text else _SHORT if len(text) == 2 and not text.isascii() else 1.0)  # noqa: PLR2004


def keywords_of(posting: Posting, aliases: Aliases | None = None) -> list[Keyword]:
    """Return the keywords, at most twenty, the weightiest first; `aliases` are the workspace's besides ours."""
    known = aliases or shipped()
    lines = [line for line in _lines(posting) if _WEIGHT[line.section]]
    there = carried(vocabulary.words(), [line.text for line in lines], known)  # most of the vocabulary is in no line
    seen = [one for line in lines for one in _in_line(line, posting.lang, there, known)]
    found: dict[str, _Candidate] = {}
    for one in seen:
        found.setdefault(one.name, _Candidate(one.kind, one.known)).seen.append(one)
    trade = set(_trade(found))
    scores = {name: one.score(name, leads=name in trade) for name, one in found.items()}
    ranked = sorted((name for name in found if scores[name] >= _LEAST), key=lambda name: -scores[name])
    return list(islice(_once((_keyword(name, found[name]), found[name].known) for name in ranked), MOST))


def _trade(found: Mapping[str, _Candidate]) -> Iterator[str]:
    """Yield the first words that tell a company's trade, where just what it says of itself tells them."""
    told = [
        (one.best.line.number, one.best.start, name)
        for name, one in found.items()
        if one.kind == DOMAIN and one.best.line.section == ABOUT and key(name) not in vocabulary.keys("general")
    ]
    yield from (name for _, _, name in sorted(told)[:_LEADS])


def _once(keywords: Iterable[tuple[Keyword, bool]]) -> Iterator[Keyword]:
    """Yield keywords, each with whether it is a known word, but for those that say what one before has said.

    That is `분석` behind `고객 분석`, and a phrase of no list behind a word in it: `손해율 현황` behind `손해율`.
    """
    said: list[str] = []
    for one, known in keywords:
        words = f" {' '.join(fold(one.text).split())} "
        again = one.kind != TOOL and any(words in other for other in said)
        holds_one = not known and one.kind != TOOL and any(other in words for other in said if len(other) > _TELLS)
        if not again and not holds_one:
            said.append(words)
            yield one


def _lines(posting: Posting) -> Iterator[Line]:
    if posting.title:
        yield Line(posting.title, 1, DUTIES)
    yield from posting.lines()


def _keyword(name: str, found: _Candidate) -> Keyword:
    """Return a candidate as a keyword, by its own name where the posting has that too: Tableau rather than 태블로."""
    best = found.best
    text = name if any(one.text == name for one in found.seen) else best.text
    return Keyword(text, found.kind, best.line, len({one.line.number for one in found.seen}))


def _in_line(line: Line, lang: str, words: Iterable[str], aliases: Aliases) -> list[_Seen]:
    """Return what stands in a line: known words, and unknown ones where no known word says the same."""
    known = list(_longest(_known(line, words, aliases)))
    taken = [(one.start, one.end) for one in known]
    among_tools = any(one.kind == TOOL for one in known)
    told = list(_unknown(line, lang, among_tools=among_tools))
    wider = [one for one in told if " " in one.text and _is_wider(one, known)]
    new = [one for one in told if one not in wider and not _says_nothing_new(one, taken)]
    return [*(one for one in known if not any(_within(one, other) for other in wider)), *wider, *new]


def _within(one: _Seen, other: _Seen) -> bool:
    return other.start <= one.start and one.end <= other.end


def _is_wider(phrase: _Seen, known: Iterable[_Seen]) -> bool:
    """Tell whether a phrase says more than the words in it, all of which say little: `정산 데이터` than `정산`."""
    inside = [one for one in known if _within(one, phrase)]
    return bool(inside) and all(one.kind != TOOL and _says_little(one) for one in inside)


def _says_little(one: _Seen) -> bool:
    return (len(one.text) == 2 and not one.text.isascii()) or key(one.name) in vocabulary.keys("general")  # noqa: PLR2004


def _known(line: Line, words: Iterable[str], aliases: Aliases) -> list[_Seen]:
    kinds = vocabulary.words()
    where = spans(words, line.text, aliases)
    at = _places(line.text) if where else ()
    seen = (
        _known_at(word, kinds[word], line, (at[start], at[end - 1] + 1), aliases)
        for word, places in where.items()
        for start, end in places
    )
    asks_degree = bool(_DEGREE.search(line.text))
    return [one for one in seen if not _everyday(one) and (one.kind == TOOL or not asks_degree)]


def _known_at(word: str, kind: str, line: Line, place: tuple[int, int], aliases: Aliases) -> _Seen:
    start, end = place
    return _Seen(aliases.canonical(word), kind, _spelled(word, line.text[start:end]), line, start, end)


def _places(text: str) -> Sequence[int]:
    """Return for each letter of a text's folded form (`㈜` is `(주)` there) the letter of the text that it comes of."""
    folded = fold(text)
    if len(folded) == len(text):
        return range(len(text))
    at = [place for place, letter in enumerate(text) for _ in fold(letter)]
    return at + [len(text) - 1] * (len(folded) - len(at))


def _everyday(one: _Seen) -> bool:
    """Tell whether a word only looks like one of ours: `excel at`, `report to`, `new features`."""
    written = one.line.text[one.start : one.end]
    small = written.islower() or (one.kind != TOOL and not one.start)  # a verb begins a duty with a capital
    return small and not vocabulary.keys("wordlike").isdisjoint((key(one.name), key(written)))


# A line that asks for a degree names subjects, not methods.
_DEGREE = re.compile(
    r"전공|학위|학사|석사|박사|졸업|\b(?:degree|bachelor|master'?s?|ph\.?d|b\.?[as]\.?/)", re.IGNORECASE
)


def _spelled(word: str, written: str) -> str:
    """Return a word as the posting writes it, but with the capitals that it should have."""
    written = written.strip(" -·/")
    if len(word) == 1 or (key(written) == key(word) and written.isascii()):
        return word
    return _INSIDE.sub(" ", written)


_INSIDE = re.compile(r"(?<=[가-힣])[을를이가의]\s+(?=[가-힣])")  # 효과를 측정: 효과 측정


def _longest(seen: Iterable[_Seen]) -> Iterator[_Seen]:
    """Yield what does not stand within something longer, nor again where it stands already, in the line's order."""
    reached = 0
    for one in sorted(seen, key=lambda one: (one.start, -one.end)):
        if one.end > reached:
            reached = one.end
            yield one


def _unknown(line: Line, lang: str, *, among_tools: bool) -> Iterator[_Seen]:
    """Yield phrases that are built as keywords are, and names; one like `Sponsor` only in a line that has tools."""
    told = phrases.korean(line.text) if lang == "ko" else phrases.english(line.text)
    for text in told if not _DEGREE.search(line.text) else ():
        if lang != "ko" or phrases.tells(text):
            yield from _seen_at(text, METHOD, line)
    if line.number > 1:
        for text in phrases.names(line.text):
            if among_tools or not text.istitle():
                yield from _seen_at(text, TOOL, line)


def _seen_at(text: str, kind: str, line: Line) -> Iterator[_Seen]:
    start = line.text.find(text)
    if start >= 0:
        yield _Seen(key(text), kind, text, line, start, start + len(text), known=False)


def _says_nothing_new(one: _Seen, taken: Iterable[tuple[int, int]]) -> bool:
    """Tell whether known words cover a phrase but for empty words, or a name altogether."""
    left = list(one.text)
    for start, end in taken:
        for at in range(max(start, one.start), min(end, one.end)):
            left[at - one.start] = " "
    rest = "".join(left).split()
    return all(len(word) < 2 or key(word) in vocabulary.keys("empty") | vocabulary.keys("en_empty") for word in rest)  # noqa: PLR2004
