/**
 * What the theme shows of a result. It takes strings for HTML, so everything is escaped here.
 *
 * @module
 */

import { forms } from "./words.js";

/**
 * @typedef {object} Item a line of a result, in the theme's form
 * @property {string} location its address below the site's root
 * @property {string} title HTML
 * @property {string} text HTML
 * @property {Record<string, boolean>} terms the words that were typed, and whether they were found
 * @property {number} score
 */

/** Characters of an excerpt. */
const EXCERPT = 180;
/** How many of them may come before the first word that was found. */
const BEFORE = 50;
/** By how much the line of a section exceeds that of its page: Enter opens the higher one. */
const ABOVE = 0.01;

/** What is shown when nothing can be searched. One page at least lists where everything is. */
export const notLoaded = [
  [
    {
      location: "start/",
      title: "The search could not be loaded",
      text: "Type on to try again, or reload the page. This result leads to a page that names all others.",
      terms: {},
      score: 1,
    },
  ],
];

/**
 * Show a page with its best section.
 *
 * @param {import("./searcher.js").Section} section
 * @param {number} score
 * @param {Record<string, boolean>} words those that were typed, and whether they were found
 * @param {Set<string>} found what was found, as it is in the index
 * @param {import("./words.js").Stemmer} stemmer
 * @returns {Item[]}
 */
export function pageItem(section, score, words, found, stemmer) {
  const { location, title } = section.of;
  const text = excerpt(section.text, found, stemmer);
  const best = {
    location: location + (section.anchor && `#${section.anchor}`),
    title: marked(section.title, found, stemmer),
    text,
    terms: words,
    score: score + ABOVE,
  };
  if (!section.anchor) return [best];
  const page = { location, title: marked(title, found, stemmer), text: "", terms: words, score };
  return [page, best];
}

/**
 * Offer to check a code.
 *
 * @param {string} code
 * @param {number} score
 * @returns {Item[]}
 */
export function codeItem(code, score) {
  const location = `validator/#code=${encodeURIComponent(code)}`;
  return [{ location, title: `Check ${escaped(code)}`, text: "", terms: {}, score }];
}

/**
 * Cut a text around the first word that was found, and mark those words.
 *
 * @param {string} text
 * @param {Set<string>} found
 * @param {import("./words.js").Stemmer} stemmer
 * @returns {string} HTML
 */
function excerpt(text, found, stemmer) {
  const place = text.split(/(?<=\s)/).findIndex((word) => isFound(word, found, stemmer));
  const words = text.split(/(?<=\s)/);
  let start = Math.max(place, 0);
  for (let room = BEFORE; start > 0 && room > 0; start -= 1) room -= words[start - 1]?.length ?? 0;
  let end = start;
  for (let room = EXCERPT; end < words.length && room > 0; end += 1)
    room -= words[end]?.length ?? 0;
  const cut = marked(words.slice(start, end).join("").trim(), found, stemmer);
  return `${start ? "… " : ""}${cut}${end < words.length ? " …" : ""}`;
}

/**
 * Mark the words that were found.
 *
 * @param {string} text
 * @param {Set<string>} found
 * @param {import("./words.js").Stemmer} stemmer
 * @returns {string} HTML
 */
function marked(text, found, stemmer) {
  return text
    .split(/(\s+)/)
    .map((word) =>
      isFound(word, found, stemmer) ? `<mark>${escaped(word)}</mark>` : escaped(word),
    )
    .join("");
}

/**
 * @param {string} word
 * @param {Set<string>} found
 * @param {import("./words.js").Stemmer} stemmer
 * @returns {boolean} whether it is one that was found
 */
function isFound(word, found, stemmer) {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}*#]+$/gu, "");
  return bare !== "" && forms(bare.replace(/['’]s$/u, ""), stemmer).some((form) => found.has(form));
}

/**
 * @param {string} text
 * @returns {string} the text as HTML
 */
function escaped(text) {
  return text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}
