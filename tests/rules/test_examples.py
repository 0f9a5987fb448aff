"""Every rule is held by its own examples, and the register by its files and its docs."""

import datetime as dt
from pathlib import Path

import pytest

from resume_tailor.lint import rules
from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.rule import Context
from resume_tailor.problems import Severity

CONTEXT = Context(dt.date(2026, 1, 15), shipped_lexicon())
FOLDER = Path(rules.__file__).parent
FEWEST = 6

CASES = [(rule, kind, text) for rule in rules.ALL for kind in ("good", "bad") for text in getattr(rule, kind)]


@pytest.mark.parametrize(("rule", "kind", "text"), CASES, ids=[f"{rule.name}-{kind}" for rule, kind, _ in CASES])
def test_a_rule_finds_its_bad_examples_and_lets_its_good_ones_pass(rule: AnyRule, kind: str, text: str) -> None:
    found = found_in(rule, text, CONTEXT)
    assert bool(found) == (kind == "bad"), [one.finding.message.en for one in found]


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.name)
def test_a_rule_has_six_different_examples_of_each_kind_in_both_languages(rule: AnyRule) -> None:
    for examples in (rule.good, rule.bad):
        assert len(set(examples)) == len(examples) >= FEWEST


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.name)
def test_a_rule_says_everything_in_korean_and_english(rule: AnyRule) -> None:
    found = [one.finding for text in rule.bad for one in found_in(rule, text, CONTEXT)]
    for message in (rule.summary, rule.why, *(m for one in found for m in (one.message, one.hint))):
        assert any("가" <= char <= "힣" for char in message.ko), message
        assert any("a" <= char <= "z" for char in message.en), message


def test_the_register_holds_every_file_by_its_name_and_no_other() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}
    assert sorted(rule.name for rule in rules.ALL) == sorted(files)


def test_the_register_knows_which_rules_make_errors_without_loading_any() -> None:
    assert tuple(rule.name for rule in rules.ALL) == rules.NAMES
    assert tuple(rule.name for rule in rules.ALL if rule.severity is Severity.ERROR) == rules.ERRORS
