/**
 * The page's side of the worker: starts it, numbers the requests, gives up on those that take too long.
 * It knows the worker and `protocol.js`, and nothing of the document.
 *
 * After any failure the worker is ended and every request refused; the next call starts a new one. A worker
 * that failed once may hang for ever, and starting again is the only cure that works for every cause.
 *
 * @module
 */

/** @import {Answer, FromWorker, ToWorker, Stage} from "./protocol.js" */
/** @import * as Wire from "./wire.js" */

/**
 * @typedef {object} Options
 * @property {URL} workerURL
 * @property {string} indexURL
 * @property {string} lockFileURL
 * @property {number} setupTimeout milliseconds
 * @property {number} checkTimeout milliseconds
 * @property {(stage: Stage) => void} onProgress
 */

/**
 * @typedef {object} Pending
 * @property {(answer: Answer) => void} resolve
 * @property {(reason: Error) => void} reject
 * @property {ReturnType<typeof setTimeout>} timer
 */

/** The worker did not start, broke off or did not answer in time. */
export class CheckerError extends Error {
  name = "CheckerError";
}

export class Client {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<Wire.Catalogue> | undefined} */
  #ready;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  #options;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Start the worker unless it runs.
   *
   * @returns {Promise<Wire.Catalogue>} settled when the worker can check
   */
  start() {
    this.#ready ??= this.#setUp();
    return this.#ready;
  }

  /**
   * Check some texts, after starting the worker if need be.
   *
   * @param {string[]} texts
   * @param {string[] | null} expect the kinds that the field is for; `null` for any
   * @returns {Promise<Wire.Answer[]>} one answer a text
   */
  async check(texts, expect) {
    await this.start();
    // JSON writes a lone surrogate as an escape, so every text arrives as it was typed.
    const body = JSON.stringify({ type: "check", texts, expect });
    const { checkTimeout } = this.#options;
    const answer = await this.#ask((id) => ({ id, type: "check", body }), checkTimeout);
    return JSON.parse(bodyOf(answer)).answers;
  }

  /** @returns {Promise<Wire.Catalogue>} */
  async #setUp() {
    /** @type {Worker | undefined} */
    let worker;
    try {
      worker = this.#open();
      const { indexURL, lockFileURL, setupTimeout } = this.#options;
      const answer = await this.#ask(
        (id) => ({ id, type: "setup", indexURL, lockFileURL }),
        setupTimeout,
      );
      return JSON.parse(bodyOf(answer)).catalogue;
    } catch (error) {
      this.#fail(worker, String(error));
      throw error;
    }
  }

  /** @returns {Worker} */
  #open() {
    const worker = new Worker(this.#options.workerURL, { type: "module" });
    worker.addEventListener("message", (event) => this.#receive(worker, event.data));
    worker.addEventListener("error", (event) => this.#fail(worker, event.message || "not loaded"));
    worker.addEventListener("messageerror", () => this.#fail(worker, "unreadable message"));
    this.#worker = worker;
    return worker;
  }

  /**
   * @param {(id: number) => ToWorker} request
   * @param {number} timeout
   * @returns {Promise<Answer>}
   */
  #ask(request, timeout) {
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(worker, `no answer in ${timeout} ms`), timeout);
      this.#pending.set(id, { resolve, reject, timer });
      worker?.postMessage(request(id));
    });
  }

  /**
   * @param {Worker} worker
   * @param {FromWorker} message
   */
  #receive(worker, message) {
    if (worker !== this.#worker) return;
    if (message.type === "progress") {
      this.#options.onProgress(message.stage);
    } else if (message.type === "failure") {
      this.#fail(worker, message.message);
    } else {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      clearTimeout(pending?.timer);
      pending?.resolve(message);
    }
  }

  /**
   * End a worker and refuse all that waits for it. What an earlier worker still had to say is ignored.
   *
   * @param {Worker | undefined} worker
   * @param {string} reason
   */
  #fail(worker, reason) {
    if (worker !== this.#worker) return;
    const refused = [...this.#pending.values()];
    this.#pending.clear();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    for (const { reject, timer } of refused) {
      clearTimeout(timer);
      reject(new CheckerError(reason));
    }
  }
}

/**
 * @param {Answer} answer
 * @returns {string}
 */
function bodyOf(answer) {
  if (answer.type === "failure") throw new CheckerError(answer.message);
  return answer.body;
}
