"""`missing-role`: work of several people that does not say which part was one's own."""

from collections.abc import Iterator

from resume_tailor.lint.evidence import evidence
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Severity


def _check(project: Project, context: Context) -> Iterator[Finding]:
    if (project.fields or {}).get("role"):
        return
    found = evidence(project, context.lexicon)
    team = found.tells("team")
    if not team or found.tells("role"):
        return
    yield Finding(
        Message(
            f"'{project.title}': 여럿이 한 일('{team[0]}')인데 내가 맡은 부분이 없음",
            f"'{project.title}' was the work of several ('{team[0]}') and does not say which part was yours",
        ),
        project.place,
        Message(
            "맡은 일과 기여도를 적으세요 (role)", "write what you did yourself, and how much of the whole it was (role)"
        ),
        project.item,
    )


RULE = Rule(
    name="missing-role",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("내가 맡은 일이 없는 팀 프로젝트", "a team's project without one's own part"),
    why=Message(
        "팀의 성과만 적으면 읽는 사람은 이 지원자가 무엇을 했는지 알 수 없고, 면접의 첫 질문이 '그래서 본인은요?'가 "
        "된다.",
        "From a team's result nobody can tell what the applicant did; the first question of the interview is then "
        "'and you?'.",
    ),
    good=(
        "# 좌석 예약\n\n4인 팀 프로젝트에서 예약 충돌 처리를 담당, 중복 예약 0건",
        "# 배차 최적화\n\n개발자 3명과 협업, 수리 모형을 맡아 배차 시간을 40분에서 6분으로 단축",
        "# 개인 가계부\n\n혼자 만들어 1년째 쓰는 가계부",
        "# Seat booking\n\nTeam of four; I wrote the conflict handling, no double booking since.",
        "# Solver\n\nLed the modelling in a team of 3; planning went from 40 minutes to 6.",
        "projects:\n  - name: 검색 개선\n    description: 팀 프로젝트, 색인 재설계\n    role: 색인 설계 (기여도 60%)",
    ),
    bad=(
        "# 좌석 예약\n\n4인 팀 프로젝트로 좌석 예약 서비스를 개발, 중복 예약 0건",
        "# 배차 최적화\n\n백엔드 개발자 2명과 협업해 배차 시간을 40분에서 6분으로 단축",
        "# 축제 안내 앱\n\n팀원 다섯이 축제 안내 앱을 만들어 방문객 800명이 사용",
        "# Seat booking\n\nTeam project: a booking service for the campus theatre, no double booking since.",
        "# Solver\n\nA team of three cut planning from 40 minutes to 6.",
        "projects:\n  - name: 검색 개선\n    description: 팀 프로젝트로 색인을 다시 설계해 검색 실패 12%→5%",
    ),
    check=_check,
    plain=True,
)
