"""With how many examples a law is tried.

`make test` takes a third of what a law asks for, HYPOTHESIS_PROFILE=long all of it, and `make mutants` a few.
"""

import os

from hypothesis import settings

_SHARE = {"long": 1.0, "few": 0.1}.get(os.environ.get("HYPOTHESIS_PROFILE", ""), 1 / 3)


def examples(number: int) -> settings:
    """Settings with the share of that many examples that this run tries."""
    return settings(max_examples=round(number * _SHARE))
