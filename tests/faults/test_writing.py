"""How files are written: whole, one process at a time, and nobody else's is touched."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from disk import contents, files_in, write

from resume_tailor import outputs, writing
from resume_tailor.commands.terminal import shows_problems

TOLD = {"outputs": {}}


def manifest(**files: str) -> dict[str, object]:
    return {"outputs": {f"{name}.html": {"sha256": outputs.sha256(data.encode())} for name, data in files.items()}}


def put(folder: Path, **files: str) -> tuple[str, ...]:
    data = {f"{name}.html": text.encode() for name, text in files.items()}
    return outputs.write(folder, data, manifest(**files), outputs.Manifest("manifest.json"))


def test_unfinished_files_of_ours_are_taken_away_and_no_others(tmp_path):
    write(tmp_path, {".resume-x1.part": "", "film.part": "", ".film.part": "", ".resume-notes": ""})
    writing.write_atomically(tmp_path / "a.txt", b"new")
    assert files_in(tmp_path) == [".film.part", ".resume-notes", "a.txt", "film.part"]


def test_a_new_file_never_replaces_one_that_came_meanwhile(tmp_path):
    write(tmp_path, {"a.txt": "theirs"})
    with pytest.raises(FileExistsError, match=r"a\.txt"):
        writing.write_new(tmp_path / "a.txt", b"ours")
    assert contents(tmp_path) == {"a.txt": b"theirs"}


def test_a_new_file_never_replaces_another_on_a_disk_without_links(tmp_path, monkeypatch):
    def no_links(*_args):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    writing.write_new(tmp_path / "a.txt", b"ours")
    with pytest.raises(FileExistsError, match=r"a\.txt"):
        writing.write_new(tmp_path / "a.txt", b"later")
    assert contents(tmp_path) == {"a.txt": b"ours"}


def test_nothing_is_changed_where_one_of_the_files_cannot_be_written(tmp_path):
    put(tmp_path, a="1", b="1")
    (tmp_path / "b.html").unlink()
    (tmp_path / "b.html").mkdir()
    before = contents(tmp_path)
    with pytest.raises(IsADirectoryError, match=r"b\.html"):
        put(tmp_path, a="2", b="2")
    assert contents(tmp_path) == before


def test_what_a_killed_build_left_is_known_as_ours(tmp_path, monkeypatch):
    put(tmp_path, a="1", b="1")
    place = writing.Staged.place

    def killed_at_b(staged, name):
        if name == "b.html":
            raise KeyboardInterrupt
        place(staged, name)

    with monkeypatch.context() as patch:
        patch.setattr(writing.Staged, "place", killed_at_b)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, a="2", b="2")
    assert [(tmp_path / f"{name}.html").read_text() for name in "ab"] == ["2", "1"]
    assert put(tmp_path, a="3", b="3") == ()
    assert files_in(tmp_path) == ["a.html", "b.html", "manifest.json"]
    assert "replaced" not in (tmp_path / "manifest.json").read_text()


def test_what_the_user_changed_between_a_kill_and_the_next_build_is_kept(tmp_path, monkeypatch):
    put(tmp_path, a="1")
    with monkeypatch.context() as patch:
        patch.setattr(outputs, "_put", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, a="2")
    write(tmp_path, {"a.html": "by hand"})
    assert put(tmp_path, a="3") == ("a.html was not as this tool had left it; it is kept as a (kept 1).html",)
    assert (tmp_path / "a (kept 1).html").read_text() == "by hand"


@pytest.mark.parametrize("system", ["[WinError 32] used by another process", "Permission denied"])
def test_a_file_open_in_another_program_is_named_with_what_to_do(tmp_path, monkeypatch, system):
    """Windows refuses to replace it; a stand-in refuses here."""
    write(tmp_path, {"a.pdf": "old"})

    def in_use(part, path):
        raise PermissionError(13, system, str(part), None, str(path))

    @click.command()
    @shows_problems
    def command() -> None:
        writing.write_atomically(tmp_path / "a.pdf", b"new")

    monkeypatch.setattr(Path, "replace", in_use)
    ran = CliRunner().invoke(command)
    hint = "close it where it is open in another program; else see who may write there"
    assert (ran.exit_code, ran.output) == (1, f"{tmp_path}/a.pdf: error: {system} [file]\n  = {hint}\n1 error\n")
    assert contents(tmp_path) == {"a.pdf": b"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no flock")
def test_two_processes_never_write_in_one_folder_at_once(tmp_path):
    program = (
        "import sys; from pathlib import Path; from resume_tailor import writing as w; print('there', flush=True)\n"
    )
    program += "w.write_atomically(Path(sys.argv[1]) / 'a.txt', b'later')\nprint('done')"
    with writing.staging(tmp_path) as staged:
        staged.add("a.txt", b"first")
        other = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE)
        assert other.stdout.readline() == b"there\n"
        staged.place("a.txt")  # its unfinished file is still here: the other has not taken it away
        assert (tmp_path / "a.txt").read_bytes() == b"first"
    assert other.communicate()[0] == b"done\n"
    assert (tmp_path / "a.txt").read_bytes() == b"later"
