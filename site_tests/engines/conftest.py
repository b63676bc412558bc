"""Browsers for the tests that run in more than one engine."""

import os
from collections.abc import Iterator

import pytest

from site_tests.engines import ENGINES, VARIABLES, Engine
from site_tests.engines.tab import Tab


@pytest.fixture(params=["firefox", "webkit"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Give a browser with an empty profile; Chromium's is that of all other tests.

    In CI no engine may be missing.
    """
    name: str = request.param
    if name == "chromium":
        yield Tab(request.getfixturevalue("context").new_page())
        return
    program = os.environ.get(VARIABLES[name])
    if not program:
        missing = f"{name} is not here: `make browsers` installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    with ENGINES[name](program, tmp_path_factory.mktemp("profile")) as engine:
        yield engine
