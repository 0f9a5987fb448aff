"""YAML or JSON bytes to a tree in which every node knows its place. Scalars stay text; the schema gives them types.

So the traps of YAML 1.1 close by themselves: `yes`, `010`, `3.10` and dates are the text the user wrote. Duplicate
keys, merge keys, foreign tags, second documents, deep nesting and alias bombs are problems, never surprises.
Both readers are iterative: no input can exhaust the stack. Aliases keep the place of what they stand for.
"""

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resume_tailor.encoding import MAX_BYTES, decode, readable
from resume_tailor.problems import Lines, Place, Problem, ProblemsError, Severity
from resume_tailor.syntax import json_problem, yaml_problem

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 100  # aliases expanded, as with the next; a JSON Resume is 5 deep
MAX_NODES = 200_000  # a 2,000-bullet base has 20,000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, truth value or null as written; `quoted` text is never anything but text."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Tell whether this is YAML's null (`null`, `~` or nothing at all)."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping with its keys in the order written; no key stands twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | ListNode | MapNode


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its name, its text (for excerpts), its tree if there is one, and the problems met."""

    path: str
    text: str
    node: Node | None
    problems: tuple[Problem, ...] = ()


def read(path: str, data: bytes) -> Reading:
    """Read one file's bytes; `path` names it in problems, and its ending tells JSON from YAML."""
    builder = _Builder()
    try:
        text = decode(path, data)
    except ProblemsError as stop:
        return Reading(path, readable(data[:MAX_BYTES]), None, stop.problems)
    try:
        feed = _feed_json if path.lower().endswith(".json") else _feed_yaml
        feed(Lines(path, text), text, builder)
    except ProblemsError as stop:
        return Reading(path, text, None, (*builder.problems, *stop.problems))
    node = builder.finish()
    if node is None or (isinstance(node, Scalar) and node.is_null):
        empty = Problem("empty-file", "the file is empty", Place(path), hint="write something, or delete the file")
        return Reading(path, text, None, (*builder.problems, empty))
    return Reading(path, text, node, tuple(builder.problems))


@dataclass(slots=True)
class _Frame:
    """A list or mapping being built; in a mapping `key` waits for its value."""

    place: Place
    is_map: bool
    anchor: str | None = None
    items: list[Node] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None
    nodes: int = 1
    height: int = 1


@dataclass(slots=True)
class _Anchor:
    """A node that aliases may stand for, with its size."""

    node: Node
    nodes: int
    height: int
    used: bool = False


def _stop(rule: str, message: str, place: Place, hint: str = "") -> ProblemsError:
    """Return the problem that ends the reading of a file."""
    return ProblemsError(Problem(rule, message, place, hint=hint))


class _Builder:
    """Builds the tree from a flat stream of starts, ends and scalars."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Frame] = []
        self._anchors: dict[str, _Anchor] = {}

    def start(self, place: Place, *, is_map: bool, anchor: str | None = None) -> None:
        self._check_depth(1, place)
        self._open.append(_Frame(place, is_map, anchor))

    def end(self) -> None:
        frame = self._open.pop()
        whole = MapNode(tuple(frame.pairs.values()), frame.place)
        self.add(whole if frame.is_map else ListNode(tuple(frame.items), frame.place), frame)

    def scalar(self, node: Scalar, anchor: str | None = None) -> None:
        self.add(node, _Frame(node.place, is_map=False, anchor=anchor, height=0))

    def alias(self, name: str, place: Place) -> None:
        anchor = self._anchors.get(name)
        if anchor is None:
            hint = f"name something &{name} before it, or put quotes around a text that starts with *"
            raise _stop("alias", f"the alias *{name} names nothing above it", place, hint)
        anchor.used = True
        self._check_depth(anchor.height, place)
        self.add(anchor.node, _Frame(place, is_map=False, nodes=anchor.nodes, height=anchor.height))

    def add(self, node: Node, size: _Frame) -> None:
        """Put a finished node where it belongs; `size` says how big it is, and by which name aliases know it."""
        if size.anchor is not None:
            self._anchors[size.anchor] = _Anchor(node, size.nodes, size.height)
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        frame.nodes += size.nodes
        frame.height = max(frame.height, size.height + 1)
        if frame.nodes > MAX_NODES:
            message = f"the file holds more than {MAX_NODES:,} values, counting every alias in full"
            raise _stop("too-many-values", message, size.place, "write less, or write it out without aliases")
        if frame.is_map:
            self._add_to_map(frame, node)
        else:
            frame.items.append(node)

    def finish(self) -> Node | None:
        """Return the tree, having told of anchors that nothing uses: their `&name` may be meant as text."""
        for name, anchor in self._anchors.items():
            if not anchor.used:
                hint = "delete it, or put quotes around a text that starts with &"
                message = f"'&{name}' is not text but an anchor, and no *{name} uses it"
                self.problems.append(Problem("anchor", message, anchor.node.place, Severity.WARNING, hint))
        return self.root

    def _check_depth(self, height: int, place: Place) -> None:
        if len(self._open) + height > MAX_DEPTH:
            raise _stop("too-deep", f"nested deeper than {MAX_DEPTH} levels", place)

    def _add_to_map(self, frame: _Frame, node: Node) -> None:
        if frame.key is None:
            frame.key = _as_key(node)
            return
        key, frame.key = frame.key, None
        if key.text == "<<" and not key.quoted:
            problem = Problem("merge-key", "merge keys (<<) are not read", key.place, hint="write the keys out")
        elif key.text in frame.pairs:
            first = frame.pairs[key.text][0].place.line
            message = f"'{key.text}' is written twice (first on line {first})"
            problem = Problem("duplicate-key", message, key.place, hint="keep one of the two")
        else:
            frame.pairs[key.text] = (key, node)
            return
        self.problems.append(problem)


def _as_key(node: Node) -> Scalar:
    if not isinstance(node, Scalar):
        raise _stop("key", "a key must be plain text", node.place, "put quotes around text with { } or [ ]")
    return node


def _loader() -> "type[yaml.CSafeLoader | yaml.SafeLoader]":
    import yaml

    return yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def _feed_yaml(lines: Lines, text: str, builder: _Builder) -> None:
    """Run the YAML parser over the text; it is loaded here, since a build that finds nothing changed reads no YAML."""
    import yaml

    documents = 0
    try:
        for event in yaml.parse(text, Loader=_loader()):
            place = lines.place(event.start_mark.index if event.start_mark else 0)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise _stop("second-document", "a second document starts here", place, "delete the line ---")
            _feed_event(event, place, builder)
    except yaml.YAMLError as error:
        raise ProblemsError(yaml_problem(lines, text, error)) from None


def _feed_event(event: "yaml.Event", place: Place, builder: _Builder) -> None:
    """Hand one parser event to the builder."""
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        _refuse_tag(event.tag, place)
        quoted = event.style not in (None, "") or event.tag is not None
        builder.scalar(Scalar(_whole(event.value), place, quoted=quoted), event.anchor)
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        _refuse_tag(event.tag, place)
        builder.start(place, is_map=isinstance(event, yaml.MappingStartEvent), anchor=event.anchor)
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        builder.end()
    elif isinstance(event, yaml.AliasEvent):
        builder.alias(str(event.anchor), place)


_YAML_TAG = "tag:yaml.org,2002:"


def _refuse_tag(tag: str | None, place: Place) -> None:
    """Refuse a tag other than YAML's own for text, lists and maps: tags can stand for code in other programs."""
    if tag is not None and tag not in {f"{_YAML_TAG}{kind}" for kind in ("str", "seq", "map")}:
        shown = tag.replace(_YAML_TAG, "!!")
        hint = "delete it, or put quotes around a text that starts with !"
        raise _stop("yaml-tag", f"'{shown}' is not text but a tag, and tags are not read", place, hint)


_JSON_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[][{}:,]|[^\s\][{}:,"]+', re.DOTALL)


def _feed_json(lines: Lines, text: str, builder: _Builder) -> None:
    """Tokenize JSON ourselves for the places, once the standard parser has said that it is JSON."""
    if not text.strip():
        return
    try:
        json.loads(text, strict=False, parse_int=str, parse_float=str)  # as text, so that no number is too long
    except RecursionError:
        pass  # the builder says where
    except json.JSONDecodeError as error:
        raise ProblemsError(json_problem(lines, text, error)) from None
    for match in _JSON_TOKEN.finditer(text):
        token, place = match[0], lines.place(match.start())
        if token in "{[":
            builder.start(place, is_map=token == "{")
        elif token in "}]":
            builder.end()
        elif token not in ":,":
            builder.scalar(_json_scalar(token, place))


def _json_scalar(token: str, place: Place) -> Scalar:
    if not token.startswith('"'):
        return Scalar(token, place)
    return Scalar(_whole(str(json.loads(token, strict=False))), place, quoted=True)


def _whole(text: str) -> str:
    """Return the text with U+FFFD for a lone half of a surrogate pair, as browsers do."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
