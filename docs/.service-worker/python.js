/**
 * Python for use without a connection. It is large: a version fetches it only where an older one has kept it.
 *
 * @module
 */

import { ROOT, worker } from "./names.js";
import { ASSETS, addressesIn, find, store } from "./shelves.js";
import { placeOf, SITE } from "./site.js";

/** @typedef {WorkerNavigator & {connection?: {saveData?: boolean}}} Line what only some browsers say */

/**
 * Fetch Python anew where an older version could start it without a connection, so that this one can, too. Readers
 * who save data get it when they open the validator.
 *
 * @param {AbortSignal} signal ends it
 */
export async function renewPython(signal) {
  const { connection } = /** @type {Line} */ (worker.navigator);
  if (connection?.saveData) return;
  const older = (await addressesIn(ASSETS)).filter((address) => placeOf(address) === undefined);
  const paths = SITE.paths.filter((path) => hasAll(older, Object.keys(path)));
  const places = new Set(paths.flatMap((path) => Object.values(path)));
  await Promise.allSettled([...places].map((place) => fetchMissing(place, signal)));
}

/**
 * @param {string[]} addresses
 * @param {string[]} parts
 * @returns {boolean} whether one of the folders has files of all these kinds
 */
function hasAll(addresses, parts) {
  const found = new Set(addresses.map((address) => folderOf(address) + partOf(address)));
  return addresses.some((address) => parts.every((part) => found.has(folderOf(address) + part)));
}

/**
 * @param {string} address
 * @returns {string} its folder, up to the last slash
 */
function folderOf(address) {
  return address.slice(0, address.lastIndexOf("/") + 1);
}

/**
 * @param {string} address
 * @returns {string} what the file is, as `site_build.runtime.paths.part` says it
 */
function partOf(address) {
  return address.endsWith(".whl") ? "wheel" : address.slice(folderOf(address).length);
}

/**
 * Fetch a file that is not here yet.
 *
 * @param {string} place
 * @param {AbortSignal} signal
 */
async function fetchMissing(place, signal) {
  if (!(await find(place))) await store(place, await fetch(ROOT + place, { signal }));
}
