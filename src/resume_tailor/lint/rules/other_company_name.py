"""`other-company-name`: the name of another company that one applies to, left in what this one gets."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from resume_tailor.keywords import fold, shipped
from resume_tailor.lint.careers import Written, sent_words
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Profile, Resume
from resume_tailor.problems import Severity
from resume_tailor.schema import name_key

# Keys that state a fact: whom one worked for, who taught or honoured one. Nobody leaves these over by mistake.
_STATED = frozenset({"entity", "organization", "issuer", "awarder", "publisher", "location", "url"})
_LEGAL = re.compile(r"\(주\)|㈜|주식회사|유한회사|,?\s(?:inc|corp|co|ltd|llc|gmbh)\b\.?", re.IGNORECASE)
_PARTICLE = (
    "(?:입니다|이라는|라는|이나|이며|이고|인|에서는?|에게|에는?|으로|로|은|는|이|가|을|를|의|와|과|도|만|까지|부터"
    "|보다|처럼|께서|앱|팀|측|존|그룹|코리아|서비스)*"
)
# A tool or channel of the company, which anybody may have used.
_PRODUCT = (
    r"(?!\s?(?:API|SDK|Maps?|Pay|Talk|Ads|Cloud|Login|Play|Colab|지도|맵|톡|페이|광고|검색|클라우드|로그인"
    r"|플레이스토어|애널리틱스))"
)
# Names that mean too much else to be looked for.
_ORDINARY = frozenset(
    {"우리", "하나", "모두", "라인", "오늘", "미래", "한국", "line", "match", "daily", "target", "open"}
)
_SHORT = 2  # letters: found only as a whole word
_LONG = 5  # letters that no other word is likely to have in this order
_UNLIKE = 4  # syllables that no other word is likely to begin with


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    ours = tuple(_names(sent.profile))
    facts = tuple(_facts(sent.resume))
    words = tuple(sent_words(sent))
    said = "\n".join(_solid(one.text) for one in words)  # few of many companies are named at all
    sought = [
        (other, name)
        for other in sent.others
        for name in _names(other)
        if other.id != sent.profile.id
        and _solid(name) in said
        and not any(_stands_in(name, text) for text in (*ours, *facts))
    ]
    for one in words:
        if one.key not in _STATED and not _is_title_of_fact(one, sent):
            yield from _found(one, sought, ours)


def _names(profile: Profile) -> Iterator[str]:
    """Yield what a company is called, without the kind of company it is; no single letter, and no everyday word."""
    for name in (*profile.company.versions, *profile.aliases):
        bare = _LEGAL.sub("", name).strip()
        if fold(bare) not in _ORDINARY and not re.fullmatch(r"\W*[a-z]?\W*", bare, re.IGNORECASE):
            yield bare


def _facts(resume: Resume) -> Iterator[str]:
    """Yield the names of employers, clients, schools and issuers: whoever stands there may stand in a line too."""
    for entry in resume.entries():
        keys = _STATED - {"location", "url"} | ({name_key(entry.section)} if _has_stated_name(entry.section) else set())
        for key in keys & entry.texts.keys():
            yield from entry.texts[key].versions


def _has_stated_name(section: str) -> bool:
    return section in {"work", "education", "volunteer", "military"}


def _is_title_of_fact(one: Written, sent: Sent) -> bool:
    home = next((name for name, entries in sent.selection.sections for e in entries if e.id == one.item), "")
    return _has_stated_name(home) and one.key == name_key(home)


def _found(one: Written, sought: Iterable[tuple[Profile, str]], ours: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for other, name in sought:
        if other.id in seen or not _stands_in(name, one.text):
            continue
        if _stands_in(name, _without((*ours, *_tools(name)), one.text)):
            seen.add(other.id)
            yield _finding(one, other, name)


def _stands_in(name: str, text: str) -> bool:
    return _solid(name) in _solid(text) and _pattern(name).search(text) is not None


@lru_cache(maxsize=4096)
def _solid(text: str) -> str:
    """Return a text without spaces and case: where that lacks a name, no pattern needs to be made, which is slow."""
    return "".join(text.casefold().split())


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name: not within a word, a Korean one with its particles, a Latin one in its capitals."""
    korean = re.fullmatch("[가-힣]{4,}", name) is not None  # so many syllables may be written apart
    spelt = r"\s?".join(re.escape(part) for part in (name if korean else name.split()))
    if re.search("[가-힣]$", name):
        ending = r"(?!\w)" if len(name) == 1 else f"{_PARTICLE}(?![가-힣])" if len(name) < _UNLIKE else ""
        return re.compile(rf"(?<![A-Za-z0-9가-힣]){spelt}{_PRODUCT}{ending}")
    capitals = spelt.isalpha() and (name.isupper() or len(name) >= _LONG)
    forms = sorted({spelt, *((spelt.upper(), spelt.title()) if capitals else ())})
    around = r"&./-" if len(name) <= _SHORT else ""
    behind = rf"(?![A-Za-z0-9{around}]){_PRODUCT}(?:{_PARTICLE}(?![가-힣]))"
    return re.compile(rf"(?<![A-Za-z0-9가-힣{around}])(?:{'|'.join(forms)}){behind}")


def _without(names: Iterable[str], text: str) -> str:
    """Return a text without longer names that may hold the one looked for."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


@lru_cache(maxsize=256)
def _tools(name: str) -> tuple[str, ...]:
    """Return the tools that are called like the company or after it: Databricks, Google BigQuery."""
    bare = fold(name)
    return tuple(
        word for group in shipped().groups for word in group if re.search(rf"(?<!\w){re.escape(bare)}\b", fold(word))
    )


def _finding(one: Written, other: Profile, name: str) -> Finding:
    return Finding(
        Message(
            f"다른 지원 회사({other.id})의 이름 '{name}': '{_few(one.text)}'",
            f"'{name}', which is another company you apply to ({other.id}): '{_few(one.text)}'",
        ),
        one.place,
        Message(
            "이름을 빼고 일 자체로 적거나, 이 회사에는 다른 문장(use)이나 고친 문장(reword)을 보내기",
            "name the work and not the company, or give this company another wording (use, reword)",
        ),
        one.item,
    )


def _few(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()} …"  # noqa: PLR2004 - what fits into a message


RULE = Rule(
    name="other-company-name",
    group=Group.COMPANY,
    scope=Scope.SENT,
    severity=Severity.ERROR,
    summary=Message("남아 있는 다른 지원 회사의 이름", "the name of another company you apply to"),
    why=Message(
        "다른 회사 이름이 적힌 이력서는 내용을 읽기도 전에 돌려 쓴 것으로 보인다. 회사별로 고쳐 쓸수록 생기기 쉽고, "
        "한 번 보내면 되돌릴 수 없다.",
        "A resume that names another employer you hope for tells, before anything is read, that it was sent around. "
        "The more you tailor, the easier it slips in, and it cannot be called back.",
    ),
    good=(
        """
        base:
          projects:
            - {name: 수요 예측, why: 차가 몰리는 시간을 알고 싶어서 시작, highlights: [예측 오차 31%→22%]}
        profile: {company: {name: 물결페이}}
        others: {nadeul: {company: {name: 나들이랩, aliases: [Nadeul]}}}
        """,
        """
        base:
          work:
            - {name: Tallow Bank, highlights: ["Cut fraud at Tallow Bank from 12 to 5 cases a month"]}
        profile: {company: {name: Northgrove}}
        others: {tallow: {company: {name: Tallow Bank}}}
        """,
        """
        base:
          projects:
            - {name: 정산 대사, entity: 물결페이, outcome: 물결페이 정산 마감 3일→1일}
        profile: {company: {name: 나들이랩}}
        others: {mulgyeol: {company: {name: 물결페이}}}
        """,
        """
        base:
          projects:
            - {name: 간식 주문 분석, highlights: [토스트 판매량과 날씨의 관계를 매장 12곳에서 확인]}
        profile: {company: {name: 물결페이}}
        others: {toss: {company: {name: 토스, aliases: [TOS]}}}
        """,
        """
        base:
          projects:
            - {name: Log store, highlights: [Moved 3 TB of logs to Google BigQuery, Tuned Databricks jobs]}
        profile: {company: {name: Northgrove}}
        others:
          google: {company: {name: Google}}
          databricks: {company: {name: Databricks}}
        """,
        """
        base:
          basics: {name: 서이안, summary: 온마루페이의 정산 문제를 풀고 싶은 분석가}
        profile: {company: {name: 온마루페이}}
        others: {onmaru: {company: {name: 온마루}}}
        """,
        """
        base:
          work:
            - {name: 다온물산, highlights: ["SK-learn 실습이 아닌 LGBM 운영, KTX 예매 대기 시간 12분→4분"]}
        profile: {company: {name: 물결페이}}
        others: {kt: {company: {name: KT}}, sk: {company: {name: SK}}, lg: {company: {name: LG}}}
        """,
        """
        base:
          projects:
            - {name: Ride Count, highlights: ["Counted bikes for Nadeul"]}
            - {name: 배차, highlights: [배차 간격 12분→9분]}
        profile: {company: {name: 물결페이}, drop: [ride-count]}
        others: {nadeul: {company: {name: Nadeul}}}
        """,
    ),
    bad=(
        """
        base:
          basics: {name: 서이안, summary: 나들이랩에서 이동의 문제를 풀고 싶은 분석가}
        profile: {company: {name: 물결페이}}
        others: {nadeul: {company: {name: 나들이랩}}}
        """,
        """
        base:
          projects:
            - {name: Ride Count, why: "To see whether Nadeul could move idle bikes"}
        profile: {company: {name: Northgrove}}
        others: {nadeul: {company: {name: 나들이랩, aliases: [Nadeul]}}}
        """,
        """
        base:
          projects:
            - {name: 쏘카 과제 전형, highlights: [존별 수요 예측 오차 18%]}
        profile: {company: {name: 물결페이}}
        others: {socar: {company: {name: "(주)쏘카", aliases: [SOCAR]}}}
        """,
        """
        base:
          basics: {name: Alex Moran, label: Future Northgrove Data Engineer}
        profile: {company: {name: Tallow Bank}}
        others: {north: {company: {name: Northgrove Inc.}}}
        """,
        """
        base:
          basics:
            name: 서이안
            summary: {text: 분석가, alt: {pay: 물결 페이의 결제 실패를 줄일 분석가}}
        profile: {company: {name: 나들이랩}, use: {summary: pay}}
        others: {mulgyeol: {company: {name: 물결페이}}}
        """,
        """
        base:
          work:
            - {name: 다온물산, highlights: ["KT의 통화량 예측과 같은 방식으로 상담 인력 배치, 대기 42초→19초"]}
        profile: {company: {name: 물결페이}}
        others: {kt: {company: {name: KT}}}
        """,
    ),
    check=_check,
)
