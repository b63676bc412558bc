/**
 * The worker: runs the wheel in Pyodide and knows nothing else. `protocol.js` says what it understands.
 *
 * @module
 */

import { Downloads } from "./downloads.js";

/** @import {FromWorker, Path, SetupRequest, Stage, ToWorker} from "./protocol.js" */

/** @typedef {(request: string) => string} Answer Python's `cagecore.wire.answer` */

/** A zip file with nothing in it: the snapshot has all of the library that it needs. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);
/** Milliseconds between two reports of progress. */
const PAUSE = 100;

/** @type {Promise<Answer> | undefined} */
let ready;

/** @param {FromWorker} message */
function send(message) {
  self.postMessage(message);
}

/**
 * @param {SetupRequest} request
 * @returns {Promise<Answer>}
 */
async function load({ folder, files, path }) {
  const total = Object.values(files).reduce((sum, { packed }) => sum + packed, 0);
  const report = (/** @type {Stage} */ stage, /** @type {number} */ loaded) =>
    send({ type: "progress", stage, loaded, total });
  report("download", 0);
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const downloads = new Downloads(folder, files, (loaded) => {
    latest = loaded;
    timer ??= setTimeout(() => {
      timer = undefined;
      report("download", latest);
    }, PAUSE);
  });
  const complete = downloads.start().then(() => {
    clearTimeout(timer);
    report("start", total);
  });
  // Pyodide never says that a file did not come, so that is told as soon as it is known.
  const [answer] = await Promise.all([start(folder, path, downloads), complete]);
  return answer;
}

/**
 * @param {string} folder
 * @param {Path} path
 * @param {Downloads} downloads
 * @returns {Promise<Answer>}
 */
async function start(folder, path, downloads) {
  if (path === "snapshot") downloads.supply("python_stdlib.zip", EMPTY_ZIP);
  globalThis.fetch = (input, init) => downloads.answer(input, init);
  const lock = downloads.bytes("pyodide-lock.json");
  // A script is imported by its address. It was downloaded before, so its hash is known to be right.
  await Promise.all([downloads.bytes("pyodide.mjs"), downloads.bytes("pyodide.asm.js")]);
  const { loadPyodide } = await import(downloads.address("pyodide.mjs"));
  const pyodide = await loadPyodide({
    indexURL: folder,
    packageBaseUrl: folder,
    lockFileContents: new TextDecoder().decode(await lock),
    ...(path === "snapshot"
      ? { _loadSnapshot: downloads.bytes("snapshot.bin.gz") }
      : { packages: ["cagecore"] }),
  });
  // A wheel that did not arrive goes unnoticed until here.
  return pyodide.pyimport("cagecore.wire").answer;
}

/**
 * @param {ToWorker} request
 * @returns {Promise<FromWorker>}
 */
async function handle(request) {
  if (request.type === "setup") {
    ready ??= load(request);
    const answer = await ready;
    return { id: request.id, type: "ready", body: answer('{"type": "catalogue"}') };
  }
  if (!ready) throw new Error("check before setup");
  const answer = await ready;
  return { id: request.id, type: "answer", body: answer(request.body) };
}

self.addEventListener("message", async (/** @type {MessageEvent<ToWorker>} */ event) => {
  const request = event.data;
  try {
    send(await handle(request));
  } catch (error) {
    // Pyodide also throws things that are no errors and have only a message.
    const { message } = /** @type {{message?: unknown}} */ (Object(error));
    send({ id: request.id, type: "failure", message: String(message ?? error) });
  }
});
