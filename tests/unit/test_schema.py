"""The JSON Schemas for editors: valid, fitting the example, and of one mind with the reader."""

import json
from pathlib import Path

import jsonschema
import pytest
from readers import as_data, plain, profile_said, reading, said

from resume_tailor.fields import Report
from resume_tailor.model import SECTIONS
from resume_tailor.schema import BASE, ENTRIES, PROFILE, json_schema, name_key

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "src" / "resume_tailor" / "starter"
SCHEMAS = {name: jsonschema.Draft7Validator(json_schema(name)) for name in ("base", "profile")}


def files(*folders):
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def complaints(name, source):
    """What an editor that knows the schema says of a file."""
    found = reading(source)
    return sorted(error.message for error in SCHEMAS[name].iter_errors(as_data(found.node)))


@pytest.mark.parametrize("name", ["base", "profile"])
def test_a_schema_is_valid_draft_7_and_plain_json(name):
    schema = json_schema(name)
    jsonschema.Draft7Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(
    "path", files(ROOT / "resume", STARTER / "resume"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_example_bases_fit_their_schema(path):
    assert complaints("base", path.read_bytes()) == []


@pytest.mark.parametrize(
    "path", files(ROOT / "companies", STARTER / "companies"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_example_profiles_fit_their_schema(path):
    assert complaints("profile", path.read_bytes()) == []


def test_every_section_has_a_kind_and_a_key_that_names_its_entries():
    assert set(ENTRIES) == set(SECTIONS) - {"summary"}
    assert all(name_key(section) in kind.fields for section, kind in ENTRIES.items())


def test_every_old_name_means_a_key_of_today():
    for kind in (BASE, BASE.fields["basics"], PROFILE, *ENTRIES.values()):
        assert set(kind.old.values()) <= set(kind.fields)
        assert not set(kind.old) & set(kind.fields)


def test_every_key_of_the_schema_is_a_key_of_the_reader():
    assert set(json_schema("profile")["properties"]) == set(PROFILE.fields)
    assert set(json_schema("base")["properties"]) == {*BASE.fields, *BASE.ignored}


def test_every_example_value_in_the_schema_says_what_it_is_for():
    undescribed = [key for key, shape in json_schema("profile")["properties"].items() if not shape.get("description")]
    assert undescribed == []


@pytest.mark.parametrize(
    "source",
    [
        "focus_tag: [x]",
        "company: {nam: A}",
        "position: {rol: other}",
        "limits: {project: 3}",
        "privacy: {foto: hide}",
        "position: {role: analyst}",
        "sections: [wrk]",
        "lang: kr",
        "focus: pricing",
        "company: 쏘카",
        "limits: {projects: 0}",
        "limits: {projects: many}",
        "limits: {projects: 9999999999}",
        "pin: {a: b}",
        "use: [a]",
        "pin:",
        "template: [a]",
        "company: {name: {kr: A}}",
        "- a",
        "word",
    ],
)
def test_what_the_reader_refuses_in_a_profile_the_schema_refuses_too(source):
    assert "error" in profile_said(source)
    assert complaints("profile", source)


@pytest.mark.parametrize(
    "source",
    [
        "work: {name: A}",
        "work: [{highlights: [{id: x}]}]",
        "work: [{highlights: [{매출: 8%}]}]",
        "work: [{name: [A]}]",
        "work: [{priority: 0}]",
        "work: [{tags: {a: b}}]",
        "work: [{startDate: [2021]}]",
        "basics: [a]",
        "basics: {summary: [a]}",
        "basics: {profiles: {github: a}}",
        "- a",
    ],
)
def test_what_the_reader_refuses_in_a_base_the_schema_refuses_too(source):
    assert "error" in said(source)
    assert complaints("base", source)


@pytest.mark.parametrize(
    "source",
    [
        "meta: {version: v1.0.0, theme: x}\n$schema: https://example.com\nbasics: {name: A}",
        "basics: {name: {ko: 가, en: a}, summary: 소개}",
        "basics: {name: A, summary: {text: {ko: 가}, alt: {b: c}}}",
        "basics: {name: A}\nwork: [{name: 3.10, position: yes, startDate: 2021, custom: {deep: [1]}}]",
        "basics: {name: A}\nwork: [{name: A, startDate: 2021-06, endDate: 2021-06-01, highlights: [a, {text: b}]}]",
        "basics: {name: A}\nwork: [{name: A, startDate: 2021-06, endDate: 현재}]",
        "basics: {name: A}\nwork: []",
    ],
)
def test_what_the_reader_takes_without_an_error_the_schema_takes_too(source):
    assert "error" not in said(source)
    assert complaints("base", source) == []


def test_the_tree_is_the_data_that_an_editor_sees():
    source = "a: 1\nb: '1'\nc: ~\nd: true\ne: 1.5\nf: [x, {g: null}]\n"
    node = reading(source).node
    assert as_data(node) == {"a": 1, "b": "1", "c": None, "d": True, "e": "1.5", "f": ["x", {"g": None}]}
    assert plain(node)["a"] == "1"


def test_reading_a_base_and_a_profile_says_nothing_of_the_examples():
    """The example is what every newcomer judges the product by."""
    for kind, folders in ((BASE, (ROOT / "resume", STARTER / "resume")), (PROFILE, (ROOT / "companies",))):
        for path in files(*folders):
            report = Report(strict=kind is PROFILE)
            kind.read(reading(path.read_bytes(), path.name).node, path.name, report)
            assert report.problems == []
