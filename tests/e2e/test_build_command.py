"""`resume build` as a user runs it: what it prints, what it writes, what it leaves alone."""

import json
import re
import shutil
from hashlib import sha256

import pytest
from command import DAY, run
from disk import SMALL, contents, files_in, write

from resume_tailor import pipeline
from resume_tailor import workspace as ws

HTML = ("--format", "html", "--date", DAY)
PAGE = "이력서_한지원_애크미.html"


@pytest.fixture
def small(tmp_path):
    return write(tmp_path / "ws", SMALL)


def counts(manifest):
    return f"  {len(manifest['kept'])} items kept, {len(manifest['dropped'])} dropped\n"


# --- The example ---


def test_building_socar_says_what_was_written_and_nothing_else(workspace_copy):
    ran = run("build", "--company", "socar", "--date", DAY, cwd=workspace_copy)
    folder = workspace_copy / "dist/socar"
    manifest = json.loads((folder / "manifest.json").read_text())
    assert files_in(workspace_copy / "dist") == [
        "socar/manifest.json",
        "socar/이력서_한지원_쏘카.html",
        "socar/이력서_한지원_쏘카.pdf",
    ]
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "dist/socar/이력서_한지원_쏘카.pdf  2 pages\ndist/socar/이력서_한지원_쏘카.html\n" + counts(manifest)
    )


def test_the_manifest_tells_the_truth(example):
    built = example.build("socar", "ko")
    manifest = built.manifest
    assert list(manifest) == [
        "company",
        "lang",
        "template",
        "date",
        "versions",
        "inputs",
        "fonts",
        "outputs",
        "kept",
        "dropped",
        "older",
    ]
    assert (manifest["company"], manifest["lang"], manifest["template"], manifest["date"]) == (
        "socar",
        "ko",
        "classic",
        DAY,
    )
    for name, entry in manifest["outputs"].items():
        assert entry["sha256"] == sha256((built.folder / name).read_bytes()).hexdigest()
    for name, digest in manifest["inputs"].items():
        home = ws.shipped_templates().parent if name.startswith("templates/") else example.root
        assert digest == sha256((home / name).read_bytes()).hexdigest()
    inputs = {name for name in manifest["inputs"] if not name.startswith("templates/")}
    companies = {f"companies/{name}.yaml" for name in ("_analyst", "_defaults", "socar")}
    settings = {"resume.toml"} if (example.root / "resume.toml").is_file() else set()
    assert inputs == {f"resume/{path.name}" for path in (example.root / "resume").iterdir()} | companies | settings


@pytest.mark.parametrize(("company", "lang"), [("socar", "ko"), ("dangol", "ko"), ("paynest", "en"), ("base", "ko")])
def test_every_item_of_the_base_is_kept_or_dropped_once(example, company, lang):
    manifest = example.build(company, lang).manifest
    base = pipeline.load_base(ws.Workspace(example.root).base())
    assert sorted(manifest["kept"] + manifest["dropped"]) == sorted(item.id for item in base.resume.items())
    shown = re.findall(r'data-id="([^"]*)"', example.build(company, lang).html.read_text())
    assert sorted(shown) == sorted(manifest["kept"])


def test_all_companies_are_built_one_after_the_other(workspace_copy):
    ran = run("build", "--all", *HTML, cwd=workspace_copy)
    names = [line.split("]")[0] for line in ran.out.splitlines() if line.startswith("[")]
    folders = sorted(path.stem for path in (workspace_copy / "companies").glob("[!_]*.yaml"))
    assert (ran.code, ran.err) == (0, "")
    assert names == [f"[{number}/{len(folders)}" for number in range(1, len(folders) + 1)]
    assert sorted({name.split("/")[0] for name in files_in(workspace_copy / "dist")}) == folders


# --- Whom for, in what, where to ---


def test_without_a_company_the_base_itself_is_built(small):
    ran = run("build", *HTML, cwd=small)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "dist/base/이력서_한지원.html\n  3 items kept, 0 dropped\n"
    assert files_in(small / "dist") == ["base/manifest.json", "base/이력서_한지원.html"]


def test_companies_are_built_in_the_order_they_are_named_and_each_once(small):
    write(small, {"companies/b.yaml": "company: {name: 나}"})
    ran = run("build", "-c", "b", "--company", "acme", "-c", "b", *HTML, cwd=small)
    assert ran.out == (
        "[1/2] dist/b/이력서_한지원_나.html\n        3 items kept, 0 dropped\n"
        f"[2/2] dist/acme/{PAGE}\n        2 items kept, 1 dropped\n"
        "\nsameness  b\nacme      0.80\n"
    )


@pytest.mark.parametrize(
    ("formats", "endings"),
    [("html", {".html"}), ("pdf", {".pdf"}), ("pdf,html", {".html", ".pdf"}), (" HTML , pdf,html", {".html", ".pdf"})],
)
def test_formats_are_those_asked_for(small, formats, endings):
    ran = run("build", "-c", "acme", "--format", formats, cwd=small)
    assert ran.code == 0
    assert {path.suffix for path in (small / "dist/acme").iterdir()} == endings | {".json"}


def test_another_language_has_a_folder_of_its_own(small):
    assert run("build", "-c", "acme", *HTML, cwd=small).code == 0
    ran = run("build", "-c", "acme", "--lang", "en", *HTML, cwd=small)
    assert ran.out.splitlines()[0] == "dist/acme/en/Resume_Jiwon Han_ACME.html"
    assert files_in(small / "dist") == [
        "acme/en/Resume_Jiwon Han_ACME.html",
        "acme/en/manifest.json",
        "acme/manifest.json",
        f"acme/{PAGE}",
    ]
    assert '<html lang="en"' in (small / "dist/acme/en/Resume_Jiwon Han_ACME.html").read_text()


def test_the_output_may_go_elsewhere(small, tmp_path):
    ran = run("build", *HTML, "--out", str(tmp_path / "mine"), cwd=small)
    assert ran.out.splitlines()[0] == f"{tmp_path}/mine/base/이력서_한지원.html"
    assert files_in(tmp_path / "mine") == ["base/manifest.json", "base/이력서_한지원.html"]
    assert not (small / "dist").exists()


def test_a_relative_output_folder_starts_from_where_one_is(small):
    ran = run("build", *HTML, "--out", "mine", cwd=small / "resume")
    assert (ran.code, (small / "resume/mine/base").is_dir()) == (0, True)


def test_the_settings_may_name_the_output_folder(small):
    write(small, {"resume.toml": 'out = "results"\nfile_name = "{id}-{date}"\n'})
    ran = run("build", "-c", "acme", *HTML, cwd=small / "companies")
    assert files_in(small / "results") == [f"acme/acme-{DAY}.html", "acme/manifest.json"]
    assert ran.out.splitlines()[0] == f"{small}/results/acme/acme-{DAY}.html"


def test_a_build_can_start_in_any_folder_of_the_workspace(small):
    ran = run("build", *HTML, cwd=small / "companies")
    assert (ran.code, (small / "dist/base/이력서_한지원.html").is_file()) == (0, True)


def test_the_day_comes_from_the_command_or_from_the_environment(small):
    for args, env in [(("--date", "2022-05-01"), {}), ((), {"SOURCE_DATE_EPOCH": "1651363200"})]:
        assert run("build", "--format", "html", *args, cwd=small, **env).code == 0
        assert (
            '2022.03 – 현재</time> <span class="lasted">· 3개월</span>'
            in (small / "dist/base/이력서_한지원.html").read_text()
        )


# --- Wrong use ---


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--company", "acme", "--all"), "--company and --all exclude each other"),
        (("--format", "docx"), "'docx': write pdf, html or pdf,html"),
        (("--format", ""), "'': write pdf, html or pdf,html"),
        (("--lang", "kr"), "'kr' is not one of 'ko', 'en'"),
        (("--date", "heute"), "'heute' does not match the format '%Y-%m-%d'"),
        (("--out", "resume/base.yaml"), "'resume/base.yaml' is a file"),
        (("--nonsense",), "No such option '--nonsense'"),
        (("extra",), "Got unexpected extra argument (extra)"),
    ],
)
def test_wrong_use_exits_with_2_and_says_why(small, args, said):
    ran = run("build", *args, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (small / "dist").exists()


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999", "²"])
def test_a_senseless_day_of_the_environment_is_wrong_use(small, epoch):
    ran = run("build", "--format", "html", cwd=small, SOURCE_DATE_EPOCH=epoch)
    assert (ran.code, f"SOURCE_DATE_EPOCH={epoch}" in ran.err) == (2, True)


def test_all_of_no_company_is_wrong_use(small):
    shutil.rmtree(small / "companies")
    ran = run("build", "--all", cwd=small)
    assert (ran.code, "--all: there is no profile in companies/" in ran.err) == (2, True)


def test_an_unknown_company_is_told_with_a_guess(small):
    ran = run("build", "--company", "amce", cwd=small)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "companies: error: no profile 'amce' (did you mean 'acme'?) [unknown-company]\n  = there are: acme\n1 error\n"
    )
    assert not (small / "dist").exists()


def test_without_a_workspace_the_way_to_one_is_told(tmp_path):
    ran = run("build", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        ".: error: no workspace here or above: a folder with resume/ in it [no-workspace]\n"
        "  = run `resume init` here to make one, or go to its folder\n1 error\n"
    )
    assert files_in(tmp_path) == []


# --- Warnings ---

HALF = SMALL["resume/base.yaml"].replace(", en: Moadrive", "")


def test_a_warning_is_shown_and_the_build_goes_on(small):
    write(small, {"resume/base.yaml": HALF})
    ran = run("build", "--lang", "en", *HTML, cwd=small)
    assert ran.code == 0
    assert ran.err == (
        "resume/base.yaml:4:11: warning: 'moa' has no en text; the other is shown [missing-translation]\n"
        "        name: {ko: 모아드라이브}\n"
        "              ^\n"
        "  = write {ko: ..., en: ...} with en: in it\n"
        "1 warning\n"
    )
    assert files_in(small / "dist") == ["base/en/Resume_Jiwon Han.html", "base/en/manifest.json"]


@pytest.mark.parametrize("base", [HALF, SMALL["resume/base.yaml"].replace("startDate:", "start:")])
def test_strict_fails_on_a_warning_and_writes_nothing(small, base):
    write(small, {"resume/base.yaml": base})
    ran = run("build", "--lang", "en", "--strict", *HTML, cwd=small)
    assert (ran.code, len(ran.problems), ran.problems[0].count("warning")) == (1, 1, 1), ran
    assert not (small / "dist").exists()


def test_strict_changes_nothing_where_nothing_is_wrong(small):
    assert run("build", "--strict", *HTML, cwd=small).code == 0


# --- The same bytes ---


def test_the_same_input_gives_the_same_bytes_anywhere_at_any_time(tmp_path):
    builds = []
    for number, env in enumerate(
        [
            {"TZ": "Asia/Seoul", "PYTHONHASHSEED": "1"},
            {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LANG": "ko_KR.UTF-8", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "30", "NO_COLOR": "1"},
        ]
    ):
        space = write(tmp_path / f"ws {number}" / ("deep/" * number), SMALL)
        ran = run("build", "-c", "acme", "--date", DAY, cwd=space, **env)
        assert ran.code == 0, ran.err
        builds.append(contents(space / "dist"))
    assert builds[0] == builds[1] == builds[2]
    again = run("build", "-c", "acme", "--date", DAY, cwd=space)
    assert (again.code, contents(space / "dist")) == (0, builds[0])


def test_the_example_is_the_same_alone_and_among_others(example, workspace_copy):
    ran = run("build", "--all", "--date", DAY, cwd=workspace_copy)
    assert ran.code == 0
    for company, lang in [("socar", "ko"), ("dangol", "ko"), ("paynest", "en")]:
        assert contents(workspace_copy / "dist" / company) == contents(example.build(company, lang).folder)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp949", "utf-16"])
def test_a_terminal_that_cannot_show_every_letter_does_not_end_a_build(small, encoding):
    write(small, {"resume/base.yaml": SMALL["resume/base.yaml"].replace("startDate:", "근무시작–👍:")})
    ran = run("build", *HTML, cwd=small, PYTHONIOENCODING=encoding)
    assert (ran.code, "error" in ran.err) == (0, False)
    assert (small / "dist/base/이력서_한지원.html").is_file()


# --- What stood there before ---


def test_a_page_edited_by_hand_is_kept_aside_with_a_word(small):
    assert run("build", "-c", "acme", *HTML, cwd=small).code == 0
    write(small / "dist/acme", {PAGE: "by hand"})
    ran = run("build", "-c", "acme", *HTML, cwd=small)
    aside = "이력서_한지원_애크미 (kept 1).html"
    assert ran.out == (
        f"dist/acme/{PAGE}\n  2 items kept, 1 dropped\n"
        f"  {PAGE} was not as this tool had left it; it is kept as {aside}\n"
    )
    assert (small / "dist/acme" / aside).read_text() == "by hand"
    assert "<h1" in (small / "dist/acme" / PAGE).read_text()


def test_a_pdf_of_an_earlier_build_is_named(small):
    assert run("build", "-c", "acme", "--date", DAY, cwd=small).code == 0
    ran = run("build", "-c", "acme", *HTML, cwd=small)
    assert ran.out.splitlines()[-1] == "  이력서_한지원_애크미.pdf is from an earlier build"


def test_old_files_stay_when_a_build_fails(small):
    assert run("build", "-c", "acme", *HTML, cwd=small).code == 0
    before = contents(small / "dist")
    for name, text in [("resume/base.yaml", "work: ["), ("companies/acme.yaml", "focuss: [x]"), ("resume.toml", "x")]:
        old = (small / name).read_text() if (small / name).exists() else ""
        write(small, {name: text})
        assert run("build", "-c", "acme", *HTML, cwd=small).code == 1
        assert contents(small / "dist") == before
        write(small, {name: old})


def test_a_company_that_fails_stops_no_other_and_keeps_its_old_files(small):
    write(small, {"companies/b.yaml": "company: {name: 나}", "companies/c.yaml": "company: {name: 다}"})
    assert run("build", "--all", *HTML, cwd=small).code == 0
    before = contents(small / "dist")
    write(small, {"companies/b.yaml": "company: {name: 너}\nfocuss: [x]", "companies/c.yaml": "template: mine"})
    write(small / "templates/mine", {"template.html.j2": "{{ dok }}", "style.css": "", "template.yaml": "contract: 1"})
    write(small, {"companies/acme.yaml": SMALL["companies/acme.yaml"] + "options: {accent: '#123456'}\n"})
    ran = run("build", "--all", *HTML, cwd=small)
    after = contents(small / "dist")
    assert ran.code == 1
    assert ran.out == (f"[1/2] dist/acme/{PAGE}\n        2 items kept, 1 dropped\n[2/2] c: not built\nb: not built\n")
    assert [line.partition(": error")[0] for line in ran.problems] == [
        "companies/b.yaml:2:1",
        "templates/mine/template.html.j2:1:4",
    ]
    assert {name for name in before if before[name] != after[name]} == {f"acme/{PAGE}", "acme/manifest.json"}
    assert set(after) == set(before)


def test_a_base_with_a_mistake_stops_all_companies(small):
    write(small, {"resume/more.yaml": "work: [{id: moa, name: 가}]"})
    ran = run("build", "--all", *HTML, cwd=small)
    assert (ran.code, ran.out, len(ran.problems)) == (1, "", 1)
    assert not (small / "dist").exists()


@pytest.mark.parametrize("there", ["dist", "dist/acme"])
def test_a_file_in_the_place_of_a_folder_is_told(small, there):
    write(small, {there: "a file"})
    ran = run("build", "-c", "acme", *HTML, cwd=small)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(
        ": error: Not a directory [file]\n"
        "  = a part of this path is a file and no folder: move it away, or write elsewhere with --out\n1 error\n"
    )
    assert there in ran.err
    assert (small / there).read_text() == "a file"


def test_a_folder_in_the_place_of_a_page_is_told(small):
    (small / "dist/acme" / PAGE).mkdir(parents=True)
    ran = run("build", "-c", "acme", *HTML, cwd=small)
    assert (ran.code, ran.problems[0].endswith("error: Is a directory [file]")) == (1, True)


def test_a_hidden_number_that_a_sentence_still_says_stops_the_build(small):
    write(small, {"resume/base.yaml": "basics: {name: 한지원, phone: 010-1234-5678}"})
    write(small, {"resume/more.yaml": "activities: [{name: 강연, summary: 문의 010 1234-5678}]"})
    write(small, {"companies/acme.yaml": "company: {name: ACME}\nprivacy: {phone: hide}"})
    before = contents(small)
    ran = run("build", "--company", "acme", *HTML, cwd=small)
    assert ran.code == 1
    assert "resume/more.yaml:1:14: error: the phone is hidden, but the page still says it [hidden-but-shown]" in ran.err
    assert contents(small) == before


def test_a_rewording_that_says_more_stops_the_build_at_its_line(small):
    write(small, {"resume/base.yaml": "projects: [{id: p, name: 주차, highlights: [{id: p.a, text: 대기 30% 감소}]}]"})
    profile = "company: {name: ACME}\nreword:\n  p.a: {was: 대기 30% 감소, text: 대기 40% 감소}"
    write(small, {"companies/acme.yaml": profile})
    ran = run("build", "--company", "acme", *HTML, cwd=small)
    assert ran.code == 1
    assert "companies/acme.yaml:3:31: error: the rewording of 'p.a' says '40%'" in ran.err
    assert not (small / "dist").exists()
