/**
 * What the page shows while the core is not running: what is wrong, and the button that may help.
 *
 * @module
 */

import { find } from "../site/dom.js";

export class Trouble {
  #boxes;

  /**
   * @param {HTMLElement} root
   * @param {{failure: () => void, outdated: () => void}} pressed called when the button of a box is pressed
   */
  constructor(root, pressed) {
    this.#boxes = {
      failure: find(root, "[data-part='failure']", HTMLElement),
      outdated: find(root, "[data-part='outdated']", HTMLElement),
    };
    buttonOf(this.#boxes.failure).addEventListener("click", pressed.failure);
    buttonOf(this.#boxes.outdated).addEventListener("click", pressed.outdated);
  }

  /**
   * Show one box in place of the other. Focus in the other one moves to this one.
   *
   * @param {"failure" | "outdated"} which
   * @returns {string} what it says is wrong
   */
  show(which) {
    const box = this.#boxes[which];
    const other = this.#boxes[which === "failure" ? "outdated" : "failure"];
    const within = other.contains(document.activeElement);
    other.hidden = true;
    box.hidden = false;
    if (within) buttonOf(box).focus();
    return box.querySelector("p")?.textContent ?? "";
  }

  /** Take both boxes away. */
  hide() {
    for (const box of Object.values(this.#boxes)) box.hidden = true;
  }
}

/**
 * Find the button of a box.
 *
 * @param {HTMLElement} box
 * @returns {HTMLButtonElement}
 */
function buttonOf(box) {
  return find(box, "button", HTMLButtonElement);
}
