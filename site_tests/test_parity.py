"""The wheel in the browser answers as the same code does on this Python."""

import json
from typing import Any

import pytest

from cagecore import wire
from site_tests.built import SCRIPTS
from site_tests.checker import Checker
from tests.helpers import corpus

# A client of the page's own making, as the page would make it; texts cross as JSON both ways.
START = """(scripts) => {
  const folder = new URL(`../${scripts}`, document.baseURI);
  window.parity = import(new URL("client.js", folder)).then(
    async ({ Client }) => {
      const { dataset } = document.querySelector("[data-module='code-checker']");
      const runtime = new URL(dataset.runtime, document.baseURI).href;
      const client = new Client({
        workerURL: new URL("worker.js", folder),
        indexURL: runtime,
        lockFileURL: `${runtime}pyodide-lock.json`,
        setupTimeout: Number(dataset.setupTimeout),
        checkTimeout: 120_000,
        onProgress() {},
      });
      return { client, catalogue: await client.start() };
    });
  return window.parity.then(() => undefined);
}"""
CHECK = """async ([texts, expect]) => {
  const { client } = await window.parity;
  return JSON.stringify(await client.check(JSON.parse(texts), expect));
}"""
CATALOGUE = "window.parity.then(({ catalogue }) => JSON.stringify(catalogue))"

GROUPS = sorted({case.expect or "" for case in corpus()})
ODD = ["", "\0", "\ud800", "\udfff\ud800", "\U0001f600", "\r\n\t", "<b>1ABC5</b>", "1ABC5" * 20_000]


@pytest.fixture(scope="module")
def parity(shared_checker: tuple[Checker, object]) -> Checker:
    """Start a client of our own on the validator's page."""
    checker, _ = shared_checker
    checker.page.evaluate(START, SCRIPTS)
    return checker


def here(texts: list[str], expected: list[str] | None) -> Any:  # noqa: ANN401 - any JSON
    """Ask the core on this Python, in the words in which the worker asks it."""
    request = {"type": "check", "texts": texts, "expect": expected}
    return json.loads(wire.answer(json.dumps(request)))["answers"]


def there(parity: Checker, texts: list[str], expected: list[str] | None) -> Any:  # noqa: ANN401
    """Ask the core in the browser."""
    return json.loads(parity.page.evaluate(CHECK, [json.dumps(texts), expected]))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group or "any")
def test_corpus(parity: Checker, group: str) -> None:
    """Every row of the corpus gives the same report and anatomy in the browser."""
    texts = [case.text for case in corpus() if (case.expect or "") == group]
    expected = group.split(",") if group else None

    assert there(parity, texts, expected) == here(texts, expected)


@pytest.mark.parametrize("expected", [None, ["cage"], ["cage", "ncage"], ["uei"]])
def test_whole_corpus_in_any_field(parity: Checker, expected: list[str] | None) -> None:
    """Every text of the corpus, put into fields for other kinds, gives the same, too."""
    texts = [case.text for case in corpus()]

    assert there(parity, texts, expected) == here(texts, expected)


def test_odd_texts(parity: Checker) -> None:
    """Texts that no table can hold arrive and return as they are."""
    assert there(parity, ODD, None) == here(ODD, None)


def test_catalogue(parity: Checker) -> None:
    """The page shows findings by the same catalogue that the site was built from."""
    catalogue = json.loads(wire.to_json(wire.catalogue()))

    assert json.loads(parity.page.evaluate(CATALOGUE)) == catalogue
