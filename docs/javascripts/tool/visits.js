/**
 * What the browser's history keeps of the checks, so that Back and a reload show them again.
 *
 * The history may refuse: Safari takes so many entries in a time and no more, and every browser takes only so much
 * in one. A check never waits for it; an entry that it refused is remembered here while it is on show.
 *
 * @module
 */

import { fromFragment, toFragment } from "../site/address.js";

/** @import {Entry} from "../validator/entry.js" */

/** Longer ones stay out of the address. */
const LONGEST_FRAGMENT = 2000;
/** Longer texts stay out of the history as well: browsers write it to the disk. */
const LONGEST_TEXT = 20_000;

export class Visits {
  /** The texts that are too long, by what the history has in their place. @type {Map<string, Entry>} */
  #long = new Map();
  /** What is on show although the history says something else. @type {Entry | undefined} */
  #instead;

  constructor() {
    const { state } = history;
    // A text that had to outlast a reload has done so.
    if (state?.text?.length > LONGEST_TEXT) write("replaceState", this.#short(state));
    // Another page, or a link, may have put more into the address than belongs there.
    const entry = fromFragment(location.hash);
    if (entry && location.hash.length > LONGEST_FRAGMENT) {
      write("replaceState", this.#short(entry), bareAddress());
    }
  }

  /** @returns {Entry} what the history or the address says; nothing typed when they say nothing */
  get current() {
    const { state } = history;
    const entry = this.#instead ?? (state?.long ? this.#long.get(state.long) : state);
    return entry ?? fromFragment(location.hash) ?? { text: "", expect: "" };
  }

  /** @param {Entry} entry a new one */
  add(entry) {
    const fragment = toFragment(entry);
    const shown = fragment.length > LONGEST_FRAGMENT ? "" : fragment;
    const state = this.#short(entry);
    this.#instead = write("pushState", state, `${bareAddress()}${shown}`) ? undefined : entry;
  }

  /**
   * Stay with an entry, whatever the history says, until the reader goes to another one.
   *
   * @param {Entry} entry
   */
  stay(entry) {
    this.#instead = entry;
  }

  /** Hear that the reader went to another entry. */
  move() {
    this.#instead = undefined;
  }

  /**
   * Keep an entry whole, however long, until the page has been loaded again.
   *
   * @param {Entry} entry
   * @returns {boolean} whether that can be done
   */
  hold(entry) {
    return write("replaceState", entry);
  }

  /**
   * @param {Entry} entry
   * @returns {Entry | {long: string}} what the history is to have of it
   */
  #short(entry) {
    if (entry.text.length <= LONGEST_TEXT) return entry;
    // Another load of the page numbers its own, and must not take these for them.
    const long = `${performance.timeOrigin} ${this.#long.size}`;
    this.#long.set(long, entry);
    return { long };
  }
}

/** @returns {string} this page's address without what stands after the # */
function bareAddress() {
  return `${location.pathname}${location.search}`;
}

/** @returns {boolean} whether the page was opened anew; who comes back or reloads is taken to where they were */
export function isNewVisit() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

/**
 * Change the history, if it lets itself be changed.
 *
 * @param {"pushState" | "replaceState"} how
 * @param {unknown} state
 * @param {string} [address] as it is, without one
 * @returns {boolean} whether it did
 */
export function write(how, state, address) {
  try {
    history[how](state, "", address);
    return true;
  } catch {
    return false;
  }
}
