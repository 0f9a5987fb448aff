"""What the browser is told, as JSON values (docs/decisions/0012 has their shapes)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from resume_tailor import account
from resume_tailor.keywords import carried, merged, shipped
from resume_tailor.lint.engine import Found
from resume_tailor.model import Bullet, Entry, Profile, Resume, Text
from resume_tailor.preview.desk import Company
from resume_tailor.problems import SECRET, Place, Problem, source_lines
from resume_tailor.select import Decision, Selection

Json: TypeAlias = dict[str, object]

_AROUND = 2  # lines of a file that are shown before and behind the one that a problem is on
_WIDEST = 300  # letters of a line


def problem(one: Problem, sources: Mapping[str, str], item: str = "") -> Json:
    """Return a problem with the lines around its place."""
    return {
        "rule": one.rule,
        "severity": str(one.severity),
        "message": one.message,
        "hint": one.hint,
        **place(one.place),
        "source": [] if one.rule in SECRET else list(_lines_around(one.place, sources.get(one.place.path, ""))),
        "item": item,
    }


def _lines_around(where: Place, text: str) -> Iterator[Json]:
    lines = source_lines(text)
    if 0 < where.line <= len(lines):
        for number in range(max(1, where.line - _AROUND), min(len(lines), where.line + _AROUND) + 1):
            yield {"number": number, "text": lines[number - 1][:_WIDEST]}


def place(where: Place) -> Json:
    """Return a place."""
    return {"path": where.path, "line": where.line, "column": where.column}


def company(one: Company, broken: Iterable[str]) -> Json:
    """Return what a picker shows of a profile."""
    return {
        "id": one.id,
        "name": _both(one.name),
        "position": _both(one.position),
        "broken": not one.readable or one.id in broken,
    }


def _both(text: Text | None) -> Json:
    return {lang: account.plain(text, lang) if text else "" for lang in ("ko", "en")}


def why(resume: Resume, profile: Profile, selection: Selection, lang: str) -> Json:
    """Return of every item whether it is on the page, and why; what made the others go; and the keywords."""
    parts = list(account.parts(selection, resume, {decision.id for decision in selection.decisions}))
    shown = {item.id: item for _, entries in selection.sections for entry in entries for item in entry.items()}
    items = {item.id: shown.get(item.id, item) for item in resume.items()}
    homes = {item.id: entry.id for entry in resume.entries() for item in entry.items()}
    places = resume.places()
    return {
        "sections": [_section(part, lang) for part in parts],
        "items": {
            one.id: {
                **_decision(one),
                "home": homes[one.id],
                "text": account.read(items[one.id], lang),
                "place": place(places[one.id]),
            }
            for one in selection.decisions
        },
        "causes": [_cause(cause) for cause in account.causes(gone for part in parts for gone in part.gone())],
        "keywords": _keywords(profile, items, shown, lang),
    }


def _section(part: account.Part, lang: str) -> Json:
    return {
        "name": part.section,
        "title": account.section_title(part.section, lang),
        "kept": [decision.id for decision in part.kept],
        "dropped": [decision.id for decision in part.dropped],
    }


def _decision(one: Decision) -> Json:
    return {
        "id": one.id,
        "kind": one.kind,
        "section": one.section,
        "kept": one.kept,
        "stage": one.stage,
        "reason": one.reason,
        "wording": one.wording,
        "pinned": one.pinned,
        "decided": place(one.place) if one.place else None,
    }


def _cause(cause: account.Cause) -> Json:
    return {
        "reason": cause.words,
        "place": place(cause.place) if cause.place else None,
        "items": [{"id": gone.id, "detail": gone.detail, "bullets": gone.bullets} for gone in cause.items],
    }


def _keywords(
    profile: Profile, items: Mapping[str, Entry | Bullet], shown: Mapping[str, Entry | Bullet], lang: str
) -> Json | None:
    """Return which of the profile's keywords the page carries, which only the base does, and which neither does."""
    words = tuple(word.value for word in profile.keywords)
    if not words:
        return None
    aliases = merged(shipped(), ((word, *forms) for word, forms in profile.synonyms.items()))
    there: dict[str, list[str]] = {word: [] for word in words}
    elsewhere: dict[str, list[str]] = {word: [] for word in words}
    for name, item in items.items():
        here = carried(words, (text.to(lang) for text in _texts(item)), aliases) if name in shown else ()
        for word in carried(words, (version for text in _texts(item) for version in text.versions), aliases):
            (there if word in here else elsewhere)[word].append(name)
    return {
        "in": [{"word": word, "items": there[word]} for word in words if there[word]],
        "out": [{"word": word, "items": elsewhere[word]} for word in words if elsewhere[word] and not there[word]],
        "missing": [word for word in words if not elsewhere[word] and not there[word]],
    }


def _texts(item: Entry | Bullet) -> Iterable[Text]:
    """Return an item's own texts; an entry's bullets speak for themselves."""
    return [item.text] if isinstance(item, Bullet) else item.all_texts()


def lint(found: Sequence[Found], others: Iterable[Problem], sources: Mapping[str, str], lang: str) -> list[Json]:
    """Return what lint finds, each with the item it is about."""
    told = [problem(one.problem(lang), sources, one.finding.item) for one in found]
    return [*told, *(problem(one, sources) for one in others)]
