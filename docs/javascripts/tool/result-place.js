/**
 * The place of the result: a reader whose focus is in it keeps it, and one who waits for a result is taken there.
 *
 * @module
 */

import { find } from "../site/dom.js";

/** Pixels of a verdict that have to be on the screen for it to be seen. */
const SEEN = 160;

export class ResultPlace {
  #place;
  #awaited = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#place = find(root, "[data-part='result']", HTMLElement);
  }

  /** @returns {boolean} whether there is nothing to see; the style sheet takes an empty one away */
  get hidden() {
    return !this.#place.hasChildNodes();
  }

  /** Take the view away. */
  hide() {
    this.#place.replaceChildren();
  }

  /** Take the focus there, and leave the page where it is. */
  focus() {
    this.#place.focus({ preventScroll: true });
  }

  /**
   * Take the reader to the next view, and to none that replaces it.
   *
   * @param {boolean} [awaited]
   */
  expect(awaited = true) {
    this.#awaited = awaited;
  }

  /** Keep the room that the full report will take, so nothing below it moves when it comes. */
  hold() {
    this.#place.style.minHeight = "";
    this.#place.dataset.held = "true";
  }

  /** Give back the room that the full report did not take, down to the end of the screen: what is on it stays. */
  release() {
    const { top, bottom } = this.#place.getBoundingClientRect();
    if (bottom < innerHeight) return;
    this.#place.style.minHeight = `${innerHeight - top}px`;
    delete this.#place.dataset.held;
  }

  /**
   * Put a view in the place of the one before.
   *
   * @param {HTMLElement} view
   */
  show(view) {
    const focused = document.activeElement;
    const within = this.#place.contains(focused) && focused !== this.#place;
    this.#place.replaceChildren(view);
    if (this.#awaited) this.#reveal();
    this.#awaited = false;
    if (!within) return;
    const same = view.querySelector("header a");
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
    else this.focus();
  }

  /** Scroll to the verdict, unless it can be seen. */
  #reveal() {
    const { top } = this.#place.getBoundingClientRect();
    if (top < 0 || top > innerHeight - SEEN) this.#place.scrollIntoView();
  }
}
