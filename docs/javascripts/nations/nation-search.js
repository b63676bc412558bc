/**
 * Finds rows of the table of nations: by words, by a structure, or by a whole code.
 *
 * @module
 */

/** @typedef {{terms: string, pattern: string}} Known what a row is found by */

const SHAPE = /^[A-Z0-9*#]{5}$/;

/**
 * Make a search of some rows.
 *
 * @param {Known[]} known
 * @returns {(query: string) => boolean[]} which rows fit
 */
export function finder(known) {
  const words = known.map(({ terms }) => split(terms));
  return (query) => {
    const shape = query.trim().toUpperCase();
    const asked = split(query);
    const byShape = () => known.map(({ pattern }) => overlap(shape, pattern));
    if (/[*#]/.test(shape) || (SHAPE.test(shape) && /\d/.test(shape))) return byShape();
    const found = words.map((own) => asked.every((word) => own.some((one) => begins(one, word))));
    // Five letters can be a word or a code; they are taken for a code only where they are no word.
    return SHAPE.test(shape) && !found.includes(true) ? byShape() : found;
  };
}

/**
 * Split a text into words without case and diacritics.
 *
 * @param {string} text
 * @returns {string[]}
 */
function split(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A number is meant whole: "tier 2" is not for a bureau with number 29.
 *
 * @param {string} word
 * @param {string} asked
 * @returns {boolean}
 */
function begins(word, asked) {
  return /^\d+$/.test(asked) ? word === asked : word.startsWith(asked);
}

/**
 * Say whether some code can have both shapes.
 *
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function overlap(one, other) {
  if (!SHAPE.test(one)) return false;
  return [...one].every((char, place) => meet(char, other.charAt(place)));
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} whether some character fits both places
 */
function meet(one, other) {
  if (one === "*" || other === "*" || one === other) return true;
  return (one === "#" && /\d/.test(other)) || (other === "#" && /\d/.test(one));
}
