"""A disk that is full, or forbids to write, from any moment on: old or new, nothing left over, and a word about it."""

import errno
import os

import pytest
from disk import contents
from faults import WAYS, Bench

EVERY = 1 if os.environ.get("RESUME_KILLS") else 6  # all of them where there is time
WAY = next(way for way in WAYS if way.built and way.words[1] == "acme" and way.words[-1] == "html")


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("bench"), WAY).prepare()


@pytest.mark.parametrize("kind", [str(errno.ENOSPC), f"{errno.ENOSPC}+", f"{errno.EACCES}"])
def test_a_fault_at_any_change_to_the_disk_leaves_old_or_new_and_says_so(bench, kind):
    told = set()
    for at in range(1, bench.count() + 1, EVERY):
        bench.reset()
        ran = bench.disturbed(kind, at)
        assert "Traceback" not in ran.err, ran.err
        assert "a bug of its own" not in ran.err, ran.err
        assert bench.wrong() == [], at
        if ran.code:
            assert (ran.code, ran.err.count("error: ")) == (1, 1), ran.err
            told.add(ran.err.splitlines()[0].split("error: ")[1])
        if not kind.endswith("+"):  # a disk on which nothing can be removed either keeps what it has
            assert not [path for path in bench.root.rglob("*.part") if ran.code == 0], at
        assert bench.mended() == []
    assert len(told) == 1


@pytest.mark.parametrize("kind", [f"{errno.ENOSPC}+"])
def test_a_disk_full_from_the_start_leaves_the_old_build_whole(bench, kind):
    bench.reset()
    before = contents(bench.root / "dist")
    ran = bench.disturbed(kind, 1)
    assert ran.code == 1
    assert contents(bench.root / "dist") == before
    assert "make room on this disk" in ran.err
