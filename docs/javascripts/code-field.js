/**
 * A field for a code or a list of codes: it grows with its lines, and knows which Enter asks for a check.
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
   * @param {() => void} submit called when Enter asks for a check
   * @param {(lines: number) => void} [fitted] told the number of lines whenever it may have changed
   */
  constructor(field, submit, fitted = () => {}) {
    this.#field = field;
    this.#fitted = fitted;
    field.addEventListener("keydown", (event) => {
      if (!this.#asksForCheck(event)) return;
      event.preventDefault();
      submit();
    });
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

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} Enter in a single line; in a list, Enter with Control or Command
   */
  #asksForCheck(event) {
    if (event.key !== "Enter" || event.isComposing) return false;
    const single = !this.text.includes("\n") && !event.shiftKey;
    return single || event.ctrlKey || event.metaKey;
  }

  /** Give the field as many rows as the text has lines, within reason. */
  #fit() {
    const lines = this.text.split("\n").length;
    this.#field.rows = Math.min(lines, MOST_ROWS);
    this.#fitted(lines);
  }
}
