"""Laws of telling an exercise from one's own work: what is one's own only ever speaks for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_tailor.lint import plain, verdict
from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.lint.evidence import Evidence, Sign, cues
from resume_tailor.lint.lexicon import HOW, Hit
from resume_tailor.lint.subjects import Project
from resume_tailor.problems import Place

_GENERIC = """타이타닉 생존 예측 MNIST 손글씨 분류 Kaggle 캐글 데이터셋 정확도 0.91 EDA 전처리 결측치 시각화
XGBoost CNN LSTM 랜덤포레스트 경진대회 데이콘 부트캠프 실습 클론 튜토리얼 로그인 장바구니 게시판
React Spring Python SQL 대시보드 챗봇 iris KNN 150 samples churn telco movielens 영화 추천 시스템
가상의 학습 데이터 테스트 house price"""
TEXTS = st.lists(st.sampled_from([*_GENERIC.split(), "\n"]), min_size=1, max_size=25).map(" ".join)
OWN = (
    "고객사 3곳이 매일 쓰고 있음",
    "설문 400건을 직접 수집",
    "출시 후 사용자 2,000명이 이용",
    "석사 학위 논문으로 게재",
    "대기 시간 12분→4분",
    "오픈소스 기여로 메인테이너가 됨",
)
HITS = st.lists(
    st.builds(Hit, st.sampled_from(shipped_lexicon().entries), st.sampled_from(HOW), st.just(("x",))),
    max_size=3,
).map(tuple)


def _signs(side):
    every = [Sign(cue, ("x",), cue.weight) for cue in cues() if cue.side == side]
    return st.lists(st.sampled_from(every), max_size=5, unique_by=lambda sign: sign.cue.id).map(tuple)


EVIDENCE = st.builds(Evidence, HITS, _signs("generic"), _signs("own"), _signs("story"))


@pytest.fixture
def weighed(monkeypatch):
    """Weighs evidence as it is given."""

    def weigh(found):
        with monkeypatch.context() as patch:
            patch.setattr(verdict, "evidence", lambda _project, _lexicon: found)
            return verdict.verdict.__wrapped__(Project("", (), "ko", Place("a.md")), shipped_lexicon())

    return weigh


def judged(text):
    return verdict.verdict(plain.read("a.md", text), shipped_lexicon())


@given(TEXTS, st.sampled_from(OWN))
def test_a_sentence_of_ones_own_never_makes_an_exercise_of_a_project(text, own):
    before, after = judged(f"# 제목\n{text}"), judged(f"# 제목\n{text}\n{own}")
    assert after.points < before.points
    assert before.is_generic or not after.is_generic
    assert not after.is_certain


def test_evidence_of_ones_own_only_lowers_points_and_raises_what_is_needed(weighed):
    @given(EVIDENCE, _signs("own"))
    def law(found, more):
        own = {sign.cue.id: sign for sign in (*more, *found.own)}
        before, after = weighed(found), weighed(Evidence(found.hits, found.generic, tuple(own.values()), found.story))
        assert after.points <= before.points + 1e-9
        assert after.needed >= before.needed
        assert before.is_generic or not after.is_generic
        assert before.is_certain or not after.is_certain

    law()


def test_weak_signs_alone_never_flag(weighed):
    weak = [Sign(cue, ("x",), cue.weight + cue.title) for cue in cues() if cue.weak]

    @given(st.sampled_from(weak))
    def law(sign):
        assert not weighed(Evidence((), (sign,), (), ())).is_generic

    law()


def test_a_verdict_names_a_rule_when_it_is_one_and_only_then(weighed):
    @given(EVIDENCE)
    def law(found):
        result = weighed(found)
        assert bool(result.rule) == result.is_generic
        assert result.rule in {"", *verdict.RULES}
        assert result.is_generic or not result.is_certain

    law()
