"""The commands beside `build`, and what they all share: help, start-up, exits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import DAY, RESUME, environment, run
from disk import SMALL, contents, files_in, write

from resume_tailor import __version__, cli

STARTER = ["companies/example.yaml", "resume/base.yaml", ".resume/base.schema.json", ".resume/profile.schema.json"]


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL)


# --- init ---


def test_init_makes_a_workspace_that_builds_at_once(tmp_path):
    ran = run("init", cwd=tmp_path)
    assert (ran.code, ran.err, files_in(tmp_path)) == (0, "", sorted(STARTER))
    assert ran.out == "\n".join(STARTER) + "\n\nNow: resume build --company example\n"
    built = run("build", "--company", "example", "--strict", "--date", DAY, cwd=tmp_path)
    assert (built.code, built.err) == (0, "")
    assert [path.suffix for path in sorted((tmp_path / "dist/example").iterdir())] == [".json", ".html", ".pdf"]


@pytest.mark.parametrize("folder", ["my-resume", "a/b", "이력서"])
def test_init_makes_its_folder(tmp_path, folder):
    ran = run("init", folder, cwd=tmp_path)
    assert files_in(tmp_path / folder) == sorted(STARTER)
    assert ran.out.splitlines()[0] == f"{folder}/{STARTER[0]}"
    assert ran.out.splitlines()[-1] == f"Now: cd {folder} && resume build --company example"


def test_init_twice_refuses_and_writes_nothing(tmp_path):
    assert run("init", cwd=tmp_path).code == 0
    before = contents(tmp_path)
    ran = run("init", cwd=tmp_path)
    hint = "\n  = nothing was written; name another folder\n"
    told = "".join(f"{name}: error: is already there [exists]{hint}" for name in sorted(STARTER))
    assert (ran.code, ran.out, ran.err) == (1, "", f"{told}4 errors\n")
    assert contents(tmp_path) == before


def test_init_overwrites_not_even_one_file(tmp_path):
    write(tmp_path, {"resume/base.yaml": "mine"})
    ran = run("init", cwd=tmp_path)
    assert (ran.code, len(ran.problems), contents(tmp_path)) == (1, 1, {"resume/base.yaml": b"mine"})


def test_init_below_a_file_is_told(tmp_path):
    write(tmp_path, {"a": "file"})
    assert run("init", "a", cwd=tmp_path).code == 2
    ran = run("init", "a/b", cwd=tmp_path)
    assert (ran.code, ran.problems[0].endswith("error: Not a directory [file]")) == (1, True)


def test_the_starter_tells_editors_where_its_schemas_are(tmp_path):
    run("init", cwd=tmp_path)
    for name in ("resume/base", "companies/example"):
        first = (tmp_path / f"{name}.yaml").read_text().splitlines()[0]
        mark, _, address = first.partition("=")
        assert mark == "# yaml-language-server: $schema"
        assert (tmp_path / name).parent.joinpath(address).resolve().is_file()


# --- schema ---


@pytest.mark.parametrize("which", ["base", "profile"])
def test_a_schema_is_json_and_the_one_that_init_writes(tmp_path, which):
    ran = run("schema", which, cwd=tmp_path)
    schema = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert (schema["$schema"], schema["type"]) == ("http://json-schema.org/draft-07/schema#", "object")
    run("init", cwd=tmp_path)
    assert ran.out == (tmp_path / f".resume/{which}.schema.json").read_text()


def test_a_schema_of_something_else_is_wrong_use(tmp_path):
    assert run("schema", "company", cwd=tmp_path).code == 2


# --- templates ---


def test_templates_are_listed_with_what_they_say_of_themselves(small):
    ran = run("templates", cwd=small)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["classic  (shipped)", "compact  (shipped)"]
    assert "  option accent: color, #0f4c5c by default" in lines
    assert "  option paper: choice, one of a4, letter, a4 by default" in lines


def test_a_copied_template_is_yours_and_builds(small):
    ran = run("templates", "copy", "classic", "mine", cwd=small)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "templates/mine/ is yours now; `template: mine` in a profile uses it\n"
    page = small / "templates/mine/template.html.j2"
    page.write_text(page.read_text().replace("<main>", '<main class="mine">'))
    write(small, {"companies/acme.yaml": "template: mine"})
    built = run("build", "-c", "acme", "--date", DAY, cwd=small)
    assert (built.code, built.err) == (0, "")
    assert '<main class="mine">' in next((small / "dist/acme").glob("*.html")).read_text()
    assert "mine  (yours)" in run("templates", cwd=small).out


def test_a_copy_under_the_same_name_wins(small):
    assert run("templates", "copy", "classic", cwd=small).code == 0
    write(small, {"templates/classic/style.css": "h1 { color: red }"})
    assert run("build", "--format", "html", cwd=small).code == 0
    assert "h1 { color: red }" in next((small / "dist/base").glob("*.html")).read_text()
    assert "classic  (yours)" in run("templates", cwd=small).out


def test_a_copy_overwrites_nothing(small):
    write(small, {"templates/mine/notes.md": "mine"})
    before = contents(small)
    ran = run("templates", "copy", "classic", "mine", cwd=small)
    assert (ran.code, ran.err) == (
        1,
        (
            "templates/mine: error: there is already a template of this name [exists]\n"
            "  = give the copy another name: resume templates copy NAME NEW_NAME\n1 error\n"
        ),
    )
    assert contents(small) == before


@pytest.mark.parametrize("name", ["..", ".", "a/b", "../../x", "a b", ""])
def test_a_copy_stays_in_the_templates_of_the_workspace(small, name):
    before = contents(small.parent)
    assert run("templates", "copy", "classic", name, cwd=small).code == (0 if not name else 2)
    assert not name or contents(small.parent) == before


def test_a_copy_of_an_unknown_template_is_told(small):
    ran = run("templates", "copy", "clasic", cwd=small)
    assert (ran.code, ran.problems) == (
        1,
        ["templates: error: no template 'clasic' (did you mean 'classic'?) [unknown-template]"],
    )


def test_a_broken_template_hides_no_other(small):
    write(small, {"templates/broken/template.yaml": "contract: 7\n"})
    ran = run("templates", cwd=small)
    assert (ran.code, ran.problems[0].startswith("templates/broken")) == (1, True)
    assert [line for line in ran.out.splitlines() if not line.startswith(" ")] == [
        "broken  (yours)",
        "classic  (shipped)",
        "compact  (shipped)",
    ]


# --- doctor ---


def test_doctor_finds_this_machine_well(small):
    ran = run("doctor", cwd=small)
    assert (ran.code, ran.err) == (0, "")
    states = {line.split(maxsplit=1)[1]: line.split()[0] for line in ran.out.splitlines() if not line.startswith(" ")}
    written = {f"{small}/dist can be written (the output folder)"}
    written |= {f"{small}/.resume/cache can be written (what builds remember)"}
    assert {"template classic (contract 1)", "template compact (contract 1)", *written} <= set(states)
    assert {"the terminal's encoding is utf-8", "no browser is needed, for PDFs neither"} <= set(states)
    assert any(name.startswith("Python 3.") for name in states)
    assert any(name.startswith("pango ") for name in states)
    assert set(states.values()) <= {"ok", "slow"}


def test_doctor_needs_no_workspace(tmp_path):
    ran = run("doctor", cwd=tmp_path)
    assert (ran.code, "none     no workspace here or above" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"resume.toml": "out = 3"}, "resume.toml:1:1"),
        ({"templates/broken/template.yaml": "contract: 1"}, "template broken: the template has no template.html.j2"),
        ({"dist": "a file"}, "dist cannot be written: Not a directory (the output folder)"),
        ({".resume": "a file"}, ".resume/cache cannot be written: Not a directory (what builds remember)"),
    ],
)
def test_doctor_says_what_is_wrong_with_a_workspace(small, files, said):
    write(small, files)
    ran = run("doctor", cwd=small)
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if line.startswith("missing") and said in line] != []


def test_doctor_says_what_mends_a_template_for_a_newer_tool(small):
    parts = {"template.yaml": "contract: 2", "style.css": "", "template.html.j2": ""}
    write(small, {f"templates/new/{name}": text for name, text in parts.items()})
    lines = run("doctor", cwd=small).out.splitlines()
    at = lines.index("missing  template new: this version draws templates of contract 1")
    assert lines[at + 1] == "         -> update resume-tailor: the template is made for a newer one"


def test_doctor_says_where_a_terminal_has_no_korean(small):
    ran = run("doctor", cwd=small, PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert "poor     the terminal's encoding is ascii: Korean shows as ?\n         -> set PYTHONUTF8=1" in ran.out


def test_doctor_says_where_there_is_no_folder_for_temporary_files(small):
    ran = run("doctor", cwd=small, PYTHONPATH=str(write(small / "site", {"sitecustomize.py": NO_TEMPORARY_FILES})))
    assert ran.code == 1
    assert "missing  no folder for temporary files" in ran.out


NO_TEMPORARY_FILES = """
import tempfile

def gettempdir():
    raise FileNotFoundError(2, "No usable temporary directory")

tempfile.gettempdir = gettempdir
"""


# --- All of them ---

COMMANDS = ["init", "build", "explain", "templates", "schema", "doctor"]


@pytest.mark.parametrize(
    "args", [(), ("build",), ("init",), ("templates", "copy"), ("schema",), ("explain",), ("doctor",)]
)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_is_there_without_a_workspace(tmp_path, args, flag):
    ran = run(*args, flag, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: {' '.join(('resume', *args))} ")


def test_help_lists_every_command(tmp_path):
    lines = run("--help", cwd=tmp_path).out.partition("Commands:\n")[2].splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    files = {path.stem for path in Path(cli.__file__).with_name("commands").glob("*.py")}
    assert set(COMMANDS) <= set(listed) <= files


def test_help_loads_no_command(tmp_path):
    assert not {name for name in loaded("--help", cwd=tmp_path) if name.startswith("resume_tailor.commands.")}


def test_the_version_is_told(tmp_path):
    assert run("--version", cwd=tmp_path).out == f"resume, version {__version__}\n"


def test_python_can_run_it_as_a_module(tmp_path):
    command = [sys.executable, "-m", "resume_tailor", "--version"]
    told = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=True)
    assert told.stdout == f"resume, version {__version__}\n"


def loaded(*args, cwd) -> set[str]:
    """The modules that a command loads."""
    program = (
        "import sys\nfrom resume_tailor.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nfinally: print('\\n', *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *args],
        cwd=cwd,
        env=environment(cwd),
        capture_output=True,
        check=True,
        text=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()} | {
        name for name in done.stderr.split() if name.startswith("resume_tailor.")
    }


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (("--help",), {"weasyprint", "jinja2", "yaml", "rich", "uharfbuzz", "pypdfium2", "tomllib", "difflib"}),
        (("build", "--help"), {"weasyprint", "jinja2", "yaml", "rich", "uharfbuzz", "pypdfium2"}),
        (("--version",), {"weasyprint", "jinja2", "yaml", "rich", "uharfbuzz", "pypdfium2"}),
        (("explain",), {"weasyprint", "uharfbuzz", "pypdfium2", "PIL", "fontTools"}),
        (("schema", "base"), {"weasyprint", "jinja2", "uharfbuzz", "pypdfium2", "PIL", "fontTools"}),
        (("templates",), {"weasyprint", "uharfbuzz", "pypdfium2", "PIL", "fontTools"}),
        (("build", "--format", "html"), {"weasyprint", "pypdfium2", "PIL", "fontTools"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_what_it_needs(small, args, absent):
    assert loaded(*args, cwd=small) & absent == set()


def test_a_shell_completes_companies(small):
    ran = run(cwd=small, _RESUME_COMPLETE="bash_complete", COMP_WORDS="resume build --company a", COMP_CWORD="3")
    assert ran.out.split() == ["plain,acme"]


def test_completion_outside_of_a_workspace_is_silent(tmp_path):
    ran = run(cwd=tmp_path, _RESUME_COMPLETE="bash_complete", COMP_WORDS="resume build --company a", COMP_CWORD="3")
    assert (ran.out.strip(), ran.err) == ("", "")


def test_a_bug_of_ours_says_what_to_send_and_nothing_of_the_resume(small):
    program = (
        "from resume_tailor import cli, workspace\n"
        "def broken(self): raise KeyError('한지원 010-1234-5678')\n"
        "workspace.Workspace.base = broken\ncli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build"],
        cwd=small,
        env=environment(small),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (3, "")
    first, second, third = done.stderr.splitlines()
    assert first == f"resume {__version__} met a bug of its own; your files are as they were."
    assert second == "Please report it with this line (it holds nothing of your resume):"
    assert third.startswith("  KeyError at buildrun.py:")
    assert "한지원" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
@pytest.mark.parametrize("args", [("--help",), ("explain",), ("schema", "base")])
def test_a_full_disk_behind_the_output_is_no_bug(small, args):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [RESUME, *args],
            cwd=small,
            env=environment(small),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert (done.returncode, done.stderr) == (1, "resume: No space left on device\n")


def test_a_reader_that_stops_early_is_no_bug(workspace_copy):
    script = f"'{RESUME}' explain --company socar | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=workspace_copy,
        env=environment(workspace_copy),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 1)
