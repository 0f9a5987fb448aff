"""`resume.toml`: the workspace's own settings, all optional."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from resume_tailor.fields import Report, did_you_mean
from resume_tailor.model import LANGUAGES, Marked
from resume_tailor.problems import Place, source_lines

FILE = "resume.toml"
_TABLES = ("tags", "aliases")
_FAIL_LEVELS = ("error", "warning", "info", "never")
FILE_NAME_PARTS = ("name", "company", "position", "lang", "id", "date")
_FILE_NAMES = {"ko": "이력서_{name}_{company}", "en": "Resume_{name}_{company}"}


def _told(doc: str) -> dict[str, str]:
    """Return what a field says of itself, for docs/reference/settings.md."""
    return {"doc": doc}


@dataclass(frozen=True, slots=True)
class LintSettings:
    """What lint passes over everywhere, and what makes it fail."""

    ignore: tuple[Marked[str], ...] = field(default=(), metadata=_told("rules to leave out"))
    allow: Mapping[str, Marked[str]] = field(
        default_factory=dict, metadata=_told("rules that may be broken everywhere, each with the reason")
    )
    fail_level: str = field(
        default="error", metadata=_told(f"what makes `resume lint` exit 1: {', '.join(_FAIL_LEVELS)}")
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The workspace's own settings; every one has a default."""

    out: str = field(default="dist", metadata=_told("the output folder"))
    file_name: str = field(
        default="",
        metadata=_told(
            "the pattern of file names, by language where none is given; its parts: "
            + ", ".join(f"`{{{part}}}`" for part in FILE_NAME_PARTS)
        ),
    )
    template: str = field(default="classic", metadata=_told("the template of a profile that names none"))
    lang: str = field(default="", metadata=_told("the language of a profile that names none: ko or en"))
    tags: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata=_told("composed tags: a name that stands for several tags")
    )
    aliases: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata=_told("more words that mean the same, for keywords")
    )
    lint: LintSettings = field(
        default_factory=LintSettings, metadata=_told("what lint passes over, and what makes it fail")
    )

    def pattern(self, lang: str) -> str:
        """Return the pattern of file names for a language."""
        return self.file_name or _FILE_NAMES[lang]


def read_settings(text: str, report: Report) -> Settings:
    """Return the settings that a `resume.toml` holds; what is wrong in it is reported and left at its default."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: its own, and that of a number without end
        _toml_problem(text, error, report)
        return Settings()
    known = [field.name for field in fields(Settings)]
    values: dict[str, Any] = {}
    for key, value in data.items():
        place = _place(text, key)
        if key not in known:
            report.error("unknown-key", f"unknown key '{key}'{did_you_mean(key, known)}", place)
        elif key in _TABLES:
            values[key] = dict(_word_lists(key, value, text, report))
        elif key == "lint":
            values[key] = _lint(value, text, report)
        elif not isinstance(value, str) or not value:
            report.error(
                "wrong-kind", f"'{key}' must be a text in quotes, and not empty", place, f'write {key} = "..."'
            )
        elif _fits(key, value, place, report):
            values[key] = value
    return Settings(**values)


def _word_lists(key: str, table: object, text: str, report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of a table with their words, having said what is no list of words."""
    if not isinstance(table, dict):
        report.error("wrong-kind", f"'{key}' must be a table", _place(text, key), f"write [{key}] on a line of its own")
        return
    for name, words in table.items():
        if isinstance(words, list) and words and all(isinstance(word, str) and word for word in words):
            yield name, tuple(words)
        else:
            hint = f'write {name} = ["...", "..."]'
            report.error("wrong-kind", f"'{key}.{name}' must be a list of texts", _place(text, name), hint)


def _lint(table: object, text: str, report: Report) -> LintSettings:
    """Return the table `[lint]`, having said what in it cannot be used."""
    known = {part.name: "" for part in fields(LintSettings)}
    if not isinstance(table, dict):
        report.error("wrong-kind", "'lint' must be a table", _place(text, "lint"), "write [lint] on a line of its own")
        return LintSettings()
    for key in table.keys() - known:
        report.error("unknown-key", f"unknown key 'lint.{key}'{did_you_mean(key, known)}", _place(text, key))
    ignore, allow, level = (table.get(key, other) for key, other in (("ignore", []), ("allow", {}), ("fail_level", "")))
    if not isinstance(ignore, list) or not all(isinstance(rule, str) for rule in ignore):
        report.error("wrong-kind", "'lint.ignore' must be a list of rules", _place(text, "ignore"), 'write ["gap"]')
        ignore = []
    if not isinstance(allow, dict) or not all(isinstance(reason, str) for reason in allow.values()):
        hint = 'write [lint.allow] and, below it, rule = "why it may be broken"'
        report.error("wrong-kind", "'lint.allow' must hold a reason for each rule", _place(text, "lint.allow"), hint)
        allow = {}
    if level and level not in _FAIL_LEVELS:
        hint = f"one of: {', '.join(_FAIL_LEVELS)}"
        report.error("unknown-choice", f"'lint.fail_level' cannot be '{level}'", _place(text, "fail_level"), hint)
        level = ""
    return LintSettings(
        tuple(Marked(rule, _place(text, "ignore")) for rule in ignore),
        {rule: Marked(reason, _place(text, rule)) for rule, reason in allow.items()},
        str(level) or "error",
    )


def _fits(key: str, value: str, place: Place, report: Report) -> bool:
    """Tell whether a value will do, having said so where not."""
    if key == "lang" and value not in LANGUAGES:
        report.error("unknown-choice", f"'lang' cannot be '{value}'", place, f"one of: {', '.join(LANGUAGES)}")
        return False
    if key == "out":
        return _fits_out(value, place, report)
    if key == "file_name":
        return _fits_file_name(value, place, report)
    return True


def _fits_out(value: str, place: Place, report: Report) -> bool:
    """Refuse a folder that is not the workspace's own: whoever wrote the file may not be who builds."""
    first, *rest = value.replace("\\", "/").removeprefix("./").split("/")
    if ".." in (first, *rest) or first.endswith(":") or first in {"", "~"}:
        hint = "write a folder inside the workspace; for another one, say --out when you build"
        report.error("unknown-choice", f"'out' cannot be '{value}'", place, hint)
        return False
    if first in _READ_FROM or (first == "." and not rest):
        hint = 'what is built would be read again; write out = "dist"'
        report.error("unknown-choice", f"'out' cannot be '{value}'", place, hint)
        return False
    return True


_READ_FROM = frozenset({"resume", "companies", "templates", "lint", "postings", ".resume", ".git"})


def _fits_file_name(value: str, place: Place, report: Report) -> bool:
    hint = f"there are: {', '.join(f'{{{part}}}' for part in FILE_NAME_PARTS)}"
    for part in re.findall(r"\{([^{}]*)\}", value):
        if part not in FILE_NAME_PARTS:
            message = f"'file_name' cannot hold '{{{part}}}'{did_you_mean(part, FILE_NAME_PARTS)}"
            report.error("unknown-choice", message, place, hint)
            return False
    if re.search(r"[{}/\\]", re.sub(r"\{\w+\}", "", value)):
        report.error("unknown-choice", "'file_name' cannot hold /, \\, or a { or } alone", place, hint)
        return False
    return True


_TOML_HINTS = {
    "Invalid value": 'texts need quotes: key = "text"',
    "Invalid statement": 'write key = "text"',
    "Cannot overwrite a value": "a key is written twice; keep one",
}


def _toml_problem(text: str, error: Exception, report: Report) -> None:
    """Note what TOML's parser did not like, and where."""
    last = len(source_lines(text.rstrip()))
    words, line, column = str(error), 0, 0
    if found := re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", words):
        words, line, column = words[: found.start()], int(found[1] or last), int(found[2] or 1)
    elif isinstance(error, RecursionError):
        words = "it is nested too deep"
    else:
        words = "a number in it is too long"
    place = Place(FILE, line, column)
    report.error("toml-syntax", f"cannot be read as TOML: {words}", place, _TOML_HINTS.get(words, ""))


def _place(text: str, key: str) -> Place:
    """Return where a key stands: TOML's parser does not say."""
    return _places(text).get(key, Place(FILE))


_KEY = re.compile(r"""\s*(?:\[+\s*)?(?:"([^"]*)"|'([^']*)'|([\w.-]+))""")


@lru_cache(maxsize=4)
def _places(text: str) -> dict[str, Place]:
    """Return the first place of each key, and of each table that a dotted key is in."""
    found: dict[str, Place] = {}
    for number, line in enumerate(source_lines(text), 1):
        if key := _KEY.match(line):
            place = Place(FILE, number, len(line) - len(line.lstrip()) + 1)
            name = next(filter(None, key.groups()), "")
            for end in (*(dot.start() for dot in re.finditer(r"\.", name)), len(name)):
                found.setdefault(name[:end], place)
    return found


_NEVER = frozenset('<>:"/\\|?*')  # in file names on Windows


def file_stem(pattern: str, parts: dict[str, str]) -> str:
    """Return a file name without its ending, safe on every system: NFC, no separators, no reserved names, 200 bytes.

    A part with nothing in it takes the mark beside it along: without a company, `{name}_{company}` is the name.
    """
    from pathvalidate import sanitize_filename

    filled = re.sub(r"\{(\w+)\}", lambda part: parts.get(part[1], "").strip(), pattern)
    filled = re.sub(r"\(\s*\)|\[\s*\]", "", filled)
    allowed = "".join(c for c in normalize("NFC", re.sub(r"\s", " ", filled)) if c.isprintable() and c not in _NEVER)
    tidy = re.sub(r" +", " ", re.sub(r"([_\- ])(?: *[_\-])+", r"\1", allowed)).strip(" _-.")
    short = tidy.encode()[:200].decode(errors="ignore").rstrip(" _-.")
    return sanitize_filename(short, platform="universal") or "resume"
