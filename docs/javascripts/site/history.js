/**
 * The browser's history, as far as a page may look at it and change it.
 *
 * @module
 */

/** @returns {boolean} whether the page was opened anew; after Back or a reload the browser itself scrolls to where the reader was */
export function isNewVisit() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

/** @returns {string} this page's address without its fragment */
export function bareAddress() {
  return `${location.pathname}${location.search}`;
}

/**
 * Change the history, if the browser allows it: Safari takes only so many changes in a given time.
 *
 * @param {"pushState" | "replaceState"} how
 * @param {unknown} state
 * @param {string} [address] stays as it is without one
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
