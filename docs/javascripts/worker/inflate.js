/**
 * Unpacks gzip while it comes, so that little is left to do when the last byte is there.
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
    // Damaged data is told by `finish`, or by nobody when the download has failed by itself.
    this.#whole.catch(() => {});
  }

  /** @param {Uint8Array<ArrayBuffer>} chunk */
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
