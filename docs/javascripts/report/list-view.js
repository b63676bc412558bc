/**
 * A pasted list: a table with one row for each line, and below it the report of the row that was chosen.
 *
 * @module
 */

import { copyButtons } from "../site/copy.js";
import { make } from "../site/dom.js";
import { count, spell } from "./characters.js";
import { inOrder } from "./findings.js";
import { asTable } from "./plain-text.js";
import { BY_RULES, reportView } from "./report-view.js";
import { headline, kindOf, WORD } from "./verdict.js";

/** @import {Surroundings} from "./report-view.js" */
/** @import {Checked, Catalogue, Report} from "../core/wire.js" */

/** What a cell holds where there is nothing to say. */
const NONE = "–";
const HEADS = ["Line", "Text", "Verdict", "Kind", "Nation", "First finding"];

/**
 * Say how a list went.
 *
 * @param {Checked[]} answers
 * @returns {string}
 */
export function summary(answers) {
  const kinds = answers.map(({ report }) => kindOf(report));
  const number = (/** @type {string} */ kind) => kinds.filter((one) => one === kind).length;
  const parts = [`${number("good")} well formed`, `${number("bad")} not well formed`];
  if (number("none") > 0) parts.push(`${number("none")} with nothing to check`);
  return `${count(answers.length, "line")} checked: ${parts.join(", ")}.`;
}

/**
 * @param {Report} report
 * @returns {boolean} whether a line deserves a look: it is not well formed, nothing to check, or warned of
 */
export function isToLookAt(report) {
  return kindOf(report) !== "good" || isWarned(report);
}

/**
 * @param {Report} report
 * @returns {boolean} whether it is well formed, with a warning
 */
function isWarned(report) {
  return kindOf(report) === "good" && inOrder(report)[0]?.severity === "warning";
}

/**
 * Show a list.
 *
 * @param {Checked[]} answers
 * @param {number} total lines of the pasted text
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
export function listView(answers, total, around) {
  const reports = answers.map(({ report }) => report);
  const detail = make("div", {
    class: "cc-detail",
    role: "region",
    "aria-label": "The chosen line",
  });
  const rows = answers.map((answer, place) =>
    row(answer, place + 1, around.catalogue, detail, around),
  );
  const heads = HEADS.map((head) => make("th", { scope: "col", role: "columnheader" }, head));
  // The roles repeat what the elements say: a browser forgets them where the rows are laid out as cards.
  const table = make(
    "table",
    { class: "cc-table cc-list", role: "table" },
    make("caption", {}, "Choose a text to see its report in full, below the table."),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
  return make(
    "article",
    { class: "cc-report" },
    make("h2", {}, summary(answers)),
    make("p", { class: "cc-by" }, BY_RULES),
    ...tooMany(answers.length, total, around),
    ...filter(answers, rows, around),
    table,
    copyButtons(
      {
        "Copy as text": () => asTable(reports, around.catalogue),
        "Copy as JSON": () => reports.map((report) => JSON.stringify(report)).join("\n"),
      },
      around.announce,
    ),
    detail,
  );
}

/**
 * Say that a list is too long, and what checks it whole.
 *
 * @param {number} shown
 * @param {number} total
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function tooMany(shown, total, { link }) {
  if (total <= shown) return [];
  const words = make(
    "p",
    {},
    `The list has ${count(total, "line")}; the first ${shown} are shown here. The field still holds all of them. `,
    "To check them all, save them in a file and run the ",
    make("a", { href: link("developers/command-line/") }, "command line"),
    ":",
  );
  const command = make("pre", {}, make("code", {}, "python -m cagecore check --file codes.txt"));
  return [make("div", { class: "cc-note" }, words, command)];
}

/**
 * Make the box that leaves only the lines to look at, where there are such lines and others.
 *
 * @param {Checked[]} answers
 * @param {HTMLElement[]} rows one for each answer
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function filter(answers, rows, { announce }) {
  const others = rows.filter((_, place) => {
    const report = answers[place]?.report;
    return report && !isToLookAt(report);
  });
  if (others.length === 0 || others.length === rows.length) return [];
  const box = make("input", { type: "checkbox", autocomplete: "off" });
  box.addEventListener("change", () => {
    for (const line of others) line.hidden = box.checked;
    const shown = box.checked ? rows.length - others.length : rows.length;
    announce(`${shown} of ${rows.length} lines are shown.`);
  });
  return [make("label", { class: "cc-only" }, box, "Only lines to look at")];
}

/**
 * Make the row of a line; to choose it shows its report in full.
 *
 * @param {Checked} answer
 * @param {number} number
 * @param {Catalogue} catalogue
 * @param {HTMLElement} detail
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
function row(answer, number, catalogue, detail, around) {
  const { report } = answer;
  const kind = kindOf(report);
  const shown = spell(report.input, 24);
  const text = make(
    "button",
    { type: "button", class: "cc-line" },
    ...(shown.length ? shown : ["empty line"]),
  );
  const warned = isWarned(report);
  const verdict = make(
    "span",
    { class: `cc-dot cc-dot--${warned ? "warned" : kind}` },
    warned ? `${WORD[kind]}, with a warning` : WORD[kind],
  );
  const nation = report.nation ? (catalogue.nations[report.nation] ?? report.nation) : NONE;
  const cells = [
    String(number),
    text,
    verdict,
    catalogue.schemes[report.scheme ?? ""]?.name ?? NONE,
    nation,
    firstFinding(report, catalogue),
  ];
  const line = make("tr", { role: "row" });
  cells.forEach((content, column) => {
    const inner = make("div", {}, content);
    const cell = make("td", { role: "cell", "data-label": HEADS[column] ?? "" }, inner);
    if (content === NONE) cell.classList.add("cc-none");
    line.append(cell);
  });
  const back = make("button", { type: "button", class: "cc-button" }, `Back to line ${number}`);
  back.addEventListener("click", () => text.focus());
  line.addEventListener("click", () => {
    for (const other of line.parentElement?.children ?? []) other.removeAttribute("aria-current");
    line.setAttribute("aria-current", "true");
    detail.replaceChildren(back, reportView(answer, around));
    detail.scrollIntoView({ block: "nearest" });
    around.announce(`Line ${number}: ${headline(report, catalogue)}.`);
  });
  return line;
}

/**
 * @param {Report} report
 * @param {Catalogue} catalogue
 * @returns {string} the worst finding in words
 */
function firstFinding(report, { severities }) {
  const [first] = inOrder(report);
  return first ? `${severities[first.severity]}: ${first.message}` : NONE;
}
