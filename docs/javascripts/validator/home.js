/**
 * The field on the home page: takes a code or a list to the validator, in the part of the address that no server gets.
 *
 * @module
 */

import { find } from "../site/dom.js";
import { start } from "../tool/started.js";
import { toFragment } from "./address.js";
import { CodeField } from "./code-field.js";

const form = find(document, "[data-module='check-field']", HTMLFormElement);
const message = find(form, "[data-part='message']", HTMLElement);
const area = find(form, "textarea", HTMLTextAreaElement);
const field = new CodeField(area, () => complain(false));

/**
 * Show or clear the message.
 *
 * @param {boolean} broken whether no address can hold the text
 */
function complain(broken) {
  message.hidden = !broken;
  if (broken) area.setAttribute("aria-invalid", "true");
  else area.removeAttribute("aria-invalid");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(form.dataset.validator ?? "", document.baseURI);
  const isBlank = field.text.trim() === "";
  address.hash = isBlank ? "" : toFragment({ text: field.text, expect: "" });
  if (isBlank || address.hash !== "") location.assign(address);
  else complain(true);
});
if (start().asked) form.requestSubmit();
