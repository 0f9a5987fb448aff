"""Units, Korean and English: a unit is part of a fact, and 180ms is 0.18s.

Each table maps a unit to the spellings it has, by the factor to the unit itself.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

Unit = tuple[str, Fraction]

_HANGUL: Mapping[str, Mapping[str, str]] = {
    "pp": {"1": "퍼센트포인트 퍼센트p 퍼센트P"},
    "%": {"1": "퍼센트"},
    "point": {"1": "포인트"},
    "KRW": {"1": "원"},
    "USD": {"1": "달러"},
    "EUR": {"1": "유로"},
    "JPY": {"1": "엔"},
    "second": {"1/1000": "밀리초", "1": "초", "60": "분", "3600": "시간", "86400": "일", "604800": "주 주일 주간"},
    "month": {"1": "개월 달", "3": "분기", "12": "년 주년"},
    "x": {"1": "배"},
    "turn": {"1": "회 번 차례"},
    "person": {"1": "명 인 사람"},
    "case": {"1": "건"},
    "thing": {"1": "개"},
    "place": {"1": "곳 군데 개소"},
    "kind": {"1": "종 가지 종류"},
    "machine": {"1": "대"},
    "rank": {"1": "위 등"},
    "nth": {"1": "번째 차 기 급 호"},
    "metre": {"1": "미터", "1000": "킬로미터"},
}
# `_` = a space or a hyphen. Only what is short enough to be half of another word has to be attached or in this case.
_LATIN: Mapping[str, Mapping[str, str]] = {
    "pp": {"1": "pp ppt p.p. percentage_point percentage_points"},
    "%": {"1": "percent per_cent pct"},
    "point": {"1": "point points pts"},
    "KRW": {"1": "won krw"},
    "USD": {"1": "dollar dollars usd"},
    "EUR": {"1": "euro euros eur"},
    "JPY": {"1": "yen jpy"},
    "GBP": {"1": "gbp"},
    "second": {
        "1/1000": "ms msec msecs millisecond milliseconds",
        "1": "sec secs second seconds",
        "60": "min mins minute minutes",
        "3600": "hr hrs hour hours",
        "86400": "day days",
        "604800": "week weeks wk wks",
    },
    "month": {
        "1": "mo mos month months",
        "3": "quarter quarters",
        "12": "yr yrs year years",
        "120": "decade decades",
    },
    "x": {"1": "fold"},
    "times": {"1": "times"},
    "person": {"1": "people person persons"},
    "metre": {"1": "meter meters metre metres", "1000": "km kilometer kilometers kilometre kilometres"},
}
_SHORT: Mapping[str, Mapping[str, str]] = {
    "second": {"1": "s", "3600": "h", "86400": "d", "604800": "w"},
    "month": {"12": "y"},
    "x": {"1": "x X ×"},
    "metre": {"1/1000": "mm", "1/100": "cm", "1": "m", "1000": "km"},
    "byte": {"1000": "KB", "1000000": "MB", "1000000000": "GB", "1000000000000": "TB"},
    "gram": {"1": "g", "1000": "kg"},
}
_SIGNS = {"₩": "KRW", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD"}
CURRENCIES: Mapping[str, str] = _SIGNS | {code: code for code in _SIGNS.values()}


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list that is written like a sentence: the tables here are read more than run."""
    return tuple(words.split())


PERSONS = frozenset(
    listed(
        """agents analysts associates attendees authors buyers candidates clients colleagues consultants
        contractors contributors coworkers customers designers developers directors drivers editors employees
        engineers experts freelancers hires individuals interns interviewees investigators juniors leaders
        learners managers marketers members mentees merchandisers mentors operators owners participants partners
        patients people persons planners players practitioners professionals recruits renters researchers
        respondents reviewers scientists seekers sellers seniors shoppers sign-ups signups specialists staff
        stakeholders strategists students subscribers teachers teammates testers tenants trainees travelers
        users viewers visitors volunteers women men workers"""
    )
)
_COUNTED_AS: Mapping[str, str] = {
    **dict.fromkeys(listed("areas branches cities districts locations lots offices regions sites"), "place"),
    **dict.fromkeys(listed("stations stops stores warehouses zones"), "place"),
    **dict.fromkeys(listed("bikes buses cars devices gpus machines scooters servers trucks vehicles"), "machine"),
}
# What ends the words that may say what a number counts: `6 in 10 cars`, `24 cases per investigator`.
STOP_WORDS = frozenset(
    listed(
        """a about above across after against ahead all an and apart are as at available away back became because
        been before behind below between but by came cost could daily down during each earlier else every fewer
        for from had has have higher if in instead into is it its later less lower month monthly more most no
        nor not of off on once only or other our out over own per quarter rather right since so still than that
        the their them then there these they this those through throughout to together under until up used using
        versus via vs was we week weekly went were when where whereas which while who whose will with within
        without would year yearly yet you"""
    )
)

_MONEY = frozenset(CURRENCIES.values())
_COUNTERS = frozenset({"person", "case", "thing", "place", "kind", "machine", "turn", "noun"})
# Units that may be told from one another in one language and not in the other: 3 times is 3배 or 3회.
_ALSO: Mapping[str, frozenset[str]] = {
    "point": frozenset({"pp"}),  # never the other way: 5 points of a score are not 5%p
    "times": frozenset({"x", "turn"}),
    "x": frozenset({"times"}),
    "turn": frozenset({"times"}),
    "nth": frozenset({"rank", ""}),
    "rank": frozenset({"nth"}),
    "": frozenset({"nth"}),
    "clock": frozenset({"am", "pm"}),
}


def _spellings(*tables: Mapping[str, Mapping[str, str]]) -> dict[str, Unit]:
    return {
        word.replace("_", " "): (unit, Fraction(factor))
        for table in tables
        for unit, by_factor in table.items()
        for factor, words in by_factor.items()
        for word in words.split()
    }


def _either(words: Mapping[str, Unit]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in sorted(words, key=len, reverse=True))


_HANGUL_UNITS = _spellings(_HANGUL)
_LATIN_UNITS = _spellings(_LATIN)
_SHORT_UNITS = _spellings(_SHORT)
# What may follow a unit that stands apart from its number: 3 개를, not 3 개선.
PARTICLE = (
    r"(?:[^가-힣]|$|간|당|씩|째|짜리|만에|의|에|을|를|이|가|은|는|과|와|로|으로|도|까지|부터|마다|중|내|안|전|후|뒤"
    r"|미만|초과|동안|규모|단위|가량|정도|쯤|여|나)"
)
HANGUL_UNIT = rf"(?:{_either(_HANGUL_UNITS)})"
LONG_UNIT = r"(?:개월|퍼센트|년|배|분기|시간)"  # what even one syllable of a numeral stands before: 삼 개월
_PERCENT = re.compile(r"\s?%(?P<points>[pP](?![A-Za-z0-9])|\s?포인트|[ -]points?\b)?")
_ATTACHED = re.compile(HANGUL_UNIT)
_APART = re.compile(rf"\s({HANGUL_UNIT})(?={PARTICLE})")
_WORD = re.compile(rf"[\s-]?({_either(_LATIN_UNITS)})(?![A-Za-z])", re.IGNORECASE)
_LETTER = re.compile(rf"(?:(?<=[0-9])|\s(?=ms|km|[smhgk]|[KMGT]B))({_either(_SHORT_UNITS)})(?![A-Za-z0-9])")
_COUNTED = re.compile(r"[\s-]((?:[A-Za-z]+-){0,3}([A-Za-z]+))(?:'s?)?")
_FREE = re.compile(r"[가-힣]")
_ENDING = re.compile(r"에서|에|으로|로|를|을|이|가|은|는|과|와|의|도|까지|부터|보다|라|나|여|만|씩|째|대비|인")


def unit_at(text: str, at: int) -> tuple[str, Fraction, int]:
    """Return the unit that stands at a place behind a number, its factor, and where it ends.

    "" = none; `noun` = an English word that is counted; `~` and a syllable = a Korean counter that we do not know.
    """
    if found := _PERCENT.match(text, at):
        return ("pp" if found["points"] else "%"), Fraction(1), found.end()
    if found := _ATTACHED.match(text, at):
        return *_HANGUL_UNITS[found[0]], found.end()
    if found := _APART.match(text, at):
        return *_HANGUL_UNITS[found[1]], found.end()
    if found := _LETTER.match(text, at):
        return *_SHORT_UNITS[found[1]], found.end()
    if found := _WORD.match(text, at):
        return *_LATIN_UNITS[found[1].casefold().replace("-", " ")], found.end()
    if _FREE.match(text, at) and not _ENDING.match(text, at):
        return f"~{text[at]}", Fraction(1), at + 1
    return _counted(text, at)


def _counted(text: str, at: int) -> tuple[str, Fraction, int]:
    """Return what the next words say is counted: people, or time as in `48 bad-weather days`, or just some noun."""
    start, noun = at, ""
    for _ in range(3):
        found = _COUNTED.match(text, at)
        if not found or found[2].casefold() in STOP_WORDS:
            break
        word, at = found[2].casefold(), found.end()
        # Only the next word is part of the figure: what stands between may be a name.
        end = at if found[0][1:] == word else start
        if word in PERSONS or found[1].casefold() in PERSONS:
            return "person", Fraction(1), start if noun else end
        if word.endswith("s") and word in _LATIN_UNITS and _LATIN_UNITS[word][0] in {"second", "month"}:
            return *_LATIN_UNITS[word], start
        noun = noun if noun not in {"", "noun"} else _COUNTED_AS.get(word, "noun")
    return noun, Fraction(1), start


def singular_unit(text: str, at: int) -> str:
    """Return the unit of the one that the next word names: per car."""
    found = _COUNTED.match(text, at)
    many = f"{found[2].casefold()}s" if found else ""
    return "person" if many in PERSONS else _COUNTED_AS.get(many, "noun")


def is_counter(unit: str) -> bool:
    """Tell whether a unit only says what is counted, in the way of a language."""
    return unit in _COUNTERS or unit.startswith("~")


def same_unit(new: str, held: str) -> bool:
    """Tell whether a number in one unit may be said in another: 7종 as 7개, 62 areas as 62곳.

    Whether people are counted is always seen; what else an English noun counts is not.
    """
    if new == held or held in _ALSO.get(new, ()):
        return True
    units = {new, held}
    if not all(unit == "" or is_counter(unit) for unit in units):
        return False
    if "" in units:
        return True
    if "thing" in units:
        return not units & {"person", "case", "turn"}
    return "noun" in units and "person" not in units


def kind_of(unit: str) -> str:
    """Return the kind of claim that a number with the unit makes."""
    if unit in {"%", "pp", "point"}:
        return "percentage"
    if unit in _MONEY:
        return "money"
    if unit in {"clock", "am", "pm"}:
        return "date"
    if unit in {"second", "month"}:
        return "duration"
    return "count" if is_counter(unit) or unit in {"nth", "rank", "times"} else "number"
