/**
 * Makes the memory snapshot: Python started, the core imported and warmed up, everything written down.
 *
 * Usage: node snapshot.mjs RUNTIME WHEEL PYTHON SNAPSHOT MODULES
 *
 * RUNTIME is a folder with Pyodide, the whole standard library, the lock file and the compiled wheel, WHEEL the
 * name of the latter, and PYTHON a file of Python to run before the snapshot. It writes the snapshot, and a JSON
 * list of all modules that the ordinary path imports from the standard library, as paths inside its archive.
 *
 * @module
 */
import nodeCrypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const [runtime, wheel, python, snapshotFile, modulesFile] = process.argv.slice(2);
if (!isMainThread || !runtime || !wheel || !python || !snapshotFile || !modulesFile) {
  throw new Error("usage: node snapshot.mjs RUNTIME WHEEL PYTHON SNAPSHOT MODULES");
}

// Whatever differs from run to run or from place to place would end up in the snapshot, so all of it is
// held still. Python keeps the name of its program, which in a browser is this one.
process.argv[1] = "./this.program";
const NOW = Number(process.env.SOURCE_DATE_EPOCH) * 1000;
if (!NOW) throw new Error("SOURCE_DATE_EPOCH is not set");
const RealDate = Date;
globalThis.Date = /** @type {DateConstructor} */ (
  /** @type {unknown} */ (
    class extends RealDate {
      constructor(/** @type {any[]} */ ...parts) {
        // @ts-expect-error: a date is made of one to seven parts, which no type of a spread can say
        super(...(parts.length > 0 ? parts : [NOW]));
      }

      static now() {
        return NOW;
      }
    }
  )
);
performance.now = () => 0;
Math.random = () => 0.5;
/** @template {NodeJS.ArrayBufferView | null} View @param {View} view @returns {View} */
const fill = (view) => {
  if (view) new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(7);
  return view;
};
globalThis.crypto.getRandomValues = /** @type {typeof crypto.getRandomValues} */ (fill);
nodeCrypto.randomFillSync = /** @type {typeof nodeCrypto.randomFillSync} */ (fill);

/** @typedef {{HEAPU8: Uint8Array, _emscripten_builtin_malloc(size: number): number, _free(place: number): void}} Memory */
/** @typedef {{_module: Memory}} Internals */

/**
 * Write zeros over memory that is free again, because what was there does not compress. Python has done so for the
 * small blocks that it manages by itself; these are the others.
 *
 * @param {Internals} pyodide
 */
function wipe({ _module: memory }) {
  const top = memory.HEAPU8.findLastIndex((byte) => byte !== 0) + 1;
  const taken = [];
  for (let size = 2 ** 18; size >= 32; size /= 2) {
    let place = memory._emscripten_builtin_malloc(size);
    // Above the top nothing was ever written. To take from there could make the heap grow, so it is given back.
    while (place + size <= top) {
      memory.HEAPU8.fill(0, place, place + size);
      taken.push(place);
      place = memory._emscripten_builtin_malloc(size);
    }
    memory._free(place);
  }
  for (const place of taken) memory._free(place);
}

/** @type {typeof import("pyodide")} */
const { loadPyodide } = await import(join(runtime, "pyodide.mjs"));
// Without a language of its own Python's memory would hold that of whoever builds.
const env = { PYTHONHASHSEED: "0", LANG: "C.UTF-8" };
const warmUp = readFileSync(python, { encoding: "utf8" });

const pyodide = await loadPyodide({ indexURL: runtime, env, _makeSnapshot: true });
pyodide.unpackArchive(new Uint8Array(readFileSync(join(runtime, wheel))), "wheel");
pyodide.runPython(warmUp);
wipe(/** @type {Internals} */ (/** @type {unknown} */ (pyodide)));
writeFileSync(snapshotFile, pyodide.makeMemorySnapshot());

// The ordinary path imports more, so it shows what the library needs.
const ordinary = await loadPyodide({ indexURL: runtime, env, packages: ["cagecore"] });
writeFileSync(modulesFile, ordinary.runPython(warmUp));
