"""One invented resume of any length, in Korean or English: what every tool is given to typeset. Nobody in it exists.

The numbers in the sentences run on, so that no two bullets are the same and no tool can set one once for all.
"""

import random
from dataclasses import dataclass
from itertools import islice
from typing import Literal

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = ("ko", "en")

# How many bullets of a base fill so many pages of a company's resume, which leaves out some of them: less would make
# resumes so alike that ours warns of each pair. Templates differ in size: what each tool really made is in the table.
BULLETS = {("ko", 2): 70, ("ko", 5): 210, ("en", 2): 48, ("en", 5): 144}
_LEFT_OUT = 0.4
_FEW = 6  # bullets of a job
_MOST_JOBS = 30  # a year each; past that, jobs get more bullets
_NEWEST = 2025


@dataclass(frozen=True, slots=True)
class Job:
    """A place of work; `id` is plain letters and digits."""

    id: str
    company: str
    title: str
    place: str
    start: str
    end: str
    bullets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skill:
    """A line of skills."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class School:
    """A school, with the degree and its subject."""

    name: str
    degree: str
    field: str
    place: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Content:
    """The whole resume."""

    lang: Lang
    name: str
    headline: str
    email: str
    place: str
    summary: str
    jobs: tuple[Job, ...]
    skills: tuple[Skill, ...]
    school: School


_SENTENCES = {
    "ko": (
        "정류소 {a}곳의 요일별 승객 수를 다시 예측해 빗나간 배차를 주 {b}회에서 {c}회로 줄이고 기사 초과 근무를 해소",
        "냉장 창고의 온도 기록 {a}만 건에서 문 여닫는 습관을 찾아 담당자와 순서를 바꾸고 폐기율 {b}%→{c}% 달성",
        "반품 사유를 손으로 나눈 {a}건으로 분류 기준을 세우고 포장 방법을 바꿔 파손 반품을 월 {b}건에서 {c}건으로 감축",
        "지점 {a}곳의 재고 실사를 표본 조사로 대체하는 방법을 설계해 실사 시간을 {b}시간에서 {c}시간으로 단축",
        "회원 {a}만 명의 재방문 주기를 계산해 안내 시점을 사람마다 달리하고 실험으로 재방문율 {c}%→{b}% 확인",
        "매일 아침 보던 표 {a}장을 결정에 쓰는 지표 셋으로 정리하고 보고서 작성 시간을 {b}시간에서 {c}시간으로 절감",
        "요금 변경을 시험 지역 {a}곳에서 {b}주 동안 교대로 적용해 효과를 판정하고 취소율을 {c}%로 유지",
        "설비 {a}대의 진동 기록에서 고장 전 징후를 정의하고 정비 순서를 다시 짜 멈춤을 {b}시간에서 {c}시간으로 축소",
    ),
    "en": (
        "Rebuilt the weekday passenger forecast for {a} bus stops, cutting misplaced departures from {b} to {c} a week",
        "Found door-opening habits in {a}0,000 cold-store readings and reordered work, cutting waste from {b}% to {c}%",
        "Sorted {a} returns by hand, found the causes, changed packing and cut damaged ones from {b} to {c} a month",
        "Replaced full stock counts at {a} branches by a sampling plan, which took a count from {b} hours down to {c}",
        "Worked out when each of {a}0,000 members returns, timed reminders by it and raised visits from {c}% to {b}%",
        "Reduced {a} daily tables to three figures that decisions rest on, and reporting from {b} hours a week to {c}",
        "Judged a new tariff by alternating it over {a} test areas for {b} weeks while cancellations stayed at {c}%",
        "Defined early signs of failure in the vibration of {a} machines and cut stops from {b} to {c} hours a quarter",
    ),
}
# English needs more letters for two lines, which is what a Korean sentence takes.
_ENDS = {
    "ko": ("",),
    "en": (
        ", after a month beside the people who do the work",
        ", and handed it over with a page of rules for each site",
        ", checked against the plan made by hand for a quarter",
    ),
}
_COMPANIES = {
    "ko": ("한들물류", "새벽유통", "나루교통", "솔내식품", "가람설비", "두레상점"),
    "en": ("Field Freight", "Dawn Retail", "Ferry Transit", "Pine Foods", "River Works", "Commons Store"),
}
_TITLES = {
    "ko": ("데이터 분석가", "수요 예측 담당", "운영 분석가"),
    "en": ("Data Analyst", "Demand Planner", "Operations Analyst"),
}
_SKILLS = {
    "ko": (
        ("분석", ("SQL", "Python", "pandas", "statsmodels")),
        ("실험", ("A/B 테스트", "교대 실험", "인과추론")),
        ("예측", ("시계열", "LightGBM", "수요 예측")),
        ("최적화", ("정수계획", "OR-Tools", "배차")),
        ("전달", ("대시보드", "보고서", "발표")),
    ),
    "en": (
        ("Analysis", ("SQL", "Python", "pandas", "statsmodels")),
        ("Experiments", ("A/B tests", "switchbacks", "causal inference")),
        ("Forecasting", ("time series", "LightGBM", "demand planning")),
        ("Optimization", ("integer programming", "OR-Tools", "scheduling")),
        ("Reporting", ("dashboards", "reports", "talks")),
    ),
}
_WHO = {
    "ko": ("한지원", "데이터 분석가", "서울"),
    "en": ("Jiwon Han", "Data Analyst", "Seoul"),
}
_SUMMARY = {
    "ko": "유통과 운송 현장에서 수요와 재고 문제를 다룬 분석가. 숫자를 내기 전에 그 숫자가 바꿀 결정부터 묻고, "
    "효과는 실험으로 확인한 뒤에만 말하며, 결과는 현장이 다음 날 쓸 수 있는 규칙으로 정리한다.",
    "en": "Analyst of demand and stock problems in retail and transport. Asks which decision a number will change "
    "before working it out, claims an effect only after an experiment, and leaves rules that are used the next day.",
}
_SCHOOLS = {
    "ko": School("서림대학교", "학사", "산업공학", "서울", "1990-03", "1995-02"),
    "en": School("Seorim University", "BSc", "Industrial Engineering", "Seoul", "1990-03", "1995-02"),
}


def content(lang: Lang, bullets: int) -> Content:
    """Return the resume with exactly so many bullets, in jobs of a year each, newest first."""
    name, headline, place = _WHO[lang]
    few = max(_FEW, -(-bullets // _MOST_JOBS))
    texts = (_sentence(lang, number) for number in range(bullets))
    groups = iter(lambda: tuple(islice(texts, few)), ())
    return Content(
        lang,
        name,
        headline,
        "jiwon.han@example.com",
        place,
        _SUMMARY[lang],
        tuple(_job(lang, number, group) for number, group in enumerate(groups)),
        tuple(Skill(f"skill{number}", *pair) for number, pair in enumerate(_SKILLS[lang])),
        _SCHOOLS[lang],
    )


@dataclass(frozen=True, slots=True)
class Without:
    """What one company's resume leaves out: bullets, each by its job and its place there, and a line of skills."""

    bullets: tuple[tuple[Job, int], ...]
    skill: Skill


def left_out(content: Content, number: int, version: int = 0) -> Without:
    """Return what company `number` does without: four bullets in ten, others than any other company or version."""
    every = [(job, place) for job in content.jobs for place in range(len(job.bullets))]
    chance = random.Random(f"{number}, {version}")  # noqa: S311  the same choice in every run, and no secret
    gone = sorted(chance.sample(range(len(every)), round(len(every) * _LEFT_OUT)))
    return Without(tuple(every[which] for which in gone), content.skills[number % len(content.skills)])


def _sentence(lang: Lang, number: int) -> str:
    patterns = _SENTENCES[lang]
    turn, which = divmod(number, len(patterns))
    low = 3 + (turn * 7 + which) % 29
    end = _ENDS[lang][number % len(_ENDS[lang])]
    return patterns[which].format(a=12 + number, b=low + 6 + turn % 5, c=low) + end


def _job(lang: Lang, number: int, bullets: tuple[str, ...]) -> Job:
    companies, titles = _COMPANIES[lang], _TITLES[lang]
    turn, which = divmod(number, len(companies))
    company = f"{companies[which]} {turn + 1}" if turn else companies[which]
    year = _NEWEST - number
    return Job(
        f"job{number}", company, titles[number % len(titles)], _WHO[lang][2], f"{year - 1}-03", f"{year}-02", bullets
    )
