/**
 * What is in the field and in the choice beside it, and what of it is to be checked.
 *
 * @module
 */

/** @typedef {{text: string, expect: string}} Entry `expect` has kinds with commas between them; empty, it is any kind */

/** Lines that are checked; longer lists are for the command line. */
const MOST = 200;

/**
 * Split the choice.
 *
 * @param {Entry} entry
 * @returns {string[] | null} the kinds that the field is for; `null` for any
 */
export function expected({ expect }) {
  return expect ? expect.split(",") : null;
}

/**
 * Put another code in the place of the text. A field that is not for its kind becomes one that is.
 *
 * @param {Entry} entry
 * @param {{code: string, scheme: string}} other
 * @returns {Entry}
 */
export function replaced(entry, { code, scheme }) {
  const fits = expected(entry)?.includes(scheme) ?? true;
  return { text: code, expect: fits ? entry.expect : scheme };
}

/**
 * Break a text into lines, as a spreadsheet or an editor would; empty lines at the end are dropped.
 *
 * @param {string} text
 * @returns {string[]}
 */
function linesOf(text) {
  const lines = text.split(/\r\n|\r|\n/);
  while (lines.length > 0 && lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

/**
 * Split the text.
 *
 * @param {Entry} entry
 * @returns {{many: boolean, lines: string[], texts: string[]}} whether it is a list, its lines, and what is to be
 *   checked
 */
export function pieces({ text }) {
  const lines = linesOf(text);
  const many = lines.filter((line) => line.trim() !== "").length > 1;
  return { many, lines, texts: many ? lines.slice(0, MOST) : [text] };
}
