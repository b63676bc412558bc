/**
 * The verdict in words: the same for the page, the list, the status line and the copied text.
 *
 * @module
 */

/** @import {Names, Reading, Report} from "../core/wire.js" */

/** @typedef {"good" | "bad" | "none"} Kind well formed, not well formed, nothing there to check */

/** @type {Record<Kind, string>} */
export const WORD = { good: "Well formed", bad: "Not well formed", none: "Nothing to check" };

/**
 * @param {Report} report
 * @returns {Kind}
 */
export function kindOf(report) {
  if (report.well_formed) return "good";
  return isMissing(report) ? "none" : "bad";
}

/**
 * @param {Report} report
 * @param {Names} catalogue
 * @returns {string} e.g. `Well formed as a CAGE code`
 */
export function headline(report, catalogue) {
  const word = WORD[kindOf(report)];
  if (report.scheme) return `${word} as ${withArticle(report.scheme, catalogue)}`;
  return kindOf(report) === "bad" ? `${word} as any code known here` : word;
}

/**
 * @param {string} scheme
 * @param {Names} catalogue
 * @returns {string} e.g. `a CAGE code`
 */
export function withArticle(scheme, catalogue) {
  const known = catalogue.schemes[scheme];
  return known ? `${known.article} ${known.name}` : scheme;
}

/** A code can follow a structure and never have been assigned. */
export const NATION = "Nation of the structure";

/**
 * Name the nation and the issuer, as far as the code tells; its kind stands in the headline.
 *
 * @param {Report} report
 * @param {Names} catalogue
 * @returns {[string, string][]}
 */
export function facts(report, catalogue) {
  // Only these two kinds are given out nation by nation; of a well formed one, no nation is an answer too.
  const telling = report.scheme === "cage" || report.scheme === "ncage";
  const silence = telling && report.well_formed ? "the code does not say" : "";
  const nation = catalogue.nations[report.nation ?? ""];
  const issuer = catalogue.issuers[report.issuer ?? ""];
  if (!nation && !issuer) return silence ? [["Nation and bureau", silence]] : [];
  /** @type {[string, string][]} */
  const pairs = [
    [NATION, nation ?? silence],
    ["Who assigns such codes", issuer ?? silence],
  ];
  return pairs.filter(([, value]) => value);
}

/**
 * @param {Report} report
 * @param {Names} catalogue
 * @returns {string[]} what the verdict does not tell
 */
export function leftOpen(report, catalogue) {
  if (!report.well_formed) return ["Which code was meant, if any. Ask whoever gave it to you."];
  return catalogue.schemes[report.scheme ?? ""]?.limits ?? [];
}

/**
 * Give the other readings: those that hold as well, and those that do not.
 *
 * @param {Report} report
 * @returns {{good: Reading[], bad: Reading[]}}
 */
export function others(report) {
  const rest = report.readings.slice(1);
  return {
    good: rest.filter((reading) => reading.well_formed),
    bad: rest.filter((reading) => !reading.well_formed),
  };
}

/**
 * @param {Report} report
 * @returns {boolean}
 */
function isMissing(report) {
  return report.findings.some((finding) => finding.rule === "missing-value");
}
