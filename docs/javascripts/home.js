/**
 * The field on the home page: takes the code to the validator, in the part of the address that stays here.
 *
 * @module
 */

import { toFragment } from "./address.js";
import { find } from "./dom.js";

const form = find(document, "[data-module='check-field']", HTMLFormElement);
const field = find(form, "input", HTMLInputElement);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(form.dataset.validator ?? "", document.baseURI);
  if (field.value.trim() !== "") address.hash = toFragment({ text: field.value, expect: "" });
  location.assign(address);
});
form.hidden = false;
find(document, "[data-part='by-hand']", HTMLElement).hidden = true;
