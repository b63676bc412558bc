/**
 * A report as plain text, for e-mails and tickets.
 *
 * @module
 */

import { asCell } from "./spreadsheet.js";
import { facts, inOrder, leftOpen, others, otherwise, verdict, withArticle } from "./verdict.js";

/** @import {Catalogue} from "../core/wire.js" */
/** @import {Judged} from "./verdict.js" */

/**
 * Write a report as lines of text.
 *
 * @param {Judged} judged
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function asText(judged, catalogue) {
  const { report } = judged;
  const lines = [report.code ?? report.input, asLine(judged, catalogue), ""];
  for (const [name, value] of facts(report, catalogue)) lines.push(`${name}: ${value}`);
  for (const finding of inOrder(report)) {
    lines.push(`${catalogue.severities[finding.severity]}: ${finding.message} [${finding.rule}]`);
  }
  for (const scheme of others(judged).good) {
    const says = catalogue.schemes[scheme]?.ours ? "Also well formed as" : "It also looks like";
    lines.push(`${says} ${withArticle(scheme, catalogue)}.`);
  }
  for (const { code, reason } of report.suggestions) {
    lines.push(`Perhaps meant: ${code}. ${reason}`);
  }
  const limits = leftOpen(report, catalogue);
  if (limits.length > 0) {
    lines.push("", "This does not tell you:", ...limits.map((limit) => `- ${limit}`));
  }
  lines.push("", `Checked with cagecore ${catalogue.version}.`);
  return `${lines.join("\n")}\n`;
}

/**
 * Write a list as a table with tabs between the columns, for spreadsheets.
 *
 * @param {Judged[]} judged
 * @param {Catalogue} catalogue
 * @returns {string}
 */
export function asTable(judged, catalogue) {
  const rows = judged.map((one, place) => [
    String(place + 1),
    one.report.input,
    asLine(one, catalogue),
    one.report.code ?? "",
    one.report.nation ?? "",
    inOrder(one.report)[0]?.message ?? "",
  ]);
  const head = ["Line", "Text", "Verdict", "Code", "Nation", "First finding"];
  return [head, ...rows].map((row) => row.map(asCell).join("\t")).join("\n");
}

/**
 * @param {Judged} judged
 * @param {Catalogue} catalogue
 * @returns {string} the verdict in one line
 */
function asLine(judged, catalogue) {
  const rest = otherwise(judged);
  return verdict(judged, catalogue) + (rest && `. ${rest}`);
}
