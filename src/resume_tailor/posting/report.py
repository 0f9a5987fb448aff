"""What was read out of postings, as text for people and as JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume_tailor.posting.model import KINDS, Evidence, Keyword, Posting, RoleReading, Years
from resume_tailor.posting.remarks import remarks
from resume_tailor.posting.roles import OTHER, roles
from resume_tailor.posting.words import MOST

_MOST_EVIDENCE = 5
_WORTH_QUOTING = 0.2  # of the strongest line's weight
_LONGEST = 150  # letters of a line that is quoted
_OTHERS = 3  # roles named beside the best

_WORDS = {
    "ko": {
        "role": "직무",
        "experience": "경력",
        "because": "근거",
        "keywords": "키워드",
        "note": "참고",
        "duties": "주요업무",
        "requirements": "자격요건",
        "preferred": "우대사항",
        "tools": "기술",
        "about": "소개",
        "process": "전형",
        "no keywords": "이력서에 옮길 만한 낱말이 없음",
    },
    "en": {
        "role": "role",
        "experience": "experience",
        "because": "because",
        "keywords": "keywords",
        "note": "note",
        "duties": "duties",
        "requirements": "requirements",
        "preferred": "preferred",
        "tools": "tools",
        "about": "about",
        "process": "process",
        "no keywords": "no word that a resume had better say",
    },
}


@dataclass(frozen=True, slots=True)
class Read:
    """A posting with all that was read out of it."""

    path: str
    posting: Posting
    reading: RoleReading
    keywords: tuple[Keyword, ...]


def as_json(found: Iterable[Read], unread: Iterable[dict[str, object]] = ()) -> str:
    """Return postings for programs: a file each, those that could not be read with their problems."""
    return json.dumps({"files": [*map(_file, found), *unread]}, ensure_ascii=False, indent=2)


def _file(read: Read) -> dict[str, object]:
    posting, reading = read.posting, read.reading
    told = [one for one in reading.evidence if one.role in {reading.role, reading.titled}]
    return {
        "path": read.path,
        "title": posting.title,
        "company": posting.company,
        "lang": posting.lang,
        "role": reading.role,
        "titled": reading.titled or None,
        "scores": dict(reading.scores),
        "experience": _experience(reading.years),
        "remarks": [{"kind": one.kind, "text": one.to(posting.lang)} for one in remarks(posting, reading)],
        "evidence": [_evidence(one) for one in told],
        "keywords": [_keyword(one) for one in read.keywords],
        "sections": [{"kind": s.kind, "heading": s.heading, "lines": len(s.lines)} for s in posting.sections],
        "problems": [],
    }


def _experience(years: Years | None) -> dict[str, object] | None:
    return {"least": years.least, "most": years.most, "line": years.line.number} if years else None


def _evidence(one: Evidence) -> dict[str, object]:
    return {
        "role": one.role,
        "text": one.line.text,
        "section": one.line.section,
        "line": one.line.number,
        "words": list(one.words),
        "weight": one.weight,
    }


def _keyword(one: Keyword) -> dict[str, object]:
    return {
        "text": one.text,
        "kind": one.kind,
        "section": one.line.section,
        "line": one.line.number,
        "sentence": one.line.text,
        "times": one.times,
    }


def as_lines(read: Read, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a posting's account, each with the label that stands before it, "" below the first."""
    words, posting, reading = _WORDS[lang], read.posting, read.reading
    yield "", " · ".join(filter(None, (posting.title, posting.company))) or read.path
    yield words["role"], _role_line(reading, lang)
    yield from ((words["note"], one.to(lang)) for one in remarks(posting, reading))
    if reading.years:
        yield words["experience"], f"{years(reading.years, lang)}  ({_at(reading.years.line.number, lang)})"
    for place, one in enumerate(strongest(reading)):
        yield words["because"] if not place else "", _quoted(one, lang)
    yield from _keyword_lines(read.keywords, words)


def strongest(reading: RoleReading) -> list[Evidence]:
    """Return the few lines that say most for the role, in the order of the posting."""
    told = [one for one in reading.evidence if one.role == reading.role][:_MOST_EVIDENCE]
    worth = [one for one in told if one.weight >= told[0].weight * _WORTH_QUOTING]
    return sorted(worth, key=lambda one: one.line.number)


def _role_line(reading: RoleReading, lang: str) -> str:
    """Return `business-analyst  비즈니스 분석가  17.7  (data-analyst 7.2, product-analyst 6.1)`."""
    others = [f"{name} {score:g}" for name, score in reading.scores.items() if name != reading.role and score]
    name = roles()[reading.role].names[lang]
    beside = f"  ({', '.join(others[:_OTHERS])})" if others else ""
    score = reading.scores.get(reading.role, 0)
    return (
        f"{reading.role}  {name}  {score:g}{beside}" if reading.role != OTHER or score else f"{OTHER}  {name}{beside}"
    )


def years(asked: Years, lang: str) -> str:
    """Return the experience asked for in words."""
    least, most = asked.least, asked.most
    if not least and most in {0, 1}:
        return "신입" if lang == "ko" else "newcomers"
    ko, en = ("{}년 이상", "{} year{s} or more") if most is None else ("{}–{}년", "{}–{} year{s}")
    if not least:
        ko, en = ("신입도 됨", "newcomers too") if most is None else ("{1}년까지", "up to {1} year{s}")
    plural = "s" * ((most or least) != 1)
    return ko.format(least, most) if lang == "ko" else en.format(least, most, s=plural)


def _at(number: int, lang: str) -> str:
    return f"{number}행" if lang == "ko" else f"line {number}"


def _quoted(one: Evidence, lang: str) -> str:
    text = one.line.text
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"
    return f"{_at(one.line.number, lang)}  {text}"


def _keyword_lines(found: Iterable[Keyword], words: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the keywords by the section that each stands in, in their order."""
    listed = list(found)[:MOST]
    if not listed:
        yield words["keywords"], words["no keywords"]
    first = words["keywords"]
    for kind in KINDS:
        here = [one.text for one in listed if one.line.section == kind]
        if here:
            yield first, f"{words[kind]}: {', '.join(here)}"
            first = ""
