/**
 * A report as plain text, for e-mails and tickets.
 *
 * @module
 */

import { inOrder } from "./findings.js";
import { asCell } from "./spreadsheet.js";
import { facts, headline, leftOpen, others, withArticle } from "./verdict.js";

/** @import {Catalogue, Report} from "../core/wire.js" */

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
