"""Who and where: titles, employers and schools, the base's own and those that anybody knows."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from resume_tailor.claims.units import PARTICLE, listed

# A title word by what it says of somebody's place; one spelling may say several. Where two languages cut differently
# (책임 is a senior and a principal) either holds the other.
_TITLES = {
    # What 리드 says in Korean, `led` says in English; to be a lead is more.
    "leading": r"(?<!\w)리드(?!\s?타임|문|미)|(?<=[가-힣]\s)리드(?!\s?타임|문|미)",
    "lead": r"리더(?!보드)|\b(?:team|tech|technical|analytics|data|project|product|squad|function|engineering)"
    r"[ -]lead(?:er|s)?\b(?!-|\s(?:time|gen))|\blead\s(?:data|analyst|engineer|scientist|developer|architect)\b"
    r"|\b(?:as|the)\s(?:a\s)?lead\b(?!-|\s(?:time|gen|scor|conver|quality))|(?<=[a-z,]\s)(?-i:Lead)\b",
    "team lead": r"팀장|\bteam[ -](?:lead(?:er)?|manager)\b",
    "part lead": r"파트장|\bpart[ -]lead(?:er)?\b",
    "in charge": r"총괄|\bin\scharge\sof\b",
    "head": r"실장|본부장|부문장|센터장|그룹장|연구소장|\bhead\sof\b(?:\s(?-i:[A-Z])[a-z]+){0,2}",
    "senior": r"시니어|선임(?!대)|책임(?!감|지|져|을|자|소재)|\bsenior\b|\bsr\b",
    "principal": r"수석|책임(?!감|지|져|을|자|소재)|\bprincipal\b(?!\scomponent)",
    "staff": r"\bstaff\s(?:engineer|scientist|analyst|data|software|machine)\b",
    "manager": r"매니저|관리자|\bmanagers?\b",
    "director": r"디렉터|상무|전무|\bdirectors?\b",
    "executive": r"임원|\bexecutives?\b",
    "vice president": r"부사장|\bvice[ -]president\b|\bvp\b",
    "president": r"(?<!부)사장(?=님|\s|$)|대표이사|공동대표|\bpresident\b",
    "chief": r"최고[가-힣]{2,4}책임자|\bchief\b",
    **{
        f"c{letter}o": rf"최고\s?{word}\s?책임자|(?<![A-Za-z])c{letter}o(?![A-Za-z])|\bchief\s{english}\sofficer\b"
        for letter, word, english in (
            *(("e", "경영", "executive"), ("t", "기술", "technology"), ("o", "운영", "operating")),
            *(
                ("f", "재무", "financial"),
                ("p", "제품", "product"),
                ("d", "데이터", "data"),
                ("m", "마케팅", "marketing"),
            ),
        )
    },
    "founder": r"창업자|창립자|\b(?:co-?)?founder\b",
    "supervisor": r"\bsupervisors?\b|책임자",
}
# Words that hold a title in the base without being one: `Led` is what 리드 says.
_ALSO_HELD = {
    "leading": r"\bled\b|\blead(?:s|ing|er)?\b|이끌|이끈|리더|팀장|파트장",
    "lead": r"리드|팀장|파트장",
    "in charge": r"\bown(?:s|ed|ing)?\b|\boversaw\b|\bhead\b",
    "chief": r"\bc[a-z]o\b",
}
_SCHOOLS = {
    "doctor": r"박사|\bph\.?\s?d\b|\bdoctora(?:l|te)\b",
    "master": r"석사|\bmaster'?s?\s(?:degree|of)\b|\bmaster's\b|\bm\.?sc?\.?(?=\sin\b)|\bmba\b",
    "bachelor": r"학사(?!\s?(?:일정|행정|관리))|\bbachelor'?s?\b",
}
_SCHOOL = re.compile(
    r"[가-힣]{1,12}(?:대학교|대학원|고등학교|과학고)|(?<![가-힣])(?:서울|연세|고려|서강|성균관|한양|중앙|경희|이화여|부산|경북|포항공)대"
    r"(?!학)|카이스트|포스텍|유니스트|지스트|(?:\b[A-Z][\w'&-]{0,30}\s){1,4}(?:University|College|Institute)\b"
    r"|\b(?:University|Institute)\sof(?:\s[A-Z][\w'-]{0,30}){1,4}"
)
# Names in Hangul that nothing else gives away; those in Latin letters are seen as names anyway.
_COMPANIES = listed(
    """네이버 카카오 쿠팡 토스 비바리퍼블리카 우아한형제들 배달의민족 당근마켓 라인플러스 야놀자 여기어때 쏘카 직방
    무신사 마켓컬리 컬리 오늘의집 버킷플레이스 두나무 업비트 빗썸 뱅크샐러드 리디 왓챠 하이퍼커넥트 크래프톤
    넥슨 엔씨소프트 넷마블 삼성전자 삼성카드 삼성생명 현대자동차 현대카드 기아자동차 신한은행 신한카드 국민은행
    하나은행 우리은행 롯데카드 이마트 신세계 지마켓 티몬 위메프 요기요 구글 아마존 페이스북 애플 마이크로소프트
    넷플릭스 엔비디아 오픈에이아이 테슬라 우버 에어비앤비 알리바바 텐센트 바이트댄스 틱톡"""
)
_WORN = re.compile(r"주식회사|유한회사|\(주\)|㈜|,?\s(?:inc|corp|co|ltd|llc|gmbh)\b\.?", re.IGNORECASE)
_FLAGS = re.IGNORECASE

_TITLE_FINDERS = {name: re.compile(pattern, _FLAGS) for name, pattern in _TITLES.items()}
_ALSO_FINDERS = {name: re.compile(pattern, _FLAGS) for name, pattern in _ALSO_HELD.items()}
_DEGREE_FINDERS = {name: re.compile(pattern, _FLAGS) for name, pattern in _SCHOOLS.items()}

Span = tuple[int, int]


def title_words(text: str, held: Iterable[str]) -> Iterator[Span]:
    """Yield the title words of a text that none of the others holds."""
    return _unheld(_TITLE_FINDERS, text, tuple(held))


def degrees_and_schools(text: str, held: Iterable[str]) -> Iterator[Span]:
    """Yield the degrees and the names of schools in a text that none of the others holds."""
    held = tuple(held)
    yield from _unheld(_DEGREE_FINDERS, text, held)
    base = [_squeezed(other) for other in held]
    schools = {found[0] for found in _SCHOOL.finditer(text)}
    new = {school for school in schools if not any(_squeezed(school) in other for other in base)}
    yield from (found.span() for found in _SCHOOL.finditer(text) if found[0] in new)


def companies(text: str, held: Iterable[str]) -> Iterator[Span]:
    """Yield the names of well-known companies in a text that none of the others holds."""
    return known_names(text, _COMPANIES, held)


def _unheld(finders: dict[str, re.Pattern[str]], text: str, held: tuple[str, ...]) -> Iterator[Span]:
    """Yield the stretches that finders find, but those of which at least one meaning is held."""
    found: dict[Span, list[str]] = {}
    for name, finder in finders.items():
        for match in finder.finditer(text):
            found.setdefault(match.span(), []).append(name)
    said = {name for name in finders if any(_says(finder, held) for finder in (finders[name], _ALSO_FINDERS.get(name)))}
    end = 0
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if span[1] > end and said.isdisjoint(found[span]):
            yield span
        end = max(end, span[1])  # 책임자 in 최고운영책임자 says nothing more


def _says(finder: re.Pattern[str] | None, texts: tuple[str, ...]) -> bool:
    return finder is not None and any(finder.search(text) for text in texts)


def known_names(text: str, known: Iterable[str], held: Iterable[str]) -> Iterator[Span]:
    """Yield where a text has one of the known names that none of the others has."""
    held = tuple(held)
    for name in known:
        finder = _finder(name)
        if not any(finder.search(other) for other in held):
            yield from (found.span() for found in finder.finditer(text))


@lru_cache(maxsize=4096)
def _finder(name: str) -> re.Pattern[str]:
    """Return what finds a name: whole words, in Korean with its particles and with or without its spaces.

    A single Latin word has to be written as the base writes it, since `Line` and `Toss` are also words.
    """
    words = [re.escape(word) for word in bare_name(name).split()]
    body = r"\s?".join(words) if re.search("[가-힣]", name) else r"\s".join(words)
    before = r"(?<![가-힣A-Za-z0-9])" if re.match("[가-힣A-Za-z0-9]", body) else ""
    short = re.fullmatch("[가-힣]{1,3}", body)  # 라인 is not in 라인업
    after = rf"(?={PARTICLE})" if short else r"(?![A-Za-z0-9])" if re.search("[A-Za-z0-9]$", body) else ""
    return re.compile(before + (body or "(?!)") + after, _FLAGS if len(words) > 1 else 0)


def bare_name(name: str) -> str:
    """Return a company's name without its legal form."""
    return " ".join(_WORN.sub(" ", unicodedata.normalize("NFKC", name)).split())


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()
