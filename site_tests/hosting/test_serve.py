"""The server of `make serve` answers as a static host does."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from site_build.host.header_rules import headers_for, parse
from site_build.site import SITE
from site_tests.hosts.host import Serve
from site_tests.support.waiting import LONGEST

Answer = tuple[int, dict[str, str], bytes]
Get = Callable[..., Answer]

FILES = {
    "index.html": b"home",
    "404.html": b"not here",
    "page/index.html": b"page",
    "bare/file.txt": b"text",
    "a.wasm": b"\0asm",
    "a.mjs": b"export {}",
    "a.whl": b"PK",
    "a.json": b"{}",
    "_headers": b"""# A comment

/cagecore/*
  X-Everywhere: a: b
/cagecore/page/*
  Cache-Control: max-age=60
/cagecore/gone/*
  Cache-Control: max-age=60
""",
}


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Get:
    """Serve a small site under /cagecore/ and give a function that asks it for a path."""
    folder = tmp_path_factory.mktemp("site")
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")

    port = urlsplit(serve(folder, "/cagecore/")).port

    def ask(path: str, method: str = "GET") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        connection.request(method, path)
        answer = connection.getresponse()
        result = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        connection.close()
        return result

    return ask


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/cagecore/", "text/html; charset=utf-8", b"home"),
        ("/cagecore/?x=1", "text/html; charset=utf-8", b"home"),
        ("/cagecore/page/", "text/html; charset=utf-8", b"page"),
        ("/cagecore/a.wasm", "application/wasm", b"\0asm"),
        ("/cagecore/a.mjs", "text/javascript; charset=utf-8", b"export {}"),
        ("/cagecore/a.whl", "application/zip", b"PK"),
        ("/cagecore/a.json", "application/json", b"{}"),
    ],
)
def test_file(get: Get, path: str, kind: str, body: bytes) -> None:
    """A file comes with the type that browsers insist on."""
    status, headers, content = get(path)

    assert (200, kind, body) == (status, headers["content-type"], content)


@pytest.mark.parametrize(
    "path",
    ["/cagecore/nothing", "/cagecore/bare/", "/other/", "/", "/cagecore/../secret.txt",
     "/cagecore/%2e%2e/secret.txt", "/cagecore//etc/passwd"],
)  # fmt: skip
def test_missing(get: Get, path: str) -> None:
    """What is missing, or not ours to show, gets the site's own 404 page."""
    status, headers, content = get(path)

    assert (status, content) == (404, b"not here")
    assert headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "target"), [("/cagecore", "/cagecore/"), ("/cagecore/page", "/cagecore/page/")]
)
def test_folder_without_slash(get: Get, path: str, target: str) -> None:
    """A folder's address without its slash leads to the one with it."""
    status, headers, _ = get(path)

    assert (301, target) == (status, headers["location"])


def test_head(get: Get) -> None:
    """HEAD gives headers and no body, for a missing page too."""
    assert get("/cagecore/", "HEAD")[::2] == (200, b"")
    assert get("/cagecore/nothing", "HEAD")[::2] == (404, b"")


@pytest.mark.parametrize(
    ("path", "cache"),
    [
        ("/cagecore/", "no-cache"),
        ("/cagecore/page/", "max-age=60"),
        ("/cagecore/page/?x=1", "max-age=60"),
        ("/cagecore/page", "no-cache"),
        ("/cagecore/gone/file", "no-cache"),
    ],
)
def test_rules_of_the_site(get: Get, path: str, cache: str) -> None:
    """Each answer has the headers of the site's rules; what is not there is never kept."""
    _, headers, _ = get(path)

    assert (headers["x-everywhere"], headers["cache-control"]) == ("a: b", cache)


def test_rules_end_at_the_prefix(get: Get) -> None:
    """Outside the site's path its rules do not apply."""
    assert "x-everywhere" not in get("/other/")[1]


def test_rules_that_meet() -> None:
    """Where two rules give the same header, the values are joined, as hosts do."""
    rules = parse("/*\n  A: 1\n/x/*/y\n  A: 2\n  B: 3\n/x.y\n  C: 4\n")

    assert headers_for(rules, "/x/any/thing/y") == {"A": "1, 2", "B": "3"}
    assert headers_for(rules, "/xzy") == {"A": "1"}
    assert headers_for(rules, "/x.y") == {"A": "1", "C": "4"}


@pytest.mark.parametrize("text", ["  A: 1", "/a\nA: 1", "/a\n  A 1", "a/\n  A: 1"])
def test_rules_that_are_not_understood(text: str) -> None:
    """A line that cannot be read is an error that names it."""
    with pytest.raises(ValueError, match=r"line \d of _headers"):
        parse(text)


def start(port: int) -> subprocess.Popen[str]:
    """Start `python -m site_build.host.serve` on a port."""
    return subprocess.Popen(
        [sys.executable, "-m", "site_build.host.serve"],
        cwd=SITE.parent,
        env={**os.environ, "SITE_URL": f"http://127.0.0.1:{port}/some/path/"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_port_in_use() -> None:
    """A port that is in use gives one clear line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        out, err = start(port).communicate(timeout=LONGEST)

    assert out == ""
    assert err.startswith(f"Port {port} is in use.")
    assert err.count("\n") == 1


def test_address_is_printed_and_interrupt_is_clean() -> None:
    """The address is printed, and Ctrl-C ends the server without a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # A shell's background process ignores Ctrl-C, and so do the processes that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with start(port) as process:
        signal.signal(signal.SIGINT, before)
        try:
            assert process.stdout
            line = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=LONGEST)
        finally:
            process.kill()

    assert f"http://127.0.0.1:{port}/some/path/" in line
    assert (process.returncode, err) == (0, "")
