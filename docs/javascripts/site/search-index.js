/**
 * Loads the search, and its index, when the search field gets the focus, and not with every page.
 *
 * The theme's bundle asks for the index as soon as it runs, by an XMLHttpRequest, and never again when that
 * fails. Here this one request waits for the focus, and the bundle hears of it only when it has succeeded;
 * after a failure the next focus tries again. The worker that searches starts when the bundle has something to say
 * to it, which is the index. All other requests and workers are left alone.
 *
 * This is no module, because it has to run before the bundle, and modules run after it.
 */
(() => {
  const INDEX = /\/search\/search_index\.json$/;
  const SEARCHER = /\/search\.[0-9a-f]+\.min\.js$/;
  const FAILED =
    "The search could not be loaded. To try again, leave the search field and come back.";
  /** Milliseconds after which we stop waiting for the answer. */
  const TIMEOUT = 60_000;

  const field = document.querySelector("[data-md-component='search-query']");
  const words = document.querySelector("[data-md-component='search-result'] > :first-child");
  if (!field || !words) return;
  const loading = words.textContent;

  /**
   * @param {string} address
   * @returns {Promise<Blob>} the index as it came
   */
  async function load(address) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const index = await answer.text();
    JSON.parse(index); // the bundle would never recover from anything else
    return new Blob([index]);
  }

  class LateRequest extends XMLHttpRequest {
    #address = "";
    #busy = false;
    /** @type {Blob | undefined} */
    #index;

    /**
     * Note the address.
     *
     * @param {string} method
     * @param {string | URL} address
     * @param {boolean} async
     * @param {string | null} user
     * @param {string | null} password
     */
    open(method, address, async = true, user = null, password = null) {
      this.#address = String(address);
      super.open(method, address, async, user, password);
    }

    /**
     * Send any other request; the one for the index waits for the focus.
     *
     * @param {Document | XMLHttpRequestBodyInit | null} body
     */
    send(body = null) {
      if (!INDEX.test(this.#address)) {
        super.send(body);
        return;
      }
      // The bundle is what shows the field, so nobody has been there before.
      field?.addEventListener("focus", () => this.#fetch());
    }

    async #fetch() {
      if (this.#busy || this.#index) return;
      this.#busy = true;
      show(loading);
      try {
        this.#index = await load(this.#address);
        this.dispatchEvent(new ProgressEvent("load"));
      } catch (error) {
        console.warn("The search index was not loaded:", error);
        show(FAILED);
      }
      this.#busy = false;
    }

    get status() {
      return this.#index ? 200 : super.status;
    }

    get response() {
      return this.#index ?? super.response;
    }
  }

  class LateWorker extends EventTarget {
    #address;
    /** @type {Worker | undefined} */
    #worker;

    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.#address = address;
    }

    /**
     * Pass a message on to the worker, and start it for the first one.
     *
     * @param {{type: number, data: unknown}} message
     */
    postMessage(message) {
      this.#worker ??= this.#start();
      const { data } = message;
      this.#worker.postMessage(
        typeof data === "string" ? { ...message, data: plain(data) } : message,
      );
    }

    #start() {
      const worker = new OtherWorker(trusted.script(this.#address));
      worker.addEventListener("message", ({ data }) =>
        this.dispatchEvent(new MessageEvent("message", { data })),
      );
      return worker;
    }
  }

  /**
   * To the search an asterisk means any letters; in a structure such as K***# it belongs to the notation.
   *
   * @param {string} query
   * @returns {string}
   */
  function plain(query) {
    return query.replace(/\S*\*\*\S*/g, (word) => `structure ${word.replace(/[*#]/g, "")}`);
  }

  /**
   * Say how the search is doing.
   *
   * @param {string | null} text what to show where the results will be
   */
  function show(text) {
    if (words) words.textContent = text;
  }

  const OtherWorker = window.Worker;
  if (OtherWorker) {
    window.Worker = new Proxy(OtherWorker, {
      construct: (other, [address, ...more]) =>
        SEARCHER.test(String(address)) ? new LateWorker(address) : new other(address, ...more),
    });
  }
  window.XMLHttpRequest = LateRequest;
})();
