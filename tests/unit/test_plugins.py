"""Rules of other packages: found by their entry points; one that cannot be used is told, and never a traceback."""

import subprocess
import sys
from textwrap import dedent

import pytest

from resume_tailor import plugins
from resume_tailor.problems import render

RULES = """
    from resume_tailor.lint.rule import Finding, Group, Message, Rule, Scope
    from resume_tailor.problems import Severity

    def rule(name):
        text = Message(name, name)
        check = lambda line, context: iter(())
        return Rule(name, Group.OWN, Scope.LINE, Severity.INFO, text, text, (), (), check)

    ONE = rule("one")
    TWO = [rule("two"), rule("three")]
    TWICE = [rule("same"), rule("same")]
    TAKEN = rule("long-bullet")
    NUMBER = 7
    MIXED = (rule("four"), "five")

    def made():
        return ONE

    def several():
        yield from TWO

    def broken():
        raise KeyError("a secret")

    def nothing():
        return None
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a distribution of that name with entry points, as pip would leave it."""

    def install(points, *, name="acme-rules", module="acme_rules"):
        (tmp_path / f"{module}.py").write_text(dedent(RULES), encoding="utf-8")
        info = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        lines = [f"{key} = {value}" for key, value in points.items()]
        (info / "entry_points.txt").write_text("\n".join(["[resume_tailor.rules]", *lines]) + "\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)

    monkeypatch.syspath_prepend(str(tmp_path))
    yield install
    for module in ("acme_rules", "other_rules"):
        sys.modules.pop(module, None)


def loaded(*taken):
    rules, problems = plugins.load(taken)
    return [rule.name for rule in rules], [render(problem, {}) for problem in problems]


def test_without_plugins_there_is_nothing():
    assert plugins.load() == ((), [])


@pytest.mark.parametrize(
    ("points", "names"),
    [
        ({"a": "acme_rules:ONE"}, ["one"]),
        ({"a": "acme_rules:TWO"}, ["two", "three"]),
        ({"a": "acme_rules:made"}, ["one"]),
        ({"a": "acme_rules:several"}, ["two", "three"]),
        ({"b": "acme_rules:ONE", "a": "acme_rules:TWO"}, ["two", "three", "one"]),
    ],
)
def test_an_entry_point_is_a_rule_or_several_or_a_function_that_returns_them(install, points, names):
    install(points)
    assert loaded() == (names, [])


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("acme_gone:RULE", "cannot be loaded (ModuleNotFoundError: No module named 'acme_gone')"),
        ("acme_rules:GONE", "cannot be loaded (AttributeError: module 'acme_rules' has no attribute 'GONE')"),
        ("acme_rules:broken", "cannot be loaded (KeyError: 'a secret')"),
        ("acme_rules:NUMBER", "cannot be loaded (TypeError: 'int' object is not iterable)"),
        ("acme_rules:nothing", "cannot be loaded (TypeError: 'NoneType' object is not iterable)"),
        ("acme_rules:MIXED", "gives a str where a Rule should be"),
        ("acme_rules:rule", "cannot be loaded (TypeError: rule() missing 1 required positional argument: 'name')"),
    ],
)
def test_one_that_cannot_be_used_is_told_and_the_others_serve(install, value, why):
    install({"bad": value, "good": "acme_rules:ONE"})
    told = (
        f"{value}: warning: entry point 'bad' of acme-rules: {why}; its rules are left out [plugin]\n"
        "  = update acme-rules, or uninstall it"
    )
    assert loaded() == (["one"], [told])


@pytest.mark.parametrize(
    ("value", "name", "owner"),
    [
        ("acme_rules:TAKEN", "long-bullet", "a rule that comes with the linter"),
        ("acme_rules:TWICE", "same", "another of its own rules"),
        ("acme_rules:made", "one", "entry point 'first' of acme-rules"),
    ],
)
def test_a_name_means_one_rule(install, value, name, owner):
    install({"first": "acme_rules:ONE", "second": value})
    told = (
        f"{value}: warning: entry point 'second' of acme-rules: the name '{name}' is taken by {owner}; "
        "its rules are left out [plugin]\n"
        "  = tell whoever makes acme-rules to give it another name, or uninstall it"
    )
    assert loaded("long-bullet") == (["one"], [told])


def test_packages_are_loaded_in_the_order_of_their_names_wherever_they_lie(install):
    install({"z": "acme_rules:ONE"})
    install({"a": "other_rules:ONE"}, name="other-rules", module="other_rules")
    names, problems = loaded()
    assert names == ["one"]
    assert "entry point 'a' of other-rules: the name 'one' is taken by entry point 'z' of acme-rules" in problems[0]


def test_the_metadata_of_packages_is_read_only_when_rules_are_asked_for():
    code = "import sys, resume_tailor.plugins; print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
