/**
 * Compiles WebAssembly while it comes, so that little is left to do when the last byte has come.
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
    // `finish` reports damaged data. Nobody asks for it when the download itself has failed.
    this.#module.catch(() => {});
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

  /**
   * Wait for the rest to be compiled.
   *
   * @returns {Promise<WebAssembly.Module>}
   */
  async finish() {
    const [module] = await Promise.all([this.#module, this.#writer.close()]);
    return module;
  }
}

/**
 * Compile bytes, whatever type they were sent with.
 *
 * @param {BodyInit | null} body
 * @returns {Promise<WebAssembly.Module>}
 */
export function compile(body) {
  return WebAssembly.compileStreaming(new Response(body, { headers: { "content-type": WASM } }));
}
