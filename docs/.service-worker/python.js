/**
 * Python for use without a connection. It is large: a version fetches it only where an older one has kept it.
 *
 * @module
 */

import { ASSETS, find, placesIn, store } from "./shelves.js";
import { isListed, ROOT, SITE, worker } from "./site.js";

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
  const older = (await placesIn(ASSETS)).filter((place) => !isListed(place));
  const paths = SITE.paths.filter((path) => hasAll(older, Object.keys(path)));
  const places = new Set(paths.flatMap((path) => Object.values(path)));
  await Promise.allSettled([...places].map((place) => fetchMissing(place, signal)));
}

/**
 * @param {string[]} places
 * @param {string[]} parts
 * @returns {boolean} whether one of the folders has files of all these kinds
 */
function hasAll(places, parts) {
  const found = new Set(places.map((place) => folderOf(place) + partOf(place)));
  return places.some((place) => parts.every((part) => found.has(folderOf(place) + part)));
}

/**
 * @param {string} place
 * @returns {string} its folder, up to the last slash
 */
function folderOf(place) {
  return place.slice(0, place.lastIndexOf("/") + 1);
}

/**
 * @param {string} place
 * @returns {string} what the file is, as `site_build.runtime.paths.part` says it
 */
function partOf(place) {
  return place.endsWith(".whl") ? "wheel" : place.slice(folderOf(place).length);
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
