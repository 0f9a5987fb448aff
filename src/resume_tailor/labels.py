"""The words that the tool itself puts on a page, in each language."""

from collections.abc import Mapping
from types import MappingProxyType

SECTION_TITLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ko": {
            "summary": "소개",
            "work": "경력",
            "projects": "프로젝트",
            "skills": "기술",
            "education": "학력",
            "activities": "활동",
            "awards": "수상",
            "certificates": "자격증",
            "publications": "출판 · 논문",
            "languages": "외국어",
            "volunteer": "봉사",
            "military": "병역",
            "interests": "관심사",
            "references": "추천",
        },
        "en": {
            "summary": "Summary",
            "work": "Experience",
            "projects": "Projects",
            "skills": "Skills",
            "education": "Education",
            "activities": "Talks & Activities",
            "awards": "Awards",
            "certificates": "Certificates",
            "publications": "Publications",
            "languages": "Languages",
            "volunteer": "Volunteering",
            "military": "Military Service",
            "interests": "Interests",
            "references": "References",
        },
    }
)

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ko": {
            "why": "왜",
            "problem": "문제",
            "role": "역할",
            "outcome": "성과",
            "score": "학점",
            "courses": "주요 과목",
            "type": "유형",
            "birth": "생년월일",
            "email": "이메일",
            "phone": "전화",
            "url": "웹사이트",
            "location": "지역",
            "resume": "이력서",
            "career": "총 경력",
        },
        "en": {
            "why": "Why",
            "problem": "Problem",
            "role": "Role",
            "outcome": "Outcome",
            "score": "Grade",
            "courses": "Courses",
            "type": "Type",
            "birth": "Born",
            "email": "Email",
            "phone": "Phone",
            "url": "Website",
            "location": "Location",
            "resume": "Resume",
            "career": "Total",
        },
    }
)
