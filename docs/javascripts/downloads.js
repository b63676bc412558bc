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
/** @import {Shelf} from "./shelf.js" */

/** @type {Record<string, string>} the types that Python's loader insists on */
const TYPES = { wasm: "application/wasm", json: "application/json" };

/** A file: its bytes, or what the service worker has kept, which was checked then and need not be read by us. */
/** @typedef {Uint8Array<ArrayBuffer> | Response} Arrival */

export class Downloads {
  /** @type {Map<string, Promise<Arrival>>} by address */
  #coming = new Map();
  #loaded = 0;
  /** Unpacked files that were at hand. @type {[RuntimeFile, Uint8Array<ArrayBuffer>][]} */
  #shelved = [];
  /** Unpacked files that were not, by name. @type {Map<string, Uint8Array<ArrayBuffer>>} */
  #unshelved = new Map();
  #shelf;
  #folder;
  #files;
  #report;
  #fetch = globalThis.fetch.bind(globalThis);

  /**
   * @param {string} folder the address of the runtime's folder
   * @param {RuntimeFiles} files
   * @param {Shelf | undefined} shelf where unpacked files may be at hand
   * @param {(loaded: number) => void} report told how many bytes have come over the line
   */
  constructor(folder, files, shelf, report) {
    this.#shelf = shelf;
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
   * Keep at hand what would take long to read or to unpack at the next visit. What was at hand already was used at
   * once, as it was whole when it was put there; now there is time to see whether it still is.
   *
   * @returns {Promise<void>} refused when it was damaged: Python has to be started again
   */
  async keep() {
    const shelved = this.#shelved.splice(0);
    try {
      for (const [{ name, unpacked, integrity }, bytes] of shelved) {
        await expectWhole(name, bytes, unpacked?.integrity ?? integrity);
      }
    } catch (error) {
      await this.#shelf?.clear();
      throw error;
    }
    for (const [name, bytes] of this.#unshelved) await this.#shelf?.put(name, bytes);
    this.#unshelved.clear();
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
   * @returns {Promise<Arrival>}
   */
  arrival(part) {
    return (
      this.#coming.get(this.address(part)) ?? Promise.reject(new Error(`${part} not asked for`))
    );
  }

  /**
   * @param {string} part one that was started
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  bytes(part) {
    const bytes = this.arrival(part).then(bytesOf);
    bytes.catch(() => {}); // Whoever waits for them hears of it, and that may be later.
    return bytes;
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
    return new Response(await bytesOf(await coming), { headers: { "content-type": type } });
  }

  /**
   * @param {RuntimeFile} file
   * @returns {Promise<Arrival>}
   */
  async #download(file) {
    const atHand = await (file.unpacked
      ? this.#shelf?.take(file.name, file.unpacked.size)
      : keptCopy(`${this.#folder}${file.name}`));
    if (atHand) {
      if (atHand instanceof Uint8Array) this.#shelved.push([file, atHand]);
      this.#count(file.packed);
      return atHand;
    }
    const bytes = await this.#fresh(file);
    if (file.unpacked) this.#unshelved.set(file.name, bytes);
    return bytes;
  }

  /**
   * @param {RuntimeFile} file
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async #fresh(file) {
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
      if (subtle) await expectWhole(name, bytes, integrity);
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

/**
 * @param {Arrival} arrival
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function bytesOf(arrival) {
  return arrival instanceof Response
    ? new Uint8Array(await arrival.clone().arrayBuffer())
    : arrival;
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
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} integrity as in an integrity attribute
 * @returns {Promise<void>} refused when they are others than they should be
 */
async function expectWhole(name, bytes, integrity) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = `sha256-${btoa(String.fromCharCode(...hash))}`;
  if (found !== integrity) throw new DamagedError(`${name} is damaged`);
}
