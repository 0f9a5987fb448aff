"""Rules about how Korean is written, and about spelling: examples, whole messages, and the traps beside them."""

import datetime as dt
from pathlib import Path

import pytest

from resume_tailor.lint.engine import AnyRule, run
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.korean import Ending, ending, predicate, restyled
from resume_tailor.lint.lexicon import Lexicon
from resume_tailor.lint.rule import Context
from resume_tailor.lint.rules import misspelling, mixed_ending, mixed_punctuation, term_variants
from resume_tailor.lint.subjects import Line, Whole, lines_of, sections_of
from resume_tailor.pipeline import load_base
from resume_tailor.problems import Place, Severity
from resume_tailor.workspace import Workspace

CONTEXT = Context(dt.date(2026, 1, 15), Lexicon(()))
ROOT = Path(__file__).parents[2]
RULES: list[AnyRule] = [module.RULE for module in (misspelling, mixed_ending, mixed_punctuation, term_variants)]
CASES = [(rule, kind, text) for rule in RULES for kind in ("good", "bad") for text in getattr(rule, kind)]


def messages(rule: AnyRule, text: str) -> list[tuple[str, str]]:
    return [(found.finding.message.ko, found.finding.message.en) for found in found_in(rule, text, CONTEXT)]


def base(*bullets: str) -> str:
    return "work:\n  - name: Hanbit Foods\n    highlights:\n" + "".join(f'      - "{one}"\n' for one in bullets)


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.name}-{kind}" for rule, kind, _ in CASES])
def test_a_rule_finds_its_bad_examples_only(rule: AnyRule, kind: str, text: str) -> None:
    assert bool(messages(rule, text)) == (kind == "bad")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_resume_gets_no_finding(rule: AnyRule) -> None:
    resume = load_base(Workspace(ROOT).base()).resume
    assert resume
    lines = tuple(lines_of(resume.entries()))
    assert list(run([rule], [*lines, *sections_of(lines), Whole(resume, lines)], CONTEXT)) == []


NOUNS = """
마음 웃음 게임 처음 다음 포함 보험 시험 실험 경험 위험 품 폼 플랫폼 알고리즘 시스템 프로그램 팀 타임 책임 점검
관점 절감 걸음 믿음
묶음 모음 움직임 결함 새로고침 반올림 수요 개요 필요 소요 중요 판다 캐나다 람다
22% Airflow ETL 31%→22% 구축. '차단' 개선(기여도60%) 전환율(8%→11%). “왜” 개발…
"""


class TestEnding:
    @pytest.mark.parametrize("text", NOUNS.split())
    def test_a_noun_a_figure_a_name(self, text: str) -> None:
        assert ending(text) is Ending.NOUN

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("구조를 개선함", Ending.HAM),
            ("구조를 개선하였음.", Ending.HAM),
            ("오류가 표시됨 (3건)", Ending.HAM),
            ("서버를 옮김", Ending.HAM),
            ("문제 없음", Ending.HAM),
            ("모델을 만듦", Ending.HAM),
            ("운영을 맡음", Ending.HAM),
            ("응답이 빨라짐", Ending.HAM),
            ("구조를 개선했습니다.", Ending.FORMAL),
            ("화면에 '사유'를 표시합니다 (기여도 60%)", Ending.FORMAL),
            ("기준을 다시 정했다", Ending.PLAIN),
            ("매주 점검한다.", Ending.PLAIN),
            ("차이가 없다", Ending.PLAIN),
            ("처음 배웠어요", Ending.POLITE),
            ("직접 고쳤죠", Ending.POLITE),
        ],
    )
    def test_a_verb(self, text: str, kind: Ending) -> None:
        assert ending(text) is kind

    @pytest.mark.parametrize("text", ["", " ", "(기여도 60%)", "..."])
    def test_nothing_said(self, text: str) -> None:
        assert ending(text) is None

    def test_a_verb_of_hada_can_be_restyled(self) -> None:
        assert [restyled("개발했습니다", kind) for kind in Ending] == [
            "개발",
            "개발함",
            "개발했습니다",
            "개발했다",
            "개발해요",
        ]
        assert [restyled(word, Ending.NOUN) for word in ("맡았습니다", "개선됐습니다", "함", "알아냄", "22%")] == [
            ""
        ] * 5

    def test_the_predicate_of_each_ending_is_one(self) -> None:
        assert {
            predicate(f"마트 {word}") for word in ("구축", "구축함", "구축했습니다.", "구축하였음", "구축했다 (3종)")
        } == {"구축"}
        assert predicate("이탈률 31%→22%") == ""


class TestMixedEnding:
    def test_it_names_the_majority_and_how_to_end(self) -> None:
        text = "로그 설계\n실험 판정\n지표 정의\n야간 배치를 새 서버로 이전했습니다."
        found = [one.finding for one in found_in(mixed_ending.RULE, text, CONTEXT)]
        assert [(one.message.ko, one.message.en, one.hint.ko, one.hint.en, one.place.line) for one in found] == [
            (
                "'이전했습니다': 같은 섹션의 다른 3줄은 명사로 끝남",
                "ends in '이전했습니다', where 3 others of the section end in a noun",
                "'이전'처럼 끝내기",
                "end it in '이전'",
                4,
            )
        ]

    def test_without_a_verb_of_hada_it_gives_an_example(self) -> None:
        text = "구조를 개선했습니다\n사유를 나눴습니다\n배치를 옮겼습니다\n환불률 4%→2%"
        found = [one.finding for one in found_in(mixed_ending.RULE, text, CONTEXT)]
        assert [(one.message.ko, one.hint.ko) for one in found] == [
            ("'4%→2%': 같은 섹션의 다른 3줄은 '~습니다'로 끝남", "'개선했습니다'처럼 끝내기")
        ]

    def test_each_small_kind_is_told(self) -> None:
        text = "로그 설계\n실험 판정\n지표 정의\n배차 개편\n배치를 옮김\n기준을 정했다"
        assert [one.finding.place.line for one in found_in(mixed_ending.RULE, text, CONTEXT)] == [5, 6]

    @pytest.mark.parametrize(
        "text",
        [
            "로그 설계\n실험 판정\n배치를 옮김",  # three lines
            "로그 설계\n실험 판정\n지표를 정의함\n배치를 옮김",  # half and half
            "로그 설계\n실험 판정\n지표 정의\n지표를 개선함\n배치를 옮김",  # two of five
            "Built a mart\nLed a team\nTaught SQL\nWrote it down",
        ],
    )
    def test_a_style_of_its_own_is_quiet(self, text: str) -> None:
        assert messages(mixed_ending.RULE, text) == []


class TestMixedPunctuation:
    def test_it_counts_the_others(self) -> None:
        assert messages(mixed_punctuation.RULE, "가 설계\n나 판정.\n다 정의\n라 개편") == [
            ("마침표가 있음: 같은 섹션의 다른 3줄에는 없음", "a period, where 3 others have none")
        ]
        assert messages(mixed_punctuation.RULE, "Built a.\nLed b.\nTaught c\nWrote d.") == [
            ("마침표가 없음: 같은 섹션의 다른 3줄에는 있음", "no period, where 3 others have one")
        ]

    def test_half_and_half_loses_the_periods(self) -> None:
        text = "가 설계\n나 판정.\n다 정의\n라 개편."
        assert [one.finding.place.line for one in found_in(mixed_punctuation.RULE, text, CONTEXT)] == [2, 4]

    @pytest.mark.parametrize(
        "last", ["Sold to Acme Inc.", "Cleaned names, units, etc.", "Why now?", "And so on...", "v2.0"]
    )
    def test_an_abbreviation_or_a_question_tells_nothing(self, last: str) -> None:
        assert messages(mixed_punctuation.RULE, f"Built a mart\nLed a team\nTaught SQL\n{last}") == []


class TestTermVariants:
    def test_the_minority_is_told_at_its_place(self) -> None:
        text = base("머신러닝 모델 배포", "머신 러닝을 쓰는 팀 교육", "머신러닝 강의")
        found = [one.finding for one in found_in(term_variants.RULE, text, CONTEXT)]
        assert [(one.message.ko, one.message.en, one.hint.ko, one.hint.en, one.place.line) for one in found] == [
            (
                "'머신 러닝': 다른 곳에서는 '머신러닝' (2번)",
                "'머신 러닝' here, '머신러닝' elsewhere (2×)",
                "한 가지로 맞추기: '머신러닝'",
                "write '머신러닝' everywhere",
                5,
            )
        ]

    def test_the_right_name_wins_against_more(self) -> None:
        text = base("Moved code to Github", "Reviewed on Github", "Deployed by GitHub Actions")
        assert [en for _, en in messages(term_variants.RULE, text)] == ["'Github' here, 'GitHub' elsewhere (1×)"] * 2

    def test_a_name_in_two_scripts_is_a_note_only(self) -> None:
        text = base("파이썬 배치 이전과 점검 절차 정리", "Python 강의를 사내에서 여섯 번 진행")
        assert [one.severity for one in found_in(term_variants.RULE, text, CONTEXT)] == [Severity.INFO]

    @pytest.mark.parametrize(
        "bullets",
        [
            ("수요 예측 모델", "수요·예측 지표", "수요/예측 표"),
            ("Machine learning guild", "Ran the machine learning guild"),
            ("A/B tests for apps", "Judged an A/B test", "Wrote A/B-test docs"),
            ("Pandas to Polars", "Replaced pandas"),
            ("코드: https://github.com/hanbit/x 공개", "GitHub에 공개한 코드 정리"),
            ("매출 대시보드", "오타 '대쉬보드' 교정"),
        ],
    )
    def test_what_is_no_variant(self, bullets: tuple[str, ...]) -> None:
        assert messages(term_variants.RULE, base(*bullets)) == []

    def test_the_keywords_that_we_ship_are_watched_for_spaces(self) -> None:
        text = base("재고 수요 예측을 다시 설계", "매장 수요예측 오차 정리")
        assert [one.severity for one in found_in(term_variants.RULE, text, CONTEXT)] == [Severity.INFO]


class TestMisspelling:
    def test_it_shows_wrong_and_right(self) -> None:
        assert messages(misspelling.RULE, "매출 대쉬보드를 Pytorch로") == [
            ("'대쉬보드'의 바른 표기는 '대시보드'", "'대쉬보드' is spelled '대시보드'"),
            ("'Pytorch'의 바른 표기는 'PyTorch'", "'Pytorch' is spelled 'PyTorch'"),
        ]
        assert messages(misspelling.RULE, "Anaylsis of returns")[0][1] == "'Anaylsis' is spelled 'Analysis'"

    @pytest.mark.parametrize(
        "text",
        [
            "남은 예산을 다 써버린 지면",
            "차량 제작년도별 사고율",
            "대구지역 매장 조사",
            "요금새로고침 버튼",
            "문화일보 기사 분류",
            "광고 문안 12종",
            "돼지 사육 두수 예측",
            "결재선과 결제 오류 정리",
            "공장 폐쇄 예측",
            "않은 길, 하지 않고 보류",
            "github.com/hanbit-example/Pytorch-x",
            "Pytorch_train.py 정리",
            "'됬다' 같은 오타 교정기",
            "pip install numpy",
            "JAVASCRIPT",
        ],
    )
    def test_what_is_right_or_not_the_authors(self, text: str) -> None:
        assert messages(misspelling.RULE, text) == []

    @pytest.mark.parametrize(
        "text", ["안 됬다", "하지 않 했음", "제작년에 입사", "구지 나눠", "써버 증설", "화일을 정리", "금새 반영"]
    )
    def test_words_that_need_a_look_around(self, text: str) -> None:
        assert messages(misspelling.RULE, text)

    def test_a_plain_description_is_free_in_its_capitals(self) -> None:
        texts = ("Pytorch와 Github 사용", "Kubernates에 배포", "메세지 발송")
        lines = [Line(text, "ko", Place("a.md", n, 1), field="text") for n, text in enumerate(texts, 1)]
        assert [found.finding.place.line for found in run([misspelling.RULE], lines, CONTEXT)] == [2, 3]
