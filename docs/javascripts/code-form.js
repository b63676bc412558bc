/**
 * The form of the validator: the field, the choice beside it, and the message that belongs to them.
 *
 * @module
 */

import { find } from "./dom.js";

/** @import {Entry} from "./address.js" */

/** Rows of the field, however long the list. */
const MOST_ROWS = 10;

export class CodeForm {
  #form;
  #field;
  #choice;
  #message;

  /**
   * @param {HTMLElement} root
   * @param {() => void} submit called when the reader wants what stands in the form checked
   * @param {() => void} changed called when the choice changes
   */
  constructor(root, submit, changed) {
    this.#form = find(root, "form", HTMLFormElement);
    this.#field = find(this.#form, "textarea", HTMLTextAreaElement);
    this.#choice = find(this.#form, "select", HTMLSelectElement);
    this.#message = find(this.#form, "[data-part='message']", HTMLElement);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    this.#field.addEventListener("keydown", (event) => {
      if (!this.#asksForCheck(event)) return;
      event.preventDefault();
      submit();
    });
    this.#field.addEventListener("input", (event) => {
      this.#fit();
      const how = event instanceof InputEvent ? event.inputType : "";
      if (how === "insertFromPaste" || how === "insertFromDrop") submit();
    });
    this.#choice.addEventListener("change", changed);
    this.#fit();
  }

  /** @returns {Entry} what stands in the form */
  get entry() {
    return { text: this.#field.value, expect: this.#choice.value };
  }

  /**
   * Fill the form.
   *
   * @param {Entry} entry a choice that is not offered becomes "any kind"
   */
  set entry({ text, expect }) {
    this.#field.value = text;
    this.#choice.value = expect;
    if (this.#choice.selectedIndex < 0) this.#choice.value = "";
    this.#fit();
    this.complain("");
  }

  /** Take the reader to the field. */
  focus() {
    this.#field.focus();
  }

  /**
   * Show or clear the message beside the field.
   *
   * @param {string} words
   */
  complain(words) {
    this.#message.textContent = words;
    this.#message.hidden = words === "";
    if (words) this.#field.setAttribute("aria-invalid", "true");
    else this.#field.removeAttribute("aria-invalid");
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} Enter in a single line; in a list, Enter with Control or Command
   */
  #asksForCheck(event) {
    if (event.key !== "Enter" || event.isComposing) return false;
    const single = !this.#field.value.includes("\n") && !event.shiftKey;
    return single || event.ctrlKey || event.metaKey;
  }

  /** Give the field as many rows as the text has lines, within reason. */
  #fit() {
    const lines = this.#field.value.split("\n");
    this.#field.rows = Math.min(lines.length, MOST_ROWS);
    this.#form.classList.toggle("cc-form--list", lines.length > 1);
  }
}
