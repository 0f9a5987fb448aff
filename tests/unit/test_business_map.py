"""The business map: which work answers which problem, in what words, and how it comes onto its one page."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import PROFILE, TAGS, bullet, entry, mark, profile, resume, resumes_with_profiles, text, words
from markup import parse, skeleton
from samples import TODAY, told

from resume_tailor.budget import Extent
from resume_tailor.interview import mapsheet
from resume_tailor.interview.answers import Answer, finder
from resume_tailor.interview.map import (
    BusinessMap,
    MapItem,
    MapProblem,
    MapStage,
    business_map,
    check_journey,
    has_more,
    limited,
    untranslated,
)
from resume_tailor.model import DataProblem, Stage, Text
from resume_tailor.problems import Place, ProblemsError
from resume_tailor.richtext import RichText
from resume_tailor.richtext import parse as rich
from resume_tailor.select import select


def at(line):
    return Place(PROFILE, line, 5)


def asks(title="문제", *, tags=(), ids=(), line=20):
    return DataProblem(Text(at(line), any=title), words(line, *tags), words(line, *ids))


def stage(name, *problems, line=10):
    return Stage(Text(at(line), any=name), problems)


def answers(base, problem, lang="ko", **wishes):
    return finder(base, profile(**wishes), lang).answers(problem)


def ids(base, problem, **wishes):
    return [answer.ids for answer in answers(base, problem, **wishes)]


def drawn(base, *stages, sent=(), lang="ko", **wishes):
    return business_map(base, profile(journey=stages, **wishes), sent, lang=lang, today=TODAY)


# --- Which work answers a problem ---


def test_projects_and_bullets_answer_by_tag_and_anything_by_id():
    base = resume(
        entry("job", "work", [bullet("job.a", tags=["pricing"]), bullet("job.b", tags=["nlp"])], tags=["pricing"]),
        entry("p", tags=["pricing"]),
        entry("q", bullets=[bullet("q.a", tags=["pricing"])]),
        entry("talk", "activities", tags=["pricing"]),
        entry("skill", "skills", tags=["pricing"]),
    )
    assert ids(base, asks(tags=["pricing"])) == [("p",), ("q.a",), ("job.a",)]
    assert ids(base, asks(ids=["talk", "job"])) == [("talk",), ("job",)]
    assert ids(base, asks(tags=["forecasting"])) == ids(base, asks()) == []


def test_a_composed_tag_stands_for_its_parts():
    base = resume(entry("a", tags=["pricing"]), entry("b", tags=["experiment"]), entry("c", tags=["growth"]))
    composed = {"growth": ("pricing", "experiment")}
    assert ids(base, asks(tags=["growth"]), composed=composed) == [("a",), ("b",)]


def test_the_best_comes_first_ids_before_ranks():
    base = resume(
        entry("plain", tags=["nlp"]),
        entry("urgent", tags=["nlp"], priority=1),
        entry("worded", tags=["nlp"], why="SQL"),
        entry("focused", tags=["nlp", "pricing"]),
        entry("pinned", tags=["nlp"]),
        entry("named", tags=["teaching"]),
        entry("first", tags=["nlp"]),
    )
    wishes = {"pin": words(1, "pinned"), "focus": words(2, "pricing"), "keywords": words(3, "SQL")}
    found = ids(base, asks(tags=["nlp"], ids=["first", "named"]), **wishes)
    assert [name for (name,) in found] == ["first", "named", "pinned", "focused", "worded", "urgent", "plain"]


def test_what_a_page_leaves_out_answers_all_the_same_but_what_is_dropped_does_not():
    base = resume(
        entry("kept", tags=["nlp"]),
        entry("capped", tags=["nlp"]),
        entry("titanic", tags=["nlp"]),
        entry("lesson", tags=["nlp", "teaching"]),
        entry("job", "work", [bullet("job.a", tags=["nlp"])]),
    )
    wishes = {
        "drop": words(1, "titanic"),
        "exclude": words(2, "teaching"),
        "limits": {"projects": mark(1, 3)},
        "sections": words(4, "projects"),
    }
    assert ids(base, asks(tags=["nlp"]), **wishes) == [("kept",), ("capped",), ("job.a",)]
    assert ids(base, asks(ids=["titanic"]), **wishes) == [("titanic",)]  # who names it wants it


def test_a_project_and_its_bullets_are_one_piece_of_work():
    bullets = [bullet("p.a", "첫째", tags=["nlp"]), bullet("p.b", "둘째", tags=["nlp"], priority=1)]
    both = resume(entry("p", bullets=bullets, tags=["nlp"], outcome="성과"))
    assert answers(both, asks(tags=["nlp"])) == (Answer(("p", "p.a", "p.b"), text("p"), text("성과")),)
    focused = answers(both, asks(tags=["nlp"], ids=["p.b"]))
    assert focused == (Answer(("p.b", "p", "p.a"), text("p"), text("둘째")),)


MOA = {"entity": "모아"}


def job(*bullets, house="모아"):
    base = entry("job", "work", bullets)
    return replace(base, texts={"name": text(house)})


def test_a_jobs_bullet_that_tells_of_a_project_is_that_project():
    project = entry("p", tags=["nlp"], outcome="오차 31%→22%, 재배치 410건→250건", **MOA)
    same = bullet("job.a", "예측을 다시 설계해 오차 31%→22%", tags=["nlp"])
    other = bullet("job.b", "세차비 1.8억→1.6억 원", tags=["nlp"])
    assert ids(resume(job(same, other), project), asks(tags=["nlp"])) == [("p", "job.a"), ("job.b",)]
    assert ids(resume(job(same, house="다른 곳"), project), asks(tags=["nlp"])) == [("p",), ("job.a",)]
    assert ids(resume(job(same), project), asks(tags=["nlp"], ids=["job.a"])) == [("job.a", "p")]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("오차 31%→22%", True),
        ("31%→22%, 그리고 7%", True),  # two of three
        ("31%로 줄이고 7%", False),  # half
        ("숫자 없는 한 줄", False),
    ],
)
def test_more_than_half_of_its_figures_make_it_the_same_work(words, same):
    project = entry("p", tags=["nlp"], outcome="오차 31%→22%", **MOA)
    found = ids(resume(job(bullet("job.a", words, tags=["nlp"])), project), asks(tags=["nlp"]))
    assert (len(found) == 1) is same


# --- In what words ---

LONG = "가" * 61


@pytest.mark.parametrize(
    ("project", "result"),
    [
        (entry("p", outcome="성과", description="설명", bullets=[bullet("b", "줄")]), "성과"),
        (entry("p", description="설명", bullets=[bullet("b", "줄")]), "줄"),
        (entry("p", description="설명"), "설명"),
        (entry("p"), None),
        (entry("p", outcome=LONG, bullets=[bullet("b", LONG + "가"), bullet("c", "짧은 줄")]), "짧은 줄"),
        (entry("p", outcome=LONG, bullets=[bullet("b", LONG + "가", short="다른 말")]), "다른 말"),
        (entry("p", outcome=LONG, bullets=[bullet("b", LONG + "가")]), LONG),  # nothing is cut
    ],
)
def test_a_project_tells_its_outcome_or_the_first_text_that_is_short(project, result):
    (answer,) = answers(resume(project), asks(ids=["p"]))
    assert answer.result == (text(result) if result else None)


def test_a_bullet_is_worded_as_on_the_resume():
    base = resume(entry("job", "work", [bullet("b", "기본", tags=["nlp"], mobility="이동")]))
    (answer,) = answers(base, asks(tags=["nlp"]), use={"b": mark("mobility", 1)})
    assert answer == Answer(("b",), text("job"), text("이동"), telling=False)


# --- Laws ---


@given(resumes_with_profiles(), st.sampled_from(TAGS))
def test_each_item_with_the_tag_answers_once_and_says_only_what_the_base_says(case, tag):
    base, wishes = case
    found = finder(base, wishes, "ko").answers(asks(tags=[tag]))
    told_of = [name for answer in found for name in answer.ids]
    outright = {word.value for word in wishes.drop}
    homes = {item.id: e for e in base.entries() for item in e.items()}
    assert len(told_of) == len(set(told_of))
    for item in base.items():
        home = homes[item.id]
        may = item.id != home.id or home.section == "projects"
        plain = not (outright & {item.id, home.id} or wishes.exclude or wishes.include)
        if plain:
            assert (item.id in told_of) is (may and tag in item.tags)
    said = {version for item in base.items() for version in _versions(item)}
    assert {answer.result for answer in found if answer.result} <= said


def _versions(item):
    if hasattr(item, "text"):
        return (item.text, *item.alt.values())
    return tuple(item.texts.values())


@given(resumes_with_profiles(), st.sampled_from(TAGS))
def test_work_with_other_tags_changes_nothing(case, tag):
    base, wishes = case
    more = resume(*base.entries(), entry("zz", bullets=[bullet("zz.b", "새 줄", tags=["vision"])], tags=["vision"]))
    problem = asks(tags=[tag])
    assert finder(base, wishes, "ko").answers(problem) == finder(more, wishes, "ko").answers(problem)


# --- The whole map ---

BASE = resume(
    entry("demand", tags=["forecasting"], outcome="오차 **31%→22%**"),
    entry("fresh", tags=["forecasting"], outcome="폐기율 6.4%→4.1%"),
    entry("job", "work", [bullet("job.wash", "세차비 절감", tags=["optimization"])]),
)
JOURNEY = (
    stage("차량 예약", asks("수요 예측", tags=["forecasting"]), asks("가격 <b>결정</b>")),
    stage("차량 반납", asks("세차 주기", ids=["job.wash"])),
)


def test_a_map_holds_all_that_a_sheet_shows():
    plan = drawn(BASE, *JOURNEY, sent={"demand"}, position=text("분석가"))
    demand = MapItem("demand", "demand", rich("오차 **31%→22%**"), sent=True)
    fresh = MapItem("fresh", "fresh", rich("폐기율 6.4%→4.1%"), sent=False)
    wash = MapItem("job.wash", "job", rich("세차비 절감"), sent=False, telling=False)
    assert plan == BusinessMap(
        lang="ko",
        title="ACME 사업과 데이터 문제 · 한지원",
        company="ACME",
        position="분석가",
        person="한지원",
        contact="",
        date="2026.11.23",
        stages=(
            MapStage("차량 예약", (MapProblem("수요 예측", (demand, fresh)), MapProblem("가격 결정"))),
            MapStage("차량 반납", (MapProblem("세차 주기", (wash,)),)),
        ),
        words=plan.words,
    )
    assert (plan.answered, plan.open, plan.sent, plan.unsent) == (2, 1, True, True)


def test_work_is_on_the_resume_when_anything_that_tells_of_it_is():
    base = resume(entry("p", bullets=[bullet("p.a", tags=["nlp"])], tags=["nlp"]))
    (problem,) = drawn(base, stage("가", asks(tags=["nlp"])), sent={"p.a"}).problems
    assert problem.items[0].sent


@pytest.mark.parametrize(("lang", "day"), [("ko", "2026.01.05"), ("en", "5 January 2026")])
def test_the_date_reads_as_its_language_has_it(lang, day):
    plan = business_map(BASE, profile(journey=JOURNEY), (), lang=lang, today=dt.date(2026, 1, 5))
    assert plan.date == day


@pytest.mark.parametrize(("hidden", "contact"), [(frozenset(), "a@b.kr"), (frozenset({"email"}), "")])
def test_the_mail_address_is_there_unless_it_is_hidden(hidden, contact):
    base = replace(BASE, basics=replace(BASE.basics, email="a@b.kr"))
    assert drawn(base, *JOURNEY, hidden=hidden).contact == contact


def test_what_is_not_shown_is_counted_and_a_name_can_stand_alone():
    plan = drawn(BASE, *JOURNEY)
    assert limited(plan, ((2, 1), (1,))) == plan
    one, none = (limited(plan, ((n, n), (n,))).problems for n in (1, 0))
    assert [(len(p.items), p.more, p.open) for p in one] == [(1, "외 1개", False), (0, "", True), (1, "", False)]
    assert [p.items[0].result for p in none if p.items] == [
        RichText(),
        rich("세차비 절감"),
    ]  # an employer tells nothing
    assert none[0].more == "외 1개"
    assert [[has_more(p, n) for n in range(3)] for p in plan.problems] == [
        [True, True, False],
        [False, False, False],
        [False, False, False],
    ]


# --- What is wrong with a journey ---


def refused(journey, **wishes):
    with pytest.raises(ProblemsError) as caught:
        check_journey(profile(journey=journey, **wishes), PROFILE)
    return told(caught.value.problems)


def test_without_a_business_one_is_shown_what_to_write():
    assert refused((), focus=words(3, "pricing")) == [
        (
            "companies/acme.yaml: error: there is no business: to draw a map of [no-business]\n"
            "  = write business: {journey: [{stage: 차량 예약, problems: [{title: 수요 예측, tags: [pricing]}]}]}"
        )
    ]


def test_a_stage_and_a_problem_need_a_name():
    assert refused((stage("", asks("", line=11)), stage("가", asks("나")))) == [
        "companies/acme.yaml:10:5: error: a stage of the journey has no name [missing-key]\n  = write stage: ...",
        "companies/acme.yaml:11:5: error: a problem of the journey has no title [missing-key]\n  = write title: ...",
    ]


def test_an_empty_stage_is_a_warning():
    assert told(check_journey(profile(journey=(stage("가"), stage("나", asks()))), PROFILE)) == [
        (
            "companies/acme.yaml:10:5: warning: this stage has no problems; its column stays empty [empty-stage]\n"
            "  = write problems: [{title: ..., tags: [...]}], or delete the stage"
        )
    ]


def test_what_falls_back_to_the_other_language_is_told_as_by_a_build():
    base = resume(entry("demand", tags=["forecasting"], outcome="오차 감소"), entry("fresh", tags=["forecasting"]))
    base = replace(base, basics=replace(base.basics, name=text("Jiwon")))
    journey = (stage("Booking", asks("수요 예측", tags=["forecasting"])),)
    wishes = profile(journey=journey)
    plan = limited(business_map(base, wishes, (), lang="en", today=TODAY), ((1,),))
    assert [line.partition("\n")[0] for line in told(untranslated(base, wishes, plan))] == [
        "companies/acme.yaml:20:5: warning: 'business' has no en text; the other is shown [missing-translation]",
        "resume/base.yaml:1:1: warning: 'demand' has no en text; the other is shown [missing-translation]",
    ]


# --- The page ---

LARGEST, SMALLEST = mapsheet.LADDER[0], mapsheet.LADDER[-1]


def test_the_ladder_goes_down_to_what_is_still_read_in_the_hand():
    assert (SMALLEST.body, SMALLEST.title) == (7.5, 10)
    for part in ("stage", "title", "body"):
        sizes = [getattr(size, part) for size in mapsheet.LADDER]
        assert sizes == sorted(sizes, reverse=True)
    assert all(size.body < size.title < size.stage for size in mapsheet.LADDER)


def test_no_users_text_changes_the_page():
    evil = '<script>alert("1")</script> {{ doc }} </style>'
    base = resume(entry("p", tags=["nlp"], name=evil, outcome=evil))
    harmless = resume(entry("p", tags=["nlp"], name="x", outcome="x"))
    pages = [
        mapsheet.draw(drawn(b, stage(words, asks(words, tags=["nlp"]), asks(words)), position=text(words)), LARGEST)
        for b, words in ((base, evil), (harmless, "x"))
    ]
    assert skeleton(pages[0]) == skeleton(pages[1])
    assert "{{ doc }}" in parse(pages[0]).text


def test_the_page_tells_open_from_answered_and_sent_from_unsent():
    page = parse(mapsheet.draw(drawn(BASE, *JOURNEY, sent={"demand"}), LARGEST))
    kinds = [(e.attributes["class"], e.one("h3").text) for e in page.all("article")]
    assert kinds == [
        ("problem answered", "수요 예측"),
        ("problem open", "가격 결정"),
        ("problem answered", "세차 주기"),
    ]
    assert [(e.attributes["data-id"], e.attributes["class"]) for e in page.all("li")] == [
        ("demand", "sent"),
        ("fresh", "unsent"),
        ("job.wash", "unsent"),
    ]
    assert "아직 없음: 배우거나 물어볼 것" in page.text
    assert [h.text for h in page.all("h2")] == ["차량 예약", "차량 반납"]


def test_a_map_of_one_stage_without_problems_can_be_drawn():
    page = parse(mapsheet.draw(drawn(BASE, stage("가")), LARGEST))
    assert (len(page.all("section")), len(page.all("article"))) == (2, 0)


def plan_of(stages, problems, items):
    each = tuple(MapItem(f"i{n}", "이름", rich("결과"), sent=True) for n in range(items))
    problem = MapProblem("문제", each)
    return replace(drawn(BASE), stages=(MapStage("단계", (problem,) * problems),) * stages)


class Paper:
    """A page whose height is a sum: what a title, a name and a result take, by the size of their type."""

    def __init__(self, room):
        self.room, self.layouts = room, 0

    def __call__(self, html):
        self.layouts += 1
        page = parse(html)
        style = page.one("html").attributes["style"]
        sizes = dict(part.strip().split(": ") for part in style.split(";"))
        stage_, title, body = (float(sizes[f"--{name}"].removesuffix("pt")) for name in ("stage", "title", "body"))
        columns = [
            stage_
            + title * len(s.all("h3"))
            + body * sum("name" in (e.attributes.get("class") or "") for e in s.all("span"))
            + body * sum("result" in (e.attributes.get("class") or "") for e in s.all("span"))
            for s in page.all("section")[1:]
        ]
        return Extent(1, max(columns, default=0) / self.room)


@pytest.mark.parametrize(
    ("room", "size", "most"),
    [
        (1000, LARGEST, ((3, 3), (3, 3))),
        (170, LARGEST, ((3, 2), (3, 2))),
        (106, LARGEST, ((1, 1), (1, 1))),  # fewer items before smaller type
        (64, SMALLEST, ((1, 1), (1, 1))),
        (58, SMALLEST, ((1, 0), (1, 0))),  # then results, the first problems' last
        (50, SMALLEST, ((0, 0), (0, 0))),
    ],
)
def test_items_go_before_size_and_size_before_results(room, size, most):
    paper = Paper(room)
    found = mapsheet.fitted(plan_of(2, 2, 4), paper)
    assert (found.fits, found.size, found.most) == (True, size, most)
    assert paper.layouts <= 12 + 8


def test_a_map_that_cannot_fit_says_by_how_much_and_which_stage_is_too_long():
    wishes = profile(journey=(stage("짧은", line=10), stage("긴", line=14)))
    plan = plan_of(2, 5, 3)
    plan = replace(plan, stages=(replace(plan.stages[0], name="짧은", problems=()), replace(plan.stages[1], name="긴")))
    paper = Paper(60)
    found = mapsheet.fitted(plan, paper)
    assert (found.fits, found.size) == (False, SMALLEST)
    assert told([mapsheet.too_long(wishes, found, paper)]) == [
        (
            "companies/acme.yaml:14:5: error: the map takes 1.7 pages at its smallest type, 0.7 more than its one; "
            "the longest stage is '긴' with 5 problems [over-pages]\n"
            "  = merge or delete problems of this stage, or shorten their titles"
        )
    ]


def test_what_is_kept_for_the_resume_is_all_that_marks_work_as_sent():
    base = resume(entry("a", tags=["nlp"]), entry("b", tags=["nlp"]))
    wishes = profile(drop=words(1, "b"), journey=(stage("가", asks(ids=["a", "b"])),))
    kept = frozenset(select(base, wishes).kept_ids())
    plan = business_map(base, wishes, kept, lang="ko", today=TODAY)
    assert [(item.id, item.sent) for item in plan.problems[0].items] == [("a", True), ("b", False)]
