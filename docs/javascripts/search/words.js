/**
 * Texts taken apart into the words that are searched for.
 *
 * @module
 */

/** Words that say nothing of what is sought; a question of such words alone keeps them, and so does a known phrase. */
const STOP = new Set(
  (
    "a about again also am an and any are as at be been being but by can can't cannot cant could did do does doesn't " +
    "doing don't dont for from had has have having how i if in into is it its just may me must my no not of on only or " +
    "our should so some than that the their them then there these they this to too us use used using was we were what " +
    "when where which who whose why will with would you your"
  ).split(" "),
);
/** Characters and words of a question that are read; nobody types more, and what is pasted has its point before. */
const LONGEST = 300;
const MOST = 20;
/** What separates words. Dots and hyphens can be inside one, asterisks and # are of the notation of structures. */
const GAPS = /[^\p{L}\p{N}.\-*#'’]+/u;
const EDGES = /^[.\-'’]+|[.\-'’]+$/gu;
const OWNER = /['’]s?$/u;
const INNER = /[.-]/;

/**
 * @typedef {(word: string) => string} Stemmer gives the stem of an English word
 */

/**
 * Take a text apart.
 *
 * @param {string} text
 * @returns {string[]} its words in small letters, punctuation left out
 */
export function split(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(GAPS)
    .map((word) => word.replace(EDGES, "").replace(OWNER, ""))
    .filter(Boolean);
}

/**
 * Give the forms in which one word is found, the first of which is the word as a whole.
 *
 * @param {string} word as `split` gives it
 * @param {Stemmer} stemmer
 * @returns {string[]}
 */
export function forms(word, stemmer) {
  if (/[*#]/.test(word)) return ["structur", ...structure(word)];
  if (!INNER.test(word)) return [stem(word, stemmer)];
  const parts = word.split(/[.-]+/);
  const joined = parts.join("");
  // U.S. and D-U-N-S are words, 52.204-16 is a number of its own; sub-contractor is both one word and two.
  if (parts.every((part) => part.length === 1)) return [stem(joined, stemmer)];
  if (/\p{N}/u.test(word)) return [word, ...parts.filter((part) => /\p{L}{2}/u.test(part))];
  return [stem(joined, stemmer), ...parts.map((part) => stem(part, stemmer))];
}

/**
 * Give every form in which the words of a page are kept.
 *
 * @param {string} text
 * @param {Stemmer} stemmer
 * @returns {string[]}
 */
export function terms(text, stemmer) {
  return split(text).flatMap((word) => forms(word, stemmer));
}

/**
 * Give the words of a question.
 *
 * @param {string} query
 * @returns {string[]} as `split` gives them, each once
 */
export function asked(query) {
  return [...new Set(split(query.slice(0, LONGEST)))].slice(0, MOST);
}

/**
 * @param {string} word
 * @returns {boolean} whether a word says something of what is sought
 */
export function isTelling(word) {
  return !STOP.has(word);
}

/**
 * @param {string} word
 * @param {Stemmer} stemmer
 * @returns {string} its stem; codes and numbers stay whole
 */
function stem(word, stemmer) {
  return /^\p{L}{3,}$/u.test(word) ? stemmer(word) : word;
}

/**
 * @param {string} word a structure such as k***#
 * @returns {string[]} its letters and digits, which name it
 */
function structure(word) {
  const fixed = word.replace(/[*#]/g, "");
  return fixed ? [fixed] : [];
}
