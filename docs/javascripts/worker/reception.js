/**
 * A file of the runtime while it comes: its bytes are counted, unpacked or compiled meanwhile, and checked at the end.
 *
 * @module
 */

import { Compiler } from "./compile.js";
import { Inflater } from "./inflate.js";

/** @import {RuntimeFile} from "../core/protocol.js" */

/** What every gzip file begins with; the build sees to it that no packed file begins so when it is unpacked. */
const GZIP = 0x1f;

export class Reception {
  #name;
  #integrity;
  #packed;
  #bytes;
  #maker;
  #read = 0;

  /**
   * @param {RuntimeFile} file
   * @param {Uint8Array<ArrayBuffer>} first the first bytes of it, which `add` still has to get
   */
  constructor(file, first) {
    const { name, size, packed, integrity, unpacked } = asItComes(file, first);
    this.#name = name;
    this.#integrity = integrity;
    this.#packed = packed;
    this.#bytes = new Uint8Array(size);
    if (unpacked) this.#maker = new Inflater(unpacked.size);
    else if (name.endsWith(".wasm")) this.#maker = new Compiler();
  }

  /** @returns {number} how many bytes of the line that has taken so far */
  get counted() {
    return (this.#read / this.#bytes.length) * this.#packed;
  }

  /**
   * Take the next bytes.
   *
   * @param {Uint8Array<ArrayBuffer>} chunk
   */
  add(chunk) {
    const end = this.#read + chunk.length;
    if (end > this.#bytes.length) throw new DamagedError(`${this.#name} is too long`);
    this.#bytes.set(chunk, this.#read);
    this.#maker?.add(chunk);
    this.#read = end;
  }

  /** Give up: the rest will not come. */
  stop() {
    this.#maker?.stop();
  }

  /**
   * @returns {Promise<Uint8Array<ArrayBuffer> | WebAssembly.Module>} what is made of the bytes, if they are the right
   *   ones; refused when they are not
   */
  async finish() {
    if (this.#read < this.#bytes.length) throw new DamagedError(`${this.#name} was cut short`);
    // Where the browser offers no hashing, it has checked by itself.
    if (crypto.subtle) await expectWhole(this.#name, this.#bytes, this.#integrity);
    return this.#maker ? this.#maker.finish() : this.#bytes;
  }
}

/**
 * Say what it is that comes. A host may take the ending `.gz` for the encoding of the line, and send it as
 * `Content-Encoding`; then the browser has unpacked the file already, and so it may have been kept. The header says
 * nothing for sure, as a host may also have packed it once more.
 *
 * @param {RuntimeFile} file
 * @param {Uint8Array<ArrayBuffer>} first
 * @returns {RuntimeFile}
 */
function asItComes(file, first) {
  const { unpacked, ...rest } = file;
  return unpacked && first[0] !== GZIP ? { ...rest, ...unpacked } : file;
}

/** A file came, and it is not the one that was asked for. */
export class DamagedError extends Error {
  name = "DamagedError";
}

/**
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} integrity as in an integrity attribute
 * @returns {Promise<void>} refused when they are not what they should be
 */
export async function expectWhole(name, bytes, integrity) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = `sha256-${btoa(String.fromCharCode(...hash))}`;
  if (found !== integrity) throw new DamagedError(`${name} is damaged`);
}
