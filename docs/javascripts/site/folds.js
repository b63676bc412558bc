/**
 * Opens the folds around the place that an address names, gives each fold that has a name an address, and lets a
 * reader open all folds of a long list at once. Without it folds open one by one, and everything can be read.
 *
 * @module
 */

import { make } from "./dom.js";
import { bareAddress, write } from "./history.js";

const MANY = 4;
const FOLDS = "article details";

/** Open what hides the place that the address names, and go there. */
function reveal() {
  const place = document.getElementById(decoded(location.hash.slice(1)));
  if (!place?.closest(FOLDS)) return;
  for (let fold = around(place); fold; fold = around(fold.parentElement)) fold.open = true;
  place.scrollIntoView();
}

/**
 * @param {string} fragment
 * @returns {string} as it is where it is no percent-encoding
 */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * @param {Element | null} element
 * @returns {HTMLDetailsElement | null} the fold that it is, or that is around it
 */
function around(element) {
  return element?.closest("details") ?? null;
}

/**
 * Let the address name the fold that a reader opens, so that it can be sent to somebody; a closed one is named no more.
 *
 * @param {HTMLDetailsElement} fold before it opens or closes
 */
function name(fold) {
  const address = `#${fold.id}`;
  if (!fold.id || (fold.open && location.hash !== address)) return;
  write("replaceState", history.state, fold.open ? bareAddress() : address);
}

/**
 * Put a button above a list of many folds.
 *
 * @param {HTMLDetailsElement[]} folds
 */
function offerAll(folds) {
  const button = make("button", { type: "button" });
  const areOpen = () => folds.every((fold) => fold.open);
  const label = () => {
    button.textContent = areOpen() ? "Close all" : "Open all";
  };
  button.addEventListener("click", () => {
    const open = !areOpen();
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener("toggle", label);
  label();
  folds[0]?.before(make("div", { class: "cc-open-all" }, button));
}

/** @returns {HTMLDetailsElement[][]} the folds of the page that follow each other */
function lists() {
  /** @type {HTMLDetailsElement[][]} */
  const found = [];
  for (const fold of document.querySelectorAll(FOLDS)) {
    if (!(fold instanceof HTMLDetailsElement)) continue;
    const list = found.find((one) => one.at(-1) === fold.previousElementSibling);
    if (list) list.push(fold);
    else found.push([fold]);
  }
  return found;
}

for (const list of lists()) if (list.length >= MANY) offerAll(list);

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const fold = target.closest("summary")?.parentElement;
  if (fold instanceof HTMLDetailsElement && fold.matches(FOLDS)) name(fold);
  // A link to where the address already leads changes nothing that could be heard.
  const link = target.closest("a");
  if (link?.hash && link.href === location.href) setTimeout(reveal);
});
addEventListener("hashchange", reveal);
reveal();
