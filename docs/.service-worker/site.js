/**
 * What this version of the site consists of, and what an address means to it.
 *
 * @module
 */

/**
 * @typedef {object} Site
 * @property {string} version a hash of the whole site
 * @property {string} hashed the pattern of addresses that contain a hash of the content
 * @property {Record<string, string>} files every file with such an address, and the SHA-256 of its bytes as base64; of a packed
 *   one, after a space, also that of its content, which comes where a host takes its ending for the encoding of the line
 * @property {Record<string, string>} fixed the same of files that keep their address when they change, and of which no
 *   version may show another one's
 * @property {Record<string, string>[]} paths for each path to Python the files that it needs, by what they are
 * @property {string[]} precache what is kept from the beginning
 * @property {string} notKept the page to show in place of one that is not kept
 */

/** @type {Site} site_build/host/offline.py fills in the next line. */
export const SITE = {
  version: "",
  hashed: "",
  files: {},
  fixed: {},
  paths: [],
  precache: [],
  notKept: "",
};

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
export const ROOT = worker.registration.scope;

const HASHED = new RegExp(SITE.hashed, "g");
const KNOWN = new Set(Object.keys(SITE.files).flatMap((place) => place.match(HASHED) ?? []));

/**
 * @param {string} address
 * @returns {string | undefined} the place below the site's root, without query and fragment; nothing for other sites
 */
export function placeOf(address) {
  const url = new URL(address, ROOT);
  return url.href.startsWith(ROOT) ? url.pathname.slice(new URL(ROOT).pathname.length) : undefined;
}

/**
 * @param {string} place
 * @returns {boolean} whether this version lists it, and with it its hash
 */
export function isListed(place) {
  return Object.hasOwn(SITE.files, place);
}

/**
 * @param {string} text
 * @returns {boolean} whether all addresses in it that contain a hash are of this version
 */
export function namesOnlyOurs(text) {
  return (text.match(HASHED) ?? []).every((name) => KNOWN.has(name));
}

/**
 * @param {string} place
 * @param {Response} response read to its end, so that one that breaks off is an error
 * @returns {Promise<boolean>} whether it belongs to this version
 */
export async function isOurs(place, response) {
  for (const hashes of [SITE.files, SITE.fixed]) {
    const known = Object.hasOwn(hashes, place) && hashes[place];
    if (known) return known.split(" ").includes(await hashOf(response));
  }
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
  return namesOnlyOurs(isPage ? await response.text() : place);
}

/**
 * Hash the bytes of an answer, as base64.
 *
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function hashOf(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...bytes));
}
