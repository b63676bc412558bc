"""The wheel in the browser gives the answers that the same code gives on this Python."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from cagecore import wire
from site_tests.support.built import SCRIPTS
from site_tests.support.checker import ADDRESS, on_line
from site_tests.support.watch import Watch
from tests.helpers.reports import corpus

# A client of the page's own making, as the page would make it; texts cross as JSON both ways.
START = """([path, scripts]) => {
  window.parity ??= {};
  window.parity[path] = (async () => {
    const here = new URL(`../${scripts}`, document.baseURI);
    const { Client } = await import(new URL("core/client.js", here));
    const runtime = JSON.parse(document.querySelector("[data-part='runtime']").text);
    const client = new Client({
      open: early.open,
      folder: new URL(runtime.site + runtime.folder, document.baseURI).href,
      paths: { [path]: runtime.paths[path] },
      setupTimeout: 60_000,
      askTimeout: 120_000,
    });
    return { client, catalogue: await client.start() };
  })();
  return window.parity[path].then(() => undefined);
}"""
CHECK = """async ([path, texts, expect]) => {
  const { client } = await window.parity[path];
  const { answers } = await client.ask({ type: "check", texts: JSON.parse(texts), expect });
  return JSON.stringify(answers);
}"""
CATALOGUE = "path => window.parity[path].then(({ catalogue }) => JSON.stringify(catalogue))"

GROUPS = sorted({case.expect or "" for case in corpus()})
ODD = ["", "\0", "\ud800", "\udfff\ud800", "\U0001f600", "\r\n\t", "<b>1ABC5</b>", "1ABC5" * 20_000]


class Parity:
    """The core in the browser, started by one path."""

    def __init__(self, page: Page, path: str) -> None:
        """Start a client of our own on the validator's page."""
        self._page, self._path = page, path
        page.evaluate(START, [path, SCRIPTS])

    def answers(self, texts: list[str], expected: list[str] | None) -> Any:  # noqa: ANN401 - as JSON gives it
        """Ask the core."""
        request = [self._path, json.dumps(texts), expected]
        return json.loads(self._page.evaluate(CHECK, request))

    def catalogue(self) -> Any:  # noqa: ANN401 - any JSON
        """Give what it said when it was ready."""
        return json.loads(self._page.evaluate(CATALOGUE, self._path))


@pytest.fixture(scope="module", params=["snapshot", "ordinary"])
def parity(
    browser: Browser,
    browser_context_args: dict[str, Any],
    base_url: str,
    request: pytest.FixtureRequest,
) -> Iterator[Parity]:
    """Give the core, started by each path in turn."""
    with browser.new_context(**browser_context_args) as context:
        watch = Watch(context, base_url)
        page = context.new_page()
        on_line(page, "{ saveData: true }")  # the page itself starts nothing
        page.goto(ADDRESS)
        yield Parity(page, request.param)
        watch.verify()


def here(texts: list[str], expected: list[str] | None) -> Any:  # noqa: ANN401 - any JSON
    """Ask the core on this Python, with the request that the worker sends."""
    request = {"type": "check", "texts": texts, "expect": expected}
    return json.loads(wire.answer(json.dumps(request)))["answers"]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group or "any")
def test_corpus(parity: Parity, group: str) -> None:
    """Every row of the corpus gives the same report and anatomy in the browser."""
    texts = [case.text for case in corpus() if (case.expect or "") == group]
    expected = group.split(",") if group else None

    assert parity.answers(texts, expected) == here(texts, expected)


@pytest.mark.parametrize("expected", [None, ["cage"], ["cage", "ncage"], ["uei"]])
def test_whole_corpus_in_any_field(parity: Parity, expected: list[str] | None) -> None:
    """Every text of the corpus, put into fields for other kinds, also gives the same."""
    texts = [case.text for case in corpus()]

    assert parity.answers(texts, expected) == here(texts, expected)


def test_odd_texts(parity: Parity) -> None:
    """Texts that no table can hold arrive and return as they are."""
    assert parity.answers(ODD, None) == here(ODD, None)


def test_catalogue(parity: Parity) -> None:
    """The page shows findings by the same catalogue that the site was built from."""
    catalogue = json.loads(wire.to_json(wire.catalogue()))

    assert parity.catalogue() == catalogue
