/**
 * The worker: runs the wheel in Pyodide and knows nothing else. `protocol.js` says what it understands.
 *
 * @module
 */

/** @import {FromWorker, ToWorker, SetupRequest, Stage} from "./protocol.js" */

/** @typedef {(request: string) => string} Answer Python's `cagecore.wire.answer` */

/** @type {Promise<Answer> | undefined} */
let ready;

/** @param {FromWorker} message */
function send(message) {
  self.postMessage(message);
}

/** @param {Stage} stage */
function report(stage) {
  send({ type: "progress", stage });
}

/**
 * @param {SetupRequest} request
 * @returns {Promise<Answer>}
 */
async function load({ indexURL, lockFileURL }) {
  report("runtime");
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  const pyodide = await loadPyodide({ indexURL, lockFileURL, packages: ["cagecore"] });
  report("library");
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
    send({ id: request.id, type: "failure", message: String(error) });
  }
});
