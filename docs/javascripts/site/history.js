/**
 * The browser's history, as far as a page may look at it and change it.
 *
 * @module
 */

/** @returns {boolean} whether the page was opened anew; who comes back or reloads is taken to where they were */
export function isNewVisit() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

/** @returns {string} this page's address without its fragment */
export function bareAddress() {
  return `${location.pathname}${location.search}`;
}

/**
 * Change the history, if it lets itself be changed: Safari takes so many changes in a time and no more.
 *
 * @param {"pushState" | "replaceState"} how
 * @param {unknown} state
 * @param {string} [address] as it is, without one
 * @returns {boolean} whether it did
 */
export function write(how, state, address) {
  try {
    history[how](state, "", address);
    return true;
  } catch {
    return false;
  }
}
