"""Whenever a build is killed, each file is the old or the new one, and the next build mends the rest without a word.

`RESUME_KILLS=300` kills as many, over all ways of building; without it a few ways are killed a few times.
"""

import os

import pytest
from faults import WAYS, Bench, kills

MOST = int(os.environ.get("RESUME_KILLS", "0"))
CHOSEN = WAYS if MOST else (WAYS[2], WAYS[5], WAYS[9])
EACH = -(-MOST // len(WAYS)) if MOST else 4


@pytest.mark.parametrize("way", CHOSEN, ids=lambda way: way.name)
def test_after_a_kill_each_file_is_old_or_new_and_the_next_build_mends_the_rest(tmp_path, way):
    came = list(kills(Bench(tmp_path, way).prepare(), EACH))
    assert came
    assert [one for one in came if one[1]] == []
