"""`til-commits`: a streak of commits or study notes shown as a project."""

import re
from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity

_STREAK = re.compile(
    r"\bTIL\b|(?i:today i learned)|1일\s?1커밋|일일\s?커밋|매일\s?커밋|커밋\s?(?:\d{1,9}일|잔디|연속)"
    r"|\d{1,9}일\s?(?:연속\s?)?커밋|잔디\s?(?:심기|채우기|관리|밭)"
    r"|1일\s?1(?:알고리즘|문제)"
    r"|(?i:\b(?:100|30|365)[- ]?days? of (?:code|ml|python|sql|data)\w*\b"
    r"|\bdaily commits?\b|commit streak|\bgreen squares\b|streak of \d{1,9}|\d{1,9}[- ]day (?:commit )?streak)"
)
_MADE = re.compile(
    r"(?i)\b(?:users|readers|visitors|downloads|stars|subscribers|published|adopted|team uses)\b"
    r"|독자|방문자|조회|구독|사용자|발행|도입|팀에서\s?쓰|정리해\s?(?:책|문서|가이드)"
)


def _check(project: Project, _context: Context) -> Iterator[Finding]:
    seen = _STREAK.search(project.text)
    if seen is None or _MADE.search(project.text):
        return
    yield Finding(
        Message(
            f"'{project.title}': 기록한 날수('{seen[0]}')를 프로젝트로 내세움",
            f"'{project.title}' shows a streak ('{seen[0]}') as a project",
        ),
        project.place,
        Message(
            "배운 것으로 바꾼 일 하나, 또는 누군가 읽고 쓴 글 하나를 대신 적으세요",
            "show one thing you changed with what you learned, or one text that somebody read and used",
        ),
        project.item,
    )


RULE = Rule(
    name="til-commits",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("커밋 잔디와 TIL", "commit streaks and TIL notes"),
    why=Message(
        "꾸준한 기록은 좋은 습관이지만, 커밋을 찍으려고 쓴 기록은 금방 알아본다. 이력서에는 배운 것보다 배워서 한 "
        "일이 남아야 한다.",
        "Notes are a good habit, but those written to keep a streak are easy to spot. A resume has room for what you "
        "did with what you learned.",
    ),
    good=(
        "# 기술 블로그\n\n실험 설계 글 12편, 월 방문자 4,000명",
        "# 쿼리 안내서\n\nTIL로 모은 쿼리 요령을 정리해 문서로 만들고 분석팀에 도입",
        "# 커밋 분석\n\n저장소 40개의 커밋 기록에서 배포 지연의 원인을 찾음",
        "# Engineering blog\n\nTwelve posts on experiments, 4,000 readers a month.",
        "# Query guide\n\nGrew out of my TIL notes; adopted by the analytics team.",
        "# Commit mining\n\nFound why releases slip in the commit history of 40 repositories.",
    ),
    bad=(
        "# TIL\n\n매일 공부한 내용을 기록하는 저장소, 412일째 진행 중",
        "# 1일 1커밋\n\n깃허브 잔디 심기 1년 달성",
        "# 알고리즘 스터디\n\n1일 1문제 풀이, 백준 골드",
        "# Today I Learned\n\nNotes on SQL, Python and statistics, updated every day.",
        "# 100 Days of Code\n\nCompleted the challenge in Python.",
        "# Coding habit\n\nA commit streak of 300 days on GitHub.",
    ),
    check=_check,
    plain=True,
)
