"""The server of `make serve` answers as a static host does."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_build.host.header_rules import headers_for, parse
from site_build.host.serve import SiteServer, first_free, make_server
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

    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        connection.request(method, path, headers=headers)
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


def test_date_of_another_build(get: Get) -> None:
    """A file older than the one that a browser has is another file; the same one is not sent."""
    date = get("/cagecore/")[1]["last-modified"]
    later = "Fri, 31 Dec 2100 23:59:59 GMT"

    assert get("/cagecore/", **{"If-Modified-Since": later})[::2] == (200, b"home")
    assert get("/cagecore/", **{"If-Modified-Since": date})[::2] == (304, b"")


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


def start(port: int, **settings: str) -> subprocess.Popen[str]:
    """Start `python -m site_build.host.serve` on a port."""
    return subprocess.Popen(
        [sys.executable, "-m", "site_build.host.serve"],
        cwd=SITE.parent,
        env={**os.environ, "SITE_URL": f"http://127.0.0.1:{port}/some/path/", **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_port_in_use() -> None:
    """Where a port is in use, the next one that is free takes its place, and a line says so."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with start(port) as process:
            try:
                assert process.stdout
                line = process.stdout.readline()
                address = re.search(r"http://127\.0\.0\.1:(\d+)/some/path/", line)
                assert address, process.stderr
                with urllib.request.urlopen(address[0], timeout=LONGEST) as home:  # noqa: S310 - our own server
                    assert home.status == 200
            finally:
                process.kill()

    assert port < int(address[1]) <= port + 20
    assert f"port {port} is in use" in line


def test_ports_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no port nearby is for us, any one that is free does, and the reason is said."""

    def refuse(folder: Path, prefix: str, port: int) -> SiteServer:
        if port:
            raise PermissionError(13, "Permission denied")
        return make_server(folder, prefix, port)

    monkeypatch.setattr("site_build.host.serve.make_server", refuse)
    server, why = first_free(tmp_path, "/", 80)
    with server:
        assert server.server_port
    assert why == "port 80 cannot be used: Permission denied"


def test_address_is_printed_and_interrupt_is_clean(tmp_path: Path) -> None:
    """The address is printed, no browser is opened, and Ctrl-C leaves no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    opened = tmp_path / "opened"
    # A shell's background process ignores Ctrl-C, and so do the processes that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with start(port, BROWSER=f"touch {opened} %s") as process:
        signal.signal(signal.SIGINT, before)
        try:
            assert process.stdout
            line = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=LONGEST)
        finally:
            process.kill()

    assert line == f"Serving http://127.0.0.1:{port}/some/path/ (Ctrl-C ends it)\n"
    assert (process.returncode, err) == (0, "")
    assert not opened.exists()
