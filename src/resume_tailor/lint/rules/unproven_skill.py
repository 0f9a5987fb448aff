"""`unproven-skill`: a tool or method in the skills that nothing else in the base was done with."""

import re
from collections.abc import Iterator

from resume_tailor.keywords import carried, key, shipped
from resume_tailor.lint.careers import title, written
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Whole
from resume_tailor.model import Entry, Resume
from resume_tailor.problems import Severity

_SILENT = frozenset({"summary", "skills", "languages", "interests", "references"})  # sections that prove nothing
# What everyone uses and nobody writes a line about, people's languages, and what is no tool; as `keywords.key` has it.
_EVERYDAY = re.compile(
    r"(?:ms|microsoft|google|구글)?(?:excel|엑셀|word|워드|powerpoint|ppt|파워포인트|outlook|office(?:365)?|오피스"
    r"|한컴오피스|한글|hwp|google(?:sheet|doc|workspace)s?|구글(?:시트|독스)|spreadsheet|스프레드시트|keynote|excelvba"
    r"|엑셀vba|vba)|slack|슬랙|jira|지라|notion|노션|confluence|컨플루언스|(?:ms)?teams?|zoom|trello|asana|figma"
    r"|피그마|miro|git|깃|github|깃허브|gitlab|bitbucket|vscode|jupyter(?:notebook|lab)?|주피터(?:노트북)?|intellij"
    r"|pycharm|datagrip|dbeaver|linux|리눅스|unix|shell|bash|macos|windows?|markdown|(?:한국어|영어|일본어|중국어"
    r"|스페인어|프랑스어|독일어|베트남어|toeic|토익|opic|오픽|toefl|ielts|jlpt|hsk).*|korean|english|japanese|chinese"
    r"|mandarin|spanish|french|german|vietnamese|커뮤니케이션|의사소통|소통|협업|리더십|팀워크|문제(?:해결|정의).*"
    r"|발표|기획|문서화|멘토링|스토리텔링|일정관리|communication|collaboration|leadership|teamwork|problem(?:solving"
    r"|framing|definition)|presentation|mentoring|storytelling|documentation|(?:stakeholder|project)management"
)
_HONEST = re.compile(  # a group that does not claim more; Machine Learning and 사용자 경험 are none
    r"사용\s?경험|경험\s?있|써\s?본|해\s?본|(?:학습|공부|배우는|익히는)\s?중|입문|기초(?:\s?수준)?\s*$|관심|친숙"
    r"|also used|have used|(?:currently|now|still) learning|^learning\b|studying|familiar|exposure|exploring|coursework"
    r"|\bbasics?(?: knowledge)?\s*$",
    re.IGNORECASE,
)
_LONGEST_NAME = 30
_OPEN = re.compile(r"[()\[\]:]")
_APART = re.compile(r"[,;|、\n](?![^(]*\))")


def _check(whole: Whole, _context: Context) -> Iterator[Finding]:
    proof = _proof(whole.resume)
    if not proof:
        return
    for entry in whole.resume.sections.get("skills", ()):
        if not any(_HONEST.search(text) for field in ("name", "level") for text in _versions(entry, field)):
            missing = _unproven(entry, proof)
            if missing:
                yield _finding(entry, missing)


def _proof(resume: Resume) -> list[str]:
    """Return all that is written of what was done."""
    silent = {item.id for section in _SILENT for entry in resume.sections.get(section, ()) for item in entry.items()}
    return [one.text for one in written(resume) if one.item and one.item not in silent]


def _versions(entry: Entry, field: str) -> tuple[str, ...]:
    return entry.texts[field].versions if field in entry.texts else ()


def _unproven(entry: Entry, proof: list[str]) -> list[str]:
    """Return the skills of an entry that nothing carries, as they are written."""
    skills = _skills(entry)
    forms = {skill: _forms(versions) for skill, versions in skills.items()}
    listed = {key(text) for text in proof if len(text) < _LONGEST_NAME}  # most stand in somebody's keywords as they are
    shown = {form for ways in forms.values() for form in ways if key(form) in listed}
    sought = [form for ways in forms.values() if not shown.intersection(ways) for form in ways]
    shown.update(carried(sought, proof))
    return [skill for skill, ways in forms.items() if not shown.intersection(ways) and not _is_everyday(ways)]


def _skills(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return each skill with its wordings; an entry without keywords is one itself, if it is called like a tool."""
    keywords = entry.lists.get("keywords", ())
    found = {text.to("ko"): text.versions for text in keywords if len(_APART.split(text.to("ko"))) == 1}
    lists = [text.to("ko") for text in keywords if text.to("ko") not in found]
    lists += [] if keywords else [title(entry, "ko")]
    parts = [part.strip() for text in lists for part in _APART.split(text) if part.strip()]
    found |= {part: (part,) for part in parts if keywords or _is_tool(part)}
    return {skill: versions for skill, versions in found.items() if key(skill)}


def _forms(versions: tuple[str, ...]) -> tuple[str, ...]:
    """Return what may prove a skill: for `AWS(S3, EC2)` the whole, the word before the bracket, each one in it."""
    parts = [part.strip() for text in versions for piece in _OPEN.split(text) for part in _APART.split(piece)]
    return tuple(dict.fromkeys((*versions, *(part for part in parts if part))))


def _is_tool(name: str) -> bool:
    return len(shipped().forms(name)) > 1 or re.search("[A-Za-z]", name) is not None


def _is_everyday(forms: tuple[str, ...]) -> bool:
    return any(_EVERYDAY.fullmatch(key(form)) for form in forms)


def _finding(entry: Entry, missing: list[str]) -> Finding:
    named = ", ".join(f"'{skill}'" for skill in missing)
    return Finding(
        Message(
            f"기술에만 있고 한 일에는 나오지 않음: {named}",
            f"in the skills, but in nothing that was done: {named}",
        ),
        entry.place,
        Message(
            f"'{missing[0]}': 쓴 일을 경력·프로젝트의 한 줄이나 keywords에 적거나, 거의 안 썼다면 목록에서 빼기",
            f"'{missing[0]}': write what you did with it into a line or the keywords of a job or project, or drop it",
        ),
        entry.id,
    )


RULE = Rule(
    name="unproven-skill",
    group=Group.SKILLS,
    scope=Scope.RESUME,
    severity=Severity.INFO,
    summary=Message("어디에 썼는지 보이지 않는 기술", "a skill that nothing on the resume was done with"),
    why=Message(
        "면접관은 기술 목록을 보고 '이건 어디에 쓰셨나요'라고 묻는다. 경력에도 프로젝트에도 나오지 않는 도구는 "
        "이름만 아는 것으로 읽히고, 답이 짧으면 목록 전체가 의심받는다.",
        "An interviewer points at the list and asks where you used it. A tool that no job and no project mentions "
        "reads as one you only heard of, and a short answer puts the whole list in doubt.",
    ),
    good=(
        """
        work:
          - {name: 물결페이, highlights: [파이썬으로 정산 대사를 자동화해 마감 3일→1일]}
        skills:
          - {name: 분석, keywords: [Python]}
        """,
        """
        projects:
          - {name: Parcel ETA, keywords: [PostgreSQL, LightGBM], highlights: [Cut late parcels from 9% to 6%]}
        skills:
          - {name: Modeling, keywords: [LightGBM, Postgres, Excel, Jira]}
        """,
        """
        education:
          - {institution: 새벽대학교, courses: [{ko: 베이즈 통계, en: Bayesian Statistics}]}
        skills:
          - {name: 통계, keywords: [베이지안, 커뮤니케이션, 영어]}
        """,
        """
        work:
          - {name: Tallow Bank, highlights: [Moved nightly scoring to S3 and Lambda]}
        skills:
          - {name: Cloud, keywords: ["AWS (S3, Lambda)"]}
          - {name: Also used, keywords: [Scala, Elasticsearch]}
        """,
        """
        activities:
          - {name: 인과추론 독서 모임, summary: 논문 34편을 회사 사례와 비교}
        skills:
          - {name: 실험, keywords: [인과 추론]}
          - {name: 학습 중, keywords: [Rust]}
        """,
        """
        skills:
          - {name: 분석, keywords: [SQL, R]}
        """,
        """
        certificates:
          - {name: SQLD, issuer: 한국데이터산업진흥원}
        work:
          - {name: 온마루, highlights: [{text: 주문 퍼널 재설계, facts: [SQL 쿼리 40개를 뷰 6개로 정리]}]}
        skills:
          - {name: 데이터베이스, keywords: [SQL]}
        """,
    ),
    bad=(
        """
        work:
          - {name: 물결페이, highlights: [파이썬으로 정산 대사를 자동화해 마감 3일→1일]}
        skills:
          - {name: 분석, keywords: [Python, Spark, Kafka]}
        """,
        """
        projects:
          - {name: Parcel ETA, keywords: [LightGBM]}
        skills:
          - {name: Serving, keywords: [Kubernetes, Triton]}
        """,
        """
        work:
          - {name: 나들이랩, highlights: [JavaScript로 예약 화면의 로그를 심어 이탈 지점 파악]}
        skills:
          - {name: 언어, keywords: [Java]}
        """,
        """
        work:
          - {name: Tallow Bank, summary: Weekly risk reports in Excel}
        skills: [Tableau]
        """,
        """
        basics: {name: 서이안, summary: SQL과 인과추론에 강한 분석가}
        activities:
          - {name: 독서 모임 운영}
        skills:
          - {name: 방법, keywords: [{ko: 인과추론, en: Causal inference}]}
        """,
        """
        work:
          - {name: Northgrove, highlights: [Rebuilt the demand forecast in R]}
        skills:
          - {name: Languages, keywords: ["R, Scala, Go"]}
        """,
    ),
    check=_check,
)
