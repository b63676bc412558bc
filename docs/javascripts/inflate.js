/**
 * Unpacks gzip while it comes, so that little is left to do when the last byte is there.
 *
 * @module
 */

export class Inflater {
  #stream = new DecompressionStream("gzip");
  #writer = this.#stream.writable.getWriter();
  #whole = new Response(this.#stream.readable).arrayBuffer();

  constructor() {
    // Damaged data is told by `finish`, or by nobody when the download has failed by itself.
    this.#whole.catch(() => {});
  }

  /** @param {Uint8Array<ArrayBuffer>} chunk */
  add(chunk) {
    this.#writer.write(chunk).catch(() => {});
  }

  /** @returns {Promise<Uint8Array<ArrayBuffer>>} everything, unpacked */
  async finish() {
    await this.#writer.close();
    return new Uint8Array(await this.#whole);
  }
}
