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
 * Judge a report.
 *
 * @param {Report} report
 * @returns {Kind}
 */
export function kindOf(report) {
  if (report.well_formed) return "good";
  return isMissing(report) ? "none" : "bad";
}

/**
 * Put the verdict into words.
 *
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
 * Name a scheme.
 *
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
 * Name the nation and the issuer, as far as the code shows them; the headline gives its kind.
 *
 * @param {Report} report
 * @param {Names} catalogue
 * @returns {[string, string][]}
 */
export function facts(report, catalogue) {
  // Only these two kinds are assigned nation by nation; for a well formed one, no nation is an answer too.
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
 * @returns {string[]} what the verdict leaves open
 */
export function leftOpen(report, catalogue) {
  if (!report.well_formed) return ["Which code was meant, if any. Ask whoever gave it to you."];
  return catalogue.schemes[report.scheme ?? ""]?.limits ?? [];
}

/**
 * Sort the other readings: those that are well formed too, and those that are not.
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
 * @returns {boolean} whether a value is missing, as in `N/A`
 */
function isMissing(report) {
  return report.findings.some((finding) => finding.rule === "missing-value");
}
