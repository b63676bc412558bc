/**
 * The anatomy: the text as typed, character by character, with the place each has in the code and a line
 * under the characters that a finding is about.
 *
 * @module
 */

import { make } from "../site/dom.js";
import { count, show } from "./characters.js";

/** @import {Numbered} from "./findings.js" */
/** @import {Cell} from "../core/wire.js" */

/** Characters shown on each side of a place that matters. */
const AROUND = 3;

/**
 * A line under some characters, with the numbers of the findings that it shows.
 *
 * @typedef {object} Line
 * @property {number} start
 * @property {number} end
 * @property {number} lane 0 is nearest to the characters
 * @property {Numbered[]} marks one at each character, from the start
 */

/**
 * Draw the anatomy.
 *
 * @param {string} input the text as typed
 * @param {Cell[]} cells the code's characters
 * @param {Numbered[]} findings
 * @param {number} most characters that are shown; a longer text is cut to the places that matter
 * @param {(number: number) => void} follow called when the mark of a finding is pressed
 * @returns {HTMLElement[]}
 */
export function anatomy(input, cells, findings, most, follow) {
  const chars = Array.from(input);
  if (chars.length === 0) return [];
  const lines = layLines(findings, chars.length);
  const places = new Map(cells.map((cell, place) => [cell.start, { cell, place: place + 1 }]));
  const strip = make("ol", { class: "cc-strip" });
  let last = -1;
  for (const index of keep(chars.length, cells, findings, most)) {
    if (index > last + 1) strip.append(gap(index - last - 1));
    const char = chars[index] ?? "";
    const tile = draw(char, places.get(index));
    const here = lines.filter((line) => line.start <= index && index < line.end);
    tile.append(...lanes(here, index, follow));
    strip.append(tile);
    last = index;
  }
  if (last < chars.length - 1) strip.append(gap(chars.length - 1 - last));
  return [make("div", { class: "cc-laid-out" }, strip, ...legend(cells))];
}

/**
 * Say which characters are shown: all of a short text; of a long one the code and what the findings are about.
 *
 * @param {number} length
 * @param {Cell[]} cells
 * @param {Numbered[]} findings
 * @param {number} most
 * @returns {number[]}
 */
function keep(length, cells, findings, most) {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const wanted = new Set(cells.map((cell) => cell.start));
  for (const { finding } of findings) {
    const { start, end } = finding;
    const stop = Math.min(end, start + AROUND, length) + AROUND;
    for (let index = start - AROUND; index < stop; index += 1) wanted.add(index);
  }
  for (let index = 0; wanted.size < most && index < most / 2; index += 1) wanted.add(index);
  const inside = [...wanted].filter((index) => index >= 0 && index < length);
  return inside.sort((a, b) => a - b).slice(0, most);
}

/**
 * Lay the findings' lines below each other where they overlap. Findings about the same characters share a line.
 *
 * @param {Numbered[]} findings
 * @param {number} length
 * @returns {Line[]}
 */
function layLines(findings, length) {
  /** @type {Line[]} */
  const lines = [];
  for (const mark of findings) {
    const { finding } = mark;
    // A finding about a missing character has no width; it is drawn at its neighbor.
    const start = Math.max(0, Math.min(finding.start, length - 1));
    const end = Math.max(finding.end, start + 1);
    const same = lines.find(
      (line) => line.start === start && line.end === end && line.marks.length < end - start,
    );
    if (same) {
      same.marks.push(mark);
      continue;
    }
    let lane = 0;
    while (lines.some((line) => line.lane === lane && line.start < end && start < line.end))
      lane += 1;
    lines.push({ start, end, lane, marks: [mark] });
  }
  return lines;
}

/**
 * Draw a character.
 *
 * @param {string} char
 * @param {{cell: Cell, place: number} | undefined} known its place in the code, if it has one
 * @returns {HTMLElement}
 */
function draw(char, known) {
  const changed = known && known.cell.char !== char;
  const face = make("span", { class: "cc-cell__char" }, show(known ? known.cell.char : char));
  const below = make("span", { class: "cc-cell__place" }, known ? String(known.place) : "");
  const tile = make("li", { class: known ? "cc-cell" : "cc-cell cc-cell--out" }, face, below);
  if (changed) {
    const heard = make("span", { class: "cc-aside" }, "typed ");
    tile.prepend(make("span", { class: "cc-cell__typed" }, heard, show(char)));
  }
  return tile;
}

/**
 * Draw what is left out.
 *
 * @param {number} missing
 * @returns {HTMLElement}
 */
function gap(missing) {
  return make("li", { class: "cc-cell cc-cell--gap" }, `… ${count(missing, "character")} …`);
}

/**
 * Draw the lines under a character.
 *
 * @param {Line[]} lines those under this character
 * @param {number} index
 * @param {(number: number) => void} follow
 * @returns {HTMLElement[]}
 */
function lanes(lines, index, follow) {
  const deepest = Math.max(-1, ...lines.map((line) => line.lane));
  return Array.from({ length: deepest + 1 }, (_, lane) => {
    const line = lines.find((one) => one.lane === lane);
    if (!line) return make("span", { class: "cc-lane" });
    const worst = line.marks[0]?.finding.severity ?? "note";
    const drawn = make("span", { class: `cc-lane cc-lane--${worst}` });
    if (index === line.start) drawn.classList.add("cc-lane--start");
    if (index === line.end - 1) drawn.classList.add("cc-lane--end");
    const mark = line.marks[index - line.start];
    if (mark) drawn.append(button(mark, follow));
    return drawn;
  });
}

/**
 * Make the button that leads to a finding.
 *
 * @param {Numbered} mark
 * @param {(number: number) => void} follow
 * @returns {HTMLElement}
 */
function button({ number, finding, word }, follow) {
  const label = `${word} ${number}: ${finding.message}`;
  const kind = `cc-mark cc-mark--${finding.severity}`;
  const made = make("button", { type: "button", class: kind, "aria-label": label }, String(number));
  made.addEventListener("click", () => follow(number));
  return made;
}

/**
 * Say what each position means; neighbors with the same meaning share a line.
 *
 * @param {Cell[]} cells
 * @returns {HTMLElement[]}
 */
function legend(cells) {
  /** @type {{role: string, first: number, last: number}[]} */
  const groups = [];
  cells.forEach(({ role }, index) => {
    const group = groups.at(-1);
    if (group && group.role === role) group.last = index + 1;
    else groups.push({ role, first: index + 1, last: index + 1 });
  });
  const rows = groups.filter(({ role }) => role !== "");
  if (rows.length === 0) return [];
  const items = rows.map(({ role, first, last }) => {
    const places = first === last ? String(first) : `${first}–${last}`;
    return make("div", {}, make("dt", {}, places), make("dd", {}, role));
  });
  return [make("dl", { class: "cc-legend" }, ...items)];
}
