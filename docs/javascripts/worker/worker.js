/**
 * The worker: runs the wheel in Pyodide and knows nothing else. `protocol.js` says what it understands.
 *
 * @module
 */

import { Downloads } from "./downloads.js";
import { Shelf } from "./shelf.js";

/** @import {FromWorker, Path, Progress, Setup, Stage, ToWorker} from "../core/protocol.js" */

/** @typedef {(body: string) => string} AnswerBody Python's `cagecore.wire.answer` */
/** @typedef {{answer: AnswerBody, catalogue: string}} Core */

/** A zip file with nothing in it: the snapshot has all of the library that it needs. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);
const PROGRAM = "pyodide.asm.wasm";
/** Milliseconds between two reports of progress. */
const PAUSE = 100;

/** Milliseconds until what the next visit needs is put away: this visit comes first. */
const SOON = 1000;

/** @type {Promise<Core> | undefined} */
let ready;
/** How far the loading had come at the last report. @type {Progress | undefined} */
let reached;

/**
 * Tell the page something.
 *
 * @param {FromWorker} message
 */
function send(message) {
  self.postMessage(message);
}

/**
 * Load and start the core, and report how far that has come.
 *
 * @param {Setup} setup
 * @returns {Promise<Core>}
 */
async function load({ folder, files, path }) {
  const total = Object.values(files).reduce((sum, { packed }) => sum + packed, 0);
  const report = (/** @type {Stage} */ stage, /** @type {number} */ loaded) => {
    reached = { type: "progress", stage, loaded, total };
    send(reached);
  };
  report("download", 0);
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const shelf = new Shelf(folder);
  // The other path follows where this one failed, so it trusts nothing that may have been the cause.
  if (path !== "snapshot") await shelf.clear();
  const downloads = new Downloads(
    folder,
    files,
    path === "snapshot" ? shelf : undefined,
    (loaded) => {
      latest = loaded;
      timer ??= setTimeout(() => {
        timer = undefined;
        report("download", latest);
      }, PAUSE);
    },
  );
  const complete = downloads.start().then(() => {
    clearTimeout(timer);
    report("start", total);
  });
  try {
    // Pyodide never says that a file did not come, so we say it as soon as it is known.
    const [answer] = await Promise.all([start(folder, path, downloads), complete]);
    setTimeout(() => downloads.keep().catch(breakOff), SOON);
    return { answer, catalogue: answer('{"type": "catalogue"}') };
  } catch (error) {
    await shelf.clear(); // What was at hand may have been the cause.
    throw error;
  } finally {
    downloads.forget();
  }
}

/**
 * Start Python as its files come.
 *
 * @param {string} folder
 * @param {Path} path
 * @param {Downloads} downloads
 * @returns {Promise<AnswerBody>}
 */
async function start(folder, path, downloads) {
  if (path === "snapshot") downloads.supply("python_stdlib.zip", EMPTY_ZIP);
  // Compiled while Python's memory is still on its way; its loader would begin only then.
  const program = downloads.program(PROGRAM);
  const lock = downloads.bytes("pyodide-lock.json");
  const scripts = ["pyodide.mjs", "pyodide.asm.js"].map(async (name) =>
    importBytes(await downloads.bytes(name)),
  );
  const giveBack = takeOver(downloads, program);
  try {
    const [{ loadPyodide }] = await Promise.all(scripts);
    const loading = loadPyodide({
      indexURL: folder,
      packageBaseUrl: folder,
      lockFileContents: new TextDecoder().decode(await lock),
      ...(path === "snapshot"
        ? { _loadSnapshot: downloads.bytes("snapshot.bin.gz") }
        : { packages: ["cagecore"] }),
    });
    // Without its program the loader would wait for ever.
    const [pyodide] = await Promise.all([loading, program]);
    // A wheel that did not arrive goes unnoticed until here.
    return pyodide.pyimport("cagecore.wire").answer;
  } finally {
    giveBack();
  }
}

/**
 * Import a script from the very bytes that were checked: from its address the browser might get others.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<any>} the module
 */
async function importBytes(bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Answer what Python's loader asks of the browser.
 *
 * @param {Downloads} downloads
 * @param {Promise<WebAssembly.Module>} program
 * @returns {() => void} ends it
 */
function takeOver(downloads, program) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const address = downloads.address(PROGRAM);
  // The loader also fetches the program, and would wait for a copy of it that nobody uses.
  globalThis.fetch = async (input, init) =>
    String(input) === address ? new Response() : downloads.answer(input, init);
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const module = await program;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  return () => {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}

/**
 * End as an uncaught error does: the page hears of it, and starts another worker when it needs one.
 *
 * @param {unknown} error
 */
function breakOff(error) {
  setTimeout(() => {
    throw error;
  });
}

/**
 * Do what the page asks.
 *
 * @param {ToWorker} request
 * @returns {Promise<FromWorker>}
 */
async function handle(request) {
  if (request.type === "setup") {
    // It may have begun before anybody listened.
    if (reached) send(reached);
    ready ??= load(request);
    const { catalogue } = await ready;
    return { id: request.id, type: "answer", body: catalogue };
  }
  if (!ready) throw new Error("asked before setup");
  const { answer } = await ready;
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
