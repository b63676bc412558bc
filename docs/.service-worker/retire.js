/**
 * The service worker that retires the site's own: published in its place, it takes over at once, removes all that the
 * site has kept, and with that itself. It answers nothing, and touches nothing that others keep on the same host.
 *
 * Browsers fetch it where they last found the old one. That file's absence would end nothing: a browser that finds no
 * newer worker goes on with the one that it has.
 *
 * @module
 */

import { Shelf } from "../javascripts/worker/shelf.js";
import { OURS, ROOT, worker } from "./names.js";

/** Where Python's folders are, below the root. site_build/host/products.py fills in this line. */
const PYTHON = "";

/** Remove what is ours, as far as the browser lets us, and then this worker. */
async function retire() {
  try {
    const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
    await Promise.all(names.map((name) => caches.delete(name)));
    // The files of all versions have the same beginning.
    await new Shelf(`${ROOT}${PYTHON}/any/`).clear();
  } finally {
    await worker.registration.unregister();
  }
}

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener("activate", (event) => event.waitUntil(retire()));
