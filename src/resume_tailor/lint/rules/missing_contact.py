"""`missing-contact`: a resume that nobody can answer."""

import re
from collections.abc import Iterator

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Place, Severity

_EMAIL = re.compile(r"[^@\s]@[^@\s]+\.[^@\s.]")
_DIGITS = 7  # that a phone number has at least


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    basics, hidden = sent.resume.basics, sent.profile.hidden
    email = _EMAIL.search(basics.email) is not None
    phone = sum(char.isdigit() for char in basics.phone) >= _DIGITS
    if email and "email" not in hidden:
        return
    place = sent.profile.company.place if email else basics.place
    if phone and "phone" not in hidden:
        yield _finding(
            Message("이메일 주소가 없음", "there is no email address"), place, Severity.WARNING, hidden=email
        )
    else:
        message = Message("이메일도 전화번호도 없음", "there is neither an email address nor a phone number")
        yield _finding(message, place, None, hidden=email)


def _finding(message: Message, place: Place, severity: Severity | None, *, hidden: bool) -> Finding:
    show = Message("프로필에서 보이게 하기: privacy: {email: show}", "let the profile show it: privacy: {email: show}")
    write = Message("basics에 email: 이름@example.com처럼 적기", "write email: name@example.com under basics")
    return Finding(message, place, show if hidden else write, severity=severity)


RULE = Rule(
    name="missing-contact",
    group=Group.OUTPUT,
    scope=Scope.SENT,
    severity=Severity.ERROR,
    summary=Message("연락할 길이 없는 이력서", "a resume that nobody can answer"),
    why=Message(
        "면접을 잡으려고 이력서를 다시 열었을 때 이메일이 없으면 지원서를 뒤져야 하고, 추천으로 건네진 이력서라면 "
        "거기서 끝난다.",
        "Whoever wants to invite you opens the resume for your address. Without it they must dig through the "
        "application, and for a resume passed on by a friend it ends there.",
    ),
    good=(
        """
        base: {basics: {name: 서이안, email: ian@example.com, phone: 010-0000-1234}}
        profile: {company: {name: 물결페이}}
        """,
        """
        base: {basics: {name: Alex Moran, email: alex@example.com}}
        profile: {company: {name: Northgrove}}
        """,
        """
        base: {basics: {name: 서이안, email: ian@example.com, phone: 010-0000-1234}}
        profile: {company: {name: 물결페이}, privacy: {phone: hide}}
        """,
        """
        base: {basics: {name: Alex Moran, email: a.moran+jobs@mail.example.co.uk}}
        profile: {company: {name: Northgrove}, privacy: {email: show, photo: hide}}
        """,
        """
        base: {basics: {name: 서이안, email: "서이안 <ian@example.com>"}}
        profile: {company: {name: 나들이랩}}
        """,
        """
        base: {basics: {name: Alex Moran, email: alex@example.com, location: {city: Leeds}}}
        profile: {company: {name: Tallow Bank}, privacy: {location: hide, address: hide}}
        """,
    ),
    bad=(
        """
        base: {basics: {name: 서이안, label: 데이터 분석가}}
        profile: {company: {name: 물결페이}}
        """,
        """
        base: {basics: {name: Alex Moran, email: alex@example.com, phone: "+44 20 0000 0000"}}
        profile: {company: {name: Northgrove}, privacy: {email: hide, phone: hide}}
        """,
        """
        base: {basics: {name: 서이안, phone: 010-0000-1234}}
        profile: {company: {name: 물결페이}}
        """,
        """
        base: {basics: {name: Alex Moran, email: TBD, phone: TBD}}
        profile: {company: {name: Northgrove}}
        """,
        """
        base: {basics: {name: 서이안, email: ian@example.com, phone: 010-0000-1234}}
        profile: {company: {name: 나들이랩}, privacy: {email: hide}}
        """,
        """
        base: {work: [{name: Tallow Bank}]}
        profile: {company: {name: Northgrove}}
        """,
    ),
    check=_check,
)
