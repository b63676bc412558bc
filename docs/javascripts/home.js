/**
 * The field on the home page: takes the code, or the list, to the validator, in the part of the address that stays here.
 *
 * @module
 */

import { toFragment } from "./address.js";
import { CodeField } from "./code-field.js";
import { find } from "./dom.js";
import { start } from "./started.js";

const form = find(document, "[data-module='check-field']", HTMLFormElement);
const field = new CodeField(find(form, "textarea", HTMLTextAreaElement));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(form.dataset.validator ?? "", document.baseURI);
  if (field.text.trim() !== "") address.hash = toFragment({ text: field.text, expect: "" });
  location.assign(address);
});
if (start().asked) form.requestSubmit();
