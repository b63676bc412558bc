/**
 * The page's side of the worker: starts it, numbers the requests, gives up on those that take too long.
 * It knows the worker and `protocol.js`, and nothing of the document.
 *
 * After any failure the worker is ended and every request refused; the next call starts a new one. A worker
 * that failed once may hang forever, and starting again is the only remedy that works for every cause. Where
 * one path to Python fails, the next one is tried before anybody hears of it.
 *
 * @module
 */

/** @import {Ask, FromWorker, Path, Progress, RuntimeFiles, Setup} from "./protocol.js" */
/** @import {Answers, Catalogue, Request} from "./wire.js" */

/**
 * @typedef {object} Options
 * @property {() => Worker} open gives a worker of its own at each call
 * @property {string} folder the address of the runtime's folder
 * @property {Record<Path, RuntimeFiles>} paths what each path to Python needs, in the order in which they are tried
 * @property {number} setupTimeout milliseconds without any progress
 * @property {number} askTimeout milliseconds without an answer
 * @property {number} [perCharacter] milliseconds more for each character of what is asked
 */

/**
 * @typedef {object} Pending
 * @property {(body: string) => void} resolve
 * @property {(reason: Error) => void} reject
 * @property {() => void} prolong starts its time anew
 * @property {() => void} stop stops its time
 * @property {() => boolean} slept whether the machine slept during its time
 */

/**
 * Why there is no answer, where that is known: the machine slept or the browser froze the page meanwhile, or the browser
 * has no WebAssembly.
 *
 * @typedef {"asleep" | "unable"} Cause
 */

/** Milliseconds that a timer may come late on a busy machine. One that comes later has slept. */
const LATE = 5000;

/** The worker did not start, stopped, or did not answer in time. */
export class CheckerError extends Error {
  name = "CheckerError";
  /** @type {Cause | undefined} */
  why;

  /**
   * @param {string} message for the console
   * @param {Cause} [why]
   */
  constructor(message, why) {
    super(message);
    this.why = why;
  }
}

export class Client {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Catalogue> | undefined} */
  #ready;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  /** Whether the worker has said that it can be asked. */
  #isUp = false;
  /** The path by which Python started last. @type {Path | undefined} */
  path;
  /** Called as the loading goes on. @type {(progress: Progress) => void} */
  onProgress = () => {};
  #options;

  /** @type {Path[]} */
  #paths;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    this.#paths = /** @type {Path[]} */ (Object.keys(options.paths));
  }

  /**
   * Start by these paths from now on.
   *
   * @param {Path[]} paths in the order in which they are to be tried
   */
  usePaths(paths) {
    this.#paths = paths;
  }

  /**
   * Start the worker unless it runs, and let it load Python.
   *
   * @returns {Promise<Catalogue>} settled when the worker can be asked
   */
  start() {
    this.#ready ??= this.#setUp();
    return this.#ready;
  }

  /**
   * Ask the core something, after starting the worker if need be.
   *
   * @template {Request} Asked
   * @param {Asked} request
   * @returns {Promise<Answers[Asked["type"]]>}
   */
  async ask(request) {
    await this.start();
    // JSON writes a lone surrogate as an escape, so every text arrives as it was typed.
    const body = JSON.stringify(request);
    const { askTimeout, perCharacter = 0 } = this.#options;
    const timeout = askTimeout + perCharacter * body.length;
    return JSON.parse(await this.#send({ type: "ask", body }, timeout));
  }

  /**
   * Try the paths to Python one after the other.
   *
   * @returns {Promise<Catalogue>}
   */
  async #setUp() {
    // Nothing of what would be loaded could run.
    if (!("WebAssembly" in globalThis)) throw new CheckerError("no WebAssembly", "unable");
    /** @type {unknown} */
    let reason;
    for (const path of this.#paths) {
      try {
        return await this.#startBy(path);
      } catch (error) {
        console.info(`Python did not start by the ${path} path:`, String(error));
        reason = error;
      }
    }
    this.#ready = undefined;
    throw reason;
  }

  /**
   * Start a worker by one path; it is ended where that fails.
   *
   * @param {Path} path
   * @returns {Promise<Catalogue>}
   */
  async #startBy(path) {
    const { folder, paths, setupTimeout } = this.#options;
    const worker = this.#worker ?? this.#open();
    try {
      const body = await this.#send(
        { type: "setup", path, folder, files: paths[path] },
        setupTimeout,
      );
      const { catalogue } = JSON.parse(body);
      this.#isUp = true;
      this.path = path;
      return catalogue;
    } catch (error) {
      this.#end(worker, String(error));
      throw error;
    }
  }

  /**
   * Take a new worker, and listen to it.
   *
   * @returns {Worker}
   */
  #open() {
    const worker = this.#options.open();
    const over = (/** @type {string} */ reason) => this.#fail(worker, reason);
    worker.addEventListener("message", (event) => this.#receive(worker, event.data));
    worker.addEventListener("error", (event) => over(event.message || "not loaded"));
    worker.addEventListener("messageerror", () => over("unreadable message"));
    this.#worker = worker;
    return worker;
  }

  /**
   * Send a request under a number of its own, and wait for its answer.
   *
   * @param {Omit<Setup, "id"> | Omit<Ask, "id">} request
   * @param {number} timeout
   * @returns {Promise<string>} the body of the answer
   */
  #send(request, timeout) {
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      let begun = Date.now();
      let woken = false;
      const sleeps = () => Date.now() - begun > timeout + LATE;
      const late = () => {
        // A machine that has slept gets the time again: its worker slept as well.
        if (!woken && sleeps()) {
          woken = true;
          prolong();
        } else {
          this.#fail(worker, `no answer in ${timeout} ms`);
        }
      };
      let timer = setTimeout(late, timeout);
      const stop = () => clearTimeout(timer);
      const prolong = () => {
        stop();
        begun = Date.now();
        timer = setTimeout(late, timeout);
      };
      const slept = () => woken || sleeps();
      this.#pending.set(id, { resolve, reject, prolong, stop, slept });
      worker?.postMessage({ id, ...request });
    });
  }

  /**
   * Hear what a worker says; what an ended one still had to say is ignored.
   *
   * @param {Worker} worker
   * @param {FromWorker} message
   */
  #receive(worker, message) {
    if (worker !== this.#worker) return;
    if (message.type === "progress") {
      for (const { prolong } of this.#pending.values()) prolong();
      this.onProgress(message);
    } else if (message.type === "failure") {
      this.#fail(worker, message.message);
    } else {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      pending?.stop();
      pending?.resolve(message.body);
    }
  }

  /**
   * A worker broke off. Whoever waits hears of it, and the next call starts another worker; one that was still being
   * set up is followed by the next path.
   *
   * @param {Worker | undefined} worker
   * @param {string} reason
   */
  #fail(worker, reason) {
    if (worker !== this.#worker) return;
    if (this.#isUp) this.#ready = undefined;
    this.#end(worker, reason);
  }

  /**
   * End a worker and refuse all that waits for it. What an earlier worker still had to say is ignored.
   *
   * @param {Worker | undefined} worker
   * @param {string} reason
   */
  #end(worker, reason) {
    if (worker !== this.#worker) return;
    const refused = [...this.#pending.values()];
    this.#pending.clear();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isUp = false;
    const asleep = refused.some(({ slept }) => slept());
    for (const { reject, stop } of refused) {
      stop();
      reject(new CheckerError(reason, asleep ? "asleep" : undefined));
    }
  }
}
