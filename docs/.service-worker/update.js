/**
 * How a version of the site takes over from the one before.
 *
 * @module
 */

import { renewPython } from "./python.js";
import { ASSETS, find, leftBehind, placesIn, store } from "./shelves.js";
import { isListed, namesOnlyOurs, placeOf, ROOT, SITE, worker } from "./site.js";

/** How long the network may take for a page, in milliseconds. */
const LONGEST = 4000;

/**
 * Milliseconds from the beginning of an installation until it does without what is still missing and need not be
 * there. Browsers give up on an installation after five minutes.
 */
const LONGEST_INSTALLATION = 200_000;

export async function install() {
  const signal = AbortSignal.timeout(LONGEST_INSTALLATION);
  await precache();
  await carryOver();
  await renewPython(signal);
}

export async function activate() {
  await carryOver(); // what came between installing and now
  await clearAway();
  await worker.clients.claim();
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

/** Keep in this version, too, what the reader has kept so far. What has meanwhile gone from the site is left out. */
async function carryOver() {
  for (const name of await leftBehind()) {
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map((request) => carry(request, cache)));
  }
}

/**
 * @param {Request} request
 * @param {Cache} cache that has an answer to it
 */
async function carry(request, cache) {
  const place = placeOf(request.url);
  if (place === undefined || (await find(place))) return;
  const copy = await cache.match(request);
  if (!copy || (!isListed(place) && !namesOnlyOurs(place))) return;
  const signal = AbortSignal.timeout(LONGEST);
  // With a connection pages are fetched anew; without one, the copy will do if it is of this version.
  const response = isListed(place)
    ? copy
    : await fetch(request.url, { cache: "reload", signal }).catch(() => copy);
  await store(place, response).catch(() => false);
}

async function clearAway() {
  for (const name of await leftBehind()) await caches.delete(name);
  const assets = await caches.open(ASSETS);
  for (const place of await placesIn(ASSETS)) {
    if (!isListed(place)) await assets.delete(ROOT + place, { ignoreVary: true });
  }
}
