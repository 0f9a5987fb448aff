"""The order of the stages: files' trees to a base, a profile and a page, with every problem on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import TODAY, draw, homemade, load, source, template, told

from resume_tailor import pipeline
from resume_tailor.problems import ProblemsError
from resume_tailor.yamlmarks import read

BASE = load("basics: {name: 가}\nwork: [{id: moa, name: 모아, tags: [pricing], highlights: [{id: moa.a, text: 가}]}]")


def layer(yaml, path="companies/acme.yaml"):
    return read(path, yaml.encode())


def refused(yaml, base=BASE, name="acme"):
    with pytest.raises(ProblemsError) as caught:
        pipeline.load_profile(name, [layer(yaml, f"companies/{name}.yaml")], base)
    return [line.partition("\n")[0] for line in told(caught.value.problems)]


# --- The base ---


def test_several_files_make_one_base():
    found = pipeline.load_base(
        [read("resume/a.yaml", "basics: {name: 가}".encode()), read("resume/b.json", b'{"work": [{"name": "X"}]}')]
    )
    assert [entry.id for entry in found.resume.entries()] == ["x"]
    assert (found.resume.basics.name.any, found.problems, found.whole) == ("가", (), True)


def test_a_file_that_cannot_be_read_leaves_the_base_in_part_and_says_so():
    found = pipeline.load_base([read("resume/a.yaml", b"work: [{name: X}]"), read("resume/b.yaml", b"skills: [")])
    assert [entry.id for entry in found.resume.entries()] == ["x"]
    assert (found.whole, [problem.place.path for problem in found.problems][:1]) == (False, ["resume/b.yaml"])


@pytest.mark.parametrize("yaml", ["", "# only words", "[]", "한 줄", "null"])
def test_what_holds_no_resume_gives_none_and_says_why(yaml):
    found = load(yaml)
    assert (found.resume, len(found.problems)) == (None, 1)


# --- The profile ---


def test_a_profile_lies_over_what_it_extends_and_that_over_the_defaults():
    layers = [
        layer("lang: ko\ntemplate: classic\nlimits: {work: 3, projects: 3}", "companies/_defaults.yaml"),
        layer("lang: en\nfocus: [pricing]\nlimits: {work: 2}", "companies/_analyst.yaml"),
        layer("limits: {projects: 1}"),
    ]
    found = pipeline.load_profile("acme", layers, BASE)
    assert (found.lang, found.template.value, found.focus[0].value) == ("en", "classic", "pricing")
    limits = {key: (mark.value, str(mark.place)) for key, mark in found.limits.items()}
    assert limits == {"work": (2, "companies/_analyst.yaml:3:16"), "projects": (1, "companies/acme.yaml:1:20")}


def test_every_mistake_of_a_profile_is_told_at_once():
    yaml = "lang: kr\nfocuss: [x]\npin: [mao]\nexclude: [princing]\nuse: {moa.a: short}\nlimits: {work: 0}\n"
    assert refused(yaml) == [
        "companies/acme.yaml:1:7: error: 'lang' cannot be 'kr' [unknown-choice]",
        "companies/acme.yaml:2:1: error: unknown key 'focuss' (did you mean 'focus'?) [unknown-key]",
        "companies/acme.yaml:6:16: error: 'limits.work' must be a whole number from 1 up, not '0' [wrong-kind]",
        "companies/acme.yaml:3:7: error: pin: no item of the base has the id 'mao' (did you mean 'moa'?) [unknown-id]",
        (
            "companies/acme.yaml:4:11: error: exclude: no item of the base has the tag 'princing' "
            "(did you mean 'pricing'?) [unknown-tag]"
        ),
        "companies/acme.yaml:5:14: error: use: 'moa.a' has no wording 'short' [unknown-wording]",
    ]


def test_references_wait_until_the_base_can_be_read_whole():
    torn = pipeline.load_base(
        [read("resume/a.yaml", b"work: [{id: moa, name: X}]"), read("resume/b.yaml", b"skills: [")]
    )
    assert pipeline.load_profile("acme", [layer("pin: [skill-in-b]")], torn).pin[0].value == "skill-in-b"


def test_a_layer_that_cannot_be_read_stops_the_profile_and_nothing_is_guessed():
    (problem,) = refused("focus: [")
    assert problem.startswith("companies/acme.yaml:1:8: error: cannot be read as YAML")
    assert pipeline.try_profile("acme", [layer("focus: [")], BASE)[0] is None


def test_a_company_cannot_be_called_base():
    assert refused("lang: ko", name="base") == [
        "companies/base.yaml: error: 'base' is the name of the resume that nobody tailored [duplicate-id]"
    ]


def test_a_profile_with_mistakes_is_there_as_far_as_it_could_be_read():
    found, problems = pipeline.try_profile("acme", [layer("template: mine\nlang: kr")], BASE)
    assert (found.template.value, found.lang, len(problems)) == ("mine", "", 1)


# --- The language ---


@pytest.mark.parametrize(
    ("wanted", "yaml", "lang"),
    [
        (("en", "ko", ""), "basics: {name: 한지원}", "en"),
        (("", "ko", "en"), "basics: {name: Jiwon}", "ko"),
        (("", "", "en"), "basics: {name: 한지원}", "en"),
        (("", "", ""), "basics: {name: 한지원}", "ko"),
        (("", "", ""), "basics: {name: Jiwon Han}", "en"),
        (
            ("", "", ""),
            "basics: {name: {en: Jiwon, ko: 한지원}}\nwork: [{name: Moadrive, position: 데이터 분석가}]",
            "ko",
        ),
        (
            ("", "", ""),
            "basics: {name: 한지원}\nwork: [{name: Moadrive, summary: Split prices and grew revenue}]",
            "en",
        ),
        (
            ("", "", ""),
            "work: [{highlights: [Python과 SQL로 BigQuery 비용 절감]}]\nskills: [{keywords: [Airflow]}]",
            "ko",
        ),
        (
            ("", "", ""),
            "work: [{highlights: [{ko: 요금을 나눔, en: Split}]}]\nskills: [{keywords: [Airflow, dbt]}]",
            "ko",
        ),
        ((), "meta: {}\nbasics: {email: a@example.com}", "en"),
    ],
)
def test_the_language_is_the_first_that_is_named_else_that_of_the_base(wanted, yaml, lang):
    assert pipeline.language(load(yaml).resume, wanted) == lang


# --- The page ---


def test_the_page_holds_what_led_to_it():
    page = draw(source("most"), wishes="company: {name: 쏘카}\nsections: [summary, skills]")
    assert page.selection.kept_ids() == ("summary", "analysis")
    assert [section.kind for section in page.document.sections] == ["summary", "skills"]
    assert "한지원 · 이력서 · 쏘카" in page.html
    assert (page.profile.id, page.problems) == ("acme", ())


def test_a_wrong_option_stops_the_page_and_all_of_them_are_told():
    with pytest.raises(ProblemsError) as caught:
        draw(source("least"), wishes="options: {accnt: red, accent: 'red;}'}")
    assert [line.partition("\n")[0] for line in told(caught.value.problems)] == [
        (
            "companies/acme.yaml:1:18: error: the template 'classic' has no option 'accnt' (did you mean 'accent'?) "
            "[unknown-option]"
        ),
        (
            "companies/acme.yaml:1:31: error: the option 'accent' must be a colour such as #0f4c5c, not 'red;}' "
            "[bad-option]"
        ),
    ]


def test_a_template_gets_the_options_of_the_profile_and_defaults_for_the_others():
    own = homemade(
        "{{ option.a }} {{ option.b }}", options="{a: {type: number, default: 1}, b: {type: number, default: 2}}"
    )
    assert draw(source("least"), using=own, wishes="options: {b: 3}").html.endswith("1 3")


@given(st.sampled_from(["ko", "en"]), st.sampled_from(["least", "most", "two-pages", "right-to-left"]))
def test_the_same_input_gives_the_same_page(lang, name):
    assert draw(source(name), lang=lang) == draw(source(name), lang=lang)


def test_a_page_knows_no_other_day_than_the_one_it_is_given():
    assert draw("basics: {name: 가}", today=TODAY.replace(year=1999)).html == draw("basics: {name: 가}").html
    assert template("classic").name == "classic"
