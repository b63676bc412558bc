/**
 * The first look, shown in the place and form of the full report, so that nothing moves when that one takes its place.
 *
 * @module
 */

import { anatomy } from "../report/anatomy.js";
import { card, factsOf } from "../report/card.js";
import { count } from "../report/characters.js";
import * as verdict from "../report/verdict.js";
import { make } from "../site/dom.js";

/** @import {FirstLook, Look} from "./patterns.js" */
/** @import {Cell} from "../core/wire.js" */
/** @import {Kind} from "../report/verdict.js" */

const BY_PATTERNS = "First look, by the patterns";
/** Characters that are shown one by one: no code that the patterns know is longer. */
const MOST_CELLS = 20;

/**
 * Put a look into words.
 *
 * @param {Look} look
 * @param {FirstLook} firstLook
 * @param {string[] | null} expect the kinds that the field is for
 * @returns {string}
 */
export function lookHeadline(look, { catalogue }, expect) {
  const { report, plain, complete } = look;
  if (!plain) return "This takes the full check";
  if (report.scheme && !complete) {
    return `The shape of ${verdict.withArticle(report.scheme, catalogue)}; check digit to come`;
  }
  if (report.scheme) return verdict.headline(look, catalogue);
  const [only, ...more] = expect ?? [];
  if (only && more.length === 0) {
    return `Not the shape of ${verdict.withArticle(only, catalogue)}`;
  }
  return only ? "Not the shape of such a code" : "Not the shape of a known code";
}

/**
 * Show the look at a text.
 *
 * @param {Look} look
 * @param {FirstLook} firstLook
 * @param {string[] | null} expect
 * @param {(address: string) => string} link makes a place of the site an address
 * @returns {HTMLElement}
 */
export function lookView(look, firstLook, expect, link) {
  const { report, plain, complete } = look;
  const kind = kindOfLook(look);
  const words = plain
    ? `Reasons and suggestions${complete ? "" : ", and the check digit,"} come with the full check.`
    : "Only letters and digits in one piece, a digit among them, can be judged before the full check is here.";
  const not = verdict.otherwise(look);
  const below = [
    ...(not ? [make("p", {}, make("strong", {}, not))] : []),
    ...factsOf(look, firstLook.catalogue, link),
    make("p", { class: "cc-to-come" }, words),
    // Shorter than what the page says first, or browsers take it for the page's main content, and for late.
    make(
      "p",
      { class: "cc-to-come" },
      "Still open: whether it was ever assigned. ",
      make("a", { href: link("use/look-up/") }, "Where to look it up"),
    ),
  ];
  const title = lookHeadline(look, firstLook, expect);
  const picture = anatomy(
    report.input,
    plain ? cellsOf(report.input) : [],
    [],
    MOST_CELLS,
    () => {},
  );
  return make(
    "article",
    { class: `cc-report cc-report--${kind}` },
    card(kind, [title], BY_PATTERNS, below, picture),
  );
}

/**
 * Number the characters of a text that is nothing but a code, and white space around it.
 *
 * @param {string} text
 * @returns {Cell[]}
 */
function cellsOf(text) {
  const before = text.length - text.trimStart().length;
  return Array.from(text.trim(), (char, place) => {
    const start = before + place;
    return { char: char.toUpperCase(), start, end: start + 1, role: "" };
  });
}

/**
 * Show the look at a list: what can be said of it as a whole. Its table comes with the full check.
 *
 * @param {Look[]} looks
 * @returns {HTMLElement}
 */
export function lookListView(looks) {
  return make(
    "article",
    { class: "cc-report" },
    make(
      "header",
      { class: "cc-tally" },
      make("h2", {}, lookSummary(looks)),
      make("p", { class: "cc-by" }, BY_PATTERNS),
      make("p", { class: "cc-to-come" }, "The table of all lines comes with the full check."),
    ),
  );
}

/**
 * Say how the look at a list went.
 *
 * @param {Look[]} looks
 * @returns {string}
 */
export function lookSummary(looks) {
  const kinds = looks.map(kindOfLook);
  const number = (/** @type {Kind[]} */ ...counted) =>
    kinds.filter((one) => counted.includes(one)).length;
  const other = number("hint") > 0 ? `, ${number("hint")} of another kind` : "";
  const open = number("none") > 0 ? `, ${number("none")} for the full check` : "";
  return `${count(looks.length, "line")}: ${number("good", "doubt")} well formed, ${number("bad")} not well formed${other}${open}.`;
}

/**
 * @param {Look} look
 * @returns {Kind} `none` where the last word is the full check's
 */
export function kindOfLook(look) {
  if (!look.plain || !look.complete) return "none";
  return verdict.kindOf(look);
}
