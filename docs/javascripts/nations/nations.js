/**
 * The table of nations: filters it as the reader types, and sorts it by any column. Without this script the table shows all rows.
 *
 * @module
 */

import "../site/age.js";
import { find, make } from "../site/dom.js";
import { fromFragment, toFragment } from "../site/fragment.js";
import { bareAddress, isNewVisit, write } from "../site/history.js";
import { finder } from "./nation-search.js";

const form = find(document, "[data-module='nation-finder']", HTMLFormElement);
const field = find(form, "input", HTMLInputElement);
const status = find(form, "[role='status']", HTMLElement);
const table = find(document, "table.cc-structures", HTMLTableElement);
const body = find(table, "tbody", HTMLElement);
const rows = [...body.querySelectorAll("tr")];
const heads = [...table.querySelectorAll("thead th")];
/** Nations without a row, each with what is said to readers who look for it. */
const unlisted = [...document.querySelectorAll("[data-says]")].filter(
  (one) => one instanceof HTMLElement,
);
/** Milliseconds after which an address that the browser refused is tried again. */
const LATER = 5000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
const order = new Intl.Collator("en", { numeric: true });

const search = finder(
  rows.map((row) => ({ terms: `${row.dataset.find} ${ageOf(row)}`, pattern: keyOf(row, 1) })),
);

const searchUnlisted = finder(
  unlisted.map(({ dataset }) => ({ terms: dataset.find ?? "", pattern: "" })),
);

/**
 * @param {HTMLTableRowElement} row
 * @returns {string} what it says of its age, if anything
 */
function ageOf(row) {
  return row.querySelector("[data-old-from]:not([hidden])")?.textContent ?? "";
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @returns {string} what the row is sorted by
 */
function keyOf(row, column) {
  return row.cells[column]?.querySelector("data")?.value ?? "";
}

/** Show the rows that fit what is in the field, and say how many they are. */
function filter() {
  const fits = search(field.value);
  for (const [place, row] of rows.entries()) row.hidden = !fits[place];
  const number = fits.filter(Boolean).length;
  table.hidden = number === 0;
  status.textContent = number === 0 ? nothing() : `${number} of ${rows.length} rows`;
}

/** @returns {string} what is said where no row fits */
function nothing() {
  const fits = searchUnlisted(field.value);
  const said = unlisted.filter((_, place) => fits[place]).map(({ dataset }) => dataset.says);
  return said.join(" ") || "No structure fits";
}

/**
 * Sort from the order of the page, so that equal rows keep it whichever way the others go.
 *
 * @param {number} column
 * @param {1 | -1} way
 */
function sort(column, way) {
  const sorted = [...rows].sort((one, other) => {
    const [a, b] = [keyOf(one, column), keyOf(other, column)];
    // What has no value comes last, either way.
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return way * order.compare(a, b);
  });
  body.append(...sorted);
  mark(column, way);
}

/**
 * Say by which column the rows are sorted.
 *
 * @param {number} column
 * @param {1 | -1} way
 */
function mark(column, way) {
  for (const [place, head] of heads.entries()) {
    if (place === column) head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  }
}

/** Turn the headings into buttons that sort. */
function addButtons() {
  for (const [column, head] of heads.entries()) {
    const button = make("button", { type: "button", class: "cc-sort" }, head.textContent ?? "");
    button.addEventListener("click", () => {
      sort(column, head.getAttribute("aria-sort") === "ascending" ? -1 : 1);
    });
    head.replaceChildren(button);
  }
  table.dataset.sorts = "";
}

/**
 * @param {string} fragment
 * @returns {HTMLTableRowElement | undefined} the row that it names
 */
function rowAt(fragment) {
  return rows.find((row) => row.id !== "" && `#${row.id}` === fragment);
}

/** Follow the address. A link to a row shows that row, whatever was filtered before. */
function follow() {
  clearTimeout(waiting);
  const wanted = fromFragment(location.hash).get("find");
  const row = rowAt(location.hash);
  const hidden = row?.hidden || table.hidden;
  if (wanted !== undefined) field.value = wanted;
  else if (row || location.hash === "") field.value = "";
  filter();
  if (row && hidden) row.scrollIntoView();
}

/** Put the words into the address. Safari allows that only so often; then it is done later. */
function remember() {
  clearTimeout(waiting);
  const words = field.value.trim();
  const address = bareAddress() + (words ? toFragment({ find: words }) : "");
  if (!write("replaceState", history.state, address)) waiting = setTimeout(remember, LATER);
}

field.addEventListener("input", () => {
  filter();
  remember();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);

addButtons();
mark(0, 1); // as the page comes
form.hidden = false;
follow();
// The field has just moved the table.
if (isNewVisit()) rowAt(location.hash)?.scrollIntoView();
