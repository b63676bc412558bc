/**
 * The caches: what is kept of this version of the site, and what is set aside for the next one.
 *
 * @module
 */

import { isListed, isOurs, placeOf, ROOT, SITE, worker } from "./site.js";

/** One origin may have several sites, and they share its caches: the names of ours begin like this. */
const OURS = `cagecore ${new URL(ROOT).pathname} `;
/** Files with a hash in their address; they stay from one version to the next as long as they are listed. */
export const ASSETS = `${OURS}assets`;
/** Pages, and other things whose address stays the same when they change. */
const PAGES = `${OURS}pages ${SITE.version}`;
/** What is set aside for the next version of the site; it is never shown by this one. */
export const NEXT = `${OURS}next`;

/**
 * @param {string} place
 * @returns {string} the cache for what is of this version
 */
function shelfOf(place) {
  return isListed(place) ? ASSETS : PAGES;
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
 * @param {string} place
 * @param {Response} response
 * @returns {Response | undefined} the answer, if it is a whole one of this very place
 */
function whole(place, response) {
  if (response.status !== 200 || response.type !== "basic") return undefined;
  if (!response.redirected) return response;
  // Some hosts lead from 503.html to 503. No browser opens a page with an answer that was redirected, so what is
  // kept is a new answer.
  const isShortened =
    place.endsWith(".html") && response.url === (ROOT + place).slice(0, -".html".length);
  return isShortened ? new Response(response.body, response) : undefined;
}

/**
 * Keep an answer of the network, if it is whole and ours.
 *
 * @param {string} place
 * @param {Response} response
 * @param {boolean} [aside] whether to set aside what the next version may want
 * @returns {Promise<boolean>} whether this version keeps it: what is set aside for another one is not to be had now
 */
export async function store(place, response, aside = false) {
  const kept = whole(place, response);
  if (!kept) return false;
  const ours = await isOurs(place, kept.clone());
  // A listed file with other bytes is damaged: no version wants it.
  if (aside && !isListed(place) && (!ours || isNextHere())) await put(NEXT, place, kept.clone());
  if (ours) await put(shelfOf(place), place, kept);
  return ours;
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
 * @returns {Promise<string[]>} the places of what is in it
 */
export async function placesIn(shelf) {
  const requests = await (await caches.open(shelf)).keys();
  return requests.map(({ url }) => placeOf(url)).filter((place) => place !== undefined);
}

/** @returns {Promise<string[]>} what older versions set aside for this one, and then their own caches */
export async function leftBehind() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && ![ASSETS, PAGES].includes(name));
  return others.sort((one, other) => Number(other === NEXT) - Number(one === NEXT));
}
