"""Bases and profiles as data, by hypothesis: any JSON Resume 1.0 document, and any profile there may be."""

from hypothesis import strategies as st

from resume_tailor.model import LANGUAGES, SECTIONS
from resume_tailor.schema import PRIVATE, ROLES

# What people type, and what trips readers up; control characters and half surrogates have tests of their own.
texts = st.one_of(
    st.sampled_from(
        [
            *(
                "yes",
                "no",
                "on",
                "null",
                "~",
                "true",
                "010",
                "3.10",
                "1e3",
                "12:30:45",
                "2021-06-01",
                "<<",
                "=",
                "-",
                "?",
            ),
            *(
                "매출: 8% 개선",
                "# 제목",
                "*굵게*",
                "&회사",
                "!중요",
                "%",
                "@",
                "`",
                "'",
                '"',
                "{a}",
                "[b]",
                "a: b",
                "|",
                ">",
            ),
            *("이탈 예측으로 재구매율 8%→11% 개선", "A/B 테스트", "😀", "C#", "https://example.com/?a=b#c", " 앞뒤 "),
        ]
    ),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff\ufeff"), max_size=40
    ),
)
words = st.from_regex(r"[가-힣a-z][가-힣a-zA-Z0-9 ]{0,15}", fullmatch=True)
dates = st.one_of(
    st.dates().filter(lambda day: 1000 <= day.year <= 2999).map(str),
    st.dates().filter(lambda day: 1000 <= day.year <= 2999).map(lambda day: str(day)[:7]),
    st.integers(1000, 2999).map(str),
)


def _record(text_keys: str = "", list_keys: str = "", date_keys: str = "", **more):
    """Any subset of the keys of a JSON Resume object."""
    return st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(text_keys.split(), texts),
            **dict.fromkeys(list_keys.split(), st.lists(texts, max_size=4)),
            **dict.fromkeys(date_keys.split(), dates),
            **more,
        },
    )


_SPAN = "startDate endDate"
_PLACE = _record("address postalCode city countryCode region")
_ACCOUNT = _record("network username url")
_BASICS = _record("name label image email phone url summary", location=_PLACE, profiles=st.lists(_ACCOUNT, max_size=2))
# The sections of the standard, schema.json of JSON Resume 1.0.0.
STANDARD = {
    "work": _record("name location description position url summary", "highlights", _SPAN),
    "volunteer": _record("organization position url summary", "highlights", _SPAN),
    "education": _record("institution url area studyType score", "courses", _SPAN),
    "awards": _record("title awarder summary", "", "date"),
    "certificates": _record("name url issuer", "", "date"),
    "publications": _record("name publisher url summary", "", "releaseDate"),
    "skills": _record("name level", "keywords"),
    "languages": _record("language fluency"),
    "interests": _record("name", "keywords"),
    "references": _record("name reference"),
    "projects": _record("name description entity type url", "highlights keywords roles", _SPAN),
}
json_resumes = st.fixed_dictionaries(
    {},
    optional={
        "$schema": texts,
        "meta": _record("canonical version lastModified theme"),
        "basics": _BASICS,
        **{section: st.lists(kind, max_size=3) for section, kind in STANDARD.items()},
    },
).filter(bool)  # a file without a key in it is no resume

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=20,
)

_KEYS = (
    *(
        "basics",
        "work",
        "projects",
        "education",
        "skills",
        "name",
        "company",
        "position",
        "summary",
        "text",
        "id",
        "alt",
    ),
    *("highlights", "keywords", "tags", "priority", "startDate", "endDate", "location", "profiles", "ko", "en", "url"),
    *("focus", "pin", "drop", "use", "limits", "sections", "privacy", "include", "options", "extends", "reword", "was"),
)
# Data with the right keys in all the wrong places.
muddles = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), texts, dates, st.sampled_from(_KEYS)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.sampled_from(_KEYS), texts), inner, max_size=4)
    ),
    max_leaves=25,
)

_two_languages = st.one_of(words, st.fixed_dictionaries({}, optional=dict.fromkeys(LANGUAGES, words)))
_right = {
    "company": st.fixed_dictionaries({}, optional={"name": _two_languages, "aliases": st.lists(words, max_size=2)}),
    "position": st.fixed_dictionaries({}, optional={"title": _two_languages, "role": st.sampled_from(ROLES)}),
    "lang": st.sampled_from(LANGUAGES),
    "template": words,
    "options": st.dictionaries(words, words, max_size=2),
    **dict.fromkeys(("focus", "keywords", "include", "exclude", "pin", "drop"), st.lists(words, max_size=3)),
    "sections": st.lists(st.sampled_from(SECTIONS), max_size=4),
    "limits": st.dictionaries(
        st.sampled_from(["work", "projects", "bullets_per_entry"]), st.integers(1, 99), max_size=2
    ),
    "use": st.dictionaries(words, words, max_size=2),
    "privacy": st.dictionaries(st.sampled_from(PRIVATE), st.sampled_from(["show", "hide"]), max_size=3),
}
_WRONG = st.one_of(
    st.none(), st.booleans(), words, st.integers(-5, 5), st.lists(words, max_size=1), st.just({"nokey": "x"})
)
right_profiles = st.fixed_dictionaries({}, optional=_right)
# Profiles in which any value may be of any other kind, and keys unknown.
profiles = st.fixed_dictionaries(
    {}, optional={**{key: st.one_of(kind, _WRONG) for key, kind in _right.items()}, "focus_tag": _WRONG}
)
