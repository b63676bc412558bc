/**
 * A field for a code or a list of codes: it grows with its lines. `waiting.js` knows which key in it asks for a check.
 *
 * @module
 */

/** Rows of the field, however long the list. */
const MOST_ROWS = 10;

export class CodeField {
  #field;
  #fitted;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {(lines: number) => void} [fitted] called with the number of lines whenever it may have changed
   */
  constructor(field, fitted = () => {}) {
    this.#field = field;
    this.#fitted = fitted;
    field.addEventListener("input", () => this.#fit());
    this.#fit();
  }

  get text() {
    return this.#field.value;
  }

  set text(text) {
    this.#field.value = text;
    this.#fit();
  }

  /** Give the field as many rows as the text has lines, within reason. */
  #fit() {
    const lines = this.text.split("\n").length;
    this.#field.rows = Math.min(lines, MOST_ROWS);
    this.#fitted(lines);
  }
}
