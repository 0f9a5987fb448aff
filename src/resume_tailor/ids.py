"""Ids of entries and bullets: the user's own, or one made from the words. References are by id only.

A made id must never come to mean another item in silence: where two items would share one, each gets its year, its
section or a digest of its words added, so that the bare id then names nothing and whoever used it is told.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count

_BULLET_WORDS = 4


def slug(text: str) -> str:
    """Return the text as an id: lower case, letters and digits of any script, joined by `-`, 40 characters at most."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return _cut("-".join(re.findall(r"[^\W_]+", folded)), 40)


def _cut(words: str, longest: int) -> str:
    """Return a slug of no more than so many characters, cut between words where it has several."""
    if len(words) <= longest:
        return words
    return words[: longest + 1].rpartition("-")[0] or words[:longest]


def bullet_slugs(text: str) -> tuple[str, ...]:
    """Return the id parts a bullet might have, plainest first: its first words, more of them, or those and a digest.

    They come from the words, so that rewording a bullet that a profile refers to is noticed.
    """
    words = text.split()
    short = _cut(slug(" ".join(words[:_BULLET_WORDS])), 32) or "line"
    longer = slug(" ".join(words[: _BULLET_WORDS * 2])) or "line"
    return tuple(dict.fromkeys((short, longer, f"{short}-{digest([text])}")))


def digest(texts: Iterable[str]) -> str:
    """Return six hexadecimal digits that stand for the texts."""
    from hashlib import sha256  # a base with ids of its own needs none

    return sha256("\n".join(texts).encode()).hexdigest()[:6]


def is_id(text: str) -> bool:
    """Tell whether a text may be an id: letters, digits, `.`, `_` and `-`."""
    return bool(re.fullmatch(r"[\w.-]+", text))


def distinct(wanted: Iterable[tuple[str, ...]], taken: Iterable[str]) -> list[str]:
    """Return an id for each item, all distinct and none taken.

    Each item gives its candidates, plainest first (`acme`, `acme-2021`, `acme-2021-work`). The ids that several items
    would share are given to none of them; only items that are the same in every candidate are numbered.
    """
    candidates = list(wanted)
    counts = Counter(name for options in candidates for name in set(options))
    used = set(taken)
    numbers: dict[str, Iterator[int]] = {}
    made: list[str] = []
    for options in candidates:
        number = numbers.setdefault(options[-1], count(1))
        numbered = (f"{options[-1]}-{n}" for n in number)
        names = chain((name for name in options if counts[name] == 1), numbered)
        made.append(next(name for name in names if name not in used))
        used.add(made[-1])
    return made
