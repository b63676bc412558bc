/**
 * The one place through which our scripts name a script to run, as the address of a worker: only one of this site, or
 * one that the page itself has made. Where a host demands Trusted Types, a browser takes the address from nowhere else.
 *
 * The text of this file is in the page's head, because scripts that are no modules use it, too. So it is a classic
 * script, and `trusted` is a global name.
 */

/**
 * @typedef {object} Policy the part of Trusted Types that is used
 * @property {(address: string) => unknown} createScriptURL
 */

// biome-ignore lint/correctness/noUnusedVariables: other scripts use it
var trusted = (() => {
  /**
   * @param {string} address
   * @returns {string} the same
   */
  function createScriptURL(address) {
    const { origin } = new URL(address, document.baseURI);
    if (origin !== location.origin) throw new TypeError(`not a script of this site: ${address}`);
    return address;
  }

  /** @type {Window & {trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}} */
  const { trustedTypes } = window;
  // Not every browser has them; there the address itself will do.
  const policy = trustedTypes?.createPolicy("cagecore", { createScriptURL }) ?? { createScriptURL };

  return {
    /**
     * @param {string | URL} address of a script of this site, or of a blob of this page
     * @returns {string} what the browser takes for a script's address
     */
    script: (address) => /** @type {string} */ (policy.createScriptURL(String(address))),
  };
})();
