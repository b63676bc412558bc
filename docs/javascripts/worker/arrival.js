/**
 * What a file of the runtime is when it has come, and what can be made of it.
 *
 * @module
 */

import { compile, WASM } from "./compile.js";

/**
 * A file: its bytes, the program in it, or what the service worker has kept, which was checked then and need not be
 * read by us.
 *
 * @typedef {Uint8Array<ArrayBuffer> | WebAssembly.Module | Response} Arrival
 */

/**
 * Give the bytes of a file; a program has none any more.
 *
 * @param {Arrival} arrival
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesOf(arrival) {
  if (arrival instanceof WebAssembly.Module) throw new TypeError("a program has no bytes any more");
  return arrival instanceof Response
    ? new Uint8Array(await arrival.clone().arrayBuffer())
    : arrival;
}

/**
 * Give the program in a file, compiled.
 *
 * @param {Arrival} arrival
 * @returns {Promise<WebAssembly.Module>}
 */
export async function programOf(arrival) {
  if (arrival instanceof WebAssembly.Module) return arrival;
  if (!(arrival instanceof Response)) return WebAssembly.compile(arrival);
  // As it was kept, the browser may know it compiled already; of another type it would refuse it.
  return arrival.headers.get("content-type") === WASM
    ? WebAssembly.compileStreaming(arrival)
    : compile(arrival.body);
}
