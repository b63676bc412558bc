/**
 * The service worker: keeps the site on the reader's machine, so that it opens without a connection.
 *
 * It is a guest on its host, where other apps may be below the same root. It answers for the pages and files of this
 * version alone, which `SITE` lists; any other request goes past it as if it were not there.
 *
 * How it never mixes two versions of the site, nor takes a stranger's page for one of its own:
 *
 * - A page names each script, each style sheet and each file of Python by an address that contains a hash of the content.
 *   So a page gets what it was built with, or an error, but never something of another build.
 * - This worker keeps only what belongs to its own version: files whose bytes have the listed hash, and pages that prove
 *   themselves and name no file of another version. Without a connection a page is therefore whole.
 * - A new version does not take over while a page of the old one is open (nothing here calls `skipWaiting`). Until
 *   then the old worker stays in charge. Asked for a page, it passes on what the network has: a page of the new
 *   version, which it sets aside for the new worker. That page then asks for the new version's files, which the old
 *   worker does not know and leaves to the network.
 * - When the last page of the old version is gone, the new worker takes over. It has already fetched what it needs,
 *   and anew every page that was kept, and Python if that was; it takes from what was set aside whatever belongs to
 *   it, and removes the rest.
 *
 * `retire.js` is the worker that ends all this.
 *
 * The build joins this file with those that it imports: only recent versions of Firefox take modules for service workers.
 *
 * @module
 */

import { ROOT, worker } from "./.service-worker/names.js";
import { find, obtain, store } from "./.service-worker/shelves.js";
import { isLasting, isPage, placeOf, SITE } from "./.service-worker/site.js";
import { activate, install } from "./.service-worker/update.js";

/** How long the network may take, in milliseconds, before a kept copy answers in its place. */
const PATIENCE = 4000;

/**
 * A file of this version: kept for good once it has arrived. A page that found the kept copy damaged asks past all
 * caches, and what comes then takes its place.
 *
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
async function lasting(event, place) {
  const kept = await find(place);
  if (kept && !["reload", "no-store"].includes(event.request.cache)) return kept;
  return fromNetwork(event, place).catch((error) => kept ?? Promise.reject(error));
}

/**
 * A page, or a file whose address stays the same: as the network has it now. The kept copy answers when the network does not, takes too long, or leads
 * to a host with a fault of its own.
 *
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
async function fresh(event, place) {
  const arriving = fromNetwork(event, place);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const sound = arriving.then((response) => (response.status < 500 ? response : undefined));
  const early = await Promise.race([sound.catch(() => undefined), late]);
  const first = early ?? (await keptFor(event.request.url, place));
  if (first) return first;
  return event.request.mode === "navigate" ? arriving.catch(notKept) : arriving;
}

/**
 * @param {string} address
 * @param {string} place what it leads to
 * @returns {Promise<Response | undefined>} what is kept, or the way there: a page names its files relative to its place
 */
async function keptFor(address, place) {
  const { origin, pathname, search } = new URL(address);
  const kept = await find(place);
  const isThere = origin + pathname === ROOT + place;
  return !kept || isThere ? kept : Response.redirect(ROOT + place + search);
}

/**
 * Ask the network, and keep what it answers. An answer to a query may be meant for one reader at one time.
 *
 *
 * @param {FetchEvent} event
 * @param {string} place
 * @returns {Promise<Response>}
 */
function fromNetwork(event, place) {
  // A page from the browser's own cache may be of a version that is no longer on the server.
  const options =
    event.request.mode === "navigate" ? { cache: /** @type {const} */ ("no-cache") } : {};
  const arriving = fetch(event.request, options);
  const hasQuery = new URL(event.request.url).search !== "";
  const kept = arriving.then((response) => !hasQuery && store(place, response, true));
  // A full disk is no reason to withhold a page.
  event.waitUntil(kept.catch(() => false));
  return arriving;
}

/** @returns {Promise<Response>} the page that is shown in place of one that is not kept */
async function notKept() {
  const page = await find(SITE.notKept);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return page ? new Response(page.body, { status: 503, headers }) : Response.error();
}

/**
 * Keep what a page has loaded.
 *
 * @param {string[]} addresses
 * @returns {Promise<boolean>} whether all of it is kept; what is not listed is not, and the rest all the same
 */
async function keepAll(addresses) {
  const places = addresses.map(placeOf);
  const kept = await Promise.all(places.map((place) => place !== undefined && keepOne(place)));
  return kept.every(Boolean);
}

/**
 * @param {string} place
 * @returns {Promise<boolean>} whether it is kept now
 */
async function keepOne(place) {
  if (isLasting(place) && (await find(place))) return true;
  return obtain(place, "force-cache", true);
}

/**
 * @param {string[]} addresses
 * @returns {Promise<string[]>} those that open without a connection
 */
async function lookFor(addresses) {
  const kept = await Promise.all(addresses.map((address) => find(placeOf(address) ?? "")));
  return addresses.filter((_, turn) => kept[turn]);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const place = placeOf(url);
  if (method !== "GET" || place === undefined || headers.has("Range")) return;
  // What a file is with a query, only its host knows.
  if (!isPage(place) && new URL(url).search) return;
  event.respondWith(isLasting(place) ? lasting(event, place) : fresh(event, place));
});

worker.addEventListener("message", (event) => {
  const { type, urls } = event.data ?? {};
  const [port] = event.ports;
  const answer = type === "keep" ? keepAll(urls) : type === "look" ? lookFor(urls) : undefined;
  const kept = answer?.catch(() => false);
  if (kept) event.waitUntil(kept.then((found) => port?.postMessage({ kept: found })));
});
