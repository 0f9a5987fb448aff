"""A company's profile: its files merged into one tree, read, and held against the base it refers to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import TypeVar

from resume_tailor.compound import Obj
from resume_tailor.fields import Report, did_you_mean
from resume_tailor.model import (
    HIDDEN_BY_DEFAULT,
    OFF_BY_DEFAULT,
    SECTIONS,
    DataProblem,
    Marked,
    Profile,
    Resume,
    Reword,
    Stage,
    Text,
    Words,
)
from resume_tailor.problems import Place
from resume_tailor.schema import PROFILE
from resume_tailor.yamlmarks import MapNode, Node

V = TypeVar("V")


def merge(under: Node, over: Node) -> Node:
    """Lay one tree over another: maps merge key by key, anything else is replaced whole. Every node keeps its place."""
    if not (isinstance(under, MapNode) and isinstance(over, MapNode)):
        return over
    merged = {key.text: (key, value) for key, value in under.pairs}
    for key, value in over.pairs:
        below = merged.get(key.text)
        merged[key.text] = (key, merge(below[1], value) if below else value)
    return MapNode(tuple(merged.values()), over.place)


def read_profile(name: str, layers: Iterable[Node], report: Report) -> Profile | None:
    """Return the profile that the layers (`_defaults`, the extended one, its own) make together, or None."""
    maps = [layer for layer in layers if _is_profile(layer, report)]
    found = PROFILE.read(reduce(merge, maps), name, report) if maps else None
    if found is None:
        return None
    company, position = (found.values.get(key) for key in ("company", "position"))
    company = company if isinstance(company, Obj) else Obj(found.place, {})
    position = position if isinstance(position, Obj) else Obj(found.place, {})
    return Profile(
        id=name,
        company=_text(company, "name") or Text(found.place, any=name),
        aliases=tuple(word.value for word in _words(company, "aliases")),
        position=_text(position, "title"),
        role=_value(position, "role"),
        lang=_value(found, "lang"),
        template=_mark(found, "template"),
        focus=_words(found, "focus"),
        keywords=_words(found, "keywords"),
        include=_words(found, "include"),
        exclude=_words(found, "exclude"),
        sections=_words(found, "sections"),
        pin=_words(found, "pin"),
        drop=_words(found, "drop"),
        limits=_map(found, "limits", int),
        use=_map(found, "use", str),
        options=_map(found, "options", str),
        reword=dict(_rewords(found, report)),
        posting=_mark(found, "posting"),
        drop_flagged=_words(found, "drop_flagged"),
        journey=tuple(_journey(found)),
        hidden=_hidden(_map(found, "privacy", str)),
        allow=_allowed(found),
    )


def _is_profile(layer: Node, report: Report) -> bool:
    """Tell whether a file holds keys, having said so where not: merging would pass over it in silence."""
    if not isinstance(layer, MapNode):
        report.error("not-a-profile", "the file must hold keys such as company: and focus:", layer.place)
    return isinstance(layer, MapNode)


def _text(obj: Obj, key: str) -> Text | None:
    value = obj.values.get(key)
    return value if isinstance(value, Text) else None


def _mark(obj: Obj, key: str) -> Marked[str] | None:
    value = obj.values.get(key)
    return value if isinstance(value, Marked) else None


def _value(obj: Obj, key: str) -> str:
    mark = _mark(obj, key)
    return mark.value if mark else ""


def _words(obj: Obj, key: str) -> Words:
    value = obj.values.get(key)
    return tuple(word for word in value if isinstance(word, Marked)) if isinstance(value, tuple) else ()


def _map(obj: Obj, key: str, kind: type[V]) -> dict[str, Marked[V]]:
    value = obj.values.get(key)
    pairs = value.items() if isinstance(value, Mapping) else ()
    return {k: v for k, v in pairs if isinstance(v, Marked) and isinstance(v.value, kind)}


def _allowed(obj: Obj) -> dict[str, Marked[str]]:
    lint = obj.values.get("lint")
    return _map(lint, "allow", str) if isinstance(lint, Obj) else {}


def _journey(obj: Obj) -> Iterator[Stage]:
    """Yield the stages of the company's business."""
    for stage in _objects(obj.values.get("business"), "journey"):
        problems = _objects(stage, "problems")
        told = (DataProblem(_text(p, "title") or Text(p.place), _words(p, "tags"), _words(p, "ids")) for p in problems)
        yield Stage(_text(stage, "stage") or Text(stage.place), tuple(told))


def _objects(obj: object, key: str) -> list[Obj]:
    value = obj.values.get(key) if isinstance(obj, Obj) else None
    return [item for item in value if isinstance(item, Obj)] if isinstance(value, tuple) else []


def _rewords(obj: Obj, report: Report) -> Iterator[tuple[str, Reword]]:
    """Yield the rewordings that say both what was and what shall be."""
    value = obj.values.get("reword")
    for item, wish in value.items() if isinstance(value, Mapping) else ():
        was, text = (wish.values.get(key) for key in ("was", "text"))
        if isinstance(was, Text) and isinstance(text, Text):
            yield item, Reword(was, text)
        else:
            hint = "write reword: {" + item + ": {was: <the base's text>, text: <the new one>}}"
            report.error("missing-key", f"reword: '{item}' needs both 'was' and 'text'", wish.place, hint)


def _hidden(privacy: Mapping[str, Marked[str]]) -> frozenset[str]:
    """Return the parts of basics that stay off the page."""
    shown = {part for part, wish in privacy.items() if wish.value == "show"}
    return frozenset((HIDDEN_BY_DEFAULT | set(privacy)) - shown)


def check_references(profile: Profile, resume: Resume, report: Report) -> None:
    """Note every id, tag and wording of the profile that the base does not hold, and contradictory wishes."""
    places = resume.places()
    tags = resume.tags()
    for key in ("pin", "drop"):
        _check_words(key, getattr(profile, key), places, "id", report)
    for key in ("focus", "include", "exclude"):
        _check_words(key, getattr(profile, key), tags | set(profile.composed), "tag", report)
        _check_parts(key, getattr(profile, key), profile, tags, report)
    for problem in (problem for stage in profile.journey for problem in stage.problems):
        _check_words("business", problem.tags, tags | set(profile.composed), "tag", report)
        _check_words("business", problem.ids, places, "id", report)
    _check_use(profile, resume, places, report)
    _check_contradictions(profile, resume, report)


def _check_words(key: str, words: Words, known: Iterable[str], what: str, report: Report) -> None:
    for word in words:
        if word.value not in known:
            guess = did_you_mean(word.value, known)
            message = f"{key}: no item of the base has the {what} '{word.value}'{guess}"
            hint = _id_hint(word.value) if what == "id" else f"the base's tags: {', '.join(sorted(known)) or 'none'}"
            report.error(f"unknown-{what}", message, word.place, hint)


def _check_parts(key: str, words: Words, profile: Profile, tags: set[str], report: Report) -> None:
    """Check that what a composed tag stands for is in the base."""
    for word in words:
        for part in sorted(profile.parts(word.value) - tags) if word.value in profile.composed else ():
            message = (
                f"{key}: '{word.value}' stands for '{part}', which no item of the base has{did_you_mean(part, tags)}"
            )
            report.error("unknown-tag", message, word.place, "mend [tags] in resume.toml")


def _id_hint(word: str) -> str:
    if word == "summary":
        return "the base has no basics: {summary: ...}"
    if word in SECTIONS:
        return f"'{word}' is a section: name the ones to show in sections: [...]"
    return "`resume explain` lists the ids"


def _check_use(profile: Profile, resume: Resume, places: Mapping[str, Place], report: Report) -> None:
    """Check that each item of `use` is there and holds the wording asked for."""
    wordings = {item.id: item.alt for item in resume.items()}
    for item, wanted in profile.use.items():
        if item not in places:
            guess = did_you_mean(item, places)
            message = f"use: no item of the base has the id '{item}'{guess}"
            report.error("unknown-id", message, wanted.place, _id_hint(item))
        elif wanted.value not in wordings[item]:
            guess = did_you_mean(wanted.value, wordings[item])
            hint = f"its wordings: {', '.join(wordings[item]) or 'none'} ({places[item]})"
            report.error("unknown-wording", f"use: '{item}' has no wording '{wanted.value}'{guess}", wanted.place, hint)


def _check_contradictions(profile: Profile, resume: Resume, report: Report) -> None:
    """Say where an item is both pinned and dropped, by itself, by its entry or by its section."""
    shown = {word.value for word in profile.sections} or set(SECTIONS) - OFF_BY_DEFAULT
    dropped = {word.value: word.place for word in profile.drop}
    home = {item.id: entry for entry in resume.entries() for item in entry.items()}
    for word in profile.pin:
        entry = home.get(word.value)
        if entry is None:
            continue
        name = next((name for name in (word.value, entry.id) if name in dropped), None)
        if name:
            where = f"{dropped[name].path}:{dropped[name].line}"
            what = "it" if name == word.value else f"its entry '{name}'"
            message = f"'{word.value}' is pinned, but {what} is dropped at {where}"
            report.error("contradiction", message, word.place, "delete one of the two")
        elif entry.section not in shown:
            message = f"'{word.value}' is pinned, but its section '{entry.section}' is not in sections"
            report.error("contradiction", message, word.place, f"add {entry.section} to sections, or delete the pin")
