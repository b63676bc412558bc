/**
 * Shows any text so that every character can be seen: what has no glyph of its own gets a name in its place.
 *
 * @module
 */

import { make } from "../site/dom.js";

/** Short names of the invisible characters that people really paste. @type {Record<string, string>} */
const NAMES = {
  "\0": "NUL",
  "\t": "tab",
  "\n": "line end",
  "\r": "CR",
  " ": "space",
  "\u00a0": "no-break space",
  "\u00ad": "soft hyphen",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u2028": "line end",
  "\u3000": "wide space",
  "\ufeff": "byte-order mark",
};

// Controls, formats, separators, surrogates, private and unassigned characters.
const INVISIBLE = /^[\p{C}\p{Z}]$/u;
const COMBINING = /^\p{M}$/u;

/**
 * Name an invisible character.
 *
 * @param {string} char one code point
 * @returns {string | undefined} nothing for a visible one
 */
function nameOf(char) {
  if (!INVISIBLE.test(char)) return undefined;
  return NAMES[char] ?? codePoint(char);
}

/**
 * Write the code point of a character.
 *
 * @param {string} char
 * @returns {string} e.g. `U+200B`
 */
function codePoint(char) {
  const value = char.codePointAt(0) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Show one character.
 *
 * @param {string} char one code point
 * @returns {Node}
 */
export function show(char) {
  const name = nameOf(char);
  if (name) return make("span", { class: "cc-unseen" }, name);
  // A combining mark is drawn on a circle; isolation keeps right-to-left letters in their place.
  return make("bdi", {}, COMBINING.test(char) ? `◌${char}` : char);
}

/**
 * Show a text in one line. Spaces between words stay spaces; everything else unseen gets its name.
 *
 * @param {string} text
 * @param {number} limit characters shown before the rest is only counted
 * @returns {Node[]}
 */
export function spell(text, limit = 40) {
  const chars = Array.from(text);
  const nodes = chars.slice(0, limit).map((char, place) => {
    const inner = char === " " && isWord(chars[place - 1]) && isWord(chars[place + 1]);
    return inner ? document.createTextNode(" ") : show(char);
  });
  if (chars.length > limit) {
    nodes.push(
      make("span", { class: "cc-more" }, ` … and ${count(chars.length - limit, "more character")}`),
    );
  }
  return nodes;
}

/**
 * @param {string | undefined} char
 * @returns {boolean} whether there is one, and it can be seen
 */
function isWord(char) {
  return char !== undefined && !INVISIBLE.test(char);
}

/**
 * Count things in words.
 *
 * @param {number} number
 * @param {string} noun in the singular
 * @returns {string} e.g. `1,200 lines`
 */
export function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
