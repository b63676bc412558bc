/**
 * The caches: what is kept of this version of the site, and what is set aside for the next one.
 *
 * @module
 */

import { OURS, ROOT, worker } from "./names.js";
import { isLasting, isPage, maySuit, placeOf, SITE, versionOf } from "./site.js";

/** Files with a hash in their address; they stay from one version to the next as long as they are listed. */
export const ASSETS = `${OURS}assets`;
/** Pages, and files whose address stays the same when they change. */
const PAGES = `${OURS}pages ${SITE.version}`;
/** Pages that are set aside for the next version of the site; this one never shows them. */
export const NEXT = `${OURS}next`;

/**
 * @param {string} place
 * @returns {string} the cache for what is of this version
 */
function shelfOf(place) {
  return isLasting(place) ? ASSETS : PAGES;
}

/**
 * @param {string} place
 * @returns {Promise<Response | undefined>} what is kept of this version
 */
export async function find(place) {
  try {
    // By its name each time: an opened cache stays as it was when the reader has deleted the site's data.
    return await caches.match(ROOT + place, { cacheName: shelfOf(place), ignoreVary: true });
  } catch {
    return undefined; // a broken store is as good as an empty one
  }
}

/**
 * Keep an answer of the network, if it is whole and ours. Of any other not even the content is read.
 *
 * @param {string} place
 * @param {Response} response
 * @param {boolean} [aside] whether to set aside a page that the next version may want
 * @returns {Promise<boolean>} whether this version keeps it: what is set aside for another one is not to be had now
 */
export async function store(place, response, aside = false) {
  if (!maySuit(place, response)) return false;
  // A copy, for the answer is needed elsewhere. What is kept is a new one: no browser opens a page with an answer that
  // was redirected.
  const bytes = await response.clone().arrayBuffer();
  const version = await versionOf(place, bytes);
  const { headers } = response;
  const copy = () => new Response(bytes, { headers });
  const isForNext = version === "another" || (version === "this" && isNextHere());
  if (aside && isPage(place) && isForNext) await put(NEXT, place, copy());
  if (version === "this") await put(shelfOf(place), place, copy());
  return version === "this";
}

/**
 * Fetch something and keep it.
 *
 * @param {string} place
 * @param {RequestCache} cache where the browser may take it from; where it has something else there, the host is asked
 * @param {boolean} [aside] as above
 * @returns {Promise<boolean>} whether this version keeps it
 */
export async function obtain(place, cache, aside) {
  if (await store(place, await fetch(ROOT + place, { cache }), aside)) return true;
  return cache !== "reload" && store(place, await fetch(ROOT + place, { cache: "reload" }), aside);
}

/** @returns {boolean} whether another version has looked already at what this one keeps */
function isNextHere() {
  return Boolean(worker.registration.installing ?? worker.registration.waiting);
}

/**
 * Put an answer into a cache.
 *
 * @param {string} shelf
 * @param {string} place
 * @param {Response} response
 */
async function put(shelf, place, response) {
  await (await caches.open(shelf)).put(ROOT + place, response);
}

/**
 * @param {string} shelf
 * @returns {Promise<string[]>} the addresses of what is in it
 */
export async function addressesIn(shelf) {
  const requests = await (await caches.open(shelf)).keys();
  return requests.map(({ url }) => url);
}

/** @returns {Promise<string[]>} what older versions set aside for this one, and then their own caches */
export async function leftBehind() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && ![ASSETS, PAGES].includes(name));
  return others.sort((one, other) => Number(other === NEXT) - Number(one === NEXT));
}

/** Remove all that no version needs any more, and whatever else has come into our caches. */
export async function clearAway() {
  for (const name of await leftBehind()) await caches.delete(name);
  const assets = await caches.open(ASSETS);
  for (const address of await addressesIn(ASSETS)) {
    const place = placeOf(address);
    const isOurs = place !== undefined && isLasting(place) && address === ROOT + place;
    if (!isOurs) await assets.delete(address, { ignoreVary: true });
  }
}
