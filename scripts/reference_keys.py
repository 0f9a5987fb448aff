"""The tables of keys in docs/reference: base.md and profile.md, from schema.py and the example workspace."""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from resume_tailor.compound import ListKind, MapKind, ObjectKind, OrTextKind
from resume_tailor.fields import ChoiceKind, DateKind, IntKind, Kind, TextKind, WordKind
from resume_tailor.schema import BASE, BASICS, BULLET, ENTRIES, PROFILE, name_key

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = "Written by `scripts/write_reference.py`; do not edit.\n"
_LONGEST = 70  # characters of an example

# Where the example workspace has no short one.
EXAMPLES: Mapping[str, str] = {
    "allow": "{gap: 육아휴직}",
    "alt": "{pricing: 쿠폰 대상을 좁혀 월 쿠폰비 1.9억→1.3억 원}",
    "area": "통계학",
    "basics": "{name: 한지원, email: jiwon.han@example.com}",
    "branch": "육군",
    "business": "{journey: [{stage: 예약, problems: [{title: 수요 예측, tags: [forecasting]}]}]}",
    "country": "대한민국",
    "description": "차량 대여 서비스",
    "endDate": "2021-06",
    "entity": "데이터야놀자",
    "facts": "[쿠폰 대상 선정에 적용]",
    "highlights": "[평문 한 줄도 된다]",
    "id": "acme.churn",
    "image": "photo.jpg",
    "include": "[forecasting]",
    "institution": "서림대학교",
    "journey": "[{stage: 예약, problems: [{title: 수요 예측}]}]",
    "keywords": "[SQL, Python]",
    "level": "중급",
    "lint": "{allow: {gap: 육아휴직}}",
    "location": "서울",
    "options": "{accent: '#0f4c5c'}",
    "outcome": "매진율 12%→7%",
    "position": "데이터 분석가",
    "postalCode": "04766",
    "posting": "postings/dangol.md",
    "priority": "1",
    "problem": "비 오는 주말에 차가 서 있다",
    "problems": "[{title: 수요 예측, tags: [forecasting]}]",
    "publisher": "데이터저널",
    "profiles": "[{network: GitHub, url: github.com/jiwonhan-example}]",
    "rank": "병장",
    "reference": "함께 일하고 싶은 분석가",
    "role": "라벨 정의와 모델, 보고까지 혼자",
    "roles": "[분석, 보고]",
    "status": "만기전역",
    "summary": "한 줄로 된 소개",
    "summary.text": "수요와 가격을 8년 다룬 분석가",
    "summary.alt": "{mobility: 차가 서 있는 까닭을 5년째 묻는 분석가}",
    "tags": "[forecasting]",
    "url": "https://jiwon.example.com",
    "courses": "[실험계획법, 데이터베이스]",
    "drop": "[titanic]",
    "text": "이탈 예측으로 재구매율 8%→11%",
    "title": "데이터 분석가",
    "type": "개인",
    "was": "이탈 예측 모델로 재구매율 8%→11%",
    "why": "차가 서 있는 주말을 보고",
    "basics.summary": "수요와 가격을 8년 다룬 분석가",
    "basics.location": "{city: 서울}",
    "business.journey.problems.title": "수요 예측",
    "company": "{name: 쏘카, aliases: [SOCAR]}",
    "drop_flagged": "[public-dataset]",
    "position.role": "data-analyst",
    "privacy": "{phone: show, photo: hide}",
    "profile.lint": "{allow: {gap: 육아휴직}}",
    "profile.position": "{title: 데이터 분석가, role: data-analyst}",
    "reword": "{acme.churn: {was: 지금 문장, text: 새 문장}}",
}


_LISTS: Mapping[type, str] = {
    ObjectKind: "list of maps",
    OrTextKind: "list of texts or maps",
    TextKind: "list of texts",
    WordKind: "list of words",
}


def type_of(kind: Kind) -> str:
    """Say in words what a value may be."""
    match kind:
        case IntKind(low=low):
            return f"whole number from {low}"
        case ChoiceKind(choices=choices):
            return " \\| ".join(f"`{choice}`" for choice in choices)
        case DateKind(may_be_now=now):
            return "date, or 현재" if now else "date"
        case ListKind(item=item):
            return _LISTS.get(type(item)) or f"list of: {type_of(item)}"
        case MapKind(value=value, keys=keys):
            names = f"one of {', '.join(f'`{key}`' for key in keys)}" if keys else "a name"
            return f"map: {names} to {type_of(value)}"
        case OrTextKind():
            return "text, or a map"
        case ObjectKind():
            return "map"
        case TextKind():
            return "text"
        case WordKind(refers=refers):
            return "id or tag" if refers else "word"
    raise TypeError(kind)


def inner(kind: Kind) -> Mapping[str, Kind]:
    """Return the keys of the maps that a kind holds."""
    match kind:
        case ObjectKind(fields=parts):
            return parts
        case OrTextKind(object=whole):
            return whole.fields
        case ListKind(item=item):
            return inner(item)
        case MapKind(value=value):
            return inner(value)
    return {}


def found_values(data: object, path: tuple[str, ...]) -> Iterator[object]:
    """Yield the values at a path of keys; lists are gone through."""
    if isinstance(data, list):
        for item in data:
            yield from found_values(item, path)
    elif not path:
        yield data
    elif isinstance(data, dict) and path[0] in data:
        value = data[path[0]]
        if len(path) == 1:
            yield value
        yield from found_values(value, path[1:]) if len(path) > 1 else ()


def workspace_data(folder: str) -> list[Any]:
    """Return what the files of the example workspace hold, every scalar as text."""
    files = sorted((ROOT / folder).glob("*.yaml"))
    return [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for file in files]  # noqa: S506


def flow(value: object) -> str:
    """Return a value as one line of YAML; numbers need no quotes here, as nothing but text is read."""
    text = str(yaml.dump(value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6))
    return re.sub(r"'([0-9]+)'", r"\1", text.split("\n", maxsplit=1)[0])


def example(path: tuple[str, ...], data: list[Any], of: str) -> str:
    """Return a short value from the example workspace, else one that stands here."""
    written = [text for value in found_values(data, path) if len(text := flow(value)) <= _LONGEST]
    if len(path) == 1 and path[0] in ENTRIES:
        key = name_key(path[0])
        return f"[{{{key}: {example((*path, key), data, of)}}}]"
    names = (f"{of}.{path[-1]}" if len(path) == 1 else ".".join(path[-2:]), path[-1])
    named = [EXAMPLES[name] for name in names if name in EXAMPLES]
    best: list[str] = [*(named if names[0] in EXAMPLES else ()), *written, *named]
    if not best:
        sys.exit(f"no example of '{'.'.join(path)}': add one to the example workspace, or to EXAMPLES in {__file__}")
    return best[0]


def table(kinds: Mapping[str, Kind], path: tuple[str, ...], data: list[Any], of: str) -> Iterator[str]:
    yield "| key | value | meaning | example |"
    yield "|---|---|---|---|"
    for key, kind in kinds.items():
        sample = example((*path, key), data, of).replace("|", "\\|")
        yield f"| `{key}` | {type_of(kind)} | {doc_of(kind)} | `{sample}` |"
    yield ""


def doc_of(kind: Kind) -> str:
    """Return what a key says of itself."""
    doc = str(getattr(kind, "doc", ""))
    if not doc and isinstance(kind, OrTextKind):
        doc = kind.object.doc
    return doc.replace("|", "\\|")


# Every entry has them, so they are told once.
COMMON = ("highlights", "id", "tags", "priority", "lint")


def tree(kinds: Mapping[str, Kind], path: tuple[str, ...], data: list[Any], of: str) -> Iterator[str]:
    """Yield a table, then one for each key that holds keys."""
    common = COMMON if of == "base" and path and path[0] in ENTRIES else ()
    yield from table({key: kind for key, kind in kinds.items() if key not in common}, path, data, of)
    for key, kind in kinds.items():
        if inner(kind) and key not in {*common, "lint"}:
            yield f"{'#' * (len(path) + 2)} `{'.'.join((*path, key))}`"
            yield ""
            yield from tree(inner(kind), (*path, key), data, of)


def base_page() -> str:
    data = workspace_data("resume")
    lines = [
        "# The base: every key",
        "",
        WRITTEN,
        "`resume/*.yaml`, one file or several, each top-level key in one of them. JSON Resume 1.0 with more keys;",
        "a key that is not here is shown as written, with a warning. A text may be `{ko: ..., en: ...}`. A date is",
        "`2021`, `2021-06` or `2021-06-01`. The example workspace of this repository uses nearly all of them.",
        "",
        *tree(BASE.fields, (), data, "base"),
        "## Every entry",
        "",
        "Whatever its section, an entry may have these too.",
        "",
        *table({key: ENTRIES["projects"].fields[key] for key in COMMON}, ("projects",), data, "base"),
        "## A bullet: an item of `highlights`",
        "",
        "A plain line of text will do. With more to say, it is a map, and `text` must be there:",
        "",
        *table(BULLET.object.fields, ("work", "highlights"), data, "base"),
        "## `lint`, on an entry or a bullet",
        "",
        *table(inner(PROFILE.fields["lint"]), ("lint",), data, "base"),
        "## Older names",
        "",
        "They are read as the key of today, with a warning.",
        "",
        *old_names(),
    ]
    return "\n".join(lines)


def old_names() -> Iterator[str]:
    owners = {"the file": BASE, "`basics`": BASICS}
    owners |= {f"`{section}`": kind for section, kind in ENTRIES.items()}
    places: dict[tuple[str, str], list[str]] = {}
    for where, kind in owners.items():
        for pair in kind.old.items():
            places.setdefault(pair, []).append(where)
    yield "| written | read as | in |"
    yield "|---|---|---|"
    for (old, new), where_all in places.items():
        yield f"| `{old}` | `{new}` | {', '.join(where_all)} |"
    yield ""


def profile_page() -> str:
    lines = [
        "# A profile: every key",
        "",
        WRITTEN,
        "`companies/<id>.yaml`; `_defaults.yaml` lies under all, a file that starts with `_` is shared by `extends`.",
        "A key that is not here is an error. How they work together: [tailoring](../tailoring.md).",
        "",
        *tree(PROFILE.fields, (), workspace_data("companies"), "profile"),
    ]
    return "\n".join(lines)
