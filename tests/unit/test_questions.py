"""Which work answers which of a role's questions, and in which of its own words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import HERE, bullet, entry, mark, profile, resume, resumes_with_profiles, text, words

from resume_tailor.interview.answers import finder
from resume_tailor.interview.questions import (
    DATA,
    DID,
    HYPOTHESIS,
    KINDS,
    PROBLEM,
    RESULT,
    ROLE,
    SEEN,
    WHY,
    Part,
    Reply,
    Work,
    replies,
    split,
)
from resume_tailor.model import Text
from resume_tailor.posting.roles import Question, roles

DASHBOARD = Question("대시보드가 바꾼 결정은?", "Which decision did a dashboard change?", ("대시보드", "리포트"))
TESTS = Question("실험은?", "What of tests?", ("A/B 테스트", "인과추론"))


def answered(base, *questions, sent=(), lang="ko", **wishes):
    return replies(questions or (DASHBOARD,), finder(base, profile(**wishes), lang), sent)


def ids(base, *questions, **wishes):
    return [reply.work.ids[0] if reply.work else "" for reply in answered(base, *questions, **wishes)]


def parts(project, *questions, **wishes):
    (reply,) = answered(resume(project), *questions, **wishes)
    return {part.kind: part.said for part in reply.work.parts}


# --- who answers ---


def test_an_answer_is_the_work_told_in_its_parts():
    base = resume(
        entry(
            "mart",
            bullets=[bullet("mart.logs", "로그 27종을 모아 대시보드 제작"), bullet("mart.rest", "그 밖")],
            problem="보고가 늦음 → 표가 흩어진 탓이라는 가설",
            outcome="마감 5일→2일",
            role="혼자",
        ),
        entry("other", outcome="매출 3% 증가"),
    )
    problem = text("보고가 늦음 → 표가 흩어진 탓이라는 가설")
    work = Work(
        ("mart", "mart.logs", "mart.rest"),
        text("mart"),
        (
            Part(SEEN, "보고가 늦음", problem),
            Part(HYPOTHESIS, "표가 흩어진 탓이라는 가설", problem),
            Part(DATA, "로그 27종을 모아 대시보드 제작", text("로그 27종을 모아 대시보드 제작")),
            Part(RESULT, "마감 5일→2일", text("마감 5일→2일")),
            Part(ROLE, "혼자", text("혼자")),
        ),
        sent=True,
    )
    assert answered(base, DASHBOARD, TESTS, sent={"mart.rest"}) == (Reply(DASHBOARD, work), Reply(TESTS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"outcome": "대시보드 리포트"}, {"outcome": "대시보드"}),
        ({"outcome": "대시보드", "role": "리포트"}, {"outcome": "대시보드"}),
        ({"outcome": "대시보드", "role": "대시보드"}, {"outcome": "대시보드 한 개"}),  # says it more often
    ],
)
def test_who_has_more_to_say_answers(one, other):
    assert ids(resume(entry("b", **other), entry("a", **one))) == ["a"]


def test_of_equals_what_was_sent_answers_then_the_rank_then_the_base():
    base = resume(*(entry(name, outcome="대시보드", tags=[name]) for name in ("c", "a", "b")))
    assert ids(base) == ["c"]
    assert ids(base, focus=words(1, "b")) == ["b"]
    assert ids(base, focus=words(1, "b"), sent={"a"}) == ["a"]


def test_whose_it_is_is_no_word_of_the_work():
    assert ids(resume(entry("a", entity="대시보드 주식회사", url="https://대시보드.kr"))) == [""]


def test_english_words_of_the_base_count_in_both_languages():
    both = replace(entry("a"), texts={"name": text("a"), "outcome": Text(HERE, ko="화면 제작", en="Built dashboards")})
    assert ids(resume(both)) == ids(resume(both), lang="en") == ["a"]


def test_what_the_profile_drops_never_answers_nor_tells():
    kept = entry("p", bullets=[bullet("p.a", "대시보드 제작"), bullet("p.b", "로그로 대시보드 9종 제작")])
    assert ids(resume(kept), drop=words(1, "p")) == [""]
    assert ids(resume(replace(kept, tags=("nlp",))), exclude=words(1, "nlp")) == [""]
    assert parts(kept, drop=words(1, "p.b")) == {DID: "대시보드 제작"}
    assert ids(resume(kept), drop=words(1, "p.a", "p.b")) == [""]


def test_a_line_of_a_job_answers_where_no_project_does_as_well():
    job = entry("job", "work", [bullet("job.a", "대시보드 3종 제작"), bullet("job.b", "대시보드 운영")])
    assert ids(resume(job)) == ["job.a"]
    assert ids(resume(job, entry("p", outcome="대시보드"))) == ["p"]
    more = entry("job", "work", [bullet("job.a", "대시보드로 리포트 자동화")])
    assert ids(resume(more, entry("p", outcome="대시보드"))) == ["job.a"]
    (reply,) = answered(resume(job))
    assert reply.work == Work(
        ("job.a",), text("job"), (Part(RESULT, "대시보드 3종 제작", text("대시보드 3종 제작")),), sent=False
    )


def test_a_line_that_tells_of_a_project_makes_it_sent_and_answers_as_that():
    job = entry("job", "work", [bullet("job.a", "대시보드 7종, 마감 5일→2일")])
    project = replace(
        entry("p", outcome="대시보드 7종, 마감 5일→2일"), texts={"entity": text("job"), "outcome": text("마감 5일→2일")}
    )
    project = replace(project, texts={**project.texts, "name": text("대시보드 7종")})
    (reply,) = answered(resume(job, project), sent={"job.a"})
    assert (reply.work.ids, reply.work.sent) == (("p", "job.a"), True)


# --- different work for different questions ---


def test_another_project_is_preferred_when_it_has_nearly_as_much_to_say():
    base = resume(
        entry("a", outcome="대시보드 리포트", role="대시보드", why="A/B 테스트"),
        entry("b", outcome="대시보드 리포트"),
    )
    twice = Question("다시?", "Again?", ("대시보드", "리포트"))
    assert ids(base, DASHBOARD, twice) == ["a", "b"]
    assert ids(base, DASHBOARD, TESTS) == ["b", "a"]  # what few can answer chooses first
    weak = resume(entry("a", outcome="대시보드 리포트"), entry("b", outcome="대시보드"))
    assert ids(weak, DASHBOARD, twice) == ["a", "a"]


def test_work_that_answers_again_tells_only_the_line_that_is_about_the_question():
    project = entry(
        "p",
        bullets=[bullet("p.a", "설명"), bullet("p.b", "A/B 테스트 5건 설계")],
        problem="현상 → 대시보드가 없는 탓",
        outcome="3%→5%",
    )
    once, again = answered(resume(project), DASHBOARD, TESTS)
    assert (once.again, again.again) == (0, 1)
    assert [part.kind for part in once.work.parts] == [SEEN, HYPOTHESIS, RESULT]
    assert again.work.parts == (Part(RESULT, "A/B 테스트 5건 설계", text("A/B 테스트 5건 설계")),)


def test_work_that_answers_again_without_a_line_about_it_is_only_named():
    project = entry("대시보드", outcome="A/B 테스트")
    assert [bool(reply.work.parts) for reply in answered(resume(project), DASHBOARD, TESTS)] == [True, False]


# --- in which parts ---


@pytest.mark.parametrize(
    ("problem", "sides"),
    [
        ("현상 → 가설", ("현상", "가설")),
        ("현상→가설", ("현상", "가설")),
        ("seen -> supposed => more", ("seen", "supposed => more")),
        ("31%→22%로 하락 → 비 때문", ("31%→22%로 하락", "비 때문")),
        ("KRW 58M → KRW 19M", ("KRW 58M → KRW 19M", "")),
        ("오차 31%→22%", ("오차 31%→22%", "")),
        ("4건에 그침 → 기준이 없는 탓", ("4건에 그침", "기준이 없는 탓")),
        ("**현상 → 가설**", ("**현상 → 가설**", "")),
        ("**현상** → `가설`", ("**현상**", "`가설`")),
        ("→ 가설", ("→ 가설", "")),
        ("현상 →", ("현상 →", "")),
        ("화살표 없음", ("화살표 없음", "")),
        ("", ("", "")),
    ],
)
def test_a_problem_is_split_at_its_first_arrow_that_is_no_change_of_a_figure(problem, sides):
    assert split(problem) == sides


@pytest.mark.parametrize(
    ("project", "told"),
    [
        (entry("대시보드", problem="문제뿐"), {PROBLEM: "문제뿐"}),
        (entry("대시보드", why="까닭", problem="문제"), {PROBLEM: "문제"}),
        (entry("대시보드", why="까닭"), {WHY: "까닭"}),
        (entry("대시보드", outcome="성과", bullets=[bullet("b", "3% 증가")]), {RESULT: "성과"}),
        (entry("대시보드", bullets=[bullet("a", "한 일"), bullet("b", "3% 증가")]), {RESULT: "3% 증가"}),
        (entry("대시보드", bullets=[bullet("a", "한 일"), bullet("b", "다른 일")]), {DID: "한 일"}),
        (entry("대시보드", description="설명"), {DID: "설명"}),
        (entry("대시보드", role="전부"), {ROLE: "전부"}),
        (entry("대시보드", outcome=" ", role="전부"), {ROLE: "전부"}),
        (entry("대시보드"), {}),
    ],
)
def test_a_part_that_a_project_does_not_have_is_left_out(project, told):
    assert parts(project) == told


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (["화면 로그 27종을 재구성", "실험 설계"], "화면 로그 27종을 재구성"),
        (
            ["실험 설계", "전광판을 5분마다 읽어 61만 건 직접 수집", "로그 정리"],
            "전광판을 5분마다 읽어 61만 건 직접 수집",
        ),
        (["MD가 고친 발주 6,300건을 분석"], "MD가 고친 발주 6,300건을 분석"),
        (["Rebuilt 27 screen events into sessions"], "Rebuilt 27 screen events into sessions"),
        (["데이터 엔지니어 1명과 협업", "블로그 운영", "카탈로그", "예외 11건 반영", "data platform team"], None),
    ],
)
def test_the_line_that_says_where_the_data_came_from_is_the_data(lines, source):
    project = entry("대시보드", outcome="성과", bullets=[bullet(f"b{n}", line) for n, line in enumerate(lines)])
    assert parts(project).get(DATA) == source


def test_a_line_is_told_once_and_a_keyword_may_say_where_the_data_came_from():
    project = entry("대시보드", bullets=[bullet("a", "로그로 3% 증가")])
    assert parts(project) == {RESULT: "로그로 3% 증가"}
    keyed = replace(project, lists={"keywords": (text("SQL"), text("센서 데이터"))})
    assert parts(keyed) == {RESULT: "로그로 3% 증가", DATA: "센서 데이터"}


def test_a_line_is_worded_as_on_the_resume():
    project = entry("대시보드", bullets=[bullet("b", "기본", short="로그 수집")])
    assert parts(project, use={"b": mark("short", 1)}) == {DID: "로그 수집"}


# --- laws ---

ANY_ROLE = st.sampled_from([name for name, role in roles().items() if role.questions])


@given(resumes_with_profiles(), ANY_ROLE, st.sampled_from(["ko", "en"]))
def test_every_text_shown_stands_in_the_bases_own(case, role, lang):
    base, wishes = case
    said = [version for item in base.items() for version in versions(item)]
    kept = finder(base, wishes, lang)
    dropped = {item.id for item in base.items()} - kept.ranks.keys()
    found = replies(roles()[role].questions, kept, ())
    assert [reply.question for reply in found] == list(roles()[role].questions)
    for number, reply in enumerate(found, 1):
        assert reply.again < number
        if reply.work:
            assert reply.work.ids[0] not in dropped
            assert all(any(part.said in whole for whole in said) for part in reply.work.parts)
            kinds = [part.kind for part in reply.work.parts]
            assert kinds == sorted(set(kinds), key=KINDS.index)


def versions(item):
    texts = (item.text, *item.alt.values()) if hasattr(item, "text") else (*item.texts.values(), *item.alt.values())
    return [version for one in texts for version in one.versions]


@given(st.text(alphabet="ab 1%→->*`", max_size=20))
def test_the_sides_of_a_problem_are_all_of_it(problem):
    before, behind = split(problem)
    if behind:
        assert re.fullmatch(rf"\s*{re.escape(before)}\s*(→|[-=]+>)\s*{re.escape(behind)}\s*", problem)
    else:
        assert before == problem
