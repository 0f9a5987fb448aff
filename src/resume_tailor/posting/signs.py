"""Finding many words in a posting's lines at once: which alternatives of the roles' signs stand in which line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from string import ascii_lowercase

from resume_tailor.keywords import carried, fold, shipped, spans
from resume_tailor.posting.roles import Role, Sign

_OPEN = "*"  # behind a Latin word: any ending


def standing(words: Iterable[str], lines: Sequence[str]) -> list[frozenset[str]]:
    """Return for each line which of the words stand in it; a word ending in `*` is found with any ending."""
    plain, opened = _sorted(tuple(words))
    found = carried(plain, lines, shipped())  # once for all lines: most words stand in none
    whole = fold("\n".join(lines))
    ways = {word: pattern for word in opened if (pattern := _open_word(word)).search(whole)}
    return [_in_line(found, ways, line) for line in lines]


def _sorted(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    opened = tuple(word for word in words if word.endswith(_OPEN))
    return tuple(word for word in words if not word.endswith(_OPEN)), opened


def _in_line(plain: tuple[str, ...], opened: Mapping[str, re.Pattern[str]], line: str) -> frozenset[str]:
    folded = fold(line)
    open_words = (word for word, pattern in opened.items() if pattern.search(folded))
    return frozenset((*carried(plain, (line,), shipped()), *open_words))


@cache
def _open_word(word: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in re.split(r"[\s\-]+", fold(word.removesuffix(_OPEN))))
    return re.compile(r"(?<![a-z])" + r"[\s\-]*".join(parts))


def alternatives(roles: Iterable[Role]) -> tuple[str, ...]:
    """Return every alternative of the roles' signs, each once."""
    signs = (sign for role in roles for sign in role.signs)
    return tuple(dict.fromkeys(word for sign in signs for part in sign.parts for word in part))


def holds(sign: Sign, found: frozenset[str]) -> bool:
    """Tell whether each part of a sign stands in a line, given the alternatives found there."""
    return all(not found.isdisjoint(part) for part in sign.parts)


def words_of(sign: Sign, found: frozenset[str], line: str) -> tuple[str, ...]:
    """Return the words of a sign as they stand in a line, one for each part: `metrics` for 지표."""
    return tuple(_written(next(word for word in part if word in found), line) for part in sign.parts)


def _written(word: str, line: str) -> str:
    folded = fold(line)
    if word.endswith(_OPEN):
        at = _open_word(word).search(folded)
        start, end = at.span() if at else (0, 0)
        end += len(folded[end:]) - len(folded[end:].lstrip(ascii_lowercase))
    else:
        start, end = spans((word,), line, shipped())[word][0]
    return (line if len(line) == len(folded) else folded)[start:end]
