/**
 * Compiles WebAssembly while it comes, so that little is left to do when the last byte is there.
 *
 * To compile is not to run: nobody gets the module before the hash of its bytes is known to be right.
 *
 * @module
 */

/** The type that browsers insist on. */
export const WASM = "application/wasm";

export class Compiler {
  #stream = new TransformStream(undefined, { highWaterMark: Number.POSITIVE_INFINITY });
  #writer = this.#stream.writable.getWriter();
  #module = compile(this.#stream.readable);

  constructor() {
    // Damaged data is told by `finish`, or by nobody when the download has failed by itself.
    this.#module.catch(() => {});
  }

  /** @param {Uint8Array<ArrayBuffer>} chunk */
  add(chunk) {
    this.#writer.write(chunk).catch(() => {});
  }

  /** Give up: the rest will not come. */
  stop() {
    this.#writer.abort().catch(() => {});
  }

  /** @returns {Promise<WebAssembly.Module>} */
  async finish() {
    const [module] = await Promise.all([this.#module, this.#writer.close()]);
    return module;
  }
}

/**
 * @param {BodyInit | null} body
 * @returns {Promise<WebAssembly.Module>}
 */
export function compile(body) {
  return WebAssembly.compileStreaming(new Response(body, { headers: { "content-type": WASM } }));
}
