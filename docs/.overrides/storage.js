/**
 * What every page does before all else: where the browser lets the page store nothing, it gets a storage that forgets
 * everything with the page. The theme asks for the reader's choice of light or dark before it does anything else, and
 * without an answer it would start neither the search nor the switch.
 *
 * A browser whose settings block site data throws at the very name, or has nothing under it; others throw when asked.
 *
 * The text of this file is in the page's head, so it is a classic script.
 */
{
  class Forgetful {
    /** @type {Map<string, string>} */
    #kept = new Map();

    /** @returns {number} how many items there are */
    get length() {
      return this.#kept.size;
    }

    /** @param {number} place */
    key(place) {
      return [...this.#kept.keys()][place] ?? null;
    }

    /** @param {string} name */
    getItem(name) {
      return this.#kept.get(String(name)) ?? null;
    }

    /**
     * @param {string} name
     * @param {string} value
     */
    setItem(name, value) {
      this.#kept.set(String(name), String(value));
    }

    /** @param {string} name */
    removeItem(name) {
      this.#kept.delete(String(name));
    }

    clear() {
      this.#kept.clear();
    }
  }

  for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      window[name].getItem("");
    } catch {
      Object.defineProperty(window, name, { value: new Forgetful(), configurable: true });
    }
  }
}
