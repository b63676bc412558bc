"""Browsers for the tests that run in more than one engine."""

import os
from collections.abc import Iterator

import pytest

from site_tests.engines import ENGINES, VARIABLES, Engine
from site_tests.engines.tab import Tab


def _program(name: str) -> str:
    """Give the program of an engine; in CI none may be missing."""
    path = os.environ.get(VARIABLES[name])
    if not path:
        missing = f"{name} is not here: `make browsers` installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    return path


@pytest.fixture(params=["firefox", "webkit"])
def program(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give the name of an engine and its program, for a test that starts it in its own way."""
    return request.param, _program(request.param)


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
    with ENGINES[name](_program(name), tmp_path_factory.mktemp("profile")) as engine:
        yield engine
