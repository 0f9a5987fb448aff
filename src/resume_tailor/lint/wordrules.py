"""The workspace's own lint files: more public sets, and rules that are a list of words. Nothing in them is run.

Words match as those of `datasets.yaml` do: in any case and spacing, Korean with its particles and endings.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from resume_tailor.compound import ListKind, Obj, ObjectKind
from resume_tailor.fields import ChoiceKind, Json, Kind, Report, TextKind, WordKind, did_you_mean
from resume_tailor.ids import slug
from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.lexicon import KINDS, Entry, Forms, Lexicon, tokens
from resume_tailor.lint.own import Own
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line, Project
from resume_tailor.model import Marked, Text
from resume_tailor.problems import Place, Problem, ProblemsError, Severity
from resume_tailor.yamlmarks import MapNode, Node, Reading

WORD = "{word}"  # in a message: what was found, as it is written there
_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Needing:
    """An object of which some keys must be there."""

    object: ObjectKind
    keys: tuple[str, ...]

    def read(self, node: Node, name: str, report: Report) -> Obj | None:
        """Return the object when it has what it needs."""
        found = self.object.read(node, name, report)
        if found is None or not isinstance(node, MapNode):
            return None
        lacking = [key for key in self.keys if not found.values.get(key)]
        for key in lacking:
            if node.get(key) is None or key in found.values:
                state = "empty" if key in found.values else "missing"
                report.error("missing-key", f"'{key}' is {state}", node.place, f"write {key}: ...")
        return None if lacking else found

    def json_schema(self) -> Json:
        """The object's own, with what is required."""
        return {**self.object.json_schema(), "required": list(self.keys)}


def _words(doc: str) -> ListKind:
    return ListKind(WordKind(), doc)


_ENTRY_FIELDS: dict[str, Kind] = {
    "id": WordKind("이름표: 소문자와 - · lower-case words joined by -"),
    "kind": ChoiceKind(KINDS, "무엇인가; 없으면 dataset · what it is"),
    "name": TextKind("메시지에 나오는 이름 · how messages call it"),
    "home": WordKind("어디서 온 것인가 · where it lives, in words"),
    "names": _words("이것만으로 알 수 있는 이름들 · names that prove it alone"),
    "words": _words("near와 함께일 때만 치는 흔한 낱말 · common words; they count only beside one of near"),
    "near": _words("words 곁에 있어야 하는 말 · what must stand near one of words"),
    "tasks": ListKind(_words("부분마다 |로 나눈 같은 말 · parts, each of alternatives apart by |"), "이름 없이 푼 말"),
    "columns": _words("둘이면 알 수 있는 열 이름·크기 · tell-tale columns and sizes; two of them prove it"),
    "instead": TextKind("대신 해 볼 일 · what to do instead"),
}
_RULE_FIELDS: dict[str, Kind] = {
    "name": WordKind("규칙 이름: 소문자와 - · lower-case words joined by -"),
    "severity": ChoiceKind(tuple(Severity), "없으면 warning"),
    "scope": ChoiceKind(
        (Scope.LINE.value, Scope.PROJECT.value), "한 줄씩(line) 또는 프로젝트마다 한 번(project); 없으면 line"
    ),
    "summary": TextKind("한마디로 · in a few words"),
    "why": TextKind("왜 있는 규칙인가 · why there is the rule"),
    "words": _words("찾을 말들; *로 끝나면 뒤는 아무거나 · what to look for; a last * takes any ending"),
    "but": _words("같은 줄에 있으면 넘어가는 말 · what makes it fine in the same line"),
    "message": TextKind(f"알림; {WORD}는 찾은 말 · what to say; {WORD} is what was found"),
    "hint": TextKind("어떻게 하라고 · what to do about it"),
    "good": _words("걸리면 안 되는 글 · texts it must let pass"),
    "bad": _words("걸려야 하는 글 · texts it must find"),
}
_FILE = ObjectKind(
    {
        "datasets": ListKind(_Needing(ObjectKind(_ENTRY_FIELDS), ("id", "name")), "공개 데이터셋 · public sets"),
        "rules": ListKind(_Needing(ObjectKind(_RULE_FIELDS), ("name", "summary", "words")), "낱말 규칙 · word lists"),
    },
    "resume: the workspace's own lint rules",
)
SCHEMA: Json = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "resume lint", **_FILE.json_schema()}


def load(readings: Iterable[Reading], rules: Collection[str], lexicon: Lexicon) -> tuple[Own, list[Problem]]:
    """Return what the files add to the rules (by name) and sets that there are, and every problem in them."""
    report = Report(strict=True)
    ids, names = _Names("id", {entry.id for entry in lexicon.entries}), _Names("name", rules)
    entries: list[Entry] = []
    made: list[AnyRule] = []
    for reading in readings:
        report.problems += reading.problems
        found = _FILE.read(reading.node, reading.path, report) if reading.node else None
        if found:
            entries += [_entry(obj) for obj in _items(found, "datasets", Obj) if _is_entry(obj, ids, report)]
            made += [_rule(obj, report) for obj in _items(found, "rules", Obj) if _is_rule(obj, names, report)]
    return Own(tuple(entries), tuple(made)), report.problems


class _Names:
    """The names that are taken, each with the place where, if that is in these files."""

    def __init__(self, key: str, shipped: Iterable[str]) -> None:
        self.key = key
        self._taken: dict[str, Place | None] = dict.fromkeys(shipped)

    def take(self, obj: Obj, report: Report) -> bool:
        """Tell whether an object has a name of its own, having said so where not."""
        name = obj.values[self.key]
        if not isinstance(name, Marked):
            return False
        if not _KEBAB.fullmatch(name.value):
            example = slug(name.value) if slug(name.value).isascii() else ""
            hint = f"write {self.key}: {example if _KEBAB.fullmatch(example) else 'my-words'}"
            message = f"'{self.key}' must be lower-case words joined by '-', not '{name.value}'"
            report.error("wrong-name", message, name.place, hint)
            return False
        if name.value in self._taken:
            first = self._taken[name.value]
            where = f"is also in {first.path}:{first.line}" if first else "is one that comes with the linter"
            report.error("duplicate-name", f"'{name.value}' {where}", name.place, "give it another name")
            return False
        self._taken[name.value] = name.place
        return True


def _items(obj: Obj, key: str, kind: type[V]) -> list[V]:
    """Return what could be read of a list."""
    value = obj.values.get(key)
    return [item for item in value if isinstance(item, kind)] if isinstance(value, tuple) else []


def _marked(obj: Obj, key: str) -> list[Marked[str]]:
    return _items(obj, key, Marked)


def _list(obj: Obj, key: str) -> tuple[str, ...]:
    return tuple(item.value for item in _marked(obj, key))


def _word(obj: Obj, key: str, default: str = "") -> str:
    value = obj.values.get(key)
    return str(value.value) if isinstance(value, Marked) else default


def _message(obj: Obj, key: str) -> Message:
    value = obj.values.get(key)
    return Message(value.to("ko"), value.to("en")) if isinstance(value, Text) else Message("", "")


def _can_be_found(forms: Iterable[Marked[str]], report: Report) -> bool:
    """Tell whether every form has a letter or figure to look for, having said so where not."""
    silent = [form for form in forms if not tokens(form.value.replace("|", " ")).starts]
    for form in silent:
        message = f"'{form.value}' can never be found: only letters and figures are looked for"
        report.error("empty-form", message, form.place, "write a word, or delete it")
    return not silent


def _tasks(obj: Obj) -> list[list[Marked[str]]]:
    return [[part for part in task if isinstance(part, Marked)] for task in _items(obj, "tasks", tuple)]


def _is_entry(obj: Obj, ids: _Names, report: Report) -> bool:
    """Tell whether there is anything to find it by, and an id of its own."""
    listed = (_marked(obj, key) for key in ("names", "words", "near", "columns"))
    forms = [form for part in (*listed, *_tasks(obj)) for form in part]
    fine = _can_be_found(forms, report)
    if not any(obj.values.get(key) for key in ("names", "words", "tasks", "columns")):
        report.error("missing-key", "there is nothing to find it by", obj.place, "write names: [...]")
        fine = False
    if obj.values.get("words") and not obj.values.get("near"):
        hint = "write near: [...], or move them to names"
        report.error("missing-key", "'words' count only beside one of 'near', and there is none", obj.place, hint)
        fine = False
    return ids.take(obj, report) and fine


def _entry(obj: Obj) -> Entry:
    name, instead = _message(obj, "name"), _message(obj, "instead")
    return Entry(
        id=_word(obj, "id"),
        kind=_word(obj, "kind", KINDS[0]),
        name_ko=name.ko,
        name_en=name.en,
        home=_word(obj, "home"),
        names=_list(obj, "names"),
        words=_list(obj, "words"),
        near=_list(obj, "near"),
        tasks=tuple(tuple(part.value for part in task) for task in _tasks(obj) if task),
        columns=_list(obj, "columns"),
        instead_ko=instead.ko,
        instead_en=instead.en,
    )


def _is_rule(obj: Obj, names: _Names, report: Report) -> bool:
    """Tell whether a rule can be made of it."""
    fine = _can_be_found([*_marked(obj, "words"), *_marked(obj, "but")], report)
    message = obj.values.get("message")
    for part in re.findall(r"\{\w*\}", " ".join(message.versions)) if isinstance(message, Text) else ():
        if part != WORD:
            guess = did_you_mean(part, [WORD])
            report.error("unknown-choice", f"'message' cannot hold '{part}'{guess}", obj.place, f"there is: {WORD}")
            fine = False
    return names.take(obj, report) and fine


_NEVER = Context(dt.date.min, Lexicon(()))  # a list of words asks neither for the day nor for sets


def _rule(obj: Obj, report: Report) -> AnyRule:
    """Return the rule, having tried it on its own examples."""
    scope = Scope(_word(obj, "scope", Scope.LINE))
    summary = _message(obj, "summary")
    rule: AnyRule = Rule(
        name=_word(obj, "name"),
        group=Group.OWN,
        scope=scope,
        severity=Severity(_word(obj, "severity", Severity.WARNING)),
        summary=summary,
        why=_message(obj, "why") if obj.values.get("why") else summary,
        good=_list(obj, "good"),
        bad=_list(obj, "bad"),
        check=_check(obj, scope, summary),
        plain=True,
    )
    for key in ("good", "bad"):
        for example in _marked(obj, key):
            _try(rule, example, report, is_bad=key == "bad")
    return rule


def _try(rule: AnyRule, example: Marked[str], report: Report, *, is_bad: bool) -> None:
    """Say so where a rule does not do what its example says."""
    try:
        found = found_in(rule, example.value, _NEVER)
    except ProblemsError as stop:
        report.warn("wrong-example", f"the example cannot be read: {stop}", example.place)
        return
    if is_bad and not found:
        hint = "add the word as it stands there to words, or move the example to good"
        report.warn("wrong-example", f"'{rule.name}' does not find its bad example", example.place, hint)
    elif found and not is_bad:
        hint = "add what makes it fine to but, or move the example to bad"
        report.warn("wrong-example", f"'{rule.name}' finds its good example", example.place, hint)


def _check(obj: Obj, scope: Scope, summary: Message) -> Callable[..., Iterator[Finding]]:
    """Return the check of a rule: each word of its list once a line, or once a project."""
    words = Forms(_list(obj, "words"))
    but = Forms(_list(obj, "but"))
    written = _message(obj, "message")
    said = Message(written.ko or f"'{WORD}': {summary.ko}", written.en or f"'{WORD}': {summary.en}")
    hint = _message(obj, "hint")

    def seen(text: str) -> Iterator[str]:
        cut = tokens(text)
        if not but.find(cut):
            longest: dict[int, int] = {}
            for start, end in (spot for spots in words.find(cut).values() for spot in spots):
                longest[start] = max(end, longest.get(start, 0))
            yield from (cut.seen(start, end) for start, end in sorted(longest.items()))

    def finding(word: str, place: Place, item: str) -> Finding:
        return Finding(Message(said.ko.replace(WORD, word), said.en.replace(WORD, word)), place, hint, item)

    def in_line(line: Line, _context: Context) -> Iterator[Finding]:
        yield from (finding(word, line.place, line.item) for word in dict.fromkeys(seen(line.text)))

    def in_project(project: Project, _context: Context) -> Iterator[Finding]:
        first: dict[str, Place] = {}
        for text, place in ((project.title, project.place), *((line.text, line.place) for line in project.lines)):
            for word in seen(text):
                first.setdefault(word, place)
        yield from (finding(word, place, project.item) for word, place in first.items())

    return in_project if scope is Scope.PROJECT else in_line
