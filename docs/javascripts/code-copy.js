/**
 * A button below each block of code that copies it: commands without their prompt and what they print.
 *
 * @module
 */

import { copyButtons } from "./copy.js";
import { make } from "./dom.js";

/** What is shown of a session and never typed: prompts and output. */
const SHOWN = ".gp, .go";

const status = make("p", { class: "cc-status", role: "status" });

/**
 * @param {Element} code
 * @returns {string} what a reader would type or send
 */
function typed(code) {
  const copy = document.createElement("code");
  copy.append(...code.cloneNode(true).childNodes);
  const shown = copy.querySelectorAll(SHOWN);
  for (const part of shown) part.remove();
  const text = copy.textContent;
  return shown.length > 0 ? text.replace(/\n{2,}/g, "\n").trim() : text;
}

for (const code of document.querySelectorAll(".highlight > pre > code")) {
  const announce = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  code.closest(".highlight")?.append(copyButtons({ Copy: () => typed(code) }, announce));
}
document.querySelector("article")?.append(status);
