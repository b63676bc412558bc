/**
 * How a version of the site takes over from the one before.
 *
 * @module
 */

import { renewPython } from "./python.js";
import { ASSETS, find, leftBehind, NEXT, placesIn, store } from "./shelves.js";
import { isListed, namesOnlyOurs, ROOT, SITE, worker } from "./site.js";

/**
 * Milliseconds from the beginning of an installation until it goes on without what is missing and can be done without.
 * Browsers give up on an installation after five minutes.
 */
const LONGEST_INSTALLATION = 200_000;
/** How long the network may take for one page, in milliseconds. */
const LONGEST_PAGE = 60_000;
/** How many pages are fetched at a time: all at once, each would take as long as all of them. */
const GROUP = 4;

/** Fetch what this version needs, while the one before is still in charge. */
export async function install() {
  const end = Date.now() + LONGEST_INSTALLATION;
  await precache();
  await carryOver(await leftBehind(), end);
  await renewPython(AbortSignal.timeout(left(end)));
}

/** Take over from the version before. */
export async function activate() {
  // What came since the installation. A page waits for this, so nothing is asked of the network.
  await carryOver((await leftBehind()).filter((name) => name === NEXT));
  await clearAway();
  await worker.clients.claim();
}

/**
 * @param {number} end
 * @returns {number} milliseconds until then
 */
function left(end) {
  return Math.max(0, end - Date.now());
}

/** Fetch what is kept from the beginning; fails unless all of it arrives, and is of this version. */
async function precache() {
  await Promise.all(
    SITE.precache.map(async (place) => {
      if (isListed(place) && (await find(place))) return;
      const response = await fetch(ROOT + place, { cache: isListed(place) ? "default" : "reload" });
      if (!(await store(place, response))) throw new Error(`${place} cannot be kept`);
    }),
  );
}

/**
 * Keep in this version, too, what the reader has kept so far. What has meanwhile gone from the site is left out.
 *
 * @param {string[]} shelves where it is, the newest first
 * @param {number} [end] until when pages may be fetched anew; without it they are taken as they are
 */
async function carryOver(shelves, end) {
  const found = new Set((await Promise.all(shelves.map(placesIn))).flat());
  const places = [...found].filter(namesOnlyOurs);
  for (let start = 0; start < places.length; start += GROUP) {
    const group = places.slice(start, start + GROUP);
    await Promise.all(group.map((place) => carry(place, shelves, end)));
  }
}

/**
 * Keep one address in this version.
 *
 * @param {string} place
 * @param {string[]} shelves
 * @param {number} [end]
 */
async function carry(place, shelves, end) {
  if (await find(place)) return;
  if (end !== undefined && !isListed(place) && (await fetchAnew(place, end))) return;
  // Without a new one, a copy will do if it is of this version.
  for (const cacheName of shelves) {
    const copy = await caches.match(ROOT + place, { cacheName, ignoreVary: true });
    if (copy && (await store(place, copy).catch(() => false))) return;
  }
}

/**
 * Fetch a kept page anew, as this version has it.
 *
 * @param {string} place
 * @param {number} end
 * @returns {Promise<boolean>} whether that is settled: the page is kept, or has gone from where it was
 */
async function fetchAnew(place, end) {
  const signal = AbortSignal.timeout(Math.min(LONGEST_PAGE, left(end)));
  try {
    const response = await fetch(ROOT + place, { cache: "reload", signal });
    const isGone = response.redirected || [404, 410].includes(response.status);
    return isGone || (await store(place, response));
  } catch {
    return false;
  }
}

/** Remove what no version needs any more. */
async function clearAway() {
  // What a still newer version has just fetched is not ours to remove; it clears away when it takes over.
  if (worker.registration.installing) return;
  for (const name of await leftBehind()) await caches.delete(name);
  const assets = await caches.open(ASSETS);
  for (const place of await placesIn(ASSETS)) {
    if (!isListed(place)) await assets.delete(ROOT + place, { ignoreVary: true });
  }
}
