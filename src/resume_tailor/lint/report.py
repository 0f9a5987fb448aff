"""What the linter found, for people and for programs: text, JSON, GitHub's workflow commands, SARIF.

Each takes the problems by file, with every file that was looked at, so that a clean one is told from one left out.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from resume_tailor.fields import Json
from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.pages import help_of
from resume_tailor.problems import Problem, Severity, ordered, render

Files = Mapping[str, Sequence[Problem]]


def as_text(files: Files, sources: Mapping[str, str]) -> str:
    """Return the problems with their source lines, file by file, and their count."""
    blocks = ["\n".join(render(one, sources) for one in ordered(found)) for found in files.values() if found]
    return "\n\n".join((*blocks, _count(files)))


def _count(files: Files) -> str:
    """Return `2 errors, 1 warning in 3 files`; the files are all that were looked at."""
    counts = Counter(one.severity for one in _problems(files))
    said = [f"{counts[kind]} {kind}{'s' * (counts[kind] != 1)}" for kind in Severity if counts[kind]]
    return f"{', '.join(said) or 'no problems'} in {len(files)} file{'s' * (len(files) != 1)}"


def _problems(files: Files) -> Iterator[Problem]:
    for found in files.values():
        yield from ordered(found)


def as_json(files: Files) -> str:
    """Return everything as JSON, the files without problems too."""
    listed = [{"path": path, "problems": [_plain(one) for one in ordered(found)]} for path, found in files.items()]
    return _dumped({"files": listed})


def _plain(problem: Problem) -> Json:
    return {
        "rule": problem.rule,
        "severity": str(problem.severity),
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


# --- GitHub ---

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def as_github(files: Files) -> str:
    """Return a workflow command for each problem: GitHub shows it at its line of a pull request."""
    return "\n".join(_command(one) for one in _problems(files))


def _command(problem: Problem) -> str:
    place = problem.place
    spot = {"line": place.line, "col": place.column} if place.line else {}
    properties = {"file": place.path, **spot, "title": problem.rule}
    said = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {said}::{_escaped(_told(problem), _IN_MESSAGES)}"


def _escaped(text: str, marks: Mapping[str, str]) -> str:
    return "".join(marks.get(char, char) for char in text)


def _told(problem: Problem) -> str:
    """Return the message and, on a line of its own, what to do: these viewers have no place for a hint."""
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


# --- SARIF ---

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ABSOLUTE = re.compile("/|[A-Za-z]:/")


def as_sarif(files: Files, rules: Sequence[AnyRule], version: str, lang: str = "en") -> str:
    """Return a SARIF 2.1.0 log of one run. `rules` are those that ran, told in a language."""
    driver = {"name": "resume", "version": version, "rules": [_descriptor(rule, lang) for rule in rules]}
    index = {rule.name: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = [_result(one, index, seen) for one in _problems(files)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptor(rule: AnyRule, lang: str) -> Json:
    plain, marked = help_of(rule, lang)
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary.to(lang)},
        "fullDescription": {"text": rule.why.to(lang)},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [str(rule.group)]},
    }


def _result(problem: Problem, index: Mapping[str, int], seen: Counter[str]) -> Json:
    """Return a problem as a result; one that no rule found, such as a file that cannot be read, has no index."""
    number = {"ruleIndex": index[problem.rule]} if problem.rule in index else {}
    return {
        "ruleId": problem.rule,
        **number,
        "level": _LEVELS[problem.severity],
        "message": {"text": _told(problem)},
        "locations": [{"physicalLocation": _location(problem)}],
        "partialFingerprints": {"resumeProblem/v1": _fingerprint(problem, seen)},
    }


def _location(problem: Problem) -> Json:
    place = problem.place
    location: Json = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        location["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return location


def _uri(path: str) -> str:
    """Return a path as a URI: relative as it stands in the workspace, or of a file elsewhere."""
    quoted = quote(path.encode(errors="surrogateescape"))
    if not _ABSOLUTE.match(path):
        return quoted
    return f"file:///{quoted.removeprefix('/').replace('%3A', ':', 1)}"


def _fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """Return what stays the same when lines move: of equal problems in a file, the how many-th it is."""
    same = f"{problem.rule}\n{problem.place.path}\n{problem.message}"
    seen[same] += 1
    return sha256(f"{same}\n{seen[same]}".encode(errors="surrogateescape")).hexdigest()[:32]
