"""What the tests in a browser share."""

import pytest
from browser import launched


@pytest.fixture(scope="session")
def chromium():
    with launched() as browser:
        yield browser
