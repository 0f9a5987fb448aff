"""`resume preview` as a server: what it tells, when, and to whom."""

import json
import os
import re
import shutil
import socket
from pathlib import Path

import pytest
from command import run
from disk import SMALL, write
from serving import preview

from resume_tailor.workspace import shipped_templates


@pytest.fixture
def served(workspace_copy):
    with preview(workspace_copy) as running:
        yield running


@pytest.fixture
def small(tmp_path):
    with preview(write(tmp_path / "ws", SMALL)) as running:
        yield running


def whole(view):
    return view["settled"] and view["page"]


@pytest.mark.parametrize(("company", "lang"), [("socar", "ko"), ("paynest", "en"), ("base", "ko")])
def test_a_settled_page_is_byte_for_byte_what_build_writes(served, company, lang):
    with served.live(company) as stream:
        view = stream.until(whole)
    _, _, page = served.ask(f"/-/page?id={company}")
    who = [] if company == "base" else ["--company", company]
    assert run("build", *who, "--format", "html", cwd=served.root).code == 0
    (built,) = (served.root / "dist" / company).glob("*.html")
    assert page == built.read_bytes()
    assert (view["lang"], view["fresh"], view["problems"]) == (lang, True, [])


def test_pages_are_counted_against_the_limit_and_pictured_when_asked_for(served):
    with served.live("socar", pages="1") as stream:
        pages = stream.until(lambda view: view["pages"] and view["pages"]["pictures"])["pages"]
    assert (pages["count"], pages["limit"], pages["over"], len(pages["pictures"])) == (2, 2, False, 2)
    status, headers, picture = served.ask(f"/-/picture/{pages['pictures'][0]}")
    assert (status, headers["content-type"], picture[:4]) == (200, "image/png", b"\x89PNG")
    assert served.ask("/-/pdf?id=socar")[2].startswith(b"%PDF-")


def test_the_panel_says_of_every_item_why_and_of_lint_whose(served):
    with served.live("socar") as stream:
        stream.until(lambda view: view["why"])
    why = json.loads(served.ask("/-/why?id=socar")[2])
    told = json.loads(run("explain", "--company", "socar", "--format", "json", cwd=served.root).out)
    items = why["items"]
    assert {(name, item["kept"], item["reason"]) for name, item in items.items()} == {
        (item["id"], item["kept"], item["reason"]) for item in told["items"]
    }
    assert {one["item"] for one in why["lint"]} <= {*items, ""}
    assert {word["word"] for word in why["keywords"]["in"]} >= {"수요 예측"}


def test_a_save_shows_and_only_what_is_looked_at_is_drawn(small):
    with small.live("acme") as stream:
        before = stream.until(whole)["page"]
        file = small.root / "resume/base.yaml"
        file.write_text(file.read_text().replace("매출 증가", "매출 12% 증가"))
        stream.until(lambda view: view["page"] != before)
    assert "매출 12% 증가" in small.ask("/-/page?id=acme")[2].decode()


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("resume/base.yaml", "basics: {name: [", "yaml-syntax"),
        ("companies/acme.yaml", "company: {name: ACME}\nfocsu: [a]\n", "unknown-key"),
        ("resume.toml", "lang = 'xx'\n", "unknown-choice"),
    ],
)
def test_what_is_broken_is_told_with_its_lines_and_gone_when_mended(small, file, text, rule):
    path = small.root / file
    good = path.read_text() if path.is_file() else None
    with small.live("acme") as stream:
        page = stream.until(whole)["page"]
        path.write_text(text)
        broken = stream.until(lambda view: not view["fresh"])
        (problem,) = broken["problems"]
        assert (problem["rule"], problem["path"], broken["page"]) == (rule, file, page)
        assert problem["source"]
        path.unlink() if good is None else path.write_text(good)
        mended = stream.until(lambda view: view["fresh"])
        assert (mended["problems"], mended["page"]) == ([], page)


def test_a_broken_template_keeps_the_last_good_page(small):
    mine = small.root / "templates" / "mine"
    shutil.copytree(shipped_templates() / "classic", mine)
    with small.live("acme", template="mine") as stream:
        page = stream.until(whole)["page"]
        source = mine / "template.html.j2"
        good = source.read_text()
        source.write_text(good.replace("{% endmacro %}", "{% endmacr %}", 1))
        broken = stream.until(lambda view: not view["fresh"])
        assert [p["rule"] for p in broken["problems"]] == ["template-syntax"]
        assert broken["page"] == page
        source.write_text(good)
        assert stream.until(lambda view: view["fresh"])["page"] == page


def test_a_deleted_profile_a_renamed_base_and_a_new_template_are_met(small):
    with small.live("acme") as stream:
        page = stream.until(whole)["page"]
        (small.root / "resume/base.yaml").rename(small.root / "resume/main.yaml")
        renamed = stream.state()
        assert [view["fresh"] for view in renamed["views"]] == [True]
        shutil.copytree(shipped_templates() / "compact", small.root / "templates" / "fresh")
        while "fresh" not in stream.state()["templates"]:
            pass
        (small.root / "companies/acme.yaml").unlink()
        gone = stream.until(lambda view: not view["fresh"])
        assert (gone["page"], [p["rule"] for p in gone["problems"]]) == (page, ["unknown-company"])


def test_saves_by_moving_a_file_into_place_are_seen(small):
    file = small.root / "resume/base.yaml"
    with small.live("acme") as stream:
        before = stream.until(whole)["page"]
        part = file.with_suffix(".part")
        part.write_text(file.read_text().replace("매출 증가", "매출 두 배"))
        part.replace(file)
        stream.until(lambda view: view["page"] != before)


def memory(process):
    """Megabytes that a process and its children hold, and how many children there are, as Linux tells it."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    pids = [pid for task in tasks for pid in (task / "children").read_text().split()]
    held = [re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in (process, *pids)]
    return sum(int(found[1]) for found in held if found) / 1024, len(pids)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux")
def test_a_hundred_saves_leave_no_memory_and_no_process_behind(served):
    file = served.root / "resume/work.yaml"
    text = file.read_text()

    def save_often(numbers, page):
        for number in numbers:
            file.write_text(text.replace("실험 준비 9일", f"실험 준비 {number}일"))
            page = stream.until(lambda view, shown=page: view["page"] != shown)["page"]
        return stream.until(whole)["page"]

    with served.live("socar", pages="1") as stream:
        page = save_often(range(100, 150), stream.until(whole)["page"])
        before, children = memory(served.process.pid)
        save_often(range(150, 250), page)
        after, still = memory(served.process.pid)
    assert (children, still) == (2, 2)  # the prover, and Python's own that looks after it
    assert after < before + 25
    assert "실험 준비 249일" in served.ask("/-/page?id=socar")[2].decode()


# --- to whom ---

FOREIGN = [
    {"Host": "evil.example"},
    {"Host": "127.0.0.1.evil.example"},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"},
    {"Sec_Fetch_Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/", "/acme", "/-/page?id=acme", "/-/live?id=acme", "/-/static/app.js"])
def test_other_sites_are_refused(small, headers, path):
    assert small.ask(path, **headers)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/-/static/../server.py",
        "/-/static/..%2fserver.py",
        "/-/static/%2e%2e/server.py",
        "/-/source?path=../../etc/passwd",
        "/-/source?path=/etc/passwd",
        "/-/source?path=companies/../../secret",
        "/-/picture/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out_of_the_workspace(small, path):
    assert small.ask(path)[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/acme", "/-/page?id=acme", "/-/live?id=acme", "/-/open"])
def test_nothing_is_changed_for_anybody(small, method, path):
    assert small.ask(path, method, "{}")[0] in {403, 405}


def test_the_tool_and_the_page_carry_their_policies(small):
    _, tool, _ = small.ask("/")
    _, page, _ = small.ask("/-/page?id=acme")
    assert "script-src 'self'" in tool["content-security-policy"]
    assert "script-src 'none'" in page["content-security-policy"]
    assert {tool["cross-origin-resource-policy"], page["cross-origin-resource-policy"]} == {"same-origin"}


# --- beginning and end ---


def test_a_taken_port_is_said_and_the_next_free_one_used(tmp_path):
    write(tmp_path, SMALL)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with preview(tmp_path, "--port", str(other.getsockname()[1])) as running:
            assert running.port != other.getsockname()[1]
            assert running.ask("/")[0] == 200


def test_ctrl_c_ends_it_and_frees_the_port_while_a_browser_listens(small):
    with small.live("acme") as stream:
        stream.until(whole)
        assert small.stop() == 0
    assert small.process.stderr.read() == ""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", small.port))


def test_ctrl_c_in_the_middle_of_a_layout_ends_it_too(served):
    with served.live("base", pages="1") as stream:
        stream.state()
        assert served.stop() == 0
    assert served.process.stderr.read() == ""


def test_an_unknown_company_is_said_at_once(tmp_path):
    write(tmp_path, SMALL)
    ran = run("preview", "--no-open", "--company", "acm", cwd=tmp_path)
    assert (ran.code, ran.problems) == (
        1,
        ["companies: error: no profile 'acm' (did you mean 'acme'?) [unknown-company]"],
    )


@pytest.mark.skipif(os.name == "nt", reason="a command as a file")
def test_the_editor_is_opened_only_for_the_tool_itself(tmp_path):
    root = write(tmp_path / "ws", SMALL)
    said = tmp_path / "said"
    program = tmp_path / "gedit"
    program.write_text(f'#!/bin/sh\necho "$@" > {said}.part\nmv {said}.part {said}\n')
    program.chmod(0o755)
    with preview(root, VISUAL=str(program)) as running, running.live("acme") as stream:
        stream.until(whole)
        page = running.ask("/")[2].decode()
        token = json.loads(page.split('id="config">')[1].split("</script>")[0])["token"]
        wish = json.dumps({"path": "resume/base.yaml", "line": 3, "column": 5})
        assert running.ask("/-/open", "POST", wish, X_Resume_Token="wrong")[0] == 403
        outside = json.dumps({"path": "../secret", "line": 1, "column": 1})
        assert running.ask("/-/open", "POST", outside, X_Resume_Token=token)[0] == 404
        assert running.ask("/-/open", "POST", wish, X_Resume_Token=token)[0] == 204
        while not said.is_file():
            os.sched_yield()
    assert said.read_text().split() == ["+3:5", str(root / "resume/base.yaml")]
