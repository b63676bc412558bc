/**
 * What stands in the address: a code, `#code=1ABC5&expect=cage`, or words to find, `#find=germany`. The part after `#` is never sent to a server.
 *
 * @module
 */

/** @import {Entry} from "../validator/entry.js" */

/**
 * Write an entry as a fragment.
 *
 * @param {Entry} entry
 * @returns {string} with its `#`; empty for a text that cannot stand in an address
 */
export function toFragment({ text, expect }) {
  try {
    const fragment = `#code=${encodeURIComponent(text)}`;
    return expect ? `${fragment}&expect=${encodeURIComponent(expect)}` : fragment;
  } catch {
    return ""; // a lone surrogate has no percent-encoding
  }
}

/**
 * Read a fragment. Whatever stands there, this never fails.
 *
 * @param {string} fragment with or without its `#`
 * @returns {Entry | undefined} nothing when it names no code
 */
export function fromFragment(fragment) {
  const parts = read(fragment);
  const text = parts.get("code");
  return text === undefined ? undefined : { text, expect: parts.get("expect") ?? "" };
}

/**
 * Write words to find as a fragment.
 *
 * @param {string} words
 * @returns {string} with its `#`; empty where there are none, and for a text that cannot stand in an address
 */
export function toFind(words) {
  try {
    return words.trim() === "" ? "" : `#find=${encodeURIComponent(words.trim())}`;
  } catch {
    return ""; // a lone surrogate has no percent-encoding
  }
}

/**
 * Read words to find from a fragment. Whatever stands there, this never fails.
 *
 * @param {string} fragment with or without its `#`
 * @returns {string | undefined} nothing when it names none
 */
export function fromFind(fragment) {
  return read(fragment).get("find");
}

/**
 * @param {string} fragment
 * @returns {Map<string, string>}
 */
function read(fragment) {
  /** @type {Map<string, string>} */
  const parts = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0) parts.set(part.slice(0, at), decode(part.slice(at + 1)));
  }
  return parts;
}

/**
 * @param {string} value
 * @returns {string} as it stands when it is no percent-encoding
 */
function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
