/**
 * What this version of the site consists of, and what an address or an answer means to it.
 *
 * @module
 */

import { ROOT } from "./names.js";

/**
 * @typedef {object} Site
 * @property {string} version a hash of the whole site, and of this worker
 * @property {string} folder where its scripts and style sheets are; the name is a hash of them
 * @property {string} hashed the pattern of addresses that contain a hash of the content
 * @property {string} mark the pattern of what a whole page says of itself: its place, and the folder of its version
 * @property {string[]} pages every page
 * @property {Record<string, string>} files every file with a hash in its address, and the SHA-256 of its bytes as base64;
 *   of a packed one, after a space, also that of its content, which comes where a host takes its ending for the encoding
 *   of the line
 * @property {Record<string, string>} fixed the same of all other files, which keep their address when they change
 * @property {Record<string, string>[]} paths for each path to Python the files that it needs, by what they are
 * @property {string[]} precache what is kept from the beginning
 * @property {string} notKept the page to show in place of one that is not kept
 */

/** @type {Site} site_build/host/offline.py fills in the next line. */
export const SITE = {
  version: "",
  folder: "",
  hashed: "",
  mark: "",
  pages: [],
  files: {},
  fixed: {},
  paths: [],
  precache: [],
  notKept: "",
};

const PLACES = new Set(SITE.pages);
const HASHED = new RegExp(SITE.hashed, "g");
const KNOWN = new Set(Object.keys(SITE.files).flatMap((place) => place.match(HASHED) ?? []));
const MARK = new RegExp(SITE.mark);

/**
 * @param {string} address
 * @returns {string | undefined} what it leads to, as a place below the site's root: one that this version lists, or
 *   nothing. A page is found in whatever form hosts know its address: with a query, without the slash at its end, with
 *   its file's name or without the ending of that.
 */
export function placeOf(address) {
  const { href, pathname } = new URL(address, ROOT);
  if (!href.startsWith(ROOT)) return undefined;
  const place = pathname.slice(new URL(ROOT).pathname.length);
  const forms = [place, `${place}/`, `${place}.html`, place.replace(/(^|\/)index\.html$/, "$1")];
  return forms.find((form, turn) => isPage(form) || (turn === 0 && hashesOf(form)));
}

/**
 * @param {string} place
 * @returns {boolean} whether it is a page
 */
export function isPage(place) {
  return PLACES.has(place);
}

/**
 * @param {string} place
 * @returns {boolean} whether it is a file with a hash in its address
 */
export function isLasting(place) {
  return Object.hasOwn(SITE.files, place);
}

/**
 * @param {string} place
 * @returns {string[] | undefined} the hashes of a file
 */
function hashesOf(place) {
  const hashes = isLasting(place) ? SITE.files : SITE.fixed;
  return Object.hasOwn(hashes, place) ? hashes[place]?.split(" ") : undefined;
}

/**
 * Whether an answer may be what it was asked for, by all that it says before its content. That a cookie comes with it,
 * no worker sees.
 *
 * @param {string} place
 * @param {Response} response
 * @returns {boolean}
 */
export function maySuit(place, response) {
  const { status, type, redirected, url, headers } = response;
  if (status !== 200 || !["basic", "default"].includes(type)) return false;
  // Some hosts lead from 503.html to 503. Whoever leads elsewhere has another page.
  if (redirected && (placeOf(url) !== place || new URL(url).search)) return false;
  if (!isPage(place)) return true;
  const isHtml = /^\s*text\/html\s*(?:;|$)/i.test(headers.get("Content-Type") ?? "");
  return isHtml && !/\bno-store\b/i.test(headers.get("Cache-Control") ?? "");
}

/**
 * Which version of the site some content belongs to. A file is known by its bytes. A page proves itself: it says at its
 * end which one it is, and names the folder of its version. Nobody else's page does that, and neither does half a page.
 *
 * @param {string} place
 * @param {ArrayBuffer} bytes
 * @returns {Promise<"this" | "another" | undefined>} nothing, if it is a stranger's or damaged
 */
export async function versionOf(place, bytes) {
  if (!isPage(place)) return hashesOf(place)?.includes(await digest(bytes)) ? "this" : undefined;
  const text = new TextDecoder().decode(bytes);
  const [, named, folder] = text.match(MARK) ?? [];
  if (named !== place) return undefined;
  const isThis =
    folder === SITE.folder && (text.match(HASHED) ?? []).every((name) => KNOWN.has(name));
  return isThis ? "this" : "another";
}

/**
 * Hash some bytes, as base64.
 *
 * @param {ArrayBuffer} bytes
 * @returns {Promise<string>}
 */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash));
}
