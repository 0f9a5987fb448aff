"""`resident-number`: a number that the state gave to a person: resident, foreigner, passport, social security.

A message never says the number again: reports are pasted into chats and logs of builds.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

from resume_tailor.lint.careers import Written, written
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.problems import Severity

_MASK = "*xX#●○•◯■□"
# Six digits that are a date, then sex and century, then six more; any of the last seven may be masked already.
_RESIDENT = re.compile(
    rf"(?<![\d.-])(?P<date>\d{{6}})(?P<gap>\s?[-–—‐‑−~]\s?|\s?)(?P<sex>[1-8{_MASK}])(?P<rest>[\d{_MASK}]{{6}})(?![\d-])"
)
_COMPANY_NUMBER = re.compile(r"법인|사업자|corporat|business reg", re.IGNORECASE)  # 110111-1234567 is one too
_PASSPORT_NUMBER = r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d{7,8}|[A-Za-z]\d{3}[A-Za-z]\d{4}|\d{9})(?![A-Za-z0-9])"
_PASSPORT = re.compile(
    rf"(?i:여권|passport)[^\n]{{0,20}}?{_PASSPORT_NUMBER}|{_PASSPORT_NUMBER}[^\n]{{0,8}}(?i:여권|passport)"
)
_SSN_NUMBER = rf"(?<![\d-])(?:\d{{3}}|[{_MASK}]{{3}})-(?:\d\d|[{_MASK}]{{2}})-\d{{4}}(?![\d-])"
_SSN = re.compile(rf"(?i:\bSSN\b|social security)[^\n]{{0,30}}?{_SSN_NUMBER}|{_SSN_NUMBER}[^\n]{{0,15}}(?i:\bSSN\b)")
_URL = re.compile(r"https?://\S+")
_YEARS = {"1": 1900, "2": 1900, "5": 1900, "6": 1900, "3": 2000, "4": 2000, "7": 2000, "8": 2000}
_NEAR = 25  # characters around a number that may say what it is


def _check(whole: Whole, context: Context) -> Iterator[Finding]:
    for one in written(whole.resume):
        text = _URL.sub(" ", unicodedata.normalize("NFKC", one.text))
        if resident := _resident(text, context.today):
            yield _finding(one, *resident)
        if _PASSPORT.search(text):
            yield _finding(one, Message("여권 번호", "a passport number"), "*********")
        if _SSN.search(text):
            yield _finding(one, Message("미국 사회 보장 번호(SSN)", "a US social security number"), "***-**-****")


def _resident(text: str, today: dt.date) -> tuple[Message, str] | None:
    """Return what a resident or foreigner number is called, and it masked, or None when there is none."""
    for found in _RESIDENT.finditer(text):
        around = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        if not _COMPANY_NUMBER.search(around) and _is_resident(found, today):
            name = Message("주민등록번호", "a Korean resident number")
            if found["sex"] in "5678":
                name = Message("외국인등록번호", "a Korean foreigner registration number")
            return name, f"{found['date'][:2]}****-*******"
    return None


def _is_resident(found: re.Match[str], today: dt.date) -> bool:
    """Tell whether digits can be one's number: a day on which one may have been born."""
    if found["sex"] not in _YEARS and any(char.isdigit() for char in found["rest"]):
        return False
    years = [_YEARS[found["sex"]]] if found["sex"] in _YEARS else [1900, 2000]
    return any(_is_past(century + int(found["date"][:2]), found["date"], today) for century in years)


def _is_past(year: int, date: str, today: dt.date) -> bool:
    try:
        return dt.date(year, int(date[2:4]), int(date[4:])) <= today
    except ValueError:
        return False


def _finding(one: Written, name: Message, masked: str) -> Finding:
    return Finding(
        Message(f"{name.ko}로 보이는 숫자 '{masked}'", f"what looks like {name.en}: '{masked}'"),
        one.place,
        Message(
            "번호를 통째로 지우기: 채용이 정해진 뒤 회사가 따로 받으며, 생일이 필요하면 basics.birth에만 적기",
            "delete it: an employer asks for it after hiring; a birthday, where needed, goes into basics.birth alone",
        ),
        one.item,
    )


RULE = Rule(
    name="resident-number",
    group=Group.PRIVACY,
    scope=Scope.RESUME,
    severity=Severity.ERROR,
    summary=Message("주민등록번호 같은 고유 식별 번호", "a resident, passport or social security number"),
    why=Message(
        "이력서는 여러 사람의 메일함과 채용 시스템에 오래 남는다. 고유 식별 번호는 법이 정한 때가 "
        "아니면 회사도 받을 수 없다. 적혀 있으면 담당자가 서류를 돌려보내거나 가려야 한다. 가린 번호에도 생년월일과 "
        "성별이 남는다.",
        "A resume stays in many mailboxes and systems. Employers may not collect such numbers until the law lets "
        "them, so whoever receives one has to send it back or black it out; even half masked it tells birth date and "
        "sex.",
    ),
    good=(
        """
        basics: {name: 서이안, phone: 010-1234-5678, birth: 1993-04}
        """,
        """
        projects:
          - name: 상담 기록 비식별화
            highlights: [주민등록번호 13자리를 찾아 가리는 규칙과 모델을 합쳐 미검출 2.1%→0.3%]
        """,
        """
        work:
          - name: 다온물산
            highlights: [법인등록번호 110111-1234567처럼 형식이 흐트러진 거래처 9,200곳을 하나로 정리]
        """,
        """
        work:
          - name: Tallow Bank
            highlights: ["Masked SSN fields (###-##-####) in 40 tables before the analytics copy"]
        """,
        """
        projects:
          - name: 여권 판독
            highlights: [여권 사진 120000장으로 학습한 판독 모델, 항목 오류 4.2%→1.1%]
        """,
        """
        publications:
          - {name: 작은 표본의 실험, url: "https://blog.example.com/9001011234567", summary: ISBN 9788966262281}
        """,
        """
        work:
          - name: 물결페이
            highlights: [실험 로그 키를 991399-1234567 같은 난수로 바꿔 개인 식별 위험 제거]
        """,
    ),
    bad=(
        """
        basics: {name: 서이안, birth: 930412-2345678}
        """,
        """
        basics: {name: 서이안, label: 데이터 분석가 (930412-2******)}
        """,
        """
        activities:
          - {name: 청년 데이터 캠프, 수료 번호: 수료생 9304122345678}
        """,
        """
        work:
          - name: Tallow Bank
            position: Risk Analyst
            highlights: ["SSN: 078-05-1120, US work authorization"]
        """,
        """
        languages:
          - {language: English, fluency: "Passport M12345678, valid until 2030"}
        """,
        """
        work:
          - name: 나들이랩
            highlights: [외국인등록번호 880707-6543210, F-2 비자 소지]
        """,
        """
        projects:
          - name: 동네 병원 대기 시간 예측
            highlights:
              - {text: 대기 시간 42분→18분, alt: {apply: 본인 확인용 010203 - 3456789}}
        """,
    ),
    check=_check,
)
