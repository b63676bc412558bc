/**
 * What need not come over the line because it is here already, and what has gone from the other end of it.
 *
 * @module
 */

/**
 * Whether some addresses are kept on this machine.
 *
 * @param {string[]} addresses
 * @returns {Promise<boolean>}
 */
export async function isKept(addresses) {
  try {
    const found = await Promise.all(addresses.map((address) => caches.match(address)));
    return found.every((response) => response !== undefined);
  } catch {
    return false; // a private window, or a page without https
  }
}

/**
 * Whether the page was changed on its host since it was loaded: then its files may be gone.
 *
 * @param {string} mark something that this version of the page has in it, and no other
 * @returns {Promise<boolean>} `false` also where that cannot be found out
 */
export async function isOutdated(mark) {
  try {
    const response = await fetch(location.pathname, { cache: "no-store" });
    return response.ok && !(await response.text()).includes(mark);
  } catch {
    return false;
  }
}
