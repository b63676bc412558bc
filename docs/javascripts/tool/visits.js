/**
 * What the browser's history keeps of the entries, so that Back and a reload show them again.
 *
 * The history may refuse: Safari takes only so many entries in a given time, and every browser only so much in
 * one. An answer never waits for it; an entry that it refused is remembered here while it is on show.
 *
 * @module
 */

import { bareAddress, write } from "../site/history.js";

/** @import {Address, Entry} from "./parts.js" */

/** Longer ones stay out of the address. */
const LONGEST_FRAGMENT = 2000;
/** Longer texts stay out of the history as well: browsers write it to disk. */
const LONGEST_TEXT = 20_000;

/** @template {Entry} Typed */
export class Visits {
  #address;
  #blank;
  /** The entries that are too long, by what the history has in their place. @type {Map<string, Typed>} */
  #long = new Map();
  /** What is on show although the history says something else. @type {Typed | undefined} */
  #instead;

  /**
   * @param {Address<Typed>} address
   * @param {Typed} blank the entry where neither the history nor the address says anything
   */
  constructor(address, blank) {
    this.#address = address;
    this.#blank = blank;
    const { state } = history;
    // A text that had to outlast a reload has done so.
    if (state && isLong(state)) write("replaceState", this.#short(state));
    // Another page, or a link, may have put more into the address than belongs there.
    const entry = address.fromFragment(location.hash);
    if (entry && location.hash.length > LONGEST_FRAGMENT) {
      write("replaceState", this.#short(entry), bareAddress());
    }
  }

  /** @returns {Typed} what the history says, or the address */
  get current() {
    const { state } = history;
    const entry = this.#instead ?? (state?.long ? this.#long.get(state.long) : state);
    return entry ?? this.#address.fromFragment(location.hash) ?? this.#blank;
  }

  /**
   * Add an entry to the history.
   *
   * @param {Typed} entry a new one
   */
  add(entry) {
    const fragment = this.#address.toFragment(entry);
    const shown = fragment.length > LONGEST_FRAGMENT ? "" : fragment;
    const state = this.#short(entry);
    this.#instead = write("pushState", state, `${bareAddress()}${shown}`) ? undefined : entry;
  }

  /**
   * Stay with an entry, whatever the history says, until the reader goes to another one.
   *
   * @param {Typed} entry
   */
  stay(entry) {
    this.#instead = entry;
  }

  /** The reader went to another entry: the history is right again. */
  move() {
    this.#instead = undefined;
  }

  /**
   * Keep an entry whole, however long, until the page has been loaded again.
   *
   * @param {Typed} entry
   * @returns {boolean} whether that can be done
   */
  hold(entry) {
    return write("replaceState", entry);
  }

  /**
   * @param {Typed} entry
   * @returns {Typed | {long: string}} what the history is to keep of it
   */
  #short(entry) {
    if (!isLong(entry)) return entry;
    // Another load of the page numbers its own, and must not take these for them.
    const long = `${performance.timeOrigin} ${this.#long.size}`;
    this.#long.set(long, entry);
    return { long };
  }
}

/**
 * @param {Entry} entry
 * @returns {boolean} whether one of its texts is too long for the history
 */
function isLong(entry) {
  return Object.values(entry).some((text) => text.length > LONGEST_TEXT);
}
