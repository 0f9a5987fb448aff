"""What the linter found as text, JSON, GitHub's workflow commands and SARIF: whole texts, and what escaping keeps."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_tailor.lint import report
from resume_tailor.lint.rule import Group, Message, Rule, Scope
from resume_tailor.problems import Place, Problem, Severity

SCHEMA = json.loads((Path(__file__).parents[1] / "support/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
SARIF = jsonschema.Draft4Validator(SCHEMA)

BASE, CLEAN, POST = "resume/work.yaml", "resume/clean.yaml", "글/프로젝트 1.md"
SOURCES = {BASE: "work:\n  - 열정적으로 일함\n  - 열정\n", POST: "# 타이타닉\n"}
PASSION = Problem("no-passion", "'열정'은 잴 수 없음", Place(BASE, 2, 5), Severity.WARNING, "한 일을 적기")
AGAIN = Problem("no-passion", "'열정'은 잴 수 없음", Place(BASE, 3, 5), Severity.WARNING, "한 일을 적기")
TITANIC = Problem("public-dataset", "타이타닉", Place(POST, 1, 3))
UNREADABLE = Problem("unreadable", "cannot be read", Place("resume/x.yaml"))
NOTE = Problem("gap", "a gap", Place(BASE, 1, 1), Severity.INFO)

RULE = Rule(
    name="no-passion",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("열정", "passion"),
    why=Message("누구나 쓴다.", "Everyone writes it."),
    good=("주차 수요 예측",),
    bad=("열정으로 일함",),
    check=lambda _line, _context: iter(()),
)


def test_text_groups_by_file_and_ends_with_the_count():
    found = report.as_text({BASE: [AGAIN, PASSION], CLEAN: [], POST: [TITANIC]}, SOURCES)
    assert found == (
        "resume/work.yaml:2:5: warning: '열정'은 잴 수 없음 [no-passion]\n"
        "      - 열정적으로 일함\n"
        "        ^\n"
        "  = 한 일을 적기\n"
        "resume/work.yaml:3:5: warning: '열정'은 잴 수 없음 [no-passion]\n"
        "      - 열정\n"
        "        ^\n"
        "  = 한 일을 적기\n"
        "\n"
        "글/프로젝트 1.md:1:3: error: 타이타닉 [public-dataset]\n"
        "    # 타이타닉\n"
        "      ^\n"
        "\n"
        "1 error, 2 warnings in 3 files"
    )


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ({}, "no problems in 0 files"),
        ({CLEAN: []}, "no problems in 1 file"),
        ({BASE: [NOTE], CLEAN: []}, "1 info in 2 files"),
        ({BASE: [NOTE, PASSION, PASSION]}, "1 warning, 1 info in 1 file"),
    ],
)
def test_the_count_names_what_there_is_and_counts_nothing_twice(files, count):
    assert report.as_text(files, {}).splitlines()[-1] == count


def test_json_lists_every_file_the_clean_ones_too():
    assert report.as_json({BASE: [PASSION], CLEAN: [], "resume/x.yaml": [UNREADABLE]}) == (
        "{\n"
        '  "files": [\n'
        "    {\n"
        '      "path": "resume/work.yaml",\n'
        '      "problems": [\n'
        "        {\n"
        '          "rule": "no-passion",\n'
        '          "severity": "warning",\n'
        '          "line": 2,\n'
        '          "column": 5,\n'
        '          "message": "\'열정\'은 잴 수 없음",\n'
        '          "hint": "한 일을 적기"\n'
        "        }\n"
        "      ]\n"
        "    },\n"
        "    {\n"
        '      "path": "resume/clean.yaml",\n'
        '      "problems": []\n'
        "    },\n"
        "    {\n"
        '      "path": "resume/x.yaml",\n'
        '      "problems": [\n'
        "        {\n"
        '          "rule": "unreadable",\n'
        '          "severity": "error",\n'
        '          "line": 0,\n'
        '          "column": 0,\n'
        '          "message": "cannot be read",\n'
        '          "hint": ""\n'
        "        }\n"
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}"
    )


def test_github_gets_a_command_for_each_problem_with_the_hint_on_a_second_line():
    odd = Problem("a-rule", "100%:\r\nx, y", Place("a,b:c%.md", 1, 2))
    assert report.as_github({BASE: [PASSION, NOTE], CLEAN: [], "resume/x.yaml": [UNREADABLE], "odd": [odd]}) == (
        "::notice file=resume/work.yaml,line=1,col=1,title=gap::a gap\n"
        "::warning file=resume/work.yaml,line=2,col=5,title=no-passion::'열정'은 잴 수 없음%0A한 일을 적기\n"
        "::error file=resume/x.yaml,title=unreadable::cannot be read\n"
        "::error file=a%2Cb%3Ac%25.md,line=1,col=2,title=a-rule::100%25:%0D%0Ax, y"
    )


_ANY = st.text(
    st.sampled_from("%:,\r\n=0123456789ABDabc 열정 ") | st.characters(exclude_categories=["Cs"]), max_size=40
)


def runner_reads(command):
    """What GitHub's runner makes of a command: `::name key=value,…::message`, in its own order of unescaping."""
    head, message = re.fullmatch(r"::(\w+ [^\n]*?)::([^\n\r]*)", command, re.DOTALL).groups()
    name, _, properties = head.partition(" ")
    marks = (("%0D", "\r"), ("%0A", "\n"))
    more = (("%3A", ":"), ("%2C", ","))

    def back(text, pairs):
        for mark, char in pairs:
            text = text.replace(mark, char)
        return text.replace("%25", "%")

    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return name, {key: back(value, marks + more) for key, value in pairs}, back(message, marks)


@given(_ANY, _ANY)
def test_the_runner_reads_back_what_was_written_whatever_stands_in_it(path, message):
    command = report.as_github({path: [Problem("rule", message, Place(path, 3, 4))]})
    expected = {"file": path, "line": "3", "col": "4", "title": "rule"}
    assert runner_reads(command) == ("error", expected, message)


# --- SARIF ---


def sarif(files, rules=(RULE,), **more):
    log = json.loads(report.as_sarif(files, rules, "1.2.3", **more))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    return log["runs"][0]


def results(*problems):
    return sarif({"any": problems})["results"]


def test_the_official_schema_is_one():
    jsonschema.Draft4Validator.check_schema(SCHEMA)


def test_a_sarif_log_names_the_tool_and_its_rules():
    run = sarif({CLEAN: []}, lang="ko")
    assert run == {
        "tool": {
            "driver": {
                "name": "resume",
                "version": "1.2.3",
                "rules": [
                    {
                        "id": "no-passion",
                        "shortDescription": {"text": "열정"},
                        "fullDescription": {"text": "누구나 쓴다."},
                        "help": {
                            "text": "누구나 쓴다.\n\n걸리는 예:\n\n열정으로 일함\n\n통과하는 예:\n\n주차 수요 예측",
                            "markdown": (
                                "누구나 쓴다.\n\n### 걸리는 예\n\n```text\n열정으로 일함\n```\n\n"
                                "### 통과하는 예\n\n```text\n주차 수요 예측\n```"
                            ),
                        },
                        "defaultConfiguration": {"level": "warning"},
                        "properties": {"tags": ["bullet"]},
                    }
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [],
    }


def test_a_result_points_at_its_rule_and_its_place():
    (result,) = results(PASSION)
    fingerprint = result.pop("partialFingerprints")
    assert list(fingerprint) == ["resumeProblem/v1"]
    assert result == {
        "ruleId": "no-passion",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "'열정'은 잴 수 없음\n한 일을 적기"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "resume/work.yaml"},
                    "region": {"startLine": 2, "startColumn": 5},
                }
            }
        ],
    }


def test_what_no_rule_found_is_a_result_too_and_a_whole_file_has_no_region():
    (result,) = results(UNREADABLE)
    assert "ruleIndex" not in result
    assert result["ruleId"] == "unreadable"
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "resume/x.yaml"}}}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("글/a b:c#d.md", "%EA%B8%80/a%20b%3Ac%23d.md"),
        ("a:b/c.md", "a%3Ab/c.md"),
        ("../c.md", "../c.md"),
        ("/etc/c d.md", "file:///etc/c%20d.md"),
        ("D:/c/d.md", "file:///D:/c/d.md"),
        ("\udcff.md", "%FF.md"),  # a name that is no UTF-8, as the system hands it over
    ],
)
def test_a_path_is_a_uri_relative_to_the_workspace(path, uri):
    assert report._uri(path) == uri


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_a_relative_path_can_be_read_back_from_its_uri(path):
    if not report._ABSOLUTE.match(path):
        assert unquote(report._uri(path)) == path


def test_fingerprints_stay_when_lines_move_and_tell_equal_problems_apart():
    def prints(*problems):
        return [result["partialFingerprints"]["resumeProblem/v1"] for result in results(*problems)]

    def moved(problem):
        place = Place(problem.place.path, problem.place.line + 7, 1)
        return Problem(problem.rule, problem.message, place, problem.severity)

    problems = (PASSION, AGAIN, TITANIC, NOTE)
    assert prints(*map(moved, problems)) == prints(*problems)
    assert len(set(prints(*problems))) == len(problems)


@given(st.lists(st.builds(Problem, _ANY, _ANY, st.builds(Place, _ANY, st.integers(0, 9), st.integers(0, 9)))))
def test_whatever_the_problems_say_the_log_is_valid(problems):
    sarif({"any": problems})
