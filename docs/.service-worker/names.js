/**
 * What every version of the site, and the worker that retires them, call the same.
 *
 * @module
 */

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The address of the site's root. */
export const ROOT = worker.registration.scope;
/** One origin may have several sites, and they share its caches: the names of ours begin like this. */
export const OURS = `cagecore ${new URL(ROOT).pathname} `;
