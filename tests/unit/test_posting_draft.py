"""The profile drafted from a posting: its whole text, and whatever a posting may hold."""

import re

import pytest
from samples import load, told

from resume_tailor import pipeline
from resume_tailor.keywords import shipped
from resume_tailor.posting.draft import Draft, profile_text
from resume_tailor.posting.reading import read_posting
from resume_tailor.posting.role import role_of
from resume_tailor.posting.words import keywords_of
from resume_tailor.yamlmarks import read

BASE = load("""\
basics: {name: {ko: 한지원, en: Jiwon Han}}
work:
  - id: moa
    name: {ko: 모아드라이브, en: Moadrive}
    startDate: 2022-03
    highlights: [{text: {ko: 재방문율 지표를 정의, en: Defined the retention metric}, tags: [retention]}]
projects:
  - {id: funnel, name: {ko: 예약 퍼널 분석, en: Signup funnel}, tags: [funnel], keywords: [SQL]}
  - {id: demand, name: {ko: 존별 수요 예측, en: Conversion by zone}, tags: [forecasting]}
  - {id: titanic, name: {ko: 타이타닉 생존자 예측, en: Titanic survival prediction}}
  - {id: club, name: {ko: 동아리 누리집 제작, en: Website of a club}, tags: [web]}
skills: [{name: {ko: 분석, en: Analysis}, keywords: [SQL, Python]}]
publications: [{name: {ko: 논문, en: Paper}}]
""")

KOREAN = """회사: 쏘카(SOCAR)
데이터 분석가

주요업무
- 예약 퍼널을 분석하고 전환율을 개선합니다
- 차량 수요를 예측합니다
- 대시보드를 만들고 운영합니다

자격요건
- SQL, Tableau 경험 3년 이상
"""
KOREAN_DRAFT = """\
# yaml-language-server: $schema=../.resume/profile.schema.json
# 공고에서 뽑은 초안. 고르고 고쳐서 쓰세요.
# 하는 일로 본 직무: 데이터 분석가
# 7행 대시보드를 만들고 운영합니다
# 10행 SQL, Tableau 경험 3년 이상
# 프로덕트 분석가의 일도 거의 그만큼 있음
# 많은 회사가 프로덕트·비즈니스 분석가도 데이터 분석가로 뽑음: 어느 팀과 무엇을 정하는 자리인지 물어볼 것
# 경력: 3년 이상

company: {name: 쏘카, aliases: [SOCAR]}
position: {title: 데이터 분석가, role: data-analyst}
posting: postings/socar.txt
extends: _analyst
lang: ko

# 베이스의 꼬리표 가운데 공고가 말하는 것, 많이 말하는 차례
focus:
  - funnel  # 퍼널, 퍼널을 분석, 퍼널 분석
  - forecasting  # 예측, 수요 예측
# 공고의 낱말, 중요한 차례. 이 말이 있는 항목이 위로 온다
keywords: [퍼널 분석, 전환율, 수요 예측, SQL, Tableau, 예약 퍼널, 차량 수요, 데이터 분석, 대시보드]
# 이 직무에 어울리는 구역과 순서 (넣지 않은 구역: 출판 · 논문)
sections: [work, projects, skills]

# 빼도 좋을 것과 까닭. 빼려면 앞의 #을 지우세요
#drop:
#  - titanic  # 누구나 하는 프로젝트로 읽힘 (public-dataset)
#  - club  # 공고의 낱말도 focus의 꼬리표도 없음

# 직접 답할 것
# - 왜 이 회사인가? 답을 베이스의 basics.summary에 alt로 적고: use: {summary: 그 이름}
# - 이 자리는 그 회사 사업의 어느 단계를 맡는가? 여정을 적으면 resume map이 그린다:
#business:
#  journey:
#    - {stage: 고객이 처음 하는 일, problems: [{title: 데이터로 풀 문제, tags: [forecasting]}]}
# - 내 경험에 없는 낱말은 무엇인가? resume match가 알려 준다. 배우거나, 없다고 말할 것
"""
ENGLISH = """AI Scientist

What you'll do
- Analyze the signup funnel and improve conversion
- Own retention metrics with product managers

Requirements
- 2+ years of SQL
"""
ENGLISH_DRAFT = """\
# Drafted from the posting: choose and change.
# The role by its duties: product analyst
# line 4 Analyze the signup funnel and improve conversion
# line 5 Own retention metrics with product managers
# Experience asked for: 2 years or more

company: {name: moamap}  # write the company's name
position: {title: AI Scientist, role: product-analyst}
lang: en

# The base's tags that it speaks of, most first
focus:
  - retention  # retention, metrics
  - funnel  # funnel
  - forecasting  # conversion
# Its words, weightiest first; items that carry them rise
keywords: [funnel, retention, SQL, conversion, metrics, AI]
# Sections in the order that suits the role (Sections left out: Publications)
sections: [projects, work, skills]

# What may go, and why; take the # away to drop it
#drop:
#  - titanic  # reads as anybody's project (public-dataset)
#  - club  # carries neither a keyword nor a tag of the focus

# For you to answer
# - Why this company? Write it as an alt of basics.summary in the base, then: use: {summary: its name}
# - Which stage of its business is this job about? Write the journey, and resume map draws it:
#business:
#  journey:
#    - {stage: what the customer does first, problems: [{title: a problem that data answers, tags: [forecasting]}]}
# - Which of its words are not in your experience? resume match tells. Learn them, or say so
"""


def drafted(text, base=BASE, name="acme", **more):
    posting = read_posting(text)
    words = tuple(keywords_of(posting))
    return profile_text(Draft(name, posting, role_of(posting), words, base.resume, shipped(), **more))


def profile(written, base=BASE):
    """The profile that a draft is; any problem fails the test."""
    reading = read("companies/acme.yaml", written.encode())
    found, problems = pipeline.try_profile("acme", [reading], base)
    assert told(problems) == [], written
    return found


def uncommented(written):
    """A draft with its suggestions taken: the # before them gone."""
    return re.sub(r"^#(?=drop:|business:|  )", "", written, flags=re.MULTILINE)


def test_a_korean_draft_as_a_whole():
    flagged = {"titanic": "public-dataset"}
    written = drafted(
        KOREAN, name="socar", file="postings/socar.txt", extends="_analyst", flagged=flagged, years=4.0, schema=True
    )
    assert written == KOREAN_DRAFT


def test_an_english_draft_as_a_whole():
    assert drafted(ENGLISH, name="moamap", flagged={"titanic": "public-dataset"}, years=4.0) == ENGLISH_DRAFT


def test_a_draft_says_what_the_posting_says():
    found = profile(drafted(KOREAN))
    assert (found.company.any, found.aliases, found.position.any) == ("쏘카", ("SOCAR",), "데이터 분석가")
    assert (found.role, found.lang) == ("data-analyst", "ko")
    assert [one.value for one in found.focus] == ["funnel", "forecasting"]
    assert [one.value for one in found.sections] == ["work", "projects", "skills"]
    assert found.drop == ()


@pytest.mark.parametrize("text", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_the_suggestions_are_right_as_soon_as_their_marks_are_taken_away(text):
    written = uncommented(drafted(text, flagged={"titanic": "public-dataset"}))
    assert "\ndrop:\n" in written
    assert "\nbusiness:\n" in written
    assert [one.value for one in profile(written).drop] == ["titanic", "club"]


# --- whatever the posting holds ---

HOSTILE = [
    "yes",
    "no",
    "null",
    "~",
    "on",
    "1.5",
    "010",
    "2024-01-01",
    '#1: "x"',
    "{a}",
    "[a, b]",
    "- b",
    "? a",
    "a: b",
    "a #b",
    "'a'",
    '"a"',
    "*a",
    "&a b",
    "!t a",
    "%YAML 1.2",
    "@a",
    "`a`",
    "|",
    ">-",
    "---",
    "...",
    "\\n\\x00",
    "x\x1b[31my",
    "x\ty",
    "x\u200by",
    "x\u202ey",
    "😀 분석가 👩‍💻",
    "가" * 100,
    "제목: 값",
    "데이터 분석가 — R&D (AI/ML), #1",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "where", ["{}\n주요업무\n- SQL", "데이터 분석가\n회사: {}\n주요업무\n- SQL", "제목\n주요업무\n- SQL, {}, Foo"]
)
def test_text_that_yaml_would_take_for_more_is_text(text, where):
    posting = read_posting(where.format(text))
    found = profile(drafted(where.format(text)))
    if posting.title:
        assert found.position.any == posting.title
    if posting.company:
        assert found.company.any == posting.company


@pytest.mark.parametrize("name", ["yes", "1", "no-1", "3.10", "회사", "a b"])
@pytest.mark.parametrize("file", ["postings/yes.txt", "공고 #1: {a}.txt", "- b.pdf", '"x".html', "a'b.txt"])
def test_an_id_and_a_path_are_text_too(name, file):
    found = profile(drafted("분석가\n주요업무\n- SQL", name=name, file=file))
    assert (found.company.any, found.posting.value) == (name, file)


@pytest.mark.parametrize("text", ["", "데이터 분석가", "a" * 300, "가 " * 150, "\n".join(HOSTILE), " ".join(HOSTILE)])
def test_a_draft_of_little_or_much_is_a_profile(text):
    profile(drafted(text))


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("쏘카(SOCAR)", "{name: 쏘카, aliases: [SOCAR]}"),
        ("(주)모아지도", '{name: "(주)모아지도"}'),
        ("모아지도", "{name: 모아지도}"),
        ("Moa & Co., Ltd.", '{name: "Moa & Co., Ltd."}'),
    ],
)
def test_a_company_s_other_name_stands_in_brackets(line, company):
    assert f"\ncompany: {company}\n" in drafted(f"회사: {line}\n데이터 분석가\n주요업무\n- SQL")


# --- whatever the base holds ---

BASES = {
    "least": "basics: {name: 한지원}\n",
    "no tags": "basics: {name: 한지원}\nprojects: [{id: a, name: 수요 예측}, {id: b, name: 퍼널 분석}]\n",
    "no projects": "basics: {name: 한지원}\nskills: [{name: SQL}]\n",
    "english": "basics: {name: Jiwon}\nprojects: [{id: a, name: Demand forecast, tags: [forecasting]}]\n",
    "hostile": 'basics: {name: x}\nprojects: [{id: "yes", name: 누리집, tags: ["no", "#1", "a: b", "{x}", "예측"]}]\n',
}


@pytest.mark.parametrize("base", [load(text) for text in BASES.values()], ids=BASES)
@pytest.mark.parametrize("text", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_a_draft_for_any_base_is_a_profile_for_it(base, text):
    profile(drafted(text, base), base)


def test_no_tag_and_no_section_that_the_base_has_not():
    written = drafted(KOREAN, load(BASES["least"]))
    assert "# focus: 공고와 맞는 꼬리표가 베이스에 없음\n" in written
    assert "\nsections:" not in written
    assert "drop" not in written


def test_where_most_projects_say_nothing_of_it_none_is_named_to_go():
    base = load("basics: {name: x}\nprojects: [{id: a, name: 누리집}, {id: b, name: 동아리}, {id: c, name: SQL}]\n")
    written = drafted(KOREAN, base)
    assert "# 베이스의 프로젝트 대부분에 공고의 낱말이 없음: resume match로 빈 곳을 볼 것\n" in written
    assert "drop:" not in written


def test_at_most_eight_are_named_to_go():
    projects = ", ".join(f"{{id: p{n}, name: 누리집 {n}}}" for n in range(12))
    base = load(f"basics: {{name: x}}\nprojects: [{projects}]\n")
    flagged = {f"p{n}": "tutorial-clone" for n in range(12)}
    assert drafted(KOREAN, base, flagged=flagged).count("(tutorial-clone)") == 8
