"""What a machine may lack or have odd: streams, folders, clock, locale, a narrow terminal, a signal."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import DAY, RESUME, environment, run
from disk import SMALL, files_in, write

HTML = ("build", "--company", "acme", "--format", "html", "--no-cache")
GENERIC = "projects:\n  - {id: t, name: 타이타닉 생존자 예측, highlights: [랜덤 포레스트로 정확도 0.81]}\n"


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL | {"resume/projects.yaml": GENERIC})


def shell(command: str, cwd, **env: str) -> tuple[int, str]:
    """Run a shell's line in which `$R` is the command; what it and the shell said, in one."""
    more = environment(cwd, R=str(RESUME), **env)
    done = subprocess.run(["sh", "-c", command], cwd=cwd, env=more, capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert "Traceback" not in said
    assert "a bug of its own" not in said
    return done.returncode, said


# --- streams ---


def test_a_reader_that_goes_away_is_no_mistake(small):
    code, said = shell("$R lint 2>&1 | head -1", small)
    assert (code, len(said.splitlines())) == (0, 1)


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["$R build --company acme --format html", "$R explain --company acme", "$R lint -"])
def test_a_closed_stream_stops_nothing_and_nothing_is_written_into_a_file_instead(small, command, stream):
    code, _ = shell(f"{command} {stream}", small)
    assert code in {0, 1}
    assert all("kept" not in path.read_text() for path in small.rglob("*.html"))


def test_a_full_disk_behind_the_output_is_told(small):
    assert shell("$R explain --company acme > /dev/full", small) == (1, "resume: No space left on device\n")


# --- folders ---


def test_a_current_folder_that_is_gone_is_told_with_what_to_do(tmp_path):
    said = "resume: this folder is gone: go to another one (cd) and run it again\n"
    for command in ("build", "init", "lint -"):
        assert shell(f"mkdir g && cd g && rmdir ../g && $R {command} </dev/null", tmp_path) == (1, said)


@pytest.mark.parametrize("env", [{"HOME": ""}, {"HOME": "/nowhere"}, {"TMPDIR": "/nowhere"}], ids=str)
def test_a_build_needs_no_home_and_no_temporary_folder_of_its_own(small, env):
    ran = run("build", "--company", "acme", "--date", DAY, cwd=small, **env)
    assert (ran.code, len(files_in(small / "dist/acme"))) == (0, 3)


def test_a_file_where_the_output_folder_should_be_is_kept_and_told(small):
    write(small, {"dist": "mine"})
    ran = run(*HTML, cwd=small)
    hint = "a part of this path is a file and no folder: move it away, or write elsewhere with --out"
    assert ran.err == f"{small}/dist/acme: error: Not a directory [file]\n  = {hint}\n1 error\n"
    assert (small / "dist").read_text() == "mine"


def test_a_folder_where_a_file_should_be_is_kept_and_told(small):
    name = "이력서_한지원_애크미.html"
    write(small, {f"dist/acme/{name}/mine.txt": "mine"})
    ran = run(*HTML, cwd=small)
    hint = "a file of this name is to be written here: move the folder away"
    assert ran.err == f"{small}/dist/acme/{name}: error: Is a directory [file]\n  = {hint}\n1 error\n"
    assert files_in(small / "dist") == [f"acme/{name}/mine.txt"]


def test_a_cache_that_cannot_be_written_stops_no_build(small):
    write(small, {".resume": "a file"})
    ran = run("build", "--company", "acme", "--format", "html", cwd=small)
    assert (ran.code, ran.err, len(files_in(small / "dist"))) == (0, "", 2)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, to become nobody")
def test_a_folder_that_one_may_not_write_to_is_told(small):
    for path in [small, *small.parents]:
        if path.stat().st_uid == os.geteuid() and path.name:
            path.chmod(path.stat().st_mode | 0o055)
    try:
        done = subprocess.run(
            [str(RESUME), *HTML], cwd=small, env=environment(small), capture_output=True, check=False, user=65534
        )
    except PermissionError:
        pytest.skip("nobody may not run the command where it is installed")
    hint = "close it where it is open in another program; else see who may write there"
    assert done.stderr.decode() == f"{small}/dist: error: Permission denied [file]\n  = {hint}\n1 error\n"


def test_a_file_larger_than_the_system_allows_leaves_the_old_one(small):
    assert run(*HTML, "--date", DAY, cwd=small).code == 0
    before = {path: path.read_bytes() for path in (small / "dist").rglob("*") if path.is_file()}
    code, said = shell(
        "ulimit -f 4; $R build --company acme --format html --no-cache --lang ko --date 2026-01-01", small
    )
    assert code == 1
    assert "error: File too large [file]\n  = a limit on this machine forbids files of this size (ulimit -f)" in said
    assert {path: path.read_bytes() for path in (small / "dist").rglob("*") if path.is_file()} == before


# --- clock and locale ---


@pytest.mark.parametrize(
    "clock", [{"SOURCE_DATE_EPOCH": "0"}, {"SOURCE_DATE_EPOCH": "4102444800"}, {"TZ": "Nowhere/No"}], ids=str
)
def test_any_day_and_any_zone_will_do(small, clock):
    first, again = (run("build", "--company", "acme", "--format", "html", cwd=small, **clock) for _ in range(2))
    assert (first.code, again.code) == (0, 0)
    assert "unchanged" in again.out


@pytest.mark.parametrize("clock", ["soon", "1e3", "99999999999999999999"])
def test_a_day_that_is_none_is_told(small, clock):
    ran = run(*HTML, cwd=small, SOURCE_DATE_EPOCH=clock)
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        f"Error: SOURCE_DATE_EPOCH={clock} is no number of seconds that makes a day",
    )


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "ko_KR.EUC-KR"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "euc-kr"},
    ],
    ids=str,
)
def test_korean_is_told_on_any_terminal_and_files_have_their_names(small, locale):
    assert run("lint", cwd=small, **locale).code == 1
    assert run(*HTML, cwd=small, **locale).code == 0
    assert files_in(small / "dist") == ["acme/manifest.json", "acme/이력서_한지원_애크미.html"]


def test_where_file_names_can_only_be_ascii_it_is_told(small):
    ran = run(*HTML, cwd=small, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    name = ascii("이력서_한지원_애크미")
    assert (
        ran.err == f"resume: file names are ascii (LC_ALL, PYTHONUTF8) here and cannot hold {name}: set PYTHONUTF8=1\n"
    )
    assert (ran.code, (small / "dist").exists()) == (1, False)


@pytest.mark.parametrize(
    "command", [("explain", "--company", "acme"), ("lint",), ("doctor",), ("--help",), ("diff", "acme")]
)
def test_a_narrow_terminal_breaks_nothing(small, command):
    assert run(*command, cwd=small, COLUMNS="20").code in {0, 1}


# --- signals ---


@pytest.mark.parametrize(("name", "code"), [("TERM", 143), ("INT", 1)])
@pytest.mark.parametrize("jobs", ["1", "0"])
def test_a_signal_ends_a_build_with_nothing_left_in_the_temporary_folder(small, tmp_path, name, code, jobs):
    home = tmp_path / "tmp"
    home.mkdir()
    process = subprocess.Popen(
        [str(RESUME), "build", "--company", "acme", "--no-cache", "--jobs", jobs],
        cwd=small,
        env=environment(small, TMPDIR=str(home)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not any(home.iterdir()):
        time.sleep(0.001)
    process.send_signal(getattr(signal, f"SIG{name}"))
    assert process.wait() in {code, 0}
    assert list(home.iterdir()) == []
    assert not [name for name in files_in(small) if name.endswith(".part")]


def held(home: Path, cwd: Path) -> subprocess.Popen[str]:
    """A process that has loaded the faces, and waits for a line."""
    code = "from resume_tailor import pdf; pdf.preload(); print('loaded', flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=cwd,
        env=environment(cwd, TMPDIR=str(home)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "loaded\n"
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="no locks")
def test_what_a_killed_process_left_goes_with_the_next_and_what_another_holds_stays(small, tmp_path):
    home = tmp_path / "tmp"
    home.mkdir()
    with held(home, small) as killed:
        killed.kill()
    [left] = home.iterdir()
    with held(home, small) as first:
        [of_first] = home.iterdir()
        with held(home, small) as second:
            assert of_first in home.iterdir()
            second.communicate("\n")
        assert list(home.iterdir()) == [of_first]
        first.communicate("\n")
    assert of_first != left
    assert list(home.iterdir()) == []
