"""What tests of several kinds share."""

import os

import pytest
from example import Example, copy
from hypothesis import settings

# A laptop under load is no reason for a red test: the laws say nothing about time. In CI the same examples are tried
# each time, so that a run says something of the change and not of chance; at home they are new ones.
settings.register_profile("home", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=300)  # see tests/support/laws.py
settings.register_profile("few", deadline=None, derandomize=True, max_examples=20)  # for scripts/mutants.py
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "home"))


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The example workspace, to be read and built and not to be changed."""
    return Example(copy(tmp_path_factory.mktemp("example")))


@pytest.fixture
def workspace_copy(tmp_path):
    """The example workspace, to be changed at will."""
    return copy(tmp_path / "ws")
