/**
 * The field on the home page: takes the code, or the list, to the validator, in the part of the address that stays here.
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

/** @param {boolean} broken whether the text cannot stand in an address */
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
