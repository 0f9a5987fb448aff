"""The pages of the rules say what the rules say, and a terminal's text fits it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import write_rule_pages
from resume_tailor.lint import pages
from resume_tailor.lint.rule import Finding, Group, Message, Rule, Scope
from resume_tailor.problems import Severity


def check(line, _context):
    if "열정" in line.text:
        message = Message("'열정'은 아무도 재 볼 수 없음", "nobody can measure '열정'")
        yield Finding(message, line.place, Message("한 일을 적기", "say what you did"))


RULE = Rule(
    name="no-passion",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("열정 | 성실", "passion | diligence"),
    why=Message("누구나 쓴다.", "Everyone writes it."),
    good=("주차 수요를 예측해 빈 차 18% 감소",),
    bad=("열정과 성실로 일함", "데이터에 ```열정```"),
    check=check,
    plain=True,
)


def test_the_pages_in_the_docs_are_those_that_the_rules_make():
    stale = list(write_rule_pages.stale(write_rule_pages.wanted(), write_rule_pages.written()))
    assert stale == [], "python scripts/write_rule_pages.py writes them anew"


@pytest.mark.parametrize("name", ["linting.md", "linting.ko.md"])
def test_the_guide_maps_the_advice_to_rules_that_there_are(name):
    text = (write_rule_pages.FOLDER.parent / name).read_text(encoding="utf-8")
    table = text[text.rindex("\n## ") :]
    named = set(re.findall(r"`([a-z]+-[a-z-]+)`", table))
    assert named <= {rule.name for rule in write_rule_pages.ALL}
    assert len(named) >= 20


def test_a_page_says_why_what_is_found_what_passes_and_how_to_let_it_pass():
    assert pages.page(RULE, "en") == (
        "# `no-passion`: passion | diligence\n"
        "\n"
        "[한국어](ko/no-passion.md) · [all rules](README.md)\n"
        "\n"
        "warning · looks at each line, plain project descriptions too · group: Bullets\n"
        "\n"
        "## Why\n"
        "\n"
        "Everyone writes it.\n"
        "\n"
        "## What it finds\n"
        "\n"
        "```text\n"
        "열정과 성실로 일함\n"
        "```\n"
        "\n"
        "> nobody can measure '열정'  \n"
        "> → say what you did\n"
        "\n"
        "````text\n"
        "데이터에 ```열정```\n"
        "````\n"
        "\n"
        "> nobody can measure '열정'\n"
        "\n"
        "## What passes\n"
        "\n"
        "```text\n"
        "주차 수요를 예측해 빈 차 18% 감소\n"
        "```\n"
        "\n"
        "## With a good reason\n"
        "\n"
        "On the item in the base (its bullets too), or in a company's profile:\n"
        "\n"
        "```yaml\n"
        "lint: {allow: {no-passion: the reason in a few words}}\n"
        "```\n"
        "\n"
        "Everywhere, in `resume.toml`:\n"
        "\n"
        "```toml\n"
        "[lint.allow]\n"
        'no-passion = "the reason in a few words"\n'
        "```\n"
        "\n"
        "In a plain description:\n"
        "\n"
        "```markdown\n"
        "<!-- resume-lint: allow no-passion: the reason in a few words -->\n"
        "```\n"
    )


def test_the_same_fits_a_terminal_in_korean():
    assert pages.explain(RULE, "ko", 30) == (
        "no-passion: 열정 | 성실\n"
        "경고 · 보는 것: 한 줄씩,\n"
        "프로젝트 설명 글도 · 갈래:\n"
        "문장\n"
        "\n"
        "누구나 쓴다.\n"
        "\n"
        "걸리는 예\n"
        "    열정과 성실로 일함\n"
        "  ! '열정'은 아무도 재 볼 수\n"
        "    없음\n"
        "  = 한 일을 적기\n"
        "\n"
        "    데이터에 ```열정```\n"
        "  ! '열정'은 아무도 재 볼 수\n"
        "    없음\n"
        "\n"
        "통과하는 예\n"
        "    주차 수요를 예측해 빈 차\n"
        "    18% 감소\n"
        "\n"
        "까닭이 있으면\n"
        "  베이스의 그 항목에(불릿도\n"
        "  함께), 또는 회사 프로필에:\n"
        "    lint: {allow: {no-passion: 까닭 한마디}}\n"
        "\n"
        "  어디서나, resume.toml에:\n"
        "    [lint.allow]\n"
        '    no-passion = "까닭 한마디"\n'
        "\n"
        "  프로젝트 설명 글 안에:\n"
        "    <!-- resume-lint: allow no-passion: 까닭 한마디 -->"
    )


def test_a_terminal_lists_the_rules_in_columns():
    named = replace(RULE, name="no-passion-at-all", severity=Severity.INFO, group=Group.OWN)
    assert pages.listing([RULE, named, replace(RULE, name="x", severity=Severity.ERROR)], "ko", 34) == (
        "문장\n"
        "  no-passion         경고  열정 |\n"
        "                           성실\n"
        "  x                  오류  열정 |\n"
        "                           성실\n"
        "\n"
        "내 규칙\n"
        "  no-passion-at-all  참고  열정 |\n"
        "                           성실"
    )
    assert pages.listing([RULE], "en") == "Bullets\n  no-passion  warning  passion | diligence"
    assert pages.listing([], "en") == ""


def test_the_index_lists_the_rules_by_group_and_a_stroke_breaks_no_table():
    assert pages.index([RULE], "ko") == (
        "# 검사 규칙\n"
        "\n"
        "[English](../README.md). 규칙에서 만든 문서: `scripts/write_rule_pages.py`. "
        "쓰는 법은 [이력서 검사](../../linting.ko.md).\n"
        "\n"
        "## 문장\n"
        "\n"
        "| 규칙 | 심각도 | 보는 것 | 무엇을 |\n"
        "| --- | --- | --- | --- |\n"
        "| [`no-passion`](no-passion.md) | 경고 | 한 줄씩, 프로젝트 설명 글도 | 열정 \\| 성실 |\n"
    )


@given(st.text(st.sampled_from("가나다abc \n"), max_size=200), st.integers(10, 40))
def test_wrapping_loses_no_word_and_only_a_long_word_is_too_wide(text, width):
    lines = pages.wrapped(text, width, "  ")
    assert " ".join(lines).split() == text.split()
    assert all(pages.columns(line) <= width or " " not in line.strip() for line in lines)


@given(st.text(st.sampled_from("`~a\n"), max_size=60))
def test_no_example_can_end_its_own_block(text):
    block = pages.fenced(Scope.LINE, text)
    fence = re.match("`+", block)[0]
    inside = block.splitlines()[1:-1]
    assert block.endswith(f"\n{fence}")
    assert not any(fence in line for line in inside)


@pytest.mark.parametrize("rule", write_rule_pages.ALL, ids=lambda rule: rule.name)
def test_every_rule_can_be_explained_within_a_hundred_columns(rule):
    for lang in ("ko", "en"):
        first = pages.explain(rule, lang, 100).split("\n\n", 2)[:2]
        assert all(pages.columns(line) <= 100 for part in first for line in part.splitlines())


def test_a_stale_page_is_told_with_its_first_differences():
    folder = write_rule_pages.FOLDER
    wanted = {folder / "a.md": "one\n", folder / "b.md": "one\ntwo\n", folder / "c.md": "same\n"}
    written = {folder / "b.md": "one\n2\n", folder / "c.md": "same\n", folder / "d.md": ""}
    assert list(write_rule_pages.stale(wanted, written)) == [
        "docs/rules/a.md: missing",
        "docs/rules/b.md: stale\n  --- written\n  +++ wanted\n  @@ -2 +2 @@\n  -2\n  +two",
        "docs/rules/d.md: of no rule any more",
    ]
