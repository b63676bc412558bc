/**
 * What the validator's page does before all else: it starts the worker while the rest of the page is on its way.
 *
 * The text of this file is in the page's head, because a separate file would come too late. So it is a classic
 * script, and `early` is a global name.
 */

/**
 * @typedef {object} Connection a part of the Network Information API, which only some browsers have
 * @property {boolean} [saveData]
 * @property {string} [effectiveType]
 */

// biome-ignore lint/correctness/noUnusedVariables: other scripts use it
var early = (() => {
  /** Milliseconds in which the page began to come, on a line that can carry page and Python at once. */
  const QUICK = 60;

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const modules = (script.dataset.modules ?? "").split(" ").map((place) => addressOf(place));
  const { site, folder, paths } = JSON.parse(script.previousElementSibling?.textContent ?? "");
  const { connection } = /** @type {Navigator & {connection?: Connection}} */ (navigator);
  /** Without it nothing of the full check can run: then none of it is loaded. */
  const able = "WebAssembly" in window;
  const spared =
    connection?.saveData === true || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? "");

  /**
   * @param {string} place
   * @returns {string}
   */
  function addressOf(place) {
    return new URL(place, document.baseURI).href;
  }

  /** @returns {boolean} whether the page came quickly: then Python need not wait for the rest of it */
  function isQuick() {
    const [visit] = performance.getEntriesByType("navigation");
    return (
      visit instanceof PerformanceNavigationTiming &&
      visit.responseStart - visit.requestStart < QUICK
    );
  }

  /**
   * From its own address the worker would not be bound by the page's security policy; from a blob it is.
   * Firefox asks the service worker for what a running worker imports, but not for what it imports at its start. So
   * the real worker is imported late, and gets the messages sent to it in the meantime.
   *
   * @returns {Worker}
   */
  function create() {
    const source = `
      const early = [];
      onmessage = (event) => early.push(event);
      Promise.all(${JSON.stringify(modules)}.map((address) => import(address))).then(
        () => {
          onmessage = null;
          for (const { data } of early) dispatchEvent(new MessageEvent("message", { data }));
        },
        (error) => {
          onmessage = () => { throw error; };
          for (const event of early) setTimeout(onmessage, 0, event);
        },
      );`;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(trusted.script(address), { type: "module" });
    for (const event of ["message", "error"]) {
      worker.addEventListener(event, () => URL.revokeObjectURL(address), { once: true });
    }
    return worker;
  }

  /** @type {Worker | undefined} the one that runs already, until somebody takes it or it fails */
  let first;
  try {
    if (able) first = create();
    first?.addEventListener("error", () => {
      first = undefined;
    });
  } catch {
    // No worker can be had here; whoever asks for one gets the error.
  }
  // With a service worker Python is here already, most likely. Otherwise the page comes first, unless there is
  // room for both.
  if (!spared && (navigator.serviceWorker?.controller || isQuick())) {
    const [[path, files] = []] = Object.entries(paths);
    const request = { id: 0, type: "setup", path, folder: addressOf(site + folder), files };
    first?.postMessage(request);
  }

  return {
    /** Whether the line is slow or metered, so that Python has to wait until the reader asks for it. */
    spared,

    /** @returns {Worker} one that nobody has, and that understands what `protocol.js` says */
    open() {
      const worker = first ?? create();
      first = undefined;
      return worker;
    },
  };
})();
