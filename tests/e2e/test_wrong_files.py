"""Files with mistakes in them: every one is told with its place, in one go, and nothing is written."""

import random

import pytest
from command import run
from disk import SMALL, contents, files_in, write

HTML = ("--format", "html")


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL)


def refused(root, *args) -> str:
    """What a build says that must fail, and must leave the workspace as it was."""
    before = contents(root)
    ran = run("build", *args, *HTML, cwd=root)
    assert (ran.code, ran.out) == (1, "")
    assert contents(root) == before
    return ran.err


# --- Many mistakes at once ---

BASE = """\
basics:
  name: 한지원
  name: 두 번째
work:
  - id: moa
    name: 모아드라이브
    highlights:
      - id: moa.surge
        txt: 요금을 나눔
      - 요금: 나눔
projects:
  - {id: moa, name: 같은 이름표}
  - {id: demand, name: [수요, 예측]}
skills:
"""
PROFILE = """\
company: {name: 애크미}
lang: kr
focuss: [pricing]
limits: {projects: 없음, skils: 3}
pin: [dmand]
sections: [work, project]
template: clasic
options: {accnt: red}
extends: _analist
"""
SETTINGS = """\
template = "classic"
ouut = "results"
"""


def test_ten_mistakes_and_more_are_told_in_one_run(tmp_path):
    root = write(tmp_path, {"resume/base.yaml": BASE, "companies/acme.yaml": PROFILE, "resume.toml": SETTINGS})
    said = refused(root, "--company", "acme").splitlines()
    assert [line for line in said if ": error: " in line] == [
        "companies/acme.yaml:2:7: error: 'lang' cannot be 'kr' [unknown-choice]",
        "companies/acme.yaml:3:1: error: unknown key 'focuss' (did you mean 'focus'?) [unknown-key]",
        "companies/acme.yaml:4:20: error: 'limits.projects' must be a whole number from 1 up, not '없음' [wrong-kind]",
        "companies/acme.yaml:4:24: error: unknown key 'limits.skils' (did you mean 'skills'?) [unknown-key]",
        (
            "companies/acme.yaml:5:7: error: pin: no item of the base has the id 'dmand' (did you mean 'demand'?) "
            "[unknown-id]"
        ),
        (
            "companies/acme.yaml:6:18: error: an item of 'sections' cannot be 'project' (did you mean 'projects'?) "
            "[unknown-choice]"
        ),
        "companies/acme.yaml:7:11: error: no template 'clasic' (did you mean 'classic'?) [unknown-template]",
        "companies/acme.yaml:9:10: error: extends: no profile '_analist' [unknown-company]",
        "resume.toml:2:1: error: unknown key 'ouut' (did you mean 'out'?) [unknown-key]",
        "resume/base.yaml:3:3: error: 'name' is written twice (first on line 2) [duplicate-key]",
        "resume/base.yaml:8:9: error: an item of 'highlights' has the key 'id' but no text [missing-text]",
        "resume/base.yaml:10:9: error: an item of 'highlights' has the key '요금' but no text [missing-text]",
        "resume/base.yaml:12:10: error: the id 'moa' is also at resume/base.yaml:5:9 [duplicate-id]",
        "resume/base.yaml:13:24: error: 'name' must be text or {ko: ..., en: ...}, not a list [wrong-kind]",
        "resume/base.yaml:14:1: error: 'skills' has nothing under it [empty-section]",
    ]
    caret = said.index("    limits: {projects: 없음, skils: 3}") + 1
    assert said[caret] == " " * 23 + "^"
    assert said[-1] == "15 errors"


def test_the_mistakes_of_every_company_are_told(small):
    write(small, {"companies/a.yaml": "focuss: [x]", "companies/b.yaml": "lang: kr"})
    told = refused(small, "-c", "a", "-c", "b", "-c", "acme")
    assert [line.partition(": error")[0] for line in told.splitlines() if ": error" in line] == [
        "companies/a.yaml:1:1",
        "companies/b.yaml:1:7",
    ]


# --- Files that are no resume ---


def deep(open_, close, depth=5000):
    return open_ * depth + "1" + close * depth


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
)

CASES = {
    "empty": ("base.yaml", b"", "resume/base.yaml: error: the file is empty [empty-file]"),
    "only-comments": ("base.yaml", b"# one day\n\n", "resume/base.yaml: error: the file is empty [empty-file]"),
    "only-a-mark": ("base.yaml", b"\xef\xbb\xbf", "resume/base.yaml: error: the file is empty [empty-file]"),
    "empty-json": ("base.json", b" \n", "resume/base.json: error: the file is empty [empty-file]"),
    "null": ("base.json", b"null", "resume/base.json: error: the file is empty [empty-file]"),
    "empty-map": ("base.yaml", b"{}", "resume/base.yaml: error: there is nothing in the base [not-a-resume]"),
    "list": (
        "base.yaml",
        b"- one\n- two\n",
        "resume/base.yaml:1:1: error: the file must hold keys such as basics: and work: [not-a-resume]",
    ),
    "text": (
        "base.yaml",
        "한 줄".encode(),
        "resume/base.yaml:1:1: error: the file must hold keys such as basics: and work: [not-a-resume]",
    ),
    "null-section": (
        "base.yaml",
        b"basics: {name: x}\nwork:\n",
        "resume/base.yaml:2:1: error: 'work' has nothing under it [empty-section]",
    ),
    "null-sections-in-json": (
        "base.json",
        b'{"work": null}',
        "resume/base.json:1:2: error: 'work' has nothing under it [empty-section]",
    ),
    "a-map-for-a-list": (
        "base.yaml",
        b"basics: {name: x}\nwork: {name: x}\n",
        "resume/base.yaml:2:7: error: 'work' must be a list, not a map of keys [wrong-kind]",
    ),
    "deep-list": (
        "base.yaml",
        deep("[", "]").encode(),
        "resume/base.yaml:1:101: error: nested deeper than 100 levels [too-deep]",
    ),
    "deep-map": (
        "base.yaml",
        deep("{a: ", "}").encode(),
        "resume/base.yaml:1:401: error: nested deeper than 100 levels [too-deep]",
    ),
    "deep-json": (
        "base.json",
        deep("[", "]").encode(),
        "resume/base.json:1:101: error: nested deeper than 100 levels [too-deep]",
    ),
    "deep-indent": (
        "base.yaml",
        "".join(" " * i + "a:\n" for i in range(300)).encode(),
        "resume/base.yaml:101:101: error: nested deeper than 100 levels [too-deep]",
    ),
    "alias-bomb": (
        "base.yaml",
        BOMB.encode(),
        "error: the file holds more than 200,000 values, counting every alias in full [too-many-values]",
    ),
    "binary": ("base.yaml", random.Random(1).randbytes(4000), "resume/base.yaml: error: the file is not text [binary]"),
    "pdf": ("base.yaml", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00", "resume/base.yaml: error: the file is not text"),
    "nul-bytes": (
        "base.yaml",
        b"basics: {name: x\x00}",
        "resume/base.yaml: error: the file is not text: it holds NUL bytes [binary]",
    ),
    "utf-16": (
        "base.yaml",
        "basics: {name: 가}".encode("utf-16"),
        "resume/base.yaml: error: the file is UTF-16, not UTF-8 [encoding]",
    ),
    "cp949": (
        "base.yaml",
        "basics:\n  name: 한지원\n".encode("cp949"),
        (
            "resume/base.yaml:2:9: error: the file is not UTF-8; it looks like cp949 [encoding]\n"
            "      name: 한지원\n"
            "            ^\n"
            "  = save it as UTF-8, or run: iconv -f cp949 -t utf-8 resume/base.yaml > new-file"
        ),
    ),
    "open-bracket": (
        "base.yaml",
        b"work: [\n",
        "resume/base.yaml:1:7: error: cannot be read as YAML: this [ is not closed",
    ),
    "tab": (
        "base.yaml",
        b"basics:\n\tname: x\n",
        "resume/base.yaml:2:1: error: cannot be read as YAML: a tab cannot indent a line",
    ),
    "python-tag": (
        "base.yaml",
        b"basics: !!python/object/apply:os.system [ls]",
        "error: '!!python/object/apply:os.system' is not text but a tag",
    ),
    "two-documents": (
        "base.yaml",
        b"basics: {name: x}\n---\nwork: []\n",
        "resume/base.yaml:2:1: error: a second document starts here",
    ),
    "open-json": ("base.json", b'{"basics": {"name": "x"', "error: cannot be read as JSON: the file ends too early"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_is_no_resume_says_what_it_is(tmp_path, case):
    name, data, said = CASES[case]
    root = write(tmp_path, {f"resume/{name}": data, "companies/acme.yaml": "lang: ko"})
    err = refused(root)
    assert said in err
    assert err.endswith("\n1 error\n")


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in CASES
        if case not in {"empty-map", "null-section", "a-map-for-a-list"} and "json" not in case and case != "null"
    ],
)
def test_a_file_that_is_no_profile_says_what_it_is(small, case):
    write(small, {"companies/acme.yaml": CASES[case][1]})
    err = refused(small, "--company", "acme")
    assert ": error: " in err
    assert "companies/acme.yaml" in err


def test_one_file_that_cannot_be_read_does_not_hide_the_mistakes_of_another(small):
    write(small, {"resume/a.yaml": "한글".encode("cp949"), "resume/b.yaml": "skils: []\nskills: {}"})
    told = refused(small)
    assert [line.split(" ")[0] for line in told.splitlines() if ": error" in line or ": warning" in line] == [
        "resume/a.yaml:1:1:",
        "resume/b.yaml:1:1:",
        "resume/b.yaml:2:9:",
    ]


def test_a_strange_name_of_a_file_is_no_surprise(small):
    write(small, {"resume/새 파일 (1)\u202e.yaml": "skills: {}"})
    assert "resume/새 파일 (1)" in refused(small)


def test_a_link_that_leads_nowhere_is_as_good_as_no_file(small):
    (small / "resume/gone.yaml").symlink_to(small / "nowhere.yaml")
    (small / "resume/round.yaml").symlink_to(small / "resume/round.yaml")
    (small / "resume/folder.yaml").mkdir()
    assert run("build", *HTML, cwd=small).code == 0


@pytest.mark.parametrize("command", ["build", "explain"])
def test_problems_go_to_stderr_and_stdout_stays_clean(small, command):
    write(small, {"resume/base.yaml": "work: {}"})
    ran = run(command, cwd=small)
    assert (ran.code, ran.out, ran.problems != []) == (1, "", True)


def test_nothing_is_left_after_a_failure(small):
    write(small, {"companies/acme.yaml": "focuss: [x]"})
    refused(small, "--company", "acme")
    assert files_in(small) == ["companies/acme.yaml", "resume/base.yaml"]
