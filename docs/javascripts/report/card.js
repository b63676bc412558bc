/**
 * The card at the head of a report: the verdict in words on one side, the code character by character on the other.
 *
 * @module
 */

import { make, section } from "../site/dom.js";
import { facts, headline, kindOf, meant, NATION } from "./verdict.js";

/** @import {Names} from "../core/wire.js" */
/** @import {Judged, Kind} from "./verdict.js" */

/** @type {Record<Kind, string>} */
const SYMBOLS = { good: "✓", doubt: "!", hint: "i", bad: "✕", none: "–" };

/**
 * Draw the card.
 *
 * @param {Kind} kind decides the color and the symbol
 * @param {(Node | string)[]} title
 * @param {string} by what the verdict rests on
 * @param {Node[]} words what is below the title
 * @param {Node[]} picture the code character by character
 * @returns {HTMLElement}
 */
export function card(kind, title, by, words, picture) {
  const symbol = make(
    "span",
    { class: "cc-verdict__symbol", "aria-hidden": "true" },
    SYMBOLS[kind],
  );
  const main = make(
    "div",
    { class: "cc-verdict__main" },
    symbol,
    make("h2", {}, ...title),
    make("div", { class: "cc-verdict__words" }, ...words, make("p", { class: "cc-by" }, by)),
  );
  const [drawn] = section("Character by character", picture);
  drawn?.classList.add("cc-verdict__picture");
  return make(
    "header",
    { class: `cc-verdict cc-verdict--${kind}` },
    main,
    ...(drawn ? [drawn] : []),
  );
}

/**
 * Write the headline, with the codes in it set as codes.
 *
 * @param {Judged} judged
 * @param {Names} catalogue
 * @returns {Node[]}
 */
export function titleOf(judged, catalogue) {
  const named = new Set(meant(judged).map(({ code }) => code));
  const pieces = headline(judged, catalogue).split(/([0-9A-Z]+)/);
  return pieces.map((piece) => {
    return named.has(piece) ? make("code", {}, piece) : document.createTextNode(piece);
  });
}

/**
 * List nation and issuer, as far as the code shows them.
 *
 * @param {Judged} judged
 * @param {Names} catalogue
 * @param {(address: string) => string} link makes a place of the site an address
 * @returns {HTMLElement[]}
 */
export function factsOf(judged, catalogue, link) {
  const { report } = judged;
  if (!["good", "doubt"].includes(kindOf(judged))) return [];
  const rows = facts(report, catalogue).map(([name, value]) => {
    const nation = name === NATION && report.nation;
    const place = nation && link(`nations/#nation-${nation.toLowerCase()}`);
    const words = place ? make("a", { href: place }, value) : value;
    return make("div", {}, make("dt", {}, name), make("dd", {}, words));
  });
  return rows.length > 0 ? [make("dl", {}, ...rows)] : [];
}
