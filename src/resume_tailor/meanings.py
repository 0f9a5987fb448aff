"""What each key of a base means, in Korean and English: for editors, and for docs/reference/base.md."""

from collections.abc import Mapping
from types import MappingProxyType

# A key that means something else in one section has that section before it.
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        # entries of every section
        "id": "이 항목의 이름표. 프로필이 이것으로 가리킨다 · the id that profiles refer to",
        "tags": "주제 꼬리표 · what it is about; a profile's focus and exclude work on these",
        "priority": "1이 가장 중요 · 1 is the most important",
        "lint": "검사 · what `resume lint` lets pass",
        "allow": "규칙 이름: 어겨도 되는 까닭 · rule: why it may be broken here",
        "highlights": "성과·한 일, 한 줄씩 · one line each",
        "name": "이름 · its name",
        "url": "웹 주소 · where it is on the web",
        "summary": "한두 문장 소개 · what it is about, in a sentence or two",
        "description": "무엇을 하는 곳인지, 무엇을 만든 것인지 · what kind of thing it is",
        "location": "있는 곳 · where it is",
        "keywords": "기술·방법 이름 · names of tools and methods",
        "startDate": "시작한 때 · when it began",
        "endDate": "끝난 때. 없으면 지금까지 · when it ended; without it, it goes on",
        "date": "그때 · when it was",
        # one section
        "work.name": "회사 이름 · the employer",
        "work.position": "직함 · your title",
        "projects.name": "프로젝트 이름 · the project's name",
        "why": "왜 시작했나 · why you started it",
        "problem": "현상과 가설 · what was seen and what you supposed",
        "role": "내 역할과 기여도 · your part in it",
        "outcome": "무엇이 달라졌나 · what came of it",
        "entity": "함께한 조직 · the organization behind it",
        "type": "종류: 개인, 팀, 오픈소스 … · its kind: personal, team, open source …",
        "projects.roles": "맡은 역할들 · roles you had in it",
        "institution": "학교 이름 · the school",
        "area": "전공 · what you studied",
        "studyType": "학위 · the degree",
        "score": "학점 · the grade, with its scale",
        "courses": "들은 과목 · courses worth naming",
        "skills.name": "묶음 이름 · the group's name",
        "level": "수준. 스스로 매긴 점수보다 한 일이 낫다 · the level; what you did with it says more",
        "awards.title": "상 이름 · the award",
        "awarder": "준 곳 · who gave it",
        "certificates.name": "자격 이름 · the certificate",
        "issuer": "발급한 곳 · who issued it",
        "publications.name": "논문·글 제목 · its title",
        "publisher": "실린 곳 · where it appeared",
        "releaseDate": "나온 때 · when it appeared",
        "language": "언어 · the language",
        "fluency": "얼마나 하나 · how well you speak it",
        "organization": "단체·주최 · the organization behind it",
        "position": "맡은 일 · what you were there",
        "interests.name": "관심사 · the interest",
        "references.name": "추천인 · who speaks for you",
        "reference": "추천의 말 · what they say",
        "activities.role": "맡은 일: 발표자, 운영자 … · speaker, organizer …",
        "branch": "군별 · the branch of the forces",
        "rank": "계급 · the rank",
        "status": "복무 상태: 만기전역, 면제 … · served, exempt …",
        # a bullet
        "text": "한 줄 · the line itself",
        "alt": "다른 표현들 · other wordings, by name",
        "facts": "고쳐 쓸 때 쓸 수 있는 사실 · true things a rewording may draw on",
        # who you are
        "basics": "나 · who you are and how to reach you",
        "basics.name": "이름 · your name",
        "basics.label": "한 줄 직함 · what you are, in a line",
        "basics.image": "사진 파일 · a picture in the workspace",
        "basics.email": "메일 주소 · your mail address",
        "basics.phone": "전화번호 · your telephone number",
        "basics.url": "내 웹사이트 · your own site",
        "basics.birth": "생년월일, 기본으로 숨김 · hidden unless a profile shows it",
        "basics.summary": "소개 · summary",
        "basics.location": "사는 곳 · where you live",
        "basics.profiles": "GitHub, LinkedIn … · accounts elsewhere",
        "location.address": "자세한 주소, 기본으로 숨김 · the street, hidden unless a profile shows it",
        "location.postalCode": "우편번호 · the postal code",
        "location.city": "시·구 · the city",
        "location.countryCode": "나라 부호 · the country's two letters",
        "location.region": "도·광역시 · the region",
        "location.country": "나라 · the country",
        "profiles.network": "서비스 이름 · the service",
        "profiles.username": "계정 이름 · your name there",
        "profiles.url": "계정 주소 · your page there",
        "summary.text": "기본 소개 · the summary that shows unless a profile picks another",
        "summary.alt": "다른 소개 · other summaries, by name",
        # sections
        "work": "경력, 최신순 · jobs, newest first",
        "projects": "프로젝트 · projects",
        "education": "학력, 최신순 · schools, newest first",
        "skills": "기술, 묶음으로 · skills, in groups",
        "awards": "수상 · awards",
        "certificates": "자격 · certificates",
        "publications": "논문·글 · papers and articles",
        "languages": "언어 · languages",
        "volunteer": "봉사 · volunteer work",
        "interests": "관심사 · interests",
        "references": "추천 · references",
        "activities": "대외활동·교육·발표 · talks, courses, communities",
        "military": "병역, 프로필이 sections에 적어야 보인다 · shown only when a profile lists it",
    }
)


def meaning(key: str, owner: str = "") -> str:
    """Return what a key means in a section or another owner; `KeyError` where nobody has said it."""
    special = f"{owner}.{key}"
    return MEANINGS[special] if special in MEANINGS else MEANINGS[key]
