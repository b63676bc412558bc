/**
 * The checker of this page. Its worker starts as soon as the page's head is there, before the page itself is
 * complete, so that it is ready to load Python when the page can answer by itself.
 *
 * @module
 */

import { Client } from "./client.js";
import { readData } from "./dom.js";
import { isSlow } from "./line.js";
import { Runtime, SMALL } from "./runtime.js";

/** Milliseconds without progress after which a path to Python is given up. */
const SETUP_TIMEOUT = 30_000;
/** Milliseconds after which a check is given up. */
const CHECK_TIMEOUT = 10_000;

/** Whether the checker waits until the reader asks for it. */
export const spared = isSlow();

export const runtime = new Runtime(readData(document, "runtime"));

export const client = new Client({
  workerURL: new URL("worker.js", import.meta.url),
  folder: runtime.folder,
  paths: runtime.paths,
  setupTimeout: SETUP_TIMEOUT,
  checkTimeout: CHECK_TIMEOUT,
});

if (spared) client.usePaths([SMALL]);
// With a service worker Python is here already, most likely. Otherwise the files of the page come first, so only
// the worker is started. Whoever waits for the checker hears of a failure; until then nobody has to.
else if (navigator.serviceWorker?.controller) client.start().catch(() => {});
else client.warm();
