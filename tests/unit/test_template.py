"""A template folder's files to a template, or to everything wrong in them."""

from pathlib import Path

import pytest
from readers import told

from resume_tailor.document import CONTRACT
from resume_tailor.fields import Report
from resume_tailor.model import Marked
from resume_tailor.problems import Place, ProblemsError
from resume_tailor.template import Option, Template, option_values, read_template

MANIFEST = f"""\
contract: {CONTRACT}
description: {{ko: 한 단, en: One column}}
options:
  accent: {{type: color, default: "#0f4c5c", description: 색}}
  paper: {{type: choice, default: a4, choices: [a4, letter]}}
  gap: {{type: length, default: 16mm}}
  dense: {{type: flag, default: false}}
  factor: {{type: number, default: 0.8}}
spacing: {{normal: 1.0, tightest: 0.7}}
"""
TEMPLATES = Path(__file__).parents[2] / "templates"


def template(manifest=MANIFEST, **files) -> Template:
    named = {"template.html.j2": b"<p>", "style.css": b"p {}", "template.yaml": manifest.encode()}
    return read_template("mine", "templates/mine", named | files)


def refused(manifest=MANIFEST, **files) -> str:
    with pytest.raises(ProblemsError) as error:
        template(manifest, **files)
    return told(error.value.problems, **{"templates/mine/template.yaml": manifest})


def options(wanted):
    report = Report(strict=True)
    source = "options:\n" + "".join(f"  {name}: {value}\n" for name, value in wanted.items())
    marks = {n: Marked(v, Place("companies/a.yaml", line, 5 + len(n))) for line, (n, v) in enumerate(wanted.items(), 2)}
    values = option_values(template(), marks, report)
    return values, told(report.problems, **{"companies/a.yaml": source})


def test_a_template_is_its_sources_style_options_and_spacing():
    found = template(**{"_macros.j2": "\ufeff한".encode(), "picture.png": b"\x89PNG"})
    assert dict(found.sources) == {"template.html.j2": "<p>", "_macros.j2": "한"}
    assert (found.name, found.path, found.css, found.normal, found.tightest) == (
        *("mine", "templates/mine", "p {}"),
        *(1.0, 0.7),
    )
    assert (found.description.ko, found.options["accent"].default) == ("한 단", "#0f4c5c")
    assert found.options["paper"].choices == ("a4", "letter")


def test_a_template_needs_no_options():
    found = template(f"contract: {CONTRACT}\n")
    assert (found.options, found.normal, found.tightest, found.description) == ({}, 1.0, 1.0, None)


def test_every_missing_file_is_told():
    with pytest.raises(ProblemsError) as error:
        read_template("mine", "templates/mine", {})
    assert told(error.value.problems) == (
        "templates/mine: error: the template has no style.css [template-file]\n"
        "templates/mine: error: the template has no template.html.j2 [template-file]\n"
        "templates/mine: error: the template has no template.yaml [template-file]"
    )


def test_another_contract_is_refused():
    assert refused("contract: 99\n") == (
        f"templates/mine/template.yaml:1:11: error: this version draws templates of contract {CONTRACT} [contract]\n"
        "    contract: 99\n"
        "              ^\n"
        "  = update resume-tailor: the template is made for a newer one"
    )
    assert "[contract]" in refused("description: x\n")


def test_every_mistake_in_the_manifest_is_told_at_once():
    source = f"""\
contract: {CONTRACT}
option: {{}}
options:
  a: {{type: colour, default: x}}
  b: {{type: color}}
  c: {{type: choice, default: x}}
  d: {{type: choice, default: x, choices: [y, z]}}
  e: {{type: length, default: wide}}
  space: {{type: number, default: 1}}
spacing: {{normal: 9, tightest: narrow}}
"""
    heads = [line for line in refused(source).splitlines() if line.startswith("templates")]
    assert heads == [
        f"templates/mine/template.yaml:{place}: error: {message}"
        for place, message in (
            ("2:1", "unknown key 'option' (did you mean 'options'?) [unknown-key]"),
            ("4:13", "'type' cannot be 'colour' (did you mean 'color'?) [unknown-choice]"),
            ("5:6", "the option 'b' needs a default that is a colour such as #0f4c5c, not '' [bad-option]"),
            ("6:6", "the option 'c' has no choices [bad-option]"),
            ("7:6", "the option 'd' needs a default that is one of y, z, not 'x' [bad-option]"),
            ("8:6", "the option 'e' needs a default that is a length such as 16mm, not 'wide' [bad-option]"),
            ("9:10", "an option cannot be called 'space': the tool sets that [bad-option]"),
            ("10:19", "'normal' must be a number from 0.3 to 2, not '9' [bad-spacing]"),
            ("10:32", "'tightest' must be a number from 0.3 to 2, not 'narrow' [bad-spacing]"),
        )
    ]


def test_an_option_needs_a_type():
    assert refused(f"contract: {CONTRACT}\noptions: {{accent: {{default: red}}}}\n") == (
        "templates/mine/template.yaml:2:19: error: the option 'accent' has no type [bad-option]\n"
        "    options: {accent: {default: red}}\n"
        "                      ^\n"
        "  = write type: color"
    )
    assert (
        template(f"contract: {CONTRACT}\noptions: {{a: {{choices: [x], default: x}}}}\n").options["a"].type == "choice"
    )


def test_a_file_that_is_not_utf_8_is_named_with_its_encoding():
    assert refused(**{"style.css": "/* 한글 */".encode("cp949")}).startswith(
        "templates/mine/style.css:1:4: error: the file is not UTF-8; it looks like cp949 [encoding]\n"
    )


@pytest.mark.parametrize("manifest", ["", "- a\n", "word\n", "a: [\n", "a: &a [*a]\n"])
def test_no_manifest_gives_a_traceback(manifest):
    assert refused(manifest).startswith("templates/mine/template.yaml")


def test_an_option_nobody_sets_has_its_default():
    assert options({}) == (
        {"accent": "#0f4c5c", "paper": "a4", "gap": "16mm", "dense": "false", "factor": "0.8", "space": "1"},
        "",
    )


def test_a_wish_that_will_do_is_taken():
    values, words = options({"accent": "#abc", "paper": "letter", "gap": "1.5em", "dense": "true", "factor": "2"})
    assert words == ""
    assert values == {
        "accent": "#abc",
        "paper": "letter",
        "gap": "1.5em",
        "dense": "true",
        "factor": "2",
        "space": "1",
    }


def test_a_wish_that_will_not_do_is_told_with_what_will():
    values, words = options({"accent": "#12", "paper": "a5", "acent": "red"})
    assert values["accent"] == "#0f4c5c"
    assert words == (
        "companies/a.yaml:2:11: error: the option 'accent' must be a colour such as #0f4c5c, not '#12' [bad-option]\n"
        "      accent: #12\n"
        "              ^\n"
        "companies/a.yaml:3:10: error: the option 'paper' must be one of a4, letter, not 'a5' [bad-option]\n"
        "      paper: a5\n"
        "             ^\n"
        "companies/a.yaml:4:10: error: the template 'mine' has no option 'acent' (did you mean 'accent'?)"
        " [unknown-option]\n"
        "      acent: red\n"
        "             ^\n"
        "  = its options: accent, paper, gap, dense, factor"
    )


@pytest.mark.parametrize("type_", ["color", "length", "number", "flag", "choice"])
@pytest.mark.parametrize(
    "value", ["red; } body { display: none", "url(file:///etc/passwd)", "expression(1)", "", "\n", "{{ doc }}", "#12\n"]
)
def test_no_wish_can_bring_in_css(type_, value):
    assert not Option(type_, "").accepts(value)


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir()))
def test_the_shipped_templates_read_without_a_word(name):
    folder = TEMPLATES / name
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    found = read_template(name, f"templates/{name}", files)
    assert found.description.ko
    assert found.description.en
    assert found.tightest <= found.normal
