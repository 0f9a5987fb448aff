"""Laws of the linter: it never fails on a text, every place lies in it, and a wish to let pass always does."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from resume_tailor.lint import checks, lint_text
from resume_tailor.lint.own import Own
from resume_tailor.lint.rule import Context
from resume_tailor.problems import source_lines

TODAY = dt.date(2026, 11, 23)
_WORDS = """# ## - * | ` <!-- --> [a](b) 타이타닉 MNIST Kaggle 데이터셋 정확도 91.2% 사용자 300명 고객사 직접 수집
EDA 전처리 XGBoost CNN React 로그인 TIL SOTA 팀 프로젝트 4인 팀 저는 열정적인 Github 대쉬보드 from 3 to 2
İ ﬁ 😀 880101-1234567"""
WORDS = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\u200b"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS)
def test_any_text_can_be_linted_and_every_place_lies_in_it(text):
    lines = source_lines(text)
    for problem in lint_text(text, "a.md", today=TODAY):
        assert problem.place.path == "a.md"
        assert 0 <= problem.place.line <= len(lines)
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rules_changes_nothing(text, random):
    context = Context(TODAY, checks.lexicon(Own()))
    rules = list(checks.all_rules(Own()))
    found = set(checks.check_text("a.md", text, rules, context))
    random.shuffle(rules)
    assert set(checks.check_text("a.md", text, rules, context)) == found


@given(TEXTS)
def test_what_is_allowed_with_a_reason_is_silent_and_no_such_wish_is_idle(text):
    rules = {problem.rule for problem in lint_text(text, today=TODAY)} - {
        "unused-allow",
        "unknown-rule",
        "missing-reason",
    }
    wishes = "".join(f"\n<!-- resume-lint: allow {rule}: 까닭 -->" for rule in sorted(rules))
    left = {problem.rule for problem in lint_text(text + wishes, today=TODAY)}
    assert left & (rules | {"unused-allow"}) == set()
