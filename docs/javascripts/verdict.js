/**
 * The verdict in words: the same for the page, the list, the status line and the copied text.
 *
 * @module
 */

/** @import {Catalogue, Reading, Report} from "./wire.js" */

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
 * @param {Catalogue} catalogue
 * @returns {string} e.g. `Well formed as a CAGE code`
 */
export function headline(report, catalogue) {
  const word = WORD[kindOf(report)];
  if (report.scheme) return `${word} as ${withArticle(report.scheme, catalogue)}`;
  return kindOf(report) === "bad" ? `${word} as any code known here` : word;
}

/**
 * @param {string} scheme
 * @param {Catalogue} catalogue
 * @returns {string} e.g. `a CAGE code`
 */
export function withArticle(scheme, catalogue) {
  const known = catalogue.schemes[scheme];
  return known ? `${known.article} ${known.name}` : scheme;
}

/**
 * Name the kind, the nation and the issuer, as far as the code tells.
 *
 * @param {Report} report
 * @param {Catalogue} catalogue
 * @returns {[string, string][]}
 */
export function facts(report, catalogue) {
  if (!report.scheme) return [];
  /** @type {[string, string][]} */
  const pairs = [["Kind", catalogue.schemes[report.scheme]?.name ?? report.scheme]];
  // Only these two kinds are given out nation by nation; of a well formed one, no nation is an answer too.
  const telling = report.scheme === "cage" || report.scheme === "ncage";
  const silence = telling && report.well_formed ? "the code does not say" : "";
  const nation = catalogue.nations[report.nation ?? ""] ?? silence;
  const issuer = catalogue.issuers[report.issuer ?? ""] ?? silence;
  if (nation) pairs.push(["Nation", nation]);
  if (issuer) pairs.push(["Assigned by", issuer]);
  return pairs;
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
