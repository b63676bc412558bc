/**
 * Searches the site: what was typed in, pages out, the best first, each with its best section.
 *
 * A section gets the score that MiniSearch gives it for each word or phrase, times the share of them that it has: two
 * words in one section say more than one of them twice.
 *
 * @module
 */

import { codeItem, pageItem } from "./items.js";
import { Synonyms } from "./synonyms.js";
import { asked, isTelling, terms } from "./words.js";

/**
 * @typedef {object} Index what the build writes
 * @property {IndexedPage[]} pages
 * @property {string[][]} synonyms words and phrases that mean the same, a row for each meaning
 * @property {string} codes a pattern of our codes
 *
 * @typedef {object} IndexedPage
 * @property {string} location its address below the site's root
 * @property {string} title
 * @property {[anchor: string, title: string, text: string][]} sections the first is what comes before all headings
 *
 * @typedef {object} Section
 * @property {number} id
 * @property {IndexedPage} of
 * @property {string} anchor
 * @property {string} title
 * @property {string} page the title of its page
 * @property {string} text
 *
 * @typedef {{score: number, found: Set<string>, terms: Set<string>}} Tally
 */

/** How much a word counts in each place. */
const BOOST = { title: 4, page: 2, text: 1 };
/** How far a word may differ from what was typed, as a share of its length. */
const FUZZY = 0.15;
/** Letters from which on a word may differ: with fewer, it would be another word. */
const SHORTEST_SLIP = 5;
/** How much what means the same counts, beside what was typed. */
const SYNONYM = 0.7;
/** Letters from which on the beginning of a word counts. */
const SHORTEST_BEGINNING = 3;
/** Pages that are shown. */
const MOST = 10;

export class Searcher {
  #engine;
  #stemmer;
  #synonyms;
  #codes;
  /** @type {Section[]} */
  #sections;

  /**
   * @param {typeof import("minisearch").default} MiniSearch
   * @param {import("./words.js").Stemmer} stemmer
   * @param {Index} index
   */
  constructor(MiniSearch, stemmer, index) {
    this.#stemmer = stemmer;
    this.#synonyms = new Synonyms(index.synonyms, stemmer);
    this.#codes = new RegExp(`^(?:${index.codes})$`);
    const sections = index.pages.flatMap((of) =>
      of.sections.map(([anchor, title, text]) => ({ of, anchor, title, page: of.title, text })),
    );
    this.#sections = sections.map((section, id) => ({ id, ...section }));
    this.#engine = new MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: (text) => terms(text, stemmer),
      processTerm: (term) => term,
    });
    this.#engine.addAll(this.#sections);
  }

  /**
   * Search.
   *
   * @param {string} query what was typed
   * @returns {import("./items.js").Item[][]} one item a page, as the theme shows them
   */
  search(query) {
    const groups = this.#synonyms.grouped(asked(query));
    const best = this.#bestOfPages(this.#tallies(groups), groups.length);
    const items = best.slice(0, MOST).map(({ section, score, tally }) => {
      const words = groups.map(
        ({ typed }) => /** @type {const} */ ([typed, tally.found.has(typed)]),
      );
      return pageItem(section, score, Object.fromEntries(words), tally.terms, this.#stemmer);
    });
    const code = query.trim().toUpperCase();
    const isCode = /\d/.test(code) && this.#codes.test(code);
    return isCode ? [codeItem(code, (best[0]?.score ?? 0) + 1), ...items] : items;
  }

  /**
   * Add up what each section has of the question.
   *
   * @param {ReturnType<Synonyms["grouped"]>} groups
   * @returns {Map<number, Tally>} by the section's id
   */
  #tallies(groups) {
    /** @type {Map<number, Tally>} */
    const tallies = new Map();
    for (const [turn, { typed, ways }] of groups.entries()) {
      const isLast = turn === groups.length - 1;
      for (const [id, hit] of this.#hits(ways, isLast)) {
        const tally = tallies.get(id) ?? { score: 0, found: new Set(), terms: new Set() };
        tally.score += hit.score;
        tally.found.add(typed);
        for (const term of hit.terms.filter(isTelling)) tally.terms.add(term);
        tallies.set(id, tally);
      }
    }
    return tallies;
  }

  /**
   * Find the sections that have a word, or what means the same.
   *
   * @param {string[][]} ways
   * @param {boolean} isLast whether more of it may still be typed
   * @returns {Map<number, {score: number, terms: string[]}>} the best of the ways for each section
   */
  #hits(ways, isLast) {
    const found = new Map();
    for (const [turn, words] of ways.entries()) {
      const isTyped = turn === 0;
      const results = this.#engine.search(words.join(" "), {
        tokenize: () => words,
        combineWith: "AND",
        boost: BOOST,
        fuzzy: (term) => isTyped && term.length >= SHORTEST_SLIP && FUZZY,
        prefix: (term) => isTyped && isLast && term.length >= SHORTEST_BEGINNING,
      });
      for (const { id, score, terms: which } of results) {
        const weighed = isTyped ? score : score * SYNONYM;
        if (weighed > (found.get(id)?.score ?? 0)) found.set(id, { score: weighed, terms: which });
      }
    }
    return found;
  }

  /**
   * Choose the best section of each page.
   *
   * @param {Map<number, Tally>} tallies
   * @param {number} asked how many words or phrases were asked for
   * @returns {{section: Section, score: number, tally: Tally}[]} the best first
   */
  #bestOfPages(tallies, asked) {
    const best = new Map();
    for (const [id, tally] of tallies) {
      const section = /** @type {Section} */ (this.#sections[id]);
      const score = (tally.score * tally.found.size) / asked;
      const location = section.of.location;
      if (score > (best.get(location)?.score ?? 0)) best.set(location, { section, score, tally });
    }
    return [...best.values()].sort((one, other) => other.score - one.score);
  }
}
