/**
 * A report as plain text, for e-mails and tickets.
 *
 * @module
 */

import { inOrder } from "./findings.js";
import { facts, headline, leftOpen, others, withArticle } from "./verdict.js";

/** @import {Catalogue, Report} from "../core/wire.js" */

const MONTH =
  "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEP(?:T|TEMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)";

/** The only numbers that every spreadsheet shows as they were typed; from twelve digits on Excel rounds them. */
const KEPT = /^(?:0|[1-9]\d{0,10})$/;

/** What a spreadsheet does not keep as it is, or not in every language in which it may run. */
const MISREAD = [
  /^\s*[=+\-@"'#]/, // formulas, signed numbers, quotes, names of errors
  /^\s*0\d/,
  /^[^\p{L}]*\d[^\p{L}]*$/u, // any number, date, time or amount of money
  /^\s*[.,]?\d[.,\d]*E[+\-\d]/i,
  new RegExp(`^\\s*(?:\\d{1,4}\\W{0,2}${MONTH}|${MONTH}\\W{0,2}\\d)`, "i"),
  /^\s*\d[\d:]*\s*[AP]M?\s*$/i, // hours
  /^\s*(?:TRUE|FALSE)\s*$/i,
];

/**
 * Write a report as lines of text.
 *
 * @param {Report} report
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function asText(report, catalogue) {
  const lines = [report.code ?? report.input, headline(report, catalogue), ""];
  for (const [name, value] of facts(report, catalogue)) lines.push(`${name}: ${value}`);
  for (const finding of inOrder(report)) {
    lines.push(`${catalogue.severities[finding.severity]}: ${finding.message} [${finding.rule}]`);
  }
  for (const reading of others(report).good) {
    lines.push(`Also well formed as ${withArticle(reading.scheme, catalogue)}.`);
  }
  for (const { code, reason } of report.suggestions)
    lines.push(`Perhaps meant: ${code}. ${reason}`);
  const limits = leftOpen(report, catalogue);
  if (limits.length > 0)
    lines.push("", "This does not tell:", ...limits.map((limit) => `- ${limit}`));
  lines.push("", `Checked with cagecore ${catalogue.version}.`);
  return `${lines.join("\n")}\n`;
}

/**
 * Write a list as a table with tabs between the columns, for spreadsheets.
 *
 * @param {Report[]} reports
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function asTable(reports, catalogue) {
  const rows = reports.map((report, place) => [
    String(place + 1),
    report.input,
    headline(report, catalogue),
    report.code ?? "",
    report.nation ?? "",
    inOrder(report)[0]?.message ?? "",
  ]);
  const head = ["Line", "Text", "Verdict", "Code", "Nation", "First finding"];
  return [head, ...rows].map((row) => row.map(asCell).join("\t")).join("\n");
}

/**
 * Write a text so that a spreadsheet takes it as it is: what it would read as a number, a date or a formula becomes
 * a formula that gives a text, `="00198"`. The validator understands that, too.
 *
 * @param {string} text
 * @returns {string}
 */
function asCell(text) {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return isMisread(line) ? `="${line.replaceAll('"', '""')}"` : line;
}

/**
 * @param {string} line
 * @returns {boolean} whether a spreadsheet would take it for something else
 */
function isMisread(line) {
  // East Asian editions read full-width characters as their plain ones.
  const plain = line.normalize("NFKC");
  return !KEPT.test(line) && MISREAD.some((pattern) => pattern.test(plain));
}
