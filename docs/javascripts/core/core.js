/**
 * The core of this page. Its worker has been running since the page's head came: `early.js` says how.
 *
 * @module
 */

import { readData } from "../site/dom.js";
import { Client } from "./client.js";
import { Runtime, SMALL } from "./runtime.js";

/** Milliseconds without progress after which a path to Python is given up. */
const SETUP_TIMEOUT = 30_000;
/** Milliseconds without an answer after which the worker is given up. */
const ASK_TIMEOUT = 10_000;
/** Milliseconds more for each character: a phone takes many times what a desk takes for a long text. */
const PER_CHARACTER = 0.03;

/** Whether the core waits until the reader asks for it. */
export const { spared } = early;

export const runtime = new Runtime(readData(document, "runtime"));

export const client = new Client({
  open: early.open,
  folder: runtime.folder,
  paths: runtime.paths,
  setupTimeout: SETUP_TIMEOUT,
  askTimeout: ASK_TIMEOUT,
  perCharacter: PER_CHARACTER,
});

if (spared) client.usePaths([SMALL]);
