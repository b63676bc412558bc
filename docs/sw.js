/**
 * The service worker: keeps the site on the reader's machine, so that it opens without a connection.
 *
 * How it never mixes two versions of the site:
 *
 * - A page names each script, each style sheet and each file of Python by an address that contains a hash of the content.
 *   So a page gets what it was built with, or an error, but never something of another build.
 * - This worker answers only with what belongs to its own version, which `SITE` lists: files whose bytes have the
 *   listed hash, and pages that name no other file. Without a connection a page is therefore whole.
 * - A new version does not take over while a page of the old one is open (nothing here calls `skipWaiting`). Until
 *   then the old worker stays in charge. Asked for a page, it passes on what the network has: a page of the new
 *   version, which then asks for the new version's files. The old worker does not know them, passes them on as well,
 *   and sets page and files aside for the new worker.
 * - When the last page of the old version is gone, the new worker takes over. It has already fetched what it needs,
 *   and anew every page that was kept, and Python if that was; it takes from what was set aside whatever belongs to
 *   it, and removes the rest.
 *
 * The build joins this file with those that it imports: only recent versions of Firefox take modules for service workers.
 *
 * @module
 */

import { find, store } from "./.service-worker/shelves.js";
import { isListed, placeOf, ROOT, SITE, worker } from "./.service-worker/site.js";
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
 * Anything else: as the network has it now. The kept copy answers when the network does not, takes too long, or leads
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
  const first = early ?? (await find(place));
  if (first) return first;
  return event.request.mode === "navigate" ? arriving.catch(notKept) : arriving;
}

/**
 * Ask the network, and keep what it answers.
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
  const kept = arriving.then((response) => store(place, response.clone(), true));
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
 * @returns {Promise<boolean>} whether all of it is kept; addresses elsewhere are refused
 */
async function keepAll(addresses) {
  const places = addresses.map(placeOf).filter((place) => place !== undefined);
  if (places.length < addresses.length) return false;
  return (await Promise.all(places.map(keepOne))).every(Boolean);
}

/**
 * @param {string} place
 * @returns {Promise<boolean>} whether it is kept now
 */
async function keepOne(place) {
  if (isListed(place) && (await find(place))) return true;
  return store(place, await fetch(ROOT + place, { cache: "force-cache" }), true);
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
  event.respondWith(isListed(place) ? lasting(event, place) : fresh(event, place));
});

worker.addEventListener("message", (event) => {
  const { type, urls } = event.data ?? {};
  const [port] = event.ports;
  const answer = type === "keep" ? keepAll(urls) : type === "look" ? lookFor(urls) : undefined;
  const kept = answer?.catch(() => false);
  if (kept) event.waitUntil(kept.then((found) => port?.postMessage({ kept: found })));
});
