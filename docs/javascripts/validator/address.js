/**
 * A code in the address of the validator: `#code=1ABC5&expect=cage`.
 *
 * @module
 */

import * as fragments from "../site/fragment.js";

/** @import {Entry} from "./entry.js" */

/**
 * Write an entry as a fragment.
 *
 * @param {Entry} entry
 * @returns {string} with its `#`; empty where no address can hold the text
 */
export function toFragment({ text, expect }) {
  return fragments.toFragment(expect ? { code: text, expect } : { code: text });
}

/**
 * Read a fragment. Whatever it holds, this never fails.
 *
 * @param {string} fragment with or without its `#`
 * @returns {Entry | undefined} nothing where it names no code
 */
export function fromFragment(fragment) {
  const values = fragments.fromFragment(fragment);
  const text = values.get("code");
  return text === undefined ? undefined : { text, expect: values.get("expect") ?? "" };
}
