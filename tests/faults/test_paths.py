"""Folders and files as they come: any name, any way of writing Hangul, any line end, and what is no UTF-8."""

import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from command import DAY, run
from disk import SMALL, contents, files_in, write

HTML = ("build", "--company", "acme", "--format", "html", "--date", DAY)
SOCAR = normalize("NFC", "쏘카")
SOCAR_PARTS = normalize("NFD", SOCAR)


@pytest.mark.parametrize("form", ["pdf", "html"])
@pytest.mark.parametrize("name", ["a b", 'it\'s "it"', "#1?x=%41&y", "😀", SOCAR, SOCAR_PARTS, "[a]*", "가" * 80, "-c"])
def test_a_workspace_may_lie_in_a_folder_of_any_name(tmp_path, name, form):
    root = write(tmp_path / name / "ws", SMALL)
    ran = run("build", "--company", "acme", "--format", form, "--date", DAY, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert files_in(root / "dist") == ["acme/manifest.json", f"acme/이력서_한지원_애크미.{form}"]


@pytest.mark.parametrize("asked", [SOCAR, SOCAR_PARTS], ids=["composed", "in-parts"])
@pytest.mark.parametrize("there", [SOCAR, SOCAR_PARTS], ids=["composed", "in-parts"])
@pytest.mark.parametrize("command", ["build", "explain", "lint", "diff"])
def test_a_profile_is_found_however_its_hangul_is_written(tmp_path, command, there, asked):
    root = write(
        tmp_path,
        {"resume/base.yaml": SMALL["resume/base.yaml"], f"companies/{there}.yaml": SMALL["companies/acme.yaml"]},
    )
    words = {"build": ("--format", "html", "--company", asked), "diff": (asked,)}.get(command, ("--company", asked))
    ran = run(command, *words, cwd=root)
    assert "no profile" not in ran.err
    assert ran.code == 0, ran.err
    if command == "build":
        assert [path.name for path in (root / "dist").iterdir()] == [SOCAR]


def test_an_id_in_other_capitals_is_asked_about(tmp_path):
    root = write(tmp_path, SMALL)
    assert "no profile 'ACME' (did you mean 'acme'?)" in run("build", "--company", "ACME", cwd=root).err


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="both files cannot be there")
def test_ids_that_only_capitals_tell_apart_are_warned_of(tmp_path):
    root = write(tmp_path, SMALL | {"companies/Acme.yaml": "company: {name: 애크미2}\n"})
    ran = run("build", "--company", "acme", "--format", "html", cwd=root)
    message = "is the same name as 'Acme' on disks that do not tell capitals: one's files would replace the other's"
    assert ran.code == 0
    assert f"companies/acme.yaml: warning: {message} [duplicate-id]\n  = give one of the files another name" in ran.err


@pytest.mark.parametrize("name", ["con", "aux", "a.", "a:b", "NUL", "가" * 90])
def test_a_draft_gets_no_name_that_some_system_cannot_have(tmp_path, name):
    root = write(tmp_path, SMALL | {"p.md": "# 데이터 분석가\n\n- SQL\n"})
    ran = run("new", name, "--posting", "p.md", cwd=root)
    assert (ran.code, files_in(root)) == (2, sorted([*SMALL, "p.md"]))


def test_a_pattern_that_fills_to_more_than_a_name_can_hold_is_cut(tmp_path):
    root = write(tmp_path, SMALL | {"resume.toml": f'file_name = "{{name}}_{"가" * 100}"\n'})
    assert run(*HTML, cwd=root).code == 0
    name = next((root / "dist/acme").glob("*.html")).name
    assert len(name.encode()) <= 255
    assert name.startswith("한지원_가")


# --- what text files may be ---


@pytest.fixture
def whole(tmp_path) -> Path:
    """A workspace with a file of every kind."""
    more = {"resume.toml": 'template = "mine"\n', "lint/own.yaml": "rules: []\n"}
    root = write(tmp_path, SMALL | more)
    assert run("templates", "copy", "classic", "mine", cwd=root).code == 0
    return root


def texts(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.suffix in {".yaml", ".toml", ".css", ".j2"})


def test_windows_line_ends_and_a_bom_change_no_page(whole):
    assert run(*HTML, cwd=whole).code == 0
    page = {name: data for name, data in contents(whole / "dist").items() if name.endswith(".html")}
    for path in texts(whole):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    ran = run(*HTML, cwd=whole)
    assert (ran.code, ran.err) == (0, "")
    assert {name: (whole / "dist" / name).read_bytes() for name in page} == page


def test_utf_16_is_told_for_every_kind_of_file(whole):
    for path in texts(whole):
        data = path.read_bytes()
        path.write_bytes(data.decode().encode("utf-16"))
        ran = run(*HTML, "--no-cache", cwd=whole)
        name = path.relative_to(whole).as_posix()
        assert (ran.code, ran.err.splitlines()[:2]) == (
            1,
            [f"{name}: error: the file is UTF-16, not UTF-8 [encoding]", "  = save it again as UTF-8"],
        )
        path.write_bytes(data)
