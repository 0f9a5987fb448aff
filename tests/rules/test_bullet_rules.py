"""Rules about a bullet's words: their examples, their whole messages, and the traps beside them."""

import datetime as dt
from pathlib import Path

import pytest

from resume_tailor.lint.engine import AnyRule, run
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.rule import Context
from resume_tailor.lint.rules import (
    cliche,
    first_person,
    long_bullet,
    no_baseline,
    no_metric,
    repeated_opener,
    weak_opener,
)
from resume_tailor.lint.subjects import Line, Section, lines_of, sections_of
from resume_tailor.pipeline import load_base
from resume_tailor.problems import Place, Severity
from resume_tailor.workspace import Workspace

CONTEXT = Context(dt.date(2026, 1, 15), Lexicon(()))
ROOT = Path(__file__).parents[2]
MODULES = (no_metric, no_baseline, weak_opener, long_bullet, first_person, cliche, repeated_opener)
RULES: list[AnyRule] = [module.RULE for module in MODULES]
CASES = [(rule, kind, text) for rule in RULES for kind in ("good", "bad") for text in getattr(rule, kind)]
WEAK_ON_PURPOSE = {"titanic", "mnist", "campcontest", "til", "chatbot"}


def messages(rule: AnyRule, text: str) -> list[tuple[str, str]]:
    return [(found.finding.message.ko, found.finding.message.en) for found in found_in(rule, text, CONTEXT)]


def hints(rule: AnyRule, text: str) -> list[tuple[str, str]]:
    return [(found.finding.hint.ko, found.finding.hint.en) for found in found_in(rule, text, CONTEXT)]


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.name}-{kind}" for rule, kind, _ in CASES])
def test_a_rule_finds_its_bad_examples_only(rule: AnyRule, kind: str, text: str) -> None:
    assert bool(messages(rule, text)) == (kind == "bad")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_strong_entries_of_the_example_resume_get_no_finding(rule: AnyRule) -> None:
    resume = load_base(Workspace(ROOT).base()).resume
    assert resume
    lines = tuple(lines_of(resume.entries()))
    subjects = [*lines, *sections_of(lines)]
    items = {found.finding.item.partition(".")[0] for found in run([rule], subjects, CONTEXT)}
    assert items <= WEAK_ON_PURPOSE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("text", ["", " ", "'", "→", "(", "3", "I", "다", "요", "함", "…", "\0"])
def test_a_rule_takes_any_text(rule: AnyRule, text: str) -> None:
    line = Line(text, "ko", Place("a", 1, 1), "x.y", "work")
    assert list(run([rule], [line], CONTEXT)) == []


@pytest.mark.parametrize("rule", [no_metric.RULE, no_baseline.RULE, weak_opener.RULE, long_bullet.RULE])
def test_a_field_is_no_bullet(rule: AnyRule) -> None:
    for text in rule.bad:
        line = Line(text, "ko", Place("a", 1, 1), "x", "work", "summary")
        assert list(run([rule], [line], CONTEXT)) == []


class TestNoMetric:
    def test_it_names_the_effect_and_says_what_to_write(self) -> None:
        assert messages(no_metric.RULE, "쿼리 튜닝으로 조회 속도 개선") == [
            ("'개선' 뒤에 수치가 없음", "'개선' comes without a figure")
        ]
        assert hints(no_metric.RULE, "쿼리 튜닝으로 조회 속도 개선") == [
            (
                "전후 값이나 규모를 적기(예: 응답 3.2초→0.8초, 주 6시간 절감). 잴 수 없었다면 무엇을 바꿨는지만 적기",
                (
                    "give before and after or a size (from 3.2 s to 0.8 s, 6 hours a week); if it was never measured, "
                    "say only what you changed"
                ),
            )
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "속도 개선, 메모리 정리",
            "속도를 개선했습니다.",
            "비용을 절감하고 운영팀에 인계",
            "2024년 검색 품질 향상",
            "2024-03 검색 품질 향상",
            "Python 3.11로 옮겨 배치 성능 향상",
            "B2B 고객 응대 효율 향상",
            "7명 팀에서 배송 효율 향상",
            "Reworked joins, improving query speed",
            "Reworked joins and reduced cost",
            "LangChain, FastAPI, Docker로 사내 업무 효율 향상",  # so many Latin names that it counts as English
        ],
    )
    def test_a_date_a_version_or_a_name_is_no_figure(self, text: str) -> None:
        assert messages(no_metric.RULE, text)

    @pytest.mark.parametrize(
        "text",
        [
            "조회 속도를 두 배로 향상",
            "반품을 절반으로 감소시킴",
            "보고 시간을 하루에서 한 시간으로 단축",
            "비용을 수백만 원 절감",
            "개선안을 사업부에 제안",
            "사용자 증가에 따른 서버 증설 계획 수립",
            "매출 감소 원인 분석",
            "성능을 개선하기 위한 실험 설계",
            "증가한 트래픽을 받도록 큐 도입",
            "Built a tool for improving data quality",
            "Designed an optimized layout for shelves",
            "Cross-checked reduced-form estimates",
            "Cut the backlog to zero",
        ],
    )
    def test_a_word_for_a_figure_counts_and_a_hope_is_no_effect(self, text: str) -> None:
        assert messages(no_metric.RULE, text) == []

    def test_only_jobs_and_projects_have_effects(self) -> None:
        line = Line("발표 준비 시간 단축", "ko", Place("a", 1, 1), "talk.one", "activities")
        assert list(run([no_metric.RULE], [line], CONTEXT)) == []


class TestNoBaseline:
    def test_it_quotes_the_gain(self) -> None:
        assert messages(no_baseline.RULE, "추천 모델을 바꿔 클릭률 30% 향상") == [
            ("'30% 향상': 무엇에 비해서인지 없음", "'30% 향상': it does not say against what")
        ]
        assert messages(no_baseline.RULE, "Reduced cloud costs by over 40%")[0][1] == (
            "'Reduced cloud costs by over 40%': it does not say against what"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "기존 시스템을 다시 짜서 속도 30% 향상",
            "클라우드로 이전해 비용 20% 절감",
            "지점 10곳에서 시범 운영해 매출 12% 증가",
            "3개월 동안 전환율 30% 상승",
            "인원 5명으로 처리량을 1.5배 늘림",
            "Moved the database and cut costs by 20%",
            "Increased sign-ups by more than 30%",
        ],
    )
    def test_the_old_thing_named_is_no_measure(self, text: str) -> None:
        assert messages(no_baseline.RULE, text)

    @pytest.mark.parametrize(
        "text",
        [
            "전년 같은 달보다 매출 12% 증가",
            "A/B 테스트로 전환율 12% 상승",
            "월 1,200만 원(15%) 감소, 15% 감소",
            "3시간에서 20분으로 89% 단축",
            "상위 10% 고객 이탈 감소",
            "정확도를 92%로 개선",
            "매출 30% 향상 목표 수립",
            "2배 많은 표본으로 재검증",
            "Lifted recall by 12% against the rules it replaced",
            "Sales grew 12% year over year",
            "Kept 30% of traffic on the old model",
        ],
    )
    def test_a_comparison_or_a_share_is_quiet(self, text: str) -> None:
        assert messages(no_baseline.RULE, text) == []


class TestWeakOpener:
    def test_it_quotes_the_weak_words(self) -> None:
        assert messages(weak_opener.RULE, "고객 데이터 분석 업무를 수행함") == [
            (
                "'업무를 수행': 한 일이 아니라 맡은 자리만 적힘",
                "'업무를 수행' names an involvement, not a deed",
            )
        ]

    @pytest.mark.parametrize(
        "text", ["마케팅 데이터 분석 담당함", "정산 프로젝트에 참여했습니다.", "Took part in a pilot"]
    )
    def test_other_endings_of_the_verb_are_seen(self, text: str) -> None:
        assert messages(weak_opener.RULE, text)

    @pytest.mark.parametrize(
        "text",
        [
            "데이터 분석가 12명 채용 면접 참여",
            "앱에서 오프라인 모드 지원",
            "담당자별 처리량 화면 제작",
            "배포 자동화, 장애 대응 담당",
            "추천 모델 개발, 클릭률 2.1%→2.6%, 운영 담당",
            "발주 규칙 설계, 현장 교육 담당",
            "Helpful-vote ranking for reviews",
            "Assisted-checkout logs cleaned and labeled",
        ],
    )
    def test_a_deed_a_figure_or_another_word_is_quiet(self, text: str) -> None:
        assert messages(weak_opener.RULE, text) == []


class TestFirstPerson:
    def test_it_quotes_the_pronoun(self) -> None:
        assert messages(first_person.RULE, "저희 팀의 정산 배치 이전") == [
            ("'저희': 이력서에는 나를 가리키는 말을 쓰지 않음", "'저희': a resume drops the pronoun")
        ]

    @pytest.mark.parametrize(
        "text", ["I've led reviews", "A model I built", "We shipped it", "In 2023, I moved the mart"]
    )
    def test_english_pronouns(self, text: str) -> None:
        assert messages(first_person.RULE, text)

    @pytest.mark.parametrize(
        "text",
        [
            "문제가 반복되는 원인 규명",
            "만나는 시간과 끝나는 시간 기록",
            "Type I error rates of the screen",
            "Reached Analyst I in a year",
            "I/O and CPU profiles",
            "Study of phases I and II",
            "Wrote to ME and WE columns",
            "MyData consent flow",
            "About me page",
        ],
    )
    def test_what_only_looks_alike(self, text: str) -> None:
        assert messages(first_person.RULE, text) == []

    def test_a_summary_is_looked_at_and_a_story_is_not(self) -> None:
        text, place = "After circling the lot by my parents' shop", Place("a", 1, 1)
        told = [Line(text, "en", place, "x", "projects", field) for field in ("summary", "why")]
        assert [found.finding.item for found in run([first_person.RULE], told, CONTEXT)] == ["x"]


class TestCliche:
    def test_each_is_told_once(self) -> None:
        assert messages(cliche.RULE, "열정적인 태도와 열정적인 분석, 도전 정신") == [
            ("상투어 '열정적인'", "the cliche '열정적인'"),
            ("상투어 '도전 정신'", "the cliche '도전 정신'"),
        ]

    def test_it_reads_plain_descriptions_too(self) -> None:
        line = Line("A passionate team player", "en", Place("a.md", 3, 1), field="text")
        found = list(run([cliche.RULE], [line], CONTEXT))
        assert [one.finding.message.en for one in found] == ["the cliche 'passionate'", "the cliche 'team player'"]
        assert cliche.RULE.plain

    @pytest.mark.parametrize(
        "text",
        [
            "분기 사상 최고의 서비스 가동률",
            "최고의 성능을 낸 모델 채택",
            "불성실한 응답 제거",
            "Dynamic pricing",
            "A team played",
        ],
    )
    def test_the_same_words_about_something_else(self, text: str) -> None:
        assert messages(cliche.RULE, text) == []


class TestRepeatedOpener:
    def test_a_run_is_told_once_where_it_begins(self) -> None:
        text = "지표 정의\n주문 마트 구축\n고객 마트 구축함\n물류 마트를 구축했습니다."
        found = [one.finding for one in found_in(repeated_opener.RULE, text, CONTEXT)]
        assert [(one.message.ko, one.message.en, one.place.line) for one in found] == [
            ("3줄이 이어서 같은 말 '구축'으로 끝남", "3 bullets in a row end in '구축'", 2)
        ]

    def test_half_of_six_is_told(self) -> None:
        text = "Led a\nWrote b\nLed c\nFixed d\nLed e\nTaught f"
        assert messages(repeated_opener.RULE, text) == [
            ("6줄 중 3줄이 같은 말 'Led'로 시작", "3 of 6 bullets begin with 'Led'")
        ]

    def test_bullets_of_two_jobs_are_not_in_a_row(self) -> None:
        place = Place("a", 1, 1)
        lines = [Line(f"Built {n}", "en", place, f"job{n % 2}.b{n}", "work") for n in (0, 2, 1)]
        assert list(run([repeated_opener.RULE], [Section("work", "en", tuple(lines))], CONTEXT)) == []


def test_severities() -> None:
    assert {rule.name: rule.severity for rule in RULES} == {
        "no-metric": Severity.INFO,
        "no-baseline": Severity.WARNING,
        "weak-opener": Severity.WARNING,
        "long-bullet": Severity.WARNING,
        "first-person": Severity.WARNING,
        "cliche": Severity.WARNING,
        "repeated-opener": Severity.WARNING,
    }
