/**
 * The runtime as tests without a browser download it: its files have the names of those that were built, and little
 * content, each of its kind.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Downloads } from "../../docs/javascripts/worker/downloads.js";

/** @import {RuntimeFile, RuntimeFiles} from "../../docs/javascripts/core/protocol.js" */
/** @import {Shelf} from "../../docs/javascripts/worker/shelf.js" */
/** @import {Bytes, Fault} from "./faults.mjs" */

/** @typedef {{address: string, cache: RequestCache | undefined, integrity: string | undefined}} Call */

export const FOLDER = "https://example.org/cagecore/runtime/0123456789abcdef/";
const built = new URL("../../build/runtime/", import.meta.url);
const [version = ""] = readdirSync(built);
export const NAMES = readdirSync(new URL(`${version}/`, built));

/** The smallest program there is, and one more section, so that it can be cut. */
const PROGRAM = bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 40, 1, 0x78, ...new Array(38).fill(7));
const PLAIN = bytes(...Array.from({ length: 4000 }, (_, place) => (place * place) % 251));

/** What comes over the line for each file, and what comes out of it. @type {Map<string, {sent: Bytes, whole: Bytes}>} */
const CONTENT = new Map(
  NAMES.map((name, place) => {
    const own = Uint8Array.from([...PLAIN, place]);
    if (name.endsWith(".wasm")) return [name, { sent: PROGRAM, whole: PROGRAM }];
    if (name.endsWith(".gz")) return [name, { sent: Uint8Array.from(gzipSync(own)), whole: own }];
    return [name, { sent: own, whole: own }];
  }),
);
/** @type {RuntimeFiles} */
export const FILES = Object.fromEntries(NAMES.map((name) => [name, describe(name)]));
export const TOTAL = Object.values(FILES).reduce((sum, { packed }) => sum + packed, 0);

/** @param {number[]} numbers */
function bytes(...numbers) {
  return Uint8Array.from(numbers);
}

/** @param {Bytes} whole */
function integrity(whole) {
  return `sha256-${createHash("sha256").update(whole).digest("base64")}`;
}

/**
 * @param {string} name
 * @returns {RuntimeFile}
 */
function describe(name) {
  const { sent, whole } = content(name);
  // Hosts compress, so less comes over the line than out of it.
  const packed = sent.length - 10;
  const file = { name, size: sent.length, packed, integrity: integrity(sent) };
  const unpacked = { size: whole.length, integrity: integrity(whole) };
  return sent === whole ? file : { ...file, unpacked };
}

/** @param {string} name */
export function content(name) {
  const found = CONTENT.get(name);
  assert.ok(found, name);
  return found;
}

/**
 * Download everything over a line on which one file has a fault.
 *
 * @param {string} file
 * @param {Fault} fault
 * @param {{kept?: Map<string, Bytes>, shelf?: Shelf, twice?: boolean}} [settings] what the browser has already, and
 *   whether the fault is there the second time, too
 */
export function begin(file, fault, { kept = new Map(), shelf, twice = true } = {}) {
  /** @type {Call[]} */
  const calls = [];
  /** @type {number[]} */
  const counts = [];
  Object.assign(globalThis, {
    fetch: async (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
      const name = address.slice(FOLDER.length);
      const again = calls.some((call) => call.address === address);
      calls.push({ address, cache: init.cache, integrity: init.integrity });
      const { sent } = content(name);
      return name === file && (twice || !again) ? fault(sent) : new Response(sent);
    },
    caches: {
      match: async (/** @type {string} */ address) => {
        const copy = kept.get(address.slice(FOLDER.length));
        return copy && new Response(copy);
      },
    },
  });
  const downloads = new Downloads(FOLDER, FILES, shelf, (loaded) => counts.push(loaded));
  const asked = (/** @type {string} */ name) =>
    calls.filter(({ address }) => address === FOLDER + name).map(({ cache }) => cache);
  return { downloads, counts, asked, calls };
}

/**
 * @param {Downloads} downloads
 * @param {string} name
 */
export async function expectWhole(downloads, name) {
  if (name.endsWith(".wasm")) {
    assert.ok((await downloads.program(name)) instanceof WebAssembly.Module, name);
  } else {
    assert.deepEqual(await downloads.bytes(name), content(name).whole, name);
  }
}

/** @param {number[]} counts */
export function last(counts) {
  return Math.round(counts.at(-1) ?? 0);
}
