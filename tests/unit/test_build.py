"""One company's files: what is written, what is kept, and that nothing is written when anything is wrong."""

import hashlib
import json

import pytest
from disk import SMALL, contents, files_in, png, write
from samples import TODAY, told

from resume_tailor import __version__, build, fonts, pdf, pipeline
from resume_tailor import workspace as ws
from resume_tailor.problems import ProblemsError
from resume_tailor.sheet import template_problems

PAGE = "이력서_한지원_애크미.html"


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "ws", SMALL)


@pytest.fixture
def make(root):
    """Build a company of the workspace (or, for "", the base), as HTML unless told otherwise."""

    def run(company="acme", *, space=None, **wishes):
        space = space or ws.Workspace(root)
        base = pipeline.load_base(space.base())
        layers = space.profile(company) if company else []
        profile = pipeline.load_profile(company, layers, base) if company else pipeline.no_profile()
        files = tuple(layer.path for layer in layers)
        order = build.Order(profile, files, wishes.pop("formats", ("html",)), root / "dist", TODAY, **wishes)
        return build.build(space, base, order)

    return run


def manifest(root, folder="acme"):
    return json.loads((root / "dist" / folder / "manifest.json").read_text())


def sha(data):
    return hashlib.sha256(data).hexdigest()


def refused(make, *args, **wishes) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        make(*args, **wishes)
    return [line.partition("\n")[0] for line in told(caught.value.problems)]


# --- What is written ---


def test_a_build_is_its_files_and_a_manifest_and_nothing_else(root, make):
    built = make(formats=("pdf", "html"))
    pdf_name = PAGE.replace(".html", ".pdf")
    assert files_in(root / "dist") == [f"acme/{name}" for name in sorted(["manifest.json", PAGE, pdf_name])]
    assert (built.id, built.folder, built.pages) == ("acme", root / "dist/acme", {pdf_name: 1, PAGE: 0})
    assert built.kept == 2
    assert (built.kept + built.dropped, built.problems, built.notes) == (3, (), ())


def test_the_manifest_says_what_the_build_was_made_of(root, make):
    make()
    data = {name: (root / name).read_bytes() for name in SMALL}
    classic = ws.shipped_templates() / "classic"
    data |= {f"templates/classic/{path.name}": path.read_bytes() for path in classic.iterdir()}
    page = (root / "dist/acme" / PAGE).read_bytes()
    assert manifest(root) == {
        "company": "acme",
        "lang": "ko",
        "template": "classic",
        "date": "2026-11-23",
        "versions": {"resume-tailor": __version__},
        "inputs": {name: sha(text) for name, text in sorted(data.items())},
        "fonts": {face.file: face.sha256 for face in fonts.FACES},
        "outputs": {PAGE: {"sha256": sha(page), "pages": 0}},
        "kept": ["moa", "moa.surge"],
        "dropped": ["moa.course"],
        "older": {},
    }


def test_the_manifest_of_a_pdf_names_the_libraries_that_made_it(root, make):
    make(formats=("pdf",))
    assert manifest(root)["versions"] == {"resume-tailor": __version__, **pdf.libraries()}


def test_what_other_companies_are_made_of_is_in_no_ones_manifest(root, make):
    write(root, {"companies/_defaults.yaml": "lang: ko", "resume.toml": 'out = "dist"'})
    write(root, {"companies/b.json": '{"extends": "_x", "template": "mine"}', "companies/_x.yml": "lang: en"})
    write(root, {"templates/mine/template.html.j2": "<html></html>", "templates/mine/style.css": ""})
    write(root, {"templates/mine/template.yaml": "contract: 1", "templates/mine/logo.png": png(), "me.png": png()})
    write(
        root, {"resume/me.yaml": "skills: []", "resume/base.yaml": "basics: {name: 한지원, image: me.png}\nwork: []\n"}
    )
    write(root, {"companies/acme.yaml": "privacy: {photo: hide}"})
    alone = {}
    for company in ("acme", "b"):
        make(company)
        alone[company] = contents(root / "dist" / company)
    space = ws.Workspace(root)
    for company in ("b", "acme"):
        make(company, space=space)
        assert contents(root / "dist" / company) == alone[company]
    inputs = {company: list(manifest(root, company)["inputs"]) for company in alone}
    assert inputs["acme"] == [
        "companies/_defaults.yaml",
        "companies/acme.yaml",
        "resume.toml",
        "resume/base.yaml",
        "resume/me.yaml",
        "templates/classic/style.css",
        "templates/classic/template.html.j2",
        "templates/classic/template.yaml",
    ]
    assert inputs["b"] == [
        "companies/_defaults.yaml",
        "companies/_x.yml",
        "companies/b.json",
        "me.png",
        "resume.toml",
        "resume/base.yaml",
        "resume/me.yaml",
        "templates/mine/logo.png",
        "templates/mine/style.css",
        "templates/mine/template.html.j2",
        "templates/mine/template.yaml",
    ]


def test_the_same_input_gives_the_same_files(root, make):
    make()
    first = contents(root / "dist")
    make()
    assert contents(root / "dist") == first


# --- Names and folders ---


@pytest.mark.parametrize(
    ("company", "lang", "file"),
    [
        ("acme", "", "acme/이력서_한지원_애크미.html"),
        ("acme", "ko", "acme/이력서_한지원_애크미.html"),
        ("acme", "en", "acme/en/Resume_Jiwon Han_ACME.html"),
        ("", "", "base/이력서_한지원.html"),
        ("", "en", "base/en/Resume_Jiwon Han.html"),
    ],
)
def test_where_a_page_goes(root, make, company, lang, file):
    make(company, lang=lang)
    assert file in files_in(root / "dist")


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("{id}_{lang}_{date}", "acme_ko_2026-11-23"),
        ("{company} {position} {name}", "애크미 한지원"),
        ("한지원", "한지원"),
    ],
)
def test_a_file_is_named_as_the_settings_say(root, make, pattern, stem):
    write(root, {"resume.toml": f'file_name = "{pattern}"'})
    assert list(make().pages) == [f"{stem}.html"]


def test_a_name_cannot_leave_its_folder(root, make):
    write(
        root, {"resume/base.yaml": "basics: {name: '../../한\\지:원'}\nwork: [{id: moa, name: 가, tags: [teaching]}]"}
    )
    (name,) = make().pages
    assert files_in(root / "dist") == sorted([f"acme/{name}", "acme/manifest.json"])


def test_the_settings_name_template_and_language(root, make):
    write(root, {"resume.toml": 'template = "compact"\nlang = "en"'})
    make()
    found = manifest(root)
    assert (found["template"], found["lang"], list(found["outputs"])) == (
        "compact",
        "en",
        ["Resume_Jiwon Han_ACME.html"],
    )


def test_an_unknown_template_of_the_settings_is_told_there(root, make):
    write(root, {"resume.toml": 'template = "clasic"'})
    assert refused(make) == ["resume.toml: error: no template 'clasic' (did you mean 'classic'?) [unknown-template]"]


# --- The picture ---


def test_a_picture_is_on_the_page_unless_it_is_hidden(root, make):
    write(
        root,
        {
            "resume/base.yaml": SMALL["resume/base.yaml"].replace("basics: {", "basics: {image: me.png, "),
            "me.png": png(),
        },
    )
    make()
    assert b'src="data:image/png;base64,' in (root / "dist/acme" / PAGE).read_bytes()
    assert "me.png" in manifest(root)["inputs"]
    write(root, {"companies/acme.yaml": SMALL["companies/acme.yaml"] + "privacy: {photo: hide}\n"})
    make()
    assert b"data:image" not in (root / "dist/acme" / PAGE).read_bytes()
    assert "me.png" not in manifest(root)["inputs"]


def test_a_missing_picture_is_a_warning_at_the_place_of_basics(root, make):
    write(root, {"resume/base.yaml": SMALL["resume/base.yaml"].replace("basics: {", "basics: {image: gone.png, ")})
    (problem,) = make().problems
    assert told([problem]) == [
        (
            "resume/base.yaml:1:9: warning: the picture 'gone.png' is not there; it is left out [photo]\n"
            "  = save it as PNG or JPEG in the workspace and write its path"
        )
    ]


# --- What stood there before ---


def test_what_was_changed_by_hand_is_kept_aside_with_a_word(root, make):
    make()
    for number in (1, 2):
        write(root / "dist/acme", {PAGE: f"by hand {number}"})
        built = make()
        aside = f"이력서_한지원_애크미 (kept {number}).html"
        assert built.notes == (f"{PAGE} was not as this tool had left it; it is kept as {aside}",)
        assert (root / "dist/acme" / aside).read_text() == f"by hand {number}"
    assert make().notes == ()


def test_what_this_tool_left_is_replaced_without_a_word(root, make):
    make()
    write(root, {"companies/acme.yaml": SMALL["companies/acme.yaml"] + "options: {accent: red}\n"})
    assert make().notes == ()
    assert files_in(root / "dist/acme") == sorted(["manifest.json", PAGE])


@pytest.mark.parametrize(
    "text",
    [None, "", "[]", "{}", "null", '{"outputs": 3}', '{"outputs": {"x": 1}}', '{"outputs": {}, "older": []}', b"\xff"],
)
def test_without_a_manifest_that_can_be_read_every_other_file_counts_as_yours(root, make, text):
    folder = write(root / "dist/acme", {PAGE: "mine"})
    if text is not None:
        write(folder, {"manifest.json": text})
    assert len(make().notes) == 1
    assert "이력서_한지원_애크미 (kept 1).html" in files_in(folder)


def test_a_file_of_an_earlier_build_is_named_for_as_long_as_it_lies_there(root, make):
    make()
    write(root, {"companies/acme.yaml": "company: {name: 새이름}\nexclude: [teaching]"})
    for _ in range(2):
        assert make().notes == (f"{PAGE} is from an earlier build",)
        assert list(manifest(root)["older"]) == [PAGE]
    (root / "dist/acme" / PAGE).unlink()
    assert make().notes == ()
    assert manifest(root)["older"] == {}


def test_files_of_others_are_left_alone(root, make):
    folder = write(root / "dist/acme", {"notes.md": "mine", "cover.pdf": "mine"})
    assert make().notes == ()
    assert (folder / "notes.md").read_text() == (folder / "cover.pdf").read_text() == "mine"


# --- When something is wrong ---


def test_nothing_is_written_when_the_page_cannot_be_drawn(root, make):
    make()
    before = contents(root / "dist")
    write(root, {"templates/classic/template.html.j2": "{{ doc.titel }}", "templates/classic/style.css": ""})
    write(root, {"templates/classic/template.yaml": "contract: 1"})
    assert refused(make, formats=("pdf", "html")) == [
        (
            "templates/classic/template.html.j2:1:8: error: Document has no part 'titel' (did you mean 'title'?) "
            "[template-name]"
        )
    ]
    assert contents(root / "dist") == before


def test_an_error_of_the_pdf_writes_no_html_either(root, make):
    write(
        root,
        {"templates/mine/template.html.j2": "<html lang=ko><head></head><body><h1>{{ doc.person.name }}</h1>"},
    )
    write(root, {"templates/mine/template.yaml": "contract: 1"})
    write(
        root, {"templates/mine/style.css": "@font-face { font-family: X; src: url(gone.ttf) }\nh1 { font-family: X }"}
    )
    write(root, {"companies/acme.yaml": "template: mine\nexclude: [teaching]"})
    (problem,) = refused(make, formats=("html", "pdf"))
    assert problem.startswith("templates/mine/style.css")
    assert not (root / "dist").exists()


def test_strict_takes_a_warning_for_an_error(root, make):
    write(root, {"resume/base.yaml": SMALL["resume/base.yaml"].replace(", en: Moadrive", "")})
    assert len(make(lang="en").problems) == 1
    before = contents(root / "dist")
    assert refused(make, lang="en", strict=True) == [
        "resume/base.yaml:4:11: warning: 'moa' has no en text; the other is shown [missing-translation]"
    ]
    assert contents(root / "dist") == before


def test_strict_lets_a_clean_build_pass(make):
    assert make(strict=True).problems == ()


def test_without_pango_a_pdf_is_a_problem_of_the_machine_and_html_is_none(root, make, monkeypatch):
    def missing(*_args, **_kwargs):
        raise pdf.PdfUnavailable("no PDF can be made: install pango")

    monkeypatch.setattr(pdf, "layout", missing)
    assert refused(make, formats=("pdf", "html")) == ["this machine: error: no PDF can be made: install pango [no-pdf]"]
    assert not (root / "dist").exists()
    assert list(make(formats=("html",)).pages) == [PAGE]


def test_what_is_wrong_with_a_template_can_be_told_before_building(root):
    base = pipeline.load_base(ws.Workspace(root).base())
    space = ws.Workspace(root)

    def problems(yaml):
        profile, _ = pipeline.try_profile("acme", [ws.read("companies/acme.yaml", yaml.encode())], base)
        return [line.partition("\n")[0] for line in told(template_problems(space, profile))]

    assert problems("lang: ko") == []
    assert problems("template: clasic\noptions: {x: y}") == [
        "companies/acme.yaml:1:11: error: no template 'clasic' (did you mean 'classic'?) [unknown-template]"
    ]
    assert problems("options: {accnt: red}") == [
        (
            "companies/acme.yaml:1:18: error: the template 'classic' has no option 'accnt' (did you mean 'accent'?) "
            "[unknown-option]"
        )
    ]
