"""`first-person`: 저는, 제가, I, my, we in a bullet or a summary."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.lint.wording import unquoted
from resume_tailor.problems import Severity


@cache
def _korean() -> re.Pattern[str]:
    """Return what finds a pronoun. `나는` also ends a verb (차이가 나는), so it must start its clause."""
    return re.compile(
        r"(?<![가-힣\w])(?P<word>저는|제가|저의|저를|저에게|제게|저희(?:[가-힣]{0,3})|내가|나의|나를|나에게)(?![가-힣])"
        r"|(?:^|[.,;:!?]\s)(?P<start>나는)\s"
    )


@cache
def _english() -> re.Pattern[str]:
    """Return what finds a pronoun. `I` has a verb behind it; it may be a numeral (I and II) or a letter (I/O)."""
    return re.compile(
        r"""(?<![\w/.&-])(?P<word>I(?=['’](?:ve|m|d|ll)\b|\s(?!and\sI|or\sI|to\sI)[a-z])
        |[Mm]y(?=\s[a-z])|[Mm]yself|(?<![Nn]ear\s)(?<![Aa]bout\s)(?<!remind\s)me
        |[Ww]e(?=['’](?:ve|re|d|ll)\b|\s[a-z]))(?![\w-])""",
        re.VERBOSE,
    )


@cache
def _numbered() -> re.Pattern[str]:
    """Return what ends before a Roman numeral: a word that is numbered, or any capitalised one inside a sentence."""
    return re.compile(
        r"""\b(?i:phases?|types?|parts?|stages?|levels?|tiers?|volumes?|class|grade|chapters?|titles?)\s$
        |[^.!?:;]\s(?:[A-Z][A-Za-z]+)\s$
        |^(?!(?:When|While|As|Since|Once|After|Before|Because|If|Though|Although|Where|What)\b)(?:[A-Z][a-z]+)\s$""",
        re.VERBOSE,
    )


def _pronoun(line: Line) -> str:
    """Return the first pronoun of a line that its author says of himself, or ""."""
    text = unquoted(line.text)
    if found := _korean().search(text):
        return found["word"] or found["start"]
    if line.lang == "ko":
        return ""
    spoken = (one["word"] for one in _english().finditer(text) if one["word"] != "I" or not _is_numeral(text, one))
    return next(spoken, "")


def _is_numeral(text: str, one: re.Match[str]) -> bool:
    return _numbered().search(text[: one.start()]) is not None


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    word = _pronoun(line) if line.is_bullet or line.field == "summary" else ""
    if word:
        yield Finding(
            Message(f"'{word}': 이력서에는 나를 가리키는 말을 쓰지 않음", f"'{word}': a resume drops the pronoun"),
            line.place,
            Message(
                "그 말을 빼고 한 일부터 적기. 함께한 사람은 역할로 적기(예: 개발자 2명과 협업)",
                "start with the verb: 'Built ...', not 'I built ...'; name others by their role (with two engineers)",
            ),
            line.item,
        )


RULE = Rule(
    name="first-person",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("'저는', '제가', 'I', 'my'를 쓴 줄", "a pronoun for yourself in a bullet or summary"),
    why=Message(
        "이력서의 주어는 언제나 지원자라서 적을 필요가 없다. '저는'으로 시작하면 자기소개서처럼 읽히고, 한 일이 "
        "그만큼 뒤로 밀린다.",
        "The subject of a resume is always you. Pronouns make it read like a letter and push the deed to the right.",
    ),
    good=(
        "주문이 끝나는 시각과 차이가 나는 이유를 물류 로그로 규명",
        "고객 문의 '제가 왜 이 요금을 내나요'를 유형 6개로 분류",
        "수익이 나는 노선만 남기는 배차안 작성",
        "우리동네 장보기 앱의 첫 주문 전환율 18%→22%",
        "Cut I/O wait of the nightly load from 40 to 12 minutes",
        "Analyzed Phase I trial data of 310 patients and types I and II errors of the screen",
        "Promoted to Data Analyst I after the first year",
        'Sorted "how do I cancel my order" and 40 other intents in the help center',
        "Tuned MySQL indexes behind the My Page screen",
        "Ranked results for near me searches by walking time",
    ),
    bad=(
        "저는 고객 이탈 원인을 분석하여 개선안을 도출했습니다.",
        "제가 직접 설계한 실험으로 전환율 12%→15%",
        "나는 데이터를 통해 문제를 해결하는 분석가",
        "데이터 파이프라인은 저희 팀에서 처음부터 구축",
        "정산 오류를 내가 먼저 발견해 보고",
        "I built a churn model that the CRM team uses every week",
        "Took over the dashboard when I joined and rebuilt it in two weeks",
        "Presented my findings to the executive team",
        "Automated reports so that we saved 10 hours a week",
        "Results the CEO asked me to present at the board meeting",
    ),
    check=_check,
)
