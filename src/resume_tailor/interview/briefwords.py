"""The words that the tool itself puts on a brief, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class BriefWords:
    """What a brief says beside what the base, the profile and the posting say. `{}` stands for a number or a name."""

    brief: str
    role: str
    by_duties: str
    by_profile: str
    by_nothing: str
    experience: str
    match: str
    of: str
    on: str
    held: str
    missing: str
    held_hint: str
    missing_hint: str
    basics: str
    no_keywords: str
    questions: str
    answered: str
    open: str
    nothing: str  # what a question says that nothing answers
    again: str
    sent: str
    unsent: str
    left: str
    more: str
    front: str
    no_journey: str
    draw: str
    sections: Mapping[str, str]  # of a posting, and `profile`
    parts: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]  # of what was left out, one and many


_KO = BriefWords(
    brief="면접 준비",
    role="직무",
    by_duties="공고의 하는 일로 본 직무",
    by_profile="프로필에 적은 직무",
    by_nothing="공고도 직무도 적지 않아 데이터 분석가로 봄",
    experience="경력 {}",
    match="공고의 말과 나",
    of="{}개 중 {}개가 이력서에 있음",
    on="이력서",
    held="베이스",
    missing="없음",
    held_hint="이력서엔 없지만 해 본 일: 물으면 말할 것",
    missing_hint="배우거나, 없다고 솔직히 말할 것",
    basics="기본 정보",
    no_keywords="맞춰 볼 키워드가 없음",
    questions="예상 질문과 내 일",
    answered="답할 일이 있음",
    open="열린 질문",
    nothing="베이스에 답할 경험이 없음: 준비하거나 솔직히 말할 것",
    again="{}번 질문과 같은 일",
    sent="이력서에 있는 일",
    unsent="이력서에 없는 일",
    left="자리가 모자라 뺀 것: {}",
    more="외 {}개",
    front="어떤 자리인가",
    no_journey="이 회사의 사업 여정은 아직 적지 않음",
    draw="고객이 처음부터 끝까지 하는 일을 단계로 나누고, 단계마다 데이터로 풀 문제를 그려 볼 것",
    sections=MappingProxyType(
        {
            "duties": "주요업무",
            "requirements": "자격요건",
            "preferred": "우대사항",
            "tools": "기술",
            "about": "소개",
            "process": "전형",
            "profile": "프로필 키워드",
        }
    ),
    parts=MappingProxyType(
        {
            "why": "계기",
            "problem": "문제",
            "seen": "현상",
            "hypothesis": "가설",
            "data": "데이터",
            "result": "결과",
            "did": "한 일",
            "role": "내 역할",
        }
    ),
    units=MappingProxyType(
        {
            "questions": ("질문 {}개", "질문 {}개"),
            "parts": ("답의 부분 {}개", "답의 부분 {}개"),
            "places": ("항목 이름 {}개", "항목 이름 {}개"),
            "words": ("키워드 {}개", "키워드 {}개"),
            "lines": ("공고의 줄 {}개", "공고의 줄 {}개"),
        }
    ),
)
_EN = BriefWords(
    brief="interview brief",
    role="The role",
    by_duties="by the duties in the posting",
    by_profile="as the profile names it",
    by_nothing="no posting and no role given: taken for a data analyst",
    experience="{} of experience",
    match="Their words and mine",
    of="{1} of {0} on my resume",
    on="Resume",
    held="Base",
    missing="Nowhere",
    held_hint="done before: say it if asked",
    missing_hint="learn it, or say so honestly",
    basics="personal details",
    no_keywords="There are no keywords to match",
    questions="Likely questions, and my work",
    answered="answered",
    open="open",
    nothing="Nothing in the base answers it: prepare, or say so",
    again="the same work as for question {}",
    sent="on my resume",
    unsent="not on my resume",
    left="Left out for want of room: {}",
    more="+{} more",
    front="the job",
    no_journey="The business journey of this company is not written yet",
    draw="Cut what its customers do, from first to last, into stages, and draw the problems that data answers in each",
    sections=MappingProxyType(
        {
            "duties": "Duties",
            "requirements": "Requirements",
            "preferred": "Preferred",
            "tools": "Tools",
            "about": "About",
            "process": "Process",
            "profile": "Profile keywords",
        }
    ),
    parts=MappingProxyType(
        {
            "why": "Why",
            "problem": "Problem",
            "seen": "Problem",
            "hypothesis": "Hypothesis",
            "data": "Data",
            "result": "Result",
            "did": "Work",
            "role": "My part",
        }
    ),
    units=MappingProxyType(
        {
            "questions": ("{} question", "{} questions"),
            "parts": ("{} part of an answer", "{} parts of answers"),
            "places": ("{} name of an item", "{} names of items"),
            "words": ("{} keyword", "{} keywords"),
            "lines": ("{} line of the posting", "{} lines of the posting"),
        }
    ),
)
WORDS: Mapping[str, BriefWords] = MappingProxyType({"ko": _KO, "en": _EN})
