"""A selection to a document: every section's part of the template contract, in both languages."""

import datetime as dt
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import EVERY_SECTION, TODAY, draw, source, told

from resume_tailor.document import Bullet, Contact, Dates, Detail, Document, Entry, Person, Section, StoryPart
from resume_tailor.richtext import RichText, Run

MOST = source("most")


def rich(*runs: str | Run) -> RichText:
    return RichText(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def document(yaml, wishes="", lang="ko", **more) -> Document:
    return draw(yaml, wishes=wishes, lang=lang, **more).document


def section(yaml, kind, lang="ko", today=TODAY) -> Section:
    (found,) = (part for part in document(yaml, EVERY_SECTION, lang, today=today).sections if part.kind == kind)
    return found


def strings(value):
    """Every text anywhere in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from strings(getattr(value, part.name))


# --- The whole contract ---

KOREAN = Document(
    lang="ko",
    title="한지원 · 이력서 · 쏘카",
    person=Person(
        name="한지원",
        label=rich("데이터 분석가"),
        contacts=(
            Contact("email", "이메일", "jiwon@example.com", "mailto:jiwon@example.com"),
            Contact("phone", "전화", "010-1234-5678", "tel:01012345678"),
            Contact("location", "지역", "서울 성동구 나루길 12", ""),
            Contact("birth", "생년월일", "1993-04-05", ""),
            Contact("url", "웹사이트", "jiwon.example.com", "https://www.jiwon.example.com/"),
            Contact("profile", "GitHub", "github.com/jiwon", "https://github.com/jiwon"),
            Contact("profile", "Kaggle", "jiwon-han", ""),
        ),
        photo="data:image/png;base64,AA==",
    ),
    sections=(
        Section(
            "summary",
            "소개",
            (
                Entry(
                    "summary",
                    rich(),
                    summary=rich("숫자가 ", Run("어떤 결정", strong=True), "을 바꾸는지 묻는 분석가."),
                ),
            ),
        ),
        Section(
            "work",
            "경력",
            (
                Entry(
                    "moa",
                    rich("모아드라이브"),
                    url="https://moadrive.example.com",
                    role=rich("데이터 분석가"),
                    location="서울",
                    dates=Dates("2022.03 – 현재", "4년 9개월", "2022-03", "", current=True),
                    summary=rich("차량 대여 서비스 · 가격과 수요를 맡음"),
                    bullets=(
                        Bullet(
                            "moa.surge",
                            rich(Run("배율", code=True), "을 도입해 매출 ", Run("6.8%", strong=True), " 증가"),
                        ),
                        Bullet(
                            "moa.post",
                            rich(Run("글", href="https://blog.example.com/a?b=1&c=2"), "로 정리"),
                        ),
                    ),
                    keywords=(rich("SQL"), rich("요금")),
                ),
                Entry(
                    "side",
                    rich("옆가게"),
                    role=rich("자문"),
                    dates=Dates("2022.01 – 2022.06", "6개월", "2022-01", "2022-06"),
                ),
                Entry(
                    "yeoul",
                    rich("여울로지스"),
                    role=rich("BI 분석가"),
                    dates=Dates("2020 – 2021", "", "2020", "2021"),
                ),
            ),
        ),
        Section(
            "projects",
            "프로젝트",
            (
                Entry(
                    "demand",
                    rich("수요 예측"),
                    url="https://demand.example.com",
                    role=rich("분석가, 개발자"),
                    organization=rich("모아드라이브"),
                    location="서울",
                    dates=Dates("2022.05 – 2022.12", "", "2022-05", "2022-12"),
                    summary=rich("생활권별 예측 · 매일 쓰인다"),
                    story=(
                        StoryPart("why", "왜", rich("비 오는 날마다 빗나가서")),
                        StoryPart("problem", "문제", rich("지난주 평균은 비를 모른다")),
                        StoryPart("role", "역할", rich("문제 정의부터 배포까지")),
                        StoryPart("outcome", "성과", rich("WAPE 31%→22%")),
                    ),
                    bullets=(
                        Bullet("demand.split", rich("비와 연휴를 나눔")),
                        Bullet("demand.worst", rich("최악의 날로 고름")),
                    ),
                    keywords=(rich("Python"), rich("수요 예측")),
                    details=(Detail("유형", rich("사내 과제")),),
                ),
            ),
        ),
        Section(
            "skills",
            "기술",
            (Entry("analysis", rich("분석"), role=rich("능숙"), keywords=(rich("SQL"), rich("A/B 테스트"))),),
        ),
        Section(
            "education",
            "학력",
            (
                Entry(
                    "seorim",
                    rich("서림대학교"),
                    url="https://seorim.example.com",
                    role=rich("산업공학 학사"),
                    location="서울",
                    dates=Dates("2014.03 – 2018.02", "", "2014-03", "2018-02-20"),
                    summary=rich("조기 졸업"),
                    details=(Detail("학점", rich("3.82 / 4.5")), Detail("주요 과목", rich("확률모형, 최적화"))),
                ),
            ),
        ),
        Section(
            "activities",
            "활동",
            (
                Entry(
                    "talk",
                    rich("발표 '스위치백'"),
                    url="https://talk.example.com",
                    role=rich("발표자"),
                    organization=rich("데이터그라운드"),
                    location="부산",
                    dates=Dates("2024.09", "", "2024-09", "2024-09"),
                    summary=rich("참석 310명"),
                    keywords=(rich("실험"),),
                ),
            ),
        ),
        Section(
            "awards",
            "수상",
            (
                Entry(
                    "prize",
                    rich("문제 해결상"),
                    url="https://prize.example.com",
                    organization=rich("모아드라이브"),
                    dates=Dates("2023.12", "", "2023-12", "2023-12"),
                    summary=rich("전사 1팀"),
                ),
            ),
        ),
        Section(
            "certificates",
            "자격증",
            (
                Entry(
                    "sqld",
                    rich("SQLD"),
                    url="https://sqld.example.com",
                    organization=rich("데이터산업진흥원"),
                    dates=Dates("2018.12", "", "2018-12-01", "2018-12-01"),
                    summary=rich("한 번에"),
                ),
            ),
        ),
        Section(
            "publications",
            "출판 · 논문",
            (
                Entry(
                    "paper",
                    rich("실험의 길이"),
                    url="https://paper.example.com",
                    organization=rich("현장학회"),
                    dates=Dates("2024.11", "", "2024-11", "2024-11"),
                    summary=rich("제1저자"),
                ),
            ),
        ),
        Section("languages", "외국어", (Entry("english", rich("영어"), role=rich("업무")),)),
        Section(
            "volunteer",
            "봉사",
            (
                Entry(
                    "fridge",
                    rich("나눔냉장고"),
                    url="https://fridge.example.com",
                    role=rich("재고 담당"),
                    location="서울",
                    dates=Dates("2022.06 – 2025.12", "", "2022-06", "2025-12"),
                    summary=rich("유통 기한 기록"),
                ),
            ),
        ),
        Section(
            "military",
            "병역",
            (
                Entry(
                    "army",
                    rich("육군"),
                    role=rich("병장 만기 전역"),
                    dates=Dates("2015.01 – 2016.10", "", "2015-01", "2016-10"),
                    summary=rich("통신병"),
                ),
            ),
        ),
        Section("interests", "관심사", (Entry("maps", rich("옛 지도"), keywords=(rich("노선도"),)),)),
        Section("references", "추천", (Entry("yoon", rich("윤서현"), summary=rich("늘 먼저 묻는다")),)),
    ),
    company="쏘카",
    position="데이터 분석가",
)

ENGLISH = Document(
    lang="en",
    title="Jiwon Han · Resume · SOCAR",
    person=Person(
        name="Jiwon Han",
        label=rich("Data Analyst"),
        contacts=(
            Contact("email", "Email", "jiwon@example.com", "mailto:jiwon@example.com"),
            Contact("phone", "Phone", "010-1234-5678", "tel:01012345678"),
            Contact("location", "Location", "12 Naru-gil, Seongdong-gu, Seoul", ""),
            Contact("birth", "Born", "1993-04-05", ""),
            Contact("url", "Website", "jiwon.example.com", "https://www.jiwon.example.com/"),
            Contact("profile", "GitHub", "github.com/jiwon", "https://github.com/jiwon"),
            Contact("profile", "Kaggle", "jiwon-han", ""),
        ),
        photo="data:image/png;base64,AA==",
    ),
    sections=(
        Section(
            "summary",
            "Summary",
            (
                Entry(
                    "summary",
                    rich(),
                    summary=rich("An analyst who asks ", Run("which decision", strong=True), " a number changes."),
                ),
            ),
        ),
        Section(
            "work",
            "Experience",
            (
                Entry(
                    "moa",
                    rich("Moadrive"),
                    url="https://moadrive.example.com",
                    role=rich("Data Analyst"),
                    location="Seoul",
                    dates=Dates("Mar 2022 – Present", "4 yrs 9 mos", "2022-03", "", current=True),
                    summary=rich("Car rental · Owned pricing and demand"),
                    bullets=(
                        Bullet(
                            "moa.surge",
                            rich(
                                "Introduced ", Run("multipliers", code=True), ", revenue up ", Run("6.8%", strong=True)
                            ),
                        ),
                        Bullet("moa.post", rich("Wrote ", Run("a post", href="https://blog.example.com/a?b=1&c=2"))),
                    ),
                    keywords=(rich("SQL"), rich("pricing")),
                ),
                Entry(
                    "side",
                    rich("Sideshop"),
                    role=rich("Advisor"),
                    dates=Dates("Jan 2022 – Jun 2022", "6 mos", "2022-01", "2022-06"),
                ),
                Entry(
                    "yeoul",
                    rich("Yeoul Logis"),
                    role=rich("BI Analyst"),
                    dates=Dates("2020 – 2021", "", "2020", "2021"),
                ),
            ),
        ),
        Section(
            "projects",
            "Projects",
            (
                Entry(
                    "demand",
                    rich("Demand forecasting"),
                    url="https://demand.example.com",
                    role=rich("Analyst, Developer"),
                    organization=rich("Moadrive"),
                    location="Seoul",
                    dates=Dates("May 2022 – Dec 2022", "", "2022-05", "2022-12"),
                    summary=rich("A forecast per area · Used every day"),
                    story=(
                        StoryPart("why", "Why", rich("It failed on every rainy day")),
                        StoryPart("problem", "Problem", rich("A weekly mean knows no rain")),
                        StoryPart("role", "Role", rich("From definition to deployment")),
                        StoryPart("outcome", "Outcome", rich("WAPE 31%→22%")),
                    ),
                    bullets=(
                        Bullet("demand.split", rich("Split rain and holidays")),
                        Bullet("demand.worst", rich("Chose by the worst day")),
                    ),
                    keywords=(rich("Python"), rich("Forecasting")),
                    details=(Detail("Type", rich("in-house")),),
                ),
            ),
        ),
        Section(
            "skills",
            "Skills",
            (Entry("analysis", rich("Analysis"), role=rich("Advanced"), keywords=(rich("SQL"), rich("A/B testing"))),),
        ),
        Section(
            "education",
            "Education",
            (
                Entry(
                    "seorim",
                    rich("Seorim University"),
                    url="https://seorim.example.com",
                    role=rich("BSc, Industrial Engineering"),
                    location="Seoul",
                    dates=Dates("Mar 2014 – Feb 2018", "", "2014-03", "2018-02-20"),
                    summary=rich("Graduated early"),
                    details=(
                        Detail("Grade", rich("3.82 / 4.5")),
                        Detail("Courses", rich("Stochastic models, Optimization")),
                    ),
                ),
            ),
        ),
        Section(
            "activities",
            "Talks & Activities",
            (
                Entry(
                    "talk",
                    rich("Talk on switchbacks"),
                    url="https://talk.example.com",
                    role=rich("Speaker"),
                    organization=rich("Data Ground"),
                    location="Busan",
                    dates=Dates("Sep 2024", "", "2024-09", "2024-09"),
                    summary=rich("310 attendees"),
                    keywords=(rich("experiments"),),
                ),
            ),
        ),
        Section(
            "awards",
            "Awards",
            (
                Entry(
                    "prize",
                    rich("Problem Solver"),
                    url="https://prize.example.com",
                    organization=rich("Moadrive"),
                    dates=Dates("Dec 2023", "", "2023-12", "2023-12"),
                    summary=rich("One team of all"),
                ),
            ),
        ),
        Section(
            "certificates",
            "Certificates",
            (
                Entry(
                    "sqld",
                    rich("SQLD"),
                    url="https://sqld.example.com",
                    organization=rich("Korea Data Agency"),
                    dates=Dates("Dec 2018", "", "2018-12-01", "2018-12-01"),
                    summary=rich("At once"),
                ),
            ),
        ),
        Section(
            "publications",
            "Publications",
            (
                Entry(
                    "paper",
                    rich("How long to test"),
                    url="https://paper.example.com",
                    organization=rich("Field Conference"),
                    dates=Dates("Nov 2024", "", "2024-11", "2024-11"),
                    summary=rich("First author"),
                ),
            ),
        ),
        Section("languages", "Languages", (Entry("english", rich("English"), role=rich("Working")),)),
        Section(
            "volunteer",
            "Volunteering",
            (
                Entry(
                    "fridge",
                    rich("Community Fridge"),
                    url="https://fridge.example.com",
                    role=rich("Stock keeper"),
                    location="Seoul",
                    dates=Dates("Jun 2022 – Dec 2025", "", "2022-06", "2025-12"),
                    summary=rich("Kept the dates"),
                ),
            ),
        ),
        Section(
            "military",
            "Military Service",
            (
                Entry(
                    "army",
                    rich("Army"),
                    role=rich("Sergeant, discharged"),
                    dates=Dates("Jan 2015 – Oct 2016", "", "2015-01", "2016-10"),
                    summary=rich("Signals"),
                ),
            ),
        ),
        Section("interests", "Interests", (Entry("maps", rich("Old maps"), keywords=(rich("route maps"),)),)),
        Section("references", "References", (Entry("yoon", rich("Seohyun Yoon"), summary=rich("Always asks first")),)),
    ),
    company="SOCAR",
    position="Data Analyst",
)

EVERYTHING = f"""
company: {{name: {{ko: 쏘카, en: SOCAR}}}}
position: {{title: {{ko: 데이터 분석가, en: Data Analyst}}}}
privacy: {{address: show, birth: show, photo: show}}
{EVERY_SECTION}
"""


@pytest.mark.parametrize("expected", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_every_section_has_its_place_in_the_contract(expected):
    found = document(MOST, EVERYTHING, expected.lang, photo="data:image/png;base64,AA==")
    for mine, wanted in zip(found.sections, expected.sections, strict=True):
        assert mine == wanted
    assert found == expected


def test_the_base_itself_has_no_company_in_its_title():
    found = document(MOST)
    assert (found.title, found.company, found.position) == ("한지원 · 이력서", "", "")


def test_military_service_is_shown_only_when_it_is_listed():
    assert "military" not in [part.kind for part in document(MOST).sections]


def test_a_base_without_a_name_still_makes_a_document():
    found = document("work: [{id: a, name: 회사}]")
    assert (found.title, found.person) == ("이력서", Person("", RichText(), ()))


def test_a_description_that_is_a_sentence_needs_no_dot_before_the_summary():
    yaml = "work: [{id: a, name: 회사, description: 차를 빌려준다., summary: 가격을 맡음}]"
    assert section(yaml, "work").entries[0].summary == rich("차를 빌려준다. 가격을 맡음")


def test_an_unknown_key_is_shown_as_written():
    yaml = "work: [{id: a, name: 회사, 팀: 요금 **셀**, stack: [SQL, Python]}]"
    assert section(yaml, "work").entries[0].details == (
        Detail("팀", rich("요금 ", Run("셀", strong=True))),
        Detail("stack", rich("SQL, Python")),
    )


def test_the_wording_that_a_profile_uses_is_the_one_on_the_page():
    found = document(MOST, "use: {summary: short, moa.surge: careful}")
    assert found.sections[0].entries[0].summary == rich("묻는 분석가.")
    assert [bullet.text.plain for bullet in found.sections[1].entries[0].bullets] == [
        "요금을 나눠 매출 증가",
        "글로 정리",
    ]


# --- Dates ---


@pytest.mark.parametrize(
    ("dates", "korean", "english"),
    [
        ("startDate: 2022-03", "2022.03 – 현재 · 4년 9개월", "Mar 2022 – Present · 4 yrs 9 mos"),
        ("startDate: 2022-03, endDate: 현재", "2022.03 – 현재 · 4년 9개월", "Mar 2022 – Present · 4 yrs 9 mos"),
        ("startDate: 2021-06, endDate: 2024-07", "2021.06 – 2024.07 · 3년 2개월", "Jun 2021 – Jul 2024 · 3 yrs 2 mos"),
        ("startDate: 2026-11", "2026.11 – 현재 · 1개월", "Nov 2026 – Present · 1 mo"),
        ("startDate: 2022-03-15, endDate: 2022-03-20", "2022.03 · 1개월", "Mar 2022 · 1 mo"),
        ("startDate: 2022", "2022 – 현재 · ", "2022 – Present · "),
        ("startDate: 2027-01", "2027.01 – 현재 · ", "Jan 2027 – Present · "),
        ("endDate: 2022-03", "2022.03 · ", "Mar 2022 · "),
        ("startDate: 언젠가, endDate: 2022-03", "언젠가 – 2022.03 · ", "언젠가 – Mar 2022 · "),
        ("endDate: 현재", " · ", " · "),
        ("position: 없음", " · ", " · "),
    ],
)
def test_when_a_job_was_and_how_long(dates, korean, english):
    yaml = f"work: [{{id: a, name: 회사, {dates}}}]"
    for lang, expected in [("ko", korean), ("en", english)]:
        found = section(yaml, "work", lang).entries[0].dates
        assert f"{found.text} · {found.duration}" == expected
        assert bool(found) == bool(found.text)


def test_only_jobs_say_how_long_they_lasted():
    yaml = "education: [{id: a, institution: 대학교, startDate: 2012-03, endDate: 2018-02}]"
    assert section(yaml, "education").entries[0].dates == Dates("2012.03 – 2018.02", "", "2012-03", "2018-02")


def test_months_that_two_jobs_share_count_once():
    yaml = """work:
      - {id: a, name: 가, startDate: 2022-01, endDate: 2022-12}
      - {id: b, name: 나, startDate: 2022-07, endDate: 2023-06}
      - {id: c, name: 다, startDate: 2022-03, endDate: 2022-05}
      - {id: d, name: 라, startDate: 2024-01, endDate: 2024-01}
    """
    assert section(yaml, "work").note == "총 경력 1년 7개월"
    assert section(yaml, "work", "en").note == "Total 1 yr 7 mos"


def test_a_career_of_unknown_months_is_not_summed_up():
    assert section("work: [{id: a, name: 가, startDate: 2020, endDate: 2021}]", "work").note == ""


def test_only_the_jobs_that_are_shown_count():
    yaml = """work:
      - {id: a, name: 가, startDate: 2022-01, endDate: 2022-12}
      - {id: b, name: 나, startDate: 2020-01, endDate: 2020-12}
    """
    assert document(yaml, "drop: [b]").sections[0].note == "총 경력 1년"


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), min_size=1, max_size=5))
def test_a_career_is_as_long_as_the_months_it_touches(jobs):
    def month(number):
        return f"{2018 + number // 12}-{number % 12 + 1:02}"

    yaml = "work:\n" + "".join(
        f"- {{id: j{i}, name: 가, startDate: {month(start)}, endDate: {month(start + length)}}}\n"
        for i, (start, length) in enumerate(jobs)
    )
    months = len({month for start, length in jobs for month in range(start, start + length + 1)})
    years, rest = divmod(months, 12)
    expected = " ".join(part for part in (f"{years}년" * bool(years), f"{rest}개월" * bool(rest)) if part)
    assert section(yaml, "work").note == f"총 경력 {expected}"


def test_a_document_depends_on_the_day_it_is_given_and_on_no_other():
    yaml = "work: [{id: a, name: 가, startDate: 2022-03}]"
    assert section(yaml, "work", today=dt.date(2022, 3, 1)).note == "총 경력 1개월"
    assert section(yaml, "work", today=dt.date(2032, 2, 29)).note == "총 경력 10년"


# --- Privacy ---

PRIVATE = {
    "phone": "010-1234-5678",
    "email": "jiwon@example.com",
    "photo": "data:image/png;base64,AA==",
    "address": "나루길 12",
    "birth": "1993-04-05",
    "location": "성동구",
}


@pytest.mark.parametrize("part", PRIVATE)
def test_what_is_hidden_is_nowhere_in_the_document(part):
    shown = dict.fromkeys(PRIVATE, "show")
    for wish, there in [("show", True), ("hide", False)]:
        wishes = "".join(f"{key}: {value}, " for key, value in (shown | {part: wish}).items())
        found = document(MOST, f"privacy: {{{wishes}}}", photo=PRIVATE["photo"])
        assert any(PRIVATE[part] in text for text in strings(found)) == there
        number = "01012345678"
        assert part != "phone" or any(number in text for text in strings(found)) == there


def test_a_hidden_city_hides_the_street_too():
    found = document(MOST, "privacy: {location: hide, address: show}")
    assert not [text for text in strings(found.person) if "나루길" in text or "서울" in text]


def test_birth_and_street_are_hidden_unless_a_profile_shows_them():
    assert [contact.kind for contact in document(MOST).person.contacts] == [
        "email",
        "phone",
        "location",
        "url",
        "profile",
        "profile",
    ]
    assert document(MOST).person.contacts[2].text == "서울 성동구"


# --- Links ---


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//",
        "https://",
        "보안상 비공개",
    ],
)
def test_an_address_that_is_no_safe_link_leads_nowhere(url):
    found = document(f"""
basics: {{name: 가, url: "{url}", profiles: [{{network: X, url: "{url}"}}]}}
work: [{{id: a, name: 회사, url: "{url}", summary: "[글]({url}) <a href='{url}'>글</a>", highlights: ["[글]({url})"]}}]
""")
    (entry,) = found.sections[0].entries
    runs = [*entry.summary.runs, *(run for bullet in entry.bullets for run in bullet.text.runs)]
    assert [contact.href for contact in found.person.contacts if contact.text] == [""] * len(found.person.contacts)
    assert (entry.url, [run.href for run in runs if run.href]) == ("", [])


@pytest.mark.parametrize(
    ("url", "shown", "href"),
    [
        ("https://www.example.com/", "example.com", "https://www.example.com/"),
        ("http://example.com/a/", "example.com/a", "http://example.com/a/"),
        ("example.com/한글", "example.com/한글", "https://example.com/한글"),
        ("mailto:a@example.com", "a@example.com", "mailto:a@example.com"),
        ("https://example.com/a_**b**_`c`", "example.com/a_**b**_`c`", "https://example.com/a_**b**_`c`"),
    ],
)
def test_an_address_is_shown_short_and_leads_to_the_whole(url, shown, href):
    found = document(f"basics: {{name: 가, url: '{url}'}}\nwork: [{{id: a, name: 회사, url: '{url}'}}]")
    (contact,) = found.person.contacts
    assert (contact.text, contact.href, found.sections[0].entries[0].url) == (shown, href, href)


# --- Languages ---

HALF = """basics:
  name: {ko: 한지원}
  label: 데이터 분석가
  location: {city: {ko: 서울}}
work:
  - id: moa
    name: 모아드라이브
    position: {ko: 분석가}
    startDate: 2022-03
    highlights:
      - {id: moa.a, text: 요금을 나눔}
      - {id: moa.b, text: {ko: 비를 나눔, en: Split rain}}
      - {id: moa.c, text: Split holidays}
    keywords: [SQL, 요금]
    팀: 요금 셀
skills:
  - {id: gone, name: 빠진 것}
"""


def test_a_missing_translation_is_told_once_with_its_place():
    page = draw(HALF, wishes="company: {name: 쏘카}\nsections: [work]", lang="en")
    hint = "write {ko: ..., en: ...} with en: in it"
    assert told(page.problems) == [
        f"{place}: warning: '{item}' has no en text; the other is shown [missing-translation]\n  = {hint}"
        for place, item in [
            ("resume/base.yaml:2:9", "basics"),
            ("resume/base.yaml:3:10", "basics"),
            ("resume/base.yaml:4:20", "basics"),
            ("companies/acme.yaml:1:17", "company"),
            ("resume/base.yaml:7:11", "moa"),
            ("resume/base.yaml:8:15", "moa"),
            ("resume/base.yaml:14:21", "moa"),
            ("resume/base.yaml:15:8", "moa"),
            ("resume/base.yaml:11:27", "moa.a"),
        ]
    ]
    assert page.document.person.name == "한지원"


def test_korean_text_in_both_languages_lacks_nothing():
    assert [page.problems for page in (draw(MOST, lang="ko"), draw(MOST, lang="en"))] == [(), ()]


def test_english_words_on_a_korean_page_are_no_problem_but_a_missing_korean_text_is():
    page = draw("skills: [{id: a, name: {en: Tools}, keywords: [SQL]}]", lang="ko")
    assert [problem.message for problem in page.problems] == ["'a' has no ko text; the other is shown"]
    assert page.document.sections[0].entries[0].name == rich("Tools")


def test_what_is_hidden_needs_no_translation():
    yaml = "basics: {name: Jiwon Han, location: {city: Seoul, address: 나루길 12}}"
    assert draw(yaml, lang="en").problems == ()


def test_an_address_needs_no_translation():
    yaml = "work: [{id: a, name: Moadrive, url: 'https://example.com/한글'}]"
    assert draw(yaml, lang="en").problems == ()


def test_no_total_is_told_when_one_job_has_only_years():
    yaml = "work: [{name: A, startDate: 2020-01, endDate: 2020-12}, {name: B, startDate: 2018, endDate: 2019}]"
    assert section(yaml, "work").note == ""
