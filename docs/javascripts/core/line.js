/**
 * What need not come over the line because it is here already, and what the host no longer has.
 *
 * @module
 */

/** Milliseconds in which a host that answers at all has sent a page. */
const PATIENCE = 4000;

/**
 * @param {string} site the address of the site's root
 * @returns {string} the name under which `sw.js` keeps what it has checked; it also keeps what it could not check yet
 */
export function assetsOf(site) {
  return `cagecore ${new URL(site).pathname} assets`;
}

/**
 * Whether some addresses are kept on this machine.
 *
 * @param {string} site the address of the site's root
 * @param {string[]} addresses
 * @returns {Promise<boolean>}
 */
export async function isKept(site, addresses) {
  try {
    const cacheName = assetsOf(site);
    const found = await Promise.all(addresses.map((url) => caches.match(url, { cacheName })));
    return found.every((response) => response !== undefined);
  } catch {
    return false; // a private window, or a page without https
  }
}

/**
 * Whether the page was changed on its host since it was loaded: then its files may be gone.
 *
 * @param {string[]} marks what this version of the page has in it, and no other has all of
 * @returns {Promise<boolean>} `false` also where that cannot be found out in time
 */
export async function isOutdated(marks) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(location.pathname, { cache: "no-store", signal });
    const page = await response.text();
    return response.ok && !marks.every((mark) => page.includes(mark));
  } catch {
    return false;
  }
}
