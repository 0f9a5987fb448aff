"""Lint rules from other packages, by the entry points `resume_tailor.rules`.

An entry point is a `Rule`, several of them, or a function that returns either. One that cannot be used costs its own
rules and no more: other packages come and go without the user's doing, and a resume must still build.
"""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from resume_tailor.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from resume_tailor.lint.engine import AnyRule

GROUP = "resume_tailor.rules"


class _UnusableError(Exception):
    """Why an entry point cannot be used, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def load(taken: Iterable[str] = ()) -> tuple[tuple["AnyRule", ...], list[Problem]]:
    """Return the rules of installed plugins, and what is wrong with any; `taken` are the names that others have."""
    if not _any_installed():
        return (), []
    from importlib.metadata import entry_points

    owners = dict.fromkeys(taken, "a rule that comes with the linter")
    rules: list[AnyRule] = []
    problems: list[Problem] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (_package(point), point.name)):
        try:
            found = _rules(point)
            _claim(point, found, owners)
            rules += found
        except _UnusableError as error:
            problems.append(_problem(point, error))
    return tuple(rules), problems


def _any_installed() -> bool:
    """Tell whether any package on the path may have rules. `importlib.metadata` takes longer to load than this."""
    for folder in dict.fromkeys(sys.path):
        for file in Path(folder or ".").glob("*-info/entry_points.txt"):
            with suppress(OSError):
                if GROUP in file.read_text(encoding="utf-8", errors="replace"):
                    return True
    return False


def _package(point: "EntryPoint") -> str:
    return point.dist.name if point.dist else "?"


def _called(point: "EntryPoint") -> str:
    return f"entry point '{point.name}' of {_package(point)}"


def _problem(point: "EntryPoint", error: _UnusableError) -> Problem:
    """Return the warning; it has no file of the user's to point at."""
    message = f"{_called(point)}: {error}; its rules are left out"
    return Problem("plugin", message, Place(point.value), Severity.WARNING, error.hint)


def _rules(point: "EntryPoint") -> "list[AnyRule]":
    """Return the rules of an entry point. A plugin may fail in any way; none may stop us, but a wish to stop may."""
    from resume_tailor.lint.rule import Rule

    hint = f"update {_package(point)}, or uninstall it"
    try:
        found = point.load()
        made = found() if callable(found) and not isinstance(found, Rule) else found
        rules = [made] if isinstance(made, Rule) else list(made)
    except Exception as error:  # noqa: BLE001
        said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise _UnusableError(f"cannot be loaded ({said})", hint) from None
    for rule in rules:
        if not isinstance(rule, Rule):
            raise _UnusableError(f"gives a {type(rule).__name__} where a Rule should be", hint)
    return rules


def _claim(point: "EntryPoint", rules: "list[AnyRule]", owners: dict[str, str]) -> None:
    """Note whose the rules' names are now; a name means one rule, as users allow and select by it."""
    mine: dict[str, str] = {}
    for rule in rules:
        owner = owners.get(rule.name) or mine.get(rule.name)
        if owner:
            hint = f"tell whoever makes {_package(point)} to give it another name, or uninstall it"
            raise _UnusableError(f"the name '{rule.name}' is taken by {owner}", hint)
        mine[rule.name] = "another of its own rules"
    owners.update(dict.fromkeys(mine, _called(point)))
