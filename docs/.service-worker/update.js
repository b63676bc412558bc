/**
 * How a version of the site takes over from the one before.
 *
 * @module
 */

import { ROOT, worker } from "./names.js";
import { renewPython } from "./python.js";
import { addressesIn, clearAway, find, leftBehind, NEXT, obtain, store } from "./shelves.js";
import { isLasting, placeOf, SITE } from "./site.js";

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
  // What a still newer version has just fetched is not ours to remove; it clears away when it takes over.
  if (!worker.registration.installing) await clearAway();
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
      if (isLasting(place) && (await find(place))) return;
      const isKept = await obtain(place, isLasting(place) ? "default" : "reload");
      if (!isKept) throw new Error(`${place} cannot be kept`);
    }),
  );
}

/**
 * Keep in this version, too, what the reader has kept so far, as far as this version has it.
 *
 * @param {string[]} shelves where it is, the newest first
 * @param {number} [end] until when pages may be fetched anew; without it they are taken as they are
 */
async function carryOver(shelves, end) {
  const addresses = (await Promise.all(shelves.map(addressesIn))).flat();
  const found = addresses.map(placeOf).filter((place) => place !== undefined);
  const places = [...new Set(found)];
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
  if (end !== undefined && !isLasting(place) && (await fetchAnew(place, end))) return;
  // Without a new one, a copy will do if it is of this version.
  for (const cacheName of shelves) {
    const copy = await caches.match(ROOT + place, { cacheName, ignoreVary: true });
    if (copy && (await store(place, copy).catch(() => false))) return;
  }
}

/**
 * Fetch anew what was kept, as this version has it.
 *
 * @param {string} place
 * @param {number} end
 * @returns {Promise<boolean>} whether it is kept now
 */
async function fetchAnew(place, end) {
  const signal = AbortSignal.timeout(Math.min(LONGEST_PAGE, left(end)));
  try {
    return await store(place, await fetch(ROOT + place, { cache: "reload", signal }));
  } catch {
    return false;
  }
}
