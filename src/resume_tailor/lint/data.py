"""The data files that come with the linter."""

import json
from collections.abc import Iterator
from functools import cache
from pkgutil import get_data
from typing import Any

from resume_tailor.lint.lexicon import Entry, Lexicon


@cache
def shipped_lexicon() -> Lexicon:
    """Return the sets and exercises that come with the package."""
    return Lexicon(_shipped())


def _shipped() -> Iterator[Entry]:
    """Yield the entries; the file is only read when the first one is asked for."""
    yield from map(_entry, load("datasets.json"))


def load(name: str) -> Any:  # noqa: ANN401  as each file has it; every scalar is text
    """Return what one of our own data files holds, from its twin in JSON that scripts/write_data.py makes."""
    return json.loads(get_data(__name__, name) or b"[]")


def _entry(raw: dict[str, object]) -> Entry:
    def words(key: str) -> tuple[str, ...]:
        value = raw.get(key, ())
        return tuple(str(word) for word in value) if isinstance(value, list) else ()

    def both(key: str) -> tuple[str, str]:
        value = raw.get(key)
        return (str(value["ko"]), str(value["en"])) if isinstance(value, dict) else ("", "")

    tasks = raw.get("tasks", ())
    return Entry(
        str(raw["id"]),
        str(raw["kind"]),
        *both("name"),
        str(raw.get("home", "")),
        words("names"),
        words("words"),
        words("near"),
        tuple(tuple(str(part) for part in task) for task in tasks) if isinstance(tasks, list) else (),
        words("columns"),
        *both("instead"),
    )
