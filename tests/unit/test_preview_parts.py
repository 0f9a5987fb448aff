"""The parts of the preview that need no server."""

import datetime as dt
import os
import socket
from functools import partial
from pathlib import Path

import pytest
from disk import SMALL, write

from resume_tailor.preview import run
from resume_tailor.preview.desk import Desk, Wanted, draw
from resume_tailor.preview.editor import find
from resume_tailor.preview.gate import is_loopback, is_ours
from resume_tailor.preview.proof import Explained, Fitted, Job, Pictured, prove
from resume_tailor.preview.prover import Prover

day = partial(dt.date, 2026, 11, 23)  # another process can load it, which no function of this file can be sure of


@pytest.fixture
def desk(tmp_path):
    return Desk(write(tmp_path, SMALL), day)


def test_what_did_not_change_is_not_read_anew(desk):
    before = desk.look()
    assert desk.look().base is before.base
    (desk.root / "companies/acme.yaml").write_text("company: {name: ACME}\n")
    assert desk.look().base is before.base
    base = desk.root / "resume/base.yaml"
    base.write_text(base.read_text() + "\n")
    assert desk.look().base is not before.base


def test_one_version_of_each_file_is_kept_and_none_of_a_deleted_one(desk):
    for number in range(5):
        (desk.root / "companies/acme.yaml").write_text(f"company: {{name: ACME {number}}}\n")
        desk.look()
    assert sorted(desk._readings) == ["companies/acme.yaml", "resume/base.yaml"]
    (desk.root / "companies/acme.yaml").unlink()
    desk.look()
    assert sorted(desk._readings) == ["resume/base.yaml"]
    assert desk._companies == {}


@pytest.mark.parametrize("broken", ["resume/base.yaml", "companies/acme.yaml", "resume.toml", "lint/rules.yaml"])
def test_a_broken_file_gives_problems_and_no_exception(desk, broken):
    write(desk.root, {broken: b"\xff\xfe\x00 [ {"})
    drawn = draw(desk.look(), Wanted("acme"), None)
    assert drawn.sheet is None
    assert {problem.place.path for problem in drawn.problems} == {broken}


def test_another_template_takes_only_the_options_that_it_has(desk):
    acme = desk.root / "companies/acme.yaml"
    acme.write_text(acme.read_text() + "template: classic\noptions: {accent: '#123456'}\n")
    drawn = draw(desk.look(), Wanted("acme", "", "compact"), None)
    assert (drawn.problems, drawn.template, drawn.own_template) == ((), "compact", "classic")


def test_the_steps_of_a_proof_come_in_order(desk):
    steps = list(prove(desk, Job(Wanted("acme"), pictures=True)))
    assert [type(step) for step in steps] == [Fitted, Explained, Pictured]
    assert [picture[:4] for picture in steps[2].pictures] == [b"\x89PNG"] * steps[0].count


def test_a_prover_that_dies_is_said_and_started_again(desk):
    prover, told = Prover(desk.root, day), []
    try:
        prover.run(Job(Wanted("acme")), told.append)
        assert [type(step) for step in told] == [Fitted, Explained]
        prover._process.kill()
        prover._process.join()
        told.clear()
        prover.run(Job(Wanted("acme")), told.append)
        assert [type(step) for step in told] == [Fitted, Explained]
    finally:
        prover.close()
    assert prover._process is None


# --- who may talk to it ---


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost:9000", "LOCALHOST", "[::1]:8400", "127.8.8.8"])
def test_this_machine_is_let_in(host):
    assert is_ours(host, "127.0.0.1")


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.5:8400", "[::1", "a@b"]
)
def test_names_that_others_may_hold_are_not(host):
    assert not is_ours(host, "127.0.0.1")


def test_an_address_that_was_asked_for_is_let_in_and_other_names_still_are_not():
    assert is_ours("192.168.0.7:8400", "0.0.0.0")
    assert is_ours("my-box:8400", "my-box")
    assert not is_ours("evil.example", "0.0.0.0")
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "my-box")] == [True] * 3 + [
        False
    ] * 2


# --- editors, ports ---


@pytest.mark.parametrize(
    ("environment", "name", "link"),
    [
        ({"VISUAL": "code --wait"}, "VS Code", "vscode://file/shelf/a%20b/{path}:{line}:{column}"),
        ({"VISUAL": "/usr/bin/cursor"}, "Cursor", "cursor://file/shelf/a%20b/{path}:{line}:{column}"),
        ({"TERM_PROGRAM": "vscode"}, "VS Code", "vscode://file/shelf/a%20b/{path}:{line}:{column}"),
        ({"VISUAL": "subl -w"}, "subl", ""),
    ],
)
def test_an_editor_with_a_window_is_known(environment, name, link):
    editor = find(environment)
    assert (editor.name, editor.link(Path("/shelf/a b"))) == (name, link)


@pytest.mark.parametrize("visual", ["", "vim", "nano", "'unclosed", "some-other-editor"])
def test_no_other_editor_is_offered(visual):
    assert find({"VISUAL": visual}) is None


def test_the_next_free_port_is_taken():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with run.listen(run.Place("127.0.0.1", taken.getsockname()[1])) as found:
            assert found.getsockname()[1] != taken.getsockname()[1]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no such address elsewhere")
def test_an_address_of_another_machine_is_said():
    with pytest.raises(OSError, match=r"\w"):
        run.listen(run.Place("192.0.2.1", 8400))
