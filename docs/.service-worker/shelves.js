/**
 * The caches: what is kept of this version of the site, and what is set aside for the next one.
 *
 * @module
 */

import { isListed, isOurs, placeOf, ROOT, SITE } from "./site.js";

/** One origin may have several sites, and they share its caches: the names of ours begin like this. */
const OURS = `cagecore ${new URL(ROOT).pathname} `;
/** Files with a hash in their address; they stay from one version to the next as long as they are listed. */
export const ASSETS = `${OURS}assets`;
/** Pages, and other things whose address stays the same when they change. */
export const PAGES = `${OURS}pages ${SITE.version}`;
/** What another version of the site has sent; it is never shown by this one. */
export const NEXT = `${OURS}next`;

/**
 * @param {string} place
 * @returns {string} the cache for what is of this version
 */
export function shelfOf(place) {
  return isListed(place) ? ASSETS : PAGES;
}

/** Opened once: a page asks for some thirty files at a time. @type {Promise<Cache> | undefined} */
let assets;

/**
 * @param {string} shelf
 * @returns {Promise<Cache>}
 */
function open(shelf) {
  if (shelf !== ASSETS) return caches.open(shelf);
  assets ??= caches.open(ASSETS).catch((error) => {
    assets = undefined;
    throw error;
  });
  return assets;
}

/**
 * @param {string} place
 * @returns {Promise<Response | undefined>} what is kept of this version
 */
export async function find(place) {
  try {
    return await (await open(shelfOf(place))).match(ROOT + place, { ignoreVary: true });
  } catch {
    return undefined; // a broken store is as good as an empty one
  }
}

/**
 * Keep an answer of the network, if it is whole and ours.
 *
 * @param {string} place
 * @param {Response} response
 * @param {string} [others] where to keep what belongs to another version; nowhere, if not given
 * @returns {Promise<boolean>} whether this version keeps it: what is set aside for another one is not to be had now
 */
export async function store(place, response, others) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
  const ours = await isOurs(place, response.clone());
  const shelf = ours ? shelfOf(place) : others;
  // A listed file with other bytes is damaged: no version wants it.
  if (!shelf || (isListed(place) && !ours)) return false;
  await (await caches.open(shelf)).put(ROOT + place, response);
  return ours;
}

/**
 * @param {string} shelf
 * @returns {Promise<string[]>} the places of what is in it
 */
export async function placesIn(shelf) {
  const requests = await (await caches.open(shelf)).keys();
  return requests.map(({ url }) => placeOf(url)).filter((place) => place !== undefined);
}

/** @returns {Promise<string[]>} the caches of older versions, and what they set aside for this one */
export async function leftBehind() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(OURS) && name !== ASSETS && name !== PAGES);
}
