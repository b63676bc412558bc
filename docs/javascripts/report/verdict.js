/**
 * The verdict in words: the same for the page, the list, the status line and the copied text.
 *
 * @module
 */

/** @import {Catalogue, Checked, Finding, Names, Reading, Report, Severity, Suggestion} from "../core/wire.js" */

/**
 * - `good`: well formed
 * - `doubt`: well formed, with a warning
 * - `hint`: of another kind that nobody asked for
 * - `bad`: not well formed
 * - `none`: nothing there to check
 *
 * @typedef {"good" | "doubt" | "hint" | "bad" | "none"} Kind
 */

/**
 * What a verdict rests on.
 *
 * @typedef {object} Judged
 * @property {Report} report
 * @property {string[]} hints kinds of others whose shape the text has, though nobody asked for them
 * @property {string} doubt what speaks most against a well formed code, in a few words; empty where nothing does
 */

/** @type {Record<Kind, string>} */
export const WORD = {
  good: "Well formed",
  doubt: "Well formed, with a warning",
  hint: "Another kind",
  bad: "Not well formed",
  none: "Nothing to check",
};

const OURS = "a CAGE, NCAGE or UEI";
const SEVERAL = "More than one code in one text";
/** Codes that a headline names; more are only counted. */
const MOST_NAMED = 3;

/** The worst first. @type {Severity[]} */
export const ORDER = ["error", "warning", "note"];

/**
 * Put the findings in the order in which they are numbered: the worst first, and among equals those about
 * the text itself before those of the best reading.
 *
 * @param {Report} report
 * @returns {Finding[]}
 */
export function inOrder(report) {
  const all = [...report.findings, ...(report.readings[0]?.findings ?? [])];
  return all.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/**
 * Find what speaks against a report.
 *
 * @param {Checked} answer
 * @param {Catalogue} catalogue
 * @returns {Judged}
 */
export function judge({ report, hints }, { rules }) {
  const [worst] = inOrder(report);
  const doubt = (report.well_formed && worst && rules[worst.rule]?.doubt) || "";
  return { report, hints, doubt };
}

/**
 * Judge a report.
 *
 * @param {Judged} judged
 * @returns {Kind}
 */
export function kindOf({ report, hints, doubt }) {
  if (isMissing(report)) return "none";
  if (report.scheme ? hints.includes(report.scheme) : hints.length > 0) return "hint";
  if (!report.well_formed) return "bad";
  return doubt ? "doubt" : "good";
}

/**
 * Put the verdict into words, without what was probably meant.
 *
 * @param {Judged} judged
 * @param {Names} catalogue
 * @returns {string} e.g. `Well formed as a CAGE code`
 */
export function verdict(judged, catalogue) {
  const { report, hints, doubt } = judged;
  const kind = kindOf(judged);
  if (kind === "none") return WORD.none;
  if (kind === "hint") return `This looks like ${withArticle(hints[0] ?? "", catalogue)}`;
  if (!report.scheme) return "This is not a known code";
  const word = report.well_formed ? WORD.good : WORD.bad;
  return `${word} as ${withArticle(report.scheme, catalogue)}${doubt && `, but ${doubt}`}`;
}

/**
 * Say what a text of another kind is not.
 *
 * @param {Judged} judged
 * @returns {string} a sentence; empty for every other text
 */
export function otherwise(judged) {
  return kindOf(judged) === "hint" ? `It is not ${OURS}.` : "";
}

/**
 * Give the codes that were most likely meant by a text that is not well formed: those with the same reason.
 *
 * @param {Judged} judged
 * @returns {Suggestion[]} none where the text is well formed, or where the same code only belongs in another field
 */
export function meant(judged) {
  const { suggestions } = judged.report;
  const [first] = suggestions;
  if (kindOf(judged) !== "bad" || !first || elsewhere(judged)) return [];
  return suggestions.filter(({ reason }) => reason === first.reason);
}

/**
 * Give the kind that a text is, where it is only in the wrong field.
 *
 * @param {Judged} judged
 * @returns {Suggestion | undefined}
 */
export function elsewhere({ report }) {
  const [first] = report.suggestions;
  return !report.well_formed && first?.code === report.code ? first : undefined;
}

/**
 * Put into words what a reader wants to know first: what was probably meant, or else the verdict.
 *
 * @param {Judged} judged
 * @param {Names} catalogue
 * @returns {string} e.g. `Did you mean 02FP7?`
 */
export function headline(judged, catalogue) {
  if (hasSeveral(judged)) return SEVERAL;
  const codes = meant(judged).map(({ code }) => code);
  const last = codes.pop();
  if (last) {
    if (codes.length >= MOST_NAMED) return `Did you mean one of these ${codes.length + 1} codes?`;
    return `Did you mean ${codes.length > 0 ? `${codes.join(", ")} or ` : ""}${last}?`;
  }
  const other = elsewhere(judged);
  if (!other) return verdict(judged, catalogue);
  const asked = withArticle(judged.report.scheme ?? "", catalogue);
  return `This looks like ${withArticle(other.scheme, catalogue)}, not ${asked}`;
}

/**
 * @param {Judged} judged
 * @returns {boolean} whether the text is several codes, of which none was meant more than another
 */
export function hasSeveral({ report }) {
  return report.findings.some(({ rule }) => rule === "several-codes");
}

/**
 * Say what is wrong, or what gives rise to doubt.
 *
 * @param {Judged} judged
 * @returns {string} the worst finding in full; empty where all is well
 */
export function reasonOf(judged) {
  const [worst] = inOrder(judged.report);
  return ["good", "hint"].includes(kindOf(judged)) ? "" : (worst?.message ?? "");
}

/**
 * @param {string} words
 * @returns {string} their first sentence; one letter before a full stop, as in U.S., does not end it
 */
export function firstSentence(words) {
  return /^.*?\w{2}[”’)]?\.(?= |$)/.exec(words)?.[0] ?? words;
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
  const silence = telling && report.well_formed ? "not in the code" : "";
  const nation = catalogue.nations[report.nation ?? ""];
  const issuer = catalogue.issuers[report.issuer ?? ""];
  if (!nation && !issuer) return silence ? [["Country and issuer", silence]] : [];
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
 * Sort what else the text can be: kinds that it fits, those of others among them, and kinds that it does not fit.
 *
 * @param {Judged} judged
 * @returns {{good: string[], bad: Reading[]}}
 */
export function others({ report, hints }) {
  const rest = report.readings.slice(1);
  const good = rest.filter((reading) => reading.well_formed).map(({ scheme }) => scheme);
  const also = new Set([...good, ...hints]);
  if (report.well_formed || !report.scheme) also.delete(report.scheme ?? hints[0] ?? "");
  return { good: [...also], bad: rest.filter((reading) => !reading.well_formed) };
}

/**
 * @param {Report} report
 * @returns {boolean} whether a value is missing, as in `N/A`
 */
function isMissing(report) {
  return report.findings.some((finding) => finding.rule === "missing-value");
}
