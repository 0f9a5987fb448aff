"""`resume lint`, as installed: what it looks at, how it tells, what it lets pass, what it cannot read."""

import json
import sys
from pathlib import Path

import jsonschema
import pytest
from command import DAY, environment, run
from disk import write
from example import REPOSITORY

TITANIC = "# 타이타닉 생존자 예측\n\n성별과 나이로 생존 여부를 예측, 랜덤 포레스트 정확도 82%\n"
OWN = "# 품절 알림\n\n주말마다 인기 상품이 품절되던 매장 42곳에 알림을 도입해 품절 주 310건→190건. 혼자 개발\n"
WEAK = {"titanic", "mnist", "campcontest", "til", "chatbot"}
BASE = """\
basics: {name: 한지원, email: jiwon@example.com}
projects:
  - id: titanic
    name: 타이타닉 생존자 예측
    why: 궁금해서
    outcome: 정확도 82%
    description: 랜덤 포레스트로 생존 여부를 예측
"""
PROFILE = "company: {name: 다온상회}\n"


def heads(out: str) -> list[str]:
    """The first line of each problem."""
    return [line for line in out.splitlines() if line.endswith("]") and ": " in line]


def rules(out: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in heads(out)]


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, {"a/titanic.md": TITANIC, "a/deep/own.txt": OWN, "a/.git/x.md": TITANIC, "a/p.png": "x"})


@pytest.fixture
def workspace(tmp_path):
    return write(tmp_path, {"resume/base.yaml": BASE, "companies/daon.yaml": PROFILE})


# --- the base and what is sent ---


def test_the_examples_strong_projects_are_left_alone_and_two_sets_are_errors():
    ran = run("lint", "--format", "json", "--date", DAY, cwd=REPOSITORY)
    found = [p for file in json.loads(ran.out)["files"] for p in file["problems"]]
    assert ran.code == 1
    assert [(p["rule"], p["message"].split("'")[1]) for p in found if p["severity"] == "error"] == [
        ("public-dataset", "MNIST 손글씨 숫자 분류"),
        ("public-dataset", "타이타닉 생존자 예측"),
    ]
    lines = (REPOSITORY / "resume/projects.yaml").read_text(encoding="utf-8").splitlines()
    starts = {n: line.split("id: ")[1] for n, line in enumerate(lines, 1) if line.startswith("  - id: ")}
    files = {file["path"] for file in json.loads(ran.out)["files"] if file["problems"]}
    owners = {starts[max(n for n in starts if n <= p["line"])] for p in found}
    assert (files, owners) == ({"resume/projects.yaml"}, WEAK)


def test_linting_the_base_loads_no_page_maker(tmp_path):
    probe = (
        "import sys\nfrom resume_tailor.cli import main\nsys.argv = ['resume', 'lint', '--fail-level', 'never']\n"
        "try:\n    main()\nfinally:\n"
        "    print([m for m in ('weasyprint', 'jinja2', 'starlette', 'pypdfium2', 'rich') if m in sys.modules])\n"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=REPOSITORY,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_what_a_company_would_be_sent_is_linted_with_its_pages():
    ran = run("lint", "--company", "socar", "--date", DAY, cwd=REPOSITORY)
    assert ran.code == 0, ran.out
    assert set(rules(ran.out)) <= {"unproven-skill", "no-baseline"}
    assert "titanic" not in ran.out


def test_another_companys_name_in_what_is_sent_is_an_error(workspace):
    write(workspace, {"companies/mir.yaml": "company: {name: 미르전자}\n"})
    base = BASE.replace("랜덤 포레스트로", "미르전자에 지원하려고 랜덤 포레스트로")
    write(workspace, {"resume/base.yaml": base})
    ran = run("lint", "--company", "daon", "--select", "other-company-name", cwd=workspace)
    assert (ran.code, rules(ran.out)) == (1, ["other-company-name"])
    assert heads(ran.out)[0].startswith("resume/base.yaml:7:18: error: ")
    assert run("lint", "--company", "mir", "--select", "other-company-name", cwd=workspace).code == 0


def test_a_build_counts_what_lint_finds_and_strict_fails_on_it(workspace):
    ran = run("build", "--company", "daon", "--format", "html", cwd=workspace)
    assert ran.code == 0
    assert "lint finds 1 error; see them: resume lint --company daon" in ran.out
    strict = run("build", "--company", "daon", "--format", "html", "--strict", "--out", "strict", cwd=workspace)
    assert strict.code == 1
    assert "[public-dataset]" in strict.err
    assert not (workspace / "strict").exists()


def test_what_rules_flag_can_be_dropped_and_explain_says_so(workspace):
    write(workspace, {"companies/daon.yaml": PROFILE + "drop_flagged: [public-dataset]\n"})
    ran = run("explain", "titanic", "--company", "daon", "--format", "json", cwd=workspace)
    (item,) = json.loads(ran.out)["items"]
    assert (item["kept"], item["reason"], item["place"]) == (
        False,
        "drop_flagged: public-dataset",
        "companies/daon.yaml:2",
    )


def test_a_rule_that_cannot_drop_is_told_with_its_place(workspace):
    write(workspace, {"companies/daon.yaml": PROFILE + "drop_flagged: [public-datset, gap]\n"})
    ran = run("build", "--company", "daon", cwd=workspace)
    assert (ran.code, ran.problems) == (
        1,
        [
            (
                "companies/daon.yaml:2:16: error: drop_flagged: no rule 'public-datset' "
                "(did you mean 'public-dataset'?) [unknown-rule]"
            ),
            (
                "companies/daon.yaml:2:31: error: drop_flagged: 'gap' is about more than one item, so it cannot "
                "say which one to drop [unknown-rule]"
            ),
        ],
    )


# --- plain descriptions ---


def test_a_folder_means_all_descriptions_in_it_but_hidden_ones(folder):
    ran = run("lint", "a", "--format", "json", cwd=folder)
    files = json.loads(ran.out)["files"]
    assert [(file["path"], {p["rule"] for p in file["problems"]}) for file in files] == [
        ("a/deep/own.txt", set()),
        ("a/titanic.md", {"public-dataset", "missing-why"}),
    ]
    assert set(files[1]["problems"][0]) == {"rule", "severity", "line", "column", "message", "hint"}


def test_a_description_is_read_from_standard_input(tmp_path):
    ran = run("lint", "-", "--select", "public-dataset", "--lang", "en", cwd=tmp_path, stdin=TITANIC)
    assert ran.code == 1
    assert ran.out == (
        "<stdin>:1:3: error: '타이타닉 생존자 예측' reads like a project that everybody has done: '타이타닉 생존' "
        "(Titanic survivors), '정확도 82%' (a model's score), '랜덤 포레스트' (a list of models); nothing in it is "
        "yours alone [public-dataset]\n"
        "    # 타이타닉 생존자 예측\n"
        "      ^\n"
        "  = leave it out, or begin with what is your own: your question, your data, who used the result. For example: "
        f"{hint()}\n\n"
        "1 error in 1 file\n"
    )


def hint() -> str:
    entries = json.loads((REPOSITORY / "src/resume_tailor/lint/datasets.json").read_text(encoding="utf-8"))
    return next(entry["instead"]["en"] for entry in entries if entry["id"] == "titanic")


def test_the_same_file_named_twice_is_linted_once(folder):
    ran = run("lint", "a/titanic.md", "a", "a/titanic.md", "--format", "json", cwd=folder)
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["a/titanic.md", "a/deep/own.txt"]


WRONG = {
    "binary.md": (b"\x7fELF\x00\x01\x02" * 400, "binary.md: error: the file is not text: it holds NUL bytes [binary]"),
    "long.txt": (
        "가나다 " * 500_000,
        "long.txt: error: it is longer than 1 MB; a description has a page or two [too-long]",
    ),
    "empty.md": ("", "empty.md: error: there is nothing in this file [empty-file]"),
    "blank.md": (" \n\n", "blank.md: error: there is nothing in this file [empty-file]"),
    "cp949.md": (
        "# 타이타닉 생존자 예측\n".encode("cp949"),
        "cp949.md:1:4: error: the file is not UTF-8; it looks like cp949 [encoding]",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_description_gets_a_clear_word(tmp_path, name):
    content, said = WRONG[name]
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    ran = run("lint", name, cwd=tmp_path)
    assert (ran.code, heads(ran.out)) == (1, [said])


def test_a_folder_without_descriptions_and_a_missing_path_get_a_clear_word(tmp_path):
    (tmp_path / "empty").mkdir()
    ran = run("lint", "empty", "nowhere.md", cwd=tmp_path)
    assert (ran.code, heads(ran.out)) == (
        1,
        [
            "empty: error: there is no description in this folder [no-descriptions]",
            "nowhere.md: error: there is no such file or folder [unreadable]",
        ],
    )


def test_without_files_a_workspace_is_needed(tmp_path):
    ran = run("lint", cwd=tmp_path)
    assert ran.code == 1
    assert ran.problems == [".: error: no workspace here or above: a folder with resume/ in it [no-workspace]"]


@pytest.mark.parametrize("piece", ["1", "1.", "a", "가", "가 ", "**[a](", "'", "<a "])
def test_a_long_line_of_nothing_ends(tmp_path, piece):
    (tmp_path / "long.md").write_text(piece * (300_000 // len(piece.encode())), encoding="utf-8")
    assert run("lint", "long.md", "--fail-level", "never", cwd=tmp_path).code == 0


# --- which rules, how bad, in what form ---


def test_rules_are_chosen_by_name(folder):
    chosen = run("lint", "a", "--select", "missing-why,til-commits", "--select", "stack-dump", cwd=folder)
    assert (chosen.code, rules(chosen.out)) == (0, ["missing-why"])
    ignored = run("lint", "a", "--ignore", "public-dataset", cwd=folder)
    assert (ignored.code, rules(ignored.out)) == (0, ["missing-why"])


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_rule_is_wrong_use_and_what_was_meant_is_said(folder, option):
    ran = run("lint", "a", option, "public-datset", cwd=folder)
    assert ran.code == 2
    said = f"{option}: no rule 'public-datset' (did you mean 'public-dataset'?); `resume lint --rules` lists them"
    assert said in " ".join(ran.err.split())


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_fail_level_decides_the_exit_code(folder, level, code):
    assert run("lint", "a", "--select", "missing-why", "--fail-level", level, cwd=folder).code == code


def test_sarif_holds_to_its_schema(folder):
    ran = run("lint", "a", "--format", "sarif", cwd=folder)
    schema = json.loads((REPOSITORY / "tests/support/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(ran.out), schema)


def test_github_annotations_name_file_line_and_rule(folder):
    ran = run("lint", "a", "--format", "github", "--select", "missing-why", "--lang", "en", cwd=folder)
    assert ran.out.startswith(
        "::warning file=a/titanic.md,line=1,col=3,title=missing-why::'타이타닉 생존자 예측' says neither"
    )


def test_rules_are_listed_and_explained_in_both_languages(tmp_path):
    assert "public-dataset        error" in run("lint", "--rules", cwd=tmp_path).out
    korean = run("lint", "--explain", "missing-why", "--lang", "ko", cwd=tmp_path).out
    assert korean.startswith("missing-why: 왜 했는지가 없는 프로젝트\n")
    assert "걸리는 예" in korean


# --- letting a rule pass ---


def test_an_item_may_break_a_rule_with_a_reason(workspace):
    allow = BASE + "    lint: {allow: {public-dataset: 강의 예제로 쓰는 프로젝트라 남김}}\n"
    write(workspace, {"resume/base.yaml": allow})
    assert run("lint", "--select", "public-dataset", cwd=workspace).out == "no problems in 1 file\n"


def test_an_allow_without_a_reason_of_no_rule_or_of_no_use_is_told(workspace):
    allow = BASE + '    lint: {allow: {public-dataset: "", public-datset: x, til-commits: 쓰지 않음}}\n'
    write(workspace, {"resume/base.yaml": allow})
    ran = run("lint", "--select", "public-dataset,til-commits", cwd=workspace)
    assert heads(ran.out) == [
        "resume/base.yaml:8:36: error: 'public-dataset' is allowed without a reason [missing-reason]",
        "resume/base.yaml:8:55: error: no rule 'public-datset' (did you mean 'public-dataset'?) [unknown-rule]",
        "resume/base.yaml:8:71: warning: 'til-commits' is allowed here, but nothing breaks it [unused-allow]",
    ]


def test_a_profile_and_the_settings_may_let_rules_pass(workspace):
    write(workspace, {"companies/daon.yaml": PROFILE + "lint: {allow: {public-dataset: 교육 회사라 남김}}\n"})
    assert run("lint", "--company", "daon", "--select", "public-dataset", cwd=workspace).code == 0
    assert run("lint", "--select", "public-dataset", cwd=workspace).code == 1
    write(workspace, {"resume.toml": '[lint]\nfail_level = "never"\n[lint.allow]\npublic-dataset = "강의 자료"\n'})
    assert run("lint", "--select", "public-dataset", cwd=workspace).out == "no problems in 1 file\n"


def test_settings_choose_rules_and_the_fail_level(workspace):
    write(workspace, {"resume.toml": '[lint]\nignore = ["public-dataset"]\nfail_level = "warning"\n'})
    assert run("lint", "--select", "public-dataset,missing-why", cwd=workspace).code == 0


def test_mistakes_in_the_settings_are_told_with_their_lines(workspace):
    toml = '[lint]\nignore = "gap"\nfail_level = "eror"\nalow = 1\n[lint.allow]\ngap = 3\n'
    write(workspace, {"resume.toml": toml})
    ran = run("lint", cwd=workspace)
    assert (ran.code, ran.problems) == (
        1,
        [
            "resume.toml:2:1: error: 'lint.ignore' must be a list of rules [wrong-kind]",
            "resume.toml:3:1: error: 'lint.fail_level' cannot be 'eror' [unknown-choice]",
            "resume.toml:4:1: error: unknown key 'lint.alow' (did you mean 'allow'?) [unknown-key]",
            "resume.toml:5:1: error: 'lint.allow' must hold a reason for each rule [wrong-kind]",
        ],
    )


def test_a_description_may_let_a_rule_pass_in_a_comment(tmp_path):
    comment = "<!-- resume-lint: allow public-dataset: 강의 자료 -->\n<!-- resume-lint: allow til-commits: 없음 -->\n"
    (tmp_path / "a.md").write_text(TITANIC + comment, encoding="utf-8")
    ran = run("lint", "a.md", "--select", "public-dataset,til-commits", cwd=tmp_path)
    assert heads(ran.out) == ["a.md:5:25: warning: 'til-commits' is allowed here, but nothing breaks it [unused-allow]"]


# --- one's own ---


def test_a_workspace_adds_sets_and_words_of_its_own(workspace):
    own = """\
datasets:
  - {id: camp-pears, name: 배 품종, home: 부트캠프, names: [배 품종 데이터], instead: 직접 재기}
rules:
  - {name: our-words, summary: 쓰지 않기로 한 말, why: 읽는 사람이 모르는 말, words: [시너지], hint: 풀어 쓰기}
"""
    write(workspace, {"lint/ours.yaml": own, "pears.md": "# 배 품종 분류\n\n배 품종 데이터로 시너지를 내는 모델\n"})
    ran = run("lint", "pears.md", "--select", "public-dataset,our-words", cwd=workspace)
    assert rules(ran.out) == ["public-dataset", "our-words"]
    assert "our-words" in run("lint", "--rules", cwd=workspace).out


def test_a_wrong_lint_file_is_told_with_its_place(workspace):
    write(workspace, {"lint/ours.yaml": "rules:\n  - {name: our-words, sumary: x, words: [시너지]}\n"})
    ran = run("lint", cwd=workspace)
    assert ran.code == 1
    assert "lint/ours.yaml:2:23: error: unknown key 'sumary' (did you mean 'summary'?) [unknown-key]" in ran.out


def test_paths_are_as_they_were_given(folder):
    absolute = str(Path(folder, "a/titanic.md"))
    ran = run("lint", absolute, "--select", "missing-why", cwd=folder)
    assert heads(ran.out)[0].startswith(f"{absolute}:1:3: warning: ")
