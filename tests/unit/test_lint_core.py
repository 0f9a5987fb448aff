"""The linter's core: how forms are found, how a description is read, how evidence is weighed."""

import datetime as dt
import importlib.util
import re
from pathlib import Path

import pytest

from resume_tailor.lint import lint_text, plain
from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.lint.evidence import cues
from resume_tailor.lint.lexicon import COLUMNS_NEEDED, KINDS, Entry, Forms, Lexicon, tokens
from resume_tailor.lint.subjects import language_of
from resume_tailor.lint.verdict import verdict

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 23)


def seen(form: str, text: str) -> list[str]:
    cut = tokens(text)
    return [cut.seen(*spot) for spot in Forms([form]).find(cut).get(form, [])]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (
            "fashion mnist",
            "on Fashion-MNIST, FashionMNIST and fashion_mnist",
            ["Fashion-MNIST", "FashionMNIST", "fashion_mnist"],
        ),
        ("mnist", "FashionMNIST", []),
        ("house price", "house prices", ["house price"]),
        ("house price", "house priced", []),
        ("predict*", "Prediction of predictors", ["Predict", "predict"]),
        ("예측", "예측하는 모델, 수요예측", ["예측"]),
        ("붓꽃", "붓꽃을 분류", ["붓꽃"]),
        ("손글씨 숫자", "손글씨숫자와 손글씨 숫자", ["손글씨숫자", "손글씨 숫자"]),
        ("보스턴집값", "서울과보스턴 집값", ["보스턴 집값"]),
        ("iris dataset", "the iris. Dataset of ours", []),
        ("cat", "C at noon", []),
        ("891명", "승객 891명의 기록", ["891명"]),
        ("c++", "", []),
    ],
)
def test_how_a_form_is_found(form, text, found):
    assert seen(form, text) == found


IRIS = Entry("iris", "dataset", "붓꽃", "Iris", words=("iris",), near=("dataset", "knn"), columns=("sepal", "petal"))


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("iris recognition at the gate", None),
        ("KNN on iris", "word"),
        ("sepal and petal lengths", "columns"),
        ("sepal length", None),
    ],
)
def test_an_everyday_word_needs_company_and_columns_need_two(text, how):
    hits = Lexicon((IRIS,)).hits(tokens(text))
    assert [hit.how for hit in hits] == ([how] if how else [])


def test_the_parts_of_a_task_must_stand_in_one_sentence():
    task = Entry("t", "task", "집값", "House prices", tasks=(("house|apartment", "price*", "predict*"),))
    assert Lexicon((task,)).hits(tokens("We predict apartment prices"))[0].seen == ("predict", "apartment", "price")
    assert Lexicon((task,)).hits(tokens("Prices of a house.\nWe predict rain.")) == []


def test_a_description_is_read_line_by_line_without_its_marks():
    text = (
        "intro\n\n## **Late** [parcels](https://x.example)\n- cut `calls` by half\n```\ncode\n```\n| a | b |\n|---|\n"
    )
    project = plain.read("a.md", text)
    assert (project.title, str(project.place)) == ("Late parcels", "a.md:3:4")
    assert [(line.text, str(line.place)) for line in project.lines] == [
        ("intro", "a.md:1:1"),
        ("cut calls by half", "a.md:4:3"),
        ("| a | b |", "a.md:8:1"),
    ]


def points(text: str) -> float:
    return verdict(plain.read("a.md", text), shipped_lexicon()).points


GENERIC = "# 영화 추천 시스템\n\n무비렌즈 평점으로 협업 필터링과 SVD를 구현하고 RMSE 비교\n"


@pytest.mark.parametrize(
    "own",
    [
        "고객사 3곳이 매일 쓰고 있음",
        "독립영화관 관객 설문 400건을 직접 수집",
        "석사 학위 논문의 제안 방법",
        "상영 편성 시간을 3시간에서 20분으로 단축",
    ],
)
def test_what_is_ones_own_speaks_against_an_exercise(own):
    assert points(GENERIC + own) < points(GENERIC)


def test_a_borrowed_story_takes_nothing_away():
    story = "넷플릭스를 켜면 볼 것을 고르는 데만 30분이 걸린다는 문제에서 출발했다.\n"
    assert points(GENERIC + story) >= points(GENERIC)


@pytest.mark.parametrize(
    "text", ["# 대시보드\n\n지표 대시보드", "# Dataset notes\n\nThe dataset has 12 classes", "# Forecasting"]
)
def test_weak_signs_alone_flag_nothing(text):
    assert not verdict(plain.read("a.md", text), shipped_lexicon()).is_generic


def test_other_programs_lint_a_text():
    found = lint_text("# TIL\n\n매일 배운 것을 기록하면 좋겠다고 생각해서, 412일째\n", "til.md", today=TODAY)
    assert [(p.rule, str(p.place)) for p in found if p.rule == "til-commits"] == [("til-commits", "til.md:1:3")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Python으로 만든 Airflow 파이프라인", "ko"), ("Built with 카카오 API in two weeks", "en"), ("", "en")],
)
def test_korean_resumes_are_full_of_latin_names(text, lang):
    assert language_of(text) == lang


# --- the data ---


def test_the_json_twins_say_what_the_yaml_says():
    spec = importlib.util.spec_from_file_location("write_data", ROOT / "scripts/write_data.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for source in script.SOURCES:
        assert source.with_suffix(".json").read_text(encoding="utf-8") == script.made(source), (
            "run scripts/write_data.py"
        )


def test_every_set_is_whole():
    entries = shipped_lexicon().entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert sum(entry.kind == "dataset" for entry in entries) >= 150
    for entry in entries:
        assert entry.kind in KINDS, entry.id
        assert entry.home, entry.id
        assert re.search("[가-힣]", entry.name_ko + entry.instead_ko), entry.id
        assert re.search("[A-Za-z]", entry.name_en), entry.id
        assert re.search("[a-z]", entry.instead_en), entry.id
        assert entry.names or entry.words or entry.tasks or len(entry.columns) >= COLUMNS_NEEDED, entry.id
        assert bool(entry.words) <= bool(entry.near), entry.id


def test_no_pattern_of_a_cue_may_run_without_bounds():
    for cue in cues():
        for pattern in filter(None, (cue.pattern, cue.cased)):
            bare = re.sub(r"\\.|\[[^]]*\]", "x", pattern.pattern)
            assert not re.search(r"[^|(][*+](?!\+)", bare), (cue.id, pattern.pattern)
