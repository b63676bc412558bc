/**
 * Downloads of the runtime's files: each is counted while it comes, and checked against its hash before it is used.
 * What is packed comes out unpacked.
 *
 * A browser that checks a hash itself hands out nothing before the last byte, and then no progress could be shown.
 * So the hash is computed here, except where the browser offers no hashing: there it checks by itself.
 *
 * @module
 */

import { Inflater } from "./inflate.js";

/** @import {RuntimeFile, RuntimeFiles} from "./protocol.js" */

/** @type {Record<string, string>} the types that Python's loader insists on */
const TYPES = { wasm: "application/wasm", json: "application/json" };

export class Downloads {
  /** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} by address */
  #coming = new Map();
  #loaded = 0;
  #folder;
  #files;
  #report;
  #fetch = globalThis.fetch.bind(globalThis);

  /**
   * @param {string} folder the address of the runtime's folder
   * @param {RuntimeFiles} files
   * @param {(loaded: number) => void} report told how many bytes have come over the line
   */
  constructor(folder, files, report) {
    this.#folder = folder;
    this.#files = files;
    this.#report = report;
  }

  /**
   * Start to download all files at once.
   *
   * @returns {Promise<unknown>} refused as soon as one of them cannot be had
   */
  start() {
    for (const [part, file] of Object.entries(this.#files)) {
      this.#coming.set(this.address(part), this.#download(file));
    }
    return Promise.all(this.#coming.values());
  }

  /**
   * Give a file that need not be downloaded.
   *
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  supply(name, bytes) {
    this.#coming.set(`${this.#folder}${name}`, Promise.resolve(bytes));
  }

  /**
   * @param {string} part
   * @returns {string} its address
   */
  address(part) {
    const file = this.#files[part];
    if (!file) throw new Error(`the runtime has no ${part}`);
    return `${this.#folder}${file.name}`;
  }

  /**
   * @param {string} part one that was started
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  bytes(part) {
    return (
      this.#coming.get(this.address(part)) ?? Promise.reject(new Error(`${part} not asked for`))
    );
  }

  /**
   * Answer a request of Python's loader from what was downloaded; what is not among it goes its usual way.
   *
   * @param {RequestInfo | URL} input
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  async answer(input, init) {
    const address = String(input instanceof Request ? input.url : input);
    const coming = this.#coming.get(address);
    if (!coming) return this.#fetch(input, init);
    const type = TYPES[address.slice(address.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    return new Response(await coming, { headers: { "content-type": type } });
  }

  /**
   * @param {RuntimeFile} file
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async #download(file) {
    try {
      return await this.#attempt(file, "default");
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      // What came may be a damaged copy that a cache has kept, so ask once more past all caches.
      return this.#attempt(file, "reload");
    }
  }

  /**
   * @param {RuntimeFile} file
   * @param {RequestCache} cache
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async #attempt(file, cache) {
    const { name, size, packed, integrity } = file;
    const { subtle } = globalThis.crypto;
    const own = subtle ? {} : { integrity };
    const address = `${this.#folder}${name}`;
    const kept = cache === "default" && (await keptCopy(address));
    const response = kept || (await this.#fetch(address, { cache, ...own }));
    if (!response.ok || !response.body) throw new Error(`${name}: status ${response.status}`);
    const bytes = new Uint8Array(size);
    const inflater = name.endsWith(".gz") ? new Inflater() : undefined;
    let read = 0;
    try {
      // Nobody watches the progress of what is here already, and in one piece it comes faster.
      const whole = kept && [new Uint8Array(await kept.arrayBuffer())];
      for await (const chunk of whole || chunks(response.body)) {
        if (read + chunk.length > size) throw new DamagedError(`${name} is too long`);
        bytes.set(chunk, read);
        inflater?.add(chunk);
        read += chunk.length;
        this.#count((chunk.length / size) * packed);
      }
      if (read < size) throw new DamagedError(`${name} was cut short`);
      if (subtle && integrity !== (await digest(bytes)))
        throw new DamagedError(`${name} is damaged`);
    } catch (error) {
      this.#count((-read / size) * packed);
      throw error;
    }
    return inflater ? inflater.finish() : bytes;
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes;
    this.#report(this.#loaded);
  }
}

/**
 * Look for what the service worker has kept. To ask for it through the service worker takes longer, and it would
 * be the same.
 *
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
async function keptCopy(address) {
  try {
    return await caches.match(address);
  } catch {
    return undefined; // a private window, or a page without https
  }
}

/** A file came, and it is not the one that was asked for. */
class DamagedError extends Error {
  name = "DamagedError";
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream not every browser can loop over it
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* chunks(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {}); // It may have broken off by itself.
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} as in an integrity attribute
 */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
