"""`self-rating`: a mark that people give to their own skills: stars, bars, percentages, 상/중/하, Expert."""

import re
from collections.abc import Iterator

from resume_tailor.lint.careers import title
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Entry, Text
from resume_tailor.problems import Severity

_DRAWN = r"[★☆⭐✩✭●○◐◯⬤■□▮▯▰▱█▓▒░]{2,}|⭐|★|\[[=#|*.\- ]{5,}\]"
_COUNTED = r"(?<![\d/.\-])(?:10|\d)(?:\.\d)?\s?/\s?(?:5|10)(?![\d/])|(?<!\d)\d{1,3}\s?/\s?100\b"
_SHARE = (
    r"(?<![\d.~∼])(?:100|\d{1,2})\s?(?:%|퍼센트|percent\b|점(?![가-힣]))(?!\s?(?:신뢰|유의|분위|구간|CI\b|conf|signif))"
)
_STEP = r"\b(?:lv|level|레벨)\.?\s?\d\b|\d\s?단계|상\s?/\s?중\s?/\s?하"
_ANYWHERE = re.compile(f"{_DRAWN}|{_COUNTED}|{_SHARE}|{_STEP}", re.IGNORECASE)
_BETTER_THAN = re.compile(r"상위\s*$|\btop\s*$", re.IGNORECASE)  # of a contest: others gave that mark

_KO = (
    r"(?:최상|최상급|상급|중상급?|중하급?|하급|[초중고]급자?|상|중|하|전문가|능숙|능통|숙련|숙달|유창"
    r"|우수|양호|보통|미숙|입문)"
)
_EN = (
    r"(?:(?:upper|lower|pre)[- ]?)?(?:expert|advanced|intermediate|beginner|novice|master|guru|ninja|proficient|fluent"
    r"|excellent|competent|skilled|elementary)"
)
_LEVEL = re.compile(
    r"(?:매우\s?|아주\s?|very\s)?"
    rf"(?:{_KO}(?:자|\s?수준|함|하게 사용)?|{_EN}(?:\s(?:level|user))?)(?=\W*$|\s?[(,/·+~\-–])|\d+(?:\.\d)?",
    re.IGNORECASE,
)
_GROUP = re.compile(rf"(?:최?상|중|하|[초중고]급|{_EN})(?:\s?수준|\s(?:level|skills?))?", re.IGNORECASE)
# Behind a skill's name, set off from it: `SQL(상)`, `Tableau - Advanced`. Advanced Analytics is no mark.
_BEHIND = re.compile(
    rf"\S\s*(?:[(\[:：–—]|\s-\s)\s*(?P<mark>{_KO}|{_EN})\s?(?:수준|level)?\s*[)\]]?\s*$", re.IGNORECASE
)
_MARKED_KEY = re.compile(r"rating|level|score|proficiency|수준|숙련|등급|점수", re.IGNORECASE)


def _check(whole: Whole, _context: Context) -> Iterator[Finding]:
    for entry in whole.resume.sections.get("skills", ()):
        for text, mark in _marks(entry):
            yield _finding(entry, text, mark)
            break


def _marks(entry: Entry) -> Iterator[tuple[Text, str]]:
    """Yield each text of a skill that holds a mark, with the mark."""
    levels = [entry.texts["level"]] if "level" in entry.texts else []
    levels += [text for key, text in entry.extras if _MARKED_KEY.search(key)]
    names = [entry.texts["name"]] if "name" in entry.texts else []
    listed = [*names, *entry.lists.get("keywords", ())]
    for text in (*levels, *listed):
        for version in text.versions:
            mark = _anywhere(version) or (_level(version) if text in levels else _behind(version))
            if mark or (text in names and _GROUP.fullmatch(version.strip())):
                yield text, mark or version.strip()


def _anywhere(text: str) -> str:
    for found in _ANYWHERE.finditer(text):
        if not _BETTER_THAN.search(text[: found.start()]):
            return found[0].strip()
    return ""


def _level(text: str) -> str:
    found = _LEVEL.match(text.strip())
    if found and found[0].replace(".", "").isdigit() and found[0] != text.strip():
        return ""  # 5년, 3 years
    return found[0] if found else ""


def _behind(text: str) -> str:
    found = _BEHIND.search(text)
    return found["mark"] if found else ""


def _finding(entry: Entry, text: Text, mark: str) -> Finding:
    listed = (entry.texts.get("name"), *entry.lists.get("keywords", ()))
    where = {lang: text.to(lang) if text in listed else title(entry, lang) for lang in ("ko", "en")}
    return Finding(
        Message(f"'{where['ko']}': 스스로 매긴 점수 '{mark}'", f"'{where['en']}': '{mark}' is a mark of your own"),
        text.place,
        Message(
            "점수 대신 근거를 적기: '실무 5년', '하루 3억 건 배치 운영'처럼, 아니면 지우고 프로젝트의 한 줄로 보이기",
            "say what it rests on instead: '5 years in production', 'runs 300M rows a day'; or let a project show it",
        ),
        entry.id,
    )


RULE = Rule(
    name="self-rating",
    group=Group.SKILLS,
    scope=Scope.RESUME,
    severity=Severity.WARNING,
    summary=Message("스스로 매긴 기술 점수", "marks given to one's own skills"),
    why=Message(
        "Python 90%가 무엇의 90%인지는 쓴 사람도 모른다. 기준이 없는 점수는 비교할 수 없고, 높게 적으면 면접에서 "
        "그만큼 어렵게 묻고 낮게 적으면 스스로 깎아내린 셈이 된다.",
        "Nobody knows what Python 90% is ninety percent of. Such marks cannot be compared; a high one invites the "
        "hardest questions, and a low one argues against you.",
    ),
    good=(
        """
        skills:
          - {name: 분석, level: 실무 5년, keywords: [SQL, Python, 상관 분석, 중복 제거]}
        """,
        """
        skills:
          - {name: Modeling, level: In production since 2021, keywords: [Advanced Analytics, Expert Systems, LightGBM]}
        """,
        """
        skills:
          - {name: 파이프라인, level: 운영 경험, keywords: [Airflow, dbt(학습 중), CI/CD, A/B 테스트]}
        """,
        """
        skills:
          - {name: Data Platform, keywords: [Master Data Management, 24/7 on-call, Level-based routing, S3]}
        """,
        """
        skills:
          - {name: 경진 대회, keywords: [배차 최적화 대회 상위 3%]}
        languages:
          - {language: 영어, fluency: 중급}
        """,
        """
        skills:
          - {name: 통계, level: 3년, keywords: [인과추론, 고급 통계, 표본 설계]}
        """,
        """
        skills: [SQL, Python, Tableau]
        """,
    ),
    bad=(
        """
        skills:
          - {name: Python, level: 상}
          - {name: SQL, level: 중}
        """,
        """
        skills:
          - {name: SQL, level: Advanced}
        """,
        """
        skills:
          - {name: 언어, keywords: [Python 90%, SQL 85%]}
        """,
        """
        skills:
          - {name: Languages, keywords: ["Python ★★★★☆", "R ★★☆☆☆"]}
        """,
        """
        skills:
          - {name: "시각화 (8/10)", keywords: [Tableau, Looker Studio]}
        """,
        """
        skills:
          - {name: Tools, keywords: [Tableau (Intermediate), Airflow - Expert]}
        """,
        """
        skills:
          - {name: 고급, keywords: [SQL, Python]}
          - {name: 초급, keywords: [Scala]}
        """,
        """
        skills:
          - {name: 분석, keywords: [SQL(상), Python(중)]}
        """,
        """
        skills:
          - {name: Machine Learning, level: "4"}
        """,
    ),
    check=_check,
)
