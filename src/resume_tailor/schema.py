"""The keys a user may write, once: for reading, for messages, and for the JSON Schemas that editors use.

The base is JSON Resume 1.0 plus our keys; the profile is ours alone, so there an unknown key is an error.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from resume_tailor.compound import ListKind, MapKind, ObjectKind, OrTextKind
from resume_tailor.fields import ChoiceKind, DateKind, IntKind, Json, Kind, TextKind, WordKind
from resume_tailor.meanings import meaning
from resume_tailor.model import LANGUAGES, SECTIONS

ROLES = (
    "product-analyst",
    "business-analyst",
    "data-analyst",
    "data-scientist",
    "research-scientist",
    "ml-engineer",
    "data-engineer",
    "mlops-engineer",
    "analytics-engineer",
    "performance-marketer",
    "crm-marketer",
    "other",
)
PRIVATE = ("phone", "email", "photo", "address", "birth", "location")

# The key of a section that names an entry: its heading, and its id when none is written.
NAME_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "education": "institution",
        "awards": "title",
        "languages": "language",
        "volunteer": "organization",
        "military": "branch",
    }
)


def name_key(section: str) -> str:
    """Return the key that names an entry of the section."""
    return NAME_KEYS.get(section, "name")


_NAME = WordKind(refers=True)
LINT = ObjectKind(
    {"allow": MapKind(WordKind(), meaning("allow"))},
    meaning("lint"),
)
_TAILORING: dict[str, Kind] = {
    "id": WordKind(meaning("id"), refers=True),
    "tags": ListKind(_NAME, meaning("tags")),
    "priority": IntKind(meaning("priority"), low=1),
    "lint": LINT,
}
BULLET = OrTextKind(
    ObjectKind(
        {
            **_TAILORING,
            "text": TextKind(meaning("text")),
            "alt": MapKind(TextKind(), meaning("alt")),
            "facts": ListKind(TextKind(), meaning("facts")),
        }
    )
)


def _entry(
    section: str, texts: str, lists: str = "", dated: str = "", old: Mapping[str, str] | None = None
) -> ObjectKind:
    """Make the kind of a section's entries from the names of its keys."""
    fields: dict[str, Kind] = {name: TextKind(meaning(name, section)) for name in texts.split()}
    fields |= {name: ListKind(TextKind(), meaning(name, section)) for name in lists.split()}
    fields |= {name: DateKind(meaning(name, section), may_be_now=name == "endDate") for name in dated.split()}
    fields |= {"highlights": ListKind(BULLET, meaning("highlights")), **_TAILORING}
    names = {**(old or {}), **(_OTHER_DATES if "startDate" in fields else {})}
    return ObjectKind(fields, old=names, shown_extras=True)


_SPAN = "startDate endDate"
_OTHER_DATES = {
    **dict.fromkeys(("start", "start_date", "from"), "startDate"),
    **dict.fromkeys(("end", "end_date", "to"), "endDate"),
}
_SITE = {"website": "url", "link": "url"}
_ENTRIES = {
    "work": _entry(
        "work",
        "name position location description url summary",
        "keywords",
        _SPAN,
        {"company": "name", "title": "position", **_SITE},
    ),
    "projects": _entry(
        "projects",
        "name description summary why problem role outcome entity type url location",
        "keywords roles",
        _SPAN,
        _SITE,
    ),
    "education": _entry(
        "education",
        "institution url area studyType score location summary",
        "courses",
        _SPAN,
        {"gpa": "score", "degree": "studyType", "school": "institution", **_SITE},
    ),
    "skills": _entry("skills", "name level", "keywords"),
    "awards": _entry("awards", "title awarder summary url", "", "date", _SITE),
    "certificates": _entry("certificates", "name issuer url summary", "", "date", _SITE),
    "publications": _entry("publications", "name publisher url summary", "", "releaseDate", _SITE),
    "languages": _entry("languages", "language fluency"),
    "volunteer": _entry("volunteer", "organization position location url summary", "", _SPAN, _SITE),
    "interests": _entry("interests", "name", "keywords"),
    "references": _entry("references", "name reference"),
    "activities": _entry(
        "activities", "name organization role location url summary", "keywords", f"date {_SPAN}", _SITE
    ),
    "military": _entry("military", "branch rank status summary", "", _SPAN),
}
# Real files write interests and skills as plain words: in a base, a text stands for an entry of that name.
ENTRIES: Mapping[str, ObjectKind] = MappingProxyType(
    {section: replace(kind, text_key=name_key(section)) for section, kind in _ENTRIES.items()}
)

_LOCATION = ObjectKind(
    {
        "address": TextKind(meaning("address", "location")),
        "postalCode": WordKind(meaning("postalCode", "location")),
        "city": TextKind(meaning("city", "location")),
        "countryCode": WordKind(meaning("countryCode", "location")),
        "region": TextKind(meaning("region", "location")),
        "country": TextKind(meaning("country", "location")),
    },
    meaning("location", "basics"),
    text_key="city",
)
_SOCIAL = ObjectKind(
    {key: WordKind(meaning(key, "profiles")) for key in ("network", "username", "url")},
    old={"website": "url"},
    text_key="url",
)
SUMMARY = OrTextKind(
    ObjectKind(
        {"text": TextKind(meaning("text", "summary")), "alt": MapKind(TextKind(), meaning("alt", "summary"))},
    ),
    meaning("summary", "basics"),
)
BASICS = ObjectKind(
    {
        "name": TextKind(meaning("name", "basics")),
        "label": TextKind(meaning("label", "basics")),
        **{key: WordKind(meaning(key, "basics")) for key in ("image", "email", "phone", "url", "birth")},
        "summary": SUMMARY,
        "location": _LOCATION,
        "profiles": ListKind(_SOCIAL, meaning("profiles", "basics")),
    },
    meaning("basics"),
    old={"picture": "image", "website": "url"},
)
BASE = ObjectKind(
    {"basics": BASICS, **{section: ListKind(kind, meaning(section)) for section, kind in ENTRIES.items()}},
    "resume: the maximal base, JSON Resume 1.0 with more keys",
    old={"experience": "work", "certifications": "certificates"},
    ignored=("$schema", "meta"),
)

_BUSINESS = ObjectKind(
    {
        "journey": ListKind(
            ObjectKind(
                {
                    "stage": TextKind("고객 여정의 한 단계 · a stage of the company's journey"),
                    "problems": ListKind(
                        ObjectKind(
                            {
                                "title": TextKind("데이터로 푸는 문제 · a problem that data answers"),
                                "tags": ListKind(_NAME, "내 일을 찾을 꼬리표 · tags of your work on its like"),
                                "ids": ListKind(_NAME, "콕 집은 내 일, 꼬리표보다 먼저 · your work on it by id"),
                            }
                        ),
                        "이 단계의 데이터 문제 · data problems of this stage",
                    ),
                }
            ),
            "고객이 지나는 단계들 · the stages a customer goes through",
        )
    },
    "회사의 사업: 여정과 데이터 문제 · the company's business, for the map",
)
PROFILE = ObjectKind(
    {
        "company": ObjectKind(
            {
                "name": TextKind("회사 이름 · its name"),
                "aliases": ListKind(WordKind(), "그 회사를 부르는 다른 이름 · other names it goes by"),
            },
            "지원하는 회사 · whom for",
        ),
        "position": ObjectKind(
            {
                "title": TextKind("공고의 직함 · the title in the posting"),
                "role": ChoiceKind(ROLES, "하는 일로 본 직무 · which job it really is"),
            },
            "지원하는 자리 · what for",
        ),
        "extends": WordKind("함께 쓰는 프로필 하나, 예: _analyst · one shared profile"),
        "lang": ChoiceKind(LANGUAGES, "이력서의 언어 · language of the page"),
        "template": WordKind("템플릿 이름 · a template's name"),
        "options": MapKind(WordKind(), "템플릿 설정 · options of the template"),
        "focus": ListKind(_NAME, "중요한 순서의 꼬리표 · tags, most important first"),
        "keywords": ListKind(WordKind(), "공고의 낱말; 이 말이 있는 항목이 올라간다 · words of the posting"),
        "include": ListKind(_NAME, "이 꼬리표만 (꼬리표 없는 항목은 남는다) · only these tags; untagged items stay"),
        "exclude": ListKind(_NAME, "뺄 꼬리표 · tags to leave out"),
        "sections": ListKind(ChoiceKind(SECTIONS), "구역과 순서; 없는 구역은 빠진다 · sections in order; others go"),
        "pin": ListKind(_NAME, "반드시 남길 id · ids to keep and put first"),
        "drop": ListKind(_NAME, "뺄 id · ids to leave out"),
        "limits": MapKind(
            IntKind(),
            "최대 개수 · at most so many",
            keys=("pages", "bullets_per_entry", *(section for section in SECTIONS if section != "summary")),
        ),
        "reword": MapKind(
            ObjectKind({"was": TextKind("지금 문장 · the base's text"), "text": TextKind("새 문장 · the new text")}),
            "고쳐 쓰기: 사실은 더할 수 없다 · a new wording, by id; it may not add a fact",
        ),
        "drop_flagged": ListKind(WordKind(), "이 규칙에 걸린 항목은 뺀다 · what these lint rules flag goes"),
        "lint": LINT,
        "business": _BUSINESS,
        "posting": WordKind("공고 파일 · the posting's file"),
        "use": MapKind(_NAME, "다른 표현 고르기: id → alt 이름 · which alternative wording, by id"),
        "privacy": MapKind(ChoiceKind(("show", "hide")), "개인정보 · personal details", keys=PRIVATE),
    },
    "resume: a company profile",
)


def json_schema(name: str) -> Json:
    """Return the JSON Schema (draft 7) of `base` or `profile`."""
    kind = {"base": BASE, "profile": PROFILE}[name]
    shape = kind.json_schema()
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"resume {name}", **shape}
