"""The words that postings are searched for, and the words in them that say nothing. The data is vocabulary.yaml."""

import json
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data

from resume_tailor.keywords import groups, key, shipped

TOOL, METHOD, DOMAIN = "tool", "method", "domain"
_TOPICS = {"languages": TOOL, "tools": TOOL, "business": DOMAIN}  # of aliases.yaml; all others are methods


@cache
def words() -> Mapping[str, str]:
    """Return every word to look for, and its kind; of words that are the same but for spelling, the first."""
    named = [(name, _TOPICS.get(topic, METHOD)) for topic, names in groups().items() for name in names]
    named += [(word, kind) for kind in (TOOL, METHOD, DOMAIN) for word in _list(f"{kind}s" if kind != DOMAIN else kind)]
    known: dict[str, str] = {}
    first: dict[str, str] = {}
    for word, kind in named:
        name = shipped().canonical(word)
        if first.setdefault(key(name), name) == name:
            known.setdefault(name, kind)
    return known


@cache
def keys(name: str) -> frozenset[str]:
    """Return a list of vocabulary.yaml as keys, which are the same for all spellings of a word."""
    return frozenset(map(key, _list(name)))


@cache
def holds(text: str) -> bool:
    """Tell whether a text is a word of the trade, or one that postings have anyway."""
    return any(key(text) in keys(name) for name in _data()) or shipped().canonical(text) in words()


def _list(name: str) -> list[str]:
    return [word.strip() for word in _data()[name].split(",") if word.strip()]


@cache
def _data() -> dict[str, str]:
    found: dict[str, str] = json.loads(get_data(__name__, "vocabulary.json") or b"{}")
    return found
