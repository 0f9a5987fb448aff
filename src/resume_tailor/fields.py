"""Kinds of value a file may hold. Each reads a node into a typed value and writes its own JSON Schema.

One source for both, so that an editor and `resume build` cannot disagree. Reading never stops: whatever is wrong is
noted in a `Report` with its place, and the rest of the file is read on. Lists and maps of these kinds: `compound`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from resume_tailor import dates
from resume_tailor.model import LANGUAGES, Marked, Text
from resume_tailor.problems import Place, Problem, Severity
from resume_tailor.yamlmarks import ListNode, MapNode, Node, Scalar

Json = dict[str, object]


@dataclass(slots=True)
class Report:
    """Collects problems. What is an error in a `strict` file (a profile, ours) is a warning in a base (anybody's)."""

    strict: bool
    problems: list[Problem] = field(default_factory=list)

    def error(self, rule: str, message: str, place: Place, hint: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(rule, message, place, Severity.ERROR, hint))

    def warn(self, rule: str, message: str, place: Place, hint: str = "") -> None:
        """Note a warning."""
        self.problems.append(Problem(rule, message, place, Severity.WARNING, hint))

    def odd(self, rule: str, message: str, place: Place, hint: str = "") -> None:
        """Note what a strict file may not hold, and any other may."""
        (self.error if self.strict else self.warn)(rule, message, place, hint)


_CLOSE = 0.65  # `limit` is meant for `limits`; `items` for `title` is not
_TELLING = 3  # letters


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` when one of the choices is close, or is all that begins so, else nothing."""
    from difflib import get_close_matches

    by_fold, meant = {choice.casefold(): choice for choice in choices}, word.casefold()
    close = get_close_matches(meant, by_fold, n=1, cutoff=_CLOSE)
    longer = [choice for choice in by_fold if len(meant) >= _TELLING and choice.startswith(meant)]
    if not close and len(longer) == 1:
        close = longer
    return f" (did you mean '{by_fold[close[0]]}'?)" if close else ""


class Kind(Protocol):
    """What a value may be. `read` returns None when there is nothing usable, and has said why."""

    def read(self, node: Node, name: str, report: Report) -> object | None:
        """Read a node; `name` is the key it stands under, for messages."""

    def json_schema(self) -> Json:
        """Return the JSON Schema (draft 7) of the same kind."""


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NAMES = {Scalar: "one text", ListNode: "a list", MapNode: "a map of keys"}


def called(name: str) -> str:
    """Return what a value is called in messages: `'work'`, and `an item of 'work'` for `work[]`."""
    return f"an item of '{name[:-2]}'" if name.endswith("[]") else f"'{name}'"


def wrong_kind(node: Node, name: str, wanted: str, report: Report, hint: str = "") -> None:
    """Note that a node is of another kind than wanted; nothing at all is less bad."""
    if isinstance(node, Scalar) and node.is_null:
        report.odd("empty-value", f"{called(name)} has no value", node.place, "write a value, or delete the key")
    else:
        report.error("wrong-kind", f"{called(name)} must be {wanted}, not {_NAMES[type(node)]}", node.place, hint)


def without_controls(text: str) -> str:
    """Return the text without characters that nobody can see and no PDF can show."""
    return _CONTROL.sub("", text)


def _scalar_text(node: Node, name: str, report: Report, wanted: str = "text") -> str | None:
    """Return a scalar's text; nothing for null, lists and maps (said)."""
    if not isinstance(node, Scalar) or node.is_null:
        wrong_kind(node, name, wanted, report)
        return None
    clean = without_controls(node.text)
    if clean != node.text:
        report.warn(
            "control-character", f"{called(name)} holds an invisible control character; it is left out", node.place
        )
    return clean


@dataclass(frozen=True, slots=True)
class WordKind:
    """One text in no language: an address, and where it `refers`, an id or a tag."""

    doc: str = ""
    refers: bool = False

    def read(self, node: Node, name: str, report: Report) -> Marked[str] | None:
        """Return the text with its place; what is compared with others is composed, as macOS gives letters in parts."""
        text = _scalar_text(node, name, report)
        if text is None:
            return None
        return Marked(unicodedata.normalize("NFC", text.strip()) if self.refers else text.strip(), node.place)

    def json_schema(self) -> Json:
        """Numbers and truth values are text to us, so the editor must not complain of them."""
        return {"type": ["string", "number", "boolean"], "description": self.doc}


@dataclass(frozen=True, slots=True)
class IntKind:
    """A whole number from `low` up."""

    doc: str = ""
    low: int = 1

    def read(self, node: Node, name: str, report: Report) -> Marked[int] | None:
        """Return the number with its place."""
        text = _scalar_text(node, name, report, "a whole number")
        if text is None:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < self.low:
            message = f"{called(name)} must be a whole number from {self.low} up, not '{text}'"
            report.error("wrong-kind", message, node.place)
            return None
        return Marked(int(text), node.place)

    def json_schema(self) -> Json:
        """An integer between bounds."""
        return {"type": "integer", "minimum": self.low, "maximum": 999_999_999, "description": self.doc}


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """One word of a few."""

    choices: tuple[str, ...]
    doc: str = ""

    def read(self, node: Node, name: str, report: Report) -> Marked[str] | None:
        """Return the word with its place."""
        text = _scalar_text(node, name, report)
        if text is None or text in self.choices:
            return None if text is None else Marked(text, node.place)
        message = f"{called(name)} cannot be '{text}'{did_you_mean(text, self.choices)}"
        report.error("unknown-choice", message, node.place, f"one of: {', '.join(self.choices)}")
        return None

    def json_schema(self) -> Json:
        """An enumeration."""
        return {"enum": list(self.choices), "description": self.doc}


@dataclass(frozen=True, slots=True)
class TextKind:
    """A text, or `{ko: ..., en: ...}`."""

    doc: str = ""

    def read(self, node: Node, name: str, report: Report) -> Text | None:
        """Return the text in the languages written."""
        if isinstance(node, MapNode):
            return self._by_language(node, name, report)
        text = _scalar_text(node, name, report, "text or {ko: ..., en: ...}")
        return None if text is None else Text(node.place, any=text.strip())

    def _by_language(self, node: MapNode, name: str, report: Report) -> Text | None:
        found: dict[str, str] = {}
        for key, value in node.pairs:
            if key.text not in LANGUAGES:
                hint = "a text with ': ' in it needs quotes around it; languages are ko and en"
                message = f"{called(name)} must be text or {{ko: ..., en: ...}}, not '{key.text}'"
                report.error("unknown-key", message, key.place, hint)
                continue
            text = _scalar_text(value, f"{name}.{key.text}", report)
            if text:
                found[key.text] = text.strip()
        return Text(node.place, ko=found.get("ko", ""), en=found.get("en", "")) if found else None

    def json_schema(self) -> Json:
        """A plain value or one a language."""
        by_language: Json = {
            "type": "object",
            "properties": {lang: {"type": ["string", "number", "boolean"]} for lang in LANGUAGES},
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, by_language], "description": self.doc}


@dataclass(frozen=True, slots=True)
class DateKind:
    """A date as written; `2021`, `2021-06` and `2021-06-01` are the standard spellings."""

    doc: str = ""
    may_be_now: bool = False

    def read(self, node: Node, name: str, report: Report) -> dates.Date | None:
        """Return the date; None for 'to this day', which is what a missing end means."""
        if isinstance(node, Scalar) and not node.is_null and dates.means_now(node.text):
            if not node.text.strip():
                report.odd("odd-date", f"{called(name)} is empty", node.place, "write a date, or delete the key")
            elif not self.may_be_now:
                message = f"{called(name)} cannot be '{node.text}'; it is left out"
                report.odd("odd-date", message, node.place, "write a date")
            return None
        text = _scalar_text(node, name, report, "a date such as 2021-06")
        if text is None:
            return None
        date = dates.parse(text.strip())
        if not date.year:
            hint = "write 2021, 2021-06 or 2021-06-01"
            report.odd("odd-date", f"'{text}' is not a date we know; it is shown as written", node.place, hint)
        elif date.odd:
            report.odd("odd-date", f"'{text}' is read as {date.iso}", node.place, f"write {date.iso}")
        return date

    def json_schema(self) -> Json:
        """The standard's pattern; a year alone may be a number, and an end be now."""
        pattern = r"^([1-2][0-9]{3}(-[0-1][0-9](-[0-3][0-9])?)?)?$"
        ways: list[Json] = [{"type": "string", "pattern": pattern}, {"type": "integer"}]
        if self.may_be_now:
            ways.append({"enum": ["현재", "Present"]})
        return {"anyOf": ways, "description": self.doc}
