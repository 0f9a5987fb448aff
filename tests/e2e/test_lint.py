"""`resume lint`, told in full: whole texts, files of every kind, and where what it lets pass holds and where not."""

import json
from pathlib import Path

import jsonschema
import pytest
from command import run
from disk import write

STRONG = """\
# 자취방 곰팡이 지도

이사철마다 곰팡이 핀 방을 모르고 계약하는 문제에서 시작
학교 앞 원룸 63곳의 온습도를 센서로 직접 기록해 조건을 찾음
곰팡이 민원 40건→12건, 총학생회가 안내문에 사용
"""
TITANIC = """\
# 타이타닉 생존자 예측

결측치를 채우지 못하는 문제를 풀기 위해 시작
Kaggle 타이타닉 데이터로 생존자를 예측, 정확도 0.79
"""
MNIST = """\
# Digit classification

Why: to learn how convolutions work.
Trained a small network on MNIST, accuracy 99.1% in the end
"""
FLAGGED = """\
titanic.md:1:3: error: '타이타닉 생존자 예측': 누구나 하는 프로젝트로 읽힘 — '타이타닉 생존' (타이타닉 생존자), \
'정확도 0.79' (모델 점수만), 'Kaggle' (공개 데이터의 출처); 내 것이라 할 만한 것은 보이지 않음 [public-dataset]
    # 타이타닉 생존자 예측
      ^
  = 빼거나, 내 질문·직접 모은 데이터·결과를 쓴 사람이 있다면 그것부터 적으세요. \
예: 동아리나 모임의 참가 명단처럼 직접 물어볼 수 있는 기록으로, 누가 끝까지 남는지와 그 까닭을 살펴보세요.

1 error in 1 file
"""
ALLOW = "<!-- resume-lint: allow public-dataset: 내 방법의 기준선일 뿐 -->\n"
CLEAN = "no problems in {} file{}\n"

BASE = """\
basics: {name: 한지원, email: jiwon@example.com, phone: 010-1234-5678}
work:
  - id: moa
    name: 모아드라이브
    position: 데이터 분석가
    startDate: 2022-03
    highlights:
      - {id: moa.surge, text: '요금을 나눠 하루 매출 38,400→41,000원'}
projects:
  - id: parking
    name: 공영주차장 빈자리 예보
    startDate: 2022-05
    why: 주차장을 세 바퀴씩 도는 불편
    role: 혼자 수집과 분석
    outcome: 주차 시간 12분→4분
    highlights:
      - {id: parking.collect, text: '주차면 62곳의 자료를 석 달 동안 직접 수집'}
"""
TITANIC_ENTRY = """\
  - id: titanic
    name: 타이타닉 생존자 예측
    startDate: 2022-05
    why: 기계학습을 배우기 위해
    highlights:
      - {id: titanic.model, text: 'Kaggle 타이타닉 데이터로 생존자 예측, 정확도 0.79'}
"""
ENTRY_PLACE = "resume/base.yaml:18:5"
PROFILE = "company: {name: 쏘카}\n"


@pytest.fixture
def ws(tmp_path):
    """A base in which nothing is to be found."""
    return write(tmp_path / "ws", {"resume/base.yaml": BASE, "companies/socar.yaml": PROFILE})


@pytest.fixture
def titanic(ws):
    """The same with a project that everybody has."""
    return write(ws, {"resume/base.yaml": BASE + TITANIC_ENTRY})


def lint(*args, cwd, **more):
    return run("lint", *args, cwd=cwd, SOURCE_DATE_EPOCH="1795392000", **more)


def heads(ran):
    """Place, severity and rule of each problem that was printed."""
    lines = (line for line in ran.out.splitlines() if line.endswith("]") and not line.startswith(" "))
    return [(line.split(": ")[0], line.split(": ")[1], line.rsplit("[", 1)[1][:-1]) for line in lines]


def said(*args, cwd, **more):
    """What is printed of a run that finds an error."""
    ran = lint(*args, cwd=cwd, **more)
    assert (ran.code, ran.err) == (1, "")
    return ran.out


# --- the base ---


def test_a_base_without_fault_is_said_to_be_so(ws):
    ran = lint(cwd=ws)
    assert (ran.code, ran.out, ran.err) == (0, "no problems in 1 file\n", "")


def test_a_bases_own_problems_are_told_and_stop_the_rules(titanic):
    write(titanic, {"resume/more.yaml": "work: []\n"})
    ran = lint(cwd=titanic)
    assert (ran.code, heads(ran)) == (1, [("resume/more.yaml:1:1", "error", "duplicate-key")])
    assert ran.out.endswith("1 error in 2 files\n")


def test_messages_of_a_base_are_in_its_language_or_the_one_asked_for(titanic):
    assert "누구나 하는 프로젝트로 읽힘" in said(cwd=titanic)
    assert "reads like a project that everybody has done" in said("--lang", "en", cwd=titanic)
    write(titanic, {"resume.toml": 'lang = "en"\n'})
    assert "reads like a project that everybody has done" in said(cwd=titanic)


def test_the_tools_in_a_line_do_not_make_a_project_two(ws):
    """A text written once for all languages belongs to the whole project, however many Latin names it holds."""
    lines = "    highlights: ['LangChain, ChatGPT API, Pinecone, FastAPI, React를 쓴 검색', 상담 문의 40건→12건]\n"
    entry = "  - id: bot\n    name: {ko: 문의 검색, en: Inquiry search}\n    startDate: 2022-05\n" + lines
    write(ws, {"resume/base.yaml": BASE + entry + "    why: 상담사가 같은 문서를 매번 찾던 불편\n"})
    ran = lint(cwd=ws)
    assert (ran.code, ran.out) == (0, "no problems in 1 file\n")


# --- what a company would be sent ---


def test_what_is_sent_is_judged_and_what_is_dropped_is_not(titanic):
    assert (ENTRY_PLACE, "error", "public-dataset") in heads(lint("-c", "socar", cwd=titanic))
    write(titanic, {"companies/socar.yaml": PROFILE + "drop: [titanic]\n"})
    ran = lint("-c", "socar", cwd=titanic)
    assert (ran.code, ran.out) == (0, "no problems in 2 files\n")


def test_a_line_without_a_language_is_judged_in_every_language(ws):
    write(
        ws, {"resume/base.yaml": BASE.replace("moa.surge, text: '", "moa.surge, text: 'LangChain, FastAPI 대쉬보드 ")}
    )
    assert ("resume/base.yaml:8:9", "warning", "misspelling") in heads(lint("-c", "socar", cwd=ws))


def test_pages_over_the_limit_are_counted_in_the_real_layout(ws):
    lines = "".join(
        f"      - '주차면 {n}곳의 자료를 직접 수집해 배치 기준을 정함 {n}건→{n - 90}건'\n" for n in range(100, 340)
    )
    write(ws, {"resume/base.yaml": BASE + lines})
    ran = lint("-c", "socar", "--select", "over-pages", cwd=ws)
    assert [rule for *_, rule in heads(ran)] == ["over-pages"]


def test_an_unknown_company_is_told_with_the_likeliest(ws):
    ran = lint("-c", "socra", cwd=ws)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "companies: error: no profile 'socra' (did you mean 'socar'?) [unknown-company]\n"
        "  = there are: socar\n1 error\n"
    )


def test_a_company_beside_files_is_wrong_use(ws):
    ran = lint("-c", "socar", "a.md", cwd=ws)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: --company is about the workspace's resume; leave the files out, or leave it out\n")


# --- plain descriptions ---


def test_a_file_is_read_without_a_workspace(tmp_path):
    write(tmp_path, {"titanic.md": TITANIC, "mould.md": STRONG})
    assert said("titanic.md", cwd=tmp_path) == FLAGGED
    ran = lint("mould.md", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, CLEAN.format(1, ""), "")


def test_an_english_description_is_told_in_english(tmp_path):
    write(tmp_path, {"mnist.md": MNIST})
    assert (
        said("mnist.md", cwd=tmp_path)
        == """\
mnist.md:1:3: error: 'Digit classification' reads like a project that everybody has done: 'MNIST' (MNIST \
digits), 'accuracy 99.1%' (a model's score), 'to learn' (practice or following along); nothing in it is yours alone \
[public-dataset]
    # Digit classification
      ^
  = leave it out, or begin with what is your own: your question, your data, who used the result. For example: Collect \
your classmates' handwriting and compare what a model misreads with what people do.

1 error in 1 file
"""
    )


def test_several_files_and_folders_are_read_in_order_and_each_once(tmp_path):
    files = {
        "a/titanic.md": TITANIC,
        "a/deep/mould.txt": STRONG,
        "b.rst": STRONG,
        "a/data.csv": "x",
        "a/x.MARKDOWN": STRONG,
    }
    hidden = {"a/.git/x.md": TITANIC, "a/.draft.md": TITANIC}
    write(tmp_path, files | hidden)
    ran = lint("b.rst", "a", "a/titanic.md", "./b.rst", "--format", "json", cwd=tmp_path)
    found = json.loads(ran.out)["files"]
    assert [file["path"] for file in found] == ["b.rst", "a/deep/mould.txt", "a/titanic.md", "a/x.MARKDOWN"]
    assert [len(file["problems"]) for file in found] == [0, 0, 1, 0]


def test_standard_input_is_one_more_file(tmp_path):
    write(tmp_path, {"mould.md": STRONG})
    assert said("-", cwd=tmp_path, stdin=TITANIC) == FLAGGED.replace("titanic.md", "<stdin>")
    ran = lint("mould.md", "-", "-", cwd=tmp_path, stdin=TITANIC)
    assert (ran.code, ran.out) == (1, FLAGGED.replace("titanic.md", "<stdin>").replace("1 file", "2 files"))


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read_as_any_other(tmp_path):
    write(tmp_path, {"titanic.md": b"\xef\xbb\xbf" + TITANIC.replace("\n", "\r\n").encode()})
    assert said("titanic.md", cwd=tmp_path) == FLAGGED


BAD = {
    "noise": (b"\x00\xff\x01\x80" * 90, "bad.md: error: the file is not text [binary]\n"),
    "utf-16": (
        "# 타이타닉".encode("utf-16"),
        "bad.md: error: the file is UTF-16, not UTF-8 [encoding]\n  = save it again as UTF-8\n",
    ),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_description_is_told_and_the_others_are_read(tmp_path, data, message):
    write(tmp_path, {"bad.md": data, "mould.md": STRONG})
    assert said("bad.md", "mould.md", cwd=tmp_path) == f"{message}\n1 error in 2 files\n"


def test_a_path_that_means_no_description_is_told(tmp_path):
    write(tmp_path, {"data/x.csv": "1", "mould.md": STRONG})
    (tmp_path / "empty").mkdir()
    none = ": error: there is no description in this folder [no-descriptions]\n"
    hint = "  = a description is a file ending in .md, .markdown, .txt, .rst\n"
    missing = "gone.md: error: there is no such file or folder [unreadable]\n"
    assert said("empty/", cwd=tmp_path) == f"empty{none}{hint}\n1 error in 1 file\n"
    assert said("data", cwd=tmp_path) == f"data{none}{hint}\n1 error in 1 file\n"
    assert said("gone.md", "mould.md", cwd=tmp_path) == f"{missing}\n1 error in 2 files\n"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that nobody can read, root included")
def test_a_file_that_cannot_be_read_is_told(tmp_path):
    message = "/proc/self/mem: error: cannot be read: Input/output error [unreadable]\n\n1 error in 1 file\n"
    assert said("/proc/self/mem", cwd=tmp_path) == message


def test_without_a_workspace_and_files_it_says_what_to_do(tmp_path):
    ran = lint(cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        ".: error: no workspace here or above: a folder with resume/ in it [no-workspace]\n"
        "  = run `resume init` here to make one, or go to its folder\n"
        "1 error\n"
    )


LONG = 900_000
MONSTERS = {
    **{text: text for text in ("![a](", "<!--", "“")},
    "comments": "<!-- resume-lint: allow a ",
    "heading": "# a" + " " * 99_000 + "b",
}


@pytest.mark.parametrize("part", MONSTERS.values(), ids=MONSTERS)
def test_no_long_text_keeps_a_pattern_busy(tmp_path, part):
    """Each ends within seconds; where a pattern backtracks, it ends in hours."""
    text = part * (LONG // len(part.encode()))
    write(tmp_path, {"long.md": text})
    ran = lint("long.md", "--format", "json", cwd=tmp_path)
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["long.md"]


# --- forms ---


def test_json_lists_every_file_and_every_problem_with_all_its_parts(tmp_path):
    write(tmp_path, {"titanic.md": TITANIC, "mould.md": STRONG})
    head, _, _, hint, *_ = FLAGGED.splitlines()
    problem = {
        "rule": "public-dataset",
        "severity": "error",
        "line": 1,
        "column": 3,
        "message": head.removeprefix("titanic.md:1:3: error: ").removesuffix(" [public-dataset]"),
        "hint": hint.removeprefix("  = "),
    }
    assert json.loads(said("mould.md", "titanic.md", "--format", "json", cwd=tmp_path)) == {
        "files": [{"path": "mould.md", "problems": []}, {"path": "titanic.md", "problems": [problem]}]
    }


def test_json_of_a_base_lists_its_files_and_no_others(ws):
    write(ws, {"resume/more.yaml": "skills: [{name: 분석, keywords: [SQL]}]\n", "companies/acme.yaml": PROFILE})
    files = json.loads(lint("--format", "json", "--ignore", "unproven-skill", cwd=ws).out)["files"]
    assert files == [{"path": path, "problems": []} for path in ("resume/base.yaml", "resume/more.yaml")]


def test_github_gets_a_command_a_problem_and_nothing_else(tmp_path):
    write(tmp_path, {"titanic.md": TITANIC, "mould.md": STRONG})
    head, _, _, hint, *_ = FLAGGED.splitlines()
    message = head.removeprefix("titanic.md:1:3: error: ").removesuffix(" [public-dataset]")
    command = f"::error file=titanic.md,line=1,col=3,title=public-dataset::{message}%0A{hint.removeprefix('  = ')}\n"
    assert said("mould.md", "titanic.md", "--format", "github", cwd=tmp_path) == command
    assert lint("mould.md", "--format", "github", cwd=tmp_path).out.strip() == ""


@pytest.mark.parametrize("args", [(), ("-c", "socar"), ("-c", "socar", "--lang", "ko")])
def test_sarif_keeps_to_its_schema(titanic, args):
    schema = json.loads(
        (Path(__file__).parents[1] / "support/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8")
    )
    log = json.loads(said(*args, "--format", "sarif", cwd=titanic))
    jsonschema.Draft7Validator(schema).validate(log)
    (result,) = (r for r in log["runs"][0]["results"] if r["ruleId"] == "public-dataset")
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "resume/base.yaml"},
        "region": {"startLine": 18, "startColumn": 5},
    }
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "public-dataset"


def test_sarif_of_files_that_cannot_be_read_keeps_to_its_schema_too(tmp_path):
    schema = json.loads(
        (Path(__file__).parents[1] / "support/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8")
    )
    write(tmp_path, {"내 글.md": TITANIC, "b.md": b"\0"})
    log = json.loads(said("내 글.md", "b.md", "gone", "--format", "sarif", cwd=tmp_path))
    jsonschema.Draft7Validator(schema).validate(log)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["public-dataset", "binary", "unreadable"]


# --- options ---


def test_only_the_selected_rules_run(tmp_path):
    write(tmp_path, {"bare.md": "# 타이타닉 생존자 예측\n\nPython, pandas, scikit-learn\n"})
    every = {"public-dataset", "missing-why", "missing-outcome", "stack-dump"}

    def rules(*args):
        return {rule for *_, rule in heads(lint("bare.md", *args, cwd=tmp_path))}

    assert rules() == every
    assert rules("--select", "missing-why, public-dataset") == {"missing-why", "public-dataset"}
    assert rules("--select", "missing-why", "--select", "public-dataset") == {"missing-why", "public-dataset"}
    assert rules("--ignore", "missing-why,public-dataset,") == every - {"missing-why", "public-dataset"}
    assert rules("--select", "missing-why,gap", "--ignore", "missing-why") == set()


@pytest.mark.parametrize(
    ("text", "failing"),
    [
        (TITANIC, {"error", "warning", "info"}),
        (STRONG.replace("지도", "대쉬보드"), {"warning", "info"}),
        ("# 곰팡이 지도\n\nLSTM 기반 곰팡이 예측 모델. 40건→12건, 총학생회가 사용", {"info"}),
        (STRONG, set()),
    ],
    ids=["error", "warning", "info", "none"],
)
def test_it_fails_from_the_level_asked_for(tmp_path, text, failing):
    write(tmp_path, {"x.md": text})
    codes = {
        level: lint("x.md", "--ignore", "missing-why", "--fail-level", level, cwd=tmp_path).code
        for level in ("error", "warning", "info", "never")
    }
    assert codes == {level: int(level in failing) for level in codes}


def test_a_file_that_is_not_there_fails_unless_nothing_does(tmp_path):
    assert lint("gone", cwd=tmp_path).code == 1
    assert lint("gone", "--fail-level", "never", cwd=tmp_path).code == 0


def test_the_rules_are_listed_with_ones_own(ws):
    write(ws, {"lint/words.yaml": OWN})
    listed = lint("--rules", cwd=ws).out
    assert listed.startswith("Projects\n  public-dataset        error    a project on a public dataset")
    assert listed.endswith("no-passion            error    words that nobody can measure\n")
    assert "no-passion" not in lint("--rules", cwd=ws.parent).out
    assert lint("--rules", "--lang", "ko", cwd=ws).out.startswith("프로젝트\n  public-dataset        오류  누구나 하는")
    assert lint("--explain", "no-passion", cwd=ws).out.startswith("no-passion: words that nobody can measure\n")


# --- resume.toml ---


def test_rules_are_ignored_and_the_level_is_set_in_the_settings(titanic):
    write(titanic, {"resume.toml": '[lint]\nignore = ["public-dataset", "missing-outcome"]\n'})
    assert lint(cwd=titanic).out == "no problems in 1 file\n"
    write(titanic, {"resume.toml": '[lint]\nfail_level = "never"\n'})
    assert lint(cwd=titanic).code == 0
    assert lint("--fail-level", "error", cwd=titanic).code == 1


def test_what_is_allowed_in_the_settings_is_allowed_in_the_base_in_what_is_sent_and_in_descriptions(titanic):
    write(
        titanic,
        {
            "resume.toml": '[lint.allow]\npublic-dataset = "수업 과제라고 밝힘"\n',
            "titanic.md": TITANIC,
            "mould.md": STRONG,
        },
    )
    assert lint(cwd=titanic).out == "no problems in 1 file\n"
    assert lint("-c", "socar", cwd=titanic).out == "no problems in 2 files\n"
    assert lint("titanic.md", "mould.md", cwd=titanic).out == "no problems in 2 files\n"


SETTINGS = {
    "unknown rule ignored": (
        '[lint]\nignore = [\n  "gpa",\n]\n',
        (
            "resume.toml:2:1: error: ignore: no rule 'gpa' (did you mean 'gap'?) [unknown-rule]\n"
            "    ignore = [\n    ^\n"
            "  = `resume lint --rules` lists them\n"
        ),
    ),
    "unknown rule allowed": (
        '[lint.allow]\nmissing-wy = "까닭"\n',
        (
            "resume.toml:2:1: error: no rule 'missing-wy' (did you mean 'missing-why'?) [unknown-rule]\n"
            '    missing-wy = "까닭"\n    ^\n  = `resume lint --rules` lists them\n'
        ),
    ),
    "no reason": (
        '[lint]\nallow = {gap = " "}\n',
        "resume.toml: error: 'gap' is allowed without a reason [missing-reason]\n  = write why it may be broken here\n",
    ),
    "unused": (
        '[lint.allow]\n# 까닭\ngap = "한 해 쉼"\n',
        (
            "resume.toml:3:1: warning: 'gap' is allowed here, but nothing breaks it [unused-allow]\n"
            '    gap = "한 해 쉼"\n    ^\n  = delete it, so that the rule watches again\n'
        ),
    ),
}


@pytest.mark.parametrize(("toml", "message"), SETTINGS.values(), ids=SETTINGS)
def test_what_is_wrong_with_the_rules_in_the_settings_is_told_at_its_line(ws, toml, message):
    write(ws, {"resume.toml": toml})
    out = lint(cwd=ws).out
    assert out.startswith(message)
    if "unused" not in message:
        write(ws, {"mould.md": STRONG})
        assert lint("mould.md", cwd=ws).out.startswith(message)


# --- with a good reason ---


def entry(line, at="    why:"):
    """The base with the titanic project and a line more in it."""
    return {"resume/base.yaml": BASE + TITANIC_ENTRY.replace(at, f"{line}\n{at}", 1)}


def test_an_entry_lets_a_rule_pass_for_itself_and_its_bullets(ws):
    text = "    lint: {allow: {public-dataset: 내 방법의 기준선, misspelling: 원문의 말}}"
    files = entry(text)
    files["resume/base.yaml"] = files["resume/base.yaml"].replace("데이터로 생존자", "대쉬보드로 생존자")
    write(ws, files)
    assert lint(cwd=ws).out == "no problems in 1 file\n"
    assert lint("-c", "socar", cwd=ws).out == "no problems in 2 files\n"


def test_a_bullet_lets_a_rule_pass_for_itself_alone(ws):
    lines = "대쉬보드로 12건→4건, lint: {allow: {misspelling: 원문의 말}}}\n      - {text: 두 번째 대쉬보드 12건→4건}\n"
    write(
        ws,
        {
            "resume/base.yaml": f"{BASE}      - {{text: {lines}".replace(
                "{text: 대쉬보드로 12건→4건,", "{text: '대쉬보드로 12건→4건',"
            )
        },
    )
    assert heads(lint(cwd=ws)) == [("resume/base.yaml:19:9", "warning", "misspelling")]


def test_a_profile_lets_a_rule_pass_for_its_company_only(titanic):
    profile = PROFILE + "lint:\n  allow:\n    public-dataset: 공고가 기준선을 물음\n"
    write(titanic, {"companies/socar.yaml": profile, "companies/acme.yaml": PROFILE})
    assert lint("-c", "socar", "--select", "public-dataset", cwd=titanic).code == 0
    assert lint("-c", "acme", "--select", "public-dataset", cwd=titanic).code == 1
    assert lint("--select", "public-dataset", cwd=titanic).code == 1


def test_a_description_lets_a_rule_pass_in_a_comment(tmp_path):
    two_lines = "<!-- resume-lint: allow public-dataset: 내 방법의\n  기준선 -->\n"
    write(
        tmp_path,
        {"a.md": ALLOW + TITANIC, "b.md": f"{TITANIC}\n끝. {ALLOW}", "c.md": two_lines + TITANIC, "d.md": TITANIC},
    )
    assert lint("a.md", "b.md", "c.md", cwd=tmp_path).out == "no problems in 3 files\n"
    ran = lint("a.md", "d.md", cwd=tmp_path)
    assert (ran.code, heads(ran)) == (1, [("d.md:1:3", "error", "public-dataset")])


NEEDLESS = {
    "no reason": (
        "<!-- resume-lint: allow missing-why -->",
        (
            "x.md:1:25: error: 'missing-why' is allowed without a reason [missing-reason]\n"
            "    <!-- resume-lint: allow missing-why -->\n                            ^\n"
            "  = write why it may be broken here\n"
        ),
    ),
    "unknown": (
        "<!-- resume-lint: allow missing-wy: 까닭 -->",
        (
            "x.md:1:25: error: no rule 'missing-wy' (did you mean 'missing-why'?) [unknown-rule]\n"
            "    <!-- resume-lint: allow missing-wy: 까닭 -->\n                            ^\n"
            "  = `resume lint --rules` lists them\n"
        ),
    ),
    "unused": (
        "글 <!-- resume-lint: allow public-dataset: 까닭 -->",
        (
            "x.md:1:27: warning: 'public-dataset' is allowed here, but nothing breaks it [unused-allow]\n"
            "    글 <!-- resume-lint: allow public-dataset: 까닭 -->\n                               ^\n"
            "  = delete it, so that the rule watches again\n"
        ),
    ),
}


@pytest.mark.parametrize(("line", "message"), NEEDLESS.values(), ids=NEEDLESS)
def test_what_is_wrong_with_a_comment_is_told_at_the_rules_name(tmp_path, line, message):
    write(tmp_path, {"x.md": f"{line}\n{STRONG}"})
    assert message in lint("x.md", cwd=tmp_path).out


def test_what_is_wrong_with_an_entrys_or_a_profiles_wish_is_told_at_its_place(ws):
    base = BASE.replace("    why:", "    lint: {allow: {missing-wy: 까닭, stack-dump: 까닭}}\n    why:")
    write(ws, {"resume/base.yaml": base, "companies/socar.yaml": PROFILE + "lint: {allow: {gap: 쉼, cliche: '  '}}\n"})
    assert heads(lint(cwd=ws)) == [
        ("resume/base.yaml:13:32", "error", "unknown-rule"),
        ("resume/base.yaml:13:48", "warning", "unused-allow"),
    ]
    assert heads(lint("-c", "socar", cwd=ws)) == [
        ("resume/base.yaml:13:32", "error", "unknown-rule"),
        ("companies/socar.yaml:2:21", "warning", "unused-allow"),
        ("companies/socar.yaml:2:32", "error", "missing-reason"),
        ("companies/socar.yaml:2:32", "warning", "unused-allow"),
    ]


def test_a_wish_for_what_is_not_looked_at_here_is_not_called_unused(titanic):
    """It may serve another company, or the base: nobody may be told to delete it."""
    toml = '[lint.allow]\npublic-dataset = "기준선"\nover-pages = "학계 이력서"\n'
    write(titanic, {"resume.toml": toml, "companies/socar.yaml": PROFILE + "drop: [titanic]\n"})
    assert lint(cwd=titanic).out == "no problems in 1 file\n"
    assert lint("-c", "socar", cwd=titanic).out == "no problems in 2 files\n"
    assert lint("--select", "gap", cwd=titanic).out == "no problems in 1 file\n"


# --- one's own sets and words ---

OWN = """\
datasets:
  - id: camp-delivery
    kind: task
    name: {ko: 캠프 배달 데이터, en: Camp delivery data}
    names: [캠프 배달 데이터]
rules:
  - name: no-passion
    severity: error
    summary: {ko: 재 볼 수 없는 말, en: words that nobody can measure}
    words: [열정, passion*]
    but: [열정 페이]
    message: {ko: "'{word}'은 잴 수 없음", en: "nobody can measure '{word}'"}
    hint: {ko: 한 일을 적기, en: say what you did}
    good: [열정페이 실태를 조사]
    bad: [열정으로 일함]
"""
CAMP = """\
# 배달 시간 예측

열정으로 문제를 풀기 위해 캠프 배달 데이터를 학습, 정확도 0.91
열정 페이를 조사
"""


def test_ones_own_sets_and_words_count_in_the_base_and_in_descriptions(ws):
    write(ws, {"lint/words.yaml": OWN, "camp.md": CAMP})
    ran = lint("camp.md", cwd=ws)
    assert [(place, rule) for place, _, rule in heads(ran)] == [
        ("camp.md:1:3", "public-dataset"),
        ("camp.md:3:1", "no-passion"),
    ]
    assert "'캠프 배달 데이터' (캠프 배달 데이터)" in ran.out
    assert (
        """\
camp.md:3:1: error: '열정'은 잴 수 없음 [no-passion]
    열정으로 문제를 풀기 위해 캠프 배달 데이터를 학습, 정확도 0.91
    ^
  = 한 일을 적기
"""
        in ran.out
    )
    write(ws, {"resume/base.yaml": BASE.replace("주차면 62곳", "열정으로 62곳")})
    assert heads(lint(cwd=ws)) == [("resume/base.yaml:17:9", "error", "no-passion")]
    assert lint("--ignore", "no-passion", cwd=ws).out == "no problems in 1 file\n"


BROKEN = "rules:\n  - name: No Passion\n    sumary: 말\n    words: [열정]\n"


def test_a_broken_lint_file_is_told_whatever_is_linted(ws):
    write(ws, {"lint/words.yaml": BROKEN, "mould.md": STRONG})
    message = "lint/words.yaml:3:5: error: unknown key 'sumary' (did you mean 'summary'?) [unknown-key]\n"
    message += "        sumary: 말\n        ^\n"
    for args in ((), ("mould.md",), ("-c", "socar")):
        ran = lint(*args, cwd=ws)
        assert (ran.code, message in ran.out, ran.err) == (1, True, ""), args


def test_a_lint_file_that_is_no_yaml_is_told(ws):
    write(ws, {"lint/words.yaml": "rules: [\n", "mould.md": STRONG})
    ran = lint("mould.md", cwd=ws)
    assert (ran.code, heads(ran)[0][0].startswith("lint/words.yaml:")) == (1, True)
