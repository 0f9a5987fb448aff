"""Two commands at once in one workspace."""

import re

import pytest
from command import DAY
from disk import SMALL, contents, files_in, write
from faults import ended, started

POSTING = "# 데이터 분석가\n\n주요업무\n- SQL로 지표 분석\n- A/B 테스트 설계와 해석\n"
HTML = ("build", "--company", "acme", "--format", "html", "--date", DAY, "--no-cache")


@pytest.mark.parametrize("how_many", [4])
def test_builds_at_once_leave_what_one_leaves(tmp_path, how_many):
    root = write(tmp_path / "ws", SMALL)
    assert ended(started(root, *HTML)).code == 0
    alone = contents(root / "dist")
    write(root, {"dist/acme/manifest.json": alone["acme/manifest.json"]})
    came = [ended(process) for process in [started(root, *HTML) for _ in range(how_many)]]
    assert [(ran.code, ran.err) for ran in came] == [(0, "")] * how_many
    assert contents(root / "dist") == alone


def test_drafts_of_one_id_at_once_give_one_file_and_a_word_for_the_others(tmp_path):
    root = write(tmp_path / "ws", SMALL | {"postings/p.md": POSTING})
    new = ("new", "boreal", "--posting", "postings/p.md")
    came = sorted((ended(process) for process in [started(root, *new) for _ in range(3)]), key=lambda ran: ran.code)
    assert [ran.code for ran in came] == [0, 1, 1]
    assert all("companies/boreal.yaml: error: is already there [exists]" in ran.err for ran in came[1:])
    assert not [name for name in files_in(root) if name.endswith(".part")]


def test_two_begun_workspaces_in_one_folder_never_overwrite_each_other(tmp_path):
    came = [ended(process) for process in [started(tmp_path, "init", "ws") for _ in range(2)]]
    written = [re.findall(r"^ws/\S+$", ran.out, re.MULTILINE) for ran in came]
    assert sorted(written[0] + written[1]) == sorted(f"ws/{name}" for name in files_in(tmp_path / "ws"))
    assert all(ran.code in {0, 1} for ran in came)
