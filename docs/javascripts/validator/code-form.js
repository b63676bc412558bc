/**
 * The form of the validator: the field, the choice beside it, and the message that belongs to them.
 *
 * @module
 */

import { find } from "../site/dom.js";
import { CodeField } from "./code-field.js";

/** @import {Entry} from "./entry.js" */

export class CodeForm {
  #form;
  #field;
  #typed;
  #choice;
  #message;

  /**
   * @param {HTMLElement} root
   * @param {() => void} submit called when the reader wants the entry checked
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
    this.#typed = new CodeField(this.#field, (lines) => {
      this.#form.classList.toggle("cc-form--list", lines > 1);
    });
    this.#choice.addEventListener("change", changed);
  }

  /** @returns {Entry} what is in the form */
  get entry() {
    return { text: this.#typed.text, expect: this.#choice.value };
  }

  /**
   * Fill the form.
   *
   * @param {Entry} entry a choice that is not offered becomes "any kind"
   */
  set entry({ text, expect }) {
    this.#typed.text = text;
    this.#choice.value = expect;
    if (this.#choice.selectedIndex < 0) this.#choice.value = "";
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
}
