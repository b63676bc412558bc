/**
 * The worker behind the theme's search field. It speaks the theme's four messages, and searches in our own way.
 *
 * The theme starts it with every page, so it is small: the index and what searches it are fetched with the first words
 * that somebody types. The theme starts workers of the old kind only; so this is no module, and imports modules later.
 */
(() => {
  /** The theme's messages by their numbers. */
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  /** Where what others made is, below the folder of our own. */
  const PACKAGES = "../../packages/";
  /** Where the index is, from the folder of our own up to the site's root and down again. */
  const INDEX = "../../../../search/index.json";
  /** Milliseconds after which we stop waiting for the index. */
  const TIMEOUT = 60_000;

  /** @typedef {import("./searcher.js").Searcher} Searcher */

  /** @type {Promise<Searcher> | undefined} */
  let loading;

  /**
   * Fetch a module of a package.
   *
   * @param {string} name
   * @returns {Promise<any>} what it exports
   */
  function packaged(name) {
    return import(PACKAGES + name);
  }

  /**
   * Fetch what searches, and the index.
   *
   * @returns {Promise<Searcher>}
   */
  async function load() {
    const index = fetch(new URL(INDEX, self.location.href), {
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const [{ Searcher }, { default: MiniSearch }, { stemmer }, answer] = await Promise.all([
      import("./searcher.js"),
      packaged("minisearch.js"),
      packaged("stemmer.js"),
      index,
    ]);
    if (!answer.ok) throw new Error(`the search index has status ${answer.status}`);
    return new Searcher(MiniSearch, stemmer, await answer.json());
  }

  /**
   * Search for what is in the field.
   *
   * @param {string} query
   * @returns {Promise<import("./items.js").Item[][]>} what the theme is to show
   */
  async function answer(query) {
    if (!query.trim()) return [];
    loading ??= load();
    try {
      const searcher = await loading;
      return searcher.search(query);
    } catch (error) {
      loading = undefined; // the next words try again
      console.warn("The search could not be loaded:", error);
      const { notLoaded } = await import("./items.js").catch(() => ({ notLoaded: [] }));
      return notLoaded;
    }
  }

  /** What was asked last: an answer to anything older is of no use. */
  let newest = 0;

  self.addEventListener("message", async (event) => {
    const { data } = /** @type {MessageEvent} */ (event);
    if (data.type === SETUP) self.postMessage({ type: READY });
    if (data.type !== QUERY) return;
    newest += 1;
    const turn = newest;
    const items = await answer(String(data.data));
    if (turn === newest) self.postMessage({ type: RESULT, data: { items } });
  });
})();
