"""`sensitive-personal`: what an employer may not ask and a reader should not know: family, faith, body, health, origin.

Said of oneself it reads as on a form: a label and a value, or a bare status between commas. The same words also name
what people in data jobs work on (결혼 정보 회사, 종교 단체 데이터, 외래 키), so everything else stays silent.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from resume_tailor.lint.careers import Written, written
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.problems import Severity

_START = r"(?:^|[,;/|·()\[\]\n]|[.!?]\s|\s[-–—]\s)\s*"  # of what stands by itself in a list
_END = r"\s*(?=$|[,;/|·()\[\].\n])"
_IS = r"\s*[:：=]\s*(?=[^\s])"  # between a label and its value
_REGION = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주|영남|호남)"
)
_FAITH = r"(?:개신교|기독교|천주교|가톨릭|불교|원불교|이슬람교?|무교)"
_CREED = r"(?:none|christian|catholic|buddhist|muslim|islam|protestant|hindu|jewish|atheist)"
_JOB = r"(?:공무원|교사|교수|의사|회사원|사업|자영업|농부|농사|은행원|경찰|군인|변호사|판사|검사|기업인)"
_SICK = r"(?:디스크|근시|시력|평발|천식|아토피|당뇨|결핵|우울|정신|질환|수술|허리|무릎|어깨|심장|비만|저체중|체중|청력)"


# Cheap to look for in every text: without one of these there is nothing to find.
_MAY = (  # each starts with a letter: then the search skips to where one of those stands
    r"혼|married|single|marital|divorced|widowed|가족|부모|아버지|부친|어머니|모친|배우자|자녀|녀|장남|차남|막내|외동"
    r"|father|mother|parent|spouse|wife|husband|child|family|종교|신앙|신자|교인|교|톨|세례|religio"
    r"|faith|christian|catholic|buddhist|muslim|protestant|키\s?[:：\d]|장\s?[:：\d]|게\s?[:：\d]|중\s?[:：\d]|cm"
    r"|height|weight|혈액|blood|본적|출생|출신|고향|태어|born|birth|hometown|국적|인종|성별|남[성자\s,/·(]|여[성자\s,/·(]"
    r"|national|race|ethnic|gender|sex|year|면제|보충역|급|전시|건강|장애|지병|병력|health|disab|정치|정당|당원|politic"
    r"|democrat|republican|재산|주거"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing: how people call it as a key of their own, and in which ways they say it of themselves."""

    name: Message
    key: str
    said: tuple[str, ...]


@cache
def _may() -> re.Pattern[str]:
    return re.compile(_MAY)  # of text in lower case: twice as fast


@cache
def _pattern(*ways: str) -> re.Pattern[str]:
    """Return what finds any of the ways; made at the first use, as they are many."""
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE | re.ASCII)


def _kind(ko: str, en: str, key: str, *said: str) -> _Kind:
    return _Kind(Message(ko, en), key, said)


_KINDS = (
    _kind(
        "결혼 여부",
        "marital status",
        r"(?:결혼|혼인)\s?(?:여부|상태)?|marital[ _]?status|marriage",
        rf"{_START}(?:(?:결혼|혼인)\s?(?:여부|상태|관계)|marital status){_IS}",
        rf"{_START}(?:결혼\s?여부\s*)?(?:기혼|미혼|이혼|사별)(?:자|임|입니다|이며|이고)?{_END}",
        rf"{_START}(?:happily )?(?:married|divorced|widowed)(?: with (?:\w+ )?(?:child|children|kids?))?{_END}",
        rf"(?:저는|본인은|현재)\s(?:미혼|기혼)[이입임으]|{_START}single(?=\s*[,;/|]\s*(?:born|no child|male|female))",
        r"\bmarital status\s(?:single|married|divorced|widowed)",
    ),
    _kind(
        "가족 관계나 부모의 직업",
        "family or parents' jobs",
        r"가족\s?(?:관계|사항|구성)?|부모님?\s?(?:직업|학력)?|자녀|배우자|family|spouse|children|parents?",
        rf"{_START}(?:가족\s?(?:관계|사항|구성)|자녀){_IS}",
        rf"{_START}(?:부모님?|아버지|어머니|부친|모친|배우자)(?:의)?\s?(?:직업|직장|학력){_IS}",
        rf"{_START}(?:부|모|아버지|어머니|배우자)\s?[:：(]\s?{_JOB}",
        rf"(?:아버지|부친|어머니|모친)(?:는|께서는|께선)\s[^.,\n]{{0,20}}{_JOB}(?:이[시셨십며고]|으로|입니다)",
        r"\d남\s?\d녀(?:\s?중)?|(?:장남|장녀|차남|차녀|막내|외동아들|외동딸)(?:으로|로)\s?(?:태어|자라)",
        rf"{_START}(?:슬하에\s)?자녀\s?\d명{_END}",
        rf"\b(?:father|mother|parents?|spouse|wife|husband)'?s? (?:occupation|job|profession){_IS}",
        rf"{_START}(?:number of children|spouse){_IS}|\bmarried with (?:\w+ )?(?:child|kid)",
        r"\bmy (?:father|mother|wife|husband) (?:is|was|works) (?:a|an|as)\b",
    ),
    _kind(
        "종교",
        "religion",
        r"종교|신앙|religion|faith",
        rf"{_START}종교\s*[:：]?\s*(?:없음|무{_END}|{_FAITH})|{_START}(?:religion|faith){_IS}{_CREED}",
        rf"{_START}{_FAITH}{_END}|{_FAITH}\s?(?:신자|신앙(?:을|이|인)|교인|집안)|모태\s?신앙|세례명",
        rf"{_START}(?:(?:devout|practi[cs]ing) )?{_CREED}{_END}",
    ),
    _kind(
        "키·몸무게",
        "height or weight",
        r"키|신장|몸무게|체중|height|weight",
        rf"{_START}(?:키|신장)\s*[:：]?\s*1[3-9]\d(?:\.\d)?\s?(?:cm|센티)?{_END}",
        rf"{_START}(?:키|신장)\s*[:：]?\s*1[3-9]\d(?:\.\d)?\s?(?:cm|센티)",
        rf"{_START}(?:몸무게|체중)\s*[:：]?\s*\d{{2,3}}(?:\.\d)?\s?(?:kg|킬로){_END}",
        r"\b1[3-9]\d\s?cm\s*[,/·]\s*\d{2,3}\s?kg\b",
        rf"{_START}(?:height|weight){_IS}\d[\d.]*\s?(?:cm|kg|lbs?|pounds|ft|['′])",
        rf"{_START}height\s1[3-9]\d\s?cm|{_START}weight\s\d{{2,3}}\s?(?:kg|lbs?){_END}",
    ),
    _kind(
        "혈액형",
        "blood type",
        r"혈액형|blood[ _]?(?:type|group)",
        rf"{_START}(?:혈액형|blood (?:type|group))\s*[:：]?\s*(?:Rh\s?[+-]?\s?)?(?:AB|A|B|O)\s?(?:형|[+-])?{_END}",
    ),
    _kind(
        "출신 지역",
        "place of origin",
        r"본적|출생지|출신\s?(?:지역|지)?|고향|birth[ _]?place|place of birth|home[ _]?town",
        rf"{_START}(?:본적|출생지|출신\s?지역|출신지|고향|place of birth|birthplace|hometown){_IS}",
        rf"{_START}{_REGION}(?:도|시|특별시|광역시|남도|북도)?(?:\s[가-힣]{{1,4}})?\s출신(?:입니다|임|으로)?{_END}",
        rf"고향은\s|{_REGION}[가-힣]*에서 태어나|{_START}(?:I was )?born (?:and raised )?in (?-i:[A-Z])",
    ),
    _kind(
        "국적·인종·성별",
        "nationality, race or gender",
        r"국적|인종|성별|nationality|citizenship|race|ethnicity|gender|sex",
        rf"{_START}(?:국적|인종|nationality|race|ethnicity)\s*[:：]\s*(?=[^\s])",
        rf"{_START}(?:성별|gender|sex)\s*[:：]?\s*(?:남성?|여성?|남자|여자|male|female|[MF]){_END}",
        rf"{_START}(?:남성?|여성?|남자|여자)\s*[,/·(]\s*(?:만\s?)?(?:(?:19|20)\d\d\s?년|\d\d\s?세)",
        rf"{_START}(?:만\s?)?\d\d세\s*[,/·]?\s*(?:남성?|여성?|남자|여자){_END}",
        r"^\W*(?:\d\d[- ]year[- ]old )(?:\w+ )?(?:male|female|man|woman)\b",
    ),
    _kind(
        "병역 면제 사유나 건강 상태",
        "health, or why one did not serve",
        r"(?:병역\s?)?면제\s?사유|건강(?:\s?상태)?|장애(?:\s?등급|\s?여부)|병력|지병|health|disability",
        rf"{_START}(?:(?:병역\s?)?면제\s?사유|건강\s?상태|장애\s?(?:등급|여부)|지병|병력){_IS}",
        rf"{_START}(?:health(?: status)?|disability)\s*:\s*(?:excellent|good|fair|none|no\b|yes|grade|level)",
        rf"(?:면제|보충역|[4-6]급|전시근로역)\s?[(:：,]\s?[^)\n]{{0,10}}{_SICK}",
        rf"{_SICK}[^.,\n]{{0,8}}(?:으로|로)\s?(?:인한\s?)?(?:병역\s?|군\s?)?면제",
        rf"{_START}건강(?:\s?상태)?(?:이|가|은|는)?\s?(?:매우\s?)?(?:양호|이상\s?없|좋음)|{_START}지병\s?없음",
        r"(?:지체|시각|청각|뇌병변|신장|심장)\s?장애(?:인)?\s?\(?[1-6]급|등록\s?장애인|장애인\s?등록증",
        rf"{_START}(?:in )?(?:excellent|good|perfect) health{_END}",
    ),
    _kind(
        "정치 성향",
        "politics",
        r"정치\s?성향|지지\s?정당|정당|politic\w*(?:[ _]\w+)?",
        rf"{_START}(?:정치\s?(?:적\s?)?성향|지지\s?정당|political (?:views?|affiliation)){_IS}",
        rf"(?:국민의힘|[가-힣]{{1,6}}당)\s(?:권리\s?|책임\s?)?당원{_END}",
        rf"{_START}(?:registered )?(?:democrat|republican){_END}",
    ),
    _kind(
        "재산",
        "property",
        r"재산(?:\s?(?:상황|정도|규모))?|주거\s?(?:형태|상황)",
        rf"{_START}(?:재산(?:\s?(?:상황|정도|규모))?|주거\s?(?:형태|상황)){_IS}",
    ),
)
# Words of the trade: what stands beside them is what was worked on.
_TRADE = re.compile(
    r"고객|회원|유저|사용자|이용자|응답자|환자|세그먼트|페르소나|데이터|모델|예측|분류|변수|피처|피쳐|컬럼|칼럼|필드"
    r"|테이블|로그|앱|서비스|분석|설문|추천|매칭|광고|타겟|타깃|캠페인|→|기혼\W+미혼|미혼\W+기혼|남\W?녀"
    r"|\b(?:customers?|users?|members?|segments?|personas?|data\w*|models?|features?|columns?|fields?|tables?|parcels?"
    r"|packages?|survey|respondents?|patients?|predict\w*|classif\w*|app|services?)\b",
    re.IGNORECASE | re.ASCII,
)

_TITLE = re.compile(
    r"(?:데이터|서비스|앱|로그|모델)\s?(?:분석가|사이언티스트|엔지니어|기획자|개발자)|분석가"
    r"|data (?:analyst|scientist|engineer)",
    re.IGNORECASE | re.ASCII,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def _check(whole: Whole, _context: Context) -> Iterator[Finding]:
    own_keys = {(entry.id, key) for entry in whole.resume.entries() for key, _ in entry.extras}
    for one in written(whole.resume):
        named = [kind for kind in _KINDS if (one.item, one.key) in own_keys and _is_called(kind, one.key)]
        yield from (_finding(one, kind, f"{one.key}: {one.text}") for kind in named)
        if _may().search(one.text.lower()):
            told = ((kind, _seen(one.text, kind)) for kind in _KINDS if kind not in named)
            yield from (_finding(one, kind, seen) for kind, seen in told if seen)


def _is_called(kind: _Kind, key: str) -> bool:
    return _pattern(kind.key).fullmatch(key.strip()) is not None


def _seen(text: str, kind: _Kind) -> str:
    """Return what a text says of a kind, unless its sentence is about work."""
    for sentence in _SENTENCE.split(unicodedata.normalize("NFKC", text)):
        found = _pattern(*kind.said).search(sentence)
        if found and not _TRADE.search(_TITLE.sub(" ", sentence)):
            return _around(sentence, found)
    return ""


def _around(text: str, found: re.Match[str]) -> str:
    """Return the part of the text that says it, with the value behind a label."""
    end = re.compile(r"[,;|·()\n]|$").search(text, found.end())
    seen = text[found.start() : end.start() if end else len(text)].strip(" ,;/|·()[]-–—")
    return f"{seen})" if seen.count("(") > seen.count(")") else seen


def _finding(one: Written, kind: _Kind, seen: str) -> Finding:
    return Finding(
        Message(f"개인 정보({kind.name.ko}): '{seen}'", f"a personal matter ({kind.name.en}): '{seen}'"),
        one.place,
        Message(
            "지우기: 뽑는 데 쓸 수 없는 정보이고, 회사는 물을 수도 없다. 그 자리에 한 일 한 줄을 적기",
            "delete it: it may not decide a hiring, and an employer may not ask. Use the space for something you did",
        ),
        one.item,
    )


RULE = Rule(
    name="sensitive-personal",
    group=Group.PRIVACY,
    scope=Scope.RESUME,
    severity=Severity.WARNING,
    summary=Message("일과 상관없는 민감한 개인 정보", "personal matters that have nothing to do with the job"),
    why=Message(
        "채용절차법 제4조의3은 용모·키·체중, 출신 지역·혼인 여부·재산, 가족의 학력·직업·재산을 묻지 못하게 한다. "
        "먼저 적어 내면 담당자는 지우느라 곤란하고, 지원자는 일과 상관없는 것으로 판단받을 틈을 준다.",
        "Employers in Korea may not ask for looks, height, weight, origin, marital status, property or the family's "
        "jobs, and few elsewhere may. Offered unasked, it puts the reader in a spot and lets other things than work "
        "decide.",
    ),
    good=(
        """
        work:
          - name: 연다리(결혼 정보 회사)
            highlights: [기혼·미혼 회원의 탈퇴 시점 차이를 찾아 3개월 유지율 41%→52%]
        """,
        """
        projects:
          - name: 종교 단체 데이터 정리
            highlights: [외래 키 14개를 되살려 중복 신도 기록 9%→0.4%, 핵심 키워드 검색 추가]
        """,
        """
        projects:
          - name: 체중 관리 앱 재방문 개선
            highlights: [목표 체중을 적은 이용자의 8주 유지율 22%→31%, 가족 공유 기능 실험]
        """,
        """
        work:
          - name: Northgrove
            highlights: ["Height of retaining walls estimated from photos within 4 cm", "Dropped gender, race, income"]
        """,
        """
        projects:
          - name: 서버 장애 예보
            why: 부모님 가게 결제가 멈춘 날, 장애를 하루 먼저 알 수 있었는지 찾아보며 시작
            outcome: 2급 장애 월 6건→1건, 혈액형별 수급 시스템 무중단 이전
        """,
        """
        military:
          - {branch: 육군, rank: 병장, status: 만기 전역}
        languages:
          - {language: 한국어, fluency: 모국어}
        """,
        """
        work:
          - name: Tallow Bank
            highlights: [Married two billing sources into one ledger, "Single sign-on for 40 dashboards"]
        """,
        """
        projects: [{name: 전시 안내, highlights: [부산 출신 작가 12명의 전시 동선, 여성 안심 귀갓길 지도 제작]}]
        """,
    ),
    bad=(
        """
        basics: {name: 서이안, summary: "데이터 분석가, 미혼, 1남 2녀 중 장남"}
        """,
        """
        activities:
          - {name: 교내 밴드, 종교: 기독교, 혈액형: O형}
        """,
        """
        basics: {name: 서이안, label: "데이터 분석가 (키 178cm, 몸무게 70kg)"}
        """,
        """
        basics: {name: Alex Moran, summary: "Analyst. Marital status: married, two children. Religion: Catholic"}
        """,
        """
        military:
          - {branch: 육군, status: 면제(허리 디스크 수술)}
        """,
        """
        interests:
          - {name: 등산, keywords: ["본적: 경북 안동", 건강 상태 양호]}
        """,
        """
        references:
          - {name: 기타, reference: 아버지는 공무원이시고 어머니는 교사로 일하십니다}
        """,
        """
        languages:
          - {language: English, fluency: Native, Nationality: Canadian}
        """,
    ),
    check=_check,
)
