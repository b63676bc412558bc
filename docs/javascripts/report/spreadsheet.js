/**
 * A text as a cell that no spreadsheet takes for a number, a date or a formula.
 *
 * @module
 */

const MONTH =
  "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEP(?:T|TEMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)";

/** The only numbers that every spreadsheet shows as they were typed; from twelve digits on Excel rounds them. */
const KEPT = /^(?:0|[1-9]\d{0,10})$/;

/** What a spreadsheet does not keep as it is, or not in every language in which it may run. */
const MISREAD = [
  /^\s*[=+\-@"'#]/, // formulas, signed numbers, quotes, names of errors
  /^\s*0\d/,
  /^(?=[^\p{L}\d]*\d)[^\p{L}]*$/u, // any number, date, time or amount: a digit and no letter
  /^\s*[.,]?\d[.,\d]*E[+\-\d]/i,
  new RegExp(`^\\s*(?:\\d{1,4}\\W{0,2}${MONTH}|${MONTH}\\W{0,2}\\d)`, "i"),
  /^\s*\d[\d:]*\s*[AP]M?\s*$/i, // hours
  /^\s*(?:TRUE|FALSE)\s*$/i,
];

/**
 * Write a text so that a spreadsheet takes it as it is: what it would read as a number, a date or a formula becomes
 * a formula that gives a text, `="00198"`. The validator understands that, too.
 *
 * @param {string} text
 * @returns {string}
 */
export function asCell(text) {
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
