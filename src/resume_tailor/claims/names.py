"""Names in a text: technologies and methods, and whatever else is written like a proper name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from resume_tailor.claims.roles import known_names
from resume_tailor.claims.terms import TERMS, Term, key_of
from resume_tailor.claims.units import listed

Span = tuple[int, int]

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = re.compile(rf"[{_LATIN}0-9]+(?:[-'.&/+_][{_LATIN}0-9]+)*(?:\+\+|#)?")
_HANGUL = re.compile(r"[가-힣]")
_HANGUL_OR_LATIN = re.compile(r"[가-힣A-Za-z]")
_LATIN_GOES_ON = re.compile(r"[A-Za-z][A-Za-z0-9]")
_SENTENCE_END = re.compile(r"[.!?:•–—→](?:[\"'(]|\s)*$")
_JOINT = re.compile(r"[ -]")
_MOST_WORDS = 4  # of one term
_LONGEST_KOREAN = 12  # syllables of one term
_INSIDE = 4  # syllables that a term has to have to be found inside a compound
# English words that make Latin letters in a Korean text a quotation of English and not a row of names.
_FUNCTION_WORDS = frozenset(listed("the a an of to in and for with by on at from as is are was were that this"))
# Capitals that are no names here: dates and money are read as such.
_COMMON = frozenset(
    listed(
        """i i'm i've a monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        krw usd eur jpy gbp am pm vs etc eg ie"""
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: where it stands, what it is called (`term`, or "" where we do not know it), and its words' keys."""

    start: int
    end: int
    term: str
    key: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The words and terms of the texts that hold a name."""

    words: frozenset[str]
    terms: frozenset[str]

    def holds(self, name: Name) -> bool:
        """Tell whether a name is among them, whole or by all of its parts."""
        if name.term in self.terms or self._has(name.key):
            return True
        return bool(name.parts) and all(self._has(part) for part in name.parts)

    def _has(self, key: str) -> bool:
        plain = key.removesuffix("s")
        term = TERMS.get(key)
        return key in self.words or plain in self.words or (term is not None and term.name in self.terms)


def held_names(texts: Iterable[str]) -> Held:
    """Return the words and terms of texts; a word stands also for its parts and its singular."""
    words: set[str] = set()
    terms: set[str] = set()
    for text in texts:
        for word in _WORD.finditer(text):
            keys = {key_of(word[0]), *map(key_of, _parts(word[0]))}
            words |= keys | {key.removesuffix("s") for key in keys}
        terms |= {term.name for _, term, _ in _terms(text)}
    return Held(frozenset(words - {""}), frozenset(terms - {""}))


def names(text: str, taken: Iterable[Span]) -> Iterator[Name]:
    """Yield the names of a text that stand outside of what is taken for a figure or a date."""
    covered = bytearray(len(text))
    for start, end in taken:
        covered[start:end] = b"\1" * (end - start)
    for (start, end), term, parts in sorted(_terms(text), key=lambda found: found[0]):  # 챗GPT before GPT
        if not term.quiet and not any(covered[start:end]):
            yield Name(start, end, term.name, key_of(text[start:end]), parts)
            covered[start:end] = b"\1" * (end - start)
    for word in _proper_words(text):
        if not any(covered[word.start : word.end]):
            yield word


def borrowed(text: str, known: Iterable[str], held: Iterable[str]) -> Iterator[Span]:
    """Yield where a text has one of the base's own technologies of which the other texts do not hold every word.

    확률을 보정 holds 확률 보정. What the table knows is found by its terms, in all of their spellings.
    """
    base = "\n".join(held).casefold()
    for name in known:
        words = [word.casefold().removesuffix("s") for word in name.split()]
        if key_of(name) not in TERMS and not all(word in base for word in words):
            yield from known_names(text, [name], ())


def _terms(text: str) -> Iterator[tuple[Span, Term, tuple[str, ...]]]:
    """Yield the terms of a text with their words."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        found = _latin_term(text, words[at : at + _MOST_WORDS])
        if found:
            yield found
        at += len(found[2]) if found else 1
    yield from ((span, term, ()) for span, term in _korean_terms(text))


def _latin_term(text: str, words: list[re.Match[str]]) -> tuple[Span, Term, tuple[str, ...]] | None:
    """Return the longest term that begins with a word."""
    while words:
        start, end = words[0].start(), words[-1].end()
        keys = tuple(key_of(word[0]) for word in words)
        term = TERMS.get("".join(keys))
        joined = all(_JOINT.fullmatch(text, a.end(), b.start()) for a, b in pairwise(words))
        if term and joined and (not term.capital or text[start].isupper()):
            return (start, end), term, keys
        words = words[:-1]
    return None


def _korean_terms(text: str) -> Iterator[tuple[Span, Term]]:
    """Yield the terms in Hangul: at the start of a word, a long one also inside a compound; spaces may be left out."""
    at = 0
    while found := _HANGUL.search(text, at):
        start = found.start()
        inside = start > 0 and _HANGUL.match(text[start - 1]) is not None
        span, term = _korean_term(text, start, _INSIDE if inside else 2)
        if term and term.name:
            yield span, term
        at = span[1]


def _korean_term(text: str, start: int, shortest: int) -> tuple[Span, Term | None]:
    """Return the longest term that starts at a place (딥러닝, 챗GPT), or the place alone."""
    syllables, ends = "", []
    at = start
    while at < len(text) and len(syllables) < _LONGEST_KOREAN:
        if _HANGUL_OR_LATIN.match(text[at]):
            syllables += text[at].lower()
            ends.append(at + 1)
        elif text[at] != " ":
            break
        at += 1
    for length in range(len(syllables), shortest - 1, -1):
        term = TERMS.get(syllables[:length])
        if term and not _LATIN_GOES_ON.match(text, ends[length - 1] - 1):
            return (start, ends[length - 1]), term
    return (start, start + 1), None


def _proper_words(text: str) -> Iterator[Name]:
    """Yield the words that are written like a name: among Hangul each Latin word, in English those with capitals."""
    mixed = _HANGUL.search(text) is not None
    prose = _prose(text)
    title = _is_title(text)
    opening = next((word.start() for word in _WORD.finditer(text)), 0)
    for word in _WORD.finditer(text):
        plain = word[0].removesuffix("'s")
        if not re.search(f"[{_LATIN}]", plain) or plain.casefold() in _COMMON:
            continue
        parts = _parts(plain)
        if mixed and not prose[word.start()]:
            named = parts
        else:
            begins = word.start() == opening or _ends(text, word.start())
            named = [part for i, part in enumerate(parts) if _is_named(part, due=title or (begins and i == 0))]
        if named:
            end = word.start() + len(plain)
            yield Name(word.start(), end, "", key_of(plain), tuple(key_of(part) for part in named))


def _ends(text: str, at: int) -> bool:
    """Tell whether a sentence, or what is like one, ends before a place."""
    return _SENTENCE_END.search(text, max(0, at - 4), at) is not None


def _prose(text: str) -> list[bool]:
    """Return for each character whether it stands among English words, and not in a row of names between Hangul."""
    prose: list[bool] = []
    for stretch in re.finditer(r"[가-힣]+|[^가-힣]+", text):
        said = not _FUNCTION_WORDS.isdisjoint(word[0] for word in _WORD.finditer(stretch[0]))
        prose += [said] * len(stretch[0])
    return prose


def _is_named(part: str, *, due: bool) -> bool:
    """Tell whether a word is written like a name: capitals inside, digits, or a capital where none is due."""
    if part.casefold() in _COMMON or part.casefold().removesuffix("s") in _COMMON:
        return False
    if any(char.isupper() for char in part[1:]) or re.search(r"[0-9]", part):
        return True
    return part[:1].isupper() and (not due or len(part) == 1)


def _is_title(text: str) -> bool:
    """Tell whether a text is a title, where every word has a capital; a list of names has commas instead."""
    words = [word[0] for word in _WORD.finditer(text)]
    long = [word for word in words if len(word) >= 4]  # noqa: PLR2004 - of and the stay small
    comma_list = len(words) <= 2 * (text.count(",") + 1)
    return len(long) >= 3 and all(word[0].isupper() for word in long) and not comma_list  # noqa: PLR2004


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[-/&._]|(?<=\w)\+(?=\w)", word) if part]
