/**
 * The service worker: keeps the site on the reader's machine, so that it opens without a connection.
 *
 * How it never mixes two versions of the site:
 *
 * - A page names each script, style sheet and part of Python by an address that contains a hash of the content.
 *   So a page gets what it was built with, or an error, but never something of another build.
 * - This worker answers only with what belongs to its own version, which `SITE` lists: files whose bytes have the
 *   listed hash, and pages that name no other file. Without a connection a page is therefore whole.
 * - A new version does not take over while a page of the old one is open (nothing here calls `skipWaiting`). Until
 *   then the old worker stays in charge. Asked for a page, it passes on what the network has: a page of the new
 *   version, which then asks for the new version's files. The old worker does not know them, passes them on as well,
 *   and sets page and files aside for the new worker.
 * - When the last page of the old version is gone, the new worker takes over. It has already fetched what it needs,
 *   and anew every page that was kept; it takes from what was set aside whatever belongs to it, and removes the rest.
 */

/**
 * What this version of the site consists of.
 *
 * @typedef {object} Site
 * @property {string} version a hash of the whole site
 * @property {string} hashed the pattern of addresses that contain a hash of the content
 * @property {Record<string, string>} files every file with such an address, and the SHA-256 of its bytes as base64
 * @property {string[]} precache what is kept from the beginning
 * @property {string} notKept the page to show in place of one that is not kept
 */

/** @type {Site} site_build/offline.py fills in the next line. */
const SITE = { version: "", hashed: "", files: {}, precache: [], notKept: "" };

/** How long the network may take, in milliseconds, before a kept copy answers in its place. */
const PATIENCE = 4000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ROOT = worker.registration.scope;

/** One origin may have several sites, and they share its caches: the names of ours begin like this. */
const OURS = `cagecore ${new URL(ROOT).pathname} `;
/** Files with a hash in their address; they stay from one version to the next as long as they are listed. */
const ASSETS = `${OURS}assets`;
/** Pages, and other things whose address stays the same when they change. */
const PAGES = `${OURS}pages ${SITE.version}`;
/** What another version of the site has sent; it is never shown by this one. */
const NEXT = `${OURS}next`;

const HASHED = new RegExp(SITE.hashed, "g");
const KNOWN = new Set(Object.keys(SITE.files).flatMap((place) => place.match(HASHED) ?? []));

/**
 * @param {string} address
 * @returns {string | undefined} the place below the site's root, without query and fragment; nothing for other sites
 */
function placeOf(address) {
  const url = new URL(address, ROOT);
  return url.href.startsWith(ROOT) ? url.pathname.slice(new URL(ROOT).pathname.length) : undefined;
}

/**
 * @param {string} place
 * @returns {boolean} whether this version lists it, and with it its hash
 */
function isListed(place) {
  return Object.hasOwn(SITE.files, place);
}

/**
 * @param {string} place
 * @returns {string} the cache for what is of this version
 */
function shelfOf(place) {
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
 * @param {string} shelf
 * @param {string} place
 * @returns {Promise<Response | undefined>}
 */
async function find(shelf, place) {
  try {
    return await (await open(shelf)).match(ROOT + place, { ignoreVary: true });
  } catch {
    return undefined; // a broken store is as good as an empty one
  }
}

/**
 * @param {string} text
 * @returns {boolean} whether all addresses in it that contain a hash are of this version
 */
function namesOnlyOurs(text) {
  return (text.match(HASHED) ?? []).every((name) => KNOWN.has(name));
}

/**
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function hashOf(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...bytes));
}

/**
 * @param {string} place
 * @param {Response} response read to its end, so that one that breaks off is an error
 * @returns {Promise<boolean>} whether it is a part of this version
 */
async function isOurs(place, response) {
  if (isListed(place)) return (await hashOf(response)) === SITE.files[place];
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
  return namesOnlyOurs(isPage ? await response.text() : place);
}

/**
 * Keep an answer of the network, if it is whole and ours.
 *
 * @param {string} place
 * @param {Response} response
 * @param {string} [others] where to keep what belongs to another version; nowhere, if not given
 * @returns {Promise<boolean>} whether it is kept
 */
async function store(place, response, others) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
  const ours = await isOurs(place, response.clone());
  const shelf = ours ? shelfOf(place) : others;
  // A listed file with other bytes is damaged: no version wants it.
  if (!shelf || (isListed(place) && !ours)) return false;
  await (await caches.open(shelf)).put(ROOT + place, response);
  return true;
}

/** Fetch what is kept from the beginning; fails unless all of it arrives, and is of this version. */
async function precache() {
  await Promise.all(
    SITE.precache.map(async (place) => {
      if (isListed(place) && (await find(ASSETS, place))) return;
      const response = await fetch(ROOT + place, { cache: isListed(place) ? "default" : "reload" });
      if (!(await store(place, response))) throw new Error(`${place} cannot be kept`);
    }),
  );
}

/** @returns {Promise<string[]>} the caches of older versions, and what they set aside for this one */
async function leftBehind() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(OURS) && name !== ASSETS && name !== PAGES);
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
  if (place === undefined || (await find(shelfOf(place), place))) return;
  const copy = await cache.match(request);
  if (!copy || (!isListed(place) && !namesOnlyOurs(place))) return;
  const signal = AbortSignal.timeout(PATIENCE);
  // With a connection pages are fetched anew; without one, the copy will do if it is of this version.
  const response = isListed(place)
    ? copy
    : await fetch(request.url, { cache: "reload", signal }).catch(() => copy);
  await store(place, response).catch(() => false);
}

async function clearAway() {
  for (const name of await leftBehind()) await caches.delete(name);
  const assets = await caches.open(ASSETS);
  for (const request of await assets.keys()) {
    if (!isListed(placeOf(request.url) ?? "")) await assets.delete(request);
  }
}

/**
 * A file of this version: kept for good once it has arrived.
 *
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
async function lasting(event, place) {
  return (await find(ASSETS, place)) ?? fromNetwork(event, place);
}

/**
 * Anything else: as the network has it now. The kept copy answers when the network does not, or takes too long.
 *
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
async function fresh(event, place) {
  const arriving = fromNetwork(event, place);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const early = await Promise.race([arriving.catch(() => undefined), late]);
  const first = early ?? (await find(PAGES, place));
  if (first) return first;
  return event.request.mode === "navigate" ? arriving.catch(notKept) : arriving;
}

/**
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
function fromNetwork(event, place) {
  // A page from the browser's own cache may be of a version that is no longer on the server.
  const options =
    event.request.mode === "navigate" ? { cache: /** @type {const} */ ("no-cache") } : {};
  const arriving = fetch(event.request, options);
  const kept = arriving.then((response) => store(place, response.clone(), NEXT));
  // A full disk is no reason to withhold a page.
  event.waitUntil(kept.catch(() => false));
  return arriving;
}

/** @returns {Promise<Response>} */
async function notKept() {
  const page = await find(PAGES, SITE.notKept);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return page ? new Response(page.body, { status: 503, headers }) : Response.error();
}

/**
 * Keep what a page has loaded.
 *
 * @param {string[]} addresses
 * @returns {Promise<boolean>} whether all of it is kept; addresses elsewhere are refused
 */
async function keepAll(addresses) {
  const places = addresses.map(placeOf).filter((place) => place !== undefined);
  if (places.length < addresses.length) return false;
  return (await Promise.all(places.map(keepOne))).every(Boolean);
}

/**
 * @param {string} place
 * @returns {Promise<boolean>}
 */
async function keepOne(place) {
  if (isListed(place) && (await find(ASSETS, place))) return true;
  return store(place, await fetch(ROOT + place, { cache: "force-cache" }), NEXT);
}

async function install() {
  await precache();
  await carryOver();
}

async function activate() {
  await carryOver(); // what came between installing and now
  await clearAway();
  await worker.clients.claim();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const place = placeOf(url);
  if (method !== "GET" || place === undefined || headers.has("Range")) return;
  event.respondWith(isListed(place) ? lasting(event, place) : fresh(event, place));
});

worker.addEventListener("message", (event) => {
  if (event.data?.type !== "keep") return;
  const [port] = event.ports;
  const kept = keepAll(event.data.urls).catch(() => false);
  event.waitUntil(kept.then((all) => port?.postMessage({ kept: all })));
});
