/**
 * What the page shows while the core is not running: what is wrong, and the button that may help, if one may.
 *
 * @module
 */

import { find } from "../site/dom.js";

/**
 * - `failure`: it could not be loaded, or it stopped, and nobody knows why
 * - `asleep`: the machine slept, or the browser froze the page, while it was at work
 * - `unable`: the browser has no WebAssembly
 * - `outdated`: the site has changed since the page was opened
 *
 * @typedef {"failure" | "asleep" | "unable" | "outdated"} Kind
 */

/** @type {Kind[]} */
const KINDS = ["failure", "asleep", "unable", "outdated"];

export class Trouble {
  /** @type {Map<Kind, HTMLElement>} */
  #boxes;

  /**
   * @param {HTMLElement} root
   * @param {Partial<Record<Kind, () => void>>} pressed called when the button of a box is pressed
   */
  constructor(root, pressed) {
    this.#boxes = new Map(
      KINDS.map((kind) => [kind, find(root, `[data-part='${kind}']`, HTMLElement)]),
    );
    for (const [kind, box] of this.#boxes) {
      const act = pressed[kind];
      if (act) buttonOf(box)?.addEventListener("click", act);
    }
  }

  /**
   * Show one box in place of the others. Focus in another one moves to this one.
   *
   * @param {Kind} kind
   * @returns {string} what it says is wrong
   */
  show(kind) {
    const boxes = [...this.#boxes.values()];
    const within = boxes.some((box) => box.contains(document.activeElement));
    for (const [other, box] of this.#boxes) box.hidden = other !== kind;
    const box = this.#boxes.get(kind);
    if (box && within) buttonOf(box)?.focus();
    return box?.querySelector("p")?.textContent ?? "";
  }

  /** Take all boxes away. */
  hide() {
    for (const box of this.#boxes.values()) box.hidden = true;
  }
}

/**
 * @param {HTMLElement} box
 * @returns {HTMLButtonElement | null} its button, if there is anything to press
 */
function buttonOf(box) {
  return box.querySelector("button");
}
