/**
 * Unpacks gzip while it comes, so that little is left to do when the last byte has come.
 *
 * @module
 */

import { collect } from "./streams.js";

export class Inflater {
  #stream = new DecompressionStream("gzip");
  #writer = this.#stream.writable.getWriter();
  #whole;

  /** @param {number} size how many bytes will come out */
  constructor(size) {
    this.#whole = collect(this.#stream.readable, size);
    // `finish` reports damaged data. Nobody asks for it when the download itself has failed.
    this.#whole.catch(() => {});
  }

  /**
   * Take the next bytes.
   *
   * @param {Uint8Array<ArrayBuffer>} chunk
   */
  add(chunk) {
    this.#writer.write(chunk).catch(() => {});
  }

  /** Give up: the rest will not come. */
  stop() {
    this.#writer.abort().catch(() => {});
  }

  /** @returns {Promise<Uint8Array<ArrayBuffer>>} everything, unpacked */
  async finish() {
    const [whole] = await Promise.all([this.#whole, this.#writer.close()]);
    return whole;
  }
}
