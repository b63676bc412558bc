"""Another origin, to see whether anything reaches it, and what a worker could try."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue

# Starts a worker by the page's own client, with an attack added to the source that it makes. The
# attack is tried when Python has answered, in the worker that has it. From its beginning on the
# worker reports what its policy forbids; the page has that as `heard`.
ATTACK = """
  const [elsewhere] = args;
  const Plain = window.Blob;
  const attack = `
    const channel = new BroadcastChannel("attack");
    const reports = new BroadcastChannel("violations");
    const violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      violations.push(effectiveDirective);
      reports.postMessage(effectiveDirective);
    });
    channel.onmessage = async () => {
      const tried = { fetch: "went out", eval: "ran", before: [...violations] };
      try { await fetch("${elsewhere}", { mode: "no-cors" }); } catch { tried.fetch = "blocked"; }
      try { eval("1"); } catch { tried.eval = "blocked"; }
      channel.postMessage(tried);
    };`;
  window.Blob = class extends Plain {
    constructor(parts, options) { super([...parts, attack], options); }
  };
  const here = document.querySelector("script[src$='/validator.js']").src;
  const { Client } = await import(new URL("../core/client.js", here));
  const runtime = JSON.parse(document.querySelector("[data-part='runtime']").text);
  const client = new Client({
    open: early.open,
    folder: new URL(runtime.site + runtime.folder, document.baseURI).href,
    paths: runtime.paths,
    setupTimeout: 60_000,
    askTimeout: 60_000,
  });
  window.heard = [];
  window.reports = new BroadcastChannel("violations");
  window.reports.onmessage = ({ data }) => window.heard.push(data);
  await client.start();
  const { answers: [answer] } = await client.ask({ type: "check", texts: ["K0999"], expect: null });
  const channel = new BroadcastChannel("attack");
  const tried = new Promise((resolve) => { channel.onmessage = ({ data }) => resolve(data); });
  channel.postMessage("go");
  return { ...(await tried), nation: answer.report.nation };
"""
# The same attack where no policy binds it.
UNBOUND = """
  const [elsewhere] = args;
  const source = `
    const tried = { fetch: "went out", eval: "ran" };
    try { await fetch("${elsewhere}", { mode: "no-cors" }); } catch { tried.fetch = "blocked"; }
    try { eval("1"); } catch { tried.eval = "blocked"; }
    self.postMessage(tried);`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module" });
  return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
"""


class Handler(BaseHTTPRequestHandler):
    """Takes any request, and leaves the page where it is."""

    server: "Elsewhere"

    def do_GET(self) -> None:
        """Remember a request, and answer nothing."""
        self.server.came.put(self.path)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - as inherited

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


class Elsewhere(ThreadingHTTPServer):
    """Another origin, which remembers whatever reaches it.

    Attributes:
        url: Its address.
        came: The requested paths that no test has taken yet.
    """

    def __init__(self) -> None:
        """Bind to any port."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/"
        self.came: Queue[str] = Queue()
