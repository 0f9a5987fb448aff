"""The workspace's own lint files: more sets and lists of words, and every mistake in them told with its place."""

import datetime as dt
import json
import re
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers import as_data, reading, told

from resume_tailor.lint import plain
from resume_tailor.lint.engine import run
from resume_tailor.lint.examples import subjects
from resume_tailor.lint.lexicon import Entry, Lexicon, tokens
from resume_tailor.lint.own import Own
from resume_tailor.lint.rule import Context, Group, Message, Scope
from resume_tailor.lint.wordrules import SCHEMA, load
from resume_tailor.problems import Severity

DOCS = Path(__file__).parents[2] / "docs"
FILE = "lint/own.yaml"
SHIPPED = Lexicon([Entry("titanic", "dataset", "타이타닉", "Titanic", names=("titanic data set",))])
EDITOR = jsonschema.Draft7Validator(SCHEMA)

WORDS = """
    rules:
      - name: no-passion
        summary: {ko: 재 볼 수 없는 말, en: nothing one can measure}
        words: [열정, 최고의, passion*]
        but: [열정 페이]
        good: [열정페이 실태를 조사해 보고서로 냄]
        bad: [열정적으로 일함, "A passionate analyst"]
"""


def read(*sources):
    """What the files add, and what is said about them."""
    paths = [FILE, *(f"lint/own{number}.yaml" for number in range(1, len(sources)))]
    readings = [reading(dedent(source), path) for source, path in zip(sources, paths, strict=True)]
    own, problems = load(readings, {"public-dataset"}, SHIPPED)
    return own, told(problems, readings)


def own(*sources):
    found, problems = read(*sources)
    assert problems == ""
    return found


def said_of(rule, text):
    found = run([rule], subjects(rule.scope, text), Context(dt.date(2026, 1, 15), Lexicon(())))
    return [(one.finding.message.ko, one.finding.place.line) for one in found]


def test_a_list_of_words_is_a_rule_that_says_the_word_it_found():
    (rule,) = own(WORDS).rules
    assert (rule.name, rule.group, rule.scope, rule.severity) == (
        "no-passion",
        Group.OWN,
        Scope.LINE,
        Severity.WARNING,
    )
    assert rule.plain
    assert rule.why == rule.summary == Message("재 볼 수 없는 말", "nothing one can measure")
    assert said_of(rule, "최고의 열정으로 passionately 일하고 최고의 결과를 냄") == [
        ("'최고의': 재 볼 수 없는 말", 1),
        ("'열정': 재 볼 수 없는 말", 1),
        ("'passion': 재 볼 수 없는 말", 1),
    ]


def test_a_word_of_but_silences_its_own_line_only():
    (rule,) = own(WORDS).rules
    assert said_of(rule, "열정페이와 열정에 대한 조사") == []
    assert said_of(rule, "열정과 성실") == [("'열정': 재 볼 수 없는 말", 1)]


def test_a_rule_on_projects_says_each_word_once_where_it_first_stands():
    (rule,) = own(
        """
        rules:
          - name: no-toy
            severity: error
            scope: project
            summary: 장난감
            why: 왜
            words: [토이 프로젝트]
            but: [실사용자]
            message: {ko: "'{word}'라고 쓰지 말 것", en: "do not write '{word}'"}
            hint: {ko: 누가 쓰는지 적기, en: say who uses it}
        """
    ).rules
    text = "# 예보 앱\n\n실사용자 40명의 토이 프로젝트\n- 토이 프로젝트\n- 또 토이프로젝트\n- 또 토이 프로젝트\n"
    assert (rule.severity, rule.why) == (Severity.ERROR, Message("왜", "왜"))
    assert said_of(rule, text) == [
        ("'토이 프로젝트'라고 쓰지 말 것", 4),
        ("'토이프로젝트'라고 쓰지 말 것", 5),
    ]
    (first, *_) = run([rule], [plain.read("a.md", text)], Context(dt.date(2026, 1, 15), Lexicon(())))
    assert first.finding.hint == Message("누가 쓰는지 적기", "say who uses it")


def test_a_set_is_known_by_all_that_is_written_of_it():
    found = own(
        """
        datasets:
          - id: our-camp-sales
            kind: task
            name: {ko: 캠프 매출, en: Camp sales}
            home: 우리 부트캠프 3주차
            names: [캠프 매출 데이터]
            words: [매출]
            near: [부트캠프]
            tasks: [["매출|판매", 예측, 3주차]]
            columns: [camp_id, week_no]
            instead: 가게를 찾아가 물어보세요.
          - {id: our-camp-rides, name: 캠프 이동, names: [캠프 이동 데이터]}
        """
    )
    assert found == Own(
        (
            Entry(
                "our-camp-sales",
                "task",
                "캠프 매출",
                "Camp sales",
                "우리 부트캠프 3주차",
                ("캠프 매출 데이터",),
                ("매출",),
                ("부트캠프",),
                (("매출|판매", "예측", "3주차"),),
                ("camp_id", "week_no"),
                "가게를 찾아가 물어보세요.",
                "가게를 찾아가 물어보세요.",
            ),
            Entry("our-camp-rides", "dataset", "캠프 이동", "캠프 이동", names=("캠프 이동 데이터",)),
        )
    )
    texts = ("캠프매출데이터로 분석", "부트캠프에서 매출을 봄", "3주차에 판매 예측", "camp_id, week_no")
    assert [Lexicon(found.entries).hits(tokens(text))[0].how for text in texts] == ["name", "word", "task", "columns"]


def test_several_files_add_up_and_nothing_at_all_adds_nothing():
    other = "rules: [{name: other, summary: x, words: [y]}]"
    assert [rule.name for rule in own(WORDS, other).rules] == ["no-passion", "other"]
    assert load([], set(), SHIPPED) == (Own(), [])


def test_every_mistake_is_told_at_once_with_its_place():
    found, problems = read(
        """\
        dataset: []
        rules:
          - name: No Passion
            summary: x
            words: [열정]
            sevrity: error
          - {name: public-dataset, summary: x, words: [y]}
          - {name: twice, summary: x, words: [y], severity: fatal}
          - {name: twice, summary: x, words: [y]}
          - {name: nothing, summary: x}
          - {name: empty, summary: x, words: []}
          - {name: signs, summary: x, words: ["!!"]}
          - {name: typo, summary: x, words: [y], message: "{wrod}!"}
        datasets:
          - {id: titanic, name: x, names: [y]}
          - {id: mine, name: x}
          - {id: near, name: x, words: [y]}
        """,
        "- 열정",
    )
    assert [rule.name for rule in found.rules] == ["twice"]
    assert found.entries == ()
    assert problems == (
        "lint/own.yaml:1:1: error: unknown key 'dataset' (did you mean 'datasets'?) [unknown-key]\n"
        "    dataset: []\n"
        "    ^\n"
        "lint/own.yaml:3:11: error: 'name' must be lower-case words joined by '-', not 'No Passion' [wrong-name]\n"
        "      - name: No Passion\n"
        "              ^\n"
        "  = write name: no-passion\n"
        "lint/own.yaml:6:5: error: unknown key 'sevrity' (did you mean 'severity'?) [unknown-key]\n"
        "        sevrity: error\n"
        "        ^\n"
        "lint/own.yaml:7:12: error: 'public-dataset' is one that comes with the linter [duplicate-name]\n"
        "      - {name: public-dataset, summary: x, words: [y]}\n"
        "               ^\n"
        "  = give it another name\n"
        "lint/own.yaml:8:53: error: 'severity' cannot be 'fatal' [unknown-choice]\n"
        "      - {name: twice, summary: x, words: [y], severity: fatal}\n"
        "                                                        ^\n"
        "  = one of: error, warning, info\n"
        "lint/own.yaml:9:12: error: 'twice' is also in lint/own.yaml:8 [duplicate-name]\n"
        "      - {name: twice, summary: x, words: [y]}\n"
        "               ^\n"
        "  = give it another name\n"
        "lint/own.yaml:10:5: error: 'words' is missing [missing-key]\n"
        "      - {name: nothing, summary: x}\n"
        "        ^\n"
        "  = write words: ...\n"
        "lint/own.yaml:11:5: error: 'words' is empty [missing-key]\n"
        "      - {name: empty, summary: x, words: []}\n"
        "        ^\n"
        "  = write words: ...\n"
        "lint/own.yaml:12:39: error: '!!' can never be found: only letters and figures are looked for [empty-form]\n"
        '      - {name: signs, summary: x, words: ["!!"]}\n'
        "                                          ^\n"
        "  = write a word, or delete it\n"
        "lint/own.yaml:13:5: error: 'message' cannot hold '{wrod}' (did you mean '{word}'?) [unknown-choice]\n"
        '      - {name: typo, summary: x, words: [y], message: "{wrod}!"}\n'
        "        ^\n"
        "  = there is: {word}\n"
        "lint/own.yaml:15:10: error: 'titanic' is one that comes with the linter [duplicate-name]\n"
        "      - {id: titanic, name: x, names: [y]}\n"
        "             ^\n"
        "  = give it another name\n"
        "lint/own.yaml:16:5: error: there is nothing to find it by [missing-key]\n"
        "      - {id: mine, name: x}\n"
        "        ^\n"
        "  = write names: [...]\n"
        "lint/own.yaml:17:5: error: 'words' count only beside one of 'near', and there is none [missing-key]\n"
        "      - {id: near, name: x, words: [y]}\n"
        "        ^\n"
        "  = write near: [...], or move them to names\n"
        "lint/own1.yaml:1:1: error: 'lint/own1.yaml' must be a map of keys, not a list [wrong-kind]\n"
        "    - 열정\n"
        "    ^\n"
        "  = its keys: datasets, rules"
    )


def test_a_rule_is_tried_on_its_own_examples_and_kept_all_the_same():
    found, problems = read(
        """\
        rules:
          - name: no-passion
            summary: x
            scope: project
            words: [열정]
            good: [열정으로 일함, "projects: ["]
            bad: [성실하게 일함]
        """
    )
    assert [rule.name for rule in found.rules] == ["no-passion"]
    assert problems == (
        "lint/own.yaml:6:12: warning: 'no-passion' finds its good example [wrong-example]\n"
        '        good: [열정으로 일함, "projects: ["]\n'
        "               ^\n"
        "  = add what makes it fine to but, or move the example to bad\n"
        "lint/own.yaml:6:21: warning: the example cannot be read: cannot be read as YAML: this [ is not closed, "
        "or a ',' is missing in it [wrong-example]\n"
        '        good: [열정으로 일함, "projects: ["]\n'
        "                              ^\n"
        "lint/own.yaml:7:11: warning: 'no-passion' does not find its bad example [wrong-example]\n"
        "        bad: [성실하게 일함]\n"
        "              ^\n"
        "  = add the word as it stands there to words, or move the example to good"
    )


def test_a_file_that_is_no_yaml_is_told_and_the_others_are_read():
    found, problems = read("rules: [", WORDS)
    assert [rule.name for rule in found.rules] == ["no-passion"]
    assert problems.startswith("lint/own.yaml:")


@pytest.mark.parametrize("name", ["linting.md", "linting.ko.md"])
def test_the_file_in_the_docs_is_a_good_one(name):
    text = (DOCS / name).read_text(encoding="utf-8")
    (source,) = (block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "datasets:" in block)
    found = own(source)
    assert [entry.id for entry in found.entries] == ["camp-delivery"]
    assert said_of(found.rules[0], "성실과 열정") == [("'성실'은 잴 수 없음", 1), ("'열정'은 잴 수 없음", 1)]


# --- editors ---


def test_the_schema_for_editors_is_valid_draft_7_and_fits_what_is_read():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert list(EDITOR.iter_errors(as_data(reading(dedent(WORDS)).node))) == []


@pytest.mark.parametrize(
    "source", ["rules: [{name: x, summary: x}]", "datasets: [{id: x}]", "rule: []", "rules: [{name: x, wods: []}]"]
)
def test_an_editor_marks_what_the_linter_marks(source):
    assert list(EDITOR.iter_errors(as_data(reading(source).node))) != []
    assert read(source)[1] != ""


@given(st.text(st.sampled_from("rules: []{}-\n'\"abc,name wordsummary가*&"), max_size=80))
def test_nothing_in_a_file_is_ever_a_traceback(source):
    load([reading(source, FILE)], set(), SHIPPED)


@given(st.lists(st.sampled_from(["열정", "성실한", "passion", "최고의 데이터", "C++", "토이 프로젝트"]), min_size=1))
def test_a_word_of_the_list_is_found_as_it_is_written(words):
    listed = json.dumps(words, ensure_ascii=False)
    (rule,) = own(f"rules: [{{name: x, summary: y, words: {listed}, bad: {listed}}}]").rules
    for word in words:
        assert said_of(rule, f"나는 {word}, 그리고")
