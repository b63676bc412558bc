/**
 * The first look: what the patterns of the library say of a text before the library itself has started.
 *
 * It holds no rule. `cagecore patterns --json` writes the patterns; here they are only applied, to texts that are
 * nothing but ASCII letters and digits after trimming. All other texts, and whatever a kind has beyond its
 * shape, are left to the full check. A test compares the two.
 *
 * @module
 */

/** @import {Names, Reading, Report} from "../core/wire.js" */
/** @import {Judged} from "../report/verdict.js" */

/**
 * @typedef {object} Pattern
 * @property {string} id
 * @property {string} name
 * @property {string} article
 * @property {string} pattern
 * @property {number[]} lengths
 * @property {boolean} ours whether it is one of those that the site is about
 * @property {boolean} complete whether the shape alone decides
 * @property {string} doubt what a warning says of all its codes, in a few words
 * @property {boolean} structured whether the first and last character show who assigns it
 */

/**
 * What `cagecore patterns --json` writes.
 *
 * @typedef {object} Patterns
 * @property {string} version
 * @property {string} plain the texts that need no cleaning
 * @property {Pattern[]} schemes in the order in which they are tried
 * @property {Record<string, {nation: string | null, issuer: string | null}>} structures
 * @property {Record<string, string>} nations
 * @property {Record<string, string>} issuers
 */

/**
 * What a first look says of a text, in the form of a report without findings: `well_formed` says that the shape fits.
 *
 * @typedef {object} Seen
 * @property {boolean} plain whether the patterns can speak of the text at all
 * @property {boolean} complete whether the shape decides, or more is to come
 * @typedef {Judged & Seen} Look
 */

export class FirstLook {
  /** @type {(Pattern & {fits: RegExp})[]} */
  #schemes;
  #plain;
  #structures;
  /** What is needed to put a look into words. @type {Names} */
  catalogue;

  /** @param {Patterns} patterns */
  constructor({ plain, schemes, structures, nations, issuers }) {
    this.#schemes = schemes.map((scheme) => ({ ...scheme, fits: whole(scheme.pattern) }));
    this.#plain = whole(plain);
    this.#structures = structures;
    const unsaid = { anchor: "", shape: "", apart: "", expectable: true, limits: [] };
    const named = schemes.map(({ id, name, article, ours }) => {
      return [id, { name, article, ours, ...unsaid }];
    });
    this.catalogue = { schemes: Object.fromEntries(named), nations, issuers };
  }

  /**
   * Look at a text.
   *
   * @param {string} text as typed
   * @param {string[] | null} expect the kinds that the field is for; `null` for any
   * @returns {Look}
   */
  at(text, expect) {
    const code = text.trim().toUpperCase();
    const nothing = { report: none(text), hints: [], doubt: "" };
    if (!this.#plain.test(text.trim())) return { ...nothing, plain: false, complete: false };
    const fitting = this.#schemes.filter(({ id, lengths, fits }) => {
      const tried = expect ? expect.includes(id) : lengths.includes(code.length);
      return tried && fits.test(code);
    });
    const [best] = fitting;
    if (!best) return { ...nothing, plain: true, complete: true };
    const readings = fitting.map((scheme) => this.#reading(scheme, code));
    const [{ nation, issuer }] = /** @type {[Reading]} */ (readings);
    const found = { code, scheme: best.id, well_formed: true, nation, issuer, readings };
    const hints = expect ? [] : fitting.filter(({ ours }) => !ours).map(({ id }) => id);
    const { complete, doubt } = best;
    return { report: { ...none(text), ...found }, hints, doubt, plain: true, complete };
  }

  /**
   * Read a code as one scheme, whose pattern it fits.
   *
   * @param {Pattern} scheme
   * @param {string} code
   * @returns {Reading}
   */
  #reading({ id, structured }, code) {
    const [first, last] = [code[0], code.at(-1)].map((edge) => ((edge ?? "") <= "9" ? "#" : edge));
    const structure = structured ? this.#structures[`${first}***${last}`] : undefined;
    const { nation = null, issuer = null } = structure ?? {};
    return { scheme: id, code, well_formed: true, nation, issuer, findings: [] };
  }
}

/**
 * @param {string} pattern
 * @returns {RegExp} that matches whole texts only, letters of either case
 */
function whole(pattern) {
  return new RegExp(`^(?:${pattern})$`, "i");
}

/**
 * @param {string} text
 * @returns {Report} that says nothing of it
 */
function none(text) {
  return {
    input: text,
    code: null,
    scheme: null,
    well_formed: false,
    nation: null,
    issuer: null,
    findings: [],
    readings: [],
    suggestions: [],
  };
}
