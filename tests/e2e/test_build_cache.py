"""What has not changed is not built again; whatever did change, or was tampered with, is. And several at once."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from command import DAY, RESUME, environment, run
from disk import SMALL, contents, files_in, png, write

HTML = ("--format", "html", "--date", DAY)
BOREAL = "company: {name: {ko: 보리얼, en: Boreal}}\n"


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL | {"companies/boreal.yaml": BOREAL})


def build(cwd, *more):
    return run("build", "--all", *HTML, *more, cwd=cwd)


def unchanged(ran) -> list[str]:
    """The companies whose files were left as they lay there."""
    lines = (line.split("] ")[-1].split() for line in ran.out.splitlines())
    return [words[0].split("/")[1] for words in lines if words[-1:] == ["unchanged"]]


def records(root: Path) -> Iterator[Path]:
    yield from sorted((root / ".resume/cache").glob("*.json"))


def stamps(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in files_in(folder)}


# --- unchanged ---


def test_what_has_not_changed_is_left_as_it_lies_there(small):
    first = build(small)
    before = stamps(small / "dist")
    again = build(small)
    assert (first.code, unchanged(first)) == (0, [])
    assert (again.code, unchanged(again)) == (0, ["acme", "boreal"])
    assert again.out.replace("  unchanged", "") == first.out
    assert again.err == first.err
    assert stamps(small / "dist") == before


def test_warnings_are_told_again_with_their_lines(small):
    write(small, {"resume/base.yaml": SMALL["resume/base.yaml"] + "projects:\n  - {id: p, name: 이름, colour: red}\n"})
    first, again = build(small), build(small)
    assert "colour" in first.err
    assert (again.err, unchanged(again)) == (first.err, ["acme", "boreal"])


def test_one_company_asked_for_alone_is_remembered_from_all(small):
    build(small)
    assert unchanged(run("build", "--company", "acme", *HTML, cwd=small)) == ["acme"]


def test_the_same_bytes_with_and_without_the_cache_and_with_one_and_two_workers(workspace_copy):
    def made(*more) -> dict[str, bytes]:
        ran = run("build", "--all", "--date", DAY, *more, cwd=workspace_copy)
        assert ran.code == 0, ran.err
        return contents(workspace_copy / "dist")

    one = made("--no-cache", "--jobs", "1")
    assert made("--no-cache", "--jobs", "2") == made("--jobs", "2") == made() == one


@pytest.mark.parametrize("limit", ["", "--set=limits.pages=1"])
def test_the_same_bytes_and_words_with_and_without_a_process_that_sets_the_pages(workspace_copy, limit):
    def made(*more) -> tuple[str, dict[str, bytes]]:
        chosen = ["--company", "socar", "--date", DAY, *filter(None, [limit]), *more]
        ran = run("build", *chosen, cwd=workspace_copy)
        assert ran.code == 0, ran.err
        return ran.out, contents(workspace_copy / "dist")

    assert made("--no-cache") == made("--no-cache", "--jobs", "1")


def test_nothing_is_remembered_where_that_is_not_wanted(small):
    build(small, "--no-cache")
    assert list(records(small)) == []
    assert unchanged(build(small)) == []
    assert unchanged(build(small, "--no-cache")) == []


def test_the_cache_asks_not_to_be_kept_in_git(small):
    build(small)
    assert (small / ".resume/cache/.gitignore").read_text() == "*\n"


def test_a_cache_that_cannot_be_written_is_done_without(small):
    write(small, {".resume/cache": "a file where the folder should be"})
    assert (build(small).code, unchanged(build(small))) == (0, [])


# --- changed ---

BASE = SMALL["resume/base.yaml"]


@pytest.mark.parametrize(
    "changed",
    [
        {"resume/base.yaml": BASE.replace("매출 증가", "매출 감소")},
        {"resume/more.yaml": "skills: [{name: 분석}]\n"},
        {"companies/_defaults.yaml": "sections: [work]\n"},
        {"resume.toml": 'file_name = "cv_{name}"\n'},
        {"lint/own.yaml": "words: []\n"},
        {"templates/classic2/template.yaml": "contract: 1\n"},
    ],
)
def test_what_all_rest_on_has_all_built_anew(small, changed):
    build(small)
    write(small, changed)
    assert unchanged(build(small)) == []


@pytest.mark.parametrize(
    "more", [("--lang", "en"), ("--set", "focus=[pricing]"), ("--format", "pdf,html"), ("--date", "2026-11-24")]
)
def test_another_wish_is_another_build(small, more):
    build(small)
    assert unchanged(build(small, *more)) == []


def test_a_changed_profile_has_only_its_own_resume_built_anew(small):
    build(small)
    write(small, {"companies/acme.yaml": SMALL["companies/acme.yaml"] + "focus: [pricing]\n"})
    assert unchanged(build(small)) == ["boreal"]
    assert unchanged(build(small)) == ["acme", "boreal"]


def test_another_company_with_a_new_name_is_looked_for_in_all(small):
    """Lint counts the other companies' names that are left in a text."""
    write(small, {"resume/base.yaml": BASE.replace("강의 진행", "보리얼랩이 좋아하는 강의")})
    write(small, {"companies/acme.yaml": "company: {name: {ko: 애크미, en: ACME}}\n"})
    assert "lint finds" not in build(small).out
    write(small, {"companies/boreal.yaml": BOREAL.replace("보리얼", "보리얼랩")})
    ran = build(small)
    assert "lint finds 1 error" in ran.out
    assert unchanged(ran) == []


def test_a_changed_picture_is_seen(small):
    picture = {"me.png": png()}
    base = BASE.replace("phone:", "image: me.png, phone:")
    shown = {"companies/acme.yaml": SMALL["companies/acme.yaml"] + "privacy: {photo: show}\n"}
    write(small, picture | shown | {"resume/base.yaml": base})
    assert build(small).code == 0
    write(small, {"me.png": png(4, 4)})
    assert "acme" not in unchanged(build(small))


def test_files_that_are_gone_or_edited_are_made_anew_and_an_edited_one_is_set_aside(small):
    build(small)
    page = next((small / "dist/acme").glob("*.html"))
    whole = page.read_bytes()
    page.write_text("mine")
    assert "it is kept as" in (ran := build(small)).out
    assert (unchanged(ran), page.read_bytes()) == (["boreal"], whole)
    page.unlink()
    assert unchanged(build(small)) == ["boreal"]
    (small / "dist/acme/manifest.json").unlink()
    assert unchanged(build(small)) == ["boreal"]
    assert page.read_bytes() == whole


def test_a_page_that_shows_a_file_is_made_each_time(small):
    assert run("templates", "copy", "classic", "mine", cwd=small).code == 0
    style = small / "templates/mine/style.css"
    style.write_text(style.read_text() + 'h1 { background: url("dot.png") }\n')
    write(small, {"templates/mine/dot.png": png(), "companies/acme.yaml": "company: {name: A}\ntemplate: mine\n"})
    build(small)
    assert unchanged(build(small)) == ["boreal"]


# --- records that lie ---


def spoil(record: Path, how: str) -> None:
    text = record.read_text(encoding="utf-8")
    found = json.loads(text)
    spoiled = {
        "empty": "",
        "torn": text[: len(text) // 2],
        "binary": "\0\1\2",
        "a list": "[]",
        "deep": "[" * 100_000,
        "without parts": json.dumps({"key": found["key"], "own": found["own"]}),
        "parts of other kinds": json.dumps(found | {"built": [], "files": "x", "problems": 7, "names": 3}),
        "a folder outside": json.dumps(found | {"folder": "../../elsewhere"}),
        "an absolute folder": json.dumps(found | {"folder": "/etc"}),
        "a name outside": json.dumps(found | {"files": {"../../resume/base.yaml": "0" * 64}}),
        "another version": json.dumps(found | {"key": "0" * 64, "own": "0" * 64}),
        "hash by hand": json.dumps(found | {"files": dict.fromkeys(found["files"], "0" * 64)}),
    }
    record.write_text(spoiled[how], encoding="utf-8")


@pytest.mark.parametrize(
    "how",
    [
        "empty",
        "torn",
        "binary",
        "a list",
        "deep",
        "without parts",
        "parts of other kinds",
        "a folder outside",
        "an absolute folder",
        "a name outside",
        "another version",
        "hash by hand",
    ],
)
def test_a_record_that_is_not_ours_is_as_good_as_none(small, how):
    first = build(small)
    before = contents(small / "dist")
    for record in records(small):
        spoil(record, how)
    again = build(small)
    assert (again.code, unchanged(again), again.out, again.err) == (0, [], first.out, first.err)
    assert contents(small / "dist") == before


# --- several at once ---


def test_one_that_fails_stops_no_other_however_many_work(small):
    broken = "company: {name: C}\nlimits: {pages: 1}\n"
    long = "".join(f"      - {{id: moa.b{n}, text: {'긴 줄을 더 길게 ' * 12}}}\n" for n in range(60))
    write(small, {"resume/base.yaml": BASE + long, "companies/cetus.yaml": broken + "pin: [moa.b1]\n"})
    pins = ", ".join(f"moa.b{n}" for n in range(60))
    write(small, {"companies/cetus.yaml": broken + f"pin: [{pins}]\n"})
    ran = build(small, "--jobs", "3")
    assert ran.code == 1
    assert "cetus: not built" in ran.out
    assert "[over-pages]" in ran.err
    assert sorted(path.name for path in (small / "dist").iterdir()) == ["acme", "boreal"]
    assert unchanged(build(small)) == ["acme", "boreal"]


def test_two_builds_at_the_same_time_both_end_right(small):
    command = [str(RESUME), "build", "--all", *HTML]
    both = [
        subprocess.Popen(command, cwd=small, env=environment(small), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], ended
    after = contents(small / "dist")
    assert not [name for name in files_in(small) if name.endswith(".part")]
    assert build(small, "--no-cache").code == 0
    assert contents(small / "dist") == after


def stopped(workspace: Path, *whose: str, when: Callable[[subprocess.Popen[bytes]], object]) -> None:
    """Press Ctrl-C on a build, and look at what is left of it."""
    process = subprocess.Popen(
        [str(RESUME), "build", *whose, "--date", DAY, "--no-cache"],
        cwd=workspace,
        env=environment(workspace, PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Where the tests run in a shell's background, it would be ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    when(process)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)  # ends when no process has its pipes open any more
    assert process.returncode == 1
    assert b"Traceback" not in told
    assert not [name for name in files_in(workspace) if name.endswith(".part")]


def test_ctrl_c_leaves_no_half_file_and_no_worker(workspace_copy):
    def one_company_is_there(process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        process.stdout.readline()

    stopped(workspace_copy, "--all", "--jobs", "2", when=one_company_is_there)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not tell of processes' children")
def test_ctrl_c_leaves_nothing_of_the_process_that_sets_the_pages(workspace_copy):
    def it_is_there(process: subprocess.Popen[bytes]) -> None:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not children.read_text():
            assert process.poll() is None

    stopped(workspace_copy, "--company", "socar", "--set", "limits.pages=1", when=it_is_there)
    assert files_in(workspace_copy / "dist") == []
