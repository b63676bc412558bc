/**
 * Searches the site: what was typed in, pages out, the best first, each with its best section.
 *
 * A section gets the score that MiniSearch gives it for each word or phrase, times the share of the question that it
 * has: two words in one section say more than one of them twice, and a rare word says more than a common one. To that
 * comes what its page has in all sections together. What was typed is taken for a slip or a beginning only where no
 * section has it.
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
 * @property {IndexedSection[]} sections by headings and rules; the first is what comes before all of them
 * @property {IndexedSection[]} folds what else has a name: folds, terms, countries
 *
 * @typedef {[anchor: string, title: string, text: string]} IndexedSection
 *
 * @typedef {object} Section
 * @property {number} id
 * @property {IndexedPage} of
 * @property {string} anchor
 * @property {string} title
 * @property {string} [heading] its title, if that is a heading
 * @property {string} [fold] its title, if that is the line of a fold or the like
 * @property {string} page the title of its page
 * @property {string} text
 *
 * @typedef {{score: number, terms: string[]}} Hit
 *
 * @typedef {{score: number, weight: number, found: Set<string>, terms: Set<string>}} Tally
 *
 * @typedef {object} Found
 * @property {Map<number, Tally>} tallies by the section's id
 * @property {Map<IndexedPage, Tally>} pages
 * @property {number} whole how much all words of the question say together
 */

/** How much a word counts in each place. The line of a fold can be a whole sentence, so it says less than a heading. */
const BOOST = { heading: 5, fold: 2, page: 6, text: 1 };
/** How soon a word that comes again counts no more (k), what length takes away (b), what nothing takes away (d). */
const BM25 = { k: 0.8, b: 0.6, d: 0.5 };
/** How far a word may differ from what was typed, as a share of its length. */
const FUZZY = 0.15;
/** Letters from which on a word may differ: with fewer, it would be another word. */
const SHORTEST_SLIP = 5;
/** How much what means the same counts, beside what was typed. */
const SYNONYM = 0.6;
/** How strongly a section must have all of the question. */
const SHARE = 1.5;
/** How much the page as a whole counts, beside its section. */
const PAGE = 0.2;
/** How much a word says at least, however common it is. */
const LEAST = 0.05;
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
    const sections = index.pages.flatMap((of) => [
      ...of.sections.map((section) => ({ ...named(of, section), heading: section[1] })),
      ...of.folds.map((section) => ({ ...named(of, section), fold: section[1] })),
    ]);
    this.#sections = sections.map((section, id) => ({ ...section, id }));
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
    const best = this.#bestOfPages(this.#tallies(groups));
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
   * Add up what each section has of the question, and each page in all its sections together.
   *
   * @param {ReturnType<Synonyms["grouped"]>} groups
   * @returns {Found}
   */
  #tallies(groups) {
    /** @type {Map<number, Tally>} */
    const tallies = new Map();
    /** @type {Map<IndexedPage, Tally>} */
    const pages = new Map();
    let whole = 0;
    for (const [turn, { typed, ways }] of groups.entries()) {
      const hits = this.#hits(ways, turn === groups.length - 1);
      const weight = this.#weight(hits.size);
      whole += weight;
      /** @type {Map<IndexedPage, Hit>} */
      const best = new Map();
      for (const [id, hit] of hits) {
        add(tallies, id, hit, weight, typed);
        const { of } = /** @type {Section} */ (this.#sections[id]);
        if (hit.score > (best.get(of)?.score ?? 0)) best.set(of, hit);
      }
      for (const [page, hit] of best) add(pages, page, hit, weight, typed);
    }
    return { tallies, pages, whole };
  }

  /**
   * @param {number} sections how many have a word, or what means the same
   * @returns {number} how much that word says: the fewer have it, the more; nothing if none has it
   */
  #weight(sections) {
    const others = this.#sections.length - sections;
    return sections && Math.max(Math.log(1 + (others + 0.5) / (sections + 0.5)), LEAST);
  }

  /**
   * Find the sections that have a word, or what means the same.
   *
   * @param {string[][]} ways
   * @param {boolean} isLast whether more of it may still be typed
   * @returns {Map<number, Hit>} the best of the ways for each section
   */
  #hits(ways, isLast) {
    const found = new Map();
    const typed = ways[0]?.length ?? 1;
    for (const [turn, words] of ways.entries()) {
      const options = {
        tokenize: () => words,
        combineWith: /** @type {const} */ ("AND"),
        boost: BOOST,
        bm25: BM25,
      };
      let results = this.#engine.search(words.join(" "), options);
      if (turn === 0 && words.length === 1 && !results.length) {
        results = this.#engine.search(words.join(" "), {
          ...options,
          fuzzy: (term) => term.length >= SHORTEST_SLIP && FUZZY,
          prefix: (term) => isLast && term.length >= SHORTEST_BEGINNING,
        });
      }
      // A phrase that means the same counts as many words as were typed, not as many as it has.
      const share = turn === 0 ? 1 : (SYNONYM * typed) / words.length;
      for (const { id, score, terms: which } of results) {
        const weighed = score * share;
        if (weighed > (found.get(id)?.score ?? 0)) found.set(id, { score: weighed, terms: which });
      }
    }
    return found;
  }

  /**
   * Choose the best section of each page.
   *
   * @param {Found} found
   * @returns {{section: Section, score: number, tally: Tally}[]} the best first
   */
  #bestOfPages({ tallies, pages, whole }) {
    const best = new Map();
    for (const [id, tally] of tallies) {
      const section = /** @type {Section} */ (this.#sections[id]);
      const page = /** @type {Tally} */ (pages.get(section.of));
      const score = scored(tally, whole) + PAGE * scored(page, whole);
      const location = section.of.location;
      if (score > (best.get(location)?.score ?? 0)) best.set(location, { section, score, tally });
    }
    return [...best.values()].sort((one, other) => other.score - one.score);
  }
}

/**
 * @param {IndexedPage} of
 * @param {IndexedSection} section
 * @returns {Omit<Section, "id">}
 */
function named(of, [anchor, title, text]) {
  return { of, anchor, title, page: of.title, text };
}

/**
 * @template Key
 * @param {Map<Key, Tally>} tallies
 * @param {Key} key
 * @param {Hit} hit
 * @param {number} weight how much the word says
 * @param {string} typed
 */
function add(tallies, key, hit, weight, typed) {
  const tally = tallies.get(key) ?? { score: 0, weight: 0, found: new Set(), terms: new Set() };
  tally.score += hit.score;
  tally.weight += weight;
  tally.found.add(typed);
  for (const term of hit.terms.filter(isTelling)) tally.terms.add(term);
  tallies.set(key, tally);
}

/**
 * @param {Tally} tally
 * @param {number} whole how much all words of the question say together
 * @returns {number} the score, times the share of the question that is there
 */
function scored(tally, whole) {
  return tally.score * (tally.weight / whole) ** SHARE;
}
