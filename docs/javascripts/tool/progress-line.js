/**
 * The line below the form: what the full check is doing, how much of it has come, and the button that loads it.
 *
 * @module
 */

import { find } from "../site/dom.js";

/** @import {Progress} from "../core/protocol.js" */
/** @import {State} from "./states.js" */

const PRIVATE = "What you type is sent nowhere.";
const READY = `Ready. ${PRIVATE}`;

export class ProgressLine {
  #words;
  #bar;
  #fetch;
  /** @type {Progress | undefined} */
  #progress;

  /**
   * @param {HTMLElement} root
   * @param {number} size bytes of the download that the button offers
   * @param {() => void} wanted called when the reader asks for it
   */
  constructor(root, size, wanted) {
    this.#words = find(root, "[data-part='progress']", HTMLElement);
    this.#bar = find(root, "[data-part='bar']", HTMLProgressElement);
    this.#fetch = find(root, "[data-part='fetch']", HTMLButtonElement);
    this.#fetch.textContent = `Load the full check (${megabytes(size)} MB)`;
    this.#fetch.addEventListener("click", wanted);
  }

  /**
   * Remember how far the loading has come.
   *
   * @param {Progress} progress
   */
  reach(progress) {
    this.#progress = progress;
  }

  /**
   * Show a state.
   *
   * @param {State} state
   */
  show(state) {
    const { loaded = 0, total = 1, stage = "start" } = this.#progress ?? {};
    const loading =
      stage === "start"
        ? "Starting the full check."
        : `Loading the full check: ${megabytes(loaded)} of ${megabytes(total)} MB.`;
    this.#words.textContent = {
      resting: `This line is slow or metered, so the full check is loaded only when you ask for it. ${PRIVATE}`,
      loading: `${loading} ${PRIVATE}`,
      ready: READY,
      busy: "Checking …",
      failed: "",
    }[state];
    this.#words.hidden = state === "failed";
    this.#fetch.hidden = state !== "resting";
    this.#bar.dataset.on = String(state === "loading");
    this.#bar.value = state === "loading" ? loaded / total : 0;
  }
}

/**
 * @param {number} bytes
 * @returns {string} with one digit after the decimal point
 */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
