"""`weak-opener`: a bullet that names an involvement where a deed should stand. Korean says it in the last word."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.lint.wording import effect, has_figure
from resume_tailor.problems import Severity


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"""(?:(?:Was|Were|Been)\s)?(?:(?:Mainly|Primarily|Actively|Directly|Also)\s)?
        (?:Responsible\sfor|Help(?:ed|s|ing)(?:\s(?:to|with|out))?|Work(?:ed|s|ing)\s(?:on|with)
        |Participat(?:ed|es|ing)\sin|T(?:ook|akes|aking)\spart\sin|Involved\s(?:in|with)
        |Assist(?:ed|s|ing)(?:\s(?:with|in))?|Tasked\swith|In\scharge\sof|Duties\sinclud(?:ed|e)
        |Contribut(?:ed|es|ing)\sto|Had\s(?:a\srole|experience)\sin|Part\sof)\b(?!-)""",
        re.IGNORECASE | re.VERBOSE | re.ASCII,
    )


@cache
def _ending() -> re.Pattern[str]:
    """Return what finds a weak last word. `사용자 경험` is a thing, not what someone went through."""
    return re.compile(
        r"""(?<![가-힣])(?P<weak>(?:[가-힣]+에(?:도)?\s)?(?:참여|참가|기여|관여|동참|투입)
        |(?:[가-힣]*업무|프로젝트|과제)(?:를|을)?\s(?:수행|진행|담당|참여|지원|보조)|(?:업무|역할|파트)(?:를|을)?\s맡
        |담당|보조|서포트|(?<!자동\s)(?<!동시\s)지원|(?<!사용자\s)(?<!고객\s)(?<!유저\s)경험)
        (?:을|를)?\s?(?:함|하였음|했음|했습니다|하였습니다|했다|하였다|합니다|했어요|중|음|았음|았습니다|았다|있음|있습니다|보유)?
        [\s.]*$""",
        re.VERBOSE,
    )


@cache
def _supports() -> re.Pattern[str]:
    """Return what stands before `지원` where a product or a programme supports something."""
    return re.compile(
        r"""(?:다국어|오프라인|모드|환경|형식|포맷|버전|브라우저|플랫폼|언어|기기|규격|연동|로그인|API|iOS|Android|GPU|OS
        |장애인|창업|청년|아동|난민|유학생|이재민)(?:을|를|도|까지)?\s?(?:접속을?\s|사용을?\s)?지원[^가-힣]*$""",
        re.VERBOSE,
    )


@cache
def _deed() -> re.Pattern[str]:
    """Return what finds something done at the end of an earlier clause."""
    return re.compile(
        r"""[가-힣\w)'"]\s(?:개발|구축|설계|도입|배포|출시|수상|작성|정의|전환|통합|자동화|제작|제안|발견|규명|적용|선정|이전|교체
        |재설계|완료)(?:[,;]|하고|하여|해|했고|하였고|후)""",
        re.VERBOSE,
    )


def _weak(line: Line) -> str:
    """Return the weak words of a bullet, or "". Both languages are tried: names of tools make Korean look English."""
    if opening := _opening().match(line.text):
        return opening[0]
    ending = _ending().search(line.text)
    if not ending or _supports().search(line.text):
        return ""
    rest = line.text[: ending.start()]
    done = has_figure(line.text) or "→" in rest or effect(rest) or _deed().search(rest)
    return "" if done else ending["weak"]


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    weak = _weak(line) if line.is_bullet else ""
    if weak:
        yield Finding(
            Message(f"'{weak}': 한 일이 아니라 맡은 자리만 적힘", f"'{weak}' names an involvement, not a deed"),
            line.place,
            Message(
                "직접 한 일로 끝내기(예: '분석 업무 담당' 대신 '이탈 사유 7개로 분류, 해지 화면 문구 교체')",
                "start with what you did yourself: built, measured, replaced, decided",
            ),
            line.item,
        )


RULE = Rule(
    name="weak-opener",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("한 일 대신 '담당', '참여'로 적은 줄", "a bullet that says involved instead of done"),
    why=Message(
        "'담당'과 '참여'는 자리에 있었다는 말일 뿐이다. 옆 사람이 다 했어도 같은 문장을 쓸 수 있어서, "
        "읽는 쪽은 지원자의 몫을 짐작할 수 없다.",
        "'Responsible for' and 'helped' say that you were there. The same line fits someone who did nothing, so a "
        "reader cannot tell your share.",
    ),
    good=(
        "콜센터 녹취 분류 기준 9개 작성, 상담 품질 평가 담당",
        "보고서용 그래프 45점 작성 보조",
        "지점 12곳의 재고 실사를 맡아 오차 원인 보고서 작성",
        "예약 앱에서 다국어 지원",
        "결제 화면을 다시 설계해 끊김을 없앤 사용자 경험",
        "상품 검색 품질 점검표를 만들어 매주 검색팀과 검토",
        "Helpdesk tickets sorted by product area with a nightly classifier",
        "Work orders matched to machine logs, which showed why presses stopped",
        "Owned the pricing rules for airport parking and their weekly review",
        "Supported languages grew from 3 to 9 after a rewrite of the tokenizer",
    ),
    bad=(
        "전사 데이터 웨어하우스 구축 프로젝트에 참여",
        "마케팅 데이터 수집, 정제, 분석 담당",
        "고객사 대상 데이터 분석 업무를 수행하였음",
        "영업팀 의사결정 지원",
        "선임 연구원의 논문 실험 보조",
        "대용량 로그 처리 경험",
        "사내 추천 시스템 개선에 기여했습니다.",
        "Responsible for building dashboards for the sales team",
        "Helped the data team migrate pipelines",
        "Worked on various machine learning projects",
        "Was involved in the design of the new data platform",
        "Assisted with weekly reporting and ad-hoc analysis",
    ),
    check=_check,
)
