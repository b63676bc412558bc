/**
 * The first look, shown in the place and form of the full report, so that nothing moves when that one takes its place.
 *
 * @module
 */

import { count } from "../report/characters.js";
import { header } from "../report/report-view.js";
import { headline, withArticle } from "../report/verdict.js";
import { make } from "../site/dom.js";

/** @import {FirstLook, Look} from "./patterns.js" */
/** @import {Kind} from "../report/verdict.js" */

const BY_PATTERNS = "First look, by the patterns";

/**
 * Put a look into words.
 *
 * @param {Look} look
 * @param {FirstLook} firstLook
 * @param {string[] | null} expect the kinds that the field is for
 * @returns {string}
 */
export function lookHeadline({ report, plain, complete }, { catalogue }, expect) {
  if (!plain) return "This takes the full check";
  if (report.scheme && !complete) {
    return `The shape of ${withArticle(report.scheme, catalogue)}; check digit to come`;
  }
  if (report.scheme) return headline(report, catalogue);
  const [only, ...more] = expect ?? [];
  if (only && more.length === 0) return `Not the shape of ${withArticle(only, catalogue)}`;
  return only ? "Not the shape of such a code" : "Not the shape of any code known here";
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
  return make(
    "article",
    { class: `cc-report cc-report--${kind}` },
    header(report, kind, lookHeadline(look, firstLook, expect), BY_PATTERNS, {
      catalogue: firstLook.catalogue,
      link,
    }),
    make("p", { class: "cc-to-come" }, words),
    // Shorter than what the page says first, or browsers take it for the page's main content, and for late.
    make(
      "p",
      { class: "cc-to-come" },
      "Still open: whether it was ever assigned. ",
      make("a", { href: link("use/look-up/") }, "Where to look it up"),
    ),
  );
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
    make("h2", {}, lookSummary(looks)),
    make("p", { class: "cc-by" }, BY_PATTERNS),
    make("p", { class: "cc-to-come" }, "The table of all lines comes with the full check."),
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
  const number = (/** @type {Kind} */ kind) => kinds.filter((one) => one === kind).length;
  const open = number("none") > 0 ? `, ${number("none")} for the full check` : "";
  return `${count(looks.length, "line")}: ${number("good")} well formed, ${number("bad")} not well formed${open}.`;
}

/**
 * @param {Look} look
 * @returns {Kind} `none` where the last word is the full check's
 */
export function kindOfLook({ report, plain, complete }) {
  if (!plain || !complete) return "none";
  return report.scheme ? "good" : "bad";
}
