/**
 * Downloads of the runtime's files: each is counted while it comes, and checked against its hash before it is used.
 * What is packed comes out unpacked, and programs come out compiled.
 *
 * A browser that checks a hash itself hands out nothing before the last byte, so no progress could be shown. So the
 * hash is computed here, except where the browser offers no hashing: there it checks by itself.
 *
 * @module
 */

import { assetsOf } from "../core/line.js";
import { bytesOf, programOf } from "./arrival.js";
import { DamagedError, expectWhole, Reception } from "./reception.js";
import { chunks } from "./streams.js";

/** @import {RuntimeFile, RuntimeFiles} from "../core/protocol.js" */
/** @import {Arrival} from "./arrival.js" */
/** @import {Shelf} from "./shelf.js" */

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
   * @param {Shelf | undefined} shelf where unpacked files may be at hand; without one, nothing is used unchecked
   * @param {(loaded: number) => void} report called with the number of bytes that have come over the line
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
   * Keep at hand what the next visit would take long to read or to unpack. What was at hand already was used at once,
   * because it was whole when it was put there; now there is time to see whether it still is.
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
   * Supply a file that need not be downloaded.
   *
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  supply(name, bytes) {
    this.#coming.set(`${this.#folder}${name}`, Promise.resolve(bytes));
  }

  /**
   * @param {string} part a file, by what it is to the worker
   * @returns {string} its address
   */
  address(part) {
    const file = this.#files[part];
    if (!file) throw new Error(`the runtime has no ${part}`);
    return `${this.#folder}${file.name}`;
  }

  /**
   * Give what comes, or has come, of a file.
   *
   * @param {string} part one that was started
   * @returns {Promise<Arrival>}
   */
  #arrival(part) {
    return (
      this.#coming.get(this.address(part)) ?? Promise.reject(new Error(`${part} not asked for`))
    );
  }

  /**
   * Give the bytes of a file.
   *
   * @param {string} part one that was started
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  bytes(part) {
    const bytes = this.#arrival(part).then(bytesOf);
    bytes.catch(() => {}); // Whoever waits for them hears of it, and that may be later.
    return bytes;
  }

  /**
   * Give a compiled program.
   *
   * @param {string} part a program that was started
   * @returns {Promise<WebAssembly.Module>}
   */
  program(part) {
    const program = this.#arrival(part).then(programOf);
    program.catch(() => {}); // Whoever waits for it hears of it, and that may be later.
    return program;
  }

  /** Let go of what came: Python has it. */
  forget() {
    this.#coming.clear();
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
    return coming ? new Response(await bytesOf(await coming)) : this.#fetch(input, init);
  }

  /**
   * Give a file from what is at hand, or else from the host.
   *
   * @param {RuntimeFile} file
   * @returns {Promise<Arrival>}
   */
  async #download(file) {
    const atHand = this.#shelf && (await this.#atHand(file, this.#shelf));
    if (atHand) {
      if (atHand instanceof Uint8Array) this.#shelved.push([file, atHand]);
      this.#count(file.packed);
      return atHand;
    }
    const arrived = await this.#fresh(file);
    if (file.unpacked && arrived instanceof Uint8Array) this.#unshelved.set(file.name, arrived);
    return arrived;
  }

  /**
   * Look for a file on this machine.
   *
   * @param {RuntimeFile} file
   * @param {Shelf} shelf
   * @returns {Promise<Uint8Array<ArrayBuffer> | Response | undefined>}
   */
  #atHand({ name, unpacked }, shelf) {
    return unpacked ? shelf.take(name, unpacked.size) : keptCopy(this.#folder, name);
  }

  /**
   * Fetch a file, and once more where it came damaged.
   *
   * @param {RuntimeFile} file
   * @returns {Promise<Arrival>}
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
   * Fetch a file once: count its bytes, unpack or compile them meanwhile, and check their hash.
   *
   * @param {RuntimeFile} file
   * @param {RequestCache} cache
   * @returns {Promise<Arrival>}
   */
  async #attempt(file, cache) {
    const { name, integrity, unpacked } = file;
    // What the browser checks is unpacked already, where the host says that it was packed for the line.
    const either = unpacked ? `${integrity} ${unpacked.integrity}` : integrity;
    const own = globalThis.crypto.subtle ? {} : { integrity: either };
    const address = `${this.#folder}${name}`;
    const kept = cache === "default" && (await keptCopy(this.#folder, name));
    const response = kept || (await this.#fetch(address, { cache, ...own }));
    if (!response.ok || !response.body) throw new Error(`${name}: status ${response.status}`);
    /** @type {Reception | undefined} */
    let reception;
    let counted = 0;
    try {
      // Nobody watches the progress of what is here already, and in one piece it comes faster.
      const whole = kept && [new Uint8Array(await kept.arrayBuffer())];
      for await (const chunk of whole || chunks(response.body)) {
        reception ??= new Reception(file, chunk);
        reception.add(chunk);
        this.#count(reception.counted - counted);
        counted = reception.counted;
      }
      if (!reception) throw new DamagedError(`${name} is empty`);
      return await reception.finish();
    } catch (error) {
      this.#count(-counted);
      reception?.stop();
      throw error;
    }
  }

  /**
   * Count bytes that came, or went wrong, and report the sum.
   *
   * @param {number} bytes
   */
  #count(bytes) {
    this.#loaded += bytes;
    this.#report(this.#loaded);
  }
}

/**
 * Look for what the service worker has kept, which it checked then. To ask through the service worker would take longer
 * and give the same.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Response | undefined>}
 */
async function keptCopy(folder, name) {
  const cacheName = assetsOf(new URL("../../", folder).href);
  try {
    return await caches.match(`${folder}${name}`, { cacheName });
  } catch {
    return undefined; // a private window, or a page without https
  }
}
