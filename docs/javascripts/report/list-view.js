/**
 * A pasted list: a table with one row for each line, and below it the report of the row that was chosen.
 *
 * @module
 */

import { copyButtons } from "../site/copy.js";
import { make } from "../site/dom.js";
import { count, spell } from "./characters.js";
import { apart } from "./findings.js";
import { asTable } from "./plain-text.js";
import { BY_RULES, reportView } from "./report-view.js";
import {
  firstSentence,
  headline,
  inOrder,
  judge,
  kindOf,
  meant,
  verdict,
  WORD,
} from "./verdict.js";

/** @import {Surroundings} from "./report-view.js" */
/** @import {Checked, Catalogue} from "../core/wire.js" */
/** @import {Judged, Kind} from "./verdict.js" */

/** What a cell holds where there is nothing to say. */
const NONE = "–";
const HEADS = ["Line", "Text", "Verdict", "Kind", "Nation", "First finding"];

/** Ends of what is said of the lines of each kind, in this order. @type {[Kind[], string, boolean][]} */
const TALLIES = [
  [["good", "doubt"], "well formed", true],
  [["bad"], "not well formed", true],
  [["hint"], "of another kind", false],
  [["none"], "with nothing to check", false],
];

/**
 * Say how a list went.
 *
 * @param {Judged[]} lines
 * @returns {string}
 */
export function summary(lines) {
  const kinds = lines.map(kindOf);
  const parts = TALLIES.flatMap(([counted, words, always]) => {
    const number = kinds.filter((kind) => counted.includes(kind)).length;
    return number > 0 || always ? [`${number} ${words}`] : [];
  });
  return `${count(lines.length, "line")} checked: ${parts.join(", ")}.`;
}

/**
 * @param {Judged} judged
 * @returns {boolean} whether a line deserves a look
 */
export function isToLookAt(judged) {
  return kindOf(judged) !== "good";
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
  const lines = answers.map((answer) => judge(answer, around.catalogue));
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
    make(
      "header",
      { class: "cc-tally" },
      make("h2", {}, summary(lines)),
      make("p", { class: "cc-by" }, BY_RULES),
      ...filter(lines, rows, around),
    ),
    ...tooMany(answers.length, total, around),
    table,
    copyButtons(
      {
        "Copy as text": () => asTable(lines, around.catalogue),
        "Copy as JSON": () => lines.map(({ report }) => JSON.stringify(report)).join("\n"),
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
 * @param {Judged[]} lines
 * @param {HTMLElement[]} rows one for each line
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function filter(lines, rows, { announce }) {
  const others = rows.filter((_, place) => {
    const line = lines[place];
    return line && !isToLookAt(line);
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
  const judged = judge(answer, catalogue);
  const kind = kindOf(judged);
  const shown = spell(report.input, 24);
  const text = make(
    "button",
    { type: "button", class: "cc-line" },
    ...(shown.length ? shown : ["empty line"]),
  );
  const word = make(
    "span",
    { class: `cc-dot cc-dot--${kind}` },
    kind === "hint" ? verdict(judged, catalogue) : WORD[kind],
  );
  const nation = report.nation ? (catalogue.nations[report.nation] ?? report.nation) : NONE;
  const cells = [
    String(number),
    text,
    word,
    catalogue.schemes[report.scheme ?? ""]?.name ?? NONE,
    nation,
    firstFinding(judged, catalogue),
  ];
  const line = make("tr", { role: "row" });
  cells.forEach((content, column) => {
    const inner = make("div", {}, ...[content].flat());
    const label = HEADS[column] ?? "";
    const cell = make("td", { role: "cell", "data-label": label }, inner);
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
    const said = headline(judged, catalogue);
    around.announce(`Line ${number}: ${said}${said.endsWith("?") ? "" : "."}`);
  });
  return line;
}

/**
 * @param {Judged} judged
 * @param {Catalogue} catalogue
 * @returns {string | (Node | string)[]} what was probably meant, and the worst finding in words
 */
function firstFinding(judged, catalogue) {
  const [first] = apart(inOrder(judged.report), catalogue).own;
  const words = first
    ? `${catalogue.severities[first.severity]}: ${firstSentence(first.message)}`
    : NONE;
  if (meant(judged).length === 0) return words;
  return [make("strong", {}, headline(judged, catalogue)), ` ${words}`];
}
