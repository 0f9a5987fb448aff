"""The workspace on disk: what is found, what is read, and that a write is whole or not at all."""

import base64
import os
import stat
import unicodedata

import pytest
from disk import SMALL, contents, files_in, png, write
from samples import TEMPLATES, told

from resume_tailor import workspace as ws
from resume_tailor import writing
from resume_tailor.problems import Place, ProblemsError
from resume_tailor.settings import Settings

HERE = Place("companies/acme.yaml", 3, 11)


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "ws", SMALL)


@pytest.fixture
def space(root):
    return ws.Workspace(root)


def refused(call, *args) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        call(*args)
    return told(caught.value.problems)


def layer_problems(layers) -> list[str]:
    return told(problem for layer in layers for problem in layer.problems)


# --- Finding it ---


@pytest.mark.parametrize("inside", [".", "resume", "companies", "notes/2026"])
def test_a_workspace_is_found_from_any_folder_in_it(root, inside):
    (root / inside).mkdir(parents=True, exist_ok=True)
    assert ws.find(root / inside) == root


def test_the_nearest_workspace_is_the_one(root):
    inner = write(root / "inner", SMALL)
    assert ws.find(inner / "companies") == inner


@pytest.mark.parametrize(
    "files", [{}, {"resume/notes.md": "x"}, {"resume": "a file"}, {"companies/acme.yaml": "x"}], ids=str
)
def test_a_folder_that_only_looks_like_one_is_none(tmp_path, files):
    expected = (
        ".: error: no workspace here or above: a folder with resume/ in it [no-workspace]\n"
        "  = run `resume init` here to make one, or go to its folder"
    )
    assert refused(ws.find, write(tmp_path, files)) == [expected]


@pytest.mark.parametrize("beside", ["notes/x.md", "companies/notes.md"])
def test_a_workspace_that_is_called_resume_is_no_base_of_the_folder_it_lies_in(tmp_path, beside):
    write(tmp_path, {"resume/action.yml": "name: x", "resume/resume/base.yaml": "{}", beside: "x"})
    assert refused(ws.find, (tmp_path / beside).parent)[0].startswith(".: error: no workspace here or above")
    assert ws.find(tmp_path / "resume/resume") == tmp_path / "resume"


def test_resume_alone_will_do_when_there_is_a_base_in_it(tmp_path):
    assert ws.find(write(tmp_path, {"resume/base.json": "{}"})) == tmp_path


# --- The base ---


def test_every_yaml_and_json_file_of_resume_is_read_by_name(root, space):
    write(root, {"resume/b.yml": "a: 1", "resume/A.JSON": "{}", "resume/.hidden.yaml": "x", "resume/notes.md": "x"})
    write(root, {"resume/deeper/more.yaml": "x"})
    assert [reading.path for reading in space.base()] == ["resume/A.JSON", "resume/b.yml", "resume/base.yaml"]
    assert sorted(space.sources) == sorted(space.inputs) == ["resume/A.JSON", "resume/b.yml", "resume/base.yaml"]


def test_a_folder_without_a_base_says_so(root, space):
    (root / "resume/base.yaml").unlink()
    assert refused(space.base) == [
        (
            "resume: error: there is no .yaml or .json file in resume/ [no-base]\n"
            "  = write resume/base.yaml, or run `resume init` in an empty folder to see one"
        )
    ]


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_read(root, space, monkeypatch):
    write(root, {"resume/locked.yaml": "x"})
    read_bytes = type(root).read_bytes

    def refusing(path):
        if path.name == "locked.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(type(root), "read_bytes", refusing)
    base, locked = space.base()
    assert (base.path, base.problems) == ("resume/base.yaml", ())
    assert told(locked.problems) == ["resume/locked.yaml: error: cannot be read: Permission denied [unreadable]"]


def test_a_name_that_macos_takes_apart_is_shown_whole(root, space):
    parts = unicodedata.normalize("NFD", "한글")
    write(root, {f"companies/{parts}.yaml": "company: {name: 한글}", f"resume/{parts}.yaml": "skills: []"})
    assert space.companies() == ["acme", "한글"]
    assert space.profile("한글")[-1].path == "companies/한글.yaml"
    assert "resume/한글.yaml" in [reading.path for reading in space.base()]


# --- Profiles ---


def test_shared_parts_are_no_companies(root, space):
    write(root, {"companies/_defaults.yaml": "x", "companies/_analyst.yaml": "x", "companies/b.json": "{}"})
    assert space.companies() == ["acme", "b"]


def test_a_profile_is_its_defaults_then_what_it_extends_then_its_own(root, space):
    write(root, {"companies/_defaults.yaml": "lang: ko", "companies/_analyst.yml": "lang: en"})
    write(root, {"companies/acme.yaml": "extends: _analyst"})
    paths = [layer.path for layer in space.profile("acme")]
    assert paths == ["companies/_defaults.yaml", "companies/_analyst.yml", "companies/acme.yaml"]


@pytest.mark.parametrize("value", ["", "null", "[a, b]", "{a: b}"])
def test_an_extends_that_names_nothing_is_left_to_the_reading_of_the_profile(root, space, value):
    write(root, {"companies/acme.yaml": f"extends: {value}"})
    assert [layer.path for layer in space.profile("acme")] == ["companies/acme.yaml"]


@pytest.mark.parametrize(
    ("name", "guess"), [("amce", " (did you mean 'acme'?)"), ("ACME", " (did you mean 'acme'?)"), ("zzz", "")]
)
def test_an_unknown_company_is_told_with_those_there_are(space, name, guess):
    assert refused(space.profile, name) == [
        f"companies: error: no profile '{name}'{guess} [unknown-company]\n  = there are: acme"
    ]


@pytest.mark.parametrize("name", ["_analyst", "_defaults"])
def test_a_shared_part_is_built_for_nobody(root, space, name):
    write(root, {f"companies/{name}.yaml": "lang: ko"})
    (problem,) = refused(space.profile, name)
    assert problem.startswith(f"companies: error: no profile '{name}'")


def test_without_any_company_the_file_to_write_is_named(root, space):
    (root / "companies/acme.yaml").unlink()
    assert refused(space.profile, "acme") == [
        "companies: error: no profile 'acme' [unknown-company]\n  = write companies/acme.yaml"
    ]


def test_an_unknown_extends_is_one_problem_among_the_others(root, space):
    write(root, {"companies/_analyst.yaml": "lang: ko", "companies/acme.yaml": "lang: en\nextends: _analist\n"})
    assert layer_problems(space.profile("acme")) == [
        "companies/acme.yaml:2:10: error: extends: no profile '_analist' (did you mean '_analyst'?) [unknown-company]"
    ]


def test_defaults_are_not_extended_but_always_there(root, space):
    write(root, {"companies/_defaults.yaml": "lang: ko", "companies/acme.yaml": "extends: _defaults\n"})
    assert layer_problems(space.profile("acme")) == [
        "companies/acme.yaml:1:10: error: extends: no profile '_defaults' [unknown-company]"
    ]


@pytest.mark.parametrize("own", ["_a", "acme"])
def test_extends_goes_one_level_and_never_in_a_circle(root, space, own):
    write(root, {"companies/_a.yaml": "extends: _b", "companies/_b.yaml": "lang: ko"})
    write(root, {"companies/acme.yaml": f"extends: {own}"})
    assert layer_problems(space.profile("acme")) == [
        (
            f"companies/{own}.yaml:1:10: error: '{own}' itself extends another profile; only one level is read "
            "[chained-extends]\n  = copy what you need into it"
        )
    ]


def test_two_files_of_one_company_are_no_quiet_choice(root, space):
    write(root, {"companies/acme.json": "{}"})
    assert space.companies() == ["acme"]
    assert layer_problems(space.profile("acme")) == [
        (
            "companies/acme.yaml: error: 'acme' is also companies/acme.json [duplicate-id]\n"
            "  = give one of the files another name"
        )
    ]


# --- Settings ---


def test_without_settings_all_stands_at_its_default(space):
    assert space.settings() == Settings()
    assert space.inputs == {}


def test_settings_are_read_with_their_mark_of_utf8(root, space):
    write(root, {"resume.toml": b'\xef\xbb\xbfout = "out"\n'})
    assert space.settings() == Settings(out="out")
    assert space.sources["resume.toml"] == 'out = "out"\n'


def test_wrong_settings_are_all_told(root, space):
    write(root, {"resume.toml": 'ouut = "x"\nlang = "kr"\n'})
    found = refused(space.settings)
    assert [line.partition(": error")[0] for line in found] == ["resume.toml:1:1", "resume.toml:2:1"]


def test_settings_in_another_encoding_are_told(root, space):
    write(root, {"resume.toml": 'out = "결과"'.encode("cp949")})
    assert refused(space.settings) == [
        (
            "resume.toml:1:8: error: the file is not UTF-8; it looks like cp949 [encoding]\n"
            "  = save it as UTF-8, or run: iconv -f cp949 -t utf-8 resume.toml > new-file"
        )
    ]


# --- Templates ---


def test_the_shipped_templates_are_there(space):
    assert {"classic", "compact"} <= set(space.templates())
    for name in TEMPLATES:
        template, folder = space.template(name, HERE)
        assert (template.name, folder) == (name, ws.shipped_templates() / name)


def test_a_template_of_ones_own_wins_over_the_shipped_one(root, space):
    mine = write(root / "templates/classic", {"template.html.j2": "x", "style.css": "", "template.yaml": "contract: 1"})
    write(root / "templates/notes", {"readme.md": "no template"})
    template, folder = space.template("classic", HERE)
    assert (folder, template.path, template.sources) == (mine, "templates/classic", {"template.html.j2": "x"})
    assert "notes" not in space.templates()
    assert space.sources["templates/classic/template.html.j2"] == "x"


def test_an_unknown_template_is_told_where_it_was_wished_for(space):
    (problem,) = refused(space.template, "clasic", HERE)
    known = ", ".join(TEMPLATES)
    assert problem == (
        "companies/acme.yaml:3:11: error: no template 'clasic' (did you mean 'classic'?) [unknown-template]\n"
        f"  = there are: {known}"
    )


# --- The picture ---


@pytest.mark.parametrize(("data", "kind"), [(png(), "png"), (b"\xff\xd8\xff\xe0 not much", "jpeg")])
def test_a_picture_of_the_workspace_comes_as_a_data_address(root, space, data, kind):
    write(root, {"me/photo.dat": data})
    address, problems = space.photo("me/photo.dat", HERE)
    assert (address, problems) == (f"data:image/{kind};base64,{base64.b64encode(data).decode()}", [])
    assert space.inputs == {"me/photo.dat": data}


def test_without_a_picture_there_is_none(space):
    assert space.photo("", HERE) == ("", [])


def test_a_picture_that_is_a_data_address_stays_one(space):
    address = f"data:image/png;base64,{base64.b64encode(png()).decode()}"
    assert space.photo(address, HERE) == (address, [])


@pytest.mark.parametrize(
    ("image", "why"),
    [
        ("gone.png", "is not there"),
        ("resume", "is not there"),
        ("../secret.png", "is not inside the workspace"),
        ("/etc/passwd", "is not inside the workspace"),
        ("link.png", "is not inside the workspace"),
        ("resume/base.yaml", "is neither PNG nor JPEG"),
        ("large.png", "is larger than 5 MB"),
        ("https://example.com/me.png", "is on the web"),
        ("file:///etc/passwd", "is on the web"),
        ("~/photo.png", "is not there"),
    ],
)
def test_a_picture_that_will_not_do_is_left_out_with_a_word(root, space, image, why):
    write(root, {"large.png": png() + bytes(5_000_000), "../secret.png": png()})
    (root / "link.png").symlink_to(root.parent / "secret.png")
    address, problems = space.photo(image, HERE)
    assert (address, told(problems)) == (
        "",
        [
            (
                f"companies/acme.yaml:3:11: warning: the picture '{image}' {why}; it is left out [photo]\n"
                "  = save it as PNG or JPEG in the workspace and write its path"
            )
        ],
    )
    assert space.inputs == {}


@pytest.mark.parametrize(
    "image", ["x" * 5000, "a/" * 3000, "data:image/svg+xml;base64,AAAA", "data:text/html,<script>"]
)
def test_no_picture_name_stops_a_build(space, image):
    address, problems = space.photo(image, HERE)
    assert (address, [problem.rule for problem in problems]) == ("", ["photo"])


# --- Writing ---


def test_a_file_is_written_with_its_folders(tmp_path):
    writing.write_atomically(tmp_path / "a/b/c.txt", b"x")
    assert contents(tmp_path) == {"a/b/c.txt": b"x"}
    assert stat.S_IMODE((tmp_path / "a/b/c.txt").stat().st_mode) == 0o644


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, call):
    write(tmp_path, {"a.txt": b"old"})

    def full(*_args):
        raise OSError(28, "No space left on device", "a.txt")

    monkeypatch.setattr(*((type(tmp_path), "replace", full) if call == "replace" else (os, "fsync", full)))
    with pytest.raises(OSError, match="No space left"):
        writing.write_atomically(tmp_path / "a.txt", b"new")
    assert contents(tmp_path) == {"a.txt": b"old"}


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    write(tmp_path, {"kept.txt": b"old"})
    (tmp_path / "a.txt").symlink_to(tmp_path / "kept.txt")
    writing.write_atomically(tmp_path / "a.txt", b"new")
    assert contents(tmp_path) == {"a.txt": b"new", "kept.txt": b"old"}


def test_nothing_is_left_lying_about(tmp_path):
    for data in (b"1", b"2"):
        writing.write_atomically(tmp_path / "a.txt", data)
    assert files_in(tmp_path) == ["a.txt"]
