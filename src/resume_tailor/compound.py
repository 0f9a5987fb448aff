"""Kinds of value made of other kinds: lists, and maps with keys of ours or of the user's own."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from resume_tailor.fields import Json, Kind, Report, TextKind, called, did_you_mean, without_controls, wrong_kind
from resume_tailor.model import LANGUAGES, Text
from resume_tailor.problems import Place
from resume_tailor.yamlmarks import ListNode, MapNode, Node, Scalar

_LIST = "write [one, two], or lines that start with '- '"


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list of one kind. In a base, a single value stands for a list of one, with a warning."""

    item: Kind
    doc: str = ""

    def read(self, node: Node, name: str, report: Report) -> tuple[object, ...] | None:
        """Return what could be read of the items."""
        if isinstance(node, Scalar) and not node.is_null and not report.strict:
            message = f"{called(name)} is one text; it is read as a list of one"
            report.warn("wrong-kind", message, node.place, _LIST)
            node = ListNode((node,), node.place)
        if not isinstance(node, ListNode):
            wrong_kind(node, name, "a list", report, _LIST)
            return None
        items = [self._item(item, name, report) for item in node.items]
        return tuple(item for item in items if item is not None)

    def _item(self, node: Node, name: str, report: Report) -> object | None:
        if isinstance(node, Scalar) and node.is_null:
            message = f"{called(f'{name}[]')} is empty"
            report.odd("empty-value", message, node.place, "write something there, or delete it")
            return None
        return self.item.read(node, f"{name}[]", report)

    def json_schema(self) -> Json:
        """An array."""
        return {"type": "array", "items": self.item.json_schema(), "description": self.doc}


def _listed(keys: Iterable[str]) -> str:
    """Return the keys there may be, as a hint."""
    names = ", ".join(keys)
    return f"its keys: {names}" if names else ""


@dataclass(frozen=True, slots=True)
class MapKind:
    """A map from names of the user's own to one kind."""

    value: Kind
    doc: str = ""
    keys: tuple[str, ...] = ()  # the only keys there may be; none = any

    def read(self, node: Node, name: str, report: Report) -> dict[str, object] | None:
        """Return the values that could be read, by key."""
        if not isinstance(node, MapNode):
            wrong_kind(node, name, "a map of keys", report, _listed(self.keys))
            return None
        found: dict[str, object] = {}
        for key, child in node.pairs:
            if self.keys and key.text not in self.keys:
                message = f"unknown key '{name}.{key.text}'{did_you_mean(key.text, self.keys)}"
                report.error("unknown-key", message, key.place, _listed(self.keys))
                continue
            value = self.value.read(child, f"{name}.{key.text}", report)
            if value is not None:
                found[unicodedata.normalize("NFC", key.text.strip())] = value
        return found

    def json_schema(self) -> Json:
        """An object with named or free keys."""
        value = self.value.json_schema()
        if self.keys:
            shape: Json = {"properties": dict.fromkeys(self.keys, value), "additionalProperties": False}
        else:
            shape = {"additionalProperties": value}
        return {"type": "object", **shape, "description": self.doc}


@dataclass(frozen=True, slots=True)
class Obj:
    """What an `ObjectKind` read: values by key, the keys it did not know, and where each key stands."""

    place: Place
    values: Mapping[str, object]
    extras: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectKind:
    """A map with known keys; `old` maps other names, as earlier JSON Resume versions had them, to today's."""

    fields: Mapping[str, Kind]
    doc: str = ""
    old: Mapping[str, str] = field(default_factory=dict)
    shown_extras: bool = False  # whether unknown text keys end up on the page
    ignored: tuple[str, ...] = ()  # keys of other tools, skipped in silence
    text_key: str = ""  # in a base, a plain text stands for a map with this key alone

    def read(self, node: Node, name: str, report: Report) -> Obj | None:
        """Return the values that could be read."""
        if self.text_key and isinstance(node, Scalar) and not node.is_null and not report.strict:
            message = f"{called(name)} is one text; it is read as its '{self.text_key}'"
            report.warn("wrong-kind", message, node.place, f"write {self.text_key}: before it")
            node = MapNode(((Scalar(self.text_key, node.place), node),), node.place)
        if not isinstance(node, MapNode):
            wrong_kind(node, name, "a map of keys", report, _listed(self.fields))
            return None
        values: dict[str, object] = {}
        extras: list[tuple[str, Text]] = []
        taken = {key.text for key, _ in node.pairs}
        for key, child in node.pairs:
            known = self._known_key(key, taken, report)
            if known is None:
                extras += self._extra(key, child, report)
            elif (value := self.fields[known].read(child, known, report)) is not None:
                values[known] = value
        return Obj(node.place, values, tuple(extras))

    def _known_key(self, key: Scalar, taken: set[str], report: Report) -> str | None:
        """Return the field a key means, having said so where it is an old spelling; None when it is unknown."""
        if key.text in self.fields:
            return key.text
        new = self.old.get(key.text)
        if new is None or new in taken:
            return None
        report.odd("old-key", f"'{key.text}' is read as '{new}'", key.place, f"write {new}:")
        taken.add(new)
        return new

    def _extra(self, key: Scalar, child: Node, report: Report) -> list[tuple[str, Text]]:
        """Return an unknown key's texts, having said what becomes of it."""
        if key.text in self.ignored:
            return []
        text = _shown_text(child) if self.shown_extras else ""
        guess = did_you_mean(key.text, self.fields)
        fate = "" if report.strict else "; it is shown as written" if text else "; it is left out"
        hint = _key_hint(key.text) or (_listed(self.fields) if report.strict and not guess else "")
        report.odd("unknown-key", f"unknown key '{key.text}'{guess}{fate}", key.place, hint)
        return [(key.text, Text(child.place, any=text))] if text else []

    def json_schema(self) -> Json:
        """An object; the base's may hold more keys."""
        properties: dict[str, Json] = {name: {} for name in self.ignored}
        properties |= {name: kind.json_schema() for name, kind in self.fields.items()}
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": self.shown_extras,
            "description": self.doc,
        }


def _key_hint(key: str) -> str:
    """Say what is wrong with a key that is no word: `-name`, `• name`, `basics:{name`."""
    if ":" in key:
        return "put a space after ':'"
    if key[:1] and key[:1] in "-–—•·*":
        return "start every item of a list with '- '"
    return "type the spaces before it again: they are of another kind" if key[:1].isspace() else ""


def _shown_text(node: Node) -> str:
    """Return the texts of a node; truth values, numbers and nested things are data of other tools."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    texts = [without_controls(n.text).strip() for n in nodes if isinstance(n, Scalar) and not n.is_null]
    return ", ".join(text for text in texts if re.search(r"[^\W\d]", text) and text not in {"true", "false"})


@dataclass(frozen=True, slots=True)
class OrTextKind:
    """An object that may be written as its `text` alone: a plain bullet, a plain summary."""

    object: ObjectKind
    doc: str = ""

    def read(self, node: Node, name: str, report: Report) -> Obj | None:
        """Return an object that has a `text`, or None."""
        if isinstance(node, MapNode) and not node.pairs:
            report.odd("empty-value", f"{called(name)} is empty", node.place, "write a text, or delete it")
            return None
        languages_only = isinstance(node, MapNode) and {key.text for key, _ in node.pairs} <= set(LANGUAGES)
        if not isinstance(node, MapNode) or languages_only:
            text = TextKind().read(node, name, report)
            return Obj(node.place, {"text": text}) if text else None
        if node.get("text") is None:
            hint = "a text with ': ' in it needs quotes around it, or write it as text: ..."
            message = f"{called(name)} has the key '{node.pairs[0][0].text}' but no text"
            report.error("missing-text", message, node.place, hint)
            return None
        found = self.object.read(node, name, report)
        return found if found and found.values.get("text") else None

    def json_schema(self) -> Json:
        """A text or the object."""
        whole = {**self.object.json_schema(), "required": ["text"]}
        return {"anyOf": [TextKind().json_schema(), whole], "description": self.doc}
