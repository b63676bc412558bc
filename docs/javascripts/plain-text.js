/**
 * A report as plain text, for mails and tickets.
 *
 * @module
 */

import { inOrder, WORDS } from "./findings.js";
import { facts, headline, leftOpen, others, withArticle } from "./verdict.js";

/** @import {Catalogue, Report} from "./wire.js" */

const MONTH = "(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
/** What a spreadsheet does not keep as it stands: zeros in front, digits about an E, dates, formulas, quotes. */
const MISREAD = new RegExp(
  `^\\s*(?:0\\d|\\d+[.,\\d]*E[+\\d]|\\d{1,2}\\W?${MONTH}|${MONTH}\\W?\\d|[=+\\-@"'])`,
  "i",
);

/**
 * @param {Report} report
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function asText(report, catalogue) {
  const lines = [report.code ?? report.input, headline(report, catalogue), ""];
  for (const [name, value] of facts(report, catalogue)) lines.push(`${name}: ${value}`);
  for (const finding of inOrder(report)) {
    lines.push(`${WORDS[finding.severity]}: ${finding.message} [${finding.rule}]`);
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
 * A list as a table with tabs between the columns, for spreadsheets.
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
 * Write a text so that a spreadsheet takes it as it is: what it would read as a number, a date or a formula gets its
 * mark for text, `="00198"`. The validator understands that, too.
 *
 * @param {string} text
 * @returns {string}
 */
function asCell(text) {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return MISREAD.test(line) ? `="${line.replaceAll('"', '""')}"` : line;
}
