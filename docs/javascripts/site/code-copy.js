/**
 * A button below each block of code that copies it: commands without their prompts and their output.
 *
 * @module
 */

import { copyButtons } from "./copy.js";
import { make } from "./dom.js";

/** What a session shows and nobody types: prompts and output. */
const SHOWN = ".gp, .go";

const BLOCKS = ".highlight > pre > code";

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

/** @returns {Map<Element, string>} what each block is called: its heading, and its number where that has several */
function names() {
  /** @type {Map<Element | undefined, Element[]>} */
  const groups = new Map();
  /** @type {Element | undefined} */
  let heading;
  for (const element of document.querySelectorAll(`article :is(h1, h2, h3, h4), ${BLOCKS}`)) {
    if (element.matches(BLOCKS)) groups.set(heading, [...(groups.get(heading) ?? []), element]);
    else heading = element;
  }
  const named = [...groups].flatMap(([above, blocks]) =>
    blocks.map((block, place) => {
      const number = blocks.length > 1 ? `, block ${place + 1} of ${blocks.length}` : "";
      return /** @type {const} */ ([block, `${wordsOf(above)}${number}`]);
    }),
  );
  return new Map(named);
}

/**
 * @param {Element | undefined} heading
 * @returns {string} its words, without the link to itself
 */
function wordsOf(heading) {
  const words = [...(heading?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".headerlink")),
  );
  return words.map(({ textContent }) => textContent ?? "").join("");
}

for (const [code, name] of names()) {
  const announce = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  code.closest(".highlight")?.append(copyButtons({ Copy: () => typed(code) }, announce, name));
}
document.querySelector("article")?.append(status);
