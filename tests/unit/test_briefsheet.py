"""The brief: what its second page holds, and how it comes onto two pages."""

from dataclasses import replace

import pytest
from makers import PROFILE, bullet, entry, profile, resume, text, words
from markup import parse, skeleton
from samples import TODAY, told

from resume_tailor.budget import Extent
from resume_tailor.interview import briefsheet
from resume_tailor.interview.brief import (
    Brief,
    BriefAnswer,
    BriefPart,
    BriefQuestion,
    FrontGroup,
    Held,
    MatchGroup,
    RoleCard,
    Room,
    limited,
)
from resume_tailor.interview.briefwords import WORDS
from resume_tailor.interview.gathering import Sources, Told, asked_role, brief, untranslated
from resume_tailor.interview.mapsheet import Size
from resume_tailor.interview.questions import KINDS
from resume_tailor.matching import match, wanted
from resume_tailor.posting import extract_keywords
from resume_tailor.posting.reading import read_posting
from resume_tailor.posting.role import role_of
from resume_tailor.richtext import parse as rich
from resume_tailor.select import select

POSTING = """\
# MLOps 엔지니어

## 주요업무
- 지표를 정의하고 대시보드로 SQL 분석 결과를 보고합니다
- 매출 분석으로 사업 전략을 제안합니다
- A/B 테스트 결과를 해석합니다

## 우대사항
- Spark 경험
"""
BASE = resume(
    entry("mart", bullets=[bullet("mart.a", "로그로 대시보드 제작")], problem="느림 → 흩어진 탓", outcome="5일→2일"),
    entry("titanic", outcome="Spark 사용"),
)
SIZE = Size(24, 15, 9)


def drawn(base=BASE, posting="", page=None, *, sent=(), lang="ko", **wishes) -> Brief:
    own = profile(**wishes)
    told_of = Told(read_posting(posting), role_of(read_posting(posting)), 0.5) if posting else None
    found = wanted(own, extract_keywords(posting) if posting else (), told_of.posting.lines() if told_of else ())
    matches = match(found, page or {}, base, own, select(base, own), lang) if found else None
    return brief(Sources(base, own, sent, matches, told_of), lang=lang, today=TODAY)


# --- what it holds ---


def test_a_brief_of_a_bare_profile_says_whence_its_questions_are():
    plan = drawn()
    answer = BriefAnswer(
        "mart",
        "mart",
        sent=False,
        parts=(
            BriefPart("seen", "현상", rich("느림")),
            BriefPart("hypothesis", "가설", rich("흩어진 탓")),
            BriefPart("data", "데이터", rich("로그로 대시보드 제작")),
            BriefPart("result", "결과", rich("5일→2일")),
        ),
    )
    assert replace(plan, questions=plan.questions[1:2]) == Brief(
        lang="ko",
        title="ACME 면접 준비 · 한지원",
        company="ACME",
        position="",
        person="한지원",
        contact="",
        date="2026.11.23",
        map=None,
        front=(),
        role=RoleCard("데이터 분석가", "공고도 직무도 적지 않아 데이터 분석가로 봄", plan.role.about),
        asked="데이터 분석가",
        overall="",
        groups=(),
        questions=(BriefQuestion("만든 대시보드가 실제로 어떤 결정을 바꿨나요?", answer),),
        words=WORDS["ko"],
    )


def test_words_stand_by_section_and_by_what_became_of_them():
    base = resume(*BASE.entries(), entry("spark", outcome="Spark 집계"))
    page = {"": "", "mart": "대시보드"}
    plan = drawn(base, POSTING, page, keywords=words(3, "대시보드", "배차", "Spark"), drop=words(9, "titanic"))
    shown = {group.title: group for group in plan.groups}
    assert list(shown) == ["주요업무", "우대사항", "프로필 키워드"]
    assert "대시보드" in shown["주요업무"].said
    assert shown["우대사항"] == MatchGroup("우대사항", 0, 1, held=(Held("Spark", "spark"),))
    assert shown["프로필 키워드"] == MatchGroup("프로필 키워드", 0, 1, missing=("배차",))
    assert plan.overall == f"{sum(g.of for g in plan.groups)}개 중 {sum(g.on for g in plan.groups)}개가 이력서에 있음"


def test_an_item_that_the_profile_drops_is_not_named():
    plan = drawn(page={"": ""}, keywords=words(3, "Spark"), drop=words(9, "titanic"))
    assert plan.groups[0].held == (Held("Spark"),)


def test_the_role_is_the_postings_by_its_duties_and_the_questions_the_profiles():
    plan = drawn(posting=POSTING, role="data-engineer")
    assert plan.role.source == "공고의 하는 일로 본 직무"
    assert any("제목은 MLOps 엔지니어이지만" in remark for remark in plan.role.remarks)
    assert plan.asked == "데이터 엔지니어"
    assert [group.title for group in plan.front] == ["주요업무", "우대사항"]
    assert plan.front[1] == FrontGroup("우대사항", ("Spark 경험",))


@pytest.mark.parametrize(
    ("role", "posting", "asked"),
    [
        ("ml-engineer", POSTING, "ml-engineer"),
        ("", POSTING, role_of(read_posting(POSTING)).role),
        ("other", "", "data-analyst"),
        ("", "", "data-analyst"),
        ("", "# 영업\n- 고객사 발굴과 제안서 작성, 계약\n", "data-analyst"),
    ],
)
def test_the_questions_are_those_of_the_first_role_that_has_any(role, posting, asked):
    known = Told(read_posting(posting), role_of(read_posting(posting))) if posting else None
    assert asked_role(profile(role=role), known) == asked


def test_a_text_that_falls_back_to_the_other_language_is_told():
    base = replace(BASE, basics=replace(BASE.basics, name=text("Jiwon")))
    plan = drawn(base, lang="en")
    problems = untranslated(Sources(base, profile(), ()), plan)
    assert {line.split("'")[1] for line in told(problems)} == {"mart"}


# --- how much of it ---

PARTS = tuple(BriefPart(kind, kind, rich(f"{kind} says")) for kind in KINDS)


def plan_of(questions=5, words_=6):
    answer = BriefAnswer("p", "이름", sent=True, parts=PARTS)
    group = MatchGroup(
        "주요업무", words_, 3 * words_, ("SQL",) * words_, (Held("퍼널", "p"),) * words_, ("Spark",) * words_
    )
    return replace(drawn(), questions=(BriefQuestion("질문", answer),) * questions, groups=(group,))


def test_what_is_left_out_is_counted():
    whole = plan_of()
    assert limited(whole, Room()) == whole
    assert limited(whole, Room(without=frozenset({"role"}))).left == "자리가 모자라 뺀 것: 답의 부분 5개"
    assert limited(whole, Room(questions=3)).left == "자리가 모자라 뺀 것: 질문 2개"
    less = limited(whole, Room(words=4, places=False))
    assert less.left == "자리가 모자라 뺀 것: 항목 이름 6개, 키워드 6개"
    assert less.groups[0].more == "외 6개"
    assert {held.where for held in less.groups[0].held} == {""}
    front = replace(whole, front=(FrontGroup("주요업무", ("가", "나", "다")),))
    assert limited(front, Room(lines=1)).front == (FrontGroup("주요업무", ("가",), "외 2개"),)
    assert limited(front, Room(lines=0)).left == "자리가 모자라 뺀 것: 공고의 줄 3개"


class Paper:
    """Pages whose height is that of their longer column: lines of text by their size."""

    def __init__(self, room):
        self.room, self.layouts = room, 0

    def __call__(self, html):
        self.layouts += 1
        page = parse(html)
        size = float(page.one("html").attributes["style"].rpartition("--text: ")[2].removesuffix("pt"))
        columns = [self._lines(section) for section in page.all("section")]
        pages = len(page.all("h1"))
        return Extent(pages, size * max(columns, default=0) / self.room)

    def _lines(self, section):
        if section.attributes.get("class") == "questions":
            return len(section.all("h3")) + len([p for p in section.all("p") if p.attributes["class"] != "legend"])
        if section.attributes.get("class") == "match":
            return len(section.all("p")) / 2
        return 0


@pytest.mark.parametrize(
    ("room", "size", "left"),
    [
        (1000, 10.5, ""),
        (460, 9.5, ""),
        (415, 8.5, ""),
    ],
)
def test_type_shrinks_before_anything_goes(room, size, left):
    found = briefsheet.fitted(plan_of(), SIZE, Paper(room))
    assert (found.fits, found.size, found.brief.left) == (True, size, left)


@pytest.mark.parametrize(
    ("room", "shown", "left"),
    [
        (340, 5, "답의 부분 10개"),
        (290, 4, "질문 1개, 답의 부분 8개"),
        (90, 1, "질문 4개, 답의 부분 2개"),
    ],
)
def test_then_parts_go_and_then_questions(room, shown, left):
    paper = Paper(room)
    found = briefsheet.fitted(plan_of(words_=2), SIZE, paper)
    assert (found.fits, found.size, len(found.brief.questions)) == (True, 7.5, shown)
    assert found.brief.left == f"자리가 모자라 뺀 것: {left}"
    assert paper.layouts <= 14


def test_each_column_gives_way_by_itself():
    found = briefsheet.fitted(plan_of(questions=1, words_=60), SIZE, Paper(140))
    assert (found.fits, len(found.brief.questions)) == (True, 1)
    assert "질문" not in found.brief.left
    assert "키워드" in found.brief.left


def test_a_brief_that_cannot_fit_says_what_to_shorten():
    found = briefsheet.fitted(plan_of(), SIZE, Paper(20))
    assert not found.fits
    assert told([briefsheet.too_long(found, PROFILE)]) == [
        (
            "companies/acme.yaml: error: the brief does not fit on its two pages at 7.5pt, with one question and two "
            "words of each section [over-pages]\n  = shorten what 'p' says"
        )
    ]


def test_the_first_of_the_rungs_that_fits_is_found():
    for first in range(9):
        assert briefsheet.first_of(range(8), lambda n, first=first: n >= first) == (first if first < 8 else None)


def test_no_users_text_changes_the_page():
    evil = '<script>alert("1")</script> {{ doc }} </style>'

    def page(said):
        base = resume(entry("p", name=f"대시보드 {said}", outcome=said, problem=said, role=said))
        plan = drawn(base, page={"": ""}, keywords=words(1, said), position=text(said))
        return briefsheet.draw(plan, SIZE, 9)

    assert skeleton(page(evil)) == skeleton(page("x"))


def test_open_and_answered_questions_are_told_apart():
    page = parse(briefsheet.draw(drawn(sent={"mart"}), SIZE, 9))
    kinds = [article.attributes["class"] for article in page.all("article")]
    assert set(kinds) == {"question answered", "question unanswered"}
    assert "answer sent" in [e.attributes.get("class") for e in page.all("div")]
    assert "베이스에 답할 경험이 없음: 준비하거나 솔직히 말할 것" in page.text
